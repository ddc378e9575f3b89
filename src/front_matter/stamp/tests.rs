//! Stamps are written into front matter of every make, and nothing else is touched.

use super::*;

const HASH: &str = "72dd82ee6968b55d1833597e2d6e1638a100c2ea";
const OLD: &str = "0000000000000000000000000000000000000000";
const TODAY: Date = Date { year: 2026, month: 11, day: 21 };

/// With `HASH` and `OLD` for their names.
fn stamped(text: &str, on_existing: OnExisting) -> Result<String, Refusal> {
    let text = text.replace("OLD", OLD);
    let changed = stamp(
        &text,
        Stamp { source_hash: HASH, translated: TODAY, translation_type: None, locale: None, on_existing },
    )?;
    let again = stamp(
        &changed,
        Stamp { source_hash: HASH, translated: TODAY, translation_type: None, locale: None, on_existing },
    );
    assert_eq!(again.as_ref(), Ok(&changed), "once is enough");
    Ok(changed.replace(HASH, "HASH"))
}

#[track_caller]
fn written(before: &str, after: &str) {
    assert_eq!(stamped(before, OnExisting::Keep).as_deref(), Ok(after));
}

#[track_caller]
fn refused(text: &str, why: Refusal) {
    for on_existing in [OnExisting::Keep, OnExisting::Replace] {
        assert_eq!(stamped(text, on_existing), Err(why), "{text}");
    }
}

#[test]
fn two_lines_at_the_end_of_the_block() {
    written(
        "---\ntitle: 'T' # so\n\nlocale: fr-FR\n---\n# T\n",
        "---\ntitle: 'T' # so\n\nlocale: fr-FR\nsource_hash: HASH\ntranslated: 2026-11-21\n---\n# T\n",
    );
    written(
        "\u{feff}---\r\ntitle: T\r\n---\r\n\r\n# T\n",
        "\u{feff}---\r\ntitle: T\r\nsource_hash: HASH\r\ntranslated: 2026-11-21\r\n---\r\n\r\n# T\n",
    );
    written("---\n---\nx", "---\nsource_hash: HASH\ntranslated: 2026-11-21\n---\nx");
    written(
        "---\ndescription: |\n  source_hash: OLD\n...\nx",
        &format!(
            "---\ndescription: |\n  source_hash: {OLD}\nsource_hash: HASH\ntranslated: 2026-11-21\n...\nx"
        ),
    );
}

#[test]
fn the_keys_of_the_file_are_used() {
    written(
        "---\ntitle: T\nms.date: 01/02/2020\n---\n",
        "---\ntitle: T\nms.date: 01/02/2020\nms.openlocfilehash: HASH\nms.lasthandoff: 2026-11-21\n---\n",
    );
    written(
        "---\nms.author: a\ncustom_ids: [1]\n---\n",
        "---\nms.author: a\ncustom_ids: [1]\nsource_hash: HASH\ntranslated: 2026-11-21\n---\n",
    );
    written(
        "---\nlocale: fr\nms.openlocfilehash: OLD\n---\n",
        "---\nlocale: fr\nms.openlocfilehash: HASH\nms.lasthandoff: 2026-11-21\n---\n",
    );
}

#[test]
fn a_value_that_is_there_is_replaced_with_its_quotes_left() {
    written(
        "---\nms.openlocfilehash: \"OLD\"  # of the pipeline\nms.lasthandoff: 01/02/2020\ntitle: T\n---\n",
        "---\nms.openlocfilehash: \"HASH\"  # of the pipeline\nms.lasthandoff: 01/02/2020\ntitle: T\n---\n",
    );
    let changed = stamped(
        "---\nms.openlocfilehash: OLD\nms.lasthandoff: '01/02/2020'\ntitle: T\n---\n",
        OnExisting::Replace,
    );
    assert_eq!(
        changed.as_deref(),
        Ok("---\nms.openlocfilehash: HASH\nms.lasthandoff: '11/21/2026'\ntitle: T\n---\n")
    );
    let changed =
        stamped("---\ntranslated: 2020-01-02T10:00:00Z\r\nsource_hash: OLD\r\n---\n", OnExisting::Replace);
    assert_eq!(changed.as_deref(), Ok("---\ntranslated: 2026-11-21\r\nsource_hash: HASH\r\n---\n"));
}

