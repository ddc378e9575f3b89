//! The URLs of one start tag: where they lead, and whether the policy of the page lets them be loaded.

use super::described::shorten;
use super::files::{Target, hash, scheme};
use super::page::{Alternate, Canonical, PageReader};
use super::policy::{Host, Resource};
use super::rules;
use super::tag::Tag;
use crate::diagnostic::Span;

/// Schemes that no URL of a page has, whatever it is for.
const UNSAFE: &[&str] = &["javascript", "vbscript", "file"];

/// Types of scripts that browsers run, or that steer how they do.
const RUN: &[&str] = &[
    "",
    "module",
    "text/javascript",
    "application/javascript",
    "text/ecmascript",
    "application/ecmascript",
    "application/x-javascript",
    "text/jscript",
    "importmap",
    "speculationrules",
];

impl PageReader<'_> {
    /// Follows every URL of a tag.
    pub(super) fn links(&mut self, tag: &Tag) {
        let name = tag.name();
        if name == "link" && (tag.has_word("rel", "canonical") || tag.get("hreflang").is_some()) {
            return self.head_link(tag);
        }
        for (attribute, value, span) in tag.attributes() {
            let is_url = match attribute {
                "href" | "src" | "action" | "formaction" | "poster" | "data-script" | "data-style" => true,
                "data" => name == "object",
                _ => false,
            };
            if is_url {
                self.link(tag, attribute, value, span);
            } else if attribute == "srcset" {
                for candidate in value.split(',') {
                    if let Some(url) = candidate.split_ascii_whitespace().next() {
                        self.link(tag, attribute, url, span);
                    }
                }
            } else if attribute == "data-index" {
                // The script of the search loads this file first.
                self.link(tag, attribute, &format!("{}index.js", value.trim_end_matches("index.html")), span);
            }
        }
        if name == "meta"
            && tag.is("http-equiv", "refresh")
            && let Some((content, span)) = tag.find("content")
            && let Some((_, url)) = content.split_once('=')
        {
            self.link(tag, "content", url.trim().trim_matches(['"', '\'']), span);
        }
    }

    fn link(&mut self, tag: &Tag, attribute: &str, url: &str, span: Span) {
        if url.trim().is_empty() {
            let message = format!("`{attribute}` of `<{}>` is empty", shorten(tag.name()));
            return self.found(&rules::LINK_BROKEN, span, message);
        }
        let scheme = scheme(url.trim()).map(str::to_ascii_lowercase).unwrap_or_default();
        let kind = kind(tag, attribute);
        let is_picture =
            scheme == "data" && kind == Some(Resource::Image) && !url.trim().starts_with("data:image/svg");
        if UNSAFE.contains(&scheme.as_str()) || scheme == "data" && !is_picture {
            let message = format!("`{}` is not allowed as a URL in a page", shorten(url));
            return self.found(&rules::POLICY_BROKEN, span, message);
        }
        let target = match self.files.resolve(self.name, url) {
            Ok(target) => target,
            Err(why) => return self.found(&rules::LINK_BROKEN, span, format!("`{}` {why}", shorten(url))),
        };
        if let Some(kind) = kind {
            let is_absolute = !scheme.is_empty() || url.trim().starts_with("//");
            let host = if is_absolute { Host::Other(self.files.origin()) } else { Host::Own };
            self.load(kind, url, host, span);
        }
        match target {
            Target::File(file, Some(fragment)) => self.anchor_link(file, &fragment, span),
            // What only paper needs is asked for when the page is there.
            Target::File(file, None)
                if kind == Some(Resource::Style)
                    && tag.name() == "link"
                    && tag.get("media").is_none_or(|media| media.trim() != "print") =>
            {
                self.sheets.push(file);
            }
            Target::Absent(top) if !self.page.absent.contains(&top) => self.page.absent.push(top),
            _ => {}
        }
    }

    /// Something that the browser loads by itself.
    fn load(&mut self, kind: Resource, url: &str, host: Host<'_>, span: Span) {
        match &self.policy {
            None => self.unguarded = self.unguarded.or(Some(span)),
            Some(policy) if !policy.allows(kind, url, host) => {
                let message = format!("the policy of the page blocks {} `{}`", kind.name(), shorten(url));
                self.found(&rules::POLICY_BROKEN, span, message);
            }
            Some(_) => {}
        }
    }

    /// Scripts and styles that stand in the page itself.
    pub(super) fn guard(&mut self, tag: &Tag) {
        let name = tag.name();
        if name == "script" && tag.get("src").is_none() {
            let kind = tag.get("type").unwrap_or("").trim().to_ascii_lowercase();
            if RUN.contains(&kind.as_str()) {
                self.inline(Resource::Script, tag.get("nonce"), tag.span, "an inline script");
            }
        } else if name == "style" {
            self.inline(Resource::Style, tag.get("nonce"), tag.span, "a `style` element");
        }
        for (attribute, _, span) in tag.attributes() {
            if attribute == "style" {
                self.inline(Resource::Style, None, span, "a `style` attribute");
            } else if attribute.starts_with("on") {
                self.inline(Resource::Script, None, span, &format!("the handler `{}`", shorten(attribute)));
            }
        }
    }

    fn inline(&mut self, kind: Resource, nonce: Option<&str>, span: Span, what: &str) {
        match &self.policy {
            None => self.unguarded = self.unguarded.or(Some(span)),
            Some(policy) if !policy.allows_inline(kind, nonce) => {
                self.found(&rules::POLICY_BROKEN, span, format!("the policy of the page blocks {what}"));
            }
            Some(_) => {}
        }
    }

    /// A canonical URL or an alternate.
    fn head_link(&mut self, tag: &Tag) {
        let is_canonical = tag.has_word("rel", "canonical");
        let rule = if is_canonical { &rules::CANONICAL_WRONG } else { &rules::ALTERNATE_WRONG };
        let Some((url, span)) = tag.find("href") else {
            return self.found(rule, tag.span, "the link has no `href`");
        };
        let is_absolute = url.starts_with("https://") || url.starts_with("http://");
        if !is_absolute && (self.files.base.is_some() || !url.starts_with('/')) {
            let needed = if self.files.base.is_some() { "absolute" } else { "absolute or root-relative" };
            return self.found(rule, span, format!("`{}` must be {needed}", shorten(url)));
        }
        let target = match self.files.resolve(self.name, url) {
            Ok(target) => target,
            Err(why) => return self.found(rule, span, format!("`{}` {why}", shorten(url))),
        };
        if is_canonical {
            if self.page.canonical.is_some() {
                return self.found(rule, span, "the page has a second canonical URL");
            }
            url.clone_into(&mut self.canonical);
        }
        match target {
            Target::File(file, _) if is_canonical => {
                self.page.canonical = Some((Canonical::File(file), span))
            }
            _ if is_canonical => self.page.canonical = Some((Canonical::Elsewhere, span)),
            Target::File(file, _) => {
                let language = hash(&tag.get("hreflang").unwrap_or_default().to_ascii_lowercase());
                self.page.alternates.push(Alternate { language, file, span });
            }
            Target::Absent(top) if !self.page.absent.contains(&top) => self.page.absent.push(top),
            Target::Absent(_) => {}
            Target::Elsewhere => {
                self.found(rule, span, format!("`{}` is not a page of the site", shorten(url)));
            }
        }
    }
}

/// What the browser does with the URL by itself, if anything.
fn kind(tag: &Tag, attribute: &str) -> Option<Resource> {
    let rel = |word| tag.has_word("rel", word);
    match (tag.name(), attribute) {
        ("script", "src") => Some(Resource::Script),
        (_, "data-script") => Some(Resource::Script),
        (_, "data-style") => Some(Resource::Style),
        ("link", "href") if rel("stylesheet") => Some(Resource::Style),
        ("link", "href") if rel("icon") || rel("apple-touch-icon") => Some(Resource::Image),
        ("link", "href") if rel("manifest") => Some(Resource::Manifest),
        ("link", "href") if rel("modulepreload") => Some(Resource::Script),
        ("img" | "input", "src") | ("img" | "source", "srcset") => Some(Resource::Image),
        ("image", "href") | ("video", "poster") => Some(Resource::Image),
        ("video" | "audio" | "source" | "track", "src") => Some(Resource::Media),
        ("iframe", "src") => Some(Resource::Frame),
        ("object", "data") | ("embed", "src") => Some(Resource::Object),
        ("form", "action") | (_, "formaction") => Some(Resource::Form),
        ("base", "href") => Some(Resource::Base),
        _ => None,
    }
}
