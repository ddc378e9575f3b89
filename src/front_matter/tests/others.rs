//! The keys of other generators mean the same as the plain ones.

use serde_json::json;

use super::*;

#[test]
fn keys_of_every_generator_are_read() {
    let text = "---
lang: pt_BR
keywords: one, two
lastmod: 2024-05-31 10:00:00 +0200
url: /about/us.html
aliases:
- /old
- older
translationKey: about
uid: help.about
weight: 2.5
linkTitle: About
---
";
    let front_matter = parse(text);
    assert_eq!(front_matter.flaws, []);
    let FrontMatter { locale, slug, article_id, uid, label, .. } = &front_matter;
    let some = [locale, slug, article_id, uid, label].map(|field| value(field.as_ref()));
    assert_eq!(some, ["pt_BR", "/about/us", "about", "help.about", "About"]);
    assert_eq!(values(&front_matter.tags), ["one", "two"]);
    assert_eq!(values(&front_matter.redirect_from), ["/old", "older"]);
    assert_eq!(front_matter.changed().map(|date| date.value.iso()).as_deref(), Some("2024-05-31"));
    assert_eq!(front_matter.order.as_ref().map(|order| order.value), Order::parse("2.5"));
    // Themes that show them still can.
    let others: Vec<&str> = front_matter.other.keys().map(String::as_str).collect();
    assert_eq!(others, ["keywords", "lang", "uid", "url"]);
}

#[test]
fn nested_keys_are_read_where_they_stand() {
    let text = "---\nsidebar:\n  order: -1\n  label: Short\n  badge: New\nlast_update:\n  date: 5/31/2024\n  author: me\n---\n";
    let front_matter = parse(text);
    assert_eq!(front_matter.flaws, []);
    assert_eq!(front_matter.order.as_ref().map(|order| order.span.slice(text)), Some("-1"));
    assert_eq!(front_matter.label.as_ref().map(|label| label.span.slice(text)), Some("Short"));
    assert_eq!(front_matter.changed().map(|date| date.span.slice(text)), Some("5/31/2024"));
    assert_eq!(front_matter.author, None);
    assert_eq!(front_matter.other["sidebar"], json!({"order": -1, "label": "Short", "badge": "New"}));
    for (text, order) in [("sidebar_position: 10", "10"), ("nav_order: \"3\"", "3"), ("order: 0", "-0")] {
        let read = parse(&format!("---\n{text}\n---\n"));
        assert_eq!((read.flaws.len(), read.order.map(|order| order.value)), (0, Order::parse(order)));
    }
}

#[test]
fn an_article_is_featured_at_a_place() {
    for (text, place, flaws) in [
        ("2", Some("2"), 0),
        ("-1.5", Some("-1.5"), 0),
        ("false", None, 0),
        ("null", None, 0),
        ("cover.png", None, 1),
    ] {
        let read = parse(&format!("---\nfeatured: {text}\n---\n"));
        assert_eq!(
            (read.featured.map(|order| order.value), read.flaws.len()),
            (place.and_then(Order::parse), flaws)
        );
    }
    let last = parse("---\nfeatured: true\n---\n").featured.map(|order| order.value);
    assert!(last > Order::parse("1e300"));
}

#[test]
fn an_announcement_has_days() {
    let read = parse("---\nannounce_from: 2026-05-31 09:00\nannounce_until: 2026-06-31\n---\n");
    assert_eq!(read.announce_from.map(|date| date.value.iso()).as_deref(), Some("2026-05-31"));
    assert_eq!((read.announce_until, read.flaws.len()), (None, 1));
    let turned = parse("---\nannounce_until: 2026-05-01\nannounce_from: 2026-05-02\n---\n");
    let FlawKind::InvalidValue { key, .. } = &turned.flaws[0].kind else { panic!("{:?}", turned.flaws) };
    assert_eq!((key.as_str(), turned.announce_until), ("announce_until", None));
}

#[test]
fn plain_keys_go_before_those_of_others() {
    let text = "---\nweight: 1\norder: 2\nlang: fr\nlocale: de\naliases: b\nredirect_from: a\ntranslationKey: y\narticle_id: x\nupdated: 2024-01-02\ndate: 2024-03-04\n---\n";
    let front_matter = parse(text);
    assert_eq!(front_matter.flaws, []);
    assert_eq!(front_matter.order.as_ref().map(|order| order.value), Order::parse("2"));
    assert_eq!(value(front_matter.locale.as_ref()), "de");
    assert_eq!(value(front_matter.article_id.as_ref()), "x");
    assert_eq!(values(&front_matter.redirect_from), ["a", "b"]);
    assert_eq!(front_matter.changed().map(|date| date.value.iso()).as_deref(), Some("2024-01-02"));
}

