//! Somebody who translates packages: fills in what is not translated, in every format, with letters of another language, and changes no markup.

use std::fs;
use std::path::{Path, PathBuf};

use crate::site;

/// Fills in all files of a folder of a package; their paths.
pub(crate) fn fill(folder: &Path) -> Vec<PathBuf> {
    let files = site::files(folder).into_iter().filter(|file| {
        !file.ends_with(".json") && !["sources/", "translations/"].iter().any(|kept| file.starts_with(kept))
    });
    let files: Vec<PathBuf> = files.map(|file| folder.join(file)).collect();
    files.iter().for_each(|file| fill_file(file));
    files
}

/// Fills in one file. Its path says for which locale.
pub(crate) fn fill_file(file: &Path) {
    let text = fs::read_to_string(file).unwrap();
    let is_hebrew = file.to_string_lossy().contains("he-IL");
    let foreign = |text: &str| foreign(text, is_hebrew);
    let filled = match file.extension().unwrap().to_str().unwrap() {
        "xlf" => xliff(&text, &foreign),
        "po" => po(&text, &foreign),
        _ => draft(&text, &foreign),
    };
    fs::write(file, filled).unwrap();
}

fn xliff(text: &str, foreign: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        let source = line.trim().strip_prefix("<source>").and_then(|it| it.strip_suffix("</source>"));
        let Some(source) = source else { continue };
        if !lines.peek().is_some_and(|next| next.trim().starts_with("<target")) {
            out.push_str(&format!("        <target>{}</target>\n", foreign(source)));
        }
    }
    out
}

fn po(text: &str, foreign: &dyn Fn(&str) -> String) -> String {
    let entry = |entry: &str| {
        let Some((head, source)) = entry.split_once("\nmsgid ") else { return entry.to_owned() };
        let Some((source, target)) = source.split_once("\nmsgstr ") else { return entry.to_owned() };
        let is_open = target.trim() == "\"\"" || head.contains("#, fuzzy");
        if !is_open || source.trim() == "\"\"" && head.is_empty() {
            return entry.to_owned();
        }
        let said: String = source.lines().map(|line| line.trim().trim_matches('"')).collect();
        let head: Vec<&str> =
            head.lines().filter(|line| !line.starts_with("#, fuzzy") && !line.starts_with("#|")).collect();
        format!("{}\nmsgid {source}\nmsgstr \"{}\"\n", head.join("\n"), foreign(&said))
    };
    let (header, entries) = text.split_once("\n\n").unwrap();
    format!("{header}\n\n{}", entries.split("\n\n").map(entry).collect::<Vec<_>>().join("\n\n"))
}

fn draft(text: &str, foreign: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    let (mut is_open, mut is_key) = (false, false);
    for line in text.split_inclusive('\n') {
        let is_mark = |mark: &str| line.trim() == format!("<!-- faqtory: {mark} -->");
        if line.starts_with("# faqtory: ") {
            is_key = true;
        } else if is_mark("new") || is_mark("changed") || is_mark("end") {
            is_open = !is_mark("end");
        } else if is_key {
            let (key, value) = line.split_once(": ").unwrap();
            out.push_str(&format!("{key}: {}", foreign(value)));
            is_key = false;
        } else if is_open {
            out.push_str(&foreign(line));
        } else {
            let mut parts: Vec<&str> = line.split(" <!-- faqtory: ").collect();
            let rest = parts.remove(0).to_owned();
            let mut line = if parts.is_empty() { rest } else { foreign(&rest) };
            for part in parts {
                let after = part.split_once("-->").unwrap().1;
                line.push_str(&if after.trim_matches([' ', '|', '\n']).is_empty() {
                    after.to_owned()
                } else {
                    foreign(after)
                });
            }
            out.push_str(&line);
        }
    }
    out
}

/// The text in other letters, but for tags, references, code and addresses.
fn foreign(text: &str, is_hebrew: bool) -> String {
    let mut out = String::new();
    let mut until: Option<char> = None;
    let mut last = ' ';
    for letter in text.chars() {
        match until {
            Some(end) if letter == end => until = None,
            Some(_) => {}
            None => {
                until = match letter {
                    '<' => Some('>'),
                    '&' if !text.contains("& ") => Some(';'),
                    '`' => Some('`'),
                    '(' if last == ']' => Some(')'),
                    _ => None,
                }
            }
        }
        last = letter;
        let own = match letter {
            _ if until.is_some() => letter,
            'a'..='z' | 'A'..='Z' if is_hebrew => {
                char::from_u32(0x5d0 + (letter.to_ascii_lowercase() as u32 - 'a' as u32) % 22).unwrap()
            }
            'a' => 'ä',
            'o' => 'ö',
            'u' => 'ü',
            'i' => 'ß',
            other => other,
        };
        out.push(own);
    }
    out
}
