//! `circular-redirection`: a redirect that leads back to itself.

use crate::catalog::{Catalog, RedirectChain, RedirectChainEnd};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "circular-redirection",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a redirect leads back to itself",
    explanation: "\
## What it does
Follows every redirect, including chains of redirects, and reports those that form a loop.

## Why is this bad?
There is no page at the end. Readers who open an old URL get an error.

## Example
```json
{\"redirections\": [
  {\"source_path\": \"help/one.md\", \"redirect_url\": \"/help/two\"},
  {\"source_path\": \"help/two.md\", \"redirect_url\": \"/help/one\"}
]}
```

## Fix
Point one of the redirects at an article.",
    run: Run::Site(run),
};

/// Redirects of a circle that the message names.
const NAMED: usize = 4;

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for (index, redirect) in catalog.redirects.iter_enumerated() {
        let reader = redirect.gone.locale.unwrap_or(catalog.default);
        let (_, trail) = catalog.follow_redirect(index, reader);
        // Those that lead into a circle are in order as soon as the circle is.
        if trail.end == RedirectChainEnd::Circle(index) {
            let finding = Finding::new(redirect.span, message(catalog, &trail, &redirect.from));
            findings.push_redirect(redirect, finding.help("point it at an article"));
        }
    }
}

fn message(catalog: &Catalog, trail: &RedirectChain, from: &str) -> String {
    let between = trail.followed.get(1..).unwrap_or_default();
    let named = between.iter().take(NAMED).map(|&index| format!("`{}`", catalog.redirects[index].from));
    let named: Vec<String> = named.collect();
    let others = if between.len() > NAMED { " and others" } else { "" };
    match named.len() {
        0 => format!("`{from}` is redirected to itself"),
        _ => format!("`{from}` is redirected to itself through {}{others}", named.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, repository};
    use super::CHECK;

    #[test]
    fn circles_are_reported_at_each_of_their_redirects() {
        let redirects = repository(&[
            ("Help/one.md", "/Help/two"),
            ("Help/two.md", "three"),
            ("Help/three.md", "https://docs.microsoft.com/help/ONE#x"),
            ("Help/into.md", "/Help/one"),
            ("Help/self.md", "/Help/self"),
            ("Help/fine.md", "/Help/a"),
        ]);
        insta::assert_snapshot!(findings(&CHECK, &redirects), @"
        content/.openpublishing.redirection.json `Help/one.md`: `one` is redirected to itself through `two`, `three` (point it at an article)
        content/.openpublishing.redirection.json `Help/two.md`: `two` is redirected to itself through `three`, `one` (point it at an article)
        content/.openpublishing.redirection.json `Help/three.md`: `three` is redirected to itself through `one`, `two` (point it at an article)
        content/.openpublishing.redirection.json `Help/self.md`: `self` is redirected to itself (point it at an article)
        ");
    }
}