#[test]
fn an_empty_value_is_filled() {
    for (value, after) in [
        ("", " HASH"),
        (" ", " HASH "),
        (" # to do", " HASH # to do"),
        (" ''", " 'HASH'"),
        (" null", " HASH"),
    ] {
        written(
            &format!("---\nsource_hash:{value}\ntitle: T\ntranslated: 2020-01-02\n---\n"),
            &format!("---\nsource_hash:{after}\ntitle: T\ntranslated: 2020-01-02\n---\n"),
        );
    }
}

#[test]
fn a_block_is_made_where_there_is_none() {
    let block = "---\nsource_hash: HASH\ntranslated: 2026-11-21\n---\n";
    written("# T\n", &format!("{block}\n# T\n"));
    written("", block);
    written("\n\n# T\n", &format!("{block}\n\n# T\n"));
    written("\u{feff}# T\r\nx\n", &format!("\u{feff}{}\r\n# T\r\nx\n", block.replace('\n', "\r\n")));
    written(
        "---\n\nA text between rules.\n\n---\n",
        &format!("{block}\n---\n\nA text between rules.\n\n---\n"),
    );
}

#[test]
fn what_is_not_certain_is_left() {
    refused("---\ntitle: T\n\n# T\n", Refusal::Damaged);
    refused("---\ntitle: \"T\" x\nms.date: 01/02/2020\n---\n# T\n", Refusal::Damaged);
    refused("--- title: T ms.date: 01/02/2020 ms.author: x --- # T", Refusal::Damaged);
    refused("\n\n---\ntitle: T\nms.date: 01/02/2020\n---\n", Refusal::Damaged);
    refused("---\n{title: T}\n---\n", Refusal::Unusual);
    refused("---\n  title: T\n  locale: fr\n---\n", Refusal::Unusual);
    refused("---\n\"source_hash\":\ntitle: T\n---\n", Refusal::Unusual);
    let folded = "---\nsource_hash:\n  OLD1\ntitle: T\n---\n";
    assert_eq!(stamped(folded, OnExisting::Replace), Err(Refusal::Unusual));
}

#[test]
fn what_is_no_hash_is_replaced_only_on_request() {
    for (value, after) in [("TODO", "HASH"), ("\"to do\" # x", "\"HASH\" # x"), ("[a, b]", "HASH")] {
        let text = format!("---\nsource_hash: {value}\ntranslated: then\n---\n");
        assert_eq!(stamped(&text, OnExisting::Keep), Err(Refusal::OtherHash));
        let after = format!("---\nsource_hash: {after}\ntranslated: 2026-11-21\n---\n");
        assert_eq!(stamped(&text, OnExisting::Replace), Ok(after));
    }
    written("---\nsource_hash:\ntranslated: then\n---\n", "---\nsource_hash: HASH\ntranslated: then\n---\n");
}

#[test]
fn toml_has_its_keys_before_the_first_table() {
    let new = "source_hash = \"HASH\"\ntranslated = \"2026-11-21\"\n";
    written("+++\ntitle = \"T\"\n+++\n# T\n", &format!("+++\ntitle = \"T\"\n{new}+++\n# T\n"));
    written("+++\n+++\nx", &format!("+++\n{new}+++\nx"));
    written(
        "+++\ntitle = \"T\"\n\n[extra] # of ours\na = 1\n+++\n",
        &format!("+++\ntitle = \"T\"\n{new}\n[extra] # of ours\na = 1\n+++\n"),
    );
    written("+++\n[extra]\na = 1\n+++\n", &format!("+++\n{new}[extra]\na = 1\n+++\n"));
    written(
        "\u{feff}+++\r\ntitle = 'T'\r\n+++\r\n",
        &format!("\u{feff}+++\r\ntitle = 'T'\r\n{}+++\r\n", new.replace('\n', "\r\n")),
    );
    written(
        "+++\n\"ms.topic\" = \"a\"\n+++\n",
        "+++\n\"ms.topic\" = \"a\"\n\"ms.openlocfilehash\" = \"HASH\"\n\"ms.lasthandoff\" = \"2026-11-21\"\n+++\n",
    );
    let text = "+++\nsource_hash = 'OLD' # so\ntranslated = 2020-01-02\n+++\n";
    written(text, "+++\nsource_hash = 'HASH' # so\ntranslated = 2020-01-02\n+++\n");
    let changed = stamped(text, OnExisting::Replace);
    assert_eq!(changed.as_deref(), Ok("+++\nsource_hash = 'HASH' # so\ntranslated = 2026-11-21\n+++\n"));
    let changed = stamped("+++\nsource_hash = 12\ntranslated = \"\"\n+++\n", OnExisting::Replace);
    assert_eq!(changed.as_deref(), Ok("+++\nsource_hash = \"HASH\"\ntranslated = \"2026-11-21\"\n+++\n"));
}

