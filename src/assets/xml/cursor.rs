//! Reads the inside of tags and declarations, as strictly as the specification of XML has it. Knows no document.

use std::ops::Range;

use super::damage::Damage;

/// A place in a tag or declaration, which ends at `end`.
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) end: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    pub(super) fn damage(&self, what: &'static str) -> Damage {
        Damage { what, at: self.at }
    }

    /// Whether there was any.
    pub(super) fn space(&mut self) -> bool {
        let length =
            self.rest().bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
        self.at += length;
        length > 0
    }

    pub(super) fn name(&mut self) -> Result<&'t str, Damage> {
        let is_start = |c: char| c.is_ascii_alphabetic() || matches!(c, '_' | ':') || !c.is_ascii();
        let is_part = |c: char| is_start(c) || c.is_ascii_digit() || matches!(c, '-' | '.');
        let rest = self.rest();
        if !rest.starts_with(is_start) {
            return Err(self.damage("a missing name"));
        }
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        self.at += length;
        Ok(&rest[..length])
    }

    pub(super) fn expect(&mut self, wanted: char) -> Result<(), Damage> {
        if !self.rest().starts_with(wanted) {
            return Err(self.damage("an attribute without a value"));
        }
        self.at += wanted.len_utf8();
        Ok(())
    }

    /// What stands between quotes.
    pub(super) fn quoted(&mut self) -> Result<Range<usize>, Damage> {
        let rest = self.rest();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let quote = quote.ok_or(self.damage("a value without quotes"))?;
        let length = rest[1..].find(quote).ok_or(self.damage("a value that is never closed"))?;
        let start = self.at + 1;
        self.at = start + length + 1;
        Ok(start..start + length)
    }

    /// `<!ENTITY name "value">`, whose value is nothing but text.
    pub(super) fn entity(&mut self) -> Option<(&'t str, &'t str)> {
        const NAMED: [&str; 5] = ["lt", "gt", "amp", "quot", "apos"];
        self.rest().strip_prefix("<!ENTITY")?;
        self.at += "<!ENTITY".len();
        self.space().then_some(())?;
        let name = self.name().ok()?;
        self.space().then_some(())?;
        let value = self.quoted().ok()?;
        let value = self.text.get(value)?;
        self.space();
        self.expect('>').ok()?;
        let is_text = !value.contains(['<', '&', '%']) && value.len() <= 1 << 10 && !NAMED.contains(&name);
        is_text.then_some((name, value))
    }

    /// Any other declaration, or a reference to one.
    pub(super) fn skip_declaration(&mut self) -> Result<(), Damage> {
        while self.at < self.end {
            let rest = self.rest();
            match rest.as_bytes()[0] {
                b'"' | b'\'' => {
                    self.quoted()?;
                }
                b'>' | b';' => {
                    self.at += 1;
                    return Ok(());
                }
                b']' => return Err(self.damage("a declaration that is never closed")),
                _ => self.at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        Err(self.damage("a declaration that is never closed"))
    }
}
