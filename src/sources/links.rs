//! Where symbolic links lead, and whether that is input. Reads what files are, never what they hold.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::entries::Linked;
use super::names::is_seen;
use super::not_read::{LinkFault, NotRead};
use super::scope::{Git, Scope};

/// Which links of a project are followed.
#[derive(Debug)]
pub(super) struct Links {
    /// The project's folder. This and all paths below are canonical.
    root: PathBuf,
    out: PathBuf,
    /// The folders that links may lead into: the project's, its work tree, and those of `[content] follow`.
    allowed: Vec<PathBuf>,
    /// `[content] follow`, as written.
    follow: Vec<String>,
    git: Git,
}

/// Where the system shows itself as files.
const SYSTEM: &[&str] = &["/dev", "/proc", "/sys"];

impl Links {
    pub(super) fn new(root: &Path, scope: Scope<'_>) -> Self {
        let root = canonical(root);
        let mut allowed = vec![root.clone()];
        allowed.extend((scope.git.work_tree)(&root));
        allowed.extend(scope.follow.iter().filter_map(|folder| root.join(folder).canonicalize().ok()));
        Self { out: canonical(scope.out), allowed, follow: scope.follow.to_vec(), git: scope.git, root }
    }

    /// Whether a step of `path`, below the folder `root`, is a link.
    pub(super) fn on_the_way(root: &Path, path: impl AsRef<Path>) -> bool {
        let mut step = root.to_path_buf();
        path.as_ref().components().any(|component| {
            step.push(component);
            step.is_symlink()
        })
    }

    /// The canonical place of the file at `path` below the project's folder `root`, if it is reached by links.
    pub(super) fn file(&self, root: &Path, path: &str) -> Result<Option<PathBuf>, NotRead> {
        if !Self::on_the_way(root, path) {
            return Ok(None);
        }
        let Linked::File(file) = self.end(&root.join(path))? else { return Err(NotRead::NoFile) };
        match self.ignored(std::slice::from_ref(&file)).pop() {
            Some(Some(fault)) => Err(fault.into()),
            _ => Ok(Some(file)),
        }
    }

    /// What is at the end of a link, if that is a place of input. Git is not asked here.
    pub(super) fn end(&self, link: &Path) -> Result<Linked, NotRead> {
        let end = link.canonicalize().map_err(|error| fault(&error))?;
        let kind = fs::metadata(&end).map_err(|error| fault(&error))?;
        if !kind.is_file() && !kind.is_dir() {
            return Err(LinkFault::System.into());
        }
        self.permit(&end)?;
        Ok(if kind.is_dir() { Linked::Folder(end) } else { Linked::File(end) })
    }

    /// Where the file at `path` below the project's folder `root` is, or will be, if it is reached by links.
    pub(super) fn leads_to(root: &Path, path: &str) -> Option<PathBuf> {
        let link = root.join(path);
        let end = || link.canonicalize().ok().or_else(|| written_end(&link));
        let end = Self::on_the_way(root, path).then(end)??;
        (!SYSTEM.iter().any(|system| end.starts_with(system))).then_some(end)
    }

    /// What a link that leads to nothing may lead to later.
    pub(super) fn awaited(&self, link: &Path) -> Option<PathBuf> {
        written_end(link).filter(|end| self.permit(end).is_ok())
    }

    /// Why git excludes each of these canonical paths from the input, if it does.
    pub(super) fn ignored(&self, paths: &[PathBuf]) -> Vec<Option<LinkFault>> {
        let fault = |ignored| match ignored {
            Ok(false) => None,
            Ok(true) => Some(LinkFault::Ignored),
            Err(reason) => Some(LinkFault::Unknown(reason)),
        };
        (self.git.ignores)(paths).into_iter().map(fault).collect()
    }

    /// The folders of the project that git ignores, from its own; none where it lies in no work tree.
    pub(super) fn ignored_folders(&self) -> Vec<PathBuf> {
        let is_tracked = (self.git.work_tree)(&self.root).is_some();
        if is_tracked { (self.git.ignored_folders)(&self.root) } else { Vec::new() }
    }

    /// Those of the files at these paths below the project's folder that git ignores; none where it cannot say.
    pub(super) fn ignored_files(&self, paths: &BTreeSet<Arc<str>>) -> BTreeSet<Arc<str>> {
        let places: Vec<PathBuf> = paths.iter().map(|path| canonical(&self.root.join(&**path))).collect();
        let answers = (self.git.ignores)(&places).into_iter();
        paths
            .iter()
            .zip(answers)
            .filter(|(_, answer)| *answer == Ok(true))
            .map(|(path, _)| path.clone())
            .collect()
    }

