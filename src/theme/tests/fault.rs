//! What the author of a theme reads when a template is wrong.

use super::*;

/// What is said about a theme with these templates when it is loaded, or renders a full article.
fn said(templates: &[(&str, &str)]) -> String {
    let files: Vec<_> = templates.iter().map(|(name, text)| (format!("templates/{name}"), *text)).collect();
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let theme = match theme(&files) {
        Ok(theme) => theme,
        Err(error) => return format!("{error:#}"),
    };
    let languages = tera::Value::from_serializable(&Languages::default());
    let page = page("article", &languages, None);
    let article = article(*HEBREW);
    let context = page_context(&everywhere(&theme), &page, Body::Article(&article)).unwrap();
    match theme.render(Template::Article, &context, &mut Vec::new()) {
        Ok(()) => "nothing".to_owned(),
        Err(error) => format!("{error:#}"),
    }
}

#[test]
fn every_fault_is_shown_with_its_place_and_what_there_is() {
    let article = |text: &str| said(&[("article.html", &format!("<p>\n{text}"))]);
    let all = [
        article("{{ pgae.title }}"),
        article("{{ page.titel }}"),
        article("{{ page.zzzzzzzz }}"),
        article("{% for link in article.related %}{% endfor %}{{ article.date.iso }}"),
        article("{{ home.count }}"),
        article("{% if page %}"),
        article("{{ page.title | uper }}"),
        article("{% if page is undefind %}{% endif %}"),
        article("{{ tt(key=\"print\") }}"),
        article("{{ t(key=\"no-such-key\") }}"),
        article("{% include \"bsae.html\" %}"),
        said(&[("article.html", "\n{% extends \"defualt/article.html\" %}")]),
        said(&[("article.html", "{% extends \"base.html\" %}\n{% block mian %}{% endblock %}")]),
        article("{% for alternate in page.description %}{% endfor %}"),
        article("{{ <notice /> }}"),
        article("{{ <notices notices={page.title} /> }}"),
        article("{{ <notices notices={page.notice} /> }}"),
        article("{{ page.title | uper }}{{ page.title | titel }}"),
        said(&[
            ("article.html", "{{ <mine /> }}"),
            ("mine.html", "{% component mine() %}{{ page.title }}{% endcomponent mine %}"),
        ]),
        said(&[("article.html", "{% include \"part.html\" %}"), ("part.html", "{{ home.count }}")]),
        article("{{ page.title + 1 }}"),
    ];
    insta::assert_snapshot!(abridged(&all.join("\n\n")));
}

/// The report with two templates of those that it lists: the default theme may have any others.
fn abridged(report: &str) -> String {
    const LIST: &str = "  = templates here: ";
    let is_shown = |name: &&str| ["article.html", "base.html"].contains(&name.trim_start_matches("default/"));
    let line = |line: &str| match line.strip_prefix(LIST) {
        Some(names) => {
            format!("{LIST}{}, …", names.split(", ").filter(is_shown).collect::<Vec<_>>().join(", "))
        }
        None => line.to_owned(),
    };
    report.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn tera_knows_every_name_that_is_offered() {
    for (names, before) in [(crate::theme::fault::FILTERS, "page |"), (crate::theme::fault::TESTS, "page is")]
    {
        for name in names.split_whitespace() {
            let message =
                said(&[("article.html", &format!("{{% if false and ({before} {name}) %}}{{% endif %}}"))]);
            assert!(!message.contains("nknown"), "{message}");
        }
    }
}
