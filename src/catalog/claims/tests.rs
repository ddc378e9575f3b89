//! Tests of article IDs: claims go in, IDs come out.

use super::*;

fn claim<'a>(path: &'a str, locale: u32, id: &str, hash: Option<&'a str>, custom: &[&'a str]) -> Claim<'a> {
    Claim {
        path,
        locale: LocaleIndex(locale),
        id: id.to_owned(),
        by_place: None,
        spelling: path.split_once('/').map_or(path, |(_, below)| below),
        standing: Standing::First,
        source_hash: hash,
        custom_ids: custom.to_vec(),
        text: path,
    }
}

fn ids<'c>(claims: impl IntoIterator<Item = Claim<'c>>) -> Vec<String> {
    assign(&claims.into_iter().collect(), None).into_iter().map(|assigned| assigned.id).collect()
}

#[test]
fn one_file_a_locale_is_one_article_whatever_the_case() {
    let claims = [claim("a", 0, "Reset", None, &[]), claim("b", 1, "reset", Some("x"), &[])];
    assert_eq!(ids(claims), ["Reset", "Reset"]);
}

#[test]
fn files_that_claim_one_id_are_paired_by_hash_then_by_custom_ids() {
    let claims = [
        claim("he/1.md", 0, "help", Some("x"), &[]),
        claim("he/2.md", 0, "help", Some("y"), &["7"]),
        claim("lv/3.md", 1, "help", Some("x"), &[]),
        claim("lv/4.md", 1, "help", Some("z"), &["7"]),
    ];
    let claims = claims.into_iter().collect();
    let assigned = assign(&claims, None);
    let ids: Vec<&str> = assigned.iter().map(|assigned| assigned.id.as_str()).collect();
    assert_eq!(ids, ["help", "help-2", "help", "help-2"]);
    assert_eq!(assigned[ArticleIndex(3)].taken_by, Some(ArticleIndex(0)));
}

#[test]
fn no_file_is_lost() {
    let claims = [
        claim("x/a.md", 0, "t", None, &[]),
        claim("y/a.md", 0, "t", None, &[]),
        claim("z/a.md", 0, "t", None, &[]),
    ];
    assert_eq!(ids(claims), ["t", "t-a", "t-a-2"]);
}

#[test]
fn only_the_locale_with_two_files_has_a_problem() {
    let claims = [
        claim("de/a.md", 0, "a", Some("old"), &[]),
        claim("en/A.md", 1, "A", Some("x"), &[]),
        claim("en/a.md", 1, "a", None, &[]),
        claim("fr/a.md", 2, "a", None, &["7"]),
        claim("he/A.md", 3, "A", Some("x"), &[]),
    ];
    assert_eq!(ids(claims), ["a", "A-A", "a", "a", "a"]);
}

#[test]
fn the_hash_of_the_source_itself_counts() {
    let text = "---\ntitle: A\n---\n";
    let [hash, ..] = source_hashes(text);
    let original = Claim { text, ..claim("en/2.md", 1, "t", None, &[]) };
    let claims = [claim("de/1.md", 0, "t", Some(&hash), &[]), claim("en/0.md", 1, "t", None, &[]), original];
    assert_eq!(ids(claims), ["t", "t-0", "t"]);
}

#[test]
fn a_copied_id_leaves_a_translation_where_its_place_is() {
    let at_its_place = |claim: Claim<'static>, id: &str| Claim { by_place: Some(id.to_owned()), ..claim };
    let claims = [
        at_its_place(claim("de/a.md", 0, "x", None, &[]), "a"),
        at_its_place(claim("de/b.md", 0, "x", None, &[]), "b"),
        at_its_place(claim("de/c.md", 0, "x", None, &[]), "c"),
        at_its_place(claim("en/a.md", 1, "x", None, &[]), "a"),
        claim("en/b.md", 1, "b", None, &[]),
    ];
    assert_eq!(ids(claims), ["x", "b", "x-c", "x", "b"]);
}

#[test]
fn the_work_does_not_grow_with_the_square_of_claims() {
    let paths: Vec<String> = (0..30_000).map(|number| format!("{number:05}/a.md")).collect();
    let claims: Vec<Claim<'_>> = paths.iter().map(|path| claim(path, 0, "t", None, &[])).collect();
    assert_eq!(ids(claims).last().unwrap(), "t-a-29999");
}
