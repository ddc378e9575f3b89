//! What history says of a finding: whether those who had its place in hand removed the flaw. Reads nothing and prints nothing.

use std::ops::Range;

use faqtory::alignment::{self, Alignment};
use faqtory::catalog::File;
use faqtory::diagnostic::Diagnostic;
use faqtory::front_matter::TranslationType;

use super::case::Case;
use super::checked::Checked;
use super::place::Place;

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fate {
    /// Its place was edited, the source's was not, and the flaw is gone.
    Confirmed,
    /// Its place was edited, and the flaw is still there.
    Contradicted,
    /// No hand-back touched its place.
    Untouched,
    /// It went with its place, with what the source says there, or with a change elsewhere in the article.
    Gone,
}

/// A finding, and what history says of it.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub code: &'static str,
    pub message: String,
    pub fate: Fate,
    /// How the hand-back that decided was made, where it says so.
    pub by: Option<TranslationType>,
    /// The version that decided, from 1 on.
    pub version: usize,
    /// Where it stood before that, from 1 on.
    pub line: usize,
    pub source: [String; 2],
    pub translation: [String; 2],
}

/// Judges every finding of the older versions, each once: by the hand-back that removed the flaw, else by the last that touched it.
pub(crate) fn judge(case: &Case) -> Vec<Verdict> {
    let mut versions = case.versions.iter().enumerate();
    let mut next = || versions.by_ref().find_map(|(at, version)| Some((at, Checked::new(case, version)?)));
    let Some((_, mut old)) = next() else { return Vec::new() };
    let mut judged = Vec::new();
    let mut known: Vec<Option<Verdict>> = vec![None; old.findings.len()];
    while let Some((version, new)) = next() {
        let handback = Handback::new(&old, &new);
        let mut carried = vec![None; new.findings.len()];
        for (at, before) in known.into_iter().enumerate() {
            let verdict = later(before, handback.verdict(at, version));
            match handback.kept[at] {
                Some(still) => carried[still] = Some(verdict),
                None => judged.push(verdict),
            }
        }
        known = carried;
        old = new;
    }
    judged.extend(known.into_iter().flatten());
    judged
}

/// The one of two verdicts that counts, the second being of a later hand-back.
fn later(before: Option<Verdict>, after: Verdict) -> Verdict {
    match before {
        Some(before) if before.fate == Fate::Contradicted && after.fate > Fate::Contradicted => before,
        _ => after,
    }
}

/// A version and the next.
struct Handback<'c> {
    old: &'c Checked,
    new: &'c Checked,
    /// The old translation beside the old source, each old text beside the new one.
    across: Alignment,
    sources: Alignment,
    translations: Alignment,
    /// By finding of the old version: the one of the new version that is the same.
    kept: Vec<Option<usize>>,
}

impl<'c> Handback<'c> {
    fn new(old: &'c Checked, new: &'c Checked) -> Self {
        let blocks = |one: &File, other: &File| alignment::blocks(&one.document, &other.document);
        let mut handback = Self {
            old,
            new,
            across: blocks(&old.source, &old.translation),
            sources: blocks(&old.source, &new.source),
            translations: blocks(&old.translation, &new.translation),
            kept: vec![None; old.findings.len()],
        };
        handback.kept = handback.same();
        handback
    }

