//! File systems that do not report changes, by the system's list of mounts. Reads no folder.

use std::fs;
use std::path::{Path, PathBuf};

/// File systems of other machines, or of another system on this one: changes made over there are not reported here.
const SILENT: &[&str] = &[
    "9p",
    "afs",
    "ceph",
    "cifs",
    "drvfs",
    "fakeowner",
    "glusterfs",
    "ncpfs",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
    "wslfs",
];

/// The name of the first file system that does not report changes, of those that these folders are on.
pub(super) fn silent<'a, T: 'a>(folders: impl Iterator<Item = &'a (PathBuf, T)>) -> Option<String> {
    // Other systems have no such file.
    let mounts = fs::read_to_string("/proc/self/mounts").ok()?;
    let mounts = parse(&mounts);
    folders.filter_map(|(folder, _)| of(&mounts, folder)).find(|system| is_silent(system)).map(str::to_owned)
}

fn is_silent(system: &str) -> bool {
    // `fuseblk` is a disk of this machine.
    SILENT.contains(&system) || system == "fuse" || system.starts_with("fuse.")
}

/// The place and the file system of each mount.
fn parse(mounts: &str) -> Vec<(PathBuf, &str)> {
    let mount = |line| {
        let mut words = str::split(line, ' ');
        Some((PathBuf::from(unescaped(words.nth(1)?)), words.next()?))
    };
    mounts.lines().filter_map(mount).collect()
}

/// `\040` and the like become the byte that they stand for.
fn unescaped(word: &str) -> String {
    let mut pieces = word.split('\\');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let byte = piece.get(..3).and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match byte {
            Some(byte) => {
                text.push(char::from(byte));
                text.push_str(&piece[3..]);
            }
            None => {
                text.push('\\');
                text.push_str(piece);
            }
        }
    }
    text
}

/// The file system that a folder is on: the last mount hides those before it at the same place.
fn of<'m>(mounts: &[(PathBuf, &'m str)], folder: &Path) -> Option<&'m str> {
    let around = mounts.iter().filter(|(place, _)| folder.starts_with(place));
    around.max_by_key(|(place, _)| place.components().count()).map(|(_, system)| *system)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
overlay / overlay rw,lowerdir=/a 0 0
proc /proc proc rw 0 0
C:\\134 /mnt/c 9p rw 0 0
host:/srv /srv/with\\040space nfs4 rw 0 0
tmpfs /mnt/c/fast tmpfs rw 0 0
me@host: /home/me/far fuse.sshfs rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
first /twice ext4 rw 0 0
second /twice cifs rw 0 0
broken
";

    #[test]
    fn the_innermost_and_last_mount_counts() {
        let mounts = parse(MOUNTS);
        for (folder, system) in [
            ("/srv/p", "overlay"),
            ("/mnt/c/Users/p", "9p"),
            ("/mnt/cd", "overlay"),
            ("/mnt/c/fast/p", "tmpfs"),
            ("/srv/with space/p", "nfs4"),
            ("/twice/p", "cifs"),
        ] {
            assert_eq!(of(&mounts, Path::new(folder)), Some(system), "{folder}");
        }
    }

    #[test]
    fn systems_of_other_machines_are_silent() {
        for system in ["9p", "nfs4", "cifs", "smb3", "drvfs", "virtiofs", "fuse", "fuse.sshfs", "vboxsf"] {
            assert!(is_silent(system), "{system}");
        }
        for system in ["ext4", "btrfs", "overlay", "tmpfs", "fuseblk", "apfs", "zfs"] {
            assert!(!is_silent(system), "{system}");
        }
    }

    #[test]
    fn damaged_escapes_stay() {
        for (written, meant) in
            [("a\\040b", "a b"), ("a\\04", "a\\04"), ("\\", "\\"), ("\\9ā9", "\\9ā9"), ("", "")]
        {
            assert_eq!(unescaped(written), meant);
        }
    }
}
