//! What becomes of a file that came back: the translation that is to be written, or why not. Writes nothing, and asks neither git nor the
//! source of today.

use std::collections::BTreeSet;
use std::path::Path;

use crate::exchange::{self, Made, ReturnedUnit, TargetState, Unit};
use crate::front_matter::{self, Date, FrontMatter, OnExisting, Stamp, TranslationType};
use crate::line_end;
use crate::project::handoff::OwnedTexts;
use crate::project::loaded::Project;
use crate::project::remembered::{self, text_hash};
use crate::report::HandbackRefusal;
use crate::sources;
use crate::translation::{HandedOff, HandedOffKind, HandoffOrder};

use super::draft;
use super::read::{Came, CameContent};
use super::records::{Found, Known};
use super::refusal::words;

/// A translation that is complete.
pub(super) struct Composed {
    pub(super) came: Came,
    pub(super) entry: HandedOff,
    pub(super) order: HandoffOrder,
    /// Where it is written.
    pub(super) target: String,
    /// What stands there.
    pub(super) before: Option<String>,
    pub(super) text: String,
    pub(super) texts: OwnedTexts,
}

/// What becomes of a file.
pub(super) enum Outcome {
    Ready(Box<Composed>),
    /// It is there already.
    Done {
        came: Came,
        target: String,
        /// None where that is known.
        returned: Option<Box<Returned>>,
    },
    NotTranslated {
        came: Came,
        target: String,
    },
    Refused(Vec<HandbackRefusal>),
    /// It is not waited for any more, so that the others of its locale need not wait for it.
    NotInProgress(HandbackRefusal),
}

/// A translation that has come back.
pub(super) struct Returned {
    pub(super) id: String,
    pub(super) kind: HandedOffKind,
    pub(super) locale: String,
    /// When it was handed off.
    pub(super) order: HandoffOrder,
    pub(super) target: String,
    pub(super) source_hash: String,
    /// What stands for its text.
    pub(super) hash: String,
    /// What stands for the file that it came from.
    pub(super) came: String,
    /// Whether nothing in the file says what it was made from.
    pub(super) is_silent: bool,
}

impl Returned {
    pub(super) fn new(came: &Came, entry: &HandedOff, order: HandoffOrder, target: &str, text: &str) -> Self {
        let is_article = entry.kind == HandedOffKind::Article;
        Self {
            id: entry.id.clone(),
            kind: entry.kind,
            locale: entry.locale.clone(),
            order,
            target: target.to_owned(),
            source_hash: entry.source_hash.clone(),
            hash: text_hash(text),
            came: came.hash(),
            is_silent: !is_article && !is_stamped(target, text),
        }
    }
}

/// Whether a file has front matter that says what it was made from.
fn is_stamped(target: &str, text: &str) -> bool {
    sources::is_markdown(target) && FrontMatter::parse(text).span.is_some()
}

const DAMAGED: &str = "correct the front matter of the source, and hand it off again";
const CHANGED: &str = "bring it back as it was and hand back again, or hand off the article again";

