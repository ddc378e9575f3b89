//! Pairs the headings of a translation with those of its source. Pure; knows two documents and nothing else.

use crate::markdown::{BlockKind, Document, Heading};

/// What a pair may cost before the two are told apart rather than paired.
const GAP: i32 = -2;

/// Cells of the table at the most: documents with thousands of headings that differ are not paired.
const LIMIT: usize = 4_000_000;

/// For every heading of `translation`, the heading of `source` that it translates.
///
/// Pairs keep the order of both documents (Needleman–Wunsch over the headings). An anchor written in the translation
/// decides; after that the level, the number of blocks below a heading, the code among them, and the words that need no
/// translation count.
pub fn headings(source: &Document, translation: &Document) -> Vec<Option<usize>> {
    let theirs = features(source);
    let ours = features(translation);
    if same_outline(&theirs, &ours) {
        return (0..ours.len()).map(Some).collect();
    }
    if theirs.len().saturating_mul(ours.len()) > LIMIT {
        return vec![None; ours.len()];
    }
    let width = theirs.len() + 1;
    let mut best = vec![0_i32; width * (ours.len() + 1)];
    for (row, our) in std::iter::once(None).chain(ours.iter().map(Some)).enumerate() {
        for (column, their) in std::iter::once(None).chain(theirs.iter().map(Some)).enumerate() {
            let at = row * width + column;
            best[at] = match (our, their) {
                (None, None) => 0,
                (Some(_), None) => best[at - width] + GAP,
                (None, Some(_)) => best[at - 1] + GAP,
                (Some(our), Some(their)) => {
                    let paired = best[at - width - 1] + score(our, their);
                    paired.max(best[at - width] + GAP).max(best[at - 1] + GAP)
                }
            };
        }
    }
    trace(&best, &ours, &theirs)
}

/// Walks back from the last cell; a pair is preferred to a gap of equal worth.
fn trace(best: &[i32], ours: &[Feature<'_>], theirs: &[Feature<'_>]) -> Vec<Option<usize>> {
    let width = theirs.len() + 1;
    let mut pairs = vec![None; ours.len()];
    let (mut row, mut column) = (ours.len(), theirs.len());
    while row > 0 && column > 0 {
        let at = row * width + column;
        let worth = score(&ours[row - 1], &theirs[column - 1]);
        if best[at] == best[at - width - 1] + worth {
            if worth > 0 {
                pairs[row - 1] = Some(column - 1);
            }
            row -= 1;
            column -= 1;
        } else if best[at] == best[at - width] + GAP {
            row -= 1;
        } else {
            column -= 1;
        }
    }
    pairs
}

/// What two headings are compared by.
struct Feature<'a> {
    heading: &'a Heading,
    /// The anchor written in it, else its slug.
    name: &'a str,
    /// Blocks up to the next heading.
    blocks: usize,
    /// The code among them: nobody translates that.
    code: Vec<&'a str>,
}

fn features(document: &Document) -> Vec<Feature<'_>> {
    let feature = |heading| Feature { heading, name: name(heading), blocks: 0, code: Vec::new() };
    let mut features: Vec<Feature<'_>> = document.headings.iter().map(feature).collect();
    let mut current = None;
    for block in &document.blocks {
        if let BlockKind::Heading(index) = block.kind {
            current = Some(index as usize);
        } else if let Some(feature) = current.and_then(|index| features.get_mut(index)) {
            feature.blocks += 1;
            if block.kind == BlockKind::Code {
                feature.code.push(block.text.slice(&document.text).trim());
            }
        }
    }
    features
}

fn name(heading: &Heading) -> &str {
    heading.anchor.as_ref().map_or(&heading.slug, |anchor| &anchor.name)
}

/// Whether both outlines are the same and no written anchor says otherwise.
fn same_outline(theirs: &[Feature<'_>], ours: &[Feature<'_>]) -> bool {
    let same = |(our, their): (&Feature<'_>, &Feature<'_>)| {
        our.heading.level == their.heading.level
            && our.heading.kind == their.heading.kind
            && our.heading.anchor.as_ref().is_none_or(|anchor| *anchor.name == *their.name)
    };
    theirs.len() == ours.len() && ours.iter().zip(theirs).all(same)
}

fn score(our: &Feature<'_>, their: &Feature<'_>) -> i32 {
    if let Some(anchor) = &our.heading.anchor
        && *anchor.name == *their.name
    {
        return 20;
    }
    let level = match our.heading.level.abs_diff(their.heading.level) {
        0 => 3,
        1 => -1,
        _ => -6,
    };
    let kind = if our.heading.kind == their.heading.kind { 1 } else { -1 };
    let blocks = match our.blocks.abs_diff(their.blocks) {
        0 => 2,
        1 => 1,
        2 | 3 => 0,
        _ => -1,
    };
    let code = if our.code.is_empty() || our.code != their.code { 0 } else { 3 };
    let words = shared_words(&our.heading.text, &their.heading.text);
    // An anchor of another name means another heading of the source, unless the source has renamed it since.
    let anchor = if our.heading.anchor.is_some() { -3 } else { 0 };
    level + kind + blocks + code + words + anchor
}

/// Words that stand in both: product names, numbers, codes.
fn shared_words(ours: &str, theirs: &str) -> i32 {
    let words = ours.split(|character: char| !character.is_alphanumeric()).filter(|word| word.len() > 1);
    let shared = words
        .filter(|word| {
            theirs.split(|character: char| !character.is_alphanumeric()).any(|other| other == *word)
        })
        .count();
    i32::try_from(shared.min(3)).unwrap_or(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(source: &str, translation: &str) -> Vec<Option<usize>> {
        headings(&Document::parse(source, 0), &Document::parse(translation, 0))
    }

    #[test]
    fn equal_outlines_pair_one_to_one() {
        assert_eq!(
            pairs("# A\n\n## B\n\nx\n\n## C\n", "# Ā\n\n## Bē\n\nx\n\n## Cē\n"),
            [Some(0), Some(1), Some(2)]
        );
    }

    #[test]
    fn a_heading_the_translation_lacks_is_passed_over() {
        let source = "# A\n\n## Install on Windows\n\nx\n\ny\n\n## Install on Linux\n\nx\n\n## Remove\n\n- a\n- b\n- c\n";
        let translation = "# Ā\n\n## Uzstādīšana Linux\n\nx\n\n## Noņemšana\n\n- a\n- b\n- c\n";
        assert_eq!(pairs(source, translation), [Some(0), Some(2), Some(3)]);
    }

    #[test]
    fn a_heading_of_the_translators_own_has_no_pair() {
        let source = "# A\n\n## B\n\nx\n";
        let translation = "# Ā\n\n#### Piezīme\n\n## Bē\n\nx\n";
        assert_eq!(pairs(source, translation), [Some(0), None, Some(1)]);
    }

    #[test]
    fn equal_code_tells_neighbours_apart() {
        let source = "# A\n\n## B\n\nx\n\n```\nb\n```\n\n## C\n\nx\n\n```\nc\n```\n\n## D\n\nx\n\ny\n";
        let translation = "# Ā\n\n## Bē\n\nx\n\n```\nb\n```\n\n## Cē\n\nx\n\n```\nc\n```\n";
        assert_eq!(pairs(source, translation), [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn a_written_anchor_decides() {
        let source = "# A\n\n## First\n\nx\n\n## Second\n\nx\n";
        let translation = "# Ā\n\n## <a name=\"second\"></a>Otrais\n\nx\n";
        assert_eq!(pairs(source, translation), [Some(0), Some(2)]);
    }
}
