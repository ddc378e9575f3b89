//! The options `--fix`, `--unsafe-fixes` and `--diff` of `faqtory check`, and what is said of fixes. Decides none.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use clap::Args;

use crate::diagnostic::{Applicability, Diagnostic};
use crate::report::visible::line;
use crate::report::{Colour, patch, plural};
use crate::{DueTranslations, FixRequest, Fixed, NotFixed, Pipeline, Selection};

#[derive(Debug, Args)]
pub(super) struct FixArguments {
    /// Apply the safe fixes
    ///
    /// The exit code is 1 if errors remain, or if a file could not be fixed.
    #[arg(long)]
    fix: bool,
    /// Also apply unsafe fixes; without --fix or --diff, only count them
    ///
    /// An unsafe fix may not be what the author meant, so review what it changes.
    #[arg(long)]
    unsafe_fixes: bool,
    /// Print what --fix would change as a unified diff, and change nothing
    ///
    /// The exit code is 1 if something would change, and 0 if not.
    #[arg(long, conflicts_with = "format")]
    diff: bool,
}

/// What is done about fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// They are counted.
    Count,
    Write,
    Show,
}

impl FixArguments {
    pub(super) fn mode(&self) -> Mode {
        match (self.diff, self.fix) {
            (true, _) => Mode::Show,
            (false, true) => Mode::Write,
            (false, false) => Mode::Count,
        }
    }

    /// Who names locales or files wants all of these fixed, those of a pipeline too.
    pub(super) fn request(&self, wanted: &Selection) -> FixRequest {
        FixRequest {
            up_to: if self.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe },
            due_translations: if wanted.locales.is_empty() && wanted.paths.is_empty() {
                DueTranslations::Skipped
            } else {
                DueTranslations::Fixed
            },
        }
    }

    /// How many of the problems can be fixed, and how; nothing where none can.
    pub(super) fn hint(&self, diagnostics: &[Diagnostic]) -> String {
        let count = |wanted| {
            let fixes = diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
            fixes.filter(|fix| fix.applicability == wanted).count()
        };
        let (safe, uncertain) = (count(Applicability::Safe), count(Applicability::Unsafe));
        match (safe, uncertain, self.mode()) {
            (safe, more, Mode::Count) if self.unsafe_fixes => {
                let fixes = match safe + more {
                    0 => "nothing can be fixed".to_owned(),
                    all => format!("{all} can be fixed with --fix --unsafe-fixes"),
                };
                format!("--unsafe-fixes alone changes nothing; {fixes}\n")
            }
            (_, 0, Mode::Write) | (0, 0, _) => String::new(),
            (_, more, Mode::Write) if self.unsafe_fixes => {
                format!("{more} have a fix that could not be applied\n")
            }
            (_, more, Mode::Write) => format!("{more} can be fixed with --fix --unsafe-fixes\n"),
            (safe, 0, _) => format!("{safe} can be fixed with --fix\n"),
            (0, more, _) => format!("{more} can be fixed with --fix --unsafe-fixes\n"),
            (safe, more, _) => {
                format!("{safe} can be fixed with --fix, {more} more with --unsafe-fixes\n")
            }
        }
    }
}

/// The differences of all files.
pub(super) fn differences(fixed: &Fixed, colour: Colour) -> String {
    fixed.files.iter().map(|file| patch::render(&file.path, &file.before, &file.after, colour)).collect()
}

/// Whether a file that was to be fixed is not.
pub(super) fn has_failed(fixed: &Fixed) -> bool {
    fixed.not_fixed.values().any(|reason| matches!(reason, NotFixed::Refused(_) | NotFixed::Endless(_)))
}

/// What was fixed, a number each code, and what was left and why.
pub(super) fn summary(fixed: &Fixed, mode: Mode) -> String {
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for (code, count) in fixed.files.iter().flat_map(|file| &file.codes) {
        *codes.entry(code).or_default() += count;
    }
    let mut text = String::new();
    let verb = if mode == Mode::Show { "would fix" } else { "fixed" };
    let all = plural(codes.values().sum(), "problem");
    let files = plural(fixed.files.len(), "file");
    // Writing to a String cannot fail.
    let _ = match codes.is_empty() {
        true => writeln!(text, "{verb} nothing"),
        false => writeln!(text, "{verb} {all} in {files}:"),
    };
    let width = codes.values().max().map_or(0, |count| count.to_string().len());
    for (code, count) in codes {
        let _ = writeln!(text, "  {count:>width$}  {code}");
    }
    let made = fixed.files.iter().filter(|file| file.pipeline == Pipeline::Made).count();
    if made > 0 {
        let _ = writeln!(
            text,
            "{} made by a translation pipeline (ms.openlocfilehash): its next hand-back will overwrite the fixes, unless the \
             source or the translation memory gets them too",
            if made == 1 { "1 file is".to_owned() } else { format!("{made} files are") }
        );
    }
    text + &not_fixed(&fixed.not_fixed)
}

fn not_fixed(reasons: &BTreeMap<std::sync::Arc<str>, NotFixed>) -> String {
    let mut text = String::new();
    let (mut waiting, mut files) = (0, 0);
    for (path, reason) in reasons {
        let path = line(path);
        let _ = match reason {
            NotFixed::AwaitsHandBack(fixes) => {
                waiting += fixes;
                files += 1;
                Ok(())
            }
            NotFixed::NotUtf8 => writeln!(text, "{path}: not fixed: it is not valid UTF-8"),
            NotFixed::Refused(reason) => writeln!(text, "{path}: not fixed: {}", line(reason)),
            NotFixed::Endless(codes) => writeln!(
                text,
                "{path}: not fixed: its fixes keep undoing each other ({}); this is a bug in Faqtory, please report it",
                codes.iter().copied().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ")
            ),
        };
    }
    if waiting > 0 {
        let _ = writeln!(
            text,
            "{} not applied in {}: a translation pipeline makes these files, and their sources have changed or get the same fix, so the \
             next hand-back is due; use --locale L to fix the files of a locale anyway",
            plural(waiting, "fix").replace("fixs", "fixes"),
            plural(files, "translation"),
        );
    }
    text
}
