//! Opens files that are input. Never waits for a pipe, and opens no device.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::not_read::NotRead;

/// Opens a regular file, and says its length; the inner error is what else it is.
pub(super) fn open(file: &Path) -> io::Result<Result<(File, u64), NotRead>> {
    let opened = open_at_once(file)?;
    let metadata = opened.metadata()?;
    Ok(if metadata.is_file() { Ok((opened, metadata.len())) } else { Err(NotRead::NoFile) })
}

/// All bytes of a regular file that has fewer than `limit`.
pub(super) fn read(file: &Path, limit: u64) -> io::Result<Result<Vec<u8>, NotRead>> {
    let (opened, length) = match open(file)? {
        Ok(opened) => opened,
        Err(reason) => return Ok(Err(reason)),
    };
    if length >= limit {
        return Ok(Err(NotRead::TooLarge));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    // It may grow meanwhile.
    opened.take(limit).read_to_end(&mut bytes)?;
    Ok(if bytes.len() as u64 == limit { Err(NotRead::TooLarge) } else { Ok(bytes) })
}

/// As [`File::open`], which waits for a pipe until something is written into it.
#[cfg(unix)]
fn open_at_once(file: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, open};
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    loop {
        match open(file, flags, Mode::empty()) {
            Err(error) if error == rustix::io::Errno::INTR => {}
            opened => return Ok(File::from(opened?)),
        }
    }
}

#[cfg(not(unix))]
fn open_at_once(file: &Path) -> io::Result<File> {
    File::open(file)
}
