//! A web server on loopback that answers as a test says, and behaves as badly as it wants. Every connection carries one request.
#![allow(dead_code, clippy::unwrap_used, reason = "each binary has its own needs, and a test may fail")]

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A server that runs until it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) port: u16,
    requests: Arc<Mutex<Vec<String>>>,
    stopped: Arc<AtomicBool>,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// Path and query; `host:port` of a `CONNECT`.
    pub(crate) target: String,
    /// As long as its `Content-Length` says.
    pub(crate) body: String,
    head: String,
}

impl Request {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

/// What becomes of a request.
pub(crate) enum Reaction {
    /// These bytes, and the end.
    Raw(Vec<u8>),
    /// These bytes, then these others again and again, as long as somebody reads.
    Endless(Vec<u8>, Vec<u8>),
    /// Nothing, and no end.
    Silence,
    /// The end of the connection.
    Hangup,
}

impl Reaction {
    /// A status with headers, a line each, and a body.
    pub(crate) fn status(status: u16, headers: &str, body: &str) -> Self {
        let headers: String = headers.lines().map(|line| format!("{}\r\n", line.trim())).collect();
        let length = body.len();
        Self::Raw(
            format!(
                "HTTP/1.1 {status} X\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            )
            .into(),
        )
    }

    /// A page of HTML.
    pub(crate) fn page(html: &str) -> Self {
        Self::status(200, "Content-Type: text/html; charset=utf-8", html)
    }

    /// A redirect.
    pub(crate) fn redirect(status: u16, to: &str) -> Self {
        Self::status(status, &format!("Location: {to}"), "")
    }
}

impl Server {
    /// A server that asks `react` what to do with each request.
    pub(crate) fn start(react: impl Fn(&Request) -> Reaction + Send + Sync + 'static) -> Self {
        Self::accept(react, |stream| Some(Box::new(stream)))
    }

    /// A server that speaks TLS with a certificate of `certificates/`, by its name, and a key of that folder.
    pub(crate) fn start_tls(
        certificate: &str,
        key: &str,
        react: impl Fn(&Request) -> Reaction + Send + Sync + 'static,
    ) -> Self {
        let chain = CertificateDer::from_pem_file(certificates().join(format!("{certificate}.pem"))).unwrap();
        let key = PrivateKeyDer::from_pem_file(certificates().join(format!("{key}.key"))).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![chain], key)
            .unwrap();
        let config = Arc::new(config);
        Self::accept(react, move |stream| {
            let connection = ServerConnection::new(Arc::clone(&config)).ok()?;
            Some(Box::new(StreamOwned::new(connection, stream)))
        })
    }

    fn accept(
        react: impl Fn(&Request) -> Reaction + Send + Sync + 'static,
        open: impl Fn(TcpStream) -> Option<Box<dyn Connection>> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (requests, stopped) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let (log, ended) = (Arc::clone(&requests), Arc::clone(&stopped));
        let (react, open) = (Arc::new(react), Arc::new(open));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if ended.load(Ordering::Relaxed) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let (log, react, open) = (Arc::clone(&log), Arc::clone(&react), Arc::clone(&open));
                thread::spawn(move || {
                    if let Some(mut connection) = open(stream) {
                        serve(&mut *connection, &log, &*react);
                    }
                });
            }
        });
        Self { port, requests, stopped }
    }

    /// `GET /x` and the like, sorted: who is asked first depends on threads.
    pub(crate) fn requests(&self) -> Vec<String> {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone();
        requests.sort();
        requests
    }

    /// How many requests came with this method.
    pub(crate) fn count(&self, method: &str) -> usize {
        self.requests().iter().filter(|request| request.starts_with(method)).count()
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Whoever waits for a connection gets one.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// A connection, encrypted or not.
trait Connection: Read + Write {
    /// Says that nothing more will be written.
    fn end(&mut self) -> io::Result<()>;
}

impl Connection for TcpStream {
    fn end(&mut self) -> io::Result<()> {
        self.shutdown(Shutdown::Write)
    }
}

impl Connection for StreamOwned<ServerConnection, TcpStream> {
    fn end(&mut self) -> io::Result<()> {
        self.conn.send_close_notify();
        self.flush()
    }
}

/// Where the certificates of the server are.
pub(crate) fn certificates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/server/certificates")
}

fn serve(stream: &mut dyn Connection, log: &Mutex<Vec<String>>, react: &dyn Fn(&Request) -> Reaction) {
    let Some(mut request) = read(stream) else { return };
    if request.method == "CONNECT" {
        // A proxy: whatever is asked through it is asked of the host named.
        let host = request.target.trim_end_matches(":80").to_owned();
        if stream.write_all(b"HTTP/1.1 200 X\r\n\r\n").is_err() {
            return;
        }
        let Some(inner) = read(stream) else { return };
        request = Request { target: format!("http://{host}{}", inner.target), ..inner };
    }
    let line = format!("{} {}", request.method, request.target);
    log.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    let _ = answer(stream, react(&request), request.method == "HEAD");
}

fn answer(stream: &mut dyn Connection, reaction: Reaction, is_head: bool) -> io::Result<()> {
    match reaction {
        Reaction::Raw(bytes) => {
            let end =
                bytes.windows(4).position(|window| window == b"\r\n\r\n").map_or(bytes.len(), |at| at + 4);
            stream.write_all(if is_head { &bytes[..end] } else { &bytes })?;
            stream.end()?;
            // Until the other side has read it: a close with bytes unread would be a reset.
            stream.read_to_end(&mut Vec::new()).map(drop)
        }
        Reaction::Endless(first, next) => {
            stream.write_all(&first)?;
            loop {
                stream.write_all(&next)?;
            }
        }
        Reaction::Silence => stream.read_to_end(&mut Vec::new()).map(drop),
        Reaction::Hangup => Ok(()),
    }
}

/// A request with its body.
fn read(stream: &mut dyn Connection) -> Option<Request> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        head.push(byte[0]);
        // The first byte of TLS, which nobody here speaks.
        if head == [0x16] {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
            return None;
        }
    }
    let head = String::from_utf8(head).ok()?;
    let mut words = head.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut request = Request { method, target, body: String::new(), head };
    let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    stream.read_exact(&mut body).ok()?;
    request.body = String::from_utf8(body).ok()?;
    Some(request)
}
