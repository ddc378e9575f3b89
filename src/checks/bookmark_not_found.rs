//! `bookmark-not-found`: a link to an anchor that its page does not have.

use std::collections::BTreeSet;

use crate::catalog::{Article, Base, Catalog, Fragment, LayoutName, Spelling, Target};
use crate::diagnostic::{Applicability, Span};

use super::check::nearest;
use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "bookmark-not-found",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a link leads to an anchor that its page does not have",
    explanation: "\
## What it does
Checks the part after `#` of every link to an article or to another place on the same page. A heading can be addressed by the anchor written in it, by the name of the source's heading, or by the name made from its own text.

## Why is this bad?
The reader expects a section and lands at the top of the page.

## Example
```markdown
See [the last step](reset.md#lats-step).
```

## Fix
Write an anchor that exists on that page. The help suggests the nearest one, or lists those that are most like it. Where the link is redirected, the section may be on another page now.",
    run: Run::Link(run),
};

/// Anchors that the help names where none is near.
const NAMED: usize = 5;

/// Anchors that are compared: a page with more, and as many wrong links, would take forever.
const SEARCHED: usize = 300;

fn run(catalog: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    let Fragment::Missing(name) = &link.resolved.fragment else { return };
    if link.form != LinkForm::Link {
        return;
    }
    let (article, place) = match link.resolved.target {
        Target::Here => (link.base.article, "this article".to_owned()),
        Target::Article { article, .. } => {
            let article = &catalog.articles[article];
            let led_on = if link.resolved.spelling == Spelling::Redirected {
                ", to which the link is redirected"
            } else {
                ""
            };
            (Some(article), format!("`{}`{led_on}", article.file.path))
        }
        Target::Home { .. } | Target::Section { .. } | Target::Made(_) => (None, "the page".to_owned()),
        _ => return,
    };
    if article.is_some_and(|article| may_have_more(catalog, article, name)) {
        return;
    }
    let anchors = article.map(|article| anchors(catalog, article)).unwrap_or_default();
    let bare = name.trim_start_matches('#');
    let near = nearest(bare, anchors.iter().copied()).or_else(|| beginning(bare, &anchors));
    let message = match name.len() - bare.len() {
        0 => format!("no anchor `{name}` in {place}"),
        1 => format!("one `#` too many: no anchor `{name}` in {place}"),
        more => format!("{more} `#` too many: no anchor `{name}` in {place}"),
    };
    let help = match near {
        Some(near) if near == bare => format!("write `#{near}`"),
        Some(near) => format!("did you mean `#{near}`?"),
        None => choice(bare, &anchors, link.resolved.spelling == Spelling::Redirected),
    };
    let finding = Finding::new(link.destination_span, message).help(help);
    let fragment = link.destination.find('#').filter(|_| link.is_verbatim());
    let finding = match near.zip(fragment) {
        Some((near, at)) => {
            let span = Span {
                start: link.destination_span.start + Span::new(0, at + 1).end,
                ..link.destination_span
            };
            finding.fix(Applicability::Unsafe, span, near)
        }
        None => finding,
    };
    findings.push(link.base.file, finding);
}

/// Whether a generator may make this anchor of what the article holds: shortcodes, components, footnotes.
fn may_have_more(catalog: &Catalog, article: &Article, name: &str) -> bool {
    use LayoutName::{Docusaurus, Hugo, Starlight, VitePress, VuePress, Zola};
    let text = &article.file.text;
    match catalog.docsets[article.file.docset].layout {
        Hugo if name.starts_with("fn:") || name.starts_with("fnref:") => true,
        Hugo | Zola => {
            text.contains("{{<") || text.contains("{{%") || text.contains("{{ ") || text.contains("{%")
        }
        Docusaurus | Starlight | VitePress | VuePress => text
            .match_indices('<')
            .any(|(at, _)| text[at + 1..].starts_with(|next: char| next.is_ascii_uppercase())),
        _ => false,
    }
}

/// The names on an article's page that a fragment can be, in the order of the page.
fn anchors<'c>(catalog: &'c Catalog, article: &'c Article) -> Vec<&'c str> {
    let document = &article.file.document;
    let written = document.anchors.iter().map(|anchor| &*anchor.name);
    let own = article.headings.iter().map(|heading| &*heading.id).chain(written);
    let base = Base { file: &article.file, article: Some(article), reader: article.locale };
    let mut seen = BTreeSet::new();
    let includes = document.includes.iter().take(SEARCHED);
    let includes = includes.filter_map(|include| catalog.include(base, include));
    let included = includes.filter(|file| seen.insert(&*file.path)).flat_map(|file| {
        let headings = file.document.headings.iter();
        let headings =
            headings.map(|heading| heading.anchor.as_ref().map_or(&*heading.slug, |anchor| &anchor.name));
        headings.chain(file.document.anchors.iter().map(|anchor| &*anchor.name))
    });
    own.chain(included).take(SEARCHED).collect()
}

