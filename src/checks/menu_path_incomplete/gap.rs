//! Gaps of a menu path: a `>` without a whole name on one of its sides. Reads one line, and knows no files.

use super::words::{JOINTS, LEADS, NO_CASE_LEADS, PAGES};

/// Where a path has lost a name.
pub(super) struct Gap<'l> {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: Kind<'l>,
}

/// What shows that a name is not whole.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'l> {
    Empty,
    /// No name ends with this word. Whether it stands for a name, or divides one, is not known.
    Ends(&'l str),
    Begins(&'l str),
}

/// From the first place of a line where a name is missing to the last one; `all` are its separators.
pub(super) fn gap<'l>(line: &'l str, rest: &str, all: &[(usize, usize)]) -> Option<Gap<'l>> {
    let mut gap: Option<Gap<'l>> = None;
    let mut last = 0;
    for (at, &(from, to)) in all.iter().enumerate() {
        let (before, behind) = (&line[..from], &line[to..]);
        let name = &line[std::mem::replace(&mut last, to)..from];
        let is_end = at + 1 == all.len() && rest.is_empty();
        let missing = match all.get(at + 1) {
            Some(&(next, end)) if line[to..next].trim().is_empty() => Some((end, Kind::Empty)),
            _ if at == 0 && lacks_first(before, behind) => Some((to, Kind::Empty)),
            _ if is_button(before, behind) => None,
            _ if goes_on(behind) && joint(name, at).is_some() => {
                joint(name, at).map(|word| (to, Kind::Ends(word)))
            }
            _ if goes_on(behind) && ends_with_page(name) => Some((to, Kind::Empty)),
            _ if begins_with_joint(behind) => {
                Some((to, if bare(behind).starts_with(OF) { Kind::Begins(OF) } else { Kind::Empty }))
            }
            _ if lacks_last(before, behind, is_end) => Some((to, Kind::Empty)),
            _ => None,
        };
        if let Some((to, kind)) = missing {
            let kind = if gap.is_none() { kind } else { Kind::Empty };
            gap = Some(Gap { from: gap.map_or(from, |gap| gap.from), to, kind });
        }
    }
    gap
}

/// Whether the path begins with its `>`: the gap of a name is left before it, or a word stands there that is no name.
fn lacks_first(before: &str, behind: &str) -> bool {
    let sentence = before.trim_end();
    let wide = |text: &str, count| text.chars().take_while(|c| c.is_whitespace()).count() >= count;
    let is_spaced = before[sentence.len()..].chars().count();
    if !wide(behind, 2) || !sentence.ends_with(char::is_alphabetic) || behind.trim().is_empty() {
        return false;
    }
    let start = sentence.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
    let start = sentence.ceil_char_boundary(start);
    let word = &sentence[start..];
    let is_lead = LEADS.contains(&word) || NO_CASE_LEADS.iter().any(|lead| word.ends_with(lead));
    let is_first = sentence[..start].trim_end_matches(|c: char| !c.is_alphabetic()).is_empty();
    // A name would have a capital; the first word of a sentence has one too.
    let is_no_name =
        is_lead || word.starts_with(char::is_lowercase) || is_first && word.starts_with(char::is_uppercase);
    is_spaced >= 3 && is_no_name || is_spaced == 2 && is_lead && !is_first
}

/// The word before a `>` that joins others and ends no name; the first word of a sentence is no such word.
fn joint(name: &str, at: usize) -> Option<&str> {
    let (last, before) = last_words(name);
    (JOINTS.contains(&last) && (at > 0 || before.is_some())).then_some(last)
}

/// Whether the page stands before a `>` whose name is missing.
fn ends_with_page(name: &str) -> bool {
    let (last, before) = last_words(name);
    before.is_some_and(|before| PAGES.contains(&(&*before.to_lowercase(), last)))
}

fn last_words(name: &str) -> (&str, Option<&str>) {
    let mut words =
        name.rsplit(|letter: char| letter.is_whitespace() || letter == '*').filter(|word| !word.is_empty());
    (words.next().unwrap_or_default(), words.next())
}

/// Whether a `>` is the only thing in bold: the label of a button.
fn is_button(before: &str, behind: &str) -> bool {
    before.ends_with("**") && behind.starts_with("**")
}

/// Whether a name begins with what stands between two parts of one.
fn begins_with_joint(behind: &str) -> bool {
    let name = bare(behind);
    name.strip_prefix(OF).is_some_and(|rest| rest.starts_with(' '))
        || ["& ", "&amp; "].iter().any(|joint| name.starts_with(joint))
}

/// Hebrew “of”.
const OF: &str = "של";

/// Whether what stands behind a `>` may be a name.
fn goes_on(behind: &str) -> bool {
    bare(behind).starts_with(char::is_alphabetic)
}

/// What stands behind a `>`, from its first letter on.
fn bare(behind: &str) -> &str {
    behind.trim_start_matches(|letter: char| letter.is_whitespace() || "*[".contains(letter))
}

/// Whether nothing but the end of the sentence follows the last `>`.
fn lacks_last(before: &str, behind: &str, is_end: bool) -> bool {
    let spaces = before.chars().rev().take_while(|c| c.is_whitespace()).count();
    let rest = behind.trim_start();
    if rest.is_empty() {
        return is_end && spaces >= 2 && before.contains("**");
    }
    let mut letters = rest.chars();
    let is_stop = letters.next().is_some_and(|c| ".,;。，、；،".contains(c));
    let is_wide = spaces >= 2 || before.contains("**");
    is_stop && is_wide && letters.next().is_none_or(char::is_whitespace)
}
