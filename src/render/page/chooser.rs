//! `/index.html`: every language by its own name.

use anyhow::Result;

use crate::render::frame::{self, Frame};
use crate::render::href::From;
use crate::render::site::Site;
use crate::theme::{Body, Template};

pub(super) fn render(site: &Site<'_>) -> Result<Vec<u8>> {
    let locale = site.catalog.default;
    let from = From::Folder(String::new());
    let title = site.locale(locale).bundle.text("choose-language-title", &[])?.text;
    let mut frame = Frame::new("chooser", locale, from.clone(), &title);
    frame.canonical = Some(site.address(""));
    frame.languages = frame::languages_of_all(site, &from, None, |locale| site.home_folder(locale));
    let titles = site.switcher().iter().map(|&locale| site.locale(locale).title.as_str());
    if titles.clone().any(|title| title != site.locale(locale).title) {
        for (link, title) in frame.languages.available.iter_mut().zip(titles) {
            link.site_title = Some(title);
        }
    }
    frame.render(site, Template::Chooser, Body::None)
}
