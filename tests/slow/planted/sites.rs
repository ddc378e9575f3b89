//! Defects that need a project of their own: redirects, includes, articles in a mixed folder, what is the custom of a
//! project.

use super::project::Project;
use super::{How, Plant, Planter};

const fn site(code: &'static str, make: fn(usize) -> (Project, Vec<Plant>)) -> Planter {
    Planter { code, how: How::Site(make), companions: &[] }
}

const HASH: &str = "source_hash: 0123456789012345678901234567890123456789";

pub(crate) static ALL: &[Planter] = &[
    site("asset-not-served", |count| {
        project(count, |at| {
            vec![
                (format!("en/a{at}.md"), format!("# A {at}\n\n⟦[x](m/x{at}.exe)⟧\n")),
                (format!("en/m/x{at}.exe"), "x".to_owned()),
            ]
        })
    }),
    site("circular-redirection", |count| redirects(count, |at| (format!("r{at}"), format!("/Help/r{at}")))),
    site("circular-reference", |count| {
        project(count, |at| {
            let circle = format!("Text [!INCLUDE [x](⟦p{at}.md⟧)]\n");
            vec![
                (format!("en/a{at}.md"), format!("# A {at}\n\n[!INCLUDE [x](includes/p{at}.md)]\n")),
                (format!("en/includes/p{at}.md"), circle),
            ]
        })
    }),
    site("custom-id-missing", |count| {
        let (mut project, plants) = project(count, |at| {
            vec![(format!("en/a{at}.md"), format!("⟦---⟧\ntitle: A {at}\n---\n# A {at}\n"))]
        });
        for at in 0..count * 10 {
            let text = format!("---\ntitle: B {at}\nms.custom: {at}\n---\n# B {at}\n");
            project.texts.insert(format!("content/en/b{at}.md"), text.into_bytes());
        }
        (project, plants)
    }),
    site("duplicate-article-id", |count| {
        project(count, |at| {
            let text =
                |id: &str| format!("---\ntitle: A {at}\nlocale: lv\narticle_id: {id}\n---\n# A {at}\n");
            vec![
                (format!("a{at}.md"), text(&format!("id-{at}"))),
                (format!("b{at}.md"), text(&format!("⟦id-{at}⟧"))),
            ]
        })
    }),
    site("duplicate-locale-folder", |count| {
        project(count, |at| {
            vec![
                (format!("en/a{at}.md"), format!("# A {at}\n")),
                (format!("pt-BR/a{at}.md"), format!("# A {at}\n")),
                (format!("pt_BR/b{at}.md"), format!("⟦⟧---\ntitle: B {at}\n---\n# B {at}\n")),
            ]
        })
    }),
    site("duplicate-message", |count| {
        messages(count, |at| [format!("k{at} = a\n⟦k{at} = b⟧\n"), format!("k{at} = a\n")])
    }),
    site("unknown-component", |count| {
        project(count, |at| {
            vec![(format!("en/a{at}.mdx"), format!("# A {at}\n\nText ⟦<Qzx{at} x=\"y\" />⟧ text\n"))]
        })
    }),
    site("unknown-expression", |count| {
        project(count, |at| {
            vec![(format!("en/a{at}.mdx"), format!("# A {at}\n\nText ⟦{{qzx{at}.x}}⟧ text\n"))]
        })
    }),
    site("unknown-shortcode", |count| {
        let (mut project, plants) = project(count, |at| {
            let text = format!("# A {at}\n\nText ⟦{{{{< qzx{at} x=\"y\" >}}}}⟧ text\n");
            vec![(format!("en/a{at}.md"), text)]
        });
        let languages = "defaultContentLanguage = \"en\"\n[languages.en]\ncontentDir = \"content/en\"\n";
        project.texts.insert("hugo.toml".to_owned(), languages.as_bytes().to_vec());
        (project, plants)
    }),
    site("h1-missing", |count| {
        let (mut project, plants) =
            project(count, |at| vec![(format!("en/a{at}.md"), format!("⟦---⟧\ntitle: A {at}\n---\nText\n"))]);
        for at in 0..count * 10 {
            project.texts.insert(
                format!("content/en/b{at}.md"),
                format!("---\ntitle: B {at}\n---\n# B {at}\n").into_bytes(),
            );
        }
        (project, plants)
    }),
    site("includes-too-large", |count| {
        project(count, |at| {
            // Sixteen may lie in each other.
            let include = |deep: usize| match deep {
                15 => format!("Text [!INCLUDE [x](⟦p{at}-16.md⟧)]\n"),
                16 => "Text\n".to_owned(),
                _ => format!("Text [!INCLUDE [x](p{at}-{}.md)]\n", deep + 1),
            };
            let mut files =
                vec![(format!("en/a{at}.md"), format!("# A {at}\n\n[!INCLUDE [x](includes/p{at}-0.md)]\n"))];
            files.extend((0..=16).map(|deep| (format!("en/includes/p{at}-{deep}.md"), include(deep))));
            files
        })
    }),
    site("link-to-fallback", |count| {
        project(count, |at| {
            let translation = |text: &str| format!("---\ntitle: A {at}\n{HASH}\n---\n# A {at}\n\n{text}\n");
            vec![
                (format!("en/a{at}.md"), format!("# A {at}\n\n[b](b{at}.md)\n")),
                (format!("en/b{at}.md"), format!("# B {at}\n")),
                (format!("lv/a{at}.md"), translation(&format!("[b](⟦b{at}.md⟧)"))),
                (format!("ro/a{at}.md"), translation(&format!("[b](b{at}.md)"))),
                (format!("ro/b{at}.md"), translation("b")),
            ]
        })
    }),
    site("link-to-other-locale", |count| {
        project(count, |at| {
            let translation = |text: &str| format!("---\ntitle: A {at}\n{HASH}\n---\n# A {at}\n\n{text}\n");
            vec![
                (format!("en/a{at}.md"), format!("# A {at}\n\n[b](b{at}.md)\n")),
                (format!("en/b{at}.md"), format!("# B {at}\n")),
                (format!("lv/a{at}.md"), translation(&format!("[b](⟦../en/b{at}.md⟧)"))),
                (format!("lv/b{at}.md"), translation("b")),
            ]
        })
    }),
    site("metadata-without-effect", |count| {
        project(count, |at| {
            let text = |keys: &str| format!("---\ntitle: A {at}\n{keys}---\n# A {at}\n");
            let index = |name: &str| {
                vec![
                    (format!("en/f{at}/index.md"), text(&format!("icon: ⟦{name}{at}.svg⟧\n"))),
                    (format!("en/f{at}/a.md"), text("")),
                ]
            };
            match at % 3 {
                0 => vec![(format!("en/a{at}.md"), text("announce_from: ⟦2026-11-30⟧\n"))],
                1 => index("none"),
                _ => vec![
                    (format!("en/a{at}.md"), text("")),
                    (format!("lv/a{at}.md"), text(&format!("{HASH}\nfeatured: ⟦1⟧\n"))),
                ],
            }
        })
    }),
    site("invalid-toc-entry", |count| {
        project(count, |at| {
            vec![
                (format!("en/f{at}/a{at}.md"), format!("# A {at}\n")),
                (format!("en/f{at}/toc.yml"), format!("- name: A {at}\n  href: a{at}.md\n- ⟦5⟧\n")),
            ]
        })
    }),
    site("invalid-url-path", |count| {
        project(count, |at| {
            vec![(format!("en/a{at}.md"), format!("---\ntitle: A {at}\nslug: ⟦..⟧\n---\n# A {at}\n"))]
        })
    }),
    site("locale-missing", |count| {
        project(count, |at| {
            vec![
                (format!("a{at}.md"), format!("⟦⟧---\ntitle: A {at}\n---\n# A {at}\n")),
                (format!("b{at}.md"), format!("---\ntitle: B {at}\nlocale: lv-LV\n---\n# B {at}\n")),
            ]
        })
    }),
    site("message-differs", |count| {
        messages(count, |at| [format!("k{at} = a {{ $x }}\n"), format!("⟦k{at} = b {{ $y }}⟧\n")])
    }),
    site("message-missing", |count| {
        let (project, _) = messages(count, |at| [format!("k{at} = a\n"), String::new()]);
        let path = "locales/lv-LV/p.ftl";
        let plants = (0..count).map(|_| Plant { path: path.to_owned(), defect: 0..0 }).collect();
        (project, plants)
    }),
    Planter {
        code: "message-not-supported",
        how: How::Site(|count| {
            messages(count, |at| [format!("k{at} = a\n"), format!("⟦k{at}⟧ = {{ {{ \"a\" }} }}\n")])
        }),
        companions: &[],
    },
    site("message-reference-broken", |count| {
        messages(count, |at| [format!("k{at} = a\n"), format!("⟦k{at}⟧ = {{ j{at} }}\n")])
    }),
    site("message-syntax-error", |count| {
        messages(count, |at| [format!("k{at} = a\n"), format!("k{at} = a\n⟦j{at} b⟧\n")])
    }),
    site("plural-form-missing", |count| {
        let choice = "{ $n ->\n    [one] x\n   *[other] y\n}\n";
        messages(count, |at| [format!("k{at} = {choice}"), format!("⟦k{at}⟧ = {choice}")])
    }),
    site("publish-url-conflict", |count| {
        project(count, |at| {
            vec![
                (format!("en/a {at}.md"), format!("# A {at}\n")),
                (format!("en/a-{at}.md"), format!("⟦⟧# B {at}\n")),
            ]
        })
    }),
    site("names-differ", |count| {
        let locales = ["fr-FR", "lv-LV", "ro-RO", "sl-SI"];
        let (mut project, plants) = project(count, |at| {
            let text = |locale: &str| match locale {
                "sl-SI" => format!("---\n{HASH}\n---\n# A {at}\n\n⟦{at} moder portal⟧\n"),
                _ => format!("---\n{HASH}\n---\n# A {at}\n\n{at} Azure portal\n"),
            };
            locales.map(|locale| (format!("{locale}/a{at}.md"), text(locale))).into()
        });
        for locale in locales {
            let text = format!("---\n{HASH}\n---\n# B\n\n{}", "Azure portal\n\n".repeat(20));
            project.texts.insert(format!("content/{locale}/b.md"), text.into_bytes());
        }
        (project, plants)
    }),
    // Four translations that say the same, the last one with a defect.
    site("doubled-word", |count| {
        siblings(count, |at| {
            let own = ["Odprite ⟦stran stran⟧ in", "Odprite **⟦stran** stran⟧ in", "(⟦Stran stran⟧) in"];
            let own = format!("{} {at}", own[at % own.len()]);
            [format!("Ouvrez la page et {at}"), format!("Atveriet lapu {at}"), format!("Pagina {at}"), own]
        })
    }),
    site("label-in-lower-case", |count| {
        siblings(count, |at| {
            let own =
                ["Kliknite **⟦shrani⟧** zdaj", "**⟦shrani⟧** kliknite zdaj", "Izberite **⟦nato shrani⟧**."];
            [
                format!("Cliquez sur **Enregistrer** {at}"),
                format!("Noklikšķiniet uz **Saglabāt** {at}"),
                format!("Faceți clic pe **Salvare** {at}"),
                format!("{} {at}", own[at % own.len()]),
            ]
        })
    }),
    site("punctuation-inside", |count| {
        siblings(count, |at| {
            let (own, is_link) = match at % 3 {
                0 => ("Kliknite **Shrani⟦.⟧**", false),
                1 => ("Na strani **Moj račun⟦,⟧** kliknite", false),
                _ => ("Glejte [seznam paketov⟦.⟧](https://qzx.net/a)", true),
            };
            let other = |words: &str| {
                if is_link {
                    format!("{words} [{words} {at}](https://qzx.net/a).")
                } else {
                    format!("{words} **{words} {at}**.")
                }
            };
            [other("Page"), other("Lapa"), other("Pagina"), own.to_owned()]
        })
    }),
    site("untranslated-word", |count| {
        siblings(count, |at| {
            let own = ["V tem ⟦Quickstart⟧ izveste", "Kliknite **⟦Billing⟧** nato", "Vi to ⟦already⟧ veste"];
            let own = format!("{} {at}", own[at % own.len()]);
            [format!("Vous apprenez {at}"), format!("Jūs uzzināsit {at}"), format!("Veți afla {at}"), own]
        })
    }),
    site("link-text-incomplete", |count| {
        siblings(count, |at| {
            let link = |text: &str| format!("{text}(https://qzx.net/{at}) {at}");
            [
                link("Voir [les règles ⟦de⟧]"),
                link("Skatiet [lapas ⟦un⟧]"),
                link("Vedeți pagina [⟦sau⟧ fila]"),
                link("Glejte [stran ⟦v⟧]"),
            ]
        })
    }),
    site("redirect-conflict", |count| {
        redirects(count, |at| (format!("a{at}"), "https://example.com/".to_owned()))
    }),
    site("redirect-target-missing", |count| {
        redirects(count, |at| (format!("r{at}"), format!("/Help/gone{at}")))
    }),
    site("redirected-link", |count| {
        let (mut project, _) = redirects(count, |at| (format!("old{at}"), format!("/Help/a{at}")));
        let (articles, plants) = self::project(count, |at| {
            vec![(format!("Help/a{at}.md"), format!("# A {at}\n\n[x](⟦old{at}.md⟧)\n"))]
        });
        project.texts.extend(articles.texts);
        (project, plants)
    }),
    site("published-elsewhere", |count| {
        let (mut project, plants) = project(count, |at| {
            vec![
                (format!("Help/a{at}.md"), format!("# A {at}\n\n[b](⟦/help/article-numbr-{at}⟧)\n")),
                (format!("Help/article-number-{at}.md"), format!("# B {at}\n")),
            ]
        });
        let config = r#"{"docsets_to_publish":[{"build_source_folder":"Help","locale":"en-us"}]}"#;
        let path = "content/.openpublishing.publish.config.json".to_owned();
        project.texts.insert(path, config.as_bytes().to_vec());
        (project, plants)
    }),
    site("removed-svg-content", |count| {
        project(count, |at| {
            let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  ⟦<script>⟧x()</script>\n</svg>\n";
            vec![
                (format!("en/a{at}.md"), format!("# A {at}\n\n![x](x{at}.svg)\n")),
                (format!("en/x{at}.svg"), svg.to_owned()),
            ]
        })
    }),
    site("static-file-not-served", |count| {
        let (mut project, plants) =
            project(count, |at| vec![(format!("docs/a{at}.md"), format!("⟦⟧# A {at}\n"))]);
        let configuration = "module.exports = { title: 'x' };\n".as_bytes().to_vec();
        project.texts.insert("content/docusaurus.config.js".to_owned(), configuration);
        let moved = |plant: Plant| plant.path.replace("/docs/a", "/static/x").replace(".md", ".exe");
        let plants = plants.into_iter().map(|plant| Plant { path: moved(plant), defect: 0..0 });
        let plants: Vec<Plant> = plants.collect();
        project.assets = plants.iter().map(|plant| plant.path.clone()).collect();
        (project, plants)
    }),
    site("symbolic-link-not-followed", |count| {
        let (mut project, plants) =
            project(count, |at| vec![(format!("en/a{at}.md"), format!("⟦⟧# A {at}\n"))]);
        let linked = |plant: Plant| Plant { path: plant.path.replace("/a", "/link"), defect: 0..0 };
        let plants: Vec<Plant> = plants.into_iter().map(linked).collect();
        project.links = plants.iter().map(|plant| plant.path.clone()).collect();
        (project, plants)
    }),
    site("unknown-message", |count| {
        messages(count, |at| [format!("k{at} = a\n"), format!("k{at} = a\n⟦z{at}⟧ = a\n")])
    }),
    site("unreadable-file", |count| {
        project(count, |at| {
            vec![
                (format!("en/f{at}/a.md"), format!("# A {at}\n")),
                (format!("en/f{at}/toc.yml"), "- name: ⟦[⟧\n".to_owned()),
            ]
        })
    }),
    site("unused-allow", |count| {
        project(count, |at| {
            let comment = "⟦<!-- faqtory-allow: file-not-found -->⟧";
            vec![(format!("en/a{at}.md"), format!("# A {at}\n\n{comment}\nText\n"))]
        })
    }),
    site("missing-space", |count| {
        project(count, |at| {
            let rest = "Gaidiet un lasiet un rakstiet un zvaniet un klausieties un ejiet.";
            let text = match at % 3 {
                0 => format!("Atveriet ⟦**Failu {at}**un⟧ aizveriet to."),
                1 => format!("- Lasiet ⟦[rakstu {at}](a0.md)un⟧ aizveriet to."),
                _ => format!("Lasiet ⟦un**rakstiet {at}**⟧ to."),
            };
            vec![(format!("lv/a{at}.md"), format!("# A {at}\n\n{text}\n\n{rest}\n"))]
        })
    }),
    site("space-within-quotes", |count| {
        project(count, |at| {
            let (locale, text) = match at % 5 {
                0 => ("sl", format!("Kliknite gumb⟦» Shrani {at} «⟧in zaprite.")),
                1 => ("he", format!("בחר ⟦' שמור {at} '⟧ וסגור.")),
                2 => ("de", format!("- Wählen Sie ⟦„ Sichern {at} “⟧ aus.")),
                3 => ("zh-CN", format!("选择⟦“保存 {at} ”⟧按钮。")),
                _ => ("ru", format!("Выберите ⟦\" Сохранить {at} \"⟧.")),
            };
            vec![(format!("{locale}/a{at}.md"), format!("# A {at}\n\n{text}\n"))]
        })
    }),
    site("unused-include", |count| {
        project(count, |at| {
            vec![
                (format!("en/a{at}.md"), format!("# A {at}\n\n[!INCLUDE [x](includes/u{at}.md)]\n")),
                (format!("en/includes/u{at}.md"), "Text\n".to_owned()),
                (format!("en/includes/v{at}.md"), "⟦⟧Text\n".to_owned()),
            ]
        })
    }),
];

