//! What is held of every input of each parser, whatever its bytes. Each target panics where it is not held; libFuzzer and
//! the tests call the same ones.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use faqtory::assets::Content;
use faqtory::catalog::{Base, Catalog, Options};
use faqtory::config::Config;
use faqtory::diagnostic::{Diagnostic, Fix, Span};
use faqtory::edit;
use faqtory::exchange::{
    self, ExchangeFile, Fault, FileKind, Piece, Returned, ReturnedUnit, TargetState, Unit,
};
use faqtory::front_matter::{self, Date, FrontMatter, OnExisting, Stamp};
use faqtory::locale::Locale;
use faqtory::markdown::{Document, HeadingId, Host, Image, ImageHtml, Include, Link, LinkHtml};
use faqtory::messages::{Arg, MessageFile, Messages, embedded};
use faqtory::sources::{Asset, Sources};
use faqtory::translation::Translations;

/// A function of any bytes that panics where something is not as it should be.
pub(crate) type Target = fn(&[u8]);

/// Rounds after which fixes never come to an end: those that touch wait for each other.
const MAX_ROUNDS: usize = 20;

const HASH: &str = "0123456789abcdef0123456789abcdef01234567";

/// Every place lies in the text, and what a stamp writes is read again; in whichever format the same is written.
pub(crate) fn front_matter(bytes: &[u8]) {
    let yaml = String::from_utf8_lossy(bytes);
    let toml = yaml.replacen("---\n", "+++\n", 2).replace(": ", " = ");
    let json = yaml.replacen("---\n", "{\n", 1).replacen("---\n", "}\n", 1);
    for text in [&*yaml, &toml, &json] {
        front_matter_of(text);
    }
}

fn front_matter_of(text: &str) {
    let read = FrontMatter::parse(text);
    let body = read.body_start as usize;
    assert!(text.is_char_boundary(body), "the body begins within a character");
    let strings =
        [&read.title, &read.description, &read.locale, &read.slug, &read.source_hash, &read.article_id];
    let strings = strings.into_iter().chain([&read.label, &read.uid]);
    let spans = strings.flatten().map(|value| value.span);
    let lists = read.custom_ids.iter().chain(&read.redirect_from).chain(&read.tags);
    let spans = spans.chain(lists.map(|value| value.span));
    let spans = spans.chain(read.updated.iter().map(|date| date.span));
    let spans = spans.chain(read.order.iter().map(|order| order.span));
    let spans = spans.chain(read.span).chain(read.flaws.iter().map(|flaw| flaw.span));
    assert_inside(text, spans);

    let Some(translated) = Date::new(2024, 2, 29) else { return };
    let stamp = Stamp {
        source_hash: HASH,
        translated,
        translation_type: None,
        locale: None,
        on_existing: OnExisting::Replace,
    };
    if let Ok(stamped) = front_matter::stamp(text, stamp) {
        let again = FrontMatter::parse(&stamped);
        assert_eq!(again.source_hash.map(|hash| hash.value).as_deref(), Some(HASH));
        let is_kept = stamped.get(again.body_start as usize..).zip(text.get(body..));
        assert!(is_kept.is_some_and(|(now, before)| now.ends_with(before)), "a stamp changes the body");
    }
}

/// Every place lies in the text, and the HTML is what a browser reads without repairing it, with nothing that runs.
pub(crate) fn markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let document = Document::parse(&text, FrontMatter::parse(&text).body_start as usize);
    let spans = document.blocks.iter().map(|block| block.span);
    let spans = spans.chain(document.headings.iter().map(|heading| heading.span));
    let spans = spans.chain(document.anchors.iter().map(|anchor| anchor.span));
    let spans = spans.chain(document.links.iter().flat_map(|link| [link.span, link.destination_span]));
    let spans = spans.chain(document.images.iter().flat_map(|image| [image.span, image.destination_span]));
    let spans = spans.chain(document.includes.iter().flat_map(|include| [include.span, include.path_span]));
    let spans = spans.chain(document.lookups.iter().flat_map(|lookup| [lookup.source, lookup.translation]));
    let spans = spans.chain(document.flaws.iter().map(|flaw| flaw.span));
    assert_inside(&text, spans.chain(document.comments.iter().copied()));
    let of_blocks: Vec<u32> = document.blocks.iter().filter_map(|block| block.kind.heading()).collect();
    assert!(of_blocks.is_sorted_by(|a, b| a < b), "two blocks of one heading: {of_blocks:?}");
    assert!(
        of_blocks.last().is_none_or(|last| (*last as usize) < document.headings.len()),
        "a block of no heading"
    );

    let host = Page(&document);
    let mut title = String::new();
    document.write_title(&host, &mut title);
    assert_html(&format!("<h1>{title}</h1>"));
    let mut body = String::new();
    document.write_body(&host, &mut body);
    assert_html(&body);
}

