//! What Faqtory is shipped with and people ask for: messages of the interface, and what tags and texts are to it. Reads no project.

use anyhow::{Result, bail};

use crate::config;
use crate::front_matter;
use crate::locale::Locale;
use crate::messages::{self, MessageFile};

/// The canonical form of a tag.
///
/// # Errors
/// It is none.
pub fn canonical_tag(written: &str) -> Result<String> {
    Ok(Locale::parse(written)?.tag().to_owned())
}

/// The JSON Schema of the configuration.
pub fn configuration_schema() -> &'static str {
    config::SCHEMA
}

/// The hash of a source text, as its translations keep it.
pub fn source_hash(text: &str) -> String {
    let [hash, ..] = front_matter::source_hashes(text);
    hash
}

/// The messages of the interface in a locale, file after file, as a project may keep them.
///
/// # Errors
/// A tag that is none, or a locale that the interface is not translated into.
pub fn shipped_messages(locale: &str) -> Result<String> {
    let (wanted, files) = (Locale::parse(locale)?, messages::embedded());
    let of = |is_it: &dyn Fn(&Locale) -> bool| {
        files.iter().filter(|file| is_it(&file.locale)).collect::<Vec<&MessageFile>>()
    };
    let own = of(&|locale| *locale == wanted);
    let own = if own.is_empty() { of(&|locale| locale.same_content(&wanted)) } else { own };
    if own.is_empty() {
        let mut tags: Vec<&str> = files.iter().map(|file| file.locale.tag()).collect();
        tags.dedup();
        bail!("the interface is not translated into {}\nhelp: use one of {}", wanted.tag(), tags.join(", "));
    }
    let texts: Vec<String> = own.iter().map(|file| format!("### {}\n\n{}", file.path, file.text)).collect();
    Ok(texts.join("\n"))
}
