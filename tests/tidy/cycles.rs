//! No cycle of imports, neither between the files of a module nor between modules. A `mod` line and a re-export are no
//! import: what a parent and its children share lies in a file of its own.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::modules::module;
use crate::source::Source;

/// Modules whose files still import each other in a circle.
const ALLOWED_CYCLES: &[&str] = &[];

/// A file by its place among the modules: `["catalog", "index"]`, and nothing for `lib.rs`.
type Place = Vec<String>;

/// What each imports from which others, and by which path.
type Imports = BTreeMap<String, BTreeMap<String, String>>;

/// The files of `src/` and what each says.
struct Files(BTreeMap<Place, Source>);

impl Files {
    fn new(files: &[(String, Source)]) -> Self {
        let files = files.iter().filter(|(path, _)| !is_test(path));
        Self(files.map(|(path, source)| (place(path), source.clone())).collect())
    }

    /// The file that a path leads to, through modules and re-exports; none for what is not of this crate.
    fn file(&self, from: &[String], path: &[String], steps: usize) -> Option<Place> {
        let above = path.iter().take_while(|step| *step == "super").count();
        let (mut at, rest) = match path.first()?.as_str() {
            "crate" | "faqtory" => (Place::new(), &path[1..]),
            "self" => (from.to_vec(), &path[1..]),
            "super" => (from[..from.len().saturating_sub(above)].to_vec(), &path[above..]),
            _ => (from.to_vec(), path),
        };
        if rest.len() == path.len() && !self.0.contains_key(&below(&at, path.first()?)) {
            return None;
        }
        for step in rest {
            let next = below(&at, step);
            if self.0.contains_key(&next) {
                at = next;
                continue;
            }
            let exported =
                self.0.get(&at).and_then(|source| source.reexports.iter().find(|(name, _)| name == step));
            // Re-exports may lead in a circle themselves.
            if let Some((_, path)) = exported.filter(|_| steps < 20) {
                return self.file(&at, path, steps + 1).or(Some(at));
            }
            break;
        }
        self.0.contains_key(&at).then_some(at)
    }

    /// What each file imports from which others. What `lib.rs` has, all may use.
    fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for (place, source) in &self.0 {
            let of_file = imports.entry(place.join("::")).or_default();
            // A lone name is a word, or was imported by a path that is here as well.
            for path in source.imports.iter().filter(|path| path.len() > 1) {
                if let Some(target) =
                    self.file(place, path, 0).filter(|target| target != place && !target.is_empty())
                {
                    of_file.entry(target.join("::")).or_insert_with(|| path.join("::"));
                }
            }
        }
        imports
    }
}

fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

fn place(path: &str) -> Place {
    let below = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    if below == "lib" { Place::new() } else { below.split('/').map(str::to_owned).collect() }
}

fn below(place: &[String], step: &str) -> Place {
    place.iter().cloned().chain([step.to_owned()]).collect()
}

/// The same between whole modules.
fn between_modules(imports: &Imports) -> Imports {
    let mut modules = Imports::new();
    let top = |name: &str| name.split("::").next().unwrap_or(name).to_owned();
    for (from, targets) in imports {
        for (to, path) in targets.iter().filter(|(to, _)| top(to) != top(from)) {
            let by = format!("{path} in {from}");
            modules.entry(top(from)).or_default().entry(top(to)).or_insert(by);
        }
    }
    modules
}

/// The shortest way from a name back to itself.
fn circle(imports: &Imports, start: &str) -> Option<Vec<String>> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(name) = queue.pop_front() {
        for next in imports.get(name).into_iter().flat_map(BTreeMap::keys) {
            if next == start {
                let back = std::iter::successors(Some(name), |name| before.get(name).copied());
                let mut way: Vec<String> = back.map(str::to_owned).collect();
                way.reverse();
                return Some(way);
            }
            if !before.contains_key(next.as_str()) {
                before.insert(next, name);
                queue.push_back(next);
            }
        }
    }
    None
}

/// Circles that no other shares a name with, the shortest first.
fn circles(imports: &Imports) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = imports.keys().filter_map(|name| circle(imports, name)).collect();
    all.sort_by_key(Vec::len);
    let mut seen = BTreeSet::new();
    all.retain(|circle| {
        let is_new = circle.iter().all(|name| !seen.contains(name));
        seen.extend(circle.iter().cloned());
        is_new
    });
    all
}

/// A circle with the paths that make it.
fn shown(imports: &Imports, circle: &[String]) -> String {
    let next = circle.iter().cycle().skip(1);
    let lines =
        circle.iter().zip(next).map(|(from, to)| format!("  {from} uses {to}: {}", imports[from][to]));
    lines.collect::<Vec<_>>().join("\n")
}

fn found(files: &[(String, Source)], is_allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let imports = Files::new(files).imports();
    let modules = between_modules(&imports);
    let of_both = [&imports, &modules].map(|imports| {
        let circles = circles(imports).into_iter();
        let wrong = circles.filter(|circle| !circle.iter().all(|name| is_allowed(name)));
        wrong.map(|circle| shown(imports, &circle)).collect::<Vec<_>>()
    });
    of_both.concat()
}

#[test]
fn nothing_imports_itself_in_a_circle() {
    let files: Vec<_> = crate::sources()
        .map(|(path, text)| {
            let source = Source::new(&path, &text);
            (path, source)
        })
        .collect();
    let is_allowed = |name: &str| ALLOWED_CYCLES.contains(&module(name.split("::").next().unwrap_or(name)));
    let found = found(&files, is_allowed);
    assert!(found.is_empty(), "imports in a circle:\n{}", found.join("\n\n"));
}

#[test]
fn circles_are_found() {
    let circles = |files: &[(&str, &str)]| {
        let read = |(path, text): &(&str, &str)| ((*path).to_owned(), Source::new(path, text));
        found(&files.iter().map(read).collect::<Vec<_>>(), |_| false)
    };
    let parent = "mod b; mod c; pub(crate) use b::B; use c::C; pub struct A;";
    let between = ["  a uses a::c: c::C\n  a::c uses a: super::A"];
    assert_eq!(
        circles(&[("src/a/mod.rs", parent), ("src/a/b.rs", ""), ("src/a/c.rs", "use super::A;")]),
        between
    );
    let inline = "fn f() -> crate::a::A { }";
    assert_eq!(circles(&[("src/a/mod.rs", parent), ("src/a/b.rs", ""), ("src/a/c.rs", inline)]).len(), 1);
    let modules = [
        ("src/lib.rs", "mod a; mod d;"),
        ("src/a/mod.rs", ""),
        ("src/a/x.rs", "use crate::d::y::Y;"),
        ("src/d/mod.rs", ""),
        ("src/d/y.rs", ""),
        ("src/d/z.rs", "use crate::{a, d::{self, Y}};"),
    ];
    assert_eq!(circles(&modules), ["  a uses d: crate::d::y::Y in a::x\n  d uses a: crate::a in d::z"]);
    for text in [
        // A re-export is no import of the parent, and what it leads to is what is imported.
        "use super::B;",
        "use crate::a::B as Other; fn f() { self::g() }",
        "#[cfg(test)] mod tests { use super::super::A; }",
        "#[cfg(test)]\nuse super::A;\n/// See [`super::A`].\npub(super) struct C(pub(in crate::a) u8);",
        "use std::fs; fn f() { fs::read(\"super::A\") }",
    ] {
        assert_eq!(
            circles(&[("src/a/mod.rs", parent), ("src/a/b.rs", ""), ("src/a/c.rs", text)]),
            [""; 0],
            "{text}"
        );
    }
}