    /// Which findings are still there: those with the same words at the same place first, then others of the kind at
    /// the place, then those that say the same elsewhere, as the text may have moved.
    fn same(&self) -> Vec<Option<usize>> {
        let (old, new) = (self.old, self.new);
        let places: Vec<Option<Place>> = old
            .findings
            .iter()
            .map(|finding| followed(&self.translations, &Place::of(&old.translation, finding.span)))
            .collect();
        let is_there = |was: usize, is: &Diagnostic| {
            let place = Place::of(&new.translation, is.span);
            places[was].as_ref().is_some_and(|was| was.touches(&place))
                && kind(&old.findings[was].message) == kind(&is.message)
        };
        let says_the_same = |was: usize, is: &Diagnostic| {
            old.findings[was].fingerprint(&old.translation.text) == is.fingerprint(&new.translation.text)
        };
        type Rule<'r> = &'r dyn Fn(usize, &Diagnostic) -> bool;
        let rules: [Rule<'_>; 3] =
            [&|was, is| is_there(was, is) && says_the_same(was, is), &is_there, &says_the_same];
        let mut kept = vec![None; old.findings.len()];
        let mut is_taken = vec![false; new.findings.len()];
        for is_same in rules {
            for (was, kept) in kept.iter_mut().enumerate().filter(|(_, kept)| kept.is_none()) {
                let code = old.findings[was].code;
                let is_it =
                    |(at, is): &(usize, &Diagnostic)| !is_taken[*at] && is.code == code && is_same(was, is);
                if let Some((at, _)) = new.findings.iter().enumerate().find(is_it) {
                    (*kept, is_taken[at]) = (Some(at), true);
                }
            }
        }
        kept
    }

    /// Where the place of a finding is in the new version: where the finding is, if it has moved.
    fn now(&self, at: usize, place: &Place) -> Option<Place> {
        let followed = followed(&self.translations, place);
        let Some(kept) = self.kept[at] else { return followed };
        let found = Place::of(&self.new.translation, self.new.findings[kept].span);
        followed.filter(|place| place.touches(&found)).or(Some(found))
    }

    fn verdict(&self, at: usize, version: usize) -> Verdict {
        let (old, new) = (self.old, self.new);
        let finding = &old.findings[at];
        let place = Place::of(&old.translation, finding.span);
        let now = self.now(at, &place);
        let theirs = of_source(&self.across, &place);
        let their_now = theirs.as_ref().and_then(|theirs| followed(&self.sources, theirs));
        let text = |place: &Option<Place>, file: &File| place.as_ref().and_then(|place| place.text(file));
        let translation = [place.text(&old.translation), text(&now, &new.translation)];
        let source = [text(&theirs, &old.source), text(&their_now, &new.source)];
        let is_edited = translation[0] != translation[1];
        // What the source has nowhere it has not changed, if it is a key; a block of its own is not known to be a flaw.
        let is_same_source =
            source[0] == source[1] && (source[0].is_some() || matches!(place, Place::Key(_)));
        let fate = match self.kept[at] {
            // Something in the article has always changed.
            Some(_) if !is_edited || place == Place::File => Fate::Untouched,
            Some(_) => Fate::Contradicted,
            None if is_edited && is_same_source && translation[1].is_some() => Fate::Confirmed,
            None => Fate::Gone,
        };
        let before = &old.translation.text[..finding.span.start as usize];
        Verdict {
            code: finding.code,
            message: finding.message.clone(),
            fate,
            by: new.translation.front_matter.translation_type.as_ref().map(|said| said.value),
            version: version + 1,
            line: before.matches('\n').count() + 1,
            source: source.map(Option::unwrap_or_default),
            translation: translation.map(Option::unwrap_or_default),
        }
    }
}

/// Where a place of the older text is in the newer one; none where its blocks are not there.
fn followed(alignment: &Alignment, place: &Place) -> Option<Place> {
    let Place::Blocks(blocks) = place else { return Some(place.clone()) };
    around(blocks.clone().filter_map(|block| alignment.translation_of(block)).map(|block| block..block + 1))
}

/// The place of the source that a place of the translation translates.
fn of_source(alignment: &Alignment, place: &Place) -> Option<Place> {
    let Place::Blocks(blocks) = place else { return Some(place.clone()) };
    around(blocks.clone().map(|block| alignment.source_of(block)).filter(|blocks| !blocks.is_empty()))
}

fn around(ranges: impl Iterator<Item = Range<usize>>) -> Option<Place> {
    ranges.reduce(|all, next| all.start.min(next.start)..all.end.max(next.end)).map(Place::Blocks)
}

/// A message without what it names and counts.
fn kind(message: &str) -> String {
    let words = message.split('`').step_by(2);
    words.flat_map(str::chars).filter(|letter| !letter.is_numeric()).collect()
}
