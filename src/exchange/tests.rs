//! Units and translations of whole articles, in many languages.

mod formats;

use std::fmt::Write;

use crate::markdown::Syntax;

use super::*;

/// The unit as it comes back.
fn returned(unit: &Unit, target: Option<Content>) -> ReturnedUnit {
    let state = if target.is_some() { TargetState::Translated } else { TargetState::Initial };
    ReturnedUnit { id: unit.id.clone(), line: 1, source: unit.source.clone(), target, state }
}

fn original(source: &str) -> Original<'_> {
    Original { syntax: Syntax::default(), source, older: None }
}

/// A content in one line: `text<1>…</1><2/>`.
fn line(content: &Content) -> String {
    let mut line = String::new();
    for piece in &content.0 {
        let _ = match piece {
            Piece::Text(text) => write!(line, "{text}"),
            Piece::Code(code) => match code.kind {
                CodeKind::Open => write!(line, "<{}>", code.id),
                CodeKind::Close => write!(line, "</{}>", code.id),
                CodeKind::Alone => write!(line, "<{}/>", code.id),
            },
        };
    }
    line
}

#[test]
fn scratch() {
    let source = std::fs::read_to_string(std::env::var("SCRATCH").unwrap()).unwrap();
    for unit in units(&original(&source)) {
        println!("{} {}", unit.id, line(&unit.source));
        for code in unit.source.codes() {
            println!("      {} {:?} {:?} {:?}", code.id, code.kind, code.role, code.written);
        }
        for note in &unit.notes {
            println!("      note {:?} {}", note.kind, note.text);
        }
    }
}

#[test]
fn corpus() {
    let mut files = 0;
    let mut bad = 0;
    for folder in ["/work/shared/corpus", "/work/shared/corpus-with-source"] {
        let mut stack = vec![std::path::PathBuf::from(folder)];
        while let Some(dir) = stack.pop() {
            for entry in std::fs::read_dir(dir).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    stack.push(path);
                } else if path.extension().is_some_and(|e| e == "md") {
                    files += 1;
                    if files % 10 != 0 && std::env::var("ALL").is_err() {
                        continue;
                    }
                    let bytes = std::fs::read(&path).unwrap();
                    let text = String::from_utf8_lossy(&bytes);
                    let original = original(&text);
                    let all: Vec<_> = units(&original).iter().map(|u| returned(u, Some(u.source.clone()))).collect();
                    match compose(&original, &all) {
                        Ok(c) if c.text == text => {}
                        Ok(_) => { bad += 1; println!("{} differs", path.display()); }
                        Err(e) => { bad += 1; println!("{} {e:?}", path.display()); }
                    }
                    // Everything said in other words with the same codes.
                    let all: Vec<_> = units(&original).iter().map(|u| {
                        let mut c = u.source.clone();
                        for p in &mut c.0 { if let Piece::Text(t) = p { *t = t.replace('e', "é").replace('a', "ä") + "x"; } }
                        returned(u, Some(c))
                    }).collect();
                    if let Err(e) = compose(&original, &all) {
                        bad += 1;
                        for r in e.iter().take(3) {
                            let u = units(&original).into_iter().find(|u| u.id == r.unit).unwrap();
                            println!("{} {:?} {:?}", path.display(), r.kind, u.source.0.iter().map(|p| match p { Piece::Text(t) => t.clone(), Piece::Code(c) => format!("⟦{}⟧", c.written) }).collect::<String>());
                        }
                    }
                }
            }
        }
    }
    println!("{files} files, {bad} bad");
}
