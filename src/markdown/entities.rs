//! What the value of an attribute says: its entities decoded, as a browser decodes them. Knows not where a value is written.

use std::borrow::Cow;

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// A value without entities. `&copy=` of an address is none.
pub(super) fn decoded(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let tag = format!("<a b=\"{}\">", value.replace('"', "&quot;"));
    let tokens = Tokenizer::new_with_emitter(tag.as_str(), DefaultEmitter::<usize>::new_with_span());
    for Ok(token) in tokens {
        if let Token::StartTag(tag) = token
            && let Some(said) = tag.attributes.get(b"b".as_slice())
        {
            return Cow::Owned(String::from_utf8_lossy(&said.value).into_owned());
        }
    }
    Cow::Borrowed(value)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn as_browsers_decode_them() {
        for (value, said) in [
            ("plain", "plain"),
            ("A &quot;B&quot; &amp; C", "A \"B\" & C"),
            ("\"as it is\" & <b>", "\"as it is\" & <b>"),
            ("&amp;quot; &#x5d0;&#39; &eacute", "&quot; א' é"),
            ("https://e.example/?a=1&copy=2&amp;b", "https://e.example/?a=1&copy=2&b"),
            ("&nothing; &", "&nothing; &"),
        ] {
            assert_eq!(decoded(value), said);
        }
    }
}
