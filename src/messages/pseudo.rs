//! Text as if it were translated: Latin letters with accents, vowels doubled, other scripts lengthened. Arguments never
//! come here, so they stay as they are.

use std::borrow::Cow;

/// Letters and what becomes of them.
const ACCENTED: [(&str, &str); 2] = [
    ("abcdefghijklmnopqrstuvwxyz", "áƀçďéƒĝĥíĵķľɱñóƥɋŕšťúṽŵẋýž"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ÁƁÇĎÉƑĜĤÍĴĶĽṀÑÓƤɊŔŠŤÚṼŴẊÝŽ"),
];

/// Letters of other scripts that are followed by one stroke more.
const STRETCH: usize = 3;

pub(super) fn text(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 2);
    let mut foreign = 0;
    for c in text.chars() {
        let accented = accented(c).unwrap_or(c);
        out.push(accented);
        if matches!(c, 'a' | 'e' | 'i' | 'o' | 'u') {
            out.push(accented);
        } else if accented == c && c.is_alphabetic() {
            foreign += 1;
            if foreign % STRETCH == 0 {
                out.push('~');
            }
        }
    }
    Cow::Owned(out)
}

fn accented(letter: char) -> Option<char> {
    ACCENTED.iter().find_map(|(plain, accented)| {
        let place = plain.chars().position(|c| c == letter)?;
        accented.chars().nth(place)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Arg, MessageFile, Messages};
    use crate::locale::Locale;

    #[test]
    fn every_letter_has_another() {
        for letter in ('a'..='z').chain('A'..='Z') {
            assert_ne!(super::accented(letter).unwrap(), letter);
        }
    }

    #[test]
    fn arguments_stay_and_plural_forms_are_chosen() {
        let text = "hits = { $count ->\n    [one] one hit for { $text }\n   *[other] { $count } hits for { $text }\n }\n";
        let locale = Locale::parse("en-US").unwrap();
        let file = MessageFile { locale: locale.clone(), path: "x.ftl".into(), text: text.to_owned() };
        let (mut messages, _) = Messages::new(vec![vec![file]]);
        messages.pseudo_localise();
        let bundle = messages.bundle(&locale);
        let say = |count| {
            bundle.text("hits", &[("count", Arg::Number(count)), ("text", Arg::Text("base"))]).unwrap().text
        };
        assert_eq!(say(1), "óóñéé ĥííť ƒóóŕ base");
        assert_eq!(say(2), "2 ĥííťš ƒóóŕ base");
    }

    #[test]
    fn other_scripts_are_lengthened() {
        assert_eq!(super::text("חיפוש מהיר"), "חיפ~וש מ~היר~");
    }
}
