//! Values that are more than text: what cannot work is refused where it is read, so that the error has a place. Reads no disk.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer, de};

use super::address::{Address, is_odd_step, split_port};
use super::colour;
use crate::locale::Locale;

/// What is wrong with a value, and what to write.
type Checked = Result<(), String>;

/// The text, if the check accepts it.
fn text<'de, D: Deserializer<'de>>(from: D, check: fn(&str) -> Checked) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(from)?;
    check(&text).map_err(|reason| de::Error::custom(format!("`{text}` {reason}")))?;
    Ok(Some(text))
}

pub(super) fn base_url<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |url| {
        let Address { path, has_more } = Address::parse(url)?;
        if has_more {
            return Err(
                "contains a query or a fragment\nhelp: write only the URL of the site's home page".to_owned()
            );
        }
        let path = path.strip_suffix('/').unwrap_or(path);
        if path.split('/').skip(1).any(is_odd_step) {
            return Err(
                "has a step in its path that is empty, `.` or `..`, or that contains a slash or a control \
                        character\nhelp: write the path as browsers show it"
                    .to_owned(),
            );
        }
        Ok(())
    })
}

pub(super) fn edit<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |template| check_template(template, &["{path}"]))
}

/// What the addresses at the end of an article can say of it.
const OF_ARTICLE: [&str; 4] = ["{locale}", "{path}", "{id}", "{state}"];

pub(super) fn feedback<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |template| {
        if !template.contains("{answer}") {
            return Err(
                "does not contain `{answer}`\nhelp: write it where `yes` or `no` is to stand".to_owned()
            );
        }
        check_template(&template.replace("{answer}", "x"), &OF_ARTICLE)
    })
}

pub(super) fn contact<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |template| match template.strip_prefix("mailto:") {
        // What follows the scheme is written as the path and the query of a URL are.
        Some(address) if !address.starts_with(['/', '?', '{']) => {
            check_template(&format!("https://h.example/{address}"), &OF_ARTICLE)
        }
        _ => check_template(template, &OF_ARTICLE),
    })
}

pub(super) fn original<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |template| check_template(template, &["{locale}", "{path}"]))
}

pub(super) fn external_root<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |template| {
        check_template(template, &["{locale}"])?;
        if template.contains(['?', '#']) {
            return Err(
                "contains a query or a fragment, but a path follows it\nhelp: leave them out".to_owned()
            );
        }
        Ok(())
    })
}

/// An address of the web with these words in it, which are replaced.
fn check_template(template: &str, known: &[&str]) -> Checked {
    let mut plain = template.to_owned();
    for word in known {
        plain = plain.replace(word, "x");
    }
    if let Some((_, rest)) = plain.split_once('{')
        && let Some((name, _)) = rest.split_once('}')
    {
        return Err(format!(
            "contains `{{{name}}}`, which is not a placeholder\nhelp: use {}",
            known.join(" and ")
        ));
    }
    Address::parse(&plain)?;
    let host = template.split('/').nth(2).unwrap_or_default();
    if let Some(word) = ["{path}", "{id}", "{state}"].into_iter().find(|word| host.contains(word)) {
        return Err(format!("contains `{word}` in the host\nhelp: write it after the host"));
    }
    // A contributed locale would choose the host.
    let (name, _) = split_port(host);
    if name.trim_end_matches('.').rsplit('.').next().is_some_and(|last| last.contains("{locale}")) {
        return Err("contains `{locale}` at the end of the host\nhelp: write it after the host and a slash"
            .to_owned());
    }
    Ok(())
}

pub(super) fn title<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |title| {
        if title.trim().is_empty() {
            return Err("is empty\nhelp: leave the key out, or write the name of the site".to_owned());
        }
        no_controls(title)
    })
}

/// HTML of many lines.
pub(super) fn html<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |html| no_controls(&html.replace(['\n', '\r', '\t'], " ")))
}

