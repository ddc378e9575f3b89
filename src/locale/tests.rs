//! Locales as ICU knows them, the forty of the interface one by one.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

fn locales(tags: &str) -> Vec<Locale> {
    tags.split_whitespace().map(locale).collect()
}

fn chain(of: &str, available: &str, source: Option<&str>) -> String {
    let source = source.map(locale);
    let chain = locale(of).fallback_chain(&locales(available), source.as_ref());
    chain.iter().map(Locale::tag).collect::<Vec<_>>().join(" ")
}

/// The locales the interface is shipped in.
const SHIPPED: &str = "ar-SA bg-BG cs-CZ da-DK de-DE el-GR en-US es-ES et-EE fa-IR fi-FI fr-FR he-IL hi-IN hr-HR \
                       hu-HU id-ID it-IT ja-JP ko-KR lt-LT lv-LV nb-NO nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK \
                       sl-SI sr-Latn-RS sv-SE th-TH tr-TR uk-UA ur-PK vi-VN zh-CN zh-TW";

#[test]
fn a_language_is_called_by_its_name_alone_where_that_says_the_script() {
    let name = |tag: &str| Locale::parse(tag).unwrap().own_name_of_language();
    assert_eq!(name("he-IL"), "עברית");
    assert_eq!(name("sr-Latn-RS"), "srpski (latinica)");
    assert_eq!(name("zh-CN"), "中文");
    assert_eq!(name("zh-TW"), Locale::parse("zh-TW").unwrap().own_name());
}

