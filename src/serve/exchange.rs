//! What a browser asks of the preview, and what it gets. Knows neither HTTP nor a site.

/// What a browser wants.
#[derive(Clone, Debug, Default)]
pub(super) struct GetRequest {
    /// Decoded, without the slash at its beginning.
    pub(super) path: String,
    /// As written, without `?`.
    pub(super) query: String,
    /// The header `Accept-Language`, for readers who do not come from a page of the site.
    pub(super) languages: Option<String>,
    /// Whether the disk has just been looked at for it.
    pub(super) is_fresh: bool,
}

/// What a browser gets.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) media: &'static str,
    /// Whether the name stands for the content, so that browsers need not ask again.
    pub(super) lasting: bool,
    /// Where to go instead.
    pub(super) location: Option<String>,
    pub(super) body: Vec<u8>,
    pub(super) trust: Trust,
}

/// Who wrote what a browser gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Trust {
    /// Faqtory or the theme, or it went through the sanitiser.
    #[default]
    Site,
    /// The contributor of the file.
    Contributed,
}

/// How a page looks: what must be equal for a browser to go on showing what it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct View {
    /// Of the page, its style sheet's name aside.
    pub(super) digest: String,
    /// The name of the style sheet, and a digest of the others.
    pub(super) style: String,
    /// The notes on the page, as JSON.
    pub(super) notes: String,
}
