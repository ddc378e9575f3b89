//! Values that are more than text: what cannot work is refused where it is read, so that the error has a place. Reads no disk.

use serde::{Deserialize, Deserializer, de};

use super::address::{Address, is_odd_step, split_port};
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
    if host.contains("{path}") {
        return Err("contains `{path}` in the host\nhelp: write it after the host".to_owned());
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
    const FUNCTIONS: &[&str] =
        &["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"];
    text(from, |colour| {
        let is_colour = if let Some(digits) = colour.strip_prefix('#') {
            matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        } else if let Some((name, rest)) = colour.split_once('(') {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || " .,%/+-".contains(c);
            let inside = rest.strip_suffix(')').filter(|inside| !inside.trim().is_empty());
            FUNCTIONS.contains(&name)
                && inside.is_some_and(|inside| inside.chars().all(is_plain) && !inside.contains("//"))
        } else {
            !colour.is_empty() && colour.bytes().all(|byte| byte.is_ascii_alphabetic())
        };
        if is_colour {
            Ok(())
        } else {
            Err("is not a CSS colour\nhelp: write a colour such as `#0a7d4f`, or its name".to_owned())
        }
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

pub(super) fn canonical(tag: &str) -> Result<String, String> {
    match Locale::parse(tag) {
        Ok(locale) => Ok(locale.tag().to_owned()),
        Err(error) => Err(error.to_string()),
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
mod tests {
    use super::super::Config;

    /// What is said of a value, without the excerpt; none if it is taken.
    fn refused(section: &str, key: &str, value: &str) -> Option<String> {
        let text = format!("[{section}]\n{key} = {}\n", serde_json::to_string(value).unwrap());
        let error = format!("{:#}", Config::parse(&text).err()?);
        assert!(error.contains(&format!("at line 2, column {}", key.len() + 4)), "{error}");
        let lines: Vec<&str> = error.lines().skip_while(|line| !line.contains("^")).skip(1).collect();
        Some(lines.join("\n"))
    }

    #[test]
    fn addresses() {
        for good in [
            "https://help.example.com",
            "http://localhost:8080/docs/",
            "https://[::1]:80/x",
            "https://[::ffff:1.2.3.4]/",
            "http://127.0.0.1:8080/",
            "https://1.2.example/",
            "https://xn--e1afmkfd.xn--p1ai/",
            "https://h/a%20b/",
        ] {
            assert_eq!(refused("site", "base_url", good), None);
        }
        for (bad, why) in [
            ("help.example.com", "does not begin with"),
            ("javascript:alert(1)", "does not begin with"),
            ("ftp://h/", "does not begin with"),
            ("https://", "has no valid host"),
            ("https:///x", "has no valid host"),
            ("https://a..b/", "has no valid host"),
            ("https://h:99999/", "has no valid host"),
            ("https://h:+1/", "has no valid host"),
            ("https://[x]/", "has no valid host"),
            ("https://u:p@h/", "user name"),
            ("https://h/x?y", "query"),
            ("https://h/#z", "fragment"),
            ("https://h/a b", "contains ' '"),
            ("https://h/é/", "percent-encode it"),
            ("https://é.example/", "xn--"),
            ("https://h/\u{0}", "contains '\\0'"),
            ("https://h/{locale}/", "contains '{'"),
            ("https://h/%zz", "%25"),
            ("https://h//x/", "empty"),
            ("https://h/a/../b/", "`..`"),
            ("https://h/a/%2e%2E/b/", "`..`"),
            ("https://h/.%2e/", "`..`"),
            ("https://h/a%2fb/", "slash"),
            ("https://h/a%5cb/", "slash"),
            ("https://h/a%00/", "control"),
            ("https://h:0/", "has no valid host"),
            ("https://[:::::]/", "has no valid host"),
            ("https://[::1", "has no valid host"),
            ("https://1.2.3.999/", "has no valid host"),
            ("https://1.2.3/", "has no valid host"),
        ] {
            let message = refused("site", "base_url", bad).unwrap_or_default();
            assert!(message.contains(why), "{bad}: {message}");
        }
    }

    #[test]
    fn templates() {
        for (section, key, good) in [
            ("site", "edit", "https://github.com/x/y/edit/main/{path}"),
            ("site", "edit", "https://h/edit?file={path}#top"),
            ("links", "original", "https://{locale}.h.example/{path}"),
            ("links", "external_root", "https://learn.microsoft.com/{locale}"),
        ] {
            assert_eq!(refused(section, key, good), None);
        }
        for (section, key, bad, why) in [
            ("site", "edit", "javascript:alert(1)//{path}", "does not begin with"),
            ("site", "edit", "https://h/{pth}", "`{pth}`, which is not a placeholder\nhelp: use {path}"),
            ("site", "edit", "https://{path}", "in the host"),
            ("site", "edit", "https://u@h/{path}", "user name"),
            ("links", "original", "//h/{path}", "does not begin with"),
            ("links", "original", "https://h/{locale", "contains '{'"),
            ("links", "external_root", "https://h/{path}", "`{path}`"),
            ("links", "external_root", "https://h.example{locale}", "at the end of the host"),
            ("links", "original", "https://h.{locale}:80/{path}", "at the end of the host"),
            ("links", "original", "https://{locale}/{path}", "at the end of the host"),
            ("links", "external_root", "https://h/?x=", "query"),
        ] {
            let message = refused(section, key, bad).unwrap_or_default();
            assert!(message.contains(why), "{bad}: {message}");
        }
    }

    #[test]
    fn looks() {
        for good in ["#0a7d4f", "#abc", "teal", "rgb(1 2 3 / 50%)", "oklch(60% 0.1 120)"] {
            assert_eq!(refused("theme", "accent", good), None);
        }
        for bad in
            ["", "#12", "red;}", "url(x)", "var(--x)", "rgb(1", "red\\", "rgb(/*)", "\"", "red !important"]
        {
            assert!(refused("theme", "accent", bad).is_some(), "{bad}");
        }
        for good in ["Georgia, serif", "\"Noto Sans\", 'PT Sans', system-ui", "ヒラギノ角ゴ, sans-serif"]
        {
            assert_eq!(refused("theme", "font", good), None);
        }
        for bad in ["", "a,,b", "\"a", "'a\", b'", "a\\", "a}b", "x, url(y)", "1a", "a\nb", "</style>"] {
            assert!(refused("theme", "font", bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn texts_and_paths() {
        for (section, key, bad) in [
            ("site", "title", ""),
            ("site", "title", "a\u{0}b"),
            ("site", "title", "a\nb"),
            ("site", "theme", "../x"),
            ("site", "source_locale", "english!"),
            ("site", "default_locale", "\u{1b}"),
            ("theme", "head", "<meta name=x>\u{0}"),
            ("theme", "logo", "a\u{0}.svg"),
            ("content", "dir", "a\u{0}"),
            ("content", "base_path", "https://h/x"),
            ("content", "base_path", "//evil/"),
            ("content", "base_path", "/\\evil/"),
            ("locales.de-DE", "path", "a\u{1b}"),
            ("checks", "baseline", "a\nb"),
        ] {
            assert!(refused(section, key, bad).is_some(), "{key} = {bad:?}");
        }
        for bad in ["\"\"", "\"a\\u0000\""] {
            assert!(Config::parse(&format!("[content]\nfollow = [\"a\", {bad}]\n")).is_err(), "{bad}");
        }
        let error = Config::parse("[search]\nexclude = [\"a\", \"[\"]\n").unwrap_err();
        assert!(format!("{error:#}").contains("line 2"), "{error:#}");
        let error = Config::parse("[locales.de-DE]\nfallback = [\"x!\"]\n").unwrap_err();
        assert!(format!("{error:#}").contains("line 2"), "{error:#}");
    }
}
