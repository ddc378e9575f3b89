//! `debris-in-url`: an address with markup, quotes or punctuation of the text round it in it.

use crate::catalog::File;
use crate::diagnostic::Applicability;
use crate::markdown::Placement;

use super::check::shortened;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "debris-in-url",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a URL has text in it that is no part of it",
    explanation: "\
## What it does
Checks the URLs of links for what stood beside them in another program: `\">`, the switches `\\l` and `\\t` of Word, `[]`, a full stop or a `?` without a query at the end, curly quotation marks, words glued to the host, and a full-width colon behind the scheme.

## Why is this bad?
Most such links lead to a page that does not exist. A sign at the end that nothing follows shows that a part of the URL was lost.

## Example
```markdown
Open [the admin center](https://admin.example/home\">https://admin.example/).
```

## Fix
Copy the URL from the browser. If only one reading is possible, `check --fix --unsafe-fixes` writes it.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let links = file.document.links.iter().filter(|link| link.placement == Placement::Body);
    let links = links.map(|link| (&link.destination, link.destination_span));
    let images = file.document.images.iter().filter(|image| image.placement == Placement::Body);
    for (destination, span) in links.chain(images.map(|image| (&image.destination, image.destination_span))) {
        let Some((reason, right)) = debris(destination) else { continue };
        let shown = shortened(destination);
        let help = match &right {
            Some(right) => format!("write `{}`", shortened(right)),
            None => "copy the URL from the browser".to_owned(),
        };
        let message = if reason == UNFOLLOWED {
            format!("nothing follows the sign at the end of `{shown}`")
        } else {
            format!("`{shown}` is no URL as it stands: {reason}")
        };
        let mut finding = Finding::new(span, message).help(help);
        if let Some(right) = right.filter(|_| span.slice(&file.text) == &**destination) {
            finding = finding.fix(Applicability::Unsafe, span, right);
        }
        findings.push(file, finding);
    }
}

/// Such an address may work as it stands.
const UNFOLLOWED: &str = "nothing follows the sign at its end";

/// What does not belong to the address, and the address without it.
fn debris(url: &str) -> Option<(&'static str, Option<String>)> {
    let start = url.get(.."http".len()).filter(|start| start.eq_ignore_ascii_case("http"))?;
    let rest = &url[start.len()..];
    let secure = usize::from(rest.starts_with(['s', 'S']));
    if let Some(path) = rest[secure..].strip_prefix('：') {
        let right = path.starts_with("//").then(|| format!("{}:{path}", &url[..start.len() + secure]));
        return Some(("a full-width colon follows the scheme", right));
    }
    let after = rest[secure..].strip_prefix("://")?;
    // A text to scroll to holds any text.
    let fragment = memchr::memchr(b'#', after.as_bytes()).map_or("", |at| &after[at..]);
    if !fragment.is_empty() && fragment.contains("#:~:") {
        return None;
    }
    let host = memchr::memchr3(b'/', b'?', b'#', after.as_bytes()).map_or(after, |end| &after[..end]);
    // What a program wrote round the address has a quotation mark.
    let is_quoted = memchr::memchr2(b'"', b'%', after.as_bytes()).is_some();
    glued(url, host)
        .or_else(|| is_quoted.then(|| word_switch(url).or_else(|| markup(url))).flatten())
        .or_else(|| quotes(url, &after[host.len()..]))
        .or_else(|| ending(url, host, &after[host.len()..]))
}

/// Domains that others begin with.
const DOMAINS: [&str; 3] = ["com", "net", "org"];

/// The sites whose hosts are known well enough to see that a word was glued to them.
const HOSTS: [&str; 4] = [".microsoft.", ".office.", ".google.", ".mozilla."];

/// `docs.microsoft.comprojectonline`.
fn glued(url: &str, host: &str) -> Option<(&'static str, Option<String>)> {
    let dot = memchr::memrchr(b'.', host.as_bytes())?;
    let last = &host[dot + 1..];
    let domain = DOMAINS.iter().find(|domain| last.len() > domain.len() && last.starts_with(**domain))?;
    let lower = host.to_ascii_lowercase();
    let is_known = HOSTS
        .iter()
        .any(|known| lower.rfind(known).is_some_and(|at| at + known.len() + last.len() == host.len()));
    let end = url.find(host)? + host.len() - last.len() + domain.len();
    is_known.then(|| ("a word is glued to the host", Some(format!("{}/{}", &url[..end], &url[end..]))))
}