/// A path of the project, or below a folder of it.
pub(super) fn path<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, no_controls)
}

/// Folders of the project, from its own.
pub(super) fn statics<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<String>>, D::Error> {
    let folders = Vec::<String>::deserialize(from)?;
    let read =
        |folder: &String| inside(folder).map_err(|reason| de::Error::custom(format!("`{folder}` {reason}")));
    folders.iter().map(read).collect::<Result<_, _>>().map(Some)
}

/// Where the folders of the locales are.
pub(super) fn pattern<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    const LOCALE: &str = "{locale}";
    let pattern = String::deserialize(from)?;
    let check = |pattern: &str| {
        match pattern.matches(LOCALE).count() {
            0 => {
                return Err(
                    "does not contain `{locale}`\nhelp: write it for the tag, such as i18n/{locale}/docs"
                        .to_owned(),
                );
            }
            1 => {}
            _ => return Err("contains `{locale}` more than once\nhelp: write it once".to_owned()),
        }
        let rest = pattern.replace(LOCALE, "");
        if let Some((_, name)) = rest.split_once('{') {
            let name = name.split('}').next().unwrap_or(name);
            return Err(format!("contains `{{{name}}}`, which is not a placeholder\nhelp: use {LOCALE}"));
        }
        inside(pattern)
    };
    check(&pattern).map_err(|reason| de::Error::custom(format!("`{pattern}` {reason}")))
}

/// A path inside the project.
pub(super) fn inside_project<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let path = String::deserialize(from)?;
    inside(&path).map(Some).map_err(|reason| de::Error::custom(format!("`{path}` {reason}")))
}

/// A path inside the project, without what says nothing: `./static/` is `static`.
fn inside(path: &str) -> Result<String, String> {
    no_controls(path)?;
    let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty() && *step != ".").collect();
    if path.starts_with('/') || path.contains(['\\', ':']) || steps.contains(&"..") {
        return Err(
            "is not a path inside the project\nhelp: write it relative to the project folder, with `/`"
                .to_owned(),
        );
    }
    if steps.is_empty() {
        return Err("is the project folder itself\nhelp: name a folder in it".to_owned());
    }
    Ok(steps.join("/"))
}

/// Folders that links may lead to.
pub(super) fn follow<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let folders = Vec::<String>::deserialize(from)?;
    for folder in &folders {
        if folder.is_empty() {
            return Err(de::Error::custom(
                "`\"\"` is not a folder\nhelp: leave it out, or write `.` for the folder of the project",
            ));
        }
        no_controls(folder).map_err(|reason| de::Error::custom(format!("`{folder}` {reason}")))?;
    }
    Ok(folders)
}

pub(super) fn base_path<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |path| {
        if path.contains("://") || path.contains(['?', '#']) {
            return Err("is not a path\nhelp: write only the part of the URL after the host".to_owned());
        }
        if path.replace('\\', "/").starts_with("//") {
            return Err("begins like the URL of another host\nhelp: start it with a single slash".to_owned());
        }
        no_controls(path)
    })
}

/// The name of a folder of `themes/`.
pub(super) fn theme<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |name| {
        if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\']) {
            return Err("is not the name of a folder in themes/\nhelp: write only the name".to_owned());
        }
        no_controls(name)
    })
}

fn no_controls(text: &str) -> Checked {
    match text.chars().find(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        Some(control) => Err(format!("contains the control character {control:?}\nhelp: remove it")),
        None => Ok(()),
    }
}

/// A colour of CSS. It goes into the style sheet, and must not end the rule it stands in.
pub(super) fn colour<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |written| {
        if colour::is_colour(written) {
            return Ok(());
        }
        let help = match colour::nearest(written) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "write a colour such as `#0a7d4f`, `teal` or `oklch(60% 0.15 160)`".to_owned(),
        };
        Err(format!("is not a CSS colour\nhelp: {help}"))
    })
}

