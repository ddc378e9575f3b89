//! `faqtory check`: the findings in all input, and a baseline that holds them back. Decides no finding; that is for the
//! checks.

use std::sync::atomic::AtomicBool;

use anyhow::Result;

use crate::checks::{self, Baseline, Held, Input};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;

use super::external::External;
use super::loaded::Project;
use super::progress::{Phase, Progress};
use super::selection::Selection;

/// The baseline where the configuration names none.
const BASELINE: &str = "faqtory-baseline.txt";

/// What the checks found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// By path, place and code. [`Checked::once`] leaves one copy of each flaw of the source; until then they hold the
    /// fix of every translation, and each place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many are not among them because a comment silences them.
    pub allowed: usize,
    /// What the baseline did.
    pub held: Held,
    /// Copies of flaws that [`Checked::once`] took out.
    pub copies: usize,
    source: Option<Locale>,
}

impl Checked {
    /// Leaves one copy of each flaw that several translations have from the source: the source's own, else the first. Then
    /// many findings of one kind in a file are one.
    #[must_use]
    pub fn once(mut self) -> Self {
        let all = self.diagnostics.len();
        let once = checks::once(self.diagnostics, self.source.as_ref());
        self.copies = all - once.len();
        self.diagnostics = checks::merged(once);
        self
    }
}

impl Project {
    /// Judges all input; the findings are those that are wanted.
    ///
    /// # Errors
    /// A baseline that is not there or cannot be read.
    pub fn check(&self, wanted: &Selection, progress: &dyn Progress) -> Result<Checked> {
        self.check_external(wanted, None, progress)
    }

    /// As [`Project::check`], with what is wrong with external links if somebody has asked.
    ///
    /// # Errors
    /// As [`Project::check`].
    pub fn check_external(
        &self,
        wanted: &Selection,
        external: Option<&External>,
        progress: &dyn Progress,
    ) -> Result<Checked> {
        progress.begin(Phase::Check, 0);
        let flaws = external.map(|external| external.flaws(self));
        let input = Input { external: flaws.as_deref(), ..self.input() };
        let mut checked = self.judged(input, &AtomicBool::new(false))?;
        let concerns = |locale: &Locale| wanted.has_locale(locale);
        checked.diagnostics.retain(|diagnostic| {
            diagnostic.locale.as_ref().is_none_or(concerns) && wanted.has_path(&diagnostic.path)
        });
        Ok(checked)
    }

    /// Judges all input, and ends soon after `stop` is set: what is found then is not all.
    pub(crate) fn check_until(&self, stop: &AtomicBool) -> Result<Checked> {
        self.judged(self.input(), stop)
    }

    fn judged(&self, input: Input<'_>, stop: &AtomicBool) -> Result<Checked> {
        let judged = checks::judge_until(input, &self.rules.policy()?, stop);
        let diagnostics = judged.diagnostics;
        let source = self.catalog.source.map(|source| self.catalog.locales[source].locale.clone());
        Ok(Checked { diagnostics, allowed: judged.allowed, held: judged.held, copies: 0, source })
    }

    /// A baseline that holds back all there is: the name of its file below the project's folder. Of what
    /// was not asked, the web or git, it keeps what the one before it says.
    pub fn baseline(&self, external: Option<&External>, progress: &dyn Progress) -> NewBaseline {
        progress.begin(Phase::Check, 0);
        let flaws = external.map(|external| external.flaws(self));
        let input = Input { external: flaws.as_deref(), ..self.input() };
        let judged = checks::judge(input, &self.rules.without_baseline());
        let mut baseline = Baseline::of(&judged.diagnostics, |path| checks::text(input, path));
        let is_not_asked = |code: &str| {
            external.is_none() && checks::is_external(code)
                || self.changes.is_none() && checks::is_of_history(code)
        };
        if let Ok(before) = self.rules.policy() {
            baseline.keep(&before.baseline, is_not_asked);
        }
        let configured = self.rules.baseline_file();
        NewBaseline {
            file: configured.unwrap_or(BASELINE).to_owned(),
            text: baseline.render(),
            findings: baseline.len(),
            is_configured: configured.is_some(),
        }
    }

    fn input(&self) -> Input<'_> {
        self.interface.input(&self.catalog, &self.translations)
    }
}

/// A baseline to be written.
#[derive(Clone, Debug)]
pub struct NewBaseline {
    /// Its path below the project's folder.
    pub file: String,
    pub text: String,
    /// How many findings it holds back.
    pub findings: usize,
    /// Whether the configuration names the file.
    pub is_configured: bool,
}