/// The anchor whose first words are those of the name, or nearly: `wich-phones` means `which-phones-work`. None if several are.
fn beginning<'a>(name: &str, anchors: &[&'a str]) -> Option<&'a str> {
    let words = name.split('-').count();
    let is_near = |anchor: &&&str| {
        let cut = anchor.match_indices('-').nth(words - 1).map(|(dash, _)| dash);
        cut.is_some_and(|cut| nearest(name, [&anchor[..cut]]).is_some())
    };
    let mut near = anchors.iter().filter(is_near);
    let first = near.next().filter(|_| words > 1)?;
    near.next().is_none().then_some(first)
}

/// The anchors that are most like the name; behind a redirect only those that share a word with it, since the section may be
/// on another page now.
fn choice(name: &str, anchors: &[&str], is_redirected: bool) -> String {
    let wanted: BTreeSet<&str> = words(name).collect();
    let likeness = |anchor: &str| {
        let shared = words(anchor).filter(|word| wanted.contains(word)).count();
        let begun = anchor.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count();
        (shared, begun)
    };
    let mut anchors: Vec<(&str, (usize, usize))> =
        anchors.iter().map(|anchor| (*anchor, likeness(anchor))).collect();
    if is_redirected {
        anchors.retain(|(_, (shared, _))| *shared > 0);
    }
    anchors.sort_by_key(|(_, likeness)| std::cmp::Reverse(*likeness));
    let named: Vec<String> = anchors.iter().take(NAMED).map(|(anchor, _)| format!("`#{anchor}`")).collect();
    match anchors.len() {
        1.. if is_redirected => format!(
            "the section may be on another page now; those here that are like it: {}",
            named.join(", ")
        ),
        0 if is_redirected => "link to the page that has the section now, or remove the anchor".to_owned(),
        0 => "it has no anchors: remove everything from `#` on".to_owned(),
        count if count > NAMED => format!("use one of its anchors: {} and others", named.join(", ")),
        _ => format!("use one of its anchors: {}", named.join(", ")),
    }
}

