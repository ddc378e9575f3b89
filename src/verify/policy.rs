//! The Content-Security-Policy of a page (<https://www.w3.org/TR/CSP3/>), and what of the page it lets through. Reads no page.

use super::files::scheme;

/// What a page loads or runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Script,
    Style,
    Image,
    Media,
    Frame,
    Object,
    Manifest,
    Form,
    Base,
}

impl Kind {
    /// The directives that speak of it, the first that is there decides.
    fn directives(self) -> &'static [&'static str] {
        match self {
            Self::Script => &["script-src", "default-src"],
            Self::Style => &["style-src", "default-src"],
            Self::Image => &["img-src", "default-src"],
            Self::Media => &["media-src", "default-src"],
            Self::Frame => &["frame-src", "child-src", "default-src"],
            Self::Object => &["object-src", "default-src"],
            Self::Manifest => &["manifest-src", "default-src"],
            Self::Form => &["form-action"],
            Self::Base => &["base-uri"],
        }
    }

    /// As the end of `the policy refuses …`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Script => "the script",
            Self::Style => "the style sheet",
            Self::Image => "the picture",
            Self::Media => "the sound or video",
            Self::Frame => "the frame",
            Self::Object => "the object",
            Self::Manifest => "the manifest",
            Self::Form => "to send a form to",
            Self::Base => "the base",
        }
    }
}

/// A policy as it stands in the page.
#[derive(Debug, Default)]
pub(super) struct Policy {
    /// Name and sources, in lower case but for paths; the first of a name counts.
    directives: Vec<(String, Vec<String>)>,
}

impl Policy {
    pub(super) fn new(text: &str) -> Self {
        let directive = |text: &str| {
            let mut words = text.split_ascii_whitespace();
            let name = words.next()?.to_ascii_lowercase();
            Some((name, words.map(str::to_owned).collect()))
        };
        Self { directives: text.split(';').filter_map(directive).collect() }
    }

    /// The sources of a kind; none where the policy leaves it free.
    fn sources(&self, kind: Kind) -> Option<&[String]> {
        let find = |name: &&str| self.directives.iter().find(|(found, _)| found == name);
        kind.directives().iter().find_map(find).map(|(_, sources)| sources.as_slice())
    }

    /// Whether what stands in the page itself may run or be applied. Of a hash it is believed that it fits.
    pub(super) fn allows_inline(&self, kind: Kind, nonce: Option<&str>) -> bool {
        let Some(sources) = self.sources(kind) else { return true };
        let nonce = nonce.map(|nonce| format!("'nonce-{nonce}'"));
        sources.iter().any(|source| {
            source.eq_ignore_ascii_case("'unsafe-inline'")
                || source.starts_with("'sha")
                || nonce.as_deref() == Some(source.as_str())
        })
    }

    /// Whether a URL of this kind may be loaded. `is_own`: it is of the site's own host.
    pub(super) fn allows(&self, kind: Kind, url: &str, place: Place<'_>) -> bool {
        let Some(sources) = self.sources(kind) else { return true };
        sources.iter().any(|source| allows(source, url.trim(), place))
    }
}

/// Where a URL leads, for a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// To the host that the page is on.
    Own,
    /// To another host, or nowhere a host is asked. The origin of the page, if it is known.
    Other(Option<&'a str>),
}

fn allows(source: &str, url: &str, place: Place<'_>) -> bool {
    let Place::Other(origin) = place else { return source.eq_ignore_ascii_case("'self'") || source == "*" };
    if source.eq_ignore_ascii_case("'self'") {
        let rest = origin.and_then(|origin| url.strip_prefix(origin));
        return rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    }
    let url = if url.starts_with("//") { format!("https:{url}") } else { url.to_owned() };
    let own = scheme(&url).unwrap_or("").to_ascii_lowercase();
    let is_network = matches!(own.as_str(), "http" | "https");
    if source == "*" {
        return is_network;
    }
    if let Some(wanted) = source.strip_suffix(':') {
        return own.eq_ignore_ascii_case(wanted) || wanted.eq_ignore_ascii_case("http") && own == "https";
    }
    let (wanted, rest) =
        source.split_once("://").map_or((None, source), |(scheme, rest)| (Some(scheme), rest));
    let fits = wanted.is_none_or(|wanted| own == wanted || wanted == "http" && own == "https");
    let Some((_, there)) = url.split_once("://").filter(|_| fits && is_network) else { return false };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (there_host, there_path) = there.split_at(there.find(['/', '?', '#']).unwrap_or(there.len()));
    let default_port = if own == "https" { ":443" } else { ":80" };
    let there_host =
        there_host.strip_suffix(default_port).filter(|_| !host.contains(':')).unwrap_or(there_host);
    let is_host = match host.strip_prefix('*') {
        Some(end) => {
            there_host.len() > end.len()
                && there_host.to_ascii_lowercase().ends_with(&end.to_ascii_lowercase())
        }
        None => there_host.eq_ignore_ascii_case(host),
    };
    let is_path = path.is_empty()
        || if path.ends_with('/') { there_path.starts_with(path) } else { there_path == path };
    is_host && is_path
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: &str = "default-src 'none'; style-src 'self'; IMG-SRC 'self' https: data:; \
                          media-src *.example.org http://v.example.com/a/; form-action 'none'";

    #[test]
    fn sources_are_matched() {
        let policy = Policy::new(STRICT);
        let other = Place::Other(Some("https://help.example.org"));
        for (kind, url, place, expected) in [
            (Kind::Style, "a.css", Place::Own, true),
            (Kind::Script, "a.js", Place::Own, false),
            (Kind::Image, "https://a.b/x.png", other, true),
            (Kind::Image, "//a.b/x.png", other, true),
            (Kind::Image, "http://a.b/x.png", other, false),
            (Kind::Image, "data:image/png,x", other, true),
            (Kind::Style, "data:text/css,x", other, false),
            (Kind::Style, "https://help.example.org/x.css", other, true),
            (Kind::Style, "https://help.example.orgx/x.css", other, false),
            (Kind::Media, "https://a.example.org/x", other, true),
            (Kind::Media, "https://example.org/x", other, false),
            (Kind::Media, "https://v.example.com:443/a/b", other, true),
            (Kind::Media, "https://v.example.com:444/a/b", other, false),
            (Kind::Media, "https://v.example.com/a/b", other, true),
            (Kind::Media, "https://v.example.com/b", other, false),
            (Kind::Frame, "https://a.b/", other, false),
            (Kind::Form, "x/", Place::Own, false),
            (Kind::Base, "https://a.b/", other, true),
        ] {
            assert_eq!(policy.allows(kind, url, place), expected, "{kind:?} {url}");
        }
        assert!(Policy::new("").allows(Kind::Script, "https://a.b/", other));
    }

    #[test]
    fn what_stands_in_the_page_needs_leave() {
        assert!(!Policy::new(STRICT).allows_inline(Kind::Script, None));
        assert!(Policy::new("img-src 'self'").allows_inline(Kind::Script, None));
        assert!(Policy::new("style-src 'unsafe-inline'").allows_inline(Kind::Style, None));
        assert!(Policy::new("script-src 'nonce-Ab1'").allows_inline(Kind::Script, Some("Ab1")));
        assert!(!Policy::new("script-src 'nonce-Ab1'").allows_inline(Kind::Script, Some("ab1")));
    }
}
