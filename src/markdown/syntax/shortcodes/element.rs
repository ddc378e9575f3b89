//! What a shortcode can become, and the names that mean the same in many themes. Data only.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::markdown::syntax::mark::Alert;
use crate::markdown::syntax::{alerts, dialect::Dialect};

/// What a shortcode, a Liquid tag or a component becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ShortcodeElement {
    Alert,
    Details,
    Tabs,
    Tab,
    Image,
    Link,
    Video,
    /// Its content is code.
    Code,
    /// Its content is shown, or what it says.
    Text,
    /// Neither it nor its content is shown.
    Drop,
}

/// What a project says of its shortcodes, by their names.
pub type Shortcodes = BTreeMap<String, ShortcodeElement>;

/// What shortcodes of this name become in most themes that have one.
pub(super) fn known(dialect: Dialect, name: &str) -> Option<ShortcodeElement> {
    use ShortcodeElement as Element;
    match dialect {
        Dialect::Jekyll => return (name == "highlight").then_some(Element::Code),
        Dialect::GitBook => {
            return Some(match name {
                "hint" => Element::Alert,
                "tabs" => Element::Tabs,
                "tab" => Element::Tab,
                "embed" | "file" => Element::Link,
                "code" | "content-ref" | "stepper" | "step" | "columns" | "column" => Element::Text,
                _ => return None,
            });
        }
        _ => {}
    }
    let element = match name {
        "notice" | "alert" | "callout" | "hint" | "admonition" => Element::Alert,
        "note" | "tip" | "warning" | "info" | "important" | "caution" | "danger" => Element::Alert,
        "details" | "expand" => Element::Details,
        "tabs" | "tabpane" => Element::Tabs,
        "tab" => Element::Tab,
        "figure" | "image" | "img" => Element::Image,
        "button" | "gist" | "tweet" | "x" | "instagram" | "ref" | "relref" => Element::Link,
        "youtube" | "vimeo" => Element::Video,
        "highlight" | "mermaid" => Element::Code,
        "badge" | "columns" | "column" | "steps" => Element::Text,
        // A page lists its children by itself.
        "children" if dialect == Dialect::Hugo => Element::Drop,
        "icon" | "fa" | "toc" | "table-of-contents" | "comment" | "qr" => Element::Drop,
        _ => return None,
    };
    Some(element)
}

/// The kind of alert that a shortcode is by its name, if that says one.
pub(super) fn alert(name: &str) -> Option<Alert> {
    let is_kind = matches!(name, "note" | "tip" | "warning" | "info" | "important" | "caution" | "danger");
    if is_kind { alerts::named(name) } else { None }
}
