//! The preview over HTTP, for browsers of this machine: who is served, what becomes a job of the event loop, and updates
//! for pages that are open. Knows no site.

use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use percent_encoding::percent_decode_str;
use tokio::sync::{Semaphore, oneshot, watch};

use super::connection::Connection;
use super::exchange::{Answer, GetRequest, Trust, View};
use super::inject::PREVIEW_PATH;
use super::queue::Job;

/// What every request is answered with.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    jobs: Sender<Job>,
    updates: watch::Receiver<u64>,
    address: SocketAddr,
}

impl Shared {
    pub(super) fn new(jobs: Sender<Job>, updates: watch::Receiver<u64>, address: SocketAddr) -> Self {
        Self { jobs, updates, address }
    }
}

/// What connections may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Until all of a request's head is there.
    head: Duration,
    /// Until a reader takes more of what is written.
    write: Duration,
    /// How many there may be at once; others wait.
    connections: usize,
}

pub(super) const LIMITS: Limits =
    Limits { head: Duration::from_secs(10), write: Duration::from_secs(30), connections: 256 };

/// Answers requests until the process ends.
///
/// # Errors
/// The network fails.
pub(super) fn run(listener: TcpListener, shared: Shared, limits: Limits) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.context("cannot wait for requests")?.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let router = Router::new().fallback(answer).with_state(shared);
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(limits.head);
        let free = Arc::new(Semaphore::new(limits.connections));
        loop {
            let permit = free.clone().acquire_owned().await?;
            // The machine may have no more to give for a while.
            let Ok((stream, _)) = listener.accept().await else {
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            };
            let service = TowerToHyperService::new(router.clone());
            let connection =
                http.serve_connection(TokioIo::new(Connection::new(stream, limits.write)), service);
            // How a browser ends a connection is its own matter.
            tokio::spawn(async move {
                drop(connection.await);
                drop(permit);
            });
        }
    })
}

async fn answer(State(shared): State<Shared>, request: Request) -> Response {
    let headers = request.headers();
    let is_own_address =
        request.uri().authority().is_none_or(|host| is_own(host.as_str(), shared.address.port()));
    if !is_own_host(headers, shared.address.port()) || !is_own_address {
        return plain(
            StatusCode::FORBIDDEN,
            "The preview only answers requests from this machine: localhost or 127.0.0.1.\n",
        );
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "The preview is read-only.\n");
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let uri = request.uri();
    let query = uri.query().unwrap_or_default().to_owned();
    let Some(path) = decode(uri.path()) else {
        return plain(StatusCode::BAD_REQUEST, "The URL is not valid UTF-8.\n");
    };
    if path.starts_with(PREVIEW_PATH) && !is_asked_by_the_site(headers) {
        return plain(StatusCode::FORBIDDEN, "Only pages of the preview can use this.\n");
    }
    if path.strip_prefix(PREVIEW_PATH) == Some("events") {
        let mut response = updates(shared, &query).into_response();
        protect(&mut response, Trust::Site);
        return response;
    }
    let languages = if comes_from_here(headers, shared.address.port()) {
        None
    } else {
        text(headers, header::ACCEPT_LANGUAGE)
    };
    let wanted = GetRequest { path, query, languages, is_fresh: false };
    let (reply, answered) = oneshot::channel();
    let sent = shared.jobs.send(Job::Get(wanted, reply)).is_ok();
    match answered.await {
        Ok(answer) if sent => respond(answer),
        _ => plain(StatusCode::SERVICE_UNAVAILABLE, "The preview has stopped.\n"),
    }
}

/// The path without the slash at its beginning.
fn decode(path: &str) -> Option<String> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    Some(decoded.strip_prefix('/').unwrap_or(&decoded).to_owned())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// Whether the browser was sent here by a name of this machine: any other may come from a page of another site.
fn is_own_host(headers: &HeaderMap, port: u16) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next().and_then(|host| host.to_str().ok()), hosts.next()) {
        (Some(host), None) => is_own(host, port),
        _ => false,
    }
}

fn is_own(host: &str, port: u16) -> bool {
    let with_port = |name: &&str| host.eq_ignore_ascii_case(&format!("{name}:{port}"));
    let names = ["localhost", "127.0.0.1", "[::1]"];
    names.iter().any(|name| with_port(name) || (port == 80 && host.eq_ignore_ascii_case(name)))
}

/// Whether the reader comes from a page of this preview.
fn comes_from_here(headers: &HeaderMap, port: u16) -> bool {
    let from = text(headers, header::REFERER);
    let host = from.as_deref().and_then(|from| from.strip_prefix("http://")?.split('/').next());
    host.is_some_and(|host| is_own(host, port))
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    let media = "text/plain; charset=utf-8";
    respond(Answer { status: status.as_u16(), media, body: text.into(), ..Answer::default() })
}

