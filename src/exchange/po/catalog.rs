//! The entries of a PO file as they are written. Knows nothing of units.

use super::super::decode::{MAX_UNITS, Text};
use super::super::returned::Fault;
use super::quoted;

/// An entry.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// The byte where its first keyword stands.
    pub(super) at: usize,
    pub(super) context: Option<String>,
    pub(super) id: Option<String>,
    pub(super) string: Option<String>,
    pub(super) is_fuzzy: bool,
    /// It says what its text was made from.
    pub(super) has_previous: bool,
}

/// What a line in quotation marks goes on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    None,
    Context,
    Id,
    String,
}

/// Every entry in order, obsolete ones left out.
pub(super) fn read(text: &Text) -> Result<Vec<Entry>, Fault> {
    let mut reader = Reader { text, entries: Vec::new(), entry: Entry::default(), field: Field::None };
    let mut at = 0;
    for line in text.text.split('\n') {
        let inside = line.trim_start();
        reader.line(inside.trim_end(), at + line.len() - inside.len())?;
        at += line.len() + 1;
    }
    reader.finish()?;
    Ok(reader.entries)
}

struct Reader<'t> {
    text: &'t Text,
    entries: Vec<Entry>,
    entry: Entry,
    field: Field,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, at: usize) -> Result<(), Fault> {
        if line.is_empty() {
            return Ok(());
        }
        if line.starts_with('"') {
            return self.go_on(line, at);
        }
        if let Some(comment) = line.strip_prefix('#') {
            return self.comment(comment);
        }
        let keyword = line.find(|character: char| !character.is_ascii_lowercase() && character != '_');
        let (keyword, rest) = line.split_at(keyword.unwrap_or(line.len()));
        let field = match keyword {
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgstr" => Field::String,
            "msgid_plural" => {
                return Err(self.text.fault(at, "plural forms are not handed off: export the file again"));
            }
            _ => {
                return Err(self
                    .text
                    .fault(at, "this is neither PO nor XLIFF: hand back the file that was handed off"));
            }
        };
        self.begin(field, at)?;
        let value = rest.trim_start();
        self.go_on(value, at + line.len() - value.len())
    }

    fn comment(&mut self, comment: &str) -> Result<(), Fault> {
        if self.entry.string.is_some() {
            self.finish()?;
        }
        if let Some(flags) = comment.strip_prefix(',') {
            self.entry.is_fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        }
        self.entry.has_previous |= comment.starts_with('|');
        self.field = Field::None;
        Ok(())
    }

    fn begin(&mut self, field: Field, at: usize) -> Result<(), Fault> {
        if self.entry.string.is_some() && field != Field::String {
            self.finish()?;
        }
        let entry = &mut self.entry;
        if entry.context.is_none() && entry.id.is_none() {
            entry.at = at;
        }
        let (value, is_in_order) = match field {
            Field::Context => (&mut entry.context, entry.id.is_none()),
            Field::Id => (&mut entry.id, true),
            _ => (&mut entry.string, entry.id.is_some()),
        };
        if value.is_some() || !is_in_order {
            let message = "an entry is not `msgctxt`, `msgid`, `msgstr` in this order: export the file again";
            return Err(self.text.fault(at, message));
        }
        *value = Some(String::new());
        self.field = field;
        Ok(())
    }

    /// Adds a text in quotation marks to the field.
    fn go_on(&mut self, line: &str, at: usize) -> Result<(), Fault> {
        let value = match self.field {
            Field::None => None,
            Field::Context => self.entry.context.as_mut(),
            Field::Id => self.entry.id.as_mut(),
            Field::String => self.entry.string.as_mut(),
        };
        let Some(value) = value else {
            return Err(self.text.fault(at, "a text without a keyword before it: export the file again"));
        };
        quoted::read(line, value).map_err(|(offset, message)| self.text.fault(at + offset, message))
    }

    fn finish(&mut self) -> Result<(), Fault> {
        let entry = std::mem::take(&mut self.entry);
        self.field = Field::None;
        match (&entry.id, &entry.string) {
            (Some(_), Some(_)) if self.entries.len() > MAX_UNITS => {
                let message =
                    format!("more than {MAX_UNITS} units: hand back each file as it was handed off");
                Err(self.text.fault(entry.at, message))
            }
            (Some(_), Some(_)) => {
                self.entries.push(entry);
                Ok(())
            }
            (None, None) if entry.context.is_none() => Ok(()),
            _ => Err(self.text.fault(entry.at, "an entry without `msgstr`: export the file again")),
        }
    }
}
