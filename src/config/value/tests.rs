//! Values that are taken, and those that are refused with what would be right.

use super::super::Config;

/// What is said of a value, without the excerpt; none if it is taken.
fn refused(section: &str, key: &str, value: &str) -> Option<String> {
    let text = format!("[{section}]\n{key} = {}\n", serde_json::to_string(value).unwrap());
    let error = format!("{:#}", Config::parse(&text).err()?);
    assert!(error.contains(&format!("at line 2, column {}", key.len() + 4)), "{error}");
    let lines: Vec<&str> = error.lines().skip_while(|line| !line.contains("^")).skip(1).collect();
    Some(lines.join("\n"))
}

#[test]
fn addresses() {
    for good in [
        "https://help.example.com",
        "http://localhost:8080/docs/",
        "https://[::1]:80/x",
        "https://[::ffff:1.2.3.4]/",
        "http://127.0.0.1:8080/",
        "https://1.2.example/",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://h/a%20b/",
    ] {
        assert_eq!(refused("site", "base_url", good), None);
    }
    for (bad, why) in [
        ("help.example.com", "does not begin with"),
        ("javascript:alert(1)", "does not begin with"),
        ("ftp://h/", "does not begin with"),
        ("https://", "has no valid host"),
        ("https:///x", "has no valid host"),
        ("https://a..b/", "has no valid host"),
        ("https://h:99999/", "has no valid host"),
        ("https://h:+1/", "has no valid host"),
        ("https://[x]/", "has no valid host"),
        ("https://u:p@h/", "user name"),
        ("https://h/x?y", "query"),
        ("https://h/#z", "fragment"),
        ("https://h/a b", "contains ' '"),
        ("https://h/é/", "percent-encode it"),
        ("https://é.example/", "xn--"),
        ("https://h/\u{0}", "contains '\\0'"),
        ("https://h/{locale}/", "contains '{'"),
        ("https://h/%zz", "%25"),
        ("https://h//x/", "empty"),
        ("https://h/a/../b/", "`..`"),
        ("https://h/a/%2e%2E/b/", "`..`"),
        ("https://h/.%2e/", "`..`"),
        ("https://h/a%2fb/", "slash"),
        ("https://h/a%5cb/", "slash"),
        ("https://h/a%00/", "control"),
        ("https://h:0/", "has no valid host"),
        ("https://[:::::]/", "has no valid host"),
        ("https://[::1", "has no valid host"),
        ("https://1.2.3.999/", "has no valid host"),
        ("https://1.2.3/", "has no valid host"),
    ] {
        let message = refused("site", "base_url", bad).unwrap_or_default();
        assert!(message.contains(why), "{bad}: {message}");
    }
}

#[test]
fn templates() {
    for (section, key, good) in [
        ("site", "edit", "https://github.com/x/y/edit/main/{path}"),
        ("site", "edit", "https://h/edit?file={path}#top"),
        ("links", "original", "https://{locale}.h.example/{path}"),
        ("links", "external_root", "https://learn.microsoft.com/{locale}"),
    ] {
        assert_eq!(refused(section, key, good), None);
    }
    for (section, key, bad, why) in [
        ("site", "edit", "javascript:alert(1)//{path}", "does not begin with"),
        ("site", "edit", "https://h/{pth}", "`{pth}`, which is not a placeholder\nhelp: use {path}"),
        ("site", "edit", "https://{path}", "in the host"),
        ("site", "edit", "https://u@h/{path}", "user name"),
        ("links", "original", "//h/{path}", "does not begin with"),
        ("links", "original", "https://h/{locale", "contains '{'"),
        ("links", "external_root", "https://h/{path}", "`{path}`"),
        ("links", "external_root", "https://h.example{locale}", "at the end of the host"),
        ("links", "original", "https://h.{locale}:80/{path}", "at the end of the host"),
        ("links", "original", "https://{locale}/{path}", "at the end of the host"),
        ("links", "external_root", "https://h/?x=", "query"),
    ] {
        let message = refused(section, key, bad).unwrap_or_default();
        assert!(message.contains(why), "{bad}: {message}");
    }
}

