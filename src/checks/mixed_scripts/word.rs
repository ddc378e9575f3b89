//! Whether the letters of one word are of alphabets that do not belong together. Knows no file.

use super::letters::{Alphabet, look_alike};

/// A word with letters of an alphabet that it cannot have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mixed {
    /// The alphabet of the word.
    pub(super) main: Alphabet,
    /// The first letter that is not of it, and its alphabet.
    pub(super) letter: char,
    pub(super) foreign: Alphabet,
    /// The word with the letters of its own alphabet that look the same.
    pub(super) right: Option<String>,
    pub(super) certainty: Certainty,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    Certain,
    /// A name with an ending of the language behind it, unless the name has that letter elsewhere.
    OnlyIfKnown,
}

/// Letters in a row that are damage; more of them are a word that was glued to another.
const FEW: usize = 2;

/// Judges a word of Latin, Cyrillic and Greek letters in a text that is written in the alphabet `own`.
pub(super) fn mixed(word: &str, own: Option<Alphabet>) -> Option<Mixed> {
    let letters: Vec<(char, Alphabet)> =
        word.chars().filter_map(|letter| Some((letter, Alphabet::of(letter)?))).collect();
    let (_, first) = *letters.first()?;
    if letters.iter().all(|(_, alphabet)| *alphabet == first) || word.contains(is_phonetic) {
        return None;
    }
    let main = main(&letters, own);
    let (letter, foreign) = *letters.iter().find(|(_, alphabet)| *alphabet != main)?;
    let certainty = certainty(&letters, main, own)?;
    let own_letter = |letter: char| match Alphabet::of(letter) {
        Some(alphabet) if alphabet != main => look_alike(letter, main),
        _ => Some(letter),
    };
    let right = word.chars().map(own_letter).collect();
    Some(Mixed { main, letter, foreign, right, certainty })
}

/// The alphabet of most letters; that of the text where there are as many of another.
fn main(letters: &[(char, Alphabet)], own: Option<Alphabet>) -> Alphabet {
    let count = |alphabet| letters.iter().filter(|(_, other)| *other == alphabet).count();
    let most = [Alphabet::Greek, Alphabet::Cyrillic, Alphabet::Latin];
    let most = most.into_iter().max_by_key(|&alphabet| (count(alphabet), own == Some(alphabet)));
    most.unwrap_or(Alphabet::Latin)
}

/// Letters of phonetic transcriptions, which have Greek ones among them.
fn is_phonetic(letter: char) -> bool {
    matches!(letter, '\u{250}'..='\u{2af}')
}

/// None where the letters may stand there.
fn certainty(letters: &[(char, Alphabet)], main: Alphabet, own: Option<Alphabet>) -> Option<Certainty> {
    let runs: Vec<&[(char, Alphabet)]> = letters.chunk_by(|a, b| a.1 == b.1).collect();
    if letters.iter().any(|(_, alphabet)| *alphabet == Alphabet::FullWidth) {
        return Some(Certainty::Certain);
    }
    let last = runs.len() - 1;
    let judged = runs.iter().enumerate().filter(|(_, run)| run[0].1 != main).map(|(at, run)| {
        if at > 0 && at < last {
            inside(run, letters, main)
        } else if at == 0 {
            at_start(run, &letters[run.len()..], main, own)
        } else {
            at_end(run, &letters[..letters.len() - run.len()], main, own)
        }
    });
    // One run that is damage is enough.
    judged.flatten().min_by_key(|certainty| *certainty == Certainty::OnlyIfKnown)
}

fn inside(run: &[(char, Alphabet)], letters: &[(char, Alphabet)], main: Alphabet) -> Option<Certainty> {
    let is_stress =
        main == Alphabet::Cyrillic && run.iter().all(|(letter, _)| "áéíóúýÁÉÍÓÚÝ".contains(*letter));
    // `NFκB`
    let others = || letters.iter().filter(|(_, alphabet)| *alphabet == main);
    let is_symbol = run[0].1 == Alphabet::Greek && others().all(|(letter, _)| letter.is_uppercase());
    let is_damage = run.len() <= FEW || looks_alike(run, main);
    (is_damage && !is_stress && !is_symbol).then_some(Certainty::Certain)
}

