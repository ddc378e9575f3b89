//! Leaves out of style sheets and scripts what is written for those who change them: comments that are lines of their own, and
//! white space beside signs and before lines. Changes nothing else.

/// The sheet without the comments that fill their lines. Those that begin with `/*!` say whose work it is, and stay.
pub(super) fn without_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    // A quote or a comment that begins further on in a line may hold the beginning of a line.
    while let Some(at) = rest.find(['"', '\'', '/', '\\']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = match from.as_bytes() {
            [b'/', b'*', ..] => comment(from),
            [b'\\', ..] => from.chars().nth(1).map_or(1, |escaped| 1 + escaped.len_utf8()),
            [quote @ (b'"' | b'\''), ..] => string(from, char::from(*quote)),
            _ => 1,
        };
        let (taken, after) = from.split_at(end);
        let margin = out.len() - out.trim_end_matches([' ', '\t']).len();
        let begins = out.len() == margin || out[..out.len() - margin].ends_with('\n');
        let line_end = after.trim_start_matches([' ', '\t']);
        let fills = begins && (line_end.is_empty() || line_end.starts_with('\n'));
        if fills && taken.starts_with("/*") && taken.ends_with("*/") && !taken.starts_with("/*!") {
            out.truncate(out.len() - margin);
            rest = line_end.strip_prefix('\n').unwrap_or(line_end);
        } else {
            out.push_str(taken);
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// The sheet without the white space behind braces, colons, semicolons and commas, and before braces.
pub(super) fn without_space(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '/' if rest.starts_with("/*") => comment(rest),
            '\\' => rest.chars().nth(1).map_or(1, |escaped| 1 + escaped.len_utf8()),
            '"' | '\'' => string(rest, first),
            other => other.len_utf8(),
        };
        let (taken, after) = rest.split_at(end);
        if matches!(first, '{' | '}') {
            out.truncate(out.trim_ascii_end().len());
        }
        out.push_str(taken);
        rest = if matches!(first, '{' | '}' | ':' | ';' | ',') { after.trim_ascii_start() } else { after };
    }
    out
}

/// The script without the comments that fill their lines, and without what its lines begin with. It has no text over several
/// lines: that would lose its margin too.
pub(super) fn without_margins(script: &str) -> String {
    let lines =
        script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The length of the comment that a text begins with.
fn comment(text: &str) -> usize {
    text.get(2..).and_then(|inside| inside.find("*/")).map_or(text.len(), |end| end + 4)
}

/// The length of the string that a text begins with: up to its quote, or to the end of its line.
fn string(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '\n' => return at,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{without_comments, without_margins, without_space};

    #[test]
    fn scripts_lose_their_margins() {
        assert_eq!(without_margins("// a\n\n  b(\"// c\"); // d\n    // e\n  f"), "b(\"// c\"); // d\nf\n");
    }

    #[test]
    fn space_behind_signs_goes() {
        for (sheet, plain) in [
            ("a, b {\n  c: d;\n  e: f g\n}\n\nh { }\n", "a,b{c:d;e:f g}h{}"),
            (
                "a { b: \"{ c, d\"; }\n/* e, f */ g { h: 'i\\', j' }",
                "a{b:\"{ c, d\";}/* e, f */ g{h:'i\\', j'}",
            ),
            ("a\\, b { c: \"d, \n e, f }", "a\\, b{c:\"d, \n e,f}"),
            ("é, \\", "é,\\"),
        ] {
            assert_eq!(without_space(sheet), plain);
        }
    }

    #[test]
    fn comments_that_fill_lines_go() {
        let sheet = "/* a\n   b */\n:root { --a: 1; }\n  /* c */  \n.x { content: \"/* d\"; }\n/* e */ .y {} /* f */\n/*! g */\n.z { background: url(a\\\"b) }\n/* h */";
        let plain = ":root { --a: 1; }\n.x { content: \"/* d\"; }\n/* e */ .y {} /* f */\n/*! g */\n.z { background: url(a\\\"b) }\n";
        assert_eq!(without_comments(sheet), plain);
        for odd in ["", "/*", "/* é", "\"\n/* a */\n", "\\", "'é\\", "/", "a /* b\n*/ c"] {
            let left = without_comments(odd);
            assert!(odd == left || odd.contains("/* a */"), "{odd:?} {left:?}");
        }
    }
}
