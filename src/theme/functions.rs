//! The functions templates may call: messages in the interface's language. Where messages come from is decided by
//! the implementation of [`Translate`].

use std::sync::Arc;

use tera::{Error, Function, Kwargs, State, Tera, TeraResult, Value};

/// An argument of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    Text(&'a str),
    Number(i64),
}

/// Messages of the interface.
pub trait Translate: std::fmt::Debug + Send + Sync {
    /// The message `key` in `lang` as plain text.
    ///
    /// # Errors
    /// No such message, or an argument is missing; in words for the author of the theme.
    fn text(&self, lang: &str, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, String>;

    /// The same as safe HTML, arguments escaped and each inside `<bdi>`.
    ///
    /// # Errors
    /// As [`Translate::text`].
    fn html(&self, lang: &str, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, String>;

    /// Every message that needs no argument in `lang`: key and plain text.
    ///
    /// # Errors
    /// There are no messages in `lang`.
    fn plain(&self, lang: &str) -> Result<Vec<(&str, String)>, String>;
}

/// Adds `t(key="…", name=value…)`, plain text which the template escapes, and `t_html`, safe HTML. Both are in the
/// language of the variable `lang`; the argument `lang` names another one.
pub(super) fn register(tera: &mut Tera, messages: Arc<dyn Translate>) {
    tera.register_function("t", Message { messages: messages.clone(), format: MessageFormat::Text });
    tera.register_function("t_html", Message { messages, format: MessageFormat::Html });
}

struct Message {
    messages: Arc<dyn Translate>,
    format: MessageFormat,
}

#[derive(Clone, Copy)]
enum MessageFormat {
    Text,
    Html,
}

impl Function<TeraResult<Value>> for Message {
    fn call(&self, kwargs: Kwargs, state: &State<'_>) -> TeraResult<Value> {
        let key = kwargs.must_get::<&str>("key")?;
        let lang = match kwargs.get::<Value>("lang")? {
            Some(lang) => Some(lang),
            None => state.get::<Value>("lang")?,
        };
        let lang = lang.as_ref().and_then(Value::as_str).ok_or_else(|| {
            Error::message(format!(
                "message `{key}`: the language is unknown here; a component must declare `@lang` among its arguments"
            ))
        })?;
        let mut args = Vec::new();
        for (name, value) in kwargs.iter() {
            let name = name.as_str().unwrap_or_default();
            if !matches!(name, "key" | "lang") {
                args.push((name, arg(key, name, value)?));
            }
        }
        let message = match self.format {
            MessageFormat::Text => self.messages.text(lang, key, &args),
            MessageFormat::Html => self.messages.html(lang, key, &args),
        };
        message
            .map(Value::from)
            .map_err(|problem| Error::message(format!("message `{key}` in {lang}: {problem}")))
    }

    fn is_safe(&self) -> bool {
        matches!(self.format, MessageFormat::Html)
    }
}

fn arg<'a>(key: &str, name: &str, value: &'a Value) -> TeraResult<Arg<'a>> {
    if let Some(text) = value.as_str() {
        return Ok(Arg::Text(text));
    }
    value.as_i64().map(Arg::Number).ok_or_else(|| {
        let kind = value.name();
        Error::message(format!("message `{key}`: `{name}` must be text or a whole number, but is {kind}"))
    })
}
