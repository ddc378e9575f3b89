//! `faqtory build --verify`: the finished site, proved; and what its findings mean. Knows no rule itself.

use std::path::Path;

use anyhow::Result;

use crate::checks;
use crate::verify::{self, Request, Verified};

use super::build::BuildExtent;
use super::loaded::Project;
use super::progress::{Phase, Progress};

impl Project {
    /// Reads the site that was built into `out` and says what is wrong with it.
    ///
    /// # Errors
    /// A folder or a file that cannot be read.
    pub fn verify(&self, out: &Path, extent: BuildExtent, progress: &dyn Progress) -> Result<Verified> {
        progress.begin(Phase::Verify, 0);
        let coverage = match extent {
            BuildExtent::Whole => verify::Coverage::Whole,
            BuildExtent::Parts => verify::Coverage::Parts,
        };
        verify::site(&Request { dir: out, base_url: self.base_url(), coverage }, &|| progress.step())
    }
}

/// The explanation of a check, or of a rule of the finished site.
///
/// # Errors
/// There is no such code: a sentence that names the nearest.
pub fn explain(code: &str) -> Result<String, String> {
    match (verify::explain(code), verify::nearest(code)) {
        (Some(text), _) => Ok(text),
        (None, Some(near)) => Err(format!("unknown code `{code}`\nhelp: did you mean `{near}`?")),
        (None, None) => checks::explain(code),
    }
}

/// Every check and every rule of the finished site, a line each: code, severity, what it finds.
pub fn list_codes() -> String {
    format!("{}\nIn the finished site (`faqtory build --verify`):\n\n{}", checks::list(), verify::list())
}
