//! Finds the IP addresses of a host, and refuses those of private networks: at every new connection, whatever led there. Connects to
//! nothing.

use std::fmt;
use std::net::IpAddr;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use super::private::{Allowed, is_private};

/// A resolver that refuses private IP addresses.
#[derive(Debug)]
pub(super) struct Guard {
    pub(super) allowed: Allowed,
    /// Host and port of the proxy, which may stand anywhere.
    pub(super) proxy: Option<(String, u16)>,
    pub(super) inner: DefaultResolver,
}

/// A host whose IP address is that of a private network.
#[derive(Clone, Copy, Debug)]
pub(super) struct PrivateIp(pub(super) IpAddr);

impl fmt::Display for PrivateIp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl std::error::Error for PrivateIp {}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        let host = uri.host().unwrap_or_default().to_ascii_lowercase();
        let port = found.first().map_or(0, std::net::SocketAddr::port);
        let is_proxy = self.proxy.as_ref().is_some_and(|(name, at)| *name == host && *at == port);
        if is_proxy || self.allowed.has(&host, port) {
            return Ok(found);
        }
        // One private IP address among public ones is one too many: nobody says which is taken.
        match found.iter().find(|socket| is_private(socket.ip())) {
            Some(socket) => Err(ureq::Error::Other(Box::new(PrivateIp(socket.ip())))),
            None => Ok(found),
        }
    }
}
