//! Why a file of a project is not input. Reads nothing.

use std::fmt;
use std::io;

/// Text files larger than this are not read: 64 MiB.
pub const MAX_TEXT_BYTES: u64 = 64 << 20;

/// Why a file or folder is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// It has [`MAX_TEXT_BYTES`] or more.
    TooLarge,
    /// A device, a pipe or a socket.
    NoFile,
    /// What the system says.
    Unreadable(String),
    Link(LinkFault),
}

/// Why a symbolic link is not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// There is nothing at its end.
    Dangling,
    /// It leads back to itself, or to a folder that it stands in.
    Circle,
    /// It leads out of the project: what `[content] follow` would have to be.
    Outside { follow: Option<Vec<String>> },
    /// It leads to or through a file or folder whose name begins with a dot, or `node_modules`.
    Hidden(String),
    /// Git ignores what it leads to.
    Ignored,
    /// Git cannot say whether it ignores that, and why.
    Unknown(String),
    /// It leads to a device, a pipe or a socket, or to where the system shows itself as files.
    System,
    /// It leads into the output folder.
    Output,
    /// The folder at its end is reached by too many links.
    TooOften,
}

impl NotRead {
    /// What is wrong with a file that cannot be read; none where it is the machine that can open or hold no more.
    pub(super) fn of(error: &io::Error) -> Option<Self> {
        (!is_of_machine(error)).then(|| Self::unreadable(error))
    }

    pub(super) fn unreadable(error: &io::Error) -> Self {
        let words = error.to_string();
        let end = words.find(" (os error").unwrap_or(words.len());
        Self::Unreadable(words[..end].to_owned())
    }
}

#[cfg(unix)]
fn is_of_machine(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let errno = Errno::from_io_error(error);
    [Errno::MFILE, Errno::NFILE, Errno::NOMEM, Errno::NOBUFS]
        .into_iter()
        .any(|machine| errno == Some(machine))
}

#[cfg(not(unix))]
fn is_of_machine(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::OutOfMemory
}

impl From<LinkFault> for NotRead {
    fn from(fault: LinkFault) -> Self {
        Self::Link(fault)
    }
}

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "the file is larger than {} MiB", MAX_TEXT_BYTES >> 20),
            Self::NoFile => f.write_str("it is a device, a pipe or a socket"),
            Self::Unreadable(words) => f.write_str(words),
            Self::Link(fault) => write!(f, "the symbolic link {fault}"),
        }
    }
}

impl fmt::Display for LinkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dangling => f.write_str("is broken"),
            Self::Circle => f.write_str("leads back to itself"),
            Self::Outside { .. } => f.write_str("leads out of the project"),
            Self::Hidden(name) => {
                write!(f, "leads to `{name}`; files and folders with such a name are never read")
            }
            Self::Ignored => f.write_str("leads to something that git ignores"),
            Self::Unknown(reason) => {
                write!(f, "is not followed, because git cannot tell whether it ignores the file: {reason}")
            }
            Self::System => f.write_str("leads to a device, a pipe or a system file"),
            Self::Output => f.write_str("leads into the output folder"),
            Self::TooOften => f.write_str("leads to a folder that too many other links lead to"),
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use rustix::io::Errno;

    use super::*;

    #[test]
    fn a_machine_at_its_end_is_no_flaw_of_a_file() {
        for errno in [Errno::ACCESS, Errno::PERM, Errno::IO, Errno::NAMETOOLONG, Errno::STALE, Errno::NXIO] {
            assert!(NotRead::of(&errno.into()).is_some(), "{errno}");
        }
        for errno in [Errno::MFILE, Errno::NFILE, Errno::NOMEM] {
            assert_eq!(NotRead::of(&errno.into()), None, "{errno}");
        }
        assert_eq!(NotRead::of(&Errno::ACCESS.into()), Some(NotRead::Unreadable("Permission denied".into())));
    }
}
