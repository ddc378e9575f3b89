//! The modules of `src/` and which of them each may use.

use crate::source::Source;

/// Every module with the modules it may use, in the order of the line: a module uses only modules above it.
const MODULES: &[(&str, &[&str])] = &[
    ("indexed", &[]),
    ("locale", &[]),
    ("html", &[]),
    ("line_end", &[]),
    ("highlight", &[]),
    ("diagnostic", &["locale"]),
    ("assets", &[]),
    ("sources", &["assets"]),
    ("messages", &["locale", "html", "sources", "diagnostic"]),
    ("front_matter", &["line_end", "diagnostic"]),
    ("markdown", &["html", "line_end", "diagnostic", "front_matter"]),
    ("alignment", &["markdown"]),
    ("layout", &["indexed", "assets", "locale", "diagnostic", "sources"]),
    (
        "catalog",
        &[
            "indexed",
            "assets",
            "locale",
            "line_end",
            "diagnostic",
            "sources",
            "messages",
            "front_matter",
            "markdown",
            "alignment",
            "layout",
        ],
    ),
    ("translation", &["line_end", "front_matter", "markdown", "catalog", "alignment", "locale"]),
    ("exchange", &["locale", "line_end", "messages", "front_matter", "markdown", "alignment", "translation"]),
    ("external", &["locale", "markdown", "catalog", "diagnostic"]),
    (
        "checks",
        &[
            "assets",
            "locale",
            "line_end",
            "diagnostic",
            "messages",
            "front_matter",
            "markdown",
            "alignment",
            "catalog",
            "translation",
            "external",
        ],
    ),
    ("theme", &["html"]),
    ("search", &["catalog", "markdown", "locale", "translation"]),
    (
        "render",
        &[
            "highlight",
            "locale",
            "diagnostic",
            "messages",
            "front_matter",
            "markdown",
            "alignment",
            "catalog",
            "translation",
            "checks",
            "theme",
            "search",
        ],
    ),
    ("config", &["assets", "locale", "markdown", "catalog", "external", "render"]),
    ("output", &[]),
    ("edit", &["line_end", "diagnostic"]),
    ("history", &[]),
    ("verify", &["diagnostic", "locale"]),
    ("report", &["line_end", "diagnostic", "locale", "translation", "verify"]),
    ("serve", ALL),
    ("cli", &["diagnostic", "report", "serve", "edit"]),
    ("main", &["cli", "report", "serve", "edit"]),
    ("lib", ALL),
    ("project", ALL),
];

/// For `project` and `serve`, which walk the whole line.
const ALL: &[&str] = &["*"];

/// The module a file of `src/` belongs to: the first folder below it, or the file itself.
pub(crate) fn module(path: &str) -> &str {
    let below = path.strip_prefix("src/").unwrap_or(path);
    let name = below.split('/').next().unwrap_or(below);
    match name.trim_end_matches(".rs") {
        // Extensions are distinguished from the Markdown they extend, but live in the same module.
        "ext" => "markdown",
        name => name,
    }
}

/// The paths into modules that the module of this file may not use.
pub(crate) fn uses(path: &str, _: &str, source: &Source) -> Vec<String> {
    let own = module(path);
    let Some((_, allowed)) = MODULES.iter().find(|(name, _)| *name == own) else {
        return vec![format!("{own} is not in the table of modules")];
    };
    let is_bad = |used: &&Vec<String>| {
        let Some(target) = target(path, used) else { return false };
        let is_module = target != "lib" && MODULES.iter().any(|(name, _)| *name == target);
        is_module && target != own && *allowed != ALL && !allowed.contains(&target)
    };
    source.paths.iter().filter(is_bad).map(|used| used.join("::")).collect()
}

/// The first step below the crate's root that a path of this file leads to.
fn target<'a>(path: &str, used: &'a [String]) -> Option<&'a str> {
    let above = used.iter().take_while(|step| *step == "super").count();
    let below = match used.first()?.as_str() {
        "crate" | "faqtory" => 1,
        "super" if above >= depth(path) => above,
        _ => return None,
    };
    used.get(below).map(|step| if step == "ext" { "markdown" } else { step.as_str() })
}

/// How many modules deep a file lies: 1 for a module's door.
fn depth(path: &str) -> usize {
    let below = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    below.split('/').count()
}
