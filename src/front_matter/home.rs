//! What a page shows that other generators write in front matter: the hero, the features and the footer of a home page, and a
//! banner. Says where each text stands and how its generator reads it; whether a page shows it is not decided here.

use serde_json::Value as Json;

use super::value::{KeyValue, Scalar, Value};
use crate::diagnostic::Spanned;

/// What a page shows of its front matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    pub form: HomeForm,
    /// What stands above the page.
    pub banner: Option<Prose>,
    /// What heads the page, in one line.
    pub title: Vec<Prose>,
    pub tagline: Option<Prose>,
    pub actions: Vec<Action>,
    pub image: Option<Picture>,
    /// What stands in the place of an image.
    pub html: Option<Prose>,
    pub features: Vec<Feature>,
    pub footer: Option<Prose>,
}

/// How a page says that it is a home page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomeForm {
    /// `layout: home`.
    Layout,
    /// `home: true`.
    Home,
    /// `hero` or `banner`, on any page.
    Hero,
}

/// A text for readers.
#[derive(Clone, Debug, PartialEq)]
pub struct Prose {
    pub text: Spanned<String>,
    pub markup: Markup,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    None,
    Html,
}

/// A link that a hero offers; a text alone if it leads nowhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    pub text: Prose,
    pub link: Option<Spanned<String>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub source: Spanned<String>,
    pub alt: Option<Spanned<String>>,
}

/// One of the features that a home page lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// A sign, such as an emoji.
    pub icon: Option<Prose>,
    pub image: Option<Picture>,
    pub title: Option<Prose>,
    pub details: Option<Prose>,
    pub link: Option<Spanned<String>>,
    /// The words of the link, if the title is not.
    pub link_text: Option<Prose>,
}

/// What the keys of a block say of it.
pub(super) fn read(entries: &[KeyValue<'_>]) -> Option<Box<Home>> {
    let form = entries.iter().find_map(form)?;
    let keys = Keys(entries);
    let home = match form {
        HomeForm::Layout => layout(keys),
        HomeForm::Home => home(keys),
        HomeForm::Hero => hero(keys),
    };
    Some(Box::new(home))
}

fn form(entry: &KeyValue<'_>) -> Option<HomeForm> {
    match (entry.key.value.as_ref(), &entry.value) {
        ("layout", Value::Scalar(layout)) if layout.text == "home" => Some(HomeForm::Layout),
        ("home", Value::Scalar(home)) if home.typed == Some(Json::Bool(true)) => Some(HomeForm::Home),
        ("hero" | "banner", Value::Map(_)) => Some(HomeForm::Hero),
        _ => None,
    }
}

fn layout(keys: Keys<'_, '_>) -> Home {
    let hero = keys.keys("hero");
    Home {
        form: HomeForm::Layout,
        banner: None,
        title: ["name", "text"].into_iter().filter_map(|key| hero.prose(key, Markup::Html)).collect(),
        tagline: hero.prose("tagline", Markup::Html),
        actions: actions(hero),
        image: hero.picture("image"),
        html: None,
        features: features(keys, Markup::Html),
        footer: None,
    }
}

fn home(keys: Keys<'_, '_>) -> Home {
    let mut actions = actions(keys);
    // The one action of the first version.
    if let Some(text) = keys.prose("actionText", Markup::None) {
        actions.push(Action { text, link: keys.text("actionLink") });
    }
    let alt = keys.text("heroAlt");
    let image = keys.picture("heroImage").map(|image| Picture { alt: image.alt.or(alt), ..image });
    let is_html = matches!(keys.get("footerHtml"), Some(Value::Scalar(says)) if says.text == "true");
    Home {
        form: HomeForm::Home,
        banner: None,
        title: keys.prose("heroText", Markup::None).into_iter().collect(),
        tagline: keys.prose("tagline", Markup::None),
        actions,
        image,
        html: None,
        features: features(keys, Markup::None),
        footer: keys.prose("footer", if is_html { Markup::Html } else { Markup::None }),
    }
}

fn hero(keys: Keys<'_, '_>) -> Home {
    let hero = keys.keys("hero");
    Home {
        form: HomeForm::Hero,
        banner: keys.keys("banner").prose("content", Markup::Html),
        title: hero.prose("title", Markup::Html).into_iter().collect(),
        tagline: hero.prose("tagline", Markup::Html),
        actions: actions(hero),
        image: hero.picture("image"),
        html: hero.keys("image").prose("html", Markup::Html),
        features: Vec::new(),
        footer: None,
    }
}

fn actions(keys: Keys<'_, '_>) -> Vec<Action> {
    let action = |keys: Keys<'_, '_>| {
        Some(Action { text: keys.prose("text", Markup::None)?, link: keys.text("link") })
    };
    keys.list("actions").filter_map(action).collect()
}

fn features(keys: Keys<'_, '_>, markup: Markup) -> Vec<Feature> {
    let feature = |keys: Keys<'_, '_>| {
        // Elements are drawn; a name is that of a picture, if the texts around it are no HTML.
        let icon = keys
            .prose("icon", Markup::None)
            .filter(|icon| markup == Markup::Html && !icon.text.value.starts_with('<'));
        let image = if icon.is_some() { None } else { keys.picture("icon").filter(|_| keys.is_map("icon")) };
        Feature {
            icon,
            image,
            title: keys.prose("title", markup),
            details: keys.prose("details", markup),
            link: keys.text("link"),
            link_text: keys.prose("linkText", Markup::None),
        }
    };
    keys.list("features").map(feature).collect()
}

/// The keys of the block, or of a value in it.
#[derive(Clone, Copy)]
struct Keys<'e, 'a>(&'e [KeyValue<'a>]);

