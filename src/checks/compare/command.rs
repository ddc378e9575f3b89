//! What a reader types or looks for letter by letter: commands, their parameters, programs, registry keys and constants.
//! Knows no languages.

use memchr::{memchr_iter, memchr3_iter};

use crate::diagnostic::Span;

use super::Fact;

/// The names in the text of a block, code in lines included.
pub(super) fn of(text: &str, span: Span, block: usize) -> Vec<Fact<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    for mark in marks(text.as_bytes()) {
        if mark < from {
            continue;
        }
        // Other scripts touch a name without a space: `REG_DWORDを`.
        let is_within = |letter: char| is_of_name(letter) || is_latin(letter);
        let start = text[..mark].rfind(|letter| !is_within(letter));
        let start = start.map_or(0, |before| text.ceil_char_boundary(before + 1));
        from = text[mark..].find(|letter| !is_within(letter)).map_or(text.len(), |length| mark + length);
        let word = trimmed(&text[start..from]);
        let word = if is_parameter(word) { word } else { word.trim_start_matches('-') };
        if is_name(word) {
            found.push(Fact::in_block(word, word, span, block));
        }
    }
    found
}

/// The marks that stand where names have them, in order: every name has one, and hardly a block.
fn marks(text: &[u8]) -> Vec<usize> {
    let is_followed = |at: usize, fits: fn(&u8) -> bool| text.get(at + 1).is_some_and(fits);
    let dashes = memchr_iter(b'-', text).filter(|at| is_followed(*at, u8::is_ascii_uppercase));
    let others = memchr3_iter(b'.', b'_', b'\\', text)
        .filter(|at| text[*at] == b'\\' || is_followed(*at, u8::is_ascii_alphanumeric));
    let mut marks: Vec<usize> = dashes.chain(others).collect();
    marks.sort_unstable();
    marks
}

/// A word of the text that has the shape of a command, whatever its letters: `Hole-Postfachordner`.
pub(crate) fn like_command(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').map(trimmed);
    words.filter(|word| {
        word.split_once('-').is_some_and(|(verb, noun)| {
            let is_word = |part: &str| part.starts_with(char::is_uppercase) && part.chars().nth(2).is_some();
            is_word(verb) && is_word(noun) && !noun.contains('-')
        })
    })
}

/// Whether a name is a command of PowerShell for certain: its verb is one.
pub(crate) fn has_known_verb(name: &str) -> bool {
    name.split_once('-').is_some_and(|(verb, _)| VERBS.contains(&verb))
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '\\')
}

/// A Latin letter beyond ASCII: what it stands in is a word of a language.
fn is_latin(letter: char) -> bool {
    matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn trimmed(word: &str) -> &str {
    word.trim_end_matches(['.', '-', '\\']).trim_start_matches(['.', '\\'])
}

fn is_name(word: &str) -> bool {
    word.is_ascii()
        && (is_command(word) || is_parameter(word) || is_program(word) || is_key(word) || is_constant(word))
}

/// `Get-MailboxFolder`: a verb of PowerShell and a noun, or any verb and a noun with capitals inside.
fn is_command(word: &str) -> bool {
    let Some((verb, noun)) = word.split_once('-') else { return false };
    let is_capitalised = |part: &str| {
        part.starts_with(|letter: char| letter.is_ascii_uppercase())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && part.bytes().any(|byte| byte.is_ascii_lowercase())
    };
    let humps = |part: &str| {
        part.as_bytes()
            .windows(2)
            .filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
            .count()
    };
    is_capitalised(verb)
        && is_capitalised(noun)
        && humps(verb) == 0
        && (humps(noun) > 0 || noun.len() > 3 && VERBS.contains(&verb))
}

/// Verbs that stand before nouns of one word, and seldom in a compound of a text.
const VERBS: [&str; 16] = [
    "Connect",
    "Disable",
    "Disconnect",
    "Enable",
    "Export",
    "Get",
    "Import",
    "Install",
    "Invoke",
    "New",
    "Register",
    "Remove",
    "Restart",
    "Set",
    "Uninstall",
    "Update",
];

/// `-ForwardingAddress`.
fn is_parameter(word: &str) -> bool {
    word.strip_prefix('-').is_some_and(|name| {
        let bytes = name.as_bytes();
        bytes.first().is_some_and(u8::is_ascii_uppercase)
            && bytes.iter().all(u8::is_ascii_alphanumeric)
            && bytes.windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
    })
}

/// `setup.exe`; not `yourfile.exe`, which people translate.
fn is_program(word: &str) -> bool {
    let Some((stem, extension)) = word.rsplit_once('.') else { return false };
    let extension = extension.to_ascii_lowercase();
    let stem = stem.to_ascii_lowercase();
    PROGRAMS.contains(&&*extension)
        && stem.len() > 1
        && !["file", "name", "your", "path", "example", "myapp", "myprog"]
            .iter()
            .any(|word| stem.contains(word))
}

const PROGRAMS: [&str; 9] = ["bat", "cmd", "cpl", "dll", "exe", "msc", "msi", "ps1", "sys"];

/// `HKEY_CURRENT_USER\Software`.
fn is_key(word: &str) -> bool {
    ["HKEY_", "HKLM\\", "HKCU\\"].iter().any(|hive| word.starts_with(hive))
}

/// `REG_DWORD`.
fn is_constant(word: &str) -> bool {
    let is_of_constant = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    let is_blank = || word.split('_').any(|part| BLANKS.contains(&part));
    word.len() > 4 && word.trim_matches('_').contains('_') && word.bytes().all(is_of_constant) && !is_blank()
}

/// Words of what a reader fills in, which people translate: `YOUR_API_KEY`.
const BLANKS: [&str; 5] = ["EXAMPLE", "MY", "NAME", "SAMPLE", "YOUR"];

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        of(text, Span::default(), 0).into_iter().map(|fact| fact.key.into_owned()).collect()
    }

    #[test]
    fn names_of_many_kinds() {
        assert_eq!(
            names(
                "Run Get-MailboxFolder -SourceFolder x, then setup.exe. In HKEY_CURRENT_USER\\Software set REG_DWORD, Get-Mailbox."
            ),
            [
                "Get-MailboxFolder",
                "-SourceFolder",
                "setup.exe",
                "HKEY_CURRENT_USER\\Software",
                "REG_DWORD",
                "Get-Mailbox"
            ]
        );
    }

    #[test]
    fn letters_of_other_scripts_touch_a_name() {
        assert_eq!(
            names("REG_DWORDをSet-MailboxFolderで設定、ה-HKEY_LOCAL_MACHINE\\Softwareを"),
            ["REG_DWORD", "Set-MailboxFolder", "HKEY_LOCAL_MACHINE\\Software",]
        );
        assert!(names("Über-SetupDatei, Get-Mailbéx").is_empty());
    }

    #[test]
    fn words_that_are_no_names() {
        assert!(names("Wi-Fi, Drop-Down, Add-In, E-Mail, SharePoint-Website, Set-Up, Start-Menü, A_B, e.g., yourfile.exe, YOUR_API_KEY, example.com, -Text, - Text, _x_").is_empty());
    }

    #[test]
    fn words_like_commands() {
        let text = "Hole-Postfachordner, Nabavite-Mailboxfolderaccess, Получить-Папку; Wi-Fi, drop-down, hole-Postfach, A-B-C";
        let found: Vec<&str> = like_command(text).collect();
        assert_eq!(found, ["Hole-Postfachordner", "Nabavite-Mailboxfolderaccess", "Получить-Папку"]);
    }
}