#[test]
fn written_tags_become_canonical() {
    for (written, tag) in [
        ("HE_il", "he-IL"),
        ("fr-fr", "fr-FR"),
        ("iw", "he"),
        ("zh-tw", "zh-TW"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("ES-419", "es-419"),
        ("ca-es-VALENCIA", "ca-ES-valencia"),
        (" de ", "de"),
        ("fa-IR-u-ca-persian", "fa-IR"),
        ("de-DE-x-internal", "de-DE"),
    ] {
        assert_eq!(locale(written).tag(), tag, "{written}");
    }
    assert_eq!(locale("HE_il").slug(), "he-il");
    assert_eq!(locale("sr-Latn-RS").language(), "sr");
    assert_eq!(locale("sr-RS").script(), Some("Cyrl"));
    assert_eq!(locale("xx").script(), None);
}

#[test]
fn what_is_no_tag_is_an_error_with_advice() {
    for written in [
        "",
        "a",
        "-",
        "und",
        "docs",
        "media",
        "policies",
        "assets",
        "he-",
        "he IL",
        "עברית",
        "\0",
        "en-US-US",
    ] {
        assert!(Locale::parse(written).is_err(), "{written:?}");
    }
    insta::assert_snapshot!(
        Locale::parse(&"english ".repeat(20)).unwrap_err(),
        @"
    `english english english english english ` is not a language tag
    help: write a tag such as `fr`, `he-IL` or `sr-Latn-RS`
    "
    );
}

#[test]
fn words_of_file_systems_are_no_locales() {
    let words = "com policies src media docs assets img api new bin lib man all app dev net org tmp doc css sql faq \
                 old run log web www in sh mo tl eng deu xx xx-YY my-file how-to log-in set-up index README 404";
    for word in words.split_whitespace() {
        assert_eq!(Locale::named(word), None, "{word}");
    }
    for tag in SHIPPED
        .split_whitespace()
        .chain(["he", "fr-fr", "he_IL", "es-419", "zh-hant", "fil", "ckb", "iw-IL", "iw", "jw"])
    {
        assert!(Locale::named(tag).is_some(), "{tag}");
    }
}

#[test]
fn the_shipped_locales() {
    let table: Vec<String> = locales(SHIPPED)
        .iter()
        .map(|locale| {
            let direction = locale.direction().name();
            format!("{} {direction} {} | {}", locale.slug(), locale.own_name(), locale.long_date(2021, 3, 8))
        })
        .collect();
    insta::assert_snapshot!(table.join("
"), @r"
    ar-sa rtl العربية (المملكة العربية السعودية) | ٨ مارس ٢٠٢١
    bg-bg ltr български (България) | 8 март 2021 г.
    cs-cz ltr čeština (Česko) | 8. března 2021
    da-dk ltr dansk (Danmark) | 8. marts 2021
    de-de ltr Deutsch (Deutschland) | 8. März 2021
    el-gr ltr Ελληνικά (Ελλάδα) | 8 Μαρτίου 2021
    en-us ltr English (United States) | March 8, 2021
    es-es ltr español (España) | 8 de marzo de 2021
    et-ee ltr eesti (Eesti) | 8 märts 2021
    fa-ir rtl فارسی (ایران) | ۸ مارس ۲۰۲۱
    fi-fi ltr suomi (Suomi) | 8. maaliskuuta 2021
    fr-fr ltr français (France) | 8 mars 2021
    he-il rtl עברית (ישראל) | 8 במרץ 2021
    hi-in ltr हिन्दी (भारत) | 8 मार्च, 2021
    hr-hr ltr hrvatski (Hrvatska) | 8. ožujka 2021.
    hu-hu ltr magyar (Magyarország) | 2021. március 8.
    id-id ltr Indonesia (Indonesia) | 8 Maret 2021
    it-it ltr italiano (Italia) | 8 marzo 2021
    ja-jp ltr 日本語 (日本) | 2021年3月8日
    ko-kr ltr 한국어(대한민국) | 2021년 3월 8일
    lt-lt ltr lietuvių (Lietuva) | 2021 m. kovo 8 d.
    lv-lv ltr latviešu (Latvija) | 2021. gada 8. marts
    nb-no ltr norsk bokmål (Norge) | 8. mars 2021
    nl-nl ltr Nederlands (Nederland) | 8 maart 2021
    pl-pl ltr polski (Polska) | 8 marca 2021
    pt-br ltr português (Brasil) | 8 de março de 2021
    pt-pt ltr português (Portugal) | 8 de março de 2021
    ro-ro ltr română (România) | 8 martie 2021
    ru-ru ltr русский (Россия) | 8 марта 2021 г.
    sk-sk ltr slovenčina (Slovensko) | 8. marca 2021
    sl-si ltr slovenščina (Slovenija) | 08. marec 2021
    sr-latn-rs ltr srpski (latinica, Srbija) | 08. mart 2021.
    sv-se ltr svenska (Sverige) | 8 mars 2021
    th-th ltr ไทย (ไทย) | 8 มีนาคม ค.ศ. 2021
    tr-tr ltr Türkçe (Türkiye) | 8 Mart 2021
    uk-ua ltr українська (Україна) | 8 березня 2021 р.
    ur-pk rtl اردو (پاکستان) | 8 مارچ، 2021
    vi-vn ltr Tiếng Việt (Việt Nam) | 8 tháng 3 2021
    zh-cn ltr 中文（中国） | 2021年3月8日
    zh-tw ltr 中文（台灣） | 2021年3月8日
    ");
}

#[test]
fn direction_follows_the_script() {
    for (tag, direction) in [
        ("fa", "rtl"),
        ("yi", "rtl"),
        ("ckb", "rtl"),
        ("pa-Arab", "rtl"),
        ("ks-Deva", "ltr"),
        ("xx", "ltr"),
        ("az", "ltr"),
    ] {
        assert_eq!(locale(tag).direction().name(), direction, "{tag}");
    }
}

#[test]
fn names_in_other_languages() {
    assert_eq!(locale("he-IL").name_in(&locale("sl-SI")), "hebrejščina (Izrael)");
    assert_eq!(locale("ja").name_in(&locale("he")), "יפנית");
    assert_eq!(locale("xx-YY").name_in(&locale("de")), "xx-YY");
    assert_eq!(locale("ku-Arab-IQ").own_name(), "Kurdish (Arabic, Iraq)");
}

#[test]
fn likely_subtags_decide_what_is_the_same_content() {
    for (one, other) in [("pt", "pt-BR"), ("zh-Hant", "zh-TW"), ("sr", "sr-Cyrl-RS"), ("en-US", "en")] {
        assert!(locale(one).same_content(&locale(other)), "{one} {other}");
    }
    for (one, other) in
        [("pt", "pt-PT"), ("zh-Hant", "zh-CN"), ("sr", "sr-Latn-RS"), ("ca", "ca-ES-valencia")]
    {
        assert!(!locale(one).same_content(&locale(other)), "{one} {other}");
    }
}

#[test]
fn fallback_chains() {
    let all = "de-DE en-US es-ES pt-BR pt-PT sr-Latn sr-Cyrl-RS zh-CN zh-TW";
    assert_eq!(chain("sr-Latn-RS", all, Some("en-US")), "sr-Latn en-US");
    assert_eq!(chain("sr-Latn-RS", "sr sr-Cyrl de", None), "");
    assert_eq!(chain("de-AT", all, Some("en-US")), "de-DE en-US");
    assert_eq!(chain("es-MX", "es-419 es-ES", Some("es-ES")), "es-419 es-ES");
    assert_eq!(chain("pt-AO", all, Some("en-US")), "pt-PT pt-BR en-US");
    assert_eq!(chain("pt", all, None), "pt-BR");
    assert_eq!(chain("pt-PT", "pt-BR pt", None), "pt pt-BR");
    assert_eq!(chain("zh-HK", all, Some("en-US")), "zh-TW en-US");
    assert_eq!(chain("zh-Hant-TW", all, None), "zh-TW");
    assert_eq!(chain("zh-TW", "zh-CN zh", Some("en")), "en");
    assert_eq!(chain("en-GB", all, Some("en-US")), "en-US");
    assert_eq!(chain("en-US", all, Some("en-US")), "");
    assert_eq!(chain("nb-NO", "no nb", None), "nb no");
    assert_eq!(chain("xx-YY", "xx en", Some("en")), "xx en");
}

#[test]
fn titles_sort_as_readers_expect() {
    let sorted = |tag: &str, titles: &[&str]| {
        let collation = Collation::new(&locale(tag));
        let mut titles = titles.to_vec();
        titles.sort_by_cached_key(|title| collation.key(title));
        titles.join(" ")
    };
    assert_eq!(sorted("sl-SI", &["Žoga", "čas", "Dan", "cena", "Zid"]), "cena čas Dan Zid Žoga");
    assert_eq!(sorted("sv-SE", &["öl", "zon", "ar", "år"]), "ar zon år öl");
    assert_eq!(sorted("de-DE", &["zu", "Öl", "Opa"]), "Öl Opa zu");
    assert_eq!(
        sorted("lv-LV", &["10. solis", "9. solis", "ķēde", "lapa", "kods"]),
        "9. solis 10. solis kods ķēde lapa"
    );
    assert_eq!(Collation::new(&locale("xx")).key("a"), Collation::new(&locale("en")).key("a"));
}

#[test]
fn dates_are_gregorian_unless_asked_otherwise() {
    assert_eq!(locale("fa-IR-u-ca-persian").long_date(2021, 3, 8), "۱۸ اسفند ۱۳۹۹");
    assert_eq!(locale("th-TH-u-ca-buddhist").long_date(2021, 3, 8), "8 มีนาคม 2564");
    assert_eq!(locale("en-US-u-ca-nonsense").long_date(2021, 3, 8), "March 8, 2021");
    assert_eq!(locale("en").long_date(2021, 13, 8), "2021-13-08");
    assert_eq!(locale("fa-IR-u-ca-persian"), locale("fa-IR"));
}

#[test]
fn numbers_have_the_digits_of_the_locale() {
    assert_eq!(locale("lv-LV").number(1_234_567), "1\u{a0}234\u{a0}567");
    assert_eq!(locale("ar-SA").number(1234), "١٬٢٣٤");
    assert_eq!(locale("hi-IN").number(1_234_567), "12,34,567");
    assert_eq!(locale("xx").number(1234), "1,234");
}

#[test]
fn shared_between_threads_and_found_by_tag() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&locale("he"));
    shared(&Collation::new(&locale("he")));
    let map = BTreeMap::from([(locale("he-IL"), 1), (locale("de-DE"), 2)]);
    assert_eq!(map.get("he-IL"), Some(&1));
    assert_eq!(serde_json::to_string(&locale("he_il")).unwrap(), "\"he-IL\"");
    assert_eq!(format!("{0} {0:?}", locale("he")), "he Locale(he)");
}

proptest! {
    #[test]
    fn never_panics(written in "\\PC*", tag in "[a-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,4}", day: u8, month: u8, year: i32) {
        let _ = Locale::named(&written);
        let _ = Locale::named(&tag);
        if let Ok(locale) = Locale::parse(&tag) {
            prop_assert_eq!(&Locale::parse(locale.tag()).unwrap(), &locale);
            prop_assert!(!locale.own_name().is_empty());
            let _ = locale.long_date(year, month, day);
            let _ = locale.number(usize::from(day));
            let _ = locale.fallback_chain(&locales("en pt zh-TW"), None);
            let _ = Collation::new(&locale).key(&written);
        }
    }
}
