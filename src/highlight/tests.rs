//! Every grammar is sound, and shows a short piece of its language as readers of that language see it.

use super::languages::LANGUAGES;
use super::*;
use regex_automata::{Input, PatternID};

/// The code with its tokens as `⟨class text⟩`.
fn shown(language: &str, text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for token in Highlighter::default().tokens(language, text) {
        assert!(token.range.start >= at && token.range.start < token.range.end);
        out.push_str(&text[at..token.range.start]);
        let name = token.class.name().trim_start_matches("hl-");
        out.push_str(&format!("⟨{name} {}⟩", &text[token.range.clone()]));
        at = token.range.end;
    }
    out + &text[at..]
}

#[test]
fn every_grammar_is_sound() {
    for language in LANGUAGES {
        let grammar =
            Grammar::read(language.grammar).unwrap_or_else(|error| panic!("{:?}: {error}", language.names));
        for context in &grammar.contexts {
            let regex = context.compile().unwrap_or_else(|error| panic!("{:?}: {error}", language.names));
            for (number, rule) in context.rules.iter().enumerate() {
                let groups = regex.group_info().group_len(PatternID::must(number));
                let last = rule.captures.keys().max().copied().unwrap_or(0);
                assert!(last < groups, "{:?}: no group {last} in rule {number}", language.names);
            }
            let empty = regex.search(&Input::new(""));
            assert!(empty.is_none(), "{:?}: {:?} matches nothing", language.names, empty);
        }
    }
}

#[test]
fn names_are_in_order_and_no_name_is_twice() {
    assert!(LANGUAGES.is_sorted_by_key(|language| language.names[0]));
    let mut names: Vec<&str> = LANGUAGES.iter().flat_map(|language| language.names).copied().collect();
    names.sort_unstable();
    assert!(names.is_sorted_by(|one, other| one < other), "{names:?}");
    assert!(names.iter().all(|name| !name.contains(|c: char| c.is_ascii_uppercase() || c == ' ')));
}

macro_rules! sample {
    ($name:ident, $language:literal, $text:literal) => {
        #[test]
        fn $name() {
            insta::assert_snapshot!(shown($language, $text));
        }
    };
}

