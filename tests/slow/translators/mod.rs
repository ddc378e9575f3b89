//! Packages for translators in the hands of others: the schemas of OASIS, gettext and translate-toolkit.

mod made;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use faqtory::exchange::{
    CodeKind, Content, ExchangeFile, FileKind, Format, Original, Piece, ReturnedUnit, TargetState, read,
    units, write_po, write_xliff, write_xliff12,
};
use faqtory::locale::Locale;
use faqtory::markdown::Syntax;

use crate::harness::{Need, Test, need, tests, translators_folder};
use made::Words;

pub(crate) const TESTS: &[Test] =
    tests![xliff_is_valid_by_its_schemas, gettext_accepts_the_po, translate_toolkit_translates_everything];

/// Writes a file in each format; `name` is what the names of the files begin with.
fn write(file: &ExchangeFile, folder: &Path, name: &str) {
    for (format, text) in [
        (Format::Xliff, write_xliff(file)),
        (Format::Xliff12, write_xliff12(file)),
        (Format::Po, write_po(file)),
    ] {
        fs::write(path(folder, name, format), text).unwrap();
    }
}

fn path(folder: &Path, name: &str, format: Format) -> PathBuf {
    folder.join(format!("{name}-{format}.{}", format.extension()))
}

/// Texts to damage, in every format.
pub(crate) fn packages() -> Vec<Vec<u8>> {
    let files = (0..20).map(|number| made::file(number, Words::Sound));
    files
        .flat_map(|file| [write_xliff, write_xliff12, write_po].map(|write| write(&file).into_bytes()))
        .collect()
}

/// Made files, and the articles of this repository.
fn files(words: Words) -> Vec<(String, ExchangeFile)> {
    let mut files: Vec<_> =
        (0..60).map(|number| (format!("made-{number}"), made::file(number, words))).collect();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en-US");
    let articles = walkdir::WalkDir::new(content).sort_by_file_name().into_iter().filter_map(Result::ok);
    let articles = articles.map(walkdir::DirEntry::into_path);
    let articles = articles.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.extend(articles.enumerate().map(|(number, path)| (format!("article-{number}"), article(&path))));
    files
}

fn article(path: &Path) -> ExchangeFile {
    let source = fs::read_to_string(path).unwrap();
    ExchangeFile {
        handoff: "spring".to_owned(),
        kind: FileKind::Article,
        id: path.file_stem().unwrap().to_string_lossy().into_owned(),
        source_locale: Locale::parse("en-US").unwrap(),
        target_locale: Locale::parse("he-IL").unwrap(),
        source: "content/en-US/a.md".to_owned(),
        target: "content/he-IL/a.md".to_owned(),
        source_hash: "0123456789abcdef0123456789abcdef01234567".to_owned(),
        units: units(&Original { syntax: Syntax::default(), source: &source, older: None }),
    }
}

/// What a program prints, which must end well.
fn output(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{said}");
    said
}

fn python(script: &str) -> Command {
    let mut command = Command::new(translators_folder().join("python/bin/python"));
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/translators").join(script));
    command
}

fn xliff_is_valid_by_its_schemas() {
    need(Need::Translators);
    let folder = tempfile::TempDir::new().unwrap();
    for words in [Words::Sound, Words::Damaged] {
        for (name, file) in files(words) {
            write(&file, folder.path(), &name);
        }
        let wrong =
            output(python("validate.py").arg(translators_folder().join("schemas")).arg(folder.path()));
        assert!(wrong.is_empty(), "{wrong}");
    }
    let one = path(folder.path(), "made-0", Format::Xliff);
    let text = fs::read_to_string(&one).unwrap().replace("<file ", "<file state=\"x\" ");
    fs::write(&one, text).unwrap();
    let wrong = output(python("validate.py").arg(translators_folder().join("schemas")).arg(folder.path()));
    assert!(wrong.contains("attribute 'state'"), "an invalid file is not seen: {wrong}");
}

fn gettext_accepts_the_po() {
    need(Need::Gettext);
    let folder = tempfile::TempDir::new().unwrap();
    for words in [Words::Sound, Words::Damaged] {
        for (name, file) in files(words) {
            write(&file, folder.path(), &name);
            let po = path(folder.path(), &name, Format::Po);
            let said = output(Command::new("msgfmt").args(["-c", "-o", "/dev/null"]).arg(&po));
            assert!(said.is_empty(), "{said}\n{}", fs::read_to_string(&po).unwrap());
            // It wraps lines, and escapes in its own way.
            output(Command::new("msgcat").arg(&po).arg("-o").arg(&po));
            let returned = read(&fs::read(&po).unwrap()).unwrap();
            assert_eq!(
                ids(&returned.units),
                file.units.iter().map(|unit| unit.id.as_str()).collect::<Vec<_>>()
            );
        }
    }
}

fn ids(units: &[ReturnedUnit]) -> Vec<&str> {
    units.iter().map(|unit| unit.id.as_str()).collect()
}

fn translate_toolkit_translates_everything() {
    need(Need::Translators);
    let folder = tempfile::TempDir::new().unwrap();
    let files = files(Words::Sound);
    for (name, file) in &files {
        write(file, folder.path(), name);
    }
    let said = output(python("fill.py").arg(folder.path()));
    assert!(said.is_empty(), "{said}");
    for (name, file) in &files {
        for format in [Format::Xliff, Format::Xliff12, Format::Po] {
            let bytes = fs::read(path(folder.path(), name, format)).unwrap();
            let returned = read(&bytes).unwrap_or_else(|fault| panic!("{name} {format}: {fault}"));
            assert_eq!(returned.id, file.id);
            assert_eq!(returned.units.len(), file.units.len(), "{name} {format}");
            for (unit, returned) in file.units.iter().zip(&returned.units) {
                let source = shown(&unit.source);
                let has_codes = unit.source.0.iter().any(|piece| matches!(piece, Piece::Code(_)));
                // The script puts the source where it can't say something of its own.
                let expected =
                    if has_codes && format != Format::Po { source.clone() } else { format!("«{source}»") };
                assert_eq!(shown(&returned.source), source, "{name} {format}");
                assert_eq!(returned.target.as_ref().map(shown), Some(expected), "{name} {format}");
                assert_ne!(returned.state, TargetState::Initial, "{name} {format}");
            }
        }
    }
}

/// A content with single spaces.
fn shown(content: &Content) -> String {
    let shown = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Code(code) => match code.kind {
            CodeKind::Open => format!("{{{}}}", code.id),
            CodeKind::Close => format!("{{/{}}}", code.id),
            CodeKind::Alone => format!("{{{}/}}", code.id),
        },
    };
    let all: String = content.0.iter().map(shown).collect();
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}