impl Known<'_> {
    pub(super) fn composed(&self, came: Came) -> Outcome {
        let Some(found) = self.found(&came) else { return self.not_found(came) };
        let Found { order, entry, is_in_progress } = found;
        let there = self.there(entry.kind, &entry.id, &entry.locale);
        let target = there.as_ref().map_or_else(|| entry.target.clone(), |there| there.path.clone());
        let is_back = !is_in_progress
            && there.as_ref().is_some_and(|there| there.recorded.as_ref() == Some(&came.source_hash));
        if is_back && self.records.handed_back.is_known(&target, &came.hash()) {
            return Outcome::Done { came, target, returned: None };
        }
        let refuse = |came: &Came, message: String, help: &str| {
            let refusal = HandbackRefusal::of_file(&came.file, message, help);
            Outcome::Refused(vec![of_target(refusal, came, &target)])
        };
        let before = match self.records.project.before(there.as_ref(), &target) {
            Ok(before) => before,
            Err((message, help)) => return refuse(&came, message, help),
        };
        let texts = match self.records.project.kept(&entry, came.package.as_deref()) {
            Ok(texts) => texts,
            Err(message) => {
                let help = "bring back `.faqtory/handoffs` as git has it, or hand back the whole folder of the package";
                return refuse(&came, message, help);
            }
        };
        if is_not_translated(&came, &texts) {
            return Outcome::NotTranslated { came, target };
        }
        let body = match body(&came, &texts, &target) {
            Ok(body) => body,
            Err(refusals) => return Outcome::Refused(refusals),
        };
        let front = before.as_deref().map(FrontMatter::parse);
        let is_there = |there: &FrontMatter| {
            there.source_hash.as_ref().is_some_and(|hash| hash.value == entry.source_hash)
        };
        // A run that was killed may have written it on another day.
        let date = front.as_ref().filter(|it| is_there(it)).and_then(|it| it.translated.as_ref());
        let translated = date.map_or(self.records.today, |date| date.value);
        let text = match finished(&body, &came, &entry, &texts, translated) {
            Ok(text) => text,
            Err(message) => return refuse(&came, message, DAMAGED),
        };
        let hash = before.as_deref().map(text_hash);
        if before.as_deref().is_some_and(|before| line_end::normal(before) == line_end::normal(&text)) {
            let returned = Returned::new(&came, &entry, order, &target, &text);
            return Outcome::Done { came, target, returned: Some(Box::new(returned)) };
        }
        let is_ours = hash.as_ref().is_some_and(|hash| self.records.handed_back.is_as_written(&target, hash));
        if hash != entry.target_hash && (hash.is_none() || hash != entry.brought_hash) && !is_ours {
            let message = match &before {
                Some(_) if is_back => {
                    format!("{target} was changed after it came back, and that would be lost")
                }
                Some(_) => format!("{target} was changed after it was handed off, and that would be lost"),
                None => format!("{target} is not there any more"),
            };
            return refuse(&came, message, CHANGED);
        }
        Outcome::Ready(Box::new(Composed { came, entry, order, target, before, text, texts }))
    }
}

impl Project {
    /// The texts that were handed off.
    fn kept(&self, entry: &HandedOff, package: Option<&Path>) -> Result<OwnedTexts, String> {
        let root = self.root();
        let source = remembered::source(root, package, &entry.source_hash, &entry.source);
        let source =
            source.ok_or_else(|| format!("the version of {} that was handed off is gone", entry.source))?;
        let older = |hash: &String| {
            let text = remembered::source(root, package, hash, &entry.source);
            text.ok_or_else(|| {
                format!("the version of {} that the old translation was made from is gone", entry.source)
            })
        };
        let translation = |hash: &String| {
            let text = remembered::translation(root, package, hash, &entry.target);
            text.ok_or_else(|| format!("the old translation of {} is gone", entry.target))
        };
        let translation = entry.target_hash.as_ref().map(translation).transpose()?;
        let made = translation.as_deref().map(FrontMatter::parse).and_then(|it| it.translation_type);
        Ok(OwnedTexts {
            reading: self.reading(entry.kind, &entry.source, &entry.locale)?,
            source,
            older: entry.recorded_hash.as_ref().map(older).transpose()?,
            translation,
            made: crate::project::handoff::made(made.map(|made| made.value)),
        })
    }
}

/// The same, of a file whose translation is known.
pub(super) fn of_target(refusal: HandbackRefusal, came: &Came, target: &str) -> HandbackRefusal {
    HandbackRefusal { locale: Some(came.locale.tag().to_owned()), target: Some(target.to_owned()), ..refusal }
}

/// Whether nothing was translated of what was to be.
fn is_not_translated(came: &Came, texts: &OwnedTexts) -> bool {
    match &came.content {
        CameContent::Units(returned) => {
            let open: BTreeSet<String> = open(texts).into_iter().map(|unit| unit.id).collect();
            let is_translated = |unit: &ReturnedUnit| unit.target.is_some() && open.contains(&unit.id);
            !open.is_empty() && !returned.is_empty() && !returned.iter().any(is_translated)
        }
        CameContent::Draft(text) => {
            let Some(original) = texts.markdown() else { return false };
            let draft = exchange::draft(&original);
            !exchange::marked(original.syntax, &draft).is_empty()
                && line_end::normal(text).trim_end() == line_end::normal(&draft).trim_end()
        }
    }
}

/// The units that were handed off without a translation.
fn open(texts: &OwnedTexts) -> Vec<Unit> {
    texts.units().into_iter().filter(|unit| unit.target.is_none()).collect()
}

