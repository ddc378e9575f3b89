//! Which alert a word in another language stands for. The words are those of the interface; reads no articles' meaning.

use std::sync::LazyLock;

use crate::checks::check::nearest;
use crate::diagnostic::Applicability;
use crate::messages;

/// The alerts there are.
pub(super) const ALERTS: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// The title of an alert in one language.
struct Title {
    tag: String,
    word: String,
    alert: &'static str,
}

/// The titles that the interface gives to alerts, in every language it is shipped in.
static TITLES: LazyLock<Vec<Title>> = LazyLock::new(|| {
    let mut titles = Vec::new();
    for file in messages::embedded() {
        for alert in ALERTS {
            let key = format!("alert-{} = ", alert.to_ascii_lowercase());
            if let Some(word) = file.text.lines().find_map(|line| line.strip_prefix(&key)) {
                let (tag, word) = (file.locale.tag().to_owned(), word.trim().to_owned());
                titles.push(Title { tag, word, alert });
            }
        }
    }
    titles
});

/// The alert that a word stands for in articles of a locale.
pub(super) fn of_word(word: &str, tag: &str) -> Option<(&'static str, Applicability)> {
    let own = || TITLES.iter().filter(|title| title.tag == tag);
    let same = |title: &&Title| title.word.to_lowercase() == word.to_lowercase();
    if let Some(title) = own().find(same) {
        return Some((title.alert, Applicability::Safe));
    }
    let slip = nearest(word, ALERTS);
    let mut others = TITLES.iter().filter(same).map(|title| title.alert);
    let other = others.next().filter(|first| others.all(|other| other == *first));
    let almost = || {
        let near = nearest(word, own().map(|title| title.word.as_str()))?;
        own().find(|title| title.word == near).map(|title| title.alert)
    };
    // `SFATURI` is the plural of `Sfat`.
    let longer = || {
        let begins = |title: &&Title| {
            title.word.chars().count() > 3 && word.to_lowercase().starts_with(&title.word.to_lowercase())
        };
        own().find(begins).map(|title| title.alert)
    };
    slip.or(other).or_else(almost).or_else(longer).map(|alert| (alert, Applicability::Unsafe))
}

/// The words of all alerts of a text, known or not, in order, with the places of the words.
pub(super) fn alerts(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some((start, word)) = alert_of(line) {
            found.push((at + start, word));
        }
        at += line.len();
    }
    found
}

/// `> [!WORD]` at the start of a line, and where the word stands.
fn alert_of(line: &str) -> Option<(usize, &str)> {
    let inside = line.trim_start().strip_prefix('>')?.trim_start().strip_prefix("[!")?;
    let word = inside.trim_start();
    let start = line.len() - word.len();
    let (word, _) = word.split_once(']')?;
    let word = word.trim_end();
    let is_word = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    is_word.then_some((start, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_of_the_interface_is_known() {
        assert!(TITLES.len() >= 35, "{}", TITLES.len());
        for title in TITLES.iter() {
            let found = of_word(&title.word.to_uppercase(), &title.tag);
            assert_eq!(found.map(|(alert, _)| alert), Some(title.alert), "{} {}", title.tag, title.word);
        }
        assert_eq!(of_word("whatever", "en-US"), None);
    }

    #[test]
    fn alerts_and_their_places() {
        let text = "> [!NOTE]\n> x\n\n  > [! עצה ] y\n> [!VIDEO https://x]\n> [!div class=\"x\"]\n[!TIP]\n";
        let words: Vec<&str> =
            alerts(text).into_iter().map(|(at, word)| &text[at..at + word.len()]).collect();
        assert_eq!(words, ["NOTE", "עצה"]);
    }
}
