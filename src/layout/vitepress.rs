//! Sites of VitePress and VuePress: the folder that holds `.vitepress/` or `.vuepress/`, with a folder for each locale but
//! that of the root. Reads literals of the configuration, and paths.

use std::borrow::Cow;
use std::ops::Bound;
use std::sync::Arc;

use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::{Docset, join, strip_folder};
use super::literal::{Program, Value};
use super::name::LayoutName;
use super::naming::{Root, arrange, folder_from, locale_of, with_children};
use super::placed::{NamedSource, NotPlaced, Placement, Role};
use super::publishing::ContentGlobs;

pub(super) const VITEPRESS: Generator =
    Generator { name: LayoutName::VitePress, recognise: |input| recognise(input, &VITE), place };

pub(super) const VUEPRESS: Generator =
    Generator { name: LayoutName::VuePress, recognise: |input| recognise(input, &VUE), place };

/// What differs between the two.
struct Kind {
    name: LayoutName,
    /// The folder that marks a site.
    marker: &'static str,
    /// Where its static files stand, from the folder of articles.
    statics: &'static str,
    /// The key of the root's locale in `locales`.
    root: &'static str,
}

const VITE: Kind =
    Kind { name: LayoutName::VitePress, marker: ".vitepress", statics: "public", root: "root" };
const VUE: Kind =
    Kind { name: LayoutName::VuePress, marker: ".vuepress", statics: ".vuepress/public", root: "/" };

/// Files at the top of a repository that are for those who work on it. They stand beside the articles where the whole
/// repository is the site.
const OF_REPOSITORY: &[&str] = &[
    "AGENTS",
    "CHANGELOG",
    "CLAUDE",
    "CODE_OF_CONDUCT",
    "CONTRIBUTING",
    "GOVERNANCE",
    "LICENCE",
    "LICENSE",
    "SECURITY",
    "SUPPORT",
];

fn recognise(input: &Input<'_>, kind: &Kind) -> Vec<Arrangement> {
    let sites = input.folders_with(kind.marker).into_iter().map(|root| {
        let mut arrangement = Arrangement::new(kind.name, root);
        let files = configuration(input, root, kind);
        let program = Program::read(files.iter().map(|(path, text)| (&***path, &**text)));
        let program = program.whole();
        let articles = program.found("srcDir").find_map(Value::text);
        let articles = articles.and_then(|written| folder_from(root, written));
        let articles = articles.unwrap_or_else(|| root.to_owned());
        let said = Said::new(program, &articles, kind, files.is_empty());
        let folders = match said.has_one_locale {
            true => Vec::new(),
            false => with_children(input, &articles, &said.folders),
        };
        arrange(&mut arrangement, input, &articles, folders, said.root);
        let by = files.first().map(|(path, _)| Arc::clone(path));
        arrangement.source = said.source.zip(by).map(|(locale, by)| NamedSource { locale, by });
        let excluded: Vec<String> = said.excluded.into_iter().map(str::to_owned).collect();
        for docset in &mut arrangement.docsets {
            let below = strip_folder(&docset.root, &articles);
            docset.content = ContentGlobs::all_but(&excluded, below.unwrap_or_default());
        }
        arrangement.add_static(join(&articles, kind.statics));
        arrangement
    });
    sites.collect()
}

/// The programs of the configuration, those named `config` first.
fn configuration<'s>(input: &Input<'s>, root: &str, kind: &Kind) -> Vec<(&'s Arc<str>, Cow<'s, str>)> {
    let folder = format!("{}/", join(root, kind.marker));
    let texts = &input.sources.texts;
    let below = texts.range::<str, _>((Bound::Included(folder.as_str()), Bound::Unbounded));
    let below = below.map(|(path, _)| path).take_while(|path| path.starts_with(&folder));
    let is_program = |path: &&Arc<str>| {
        let extension = path.rsplit('.').next().unwrap_or_default();
        matches!(extension, "js" | "ts" | "mjs" | "mts" | "cjs" | "cts")
    };
    // A theme has words of its own.
    let mut paths: Vec<&Arc<str>> =
        below.filter(is_program).filter(|path| !path[folder.len()..].starts_with("theme/")).collect();
    paths.sort_by_key(|path| (!path[folder.len()..].starts_with("config"), !path.contains("/index.")));
    paths.into_iter().filter_map(|path| Some((path, input.text(path)?))).collect()
}