#[test]
fn json_has_members_more() {
    let new = "\"source_hash\": \"HASH\", \"translated\": \"2026-11-21\"";
    written("{}\nx", &format!("{{{new}}}\nx"));
    written("{\"title\": \"T\"}\n", &format!("{{\"title\": \"T\", {new}}}\n"));
    written(
        "{\r\n  \"title\": \"T\",\r\n  \"a\": {}\r\n}\r\n# T\r\n",
        "{\r\n  \"title\": \"T\",\r\n  \"a\": {},\r\n  \"source_hash\": \"HASH\",\r\n  \"translated\": \"2026-11-21\"\r\n}\r\n# T\r\n",
    );
    written(
        "{\"source_hash\": \"OLD\", \"translated\": \"01/02/2020\"}\n",
        "{\"source_hash\": \"HASH\", \"translated\": \"01/02/2020\"}\n",
    );
    written(
        "{\"source_hash\": \"\", \"translated\": \"x\"}\n",
        "{\"source_hash\": \"HASH\", \"translated\": \"x\"}\n",
    );
}

#[test]
fn what_is_not_certain_of_toml_and_json_is_left() {
    refused("+++\ntitle = T\n+++\n", Refusal::Damaged);
    refused("+++\ntitle = \"T\"\n\n# T\n", Refusal::Damaged);
    refused("{\"title\": \"T\" \"a\": 1}\n", Refusal::Damaged);
    refused("{\"title\": \"T\"} # T\n", Refusal::Damaged);
    refused("{\"source_hash\": null}\n", Refusal::Unusual);
}

#[test]
fn days_are_counted() {
    for (seconds, day) in [
        (0, "1970-01-01"),
        (951_782_399, "2000-02-28"),
        (951_782_400, "2000-02-29"),
        (951_868_800, "2000-03-01"),
        (4_107_542_400, "2100-03-01"),
        (253_402_300_799, "9999-12-31"),
    ] {
        assert_eq!(Date::of_unix_seconds(seconds).map(Date::iso).as_deref(), Some(day));
    }
    assert_eq!(Date::of_unix_seconds(253_402_300_800), None);
    assert_eq!(Date::of_unix_seconds(u64::MAX), None);
}

proptest::proptest! {
    /// Whatever the text, every byte outside the stamp stays.
    #[test]
    fn nothing_is_lost(text in "(\u{feff})?(---\r?\n)?((title|ms.date|source_hash|translated|#|- )?[:\"' a0\n-]{0,9}\r?\n){0,6}(---\n)?(.|\n){0,9}") {
        if let Ok(changed) = stamped(&text, OnExisting::Keep) {
            let lost = |text: &str| text.split(['\n', '\r']).filter(|line| !line.contains("source_hash") && !line.contains("translated")).map(str::to_owned).collect::<Vec<_>>();
            let (before, after) = (lost(&text), lost(&changed));
            let mut rest = after.iter();
            for line in before.iter().map(|line| line.trim_start_matches('\u{feff}')).filter(|line| !line.is_empty()) {
                proptest::prop_assert!(rest.any(|other| other.trim_start_matches('\u{feff}') == line), "{text:?} {changed:?}");
            }
        }
    }
}
