//! What tells which file of which hand-off a file is: one address, that stands where tools leave it alone. Knows no format.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::locale::Locale;

use super::decode::Text;
use super::returned::{Fault, Returned, ReturnedDraft, ReturnedUnit};
use super::unit::ExchangeFile;

const START: &str = "faqtory:handoff?";

/// All but what an address may hold where it stands for itself.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Which file of which hand-off a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    handoff: String,
    id: String,
    target_locale: Locale,
    source_hash: String,
}

impl Identity {
    /// The address of a file, of ASCII without white space, quotes, `<` and `&`.
    pub(super) fn address(file: &ExchangeFile) -> String {
        let escaped = |value| utf8_percent_encode(value, ESCAPED);
        format!(
            "{START}name={};id={};locale={};source={}",
            escaped(&file.handoff),
            escaped(&file.id),
            escaped(file.target_locale.tag()),
            escaped(&file.source_hash)
        )
    }

    /// The first address in one of the texts. `at` is where something is wrong if there is none.
    pub(super) fn find<'t>(
        places: impl IntoIterator<Item = &'t str>,
        text: &Text,
        at: usize,
    ) -> Result<Self, Fault> {
        places.into_iter().find_map(Self::parse).ok_or_else(|| {
            let message = format!(
                "nothing says which hand-off this file is of (`{START}…`): export it again from the file that was handed off"
            );
            text.fault(at, message)
        })
    }

    /// The address in a text.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (_, address) = text.split_once(START)?;
        let address = address.split_whitespace().next()?;
        let value = |name: &str| {
            let value = address.split(';').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
            percent_decode_str(value).decode_utf8().ok().map(|value| value.into_owned())
        };
        Some(Self {
            handoff: value("name")?,
            id: value("id")?,
            target_locale: Locale::parse(&value("locale")?).ok()?,
            source_hash: value("source")?,
        })
    }

    /// The draft that came back.
    pub(super) fn draft(self, text: String) -> ReturnedDraft {
        let Self { handoff, id, target_locale, source_hash } = self;
        ReturnedDraft { handoff, id, target_locale, source_hash, text }
    }

    /// What came back, unless the file says that it is in another language.
    pub(super) fn returned(
        self,
        units: Vec<ReturnedUnit>,
        written_locale: Option<&str>,
        fault: impl FnOnce(String) -> Fault,
    ) -> Result<Returned, Fault> {
        let written = written_locale.and_then(|tag| Locale::parse(tag).ok());
        if let Some(other) = written.filter(|locale| locale.language() != self.target_locale.language()) {
            return Err(fault(format!(
                "the file is in {other}, and was handed off for {}: hand it back in that language",
                self.target_locale
            )));
        }
        let Self { handoff, id, target_locale, source_hash } = self;
        Ok(Returned { handoff, id, target_locale, source_hash, units })
    }
}
