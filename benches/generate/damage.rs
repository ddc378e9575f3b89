//! What translation and people do to articles, and the code of the check that finds each.

use super::random::Random;

/// A flaw of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Damage {
    MisspeltKey,
    TranslatedKey,
    JoinedLines,
    MissingBlock,
    DayBeforeMonth,
    OtherLocale,
    Placeholder,
    TranslatedAlert,
    AnchorTwice,
    LinkNowhere,
    AnchorNowhere,
    OldLink,
    PictureNowhere,
    IncludeNowhere,
}

/// Every damage, the code that finds it, and how many of ten thousand translations have it: about as many as real ones
/// have, but that what people see at once, dead links and pictures, is there too.
pub(crate) static ALL: [(Damage, &str, usize); 14] = [
    (Damage::MisspeltKey, "misspelt-key", 26),
    (Damage::TranslatedKey, "translated-key", 2),
    (Damage::JoinedLines, "yaml-header-syntax-error", 4),
    (Damage::MissingBlock, "front-matter-missing", 2),
    (Damage::DayBeforeMonth, "ambiguous-date", 15),
    (Damage::OtherLocale, "locale-mismatch", 1),
    (Damage::Placeholder, "placeholder-as-html", 80),
    (Damage::TranslatedAlert, "unknown-alert", 4),
    (Damage::AnchorTwice, "duplicate-anchor", 3),
    (Damage::LinkNowhere, "file-not-found", 5),
    (Damage::AnchorNowhere, "bookmark-not-found", 5),
    (Damage::OldLink, "redirected-link", 5),
    (Damage::PictureNowhere, "image-not-found", 2),
    (Damage::IncludeNowhere, "include-not-found", 1),
];

impl Damage {
    pub(crate) fn code(self) -> &'static str {
        ALL.iter().find(|(damage, ..)| *damage == self).map_or("", |(_, code, _)| code)
    }
}

/// What happens to each of `articles` translations: at most one damage to one, and each damage at least once as long
/// as there are articles left.
pub(crate) fn deal(random: &mut Random, articles: usize) -> Vec<Option<Damage>> {
    let mut order: Vec<usize> = (0..articles).collect();
    for at in (1..articles).rev() {
        order.swap(at, random.below(at + 1));
    }
    let mut victims = order.into_iter();
    let mut dealt = vec![None; articles];
    for (damage, _, share) in &ALL {
        for victim in victims.by_ref().take((articles * share / 10_000).max(1)) {
            dealt[victim] = Some(*damage);
        }
    }
    dealt
}
