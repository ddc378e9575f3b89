//! What a check is, and what checks have at hand: findings, the links of a page, texts for messages. Runs no check.

mod bytes;
mod custom;
mod english;
mod finding;
mod in_block;
mod letters;
mod list_marker;
mod moved;
mod named;
mod nearest;
mod page_link;
mod prose;
mod sentence;
mod shorten;
mod written;

use crate::catalog::{Article, Catalog, File};
use crate::diagnostic::{Applicability, Severity};
use crate::external::LinkFlaw;
use crate::messages::MessageProblem;

use super::allow::Allow;
use super::compare::Compared;

pub(crate) use bytes::{byte_at, pairs};
pub(crate) use custom::is_custom;
pub(crate) use english::{is_english, may_be_english, words_of};
pub use finding::{Finding, Findings};
pub(crate) use in_block::{InBlock, in_blocks};
pub(crate) use letters::{has_no_spaces, is_alphabetic, is_alphanumeric};
pub(crate) use list_marker::{LostKind, lost_markers};
pub(crate) use moved::moved_behind;
pub(crate) use named::up_to_name;
pub(crate) use nearest::nearest;
pub use page_link::{LinkForm, PageLink};
pub(crate) use prose::{pieces, prose_and_code_beyond_ascii, prose_beyond_ascii};
pub(crate) use sentence::{running_text, sentences};
pub(crate) use shorten::{line_of, shortened};
pub(crate) use written::{WrittenBlock, body_start, double_stars};

/// Languages whose nouns have capitals anywhere.
pub(crate) const NOUNS_WITH_CAPITALS: [&str; 3] = ["de", "lb", "gsw"];

/// Findings of a file that people read one by one, at the most.
pub(crate) const MANY: usize = 3;

/// One check: a name that states the flaw, all that is known of it, and the function that finds it.
#[derive(Debug)]
pub struct Check {
    /// Kebab-case; where DocFX or Microsoft Learn has a name for the flaw, that one.
    pub code: &'static str,
    /// What becomes of its findings where the configuration does not say.
    pub level: Level,
    pub made_in: MadeIn,
    /// Findings of a file that are reported one by one, at the most: more are one with their number. None: each is
    /// reported.
    pub each_up_to: Option<usize>,
    /// Whether its findings have fixes, and how certain those are; empty where none has one.
    pub fixes: &'static [Applicability],
    /// The version of Faqtory that has it first.
    pub since: &'static str,
    /// One line, for tables.
    pub summary: &'static str,
    /// What it does, why it is bad, an example and the fix; Markdown.
    pub explanation: &'static str,
    pub run: Run,
}

impl Check {
    /// The severity of its findings, until the configuration gives them a level. A check that is off has one too: it may
    /// be turned on.
    pub fn severity(&self) -> Severity {
        self.level.severity().unwrap_or(Severity::Suggestion)
    }

    /// Whether only the web can say that there is a flaw of this code.
    pub fn is_external(&self) -> bool {
        matches!(self.run, Run::External(_))
    }
}

/// What becomes of the findings of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Error,
    Warning,
    Suggestion,
    /// They are not reported.
    Off,
}

impl Level {
    pub fn name(self) -> &'static str {
        self.severity().map_or("off", Severity::name)
    }

    /// None for a check that is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Suggestion => Some(Severity::Suggestion),
            Self::Off => None,
        }
    }
}

/// Where a flaw is made: this decides when the same finding in several translations is one flaw of their source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeIn {
    /// In the text: the same words at the place are the same flaw.
    Text,
    /// In the structure: the text at the place is another one in every locale, so the block counts.
    Structure,
    /// In the translation, alike in every locale: without the source, agreement proves nothing. The headings that a
    /// bookmark names are translated everywhere; and what is found by comparing translations is theirs.
    Translation,
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
    /// Every article as a translation, compared with its source or its siblings.
    Translation(fn(&Compared<'_>, &mut Findings<'_>)),
    /// The catalog as a whole.
    Site(fn(&Catalog, &mut Findings<'_>)),
    /// Every problem of the messages of the project and its theme.
    Message(fn(&MessageProblem) -> Option<Finding>),
    /// Every flaw of an address outside the site, where the web was asked.
    External(fn(&LinkFlaw) -> Option<Finding>),
    /// Every comment that silences findings, after all others have found theirs; and all checks that there are.
    Allow(fn(&Allow, &[&Check]) -> Vec<Finding>),
}
