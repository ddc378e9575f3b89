//! Absolute addresses of the web in a configuration, and what is wrong with them. Opens none.

use core::net::{Ipv4Addr, Ipv6Addr};
use std::num::NonZeroU16;

use percent_encoding::percent_decode_str;

/// The parts of an absolute address of the web.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address<'a> {
    /// From its first `/` on.
    pub(super) path: &'a str,
    /// Whether a query or a fragment follows.
    pub(super) has_more: bool,
}

impl<'a> Address<'a> {
    pub(super) fn parse(written: &'a str) -> Result<Self, String> {
        let rest = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://"));
        let rest = rest.ok_or(
            "does not begin with https:// or http://\nhelp: write a URL such as https://help.example.com/",
        )?;
        let is_wrong = |c: char| !c.is_ascii_graphic() || "\"<>\\^`{|}".contains(c);
        if let Some(wrong) = rest.chars().find(|&c| is_wrong(c)) {
            return Err(format!(
                "contains {wrong:?}, which is not allowed in a URL\nhelp: percent-encode it, or in a host use the `xn--` form"
            ));
        }
        if !is_percent_encoded(rest) {
            return Err(
                "contains a `%` without two hexadecimal digits after it\nhelp: write `%25`".to_owned()
            );
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at(end);
        if authority.contains('@') {
            return Err("contains a user name or a password, which every reader would see\nhelp: remove it"
                .to_owned());
        }
        if !is_host(authority) {
            return Err(format!(
                "has no valid host: `{authority}`\nhelp: write a URL such as https://help.example.com/"
            ));
        }
        let path = rest.split(['?', '#']).next().unwrap_or_default();
        Ok(Self { path, has_more: path.len() < rest.len() })
    }
}

fn is_percent_encoded(text: &str) -> bool {
    let is_hex = |byte: &u8| byte.is_ascii_hexdigit();
    text.split('%').skip(1).all(|rest| rest.as_bytes().get(..2).is_some_and(|two| two.iter().all(is_hex)))
}

/// A name or a number of a machine, with a port or without.
pub(super) fn is_host(authority: &str) -> bool {
    let (host, port) = split_port(authority);
    let is_digits = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    if port.is_some_and(|port| !is_digits(port) || port.parse::<NonZeroU16>().is_err()) {
        return false;
    }
    if let Some(inside) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return inside.parse::<Ipv6Addr>().is_ok();
    }
    let is_label = |label: &str| {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        (1..=63).contains(&label.len())
            && label.chars().all(is_letter)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let name = host.strip_suffix('.').unwrap_or(host);
    let last = name.rsplit('.').next().unwrap_or(name);
    // Browsers take any name that ends in digits for an address of numbers.
    let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
    host.len() <= 253 && name.split('.').all(is_label) && (!is_number || name.parse::<Ipv4Addr>().is_ok())
}

/// The host and the port of `host:port`; the colons of `[::1]` begin no port.
pub(super) fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

/// Whether a step of a path is empty, or leads elsewhere, once browsers or servers have decoded it.
pub(super) fn is_odd_step(step: &str) -> bool {
    let decoded = percent_decode_str(step).decode_utf8_lossy();
    matches!(&*decoded, "" | "." | "..")
        || decoded.contains(|c: char| matches!(c, '/' | '\\') || c.is_control())
}
