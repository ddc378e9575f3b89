//! Reads a file that is copied: its hash, its size as a picture, and what is in it that could run. Judges nothing itself.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use crate::assets::{self, Content, Refusal};

use super::not_read::NotRead;
use super::{open, svg};

/// A file that is copied, and read into memory only to be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where it stands on this machine.
    pub file: PathBuf,
    /// The first 10 hexadecimal digits of the BLAKE3 hash of the bytes that are served.
    pub hash: String,
    /// Width and height in pixels, for images that say so.
    pub size: Option<(u32, u32)>,
    /// What was found in it.
    pub content: Content,
}

/// Reads `file`, which stands at `path` in the project.
pub(super) fn read(file: &Path, path: &str) -> io::Result<Result<Asset, NotRead>> {
    let opened = match open::open(file)? {
        Ok((opened, _)) => opened,
        Err(reason) => return Ok(Err(reason)),
    };
    asset(file, opened, &assets::extension(path)).map(Ok)
}

fn asset(file: &Path, mut opened: File, extension: &str) -> io::Result<Asset> {
    let mut head = Vec::with_capacity(assets::HEAD);
    opened.by_ref().take(assets::HEAD as u64).read_to_end(&mut head)?;
    if assets::needs_all(extension, &head) {
        return whole(file, extension, opened, head);
    }
    let content = assets::judge(extension, &head);
    let mut hasher = blake3::Hasher::new();
    hasher.update(&head);
    if head.len() == assets::HEAD {
        io::copy(&mut opened, &mut hasher)?;
    }
    opened.rewind()?;
    let size = imagesize::reader_size(BufReader::new(opened))
        .ok()
        .and_then(|size| Some((size.width.try_into().ok()?, size.height.try_into().ok()?)));
    Ok(Asset { file: file.to_path_buf(), hash: digits(&hasher), size, content })
}

/// A file that is judged by all that it holds.
fn whole(file: &Path, extension: &str, opened: File, head: Vec<u8>) -> io::Result<Asset> {
    let mut bytes = head;
    opened.take(assets::MAX_BYTES - bytes.len() as u64).read_to_end(&mut bytes)?;
    let content = if bytes.len() as u64 >= assets::MAX_BYTES {
        Content::Refused(Refusal::TooLarge)
    } else {
        assets::judge(extension, &bytes)
    };
    let mut hasher = blake3::Hasher::new();
    hasher.update(match &content {
        Content::Cleaned(cleaned) => &cleaned.bytes,
        Content::Sound | Content::Refused(_) => &bytes,
    });
    let head = bytes.get(..svg::HEAD).unwrap_or(&bytes);
    let size = if extension == "svg" { svg::size(&String::from_utf8_lossy(head)) } else { None };
    Ok(Asset { file: file.to_path_buf(), hash: digits(&hasher), size, content })
}

/// The digits that stand in the name of the file.
fn digits(hasher: &blake3::Hasher) -> String {
    hasher.finalize().to_hex().as_str().chars().take(10).collect()
}
