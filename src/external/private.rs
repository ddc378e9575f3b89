//! Which hosts are no part of the public web. Resolves no name.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::Host;

use super::address::Address;

/// Hosts that may be asked although they are private: `wiki.example.internal`, `127.0.0.1:8080`.
#[derive(Clone, Debug, Default)]
pub struct Allowed(Vec<String>);

impl Allowed {
    /// Hosts, each with a port or without.
    pub fn new(hosts: &[String]) -> Self {
        Self(hosts.iter().map(|host| host.to_ascii_lowercase()).collect())
    }

    pub(super) fn has(&self, host: &str, port: u16) -> bool {
        let is_it = |allowed: &String| {
            allowed == host
                || allowed.strip_prefix(host).and_then(|rest| rest.strip_prefix(':'))
                    == Some(&port.to_string())
        };
        self.0.iter().any(is_it)
    }
}

/// The ends of names that nobody can own (RFC 2606, 6761, 6762, 7686, 8375, 9476), and the custom of company networks.
const RESERVED: [&str; 12] = [
    "alt",
    "corp",
    "example",
    "example.com",
    "example.net",
    "example.org",
    "home.arpa",
    "internal",
    "invalid",
    "local",
    "localhost",
    "test",
];

/// Whether the address says by itself that it is no part of the public web: a number of a private network, a name without a
/// dot, one that is reserved for examples.
pub(super) fn is_private_by_name(address: &Address) -> bool {
    match address.host_kind() {
        Some(Host::Ipv4(number)) => is_private(IpAddr::V4(number)),
        Some(Host::Ipv6(number)) => is_private(IpAddr::V6(number)),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            let is_below = |end: &&str| {
                name.strip_suffix(*end).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            };
            !name.contains('.') || name.ends_with(".onion") || RESERVED.iter().any(is_below)
        }
        None => true,
    }
}

/// Whether a number is not one of the public internet.
pub(super) fn is_private(number: IpAddr) -> bool {
    match number.to_canonical() {
        IpAddr::V4(number) => is_private_v4(number),
        IpAddr::V6(number) => is_private_v6(number),
    }
}

fn is_private_v4(number: Ipv4Addr) -> bool {
    let [a, b, c, _] = number.octets();
    number.is_private()
        || number.is_loopback()
        || number.is_link_local()
        || number.is_broadcast()
        || number.is_multicast()
        || number.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 198 && (b == 18 || b == 19))
        || (a, b, c) == (192, 0, 0)
}

fn is_private_v6(number: Ipv6Addr) -> bool {
    let [first, second, .., seventh, eighth] = number.segments();
    let v4 = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_private_v4(Ipv4Addr::new(a, b, c, d))
    };
    match (first, second) {
        // Embedded IPv4.
        (0x64, 0xff9b) => v4(seventh, eighth),
        (0x2002, _) => v4(second, number.segments()[2]),
        (0, 0) => true,
        (0x2001, 0xdb8) => true,
        _ => {
            number.is_multicast()
                || number.is_unique_local()
                || number.is_unicast_link_local()
                || (first & 0xffc0) == 0xfec0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_numbers() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "255.255.255.255",
            "224.0.0.1",
            "198.18.0.1",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "fec0::1",
            "::7f00:1",
        ] {
            assert!(is_private(private.parse().unwrap()), "{private}");
        }
        for public in ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808"] {
            assert!(!is_private(public.parse().unwrap()), "{public}");
        }
    }

    #[test]
    fn names_that_nobody_can_own() {
        let is = |written: &str| is_private_by_name(&Address::parse(written).unwrap());
        for private in [
            "http://localhost:3000/",
            "https://www.example.com/x",
            "https://printer.local",
            "http://intranet/",
            "http://2130706433/",
            "http://[::1]:80/",
            "https://a.test./",
        ] {
            assert!(is(private), "{private}");
        }
        for public in ["https://learn.microsoft.com/", "https://example.dev/", "https://myexample.com/"] {
            assert!(!is(public), "{public}");
        }
    }

    #[test]
    fn what_is_allowed() {
        let allowed = Allowed::new(&["Wiki.Corp".to_owned(), "127.0.0.1:81".to_owned()]);
        assert!(allowed.has("wiki.corp", 443) && allowed.has("127.0.0.1", 81));
        assert!(!allowed.has("127.0.0.1", 80) && !allowed.has("wiki", 443));
    }
}