/// Word's `" \l "bookmark" \t "_blank`, as it is or percent-encoded.
fn word_switch(url: &str) -> Option<(&'static str, Option<String>)> {
    const FORMS: [(&str, &str); 4] =
        [("%22%20%5Cl%20%22", "%22"), ("%22%20%5Ct%20%22", "%22"), ("\" \\l \"", "\""), ("\"\\l\"", "\"")];
    let (at, (form, quote)) =
        FORMS.iter().filter_map(|form| url.find(form.0).map(|at| (at, form))).min_by_key(|(at, _)| *at)?;
    let bookmark = url[at + form.len()..].split(quote).next().unwrap_or("");
    let is_bookmark = form.contains('l') && !bookmark.is_empty() && !bookmark.contains(['#', '/', '%']);
    let right = (!url.contains('#'))
        .then(|| if is_bookmark { format!("{}#{bookmark}", &url[..at]) } else { url[..at].to_owned() });
    Some(("it holds a switch of a Word field", right))
}

/// `https://a">https://b`.
fn markup(url: &str) -> Option<(&'static str, Option<String>)> {
    let at = ["\">", "\"&gt;", "%22%3E", "%22>"].iter().filter_map(|mark| url.find(mark)).min()?;
    Some(("it holds the end of an HTML tag", Some(url[..at].to_owned())))
}

/// Curly quotation marks in the path; in the name of a page of a wiki an apostrophe may be meant.
fn quotes(url: &str, path: &str) -> Option<(&'static str, Option<String>)> {
    if path.is_ascii() {
        return None;
    }
    let path = path.split(['?', '#']).next().unwrap_or("");
    let is_quote = |c: char| matches!(c, '“' | '”' | '„');
    let right = || {
        let at = url.len() - url.trim_end_matches(is_quote).len();
        (at > 0 && !url[..url.len() - at].contains(is_quote)).then(|| url[..url.len() - at].to_owned())
    };
    path.contains(is_quote).then(|| ("curly quotation marks stand in its path", right()))
}

/// Words that end with a full stop of their own, as names of pages do.
const SHORT: [&str; 9] = ["inc", "corp", "ltd", "jr", "sr", "co", "st", "etc", "llc"];

