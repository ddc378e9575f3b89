//! Blocks of translations that lack, add, merge and move what their source has.

use super::*;

fn document(text: &str) -> Document {
    Document::parse(text, 0)
}

fn pairs(source: &str, translation: &str) -> Vec<Option<usize>> {
    headings(&document(source), &document(translation))
}

/// For every block of the translation the beginnings of the blocks of the source, a line each.
fn lines(source: &str, translation: &str) -> String {
    let (source, translation) = (document(source), document(translation));
    let alignment = blocks(&source, &translation);
    let first = |document: &Document, block: usize| -> String {
        let text = document.blocks[block].text.slice(&document.text);
        text.split(' ').next().unwrap_or("").to_owned()
    };
    let line = |block: usize| {
        let theirs: Vec<String> = alignment.source_of(block).map(|at| first(&source, at)).collect();
        let theirs = if theirs.is_empty() { "-".to_owned() } else { theirs.join("+") };
        format!("{}={theirs}", first(&translation, block))
    };
    (0..translation.blocks.len()).map(line).collect::<Vec<_>>().join(" ")
}

#[test]
fn equal_outlines_pair_one_to_one() {
    assert_eq!(
        pairs("# A\n\n## B\n\nx\n\n## C\n", "# Ā\n\n## Bē\n\nx\n\n## Cē\n"),
        [Some(0), Some(1), Some(2)]
    );
}

#[test]
fn a_heading_the_translation_lacks_is_passed_over() {
    let source =
        "# A\n\n## Install on Windows\n\nx\n\ny\n\n## Install on Linux\n\nx\n\n## Remove\n\n- a\n- b\n- c\n";
    let translation = "# Ā\n\n## Uzstādīšana Linux\n\nx\n\n## Noņemšana\n\n- a\n- b\n- c\n";
    assert_eq!(pairs(source, translation), [Some(0), Some(2), Some(3)]);
}

#[test]
fn a_heading_of_the_translators_own_has_no_pair() {
    let source = "# A\n\n## B\n\nx\n";
    let translation = "# Ā\n\n#### Piezīme\n\n## Bē\n\nx\n";
    assert_eq!(pairs(source, translation), [Some(0), None, Some(1)]);
}

#[test]
fn equal_code_tells_neighbours_apart() {
    let source = "# A\n\n## B\n\nx\n\n```\nb\n```\n\n## C\n\nx\n\n```\nc\n```\n\n## D\n\nx\n\ny\n";
    let translation = "# Ā\n\n## Bē\n\nx\n\n```\nb\n```\n\n## Cē\n\nx\n\n```\nc\n```\n";
    assert_eq!(pairs(source, translation), [Some(0), Some(1), Some(2)]);
}

#[test]
fn a_written_anchor_decides() {
    let source = "# A\n\n## First\n\nx\n\n## Second\n\nx\n";
    let translation = "# Ā\n\n## <a name=\"second\"></a>Otrais\n\nx\n";
    assert_eq!(pairs(source, translation), [Some(0), Some(2)]);
}

#[test]
fn the_same_shape_pairs_one_to_one() {
    let source =
        "# A\n\nOne two three.\n\n- four\n- five\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n";
    let translation =
        "# Ā\n\nViens divi trīs.\n\n- četri\n- pieci\n\n```\nkods\n```\n\n| e | f |\n|---|---|\n| g | h |\n";
    assert_eq!(lines(source, translation), "Ā=A Viens=One četri=four pieci=five kods=code e=a f=b g=c h=d");
}

#[test]
fn a_missing_paragraph_is_known_by_the_links_of_the_others() {
    let source =
        "# A\n\nFirst, open [this](one.md).\n\nThen wait a little.\n\nLast, see [that](two.md).\n\nDone.\n";
    let translation = "# Ā\n\nVispirms atver [šo](one.md).\n\nPēc tam skati [to](two.md).\n\nGatavs.\n";
    assert_eq!(lines(source, translation), "Ā=A Vispirms=First, Pēc=Last, Gatavs.=Done.");
}

