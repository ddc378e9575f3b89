//! The blocks of a draft for scripts: one object, every field always there.

use anyhow::Result;
use serde::Serialize;

use crate::report::format::{Format, Rendered};
use crate::report::visible;
use crate::translation::merge::Merge;

use super::Render;

pub(crate) const FORMAT: Format<Render> = Format {
    name: "json",
    description: "Its blocks, with their states and words",
    render: |merge| Ok(Rendered::verbatim(render(merge)?)),
};

#[derive(Serialize)]
struct MergeJson<'a> {
    blocks: Vec<BlockJson<'a>>,
    words: usize,
    reused_words: usize,
}

#[derive(Serialize)]
struct BlockJson<'a> {
    state: &'static str,
    source: &'a str,
    previous: Option<&'a str>,
    translation: Option<&'a str>,
    words: usize,
}

/// One line of JSON.
///
/// # Errors
/// None with these types; serialisation is fallible by type.
pub(crate) fn render(merge: &Merge) -> Result<String> {
    let blocks = merge.blocks.iter().map(|block| BlockJson {
        state: block.state.name(),
        source: &block.source,
        previous: block.previous.as_deref(),
        translation: block.translation.as_deref(),
        words: block.words,
    });
    let report =
        MergeJson { blocks: blocks.collect(), words: merge.words(), reused_words: merge.reused_words() };
    Ok(visible::json(serde_json::to_string(&report)?) + "\n")
}
