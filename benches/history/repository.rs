//! Reads hand-backs from the history of a git repository that holds its articles in several locales. Judges nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{ChildStdout, Command, Stdio};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use faqtory::catalog::{Article, Catalog, Options};
use faqtory::front_matter::{FrontMatter, source_hashes};
use faqtory::locale::Locale;
use faqtory::sources::{self, Scope};

use super::case::{Case, Version};

/// The translations that the repository has today, with what its newest commits, so many at most, made of them. Names that
/// files had before are not followed.
///
/// # Errors
/// The folder cannot be read, has no articles in its source locale, or git refuses.
pub(crate) fn read(folder: &Path, source_locale: Option<&str>, commits: usize) -> Result<Vec<Case>> {
    let out = folder.join("public");
    let source_locale = source_locale.map(Locale::parse).transpose()?;
    let options = Options { source_locale, ..Options::default() };
    let catalog = Catalog::new(&sources::load(folder, Scope::new(&out))?, &options);
    let pairs = pairs(&catalog)?;
    let paths: BTreeSet<&str> = pairs
        .iter()
        .flat_map(|(source, translation)| [&*source.file.path, &*translation.file.path])
        .collect();
    let texts = texts(folder, &changes(folder, commits, &paths)?)?;
    let originals: BTreeSet<&str> = pairs.iter().map(|(source, _)| &*source.file.path).collect();
    let hashes: BTreeMap<&str, BTreeMap<String, Arc<str>>> =
        originals.into_iter().map(|path| (path, by_hash(texts.get(path)))).collect();
    let tag = |article: &Article| catalog.locales[article.locale].locale.tag().to_owned();
    let case = |(source, translation): &(&Article, &Article)| {
        let path = &*translation.file.path;
        let id = &*catalog.identities[translation.identity].id;
        let (_, extension) = path.rsplit_once('.').unwrap_or((path, "md"));
        Case {
            name: path.to_owned(),
            source_locale: tag(source),
            locale: tag(translation),
            path: format!("{}.{extension}", if id.is_empty() { "index" } else { id }),
            dialect: translation.file.document.syntax.dialect,
            versions: versions(texts.get(path), texts.get(&*source.file.path), &hashes[&*source.file.path]),
        }
    };
    Ok(pairs.iter().map(case).filter(|case| case.versions.len() > 1).collect())
}

/// The articles that are translations, each after its source.
fn pairs(catalog: &Catalog) -> Result<Vec<(&Article, &Article)>> {
    let source =
        catalog.source.context("it is not known which locale is the source: name it with --source-locale")?;
    let of = |translation: &Article| {
        let original = catalog.identities[translation.identity].translations[source]?;
        (translation.locale != source).then_some(&catalog.articles[original])
    };
    let all = catalog.articles.iter();
    Ok(all.filter_map(|translation| Some((of(translation)?, translation))).collect())
}

/// A text that a file had from a commit on, counted from the oldest; 0 is before that.
type Since<T> = (usize, T);

/// The texts of a source by the hashes that translations may name them by.
fn by_hash(source: Option<&Vec<Since<Arc<str>>>>) -> BTreeMap<String, Arc<str>> {
    let texts = source.into_iter().flatten().map(|(_, text)| text);
    texts.flat_map(|text| source_hashes(text).into_iter().map(|hash| (hash, Arc::clone(text)))).collect()
}

/// The versions of a translation, each with the source that it says it was made from, else with that of its time.
fn versions(
    translation: Option<&Vec<Since<Arc<str>>>>,
    source: Option<&Vec<Since<Arc<str>>>>,
    by_hash: &BTreeMap<String, Arc<str>>,
) -> Vec<Version> {
    let version = |(commit, text): &Since<Arc<str>>| {
        let named = FrontMatter::parse(text).source_hash.and_then(|hash| by_hash.get(&hash.value));
        let of_its_time = || source?.iter().rev().find(|(since, _)| since <= commit).map(|(_, text)| text);
        let source = named.or_else(of_its_time)?;
        Some(Version { source: Arc::clone(source), translation: Arc::clone(text) })
    };
    translation.into_iter().flatten().filter_map(version).collect()
}

