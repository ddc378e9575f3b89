//! How like one word another is. Knows no index.

/// Units that both begin with.
fn shared(one: &[u16], other: &[u16]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

/// Edits that make one word of the other (neighbours swapped are one), or more than `most`.
pub(super) fn edits(one: &[u16], other: &[u16], most: usize) -> usize {
    if one.len().abs_diff(other.len()) > most {
        return most + 1;
    }
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[..one.len() - tail], &other[..other.len() - tail]);
    let start = shared(one, other);
    let (one, other) = (&one[start..], &other[start..]);
    if one.is_empty() || other.is_empty() {
        return one.len() + other.len();
    }
    let mut older = vec![0; other.len() + 1];
    let mut old: Vec<usize> = (0..=other.len()).collect();
    for (i, unit) in one.iter().enumerate() {
        let mut row = vec![i + 1; other.len() + 1];
        for (j, against) in other.iter().enumerate() {
            let replaced = old[j] + usize::from(unit != against);
            let mut cost = (old[j + 1] + 1).min(row[j] + 1).min(replaced);
            if i > 0 && j > 0 && *unit == other[j - 1] && one[i - 1] == *against {
                cost = cost.min(older[j - 1] + 1);
            }
            row[j + 1] = cost;
        }
        if row.iter().min().is_some_and(|least| *least > most) {
            return most + 1;
        }
        (older, old) = (old, row);
    }
    old.last().copied().unwrap_or_default()
}

/// Whether a word may still be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Open,
    Closed,
}

/// How well a term of the index meets a word of the query: 1 for the word itself, 0 for another.
pub(super) fn likeness(word: &[u16], term: &[u16], end: End) -> f64 {
    if term == word {
        return 1.0;
    }
    let (same, length, width) = (shared(word, term), word.len(), term.len());
    if end == End::Open && same == length {
        return 0.6 + 0.35 * same as f64 / width as f64;
    }
    let mut best = 0.0;
    // Another form of the word: a common stem, and an ending each.
    let ending = if same == length { 5 } else { 4 };
    if same >= 3 && same as f64 >= length as f64 * 0.55 && length - same <= 3 && width - same <= ending {
        best = 0.85 * 2.0 * same as f64 / (length + width) as f64;
    }
    let most = match length {
        8.. => 2,
        4.. => 1,
        _ => 0,
    };
    if most > 0 && !word.iter().any(|unit| is_digit(*unit)) {
        let begun = if end == End::Open && width > length { &term[..length] } else { term };
        let wrong = edits(word, begun, most);
        if wrong <= most {
            let like = if wrong == 1 { 0.7 } else { 0.45 };
            best = f64::max(best, like * f64::min(1.0, length as f64 / width as f64));
        }
    }
    best
}

pub(super) fn is_digit(unit: u16) -> bool {
    (u16::from(b'0')..=u16::from(b'9')).contains(&unit)
}
