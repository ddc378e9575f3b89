//! Terms get numbers in the order of their first use. A table of our own: the hash has no seed, so that nothing depends on
//! one, and a term costs no allocation.

/// Every term once.
#[derive(Debug)]
pub(super) struct Terms {
    bytes: String,
    /// Where each term ends in `bytes`.
    ends: Vec<u32>,
    /// Slots of a power of two in number: half of the hash, and the number of a term plus one, 0 where there is none.
    slots: Vec<(u32, u32)>,
}

impl Terms {
    pub(super) fn new() -> Self {
        Self { bytes: String::new(), ends: Vec::new(), slots: vec![(0, 0); 1 << 12] }
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
        let hash = hash(term.as_bytes());
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let (known, number) = self.slots[slot];
            if number == 0 {
                break;
            }
            if known == high(hash) && self.get(number as usize - 1) == term {
                return number as usize - 1;
            }
            slot = (slot + 1) & mask;
        }
        let number = self.ends.len();
        self.bytes.push_str(term);
        self.ends.push(self.bytes.len() as u32);
        self.slots[slot] = (high(hash), number as u32 + 1);
        number
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 4 - 1;
        let mut slots = vec![(0, 0); mask + 1];
        for number in 0..self.ends.len() {
            let hash = hash(self.get(number).as_bytes());
            let mut slot = hash as usize & mask;
            while slots[slot] != (0, 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (high(hash), number as u32 + 1);
        }
        self.slots = slots;
    }
}

/// The half that slots are not chosen by.
fn high(hash: u64) -> u32 {
    (hash >> 32) as u32
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
