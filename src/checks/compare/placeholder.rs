//! Placeholders in a text: what a program or a reader replaces. Knows no code blocks.

use std::borrow::Cow;

use crate::diagnostic::Span;

use super::Fact;

/// `{name}`, `${name}`, `{{name}}`, `$(name)`, `%NAME%`, `%s`, `%1$s`, `%(name)s`; the name in any script, since it may
/// have been translated, and with the spaces that a translation engine puts into it: `$ {name}`, `% NAME %`.
pub(super) fn of(text: &str, span: Span, block: usize) -> Vec<Fact<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = memchr::memchr3(b'{', b'$', b'%', rest.as_bytes()) {
        let before = rest[..at].chars().next_back();
        rest = &rest[at..];
        let length = FORMS.iter().find_map(|form| between(rest, form, before));
        let length = length.or_else(|| named(rest)).or_else(|| format(rest, before));
        if let Some(length) = length {
            let written = &rest[..length];
            found.push(Fact::in_block(key(written), written, span, block));
        }
        rest = &rest[length.unwrap_or(1)..];
    }
    found
}

/// What stands before and behind a name, and how the name may be written.
struct Form {
    open: &'static str,
    close: &'static str,
    name: Name,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    /// Letters of any script, since it may have been translated.
    Translatable,
    Ascii,
}

/// The longer ones first; those with a space are what a translation engine makes of the form before.
const FORMS: [Form; 6] = [
    Form { open: "{{", close: "}}", name: Name::Translatable },
    Form { open: "${", close: "}", name: Name::Translatable },
    Form { open: "$ {", close: "}", name: Name::Translatable },
    Form { open: "{", close: "}", name: Name::Translatable },
    Form { open: "$(", close: ")", name: Name::Ascii },
    Form { open: "%", close: "%", name: Name::Ascii },
];

/// The same however the parts are spaced; in `%appdata%` letter case means nothing.
fn key(written: &str) -> Cow<'_, str> {
    let plain: Cow<'_, str> = if written.contains(char::is_whitespace) {
        written.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().into()
    } else {
        written.into()
    };
    if plain.starts_with('%') && plain.ends_with('%') { plain.to_uppercase().into() } else { plain }
}

/// The length of a placeholder of this form. Space may stand round the name in braces.
fn between(text: &str, form: &Form, before: Option<char>) -> Option<usize> {
    let rest = text.strip_prefix(form.open)?;
    let is_percent = form.open == "%";
    let name_start = if is_percent { 0 } else { rest.len() - rest.trim_start_matches(' ').len() };
    let name = &rest[name_start..];
    let fits = |letter: &char| match letter {
        '_' | '.' | '-' => true,
        letter if letter.is_ascii() => letter.is_ascii_alphanumeric(),
        letter => form.name == Name::Translatable && !letter.is_whitespace() && !is_mark(*letter),
    };
    let letters = name.chars().take(MOST_LETTERS + 1).take_while(fits);
    let (count, name) =
        letters.fold((0, 0), |(count, length), letter| (count + 1, length + letter.len_utf8()));
    let behind = rest.get(name_start + name..)?;
    let close = if is_percent { 0 } else { behind.len() - behind.trim_start_matches(' ').len() };
    let ends = (1..=MOST_LETTERS).contains(&count);
    let is_share = is_percent
        && (before.is_some_and(|letter| letter.is_numeric())
            || !rest.starts_with(|letter: char| letter.is_ascii_alphabetic()));
    (ends && !is_share && behind.get(close..)?.starts_with(form.close))
        .then_some(form.open.len() + name_start + name + close + form.close.len())
}

/// Letters of a name at the most.
const MOST_LETTERS: usize = 40;

/// A digit, or a letter of the script that the letters of a format are of.
fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '\u{c0}'..='\u{24f}')
}

/// Punctuation beyond ASCII, which stands in no name.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{a1}'..='\u{bf}' | '\u{2010}'..='\u{206f}' | '\u{3000}'..='\u{3020}' | '\u{ff00}'..='\u{ff0f}' | '\u{fffd}')
}

/// The length of `%(name)s`; a space may have come before its last letter.
fn named(text: &str) -> Option<usize> {
    let name = text.strip_prefix("%(")?;
    let length = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let behind = name.get(length..)?.strip_prefix(')')?;
    let space = usize::from(behind.starts_with(' '));
    behind.as_bytes().get(space).filter(|byte| b"sdfi".contains(byte))?;
    let next = behind.get(space + 1..)?.chars().next();
    (length > 0 && !next.is_some_and(is_word)).then_some("%(".len() + length + ")".len() + space + 1)
}

/// The length of `%s` or `%1$d`; not of `50 %d'entre`.
fn format(text: &str, before: Option<char>) -> Option<usize> {
    let rest = text.strip_prefix('%')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = if digits > 0 && rest.as_bytes().get(digits) == Some(&b'$') { digits + 1 } else { 0 };
    let kind = rest.as_bytes().get(number).filter(|byte| b"sdfiu@".contains(byte))?;
    let next = rest.get(number + 1..)?.chars().next();
    // One with a number means nothing else. Letters of other scripts touch it without a space.
    let alone = !next.is_some_and(|letter| is_word(letter) || letter == '\'' || letter == '’')
        && !before.is_some_and(|letter| is_word(letter) || letter.is_whitespace() && *kind != b's');
    (number > 0 || alone).then_some(number + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_of_many_programs() {
        let text =
            "Dear {name}, {{ x }} ${HOME} $(user) %APPDATA% %1$s %s. 50% of it, 100 %d'eux {a b} {{x}} %(n)d";
        assert_eq!(
            keys(text),
            ["{name}", "{{x}}", "${HOME}", "$(user)", "%APPDATA%", "%1$s", "%s", "{{x}}", "%(n)d"]
        );
    }

    #[test]
    fn letters_of_other_scripts_touch_a_format() {
        for text in ["%2$s개 중 %1$s개", "共%2$s个，第%1$s个", "%2$s'in %1$s'i", "%1$sさん…%2$d件"]
        {
            assert_eq!(keys(text).len(), 2, "{text}");
        }
        assert_eq!(keys("または%sまたは %(count)sรายการ"), ["%s", "%(count)s"]);
    }

    #[test]
    fn damaged_and_translated_ones() {
        for (damaged, sound) in [
            ("$ {local_app_data} ", "${local_app_data}"),
            ("%appdata%", "%APPDATA%"),
            ("{ name }", "{name}"),
            ("%(n) d", "%(n)d"),
            ("{{site.name}}", "{{ site.name }}"),
        ] {
            assert_eq!(keys(damaged), keys(sound), "{damaged}");
        }
        assert_eq!(keys("{numéro} {إينسيدينتيد} {事件}"), ["{numéro}", "{إينسيدينتيد}", "{事件}"]);
        assert!(keys("{a, b} 5%and% 50% ET 60% {} { } {“x”} 10 %(x) des").is_empty());
    }

    fn keys(text: &str) -> Vec<String> {
        of(text, Span::default(), 0).into_iter().map(|fact| fact.key.into_owned()).collect()
    }
}
