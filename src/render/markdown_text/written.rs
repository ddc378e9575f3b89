//! Text, code and addresses as Markdown writes them in a line, and as HTML does. Knows no blocks.

/// Code between as many backticks as it needs.
pub(super) fn span_of_code(code: &str) -> String {
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    if code.is_empty() {
        return code;
    }
    let ticks = "`".repeat(if code.contains('`') { longest_run(&code) + 1 } else { 1 });
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{ticks}{space}{code}{space}{ticks}")
}

/// The backticks that stand beside each other in the text at the most.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

pub(super) fn without_tags(html: &str) -> String {
    let mut pieces = html.split('<');
    let mut text = pieces.next().unwrap_or("").to_owned();
    text.extend(pieces.map(|piece| piece.split_once('>').map_or("", |(_, text)| text)));
    text
}

/// Text with what `escape` writes of five characters as these.
pub(super) fn decoded(html: &str) -> String {
    if !html.contains('&') {
        return html.to_owned();
    }
    let plain = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&amp;", "&")
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InLine {
    First,
    Later,
}

/// A word that is no markup.
pub(super) fn escaped(word: &str, place: InLine) -> String {
    let mut out = String::with_capacity(word.len());
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    for (at, character) in word.char_indices() {
        let is_marker = place == InLine::First
            && (at == 0 && matches!(character, '-' | '+' | '=' | '~')
                || digits > 0 && at == digits && matches!(character, '.' | ')'));
        // At the end of a heading too.
        let is_hash = at == 0 && character == '#';
        if is_hash
            || is_marker
            || matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~')
        {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// An address between the brackets of a link.
pub(super) fn address(url: &str) -> String {
    let encoded = |c: char| match c {
        ' ' => "%20".to_owned(),
        '(' => "%28".to_owned(),
        ')' => "%29".to_owned(),
        '<' => "%3C".to_owned(),
        '>' => "%3E".to_owned(),
        '\\' => "%5C".to_owned(),
        '|' => "%7C".to_owned(),
        _ => c.to_string(),
    };
    url.chars().map(encoded).collect()
}
