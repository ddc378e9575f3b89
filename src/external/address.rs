//! An address of the web without its fragment, as browsers read it. Asks nobody.

use std::fmt;

use url::{Host, Url};

/// An absolute `http:` or `https:` address, normal, without fragment, user name and password.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(Url);

impl Address {
    /// Reads what is written; none for what no browser would open over the web.
    pub fn parse(written: &str) -> Option<Self> {
        Url::parse(written.trim()).ok().and_then(Self::of)
    }

    /// Where a `Location` leads from here, its fragment apart.
    ///
    /// # Errors
    /// The scheme of an address that is none of the web; empty for one that cannot be read.
    pub(super) fn join(&self, location: &str) -> Result<(Self, Option<String>), String> {
        let url = self.0.join(location.trim()).map_err(|_| String::new())?;
        let fragment = url.fragment().filter(|fragment| !fragment.is_empty()).map(str::to_owned);
        let scheme = url.scheme().to_owned();
        Self::of(url).map(|address| (address, fragment)).ok_or(scheme)
    }

    fn of(mut url: Url) -> Option<Self> {
        let is_web = matches!(url.scheme(), "http" | "https");
        url.host().filter(|_| is_web)?;
        url.set_fragment(None);
        // The credentials of an article are nobody's to send; they cannot fail to be taken out where there is a host.
        let _ = url.set_username("");
        let _ = url.set_password(None);
        Some(Self(url))
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// In lower case and ASCII; an IPv6 number in brackets.
    pub(super) fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    pub(super) fn host_kind(&self) -> Option<Host<&str>> {
        self.0.host()
    }

    pub(super) fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or(80)
    }

    /// The host, and the port unless it is the usual one.
    pub(super) fn authority(&self) -> &str {
        self.0.authority()
    }

    pub(super) fn path(&self) -> &str {
        self.0.path()
    }

    pub(super) fn query(&self) -> Option<&str> {
        self.0.query()
    }

    pub(super) fn is_secure(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// The same over `https:`, where this is `http:` at the usual port.
    pub(super) fn secured(&self) -> Option<Self> {
        if self.is_secure() || self.0.port().is_some() {
            return None;
        }
        let mut url = self.0.clone();
        url.set_scheme("https").ok()?;
        Some(Self(url))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_browsers_do() {
        let read = |written: &str| Address::parse(written).map(|address| address.to_string());
        for (written, expected) in [
            ("HTTPS://Example.COM", "https://example.com/"),
            ("https://bücher.example/ä b?q=é#x", "https://xn--bcher-kva.example/%C3%A4%20b?q=%C3%A9"),
            ("http://user:secret@h.example:80/a/../b", "http://h.example/b"),
            ("http://0x7f.1/", "http://127.0.0.1/"),
            ("http://2130706433/", "http://127.0.0.1/"),
            ("http://[::FFFF:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
        ] {
            assert_eq!(read(written).as_deref(), Some(expected), "{written}");
        }
        for none in ["mailto:a@b.example", "file:///etc/passwd", "https://", "https://a b/", "x", ""] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn a_location_leads_on_the_web_only() {
        let base = Address::parse("https://h.example/a/b?c").unwrap();
        let join = |location| base.join(location).map(|(to, fragment)| (to.to_string(), fragment));
        assert_eq!(join("../x#y"), Ok(("https://h.example/x".to_owned(), Some("y".to_owned()))));
        assert_eq!(join("//other.example/"), Ok(("https://other.example/".to_owned(), None)));
        assert_eq!(join("file:///etc/passwd"), Err("file".to_owned()));
        assert_eq!(join("javascript:alert(1)"), Err("javascript".to_owned()));
        assert_eq!(join("http://[::"), Err(String::new()));
    }
}