/// A project of the files that `make` gives for every number; `⟦…⟧` is the defect.
fn project(count: usize, make: impl Fn(usize) -> Vec<(String, String)>) -> (Project, Vec<Plant>) {
    let mut plants = Vec::new();
    let mut files = Vec::new();
    for (path, text) in (0..count).flat_map(make) {
        let text = with_front_matter(text);
        if let Some(start) = text.find('⟦') {
            let end = text.replace('⟦', "").find('⟧').unwrap();
            plants.push(Plant { path: format!("content/{path}"), defect: start..end });
        }
        files.push((path, text.replace(['⟦', '⟧'], "")));
    }
    (Project::of(files), plants)
}

/// A project with messages of its own in English and Latvian; `⟦…⟧` is the defect.
fn messages(count: usize, make: impl Fn(usize) -> [String; 2]) -> (Project, Vec<Plant>) {
    let mut project = Project::of([("en-US/a.md".to_owned(), with_front_matter("# A\n".to_owned()))]);
    let mut plants = Vec::new();
    for (place, tag) in ["en-US", "lv-LV"].into_iter().enumerate() {
        let path = format!("locales/{tag}/p.ftl");
        let mut text = String::new();
        for at in 0..count {
            let written = &make(at)[place];
            if let (Some(start), Some(end)) = (written.find('⟦'), written.find('⟧')) {
                let defect = text.len() + start..text.len() + end - '⟦'.len_utf8();
                plants.push(Plant { path: path.clone(), defect });
            }
            text += &written.replace(['⟦', '⟧'], "");
        }
        project.texts.insert(path, text.into_bytes());
    }
    (project, plants)
}

