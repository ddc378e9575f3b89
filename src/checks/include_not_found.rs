//! `include-not-found`: an include whose file does not exist.

use crate::catalog::{Article, Base, Catalog, NotIncluded};
use crate::markdown::{Include, IncludeForm};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "include-not-found",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an included file does not exist",
    explanation: "\
## What it does
Checks that the file of every `[!INCLUDE [title](path)]` exists, within includes too, and that of every snippet of the generators: `--8<-- path`, `<!--@include: path-->`, `<<< path`, `@[code](path)`. The lines, the region or the heading that is named has to be in it. A file that a translation lacks is taken from the source locale. Files that git ignores are not shown, nor hidden ones, nor code of 1 MiB or more.

## Why is this bad?
Part of the article is missing, and nothing on the page says so.

## Example
```markdown
[!INCLUDE [before you begin](includes/befor-you-begin.md)]
```

## Fix
Correct the path, which is relative to the file it is written in, or add the file.",
    run: Run::Article(run),
};

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    if article.file.document.includes.is_empty() {
        return;
    }
    for base in catalog.files_of(article) {
        for include in &base.file.document.includes {
            match catalog.include(base, include) {
                // Of what is shown as Markdown, another check says so.
                Some(file) if file.not_utf8.is_some() && is_code(include) => {
                    let message = format!("`{}` is not written in UTF-8", file.path);
                    let finding = Finding::new(include.path_span, message);
                    findings
                        .push(base.file, finding.help("save the file as UTF-8, so that all of it is shown"));
                }
                Some(_) => {}
                None => findings.push(base.file, finding(catalog, base, include)),
            }
        }
    }
}

fn finding(catalog: &Catalog, base: Base<'_>, include: &Include) -> Finding {
    let path = &include.path;
    let with = |message: String, help: &str| Finding::new(include.path_span, message).help(help);
    if let Some((found, reason)) = catalog.refused_include(base, include) {
        let (why, help) = match reason {
            NotIncluded::Ignored => ("git ignores it", "include a file that git tracks"),
            NotIncluded::Hidden => {
                ("it is hidden by a dot in its path", "move what is to be shown to another file")
            }
            NotIncluded::TooLarge => ("it has 1 MiB or more", "include a shorter file"),
        };
        return with(format!("`{found}` is not shown: {why}"), help);
    }
    if let Some(found) = catalog.included_path(base, include) {
        if catalog.is_included_too_often(found) {
            let message = format!("too many parts are included of `{found}`");
            return with(message, "include fewer parts, or all of the file");
        }
        let message = match (&*include.part.name, include.part.lines) {
            ("", _) => format!("`{found}` does not have the lines that are included of it"),
            (name, _) => format!("`{found}` has no part `{name}` to include"),
        };
        return with(message, "correct what is included, or mark it in the file");
    }
    if path.contains("://") {
        return with(format!("`{path}` is not fetched"), "keep a copy of the file, and include that");
    }
    if !is_code(include) && leads_out(&base.file.below, path) {
        let message = format!("`{path}` leads out of the folder of articles");
        return with(message, "move the file into it, so that its text is shown");
    }
    let wanted = path.rsplit('/').next().unwrap_or(path);
    let nearest = catalog.nearest_include(base.file.docset, wanted).filter(|_| !is_code(include));
    let help = match nearest {
        Some(path) => format!("did you mean the file `{path}`?"),
        None => "correct the path, or add the file".to_owned(),
    };
    with(format!("no file to include at `{path}`"), &help)
}

fn is_code(include: &Include) -> bool {
    matches!(include.form, IncludeForm::Code(_))
}

