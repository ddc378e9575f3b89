//! `removed-svg-content`: scripts or external content are removed from an SVG.

use std::collections::BTreeMap;

use crate::assets::{Cleaned, Content};
use crate::catalog::Catalog;
use crate::diagnostic::Span;

use super::check::shortened;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "removed-svg-content",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "scripts or external content are removed from an SVG",
    explanation: "\
## What it does
Checks for SVG files that contain scripts, or load images, fonts or style sheets from elsewhere. An SVG that is opened by itself is a page, so such content is removed from the copy that the site serves. The rest stays as written, including the text of `foreignObject`.

## Why is this bad?
The image may not look or behave as it was drawn. A script in it would run as part of this site.

## Example
```xml
<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"start()\">…</svg>
```

## Fix
Save the drawing as a plain SVG, without scripts and with its images and fonts embedded.",
    run: Run::Site(run),
};

/// Names in a message at the most.
const NAMED: usize = 8;

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for asset in catalog.assets.iter().filter(|asset| asset.is_served()) {
        let Content::Cleaned(cleaned) = &asset.content else { continue };
        let Some(first) = cleaned.removed.first() else { continue };
        let message = format!("scripts or external content were removed from the SVG: {}", names(cleaned));
        let finding = Finding::new(Span::from(first.at.clone()), message)
            .help("save it as a plain SVG, with its images and fonts embedded");
        findings.push_at(&asset.path, finding);
    }
}

/// Each name once, in order, and how often.
fn names(cleaned: &Cleaned) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for removed in &cleaned.removed {
        *counts.entry(&removed.what).or_default() += 1;
    }
    let all = counts.len();
    let name = |(what, count): (&str, usize)| match count {
        1 => format!("`{}`", shortened(what)),
        _ => format!("`{}` ({count} times)", shortened(what)),
    };
    let mut names: Vec<String> = counts.into_iter().take(NAMED).map(name).collect();
    if all > NAMED {
        names.push(format!("and {} more", all - NAMED));
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings_in, sources};
    use super::CHECK;
    use crate::assets::judge;

    #[test]
    fn one_finding_a_file() {
        let svg =
            |inside: &str| format!("<svg xmlns='http://www.w3.org/2000/svg'\n  onload='x()'>{inside}</svg>");
        let many: String = ('a'..='k').map(|letter| format!("<script{letter}/>")).collect();
        let mut sources = sources(&[
            ("content/en/a.md", "# A\n"),
            ("content/en/a.svg", ""),
            ("content/en/b.svg", ""),
            ("content/en/c.svg", ""),
        ]);
        let texts = [
            svg("<script>x()</script><a href='javascript:x()'/><script/><style>@import 'x';</style>"),
            svg(&many),
            "<svg xmlns='http://www.w3.org/2000/svg'/>".to_owned(),
        ];
        for (asset, text) in sources.assets.values_mut().zip(texts) {
            asset.content = judge("svg", text.as_bytes());
        }
        insta::assert_snapshot!(findings_in(&CHECK, &sources), @"
        content/en/a.svg ``: scripts or external content were removed from the SVG: `@import`, `href`, `onload`, `script` (2 times) (save it as a plain SVG, with its images and fonts embedded)
        content/en/b.svg ``: scripts or external content were removed from the SVG: `onload`, `scripta`, `scriptb`, `scriptc`, `scriptd`, `scripte`, `scriptf`, `scriptg`, and 4 more (save it as a plain SVG, with its images and fonts embedded)
        ");
    }
}
