//! What git prints is read as it is meant.

use super::*;

#[test]
fn a_listed_tree_is_read() {
    let listed = b"100644 blob aaa\ta\tb.md\x00120000 blob ccc\tlink\x00160000 commit ddd\tsub\x00100755 blob eee\t\xd7\x90 x.md\0";
    let found: Vec<_> = entries(listed).collect();
    let file = |object: &str, path: &str| (TreeEntryKind::File, object.to_owned(), path.to_owned());
    let opaque = |object: &str, path: &str| (TreeEntryKind::Opaque, object.to_owned(), path.to_owned());
    assert_eq!(
        found,
        [file("aaa", "a\tb.md"), opaque("ccc", "link"), opaque("ddd", "sub"), file("eee", "א x.md")]
    );
    assert_eq!(entries(b"").count(), 0);
    let earlier = Snapshot { opaque: ["a/sub".to_owned()].into(), ..Snapshot::default() };
    assert!(
        earlier.is_opaque("a/sub/b.md") && earlier.is_opaque("a/sub") && !earlier.is_opaque("a/subs/b.md")
    );
}

#[test]
fn answers_are_read_one_after_the_other() {
    let mut all: &[u8] = b"aaa blob 4\na\n\0b\nbbb blob 9\n123456789\nccc blob 0\n\nddd missing\n";
    assert_eq!(answer(&mut all, 8).unwrap(), SnapshotFile::Bytes(b"a\n\0b".to_vec()));
    assert_eq!(answer(&mut all, 8).unwrap(), SnapshotFile::Unread);
    assert_eq!(answer(&mut all, 8).unwrap(), SnapshotFile::Bytes(Vec::new()));
    assert!(answer(&mut all, 8).unwrap_err().to_string().contains("--filter"));
    assert!(answer(&mut all, 8).is_err());
}

#[test]
fn a_folder_outside_any_repository_has_no_history() {
    let dir = tempfile::tempdir().unwrap();
    let filter = ReadFilter { is_wanted: &|_, _| true, max_bytes: 9 };
    let found = since(dir.path(), "HEAD", &filter);
    assert!(matches!(found, Err(GitError::NoRepository | GitError::NoGit(_))), "{found:?}");
}