/// `[]`, a sign of a query or a full stop behind the path.
fn ending(url: &str, host: &str, path: &str) -> Option<(&'static str, Option<String>)> {
    if let Some(right) = url.strip_suffix("[]").filter(|_| !path.contains('?')) {
        return Some(("brackets stand at its end", Some(right.to_owned())));
    }
    let is_wiki = || host.to_ascii_lowercase().contains("wiki");
    // Names of places and of pages of a wiki are questions, too.
    if path.ends_with(['?', '&']) && !path.contains('#') && !is_wiki() {
        let right = url.trim_end_matches(['?', '&']);
        return Some((UNFOLLOWED, Some(right.to_owned())));
    }
    let right = url.strip_suffix('.')?.trim_end_matches("%20");
    let word = right.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
    let is_initial = word.len() < 2 && !word.starts_with(|c: char| c.is_ascii_lowercase());
    let is_name = is_initial || SHORT.contains(&word.to_ascii_lowercase().as_str()) || is_wiki();
    let is_path = path.len() > 2 && !path.contains('?') && !right.ends_with(['.', ')']);
    (is_path && !is_name).then(|| ("a full stop stands at its end", Some(right.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn what_is_no_part_of_an_address() {
        let files = [
            (
                "content/de/a.md",
                "# A\n\n[a](https://docs.microsoft.comprojectonline/x) [b](https://e.org/b?x=1&) [c](https://e.org/c?)\n",
            ),
            (
                "content/en/a.md",
                "# A\n\n[a](https://e.org/x\">https://e.org/) [b](https://e.org/x%22%20%5Cl%20%22y) [c](https://e.org/page.)\n",
            ),
            ("content/he/a.md", "# A\n\n[א](https://e.org/article/87[])\n"),
            ("content/ja/a.md", "# A\n\n[設定](https：//e.org/x)\n"),
            (
                "content/lv/a.md",
                "# A\n\n[a](https://e.org/a?b=c%22%20%5Cl%20%22manage%22%20%5Ct%20%22_blank#check)\n",
            ),
            (
                "content/ru/a.md",
                "# A\n\n[а](https://e.org/“x”/y) ![а](https://e.org/x.png%22%20%5Ct%20%22_blank)\n",
            ),
            ("content/th/a.md", "# A\n\n[ก](https://e.org/page%20.)\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/de/a.md `https://docs.microsoft.comprojectonline/x`: `https://docs.microsoft.comprojectonline/x` is no URL as it stands: a word is glued to the host (write `https://docs.microsoft.com/projectonline/x`)
          Unsafe: `https://docs.microsoft.comprojectonline/x` → `https://docs.microsoft.com/projectonline/x`
        content/de/a.md `https://e.org/b?x=1&`: nothing follows the sign at the end of `https://e.org/b?x=1&` (write `https://e.org/b?x=1`)
          Unsafe: `https://e.org/b?x=1&` → `https://e.org/b?x=1`
        content/de/a.md `https://e.org/c?`: nothing follows the sign at the end of `https://e.org/c?` (write `https://e.org/c`)
          Unsafe: `https://e.org/c?` → `https://e.org/c`
        content/en/a.md `https://e.org/x">https://e.org/`: `https://e.org/x">https://e.org/` is no URL as it stands: it holds the end of an HTML tag (write `https://e.org/x`)
          Unsafe: `https://e.org/x">https://e.org/` → `https://e.org/x`
        content/en/a.md `https://e.org/x%22%20%5Cl%20%22y`: `https://e.org/x%22%20%5Cl%20%22y` is no URL as it stands: it holds a switch of a Word field (write `https://e.org/x#y`)
          Unsafe: `https://e.org/x%22%20%5Cl%20%22y` → `https://e.org/x#y`
        content/en/a.md `https://e.org/page.`: `https://e.org/page.` is no URL as it stands: a full stop stands at its end (write `https://e.org/page`)
          Unsafe: `https://e.org/page.` → `https://e.org/page`
        content/he/a.md `https://e.org/article/87[]`: `https://e.org/article/87[]` is no URL as it stands: brackets stand at its end (write `https://e.org/article/87`)
          Unsafe: `https://e.org/article/87[]` → `https://e.org/article/87`
        content/ja/a.md `https：//e.org/x`: `https：//e.org/x` is no URL as it stands: a full-width colon follows the scheme (write `https://e.org/x`)
          Unsafe: `https：//e.org/x` → `https://e.org/x`
        content/lv/a.md `https://e.org/a?b=c%22%20%5Cl%20%22manage%22%20%5Ct%20%22_blank#check`: `https://e.org/a?b=c%22%20%5Cl…e%22%20%5Ct%20%22_blank#check` is no URL as it stands: it holds a switch of a Word field (copy the URL from the browser)
        content/ru/a.md `https://e.org/“x”/y`: `https://e.org/“x”/y` is no URL as it stands: curly quotation marks stand in its path (copy the URL from the browser)
        content/ru/a.md `https://e.org/x.png%22%20%5Ct%20%22_blank`: `https://e.org/x.png%22%20%5Ct%20%22_blank` is no URL as it stands: it holds a switch of a Word field (write `https://e.org/x.png`)
          Unsafe: `https://e.org/x.png%22%20%5Ct%20%22_blank` → `https://e.org/x.png`
        content/th/a.md `https://e.org/page%20.`: `https://e.org/page%20.` is no URL as it stands: a full stop stands at its end (write `https://e.org/page`)
          Unsafe: `https://e.org/page%20.` → `https://e.org/page`
        "#);
    }

    #[test]
    fn addresses_that_are_sound() {
        let text = "# A\n\n[a](https://en.wikipedia.org/wiki/Apple_Inc.) [b](https://e.org/Apple_Inc.) [c](https://e.org/x#:~:text=a.)\n\
            [d](https://e.org/x?a[]=b&c[]) [e](https://e.community/x) [f](https://a.microsoft.com/) [g](https://e.org.) [h](b.md)\n\
            [i](https://e.org/d’orsay) [j](https://e.org/a...) [k](https://e.org/x?q=what.)\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }
}