/// What the configuration says of locales.
struct Said<'p> {
    folders: Vec<(String, Option<Locale>)>,
    root: Root,
    source: Option<Locale>,
    /// Whether no folder is one of a locale.
    has_one_locale: bool,
    /// Globs of what is no article.
    excluded: Vec<&'p str>,
}

impl<'p> Said<'p> {
    fn new(program: Value<'p>, articles: &str, kind: &Kind, is_unknown: bool) -> Self {
        let locales = program.found("locales").find(|locales| !locales.entries().is_empty());
        let entries = locales.map(Value::entries).unwrap_or_default();
        let language = |value: Value<'p>| value.get("lang").and_then(Value::text);
        let is_root = |key: &str| key.trim_matches('/').is_empty() || key == kind.root;
        let of_root = entries.iter().find(|(key, _)| is_root(key)).and_then(|(_, value)| language(*value));
        let of_root = of_root.or_else(|| of_site(program));
        let of_root = of_root.and_then(|tag| Locale::parse(tag).ok());
        let others = entries.iter().filter(|(key, _)| !is_root(key));
        let folder = |(key, value): &(&str, Value<'p>)| {
            let name = key.trim_matches('/');
            (join(articles, name), locale_of(name, language(*value)))
        };
        let mut folders: Vec<(String, Option<Locale>)> = others.map(folder).collect();
        let mut root = of_root.clone().map_or(Root::Unknown, Root::Of);
        if let Some(name) = root_folder(program) {
            let tag = of_root.as_ref().map(Locale::tag);
            folders.push((join(articles, name), locale_of(name, tag)));
            root = Root::None;
        }
        let excluded = program.found("srcExclude").next().map(Value::list).unwrap_or_default();
        Self {
            folders,
            root,
            source: of_root,
            has_one_locale: !is_unknown && !program.mentions("locales") && !is_open(program),
            excluded: excluded.into_iter().filter_map(Value::text).collect(),
        }
    }
}

/// Keys of the settings of a site.
const SETTINGS: &[&str] =
    &["title", "themeConfig", "description", "base", "theme", "srcDir", "rewrites", "head"];

/// The language of the whole site: that of no locale.
fn of_site<'p>(program: Value<'p>) -> Option<&'p str> {
    let language = |settings: Value<'p>| settings.get("lang")?.text();
    match program.with_any(&["locales"]).next() {
        Some(settings) => language(settings),
        None => program.with_any(SETTINGS).find_map(language),
    }
}

/// The folder whose pages stand at the root: `rewrites: { 'en/:rest*': ':rest*' }`.
fn root_folder(program: Value<'_>) -> Option<&str> {
    let rewrites = program.found("rewrites").next()?;
    rewrites.entries().into_iter().find_map(|(from, to)| {
        let folder = from.strip_suffix(to.text()?)?.strip_suffix('/')?;
        (from.ends_with('*') && !folder.is_empty() && !folder.contains([':', '*', '('])).then_some(folder)
    })
}

/// Whether settings of the site stand in another file.
fn is_open(program: Value<'_>) -> bool {
    program.with_any(SETTINGS).any(Value::is_open)
}

/// Every Markdown file is an article, but for those that the configuration leaves out.
fn place(docset: &Docset, below: &str) -> Placement {
    if !is_markdown(below) {
        return Placement::Configuration;
    }
    let is_of_generator = below.starts_with(".vitepress/") || below.starts_with(".vuepress/");
    let is_excluded = docset.content.as_ref().is_some_and(|globs| !globs.contains(below));
    let stem = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
    let is_of_repository = docset.root.is_empty() && OF_REPOSITORY.contains(&stem);
    if is_of_generator || is_excluded || is_of_repository {
        return Placement::NotRead(NotPlaced::Outside);
    }
    Placement::As(Role::Article)
}

#[cfg(test)]
mod tests {
    use super::super::surveyed::lines;

