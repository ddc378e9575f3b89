//! Sites of Starlight: `src/content/docs/`, with a folder for each locale but that of the root. Reads literals of
//! `astro.config.*`, and paths.

use crate::locale::Locale;

use super::arrangement::{Arrangement, Generator, Input, articles};
use super::docset::join;
use super::literal::{Program, Value};
use super::name::LayoutName;
use super::naming::{Root, arrange, locale_of, with_children};
use super::placed::NamedSource;

pub(super) const STARLIGHT: Generator = Generator { name: LayoutName::Starlight, recognise, place: articles };

const ARTICLES: &str = "src/content/docs";

const FILES: &[&str] =
    &["astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.mts", "astro.config.cjs"];

/// The key of the locale that has no folder.
const ROOT: &str = "root";

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let sites = input.folders_with(ARTICLES).into_iter().map(|root| {
        let mut arrangement = Arrangement::new(LayoutName::Starlight, root);
        let articles = join(root, ARTICLES);
        let file =
            FILES.iter().map(|name| join(root, name)).find_map(|path| Some((input.text(&path)?, path)));
        match file {
            Some((text, path)) => {
                let program = Program::read([(path.as_str(), &*text)]);
                let program = program.whole();
                let said = Said::new(program, &articles);
                let folders = match said.has_one_locale {
                    true => Vec::new(),
                    false => with_children(input, &articles, &said.folders),
                };
                arrange(&mut arrangement, input, &articles, folders, said.root);
                let settings = program.with_any(&["integrations"]);
                arrangement.publish_at(settings.filter_map(|settings| settings.get("base")?.text()).next());
                arrangement.source = said.source.map(|locale| NamedSource { locale, by: path.into() });
            }
            None => {
                let folders = with_children(input, &articles, &[]);
                arrange(&mut arrangement, input, &articles, folders, Root::Unknown);
            }
        }
        arrangement.add_static(join(root, "public"));
        arrangement
    });
    sites.collect()
}

/// What the configuration says of locales.
struct Said {
    folders: Vec<(String, Option<Locale>)>,
    root: Root,
    source: Option<Locale>,
    /// Whether no folder is one of a locale.
    has_one_locale: bool,
}

impl Said {
    fn new(program: Value<'_>, articles: &str) -> Self {
        let locales = program.found("locales").find(|locales| !locales.entries().is_empty());
        let entries = locales.map(Value::entries).unwrap_or_default();
        let named = |key: &str| {
            let entry = entries.iter().find(|(name, _)| *name == key);
            locale_of(key, entry.and_then(|(_, value)| language(*value)))
        };
        let has_root = entries.iter().any(|(key, _)| *key == ROOT);
        let of_root = entries.iter().find(|(key, _)| *key == ROOT).and_then(|(_, value)| language(*value));
        let of_root = of_root.and_then(|tag| Locale::parse(tag).ok());
        let default = program.found("defaultLocale").find_map(Value::text);
        let source = match default.filter(|key| *key != ROOT) {
            Some(key) => named(key),
            None => of_root.clone(),
        };
        let has_one_locale = !program.mentions("locales") && !is_open(program);
        let others = entries.iter().filter(|(key, _)| *key != ROOT);
        Self {
            folders: others
                .map(|(key, value)| (join(articles, key), locale_of(key, language(*value))))
                .collect(),
            root: match (of_root.or_else(|| source.clone().filter(|_| has_one_locale)), locales) {
                (Some(locale), _) => Root::Of(locale),
                (None, Some(locales)) if !has_root && !locales.is_open() => Root::None,
                (None, _) => Root::Unknown,
            },
            source,
            has_one_locale,
        }
    }
}

fn language(value: Value<'_>) -> Option<&str> {
    value.get("lang")?.text()
}

/// Whether settings of the site stand in another file.
fn is_open(program: Value<'_>) -> bool {
    let calls = program.found("integrations").flat_map(Value::list);
    let mut settings = calls.flat_map(Value::list);
    !program.mentions("starlight")
        || settings.any(|settings| settings.is_open() || settings.entries().is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::surveyed::lines;

    #[test]
    fn what_stands_in_no_folder_of_a_locale_is_of_the_root() {
        let config = "export const locales = {\n\troot: { label: 'English', lang: 'en' },\n\t'zh-cn': { label: '简体中文', lang: 'zh-CN' },\n\tSpanish: { lang: 'es' },\n};\n\
                      export default defineConfig({ integrations: [starlight({ title: 'Docs', locales, defaultLocale: 'root' })] });\n";
        insta::assert_snapshot!(lines(&[
            ("docs/astro.config.mjs", config),
            ("docs/README.md", ""),
            ("docs/src/content/docs/index.mdx", ""),
            ("docs/src/content/docs/guides/a.md", ""),
            ("docs/src/content/docs/zh-cn/guides/a.md", ""),
            ("docs/src/content/docs/Spanish/guides/a.md", ""),
            ("docs/src/content/docs/fr/guides/a.md", ""),
            ("docs/src/content/blog/a.md", ""),
        ]), @"
        Starlight: en by docs/astro.config.mjs
        docs/README.md → Outside
        docs/src/content/blog/a.md → Outside
        docs/src/content/docs/Spanish/guides/a.md → Article es guides/a.md
        docs/src/content/docs/fr/guides/a.md → Article fr guides/a.md
        docs/src/content/docs/guides/a.md → Article en guides/a.md
        docs/src/content/docs/index.mdx → Article en index.mdx
        docs/src/content/docs/zh-cn/guides/a.md → Article zh-CN guides/a.md
        ");
    }

    #[test]
    fn every_locale_may_have_a_folder() {
        let config = "export default defineConfig({ integrations: [starlight({ defaultLocale: 'en', locales: { en: { label: 'English' }, pt: { lang: 'pt-BR' } } })] });";
        insta::assert_snapshot!(lines(&[
            ("astro.config.mjs", config),
            ("src/content/docs/404.md", ""),
            ("src/content/docs/en/a.md", ""),
            ("src/content/docs/pt/a.md", ""),
        ]), @"
        Starlight: en by astro.config.mjs
        src/content/docs/404.md → NoLocale
        src/content/docs/en/a.md → Article en a.md
        src/content/docs/pt/a.md → Article pt a.md
        ");
    }

    #[test]
    fn without_locales_there_is_one() {
        let config = "export default defineConfig({ integrations: [starlight({ title: 'Docs', sidebar: [] }), sitemap()] });";
        insta::assert_snapshot!(lines(&[
            ("astro.config.mjs", config),
            ("src/content/docs/a.md", ""),
            ("src/content/docs/id/a.md", ""),
        ]), @"
        Starlight: no source, en-US assumed
        src/content/docs/a.md → Article en-US a.md
        src/content/docs/id/a.md → Article en-US id/a.md
        ");
        insta::assert_snapshot!(lines(&[("src/content/docs/a.md", ""), ("src/content/docs/id/a.md", "")]), @"
        Starlight: no source, en-US assumed
        src/content/docs/a.md → Article en-US a.md
        src/content/docs/id/a.md → Article id a.md
        ");
    }

    #[test]
    fn what_is_computed_is_not_known() {
        let config = "import { locales } from './locales';\nexport default defineConfig({ integrations: [starlight({ title: 'Docs', locales })] });";
        insta::assert_snapshot!(lines(&[
            ("astro.config.mjs", config),
            ("src/content/docs/a.md", ""),
            ("src/content/docs/de/a.md", ""),
        ]), @"
        Starlight: no source, en-US assumed
        src/content/docs/a.md → Article en-US a.md
        src/content/docs/de/a.md → Article de a.md
        ");
    }
}