/// Whether a path that is written in a file goes up beyond the folder of articles, where no file is read.
fn leads_out(file: &str, path: &str) -> bool {
    let mut depth = file.matches('/').count();
    path.split('/').any(|step| match step {
        "" | "." => false,
        ".." if depth == 0 => true,
        ".." => {
            depth -= 1;
            false
        }
        _ => {
            depth += 1;
            false
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, findings_in, sources};
    use super::{CHECK, NotIncluded};

    #[test]
    fn in_articles_and_in_includes() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[!INCLUDE [x](includes/one.md)]\n\n[!INCLUDE [y](includes/oen.md)]\n\n[!INCLUDE [z](../../x.md)]\n",
            ),
            ("content/en/b.md", "# B\n\n[!INCLUDE [x](includes/one.md)]\n"),
            ("content/en/includes/one.md", "Text\n\n[!INCLUDE [z](somewhere.md)]\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `includes/oen.md`: no file to include at `includes/oen.md` (did you mean the file `content/en/includes/one.md`?)
        content/en/a.md `../../x.md`: `../../x.md` leads out of the folder of articles (move the file into it, so that its text is shown)
        content/en/includes/one.md `somewhere.md`: no file to include at `somewhere.md` (correct the path, or add the file)
        ");
    }

    #[test]
    fn snippets_of_mkdocs() {
        let files = [
            (
                "mkdocs.yml",
                "site_name: x\ntheme: {language: en}\nplugins:\n- i18n:\n    languages:\n    - {locale: en, default: true}\n    - {locale: fr}\n",
            ),
            (
                "docs/a/b.md",
                "# A\n\n--8<-- \"includes/one.md\"\n\n--8<-- \"docs/c.md\"\n\n--8<-- \"c.md\"\n\n--8<-- \"includes/two.md\"\n",
            ),
            ("docs/a/b.fr.md", "# B\n\n--8<-- \"includes/one.md\"\n\n--8<-- \"c.md\"\n"),
            ("docs/c.md", "# C\n"),
            ("includes/one.md", "Text\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"docs/a/b.md `includes/two.md`: no file to include at `includes/two.md` (correct the path, or add the file)");
    }

    #[test]
    fn parts_of_files() {
        let files = [
            ("mkdocs.yml", "site_name: x\nexclude_docs: parts/\n"),
            (
                "docs/a.md",
                "# A\n\n--8<-- \"docs/parts/b.md\"\n\n--8<-- \"docs/parts/b.md:mid\"\n\n--8<-- \"docs/parts/b.md:nope\"\n\n\
                 --8<-- \"docs/parts/b.md:1:9\"\n\n--8<-- \"docs/parts/b.md:40:45\"\n\n```md\n--8<-- \"docs/parts/b.md\"\n```\n\n\
                 --8<-- \"/etc/passwd\"\n\n--8<-- \"../../x.md\"\n\n```js\n--8<-- \"x.js\"\n```\n",
            ),
            ("docs/parts/b.md", "# B\n\n--8<-- [start:mid]\nText\n--8<-- [end:mid]\n\n--8<-- \"gone.md\"\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        docs/a.md `docs/parts/b.md`: `docs/parts/b.md` has no part `nope` to include (correct what is included, or mark it in the file)
        docs/a.md `docs/parts/b.md`: `docs/parts/b.md` does not have the lines that are included of it (correct what is included, or mark it in the file)
        docs/a.md `/etc/passwd`: no file to include at `/etc/passwd` (correct the path, or add the file)
        docs/a.md `../../x.md`: `../../x.md` leads out of the folder of articles (move the file into it, so that its text is shown)
        docs/a.md `x.js`: no file to include at `x.js` (correct the path, or add the file)
        docs/parts/b.md `gone.md`: no file to include at `gone.md` (correct the path, or add the file)
        ");
    }

    #[test]
    fn files_that_are_there_and_are_not_shown() {
        let long = format!("[{}]", " ".repeat(1 << 20));
        let files = [
            ("mkdocs.yml", "site_name: x\n"),
            (
                "docs/a.md",
                "# A\n\n--8<-- \"b.md\"\n\n--8<-- \".c/d.json\"\n\n```json\n--8<-- \"e.json\"\n```\n\n--8<-- \"f.json\"\n",
            ),
            ("docs/b.md", "# B\n"),
            ("docs/.c/d.json", "{}"),
            ("docs/e.json", &long),
            ("docs/f.json", "{}"),
        ];
        let mut sources = sources(&files);
        for path in ["docs/b.md", "docs/f.json"] {
            sources.named.texts.remove(path);
            sources.named.refused.insert(path.into(), NotIncluded::Ignored);
        }
        insta::assert_snapshot!(findings_in(&CHECK, &sources), @"
        docs/a.md `b.md`: `docs/b.md` is not shown: git ignores it (include a file that git tracks)
        docs/a.md `.c/d.json`: `docs/.c/d.json` is not shown: it is hidden by a dot in its path (move what is to be shown to another file)
        docs/a.md `e.json`: `docs/e.json` is not shown: it has 1 MiB or more (include a shorter file)
        docs/a.md `f.json`: `docs/f.json` is not shown: git ignores it (include a file that git tracks)
        ");
    }

    #[test]
    fn lines_end_in_every_way() {
        let files = [
            ("mkdocs.yml", "site_name: x\n"),
            (
                "docs/a.md",
                "# A\n\n--8<-- \"b.md:2:3\"\n\n--8<-- \"b.md:4\"\n\n```json\n--8<-- \"c.json:part\"\n```\n",
            ),
            ("docs/b.md", "One\r\rThree"),
            ("docs/c.json", "// #region part\r{}\r// #endregion\r"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"docs/a.md `b.md`: `docs/b.md` does not have the lines that are included of it (correct what is included, or mark it in the file)");
    }

    #[test]
    fn no_address_is_fetched() {
        let files = [
            ("mkdocs.yml", "site_name: x\n"),
            ("docs/a.md", "# A\n\n--8<-- \"https://example.com/a.md\"\n\n--8<-- \"x.md:part\"\n"),
            ("docs/x.md", "# X\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        docs/a.md `https://example.com/a.md`: `https://example.com/a.md` is not fetched (keep a copy of the file, and include that)
        docs/a.md `x.md`: `docs/x.md` has no part `part` to include (correct what is included, or mark it in the file)
        ");
    }
}
