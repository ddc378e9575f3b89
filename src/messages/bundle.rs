//! Formats messages: as plain text, and as HTML with every argument isolated.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use fluent::concurrent::FluentBundle;
use fluent::types::FluentNumber;
use fluent::{FluentArgs, FluentResource, FluentValue};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::GroupingStrategy;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;
use writeable::Writeable;

use super::locale_messages::LocaleMessages;
use crate::html::can_hold;
use crate::locale::Locale;

/// Marks that Fluent sets round every argument, so that its direction leaves the sentence alone.
const ISOLATE: char = '\u{2068}';
const POP: char = '\u{2069}';

/// An argument of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    Text(&'a str),
    /// A count: chooses the plural form and is shown in the digits of the locale.
    Number(i64),
}

/// The messages of one locale and of those that stand in for it. Cheap to clone, shared between threads.
#[derive(Clone, Debug)]
pub struct Bundle {
    locale: Locale,
    chain: Arc<[Arc<LocaleMessages>]>,
}

/// A formatted message as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    pub text: String,
    /// The language it is in, another one than the bundle's where the message was missing there.
    pub locale: &'a Locale,
}

/// A message that cannot be shown as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageError {
    /// No locale of the chain has it.
    Unknown { key: String },
    /// An argument was not given, or what it quotes is missing. `text` is what came out all the same.
    Format { key: String, locale: Locale, text: String, errors: Vec<String> },
}

impl MessageError {
    /// The best there is to show: the text as far as it goes, or the key. Plain text.
    pub fn shown(&self) -> &str {
        match self {
            Self::Unknown { key } => key,
            Self::Format { text, .. } => text,
        }
    }
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { key } => write!(f, "no locale has a message `{key}`"),
            Self::Format { key, locale, errors, .. } => {
                write!(f, "message `{key}` of {locale}: {}", errors.join(", "))
            }
        }
    }
}

impl std::error::Error for MessageError {}

impl Bundle {
    pub(super) fn new(locale: Locale, chain: Arc<[Arc<LocaleMessages>]>) -> Self {
        Self { locale, chain }
    }

    /// The locale that was asked for.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Whether any locale of the chain has the message.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).next().is_some()
    }

    /// The message as plain text, for attributes, titles and text that is escaped later.
    pub fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Result<Text<'_>, MessageError> {
        let (messages, isolated) = self.format(key, args)?;
        Ok(Text { text: without_marks(isolated), locale: &messages.locale })
    }

    /// The message as HTML: escaped, every argument in `<bdi>`, and the whole in `<span lang dir>` where it is in
    /// another language than was asked for.
    pub fn html(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, MessageError> {
        let (messages, isolated) = self.format(key, args)?;
        let shown = &messages.locale;
        if shown.language() == self.locale.language() && shown.script() == self.locale.script() {
            return Ok(to_html(&isolated));
        }
        let (tag, direction) = (shown.tag(), shown.direction().name());
        Ok(format!("<span lang=\"{tag}\" dir=\"{direction}\">{}</span>", to_html(&isolated)))
    }

    /// Every message that needs no argument, as plain text: key and text, in order of the key. One that asks for an
    /// argument in this locale alone comes as far as it goes.
    pub fn plain(&self) -> Vec<(&str, String)> {
        let keys: BTreeSet<&str> = self.chain.iter().flat_map(|messages| messages.plain_keys()).collect();
        let shown = |key| self.text(key, &[]).map_or_else(|error| error.shown().to_owned(), |text| text.text);
        keys.into_iter().map(|key| (key, shown(key))).collect()
    }

    /// The messages of a key that the locales of the chain have, the best first.
    fn find(&self, key: &str) -> impl Iterator<Item = (&LocaleMessages, &fluent_syntax::ast::Pattern<&str>)> {
        self.chain.iter().filter_map(move |messages| {
            let pattern = messages.fluent.get_message(key)?.value()?;
            Some((&**messages, pattern))
        })
    }

    /// The message with isolating marks round its arguments, and the messages it is one of: the first of the chain that
    /// comes out whole. Where one is written, but none can be shown, its key stands in.
    fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Result<(&LocaleMessages, String), MessageError> {
        let mut first = None;
        for (messages, pattern) in self.find(key) {
            let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, messages.value(*arg))).collect();
            let mut errors = Vec::new();
            let text = messages.fluent.format_pattern(pattern, Some(&args), &mut errors).into_owned();
            if errors.is_empty() {
                return Ok((messages, text));
            }
            first.get_or_insert_with(|| MessageError::Format {
                key: key.to_owned(),
                locale: messages.locale.clone(),
                text: without_marks(text),
                errors: errors.iter().map(ToString::to_string).collect(),
            });
        }
        let unusable = || self.chain.iter().find(|messages| messages.unusable.contains(key));
        match first {
            Some(error) => Err(error),
            None => unusable()
                .map(|messages| (&**messages, key.to_owned()))
                .ok_or_else(|| MessageError::Unknown { key: key.to_owned() }),
        }
    }
}

