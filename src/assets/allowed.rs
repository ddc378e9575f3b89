//! Which types of files a site serves: those that are safe for everybody, and those that its project adds. Looks into no file.

use serde::Deserialize;

use super::content::{Content, Refusal};
use super::types::{PAGES, PROGRAMS, READ, media_type};

/// Why a file of some type is not served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotServed {
    /// It has no extension.
    Untyped,
    /// It can be a page of its own, with scripts.
    Page(String),
    /// It runs: in a browser, on a server, or where the reader opens it.
    Program(String),
    /// A project can add the type.
    Unlisted(String),
    /// Its type is fine, and what it holds is not.
    Content(Refusal),
}

/// The types that a site serves: those that are safe for everybody, and those that its project adds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Types {
    added: Vec<AddedType>,
}

impl Types {
    /// The types that every site serves, and these.
    pub fn with(added: &[AddedType]) -> Self {
        Self { added: added.to_vec() }
    }

    /// Whether a file of this extension, in lower case, that holds this is served.
    ///
    /// # Errors
    /// It is not, and why.
    pub fn serve(&self, extension: &str, content: &Content) -> Result<(), NotServed> {
        self.allow(extension)?;
        match content {
            Content::Refused(refusal) => Err(NotServed::Content(refusal.clone())),
            Content::Sound | Content::Cleaned(_) => Ok(()),
        }
    }

    fn allow(&self, extension: &str) -> Result<(), NotServed> {
        if media_type(extension).is_some() {
            return Ok(());
        }
        let extension = extension.to_owned();
        if extension.is_empty() {
            Err(NotServed::Untyped)
        } else if PAGES.contains(&&*extension) {
            Err(NotServed::Page(extension))
        } else if PROGRAMS.contains(&&*extension) {
            Err(NotServed::Program(extension))
        } else if self.added.iter().any(|added| added.0 == extension) {
            Ok(())
        } else {
            Err(NotServed::Unlisted(extension))
        }
    }

    /// The line of `faqtory.toml` that adds a type to those that are there: `assets = ["ps1", "xml"]`. None if it cannot be added.
    pub fn line_with(&self, extension: &str) -> Option<String> {
        AddedType::try_from(extension.to_owned()).ok()?;
        let names = self.added.iter().map(|added| added.0.as_str()).chain([extension]);
        let names: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
        Some(format!("assets = [{}]", names.join(", ")))
    }
}

/// A type that a project adds: an extension such as `ps1`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct AddedType(#[cfg_attr(test, schemars(regex(pattern = "^[a-z0-9][a-z0-9_+-]*$")))] String);

impl TryFrom<String> for AddedType {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let plain = written.trim_start_matches(['*', '.']).to_ascii_lowercase();
        let is_name = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_alphanumeric())
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-'))
        };
        if PAGES.contains(&&*plain) {
            return Err(format!(
                "`{written}` cannot be served: it can contain scripts, which would run as part of this site"
            ));
        }
        if PROGRAMS.contains(&&*plain) {
            return Err(format!(
                "`{written}` cannot be served: it can run in the browser, on the server or when opened"
            ));
        }
        if READ.contains(&&*plain) {
            return Err(format!("`{written}` files are read as input, not copied"));
        }
        if written != plain && is_name(&plain) {
            return Err(format!(
                "`{written}` is not an extension in lower case without the dot\nhelp: did you mean `{plain}`?"
            ));
        }
        if !is_name(&written) {
            return Err(format!(
                "`{written}` is not a file extension\nhelp: write an extension such as `ps1`"
            ));
        }
        Ok(Self(written))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_is_never_served() {
        let types = Types::with(&[AddedType("ps1".to_owned()), AddedType("html".to_owned())]);
        for name in ["png", "pdf", "csv", "docx", "ps1", "svg", "zip", "woff2", "mp4", "mp3"] {
            assert_eq!(types.allow(name), Ok(()), "{name}");
        }
        for name in ["html", "htm", "xhtml", "shtml", "xht", "svgz", "mhtml"] {
            assert_eq!(types.allow(name), Err(NotServed::Page(name.to_owned())));
        }
        for name in ["js", "mjs", "php", "cgi", "hta", "exe", "swf", "wasm", "xsl", "xslt"] {
            assert_eq!(types.allow(name), Err(NotServed::Program(name.to_owned())));
        }
        for name in ["xml", "json", "css", "py", "x"] {
            assert_eq!(types.allow(name), Err(NotServed::Unlisted(name.to_owned())));
        }
        assert_eq!(types.allow(""), Err(NotServed::Untyped));
        assert_eq!(types.line_with("xml").unwrap(), "assets = [\"ps1\", \"html\", \"xml\"]");
        assert_eq!(Types::default().line_with("xml").unwrap(), "assets = [\"xml\"]");
        for name in ["mdx", "bak~", "日本", "foo bar", "x,y", "x\"y", "_x", "html"] {
            assert_eq!(Types::default().line_with(name), None, "{name}");
        }
    }

    #[test]
    fn what_a_project_adds_can_work() {
        let refused = |written: &str| AddedType::try_from(written.to_owned()).unwrap_err();
        assert_eq!(AddedType::try_from("ps1".to_owned()), Ok(AddedType("ps1".to_owned())));
        assert!(refused("html").contains("scripts") && refused(".XHTML").contains("scripts"));
        assert!(refused("php").contains("can run") && refused("*.js").contains("can run"));
        assert!(refused("md").contains("read"));
        assert!(refused(".ps1").contains("did you mean `ps1`?") && refused("PS1").contains("`ps1`"));
        assert!(refused("").contains("not a file extension"));
        assert!(
            refused("a/b").contains("not a file extension")
                && refused("tar.xz").contains("not a file extension")
        );
    }
}
