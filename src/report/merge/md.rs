//! The draft itself, for the translator.

use crate::report::format::{Format, Rendered};

use super::Render;

pub(crate) const FORMAT: Format<Render> = Format {
    name: "md",
    description: "The draft of the new translation",
    render: |merge| Ok(Rendered::for_a_file(merge.draft.clone())),
};
