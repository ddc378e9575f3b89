//! `@tab Title` in `::: tabs` and `::: code-tabs` of VuePress: each begins a tab, and ends the one before it. Only reads them.

use super::line::{Cut, End, Line, Step};
use super::mark::{Block, Caption};

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let rest = line.text().strip_prefix("@tab")?;
    let rest = rest.strip_prefix(":active").unwrap_or(rest);
    let title = rest.strip_prefix([' ', '\t'])?.trim_start();
    // Its ID, which tabs of other groups have too.
    let shown = title.split_once('#').map_or(title, |(title, _)| title).trim_end();
    let start = line.end - title.len();
    let title = (!shown.is_empty()).then_some(start..start + shown.len())?;
    let block = Block::Tab(Caption::Written);
    Some(Step::Open { block, title: Some(title), end: End::NextTab, cut: Cut::None, until: line.end })
}
