//! `insecure-link`: `http:` where the site is known to answer `https:`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::catalog::{Catalog, File};
use crate::diagnostic::{Applicability, Span};
use crate::markdown::Placement;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "insecure-link",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a link uses http although its site has https",
    explanation: "\
## What it does
Checks for `http:` in links to sites known to support `https:`: those of Microsoft and other large ones, and every host that another link in this project reaches over `https:`.

## Why is this bad?
Others can read and change the page in transit. Browsers warn about such pages.

## Example
```markdown
See [the guide](http://learn.microsoft.com/guide).
```

## Fix
Use `https:`. `check --fix` does this for well-known sites, `--unsafe-fixes` also for hosts of other links.",
    run: Run::Site(run),
};

/// Hosts that, with all below them, answer nothing but `https:`.
const KNOWN: [&str; 24] = [
    "aka.ms",
    "apple.com",
    "azure.com",
    "bing.com",
    "dynamics.com",
    "github.com",
    "google.com",
    "linkedin.com",
    "live.com",
    "microsoft.com",
    "microsoft365.com",
    "microsoftonline.com",
    "mozilla.org",
    "office.com",
    "office365.com",
    "outlook.com",
    "powerbi.com",
    "sharepoint.com",
    "skype.com",
    "visualstudio.com",
    "wikipedia.org",
    "windows.com",
    "xbox.com",
    "youtube.com",
];

/// First names of hosts that answer `http:` only: lists of certificates, names of XML.
const PLAIN: [&str; 5] = ["crl", "mscrl", "ocsp", "schemas", "pki"];

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut secure: Option<BTreeSet<Cow<'_, str>>> = None;
    for file in catalog.files() {
        for (destination, span) in links(file) {
            let Some(host) = host(destination, "http://") else { continue };
            let applicability = if is_known(&host) {
                Applicability::Safe
            } else if secure.get_or_insert_with(|| secure_hosts(catalog)).contains(&host) {
                Applicability::Unsafe
            } else {
                continue;
            };
            let why = match applicability {
                Applicability::Safe => "supports `https:`",
                Applicability::Unsafe => "is linked over `https:` elsewhere in this project",
            };
            let finding = Finding::new(span, format!("the link is not encrypted, but `{host}` {why}"));
            let mut finding = finding.help("use `https:`");
            if span.slice(&file.text) == destination {
                let scheme = Span { start: span.start, end: span.start + 4 };
                finding = finding.fix(applicability, scheme, "https");
            }
            findings.push(file, finding);
        }
    }
}

/// An image is judged by `image-not-shown`.
fn links(file: &File) -> impl Iterator<Item = (&str, Span)> {
    let links = file.document.links.iter().filter(|link| link.placement == Placement::Body);
    links.map(|link| (&*link.destination, link.destination_span))
}

/// Every host that is called by `https:`.
fn secure_hosts(catalog: &Catalog) -> BTreeSet<Cow<'_, str>> {
    let mut hosts = BTreeSet::new();
    for file in catalog.files() {
        let images = file.document.images.iter().filter(|image| image.placement == Placement::Body);
        let images = images.map(|image| &*image.destination);
        let addresses = links(file).map(|(destination, _)| destination).chain(images);
        hosts.extend(addresses.filter_map(|address| host(address, "https://")));
    }
    hosts
}

/// The host of a URL that begins with `scheme`, in lower case; none where it names a port.
pub(super) fn host<'u>(url: &'u str, scheme: &str) -> Option<Cow<'u, str>> {
    let rest = url
        .get(..scheme.len())
        .filter(|start| start.eq_ignore_ascii_case(scheme))
        .map(|_| &url[scheme.len()..])?;
    let host = memchr::memchr3(b'/', b'?', b'#', rest.as_bytes()).map_or(rest, |end| &rest[..end]);
    if host.is_empty() || memchr::memchr2(b':', b'@', host.as_bytes()).is_some() {
        return None;
    }
    let is_small = !host.bytes().any(|byte| byte.is_ascii_uppercase());
    Some(if is_small { host.into() } else { host.to_ascii_lowercase().into() })
}

pub(super) fn is_known(host: &str) -> bool {
    let first = host.split('.').next().unwrap_or("");
    let below =
        |known: &str| host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    !PLAIN.contains(&first) && KNOWN.iter().any(|known| below(known))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn known_hosts_and_those_of_other_links() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[1](http://docs.microsoft.com/x) [2](HTTP://aka.ms/x) [3](http://a.example/x) [4](http://b.example/) <http://www.bing.com>\n\
                 ![5](http://github.com/x.png) [6](http://notmicrosoft.com/) [7](http://crl.microsoft.com/x) [8](http://aka.ms:80/)\n",
            ),
            ("content/en/b.md", "# B\n\n[1](https://A.example/y)\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `http://docs.microsoft.com/x`: the link is not encrypted, but `docs.microsoft.com` supports `https:` (use `https:`)
          Safe: `http` → `https`
        content/en/a.md `HTTP://aka.ms/x`: the link is not encrypted, but `aka.ms` supports `https:` (use `https:`)
          Safe: `HTTP` → `https`
        content/en/a.md `http://a.example/x`: the link is not encrypted, but `a.example` is linked over `https:` elsewhere in this project (use `https:`)
          Unsafe: `http` → `https`
        content/en/a.md `http://www.bing.com`: the link is not encrypted, but `www.bing.com` supports `https:` (use `https:`)
          Safe: `http` → `https`
        ");
    }
}
