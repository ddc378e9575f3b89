//! Defects planted into translations are found: fifty for every check that compares a translation with its source or
//! with its siblings.

use crate::harness::{Test, note, tests};
use faqtory::catalog::{Catalog, Options};
use faqtory::checks;
use faqtory::front_matter::source_hashes;
use faqtory::sources::Sources;
use faqtory::translation::Translations;

pub(crate) const TESTS: &[Test] =
    tests![planted_defects_are_found, nothing_is_found_where_nothing_is_planted,];

/// An article in two languages: front matter, and blocks that say the same.
struct Article {
    front_matter: String,
    blocks: Vec<(String, String)>,
}

/// The words of the article; each place of `@` takes the next of the things that nobody translates.
const SENTENCES: [(&str, &str); 8] = [
    (
        "Open the settings and choose @ before you go on.",
        "Atveriet iestatījumus un pirms turpināt izvēlieties @.",
    ),
    ("The link that you get is valid for @ minutes.", "Saņemtā saite ir derīga @ minūtes."),
    (
        "If nothing happens, see @ for what else can be wrong.",
        "Ja nekas nenotiek, skatiet @, kas vēl var būt nepareizi.",
    ),
    ("Your administrator may have turned this off.", "Iespējams, administrators to ir izslēdzis."),
    ("Write down the code @ and keep it in a safe place.", "Pierakstiet kodu @ un glabājiet to drošā vietā."),
    ("Then sign in again with the new password.", "Pēc tam vēlreiz pierakstieties ar jauno paroli."),
    ("Up to @ people can share one mailbox.", "Vienu pastkasti var koplietot līdz @ cilvēkiem."),
    ("When you are done, close the window and read @.", "Kad esat pabeidzis, aizveriet logu un izlasiet @."),
];

/// An article of its own for every number.
fn article(number: usize) -> Article {
    let mut blocks = Vec::new();
    let both = |text: String| (text.clone(), text);
    let sections = 2 + number % 4;
    for section in 0..sections {
        let level = if section % 3 == 2 { "###" } else { "##" };
        blocks.push((format!("{level} Part {section}"), format!("{level} Daļa {section}")));
        for part in 0..2 + (number + section) % 3 {
            let at = number + section * 3 + part;
            let (en, lv) = SENTENCES[at % SENTENCES.len()];
            let thing = match at % 4 {
                0 => format!("[this](https://example.com/page-{at})"),
                1 => format!("{}", 13 + at * 7),
                2 => format!("`faqtory step{at}`"),
                _ => format!("{{name{at}}}"),
            };
            blocks.push((en.replace('@', &thing), lv.replace('@', &thing)));
        }
        match (number + section) % 3 {
            0 => blocks.push(both(format!("![{section}](media/picture-{number}-{section}.png)"))),
            1 => blocks.push(both(format!("```\nfaqtory build --out {number}{section}\n```"))),
            _ => blocks.push((
                format!("- One way is {{way}}\n- Another is [here](other-{section}.md)\n- The last takes {} days", 20 + section),
                format!("- Viens veids ir {{way}}\n- Cits ir [šeit](other-{section}.md)\n- Pēdējais ilgst {} dienas", 20 + section),
            )),
        }
    }
    // Every kind of thing stands in every article.
    blocks.push((
        format!("Last, run `finish {number}` with ${{HOME}} within {} hours.", 30 + number),
        format!("Visbeidzot {} stundu laikā izpildiet `finish {number}` ar ${{HOME}}.", 30 + number),
    ));
    blocks.push((
        "Start setup.exe and type Get-MailboxFolder -SourceFolder there.".to_owned(),
        "Palaidiet setup.exe un tur ierakstiet Get-MailboxFolder -SourceFolder.".to_owned(),
    ));
    blocks.push(both(format!("![end](media/end-{number}.png)")));
    blocks.push((
        format!("- See [more](https://example.com/en/more-{number})\n- Wait and read this again"),
        format!("- Skatiet [vēl](https://example.com/lv/more-{number})\n- Gaidiet un izlasiet šo vēlreiz"),
    ));
    let front_matter = format!("ms.custom: {} {}\nms.topic: article\n", 1000 + number, 2000 + number);
    Article { front_matter, blocks }
}

