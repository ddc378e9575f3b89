//! Redirects in the files that static hosts read. The pages of `page/redirect.rs` do the same everywhere: what a host does
//! not take is left to them.

use anyhow::Result;
use serde::Serialize;

use crate::render::href::{self, From};
use crate::render::links::old_url_link;
use crate::render::site::Site;

/// Cloudflare Pages: at most 2,000 static redirects and 1,000 characters a line.
const MAX_RULES: usize = 2000;
const MAX_LINE: usize = 1000;

/// Azure Static Web Apps refuses to deploy a file of more than 20 KB; its documentation does not say which kind of KB.
const MAX_BYTES: usize = 20_000;

/// One redirect: paths from the root of the host, percent-encoded.
struct Rule {
    /// `/` at both ends.
    from: String,
    /// A path, or a URL of another site.
    to: String,
}

/// Whether there is any redirect to write.
pub(super) fn is_wanted(site: &Site<'_>) -> bool {
    !site.unprefixed().is_empty() || site.catalog.published().any(|locale| !site.old_urls(locale).is_empty())
}

/// All redirects of all locales by path; without those whose path is a pattern to a host.
fn rules(site: &Site<'_>) -> Vec<Rule> {
    let base = href::base_path(site.options.base_url.as_deref());
    let root = From::Anywhere(base);
    let mut rules: Vec<Rule> = site
        .catalog
        .published()
        .flat_map(|locale| site.old_urls(locale).iter().map(move |old| (site.home_folder(locale), old)))
        .chain(site.unprefixed().iter().map(|old| (String::new(), old)))
        .map(|(folder, old)| Rule {
            from: root.path(&format!("{folder}{}/", old.url)),
            to: old_url_link(site, old, &root),
        })
        .filter(|rule| !rule.from.contains(['*', ':']))
        .collect();
    rules.sort_by(|a, b| a.from.cmp(&b.from));
    rules
}

/// `_redirects`: a line `from to 301` each, for Netlify and Cloudflare Pages.
///
/// Cloudflare takes 2,000 rules of at most 1,000 characters and follows them whether there is a page or not. Netlify shows
/// the page where there is one, unless the rule says `301!`, which Cloudflare does not know; the page leads on too. Rules
/// beyond the limits are left out.
pub(super) fn redirects(site: &Site<'_>) -> Vec<u8> {
    let lines = rules(site).into_iter().map(|rule| format!("{} {} 301\n", rule.from, rule.to));
    lines.filter(|line| line.len() <= MAX_LINE).take(MAX_RULES).collect::<String>().into_bytes()
}

/// One entry of `routes`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Route<'a> {
    route: &'a str,
    redirect: &'a str,
    status_code: u16,
}