#[test]
fn looks() {
    for good in ["#0a7d4f", "#abc", "teal", "rgb(1 2 3 / 50%)", "oklch(60% 0.1 120)"] {
        assert_eq!(refused("theme", "accent", good), None);
    }
    for bad in ["", "#12", "red;}", "url(x)", "var(--x)", "rgb(1", "red\\", "rgb(/*)", "\"", "red !important"]
    {
        assert!(refused("theme", "accent", bad).is_some(), "{bad}");
    }
    for good in ["Georgia, serif", "\"Noto Sans\", 'PT Sans', system-ui", "ヒラギノ角ゴ, sans-serif"] {
        assert_eq!(refused("theme", "font", good), None);
    }
    for bad in ["", "a,,b", "\"a", "'a\", b'", "a\\", "a}b", "x, url(y)", "1a", "a\nb", "</style>"] {
        assert!(refused("theme", "font", bad).is_some(), "{bad}");
    }
}

#[test]
fn texts_and_paths() {
    for (section, key, bad) in [
        ("site", "title", ""),
        ("site", "title", "a\u{0}b"),
        ("site", "title", "a\nb"),
        ("site", "theme", "../x"),
        ("site", "source_locale", "english!"),
        ("site", "default_locale", "\u{1b}"),
        ("theme", "head", "<meta name=x>\u{0}"),
        ("theme", "logo", "a\u{0}.svg"),
        ("content", "dir", "a\u{0}"),
        ("content", "base_path", "https://h/x"),
        ("content", "base_path", "//evil/"),
        ("content", "base_path", "/\\evil/"),
        ("locales.de-DE", "path", "a\u{1b}"),
        ("checks", "baseline", "a\nb"),
    ] {
        assert!(refused(section, key, bad).is_some(), "{key} = {bad:?}");
    }
    for bad in ["\"\"", "\"a\\u0000\""] {
        assert!(Config::parse(&format!("[content]\nfollow = [\"a\", {bad}]\n")).is_err(), "{bad}");
    }
    for bad in ["\"\"", "\".\"", "\"../x\"", "\"/x\"", "\"a\\u0000\"", "'a\\b'", "'c:x'"] {
        assert!(Config::parse(&format!("[content]\nstatic = [{bad}]\n")).is_err(), "{bad}");
    }
    for bad in ["javascript", "data:", "x", "", "a b", "1a", "é", "File"] {
        assert!(Config::parse(&format!("[links]\nschemes = [\"{bad}\"]\n")).is_err(), "{bad}");
    }
    let config =
        Config::parse("[content]\nstatic = [\"./a//b/\"]\n[links]\nschemes = [\"Steam:\"]\n").unwrap();
    assert_eq!(config.content.statics, Some(vec!["a/b".to_owned()]));
    assert_eq!(config.links.schemes[0].name(), "steam");
    let error = Config::parse("[search]\nexclude = [\"a\", \"[\"]\n").unwrap_err();
    assert!(format!("{error:#}").contains("line 2"), "{error:#}");
    let error = Config::parse("[locales.de-DE]\nfallback = [\"x!\"]\n").unwrap_err();
    assert!(format!("{error:#}").contains("line 2"), "{error:#}");
}

#[test]
fn elements_of_shortcodes_and_dialects() {
    let config =
        Config::parse("[content]\ndialect = \"gitbook\"\n[shortcodes]\nmy-note = \"alert\"\n").unwrap();
    assert_eq!(config.content.dialect, Some(crate::markdown::Dialect::GitBook));
    assert_eq!(config.shortcodes["my-note"], crate::markdown::ShortcodeElement::Alert);
    let refused = [("[shortcodes]\nx = \"alrt\"\n", "alert"), ("[content]\ndialect = \"hugoo\"\n", "hugo")];
    for (text, near) in refused {
        let error = format!("{:#}", Config::parse(text).unwrap_err());
        assert!(error.contains("line 2") && error.ends_with(&format!("did you mean `{near}`?")), "{error}");
    }
}