/// An empty Fluent bundle that writes numbers as the locale does.
pub(super) fn fluent(locale: &Locale) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_formatter(Some(digits));
    // An empty bundle has no function of that name yet.
    let _ = bundle.add_function("NUMBER", number);
    bundle
}

impl LocaleMessages {
    fn value<'a>(&self, arg: Arg<'a>) -> FluentValue<'a> {
        match arg {
            Arg::Number(count) => {
                let stand_in = self.plural_forms.stand_in(count);
                let mut number = FluentNumber::from(stand_in);
                if stand_in != count {
                    number.options.currency = Some(count.to_string());
                }
                number.into()
            }
            // Isolates in an argument would close those of the message.
            Arg::Text(text) if text.contains(is_isolate) => text.replace(is_isolate, "").into(),
            Arg::Text(text) => Cow::Borrowed(text).into(),
        }
    }
}

/// U+2066 to U+2069.
fn is_isolate(c: char) -> bool {
    ('\u{2066}'..='\u{2069}').contains(&c)
}

fn without_marks(text: String) -> String {
    if text.contains([ISOLATE, POP]) { text.replace([ISOLATE, POP], "") } else { text }
}

/// Escapes the text and turns the isolating marks into `<bdi>` elements, always balanced.
fn to_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    let mut open = 0;
    for c in text.chars() {
        match c {
            ISOLATE => {
                html.push_str("<bdi>");
                open += 1;
            }
            POP if open > 0 => {
                html.push_str("</bdi>");
                open -= 1;
            }
            POP => {}
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c if c.is_ascii_graphic() || can_hold(c) => html.push(c),
            _ => html.push(char::REPLACEMENT_CHARACTER),
        }
    }
    html.push_str(&"</bdi>".repeat(open));
    html
}

/// Fluent's `NUMBER`, with options kept within what its plural rules can compute.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    match positional.first() {
        Some(FluentValue::Number(number)) => {
            let mut number = number.clone();
            let own_digits = number.options.currency.take();
            number.options.merge(named);
            number.options.currency = own_digits;
            let digits = &mut number.options.minimum_fraction_digits;
            *digits = digits.map(|digits| digits.min(6));
            FluentValue::Number(number)
        }
        Some(other) => other.clone(),
        None => FluentValue::Error,
    }
}

/// Formats numbers of one locale; made once by the bundle's memoizer.
struct Digits(DecimalFormatter);

impl Memoizable for Digits {
    type Args = (GroupingStrategy,);
    /// No number format: the number is written plainly.
    type Error = ();

    fn construct(language: LanguageIdentifier, (grouping,): Self::Args) -> Result<Self, Self::Error> {
        let locale: icu::locale::Locale = language.to_string().parse().map_err(|_| ())?;
        DecimalFormatter::try_new(locale.into(), grouping.into()).map(Self).map_err(|_| ())
    }
}

/// A number with a stand-in for its plural form carries its own digits as the currency, which Fluent does not use.
fn digits(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = number.options.currency.as_deref().map_or_else(|| number.as_string(), Cow::Borrowed);
    let decimal = Decimal::try_from_str(&plain).ok()?;
    let grouping = if number.options.use_grouping { GroupingStrategy::Auto } else { GroupingStrategy::Never };
    let write = |digits: &Digits| digits.0.format(&decimal).write_to_string().into_owned();
    memoizer.with_try_get::<Digits, _, _>((grouping,), write).ok()
}