/// Families of fonts as CSS lists them.
pub(super) fn fonts<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from, |fonts| {
        let is_quoted = |name: &str| {
            let inside = ['"', '\''].iter().find_map(|&quote| name.strip_prefix(quote)?.strip_suffix(quote));
            let is_wrong = |c: char| c.is_control() || "\"'\\{};<>".contains(c);
            inside.is_some_and(|inside| !inside.is_empty() && !inside.contains(is_wrong))
        };
        let is_plain = |name: &str| {
            let is_letter = |c: char| c.is_alphanumeric() || "-_ ".contains(c);
            name.chars().all(is_letter) && name.starts_with(|c: char| !c.is_numeric() && is_letter(c))
        };
        if fonts.split(',').map(str::trim).all(|name| is_quoted(name) || is_plain(name)) {
            return Ok(());
        }
        Err("is not a list of fonts\nhelp: separate the names with commas, such as \"Noto Sans\", sans-serif"
            .to_owned())
    })
}

/// The canonical form of a tag.
pub(super) fn tag<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    canonical(&String::deserialize(from)?).map(Some).map_err(de::Error::custom)
}

pub(super) fn tags<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<String>>, D::Error> {
    let tags = Vec::<String>::deserialize(from)?;
    let tags: Result<_, _> = tags.iter().map(|tag| canonical(tag)).collect();
    tags.map(Some).map_err(de::Error::custom)
}

/// Shares of a hundred, by locale.
pub(super) fn shares<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, u8>, D::Error> {
    let shares = BTreeMap::<String, u8>::deserialize(from)?;
    let share = |(tag, share): (&String, &u8)| match share {
        0..=100 => Ok((canonical(tag)?, *share)),
        _ => Err(format!("{share} is not a share of a hundred")),
    };
    let shares: Result<_, String> = shares.iter().map(share).collect();
    shares.map_err(de::Error::custom)
}

/// A date as ISO 8601 has it.
pub(super) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let written = String::deserialize(from)?;
    match written.split('-').map(str::parse).collect::<Result<Vec<u32>, _>>().as_deref() {
        Ok([1000..=9999, 1..=12, 1..=31]) if written.len() == "2026-12-24".len() => Ok(Some(written)),
        _ => Err(de::Error::custom(format!("`{written}` is not a date such as `2026-12-24`"))),
    }
}

pub(super) fn canonical(tag: &str) -> Result<String, String> {
    match Locale::parse(tag) {
        Ok(locale) => Ok(locale.tag().to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// Groups of words of one meaning, by locale.
pub(super) fn synonyms<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<BTreeMap<String, Vec<String>>, D::Error> {
    let groups = BTreeMap::<String, Vec<SynonymGroup>>::deserialize(from)?;
    let of_locale = |(tag, groups): (String, Vec<SynonymGroup>)| {
        canonical(&tag)?;
        Ok((tag, groups.into_iter().map(|SynonymGroup(words)| words).collect()))
    };
    groups.into_iter().map(of_locale).collect::<Result<_, String>>().map_err(de::Error::custom)
}

/// A type of its own, so that an error stands at the place of the group.
struct SynonymGroup(String);

impl<'de> Deserialize<'de> for SynonymGroup {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = String::deserialize(from)?;
        let words = written.split(',').map(|word| word.trim().to_lowercase());
        let words: BTreeSet<String> = words.filter(|word| word.contains(char::is_alphanumeric)).collect();
        if words.len() < 2 {
            let reason =
                format!("`{written}` is no group of words: write two or more, with commas between them");
            return Err(de::Error::custom(reason));
        }
        Ok(Self(written))
    }
}

pub(super) fn globs<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let globs = Vec::<String>::deserialize(from)?;
    for glob in &globs {
        globset::Glob::new(glob).map_err(de::Error::custom)?;
    }
    Ok(globs)
}

#[cfg(test)]
mod tests;
