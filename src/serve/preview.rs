//! Answers requests by the project as it is while nothing changes, or by what is wrong with it. Waits for nothing.

use std::path::PathBuf;

use anyhow::Result;

use crate::catalog::Published;
use crate::locale::Locale;
use crate::project::Live;
use crate::render::{self, PageKey, Site};
use crate::report::{escape, status};
use crate::{Project, StatusExtent};

use super::editor::Editor;
use super::exchange::{Answer, GetRequest, Trust, View};
use super::inject::{PREVIEW_PATH, digest, digest_of_page, inject, preview_page};
use super::language;
use super::notes::{self, Findings};
use super::pages::{self, Found, Key, Pages};

fn fault_page(title: &str, fault: &str) -> String {
    let fault = escape(fault);
    preview_page(
        title,
        &format!(
            "<pre class=\"fault\">{fault}</pre>\n<p>This page shows the site again as soon as it is fixed.</p>\n"
        ),
    )
}

/// The page that is shown at every address while the project cannot be.
pub(super) struct FaultPage {
    html: String,
    view: View,
}

impl FaultPage {
    pub(super) fn new(fault: &str) -> Self {
        let html = fault_page("The site cannot be shown", fault);
        let view = View { digest: digest(html.as_bytes()), ..View::default() };
        Self { html, view }
    }

    pub(super) fn answer(&self, request: &GetRequest) -> Answer {
        let file = request.path.strip_prefix(PREVIEW_PATH).and_then(preview_file);
        file.unwrap_or_else(|| page(500, &self.html, &self.view))
    }

    pub(super) fn view(&self) -> &View {
        &self.view
    }
}

/// A page that browsers must not cache.
fn page(status: u16, html: &str, view: &View) -> Answer {
    let body = inject(html.as_bytes(), view);
    Answer { status, media: "text/html; charset=utf-8", body, ..Answer::default() }
}

/// The preview's own scripts and style sheets.
fn preview_file(name: &str) -> Option<Answer> {
    let body: &[u8] = match name {
        "preview.js" => include_bytes!("frontend/preview.js"),
        "preview.css" => include_bytes!("frontend/preview.css"),
        "page.css" => include_bytes!("frontend/page.css"),
        _ => return None,
    };
    Some(Answer { status: 200, media: pages::media_type(name), body: body.to_vec(), ..Answer::default() })
}

/// The project while nothing changes.
pub(super) struct Preview<'a> {
    pub(super) project: &'a Project,
    pub(super) site: &'a Site<'a>,
    pub(super) pages: &'a Pages,
    pub(super) editor: &'a Editor,
}