/// Links mean the same at every look, findings lie in the text, and fixes come to an end.
pub(crate) fn links(bytes: &[u8]) {
    let mut sources = project();
    let path: Arc<str> = "content/en-US/a.md".into();
    sources.texts.insert(path.clone(), bytes.to_vec());
    for _ in 0..MAX_ROUNDS {
        let catalog = Catalog::new(&sources, &Options::default());
        assert_resolved(&catalog);
        let found = findings(&catalog);
        let of_article = found.iter().filter(|found| found.path == path);
        let fixes: Vec<&Fix> = of_article.filter_map(|found| found.fix.as_ref()).collect();
        let text = catalog.text(&path).unwrap_or_default();
        // A file that is not written in UTF-8 is never changed.
        if fixes.is_empty() || text.as_bytes() != sources.texts[&path] {
            return;
        }
        let edited = edit::apply(text, &fixes);
        if edited.applied.is_empty() {
            return;
        }
        sources.texts.insert(path.clone(), edited.text.into_bytes());
    }
    panic!("the fixes never come to an end");
}

/// A configuration is read, or refused with words.
pub(crate) fn configuration(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Err(error) = Config::parse(&text) {
        assert!(!format!("{error:#}").trim().is_empty());
    }
}

/// A table of contents is read, or a finding says why not.
pub(crate) fn toc(bytes: &[u8]) {
    let mut sources = project();
    let path: Arc<str> = "content/en-US/toc.yml".into();
    sources.texts.insert(path.clone(), bytes.to_vec());
    let catalog = Catalog::new(&sources, &Options::default());
    let is_known = catalog.tocs.iter().any(|toc| toc.file.path == path)
        || catalog.unreadable.iter().any(|unreadable| unreadable.path == path);
    assert!(is_known, "the table of contents is lost");
    findings(&catalog);
}

/// Configuration of a generator that is written as a program is read, and no article is lost by it.
pub(crate) fn program(bytes: &[u8]) {
    let sites = [
        ("docusaurus.config.js", ["docs/a.md", "i18n/fr/docusaurus-plugin-content-docs/current/a.md"]),
        ("astro.config.mjs", ["src/content/docs/a.md", "src/content/docs/fr/a.md"]),
        (".vitepress/config.ts", ["a.md", "fr/a.md"]),
        (".vuepress/config.js", ["README.md", "fr/README.md"]),
    ];
    for (configuration, articles) in sites {
        let mut sources = Sources::default();
        sources.texts.insert(configuration.into(), bytes.to_vec());
        for path in articles {
            sources.texts.insert(path.into(), b"# A\n".to_vec());
        }
        let catalog = Catalog::new(&sources, &Options::default());
        for path in articles {
            let is_known = catalog.file(path).is_some() || catalog.not_placed.contains_key(path);
            assert!(is_known, "{path} is lost by {configuration}");
        }
        findings(&catalog);
    }
}

/// Messages are read, compared and shown.
pub(crate) fn messages(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let (Ok(source), Ok(other)) = (Locale::parse("en-US"), Locale::parse("lv-LV")) else { return };
    let shipped = embedded().into_iter().filter(|file| file.locale == source).collect();
    let file =
        |locale: &Locale| MessageFile { locale: locale.clone(), path: "own.ftl".into(), text: text.clone() };
    let (messages, problems) = Messages::new(vec![shipped, vec![file(&source), file(&other)]]);
    let own = |path: &str| path == "own.ftl";
    let compared = messages.lint(&source, &other);
    assert_inside(
        &text,
        problems.iter().chain(&compared).filter(|problem| own(&problem.path)).map(|found| found.span),
    );
    for locale in [&source, &other] {
        let bundle = messages.bundle(locale);
        let keys: Vec<String> = bundle.plain().into_iter().map(|(key, _)| key.to_owned()).collect();
        for key in keys {
            let _ = bundle.html(&key, &[("count", Arg::Number(2)), ("title", Arg::Text("a"))]);
        }
    }
}

/// What translators give back is read, or a fault says where and why; what was read says the same in every format.
pub(crate) fn package(bytes: &[u8]) {
    let returned = match exchange::read(bytes) {
        Ok(returned) => returned,
        Err(Fault { line, column, message }) => {
            assert!(line > 0 && column > 0 && !message.is_empty(), "a fault says nothing");
            return;
        }
    };
    for write in [exchange::write_xliff, exchange::write_xliff12, exchange::write_po] {
        let again = |returned: &Returned| {
            let text = write(&handed_off(returned));
            exchange::read(text.as_bytes()).unwrap_or_else(|fault| panic!("{fault} in\n{text}"))
        };
        // The first time replaces what no format holds.
        let once = again(&returned);
        assert_eq!(once.units.len(), returned.units.len());
        assert_eq!(handed_off(&again(&once)), handed_off(&once));
    }
}

