//! The options `--external` and `--offline` of `faqtory check`, and what is said of external links beside the findings. Asks
//! nobody.

use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;
use clap::Args;

use crate::report::{plural, visible};
use crate::{External, ExternalRequest, ExternalSource, Input, Progress, Project, Selection, Since};

use super::interrupt;

#[derive(Debug, Args)]
pub(super) struct ExternalArguments {
    /// Also check the links to other sites, by asking their hosts
    ///
    /// Each URL is asked once, however many articles link to it, and again when its answer in the cache is too old; see
    /// [links.external] in faqtory.toml. Ctrl-C ends the asking: what is known is reported and kept.
    #[arg(long)]
    external: bool,
    /// With --external, ask nobody: report what the cache knows
    #[arg(long, requires = "external")]
    offline: bool,
}

/// What was found out about external links, and whether somebody ended it.
#[derive(Debug)]
pub(super) struct ExternalRun {
    pub(super) external: External,
    is_stopped: bool,
}

impl ExternalArguments {
    /// Asks, if that is wanted.
    pub(super) fn ask(
        &self,
        input: &Input,
        project: &Project,
        wanted: &Selection,
        since: Option<&Since>,
        progress: &dyn Progress,
    ) -> Result<Option<ExternalRun>> {
        if !self.external {
            return Ok(None);
        }
        let (source, stop) = if self.offline {
            (ExternalSource::Cache, std::sync::Arc::new(AtomicBool::new(false)))
        } else {
            (ExternalSource::Web, interrupt::flag())
        };
        let request = ExternalRequest { wanted, touched: since.map(Since::files), source, stop: &stop };
        let external = input.external(project, request, progress)?;
        // From now on Ctrl-C ends the program, as ever.
        let is_stopped = stop.swap(true, Ordering::Relaxed);
        Ok(Some(ExternalRun { external, is_stopped }))
    }
}

impl ExternalRun {
    /// Whether the run says less than it was to say.
    pub(super) fn has_failed(&self) -> bool {
        self.is_stopped || self.external.has_reached_nothing()
    }

    /// What must be said even to those who want to read no words on the way.
    pub(super) fn warning(&self) -> String {
        let External { addresses, .. } = self.external;
        let mut text = String::new();
        if self.is_stopped {
            let known = addresses - self.external.unknown();
            text.push_str(&format!(
                "warning: the check of external links was ended: {known} of {} are known\n",
                plural(addresses, "URL")
            ));
        } else if self.external.has_reached_nothing() {
            text.push_str(&format!(
                "warning: no host could be reached, so nothing is known of {}\nhelp: check the connection and the proxy of \
                 this machine, or use `--offline` to report what the cache knows\n",
                plural(self.external.unknown(), "external URL")
            ));
        }
        let missing: Vec<&str> = self.external.missing_variables().into_iter().collect();
        if !missing.is_empty() {
            text.push_str(&format!(
                "warning: no usable value in the environment for {}: the hosts that need it are not checked\n",
                missing.join(", ")
            ));
        }
        if let Some(reason) = self.external.not_saved() {
            text.push_str(&format!(
                "warning: the answers of other sites are not kept: {}\n",
                visible::line(reason)
            ));
        }
        text
    }

    /// The line for people on what was checked.
    pub(super) fn closing(&self) -> String {
        let External { addresses, not_asked, refused, .. } = self.external;
        let mut text =
            format!("external links: {}, {} asked now", plural(addresses, "URL"), self.external.asked());
        let unknown = self.external.unknown();
        let mut add = |count: usize, words: &str| {
            if count > 0 {
                text.push_str(&format!("; {count} {words}"));
            }
        };
        add(refused, "cannot be judged, as their hosts refuse automated requests");
        add(unknown, "not known");
        add(not_asked, "private or excluded");
        text.push('\n');
        text
    }
}
