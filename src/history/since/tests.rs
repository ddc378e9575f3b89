//! What git prints is read as it is meant.

use super::*;

#[test]
fn raw_differences_are_read() {
    let raw = b":100644 100644 aaa bbb M\0a.md\0:120000 000000 ccc 000 D\0link\0:000000 100644 000 ddd A\0new.md\0:100755 000000 eee 000 D\0\xd7\x90 x.md\0";
    assert_eq!(entries(raw), [("a.md".into(), "aaa".into()), ("א x.md".into(), "eee".into())]);
    assert!(entries(b"").is_empty());
}

#[test]
fn answers_are_read_one_after_the_other() {
    let mut all: &[u8] = b"aaa blob 4\na\n\0b\nbbb blob 9\n123456789\nccc blob 0\n\nddd missing\n";
    assert_eq!(answer(&mut all, 8).unwrap(), Then::Bytes(b"a\n\0b".to_vec()));
    assert_eq!(answer(&mut all, 8).unwrap(), Then::Unread);
    assert_eq!(answer(&mut all, 8).unwrap(), Then::Bytes(Vec::new()));
    assert!(answer(&mut all, 8).unwrap_err().to_string().contains("--filter"));
    assert!(answer(&mut all, 8).is_err());
}

#[test]
fn a_folder_outside_any_repository_has_no_history() {
    let dir = tempfile::tempdir().unwrap();
    let wanted = Wanted { is_wanted: &|_| true, max_bytes: 9 };
    match since(dir.path(), "HEAD", &wanted) {
        Err(Trouble::NoRepository) => {}
        Err(Trouble::NoGit(_)) => println!("skipped: there is no git"),
        other => panic!("{other:?}"),
    }
}