sample!(
    powershell,
    "PowerShell",
    r##"PS C:\Users\me> Get-ChildItem -Path "C:\$name" -Recurse | Where-Object { $_.Length -gt 10MB }
# A comment
Install-Module Contoso.Tools -Scope CurrentUser   # another
$users = @('a', 'it''s') ; foreach ($user in $users) { Set-Mailbox -Identity $user -HiddenFromAddressListsEnabled $true }
[string]$text = [System.IO.File]::ReadAllText("$env:TEMP\a.txt")
<# Several
lines #>
function Get-Answer([int]$Number) { return 0x2A -as [int] }
$here = @"
Dear $name,
"@
Connect-ExchangeOnline -UserPrincipalName <UPN> -ShowProgress:$false `
  -Device
"##
);
sample!(
    console,
    "console",
    "C:\\Users\\Zoë> ipconfig /all | findstr \"IPv4\"\n   IPv4 Address. . . : 10.0.0.1\nPS C:\\> Get-Help -Full\nNAME\n\n$ faqtory build --out public # makes it\n  content: 3 articles\nroot@host:~# apt install 'a b' && echo $HOME\nuser@host ~/x $ ls\nRouter1# show running-config\n> next\n100% done\n"
);
sample!(
    batch,
    "cmd",
    "@echo off\nREM Take \"it\" away\nset NAME=%1\nif exist \"%TEMP%\\a b.txt\" del /f /q %NAME%\n:end\nC:\\Windows> sfc /scannow > nul\n:: done\nreg.exe add HKLM\\Software /v <value> /d 1\n"
);
sample!(
    json,
    "jsonc",
    "{\n  // why\n  \"a\\\"b\": [1, -2.5e3, true, null],\n  \"url\": \"https://x\", /* x\n y */ \"open: \n}\n"
);
sample!(
    xml,
    "xml",
    "<?xml version=\"1.0\"?>\n<!-- a\nb -->\n<!DOCTYPE x>\n<a:b c='d\ne' f=\"&lt;\"><![CDATA[ <x> ]]>&amp;text</a:b><br/>\n"
);
sample!(
    html,
    "html",
    "<!DOCTYPE html>\n<p class=\"a b\" hidden data-x=1>It's &nbsp; {{ name }}</p>\n<script type=module>\nconst a = \"</b>\"; // x\nrun(`a\n${b}`, 1);\n</script>\n<style>\n.a { color: #fff; margin: 1px }\n</style>\n<img src='x'/>\n"
);
sample!(
    bash,
    "sh",
    "#!/bin/sh\n$ sudo apt-get install -y curl # now\nexport PATH=\"$HOME/bin:${PATH}\"\nif [ -f 'a b' ]; then echo $(date +%s) | grep -v 1 > /dev/null; fi\nfor f in *.md; do\n  cat \"$f\" && rm -rf ./x\ndone\ngreet() { echo hi; }\ncurl -X POST \\\n  --data '{\"a\":\n1}' https://example.com/a#b\n"
);
sample!(
    yaml,
    "yml",
    "---\n# a\nname: Build it # b\non: [push, 'x: y']\njobs:\n  - run: echo \"a: b\"\n    \"k\": 12\n    url: https://example.com/#x\n    if: ${{ github.ref }}\n    text: |\n      free: text\n    none: ~\n    ok: true\n    &a b: *a\n"
);
sample!(
    toml,
    "toml",
    "# a\n[site]\nname = \"x # y\"\na.\"b c\" = [1, 2.5, true]\nwhen = 2026-01-02\ntext = \"\"\"\na = 1\n\"\"\"\n[[x]]\nraw = '''\n[y]'''\n"
);
sample!(ini, "ini", "; a\n[core]\nname = My name\nport: 8080\npath = %TEMP%\\x\nexport A=\"b\"\n");
sample!(
    javascript,
    "tsx",
    "// a\nimport { x } from './x.js';\nexport const f = async (a: string, b?: number) => `n ${a + { b: `${1}` }.b} m`;\nclass A extends B<C> { @get name = /[/\"]+\\/x/g.test(s) }\nif (a / b > 2 || c === null) return <Item key=\"x\" on={y}>text</Item>; /* b\n c */ new Map(); a.b.run(1_000n)\n"
);
sample!(
    csharp,
    "csharp",
    "using System.Text; // a\n[Obsolete]\npublic class A : B { public string Name { get; set; } = $\"x {y}\"; }\nvar list = new List<string>(); await Foo.BarAsync<int>(1.5m, @\"C:\\\", 'x', true);\n#region R\n/* a\n*/ char c = '\\'';\n"
);
sample!(
    c,
    "c++",
    "#include <vector>\n#define X 1 // a\nint main(int argc, char **argv) { std::vector<int> v; printf(\"%d\\n\", 0xFF); return 'a'; }\nclass A : public B {};\n"
);
sample!(
    java,
    "kotlin",
    "@Test fun run(a: Int): String = \"x $a\" // a\npublic class A extends B { int n = 10L; var s = \"\"\"\na\"\"\"; }\n"
);
sample!(
    python,
    "python",
    ">>> print(f\"a {b}\", 1.5)\n@app.route('/')\nasync def f(self, a: int = 0x1F) -> None:  # x\n    \"\"\"Doc\n    more\"\"\"\n    return [a for a in b if a is not None]\nclass A(B): pass\n"
);
sample!(
    ruby,
    "rb",
    "require 'x' # a\nclass A < B\n  def b?(c) = puts \"x #{c}\", key: :value, n: 1\nend\n=begin\nx\n=end\n@a = nil\n"
);
sample!(
    php,
    "php",
    "<?php\n// a\nnamespace A\\B;\nfunction f(int $a): string { return \"x {$a->b} $c\" . strtoupper('y'); }\n$x = new Foo(true, 1.5);\n?>\n"
);
sample!(
    css,
    "scss",
    "/* a\n b */\n@media (min-width: 40em) {\n  .a:hover > b[href=\"x\"], #c { color: var(--ink, #fff); margin: -1.5rem auto !important }\n}\n$x: 1;\n:root { --a: url(x.png); &:focus { top: 0 } }\n"
);
sample!(
    sql,
    "sql",
    "-- a\nSELECT TOP 10 COUNT(*) AS n, [a b] FROM dbo.Users u LEFT JOIN x ON u.id = @id WHERE name LIKE 'it''s %' AND n >= 1.5;\n/* b\n*/ create table t (a int not null)\n"
);
sample!(
    kql,
    "kusto",
    "// a\nSigninLogs\n| where TimeGenerated > ago(7d) and UserName has \"x\" or Status !contains 'y'\n| summarize count() by bin(TimeGenerated, 1h), ResultType\n| project-away x | take 10\n"
);
sample!(
    bicep,
    "bicep",
    "@description('The name')\nparam name string = 'a${uniqueString(resourceGroup().id)}' // b\nresource x 'Microsoft.Storage/accounts@2023-01-01' = {\n  name: name\n  tags: { a: true, n: 12 }\n}\n"
);
sample!(
    go,
    "go",
    "package main // a\nfunc (s *Server) Run(n int) error { x := fmt.Sprintf(\"%d\", 'a'); return nil }\ntype A struct { B string `json:\"b\n\"` }\n"
);
sample!(
    rust,
    "rs",
    "//! a\n#[derive(Debug)]\npub fn f<'a>(x: &'a str) -> Option<u8> { println!(\"{x} \\\" {}\", 'c'); let r = r#\"a \"b\" \"#; x.parse::<u8>().ok() /* a /* b */ c */ }\n"
);
sample!(
    diff,
    "diff",
    "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@ fn\n same\n-old\n-older\n+new\n"
);
sample!(
    dockerfile,
    "dockerfile",
    "# a\nFROM node:22 AS build\nRUN apt-get update && apt-get install -y \"x\" \\\n  curl\nENV A=1 B=\"$C\"\nEXPOSE 8080\n"
);
sample!(
    http,
    "http",
    "POST https://example.com/v1?x=1 HTTP/1.1\nContent-Type: application/json\nAuthorization: Bearer {{token}}\n\n{\"a\": [1, true, \"b\"]}\n\nHTTP/1.1 200 OK\n"
);
sample!(
    markdown,
    "md",
    "---\ntitle: A\n---\n# Head `x`\n> [!NOTE]\n> Text with **bold**, [a](b.md) and `code`\n\n- item\n```sh\n# no heading\n```\n![x](y.png) <b>z</b> snake_case_name <!-- a\nb -->\n"
);
sample!(
    vb,
    "vba",
    "' a\nSub Run(ByVal n As Integer)\n  If n > 1 Then MsgBox(\"a \"\"b\"\"\") Else x = True & Nothing\nEnd Sub\n"
);

#[test]
fn unknown_and_large_code_stays_plain() {
    assert_eq!(shown("brainf", "if 1"), "if 1");
    assert_eq!(shown("", "if 1"), "if 1");
    let long = format!("# {}", "x".repeat(MAX_LINE));
    assert_eq!(shown("sh", &long), long);
    let large = "# x\n".repeat(MAX_TEXT / 4 + 1);
    assert_eq!(shown("sh", &large), large);
    assert_ne!(shown("sh", &large[..MAX_TEXT]), large[..MAX_TEXT]);
}

#[test]
fn a_grammar_is_read_when_its_language_is_first_asked_for() {
    let highlighter = Highlighter::default();
    highlighter.tokens("none", "x");
    assert_eq!(highlighter.loaded().count(), 0);
    highlighter.tokens("SH", "x");
    highlighter.tokens("bash", "x");
    assert_eq!(highlighter.loaded().collect::<Vec<_>>(), ["bash"]);
}

proptest::proptest! {
    #[test]
    fn tokens_are_in_order_on_boundaries(text in "[ -~\n\r\té€😀]{0,200}", language in 0..LANGUAGES.len()) {
        shown(LANGUAGES[language].names[0], &text);
    }
}
