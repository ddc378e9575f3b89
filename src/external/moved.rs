//! Where an address has moved for good, judged by the redirects that were followed. Knows no place that links to it.

use super::address::Address;
use super::answer::Hop;
use crate::locale::Locale;

/// Hosts whose addresses are made to be redirected: their owners may let them lead elsewhere tomorrow.
const SHORTENERS: [&str; 26] = [
    "aka.ms",
    "amzn.to",
    "bit.ly",
    "buff.ly",
    "cutt.ly",
    "doi.org",
    "dx.doi.org",
    "fb.me",
    "forms.gle",
    "g.co",
    "git.io",
    "go.microsoft.com",
    "goo.gl",
    "is.gd",
    "lnkd.in",
    "maps.app.goo.gl",
    "ms.spr.ly",
    "ow.ly",
    "purl.org",
    "rb.gy",
    "rebrand.ly",
    "t.co",
    "t.ly",
    "tinyurl.com",
    "w3id.org",
    "youtu.be",
];

/// Words of addresses at which people sign in, agree to something or choose: what comes next depends on who they are.
const PERSONAL: [&str; 12] = [
    "account",
    "auth",
    "captcha",
    "challenge",
    "consent",
    "cookie",
    "login",
    "logon",
    "oauth",
    "session",
    "signin",
    "sso",
];

/// Steps of addresses of pages that say that there is no page.
const ERRORS: [&str; 7] = ["404", "error", "errors", "gone", "not-found", "notfound", "page-not-found"];

/// What the redirects of an address say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Moved {
    /// Nothing that would last, or nothing that is the same for all readers.
    No,
    /// To the same address over `https:`.
    Secured { to: String },
    /// To another address: with the fragment that the host put there, if it did.
    To(String),
    /// To the home page of a site, or one that says so: the page itself is gone, most likely.
    Gone(String),
}

/// Judges the redirects that end at what is there.
pub(super) fn moved(address: &Address, hops: &[Hop]) -> Moved {
    let Some(last) = hops.last() else { return Moved::No };
    let Some(to) = Address::parse(&last.to) else { return Moved::No };
    if SHORTENERS.contains(&address.host()) || !hops.iter().all(Hop::is_permanent) || to == *address {
        return Moved::No;
    }
    // Nobody is led to where others may listen. What follows an address with a fragment takes it along, or does not.
    let is_weaker = address.is_secure() && !hops.iter().all(|hop| hop.to.starts_with("https:"));
    let (_, before) = hops.split_last().unwrap_or((last, &[]));
    if is_weaker || last.to.ends_with('#') || before.iter().any(|hop| hop.to.contains('#')) {
        return Moved::No;
    }
    if address.secured().as_ref() == Some(&to) {
        return Moved::Secured { to: last.to.clone() };
    }
    let is_root = |address: &Address| address.path() == "/" && address.query().is_none();
    let is_of_errors = |address: &Address| {
        let mut steps = address.path().split('/').map(|step| step.split('.').next().unwrap_or(step));
        steps.any(|step| ERRORS.iter().any(|error| step.eq_ignore_ascii_case(error)))
    };
    if is_root(&to) && !is_root(address) || is_of_errors(&to) && !is_of_errors(address) {
        return Moved::Gone(last.to.clone());
    }
    if depends_on_reader(address, &to) { Moved::No } else { Moved::To(last.to.clone()) }
}

/// Whether another reader may be led elsewhere: to another language, another country, or past a page that asks who they are.
fn depends_on_reader(from: &Address, to: &Address) -> bool {
    let has_new = |is_it: &dyn Fn(&str) -> bool| {
        let parts = |address: &Address| -> Vec<String> {
            let host = address.host().split('.').take(1);
            let steps = address.path().split('/').chain(host);
            let query = address.query().unwrap_or_default().split(['&', '=']);
            steps.chain(query).filter(|part| is_it(part)).map(str::to_ascii_lowercase).collect()
        };
        let before = parts(from);
        parts(to).iter().any(|part| !before.contains(part))
    };
    let is_personal = |part: &str| {
        let part = part.to_ascii_lowercase();
        part.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| PERSONAL.contains(&word))
    };
    has_new(&is_locale)
        || has_new(&is_personal)
        || to.query().is_some_and(|query| query.contains("%2F%2F") || query.contains("://"))
}

