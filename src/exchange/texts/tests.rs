//! Names and messages go out, are translated, and come back.

use crate::exchange::original::Made;
use crate::exchange::returned::ReturnedUnit;
use crate::exchange::unit::{Content, Piece, TargetState, Unit};
use crate::locale::Locale;

use super::*;

const TOC: &str = "# Help\n- name: Billing\n  href: billing.md # first\n  items:\n  - name: 'Pay: how'\n    href: pay.md\n  - {name: \"Refunds\", href: refunds.md}\n- name: More\n  items:\n    - href: other.md\n      name: Other\n";

const PAGES: &str = "title: First steps # here\narrange:\n- Start: start.md\nnav:\n  - \"Pay: how\": pay.md\n  - ...\n  - other.md\n  - More:\n    - Refunds: refunds.md\n    - Refunds: refunds.md\n";

const CURRENT: &str = "{\n  \"sidebar.docs.category.Billing\": {\n    \"message\": \"Billing\",\n    \"description\": \"The label for category Billing\"\n  },\n\t\"version.label\": {\"message\": \"Next \\u2192 \\\"new\\\"\"}\n}\n";

const FTL: &str = "### All messages\n\n# A greeting\nhello = Hello, { $name }!\n    .title = A greeting\nmails = You have { $count ->\n    [one] one mail\n   *[other] { $count } mails\n} today.\n-brand = Faqtory\nlong = First line\n    second line\nboth = { $a ->\n    [one] One\n   *[other] Many\n} of { $b ->\n   *[x] X\n}\n";

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

fn messages(target: &str) -> TextsForm {
    TextsForm::Messages { source: locale("en-US"), target: locale(target) }
}

fn original<'a>(form: &'a TextsForm, source: &'a str) -> TextsOriginal<'a> {
    TextsOriginal { form, source, older: None, translation: None, made: Made::ByHuman }
}

/// Each unit with what `said` makes of its text, and what was filled in.
fn returned(units: Vec<Unit>, said: &dyn Fn(&Unit) -> Content) -> Vec<ReturnedUnit> {
    let one = |unit: Unit| {
        let target = unit.target.clone().unwrap_or_else(|| said(&unit));
        ReturnedUnit {
            id: unit.id,
            line: 1,
            source: unit.source,
            target: Some(target),
            state: TargetState::Translated,
        }
    };
    units.into_iter().map(one).collect()
}

/// In capital letters.
fn loud(unit: &Unit) -> Content {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => Piece::Text(text.to_uppercase()),
        code => code.clone(),
    };
    Content(unit.source.0.iter().map(piece).collect())
}

fn composed(original: &TextsOriginal<'_>, said: &dyn Fn(&Unit) -> Content) -> String {
    let units = text_units(original).unwrap();
    compose_texts(original, &returned(units, said)).unwrap().text
}

#[test]
fn what_nobody_touched_comes_back() {
    for end in ["\n", "\r\n"] {
        let forms = [
            (TextsForm::Names(NamesFile::Toc), TOC),
            (TextsForm::Names(NamesFile::Pages), PAGES),
            (TextsForm::Names(NamesFile::Translations), CURRENT),
            (messages("en-GB"), FTL),
        ];
        for (form, text) in forms {
            let text = format!("\u{feff}{}", text.replace('\n', end));
            assert_eq!(composed(&original(&form, &text), &|unit| unit.source.clone()), text);
            if form == messages("en-GB") {
                continue;
            }
            // Other words stand where the old ones did.
            let loud = composed(&original(&form, &text), &loud);
            assert_eq!(loud.lines().count(), text.lines().count(), "{loud}");
            assert!(loud.starts_with(&text[..3]), "{loud}");
        }
    }
}

