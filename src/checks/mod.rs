//! Judges a catalog: one file a check. Changes nothing, prints nothing, decides nothing about links.
//!
//! A new check is one new file with a `CHECK`, its `mod` line here and its place in [`CHECKS`].

mod ambiguous_date;
mod bookmark_not_found;
mod case_mismatch;
mod circular_redirection;
mod circular_reference;
mod duplicate_anchor;
mod duplicate_article_id;
mod duplicate_message;
mod file_not_found;
mod front_matter_missing;
mod image_not_found;
mod include_not_found;
mod invalid_date;
mod invalid_encoding;
mod invalid_locale;
mod invalid_metadata_value;
mod locale_mismatch;
mod locale_missing;
mod message_differs;
mod message_missing;
mod message_not_supported;
mod message_syntax_error;
mod misspelt_key;
mod placeholder_as_html;
mod plural_form_missing;
mod publish_url_conflict;
mod redirect_conflict;
mod redirect_target_missing;
mod redirected_link;
mod removed_html;
mod run;
#[cfg(test)]
mod tests;
mod title_missing;
mod translated_key;
mod unclosed_directive;
mod unknown_alert;
mod unknown_directive;
mod unknown_message;
mod unknown_video_host;
mod unreadable_file;
mod unsafe_url;
mod unused_allow;
mod yaml_duplicate_key;
mod yaml_header_syntax_error;

use crate::catalog::{Article, Catalog, File};
use crate::diagnostic::Severity;
use crate::messages::MessageProblem;

use run::nearest;
pub use run::{
    Allow, AllowedCode, Baseline, Finding, Findings, Held, Input, Judged, Level, Levels, LinkForm, PageLink,
    Policy, explain, find, judge, judge_until, list, once, run, text,
};

/// Every check, by code.
pub const CHECKS: &[&Check] = &[
    &ambiguous_date::CHECK,
    &bookmark_not_found::CHECK,
    &case_mismatch::CHECK,
    &circular_redirection::CHECK,
    &circular_reference::CHECK,
    &duplicate_anchor::CHECK,
    &duplicate_article_id::CHECK,
    &duplicate_message::CHECK,
    &file_not_found::CHECK,
    &front_matter_missing::CHECK,
    &image_not_found::CHECK,
    &include_not_found::CHECK,
    &invalid_date::CHECK,
    &invalid_encoding::CHECK,
    &invalid_locale::CHECK,
    &invalid_metadata_value::CHECK,
    &locale_mismatch::CHECK,
    &locale_missing::CHECK,
    &message_differs::CHECK,
    &message_missing::CHECK,
    &message_not_supported::CHECK,
    &message_syntax_error::CHECK,
    &misspelt_key::CHECK,
    &placeholder_as_html::CHECK,
    &plural_form_missing::CHECK,
    &publish_url_conflict::CHECK,
    &redirect_conflict::CHECK,
    &redirect_target_missing::CHECK,
    &redirected_link::CHECK,
    &removed_html::CHECK,
    &title_missing::CHECK,
    &translated_key::CHECK,
    &unclosed_directive::CHECK,
    &unknown_alert::CHECK,
    &unknown_directive::CHECK,
    &unknown_message::CHECK,
    &unknown_video_host::CHECK,
    &unreadable_file::CHECK,
    &unsafe_url::CHECK,
    &unused_allow::CHECK,
    &yaml_duplicate_key::CHECK,
    &yaml_header_syntax_error::CHECK,
];

/// One check: a name that states the flaw, what to say about it, and the function that finds it.
#[derive(Debug)]
pub struct Check {
    /// Kebab-case; where DocFX or Microsoft Learn has a name for the flaw, that one.
    pub code: &'static str,
    pub severity: Severity,
    /// One line, for tables.
    pub summary: &'static str,
    /// What it does, why it is bad, an example and the fix; Markdown.
    pub explanation: &'static str,
    pub run: Run,
}

/// What a check looks at.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// Every Markdown file by itself, includes too.
    File(fn(&File, &mut Findings<'_>)),
    /// Every article in its catalog.
    Article(fn(&Catalog, &Article, &mut Findings<'_>)),
    /// Every link and image of every article's page; those of includes are looked at where they are included. Every link
    /// of every table of contents.
    Link(fn(&Catalog, &PageLink<'_>, &mut Findings<'_>)),
    /// The catalog as a whole.
    Site(fn(&Catalog, &mut Findings<'_>)),
    /// Every problem of the messages of the project and its theme.
    Message(fn(&MessageProblem) -> Option<Finding>),
    /// Every comment that silences findings, after all others have found theirs.
    Allow(fn(&Allow) -> Vec<Finding>),
}