#[test]
fn a_missing_paragraph_is_known_by_its_length() {
    let source = "# A\n\nA rather long first paragraph that goes on and on for more than a line of text.\n\nShort.\n\nAnother long paragraph, which is longer still than the first one and has many more words in it to say.\n";
    let translation = "# Ā\n\nDiezgan gara pirmā rindkopa, kas turpinās un turpinās vairāk nekā vienu rindu garumā.\n\nCita gara rindkopa, kas ir vēl garāka par pirmo un kurā ir daudz vairāk vārdu, ko pateikt lasītājam.\n";
    assert_eq!(lines(source, translation), "Ā=A Diezgan=A Cita=Another");
}

#[test]
fn an_added_paragraph_has_no_pair() {
    let source = "# A\n\nOpen [this](one.md).\n\nSee [that](two.md).\n";
    let translation = "# Ā\n\nAtver [šo](one.md).\n\nTulkotāja piezīme par šo vietu, kuras oriģinālā nav nemaz un nav nekad bijusi.\n\nSkati [to](two.md).\n";
    assert_eq!(lines(source, translation), "Ā=A Atver=Open Tulkotāja=- Skati=See");
}

#[test]
fn two_paragraphs_may_have_become_one() {
    let source = "# A\n\nOpen the first page of the settings and wait until everything on it is there.\n\nThen choose the language that you want to read all of the articles in.\n\nSee [that](two.md).\n\nWhen all of it is done, come back to this page and read on from here.\n";
    let translation = "# Ā\n\nAtver iestatījumu pirmo lapu un gaidi, līdz viss tajā ir redzams. Pēc tam izvēlies valodu, kurā gribi lasīt visus rakstus.\n\nSkati [to](two.md).\n\nKad viss ir padarīts, atgriezies šajā lapā un lasi tālāk no šejienes.\n";
    assert_eq!(lines(source, translation), "Ā=A Atver=Open+Then Skati=See Kad=When");
    // And the other way round.
    assert_eq!(lines(translation, source), "A=Ā Open=Atver Then=Atver See=Skati When=Kad");
}

#[test]
fn reordered_paragraphs_are_found_by_their_links() {
    let source = "# A\n\nOpen [this](one.md).\n\nSee [that](two.md).\n\n![p](p.png)\n\nDone now.\n";
    let translation = "# Ā\n\n![p](p.png)\n\nSkati [to](two.md).\n\nAtver [šo](one.md).\n\nGatavs tagad.\n";
    assert_eq!(lines(source, translation), "Ā=A = Skati=See Atver=Open Gatavs=Done");
}

#[test]
fn reordered_sections_are_found_by_their_anchors() {
    let source = "# A\n\n## One\n\na\n\n## Two\n\nb\n\n## Three\n\nc\n";
    let translation = "# Ā\n\n## <a name=\"three\"></a>Trīs\n\nc\n\n## <a name=\"one\"></a>Viens\n\na\n\n## <a name=\"two\"></a>Divi\n\nb\n";
    assert_eq!(pairs(source, translation), [Some(0), Some(3), Some(1), Some(2)]);
}

/// Five sections: two with words that nobody translates, one with nothing but words, one with code, one with a list.
const SITE: [(&str, &str); 5] = [
    (
        "## What do I set first?\n\nThe address. It stands in a file:\n\n```\nbase_url = 1\n```\n\nWith `base_url`, there are maps.\n\n",
        "## Kas jāiestata?\n\nAdrese. Tā ir failā:\n\n```\nbase_url = 1\n```\n\nJa ir `base_url`, ir arī kartes.\n\n",
    ),
    (
        "## What do I check last?\n\nThe site itself. With one option, it proves what it has built:\n\n```\nbuild --verify\n```\n\nIt looks at links.\n\n",
        "## Ko pārbaudīt beigās?\n\nPašu vietni. Ar vienu opciju tā pierāda izveidoto:\n\n```\nbuild --verify\n```\n\nTiek skatītas saites.\n\n",
    ),
    (
        "## Does it work in a folder?\n\nYes. Only the 404 pages need to know where they are, from `base_url`.\n\n",
        "## Vai tā darbojas mapē?\n\nJā. Tikai 404 lapām jāzina, kur tās ir, no `base_url`.\n\n",
    ),
    (
        "## Which hosts can I use?\n\nAny host that shows `index.html` when a reader opens a folder:\n\n- Netlify\n- Azure\n- any other\n\n",
        "## Kādu pakalpojumu izmantot?\n\nJebkuru, kas parāda `index.html`, kad lasītājs atver mapi:\n\n- Netlify\n- Azure\n- jebkurš cits\n\n",
    ),
    (
        "## What happens to pages that go?\n\nThe next time they are removed, and nothing else is.\n\n",
        "## Kas notiek ar lapām?\n\nNākamajā reizē tās tiek noņemtas, un nekas cits.\n\n",
    ),
];

