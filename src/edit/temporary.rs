//! Files that have no name of their own yet, in `.faqtory/tmp/` of a folder, and what killed runs left of them there. Never
//! touches a file that is in use, nor one that Faqtory did not make.
//!
//! A file is locked while it is written, so that one without a lock is known to be left over.

use std::fs::{self, File, Permissions};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Other runs may remove the folder this often, each at its end, before ours gives up.
const MAX_ATTEMPTS: usize = 1000;

/// A temporary file is called by so many hexadecimal digits and this.
const DIGITS: usize = 16;
const SUFFIX: &str = ".tmp";

/// The two folders, the second in the first.
const FOLDERS: [&str; 2] = [".faqtory", "tmp"];
const IGNORE: &str = ".gitignore";
/// What stands in it: git takes nothing in, this file included.
const IGNORE_ALL: &str = "*\n";

/// The folder of temporary files, there only while it is needed.
#[derive(Debug)]
pub(super) struct Temporary {
    base: PathBuf,
}

impl Temporary {
    /// The temporary files of `base`. Removes what killed runs left there.
    pub(super) fn open(base: &Path) -> Self {
        let temporary = Self { base: base.to_owned() };
        if temporary.is_plain() {
            let entries = fs::read_dir(temporary.dir()).into_iter().flatten().filter_map(Result::ok);
            entries.filter(is_ours).for_each(|entry| remove_leftover(&entry.path()));
            temporary.remove();
        }
        temporary
    }

    /// Writes the bytes to a new file and lets `name` give it its name: a hard link or a rename.
    pub(super) fn write<T>(
        &self,
        bytes: &[u8],
        permissions: Option<&Permissions>,
        name: &dyn Fn(&Path) -> io::Result<T>,
    ) -> io::Result<T> {
        let (path, mut file) = self.new_file()?;
        let named = file.write_all(bytes).and_then(|()| {
            permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions.clone()))?;
            file.sync_all()?;
            name(&path)
        });
        // After a rename it no longer exists.
        drop(fs::remove_file(&path));
        named
    }

    /// An empty, locked file.
    fn new_file(&self) -> io::Result<(PathBuf, File)> {
        let mut attempts = 0;
        loop {
            attempts += 1;
            let path = self.dir().join(new_name());
            match self.make().and_then(|()| File::create_new(&path)) {
                Ok(file) => {
                    // Where the file system knows no locks, nothing is ever taken for left over.
                    drop(file.lock());
                    // Before it was locked, another run may have removed it.
                    if path.symlink_metadata().is_ok() {
                        return Ok((path, file));
                    }
                }
                // Another run was done and removed the folder.
                Err(error) if error.kind() == io::ErrorKind::NotFound && attempts < MAX_ATTEMPTS => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn dir(&self) -> PathBuf {
        self.base.join(FOLDERS[0]).join(FOLDERS[1])
    }

    /// Whether the folder is there, and reached by no symlink.
    fn is_plain(&self) -> bool {
        let is_folder = |path: &Path| path.symlink_metadata().is_ok_and(|found| found.is_dir());
        is_folder(&self.base.join(FOLDERS[0])) && is_folder(&self.dir())
    }

    fn make(&self) -> io::Result<()> {
        if self.is_plain() {
            return Ok(());
        }
        fs::create_dir_all(&self.base)?;
        for folder in [self.base.join(FOLDERS[0]), self.dir()] {
            match fs::create_dir(&folder) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
            if !folder.symlink_metadata()?.is_dir() {
                return Err(io::Error::other(format!("{} is not a folder", folder.display())));
            }
        }
        fs::write(self.dir().join(IGNORE), IGNORE_ALL)
    }

    /// Removes the folder, unless something stands in it that another run needs or that is not ours.
    fn remove(&self) {
        let (dir, ignore) = (self.dir(), self.dir().join(IGNORE));
        let is_other = |entry: io::Result<fs::DirEntry>| entry.is_ok_and(|entry| entry.file_name() != IGNORE);
        let is_bare = fs::read_dir(&dir).is_ok_and(|mut entries| !entries.any(is_other));
        // A kill or a full disk may have left a part of it.
        if is_bare && fs::read(&ignore).is_ok_and(|text| IGNORE_ALL.as_bytes().starts_with(&text)) {
            drop(fs::remove_file(&ignore));
        }
        // A folder that is not empty stays.
        if fs::remove_dir(&dir).is_ok() {
            drop(fs::remove_dir(self.base.join(FOLDERS[0])));
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if self.is_plain() {
            self.remove();
        }
    }
}

/// A name that no file had before, in whichever run: a process ID comes again, and is another's in a container.
fn new_name() -> String {
    format!("{:0DIGITS$x}{SUFFIX}", RandomState::new().build_hasher().finish())
}

/// Whether the name is one that [`new_name`] gives, and it is a file.
fn is_ours(entry: &fs::DirEntry) -> bool {
    let name = entry.file_name();
    let number = name.to_str().and_then(|name| name.strip_suffix(SUFFIX));
    let is_number = |text: &str| {
        text.len() == DIGITS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    number.is_some_and(is_number) && entry.file_type().is_ok_and(|kind| kind.is_file())
}

/// Removes a file that no run is writing, and locks it until it is gone.
fn remove_leftover(path: &Path) {
    let Ok(file) = File::open(path) else { return };
    if file.try_lock().is_ok() {
        drop(fs::remove_file(path));
    }
}
