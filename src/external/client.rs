//! Carries requests by HTTP: TLS, proxies and certificates as the user has them. Follows no redirect, sends nothing of one host to
//! another, and reads no more of an answer than it needs.

use std::sync::Arc;
use std::time::Duration;

use ureq::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, LOCATION, RETRY_AFTER};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error, Proxy};

use super::address::Address;
use super::answer::{Failure, FailureKind};
use super::clock::read_date;
use super::fetch::{Fetch, Method, PageBytes, PageExtent, Reply, RetryAfter};
use super::guard::{Guard, PrivateIp};
use super::options::{HostHeader, Options};
use super::private::Allowed;

/// Who asks, so that whoever reads the log of a host knows.
const USER_AGENT: &str =
    concat!("Faqtory/", env!("CARGO_PKG_VERSION"), " (link checker; +", env!("CARGO_PKG_REPOSITORY"), ")");

/// Bytes of the head of an answer that are read at the most.
const MAX_HEAD: usize = 60 << 10;

/// Bytes of an answer that are held at a time: some more than those of a head that is too large.
const BUFFER: usize = 64 << 10;

/// Bytes of a page that are read at the most.
const MAX_PAGE: u64 = 4 << 20;

/// A client of HTTP.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    headers: Vec<HostHeader>,
    allowed: Allowed,
}

impl Client {
    /// A client with the proxy that the environment names.
    pub fn new(options: &Options) -> Self {
        let proxy = Proxy::try_from_env();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(provider)
            .build();
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(USER_AGENT)
            .accept("text/html,application/xhtml+xml,*/*;q=0.8")
            .timeout_global(Some(options.timeout))
            .timeout_connect(Some(options.timeout.min(Duration::from_secs(10))))
            .input_buffer_size(BUFFER)
            .output_buffer_size(16 << 10)
            .max_response_header_size(MAX_HEAD)
            .max_idle_connections(options.limits.at_once)
            .max_idle_connections_per_host(options.limits.at_once_per_host)
            .proxy(proxy.clone())
            .tls_config(tls)
            .build();
        let guard = Guard {
            allowed: options.allowed.clone(),
            proxy: proxy.map(|proxy| (proxy.host().to_ascii_lowercase(), proxy.port())),
            inner: DefaultResolver::default(),
        };
        let agent = Agent::with_parts(config, DefaultConnector::default(), guard);
        Self { agent, headers: options.headers.clone(), allowed: options.allowed.clone() }
    }

    /// The headers of the host alone. Nobody else can read them on the way, unless the project trusts the network of the host.
    fn headers<'c>(&'c self, address: &Address) -> impl Iterator<Item = &'c HostHeader> {
        let (host, port) = (address.host(), address.port());
        let is_safe = address.is_secure() || self.allowed.has(host, port);
        let names = [address.authority().to_owned(), format!("{host}:{port}")];
        let is_of =
            move |header: &&HostHeader| names.iter().any(|name| header.host.eq_ignore_ascii_case(name));
        self.headers.iter().filter(move |header| is_safe && is_of(header))
    }
}

impl Fetch for Client {
    fn fetch(&self, address: &Address, method: Method) -> Result<Reply, Failure> {
        let mut request = match method {
            Method::Head => self.agent.head(address.as_str()),
            Method::Get => self.agent.get(address.as_str()),
        };
        for header in self.headers(address) {
            let Some(value) = &header.value else {
                return Err(Failure::new(FailureKind::HeaderMissing, ""));
            };
            request = request.header(&header.name, value);
        }
        let response = request.call().map_err(|error| failure(&error))?;
        let (parts, mut body) = response.into_parts();
        let is_page = method == Method::Get && parts.status.is_success() && is_html(&parts.headers);
        let page = if is_page { Some(read(&mut body)?) } else { None };
        let text = |name| parts.headers.get(name).map(|value| written(value.as_bytes()));
        let retry_after = text(RETRY_AFTER).and_then(|written| retry_after(&written));
        Ok(Reply { status: parts.status.as_u16(), location: text(LOCATION), retry_after, page })
    }
}

/// The text of a header. What is no text is percent-encoded, as browsers do in a `Location`.
fn written(value: &[u8]) -> String {
    value.utf8_chunks().fold(String::new(), |text, chunk| {
        let encoded: String = chunk.invalid().iter().map(|byte| format!("%{byte:02X}")).collect();
        text + chunk.valid() + &encoded
    })
}

/// Whether the answer is a page that can be read as it comes. What is compressed was not asked for, and may be a bomb.
fn is_html(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).map(|kind| kind.as_bytes().to_ascii_lowercase()).unwrap_or_default();
    let is_plain = headers.get(CONTENT_ENCODING).is_none_or(|coding| coding == "identity");
    is_plain && (kind.starts_with(b"text/html") || kind.starts_with(b"application/xhtml+xml"))
}