impl Article {
    fn source(&self) -> String {
        let body: Vec<&str> = self.blocks.iter().map(|(en, _)| en.as_str()).collect();
        format!("---\n{}---\n# An article\n\n{}\n", self.front_matter, body.join("\n\n"))
    }

    fn translation(&self, hash: &str) -> String {
        let body: Vec<&str> = self.blocks.iter().map(|(_, lv)| lv.as_str()).collect();
        format!("---\n{}source_hash: {hash}\n---\n# Raksts\n\n{}\n", self.front_matter, body.join("\n\n"))
    }
}

/// Plants the defect of a code into a translation; the number says which of many.
#[allow(clippy::too_many_lines, reason = "one arm for each check")]
fn plant(code: &str, text: &str, number: usize) -> String {
    // The n-th place where something stands, counted round.
    let nth = |what: &str| {
        let places: Vec<usize> = text.match_indices(what).map(|(at, _)| at).collect();
        places[number % places.len()]
    };
    let cut =
        |start: usize, end: usize, instead: &str| format!("{}{instead}{}", &text[..start], &text[end..]);
    let end = |start: usize, close: &str| start + text[start..].find(close).unwrap();
    match (code, number % 3) {
        ("links-differ", 0 | 1) => {
            // An image is found by another check.
            let starts: Vec<usize> = text
                .match_indices(['['])
                .map(|(at, _)| at)
                .filter(|&at| !text[..at].ends_with('!'))
                .collect();
            let start = starts[number % starts.len()];
            let at = end(start, "](");
            if number.is_multiple_of(3) {
                cut(at + 2, end(at, ")"), "https://example.com/elsewhere")
            } else {
                cut(start, end(at, ")") + 1, "to")
            }
        }
        ("links-differ", _) => {
            cut(text.len(), text.len(), "\nSkatiet arī [šo](https://example.com/added).\n")
        }
        ("images-differ", 0) => {
            let at = nth("![");
            cut(at, end(at, ")") + 1, "Attēls")
        }
        ("images-differ", _) => {
            let at = nth("media/") + 6;
            cut(at, at, "cits-")
        }
        ("code-differs", 0) => {
            let at = nth("`finish") + 1;
            cut(at, at + 6, "pabeigt")
        }
        ("code-differs", 1) => text.replacen("`finish", "„finish", 1),
        ("code-differs", _) => {
            let at = nth("faqtory ");
            cut(at, at + 7, "fabrika")
        }
        ("commands-differ", 0) => text.replacen("Get-MailboxFolder", "Iegūt-Pastkastesmapi", 1),
        ("commands-differ", 1) => text.replacen("-SourceFolder", "-Avota mape", 1),
        ("commands-differ", _) => text.replacen("setup.exe", "iestatīšanu", 1),
        ("numbers-differ", 0) => text.replacen(&(30 + number).to_string(), &(90 + number).to_string(), 1),
        ("numbers-differ", 1) => text.replacen(&format!("{} stundu", 30 + number), "dažu stundu", 1),
        ("numbers-differ", _) => {
            text.replacen(&format!("{} stundu", 30 + number), &format!("{}0 stundu", 30 + number), 1)
        }
        ("placeholders-differ", 0) => text.replacen("${HOME}", "${MĀJAS}", 1),
        ("placeholders-differ", 1) => text.replacen("${HOME}", "HOME", 1),
        ("placeholders-differ", _) => text.replacen("${HOME}", "${HOMES}", 1),
        ("headings-differ", 0) => {
            let at = nth("\n##") + 1;
            cut(at, at, "#")
        }
        ("headings-differ", 1) => {
            let at = nth("\n##") + 1;
            cut(at, end(at, "D"), "")
        }
        ("headings-differ", _) => cut(text.len(), text.len(), "\n## Piezīme\n\nTeksts.\n"),
        ("list-items-differ", 0) => {
            let at = nth("\n- ");
            cut(at, at + 3, " ")
        }
        ("list-items-differ", _) => {
            let at = nth("\n- ");
            cut(at, at, "\n- Lieks punkts")
        }
        ("custom-ids-differ", 0) => text.replacen(&format!(" {}", 2000 + number), "", 1),
        ("custom-ids-differ", _) => text.replacen(&(1000 + number).to_string(), "7", 1),
        ("metadata-differs", 0) => text.replacen("ms.topic: article", "ms.topic: raksts", 1),
        ("metadata-differs", _) => text.replacen("ms.topic: article\n", "", 1),
        ("untranslated-sentence", _) => {
            let own = "Gaidiet un izlasiet šo vēlreiz";
            text.replacen(own, &format!("{own}. Then select the three dots that you see here"), 1)
        }
        ("untranslated-text", _) => {
            let at = nth("\n- ");
            let line = end(at + 1, "\n");
            cut(at, line, "\n- Wait and read this again")
        }
        _ => panic!("{code}"),
    }
}

