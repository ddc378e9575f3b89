//! `external-link-broken`: a link to a page of another site that is not there.

use crate::external::{FailureKind, LinkFlaw, LinkFlawKind, Reason};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "external-link-broken",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a link leads to a page of another site that does not exist",
    explanation: "\
## What it does
With `check --external`, asks the host of every external link whether the page is there. Reports pages that the host says do not exist (404, 410), hosts that do not exist, and certificates that are expired or belong to another host. A host that refuses automated requests (such as 401, 403, 429 or 999) is never reported.

## Why is this bad?
Readers get an error page, or a warning of their browser.

## Example
```markdown
See [the guide](https://learn.microsoft.com/no-such-page).
```

## Fix
Link to where the page is now, or remove the link.",
    run: Run::External(run),
};

fn run(flaw: &LinkFlaw) -> Option<Finding> {
    let LinkFlawKind::Broken(reason) = &flaw.kind else { return None };
    let finding = Finding::new(flaw.span, format!("`{}` {}", flaw.address, worded(reason)));
    Some(finding.help("link to where the page is now, or remove the link"))
}

/// What an address does, as the end of a sentence that begins with it.
pub(super) fn worded(reason: &Reason) -> String {
    match reason {
        Reason::Status(status) => format!("answers {status}{}", status_name(*status)),
        Reason::Title(title) => format!("answers as if it were there, but its title is \"{title}\""),
        Reason::Gone(to) => format!("is redirected to `{to}`, so the page may be gone"),
        Reason::Failure(kind, detail) => failure(*kind, detail),
    }
}

fn failure(kind: FailureKind, detail: &str) -> String {
    let with = |words: &str| if detail.is_empty() { words.to_owned() } else { format!("{words} ({detail})") };
    match kind {
        FailureKind::NoSuchHost => "leads to a host that does not exist".to_owned(),
        FailureKind::NameLookup => with("leads to a host whose name could not be looked up"),
        FailureKind::Connection => with("leads to a host that takes no connection"),
        FailureKind::Timeout => "does not answer in time".to_owned(),
        FailureKind::BrokenAnswer => with("does not answer properly"),
        FailureKind::Encryption => with("makes no encrypted connection"),
        FailureKind::WrongCertificate => with("has a certificate that is not valid"),
        FailureKind::UntrustedCertificate => with("has a certificate that this machine does not trust"),
        FailureKind::Private => with("leads to a private network, which is not asked"),
        FailureKind::RedirectElsewhere if detail.is_empty() => "is redirected to what is no URL".to_owned(),
        FailureKind::RedirectElsewhere => {
            format!("is redirected to a `{detail}:` URL, which no browser follows")
        }
        FailureKind::RedirectLoop => "is redirected in a circle".to_owned(),
        FailureKind::Throttled => "asks to be asked later".to_owned(),
        FailureKind::HeaderMissing => "needs a header that the environment does not have".to_owned(),
    }
}

fn status_name(status: u16) -> &'static str {
    match status {
        400 => " (bad request)",
        404 => " (not found)",
        405 => " (method not allowed)",
        406 => " (not acceptable)",
        408 => " (timeout)",
        410 => " (gone)",
        500 => " (internal error)",
        502 => " (bad gateway)",
        503 => " (unavailable)",
        504 => " (gateway timeout)",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_ends_a_sentence() {
        let reasons = [
            Reason::Status(404),
            Reason::Status(418),
            Reason::Title("Page not found".to_owned()),
            Reason::Gone("https://a.dev/".to_owned()),
            Reason::Failure(FailureKind::NoSuchHost, String::new()),
            Reason::Failure(FailureKind::WrongCertificate, "expired".to_owned()),
            Reason::Failure(FailureKind::RedirectElsewhere, "file".to_owned()),
        ];
        let worded: Vec<String> = reasons.iter().map(|reason| format!("`x` {}", worded(reason))).collect();
        insta::assert_snapshot!(worded.join("\n"), @r#"
        `x` answers 404 (not found)
        `x` answers 418
        `x` answers as if it were there, but its title is "Page not found"
        `x` is redirected to `https://a.dev/`, so the page may be gone
        `x` leads to a host that does not exist
        `x` has a certificate that is not valid (expired)
        `x` is redirected to a `file:` URL, which no browser follows
        "#);
    }
}