fn read(body: &mut Body) -> Result<PageBytes, Failure> {
    let mut bytes = Vec::new();
    // Over the limit the reader returns an error instead of an end.
    let mut reader = body.with_config().limit(MAX_PAGE + 1).reader();
    let mut limited = std::io::Read::take(&mut reader, MAX_PAGE);
    std::io::Read::read_to_end(&mut limited, &mut bytes).map_err(|error| failure(&Error::from(error)))?;
    let extent = if bytes.len() as u64 == MAX_PAGE { PageExtent::Beginning } else { PageExtent::Whole };
    Ok(PageBytes { bytes, extent })
}

fn retry_after(written: &str) -> Option<RetryAfter> {
    let written = written.trim();
    if let Ok(seconds) = written.parse() {
        return Some(RetryAfter::Seconds(seconds));
    }
    read_date(written).map(RetryAfter::At)
}

fn failure(error: &Error) -> Failure {
    let kind = match error {
        Error::Timeout(_) => FailureKind::Timeout,
        Error::HostNotFound => FailureKind::NoSuchHost,
        Error::Io(io) => return of_io(io),
        Error::LargeResponseHeader(..) => {
            return Failure::new(FailureKind::BrokenAnswer, "its head is too large");
        }
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) => FailureKind::Connection,
        Error::Other(other) if other.is::<PrivateIp>() => FailureKind::Private,
        Error::Rustls(error) => of_tls(error),
        Error::Tls(_) | Error::TlsRequired => FailureKind::Encryption,
        _ => FailureKind::BrokenAnswer,
    };
    Failure::new(kind, error.to_string())
}

fn of_io(error: &std::io::Error) -> Failure {
    use std::io::ErrorKind;
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
    if let Some(error) = inner {
        return failure(error);
    }
    let tls = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    let text = error.to_string();
    let kind = match error.kind() {
        _ if tls.is_some() => tls.map_or(FailureKind::Encryption, of_tls),
        ErrorKind::TimedOut | ErrorKind::WouldBlock => FailureKind::Timeout,
        ErrorKind::ConnectionRefused | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => {
            FailureKind::Connection
        }
        _ if NO_HOST.iter().any(|words| text.contains(words)) => FailureKind::NoSuchHost,
        _ if text.contains("lookup address") => FailureKind::NameLookup,
        _ => FailureKind::BrokenAnswer,
    };
    Failure::new(kind, text)
}

/// How systems say that there is no host of a name: glibc (two), musl, macOS and the BSDs, Windows.
const NO_HOST: [&str; 5] = [
    "Name or service not known",
    "No address associated with hostname",
    "Name does not resolve",
    "nodename nor servname provided",
    "No such host is known",
];

fn of_tls(error: &rustls::Error) -> FailureKind {
    use rustls::{CertificateError as Flaw, Error};
    match error {
        Error::InvalidCertificate(
            Flaw::Expired
            | Flaw::ExpiredContext { .. }
            | Flaw::NotValidForName
            | Flaw::NotValidForNameContext { .. },
        ) => FailureKind::WrongCertificate,
        Error::InvalidCertificate(_) => FailureKind::UntrustedCertificate,
        _ => FailureKind::Encryption,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Ages, Limits, Patterns};
    use super::*;

    /// With a header for `a.dev` of this value.
    fn client(value: Option<&str>) -> Client {
        Client::new(&Options {
            patterns: Patterns::default(),
            allowed: Allowed::default(),
            limits: Limits::default(),
            ages: Ages::default(),
            cache: String::new(),
            timeout: Duration::from_secs(1),
            headers: vec![HostHeader {
                host: "A.dev".to_owned(),
                name: "Authorization".to_owned(),
                variable: "TOKEN".to_owned(),
                value: value.map(str::to_owned),
            }],
        })
    }

    #[test]
    fn a_secret_is_sent_encrypted_and_to_its_port_alone() {
        let mut client = client(Some("x"));
        let urls = ["https://a.dev/", "http://a.dev/", "https://a.dev:8443/", "https://b.a.dev/"];
        let gets = |client: &Client| urls.map(|url| client.headers(&Address::parse(url).unwrap()).count());
        assert_eq!(gets(&client), [1, 0, 0, 0]);
        client.headers[0].host = "a.dev:8443".to_owned();
        assert_eq!(gets(&client), [0, 0, 1, 0]);
        client.headers[0].host = "a.dev:443".to_owned();
        assert_eq!(gets(&client), [1, 0, 0, 0]);
        (client.headers[0].host, client.allowed) = ("a.dev".to_owned(), Allowed::new(&["a.dev".to_owned()]));
        assert_eq!(gets(&client), [1, 1, 0, 0]);
    }

    #[test]
    fn without_its_secret_a_host_is_not_asked() {
        let asked = client(None).fetch(&Address::parse("https://a.dev/").unwrap(), Method::Head);
        assert_eq!(asked.map_err(|failure| failure.kind).unwrap_err(), FailureKind::HeaderMissing);
    }

    #[test]
    fn when_to_ask_again() {
        assert_eq!(retry_after(" 120 "), Some(RetryAfter::Seconds(120)));
        assert_eq!(retry_after("Thu, 01 Jan 1970 00:01:00 GMT"), Some(RetryAfter::At(60)));
        assert_eq!(retry_after("soon"), None);
    }
}