/// The words of an anchor that say what its section is about.
fn words(anchor: &str) -> impl Iterator<Item = &str> {
    anchor.split(['-', '_']).filter(|word| word.chars().nth(3).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn fragments_of_this_page_and_of_others() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[1](#parts) [2](#top) [3](#part) [4](b.md#last-stp) [5](b.md#elsewhere) [6](b.md#last-step) [7](##part)\n\n## Part\n",
            ),
            ("content/en/b.md", "# B\n\n## Last step\n"),
            ("content/en/c.md", "Text, [x](#x)\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `#parts`: no anchor `parts` in this article (did you mean `#part`?)
          Unsafe: `parts` → `part`
        content/en/a.md `b.md#last-stp`: no anchor `last-stp` in `content/en/b.md` (did you mean `#last-step`?)
          Unsafe: `last-stp` → `last-step`
        content/en/a.md `b.md#elsewhere`: no anchor `elsewhere` in `content/en/b.md` (use one of its anchors: `#b`, `#last-step`)
        content/en/a.md `##part`: one `#` too many: no anchor `#part` in this article (write `#part`)
          Unsafe: `#part` → `part`
        content/en/c.md `#x`: no anchor `x` in this article (it has no anchors: remove everything from `#` on)
        ");
    }

    #[test]
    fn anchors_by_likeness() {
        let sections = "## One\n\n## Two\n\n## Three\n\n## Four\n\n## Five\n\n## Next steps\n";
        let b = format!("---\ntitle: B\nredirect_from: old\n---\n# B\n\n{sections}");
        let a = "# A\n\n[1](b.md#next-steps-where-you-change-layouts) [2](old.md#result-types) [3](old.md#all-steps-here)\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", a), ("content/en/b.md", &b)]), @"
        content/en/a.md `b.md#next-steps-where-you-change-layouts`: no anchor `next-steps-where-you-change-layouts` in `content/en/b.md` (use one of its anchors: `#next-steps`, `#b`, `#one`, `#two`, `#three` and others)
        content/en/a.md `old.md#result-types`: no anchor `result-types` in `content/en/b.md`, to which the link is redirected (link to the page that has the section now, or remove the anchor)
        content/en/a.md `old.md#all-steps-here`: no anchor `all-steps-here` in `content/en/b.md`, to which the link is redirected (the section may be on another page now; those here that are like it: `#next-steps`)
        ");
    }

    #[test]
    fn marks_before_the_name() {
        let text = "# A\n\n[1](##part) [2](b.md##last-step) [3](###prt) [4](##)\n\n## Part\n";
        let files = [("content/en/a.md", text), ("content/en/b.md", "# B\n\n## Last step\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `##part`: one `#` too many: no anchor `#part` in this article (write `#part`)
          Unsafe: `#part` → `part`
        content/en/a.md `b.md##last-step`: one `#` too many: no anchor `#last-step` in `content/en/b.md` (write `#last-step`)
          Unsafe: `#last-step` → `last-step`
        content/en/a.md `###prt`: 2 `#` too many: no anchor `##prt` in this article (did you mean `#part`?)
          Unsafe: `##prt` → `part`
        content/en/a.md `##`: one `#` too many: no anchor `#` in this article (use one of its anchors: `#a`, `#part`)
        ");
    }

    #[test]
    fn a_heading_has_the_name_of_the_sources() {
        let files = [
            ("content/en/a.md", "# A\n\n## Last step\n\nx\n"),
            (
                "content/lv/a.md",
                "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n# A\n\n## Pēdējais solis\n\n[x](#last-step) [y](#pēdējais-solis)\n",
            ),
        ];
        assert_eq!(findings(&CHECK, &files), "");
    }

    #[test]
    fn every_kind_of_anchor_in_every_locale() {
        let hash = "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n";
        let anchors = "## Pēdējais solis\n\n<a name=\"raw\"></a>Text <span id=\"in-text\">x</span>\n\n### Set up {#own}\n\n## שלב אחרון\n";
        // `ē` as one letter, as two, and percent-encoded; letter case does not count.
        let fine = "[1](#raw) [2](#in-text) [3](#own) [4](#שלב-אחרון) [5](#p%C4%93d%C4%93jais-solis) [6](#pe\u{304}de\u{304}jais-solis) \
            [7](#RAW) [8](b.md#top) [9](b#last-step) [10](en-only.md#only-here) [11](/en/b#last-step)\n\n<a href=\"#raw\">12</a>\n";
        let wrong = "[1](#rawe) [2](b.md#last-stepp) [3](en-only.md#only-her) [4](#שלב-אחרןן) [5](#p%C4%93d%C4%93jais-soli) <a href=\"#in-txt\">6</a>\n";
        let files = [
            ("content/en/a.md", &*format!("# A\n\n{anchors}")),
            ("content/en/b.md", "# B\n\n## Last step\n\nx\n"),
            ("content/en/en-only.md", "# C\n\n## Only here\n\nx\n"),
            ("content/lv/a.md", &*format!("{hash}# A\n\n{anchors}\n{fine}")),
            ("content/lv/b.md", &*format!("{hash}# B\n\n## Pēdējais\n\nx\n")),
            ("content/he/a.md", &*format!("{hash}# A\n\n{anchors}\n{wrong}")),
            ("content/he/b.md", &*format!("{hash}# B\n\n## אחרון\n\nx\n")),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r"
        content/he/a.md `#rawe`: no anchor `rawe` in this article (did you mean `#raw`?)
          Unsafe: `rawe` → `raw`
        content/he/a.md `b.md#last-stepp`: no anchor `last-stepp` in `content/he/b.md` (did you mean `#last-step`?)
          Unsafe: `last-stepp` → `last-step`
        content/he/a.md `en-only.md#only-her`: no anchor `only-her` in `content/en/en-only.md` (did you mean `#only-here`?)
          Unsafe: `only-her` → `only-here`
        content/he/a.md `#שלב-אחרןן`: no anchor `שלב-אחרןן` in this article (did you mean `#שלב-אחרון`?)
          Unsafe: `שלב-אחרןן` → `שלב-אחרון`
        content/he/a.md `#p%C4%93d%C4%93jais-soli`: no anchor `pēdējais-soli` in this article (did you mean `#pēdējais-solis`?)
          Unsafe: `p%C4%93d%C4%93jais-soli` → `pēdējais-solis`
        content/he/a.md `#in-txt`: no anchor `in-txt` in this article (did you mean `#in-text`?)
          Unsafe: `in-txt` → `in-text`
        ");
    }

    #[test]
    fn anchors_of_a_yaml_page_are_not_known() {
        let mut files = super::super::tests::repository(&[]);
        files.push(("content/Help/faq.yml", "### YamlMime:FAQ\ntitle: F\n"));
        files.push(("content/Help/s/c.md", "# C\n"));
        files.push(("content/Help/b.md", "# B\n\n[1](faq.yml#why) [2](s/#nope)\n"));
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/Help/b.md `s/#nope`: no anchor `nope` in the page (it has no anchors: remove everything from `#` on)");
    }
}
