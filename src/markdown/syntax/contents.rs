//! `[[toc]]`, `[TOC]` and the like: where a generator writes the list of contents, which pages have at a place of their own.

use super::line::{Line, Step};

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let text = line.text();
    let is_contents = ["[[toc]]", "[toc]", "[[_toc_]]"].iter().any(|name| text.eq_ignore_ascii_case(name));
    is_contents.then_some(Step::Drop { until: line.end })
}
