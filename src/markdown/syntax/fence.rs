//! Where lines are code between fences, and how far list items are indented. Reads no line itself.

/// The indentation of the content of the last list item: directives inside it may be indented as far.
pub(super) fn list_indent(list: usize, indent: usize, content: &str) -> usize {
    let digits = content.len() - content.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let ordered = digits > 0 && content[digits..].starts_with(['.', ')']);
    let marker = if ordered { digits + 1 } else { usize::from(content.starts_with(['-', '*', '+'])) };
    if marker > 0 && content[marker..].starts_with(' ') {
        let rest = &content[marker..];
        return indent + marker + rest.len() - rest.trim_start().len();
    }
    if indent == 0 && !content.is_empty() && !content.starts_with(":::") { 0 } else { list }
}

/// Whether lines are code between fences.
#[derive(Default)]
pub(super) struct Fence<'t>(&'t str);

impl<'t> Fence<'t> {
    pub(super) fn is_open(&self) -> bool {
        !self.0.is_empty()
    }

    pub(super) fn is_inside(&mut self, content: &'t str) -> bool {
        let content = content.trim_start_matches(['>', ' ']);
        let run = |c: char| &content[..content.len() - content.trim_start_matches(c).len()];
        if self.0.is_empty() {
            let found = if content.starts_with('`') { run('`') } else { run('~') };
            if found.len() >= 3 && !content[found.len()..].contains('`') {
                self.0 = found;
                return true;
            }
            return false;
        }
        if content.starts_with(self.0) && content.trim_matches(['`', '~']).trim().is_empty() {
            self.0 = "";
        }
        true
    }
}