/// Whether a part of an address is a tag such as `de`, `zh_hant` or `es-419`, a country such as `us`, or both as in `us-en`.
fn is_locale(part: &str) -> bool {
    let is_code = |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_tag = part.contains(['-', '_']) && part.len() <= 11;
    part.split(['-', '_']).all(is_code) || is_tag && Locale::is_name(&part.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(address: &str, hops: &[(u16, &str)]) -> Moved {
        let hops: Vec<Hop> = hops.iter().map(|&(status, to)| Hop { status, to: to.to_owned() }).collect();
        moved(&Address::parse(address).unwrap(), &hops)
    }

    #[test]
    fn only_what_lasts_and_is_the_same_for_all() {
        let to = |text: &str| Moved::To(text.to_owned());
        for (address, hops, expected) in [
            ("https://a.dev/x", &[(301, "https://b.dev/y")][..], to("https://b.dev/y")),
            (
                "http://a.dev/x",
                &[(301, "https://a.dev/x"), (308, "https://a.dev/z#s")],
                to("https://a.dev/z#s"),
            ),
            ("https://a.dev/x", &[(301, "https://b.dev/y"), (302, "https://b.dev/z")], Moved::No),
            ("https://a.dev/x", &[(301, "https://a.dev/en-us/x")], Moved::No),
            ("https://a.dev/en-us/x", &[(301, "https://b.dev/en-us/y")], to("https://b.dev/en-us/y")),
            ("https://a.dev/x", &[(301, "https://de.a.dev/x")], Moved::No),
            ("https://a.dev/x", &[(301, "https://a.dev/login?return=x")], Moved::No),
            ("https://a.dev/x", &[(301, "https://a.dev/go?u=https%3A%2F%2Fa.dev")], Moved::No),
            ("https://aka.ms/x", &[(301, "https://b.dev/y")], Moved::No),
            ("https://a.dev/x", &[(301, "https://a.dev/")], Moved::Gone("https://a.dev/".to_owned())),
            (
                "https://a.dev/x",
                &[(301, "https://a.dev/errors/404.html")],
                Moved::Gone("https://a.dev/errors/404.html".to_owned()),
            ),
            (
                "https://a.dev/kb/123",
                &[(301, "https://a.dev/windows/fix-update-error-0x80070005")],
                to("https://a.dev/windows/fix-update-error-0x80070005"),
            ),
            ("https://a.dev/x", &[(301, "https://a.dev/es-419/x")], Moved::No),
            ("https://a.dev/x", &[(301, "https://a.dev/fil-PH/x")], Moved::No),
            ("https://a.dev/x", &[(301, "https://a.dev/zh_hant/x")], Moved::No),
            ("https://a.dev/x", &[(301, "https://a.dev/us/x")], Moved::No),
            ("https://a.dev/x", &[(301, "https://a.dev/us-en/x")], Moved::No),
            ("https://a.dev/x", &[(301, "https://a.dev/my-page")], to("https://a.dev/my-page")),
            ("https://a.dev/x", &[(301, "http://b.dev/y")], Moved::No),
            ("https://a.dev/x", &[(301, "https://b.dev/y#z"), (301, "https://b.dev/w")], Moved::No),
            ("https://a.dev/x", &[(301, "https://b.dev/y#")], Moved::No),
            (
                "http://a.dev/x",
                &[(301, "https://a.dev/x")],
                Moved::Secured { to: "https://a.dev/x".to_owned() },
            ),
        ] {
            assert_eq!(judged(address, hops), expected, "{address} {hops:?}");
        }
    }
}
