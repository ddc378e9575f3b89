//! What tables of contents become: trees, URLs, order. Not how pages show them.

use super::*;
use crate::catalog::Options;
use crate::sources::Sources;

/// A catalog of these files; articles get a title and nothing else.
fn catalog(files: &[&str], tocs: &[(&str, &str)]) -> Catalog {
    let mut sources = Sources { content_dir: "content".to_owned(), ..Sources::default() };
    for path in files {
        // Articles of other locales than the source's say what they are translations of.
        let hash = "0123456789012345678901234567890123456789";
        let hash = if path.starts_with("en/") { String::new() } else { format!("source_hash: {hash}\n") };
        let text = format!("---\ntitle: T\n{hash}---\n# T\n");
        sources.texts.insert(format!("content/{path}.md").into(), text.into_bytes());
    }
    for (path, text) in tocs {
        sources.texts.insert(format!("content/{path}").into(), text.as_bytes().to_vec());
    }
    Catalog::new(&sources, &Options::default())
}

/// The tree: sections as `[url] names`, articles as their IDs; below it the order of reading.
fn tree(catalog: &Catalog) -> String {
    fn lines(catalog: &Catalog, items: &[TocItem], depth: usize, out: &mut String) {
        for item in items {
            out.push_str(&"  ".repeat(depth));
            match *item {
                TocItem::Article(article) => {
                    out.push_str(&catalog.identities[article].id);
                    out.push('\n');
                }
                TocItem::Section(section) => {
                    let section = &catalog.navigation.sections[section];
                    let names: Vec<&str> = section.names.values().map(String::as_str).collect();
                    let page = section.page.map(|page| format!(" = {}", catalog.identities[page].id));
                    out.push_str(&format!(
                        "[{}] {}{}\n",
                        section.url,
                        names.join(" / "),
                        page.unwrap_or_default()
                    ));
                    lines(catalog, &section.items, depth + 1, out);
                }
            }
        }
    }
    let mut out = String::new();
    lines(catalog, &catalog.navigation.top, 0, &mut out);
    let order = catalog.navigation.order.iter().map(|&article| &*catalog.identities[article].id);
    out.push_str(&format!("order: {}", order.collect::<Vec<_>>().join(" ")));
    out
}

#[test]
fn nodes_with_children_are_sections_with_urls_of_their_own() {
    let toc = "\
- name: Welcome
  href: index.md
- name: Plan & set up
  items:
  - name: A
    href: a.md
  - name: Deeper?
    items:
    - {name: B, href: b.md}
- name: Gone
  href: gone.md
- name: C
  href: c.md
  items:
  - {name: D, href: d.md}
";
    let catalog = catalog(&["en/index", "en/a", "en/b", "en/c", "en/d"], &[("en/toc.yml", toc)]);
    insta::assert_snapshot!(tree(&catalog), @r"
    [plan--set-up] Plan & set up
      a
      [plan--set-up/deeper] Deeper?
        b
    [c] C = c
      d
    order: a b c d
    ");
}

#[test]
fn a_section_of_the_articles_of_one_folder_is_that_folder() {
    let toc = "\
- name: First steps
  items:
  - {name: One, href: start/one.md}
  - {name: Two, href: start/two.md}
- name: More
  items:
  - {name: Three, href: more/three.md}
  - {name: Four, href: four.md}
";
    let files = ["en/start/index", "en/start/one", "en/start/two", "en/more/three", "en/four", "en/more-2"];
    insta::assert_snapshot!(tree(&catalog(&files, &[("en/toc.yml", toc)])), @r"
    [start] First steps = start/index
      start/one
      start/two
    [more] More
      more/three
      four
    order: start/index start/one start/two more/three four
    ");
}

#[test]
fn a_url_that_an_article_has_is_not_taken() {
    let toc = "\
- name: All
  items:
  - {name: One, href: x/one.md}
  - {name: Two, href: y/two.md}
- name: Three
  items:
  - {name: Four, href: four.md}
- {name: Three, href: three.md}
";
    let files = ["en/x/one", "en/y/two", "en/three", "en/four"];
    insta::assert_snapshot!(tree(&catalog(&files, &[("en/toc.yml", toc)])), @r"
    [all-2] All
      x/one
      y/two
    [three-2] Three
      four
    three
    order: x/one y/two four three
    ");
}

#[test]
fn locales_share_the_tree_of_the_source() {
    let english = "\
- name: Plan
  items:
  - {name: A, href: a.md}
  - {name: B, href: b.md}
- name: Use
  items:
  - {name: C, href: c.md}
";
    let latvian = "\
items:
- name: Lietot
  items:
  - {name: C, href: c.md}
  - {name: Tikai šeit, href: own.md}
- name: Plānot
  items:
  - {name: B, href: b.md}
- name: Papildus
  items:
  - {name: Vēl, href: extra.md}
";
    let files = ["en/a", "en/b", "en/c", "lv/a", "lv/b", "lv/c", "lv/own", "lv/extra"];
    let catalog = catalog(&files, &[("en/toc.yml", english), ("lv/toc.yml", latvian)]);
    insta::assert_snapshot!(tree(&catalog), @r"
    [plan] Plan / Plānot
      a
      b
    [use] Use / Lietot
      c
      own
    [papildus] Papildus
      extra
    order: a b c own extra
    ");
}

#[test]
fn tables_of_contents_refer_to_others_each_once() {
    let root = "- {name: Part, href: part/, topicHref: part/intro.md}\n- {name: Again, href: part/toc.yml}\n";
    let part = "- {name: X, href: x.md}\n- {name: Round, href: ../toc.yml}\n";
    let files = ["en/part/intro", "en/part/x", "en/y"];
    let catalog = catalog(&files, &[("en/toc.yml", root), ("en/part/TOC.yml", part)]);
    insta::assert_snapshot!(tree(&catalog), @r"
    [part/intro] Part = part/intro
      part/x
    order: part/intro part/x
    ");
}

#[test]
fn a_table_beside_the_folders_speaks_for_all_locales() {
    let files = ["en/a", "lv/a", "lv/b"];
    let catalog = catalog(&files, &[("toc.yml", "- name: S\n  items:\n  - href: a.md\n  - href: b\n")]);
    insta::assert_snapshot!(tree(&catalog), @r"
    [s] S
      a
      b
    order: a b
    ");
}

#[test]
fn neighbours_skip_what_the_reader_cannot_open() {
    let catalog =
        catalog(&["en/a", "en/b", "en/c"], &[("en/toc.yml", "- href: a.md\n- href: b.md\n- href: c.md\n")]);
    let navigation = &catalog.navigation;
    let (a, b, c) = (IdentityIndex(0), IdentityIndex(1), IdentityIndex(2));
    assert_eq!((navigation.next(a, |_| true), navigation.next(a, |other| other != b)), (Some(b), Some(c)));
    assert_eq!(
        (navigation.previous(c, |other| other != b), navigation.previous(a, |_| true)),
        (Some(a), None)
    );
}

#[test]
fn deep_nesting_ends() {
    let mut toc = String::new();
    for depth in 0..40 {
        let indent = "  ".repeat(depth);
        toc.push_str(&format!("{indent}- name: N\n{indent}  items:\n"));
    }
    toc.push_str(&format!("{}- href: a.md\n", "  ".repeat(40)));
    let catalog = catalog(&["en/a"], &[("en/toc.yml", &toc)]);
    assert!(catalog.navigation.sections.len() <= MAX_DEPTH);
    assert_eq!(catalog.navigation.place(IdentityIndex(0)), None);
}