impl<'e, 'a> Keys<'e, 'a> {
    fn get(self, key: &str) -> Option<&'e Value<'a>> {
        self.0.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value)
    }

    /// Those in a value, which may have none.
    fn keys(self, key: &str) -> Self {
        match self.get(key) {
            Some(Value::Map(pairs)) => Self(pairs),
            _ => Self(&[]),
        }
    }

    fn is_map(self, key: &str) -> bool {
        matches!(self.get(key), Some(Value::Map(_)))
    }

    /// Those of each item of a list.
    fn list(self, key: &str) -> impl Iterator<Item = Keys<'e, 'a>> {
        let items = if let Some(Value::List(items)) = self.get(key) { items.as_slice() } else { &[] };
        items.iter().filter_map(|item| if let Value::Map(pairs) = item { Some(Keys(pairs)) } else { None })
    }

    fn text(self, key: &str) -> Option<Spanned<String>> {
        if let Value::Scalar(scalar) = self.get(key)? { shown(scalar) } else { None }
    }

    fn prose(self, key: &str, markup: Markup) -> Option<Prose> {
        Some(Prose { text: self.text(key)?, markup })
    }

    /// An image by its address, or by keys that say it; the first of several themes.
    fn picture(self, key: &str) -> Option<Picture> {
        if let Some(source) = self.text(key) {
            return Some(Picture { source, alt: None });
        }
        let keys = self.keys(key);
        let source = ["src", "file", "light", "dark"].into_iter().find_map(|key| keys.text(key))?;
        Some(Picture { source, alt: keys.text("alt") })
    }
}

/// A text with something in it; `true` and `null` are none.
fn shown(scalar: &Scalar<'_>) -> Option<Spanned<String>> {
    let is_word = matches!(scalar.typed, Some(Json::Bool(_) | Json::Null));
    let text = scalar.text.trim();
    let at = scalar.text.len() - scalar.text.trim_start().len();
    let place = || scalar.part(at..at + text.len());
    (!is_word && !text.is_empty()).then(|| Spanned::new(text.to_owned(), place()))
}
