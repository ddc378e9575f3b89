//! What the configuration says about the layout. Data only.

use crate::locale::Locale;

/// What the configuration says about the layout.
#[derive(Clone, Copy, Debug, Default)]
pub struct LayoutOptions<'a> {
    /// `[locales.<tag>] path`: folder below the content folder → tag.
    pub folders: &'a [(String, Locale)],
    /// `[locales] pattern`: a path from the project's folder with `{locale}` in it.
    pub pattern: Option<&'a str>,
    /// `[content] base_path`.
    pub base_path: Option<&'a str>,
    /// `[content] static`: folders from the project's folder.
    pub statics: &'a [String],
    /// `[site] source_locale`.
    pub source_locale: Option<&'a Locale>,
}