    fn permit(&self, end: &Path) -> Result<(), NotRead> {
        if SYSTEM.iter().any(|system| end.starts_with(system) && !self.root.starts_with(system)) {
            return Err(LinkFault::System.into());
        }
        if end.starts_with(&self.out) {
            return Err(LinkFault::Output.into());
        }
        let below: Vec<&Path> =
            self.allowed.iter().filter_map(|folder| end.strip_prefix(folder).ok()).collect();
        if below.iter().any(|below| hidden(below).is_none()) {
            return Ok(());
        }
        let shared = self.root.ancestors().find_map(|above| end.strip_prefix(above).ok());
        match below.first().copied().or(shared).and_then(hidden) {
            Some(name) => Err(LinkFault::Hidden(name).into()),
            None => Err(LinkFault::Outside { follow: self.permission(end) }.into()),
        }
    }

    /// What `[content] follow` would have to be for this place to be input.
    fn permission(&self, end: &Path) -> Option<Vec<String>> {
        let folder = if end.is_dir() { end } else { end.parent()? };
        // Neither the whole disk nor a folder of the system is one of a project.
        folder.parent()?;
        if SYSTEM.iter().chain([&"/etc"]).any(|system| folder.starts_with(system)) {
            return None;
        }
        let folder = relative_to(&self.root, folder).unwrap_or_else(|| folder.to_path_buf());
        let folder = folder.to_str()?.replace('\\', "/");
        // A configuration with such a name is refused.
        let is_plain = !folder.contains(char::is_control);
        is_plain.then(|| self.follow.iter().cloned().chain([folder]).collect())
    }
}

/// The path that a link names, made absolute.
fn written_end(link: &Path) -> Option<PathBuf> {
    let folder = link.parent()?.canonicalize().ok()?;
    let mut end = PathBuf::new();
    for step in folder.join(fs::read_link(link).ok()?).components() {
        match step {
            Component::ParentDir => drop(end.pop()),
            Component::CurDir => {}
            step => end.push(step),
        }
    }
    Some(end)
}

/// The first step of the path whose name keeps it from being read.
fn hidden(path: &Path) -> Option<String> {
    let names = path.components().map(|step| step.as_os_str().to_string_lossy());
    names.filter(|name| !is_seen(name)).map(|name| name.into_owned()).next()
}

/// `../x` for a folder that has a folder above in common with `root`, other than that of the whole disk.
fn relative_to(root: &Path, folder: &Path) -> Option<PathBuf> {
    let (up, shared) = root.ancestors().enumerate().find(|(_, above)| folder.starts_with(above))?;
    shared.parent()?;
    let below = folder.strip_prefix(shared).ok()?;
    Some(std::iter::repeat_n(Path::new(".."), up).chain([below]).collect())
}

fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_path_buf())
}

fn fault(error: &io::Error) -> NotRead {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => LinkFault::Dangling.into(),
        _ if is_circle(error) => LinkFault::Circle.into(),
        _ => NotRead::unreadable(error),
    }
}

#[cfg(unix)]
fn is_circle(error: &io::Error) -> bool {
    rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::LOOP)
}

#[cfg(not(unix))]
fn is_circle(_: &io::Error) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_to_be_followed_is_named_as_people_would() {
        let named = |folder: &str| relative_to(Path::new("/home/w/p"), Path::new(folder));
        assert_eq!(named("/home/w/x").as_deref(), Some(Path::new("../x")));
        assert_eq!(named("/home/w").as_deref(), Some(Path::new("..")));
        assert_eq!(named("/home/v/x").as_deref(), Some(Path::new("../../v/x")));
        assert_eq!(named("/etc"), None);
    }

    #[test]
    fn folders_of_the_system_are_never_proposed() {
        let links = |root: &str| Links {
            root: PathBuf::from(root),
            out: PathBuf::from("/out"),
            allowed: vec![PathBuf::from(root)],
            follow: Vec::new(),
            git: Git::NONE,
        };
        for (root, end) in [
            ("/home/w/p", "/etc/passwd"),
            ("/home/w/p", "/etc"),
            ("/dev/shm/p", "/dev/shm/x/a.md"),
            ("/dev/shm/p", "/dev"),
        ] {
            let fault = LinkFault::Outside { follow: None };
            assert_eq!(links(root).permit(Path::new(end)), Err(fault.into()), "{root} {end}");
        }
        assert_eq!(links("/dev/shm/p").permit(Path::new("/proc/1/environ")), Err(LinkFault::System.into()));
        assert_eq!(links("/dev/shm/p").permit(Path::new("/dev/shm/p/a.md")), Ok(()));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_one_wherever_the_project_is() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("a.md");
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        let root = PathBuf::from("/dev/shm");
        let links = Links {
            out: root.join("out"),
            allowed: vec![root.clone()],
            follow: Vec::new(),
            git: Git::NONE,
            root,
        };
        assert_eq!(links.end(&link), Err(LinkFault::System.into()));
    }

    #[test]
    fn hidden_steps_are_found() {
        assert_eq!(hidden(Path::new("a/.git/config")).as_deref(), Some(".git"));
        assert_eq!(hidden(Path::new("node_modules/a.md")).as_deref(), Some("node_modules"));
        assert_eq!(hidden(Path::new("a/b.md")), None);
    }
}
