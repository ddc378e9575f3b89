//! What tools do to a file, and what is said of files that are none of ours.

use super::*;

const ADDRESS: &str = "faqtory:handoff?name=a;id=b;locale=fr;source=c";

fn xliff2(units: &str) -> String {
    format!(
        "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en' trgLang='fr'><file id='f'><skeleton href='{ADDRESS}'/>\n{units}</file></xliff>"
    )
}

fn xliff12(units: &str) -> String {
    format!(
        "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'><file original='a' source-language='en' target-language='fr' datatype='x-a'><header><note>{ADDRESS}</note></header><body>\n{units}</body></file></xliff>"
    )
}

fn po(entries: &str) -> String {
    format!("msgid \"\"\nmsgstr \"\"\n\"X-Faqtory-Handoff: \"\n\"{ADDRESS}\\n\"\n\n{entries}")
}

#[test]
fn segments_of_xliff_2() {
    insta::assert_snapshot!(units(&xliff2("
        <group id='g'><unit id='a'><segment><source>One. </source><target>Un. </target></segment><ignorable><source> </source></ignorable><segment state='final'><source>Two.</source><target>Deux.</target></segment></unit></group>
        <unit id='b'><segment><source>One. </source><target order='2'>Un.</target></segment><segment><source>Two.</source><target order='1'>Deux. </target></segment></unit>
        <unit id='c'><segment><source>One. </source><target>Un. </target></segment><segment><source>Two.</source></segment></unit>
        <unit id='d'><segment><source>A<sc id='1'/>b. </source><target>A<sc id='1'/>b. </target></segment><segment><source>C<ec startRef='1'/>.</source><target>D<ec startRef='1'/>.</target></segment></unit>
    ")), @"
    3 a: One.  Two. | Un.  Deux. | Translated
    4 b: One. Two. | Deux. Un. | Translated
    5 c: One. Two. | – | Initial
    6 d: A{1}b. C{/1}. | A{1}b. D{/1}. | Translated
    ");
}

#[test]
fn states_of_xliff_2() {
    let one = |attributes: &str, target: &str| {
        units(&xliff2(&format!(
            "<unit id='a'><segment {attributes}><source>One</source><target>{target}</target></segment></unit>"
        )))
    };
    let all = [
        one("", "Un"),
        one("", ""),
        one("", "One"),
        one("state='initial'", "One"),
        one("state='initial'", "Un"),
        one("state='translated' subState='faqtory:needs-review'", "Un"),
        one("state='reviewed' subState='faqtory:needs-review'", "Un"),
        one("state='final'", "Un"),
        one("state='final'", " "),
    ];
    insta::assert_snapshot!(all.join("\n"), @"
    2 a: One | Un | Translated
    2 a: One | – | Initial
    2 a: One | One | Translated
    2 a: One | – | Initial
    2 a: One | Un | NeedsReview
    2 a: One | Un | NeedsReview
    2 a: One | Un | Translated
    2 a: One | Un | Final
    2 a: One | – | Initial
    ");
}

#[test]
fn codes_of_xliff_2() {
    insta::assert_snapshot!(units(&xliff2("
        <unit id='a' xmlns:x='urn:x' x:y='z'><x:z><source>no</source></x:z><notes><note>n</note></notes><segment>
          <source><pc id='1' dataRefEnd='x'>a<ph id='2'/></pc></source>
          <target xml:lang='fr'><mrk id='m' type='term'><pc id='1'>&#x5d0;<![CDATA[<b>]]></pc></mrk><sm id='s'/><ph id='7' copyOf='2'/><em startRef='s'/><ph id='new'/><cp hex='0007'/></target>
        </segment></unit>
        <unit id='b'><segment><source><sc id='1'/>a<ec startRef='1'/></source><target><sc id='n' copyOf='1'/>b<ec startRef='n'/></target></segment></unit>
    ")), @"3 a: {1}a{2/}{/1} | {1}א<b>{/1}{2/}{<ph id='new'/>}\u{7} | Translated\n7 b: {1}a{/1} | {1}b{/1} | Translated");
}

#[test]
fn segments_and_states_of_xliff_12() {
    insta::assert_snapshot!(units(&xliff12("
        <group><trans-unit id='a'><source>One. Two.</source><seg-source><mrk mtype='seg' mid='1'>One.</mrk> <mrk mtype='seg' mid='2'>Two.</mrk></seg-source><target><mrk mtype='seg' mid='1'>Un.</mrk> <mrk mtype='seg' mid='2'>Deux.</mrk></target></trans-unit></group>
        <trans-unit id='b'><source>One. Two.</source><seg-source><mrk mtype='seg' mid='1'>One.</mrk> <mrk mtype='seg' mid='2'>Two.</mrk></seg-source><target><mrk mtype='seg' mid='1'>Un.</mrk> <mrk mtype='seg' mid='2'/></target></trans-unit>
        <trans-unit id='c'><source>One</source><target/></trans-unit>
        <trans-unit id='d'><source>One</source><target state='new'>One</target></trans-unit>
        <trans-unit id='e'><source>One</source><target state='needs-translation'>Un</target></trans-unit>
        <trans-unit id='f'><source>One</source><target state='needs-review-translation'>Un</target></trans-unit>
        <trans-unit id='g' approved='yes'><source>One</source><target state='needs-review-translation'>Un</target></trans-unit>
        <trans-unit id='h'><source>One</source><target state='signed-off'>Un</target><alt-trans><source>x</source><target>y</target></alt-trans></trans-unit>
        <trans-unit id='i'><source>One</source><target>One</target></trans-unit>
        <trans-unit id='j'><source>One</source><target state='new'>Un</target></trans-unit>
        <trans-unit id='k'><source>One</source><target state='translated' state-qualifier='leveraged-mt'>Un</target></trans-unit>
        <trans-unit id='l'><source>One</source><target state='translated' state-qualifier='exact-match'>Un</target></trans-unit>
        <trans-unit id='m' approved='yes'><source>One</source><target state-qualifier='mt-suggestion'>Un</target></trans-unit>
    ")), @"
    3 a: One. Two. | Un. Deux. | Translated
    4 b: One. Two. | – | Initial
    5 c: One | – | Initial
    6 d: One | – | Initial
    7 e: One | Un | NeedsReview
    8 f: One | Un | NeedsReview
    9 g: One | Un | Final
    10 h: One | Un | Final
    11 i: One | One | Translated
    12 j: One | Un | NeedsReview
    13 k: One | Un | NeedsReview
    14 l: One | Un | Translated
    15 m: One | Un | Final
    ");
}

#[test]
fn codes_of_xliff_12() {
    insta::assert_snapshot!(units(&xliff12("
        <trans-unit id='a'><source><g id='1'>a<x id='2'/></g></source><target><mrk mtype='x-term'><x id='2'/></mrk><g id='1'>b</g><x id='n1'/></target></trans-unit>
        <trans-unit id='b'><source><bpt id='1' rid='9'>[</bpt>a<ept id='2' rid='9'>]</ept><ph id='3'>{0}</ph></source><target><it id='1' pos='open'>[</it><it id='1' pos='close'>]</it><bx id='4' rid='x'/>b<ex id='5' rid='x'/></target></trans-unit>
    ")), @"
    3 a: {1}a{2/}{/1} | {2/}{1}b{/1}{<x id='n1'/>} | Translated
    4 b: {1}a{/1}{3/} | {1}{/1}{4}b{/4} | Translated
    ");
}

#[test]
fn entries_of_po() {
    insta::assert_snapshot!(units(&po(r##"
#. heading
#: a.md:1
#, fuzzy, no-wrap
msgctxt "a"
msgid "See <a1>this</a1> <x2/>"
msgstr ""
"Voir "
"<a1>ceci</a1> <x2/>"
#, fuzzy
#| msgid "Old"
#| "er"
msgctxt "b"
msgid "New"
msgstr "Vieux"
# said by somebody
msgctxt "c"
msgid "Tags &lt;b1> &amp;lt; <c1> <b1 > &amp; < &"
msgstr "\"<B1>\" \\ <b0123456789> <b1/></i1>\tx"

#~ msgctxt "d"
#~ msgid "Gone"
#~ msgstr "Parti"
msgctxt "e"
msgid "Empty"
msgstr ""
msgctxt "f"
msgid ""
msgstr "of an empty source"
"##)), @r#"
    10 a: See {1}this{/1} {2/} | Voir {1}ceci{/1} {2/} | NeedsReview
    18 b: New | – | Initial
    22 c: Tags <b1> &lt; <c1> <b1 > & < & | "<B1>" \ <b0123456789> {1/}{/1}	x | Translated
    29 e: Empty | – | Initial
    32 f:  | of an empty source | Translated
    "#);
}

/// Elements of both versions.
const NAMES: &str = "xliff file skeleton notes note unit originalData data segment source target pc ph sc ec cp header skl \
                     external-file body trans-unit alt-trans g x bx ex";

/// The same with a prefix for the namespace.
fn prefixed(text: &str) -> String {
    let mut out = text.replace("xmlns=", "xmlns:q=");
    for name in NAMES.split_whitespace() {
        for end in [" ", ">", "/"] {
            out = out.replace(&format!("<{name}{end}"), &format!("<q:{name}{end}"));
        }
        out = out.replace(&format!("</{name}>"), &format!("</q:{name}>"));
    }
    out
}

/// The same in other words.
#[test]
fn what_editors_and_libraries_change() {
    type Change<'c> = (&'c str, &'c dyn Fn(&str) -> String);
    let changes: [Change<'_>; 6] = [
        ("line ends", &|text| text.replace('\n', "\r\n")),
        ("a byte order mark", &|text| format!("\u{feff}{text}")),
        ("references", &|text| {
            text.replace('ו', "&#x5d5;")
                .replace("&lt;", "<![CDATA[<]]>")
                .replace("\"both\"", "&quot;both&#34;")
        }),
        ("comments", &|text| text.replace("<target", "<!-- <target> --><?x y?><target")),
        ("quotes and order", &|text| {
            text.replace("version=\"2.1\" srcLang=\"en-US\"", "srcLang='en-US'\n\tversion = '2.1'")
        }),
        ("prefixes", &prefixed),
    ];
    for format in [Format::Xliff, Format::Xliff12] {
        let written = write(&sample(), format);
        for (name, change) in changes {
            assert_eq!(read_again(&change(&written)), untouched(&sample(), format), "{format}: {name}");
        }
    }
    let po = write_po(&sample());
    for po in [
        po.replace('\n', "\r\n"),
        format!("\u{feff}{po}"),
        po.replace("\nmsg", "\n  msg"),
        po.replace("\nmsgid \"S", "\nmsgid \"\"\n  \"S"),
    ] {
        assert_eq!(read_again(&po), untouched(&sample(), Format::Po), "{po}");
    }
}

#[test]
fn what_is_no_file_of_ours() {
    let header = "msgid \"\"\nmsgstr \"\"\n";
    let texts = [
        String::new(),
        "# Heading\n\nText.\n".to_owned(),
        "<tmx version=\"1.4\"/>".to_owned(),
        "<xliff/>".to_owned(),
        "<xliff version=\"1.1\"/>".to_owned(),
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.2\" version=\"2.2\"/>".to_owned(),
        "<xliff xmlns=\"x\" version=\"2.1\"/>".to_owned(),
        xliff2("").replace("<file ", "<files ").replace("</file>", "</files>"),
        xliff2("").replace("</file>", "</file><file/>"),
        xliff2("").replace(ADDRESS, "faqtory:handoff?name=a;locale=!"),
        xliff2("\n  <unit/>"),
        xliff2("").replace("trgLang='fr'", "trgLang='de'"),
        xliff12("  <trans-unit/>"),
        xliff12("").replace("target-language='fr'", "target-language='fr-CA'"),
        header.to_owned(),
        po("msgid \"a\"\nmsgstr \"b\"\n"),
        po("msgctxt \"a\"\nmsgstr \"b\"\n"),
        po("msgctxt \"a\"\nmsgid \"b\"\n\nmsgctxt \"c\"\n"),
        po("msgctxt \"a\"\nmsgid \"b\"\nmsgid_plural \"c\"\n"),
        po("msgctxt \"a\nb\""),
        po("  msgctxt \"a\" b\""),
        po("msgctxt 'a'"),
        po("msgctxt \"\\q\""),
        po("# a\n\"a\""),
        format!("{header}\"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n"),
    ];
    let said: Vec<String> = texts.iter().map(|text| units(text)).collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    1:1: there is no header (`msgid ""`): export the file again
    3:1: this is neither PO nor XLIFF: hand back the file that was handed off
    1:1: <tmx> is not XLIFF: hand back the file that was handed off
    1:1: XLIFF that does not say its version: export it as 2.1 or 1.2, as it was handed off
    1:1: XLIFF 1.1 is not read: export the file as 2.1 or 1.2, as it was handed off
    1:1: XLIFF 2.2 is not read: export the file as 2.1 or 1.2, as it was handed off
    1:1: XLIFF 2.1 in a foreign namespace: export the file again
    1:1: there is no <file>: export it again
    2:8: a second <file>: hand back each file as it was handed off
    1:94: nothing says which hand-off this file is of (`faqtory:handoff?…`): export it again from the file that was handed off
    3:3: a unit without `id`: export the file again
    1:1: the file is in de, and was handed off for fr: hand it back in that language
    2:3: a <trans-unit> without `id`: export the file again

    1:1: nothing says which hand-off this file is of (`faqtory:handoff?…`): export it again from the file that was handed off
    6:1: an entry without `msgctxt`, which says where it belongs: export the file again
    7:1: an entry is not `msgctxt`, `msgid`, `msgstr` in this order: export the file again
    9:1: an entry is not `msgctxt`, `msgid`, `msgstr` in this order: export the file again
    8:1: plural forms are not handed off: export the file again
    6:11: the closing `"` is missing: put it at the end of the line
    6:14: something after the closing `"`: write `\"` within a text
    6:9: `"` is missing here: put the text between quotation marks
    6:10: an escape that is none of PO: write `\\` for a backslash
    7:1: a text without a keyword before it: export the file again
    1:1: the encoding iso-8859-1 is not read: save the file as UTF-8
    "#);
}

#[test]
fn too_many_units_are_refused() {
    let unit = "<unit id='a'><segment><source>a</source></segment></unit>";
    assert_eq!(read(xliff2(&unit.repeat(50_000)).as_bytes()).unwrap().units.len(), 50_000);
    let refused = |text: String| assert!(units(&text).contains("more than 50000 units"));
    refused(xliff2(&unit.repeat(50_001)));
    refused(xliff12(&"<trans-unit id='a'><source>a</source></trans-unit>".repeat(50_001)));
    refused(po(&"msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n".repeat(50_001)));
}
