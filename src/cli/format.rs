//! The option `--format`, made from the list of formats of a command. Renders nothing.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::report::Format;
use crate::report::formats::named;

/// The name of the format for people, which is the default.
pub(super) const HUMAN: &str = "human";

/// Takes the names of these formats, with what `--help` says of each.
pub(super) fn parser<R: Send + Sync + 'static>(
    formats: &'static [Format<R>],
) -> impl TypedValueParser<Value = &'static Format<R>> {
    let value = |format: &Format<R>| match format.description {
        "" => PossibleValue::new(format.name),
        description => PossibleValue::new(format.name).help(description),
    };
    let names: Vec<PossibleValue> = formats.iter().map(value).collect();
    PossibleValuesParser::new(names)
        .try_map(move |name| named(formats, &name).ok_or("there is no such format"))
}
