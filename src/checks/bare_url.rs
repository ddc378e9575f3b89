//! `bare-url`: an address in running text that is not a link.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};
use crate::markdown::StrayKind;

use super::check::{in_blocks, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "bare-url",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a bare URL is not a link",
    explanation: "\
## What it does
Checks for `http://…` and `https://…` in running text. Example domains (`example.com`, `contoso.com`, `localhost`) and URLs that contain placeholders are ignored.

## Why is this bad?
Readers have to copy the URL. Some tools turn it into a link and some do not, and where it ends is a guess.

## Example
```markdown
Sign in at https://portal.office.com and choose a user.
```

## Fix
Write `[the admin center](https://portal.office.com)`, which says where the link leads. If readers should copy the URL, format it as code; the fix does so for addresses of callbacks and behind words such as “for example”. `check --fix --unsafe-fixes` writes `<https://portal.office.com>`.",
    run: Run::File(run),
};

/// Hosts, and ends of hosts, that are examples.
const EXAMPLES: [&str; 7] =
    ["example.com", "example.org", "example.net", ".example", ".test", "localhost", "yourdomain.com"];

/// Names that Microsoft gives to companies that do not exist, anywhere in a host.
const COMPANIES: [&str; 4] = ["contoso", "fabrikam", "adatum", "northwindtraders"];

/// Characters that end an address.
const ENDS: &str = "<>\"`|*{}「」『』（）【】。、，；：！？“”„»«’‘";

/// Longer ones are not addresses that a reader could open.
const MAX_ADDRESS: usize = 2_000;

fn run(file: &File, findings: &mut Findings<'_>) {
    for found in in_blocks(file, StrayKind::Address) {
        let block = &file.text[..found.block.span.end as usize];
        let mut line = Line::default();
        let (mut read, mut word_end) = (found.block.span.start as usize, 0);
        for stray in &found.strays {
            let start = stray.start as usize;
            line.read(&block[read..start]);
            read = start;
            if word_end <= start {
                word_end = start + word(&block[start..]).len();
            }
            if word_end - start > MAX_ADDRESS || line.is_directive() || is_target(&block[..start]) {
                continue;
            }
            let whole = &block[start..word_end];
            let url = address(&whole[..unglued(whole)]);
            if !is_whole(url, &block[start + url.len()..]) {
                continue;
            }
            findings.push(file, finding(block, start, url));
        }
    }
}

fn finding(block: &str, start: usize, url: &str) -> Finding {
    let end = start + url.len();
    let is_bracketed = block[..start].ends_with('[') && block[end..].starts_with(']');
    let span = Span::new(start - usize::from(is_bracketed), end + usize::from(is_bracketed));
    let finding = Finding::new(span, format!("`{}` is not a link", shortened(url)));
    if url.contains(|c: char| !c.is_ascii()) {
        // Where the address ends, and whether a word was glued to it, only its author knows.
        return finding.help("write `[text](url)`, and a space before a word that is no part of the URL");
    }
    if is_copied(&block[..start], url) {
        let finding = finding.help("format the URL as code: it is an example, or copied into a setting");
        return finding.fix(Applicability::Unsafe, span, format!("`{url}`"));
    }
    finding.help("write `[text](url)`, or format the URL as code if it is to be copied").fix(
        Applicability::Unsafe,
        span,
        format!("<{url}>"),
    )
}

/// Parts of paths to which programs lead a browser back.
const CALLBACKS: [&str; 3] = ["callback", "redirect", "oauth"];

/// What introduces an example.
const FOR_EXAMPLE: [&str; 14] = [
    "such as",
    "for example",
    "e.g.",
    "z. B.",
    "zum Beispiel",
    "par exemple",
    "por ejemplo",
    "por exemplo",
    "ad esempio",
    "piemēram",
    "na primer",
    "de exemplu",
    "например",
    "כגון",
];