#[test]
fn all_that_is_shipped_goes_out_and_comes_back() {
    for file in crate::messages::embedded() {
        let form = TextsForm::Messages { source: file.locale.clone(), target: file.locale.clone() };
        let original = original(&form, &file.text);
        let units = text_units(&original).unwrap_or_else(|fault| panic!("{}: {fault}", file.path));
        let back = compose_texts(&original, &returned(units, &|unit| unit.source.clone()));
        let back = back.unwrap_or_else(|refusals| panic!("{}: {refusals:?}", file.path)).text;
        assert!(file.locale.tag() != "en-US" || back == file.text, "{}", file.path);
        // Other words are read as they came back.
        let units = text_units(&original).unwrap_or_default();
        if let Err(refusals) = compose_texts(&original, &returned(units, &loud)) {
            panic!("{}: {refusals:?}", file.path);
        }
    }
}

#[test]
fn names_keep_their_quotes_and_what_they_lead_to() {
    let form = TextsForm::Names(NamesFile::Toc);
    insta::assert_snapshot!(composed(&original(&form, TOC), &loud), @r##"
# Help
- name: BILLING
  href: billing.md # first
  items:
  - name: 'PAY: HOW'
    href: pay.md
  - {name: "REFUNDS", href: refunds.md}
- name: MORE
  items:
    - href: other.md
      name: OTHER
"##);
    let said = ["yes", "a: b", "l'été", "[x]", "#5"];
    let mut units = returned(text_units(&original(&form, TOC)).unwrap(), &loud);
    for (unit, said) in units.iter_mut().zip(said) {
        unit.target = Some(Content(vec![Piece::Text(said.to_owned())]));
    }
    insta::assert_snapshot!(compose_texts(&original(&form, TOC), &units).unwrap().text, @r##"
    # Help
    - name: "yes"
      href: billing.md # first
      items:
      - name: 'a: b'
        href: pay.md
      - {name: "l'été", href: refunds.md}
    - name: "[x]"
      items:
        - href: other.md
          name: "#5"
    "##);
}

#[test]
fn names_of_other_generators_keep_what_they_lead_to() {
    let form = TextsForm::Names(NamesFile::Pages);
    insta::assert_snapshot!(composed(&original(&form, PAGES), &loud), @r##"
    title: FIRST STEPS # here
    arrange:
    - START: start.md
    nav:
      - "PAY: HOW": pay.md
      - ...
      - other.md
      - MORE:
        - REFUNDS: refunds.md
        - REFUNDS: refunds.md
    "##);
    let form = TextsForm::Names(NamesFile::Translations);
    insta::assert_snapshot!(composed(&original(&form, CURRENT), &loud), @r#"
    {
      "sidebar.docs.category.Billing": {
        "message": "BILLING",
        "description": "The label for category Billing"
      },
    	"version.label": {"message": "NEXT → \"NEW\""}
    }
    "#);
    let notes: Vec<String> = text_units(&original(&form, CURRENT))
        .unwrap()
        .into_iter()
        .flat_map(|unit| unit.notes.into_iter().map(|note| note.text))
        .collect();
    assert_eq!(notes, ["The label for category Billing", "name of a folder"]);
    // What a file says twice, or in a way that no text can take the place of.
    let fault = |file: NamesFile, text: &str| {
        text_units(&original(&TextsForm::Names(file), text)).unwrap_err().to_string()
    };
    assert_eq!(fault(NamesFile::Pages, "title: >\n  A\n  b\n"), "line 2: a name as a block of lines");
    assert_eq!(fault(NamesFile::Pages, "title: &x A\n"), "line 1: an anchor or an alias of YAML");
    assert!(fault(NamesFile::Translations, "{\n\"a\": {\"message\": \"b\"\n").starts_with("line "));
}

#[test]
fn the_structure_is_that_of_the_new_source() {
    let old =
        "- name: Billing\n  href: billing.md\n- name: Gone\n  href: gone.md\n- name: Pay\n  href: pay.md\n";
    let own = "- name: Rechnung\n  href: billing.md\n- name: Fort\n  href: gone.md\n- name: Zahlen\n  href: pay.md\n";
    let form = TextsForm::Names(NamesFile::Toc);
    let original = TextsOriginal { older: Some(old), translation: Some(own), ..original(&form, TOC) };
    insta::assert_snapshot!(composed(&original, &loud), @r##"
# Help
- name: Rechnung
  href: billing.md # first
  items:
  - name: 'PAY: HOW'
    href: pay.md
  - {name: "REFUNDS", href: refunds.md}
- name: MORE
  items:
    - href: other.md
      name: OTHER
"##);
    let open: Vec<String> = text_units(&original)
        .unwrap()
        .into_iter()
        .filter(|unit| unit.target.is_none())
        .map(|unit| unit.source.text())
        .collect();
    assert_eq!(open, ["Pay: how", "Refunds", "More", "Other"], "`Pay` is another name now");
    // Nobody knows what it was made from: it is shown, and nothing is filled in.
    let unknown = TextsOriginal { older: None, ..original };
    let units = text_units(&unknown).unwrap();
    assert!(units.iter().all(|unit| unit.target.is_none()));
    assert_eq!(
        units.iter().filter_map(|unit| unit.previous.as_ref()).map(|it| it.target.text()).collect::<Vec<_>>(),
        ["Rechnung", "Zahlen"]
    );
}

#[test]
fn what_cannot_be_taken_back_is_not_handed_off() {
    for (form, text, message) in [
        (
            TextsForm::Names(NamesFile::Toc),
            "- name: &a A\n  href: a.md\n",
            "line 1: an anchor or an alias of YAML",
        ),
        (TextsForm::Names(NamesFile::Toc), "- name: A\n  name: B\n", "line 2: the key `name` appears twice"),
        (TextsForm::Names(NamesFile::Toc), "- name: |\n    A\n", "line 2: a name as a block of lines"),
        (TextsForm::Names(NamesFile::Toc), "- name: [\n", "line 1: "),
        (messages("lv-LV"), "a = A\nb = { $x\n", "line 2: "),
        (messages("lv-LV"), "a = A\na = B\n", "line 2: the message `a` appears twice"),
    ] {
        let fault = text_units(&original(&form, text)).unwrap_err().to_string();
        assert!(fault.starts_with(message), "{text}: {fault}");
    }
    let deep = "a = ".to_owned() + &"{ ".repeat(300);
    assert!(text_units(&original(&messages("lv-LV"), &deep)).unwrap_err().to_string().contains("brackets"));
}

#[test]
fn plural_forms_are_those_of_the_translation() {
    let shown = |tag: &str| {
        let form = messages(tag);
        let units = text_units(&original(&form, FTL)).unwrap();
        let lines = units.iter().filter(|unit| unit.id.starts_with("mails"));
        let line = |unit: &Unit| {
            format!(
                "{}: {} ({} codes; {})",
                unit.id,
                unit.source.text(),
                unit.source.codes().count(),
                unit.notes[0].text
            )
        };
        lines.map(line).collect::<Vec<_>>().join("\n") + "\n" + &composed(&original(&form, FTL), &loud)
    };
    insta::assert_snapshot!(shown("pl-PL"), @r##"
mails:one: You have one mail today. (0 codes; plural form “one” of $count: 1)
mails:few: You have  mails today. (1 codes; plural form “few” of $count: 2, 3, 4, 22, 23, 24, …)
mails:many: You have  mails today. (1 codes; plural form “many” of $count: 0, 5, 6, 7, 8, 9, …)
mails:other: You have  mails today. (1 codes; plural form “other” of $count)
### All messages

# A greeting
hello = HELLO, { $name }!
    .title = A GREETING
mails = { $count ->
        [one] YOU HAVE ONE MAIL TODAY.
        [few] YOU HAVE { $count } MAILS TODAY.
        [many] YOU HAVE { $count } MAILS TODAY.
       *[other] YOU HAVE { $count } MAILS TODAY.
    }
-brand = FAQTORY
long = FIRST LINE SECOND LINE
both = { $a ->
    [one] ONE
   *[other] MANY
} OF { $b ->
   *[x] X
}
"##);
    insta::assert_snapshot!(shown("ja-JP"), @r##"
mails:other: You have  mails today. (1 codes; plural form “other” of $count: 0, 1, 2, 3, 4, 5, …)
### All messages

# A greeting
hello = HELLO, { $name }!
    .title = A GREETING
mails = YOU HAVE { $count } MAILS TODAY.
-brand = FAQTORY
long = FIRST LINE SECOND LINE
both = { $a ->
    [one] ONE
   *[other] MANY
} OF { $b ->
   *[x] X
}
"##);
}

#[test]
fn a_variable_is_not_lost_and_braces_are_text() {
    let form = messages("de-DE");
    let original = original(&form, "hello = Hello, { $name }!\n");
    let mut units = returned(text_units(&original).unwrap(), &loud);
    units[0].target = Some(Content(vec![Piece::Text("Hallo!".to_owned())]));
    let refusals = compose_texts(&original, &units).unwrap_err();
    assert_eq!(format!("{:?}", refusals[0].kind), "CodeLost(\"{ $name }\")");
    let mut target = units[0].source.clone();
    target.0.push(Piece::Text(" {x} .y [z]".to_owned()));
    units[0].target = Some(target);
    assert_eq!(
        compose_texts(&original, &units).unwrap().text,
        "hello = Hello, { $name }! { \"{\" }x{ \"}\" } .y [z]\n"
    );
}

#[test]
fn old_messages_hold_where_the_source_has_not_changed() {
    let old = FTL.replace("Hello", "Hi");
    let own = "hello = Hallo { $name }!\n    .title = Ein Gruß\nmails =\n    { $count ->\n        [one] Eine Nachricht heute.\n       *[other] { $count } Nachrichten heute.\n    }\n-brand = Faqtory\nlong = Erste\n    Zeile\nown = Eigene\n";
    let form = messages("de-DE");
    let original = TextsOriginal { older: Some(&old), translation: Some(own), ..original(&form, FTL) };
    insta::assert_snapshot!(composed(&original, &loud), @r##"
### All messages

# A greeting
hello = HELLO, { $name }!
    .title = Ein Gruß
mails = { $count ->
        [one] Eine Nachricht heute.
       *[other] { $count } Nachrichten heute.
    }
-brand = Faqtory
long = Erste
    Zeile
both = { $a ->
    [one] ONE
   *[other] MANY
} OF { $b ->
   *[x] X
}

own = Eigene
"##);
}

proptest::proptest! {
    #[test]
    fn nothing_panics(text in "[-a-z{}\\[\\]*.:=>\\$\"# \n'&|]{0,60}") {
        for form in [TextsForm::Names(NamesFile::Toc), messages("pl-PL")] {
            let original = TextsOriginal { older: Some(&text), translation: Some(TOC), ..original(&form, &text) };
            if let Ok(units) = text_units(&original) {
                drop(compose_texts(&original, &returned(units, &loud)));
            }
        }
    }

    #[test]
    fn any_name_is_read_as_it_came_back(name in "[a-z:#'\"\\\\{}\\[\\]&*!|>%@` ,=~0-9-]{1,12}") {
        let content = Content(vec![Piece::Text(name.clone())]).normal();
        if !content.text().is_empty() {
            let form = TextsForm::Names(NamesFile::Toc);
            for source in ["- name: A\n  href: a.md\n", "- {name: A, href: a.md}\n", "- name: 'A'\n", "- name: \"A\"\n"] {
                let original = original(&form, source);
                let said = |_: &Unit| content.clone();
                proptest::prop_assert!(compose_texts(&original, &returned(text_units(&original).unwrap(), &said)).is_ok(), "{name:?}");
            }
        }
    }
}
