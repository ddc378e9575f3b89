//! Where everything that is asked of the preview comes in, one after another: requests, changes on the disk, findings of the
//! checks. Answers nothing itself.

use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use tokio::sync::{oneshot, watch};

use crate::Checked;
use crate::sources::Look;

/// Changes on the disk are taken up when no more have come for so long: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(4);

/// After a change the checks wait so long, for people who are still writing.
const PAUSE: Duration = Duration::from_millis(250);

/// Something that is asked of the preview.
#[derive(Debug)]
pub(super) enum Ask {
    /// What is at a path, with its query.
    Get(Wanted, oneshot::Sender<Answer>),
    /// How the page at a path looks now.
    View(String, oneshot::Sender<View>),
    /// Something has happened on the disk.
    Changed(Change),
    /// What the checks found in the site of this number.
    Checked(u64, Box<anyhow::Result<Checked>>),
    /// Nobody will ask any more.
    End,
}

/// What a browser wants.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    /// Decoded, without the slash at its beginning.
    pub(super) path: String,
    /// As written, without `?`.
    pub(super) query: String,
    /// The header `Accept-Language`, for readers who do not come from a page of the site.
    pub(super) languages: Option<String>,
    /// Whether the disk has just been looked at for it.
    pub(super) is_fresh: bool,
}

/// What a browser gets.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) media: &'static str,
    /// Whether the name tells the content, so that it need not be asked for again.
    pub(super) lasting: bool,
    /// Where to go instead.
    pub(super) location: Option<String>,
    pub(super) body: Vec<u8>,
    pub(super) trust: Trust,
}

/// Who wrote what a browser gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Trust {
    /// Faqtory or the theme, or it went through the sanitiser.
    #[default]
    Site,
    /// Whoever contributed the file.
    Contributed,
}

/// How a page looks: what must be equal for a browser to keep what it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct View {
    /// Tells the page, its style sheet's name aside.
    pub(super) digest: String,
    /// The name of the style sheet, and of what others hold.
    pub(super) style: String,
    /// What there is to say about the page, as JSON.
    pub(super) notes: String,
}

/// What has happened on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Change {
    /// The files and folders that it happened to.
    pub(super) paths: BTreeSet<PathBuf>,
    /// Those among them that came, went or got another name.
    pub(super) moved: BTreeSet<PathBuf>,
    pub(super) reach: Reach,
}

/// How much is known of a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// All paths.
    #[default]
    Paths,
    /// There may be others.
    Anywhere,
    /// There are others, and who told of changes has lost count.
    Lost,
}

impl Change {
    pub(super) fn of(reach: Reach) -> Self {
        Self { reach, ..Self::default() }
    }

    pub(super) fn at(path: PathBuf) -> Self {
        Self { paths: [path].into(), ..Self::default() }
    }

    pub(super) fn look(&self) -> Look<'_> {
        match self.reach {
            Reach::Paths => Look::At(&self.paths),
            Reach::Anywhere | Reach::Lost => Look::Everywhere,
        }
    }

    fn join(&mut self, other: Self) {
        self.paths.extend(other.paths);
        self.moved.extend(other.moved);
        self.reach = self.reach.max(other.reach);
    }
}

/// The place where it all comes in.
#[derive(Debug)]
pub(super) struct Desk {
    ask: Sender<Ask>,
    asks: Receiver<Ask>,
    /// What came while changes were waited for.
    waiting: VecDeque<Ask>,
    /// Counts what browsers should look at again.
    news: watch::Sender<u64>,
}

/// How long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    Endless,
    /// There is work to do when nobody asks.
    Short,
}

/// What is next.
#[derive(Debug)]
pub(super) enum Next {
    Ask(Ask),
    /// Nothing was asked for a while.
    Pause,
    /// Nobody can ask any more.
    End,
}

impl Desk {
    pub(super) fn new(ask: Sender<Ask>, asks: Receiver<Ask>, news: watch::Sender<u64>) -> Self {
        Self { ask, asks, waiting: VecDeque::new(), news }
    }

    /// Another way in.
    pub(super) fn ask(&self) -> Sender<Ask> {
        self.ask.clone()
    }

    /// Leaves something for later, as the first that is asked then.
    pub(super) fn postpone(&mut self, ask: Ask) {
        self.waiting.push_front(ask);
    }

    /// Waits for what is asked next; with no patience, not longer than people pause while they write.
    pub(super) fn next(&mut self, patience: Patience) -> Next {
        if let Some(ask) = self.waiting.pop_front() {
            return if matches!(ask, Ask::End) { Next::End } else { Next::Ask(ask) };
        }
        let asked = match patience {
            Patience::Endless => self.asks.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Patience::Short => self.asks.recv_timeout(PAUSE),
        };
        match asked {
            Ok(Ask::End) => Next::End,
            Ok(ask) => Next::Ask(ask),
            Err(RecvTimeoutError::Timeout) => Next::Pause,
            Err(RecvTimeoutError::Disconnected) => Next::End,
        }
    }

    /// Everything that happens on the disk from this change on until it is quiet.
    pub(super) fn gather(&mut self, mut change: Change) -> Change {
        while let Ok(ask) = self.asks.recv_timeout(QUIET) {
            match ask {
                Ask::Changed(more) => change.join(more),
                ask => self.waiting.push_back(ask),
            }
        }
        change
    }

    /// Tells all browsers to look again.
    pub(super) fn tell(&self) {
        self.news.send_modify(|count| *count += 1);
    }
}
