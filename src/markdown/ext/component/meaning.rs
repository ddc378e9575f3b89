//! What components are by their names, where a name has one meaning in all generators. Only names.

use crate::markdown::syntax::{Alert, alert_named};

/// What a component becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// What stands in it, and nothing else.
    Content,
    /// Nothing that readers read.
    Nothing,
    Badge,
    /// An alert of this kind, or of the kind that it says.
    Alert(Option<Alert>),
    Details,
    Tabs,
    Tab,
    /// A title, and what stands in it.
    Card,
    Link,
    Image,
    Code,
    /// What stands in it, and its attributes that readers would read.
    Unknown,
}

pub(super) fn meaning(name: &str) -> Meaning {
    match name {
        "" | "Fragment" | "React.Fragment" | "Translate" | "ClientOnly" | "BrowserOnly" => Meaning::Content,
        "Steps" | "FileTree" | "CardGrid" | "CardGroup" | "Cards" | "Columns" | "AccordionGroup" => {
            Meaning::Content
        }
        "Icon" | "TOCInline" | "Head" => Meaning::Nothing,
        "Badge" => Meaning::Badge,
        "Aside" | "Admonition" | "Callout" => Meaning::Alert(None),
        "Details" | "Accordion" | "Expandable" => Meaning::Details,
        "Tabs" | "CodeGroup" => Meaning::Tabs,
        "Tab" | "TabItem" | "Tabs.Tab" | "CodeGroupItem" => Meaning::Tab,
        "Card" | "LinkCard" | "Step" => Meaning::Card,
        "a" | "Link" | "LinkButton" | "RouterLink" | "RouteLink" => Meaning::Link,
        "img" | "Image" => Meaning::Image,
        "Code" | "CodeBlock" => Meaning::Code,
        _ => match alert_named(name) {
            Some(alert) if matches!(name, "Note" | "Tip" | "Info" | "Warning" | "Caution" | "Danger") => {
                Meaning::Alert(Some(alert))
            }
            _ => Meaning::Unknown,
        },
    }
}
