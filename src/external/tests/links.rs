//! Which places get which replacement.

use super::*;

#[test]
fn only_what_is_written_as_it_is_read_is_replaced() {
    let site = Site::of(&[
        ("https://a.dev/old", |_, _| redirect(301, "https://a.dev/new")),
        ("https://a.dev/new", |_, _| status(200)),
        ("https://a.dev/odd", |_, _| redirect(301, "https://a.dev/new_(1)")),
        ("https://a.dev/new_(1)", |_, _| status(200)),
    ]);
    let text = "# A\n\n[1](https://a.dev/old)\n<https://a.dev/old#x>\n[2](https://a.dev/old#:~:text=y)\n[3](//a.dev/old)\n[4](https://a.dev/odd)\n\
        [5](https://a.dev/&#111;ld)\n[6][r]\n\n[r]: https://a.dev/old\n";
    let (folder, options) = (tempfile::tempdir().unwrap(), options());
    let catalog = project(&[("content/en/a.md", text)]);
    let (_, judged) = check(&catalog, &options, folder.path(), site_source(&site), &TestClock::new());
    let found: Vec<String> = judged
        .flaws
        .iter()
        .map(|flaw| {
            format!("{} {} `{}` {:?}", flaw.number, flaw.address, flaw.span.slice(text), flaw.replacement)
        })
        .collect();
    insta::assert_snapshot!(found.join("\n"), @r#"
    1 https://a.dev/odd `https://a.dev/odd` None
    2 https://a.dev/old `https://a.dev/old` Some(Replacement { text: "https://a.dev/new", leads: Same })
    2 https://a.dev/old `https://a.dev/old#x` Some(Replacement { text: "https://a.dev/new#x", leads: Same })
    2 https://a.dev/old `https://a.dev/old#:~:text=y` None
    2 https://a.dev/old `//a.dev/old` None
    2 https://a.dev/old `https://a.dev/&#111;ld` None
    2 https://a.dev/old `https://a.dev/old` Some(Replacement { text: "https://a.dev/new", leads: Same })
    "#);
}
