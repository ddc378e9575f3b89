//! Addresses as browsers read them, and which of them run nothing. Opens none.

/// Whether a reader may follow the link: schemes that run nothing.
pub(in crate::assets) fn is_safe_link(address: &str) -> bool {
    const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];
    let address = plain_address(address);
    match address.split_once([':', '/', '?', '#']) {
        Some((scheme, _)) if address[scheme.len()..].starts_with(':') => SCHEMES.contains(&scheme),
        _ => true,
    }
}

/// An address as browsers read it, in lower case: without white space and control characters around it, or line ends in it.
pub(super) fn plain_address(address: &str) -> String {
    let address = address.trim_matches(|c: char| c <= ' ');
    address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect::<String>().to_ascii_lowercase()
}
