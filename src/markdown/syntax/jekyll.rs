//! What Jekyll includes: `{% include_relative part.md %}` and `{% include part.md name="value" %}`, which are files of Markdown.
//! Only reads them; what else is included makes pages, and is a tag of Liquid.

use super::line::{Line, Step};
use super::wanted::{Wanted, is_path};

/// Values that a file is given at the most.
const MAX_VALUES: usize = 20;

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let inside = line.text().strip_prefix("{%")?.strip_suffix("%}")?.trim_matches('-').trim();
    let rest =
        inside.strip_prefix("include_relative ").or_else(|| inside.strip_prefix("include "))?.trim_start();
    let (path, values) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let is_markdown = [".md", ".markdown"].iter().any(|extension| path.ends_with(extension));
    if !is_markdown || !is_path(path) {
        return None;
    }
    let start = line.content + line.text().find(path)?;
    let wanted = Wanted { values: given(values)?, ..Wanted::default() };
    Some(Step::Includes { files: vec![(start..start + path.len(), wanted)], until: line.end })
}

/// `name="value" other='value'`; none if it is something else.
fn given(mut rest: &str) -> Option<Vec<(&str, &str)>> {
    let mut values = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() || values.len() == MAX_VALUES {
            return Some(values);
        }
        let (name, behind) = rest.split_once('=')?;
        let behind = behind.trim_start();
        let quote = behind.chars().next()?;
        if matches!(quote, '"' | '\'') {
            let (value, behind) = behind[1..].split_once(quote)?;
            values.push((name.trim(), value));
            rest = behind;
        } else {
            // A variable is not known.
            rest = behind.split_once(char::is_whitespace).map_or("", |(_, behind)| behind);
        }
    }
}
