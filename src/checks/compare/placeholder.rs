//! Placeholders in a text: what a program or a reader replaces. Knows no code blocks.

use crate::diagnostic::Span;

use super::Fact;

/// `{name}`, `${name}`, `{{name}}`, `{{ name }}`, `$(name)`, `%NAME%`, `%s`, `%1$s`, `%(name)s`.
pub(super) fn of(text: &str, span: Span, block: usize) -> Vec<Fact<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'{' | b'$' | b'%')) {
        let before = rest[..at].chars().next_back();
        rest = &rest[at..];
        let length = between(rest, "{{", "}}")
            .or_else(|| spaced(rest))
            .or_else(|| between(rest, "${", "}"))
            .or_else(|| between(rest, "{", "}"))
            .or_else(|| between(rest, "$(", ")"))
            .or_else(|| {
                between(rest, "%", "%").filter(|&length| !rest[..length].contains(char::is_lowercase))
            })
            .or_else(|| named_format(rest))
            .or_else(|| format(rest, before));
        if let Some(length) = length {
            let written = &rest[..length];
            let key = if written.starts_with("{{") { written.replace(' ', "") } else { written.to_owned() };
            found.push(Fact::new(key, written, span, block));
        }
        rest = &rest[length.unwrap_or(1)..];
    }
    found
}

/// The length of a name between these.
fn between(text: &str, open: &str, close: &str) -> Option<usize> {
    let rest = text.strip_prefix(open)?;
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_.-".contains(byte);
    let name = rest.bytes().take_while(is_name).count();
    let ends = name > 0 && name <= 40 && rest.get(name..)?.starts_with(close);
    ends.then_some(open.len() + name + close.len())
}

/// The length of `{{ name }}`.
fn spaced(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("{{")?;
    let length = between(inside, " ", " ")?;
    inside[length..].starts_with("}}").then_some(length + 4)
}

/// The length of `%(name)s`.
fn named_format(text: &str) -> Option<usize> {
    let length = between(text, "%(", ")")?;
    let kind = text.as_bytes().get(length)?;
    let next = text.get(length + 1..)?.chars().next();
    (b"sdfiu".contains(kind) && !next.is_some_and(char::is_alphanumeric)).then_some(length + 1)
}

/// The length of `%s` or `%1$d`; not of `50 %d'entre`.
fn format(text: &str, before: Option<char>) -> Option<usize> {
    let rest = text.strip_prefix('%')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = if digits > 0 && rest.as_bytes().get(digits) == Some(&b'$') { digits + 1 } else { 0 };
    let kind = rest.as_bytes().get(number).filter(|byte| b"sdfiu@".contains(byte))?;
    let next = rest.get(number + 1..)?.chars().next();
    let alone = !next.is_some_and(|letter| letter.is_alphanumeric() || letter == '\'' || letter == '’')
        && !before.is_some_and(|letter| {
            letter.is_alphanumeric() || letter.is_whitespace() && number == 0 && *kind != b's'
        });
    alone.then_some(number + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_of_many_programs() {
        let text =
            "Dear {name}, {{ x }} ${HOME} $(user) %APPDATA% %1$s %s. 50% of it, 100 %d'eux {a b} {{x}}";
        let found: Vec<String> =
            of(text, Span::default(), 0).into_iter().map(|fact| fact.key.into_owned()).collect();
        assert_eq!(found, ["{name}", "{{x}}", "${HOME}", "$(user)", "%APPDATA%", "%1$s", "%s", "{{x}}"]);
        let text = "%(n)d of {{ site.name }} %(n) d %(a b)s {{ a b }} {{ x}";
        let found: Vec<String> =
            of(text, Span::default(), 0).into_iter().map(|fact| fact.key.into_owned()).collect();
        assert_eq!(found, ["%(n)d", "{{site.name}}"]);
    }
}
