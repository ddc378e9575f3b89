//! The assets of a theme, and the names they are published under. Writes no file.

use std::borrow::Cow;

use super::context;

/// A file of the site's `assets/` folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path below `assets/`. The files of [`context::Assets`] carry a hash of their content (`style.0a1b2c3d4e.css`)
    /// and may be cached for ever; others keep their names, since a style sheet refers to them by name.
    pub name: String,
    pub bytes: Cow<'static, [u8]>,
}

/// Hashed names of the assets that templates refer to.
#[derive(Debug, Default)]
pub(super) struct AssetNames {
    style: String,
    script: String,
    choose: String,
    choose_style: String,
    bilingual_style: String,
    list_style: String,
    announce_style: String,
    print_style: String,
    icon: String,
    logo: String,
    image: String,
    touch_icon: String,
    search: String,
    search_style: String,
}

impl AssetNames {
    /// Gives the asset its published name and remembers it where templates need it.
    pub(super) fn publish(&mut self, name: String, bytes: Cow<'static, [u8]>) -> Asset {
        let slot = match name.as_str() {
            "style.css" => &mut self.style,
            "script.js" => &mut self.script,
            "choose.js" => &mut self.choose,
            "choose.css" => &mut self.choose_style,
            "bilingual.css" => &mut self.bilingual_style,
            "list.css" => &mut self.list_style,
            "announce.css" => &mut self.announce_style,
            "print.css" => &mut self.print_style,
            "icon.svg" => &mut self.icon,
            "logo.svg" | "logo.png" => &mut self.logo,
            "share.png" | "share.jpg" => &mut self.image,
            "touch-icon.png" => &mut self.touch_icon,
            "search.js" => &mut self.search,
            "search.css" => &mut self.search_style,
            _ => return Asset { name, bytes },
        };
        let hash = blake3::hash(&bytes).to_hex();
        let (stem, extension) = name.split_once('.').unwrap_or((&name, ""));
        *slot = format!("{stem}.{}.{extension}", &hash[..10]);
        Asset { name: slot.clone(), bytes }
    }

    /// As `site.assets` of the context.
    pub(super) fn context(&self) -> context::Assets<'_> {
        context::Assets {
            style: &self.style,
            script: &self.script,
            choose: &self.choose,
            choose_style: &self.choose_style,
            bilingual_style: &self.bilingual_style,
            list_style: &self.list_style,
            announce_style: &self.announce_style,
            print_style: &self.print_style,
            icon: &self.icon,
            logo: if self.logo.is_empty() { &self.icon } else { &self.logo },
            image: Some(&*self.image).filter(|name| !name.is_empty()),
            touch_icon: Some(&*self.touch_icon).filter(|name| !name.is_empty()),
            search: &self.search,
            search_style: &self.search_style,
        }
    }
}
