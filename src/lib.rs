//! Faqtory turns folders of translated Markdown FAQ articles into a static help site for every locale.

pub mod diagnostic;
pub mod front_matter;
pub mod locale;
pub mod markdown;
pub mod messages;
pub mod sources;
pub mod theme;
