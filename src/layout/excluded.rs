//! Which files a generator passes over: what its configuration says in globs, in lines of an ignore file, or in regular
//! expressions. Knows no generator.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use regex_automata::meta::Regex;
use regex_automata::util::syntax;

/// Which files a generator passes over.
#[derive(Clone, Debug, Default)]
pub(super) struct Excluded {
    /// The folder that its patterns begin at.
    folder: String,
    globs: GlobSet,
    /// What each glob does with what it names.
    effects: Vec<Effect>,
    /// Found anywhere in the path of a file.
    expressions: Vec<Regex>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    Exclude,
    Include,
}

/// How far a `*` of a glob reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Star {
    WithinName,
    AcrossFolders,
}

impl Excluded {
    /// The paths below `folder` that these globs name, each with all that is below it.
    pub(super) fn globs<'p>(folder: &str, patterns: impl IntoIterator<Item = &'p str>, star: Star) -> Self {
        let patterns = patterns.into_iter().map(|pattern| (pattern.to_owned(), Effect::Exclude));
        Self::new(folder, patterns, star)
    }

    /// What lines that git would read say of the paths below `folder`: the last one that names a path counts, and `!` takes it
    /// back.
    pub(super) fn lines<'p>(folder: &str, lines: impl IntoIterator<Item = &'p str>) -> Self {
        Self::new(folder, lines.into_iter().filter_map(line), Star::WithinName)
    }

    /// The files in whose path, from the top of the disk on, one of these expressions is found.
    pub(super) fn expressions<'p>(folder: &str, patterns: impl IntoIterator<Item = &'p str>) -> Self {
        let expressions = patterns.into_iter().filter_map(expression);
        Self { folder: folder.to_owned(), expressions: expressions.collect(), ..Self::default() }
    }

    /// Patterns that are none are passed over.
    fn new(folder: &str, patterns: impl Iterator<Item = (String, Effect)>, star: Star) -> Self {
        let mut set = GlobSetBuilder::new();
        let mut effects = Vec::new();
        for (pattern, effect) in patterns {
            let pattern = pattern.trim_matches('/');
            for pattern in [pattern.to_owned(), format!("{pattern}/**")] {
                let is_literal = star == Star::WithinName;
                if let Ok(glob) = GlobBuilder::new(&pattern).literal_separator(is_literal).build() {
                    set.add(glob);
                    effects.push(effect);
                }
            }
        }
        let globs = set.build().unwrap_or_default();
        Self { folder: folder.to_owned(), globs, effects, expressions: Vec::new() }
    }

    /// Whether the file at this path, from the project's folder, is passed over.
    pub(super) fn is_match(&self, path: &str) -> bool {
        let below = match &*self.folder {
            "" => Some(path),
            folder => path.strip_prefix(folder).and_then(|below| below.strip_prefix('/')),
        };
        let Some(below) = below else { return false };
        let last = self.globs.matches(below).last().and_then(|&glob| self.effects.get(glob));
        let is_found = || {
            let from_top = format!("/{}/{below}", if self.folder.is_empty() { "site" } else { &self.folder });
            self.expressions.iter().any(|expression| expression.is_match(&from_top))
        };
        last == Some(&Effect::Exclude) || !self.expressions.is_empty() && is_found()
    }
}

/// A line of an ignore file as a glob.
fn line(line: &str) -> Option<(String, Effect)> {
    let line = line.trim();
    let (line, effect) = match line.strip_prefix('!') {
        Some(rest) => (rest, Effect::Include),
        None => (line, Effect::Exclude),
    };
    let pattern = line.trim_end_matches('/');
    let is_pattern = !pattern.is_empty() && !line.starts_with('#');
    let glob = if pattern.contains('/') { pattern.to_owned() } else { format!("**/{pattern}") };
    is_pattern.then_some((glob, effect))
}

/// An expression as the generators that are written in Go read it: of bytes, in linear time; none that is wrong.
fn expression(pattern: &str) -> Option<Regex> {
    let syntax = syntax::Config::new().unicode(false).utf8(false);
    Regex::builder().syntax(syntax).build(pattern).ok()
}

#[cfg(test)]
mod tests {
    use super::{Excluded, Star};

    fn matches(excluded: &Excluded, paths: &[&'static str]) -> Vec<&'static str> {
        paths.iter().copied().filter(|path| excluded.is_match(path)).collect()
    }

    #[test]
    fn a_glob_names_what_is_below_it() {
        let paths =
            ["site/a.md", "site/b/a.md", "site/b/c/a.md", "a.md", "site/x.draft.md", "site/b/x.draft.md"];
        let globs = ["b", "*.draft.md", "[", ""];
        let of_names = Excluded::globs("site", globs, Star::WithinName);
        assert_eq!(
            matches(&of_names, &paths),
            ["site/b/a.md", "site/b/c/a.md", "site/x.draft.md", "site/b/x.draft.md"]
        );
        let across = Excluded::globs("site", ["*.draft.md"], Star::AcrossFolders);
        assert_eq!(matches(&across, &paths), ["site/x.draft.md", "site/b/x.draft.md"]);
        let within = Excluded::globs("site", ["*.draft.md"], Star::WithinName);
        assert_eq!(matches(&within, &paths), ["site/x.draft.md"]);
    }

    #[test]
    fn of_the_lines_that_name_a_path_the_last_one_counts() {
        let lines = ["# comment", "", "drafts/", "!drafts/ready.md", "*.tmp.md", "/top.md", "a/*.md", "!"];
        let excluded = Excluded::lines("docs", lines);
        let paths = [
            "docs/drafts/one.md",
            "docs/drafts/ready.md",
            "docs/x/drafts/one.md",
            "docs/x/y.tmp.md",
            "docs/top.md",
            "docs/x/top.md",
            "docs/a/b.md",
            "docs/a/b/c.md",
            "drafts/one.md",
        ];
        assert_eq!(
            matches(&excluded, &paths),
            ["docs/drafts/one.md", "docs/x/drafts/one.md", "docs/x/y.tmp.md", "docs/top.md", "docs/a/b.md"]
        );
    }

    #[test]
    fn an_expression_is_looked_for_anywhere_in_a_path() {
        let paths = [
            "content/README.md",
            "content/README-fr.md",
            "content/x/README--.md",
            "content/en/own/a.md",
            "static",
        ];
        let patterns = ["README[-]+[a-z]*\\.md", "content/en/own", "^static$", "(", "\\p{Greek}"];
        let excluded = Excluded::expressions("", patterns);
        assert_eq!(
            matches(&excluded, &paths),
            ["content/README-fr.md", "content/x/README--.md", "content/en/own/a.md"]
        );
    }
}
