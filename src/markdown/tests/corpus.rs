//! Every article of the corpora beside the project, where they are.

use super::damage::spans;
use super::{TestHost, body_of};
use crate::markdown::{Document, Placement};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !path.is_dir() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

fn articles() -> Vec<(PathBuf, String)> {
    let Some(shared) = shared() else { return Vec::new() };
    let mut found = Vec::new();
    for folder in ["corpus", "corpus-with-source", "seeds"] {
        for entry in walkdir::WalkDir::new(shared.join(folder)).sort_by_file_name().into_iter().flatten() {
            if entry.path().extension().is_some_and(|extension| extension == "md")
                && let Ok(text) = std::fs::read_to_string(entry.path())
            {
                found.push((entry.into_path(), text));
            }
        }
    }
    found
}

/// Where the Markdown starts, for texts that have front matter in the usual form.
fn body_start(text: &str) -> usize {
    let head = text.trim_start_matches('\u{feff}');
    if !head.starts_with("---") {
        return 0;
    }
    match head.find("\n---") {
        Some(end) => {
            let end = text.len() - head.len() + end + 4;
            text[end..].find('\n').map_or(text.len(), |line| end + line + 1)
        }
        None => 0,
    }
}

#[test]
fn every_article_is_well_formed() {
    let articles = articles();
    for (path, text) in &articles {
        let document = Document::parse(text, body_start(text));
        let html = body_of(&document);
        for span in spans(&document) {
            assert!(text.get(span.range()).is_some(), "{}: {span:?}", path.display());
        }
        for lookup in &document.lookups {
            assert!(!html.contains(&*lookup.source_text), "{}: {}", path.display(), lookup.source_text);
            assert!(!document.text.contains(&*lookup.source_text));
        }
        for link in document.links.iter().filter(|link| link.placement == Placement::Body) {
            assert!(!link.destination_span.is_empty() || link.destination.is_empty(), "{}", path.display());
        }
        assert!(!html.contains("Click here to"), "{}", path.display());
    }
}

/// `cargo test --release --lib markdown::tests::corpus::speed -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
fn speed() {
    let articles = articles();
    let mut times: Vec<Duration> = Vec::new();
    let (mut read, mut bytes, mut memory) = (Duration::ZERO, 0, 0);
    for (_, text) in &articles {
        let start = Instant::now();
        let document = Document::parse(text, body_start(text));
        read += start.elapsed();
        let mut html = String::new();
        let host = TestHost::new(&document);
        document.write_body(&host, &mut html);
        times.push(start.elapsed());
        bytes += html.len();
        memory += document.html.markup.html.capacity() + document.html.markup.holes.capacity() * 16;
    }
    times.sort_unstable();
    let whole: Duration = times.iter().sum();
    if let (Some(median), Some(last)) = (times.get(times.len() / 2), times.last()) {
        println!(
            "{} articles, parse {read:?}, all {whole:?}, median {median:?}, longest {last:?}",
            times.len()
        );
        println!("{bytes} bytes of HTML, {memory} bytes of markup");
    }
}
