//! The context of one page, put together from what its locale shares and its body. Renders nothing.

use super::context;

/// What a page shows beside `site` and `page`.
#[derive(Clone, Copy, Debug)]
pub enum Body<'a> {
    /// The chooser and the not-found page.
    None,
    Home(&'a context::Home<'a>),
    List(&'a context::List<'a>),
    Article(&'a context::Article<'a>),
    Open(&'a context::Open<'a>),
    Redirect(&'a context::Redirect<'a>),
}

/// What templates see on every page of a locale, made once: its clones are reference counts.
#[derive(Clone, Debug)]
pub struct Everywhere {
    pub(super) lang: tera::Value,
    pub(super) messages: tera::Value,
    pub(super) site: tera::Value,
}

/// The context of one page: `lang`, `messages`, `site`, `page`, and one of `home`, `list`, `article`, `open`, `redirect`.
///
/// # Errors
/// None with these structs; Tera's serialisation is fallible by type.
pub fn page_context(
    everywhere: &Everywhere,
    page: &context::Page<'_>,
    body: Body<'_>,
) -> anyhow::Result<tera::Context> {
    let mut context = tera::Context::new();
    context.insert_value("lang", everywhere.lang.clone());
    context.insert_value("messages", everywhere.messages.clone());
    context.insert_value("site", everywhere.site.clone());
    context.insert_value("page", tera::Value::try_from_serializable(page)?);
    match body {
        Body::None => {}
        Body::Home(home) => context.insert_value("home", tera::Value::try_from_serializable(home)?),
        Body::List(list) => context.insert_value("list", tera::Value::try_from_serializable(list)?),
        Body::Article(article) => {
            context.insert_value("article", tera::Value::try_from_serializable(article)?)
        }
        Body::Open(open) => context.insert_value("open", tera::Value::try_from_serializable(open)?),
        Body::Redirect(redirect) => {
            context.insert_value("redirect", tera::Value::try_from_serializable(redirect)?)
        }
    }
    Ok(context)
}
