//! Says in words how a translation differs: the same words for everything that is compared.

use crate::checks::{Finding, Findings};
use crate::diagnostic::Span;

use super::{Against, Compared, Difference, Fact, Facts, Odd, differences, odd};

/// How a thing is spoken of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Noun {
    /// `the link to`.
    pub the: &'static str,
    /// `leads to`: what stands between two of them.
    pub(crate) is: &'static str,
    /// What to do where it differs from the source.
    pub help: &'static str,
}

/// Every difference of these facts.
pub(crate) fn say(
    compared: &Compared<'_>,
    facts: for<'f> fn(&'f Facts<'f>) -> &'f [Fact<'f>],
    noun: Noun,
    findings: &mut Findings<'_>,
) {
    say_where(compared, facts, noun, |_| true, |_| true, findings);
}

/// Those differences from the source and from siblings that are `wanted`.
pub(crate) fn say_where(
    compared: &Compared<'_>,
    facts: for<'f> fn(&'f Facts<'f>) -> &'f [Fact<'f>],
    noun: Noun,
    wanted: fn(&Difference<'_>) -> bool,
    wanted_odd: fn(&Odd<'_>) -> bool,
    findings: &mut Findings<'_>,
) {
    let file = &compared.article.file;
    match &compared.against {
        Against::Nothing => {}
        Against::Source { ours, source, alignment } => {
            let path = &source.article.file.path;
            for difference in differences(facts(ours), facts(source), alignment, &file.document) {
                if wanted(&difference) {
                    let finding =
                        sentence(&difference, noun).help(format!("{}; the source is `{path}`", noun.help));
                    findings.push(file, finding);
                }
            }
        }
        Against::Siblings { ours, siblings } => {
            let lists: Vec<&[Fact<'_>]> = siblings.iter().map(|sibling| facts(sibling)).collect();
            let odd = odd(facts(ours), &lists);
            if odd.is_empty() {
                return;
            }
            let tags = compared.tags(siblings.iter().map(|sibling| sibling.article.locale));
            for odd in odd.into_iter().filter(wanted_odd) {
                let shown = odd.fact.shown();
                let message = match (odd.ours, odd.theirs) {
                    (0, _) => format!("{} `{shown}` is missing here; {tags} have it", noun.the),
                    (_, 0) => format!("only this translation has {} `{shown}`; {tags} do not", noun.the),
                    (ours, theirs) => {
                        format!(
                            "{} `{shown}` appears {} here, {} in {tags}",
                            noun.the,
                            times(ours),
                            times(theirs)
                        )
                    }
                };
                let span = if odd.ours > 0 { odd.fact.span } else { start(compared, odd.fact) };
                findings.push(file, Finding::new(span, message).help(noun.help));
            }
        }
    }
}

fn sentence(difference: &Difference<'_>, noun: Noun) -> Finding {
    match difference {
        Difference::Missing { theirs, at } => {
            Finding::new(*at, format!("{} `{}` from the source is missing here", noun.the, theirs.shown()))
        }
        Difference::Added { ours } => {
            Finding::new(ours.span, format!("the source does not have {} `{}`", noun.the, ours.shown()))
        }
        Difference::Changed { ours, theirs } => Finding::new(
            ours.span,
            format!("{} `{}` {} `{}` in the source", noun.the, ours.shown(), noun.is, theirs.shown()),
        ),
    }
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}

/// Where something that is missing is reported: the block with the same number, else the front matter.
fn start(compared: &Compared<'_>, fact: &Fact<'_>) -> Span {
    let file = &compared.article.file;
    let block = fact.block.and_then(|block| file.document.blocks.get(block).or(file.document.blocks.last()));
    let front_matter = file.front_matter.span.map(|span| Span { end: span.start, ..span });
    block.map(|block| block.span).or(front_matter).unwrap_or_default()
}
