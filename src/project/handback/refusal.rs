//! Why a translation is not taken, in the words of those who translate. Judges nothing.

use crate::exchange::RefusalKind;

/// What is wrong with a unit, and what to do.
pub(super) fn words(kind: &RefusalKind) -> (String, &'static str) {
    match kind {
        RefusalKind::CodeLost(code) => (
            format!("the code {} of the source is missing", shown(code)),
            "put it where it belongs in the translation",
        ),
        RefusalKind::CodeDoubled(code) => {
            (format!("the code {} is there more than once", shown(code)), "leave it once, as in the source")
        }
        RefusalKind::CodeAdded(code) => (
            format!("the source has no code {}", shown(code)),
            "remove it: only codes of the source may be used",
        ),
        RefusalKind::PairNotClosed(code) => (
            format!("one end of the pair {} is missing, or they are the wrong way round", shown(code)),
            "put both ends round the words that they are for",
        ),
        RefusalKind::CodesCrossing(code) => (
            format!("the pair {} ends within another one that began in it", shown(code)),
            "end the inner pair before the outer one",
        ),
        RefusalKind::PairEmpty(code) => (
            format!("there is nothing to read in the pair {}", shown(code)),
            "put the words between its ends that it is for",
        ),
        RefusalKind::NoText => (
            "there is nothing to read in this unit".to_owned(),
            "translate it: it has only signs that nobody sees",
        ),
        RefusalKind::Unprintable(letter) => {
            (format!("the character U+{:04X} is no text", u32::from(*letter)), "remove it")
        }
        RefusalKind::UnknownUnit => (
            "the source has no such unit".to_owned(),
            "hand back the file that was handed off, with all its units and no other",
        ),
        RefusalKind::UnitMissing => {
            ("this unit is missing".to_owned(), "hand back the file that was handed off, with all its units")
        }
        RefusalKind::UnitTwice => ("this unit is there twice".to_owned(), "leave it once"),
        RefusalKind::SourceAltered => (
            "its source is not what was handed off".to_owned(),
            "leave the source as it was, and translate that",
        ),
        RefusalKind::NotWritable => (
            "it cannot be written so that it reads as it came back".to_owned(),
            "write it more simply: without signs of Markdown at its ends or beside codes",
        ),
    }
}

fn shown(code: &str) -> String {
    let code: String = code.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("`{code}`")
}
