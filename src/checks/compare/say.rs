//! Says in words how a translation differs: the same words for everything that is compared.

use crate::checks::{Finding, Findings};

use super::siblings::among;
use super::{Against, Compared, Difference, Fact, Facts, Places, differences};

/// How a thing is spoken of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Noun {
    /// `the link to`.
    pub the: &'static str,
    /// `the links to`.
    pub many: &'static str,
    /// `leads to`: what stands between two of them.
    pub(crate) is: &'static str,
    /// What to do where it differs from the source.
    pub help: &'static str,
}

/// All differences of these facts from the source, or from siblings that agree.
pub(crate) fn found<'c>(
    compared: &Compared<'c>,
    facts: for<'f> fn(&'f Facts<'c>) -> &'f [Fact<'c>],
) -> Vec<Difference<'c>> {
    let file = &compared.article.file;
    match &compared.against {
        Against::Nothing | Against::Few { .. } => Vec::new(),
        Against::Source { ours, source, alignment } => {
            differences(facts(ours), facts(source), alignment, &file.document)
        }
        Against::Siblings { ours, siblings } => {
            let lists: Vec<&[Fact<'_>]> = siblings.iter().map(|sibling| facts(sibling)).collect();
            let mut places = Places::new(compared.article, siblings);
            among(facts(ours), &lists, |sibling, fact| places.of(sibling, fact))
        }
    }
}

/// A finding for each difference; those of one kind and place are one.
pub(crate) fn say(
    compared: &Compared<'_>,
    found: &[Difference<'_>],
    noun: Noun,
    findings: &mut Findings<'_>,
) {
    if !found.is_empty() {
        say_of(compared, &Whose::of(compared), found, noun, findings);
    }
}

/// The same of differences from some of the siblings only.
pub(crate) fn say_held_by(
    compared: &Compared<'_>,
    siblings: &[&Facts<'_>],
    found: &[Difference<'_>],
    noun: Noun,
    findings: &mut Findings<'_>,
) {
    let tags = compared.tags(siblings.iter().map(|sibling| sibling.article.locale));
    say_of(compared, &Whose::Siblings(tags), found, noun, findings);
}

fn say_of(
    compared: &Compared<'_>,
    whose: &Whose,
    found: &[Difference<'_>],
    noun: Noun,
    findings: &mut Findings<'_>,
) {
    let file = &compared.article.file;
    let mut rest = found;
    while let Some((first, _)) = rest.split_first() {
        let together = rest.iter().take_while(|next| stand_together(first, next)).count().max(1);
        findings.push(file, sentence(&rest[..together], noun, whose, &file.text));
        rest = &rest[together..];
    }
}

/// Whether two differences are of one kind and place, so that one finding names both.
fn stand_together(a: &Difference<'_>, b: &Difference<'_>) -> bool {
    match (a, b) {
        (Difference::Missing { at: a, .. }, Difference::Missing { at: b, .. }) => a == b,
        (Difference::Added { ours: a }, Difference::Added { ours: b }) => a.span == b.span,
        _ => false,
    }
}

/// Whom a translation differs from.
enum Whose {
    /// The source at this path.
    Source(String),
    /// Siblings in these locales.
    Siblings(String),
}

impl Whose {
    fn of(compared: &Compared<'_>) -> Self {
        match &compared.against {
            Against::Source { source, .. } => Self::Source(source.article.file.path.to_string()),
            Against::Siblings { siblings, .. } | Against::Few { siblings, .. } => {
                Self::Siblings(compared.tags(siblings.iter().map(|sibling| sibling.article.locale)))
            }
            Against::Nothing => Self::Siblings(String::new()),
        }
    }

    fn help(&self, noun: Noun) -> String {
        match self {
            Self::Source(path) => format!("{}; the source is `{path}`", noun.help),
            Self::Siblings(_) => noun.help.to_owned(),
        }
    }
}

/// One finding of differences that stand together.
fn sentence(together: &[Difference<'_>], noun: Noun, whose: &Whose, text: &str) -> Finding {
    let many = together.len() > 1;
    let the = if many { noun.many } else { noun.the };
    let (is, it) = if many { ("are", "them") } else { ("is", "it") };
    let names = list(together);
    let (span, message) = match (&together[0], whose) {
        (Difference::Missing { at, .. }, Whose::Source(_)) => {
            (*at, format!("{the} {names} from the source {is} missing here"))
        }
        (Difference::Missing { at, .. }, Whose::Siblings(tags)) => {
            (*at, format!("{the} {names} {is} missing here; {tags} have {it}"))
        }
        (Difference::Added { ours }, Whose::Source(_)) => {
            (ours.place(text), format!("the source does not have {the} {names}"))
        }
        (Difference::Added { ours }, Whose::Siblings(tags)) => {
            (ours.place(text), format!("only this translation has {the} {names}; {tags} do not"))
        }
        (Difference::Changed { ours, theirs }, whose) => {
            let (own, other) = ours.shown_beside(theirs);
            let of = match whose {
                Whose::Source(_) => "the source",
                Whose::Siblings(tags) => tags,
            };
            (ours.place(text), format!("{the} `{own}` {} `{other}` in {of}", noun.is))
        }
        (Difference::Times { fact, ours, theirs }, Whose::Source(tags) | Whose::Siblings(tags)) => (
            fact.place(text),
            format!("{the} {names} appears {} here, {} in {tags}", times(*ours), times(*theirs)),
        ),
    };
    Finding::new(span, message).help(whose.help(noun))
}

/// `` `a`, `b` and `c` ``, the first ten.
fn list(together: &[Difference<'_>]) -> String {
    let fact = |difference: &Difference<'_>| match difference {
        Difference::Missing { theirs, .. } => theirs.shown(),
        Difference::Added { ours } | Difference::Changed { ours, .. } => ours.shown(),
        Difference::Times { fact, .. } => fact.shown(),
    };
    let mut names: Vec<String> =
        together.iter().take(MOST_NAMED).map(|difference| format!("`{}`", fact(difference))).collect();
    if together.len() > names.len() {
        return format!("{} and {} others", names.join(", "), together.len() - names.len());
    }
    match names.pop() {
        Some(last) if !names.is_empty() => format!("{} and {last}", names.join(", ")),
        Some(only) => only,
        None => String::new(),
    }
}

/// Facts that one finding names at the most.
const MOST_NAMED: usize = 10;

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}
