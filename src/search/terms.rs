//! Terms get numbers in the order of their first use. A table of our own: the hash has no seed, so that nothing depends on
//! one, and a term costs no allocation.

/// Every term once.
#[derive(Debug)]
pub(super) struct Terms {
    bytes: String,
    /// Where each term ends in `bytes`.
    ends: Vec<u32>,
    /// Slots of a power of two in number: the number of a term plus one, 0 where there is none.
    slots: Vec<u32>,
}

impl Terms {
    pub(super) fn new() -> Self {
        Self { bytes: String::new(), ends: Vec::new(), slots: vec![0; 1 << 12] }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn get(&self, number: usize) -> &str {
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        &self.bytes[start..self.ends[number] as usize]
    }

    /// The number of the term.
    pub(super) fn number(&mut self, term: &str) -> usize {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(term);
        if let Some(number) = (self.slots[slot] as usize).checked_sub(1) {
            return number;
        }
        let number = self.ends.len();
        self.bytes.push_str(term);
        self.ends.push(self.bytes.len() as u32);
        self.slots[slot] = number as u32 + 1;
        number
    }

    /// The slot that the term is in, or would be.
    fn slot(&self, term: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(term.as_bytes()) as usize & mask;
        while let Some(number) = (self.slots[slot] as usize).checked_sub(1) {
            if self.get(number) == term {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 4];
        for number in 0..self.ends.len() {
            let slot = self.slot(self.get(number));
            self.slots[slot] = number as u32 + 1;
        }
    }
}

/// Multiplies and rotates eight bytes at a time; the last step mixes high bits into the low ones that choose the slot.
fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    hash ^ (hash >> 32)
}
