//! What front matter gives, whole and damaged; each kind of test in its own file.

mod damage;
mod equal;
mod formats;
mod others;
mod repairs;
mod whole;

use std::ops::Range;

use super::*;
use crate::diagnostic::{Span, Spanned};

/// Parses, and checks what must hold for every input.
fn parse(text: &str) -> FrontMatter {
    let front_matter = FrontMatter::parse(text);
    let body = front_matter.body_start as usize;
    assert!(text.is_char_boundary(body), "body_start {body} of {}", text.len());
    let lies_inside = |span: Span| {
        let Range { start, end } = span.range();
        assert!(start <= end && text.is_char_boundary(start) && text.is_char_boundary(end), "{span:?}");
    };
    for span in front_matter.span.into_iter().chain(front_matter.flaws.iter().map(|flaw| flaw.span)) {
        lies_inside(span);
    }
    for piece in texts(&front_matter) {
        lies_inside(piece.span);
        assert!(piece.span.end as usize <= body, "{piece:?} stands in the body");
    }
    front_matter
}

fn texts(front_matter: &FrontMatter) -> Vec<&Spanned<String>> {
    let FrontMatter { title, description, locale, robots, source_commit, loc_file_id, topic, .. } =
        front_matter;
    let FrontMatter { service, priority, author, slug, article_id, uid, label, .. } = front_matter;
    let singles = [title, description, locale, robots, source_commit, loc_file_id, topic];
    let more = [service, priority, author, slug, article_id, uid, label];
    let lists =
        [&front_matter.custom_ids, &front_matter.tags, &front_matter.collection, &front_matter.redirect_from];
    singles.into_iter().chain(more).flatten().chain(lists.into_iter().flatten()).collect()
}

fn value(field: Option<&Spanned<String>>) -> &str {
    field.map_or("", |field| &field.value)
}

fn values(list: &[Spanned<String>]) -> Vec<&str> {
    list.iter().map(|item| item.value.as_str()).collect()
}

/// The kinds of the flaws, each with the text it points at.
fn flaws<'a>(front_matter: &'a FrontMatter, text: &'a str) -> Vec<(&'a FlawKind, &'a str)> {
    front_matter.flaws.iter().map(|flaw| (&flaw.kind, flaw.span.slice(text))).collect()
}

fn misspelt(written: &str, known: &'static str) -> FlawKind {
    FlawKind::MisspeltKey { written: written.to_owned(), known }
}

fn translated(written: &str, known: &'static str) -> FlawKind {
    FlawKind::TranslatedKey { written: written.to_owned(), known }
}

fn only_syntax(front_matter: &FrontMatter) -> bool {
    !front_matter.flaws.is_empty()
        && front_matter.flaws.iter().all(|flaw| matches!(flaw.kind, FlawKind::Syntax { .. }))
}

const WHOLE: &str = "---
title: ניקוי מטמון הדפדפן
description: 'Ko darīt, ja lapa \"neatveras\"'
ms.author: dana
ROBOTS: NOINDEX, NOFOLLOW
localization_priority: Normal
ms.custom:
- \"0042\"
- getting-started
- 77/78
ms.collection: A_1, B_2
ms.date: 03/08/2021
ms.openlocfilehash: 0A12345678901234567890123456789012345678
ms.sourcegitcommit: abcdef1
ms.translationtype: MT
ms.contentlocale: he-IL
ms.lasthandoff: 2021-03-09T10:00:00Z
ms.locfileid: \"5069\"
ms.topic: article
ms.service: mail
weight: 3
team:
  name: Support
---
# Title
";
