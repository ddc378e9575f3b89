//! Drafts of translations: what is reused, carried over, marked and left. Not how blocks are paired.

use super::*;
use crate::front_matter::FrontMatter;
use crate::markdown::{Dialect, Form};

fn merge(old: &str, new: &str, own: &str) -> Merge {
    Merge::new(Syntax::default(), old, new, own)
}

/// `state: translation` of every block.
fn states(merge: &Merge) -> String {
    let line = |block: &MergedBlock| {
        let text = block.translation.as_ref().unwrap_or(&block.source);
        format!("{} {}: {text}", block.state.name(), block.words)
    };
    merge.blocks.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn unchanged_blocks_keep_their_translation() {
    let old = "---\ntitle: Refunds\nms.date: 1/2/2024\ntopic: faq\n---\n\n# Refunds\n\nAsk for your money.\n\n- Open the app\n- Choose **Refund**\n\n| Plan | Days |\n|---|---|\n| Basic | 5 |\n";
    let new = "---\ntitle: Refunds\nms.date: 3/4/2024\ntopic: help\n---\n\n# Refunds\n\nAsk for your money within a week.\n\n- Open the app\n- Sign in\n- Choose **Refund**\n\nDone.\n\n| Plan | Days |\n|---|---|\n| Basic | 7 |\n";
    let own = "---\ntitle: Erstattungen\nms.date: 1/2/2024\ntopic: faq\nms.openlocfilehash: aa\n---\n# <a name=\"refunds\"></a>Erstattungen\n\nVerlangen Sie Ihr Geld zurück.\n\n* Öffnen Sie die App\n* Wählen Sie **Erstattung**\n\n| Tarif | Tage |\n|---|---|\n| Basis | 5 |\n";
    insta::assert_snapshot!(merge(old, new, own).draft, @r#"
    ---
    title: Erstattungen
    ms.date: 3/4/2024
    topic: help
    ms.openlocfilehash: aa
    ---

    # <a name="refunds"></a>Erstattungen

    <!-- faqtory: changed -->
    Ask for your money within a week.
    <!-- faqtory: end -->

    - Öffnen Sie die App
    - Sign in <!-- faqtory: new -->
    - Wählen Sie **Erstattung**

    <!-- faqtory: new -->
    Done.
    <!-- faqtory: end -->

    | Tarif | Tage |
    |---|---|
    | Basis | 7 <!-- faqtory: changed --> |
    "#);
}

#[test]
fn addresses_that_changed_alone_are_carried_over() {
    let old = "# Pay\n\nSee [billing](billing.md#due) or [help](https://h.example/en-us/a).\n\n![Bill](bill.png)\n\nCall [us](tel:1).\n";
    let new = "# Pay\n\nSee [billing](invoice.md#due) or [help](https://h.example/en-us/b).\n\n![Bill](invoice.png)\n\nCall [us](tel:2).\n";
    let own = "# Payer\n\nVoir la [facturation](billing.md#due) ou l’[aide](https://h.example/fr-fr/a).\n\n![Facture](bill.png)\n\nAppelez-nous.\n";
    insta::assert_snapshot!(states(&merge(old, new, own)), @"
    reused 1: # Payer
    reused 4: Voir la [facturation](invoice.md#due) ou l’[aide](https://h.example/fr-fr/b).
    reused 0: ![Facture](invoice.png)
    changed 2: Call [us](tel:2).
    ");
}

#[test]
fn links_by_reference_lead_where_the_source_leads() {
    let article = |text: &str, definitions: &str| format!("# A\n\n{text}\n\n{definitions}\n");
    let (text, own) = ("See [the bill][b] and [help][h].", "Voir la [facture][b] et l’[aide][h].");
    let old = article(text, "[b]: bill.md\n[h]: help.md");
    let own = article(own, "[b]: bill.md 'La facture'\n[h]: help.md");
    // A definition that has not changed stays with its title; another follows the source.
    insta::assert_snapshot!(merge(&old, &old, &own).draft, @"
    # A

    Voir la [facture][b] et l’[aide][h].

    [b]: bill.md 'La facture'
    [h]: help.md
    ");
    let moved = article(text, "[b]: bills.md\n[h]: help.md");
    insta::assert_snapshot!(states(&merge(&old, &moved, &own.replace(" 'La facture'", ""))), @"
    reused 1: # A
    reused 5: Voir la [facture][b] et l’[aide][h].
    ");
    // Two definitions change places: the words would lead to each other's pages.
    let swapped = article(text, "[b]: help.md\n[h]: bill.md");
    insta::assert_snapshot!(states(&merge(&old, &swapped, &own)), @"
    reused 1: # A
    changed 5: See [the bill][b] and [help][h].
    ");
    // The draft would lose the title.
    insta::assert_snapshot!(states(&merge(&old, &moved, &own)), @"
    reused 1: # A
    changed 5: See [the bill][b] and [help][h].
    ");
    let localised = |tag: &str, file: &str| article("[Help][h].", &format!("[h]: /{tag}/{file}"));
    insta::assert_snapshot!(
        merge(&localised("en-us", "a"), &localised("en-us", "a"), &localised("fr-fr", "a")).draft,
        @"
    # A

    [Help][h].

    [h]: /fr-fr/a
    "
    );
}

#[test]
fn links_to_headings_follow_them() {
    let old = "# A\n\n[Up](#set-up)\n\n## Set up\n\nx y z\n";
    let new = "# A\n\n[Up](#set-up)\n\n## Set up\n\nx y z w\n\n## Set up\n\nx y z\n";
    let own = "# Ā\n\n[Augšup](#iestatīt)\n\n## Iestatīt\n\nā ē ī\n";
    let merged = merge(old, new, own);
    insta::assert_snapshot!(merged.draft, @"
    # Ā

    [Augšup](#iestatīt)

    ## Iestatīt

    <!-- faqtory: new -->
    x y z w
    <!-- faqtory: end -->

    ## Iestatīt

    ā ē ī
    ");
    let renamed = "# A\n\n[Up](#set-up)\n\n## Set up now\n\nx y z\n";
    insta::assert_snapshot!(merge(old, renamed, own).draft, @"
    # Ā

    <!-- faqtory: changed -->
    [Up](#set-up)

    ## Set up now
    <!-- faqtory: end -->

    ā ē ī
    ");
}

#[test]
fn markers_leave_the_markup_as_it_is() {
    let old = "# A\n";
    let new = "# A\n\n> [!NOTE]\n> New note.\n\n> Quoted text.\n\n1. One\n\n   More of one\n   in two lines\n\n   ```\n   code\n   ```\n\nTitle\n-----\n\n| a |\n|---|\n| b |\n\n![Alt](i.png)\n\n![](j.png)\n\n    code\n";
    let own = "# Ā\n";
    insta::assert_snapshot!(merge(old, new, own).draft, @"
    # Ā

    > [!NOTE]
    > New note. <!-- faqtory: new -->

    > <!-- faqtory: new -->
    > Quoted text.
    > <!-- faqtory: end -->

    1. One <!-- faqtory: new -->

       <!-- faqtory: new -->
       More of one
       in two lines
       <!-- faqtory: end -->

       ```
       code
       ```

    Title <!-- faqtory: new -->
    -----

    | a <!-- faqtory: new --> |
    |---|
    | b <!-- faqtory: new --> |

    <!-- faqtory: new -->
    ![Alt](i.png)
    <!-- faqtory: end -->

    ![](j.png)

        code
    ");
    let reads = |text: &str| {
        let document = crate::markdown::Document::parse(text, FrontMatter::parse(text).body_start as usize);
        document.blocks.iter().map(|block| format!("{:?}", block.kind)).collect::<Vec<_>>()
    };
    assert_eq!(reads(&merge(old, new, own).draft), reads(new));
}

#[test]
fn in_mdx_markers_are_comments_of_it() {
    let syntax = Syntax { dialect: Dialect::Plain, form: Form::Mdx };
    let merged = Merge::new(syntax, "# A\n", "# A\n\nText.\n", "# Ā\n");
    assert_eq!(merged.draft, "# Ā\n\n{/* faqtory: new */}\nText.\n{/* faqtory: end */}\n");
}

#[test]
fn what_is_not_one_to_one_is_not_reused() {
    let old = "# A\n\nOpen the first page of the settings and wait until everything on it is there.\n\nThen choose the language that you want to read all of the articles in.\n\nSee [that](two.md).\n";
    let own = "# Ā\n\nAtver iestatījumu pirmo lapu un gaidi, līdz viss tajā ir redzams. Pēc tam izvēlies valodu, kurā gribi lasīt visus rakstus.\n\nSkati [to](two.md).\n";
    insta::assert_snapshot!(states(&merge(old, old, own)), @"
    reused 1: # Ā
    changed 15: Open the first page of the settings and wait until everything on it is there.
    changed 14: Then choose the language that you want to read all of the articles in.
    reused 2: Skati [to](two.md).
    ");
}

/// What the draft of a source that has not changed takes from a translation.
fn kept(source: &str, own: &str) -> String {
    let merged = merge(source, source, own);
    let kept = merged.blocks.iter().filter_map(|block| block.translation.as_ref());
    let kept: Vec<String> = kept.map(|text| unit::joined(text)).collect();
    kept.join(" / ")
}

#[test]
fn where_something_is_missing_no_place_is_proof() {
    // The first of three items, a column, an item below another, a row.
    assert_eq!(kept("# A\n\n- Red\n- Green\n- Blue\n", "# Ā\n\n- Zaļš\n- Zils\n"), "# Ā");
    let table = |row: &str| format!("# A\n\n{row}\n{}\n", row.replace(|c: char| c.is_alphabetic(), "-"));
    assert_eq!(kept(&table("| a | b | c |"), &table("| a | c |")), "# A");
    let nested = "# A\n\n- One\n  - Two\n  - Three\n- Four\n";
    assert_eq!(kept(nested, "# Á\n\n- Egy\n  - Kettő\n- Négy\n- Öt\n"), "# Á");
    assert_eq!(
        kept(nested, "# Á\n\n* Egy\n    * Kettő\n    * Három\n* Négy\n"),
        "# Á / Egy / Kettő / Három / Négy"
    );
    let rows = "# A\n\n| Plan | Days |\n|---|---|\n| Basic | 5 |\n| Plus | 7 |\n";
    // Numbers say which row is there.
    assert_eq!(kept(rows, "# Ä\n\n| Tarif | Tage |\n|---|---|\n| Mehr | 7 |\n"), "# Ä / 7");
    // A heading of another section.
    let sections = "# A\n\n## Pay\n\nNow.\n\n## Wait\n\nLater.\n";
    let found = kept(sections, "# A\n\n## 待つ\n\n後で。\n");
    assert!(!found.contains("待つ") && !found.contains("後で"), "{found}");
}

#[test]
fn what_nobody_translates_is_proof() {
    let source = "# A\n\nRun `pay`.\n\nWait.\n\nSee [more](more.md).\n";
    assert_eq!(kept(source, "# Ä\n\nWarte.\n\nSiehe [mehr](more.md).\n"), "# Ä / Siehe [mehr](more.md).");
}

#[test]
fn headings_in_html_are_whole() {
    let article = |heading: &str, text: &str| format!("{heading}\n\n{text}\n");
    let (old, own) = (article("<h2 id=\"p\">Pay</h2>", "Now."), article("<h2 id=\"p\">Maksā</h2>", "Tūlīt."));
    assert_eq!(merge(&old, &old, &own).draft, own);
    insta::assert_snapshot!(merge(&old, &article("<h2 id=\"p\">Pay a bill</h2>", "Now."), &own).draft, @r#"
    <!-- faqtory: changed -->
    <h2 id="p">Pay a bill</h2>
    <!-- faqtory: end -->

    Tūlīt.
    "#);
    // What is never closed is no block that could be taken.
    let open = article("<h2>Pay", "Now.");
    assert!(!merge(&open, &open, &article("<h2>Maksā", "Tūlīt.")).draft.contains("Maksā"));
}

#[test]
fn equal_blocks_with_different_translations_keep_their_places() {
    let old = "# A\n\n- Yes\n- No\n- Yes\n";
    let own = "# Ā\n\n- Jā\n- Nē\n- Protams\n";
    assert!(merge(old, old, own).draft.ends_with("- Jā\n- Nē\n- Protams\n"));
    let fewer = "# A\n\n- Yes\n- No\n- Perhaps\n";
    insta::assert_snapshot!(states(&merge(old, fewer, own)), @"
    reused 1: # Ā
    reused 1: Jā
    reused 1: Nē
    changed 1: Perhaps
    ");
}

#[test]
fn quotes_and_lists_keep_their_prefix() {
    let old = "> [!TIP]\n> One line\n> and another.\n\n- Item\n  in two\n\n  ```\n  a\n    b\n  ```\n";
    let new = "1. x\n\n   > [!TIP]\n   > One line\n   > and another.\n\n   - Item\n     in two\n\n     ```\n     a\n       b\n     ```\n";
    let own = "> [!TIP]\n> Viena rinda\n> un vēl viena.\n\n* Punkts\n  divās\n\n  ```\n  a\n    b\n  ```\n";
    insta::assert_snapshot!(merge(old, new, own).draft, @"
    1. x <!-- faqtory: new -->

       > [!TIP]
       > Viena rinda
       > un vēl viena.

       - Punkts
         divās

         ```
         a
           b
         ```
    ");
}

#[test]
fn line_ends_and_bom_are_those_of_the_translation() {
    let merged = merge("# A\n\nb\n", "# A\n\nb\n\nc\n", "\u{feff}# Ā\r\n\r\nbē\r\n");
    assert_eq!(
        merged.draft,
        "\u{feff}# Ā\r\n\r\nbē\r\n\r\n<!-- faqtory: new -->\r\nc\r\n<!-- faqtory: end -->\r\n"
    );
}

#[test]
fn front_matter_is_merged_key_by_key() {
    let front = |old: &str, new: &str, own: &str| merge(old, new, own).draft;
    let old = "---\ntitle: A\ndescription: B\nkeywords: [c]\nsubtitle: D\nslug: a\nnew: 1\n---\nx\n";
    let new =
        "---\ntitle: A\ndescription: BB\nkeywords: [c]\nsubtitle: D\nslug: a\nnew: 2\nlabel: E\n---\nx\n";
    let own = "---\ntitle: Ā\ndescription: Bē\nkeywords: [cē]\nsubtitle: Dē\nslug: aa\nnew: 1\nlocale: lv\nsource_hash: aa\n---\nx\n";
    insta::assert_snapshot!(front(old, new, own), @"
    ---
    title: Ā
    # faqtory: changed
    description: BB
    keywords: [cē]
    subtitle: Dē
    slug: aa
    new: 2
    # faqtory: new
    label: E
    locale: lv
    source_hash: aa
    ---
    x
    ");
    insta::assert_snapshot!(front("x\n", "x\n", "---\nsource_hash: aa\n---\nx\n"), @"
    ---
    source_hash: aa
    ---
    x
    ");
    insta::assert_snapshot!(
        front("+++\ntitle = 'A'\n[extra]\na = 1\n+++\nx\n", "+++\ntitle = 'A'\n[extra]\na = 2\n+++\nx\n", "+++\ntitle = 'Ā'\nsource_hash = 'aa'\n[extra]\na = 1\n+++\nx\n"),
        @"
    +++
    title = 'Ā'
    source_hash = 'aa'
    [extra]
    a = 2
    +++
    x
    "
    );
}

#[test]
fn front_matter_that_cannot_be_divided_is_marked_below_it() {
    let json = |title: &str, words: &str| format!("{{\n\"title\": \"{title}\"\n}}\n\n# {words}\n");
    assert_eq!(merge(&json("A", "A"), &json("A", "A"), &json("Ā", "Ā")).draft, json("Ā", "Ā"));
    insta::assert_snapshot!(merge(&json("A", "A"), &json("B", "A"), &json("Ā", "Ā")).draft, @r#"
    {
    "title": "Ā"
    }
    <!-- faqtory: changed -->

    # Ā
    "#);
    // A key that only the new source has, with words.
    let new = "---\ntitle: A\nhero:\n  text: How to pay\nlayout: post\n---\nx\n";
    insta::assert_snapshot!(merge("---\ntitle: A\n---\nx\n", new, "---\ntitle: Ā\n---\nx\n").draft, @"
    ---
    title: Ā
    # faqtory: new
    hero:
      text: How to pay
    layout: post
    ---
    x
    ");
}

proptest::proptest! {
    #[test]
    fn no_text_panics(
        old in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..12),
        new in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..12),
        own in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..12),
    ) {
        let [old, new, own] = [old, new, own].map(|pieces| pieces.concat());
        let merged = merge(&old, &new, &own);
        assert!(merged.reused_words() <= merged.words());
        // Nothing is changed where nothing has changed, and all of it is there.
        let same = merge(&new, &new, &new);
        assert!(same.blocks.iter().all(|block| block.state == BlockState::Reused || block.translation.is_none()));
    }
}

/// Text of many kinds, whole and broken.
const PIECES: [&str; 22] = [
    "---\ntitle: x\n---\n",
    "# A\n\n",
    "## <a name=\"b\"></a>B\n\n",
    "**Question?**\n\n",
    "Some words.\n\n",
    "See [x](y.md) and [z](#a).\n\n",
    "- one\n- two\n\n",
    "```\ncode\n```\n\n",
    "| a | b |\n|---|---|\n| 1 | `2` |\n\n",
    "![i](i.png)\n\n",
    "<div>html</div>\n\n",
    "> [!NOTE]\n> é\n",
    "[!INCLUDE [a](b.md)]\n",
    "`",
    "[a]: b 'c'\n",
    "[a][a]",
    "\t- x\n",
    "    y\n",
    "Ü\n---\n",
    "\r\n",
    "<!-- c -->",
    ":::image source=\"a.png\" alt-text=\"b\":::\n",
];