#[test]
fn ids_of_both_keys_count() {
    let ids = |text: &str| {
        let front_matter = parse(&format!("---\n{text}\n---\n"));
        values(&front_matter.custom_ids).join(" ")
    };
    assert_eq!(ids("ms.custom: 5\ncustom_ids: 6"), "6 5");
    assert_eq!(ids("custom_ids: [6, 5]\nms.custom: 5"), "6 5");
    assert_eq!(ids("ms.custom: 5"), "5");
}

#[test]
fn every_key_that_says_so_makes_a_draft() {
    for text in [
        "draft: true",
        "draft: yes",
        "draft: \"true\"",
        "draft: 1",
        "unlisted: true",
        "published: false",
        "headless: true",
        "build:\n  render: never",
        "build:\n  list: never",
        "_build: {render: false}",
        "build: {list: local, render: never}",
        "draft: false\nunlisted: true",
        "draft: false\npublished: no",
        "draft: false\ndraft: true",
        "Draft: TRUE",
        "drfat: true",
        "title: a: b\nunlisted: true",
        "title: a: b\npublished: false",
    ] {
        assert_eq!(parse(&format!("---\nslug: x\n{text}\n---\n")).draft, Draft::Draft, "{text}");
    }
    for text in [
        "draft: false",
        "draft:",
        "draft: ''",
        "draft: ~",
        "unlisted: false",
        "published: true",
        "published: 2020-01-02",
        "build: {list: always, render: link}",
        "build: v1.2",
        "build: {number: never}",
        "draft: off",
    ] {
        let front_matter = parse(&format!("---\nslug: x\n{text}\n---\n"));
        assert_ne!(front_matter.draft, Draft::Draft, "{text}");
        assert!(front_matter.flaws.is_empty(), "{text}");
    }
    for text in
        ["draft: ture", "draft: verdadero", "draft: [true]", "published: flase", "build: {list: nerver}"]
    {
        let front_matter = parse(&format!("---\nslug: x\n{text}\n---\n"));
        assert_eq!(front_matter.draft, Draft::Draft, "{text}");
        assert!(
            matches!(front_matter.flaws[..], [Flaw { kind: FlawKind::InvalidDraft { .. }, .. }]),
            "{text}"
        );
    }
}

#[test]
fn what_only_looks_like_a_key_of_others_is_left_alone() {
    for text in [
        "sidebar: false",
        "label: [a, b]",
        "order: {by: title}",
        "url: https://example.com/",
        "language: English",
        "language: c++",
        "labels: x",
        "border: 1",
        "updates: x",
        "publisher: x",
        "last_update: x",
        "link_title: x",
        "publishDate: 2020-01-02",
        "expiryDate: 2020-01-02",
    ] {
        let front_matter = parse(&format!("---\ntitle: T\n{text}\n---\n"));
        assert_eq!(front_matter.flaws, [], "{text}");
        assert_eq!(front_matter.other.len(), 1, "{text}");
        let FrontMatter { label, order, slug, locale, updated, .. } = front_matter;
        assert_eq!((label, order, slug, locale, updated), (None, None, None, None, None), "{text}");
    }
}

#[test]
fn whole_paths_begin_with_a_slash() {
    for (written, slug) in [
        ("url: a/b", "/a/b"),
        ("permalink: /a/b/", "/a/b/"),
        ("permalink: /a/index.html", "/a/index"),
        ("permalink: /", "/"),
        ("slug: a", "a"),
        ("slug: /a", "/a"),
        ("slug: a\nurl: b", "/b"),
        ("slug: a\nurl: https://example.com", "a"),
    ] {
        assert_eq!(value(parse(&format!("---\n{written}\n---\n")).slug.as_ref()), slug, "{written}");
    }
    for written in ["permalink: /:year/:title/", "permalink: false", "url: :slug"] {
        let front_matter = parse(&format!("---\n{written}\n---\n"));
        assert_eq!((front_matter.slug, front_matter.flaws.len()), (None, 1), "{written}");
    }
}
