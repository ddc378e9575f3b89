//! Which files git ignores. Reads no file, and names to git only those that it is given.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::{GitError, command};

/// The work tree that a folder lies in.
pub fn work_tree(folder: &Path) -> Option<PathBuf> {
    let is_top = |above: &&Path| above.join(".git").symlink_metadata().is_ok();
    folder.ancestors().find(is_top).map(Path::to_path_buf)
}

/// Whether git ignores each of these files and folders; one that lies in no repository is not ignored. The error is why git
/// cannot say.
pub fn ignored(paths: &[PathBuf]) -> Vec<Result<bool, String>> {
    let mut trees: BTreeMap<PathBuf, Vec<usize>> = BTreeMap::new();
    let mut tree_of: BTreeMap<&Path, Option<PathBuf>> = BTreeMap::new();
    let mut answers = vec![Ok(false); paths.len()];
    for (index, path) in paths.iter().enumerate() {
        let Some(folder) = path.parent() else { continue };
        if let Some(tree) = tree_of.entry(folder).or_insert_with(|| work_tree(folder)) {
            trees.entry(tree.clone()).or_default().push(index);
        }
    }
    for (tree, indices) in trees {
        let names: Vec<Vec<u8>> = indices.iter().map(|&index| name(&tree, &paths[index])).collect();
        match in_tree(&tree, &names) {
            Ok(ignored) => {
                for (&index, name) in indices.iter().zip(&names) {
                    answers[index] = Ok(ignored.binary_search(name).is_ok());
                }
            }
            Err(trouble) => {
                for index in indices {
                    answers[index] = Err(trouble.to_string().lines().next().unwrap_or_default().to_owned());
                }
            }
        }
    }
    answers
}

/// The name of a file for git, as git says it again.
fn name(tree: &Path, path: &Path) -> Vec<u8> {
    let below = path.strip_prefix(tree).unwrap_or(path);
    let mut name = b"./".to_vec();
    name.extend(below.as_os_str().as_encoded_bytes());
    name
}

/// Those of the files that git ignores, in order.
fn in_tree(tree: &Path, names: &[Vec<u8>]) -> Result<Vec<Vec<u8>>, GitError> {
    let mut git = command(tree);
    git.args(["check-ignore", "-z", "--stdin"]);
    git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = git.spawn().map_err(GitError::NoGit)?;
    let stdin = child.stdin.take();
    let input: Vec<u8> = names.iter().flat_map(|name| name.iter().copied().chain([0])).collect();
    let output = std::thread::scope(|scope| {
        // Git answers while it still reads: writing everything first would block for ever.
        let writer = scope.spawn(move || stdin.map_or(Ok(()), |mut stdin| stdin.write_all(&input)));
        let output = child.wait_with_output();
        writer.join().unwrap_or_else(|_| Err(io::Error::other("git was not asked"))).and(output)
    });
    let output = output.map_err(|error| GitError::Git(error.to_string()))?;
    // 1: none of them is ignored.
    if !matches!(output.status.code(), Some(0 | 1)) {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(GitError::Git(said.lines().next().unwrap_or_default().trim().to_owned()));
    }
    let mut ignored: Vec<Vec<u8>> = output.stdout.split(|&byte| byte == 0).map(<[u8]>::to_vec).collect();
    ignored.sort_unstable();
    Ok(ignored)
}