fn respond(answer: Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let cache = if answer.lasting { "max-age=31536000, immutable" } else { "no-store" };
    let fixed = [
        (header::CONTENT_TYPE, answer.media),
        (header::CACHE_CONTROL, cache),
        (header::VARY, "Accept-Language"),
    ];
    response.headers_mut().extend(fixed.map(|(name, value)| (name, HeaderValue::from_static(value))));
    // Browsers do not show a PDF that is locked up, and run nothing of it.
    let is_pdf = answer.media == "application/pdf";
    protect(&mut response, if is_pdf { Trust::Site } else { answer.trust });
    if let Some(location) = answer.location.and_then(|location| HeaderValue::from_str(&location).ok()) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// Protects what is here from pages of other sites, and the pages from contributed files.
fn protect(response: &mut Response, trust: Trust) {
    let policy = match trust {
        // Pages bring the rest along.
        Trust::Site => "frame-ancestors 'self'",
        // Opened by itself a picture could hold a script, and a page anything.
        Trust::Contributed => {
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; media-src 'self'; \
             frame-ancestors 'self'; sandbox"
        }
    };
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
    ];
    response.headers_mut().extend(fixed.map(|(name, value)| (name, HeaderValue::from_static(value))));
}

/// Whether a browser asks on behalf of a page of the preview or of the reader; other clients do not say.
fn is_asked_by_the_site(headers: &HeaderMap) -> bool {
    let site = text(headers, HeaderName::from_static("sec-fetch-site"));
    site.is_none_or(|site| site == "same-origin" || site == "none")
}

/// A page that is open in a browser and waits for updates.
struct OpenPage {
    shared: Shared,
    path: String,
    /// What it shows.
    view: View,
    /// What is still to be sent, the first event last.
    pending: Vec<Event>,
    is_first: bool,
}

/// Sends an open page an event when it looks different, has another style sheet or other notes.
fn updates(shared: Shared, query: &str) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let found = pairs.find(|(key, _)| *key == name).map_or("", |(_, value)| value);
        percent_decode_str(&found.replace('+', " ")).decode_utf8_lossy().into_owned()
    };
    let view = View { digest: value("digest"), style: value("style"), notes: String::new() };
    let path = decode(&value("path")).unwrap_or_default();
    let page = OpenPage { shared, path, view, pending: Vec::new(), is_first: true };
    let stream = stream::unfold(page, |mut page| async move {
        let event = page.next_event().await?;
        Some((Ok(event), page))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

impl OpenPage {
    async fn next_event(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.pending.pop() {
                return Some(event);
            }
            if !std::mem::take(&mut self.is_first) {
                self.shared.updates.changed().await.ok()?;
            }
            self.shared.updates.mark_unchanged();
            let (reply, answered) = oneshot::channel();
            self.shared.jobs.send(Job::View(self.path.clone(), reply)).ok()?;
            let view = answered.await.ok()?;
            self.pending = self.differences(&view);
            self.view = view;
        }
    }

    /// The last is sent first.
    fn differences(&self, view: &View) -> Vec<Event> {
        let mut events = Vec::new();
        if view.notes != self.view.notes {
            events.push(Event::default().event("notes").data(&view.notes));
        }
        if view.digest != self.view.digest {
            events.push(Event::default().event("page").data(&view.digest));
        } else if view.style != self.view.style {
            events.push(Event::default().event("style").data(&view.style));
        }
        events
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_its_own() {
        for host in ["localhost:3277", "LOCALHOST:3277", "127.0.0.1:3277", "[::1]:3277"] {
            assert!(is_own(host, 3277), "{host}");
        }
        for host in [
            "localhost",
            "localhost:1",
            "example.com:3277",
            "127.0.0.1.example.com:3277",
            "",
            "127.0.0.2:3277",
        ] {
            assert!(!is_own(host, 3277), "{host}");
        }
        assert!(is_own("localhost", 80));
    }

    #[test]
    fn connections_that_send_no_request_are_closed() {
        use std::io::{Read as _, Write as _};
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, _jobs) = std::sync::mpsc::channel();
        let (_updates, updated) = watch::channel(0);
        let limits = Limits { head: Duration::from_millis(50), ..LIMITS };
        std::thread::spawn(move || run(listener, Shared::new(sender, updated, address), limits));
        for sent in ["", "GET / HTTP/1.1\r\nHost: loc"] {
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            stream.write_all(sent.as_bytes()).unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
            // Closed, with or without a word.
            stream.read_to_end(&mut Vec::new()).unwrap();
        }
    }

    #[test]
    fn connections_that_take_no_answer_are_closed() {
        use std::io::{Read as _, Write as _};
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, jobs) = std::sync::mpsc::channel();
        let (_updates, updated) = watch::channel(0);
        let limits = Limits { write: Duration::from_millis(50), connections: 1, ..LIMITS };
        std::thread::spawn(move || run(listener, Shared::new(sender, updated, address), limits));
        std::thread::spawn(move || {
            while let Ok(Job::Get(request, reply)) = jobs.recv() {
                // More than the system holds for a reader.
                let body = if request.path == "large" { vec![b'x'; 64 << 20] } else { b"small".to_vec() };
                drop(reply.send(Answer { status: 200, media: "text/plain", body, ..Answer::default() }));
            }
        });
        let ask_for = |path: &str| {
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            let port = address.port();
            let head = format!("GET /{path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
            stream.write_all(head.as_bytes()).unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
            stream
        };
        let unread = ask_for("large");
        let mut answer = String::new();
        ask_for("small").read_to_string(&mut answer).unwrap();
        assert!(answer.ends_with("small"), "{answer}");
        drop(unread);
    }
}
