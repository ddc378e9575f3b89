//! Writes the lines of a key with another text as its value, so that they read back as that. Reads by `entries` only.

use serde_json::Value as Json;

use super::data::Format;
use super::entries::entries;
use super::scalar::{double_quoted, is_other_value};

/// The lines of a key, which hold nothing else, with a text or a list of texts as its value; comments behind it stay. None where
/// what is written would not read back equal.
pub fn rewritten(format: Format, lines: &str, value: &Json) -> Option<String> {
    let (sign, fence) = match format {
        Format::Yaml => (':', "---\n"),
        Format::Toml => ('=', "+++\n"),
        Format::Json => return None,
    };
    let (key, written) = lines.split_once(sign)?;
    let behind = behind(lines);
    let texts: Vec<&str> = match value {
        Json::String(text) => vec![text],
        Json::Array(items) => items.iter().map(Json::as_str).collect::<Option<_>>()?,
        _ => return None,
    };
    let is_list = value.is_array();
    let is_quoted = written.trim_start().starts_with(['"', '\'']) || format == Format::Toml;
    let is_flow = written.trim_start().starts_with('[') || format == Format::Toml;
    let is_quoted = is_quoted || texts.iter().any(|text| is_other_value(text));
    let styles: &[fn(&str) -> String] =
        if is_quoted { &[double_quoted] } else { &[str::to_owned, double_quoted] };
    let mut written = styles.iter().map(|style| {
        let texts: Vec<String> = texts.iter().map(|text| style(text)).collect();
        match (is_list, is_flow) {
            (false, _) => format!("{key}{sign} {}\n{behind}", texts.concat()),
            (true, true) => format!("{key}{sign} [{}]\n{behind}", texts.join(", ")),
            (true, false) => {
                let items = texts.iter().map(|text| format!("{}- {text}\n", indent(lines)));
                format!("{key}{sign}\n{}{behind}", items.collect::<String>())
            }
        }
    });
    written.find(|written| {
        let read = entries(&format!("{fence}{written}{fence}"));
        read.is_some_and(|read| matches!(read.entries.as_slice(), [only] if only.value == *value))
    })
}

/// Blank lines and comments at the end.
fn behind(lines: &str) -> &str {
    let mut end = lines.len();
    for line in lines.split_inclusive('\n').rev() {
        let text = line.trim();
        if !(text.is_empty() || line.starts_with('#')) || line.len() == end {
            break;
        }
        end -= line.len();
    }
    &lines[end..]
}

/// What the items of a list begin with.
fn indent(lines: &str) -> &str {
    let item = lines.lines().nth(1).unwrap_or("");
    &item[..item.len() - item.trim_start_matches([' ', '\t']).len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn styles_are_kept_where_they_can_be() {
        let yaml = |lines: &str, value: Json| rewritten(Format::Yaml, lines, &value).unwrap_or("none".into());
        assert_eq!(yaml("title: Refund\n", json!("استرداد المبلغ")), "title: استرداد المبلغ\n");
        assert_eq!(yaml("title: Refund\n# next\n", json!("Teil 1: #2")), "title: \"Teil 1: #2\"\n# next\n");
        assert_eq!(yaml("title: 'Refund'\n", json!("返金 \"A\" \\")), "title: \"返金 \\\"A\\\" \\\\\"\n");
        assert_eq!(yaml("description: >\n  two\n  lines\n", json!("ein Text")), "description: ein Text\n");
        assert_eq!(yaml("title: No\n", json!("2024")), "title: \"2024\"\n");
        assert_eq!(yaml("title: No\n", json!("=")), "title: \"=\"\n");
        assert_eq!(yaml("title: No\n", json!("2026-11-30")), "title: \"2026-11-30\"\n");
        assert_eq!(yaml("tags: [a]\n", json!(["yes"])), "tags: [\"yes\"]\n");
        assert_eq!(yaml("tags:\n  - a\n  - b\n", json!("x")), "tags: x\n");
        assert_eq!(yaml("tags:\n  - a\n  - b\n", json!(["א", "ב: ג"])), "tags:\n  - \"א\"\n  - \"ב: ג\"\n");
        assert_eq!(yaml("tags: [a, b]\n", json!(["ก", "ข"])), "tags: [ก, ข]\n");
        let toml = |lines: &str, value: Json| rewritten(Format::Toml, lines, &value).unwrap_or("none".into());
        assert_eq!(toml("title = 'Refund'\n", json!("L'\"a\"")), "title = \"L'\\\"a\\\"\"\n");
        assert_eq!(toml("tags = ['a']\n", json!(["é", "ß"])), "tags = [\"é\", \"ß\"]\n");
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_reads_back(text in "[a-zא-ת:#'\"\\\\{}\\[\\]&*!|>%@` ,\\-\n\t~0-9]{1,20}") {
            for (format, lines) in [(Format::Yaml, "title: x\n"), (Format::Toml, "title = 'x'\n")] {
                let value = json!(text.trim());
                if let Some(written) = rewritten(format, lines, &value) {
                    let fence = if format == Format::Yaml { "---\n" } else { "+++\n" };
                    let read = entries(&format!("{fence}{written}{fence}")).unwrap();
                    assert_eq!(read.entries[0].value, value);
                } else {
                    assert!(text.trim().is_empty(), "{text:?}");
                }
            }
        }
    }
}