/// By path: the objects that each file was, the oldest first.
fn changes(
    folder: &Path,
    commits: usize,
    paths: &BTreeSet<&str>,
) -> Result<BTreeMap<String, Vec<Since<String>>>> {
    let newest = format!("--max-count={commits}");
    let log = run(
        folder,
        &[
            "log",
            "--reverse",
            "--first-parent",
            "-m",
            "--raw",
            "-z",
            "--no-abbrev",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--no-show-signature",
            "--relative",
            "--format=tformat:commit",
            &newest,
            "--",
            ".",
        ],
    )?;
    let log = String::from_utf8_lossy(&log);
    let mut pieces = log.split('\0').map(|piece| piece.trim_start_matches('\n'));
    let mut found: BTreeMap<String, Vec<Since<String>>> = BTreeMap::new();
    let mut commit = 0;
    while let Some(piece) = pieces.next() {
        if piece == "commit" {
            commit += 1;
            continue;
        }
        // `:100644 100644 <old> <new> M`, then the path.
        let words: Vec<&str> = piece.split(' ').collect();
        let ([_, _, old, new, _], Some(path)) = (words.as_slice(), pieces.next()) else { continue };
        if paths.contains(path) {
            let objects = found.entry(path.to_owned()).or_insert_with(|| vec![(0, (*old).to_owned())]);
            objects.push((commit, (*new).to_owned()));
        }
    }
    let listed = run(folder, &["ls-tree", "-r", "-z", "HEAD", "."])?;
    for entry in String::from_utf8_lossy(&listed).split('\0') {
        let Some((object, path)) = entry.split_once('\t') else { continue };
        if let (true, Some(object)) = (paths.contains(path), object.split(' ').nth(2)) {
            found.entry(path.to_owned()).or_insert_with(|| vec![(0, object.to_owned())]);
        }
    }
    Ok(found)
}

/// The texts of all objects, read by one process. A file that was not there had none.
fn texts(
    folder: &Path,
    changes: &BTreeMap<String, Vec<Since<String>>>,
) -> Result<BTreeMap<String, Vec<Since<Arc<str>>>>> {
    let all = changes.values().flatten().map(|(_, object)| object.as_str());
    let wanted: BTreeSet<&str> = all.filter(|object| object.contains(|digit| digit != '0')).collect();
    let mut child = git(folder)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("git cannot be started")?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let names: String = wanted.iter().flat_map(|object| [object, "\n"]).collect();
    let read = std::thread::scope(|scope| {
        // Git answers while it still reads: writing everything first would block for ever.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(names.as_bytes())));
        let mut answers = BufReader::new(stdout.context("git does not answer")?);
        wanted.iter().map(|object| Ok((*object, answer(&mut answers)?))).collect::<Result<BTreeMap<_, _>>>()
    });
    child.wait()?;
    let read = read?;
    let texts_of = |objects: &Vec<Since<String>>| -> Vec<Since<Arc<str>>> {
        let text = |(since, object): &Since<String>| Some((*since, read.get(object.as_str())?.clone()));
        objects.iter().filter_map(text).collect()
    };
    Ok(changes.iter().map(|(path, objects)| (path.clone(), texts_of(objects))).collect())
}

/// One answer: `<object> blob <size>`, the bytes, a line end.
fn answer(answers: &mut BufReader<ChildStdout>) -> Result<Arc<str>> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    let size = head.split_ascii_whitespace().nth(2).and_then(|size| size.parse::<usize>().ok());
    let mut bytes = vec![0; size.with_context(|| format!("git has no text for {}", head.trim()))?];
    answers.read_exact(&mut bytes)?;
    answers.read_exact(&mut [0])?;
    Ok(String::from_utf8_lossy(&bytes).into())
}

fn run(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>> {
    let output = git(folder).args(arguments).output().context("git cannot be started")?;
    if !output.status.success() {
        bail!("git failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output.stdout)
}

/// Git, which is to change nothing and to reach for nothing.
fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(["--no-pager", "-c", "core.fsmonitor=false"]);
    git.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    git
}