/// What came back as if it were to go out again.
fn handed_off(returned: &Returned) -> ExchangeFile {
    let bare = |content: &exchange::Content| {
        let mut content = content.clone();
        for piece in &mut content.0 {
            if let Piece::Code(code) = piece {
                code.written.clear();
            }
        }
        content
    };
    let unit = |unit: &ReturnedUnit| Unit {
        id: unit.id.clone(),
        source: bare(&unit.source),
        target: unit.target.as_ref().map(bare),
        state: if unit.target.is_some() { unit.state } else { TargetState::Initial },
        previous: None,
        notes: Vec::new(),
        words: 0,
    };
    ExchangeFile {
        handoff: returned.handoff.clone(),
        kind: FileKind::Article,
        id: returned.id.clone(),
        source_locale: returned.target_locale.clone(),
        target_locale: returned.target_locale.clone(),
        source: "a.md".to_owned(),
        target: "b.md".to_owned(),
        source_hash: returned.source_hash.clone(),
        units: returned.units.iter().map(unit).collect(),
    }
}

/// A small project in two locales.
fn project() -> Sources {
    let mut sources = Sources { content_dir: "content".to_owned(), ..Sources::default() };
    for (path, text) in [
        ("content/en-US/a.md", "# A\n\n[b](b.md)\n"),
        ("content/en-US/b.md", "---\ncustom_ids: 1\nuid: b\n---\n# B\n\n## One\n\nText.\n"),
        ("content/en-US/1.md", "# One\n\n[a](a.md#a)\n"),
        ("content/en-US/includes/one.md", "An include.\n"),
        ("content/de-DE/a.md", "# A\n\n[b](b.md)\n"),
        ("content/de-DE/B.md", "# B\n\n## Eins\n\nText.\n"),
    ] {
        sources.texts.insert(path.into(), text.into());
    }
    let (file, hash) = (PathBuf::from("a.png"), "0123456789".to_owned());
    let picture = Asset { file, hash, size: None, content: Content::Sound };
    sources.assets.insert("content/en-US/a.png".into(), picture);
    sources
}

/// Every finding lies in the text of its file, and so does its fix.
fn findings(catalog: &Catalog) -> Vec<Diagnostic> {
    let found = faqtory::checks::run(catalog, &Translations::new(catalog));
    for one in &found {
        let Some(text) = catalog.text(&one.path) else { continue };
        let edits = one.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
        assert_inside(text, std::iter::once(one.span).chain(edits));
    }
    found
}

fn assert_resolved(catalog: &Catalog) {
    for article in &catalog.articles {
        for reader in catalog.locales.indices() {
            let base = Base { file: &article.file, article: Some(article), reader };
            for link in &article.file.document.links {
                let target = catalog.resolve(base, &link.destination);
                assert_eq!(target, catalog.resolve(base, &link.destination));
            }
            for include in &article.file.document.includes {
                let _ = catalog.include(base, include);
            }
        }
    }
}

fn assert_inside(text: &str, spans: impl Iterator<Item = Span>) {
    for span in spans {
        assert!(text.get(span.range()).is_some(), "{span:?} is no place in the text");
    }
}

/// No parse error of HTML, no ID twice, nothing that runs or leads to what does.
fn assert_html(html: &str) {
    let parsed = scraper::Html::parse_fragment(html);
    assert!(parsed.errors.is_empty(), "{:?} in\n{html}", parsed.errors);
    let mut ids = BTreeSet::new();
    for element in parsed.tree.nodes().filter_map(|node| node.value().as_element()) {
        let runs = ["script", "style", "iframe", "object", "embed", "base", "meta", "link"];
        assert!(!runs.contains(&element.name()), "<{}> in\n{html}", element.name());
        for (name, value) in element.attrs() {
            let scheme = value.trim_start().to_ascii_lowercase();
            let is_address = name == "href" || name == "src";
            let is_script =
                is_address && ["javascript:", "vbscript:"].iter().any(|bad| scheme.starts_with(bad));
            assert!(!name.starts_with("on") && name != "style" && !is_script, "{name}={value:?} in\n{html}");
            assert!(name != "id" || ids.insert(value), "the ID {value:?} twice in\n{html}");
        }
    }
}

/// A page that shows a document alone.
struct Page<'d>(&'d Document);

impl Host for Page<'_> {
    fn link(&self, link: &Link) -> LinkHtml {
        LinkHtml { href: Some(link.destination.to_string()), ..LinkHtml::default() }
    }

    fn image(&self, image: &Image) -> Option<ImageHtml> {
        image.index.is_multiple_of(2).then(|| ImageHtml { src: image.destination.to_string(), size: None })
    }

    fn heading(&self, index: usize) -> HeadingId<'_> {
        HeadingId { id: self.0.headings.get(index).map_or("", |heading| &heading.slug), alias: None }
    }

    fn include<'a>(&'a self, _: &Include) -> Option<(&'a Document, Box<dyn Host + 'a>)> {
        None
    }

    fn message(&self, key: &str) -> String {
        key.to_owned()
    }
}