/// The translation without what is written into its front matter.
fn body(came: &Came, texts: &OwnedTexts, target: &str) -> Result<String, Vec<HandbackRefusal>> {
    let refusal = |line: Option<u32>, message: String, help: &str| {
        let line = line.filter(|line| *line > 0);
        of_target(
            HandbackRefusal { line, ..HandbackRefusal::of_file(&came.file, message, help) },
            came,
            target,
        )
    };
    let returned = match &came.content {
        CameContent::Units(returned) => returned,
        CameContent::Draft(text) => {
            let flaws = draft::flaws(text, texts).into_iter();
            let refusals = flaws.map(|flaw| refusal(u32::try_from(flaw.line).ok(), flaw.message, flaw.help));
            let refusals: Vec<HandbackRefusal> = refusals.collect();
            return if refusals.is_empty() { Ok(text.clone()) } else { Err(refusals) };
        }
    };
    let sources: std::collections::BTreeMap<String, String> =
        texts.units().into_iter().map(|unit| (unit.id, unit.source.text())).collect();
    let of_unit = |id: &str, line: u32, message: String, help: &str| {
        let unit = returned.iter().find(|unit| unit.id == id);
        let said = unit.and_then(|unit| unit.target.as_ref()).map(|target| target.text());
        let text = said.or_else(|| sources.get(id).cloned());
        HandbackRefusal { unit: Some(id.to_owned()), text, ..refusal(Some(line), message, help) }
    };
    let untranslated = |unit: &&ReturnedUnit| unit.target.is_none() && sources.contains_key(&unit.id);
    let mut refusals: Vec<HandbackRefusal> = returned
        .iter()
        .filter(untranslated)
        .map(|unit| of_unit(&unit.id, unit.line, "this unit is not translated".to_owned(), "translate it"))
        .collect();
    match texts.compose(returned) {
        Ok(composed) if refusals.is_empty() => return Ok(composed.text),
        Ok(_) => {}
        Err(found) => refusals.extend(found.iter().map(|one| {
            let (message, help) = words(&one.kind);
            of_unit(&one.unit, one.line, message, help)
        })),
    }
    refusals.sort_by_key(|refusal| refusal.line);
    Err(refusals)
}

/// The whole translation, or why its front matter cannot say what it was made from.
fn finished(
    body: &str,
    came: &Came,
    entry: &HandedOff,
    texts: &OwnedTexts,
    translated: Date,
) -> Result<String, String> {
    if entry.kind != HandedOffKind::Article && !is_stamped(&entry.target, body) {
        return Ok(body.to_owned());
    }
    let made = made(came, texts);
    let there = FrontMatter::parse(body).translation_type.map(|made| made.value);
    let written = match made {
        Some(TranslationType::Machine) => "MT",
        _ => "HT",
    };
    let stamp = Stamp {
        source_hash: &entry.source_hash,
        translated,
        translation_type: (made.is_some() && made != there).then_some(written),
        locale: Some(&entry.locale),
        on_existing: OnExisting::Replace,
    };
    front_matter::stamp(body, stamp).map_err(|_| {
        "its front matter cannot say which version it was made from: it is damaged, or not written one key a line".to_owned()
    })
}

/// How a translation was made: by a machine where it made all that was to be translated, or where what it made before has still not been
/// reviewed; none where nothing was to be translated.
fn made(came: &Came, texts: &OwnedTexts) -> Option<TranslationType> {
    let CameContent::Units(returned) = &came.content else { return Some(TranslationType::Human) };
    let open: BTreeSet<String> = open(texts).into_iter().map(|unit| unit.id).collect();
    let (new, reused): (Vec<&ReturnedUnit>, Vec<&ReturnedUnit>) =
        returned.iter().partition(|unit| open.contains(&unit.id));
    let is_of_machine = |unit: &&ReturnedUnit| unit.state == TargetState::NeedsReview;
    if new.is_empty() {
        return None;
    }
    let is_left = texts.made == Made::ByMachine && reused.iter().any(is_of_machine);
    let is_machine = new.iter().all(is_of_machine) || is_left;
    Some(if is_machine { TranslationType::Machine } else { TranslationType::Human })
}
