//! What a search found, for scripts: one object.

use serde::Serialize;

use crate::report::format::{Format, Rendered};
use crate::report::visible;

use super::{Answer, Render, SearchReport, Share};

pub(crate) const FORMAT: Format<Render> = Format {
    name: "json",
    description: "Every result with its score",
    render: |report| {
        let SearchReport { locale, answers, shares, .. } = *report;
        let text = serde_json::to_string(&SearchJson { locale, answers, shares })?;
        Ok(Rendered::verbatim(visible::json(text) + "\n"))
    },
};

#[derive(Serialize)]
struct SearchJson<'a> {
    locale: &'a str,
    answers: &'a [Answer],
    #[serde(skip_serializing_if = "Option::is_none")]
    shares: Option<&'a [Share]>,
}
