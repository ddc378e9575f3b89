//! Where there is no history, that is said.

use super::*;

#[test]
fn a_file_outside_any_repository_has_no_history() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.md");
    std::fs::write(&file, "a").unwrap();
    let found = find(&file, None, &|_| true);
    assert!(matches!(found, Err(GitError::NoHistory | GitError::NoGit(_))), "{found:?}");
}

#[test]
fn what_is_no_commit_is_not_asked_for() {
    for commit in ["", "HEAD", "--output=x", "abc", &"a".repeat(65)] {
        assert!(at_commit(Path::new("."), &[], commit).is_none());
    }
}
