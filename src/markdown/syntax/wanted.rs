//! What is wanted of a file that is included, as it is written. Reads no syntax.

use std::borrow::Cow;

use crate::markdown::part::{IncludeForm, Part};

/// What is wanted of a file that is included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::markdown) struct Wanted<'t> {
    /// The region, section or heading that it is below; empty: all of the file.
    pub(super) name: &'t str,
    pub(super) lines: Option<(u32, u32)>,
    /// What the file is given, by name.
    pub(super) values: Vec<(&'t str, &'t str)>,
    /// Its text is shown as code.
    pub(super) code: Option<WantedCode<'t>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::markdown) struct WantedCode<'t> {
    /// As it stands behind the fence of a block of code.
    pub(super) info: Cow<'t, str>,
    /// The title that is written for it.
    pub(super) title: &'t str,
    /// What it is called in a group of tabs.
    pub(super) name: &'t str,
}

impl Wanted<'_> {
    pub(in crate::markdown) fn part(&self) -> Part {
        let values = self.values.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        Part { name: self.name.into(), lines: self.lines, values: values.collect() }
    }

    /// Its title is that of the tab, where it is one.
    pub(in crate::markdown) fn form(&self, place: CodePlace) -> IncludeForm {
        match &self.code {
            Some(code) if place == CodePlace::Alone && !code.title.is_empty() => {
                IncludeForm::Code(format!("{} [{}]", code.info, code.title).into())
            }
            Some(code) => IncludeForm::Code((*code.info).into()),
            None => IncludeForm::Block,
        }
    }

    /// What it is called in a group of tabs; none, if it is no code.
    pub(in crate::markdown) fn name(&self) -> Option<&str> {
        self.code.as_ref().map(|code| code.name)
    }
}

/// Whether code is a tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum CodePlace {
    Alone,
    Tab,
}

/// Whether something is read as the path of a file.
pub(super) fn is_path(path: &str) -> bool {
    const MAX_BYTES: usize = 4096;
    !path.is_empty()
        && path.len() <= MAX_BYTES
        && !path.contains(['"', '\'', '<', '>', '?', '{', '}', '\n', '\\'])
}

/// The extension of a file, which is the name of its language.
pub(super) fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}
