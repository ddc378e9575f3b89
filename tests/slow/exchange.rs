//! Real articles as their own sources: a package that nobody touched comes back byte for byte.

use std::fs;

use faqtory::exchange::{Original, ReturnedUnit, TargetState, compose, units};
use faqtory::markdown::Syntax;
use rayon::prelude::*;

use crate::harness::{Test, note, shared, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![what_nobody_touched_comes_back];

fn what_nobody_touched_comes_back() {
    for folder in ["corpus", "corpus-with-source", "seeds"].map(shared) {
        let names: Vec<String> =
            site::files(&folder).into_iter().filter(|name| name.ends_with(".md")).collect();
        let altered: Vec<&String> = names
            .par_iter()
            .filter(|name| {
                let bytes = fs::read(folder.join(name)).unwrap();
                let source = String::from_utf8_lossy(&bytes);
                let original = Original { syntax: Syntax::default(), source: &source, older: None };
                let returned: Vec<ReturnedUnit> = units(&original)
                    .into_iter()
                    .map(|unit| ReturnedUnit {
                        id: unit.id,
                        line: 1,
                        target: Some(unit.source.clone()),
                        source: unit.source,
                        state: TargetState::Translated,
                    })
                    .collect();
                compose(&original, &returned).map(|it| it.text).as_deref() != Ok(&*source)
            })
            .collect();
        note!("{}: {} articles", folder.display(), names.len());
        assert!(altered.is_empty(), "{}: {altered:?}", folder.display());
    }
}