/// The pairs where the source has these sections of [`SITE`] and the translation those.
fn site(theirs: &[usize], ours: &[usize]) -> Vec<Option<usize>> {
    let text = |sections: &[usize], choose: fn(&(&'static str, &'static str)) -> &'static str| {
        sections.iter().map(|&section| choose(&SITE[section])).collect::<String>()
    };
    let source = format!("# Publish\n\nCopy it.\n\n{}", text(theirs, |section| section.0));
    pairs(&source, &format!("# Publicēt\n\nKopē to.\n\n{}", text(ours, |section| section.1)))
}

#[test]
fn a_missing_section_shifts_no_other() {
    let all = [0, 1, 2, 3, 4];
    for missing in all {
        let ours: Vec<usize> = all.into_iter().filter(|&section| section != missing).collect();
        let expected: Vec<Option<usize>> =
            std::iter::once(0).chain(ours.iter().map(|section| section + 1)).map(Some).collect();
        assert_eq!(site(&all, &ours), expected, "without {missing}");
    }
}

#[test]
fn an_added_section_has_no_pair() {
    let all = [0, 1, 2, 3, 4];
    for added in all {
        let theirs: Vec<usize> = all.into_iter().filter(|&section| section != added).collect();
        let place = |section: usize| theirs.iter().position(|&their| their == section).map(|at| at + 1);
        let expected: Vec<Option<usize>> = std::iter::once(Some(0)).chain(all.map(place)).collect();
        assert_eq!(site(&theirs, &all), expected, "with {added}");
    }
}

/// What moved is found by what stands nowhere else; a section with nothing of that kind stays without a pair.
#[test]
fn reordered_sections_are_found_or_left() {
    assert_eq!(site(&[0, 1, 3], &[3, 0, 1]), [Some(0), Some(3), Some(1), Some(2)]);
    assert_eq!(site(&[1, 4, 3], &[3, 1, 4])[1..3], [Some(3), Some(1)]);
    for (their, our) in [([0, 4, 2], [4, 2, 0]), ([4, 1, 2], [1, 2, 4])] {
        for (at, found) in site(&their, &our).into_iter().enumerate().skip(1) {
            assert!(found.is_none_or(|found| their[found - 1] == our[at - 1]), "{our:?}: {at} is {found:?}");
        }
    }
}

#[test]
fn of_sections_that_nothing_tells_apart_none_is_paired() {
    let section = |name: &str| format!("## {name}\n\nSome words about it.\n\n");
    let source: String = ["One", "Two", "Six"].map(section).concat();
    let translation: String = ["Aāā", "Bēē"].map(section).concat();
    assert_eq!(pairs(&source, &translation), [None, None]);
    // But those that are known by their neighbours are.
    let code = "## Run\n\n```\nfaqtory build\n```\n\n";
    let (source, translation) = (format!("{code}{source}"), format!("{code}{translation}"));
    assert_eq!(pairs(&source, &translation), [Some(0), None, None]);
}

#[test]
fn a_section_below_which_two_are_merged_has_the_first() {
    let merged = |sections: [usize; 2]| {
        let below = SITE[sections[1]].1.split_once("\n\n").unwrap().1;
        format!("# Publicēt\n\n{}{below}{}", SITE[sections[0]].1, SITE[4].1)
    };
    for sections in [[0, 1], [0, 3], [1, 3], [3, 1]] {
        let source = format!("# Publish\n\n{}{}{}", SITE[sections[0]].0, SITE[sections[1]].0, SITE[4].0);
        let found = pairs(&source, &merged(sections));
        assert!(found[1].is_none_or(|found| found == 1), "{sections:?}: {found:?}");
        assert_eq!((found[0], found[2]), (Some(0), Some(3)), "{sections:?}");
    }
}

