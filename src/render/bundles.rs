//! The messages of all locales, as templates ask for them. Knows no page.

use std::collections::BTreeMap;

use crate::locale::Locale;
use crate::messages::{self, Bundle, Messages};
use crate::theme::{Arg, Translate};

/// The bundle of every locale of a site, by tag.
#[derive(Debug)]
pub struct Bundles(BTreeMap<String, Bundle>);

impl Bundles {
    pub fn new<'a>(messages: &Messages, locales: impl IntoIterator<Item = &'a Locale>) -> Self {
        Self(locales.into_iter().map(|locale| (locale.tag().to_owned(), messages.bundle(locale))).collect())
    }

    fn bundle(&self, lang: &str) -> Result<&Bundle, String> {
        self.0.get(lang).ok_or_else(|| format!("`{lang}` is not a locale of this site"))
    }
}

impl Translate for Bundles {
    fn text(&self, lang: &str, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, String> {
        let text = self.bundle(lang)?.text(key, &convert(args)).map_err(|error| error.to_string())?;
        Ok(text.text)
    }

    fn html(&self, lang: &str, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, String> {
        self.bundle(lang)?.html(key, &convert(args)).map_err(|error| error.to_string())
    }

    fn plain(&self, lang: &str) -> Result<Vec<(&str, String)>, String> {
        Ok(self.bundle(lang)?.plain())
    }
}

fn convert<'a>(args: &[(&'a str, Arg<'a>)]) -> Vec<(&'a str, messages::Arg<'a>)> {
    let convert = |&(name, arg): &(&'a str, Arg<'a>)| match arg {
        Arg::Text(text) => (name, messages::Arg::Text(text)),
        Arg::Number(number) => (name, messages::Arg::Number(number)),
    };
    args.iter().map(convert).collect()
}
