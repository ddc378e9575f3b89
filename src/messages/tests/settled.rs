//! Messages of a project and its theme that cannot be shown: what is reported, and what stands in.

use std::fmt::Write as _;

use super::*;

/// The shipped messages, a theme's and a project's.
fn project(theme: &[(&str, &str)], own: &[(&str, &str)]) -> (Messages, Vec<MessageProblem>) {
    Messages::new(vec![embedded(), layer(theme), layer(own)])
}

/// What is reported of one file of a project, and what `key` is in its locale.
fn german(file: &str) -> (String, Messages) {
    let (messages, problems) = project(&[], &[("de-DE", file)]);
    (listed(&problems, file), messages)
}

#[test]
fn what_cannot_be_shown_is_reported_and_the_shipped_message_stands_in() {
    let file = "\
home = { $x }
breadcrumbs = { hme }
all-articles = { all-articles }
contents = { -t }
-t = { -t }
skip-to-content = { NOPE() }
sections = { contents.title }
related-articles = { updated } { $date }
updated = { print.x }
copy-link = { NUMBER(1, digits: 2) }
print = { NUMBER() }
draft =
    .label = Entwurf
";
    let keys: Vec<&str> = file.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect();
    let (reported, messages) = german(file);
    insta::assert_snapshot!(reported, @r#"
    de-DE.ftl de-DE "all-articles": message `all-articles` refers to itself, directly or through others
    de-DE.ftl de-DE "breadcrumbs": message `breadcrumbs` refers to `hme`, which does not exist
    de-DE.ftl de-DE "t": term `-t` refers to itself, directly or through others
    de-DE.ftl de-DE "contents": message `contents` refers to `-t`, which cannot be used itself
    de-DE.ftl de-DE "copy-link": a message with an option that `NUMBER` does not support is not supported
    de-DE.ftl de-DE "draft": a message with only attributes is not supported
    de-DE.ftl de-DE "home": message `home` uses `$x`, which the source does not have
    de-DE.ftl de-DE "print": a message with `NUMBER` with anything but one value is not supported
    de-DE.ftl de-DE "updated": message `updated` refers to `print.x`, which does not exist
    de-DE.ftl de-DE "related-articles": message `related-articles` uses `$date`, which the source does not have
    de-DE.ftl de-DE "sections": message `sections` refers to `contents.title`, which does not exist
    de-DE.ftl de-DE "skip-to-content": message `skip-to-content` calls `NOPE()`, a function that does not exist
    "#);
    let bundle = messages.bundle(&locale("de-DE"));
    let shipped = shipped().bundle(&locale("de-DE"));
    for key in keys {
        assert_eq!(bundle.text(key, &[]), shipped.text(key, &[]), "{key}");
    }
}

#[test]
fn no_message_shows_more_than_a_page_can_bear() {
    let quoted = |bytes| format!("half = {}\nhome = {}\n", "x".repeat(bytes), "{ half }".repeat(98));
    let given = format!("-b = {}\nhome = {{ -b(x: \"{}\") }}\n", "{ $x }".repeat(98), "x".repeat(1_000));
    let literal = format!("home = {{ \"{}\" }}\n", "x".repeat(70_000));
    for file in [quoted(1_000), given, literal] {
        let (reported, messages) = german(&file);
        assert_eq!(
            reported.trim_end(),
            "de-DE.ftl de-DE \"home\": a message with more than 64 KiB of text (including what it refers to) is not supported"
        );
        let locale = locale("de-DE");
        assert_eq!(messages.bundle(&locale).text("home", &[]), shipped().bundle(&locale).text("home", &[]));
    }
    assert_eq!(german(&quoted(500)).0, "");
}

#[test]
fn what_is_quoted_counts() {
    let many = "{ $language }".repeat(51);
    let file = format!("half = {many}\nnotice-fallback = {{ half }}{{ half }}\nhome = {{ half }}\n");
    let (reported, _) = german(&file);
    insta::assert_snapshot!(reported, @r#"
    de-DE.ftl de-DE "home": message `home` uses `$language`, which the source does not have
    de-DE.ftl de-DE "notice-fallback": a message with more than 100 placeables (including what it refers to) is not supported
    "#);

    let mut chain = String::new();
    for number in 0..50_000 {
        writeln!(chain, "m{number} = {{ m{} }}", number + 1).unwrap();
    }
    chain.push_str("m50000 = end\n");
    let (messages, problems) = project(&[], &[("en-US", &chain)]);
    assert_eq!(problems.len(), 50_000 - 100);
    assert_eq!(text(&messages.bundle(&locale("en-US")), "m49900", &[]), "end");
}

#[test]
fn what_is_sound_stays() {
    let file = "\
-brand = { $case ->
   *[nominative] Firma
    [genitive] Firmas
 }
    .gender = feminine
home = { -brand } { -brand(case: \"genitive\") } { back-to-home.title } { -brand.gender ->
    [feminine] die
   *[other] das
 }
back-to-home = Zurück { back-to-home.title }
    .title = nach Hause
articles-count = { NUMBER($count, minimumFractionDigits: 2, useGrouping: \"false\") } { home }
own = { $anything }
";
    let (reported, messages) = german(file);
    assert_eq!(reported, "");
    let bundle = messages.bundle(&locale("de-DE"));
    assert_eq!(text(&bundle, "home", &[]), "Firma Firmas nach Hause die");
    assert_eq!(text(&bundle, "back-to-home", &[]), "Zurück nach Hause");
    let count = [("count", Arg::Number(1234))];
    assert_eq!(text(&bundle, "articles-count", &count), "1234,00 Firma Firmas nach Hause die");
    assert_eq!(text(&bundle, "own", &[("anything", Arg::Text("x"))]), "x");
}

#[test]
fn terms_show_only_what_they_are_given() {
    let file = "\
-product = { $name } App
-both = { -product(name: \"x\") } { $more }
home = { -product }
menu = { -product(name: \"Fritz\") }
contents = { -both(more: \"y\") }
print = { -menu }
";
    let (reported, messages) = german(file);
    insta::assert_snapshot!(reported, @r#"
    de-DE.ftl de-DE "both": a message with variables in a term that refers to another is not supported
    de-DE.ftl de-DE "contents": message `contents` refers to `-both`, which cannot be used itself
    de-DE.ftl de-DE "home": message `home` refers to `-product`, which needs a value for `$name`
    de-DE.ftl de-DE "print": message `print` refers to `-menu`, which does not exist
    "#);
    assert_eq!(text(&messages.bundle(&locale("de-DE")), "menu", &[]), "Fritz App");
}

#[test]
fn names_of_another_kind_are_taken() {
    let (reported, messages) = german("-home = Heim\nNUMBER = 7\n-new = Neu\nmenu = { -new }\n");
    insta::assert_snapshot!(reported, @r#"
    de-DE.ftl de-DE "home": a message with the name of a message, term or function of another kind is not supported
    de-DE.ftl de-DE "NUMBER": a message with the name of a message, term or function of another kind is not supported
    "#);
    let bundle = messages.bundle(&locale("de-DE"));
    assert_eq!(text(&bundle, "home", &[]), text(&shipped().bundle(&locale("de-DE")), "home", &[]));
    assert_eq!(text(&bundle, "menu", &[]), "Neu");
}

#[test]
fn the_source_itself_may_only_use_what_templates_give() {
    let file = "home = { $x }\nown = { $y }\narticles-count = Many\n";
    let (messages, problems) = project(&[], &[("en-US", file), ("de-DE", "own = { $z } { $y }\n")]);
    let reported: Vec<String> = problems.iter().map(|problem| problem.kind.to_string()).collect();
    assert_eq!(
        reported,
        [
            "message `own` uses `$z`, which the source does not have",
            "message `home` uses `$x`, which the source does not have"
        ]
    );
    let bundle = messages.bundle(&locale("en-US"));
    assert_eq!(text(&bundle, "home", &[]), text(&shipped().bundle(&locale("en-US")), "home", &[]));
    assert_eq!(text(&bundle, "articles-count", &[]), "Many");

    // Templates of a theme may give more.
    let (messages, problems) =
        project(&[("en-US", "home = Home of { $x }\n")], &[("de-DE", "home = Heim von { $x }\n")]);
    assert_eq!(problems, []);
    assert_eq!(text(&messages.bundle(&locale("de-DE")), "home", &[("x", Arg::Text("X"))]), "Heim von X");
}

#[test]
fn a_layer_below_stands_in_then_another_locale_then_the_key() {
    let (messages, _) = project(
        &[("de-DE", "home = Thema\n"), ("en-US", "ask = Ask us\nsay = Say\n")],
        &[
            ("de-DE", "home = { $x }\nask = { nope }\n"),
            ("en-US", "say = { $x }\nalone = { nope }\njunk = { $x\n"),
        ],
    );
    let bundle = messages.bundle(&locale("de-DE"));
    assert_eq!(text(&bundle, "home", &[]), "Thema");
    assert_eq!(bundle.html("ask", &[]).unwrap(), "<span lang=\"en-US\" dir=\"ltr\">Ask us</span>");
    assert_eq!(text(&bundle, "say", &[]), "Say");
    // They are written, but no version of them can be shown.
    assert_eq!([text(&bundle, "alone", &[]), text(&bundle, "junk", &[])], ["alone", "junk"]);
    assert!(bundle.text("never-written", &[]).is_err());
}

#[test]
fn one_flaw_is_one_finding() {
    let (messages, problems) = project(&[], &[("de-DE", "home = { $x }\nmenu = { nope }\nprint = { $x\n")]);
    assert_eq!(problems.len(), 3);
    let compared = |messages: &Messages| {
        let problems = messages.lint(&locale(SOURCE), &locale("de-DE"));
        problems.into_iter().map(|problem| problem.kind).collect::<Vec<_>>()
    };
    assert_eq!(compared(&messages), compared(&shipped()));
}

#[test]
fn a_flipped_byte_never_stops_a_page() {
    let source = embedded().into_iter().find(|file| file.path.ends_with("locales/en-US/main.ftl")).unwrap();
    let is_near = |file: &MessageFile| ["de-DE", "en-US", "fr-FR"].contains(&file.locale.tag());
    let below: Vec<MessageFile> = embedded().into_iter().filter(is_near).collect();
    let (shipped, _) = Messages::new(vec![below.clone()]);
    let definitions = &shipped.locales[SOURCE].definitions;
    let step = source.text.len() / 150;
    for (round, at) in (0..source.text.len()).step_by(step).enumerate() {
        let mut bytes = source.text.clone().into_bytes();
        let with = [b'{', b'}', b'$', b'=', b'-', b'\n', b'x', 0][round % 8];
        let end = bytes.len().min(at + 3);
        bytes[at..end].fill(with);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let own = layer(&[("de-DE", &text), ("en-US", &text)]);
        let (messages, _) = Messages::new(vec![below.clone(), Vec::new(), own]);
        for tag in ["de-DE", "fr-FR"] {
            let bundle = messages.bundle(&locale(tag));
            for (key, definition) in definitions {
                let arg = |name: &str| if name == "count" { Arg::Number(3) } else { Arg::Text("x") };
                let args: Vec<_> = definition.variables.iter().map(|name| (&**name, arg(name))).collect();
                assert!(bundle.html(key, &args).is_ok(), "{at} {tag} {key}");
            }
        }
    }
}