#[test]
fn links_are_the_same_in_every_language() {
    let source = "# A\n\nx\n\n[a](https://example.com/en-us/help)\n\ny\n";
    let translation = "# Ā\n\n[a](https://example.com/lv-LV/help)\n\ny\n";
    assert_eq!(lines(source, translation), "Ā=A a=a y=y");
}

#[test]
fn code_is_no_paragraph() {
    let source = "# A\n\nRun this command first of all.\n\n```\nfaqtory build\n```\n\nThen this.\n\n```\nfaqtory check\n```\n";
    let translation =
        "# Ā\n\nVispirms izpildi šo komandu.\n\n```\nfaqtory build\n```\n\n```\nfaqtory check\n```\n";
    assert_eq!(lines(source, translation), "Ā=A Vispirms=Run faqtory=faqtory faqtory=faqtory");
}

#[test]
fn a_missing_row_of_a_table_is_known_by_its_numbers() {
    let row = |number: u32, text: &str| format!("| {number} | {text} {number} |\n");
    let table = |rows: &[u32], text: &str| {
        let rows: String = rows.iter().map(|&number| row(number, text)).collect();
        format!("# A\n\n| x | y |\n|---|---|\n{rows}")
    };
    let source = table(&[1001, 1002, 1003, 1004, 1005], "Error");
    let translation = table(&[1001, 1002, 1004, 1005], "Kļūda");
    let (source, translation) = (document(&source), document(&translation));
    let alignment = blocks(&source, &translation);
    let text = |document: &Document, at: usize| document.blocks[at].text.slice(&document.text).to_owned();
    for at in (3..translation.blocks.len()).step_by(2) {
        let theirs = alignment.source_of(at).start;
        assert_eq!(text(&translation, at), text(&source, theirs));
    }
}

#[test]
fn empty_documents_pair_nothing() {
    assert_eq!(lines("", "# A\n\nx\n"), "A=- x=-");
    assert_eq!(lines("# A\n\nx\n", ""), "");
}

#[test]
fn work_grows_with_the_length_of_documents() {
    // With a table of all pairs this would be four hundred million cells.
    let source: String = (0..20_000).map(|number| format!("Word {}.\n\n", number % 7)).collect();
    let translation: String = (0..19_800).map(|number| format!("Vārds {}.\n\n", number % 5)).collect();
    let alignment = blocks(&document(&source), &document(&translation));
    let paired = (0..19_800).filter(|&at| !alignment.source_of(at).is_empty()).count();
    assert!(paired > 18_000, "{paired}");
}

proptest::proptest! {
    #[test]
    fn pairs_lie_in_both_documents(
        a in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..30),
        b in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..30),
    ) {
        let (source, translation) = (document(&a.concat()), document(&b.concat()));
        let alignment = blocks(&source, &translation);
        for at in 0..translation.blocks.len() {
            let theirs = alignment.source_of(at);
            assert!(theirs.end <= source.blocks.len() && theirs.len() <= 2);
        }
        for at in 0..source.blocks.len() {
            assert!(alignment.translation_of(at).is_none_or(|block| block < translation.blocks.len()));
        }
        let same = blocks(&source, &source);
        for at in 0..source.blocks.len() {
            assert_eq!(same.source_of(at), at..at + 1);
        }
    }
}

/// Blocks of every kind.
const PIECES: [&str; 12] = [
    "# A\n\n",
    "## <a name=\"b\"></a>B\n\n",
    "**Question?**\n\n",
    "### C 12\n\n",
    "Some words.\n\n",
    "See [x](y.md) and [z](w.md#q).\n\n",
    "- one\n- two\n\n",
    "```\ncode\n```\n\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
    "![i](i.png)\n\n",
    "<div>html</div>\n\n",
    "A longer paragraph that has more than one sentence. This is the second of them, and the last.\n\n",
];
