//! How far the lines of MDX are indented that no list is the reason of: there is no indented code in it, so that what stands in
//! components may be indented by any number of columns. Reads no syntax.

use super::dialect::Form;
use super::line::Line;

/// Columns that CommonMark lets blocks be indented by.
pub(super) const FREE: usize = 3;

pub(super) struct Margin {
    form: Form,
    /// The columns that lines lose.
    columns: usize,
    /// Further columns that the line at hand loses, and the code that it begins.
    more: usize,
}

impl Margin {
    pub(super) fn new(form: Form) -> Self {
        Self { form, columns: 0, more: 0 }
    }

    /// A line outside of code begins; the columns that it loses. `list` is how far the content of the last list item is indented: none behind a line that
    /// is indented by less than the list is.
    pub(super) fn of_line(&mut self, line: &Line<'_>, list: &mut usize) -> usize {
        if self.form != Form::Mdx {
            return 0;
        }
        if line.indent < self.columns {
            *list = 0;
        }
        if *list == 0 {
            self.columns = if line.indent > FREE { line.indent } else { 0 };
        }
        self.more = match line.indent.checked_sub(*list) {
            Some(deeper) if *list > 0 && deeper > FREE => deeper,
            _ => 0,
        };
        self.columns()
    }

    /// The columns that the line at hand loses.
    pub(super) fn columns(&self) -> usize {
        self.columns + self.more
    }

    /// Whether a line that is indented far enough is code.
    pub(super) fn has_code(&self) -> bool {
        self.form != Form::Mdx
    }
}
