//! Which of many items have a key, where an item has many keys and a key many items. Knows no items.

/// Items by their keys, which are hashes: one of 4,000,000,000 that are found has another key.
#[derive(Debug)]
pub(super) struct Keyed {
    /// Where the entries of each slot begin, and where the last ones end.
    starts: Vec<u32>,
    /// In the order of their slots, and in each slot of their items.
    entries: Vec<Entry>,
}

/// That an item has a key.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    /// The lower half of the key; the upper half says the slot.
    key: u32,
    item: u32,
}

impl Keyed {
    pub(super) fn new<I>(items: &[I], keys: impl Fn(&I, &mut Vec<u64>)) -> Self {
        let mut all = Vec::new();
        let mut ends = Vec::with_capacity(items.len());
        for item in items {
            keys(item, &mut all);
            ends.push(all.len());
        }
        let mut keyed =
            Self { starts: vec![0; all.len() / 2 + 2], entries: vec![Entry::default(); all.len()] };
        // Counts the entries of each slot; then fills the slots from their ends.
        for key in &all {
            let slot = keyed.slot(*key);
            keyed.starts[slot] += 1;
        }
        let mut end = 0;
        for start in &mut keyed.starts {
            end += *start;
            *start = end;
        }
        for (item, end) in ends.iter().enumerate().rev() {
            for key in all.drain(item.checked_sub(1).map_or(0, |before| ends[before])..*end) {
                let slot = keyed.slot(key);
                keyed.starts[slot] -= 1;
                keyed.entries[keyed.starts[slot] as usize] = Entry { key: key as u32, item: item as u32 };
            }
        }
        keyed
    }

    fn slot(&self, key: u64) -> usize {
        let slots = self.starts.len() as u64 - 1;
        (((key >> 32) * slots) >> 32) as usize
    }

    /// The items that have one of these keys, by those first that the fewest have. An item with several is named as often.
    pub(super) fn with_any(&self, keys: &[u64]) -> impl Iterator<Item = usize> {
        let mut found: Vec<(&[Entry], u32)> = Vec::new();
        for key in keys {
            let slot = self.slot(*key);
            let entries = &self.entries[self.starts[slot] as usize..self.starts[slot + 1] as usize];
            let key = *key as u32;
            if entries.iter().any(|entry| entry.key == key) {
                found.push((entries, key));
            }
        }
        found.sort_by_key(|(entries, _)| entries.len());
        found.into_iter().flat_map(|(entries, key)| {
            entries.iter().filter(move |entry| entry.key == key).map(|entry| entry.item as usize)
        })
    }
}
