//! How often articles were read, as a table of somebody else says. Reads no file, and knows no article.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::catalog::{Identity, url_path};

/// By the address of an article below its locale: a line each of an ID, a path or an address, a comma, a semicolon or a tab, and a whole number.
/// The first line may name the columns. Lines of the same article add up, whatever the locale.
///
/// # Errors
/// The number of the first line that is none, from 1.
pub fn visits(text: &str, is_locale: &dyn Fn(&str) -> bool) -> Result<BTreeMap<String, u64>, usize> {
    let mut visits: BTreeMap<String, u64> = BTreeMap::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match row(line) {
            Some((written, count)) => {
                let total = visits.entry(address(written, is_locale)).or_default();
                *total = total.saturating_add(count);
            }
            None if number == 0 => {}
            None => return Err(number + 1),
        }
    }
    Ok(visits)
}

/// How often an article was read, by its ID or by its address.
pub fn visits_of(visits: &BTreeMap<String, u64>, identity: &Identity) -> u64 {
    let by_id = url_path(&identity.id);
    let count = |address: &str| visits.get(address).copied().unwrap_or(0);
    let by_address = if by_id == identity.url { 0 } else { count(&identity.url) };
    count(&by_id).saturating_add(by_address)
}

fn row(line: &str) -> Option<(&str, u64)> {
    let (written, count) = line.rsplit_once([',', ';', '\t'])?;
    // An odd quote opens a value that the comma stands in.
    let is_whole = written.matches('"').count() % 2 == 0;
    let count = count.trim().trim_matches('"').parse().ok().filter(|_| is_whole)?;
    Some((written.trim().trim_matches('"'), count))
}

/// The address below the locale that an address, a path or an ID means.
fn address(written: &str, is_locale: &dyn Fn(&str) -> bool) -> String {
    let path = match written.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => written,
    };
    let path = path.split(['?', '#']).next().unwrap_or("");
    let path = percent_decode_str(path).decode_utf8_lossy();
    let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
    let from = steps.iter().position(|step| is_locale(step)).map_or(0, |at| at + 1);
    let path = steps[from..].join("/");
    let endings = [".md", ".mdx", ".markdown", ".html"];
    url_path(endings.iter().find_map(|end| path.strip_suffix(end)).unwrap_or(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, usize> {
        let is_locale = |step: &str| ["en-us", "it"].contains(&&*step.to_lowercase());
        let visits = visits(text, &is_locale)?;
        Ok(visits.iter().map(|(id, count)| format!("{id} {count}")).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn addresses_paths_and_ids_are_those_of_articles() {
        assert_eq!(read("Page,Views\nbilling,3\n"), Ok("billing 3".to_owned()));
        let text = "\"https://h.example/en-US/pay/card?x=1#y\",\"3\"\ncontent/it/Pay/Card.md;4\n\n/pay/card/index.html\t5\n";
        assert_eq!(read(text), Ok("pay/card 12".to_owned()));
        assert_eq!(read("/it/docs/it/setup,1"), Ok("docs/it/setup 1".to_owned()));
        let sections =
            "/it/section/,1\n/it/section/index.html,2\nsection/index,3\ncontent/en-us/section/index.md,4\n";
        assert_eq!(read(sections), Ok("section 10".to_owned()));
        assert_eq!(read("/it/,1\nit/index.html,2\nindex,3\n"), Ok(" 6".to_owned()));
        let encoded = "/it/caff%C3%A8/il-conto,1\n/it/caffe%CC%80/il%20conto/,2\ncaffè/Il conto.md,3\n";
        assert_eq!(read(encoded), Ok("caffè/il-conto 6".to_owned()));
        assert_eq!(read("結帳,18446744073709551615\n結帳,2"), Ok("結帳 18446744073709551615".to_owned()));
    }

    #[test]
    fn a_line_that_is_none_is_named() {
        assert_eq!(read("billing,3\nbilling\n"), Err(2));
        assert_eq!(read("billing,3\n\nbilling,\"1,234\"\n"), Err(3));
        assert_eq!(read("page,views\nbilling,-3\n"), Err(2));
        assert_eq!(read("page,views\nbilling,1.5\n"), Err(2));
    }
}
