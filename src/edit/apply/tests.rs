//! Fixes are put into texts: by example, and at random against a plain model.

use proptest::prelude::*;

use super::*;
use crate::diagnostic::{Applicability, Span};

fn fix(edits: &[(usize, usize, &str)]) -> Fix {
    let edit = |&(start, end, text): &(usize, usize, &str)| Edit {
        span: Span { start: u32::try_from(start).unwrap(), end: u32::try_from(end).unwrap() },
        text: text.to_owned(),
    };
    Fix { applicability: Applicability::Safe, edits: edits.iter().map(edit).collect() }
}

fn applied(text: &str, fixes: &[Fix]) -> (String, Vec<usize>) {
    let edited = apply(text, &fixes.iter().collect::<Vec<_>>());
    (edited.text, edited.applied)
}

#[test]
fn fixes_that_lie_apart_are_applied_together() {
    let fixes = [fix(&[(4, 5, "E")]), fix(&[(0, 1, "A"), (2, 3, "")]), fix(&[(7, 7, "!")])];
    assert_eq!(applied("abcdefg", &fixes), ("AbdEfg!".into(), vec![0, 1, 2]));
}

#[test]
fn of_two_that_meet_the_first_is_applied() {
    let overlap = [fix(&[(1, 3, "x")]), fix(&[(2, 4, "y")])];
    assert_eq!(applied("abcdef", &overlap), ("axdef".into(), vec![0]));
    let touch = [fix(&[(2, 4, "y")]), fix(&[(0, 2, "x")])];
    assert_eq!(applied("abcdef", &touch), ("xcdef".into(), vec![1]));
    let inside = [fix(&[(0, 6, "x")]), fix(&[(2, 3, "y")])];
    assert_eq!(applied("abcdef", &inside), ("x".into(), vec![0]));
    let same_place = [fix(&[(2, 2, "x")]), fix(&[(2, 2, "y")])];
    assert_eq!(applied("abcdef", &same_place), ("abxcdef".into(), vec![0]));
    // As a whole or not at all.
    let halves = [fix(&[(3, 4, "y")]), fix(&[(0, 1, "x"), (3, 5, "z")])];
    assert_eq!(applied("abcdef", &halves).1, [1]);
    let mut unsafe_first = [fix(&[(0, 2, "x")]), fix(&[(1, 3, "y")])];
    unsafe_first[0].applicability = Applicability::Unsafe;
    assert_eq!(applied("abcdef", &unsafe_first), ("aydef".into(), vec![1]), "safe before unsafe");
}

#[test]
fn the_same_edit_is_made_once() {
    let same = [fix(&[(1, 2, "x")]), fix(&[(1, 2, "x")]), fix(&[(1, 2, "x"), (4, 4, "y")])];
    assert_eq!(applied("abcdef", &same), ("axcdyef".into(), vec![0, 1, 2]));
    let insertions = [fix(&[(0, 0, "x\n")]), fix(&[(0, 0, "x\n")])];
    assert_eq!(applied("abc", &insertions), ("x\nabc".into(), vec![0, 1]));
    let in_one = [fix(&[(1, 2, "x"), (1, 2, "x")])];
    assert_eq!(applied("abc", &in_one), ("axc".into(), vec![0]));
}

#[test]
fn one_fix_may_edit_side_by_side() {
    assert_eq!(applied("abc", &[fix(&[(1, 1, "<"), (1, 2, "B"), (2, 2, ">")])]), ("a<B>c".into(), vec![0]));
}

#[test]
fn what_cannot_be_meant_is_left() {
    let text = "\u{feff}é b";
    for edits in [
        &[][..],
        &[(9, 9, "x")],
        &[(4, 5, "x")],
        &[(5, 3, "x")],
        &[(0, 0, "x")],
        &[(5, 6, " ")],
        &[(5, 7, "x"), (6, 7, "y")],
        &[(6, 6, "x"), (6, 6, "y")],
    ] {
        assert_eq!(applied(text, &[fix(edits)]), (text.to_owned(), vec![]), "{edits:?}");
    }
}

#[test]
fn of_several_byte_order_marks_one_stays() {
    let marks = "\u{feff}\u{feff}---";
    assert_eq!(applied(marks, &[fix(&[(3, 9, "---")])]).0, "\u{feff}---");
    assert_eq!(applied(marks, &[fix(&[(0, 6, "")])]).1, [0; 0]);
}

#[test]
fn line_ends_stay_those_of_the_file() {
    assert_eq!(applied("a\r\nb\r\n", &[fix(&[(0, 1, "x\ny\r\nz")])]).0, "x\r\ny\r\nz\r\nb\r\n");
    assert_eq!(applied("a\nb\n", &[fix(&[(0, 1, "x\ny")])]).0, "x\ny\nb\n");
}

/// Fixes of one to three edits anywhere in a text of `length` bytes and a little beyond.
fn fixes(length: usize) -> impl Strategy<Value = Vec<Fix>> {
    let edit = (0..length + 2, 0usize..6, "[xyéא\n]{0,3}");
    let one = (prop::collection::vec(edit, 1..4), any::<bool>()).prop_map(|(edits, is_safe)| Fix {
        applicability: if is_safe { Applicability::Safe } else { Applicability::Unsafe },
        edits: edits
            .into_iter()
            .map(|(start, length, text)| Edit { span: Span::new(start, start + length), text })
            .collect(),
    });
    prop::collection::vec(one, 0..12)
}

proptest! {
    #[test]
    fn nothing_but_the_edits_changes(
        (text, fixes) in "(\u{feff})?[abé日א \r\n]{0,40}".prop_flat_map(|text| { let length = text.len(); (Just(text), fixes(length)) })
    ) {
        let edited = apply(&text, &fixes.iter().collect::<Vec<_>>());
        // The same by the plainest means: every edit once, from the back, on bytes.
        let mut edits: Vec<Edit> =
            edited.applied.iter().filter_map(|&at| prepare(&text, &fixes[at], line_end::of_first_line(&text))).flatten().collect();
        edits.sort();
        edits.dedup();
        for pair in edits.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start, "overlap: {pair:?}");
        }
        let mut bytes = text.clone().into_bytes();
        for edit in edits.iter().rev() {
            bytes.splice(edit.span.range(), edit.text.bytes());
        }
        prop_assert_eq!(edited.text.as_bytes(), &bytes[..]);
        prop_assert_eq!(text.starts_with('\u{feff}'), edited.text.starts_with('\u{feff}'));
        // Nothing is left out without a reason: what was not applied meets something, or can never be.
        let is_free = |edit: &Edit| edits.iter().all(|other| {
            other == edit || other.span.end < edit.span.start || edit.span.end < other.span.start
        });
        for (at, fix) in fixes.iter().enumerate().filter(|(at, _)| !edited.applied.contains(at)) {
            if let Some(own) = prepare(&text, fix, line_end::of_first_line(&text)) {
                prop_assert!(!own.iter().all(is_free), "{at} was left out: {own:?}, {edits:?}");
            }
        }
    }
}
