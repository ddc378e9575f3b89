//! `[links.external]`: what `check --external` asks, of whom, and how often. Asks nobody.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Deserializer, de};

use super::{address, value};
use crate::external::Pattern;

/// `[links.external]`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "External"))]
pub struct ExternalConfig {
    /// Regular expressions: only URLs that one of them is found in are checked. The default is all.
    #[serde(deserialize_with = "patterns")]
    pub include: Vec<String>,
    /// Regular expressions: URLs that one of them is found in are not checked, such as `["^https://intranet\\."]`.
    #[serde(deserialize_with = "patterns")]
    pub exclude: Vec<String>,
    /// URLs that are asked instead of others: `[{ from = "^https://docs\\.corp/(.*)", to = "http://localhost:8080/$1" }]`. The first
    /// `from` that is found counts.
    #[serde(deserialize_with = "remaps")]
    pub remap: Vec<RemapConfig>,
    /// Statuses that are as good as 200, such as `[202, 403]`.
    #[serde(deserialize_with = "statuses")]
    pub accept: Vec<u16>,
    /// Hosts in private networks that are checked nevertheless: `["wiki.corp", "127.0.0.1:8080"]`.
    #[serde(deserialize_with = "hosts")]
    pub allow_private: Vec<String>,
    /// Headers for certain hosts, with the names of the environment variables that hold their values:
    /// `{ "docs.corp" = { Authorization = "DOCS_TOKEN" } }`. A host without a port is the one at the usual port. No other
    /// host gets them, and none without `https:` unless it is in `allow_private`.
    #[serde(deserialize_with = "headers")]
    pub headers: BTreeMap<String, BTreeMap<String, String>>,
    /// How long a host may take to answer: `"20s"` by default.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    #[serde(deserialize_with = "duration")]
    pub timeout: Option<Duration>,
    /// How often what failed is asked again: 2 by default.
    #[cfg_attr(test, schemars(range(max = 10)))]
    #[serde(deserialize_with = "retries")]
    pub retries: Option<u32>,
    /// Requests at a time: 32 by default. Each takes up to 3 MB of memory.
    #[cfg_attr(test, schemars(range(min = 1, max = 256)))]
    #[serde(deserialize_with = "at_once")]
    pub concurrency: Option<u32>,
    /// Requests at a time to one host: 4 by default.
    #[cfg_attr(test, schemars(range(min = 1, max = 256)))]
    #[serde(deserialize_with = "at_once")]
    pub concurrency_per_host: Option<u32>,
    /// Requests a second to one host: 10 by default.
    #[cfg_attr(test, schemars(range(min = 1, max = 1000)))]
    #[serde(deserialize_with = "rate")]
    pub requests_per_second: Option<u32>,
    /// The file that keeps answers between runs: `.faqtory/external-links.jsonl` by default.
    #[serde(deserialize_with = "value::inside_project")]
    pub cache: Option<String>,
    /// How long the answer of a URL that works is kept: `"7d"` by default.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    #[serde(deserialize_with = "duration")]
    pub keep_good: Option<Duration>,
    /// How long the answer of a URL that does not work is kept: `"1h"` by default.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    #[serde(deserialize_with = "duration")]
    pub keep_bad: Option<Duration>,
}

/// An entry of `remap`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Remap"))]
pub struct RemapConfig {
    /// A regular expression that is looked for in the URL.
    #[serde(deserialize_with = "pattern")]
    pub from: String,
    /// What stands in place of what was found; `$1` is its first group. Where that makes no URL, nobody is asked.
    pub to: String,
}

fn check(pattern: &str) -> Result<(), String> {
    Pattern::new(pattern)
        .map(drop)
        .map_err(|error| format!("`{pattern}` is not a regular expression: {error}"))
}

fn pattern<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let pattern = String::deserialize(from)?;
    check(&pattern).map_err(de::Error::custom)?;
    Ok(pattern)
}

fn patterns<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let patterns = Vec::<String>::deserialize(from)?;
    patterns.iter().try_for_each(|pattern| check(pattern)).map_err(de::Error::custom)?;
    Ok(patterns)
}

fn remaps<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<RemapConfig>, D::Error> {
    let remaps = Vec::<RemapConfig>::deserialize(from)?;
    let is_start = |text: &str| text.starts_with("http") || text.starts_with('$');
    // What takes the place of the beginning of a URL is the beginning of one.
    let is_wrong = |RemapConfig { from, to }: &&RemapConfig| {
        (from.starts_with('^') || from.starts_with("http")) && !is_start(to)
    };
    match remaps.iter().find(is_wrong) {
        Some(RemapConfig { to, .. }) => {
            Err(de::Error::custom(format!("`{to}` is not a URL\nhelp: begin it with https:// or http://")))
        }
        None => Ok(remaps),
    }
}

fn statuses<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u16>, D::Error> {
    let statuses = Vec::<u16>::deserialize(from)?;
    match statuses.iter().find(|status| !(200..1000).contains(*status)) {
        Some(status) => Err(de::Error::custom(format!(
            "`{status}` is not a status of HTTP\nhelp: use numbers from 200 to 999"
        ))),
        None => Ok(statuses),
    }
}