/// Whether no reader opens the address: programs do, or it is an example.
fn is_copied(before: &str, url: &str) -> bool {
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let path = path.split(['?', '#']).next().unwrap_or("").to_ascii_lowercase();
    let before = before.trim_end_matches([' ', '\u{a0}', ',', ':', '[', '"', '(']);
    CALLBACKS.iter().any(|part| path.contains(part)) || FOR_EXAMPLE.iter().any(|lead| before.ends_with(lead))
}

/// The length of an address without the word that is glued to it: `https://e.org/aでは`. Scripts without spaces alone,
/// and not behind a slash, where the name of a page may stand.
fn unglued(word: &str) -> usize {
    let mut before = None;
    for (at, c) in word.char_indices() {
        let is_unspaced =
            matches!(c, '\u{e01}'..='\u{e4e}' | '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
        if is_unspaced && before.is_some_and(|before: char| before.is_ascii_alphanumeric()) {
            return at;
        }
        before = Some(c);
    }
    word.len()
}

/// What may be an address at the start of `text`, with the punctuation behind it.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| c.is_whitespace() || c.is_control() || ENDS.contains(c));
    &text[..end.unwrap_or(text.len())]
}

/// The address without the punctuation of the sentence.
fn address(word: &str) -> &str {
    let surplus =
        |open: char, close: char| word.matches(close).count().saturating_sub(word.matches(open).count());
    let (mut round, mut square) = (surplus('(', ')'), surplus('[', ']'));
    let is_sentence = |c: char| match c {
        ')' if round > 0 => {
            round -= 1;
            true
        }
        ']' if square > 0 => {
            square -= 1;
            true
        }
        _ => matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '_' | '\\' | '~'),
    };
    word.trim_end_matches(is_sentence)
}

/// Whether it leads to a real host, and nothing behind it belongs to it.
fn is_whole(url: &str, after: &str) -> bool {
    let host = url.split_once("://").map_or("", |(_, rest)| rest).split(['/', '?', '#', ':']).next();
    let host = host.unwrap_or("").to_ascii_lowercase();
    let is_host = host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
        && host.contains('.')
        && host.split('.').all(|label| !label.is_empty());
    let is_example = EXAMPLES.iter().any(|example| host.ends_with(example))
        || COMPANIES.iter().any(|company| host.contains(company));
    // `…?id= [your ID]` goes on behind the white space.
    let goes_on = after.starts_with(['<', '{', '*', '`']) || url.ends_with('=');
    is_host && !is_example && !goes_on && !url.contains(['[', ']', '\\'])
}

/// The target of a link that was not read as one: another check reports it.
fn is_target(before: &str) -> bool {
    let trimmed = before.trim_end();
    let is_target =
        trimmed.strip_suffix(['(', '（']).is_some_and(|rest| rest.trim_end().ends_with([']', '］', '】']));
    let is_reversed = trimmed.strip_suffix('[').is_some_and(|rest| rest.trim_end().ends_with([')', ']']));
    is_target || is_reversed
}

/// What stands in the line so far, read piece by piece.
#[derive(Default)]
struct Line {
    has_colons: bool,
    /// `[!` without a `]` behind it.
    is_open: bool,
}

impl Line {
    fn read(&mut self, text: &str) {
        let line = text.rfind('\n').map_or(text, |newline| &text[newline..]);
        if line.len() < text.len() || line.starts_with('\n') {
            *self = Self::default();
        }
        self.has_colons |= line.contains(":::");
        self.is_open = match line.rfind("[!") {
            Some(at) => !line[at..].contains(']'),
            None => self.is_open && !line.contains(']'),
        };
    }