    #[test]
    fn the_folder_of_the_root_may_be_rewritten() {
        let config = "export default defineConfig({ srcExclude: ['**/TODO.md', 'en/drafts/**'], rewrites: { 'en/:rest*': ':rest*' },\n\
                      locales: { root: { label: 'English', lang: 'en-US' }, zh: { lang: 'zh-Hans' }, pt: { lang: 'pt-BR' } } })";
        insta::assert_snapshot!(lines(&[
            ("README.md", ""),
            ("docs/.vitepress/config.ts", config),
            ("docs/.vitepress/notes.md", ""),
            ("docs/stray.md", ""),
            ("docs/en/index.md", ""),
            ("docs/en/drafts/a.md", ""),
            ("docs/en/guide/TODO.md", ""),
            ("docs/zh/index.md", ""),
            ("docs/pt/index.md", ""),
            ("docs/public/a.md", ""),
        ]), @"
        VitePress: en-US by docs/.vitepress/config.ts
        README.md → Outside
        docs/.vitepress/notes.md → NoLocale
        docs/en/drafts/a.md → Outside
        docs/en/guide/TODO.md → Outside
        docs/en/index.md → Article en index.md
        docs/pt/index.md → Article pt index.md
        docs/public/a.md → Static
        docs/stray.md → NoLocale
        docs/zh/index.md → Article zh index.md
        ");
    }

    #[test]
    fn a_configuration_may_be_several_files() {
        let index = "import { defineConfig } from 'vitepress'\nimport { shared } from './shared'\nimport { zhCN } from './zh-CN'\nimport { enUS } from './en-US'\n\
                     export default defineConfig({\n  ...shared,\n  locales: {\n    root: { label: '中文', ...zhCN },\n    english: { label: 'English', ...enUS },\n  },\n})";
        insta::assert_snapshot!(lines(&[
            (".vitepress/config/index.ts", index),
            (".vitepress/config/en-US.ts", "export const enUS = defineConfig({\n  lang: 'en-US',\n})"),
            (".vitepress/config/zh-CN.ts", "export const zhCN = defineConfig({\n  lang: 'zh-CN',\n})"),
            (".vitepress/config/shared.ts", "export const shared = defineConfig({\n  srcDir: 'src',\n})"),
            (".vitepress/theme/index.ts", "export default { lang: 'no' }"),
            ("CHANGELOG.md", ""),
            ("src/a.md", ""),
            ("src/english/a.md", ""),
        ]), @"
        VitePress: zh-CN by .vitepress/config/index.ts
        CHANGELOG.md → Outside
        src/a.md → Article zh-CN a.md
        src/english/a.md → Article en-US a.md
        ");
    }

    #[test]
    fn a_whole_repository_may_be_the_site() {
        insta::assert_snapshot!(lines(&[
            (".vitepress/config.mts", "export default { title: 'X', lang: 'de-DE' }"),
            ("CHANGELOG.md", ""),
            ("README.md", ""),
            ("guide/CHANGELOG.md", ""),
            ("id/a.md", ""),
            ("index.md", ""),
        ]), @"
        VitePress: de-DE by .vitepress/config.mts
        CHANGELOG.md → Outside
        README.md → Readme
        guide/CHANGELOG.md → Article de-DE guide/CHANGELOG.md
        id/a.md → Article de-DE id/a.md
        index.md → Article de-DE index.md
        ");
    }

    #[test]
    fn vuepress_has_paths_for_keys() {
        let config = "module.exports = {\n  locales: {\n    '/': { lang: 'zh-CN', title: 'A' },\n    // '/fr/': { lang: 'fr' },\n    '/en/': { lang: 'en-US' },\n  },\n}";
        insta::assert_snapshot!(lines(&[
            ("docs/.vuepress/config.js", config),
            ("docs/README.md", ""),
            ("docs/en/README.md", ""),
            ("docs/en/a.md", ""),
            ("docs/a.md", ""),
        ]), @"
        VuePress: zh-CN by docs/.vuepress/config.js
        docs/README.md → Article zh-CN index
        docs/a.md → Article zh-CN a.md
        docs/en/README.md → Article en index
        docs/en/a.md → Article en a.md
        ");
    }

    #[test]
    fn a_language_of_one_locale_is_not_that_of_the_root() {
        let config = "export default defineConfig({ title: 'X', locales: { fr: { lang: 'fr', title: 'Y' } }, themeConfig: { lang: 'de' } })";
        insta::assert_snapshot!(lines(&[
            (".vitepress/config.mts", config),
            ("a.md", ""),
            ("fr/a.md", ""),
        ]), @"
        VitePress: no source, en-US assumed
        a.md → Article en-US a.md
        fr/a.md → Article fr a.md
        ");
    }
}
