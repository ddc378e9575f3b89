//! Why a translation is not taken. Only data.

/// Why a unit that came back is not taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    /// The ID of the unit.
    pub unit: String,
    /// In the file that came back; 0 where the unit is not in it.
    pub line: u32,
    pub kind: RefusalKind,
}

/// What hinders it. Codes are named as they are written in the source, `[…](https://a.example)`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RefusalKind {
    /// A code of the source is missing.
    CodeLost(String),
    /// A code is there twice.
    CodeDoubled(String),
    /// A code that the source does not have, as it came back.
    CodeAdded(String),
    /// One end of a pair is missing, or they are the wrong way round.
    PairNotClosed(String),
    /// A pair ends within another one that began in it.
    CodesCrossing(String),
    /// Nothing that readers see stands in a pair, and something does in the source.
    PairEmpty(String),
    /// Readers see nothing of it.
    NoText,
    /// A control character, or one that turns the direction of what is behind it.
    Unprintable(char),
    UnknownUnit,
    UnitMissing,
    UnitTwice,
    /// The source is not what was handed off.
    SourceAltered,
    /// However it is written, it is not read as what came back.
    NotWritable,
}
