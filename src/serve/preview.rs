//! The preview itself: one thread that holds the project, answers what is asked of it, and takes up changes in between.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use anyhow::Result;

use crate::Project;
use crate::catalog::Published;
use crate::locale::Locale;
use crate::project::{Live, Updated, options};
use crate::render::{self, Kept, PageKey, Site};
use crate::report::{escape, status};

use super::Event;
use super::desk::{Answer, Ask, Change, Desk, Next, Patience, Trust, View, Wanted};
use super::inject::{OWN, digest, digest_of_page, inject, own_page};
use super::language;
use super::notes::{self, Findings};
use super::pages::{self, Found, Key, Pages};
use super::watch::Watch;

/// Where the files stand, and what opens them.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) root: PathBuf,
    /// With `{path}`, `{line}` and `{column}`.
    pub(super) editor: String,
}

/// Shows the project until nobody can ask any more.
pub(super) fn run(
    mut live: Live,
    mut desk: Desk,
    mut watch: Watch<'_>,
    place: &Place,
    tell: &(dyn Fn(Event) + Sync),
) {
    let mut kept = None;
    let mut findings = Findings::default();
    let mut teller = Teller { tell, last: None };
    // The project was read before anybody watched: whoever begins to watch asks for a look.
    let mut change = Some(Change::default());
    while let Some(happened) = change {
        let updated = live.update(happened.look());
        watch.follow(live.inputs(), &happened);
        if updated == Updated::All {
            kept = None;
        }
        if updated != Updated::Nothing {
            findings.grow_old();
            desk.tell();
        }
        change = match live.project() {
            Ok(project) => show(&live, project, &mut kept, &mut findings, &mut desk, place, &mut teller),
            Err(fault) => excuse(fault, &mut desk, &mut teller),
        };
        change = change.map(|change| desk.gather(change));
    }
}

/// Tells what is new: the same is not told twice, or whoever writes it into a file that is input would hear it for ever.
struct Teller<'t> {
    tell: &'t (dyn Fn(Event) + Sync),
    last: Option<Event>,
}

impl Teller<'_> {
    fn tell(&mut self, event: Event) {
        if self.last.as_ref() != Some(&event) {
            (self.tell)(event.clone());
            self.last = Some(event);
        }
    }
}

/// Answers by the project until something changes on the disk; `None` if nobody can ask any more.
fn show(
    live: &Live,
    project: &Project,
    kept: &mut Option<(Kept, Pages)>,
    findings: &mut Findings,
    desk: &mut Desk,
    place: &Place,
    teller: &mut Teller<'_>,
) -> Option<Change> {
    let options = match options::render(&project.config) {
        Ok(options) => options,
        Err(fault) => return excuse(&fault, desk, teller),
    };
    let (before, pages) = kept.take().map_or((None, None), |(kept, pages)| (Some(kept), Some(pages)));
    let site = match project.site(&options, before) {
        Ok(site) => site,
        Err(fault) => return excuse(&fault, desk, teller),
    };
    let pages = pages.unwrap_or_else(|| Pages::new(&site));
    let shown = Shown { project, site: &site, pages: &pages, place };
    let stop = AtomicBool::new(false);
    let change = thread::scope(|scope| {
        let mut is_checking = false;
        let change = loop {
            let has_work = !is_checking && !findings.are_new();
            match desk.next(if has_work { Patience::Short } else { Patience::Endless }) {
                Next::Ask(Ask::Get(wanted, reply)) => match shown.outdated(live, &wanted) {
                    Some(file) => {
                        desk.postpone(Ask::Get(Wanted { is_fresh: true, ..wanted }, reply));
                        break Some(Change::at(file));
                    }
                    None => drop(reply.send(shown.answer(&wanted, findings))),
                },
                Next::Ask(Ask::View(path, reply)) => drop(reply.send(shown.view(&path, findings))),
                Next::Ask(Ask::Changed(change)) => break Some(change),
                Next::Ask(Ask::Checked(number, checked)) => {
                    if let Some(event) = findings.take(number, *checked) {
                        teller.tell(event);
                        desk.tell();
                    }
                }
                Next::Pause => {
                    is_checking = true;
                    let (ask, number) = (desk.ask(), findings.number());
                    let stop = &stop;
                    scope.spawn(move || {
                        let checked = project.check_until(stop);
                        // What was stopped has not found all, and nobody may be there any more.
                        if !stop.load(Ordering::Relaxed) {
                            let _ = ask.send(Ask::Checked(number, Box::new(checked)));
                        }
                    });
                }
                Next::Ask(Ask::End) | Next::End => break None,
            }
        };
        // Otherwise a change would wait for the checks.
        stop.store(true, Ordering::Relaxed);
        change
    });
    *kept = Some((site.keep(), pages));
    change
}

