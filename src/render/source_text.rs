//! The source text under the blocks of a bilingual page. Knows one article; shows nothing by itself.

use crate::alignment::{self, Alignment};
use crate::catalog::{Article, ArticleIndex, LocaleIndex};
use crate::locale::Locale;
use crate::markdown::{BlockKind, Document, Host, escape};
use crate::theme::context;
use crate::translation::State;

use super::options::Bilingual;
use super::prepare::language;
use super::site::Site;

/// The language that bilingual articles of Open Publishing repositories have their source in.
const LOOKUP_LANGUAGE: &str = "en-US";

/// Where the source of an article's blocks comes from.
#[derive(Debug)]
pub(super) struct SourceText<'a> {
    locale: Locale,
    /// The language in its own words, without a region: there is one source.
    name: String,
    /// For templates.
    ready: tera::Value,
    of: Of<'a>,
}

#[derive(Debug)]
enum Of<'a> {
    /// The source stands in the article itself.
    Lookups,
    /// The source is another article, whose blocks are aligned.
    Aligned(&'a Document, Alignment),
}

impl<'a> SourceText<'a> {
    /// `None` where there is nothing to show.
    pub(super) fn new(site: &'a Site<'a>, article: &'a Article, index: ArticleIndex) -> Option<Self> {
        let document = &article.file.document;
        let source = site.catalog.source;
        if !document.lookups.is_empty() {
            let known = source.map(|source: LocaleIndex| site.tag(source).clone());
            let locale = known.or_else(|| Locale::parse(LOOKUP_LANGUAGE).ok())?;
            return Some(Self::of(locale, Of::Lookups));
        }
        let is_current = site.translations.own_state(index) == State::Current;
        let source = source.filter(|_| is_current && site.options.bilingual == Bilingual::Yes)?;
        let original = site.catalog.identities[article.identity].translations[source]?;
        let original = &site.catalog.articles[original].file.document;
        let alignment = alignment::blocks(original, document);
        Some(Self::of(site.tag(source).clone(), Of::Aligned(original, alignment)))
    }

    fn of(locale: Locale, of: Of<'a>) -> Self {
        let name = locale.own_name_of_language();
        let ready = tera::Value::try_from_serializable(&language(&locale, &name, &name));
        let ready = ready.unwrap_or_else(|_| tera::Value::none());
        Self { locale, name, ready, of }
    }

    pub(super) fn language(&self) -> context::LanguageRef<'_> {
        context::LanguageRef::new(language(&self.locale, &self.name, &self.name), &self.ready)
    }

    /// Writes the source of a block after it, as a block with its own language.
    pub(super) fn write(&self, document: &Document, block: usize, host: &dyn Host, out: &mut String) {
        let start = out.len();
        out.push_str("<div class=\"source\" lang=\"");
        out.push_str(self.locale.tag());
        out.push_str("\" dir=\"");
        out.push_str(self.locale.direction().name());
        out.push_str("\">");
        let text = out.len();
        match &self.of {
            Of::Lookups => {
                let Some((from, to)) = document.blocks.get(block).map(|block| block.lookups) else {
                    return out.truncate(start);
                };
                for lookup in from..to {
                    if out.len() > text {
                        out.push(' ');
                    }
                    document.write_lookup(lookup as usize, host, out);
                }
            }
            Of::Aligned(source, alignment) => {
                for theirs in alignment.source_of(block) {
                    let block_of_source = &source.blocks[theirs];
                    // What two blocks translate stands under the first of them; code needs no translation.
                    if alignment.translation_of(theirs) != Some(block)
                        || block_of_source.kind == BlockKind::Code
                    {
                        continue;
                    }
                    if out.len() > text {
                        out.push(' ');
                    }
                    escape::text(out, block_of_source.text.slice(&source.text).trim());
                }
            }
        }
        if out.len() == text {
            return out.truncate(start);
        }
        out.push_str("</div>\n");
    }
}
