//! Reads the value of a key as its field asks, and notes what in it is not as it should be.

use std::collections::BTreeSet;

use super::data::{Draft, Flaw, FlawKind, FrontMatter, Order, Translate, TranslationType};
use super::date::{Date, DateForm};
use super::keys::Field;
use super::value::{KeyValue, Scalar, Value};
use super::values;
use crate::diagnostic::{Span, Spanned};

/// Reads the value of one entry.
pub(super) struct Reader<'e, 'a, 'f> {
    pub(super) entry: &'e KeyValue<'a>,
    pub(super) flaws: &'f mut Vec<Flaw>,
}

impl<'e, 'a> Reader<'e, 'a, '_> {
    pub(super) fn read(mut self, field: Field, into: &mut FrontMatter) {
        match field {
            Field::Title => into.title = self.prose(),
            Field::Description => into.description = self.prose(),
            Field::Locale => into.locale = self.text(),
            Field::Language => into.locale = into.locale.take().or_else(|| self.language()),
            // An ID may stand in either, or in both: those of `custom_ids` were read before.
            Field::CustomIds => into.custom_ids = self.custom_ids(),
            Field::Custom => {
                let (ids, tags) = self.custom();
                into.tags = tags;
                let known: BTreeSet<String> = into.custom_ids.iter().map(|id| id.value.clone()).collect();
                into.custom_ids.extend(ids.into_iter().filter(|id| !known.contains(&id.value)));
            }
            Field::Tags => into.tags.extend(self.many(values::is_comma)),
            Field::Date => into.date = self.date(),
            Field::Updated => into.updated = self.date(),
            Field::Robots => into.robots = self.text(),
            Field::TranslationType => {
                into.translation_type = self.parsed(
                    "`HT`, `MT`, `Human Translation` or `Machine Translation`",
                    TranslationType::parse,
                );
            }
            Field::SourceHash => into.source_hash = self.parsed("40 hexadecimal digits", values::hash),
            Field::SourceCommit => into.source_commit = self.text(),
            Field::Translated => into.translated = self.date(),
            Field::LocFileId => into.loc_file_id = self.text(),
            Field::Topic => into.topic = self.text(),
            Field::Collection => into.collection = self.many(values::is_comma),
            Field::Service => into.service = self.text(),
            Field::Priority => into.priority = self.text(),
            Field::Author => into.author = self.text(),
            Field::Slug => into.slug = self.text(),
            Field::Url => into.slug = self.url().or(into.slug.take()),
            Field::Draft | Field::Unlisted | Field::Published | Field::Build => {
                into.draft = into.draft.max(self.draft(field));
            }
            Field::RedirectFrom | Field::Aliases => into.redirect_from.extend(self.texts()),
            Field::ArticleId => into.article_id = self.text(),
            Field::Uid => into.uid = self.text(),
            Field::Order => into.order = self.parsed("a number", Order::parse),
            Field::Label => into.label = self.prose(),
            Field::Translate => {
                let wanted = self.parsed("`true` or `false`", Translate::parse);
                into.translate = wanted.map_or_else(Translate::default, |wanted| wanted.value);
            }
            Field::AnnounceFrom => into.announce_from = self.date(),
            Field::AnnounceUntil => into.announce_until = self.last_day(into.announce_from.as_ref()),
            Field::Featured => into.featured = self.featured(),
            Field::Icon => into.icon = self.text(),
        }
    }

    fn key(&self) -> String {
        self.entry.key.value.clone().into_owned()
    }

    fn invalid(&mut self, expected: &'static str, span: Span) {
        let kind = FlawKind::InvalidValue { key: self.key(), expected };
        self.flaws.push(Flaw { kind, span });
    }

    /// The one value with something in it; a list or a map is a flaw.
    fn scalar(&mut self, expected: &'static str) -> Option<&'e Scalar<'a>> {
        match &self.entry.value {
            Value::Scalar(scalar) => Some(scalar).filter(|scalar| !scalar.text.trim().is_empty()),
            Value::List(_) | Value::Map(_) => {
                self.invalid(expected, self.entry.key.span);
                None
            }
        }
    }

    /// A text; `null` is none.
    fn text(&mut self) -> Option<Spanned<String>> {
        let scalar = self.scalar("a single text").filter(|scalar| !scalar.is_null())?;
        Some(trimmed(scalar))
    }

    /// A text for readers, in whatever words.
    fn prose(&mut self) -> Option<Spanned<String>> {
        self.scalar("a single text").filter(|scalar| !scalar.is_nothing()).map(trimmed)
    }

    fn parsed<T>(&mut self, expected: &'static str, parse: fn(&str) -> Option<T>) -> Option<Spanned<T>> {
        let scalar = self.scalar(expected).filter(|scalar| !scalar.is_null())?;
        let value = parse(&scalar.text);
        if value.is_none() {
            self.invalid(expected, scalar.span);
        }
        Some(Spanned::new(value?, scalar.span))
    }

    /// A place, or `true` for the last one.
    fn featured(&mut self) -> Option<Spanned<Order>> {
        let scalar = self.scalar("a number").filter(|scalar| !scalar.is_null())?;
        let text = scalar.text.trim();
        let is = |words: [&str; 2]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
        if is(["false", "no"]) {
            return None;
        }
        let place = if is(["true", "yes"]) { Some(Order::LAST) } else { Order::parse(text) };
        if place.is_none() {
            self.invalid("`true`, `false` or a number", scalar.span);
        }
        Some(Spanned::new(place?, scalar.span))
    }

    fn date(&mut self) -> Option<Spanned<Date>> {
        let scalar = self.scalar("a date").filter(|scalar| !scalar.is_null())?;
        let (key, span) = (self.key(), scalar.span);
        let Some((date, form)) = Date::parse(&scalar.text) else {
            let kind = FlawKind::InvalidDate { key, written: scalar.text.trim().to_owned() };
            self.flaws.push(Flaw { kind, span });
            return None;
        };
        if form == DateForm::DayFirst {
            self.flaws.push(Flaw { kind: FlawKind::DayMonthOrder { key, date }, span });
        }
        Some(Spanned::new(date, span))
    }

    /// The last of some days; none where it comes before the first.
    fn last_day(&mut self, first: Option<&Spanned<Date>>) -> Option<Spanned<Date>> {
        let last = self.date()?;
        if first.is_some_and(|first| last.value < first.value) {
            self.invalid("a date that does not come before `announce_from`", last.span);
            return None;
        }
        Some(last)
    }

    /// Whether the value keeps the article back. What is not understood does: no draft is published by accident.
    fn draft(&mut self, field: Field) -> Draft {
        const YES: [&str; 6] = ["true", "yes", "on", "y", "t", "1"];
        const NO: [&str; 6] = ["false", "no", "off", "n", "f", "0"];
        let scalar = match &self.entry.value {
            Value::Scalar(scalar) => Some(scalar),
            Value::List(_) | Value::Map(_) => None,
        };
        let text = scalar.map_or("", |scalar| scalar.text.trim());
        if scalar.is_some_and(Scalar::is_null) || scalar.is_some() && text.is_empty() {
            return Draft::NotSaid;
        }
        let is_of = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
        let (yes, no, expected) = match field {
            Field::Published => (is_of(&NO), is_of(&YES) || Date::parse(text).is_some(), "`true` or `false`"),
            Field::Build => {
                let no = is_of(&YES) || is_of(&["always", "local", "link"]);
                (is_of(&NO) || is_of(&["never"]), no, "`always` or `never`")
            }
            _ => (is_of(&YES), is_of(&NO), "`true` or `false`"),
        };
        if !yes && !no {
            let span = scalar.map_or(self.entry.key.span, |scalar| scalar.span);
            self.flaws.push(Flaw { kind: FlawKind::InvalidDraft { key: self.key(), expected }, span });
        }
        match (no, field) {
            (true, Field::Draft) => Draft::Published,
            (true, _) => Draft::NotSaid,
            (false, _) => Draft::Draft,
        }
    }

    /// A language tag; `language` may as well be that of a program, or the name of a language.
    fn language(&mut self) -> Option<Spanned<String>> {
        let text = self.text()?;
        let mut parts = text.value.split(['-', '_']);
        let is_language =
            |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_subtag = |part: &str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        (parts.next().is_some_and(is_language) && parts.all(is_subtag)).then_some(text)
    }

    /// A whole path, as a slug that begins with a slash; the page of `/x.html` is that of `/x`. An address of another
    /// site is none.
    fn url(&mut self) -> Option<Spanned<String>> {
        let Spanned { value, span } = self.text()?;
        if value.contains("://") || value.starts_with("//") {
            return None;
        }
        if value.starts_with(':') || value.contains("/:") || matches!(&*value, "true" | "false") {
            self.invalid("a path without placeholders", span);
            return None;
        }
        let path = value.trim_start_matches('/');
        let path = path.strip_suffix(".html").or_else(|| path.strip_suffix(".htm")).unwrap_or(path);
        Some(Spanned::new(format!("/{path}"), span))
    }

    /// Every scalar of the value, be it one or a list; anything deeper is a flaw.
    fn scalars(&mut self, expected: &'static str) -> Vec<&'e Scalar<'a>> {
        let values = match &self.entry.value {
            Value::List(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        let mut scalars = Vec::with_capacity(values.len());
        for value in values {
            match value {
                Value::Scalar(scalar) if scalar.is_null() => {}
                Value::Scalar(scalar) => scalars.push(scalar),
                Value::List(_) | Value::Map(_) => self.invalid(expected, self.entry.key.span),
            }
        }
        scalars
    }

    /// One or many texts, each as it is written.
    fn texts(&mut self) -> Vec<Spanned<String>> {
        let scalars = self.scalars("a text or a list of texts").into_iter();
        scalars.filter(|one| !one.text.trim().is_empty()).map(trimmed).collect()
    }

    /// One or many texts; a single one is split where `separates` says so.
    fn many(&mut self, separates: fn(char) -> bool) -> Vec<Spanned<String>> {
        let scalars = self.scalars("a text or a list of texts");
        match (&self.entry.value, scalars.as_slice()) {
            (Value::Scalar(_), [one]) => values::pieces(one, separates).map(owned).collect(),
            _ => scalars.into_iter().filter(|one| !one.text.trim().is_empty()).map(trimmed).collect(),
        }
    }

    fn custom_ids(&mut self) -> Vec<Spanned<String>> {
        const EXPECTED: &str = "IDs of at most 64 letters, digits, `.`, `_` and `-`";
        let mut ids = Vec::new();
        for piece in
            self.scalars(EXPECTED).into_iter().flat_map(|one| values::pieces(one, values::is_id_separator))
        {
            if values::may_be_custom_id(piece.value) {
                ids.push(owned(piece));
            } else {
                self.invalid(EXPECTED, piece.span);
            }
        }
        ids
    }

    /// The custom IDs and the tags of `ms.custom`.
    fn custom(&mut self) -> (Vec<Spanned<String>>, Vec<Spanned<String>>) {
        let scalars = self.scalars("a custom ID or tag, or a list of them");
        let pieces = scalars.into_iter().flat_map(|one| values::pieces(one, values::is_id_separator));
        let pieces: Vec<Spanned<&str>> = pieces.collect();
        for piece in pieces.iter().filter(|piece| values::is_damaged_id(piece.value)) {
            self.invalid("an ID of digits alone (0 to 9)", piece.span);
        }
        pieces.into_iter().map(owned).partition(|piece| values::is_custom_id(&piece.value))
    }
}

fn owned(piece: Spanned<&str>) -> Spanned<String> {
    Spanned::new(piece.value.to_owned(), piece.span)
}

/// The text of a scalar without white space around it.
fn trimmed(scalar: &Scalar<'_>) -> Spanned<String> {
    let text = scalar.text.trim();
    let start = scalar.text.len() - scalar.text.trim_start().len();
    Spanned::new(text.to_owned(), scalar.part(start..start + text.len()))
}
