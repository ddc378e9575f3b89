//! Links that open a place of a file in the author's editor. Opens nothing itself.

use std::path::PathBuf;

use anyhow::{Result, bail};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// How a place in a file is opened: the editor's own kind of address.
pub const EDITOR: &str = "vscode://file{path}:{line}:{column}";

/// What may not stand in the address of a file as it is.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// What browsers open or run by themselves instead of handing it to an editor.
const NO_EDITORS: &[&str] =
    &["about", "blob", "data", "file", "filesystem", "javascript", "vbscript", "view-source"];

/// Whether an address opens a place in an editor. It becomes a link on pages of the preview.
///
/// # Errors
/// It begins with no scheme, or with one that a browser runs, or it does not say where the path goes.
pub fn check_editor(url: &str) -> Result<()> {
    let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    if !is_scheme || NO_EDITORS.contains(&scheme.as_str()) {
        bail!("the URL must begin with the scheme of an editor, such as `vscode://` or `idea://`");
    }
    if !url.contains("{path}") {
        bail!("the URL must contain `{{path}}` in the place of the file");
    }
    Ok(())
}

/// The editor, and where the files are that it opens.
#[derive(Debug)]
pub(super) struct Editor {
    pub(super) root: PathBuf,
    /// With `{path}`, `{line}` and `{column}`.
    pub(super) url: String,
}

impl Editor {
    /// The project's folder with `/`, one at its beginning on every system.
    pub(super) fn folder(&self) -> String {
        let folder = self.root.to_string_lossy().replace('\\', "/");
        if folder.starts_with('/') { folder } else { format!("/{folder}") }
    }

    /// The link that opens a place of a file of the project.
    pub(super) fn link(&self, path: &str, line: usize, column: usize) -> String {
        let path = utf8_percent_encode(&format!("{}/{path}", self.folder()), PATH).to_string();
        let link = self.url.replace("{path}", &path);
        link.replace("{line}", &line.to_string()).replace("{column}", &column.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_editors_are_opened() {
        for url in [
            EDITOR,
            "idea://open?file={path}&line={line}",
            "x-my.editor+1:{path}",
            "http://localhost:63342/{path}",
        ] {
            check_editor(url).unwrap();
        }
        for url in [
            "javascript:alert(1)//{path}",
            "JavaScript:{path}",
            " javascript:{path}",
            "java\tscript:{path}",
            "\u{1}javascript:{path}",
            "data:text/html,{path}",
            "vbscript:{path}",
            "file://{path}",
            "//example.com/{path}",
            "{path}",
            "",
            "vscode://file",
        ] {
            assert!(check_editor(url).is_err(), "{url}");
        }
    }
}