    /// A video or a directive that was not read as one: other checks report it.
    fn is_directive(&self) -> bool {
        self.has_colons || self.is_open
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    fn found(text: &str) -> String {
        findings(&CHECK, &[("content/en/a.md", &format!("# A\n\n{text}\n"))])
    }

    #[test]
    fn addresses_that_are_no_links() {
        insta::assert_snapshot!(found("Go to https://a.test.net/x_y?z=1&b=2. (See http://b.net/c_(d)) https://c.net。"), @r"
        content/en/a.md `https://a.test.net/x_y?z=1&b=2`: `https://a.test.net/x_y?z=1&b=2` is not a link (write `[text](url)`, or format the URL as code if it is to be copied)
          Unsafe: `https://a.test.net/x_y?z=1&b=2` → `<https://a.test.net/x_y?z=1&b=2>`
        content/en/a.md `http://b.net/c_(d)`: `http://b.net/c_(d)` is not a link (write `[text](url)`, or format the URL as code if it is to be copied)
          Unsafe: `http://b.net/c_(d)` → `<http://b.net/c_(d)>`
        content/en/a.md `https://c.net`: `https://c.net` is not a link (write `[text](url)`, or format the URL as code if it is to be copied)
          Unsafe: `https://c.net` → `<https://c.net>`
        ");
    }

    #[test]
    fn addresses_that_are_copied() {
        for text in [
            "The redirect URL is https://a.test.net/auth/callback",
            "Tāda adrese, piemēram, https://a.test.net/x",
            "כתובת כגון: https://a.test.net/x",
        ] {
            let found = found(text);
            assert!(found.contains("format the URL as code") && found.contains("→ ``https://"), "{found}");
        }
        assert!(found("Read https://a.test.net/auth").contains("→ `<https://"));
    }

    #[test]
    fn words_that_are_glued_to_it() {
        insta::assert_snapshot!(found("https://a.test.net/aでは https://a.test.net/a#section-5.2enthält. [https://a.test.net/x] https://a.test.net/wiki/日本\n\nhttps://a.test.net/aให้"), @"
        content/en/a.md `https://a.test.net/a`: `https://a.test.net/a` is not a link (write `[text](url)`, or format the URL as code if it is to be copied)
          Unsafe: `https://a.test.net/a` → `<https://a.test.net/a>`
        content/en/a.md `https://a.test.net/a#section-5.2enthält`: `https://a.test.net/a#section-5.2enthält` is not a link (write `[text](url)`, and a space before a word that is no part of the URL)
        content/en/a.md `[https://a.test.net/x]`: `https://a.test.net/x` is not a link (write `[text](url)`, or format the URL as code if it is to be copied)
          Unsafe: `[https://a.test.net/x]` → `<https://a.test.net/x>`
        content/en/a.md `https://a.test.net/wiki/日本`: `https://a.test.net/wiki/日本` is not a link (write `[text](url)`, and a space before a word that is no part of the URL)
        content/en/a.md `https://a.test.net/a`: `https://a.test.net/a` is not a link (write `[text](url)`, or format the URL as code if it is to be copied)
          Unsafe: `https://a.test.net/a` → `<https://a.test.net/a>`
        ");
    }

    #[test]
    fn what_stands_before_it_in_its_line() {
        assert_eq!(found("[!VIDEOS https://a.net https://b.net\n\n:::x https://c.net https://d.net"), "");
        let on_two_lines = found("[!VIDEOS https://a.net\nhttps://b.net [!x] https://c.net");
        assert!(!on_two_lines.contains("a.net"), "{on_two_lines}");
        assert!(on_two_lines.contains("`https://b.net` is") && on_two_lines.contains("`https://c.net` is"));
    }

    #[test]
    fn punctuation_of_the_sentence() {
        for (word, url) in [
            ("http://a.b).).", "http://a.b"),
            ("http://a.b/(c)).", "http://a.b/(c)"),
            ("http://a.b/[c])]!?", "http://a.b/[c]"),
        ] {
            assert_eq!(super::address(word), url);
        }
        assert_eq!(found(&format!("https://a.net/{}", "x".repeat(3_000))), "");
    }

    #[test]
    fn links_examples_and_placeholders() {
        assert_eq!(
            found(
                "<https://a.net> [x](https://a.net) `https://a.net` https://contoso.com https://{tenant}.a.net [https://a.net](b) [x] (https://a.net)\n\n[!VIDEO https://www.youtube.com/embed/x]\n\n    https://a.net\n"
            ),
            ""
        );
    }
}