/// `staticwebapp.config.json`: a route with status 301 each, and the 404 page.
///
/// A route with `index.html` matches the folder with and without slash too. The file may have 20 KB; there is no limit on
/// the number of routes. Routes that do not fit any more, and old paths that are not plain ASCII, of which the host's
/// documentation does not say how they are compared, are left out.
pub(super) fn static_web_app(site: &Site<'_>) -> Result<Vec<u8>> {
    let base = href::base_path(site.options.base_url.as_deref());
    let not_found = serde_json::to_string(&format!("{base}404.html"))?;
    let head = "{\n\"routes\": [";
    let tail = format!("\n],\n\"responseOverrides\": {{\"404\": {{\"rewrite\": {not_found}}}}}\n}}\n");
    let mut text = head.to_owned();
    for rule in rules(site).into_iter().filter(|rule| !rule.from.contains('%')) {
        let route = format!("{}index.html", rule.from);
        let route = Route { route: &route, redirect: &rule.to, status_code: 301 };
        let separator = if text.len() == head.len() { "\n" } else { ",\n" };
        let line = format!("{separator}{}", serde_json::to_string(&route)?);
        if text.len() + line.len() + tail.len() <= MAX_BYTES {
            text.push_str(&line);
        }
    }
    text.push_str(&tail);
    Ok(text.into_bytes())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::catalog::{Catalog, Options};
    use crate::messages::{self, Messages};
    use crate::render::file::{FileKey, files};
    use crate::render::{self, Bundles, PageKey};
    use crate::sources::Sources;
    use crate::theme::Theme;

    use super::*;
    use crate::translation::Translations;

    /// What `show` makes of the site of these files.
    fn with_site<T>(files: &[(&str, &str)], base_url: Option<&str>, show: impl FnOnce(&Site<'_>) -> T) -> T {
        let mut sources = Sources { content_dir: "content".to_owned(), ..Sources::default() };
        for (path, text) in files {
            sources.texts.insert((*path).into(), text.as_bytes().to_vec());
        }
        let catalog = Catalog::new(&sources, &Options::default());
        let (messages, _) = Messages::new(vec![messages::embedded()]);
        let words = Bundles::new(&messages, catalog.locales.iter().map(|entry| &entry.locale));
        let theme = Theme::new("default", Vec::new(), Arc::new(words)).unwrap();
        let options = render::Options { base_url: base_url.map(str::to_owned), ..render::Options::default() };
        let translations = Translations::new(&catalog);
        show(&Site::new(&catalog, &translations, &theme, &messages, &options).unwrap())
    }

    const FILES: &[(&str, &str)] = &[
        ("content/en/index.md", "# Home\n"),
        (
            "content/en/new.md",
            "---\nredirect_from: [Old Name, all/2, new, deep, index, 'a*', é]\n---\n# New & old\n\n## Part\n\nx\n",
        ),
        ("content/en/deep/a.md", "---\nredirect_from: /deep/old.md\n---\n# A\n"),
        ("content/he/deep/a.md", "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n# א\n"),
        (
            "content/.openpublishing.redirection.json",
            "{\"redirections\":[{\"source_path\":\"en/part.md\",\"redirect_url\":\"new#part\"},
              {\"source_path\":\"he/away.md\",\"redirect_url\":\"https://example.com/ a?b=\\\"c\\\"&d\"},
              {\"source_path\":\"en/nowhere.md\",\"redirect_url\":\"gone\"},
              {\"source_path\":\"en/round.md\",\"redirect_url\":\"round\"},
              {\"source_path\":\"en/home.md\",\"redirect_url\":\"/\"}]}",
        ),
    ];

    #[test]
    fn an_article_comes_before_a_redirect_from_the_root() {
        let files = [
            ("content/en/a.md", "---\nredirect_from: [/b, /a/, /old]\n---\n# A\n"),
            ("content/en/b.md", "# B\n"),
        ];
        with_site(&files, Some("https://example.org"), |site| {
            insta::assert_snapshot!(String::from_utf8(redirects(site)).unwrap(), @"
            /a/ /en/a/ 301
            /en/old/ /en/a/ 301
            /old/ /en/a/ 301
            ");
        });
    }

    #[test]
    fn hosts_get_what_they_can_take() {
        with_site(FILES, Some("https://example.org/docs"), |site| {
            insta::assert_snapshot!(String::from_utf8(redirects(site)).unwrap(), @"
            /docs/deep/old/ /docs/en/deep/a/ 301
            /docs/en/%C3%A9/ /docs/en/new/ 301
            /docs/en/away/ https://example.com/%20a?b=%22c%22&d 301
            /docs/en/deep/old/ /docs/en/deep/a/ 301
            /docs/en/home/ /docs/en/ 301
            /docs/en/old-name/ /docs/en/new/ 301
            /docs/en/part/ /docs/en/new/#part 301
            /docs/he/%C3%A9/ /docs/he/new/ 301
            /docs/he/away/ https://example.com/%20a?b=%22c%22&d 301
            /docs/he/deep/old/ /docs/he/deep/a/ 301
            /docs/he/home/ /docs/he/ 301
            /docs/he/old-name/ /docs/he/new/ 301
            /docs/he/part/ /docs/he/new/#part 301
            ");
            let azure = String::from_utf8(static_web_app(site).unwrap()).unwrap();
            serde_json::from_str::<serde_json::Value>(&azure).unwrap();
            insta::assert_snapshot!(azure, @r#"
            {
            "routes": [
            {"route":"/docs/deep/old/index.html","redirect":"/docs/en/deep/a/","statusCode":301},
            {"route":"/docs/en/away/index.html","redirect":"https://example.com/%20a?b=%22c%22&d","statusCode":301},
            {"route":"/docs/en/deep/old/index.html","redirect":"/docs/en/deep/a/","statusCode":301},
            {"route":"/docs/en/home/index.html","redirect":"/docs/en/","statusCode":301},
            {"route":"/docs/en/old-name/index.html","redirect":"/docs/en/new/","statusCode":301},
            {"route":"/docs/en/part/index.html","redirect":"/docs/en/new/#part","statusCode":301},
            {"route":"/docs/he/away/index.html","redirect":"https://example.com/%20a?b=%22c%22&d","statusCode":301},
            {"route":"/docs/he/deep/old/index.html","redirect":"/docs/he/deep/a/","statusCode":301},
            {"route":"/docs/he/home/index.html","redirect":"/docs/he/","statusCode":301},
            {"route":"/docs/he/old-name/index.html","redirect":"/docs/he/new/","statusCode":301},
            {"route":"/docs/he/part/index.html","redirect":"/docs/he/new/#part","statusCode":301}
            ],
            "responseOverrides": {"404": {"rewrite": "/docs/404.html"}}
            }
            "#);
        });
    }

    #[test]
    fn without_redirects_there_are_no_files() {
        let is_hosts = |key: &FileKey| matches!(key, FileKey::Redirects | FileKey::StaticWebApp);
        let written = |site: &Site<'_>| files(site).into_iter().filter(is_hosts).count();
        assert_eq!(with_site(&FILES[2..3], None, written), 2);
        assert_eq!(with_site(&FILES[3..4], None, written), 0);
    }

    #[test]
    fn limits_are_kept() {
        let entries: Vec<String> = (0..2100)
            .map(|at| {
                format!("{{\"source_path\":\"en/o{at}.md\",\"redirect_url\":\"a{}\"}}", "?".repeat(at / 2))
            })
            .collect();
        let text = format!("{{\"redirections\":[{}]}}", entries.join(","));
        let files =
            [("content/en/a.md", "# A\n"), ("content/.openpublishing.redirection.json", text.as_str())];
        with_site(&files, None, |site| {
            assert_eq!(redirects(site).iter().filter(|byte| **byte == b'\n').count(), MAX_RULES);
            let azure = static_web_app(site).unwrap();
            assert!(azure.len() <= MAX_BYTES && azure.len() > MAX_BYTES - 200, "{}", azure.len());
            serde_json::from_slice::<serde_json::Value>(&azure).unwrap();
        });
    }

    #[test]
    fn the_page_of_an_old_address_leads_on() {
        with_site(FILES, None, |site| {
            let keys = render::plan(site).into_iter().filter(|key| matches!(key, PageKey::Redirect(..)));
            let shown: Vec<String> = keys
                .map(|key| {
                    let page = render::page(site, key).unwrap();
                    let html = String::from_utf8(page.bytes).unwrap();
                    let lines =
                        html.lines().filter(|line| line.contains("refresh") || line.contains("class=\"lead"));
                    format!("{}\n{}", page.path, lines.collect::<Vec<_>>().join("\n"))
                })
                .collect();
            insta::assert_snapshot!(shown.join("\n"), @r#"
            en/a*/index.html
            <meta http-equiv="refresh" content="0; url=../new/">
            <p class="lead"><a href="../new/" dir="auto">New &amp; old</a></p>
            en/away/index.html
            <meta http-equiv="refresh" content="0; url=https://example.com/%20a?b=%22c%22&amp;d">
            <p class="lead"><a href="https://example.com/%20a?b=%22c%22&amp;d" dir="auto">https://example.com/%20a?b=%22c%22&amp;d</a></p>
            en/deep/old/index.html
            <meta http-equiv="refresh" content="0; url=../a/">
            <p class="lead"><a href="../a/" dir="auto">A</a></p>
            en/home/index.html
            <meta http-equiv="refresh" content="0; url=../">
            <p class="lead"><a href="../" dir="auto">Home</a></p>
            en/old-name/index.html
            <meta http-equiv="refresh" content="0; url=../new/">
            <p class="lead"><a href="../new/" dir="auto">New &amp; old</a></p>
            en/part/index.html
            <meta http-equiv="refresh" content="0; url=../new/#part">
            <p class="lead"><a href="../new/#part" dir="auto">New &amp; old</a></p>
            en/é/index.html
            <meta http-equiv="refresh" content="0; url=../new/">
            <p class="lead"><a href="../new/" dir="auto">New &amp; old</a></p>
            he/a*/index.html
            <meta http-equiv="refresh" content="0; url=../new/">
            <p class="lead"><a href="../new/" lang="en" dir="ltr">New &amp; old</a></p>
            he/away/index.html
            <meta http-equiv="refresh" content="0; url=https://example.com/%20a?b=%22c%22&amp;d">
            <p class="lead"><a href="https://example.com/%20a?b=%22c%22&amp;d" dir="auto">https://example.com/%20a?b=%22c%22&amp;d</a></p>
            he/deep/old/index.html
            <meta http-equiv="refresh" content="0; url=../a/">
            <p class="lead"><a href="../a/" dir="auto">א</a></p>
            he/home/index.html
            <meta http-equiv="refresh" content="0; url=../">
            <p class="lead"><a href="../" lang="en" dir="ltr">Home</a></p>
            he/old-name/index.html
            <meta http-equiv="refresh" content="0; url=../new/">
            <p class="lead"><a href="../new/" lang="en" dir="ltr">New &amp; old</a></p>
            he/part/index.html
            <meta http-equiv="refresh" content="0; url=../new/#part">
            <p class="lead"><a href="../new/#part" lang="en" dir="ltr">New &amp; old</a></p>
            he/é/index.html
            <meta http-equiv="refresh" content="0; url=../new/">
            <p class="lead"><a href="../new/" lang="en" dir="ltr">New &amp; old</a></p>
            "#);
        });
    }
}