fn at_start(
    run: &[(char, Alphabet)],
    rest: &[(char, Alphabet)],
    main: Alphabet,
    own: Option<Alphabet>,
) -> Option<Certainty> {
    let is_upper =
        |letter: Option<&(char, Alphabet)>| letter.is_some_and(|(letter, _)| letter.is_uppercase());
    let all_upper = run.iter().all(|(letter, _)| letter.is_uppercase());
    // `PDFфайл`, `iКнига`
    let is_glued = all_upper && run.len() > 1 && !is_upper(rest.first())
        || !is_upper(run.first()) && is_upper(rest.first());
    (!is_glued && is_damage(run, rest, main, own)).then_some(Certainty::Certain)
}

fn at_end(
    run: &[(char, Alphabet)],
    rest: &[(char, Alphabet)],
    main: Alphabet,
    own: Option<Alphabet>,
) -> Option<Certainty> {
    let is_ending = main == Alphabet::Latin
        && own == run.first().map(|(_, alphabet)| *alphabet)
        && run.iter().all(|(letter, _)| letter.is_lowercase());
    if is_ending {
        return looks_alike(run, main).then_some(Certainty::OnlyIfKnown);
    }
    is_damage(run, rest, main, own).then_some(Certainty::Certain)
}

/// Whether one or two letters at an edge of a word are not a symbol, a preposition or an ending.
fn is_damage(
    run: &[(char, Alphabet)],
    rest: &[(char, Alphabet)],
    main: Alphabet,
    own: Option<Alphabet>,
) -> bool {
    if run.len() > FEW {
        return false;
    }
    let foreign = run[0].1;
    let is_greek = main == Alphabet::Greek || foreign == Alphabet::Greek;
    if is_greek && rest.len() < 2 {
        return false;
    }
    if looks_alike(run, main) {
        return true;
    }
    // Letters that no reader takes for another: what is left of `č` and `š` read as another code page. In a text in Cyrillic they are words glued together.
    main == Alphabet::Latin && foreign == Alphabet::Cyrillic && own != Some(Alphabet::Cyrillic)
}

fn looks_alike(run: &[(char, Alphabet)], main: Alphabet) -> bool {
    run.iter().all(|(letter, _)| look_alike(*letter, main).is_some())
}

#[cfg(test)]
mod tests {
    use super::{Alphabet, Certainty, mixed};

    fn certain(own: Alphabet, words: &str) -> Vec<&str> {
        let is_mixed =
            |word: &&str| mixed(word, Some(own)).is_some_and(|mixed| mixed.certainty == Certainty::Certain);
        words.split(' ').filter(is_mixed).collect()
    }

    #[test]
    fn damage() {
        let latin =
            "hostujeљ neobiиne Cуmo sesiуn љifra naиin Zagreљtdescription Оffice Micrоsoft wοrd Ειnstein";
        assert_eq!(certain(Alphabet::Latin, latin).join(" "), latin);
        let cyrillic = "cтрока Cтрока слoво APIВ Micrоsoft словo пpоcтo";
        assert_eq!(certain(Alphabet::Cyrillic, cyrillic).join(" "), cyrillic);
        let greek = "Eλληνικά λoγος Aρχείο";
        assert_eq!(certain(Alphabet::Greek, greek).join(" "), greek);
    }

    #[test]
    fn meant() {
        let none: Vec<&str> = Vec::new();
        let latin = "μm μs kΩ Δt αVersion NFκB TNFα βcarotene ˈbɛθɪ Wordпример über Straße µm π ﬁn";
        assert_eq!(certain(Alphabet::Latin, latin), none);
        let cyrillic = "Wordом Wordа PDFфайл iКнига вWord SQLзапрос бóльший COMпорт слово ё nмерный";
        assert_eq!(certain(Alphabet::Cyrillic, cyrillic), none);
        assert_eq!(certain(Alphabet::Greek, "Δv Δx λόγος kΩ"), none);
    }

    #[test]
    fn letters_that_look_alike_are_replaced() {
        let right = |word: &str, own| mixed(word, Some(own)).and_then(|mixed| mixed.right);
        assert_eq!(right("cтрoка", Alphabet::Cyrillic).as_deref(), Some("строка"));
        assert_eq!(right("Оffice", Alphabet::Latin).as_deref(), Some("Office"));
        assert_eq!(right("Ｗord", Alphabet::Latin).as_deref(), Some("Word"));
        assert_eq!(right("neobiиne", Alphabet::Latin), None);
    }
}
