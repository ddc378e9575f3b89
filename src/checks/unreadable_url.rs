//! `unreadable-url`: the address of another site that no browser can open as it was meant.

use crate::catalog::File;
use crate::diagnostic::Applicability;
use crate::markdown::Placement;

use super::check::shortened;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unreadable-url",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "the URL of a link is invalid",
    explanation: "\
## What it does
Checks that links and images that begin with `http:` or `https:` have a valid URL: two slashes after the scheme, only one scheme, a valid host, `%` only before two hexadecimal digits in the path, and no sentence punctuation at the end.

## Why is this bad?
The browser shows an error, or the page of another host.

## Example
```markdown
See [the guide](https://https://learn.microsoft.com/guide).
```

## Fix
Copy the URL from the browser. If only one reading is possible, `check --fix --unsafe-fixes` writes it.",
    run: Run::File(run),
};

/// Punctuation of sentences that is not a part of an address.
const SENTENCE: &str = "。、，；：）」』】》”“’„»«";

fn run(file: &File, findings: &mut Findings<'_>) {
    let links = file.document.links.iter().filter(|link| link.placement == Placement::Body);
    let links = links.map(|link| (&link.destination, link.destination_span));
    let images = file.document.images.iter().filter(|image| image.placement == Placement::Body);
    for (destination, span) in links.chain(images.map(|image| (&image.destination, image.destination_span))) {
        let Some((reason, right)) = fault(destination) else { continue };
        let shown = shortened(destination);
        let mut finding = Finding::new(span, format!("`{shown}` is not a valid URL: {reason}")).help(
            right.as_ref().map_or_else(
                || "copy the URL from the browser".to_owned(),
                |right| format!("write `{}`", shortened(right)),
            ),
        );
        if let Some(right) = right.filter(|_| span.slice(&file.text) == &**destination) {
            finding = finding.fix(Applicability::Unsafe, span, right);
        }
        findings.push(file, finding);
    }
}

/// What is wrong with the address, and the one that was meant.
fn fault(url: &str) -> Option<(&'static str, Option<String>)> {
    let scheme = ["https:", "http:"]
        .into_iter()
        .find(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))?;
    let rest = &url[scheme.len()..];
    let Some(rest) = rest.strip_prefix("//").filter(|rest| !rest.starts_with('/')) else {
        let host = rest.trim_start_matches(['/', '\\', ':', ' ']);
        return Some(("two slashes must follow the scheme", meant(scheme, host)));
    };
    let begins = |with: &&str| rest.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    if ["http:", "https:", "http//", "https//"].iter().any(begins) {
        let twice = rest.split_once("//").and_then(|(_, host)| meant(scheme, host));
        return Some(("the scheme appears twice", twice));
    }
    let authority = memchr::memchr3(b'/', b'?', b'#', rest.as_bytes()).map_or(rest, |end| &rest[..end]);
    if !is_host(authority) {
        return Some((host_fault(authority), None));
    }
    if rest.ends_with(|c: char| !c.is_ascii() && SENTENCE.contains(c)) {
        let right = rest.trim_end_matches(|c| SENTENCE.contains(c));
        return Some(("it ends with sentence punctuation", meant(scheme, right)));
    }
    let path = &rest.as_bytes()[authority.len()..];
    let path = memchr::memchr2(b'?', b'#', path).map_or(path, |end| &path[..end]);
    let bad = memchr::memchr_iter(b'%', path)
        .any(|at| !path.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)));
    bad.then_some(("`%` is not followed by two hexadecimal digits", None))
}

fn host_fault(authority: &str) -> &'static str {
    if authority.is_empty() { "it has no host" } else { "its host is invalid" }
}

/// The address with another beginning, if it can be read.
fn meant(scheme: &str, rest: &str) -> Option<String> {
    let url = format!("{scheme}//{rest}");
    (rest.contains('.') && fault(&url).is_none()).then_some(url)
}