fn hosts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let hosts = Vec::<String>::deserialize(from)?;
    hosts.iter().try_for_each(|host| is_host(host)).map_err(de::Error::custom)?;
    Ok(hosts)
}

fn is_host(host: &str) -> Result<(), String> {
    if address::is_host(host) {
        return Ok(());
    }
    Err(format!(
        "`{host}` is not a host\nhelp: write its name, and a port if it needs one, such as wiki.corp:8080 or [::1]:8080"
    ))
}

/// Headers that every request sets by itself.
const OWN: [&str; 8] =
    ["connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding", "upgrade"];

fn headers<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<BTreeMap<String, BTreeMap<String, String>>, D::Error> {
    let headers = BTreeMap::<String, BTreeMap<String, String>>::deserialize(from)?;
    let is_token = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    for (host, headers) in &headers {
        is_host(host).map_err(de::Error::custom)?;
        for (name, variable) in headers {
            if name.is_empty() || !name.chars().all(is_token) {
                return Err(de::Error::custom(format!(
                    "`{name}` is not the name of a header\nhelp: write one such as Authorization"
                )));
            }
            if OWN.iter().any(|own| name.eq_ignore_ascii_case(own)) {
                return Err(de::Error::custom(format!(
                    "`{name}` is a header that requests set by themselves\nhelp: remove it"
                )));
            }
            if variable.is_empty() || !variable.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                return Err(de::Error::custom(format!(
                    "the value of `{name}` is not the name of an environment variable\nhelp: put the value into a variable, and write the name of that"
                )));
            }
        }
    }
    Ok(headers)
}

/// A number and a unit: `20s`, `5m`, `1h`, `7d`.
fn duration<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Duration>, D::Error> {
    let written = String::deserialize(from)?;
    let read = || {
        let (number, unit) = written.split_at_checked(written.len().checked_sub(1)?)?;
        let seconds = match unit {
            "s" => 1,
            "m" => 60,
            "h" => 3600,
            "d" => 24 * 3600,
            _ => return None,
        };
        let number: u32 = number.trim_end().parse().ok()?;
        (number > 0).then(|| Duration::from_secs(u64::from(number) * seconds))
    };
    match read() {
        Some(duration) => Ok(Some(duration)),
        None => Err(de::Error::custom(format!(
            "`{written}` is not a time\nhelp: write a number and `s`, `m`, `h` or `d`, such as `20s`"
        ))),
    }
}

fn number<'de, D: Deserializer<'de>>(
    from: D,
    range: std::ops::RangeInclusive<u32>,
) -> Result<Option<u32>, D::Error> {
    let number = u32::deserialize(from)?;
    if range.contains(&number) {
        return Ok(Some(number));
    }
    let (first, last) = (range.start(), range.end());
    Err(de::Error::custom(format!("`{number}` is out of range\nhelp: use a number from {first} to {last}")))
}

fn retries<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    number(from, 0..=10)
}

fn at_once<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    number(from, 1..=256)
}

fn rate<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    number(from, 1..=1000)
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;

    fn read(keys: &str) -> Result<ExternalConfig, String> {
        let read = Config::parse(&format!("[links.external]\n{keys}\n"));
        read.map(|config| config.links.external).map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn values_are_read() {
        let read = read("timeout = \"2m\"\nkeep_good = \"14d\"\nretries = 0\nexclude = ['^https://a\\.dev/']\nallow_private = ['[::1]:80', '10.0.0.1', 'wiki']\nremap = [{ from = '^https://a/', to = '$0' }, { from = '/a', to = '/b' }]\nheaders = { \"a.dev\" = { Authorization = \"TOKEN\" } }").unwrap();
        assert_eq!((read.timeout, read.retries), (Some(Duration::from_secs(120)), Some(0)));
        assert_eq!(read.headers["a.dev"]["Authorization"], "TOKEN");
    }

    #[test]
    fn what_cannot_work_is_refused() {
        for (keys, reason) in [
            ("timeout = \"soon\"", "is not a time"),
            ("timeout = \"0s\"", "is not a time"),
            ("exclude = ['a(']", "unclosed group"),
            ("remap = [{ from = '*', to = 'x' }]", "regular expression"),
            ("remap = [{ from = '^https://a/', to = 'x' }]", "is not a URL"),
            ("accept = [99]", "is not a status"),
            ("allow_private = ['http://x/']", "is not a host"),
            ("allow_private = ['x:70000']", "is not a host"),
            ("allow_private = ['::1']", "is not a host"),
            ("headers = { \"a.dev\" = { Host = \"X\" } }", "set by themselves"),
            ("headers = { \"a.dev\" = { content-length = \"X\" } }", "set by themselves"),
            ("headers = { \"a.dev\" = { Authorization = \"Bearer x\" } }", "environment variable"),
            ("headers = { \"a.dev\" = { \"a b\" = \"X\" } }", "name of a header"),
            ("concurrency = 0", "from 1 to 256"),
            ("cache = \"../x\"", "inside the project"),
            ("exlude = []", "did you mean `exclude`"),
        ] {
            let error = read(keys).unwrap_err();
            assert!(error.contains(reason) && error.contains("line 2"), "{keys}: {error}");
        }
    }
}
