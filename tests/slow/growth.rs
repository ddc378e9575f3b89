//! No work grows with the square of its input: instructions are counted, not time, on an input and on four times as much.
//! `benches/growth` shows the same of many more inputs, and larger ones.

#[path = "../../benches/growth/count.rs"]
mod count;
#[path = "../../benches/growth/inputs.rs"]
mod inputs;

use std::path::Path;

use tempfile::TempDir;

use crate::harness::{Need, Test, need, tests};

pub(crate) const TESTS: &[Test] = tests![brackets_addresses_and_stars, comments_anchors_and_blocks,];

/// Four times so many of what an input counts take four times the instructions, and some tenths for a logarithm. There
/// have to be enough that what has a bound of its own has reached it.
fn is_linear(inputs: &[(&str, usize)]) {
    need(Need::Program("valgrind"));
    let faqtory = Path::new(env!("CARGO_BIN_EXE_faqtory"));
    let folder = TempDir::new().unwrap();
    let count = |input, size| count::instructions(faqtory, input, size, folder.path()).unwrap();
    let nothing = count(&inputs::NOTHING, 1);
    for (name, size) in inputs {
        let input = inputs::all().find(|input| input.name == *name).unwrap();
        let [few, many] = [*size, 4 * size].map(|size| count(input, size) - nothing);
        assert!(
            many < few * 46 / 10,
            "`{name}`: {few} instructions for {size}, {many} for four times as many"
        );
    }
}

fn brackets_addresses_and_stars() {
    is_linear(&[("](", 1_500), ("links to be fixed", 320), ("stars to be fixed", 320)]);
    is_linear(&[("http://a.b ", 500), ("http://a.b/http://a.b/", 500)]);
}

fn comments_anchors_and_blocks() {
    is_linear(&[("comments, a line each", 500), ("sound anchors", 500), ("images without words", 500)]);
    is_linear(&[("flaws, json", 500), ("blocks", 2_000)]);
    is_linear(&[("markers of merges", 500), ("markers without ends", 500), ("numbers, two a block", 500)]);
}
