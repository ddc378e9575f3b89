//! The hosts that pages load images from: what the Content-Security-Policy says, and what articles may show. One rule for both.

use serde::Deserialize;

/// Where images of articles may come from, beside the site itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ImageHosts {
    /// Any host, by `https:`.
    #[default]
    Any,
    /// These hosts, by `https:`.
    These(Vec<Host>),
}

impl ImageHosts {
    /// The sources of `img-src`, for a Content-Security-Policy.
    pub fn policy(&self) -> String {
        match self {
            Self::Any => "https:".to_owned(),
            Self::These(hosts) => {
                let sources: Vec<String> = hosts.iter().map(Host::source).collect();
                sources.join(" ")
            }
        }
    }

    /// Whether a page loads the image at this URL of another site.
    pub fn allow(&self, url: &str) -> bool {
        let Some(host) = secure_host(url) else { return false };
        match self {
            Self::Any => true,
            Self::These(hosts) => hosts.iter().any(|allowed| allowed.covers(&host)),
        }
    }
}

/// A host that images, or a script that counts visits, may come from: `images.example.com`, or `*.example.com` for all below
/// one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct Host(String);

impl Host {
    /// As a Content-Security-Policy names it.
    pub fn source(&self) -> String {
        format!("https://{}", self.0)
    }

    fn covers(&self, host: &str) -> bool {
        match self.0.strip_prefix('*') {
            Some(end) => host.len() > end.len() && host.ends_with(end),
            None => host == self.0,
        }
    }
}

impl TryFrom<String> for Host {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let lower = written.to_ascii_lowercase();
        let name = lower.strip_prefix("*.").unwrap_or(&lower);
        let is_label = |label: &str| {
            !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        if name.split('.').all(is_label) {
            return Ok(Self(lower));
        }
        let near = lower.split_once("://").map_or(&*lower, |(_, rest)| rest);
        let near = near.split(['/', '?', '#', ':']).next().unwrap_or(near);
        let plain = near.strip_prefix("*.").unwrap_or(near);
        let meant = if plain.split('.').all(is_label) {
            format!("\nhelp: did you mean `{near}`?")
        } else {
            String::new()
        };
        Err(format!("`{written}` is not a host name such as `images.example.com` or `*.example.com`{meant}"))
    }
}

/// The host of a URL that begins with `https:`, in lower case.
fn secure_host(url: &str) -> Option<String> {
    let url = url.trim_start_matches(|c: char| c <= ' ');
    let rest = url.get(..8).filter(|start| start.eq_ignore_ascii_case("https://")).and(url.get(8..))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = authority.strip_suffix(":443").unwrap_or(authority);
    // A name, a password and a backslash here are read in one way by some, in another by others.
    let is_plain = |c: char| !(c.is_whitespace() || c.is_control() || matches!(c, '@' | '\\'));
    (!host.is_empty() && host.chars().all(is_plain)).then(|| host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn these(hosts: &[&str]) -> ImageHosts {
        ImageHosts::These(hosts.iter().map(|host| Host::try_from((*host).to_owned()).unwrap()).collect())
    }

    #[test]
    fn images_come_by_https_from_hosts_that_are_allowed() {
        let any = ImageHosts::Any;
        for (url, expected) in [
            ("https://a.example/x.png", true),
            ("HTTPS://a.example/x.png", true),
            ("https://a.example:8443/x.png", true),
            ("http://a.example/x.png", false),
            ("ftp://a.example/x.png", false),
            ("https:///x.png", false),
            ("https://u:p@a.example/x.png", false),
            ("https://a.example\\@b.example/x.png", false),
            ("https:a.example/x.png", false),
        ] {
            assert_eq!(any.allow(url), expected, "{url}");
        }
        let some = these(&["images.example.com", "*.cdn.example"]);
        for (url, expected) in [
            ("https://images.example.com/x.png", true),
            ("https://IMAGES.example.com:443/x.png", true),
            ("https://a.cdn.example/x.png", true),
            ("https://cdn.example/x.png", false),
            ("https://evilcdn.example/x.png", false),
            ("https://images.example.com.evil.example/x.png", false),
            ("https://images.example.com@evil.example/x.png", false),
            ("https://images.example.com:8443/x.png", false),
        ] {
            assert_eq!(some.allow(url), expected, "{url}");
        }
        assert!(!these(&[]).allow("https://a.example/x.png"));
        assert_eq!(any.policy(), "https:");
        assert_eq!(some.policy(), "https://images.example.com https://*.cdn.example");
        assert_eq!(these(&[]).policy(), "");
    }

    #[test]
    fn hosts_are_names() {
        let refused = |written: &str| Host::try_from(written.to_owned()).unwrap_err();
        assert!(refused("https://a.example/x").contains("did you mean `a.example`?"));
        assert!(refused("a.example; script-src *").contains("is not a host name"));
        assert!(refused("*").contains("is not a host name") && refused("").contains("is not a host name"));
    }
}
