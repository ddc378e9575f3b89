//! What programs say, and that every one is read.

use super::*;

fn read(program: &str) -> Program {
    Program::read([("config.js", program)])
}

fn text(program: &Program, first: &str, second: &str) -> Option<String> {
    program.whole().find(first, second)?.text().map(str::to_owned)
}

fn first(program: &Program, key: &str) -> Option<String> {
    program.whole().found(key).find_map(|value| value.text().map(str::to_owned))
}

#[test]
fn literals_are_found_behind_their_keys() {
    let program = read(
        "// defaultLocale: 'no'\nimport x from 'y';\nconst config: Config<A, B> = { title: 'A, b', i18n: { defaultLocale: 'en', /* , */ locales: [\"en\", 'fr'] },\n presets: [['classic', ({ docs: { routeBasePath: '/', sidebarPath: require.resolve('./x') } })]] } satisfies Config;",
    );
    assert_eq!(text(&program, "i18n", "defaultLocale").as_deref(), Some("en"));
    assert_eq!(text(&program, "docs", "routeBasePath").as_deref(), Some("/"));
    assert_eq!(text(&program, "docs", "sidebarPath"), None);
    assert_eq!(program.whole().find("presets", "docs").unwrap().entries().len(), 2);
    let locales = program.whole().find("i18n", "locales").unwrap().list();
    assert_eq!(locales.into_iter().filter_map(Value::text).collect::<Vec<_>>(), ["en", "fr"]);
}

#[test]
fn what_is_computed_says_nothing() {
    let program = read(
        "export default { defaultLocale: process.env.X || 'de', lang: pick('en'), a: `x${1}`, b: en, c: 'x' + 'y', d: y ? 'x' : 'z', \
         e: y ? { f: 'x' } : { f: 'z' } }",
    );
    for key in ["defaultLocale", "lang", "a", "b", "c", "d"] {
        assert_eq!(first(&program, key), None, "{key}");
    }
    assert_eq!(text(&program, "e", "f"), None);
}

#[test]
fn names_stand_for_what_is_declared_here() {
    let index = "import { en } from './en'\nconst tag = 'fr-FR' as const\nlet path: string = `docs`\nconst fr = { lang: tag }\n\
                 export const locales: Record<string, Locale> = {\n  root: { label: 'English', ...en },\n  fr,\n  fr: fr,\n}\n\
                 export default defineConfig({ ...shared, locales, srcDir: path })";
    let en = "export const en = defineConfig({\n  lang: 'en-US',\n  themeConfig: { lang: 'no' },\n})";
    let program = Program::read([("config/index.ts", index), ("config/en.ts", en)]);
    let locales = program.whole().found("locales").next().unwrap();
    assert_eq!(locales.get("root").unwrap().get("lang").unwrap().text(), Some("en-US"));
    assert_eq!(locales.get("fr").unwrap().get("lang").unwrap().text(), Some("fr-FR"));
    assert_eq!(first(&program, "srcDir").as_deref(), Some("docs"));
    assert!(!locales.is_open());
}

#[test]
fn a_file_is_meant_by_its_name() {
    let index =
        "import en from './en.mts'\nexport default { locales: { root: { ...en }, fr: { ...other } } }";
    let program =
        Program::read([("config/index.mts", index), ("config/en.mts", "export default { lang: 'en' }")]);
    let locales = program.whole().found("locales").next().unwrap();
    assert!(!locales.get("root").unwrap().is_open());
    assert!(locales.get("fr").unwrap().is_open());
}

#[test]
fn what_never_ends_or_goes_in_a_circle_is_read() {
    let deep = 100_000;
    for program in [
        "[".repeat(deep),
        "{a:".repeat(deep),
        "`${".repeat(deep),
        "(/[".repeat(deep),
        "'\\".repeat(deep),
        "}".repeat(deep),
        "a:".repeat(deep),
        "const a = b; const b = a; x: a, y: {...a}, ".repeat(1000),
        format!("{}{}", "const a = {...a};".repeat(1000), "x: a,".repeat(1000)),
    ] {
        let program = read(&program);
        let whole = program.whole();
        assert!(whole.found("x").all(|value| value.text().is_none()));
        assert!(whole.find("x", "y").is_none());
    }
}

proptest::proptest! {
    #[test]
    fn any_program_is_read(program in "([a\\[\\](){}:,;'\"`/*\\\\=.<$ é\n]|const |as |`\\$\\{){0,80}") {
        let program = read(&program);
        for value in program.whole().all() {
            let _ = (value.text(), value.is_open(), value.entries(), value.get("a"));
        }
    }
}
