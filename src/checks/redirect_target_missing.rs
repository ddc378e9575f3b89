//! `redirect-target-missing`: a redirect to an article or file that does not exist.

use crate::catalog::{Catalog, RedirectChainEnd, RedirectTo, Target};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "redirect-target-missing",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a redirect leads to an article or file that does not exist",
    explanation: "\
## What it does
Follows every redirect, including chains of redirects, to the article, file or site it leads to.

## Why is this bad?
Readers who open an old URL expect the new page, and get an error. Such a redirect is left out of the site.

## Example
```json
{\"redirections\": [
  {\"source_path\": \"help/old.md\", \"redirect_url\": \"/help/biling\"}
]}
```

## Fix
Correct the target, or remove the redirect.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for (index, redirect) in catalog.redirects.iter_enumerated() {
        let RedirectTo::Url(url) = &redirect.to else { continue };
        let reader = redirect.gone.locale.unwrap_or(catalog.default);
        let (resolved, trail) = catalog.follow_redirect(index, reader);
        if !matches!(resolved.target, Target::Missing | Target::NotServed(_)) {
            continue;
        }
        let from = &redirect.from;
        let message = match trail.end {
            RedirectChainEnd::Circle(_) => continue,
            RedirectChainEnd::TooLong => {
                format!(
                    "`{from}` is redirected through more than {} other redirects",
                    trail.followed.len() - 1
                )
            }
            RedirectChainEnd::Target if matches!(resolved.target, Target::NotServed(_)) => {
                format!("`{from}` is redirected to `{url}`, a file that is not served")
            }
            RedirectChainEnd::Target if trail.followed.len() > 1 => {
                format!("`{from}` is redirected to `{url}`, and from there to something that does not exist")
            }
            RedirectChainEnd::Target => {
                format!("`{from}` is redirected to `{url}`, which does not exist")
            }
        };
        let finding = Finding::new(redirect.span, message);
        findings.push_redirect(redirect, finding.help("correct the target, or remove the redirect"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, repository};
    use super::CHECK;

    #[test]
    fn targets_that_are_not_there_are_reported() {
        let redirects = repository(&[
            ("Help/fine.md", "/Help/a#x"),
            ("Help/away.md", "https://example.com/"),
            ("Help/other.md", "/other/docset"),
            ("Help/sub/near.md", "../a"),
            ("Help/gone.md", "/Help/nothing"),
            ("Help/by-way.md", "/Help/gone"),
            ("Help/mail.md", "mailto:a@example.com"),
            ("Help/empty.md", ""),
            ("Help/circle.md", "/Help/circle"),
        ]);
        insta::assert_snapshot!(findings(&CHECK, &redirects), @"
        content/.openpublishing.redirection.json `Help/gone.md`: `gone` is redirected to `/Help/nothing`, which does not exist (correct the target, or remove the redirect)
        content/.openpublishing.redirection.json `Help/by-way.md`: `by-way` is redirected to `/Help/gone`, and from there to something that does not exist (correct the target, or remove the redirect)
        content/.openpublishing.redirection.json `Help/mail.md`: `mail` is redirected to `mailto:a@example.com`, which does not exist (correct the target, or remove the redirect)
        content/.openpublishing.redirection.json `Help/empty.md`: `empty` is redirected to ``, which does not exist (correct the target, or remove the redirect)
        ");
    }

    #[test]
    fn a_long_way_is_reported() {
        let names: Vec<(String, String)> =
            (0..10).map(|at| (format!("Help/r{at}.md"), format!("/Help/r{}", at + 1))).collect();
        let mut redirects: Vec<(&str, &str)> = names.iter().map(|(from, to)| (&**from, &**to)).collect();
        redirects.push(("Help/r10.md", "a"));
        insta::assert_snapshot!(findings(&CHECK, &repository(&redirects)), @"
        content/.openpublishing.redirection.json `Help/r0.md`: `r0` is redirected through more than 7 other redirects (correct the target, or remove the redirect)
        content/.openpublishing.redirection.json `Help/r1.md`: `r1` is redirected through more than 7 other redirects (correct the target, or remove the redirect)
        content/.openpublishing.redirection.json `Help/r2.md`: `r2` is redirected through more than 7 other redirects (correct the target, or remove the redirect)
        ");
    }
}
