//! What becomes of a file that came back: the translation that is to be written, or why not. Writes nothing, and asks neither git nor the
//! source of today.

use std::collections::BTreeSet;
use std::path::Path;

use crate::catalog::ArticleIndex;
use crate::edit;
use crate::exchange::{self, Made, ReturnedUnit, TargetState, Unit};
use crate::front_matter::{self, Date, FrontMatter, OnExisting, Stamp, TranslationType};
use crate::line_end;
use crate::markdown::{Dialect, Form, Syntax};
use crate::project::handoff::OwnedTexts;
use crate::project::loaded::Project;
use crate::project::remembered::{self, Remembered, text_hash};
use crate::report::HandbackRefusal;
use crate::translation::{HandedOff, Handoff};

use super::draft;
use super::read::{Came, CameContent};
use super::refusal::words;

/// A translation that is complete.
pub(super) struct Composed {
    pub(super) came: Came,
    pub(super) entry: HandedOff,
    /// Hand-offs in the order of this are in the order of time.
    pub(super) order: (String, usize),
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
        /// Where it is remembered, when it was handed off, and what stands for the text that is there.
        handed_off: Option<((String, usize), String)>,
    },
    NotTranslated {
        came: Came,
        target: String,
    },
    Refused(Vec<HandbackRefusal>),
    /// It is not waited for any more, so that the others of its locale need not wait for it.
    NotInProgress(HandbackRefusal),
}

const DAMAGED: &str = "correct the front matter of the source, and hand it off again";
const CHANGED: &str = "bring it back as it was and hand back again, or hand off the article again";

impl Project {
    pub(super) fn composed(&self, came: Came, remembered: &Remembered, today: Date) -> Outcome {
        let of_handoff = remembered.named(&came.handoff);
        let is_it = |file: &&HandedOff| {
            file.id == came.id && file.locale == came.locale.tag() && file.source_hash == came.source_hash
        };
        let Some((handoff, entry)) = of_handoff.and_then(|it| Some((it, it.files.iter().find(is_it)?)))
        else {
            return self.not_remembered(came, of_handoff);
        };
        let order = (handoff.date.clone(), handoff.order().1);
        let own = self.translation(&entry.id, &entry.locale);
        let target = own.map_or_else(|| entry.target.clone(), |own| self.file(own).path.to_string());
        let refuse = |came: &Came, message: String, help: &str| {
            let refusal = HandbackRefusal::of_file(&came.file, message, help);
            Outcome::Refused(vec![of_target(refusal, came, &target)])
        };
        let before = match self.before(own, &target) {
            Ok(before) => before,
            Err((message, help)) => return refuse(&came, message, help),
        };
        let texts = match self.kept(entry, came.package.as_deref()) {
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
        let there = before.as_deref().map(FrontMatter::parse);
        let is_there = |there: &FrontMatter| {
            there.source_hash.as_ref().is_some_and(|hash| hash.value == entry.source_hash)
        };
        // A run that was killed may have written it on another day.
        let date = there.as_ref().filter(|it| is_there(it)).and_then(|it| it.translated.as_ref());
        let text = match finished(&body, &came, entry, &texts, date.map_or(today, |date| date.value)) {
            Ok(text) => text,
            Err(message) => return refuse(&came, message, DAMAGED),
        };
        let hash = before.as_deref().map(text_hash);
        if before.as_deref().is_some_and(|before| line_end::normal(before) == line_end::normal(&text)) {
            return Outcome::Done { came, target, handed_off: hash.map(|hash| (order, hash)) };
        }
        if hash != entry.target_hash && (hash.is_none() || hash != entry.brought_hash) {
            let message = match &before {
                Some(_) => format!("{target} was changed after it was handed off, and that would be lost"),
                None => format!("{target} is not there any more"),
            };
            return refuse(&came, message, CHANGED);
        }
        let entry = entry.clone();
        Outcome::Ready(Box::new(Composed { came, entry, order, target, before, text, texts }))
    }

    /// A file that no hand-off in progress has.
    fn not_remembered(&self, came: Came, handoff: Option<&Handoff>) -> Outcome {
        let own = self.translation(&came.id, came.locale.tag());
        if let Some(own) = own.filter(|&own| self.recorded(own) == Some(&*came.source_hash)) {
            let target = self.file(own).path.to_string();
            return Outcome::Done { came, target, handed_off: None };
        }
        let message = match handoff {
            Some(handoff) => format!("the hand-off {} has no such file in progress", handoff.name),
            None => format!("no hand-off `{}` is in progress", came.handoff),
        };
        let help = "it was handed back, cancelled, or replaced by a newer one; `faqtory status` says what is in progress";
        let refusal = HandbackRefusal::of_file(&came.file, message, help);
        let locale = Some(came.locale.tag().to_owned());
        Outcome::NotInProgress(HandbackRefusal { locale, ..refusal })
    }

    fn translation(&self, id: &str, tag: &str) -> Option<ArticleIndex> {
        let locale = self.catalog.locales.position(|entry| entry.locale.tag() == tag)?;
        let identity = self.catalog.identities.position(|identity| &*identity.id == id)?;
        self.catalog.identities[identity].translations[locale]
    }

    /// What stands where the translation belongs.
    fn before(
        &self,
        own: Option<ArticleIndex>,
        target: &str,
    ) -> Result<Option<String>, (String, &'static str)> {
        if let Some(own) = own {
            let file = self.file(own);
            return match file.not_utf8 {
                None => Ok(Some(file.text.clone())),
                Some(_) => Err((format!("{target} is not valid UTF-8"), "save it as UTF-8")),
            };
        }
        if edit::is_there(&self.root().join(target)) {
            let message = format!("{target} is there, and is no translation of this article");
            return Err((message, "move it away, or cancel the hand-off"));
        }
        Ok(None)
    }

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
            syntax: self.syntax(entry),
            source,
            older: entry.recorded_hash.as_ref().map(older).transpose()?,
            translation,
            made: crate::project::handoff::made(made.map(|made| made.value)),
        })
    }

    /// As what the source is read.
    fn syntax(&self, entry: &HandedOff) -> Syntax {
        let article = self.catalog.article_at(&entry.source);
        let article = article.or_else(|| self.translation(&entry.id, &entry.locale));
        article.map_or_else(
            || {
                let is_mdx = entry.source.to_ascii_lowercase().ends_with(".mdx");
                Syntax { dialect: Dialect::Plain, form: if is_mdx { Form::Mdx } else { Form::Markdown } }
            },
            |article| self.file(article).document.syntax,
        )
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
            let draft = exchange::draft(&texts.original());
            !exchange::marked(texts.syntax, &draft).is_empty()
                && line_end::normal(text).trim_end() == line_end::normal(&draft).trim_end()
        }
    }
}

/// The units that were handed off without a translation.
fn open(texts: &OwnedTexts) -> Vec<Unit> {
    exchange::units(&texts.original()).into_iter().filter(|unit| unit.target.is_none()).collect()
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
        exchange::units(&texts.original()).into_iter().map(|unit| (unit.id, unit.source.text())).collect();
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
    match exchange::compose(&texts.original(), returned) {
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
