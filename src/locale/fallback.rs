//! Which locales stand in for one that lacks an article or a message.

use icu::locale::LocaleExpander;
use icu::locale::fallback::LocaleFallbacker;

use super::Locale;

impl Locale {
    /// The locales of `available` that stand in for this one, best first: the steps of ICU4X's fallback, each
    /// matched against the locales of the same content, then `source`.
    ///
    /// The script never changes: `sr-Latn-RS` is followed by `sr-Latn`, not by `sr`. Without duplicates, and
    /// without this locale itself.
    pub fn fallback_chain(&self, available: &[Self], source: Option<&Self>) -> Vec<Self> {
        let mut chain: Vec<Self> = Vec::new();
        let mut push = |locale: &Self| {
            if locale != self && Some(locale) != source && !chain.contains(locale) {
                chain.push(locale.clone());
            }
        };
        let expander = LocaleExpander::new_extended();
        let fallbacker = LocaleFallbacker::new().for_config(Default::default());
        let mut steps = fallbacker.fallback_for((&self.0.id).into());
        while !steps.get().is_unknown() {
            let step = steps.get().into_locale().id;
            let mut likely = step.clone();
            expander.maximize(&mut likely);
            available.iter().filter(|locale| locale.0.id == step).for_each(&mut push);
            available.iter().filter(|locale| locale.0.likely == likely).for_each(&mut push);
            steps.step();
        }
        chain.extend(source.filter(|source| *source != self).cloned());
        chain
    }
}