/// A host as browsers take it: labels of letters, digits, `-` and `_`, perhaps a user before it and a port behind it.
fn is_host(authority: &str) -> bool {
    if is_plain_host(authority.as_bytes()) {
        return true;
    }
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    if host.starts_with('[') {
        return host.contains(']');
    }
    let (host, port) = host.rsplit_once(':').unwrap_or((host, ""));
    let label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_alphanumeric() || is_mark(c) || matches!(c, '-' | '_'))
    };
    port.bytes().all(|byte| byte.is_ascii_digit())
        && host.strip_suffix('.').unwrap_or(host).split('.').all(label)
}

/// Most are letters of ASCII alone, with a full stop between labels.
fn is_plain_host(host: &[u8]) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    host.split(|byte| *byte == b'.').all(|label| !label.is_empty() && label.iter().all(is_letter))
}

/// Vowel signs and joiners of hosts in other scripts, percent-encoded or not; ASCII punctuation is none.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !SENTENCE.contains(c) || c == '%'
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn addresses_that_no_browser_opens() {
        let text = "# A\n\n[1](https:/a.example/x) [2](https://https://a.example/x) [3](https://) [4](https://a..example/)\n\
            [5](http:\\\\\\\\a.example) [6](https://{tenant}.example/x) [7](https://a.example/x。) [8](https://a.example/%3x)\n\
            [9](<https://a b.example/>) [10](https:///a.example/x) ![11](http://http//a.example/x.png)\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @r"
        content/en/a.md `https:/a.example/x`: `https:/a.example/x` is not a valid URL: two slashes must follow the scheme (write `https://a.example/x`)
          Unsafe: `https:/a.example/x` → `https://a.example/x`
        content/en/a.md `https://https://a.example/x`: `https://https://a.example/x` is not a valid URL: the scheme appears twice (write `https://a.example/x`)
          Unsafe: `https://https://a.example/x` → `https://a.example/x`
        content/en/a.md `https://`: `https://` is not a valid URL: it has no host (copy the URL from the browser)
        content/en/a.md `https://a..example/`: `https://a..example/` is not a valid URL: its host is invalid (copy the URL from the browser)
        content/en/a.md `http:\\\\a.example`: `http:\\a.example` is not a valid URL: two slashes must follow the scheme (write `http://a.example`)
        content/en/a.md `https://{tenant}.example/x`: `https://{tenant}.example/x` is not a valid URL: its host is invalid (copy the URL from the browser)
        content/en/a.md `https://a.example/x。`: `https://a.example/x。` is not a valid URL: it ends with sentence punctuation (write `https://a.example/x`)
          Unsafe: `https://a.example/x。` → `https://a.example/x`
        content/en/a.md `https://a.example/%3x`: `https://a.example/%3x` is not a valid URL: `%` is not followed by two hexadecimal digits (copy the URL from the browser)
        content/en/a.md `https://a b.example/`: `https://a b.example/` is not a valid URL: its host is invalid (copy the URL from the browser)
        content/en/a.md `https:///a.example/x`: `https:///a.example/x` is not a valid URL: two slashes must follow the scheme (write `https://a.example/x`)
          Unsafe: `https:///a.example/x` → `https://a.example/x`
        content/en/a.md `http://http//a.example/x.png`: `http://http//a.example/x.png` is not a valid URL: the scheme appears twice (write `http://a.example/x.png`)
          Unsafe: `http://http//a.example/x.png` → `http://a.example/x.png`
        ");
    }

    #[test]
    fn addresses_that_are_fine() {
        let text = "# A\n\n[1](https://a.example) [2](http://user@a.example:80/x?y=%#z) [3](https://[::1]/) [4](https://παράδειγμα.example/%E3%81%82)\n\
            [5](mailto:a@b) [6](https.md) [7](https://localhost:3000) [8](https://a_b.example./(x)) [9](HTTPS://A.EXAMPLE)\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }
}
