//! 404 pages. They are served at any depth, so their links begin with the base path.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::render::frame::{self, Frame};
use crate::render::href::{self, From};
use crate::render::plan::PageKey;
use crate::render::site::Site;
use crate::theme::{Body, Template};

pub(super) fn render(site: &Site<'_>, locale: LocaleIndex, key: PageKey) -> Result<Vec<u8>> {
    let from = From::Anywhere(href::base_path(site.options.base_url.as_deref()));
    let title = site.locale(locale).bundle.text("not-found-title", &[])?.text;
    let mut frame = Frame::new("not-found", locale, from.clone(), &title);
    frame.robots = Some("noindex".into());
    let current = key.locale();
    frame.languages = frame::languages_of_all(site, &from, current, |locale| site.home_folder(locale));
    frame.render(site, Template::NotFound, Body::None)
}