/// Articles in four locales without their source, with one paragraph each.
fn siblings(count: usize, texts: fn(usize) -> [String; 4]) -> (Project, Vec<Plant>) {
    project(count, |at| {
        let files = ["fr-FR", "lv-LV", "ro-RO", "sl-SI"].into_iter().zip(texts(at));
        files
            .map(|(locale, text)| {
                (format!("{locale}/a{at}.md"), format!("---\n{HASH}\n---\n# A {at}\n\n{text}\n"))
            })
            .collect()
    })
}

/// An Open Publishing repository of `count` articles and as many redirects: old name and new URL.
fn redirects(count: usize, make: impl Fn(usize) -> (String, String)) -> (Project, Vec<Plant>) {
    let entry = |(from, to): (String, String)| {
        format!("  {{\"source_path\": \"Help/{from}.md\", \"redirect_url\": \"{to}\"}}")
    };
    let entries: Vec<String> = (0..count).map(|at| entry(make(at))).collect();
    let text = format!("{{\"redirections\": [\n{}\n]}}\n", entries.join(",\n"));
    let path = "content/.openpublishing.redirection.json";
    let defect = |at: usize| {
        let from = format!("Help/{}.md", make(at).0);
        let start = text.find(&format!("\"{from}\"")).unwrap() + 1;
        Plant { path: path.to_owned(), defect: start..start + from.len() }
    };
    let plants = (0..count).map(defect).collect();
    let mut files = vec![
        (
            ".openpublishing.publish.config.json".to_owned(),
            "{\"docsets_to_publish\":[{\"build_source_folder\":\"Help\",\"locale\":\"en-us\"}]}".to_owned(),
        ),
        (".openpublishing.redirection.json".to_owned(), text.clone()),
    ];
    files.extend((0..count).map(|at| (format!("Help/a{at}.md"), with_front_matter(format!("# A {at}\n")))));
    (Project::of(files), plants)
}

/// An article that begins with its heading gets front matter, so that this is not a flaw.
fn with_front_matter(text: String) -> String {
    let (mark, rest) = text.split_at(if text.starts_with("⟦⟧") { "⟦⟧".len() } else { 0 });
    if rest.starts_with("# ") { format!("{mark}---\ntitle: T\n---\n{rest}") } else { text }
}
