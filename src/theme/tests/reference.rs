//! The reference of what templates see, from the same text as the structs; `themes/default/README.md` holds it.

use std::fmt::Write as _;

use schemars::JsonSchema;
use serde_json::Value;

use super::*;

/// Everything that a template can see.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct Context<'a> {
    /// The language of the interface, in which `t` speaks: a BCP 47 tag such as `he-IL`.
    lang: &'a str,
    /// The messages that need no argument, by key: `{{ messages.copy_link }}` is `copy-link`.
    messages: BTreeMap<&'a str, &'a str>,
    site: Site<'a>,
    page: Page<'a>,
    home: Home<'a>,
    list: List<'a>,
    article: Article<'a>,
    open: Open<'a>,
    redirect: Redirect<'a>,
}

/// What a template sees beside `lang`, `messages`, `site` and `page`, and what it is for.
fn about(template: Template) -> (&'static str, &'static str) {
    match template {
        Template::Chooser => ("", "the root of the site: choose a language"),
        Template::Home => ("home", "the home of a locale"),
        Template::List => ("list", "a page of the list of all articles, the page of a section"),
        Template::Article => ("article", "an article"),
        Template::Open => ("open", "what a custom ID opens"),
        Template::NotFound => ("", "no page at this address"),
        Template::Search => ("list", "the search as a page"),
        Template::Redirect => ("redirect", "an old address, which leads on at once"),
    }
}

/// The last step of `#/$defs/Name`.
fn name(reference: &Value) -> &str {
    reference.as_str().unwrap().rsplit('/').next().unwrap()
}

/// A type in words.
fn words(property: &Value) -> String {
    if let Some(reference) = property.get("$ref") {
        let name = name(reference);
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(choices) = property.get("anyOf") {
        return format!("{} or none", words(&choices[0]));
    }
    match &property["type"] {
        Value::Array(types) => format!("{} or none", word(&types[0])),
        one if one == "array" => format!("list of {}", words(&property["items"])),
        one => word(one).to_owned(),
    }
}

fn word(kind: &Value) -> &'static str {
    match kind.as_str().unwrap() {
        "string" => "text",
        "object" => "values by name",
        "integer" => "number",
        "boolean" => "yes or no",
        other => panic!("{other} has no word"),
    }
}

fn reference() -> String {
    let schema = serde_json::to_value(schemars::schema_for!(Context<'static>)).unwrap();
    let mut text =
        String::from("| template | renders | sees `lang`, `messages`, `site`, `page` and |\n|---|---|---|\n");
    for template in Template::ALL {
        let (root, what) = about(template);
        let is_known = root.is_empty() || schema["properties"].get(root).is_some();
        assert!(is_known, "`Context` of src/theme/tests/reference.rs lacks `{root}`");
        let root = if root.is_empty() { "nothing else".to_owned() } else { format!("`{root}`") };
        let _ = writeln!(text, "| `{}` | {what} | {root} |", template.file());
    }
    text.push_str("\n| name | is | holds |\n|---|---|---|\n");
    for (variable, property) in schema["properties"].as_object().unwrap() {
        let described = match property.get("$ref") {
            Some(reference) => &schema["$defs"][name(reference)]["description"],
            None => &property["description"],
        };
        let meaning = described.as_str().unwrap().replace('\n', " ");
        let meaning = meaning.trim_start_matches(&format!("`{variable}`: "));
        let _ = writeln!(text, "| `{variable}` | {} | {meaning} |", words(property));
    }
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let meaning = definition["description"].as_str().unwrap().replace('\n', " ");
        let _ = writeln!(text, "\n### {name}\n\n{meaning}\n\n| field | is | holds |\n|---|---|---|");
        for (field, property) in definition["properties"].as_object().unwrap() {
            let Some(meaning) = property["description"].as_str() else {
                panic!("{name}.{field} has no description in src/theme/context.rs");
            };
            let _ = writeln!(text, "| `{field}` | {} | {} |", words(property), meaning.replace('\n', " "));
        }
    }
    text
}

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/README.md");
const START: &str = "<!-- from here on made from src/theme/context.rs -->\n";

#[test]
fn the_reference_is_fresh() {
    let written = std::fs::read_to_string(FILE).unwrap().replace("\r\n", "\n");
    let (before, _) = written.split_once(START).unwrap();
    let fresh = format!("{before}{START}\n{}", reference());
    if written != fresh && std::env::var_os("FAQTORY_WRITE_REFERENCE").is_some() {
        std::fs::write(FILE, &fresh).unwrap();
    } else {
        assert!(
            written == fresh,
            "themes/default/README.md is old: run the test with FAQTORY_WRITE_REFERENCE=1"
        );
    }
}

#[test]
fn the_prose_names_every_block_asset_and_component() {
    let written = std::fs::read_to_string(FILE).unwrap();
    let (prose, _) = written.split_once(START).unwrap();
    for (path, bytes) in embedded() {
        if let Some(asset) = path.strip_prefix("assets/") {
            assert!(prose.contains(&format!("`{asset}`")), "{asset}");
        }
        let text = std::str::from_utf8(bytes).unwrap();
        for (tag, wanted) in [("block", "templates/base.html"), ("component", "templates/components.html")] {
            let after =
                text.split("{%").filter_map(|it| it.trim_start_matches('-').trim_start().strip_prefix(tag));
            for name in after.filter(|_| path == wanted).filter_map(|it| it.strip_prefix(' ')) {
                let name = name.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
                assert!(prose.contains(&format!("| `{name}` |")), "{tag} {name} is not in the tables");
            }
        }
    }
}