/// Answers with what is wrong until something changes on the disk; `None` if nobody can ask any more.
fn excuse(fault: &anyhow::Error, desk: &mut Desk, teller: &mut Teller<'_>) -> Option<Change> {
    let fault = format!("{fault:#}");
    let html = fault_page("The site cannot be shown", &fault);
    teller.tell(Event::Fault(fault));
    let view = View { digest: digest(html.as_bytes()), ..View::default() };
    loop {
        match desk.next(Patience::Endless) {
            Next::Ask(Ask::Get(wanted, reply)) => {
                let own = wanted.path.strip_prefix(OWN).and_then(own_file);
                drop(reply.send(own.unwrap_or_else(|| page(500, &html, &view))));
            }
            Next::Ask(Ask::View(_, reply)) => drop(reply.send(view.clone())),
            Next::Ask(Ask::Changed(change)) => return Some(change),
            Next::Ask(Ask::Checked(..)) | Next::Pause => {}
            Next::Ask(Ask::End) | Next::End => return None,
        }
    }
}

fn fault_page(title: &str, fault: &str) -> String {
    let fault = escape(fault);
    own_page(
        title,
        &format!(
            "<pre class=\"fault\">{fault}</pre>\n<p>This page shows the site again as soon as it is mended.</p>\n"
        ),
    )
}

/// A page that browsers must not keep.
fn page(status: u16, html: &str, view: &View) -> Answer {
    let body = inject(html.as_bytes(), view);
    Answer { status, media: "text/html; charset=utf-8", body, ..Answer::default() }
}

/// The preview's own scripts and style sheets.
fn own_file(name: &str) -> Option<Answer> {
    let body: &[u8] = match name {
        "preview.js" => include_bytes!("own/preview.js"),
        "preview.css" => include_bytes!("own/preview.css"),
        "page.css" => include_bytes!("own/page.css"),
        _ => return None,
    };
    Some(Answer { status: 200, media: pages::media_type(name), body: body.to_vec(), ..Answer::default() })
}

/// The project while nothing changes.
struct Shown<'a> {
    project: &'a Project,
    site: &'a Site<'a>,
    pages: &'a Pages,
    place: &'a Place,
}

impl Shown<'_> {
    /// The file of the article that is asked for, if it is another by now and nobody has told.
    fn outdated(&self, live: &Live, wanted: &Wanted) -> Option<PathBuf> {
        if wanted.is_fresh || wanted.path.starts_with(OWN) {
            return None;
        }
        let Found::Key(Key::Page(key)) = self.pages.at(self.site, self.below_base(&wanted.path)) else {
            return None;
        };
        let path = &pages::article(self.site, key)?.file.path;
        live.is_outdated(path).then(|| live.place(path))
    }

    fn answer(&self, wanted: &Wanted, findings: &Findings) -> Answer {
        if let Some(name) = wanted.path.strip_prefix(OWN) {
            return self.own(name, &wanted.query, findings);
        }
        let path = self.below_base(&wanted.path);
        if path.is_empty()
            && let Some(locale) = wanted.languages.as_deref().and_then(|header| self.best_locale(header))
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
                    if wanted.query.is_empty() { String::new() } else { format!("?{}", wanted.query) };
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
        // The names of these tell what they hold.
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
    fn view(&self, path: &str, findings: &Findings) -> View {
        if let Some(name) = path.strip_prefix(OWN) {
            let answer = self.own_html(name, "", findings).unwrap_or_default();
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
            notes: notes::of_page(self.project, pages::article(self.site, key), findings, self.place),
        }
    }

    /// A page or file of the preview itself.
    fn own(&self, name: &str, query: &str, findings: &Findings) -> Answer {
        if let Some(file) = own_file(name) {
            return file;
        }
        if name == "status" {
            return match status::html::render(&self.project.status(), status::html::Styling::Inline) {
                Ok(html) => html_answer(200, html),
                Err(fault) => html_answer(500, broken(&fault)),
            };
        }
        let Some(html) = self.own_html(name, query, findings) else {
            return page(404, &own_page("There is no such page", ""), &View::default());
        };
        // A page that was asked for with a choice is not made new by itself.
        let digest = if query.is_empty() { digest(html.as_bytes()) } else { String::new() };
        page(200, &html, &View { digest, ..View::default() })
    }

    fn own_html(&self, name: &str, query: &str, findings: &Findings) -> Option<String> {
        (name == "diagnostics").then(|| notes::all(self.project, query, findings, self.place))
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
