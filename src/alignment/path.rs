//! The best way through two stretches of blocks, kept in order: pairs, two that are one, and gaps. Looks at a band
//! round the diagonal and no further.

use super::feature::Feature;

/// What a block without a partner costs.
const GAP: i32 = -20;

/// What it costs that two blocks are one.
const MERGE: i32 = -22;

/// How far from the diagonal blocks are compared, beyond the difference of both lengths.
const BAND: usize = 48;

/// Cells at the most; with more, blocks far from the diagonal are not compared.
const CELLS: usize = 1 << 20;

/// Blocks of the source and of the translation that belong together, as ranges of their indexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) theirs: (usize, usize),
    pub(super) ours: (usize, usize),
}

/// How a cell was reached: blocks of the source and of the translation.
const MOVES: [(usize, usize); 5] = [(1, 1), (2, 1), (1, 2), (1, 0), (0, 1)];

/// `scale` as [`super::feature::scale`] says.
pub(super) fn best(theirs: &[&Feature], ours: &[&Feature], scale: (u64, u64)) -> Vec<Step> {
    if theirs.is_empty() || ours.is_empty() {
        return Vec::new();
    }
    let band = Band::new(theirs.len(), ours.len());
    let doubles = |blocks: &[&Feature]| -> Vec<Option<Feature>> {
        let double = |pair: &[&Feature]| match pair {
            [first, second] => first.can_merge(second).then(|| first.merged(second)),
            _ => None,
        };
        blocks.windows(2).map(double).collect()
    };
    let (their_doubles, our_doubles) = (doubles(theirs), doubles(ours));
    let worth = |row: usize, column: usize, (down, right): (usize, usize)| -> Option<i32> {
        match (down, right) {
            (1, 1) => Some(ours[column - 1].score(theirs[row - 1], scale)),
            (2, 1) => Some(ours[column - 1].score(their_doubles.get(row - 2)?.as_ref()?, scale) + MERGE),
            (1, 2) => Some(our_doubles.get(column - 2)?.as_ref()?.score(theirs[row - 1], scale) + MERGE),
            _ => Some(GAP),
        }
    };
    let mut cells = vec![(i32::MIN / 2, 0_u8); band.width * (theirs.len() + 1)];
    cells[band.at(0, 0).unwrap_or(0)] = (0, 0);
    for row in 0..=theirs.len() {
        for column in band.columns(row) {
            let Some(here) = band.at(row, column) else { continue };
            for (number, &(down, right)) in (0_u8..).zip(&MOVES) {
                if down > row || right > column {
                    continue;
                }
                let Some(before) = band.at(row - down, column - right) else { continue };
                let Some(worth) = worth(row, column, (down, right)) else { continue };
                // The first of equal ways: a pair is preferred to two that are one, and that to a gap.
                if cells[before].0 + worth > cells[here].0 {
                    cells[here] = (cells[before].0 + worth, number);
                }
            }
        }
    }
    trace(theirs, ours, |row, column| cells.get(band.at(row, column)?).map(|cell| cell.1), worth)
}

/// Walks back from the last cell by the moves that led to each.
fn trace(
    theirs: &[&Feature],
    ours: &[&Feature],
    reached: impl Fn(usize, usize) -> Option<u8>,
    worth: impl Fn(usize, usize, (usize, usize)) -> Option<i32>,
) -> Vec<Step> {
    let span = |blocks: &[&Feature]| match blocks {
        [first, .., last] => (first.index, last.index + 1),
        [only] => (only.index, only.index + 1),
        [] => (0, 0),
    };
    let mut steps = Vec::new();
    let (mut row, mut column) = (theirs.len(), ours.len());
    while row > 0 || column > 0 {
        let Some(number) = reached(row, column) else { break };
        let (down, right) = MOVES[usize::from(number)];
        if down > row || right > column {
            break;
        }
        let is_pair = down > 0 && right > 0;
        let least = if down + right > 2 { MERGE } else { 0 };
        if is_pair && worth(row, column, (down, right)).is_some_and(|worth| worth > least) {
            steps.push(Step {
                theirs: span(&theirs[row - down..row]),
                ours: span(&ours[column - right..column]),
            });
        }
        row -= down;
        column -= right;
    }
    steps.reverse();
    steps
}

/// The cells that are looked at: of every row the columns near the diagonal.
struct Band {
    rows: usize,
    columns: usize,
    width: usize,
}

impl Band {
    fn new(rows: usize, columns: usize) -> Self {
        let full = columns + 1;
        let is_small = full.saturating_mul(rows + 1) <= CELLS;
        // Wide enough for every step along the diagonal to lie in it, however steep it is.
        let slope = columns / rows.max(1) + 1;
        let width = if is_small { full } else { (2 * BAND + 2 * slope).min(full) };
        Self { rows, columns, width }
    }

    fn first(&self, row: usize) -> usize {
        let middle = row * self.columns / self.rows.max(1);
        middle.saturating_sub(self.width / 2).min(self.columns + 1 - self.width)
    }

    fn columns(&self, row: usize) -> std::ops::Range<usize> {
        let first = self.first(row);
        first..first + self.width
    }

    fn at(&self, row: usize, column: usize) -> Option<usize> {
        let first = self.first(row);
        let inside = column.checked_sub(first).filter(|&offset| offset < self.width)?;
        Some(row * self.width + inside)
    }
}