/// Whether `check` finds the code in the file.
fn finds(files: &[(String, String)], code: &str, path: &str) -> bool {
    let mut sources = Sources { content_dir: "content".to_owned(), ..Sources::default() };
    for (path, text) in files {
        sources.texts.insert(path.as_str().into(), text.as_bytes().to_vec());
    }
    let catalog = Catalog::new(&sources, &Options::default());
    let found = checks::run(&catalog, &Translations::new(&catalog));
    found.iter().any(|diagnostic| diagnostic.code == code && &*diagnostic.path == path)
}

/// Codes that compare.
const CODES: [&str; 11] = [
    "links-differ",
    "images-differ",
    "code-differs",
    "commands-differ",
    "numbers-differ",
    "placeholders-differ",
    "headings-differ",
    "list-items-differ",
    "custom-ids-differ",
    "metadata-differs",
    "untranslated-sentence",
];

/// Defects of each code.
const DEFECTS: usize = 50;

fn against_the_source(number: usize, defect: Option<&str>) -> Vec<(String, String)> {
    let article = article(number);
    let source = article.source();
    let [hash, ..] = source_hashes(&source);
    let sound = article.translation(&hash);
    let planted = defect.map_or_else(|| sound.clone(), |code| plant(code, &sound, number));
    vec![("content/en/a.md".to_owned(), source), ("content/lv/a.md".to_owned(), planted)]
}

fn among_siblings(number: usize, defect: Option<&str>) -> Vec<(String, String)> {
    let sound = article(number).translation("0123456789012345678901234567890123456789");
    let planted = defect.map_or_else(|| sound.clone(), |code| plant(code, &sound, number));
    // Other words, so that nobody seems not to have translated.
    let other = |locale: &str| sound.replace(['ī', 'ā'], locale);
    vec![
        ("content/he/a.md".to_owned(), other("he")),
        ("content/lv/a.md".to_owned(), planted),
        ("content/ro/a.md".to_owned(), other("ro")),
        ("content/sl/a.md".to_owned(), other("sl")),
    ]
}

fn planted_defects_are_found() {
    for (name, make) in [
        ("source", against_the_source as fn(usize, Option<&str>) -> Vec<(String, String)>),
        ("siblings", among_siblings),
    ] {
        for code in CODES {
            let missed: Vec<usize> = (0..DEFECTS)
                .filter(|&number| !finds(&make(number, Some(code)), code, "content/lv/a.md"))
                .collect();
            note!("{code} by {name}: {} of {DEFECTS} found, missed {missed:?}", DEFECTS - missed.len());
            assert!(missed.len() * 20 <= DEFECTS, "{code} by {name}: {missed:?}");
        }
    }
    let code = "untranslated-text";
    let missed: Vec<usize> = (0..DEFECTS)
        .filter(|&number| {
            // The last item of the source, in the place of the same item of the translation.
            let mut files = against_the_source(number, None);
            files[1].1 = files[1].1.replace("Gaidiet un izlasiet šo vēlreiz", "Wait and read this again");
            !finds(&files, code, "content/lv/a.md")
        })
        .collect();
    assert!(missed.is_empty(), "{code}: {missed:?}");
}

fn nothing_is_found_where_nothing_is_planted() {
    for number in 0..DEFECTS {
        for files in [against_the_source(number, None), among_siblings(number, None)] {
            for code in CODES.iter().chain(&["translation-outdated", "anchor-missing"]) {
                assert!(!finds(&files, code, "content/lv/a.md"), "{code} in {number}");
            }
        }
        assert!(
            !finds(&against_the_source(number, None), "untranslated-text", "content/lv/a.md"),
            "{number}"
        );
    }
}