impl Preview<'_> {
    /// The file of the requested article, if it has changed and no change was reported yet.
    pub(super) fn outdated(&self, live: &Live, request: &GetRequest) -> Option<PathBuf> {
        if request.is_fresh || request.path.starts_with(PREVIEW_PATH) {
            return None;
        }
        let Found::Key(Key::Page(key)) = self.pages.at(self.site, self.below_base(&request.path)) else {
            return None;
        };
        let path = &pages::article(self.site, key)?.file.path;
        live.is_outdated(path).then(|| live.place(path))
    }

    pub(super) fn answer(&self, request: &GetRequest, findings: &Findings) -> Answer {
        if let Some(name) = request.path.strip_prefix(PREVIEW_PATH) {
            return self.preview_answer(name, &request.query, findings);
        }
        let path = self.below_base(&request.path);
        if path.is_empty()
            && let Some(locale) = request.languages.as_deref().and_then(|header| self.best_locale(header))
        {
            return redirect(format!("{}/", locale.slug()));
        }
        if let Some(answer) = self.status_file(path) {
            return answer;
        }
        match self.pages.at(self.site, path) {
            Found::Key(Key::Page(key)) => self.page(200, key, findings),
            Found::Key(key) => self.file(path, key),
            Found::Folder => {
                let name = path.rsplit('/').next().unwrap_or(path);
                let query =
                    if request.query.is_empty() { String::new() } else { format!("?{}", request.query) };
                redirect(format!(
                    "./{}/{query}",
                    percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC)
                ))
            }
            Found::Nothing => self.page(404, pages::not_found(self.site, path), findings),
        }
    }

    /// The path below the site's root: where the site will stand below a folder of its host, that folder may be written.
    fn below_base<'p>(&self, path: &'p str) -> &'p str {
        let url = self.site.options.base_url.as_deref().unwrap_or_default();
        let base =
            url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
        let base = base.trim_matches('/');
        let below = path.strip_prefix(base).filter(|_| !base.is_empty());
        below
            .filter(|rest| rest.is_empty() || rest.starts_with('/'))
            .map_or(path, |rest| rest.trim_start_matches('/'))
    }

    fn best_locale(&self, header: &str) -> Option<&Locale> {
        let entries = self.site.catalog.locales.iter().filter(|entry| entry.published == Published::Yes);
        let locales: Vec<&Locale> = entries.map(|entry| &entry.locale).collect();
        language::best(header, &locales)
    }

    fn page(&self, status: u16, key: PageKey, findings: &Findings) -> Answer {
        match self.render(key) {
            Ok(html) => {
                let view = self.view_of(&html, key, findings);
                page(status, &String::from_utf8_lossy(&html), &view)
            }
            Err(fault) => {
                let html = broken(&fault);
                let view = View { digest: digest(html.as_bytes()), ..View::default() };
                page(500, &html, &view)
            }
        }
    }

    fn render(&self, key: PageKey) -> Result<Vec<u8>> {
        Ok(render::page(self.site, key)?.bytes)
    }

    fn file(&self, path: &str, key: Key) -> Answer {
        let media = pages::media_type(path);
        // The names of these stand for what they hold.
        let lasting = match key {
            Key::Asset(_) => true,
            Key::Theme(_) => path.contains(self.site.theme.asset_names().style),
            _ => false,
        };
        let trust = if matches!(key, Key::Asset(_)) { Trust::Contributed } else { Trust::Site };
        match pages::bytes(self.site, key) {
            Ok(body) => Answer { status: 200, media, lasting, body, trust, ..Answer::default() },
            Err(fault) => Answer {
                status: 500,
                media: "text/plain; charset=utf-8",
                body: format!("{fault:#}\n").into_bytes(),
                ..Answer::default()
            },
        }
    }

    /// The state of all translations where it is a part of the site.
    fn status_file(&self, path: &str) -> Option<Answer> {
        if !self.project.has_status_page() || !path.contains("status") {
            return None;
        }
        if path == "status" {
            return Some(redirect("./status/".to_owned()));
        }
        let name = if path == "status/" { "status/index.html" } else { path };
        match self.project.status_files() {
            Ok(files) => {
                let (_, body) = files.into_iter().find(|(file, _)| file == name)?;
                Some(Answer { status: 200, media: pages::media_type(name), body, ..Answer::default() })
            }
            Err(fault) => Some(html_answer(500, broken(&fault))),
        }
    }

    /// How the page at a path looks now, whether or not it is a page of the site.
    pub(super) fn view(&self, path: &str, findings: &Findings) -> View {
        if let Some(name) = path.strip_prefix(PREVIEW_PATH) {
            let answer = self.preview_html(name, "", findings).unwrap_or_default();
            return View { digest: digest(answer.as_bytes()), ..View::default() };
        }
        let path = self.below_base(path);
        let key = match self.pages.at(self.site, path) {
            Found::Key(Key::Page(key)) => key,
            _ => pages::not_found(self.site, path),
        };
        match self.render(key) {
            Ok(html) => self.view_of(&html, key, findings),
            Err(fault) => View { digest: digest(broken(&fault).as_bytes()), ..View::default() },
        }
    }

    fn view_of(&self, html: &[u8], key: PageKey, findings: &Findings) -> View {
        let style = self.site.theme.asset_names().style;
        let sheets = self.site.theme.assets().iter().filter(|asset| asset.name.ends_with(".css"));
        let sheets: Vec<u8> = sheets.flat_map(|asset| asset.bytes.iter().copied()).collect();
        View {
            digest: digest_of_page(html, style),
            style: format!("{style}?{}", digest(&sheets)),
            notes: notes::of_page(self.project, pages::article(self.site, key), findings, self.editor),
        }
    }

    /// A page or file of the preview itself.
    fn preview_answer(&self, name: &str, query: &str, findings: &Findings) -> Answer {
        if let Some(file) = preview_file(name) {
            return file;
        }
        if name == "status" {
            return match status::html::render(
                &self.project.status(StatusExtent::Preview),
                status::html::Styling::Inline,
            ) {
                Ok(html) => html_answer(200, html),
                Err(fault) => html_answer(500, broken(&fault)),
            };
        }
        let Some(html) = self.preview_html(name, query, findings) else {
            return page(404, &preview_page("There is no such page", ""), &View::default());
        };
        // A page with a query is not updated by itself.
        let digest = if query.is_empty() { digest(html.as_bytes()) } else { String::new() };
        page(200, &html, &View { digest, ..View::default() })
    }

    fn preview_html(&self, name: &str, query: &str, findings: &Findings) -> Option<String> {
        (name == "diagnostics").then(|| notes::all(self.project, query, findings, self.editor))
    }
}

fn broken(fault: &anyhow::Error) -> String {
    fault_page("This page cannot be shown", &format!("{fault:#}"))
}

fn html_answer(status: u16, html: String) -> Answer {
    Answer { status, media: "text/html; charset=utf-8", body: html.into_bytes(), ..Answer::default() }
}

fn redirect(location: String) -> Answer {
    Answer { status: 302, media: "text/plain; charset=utf-8", location: Some(location), ..Answer::default() }
}
