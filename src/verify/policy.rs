//! The Content-Security-Policy of a page (<https://www.w3.org/TR/CSP3/>), and what of the page it lets through. Reads no page.

use super::files::scheme;

/// What a page loads or runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resource {
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

impl Resource {
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
            Self::Image => "the image",
            Self::Media => "the audio or video",
            Self::Frame => "the frame",
            Self::Object => "the object",
            Self::Manifest => "the manifest",
            Self::Form => "sending a form to",
            Self::Base => "the base URL",
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

    /// The sources of a kind; `None` where the policy does not restrict it.
    fn sources(&self, kind: Resource) -> Option<&[String]> {
        let find = |name: &&str| self.directives.iter().find(|(found, _)| found == name);
        kind.directives().iter().find_map(find).map(|(_, sources)| sources.as_slice())
    }

    /// Whether what stands in the page itself may run or be applied. A hash is assumed to match.
    pub(super) fn allows_inline(&self, kind: Resource, nonce: Option<&str>) -> bool {
        let Some(sources) = self.sources(kind) else { return true };
        let nonce = nonce.map(|nonce| format!("'nonce-{nonce}'"));
        sources.iter().any(|source| {
            source.eq_ignore_ascii_case("'unsafe-inline'")
                || source.starts_with("'sha")
                || nonce.as_deref() == Some(source.as_str())
        })
    }

    /// Whether a URL of this kind may be loaded.
    pub(super) fn allows(&self, kind: Resource, url: &str, host: Host<'_>) -> bool {
        let Some(sources) = self.sources(kind) else { return true };
        sources.iter().any(|source| allows(source, url.trim(), host))
    }
}

/// Which host a URL leads to, for a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Host<'a> {
    /// To the host that the page is on.
    Own,
    /// To another host, or nowhere that needs a host. The origin of the page, if it is known.
    Other(Option<&'a str>),
}

fn allows(source: &str, url: &str, host: Host<'_>) -> bool {
    let Host::Other(origin) = host else { return source.eq_ignore_ascii_case("'self'") || source == "*" };
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
    let (wanted_host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (there_host, there_path) = there.split_at(there.find(['/', '?', '#']).unwrap_or(there.len()));
    let default_port = if own == "https" { ":443" } else { ":80" };
    let there_host =
        there_host.strip_suffix(default_port).filter(|_| !wanted_host.contains(':')).unwrap_or(there_host);
    let is_host = match wanted_host.strip_prefix('*') {
        Some(end) => {
            there_host.len() > end.len()
                && there_host.to_ascii_lowercase().ends_with(&end.to_ascii_lowercase())
        }
        None => there_host.eq_ignore_ascii_case(wanted_host),
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
        let other = Host::Other(Some("https://help.example.org"));
        for (kind, url, host, expected) in [
            (Resource::Style, "a.css", Host::Own, true),
            (Resource::Script, "a.js", Host::Own, false),
            (Resource::Image, "https://a.b/x.png", other, true),
            (Resource::Image, "//a.b/x.png", other, true),
            (Resource::Image, "http://a.b/x.png", other, false),
            (Resource::Image, "data:image/png,x", other, true),
            (Resource::Style, "data:text/css,x", other, false),
            (Resource::Style, "https://help.example.org/x.css", other, true),
            (Resource::Style, "https://help.example.orgx/x.css", other, false),
            (Resource::Media, "https://a.example.org/x", other, true),
            (Resource::Media, "https://example.org/x", other, false),
            (Resource::Media, "https://v.example.com:443/a/b", other, true),
            (Resource::Media, "https://v.example.com:444/a/b", other, false),
            (Resource::Media, "https://v.example.com/a/b", other, true),
            (Resource::Media, "https://v.example.com/b", other, false),
            (Resource::Frame, "https://a.b/", other, false),
            (Resource::Form, "x/", Host::Own, false),
            (Resource::Base, "https://a.b/", other, true),
        ] {
            assert_eq!(policy.allows(kind, url, host), expected, "{kind:?} {url}");
        }
        assert!(Policy::new("").allows(Resource::Script, "https://a.b/", other));
    }

    #[test]
    fn what_stands_in_the_page_must_be_allowed() {
        assert!(!Policy::new(STRICT).allows_inline(Resource::Script, None));
        assert!(Policy::new("img-src 'self'").allows_inline(Resource::Script, None));
        assert!(Policy::new("style-src 'unsafe-inline'").allows_inline(Resource::Style, None));
        assert!(Policy::new("script-src 'nonce-Ab1'").allows_inline(Resource::Script, Some("Ab1")));
        assert!(!Policy::new("script-src 'nonce-Ab1'").allows_inline(Resource::Script, Some("ab1")));
    }
}
