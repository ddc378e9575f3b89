//! What the answers say of each link. Asks nobody, and words nothing.

use std::collections::BTreeMap;

use super::address::Address;
use super::answer::{Answer, Answers, Failure, FailureKind, Outcome};
use super::flaw::{Leads, LinkFlaw, LinkFlawKind, Reason, Replacement};
use super::links::{Link, Links, Place};
use super::moved::{Moved, moved};
use super::options::Options;

/// Statuses by which hosts keep programs out: what people see there, nobody knows.
const REFUSED: [u16; 6] = [401, 403, 407, 429, 451, 999];

/// What the answers say.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// One at each place of an address with a flaw.
    pub flaws: Vec<LinkFlaw>,
    /// Addresses whose hosts do not answer programs.
    pub refused: usize,
}

/// Judges every link of which something is known.
pub fn judge(links: &Links, answers: &Answers, options: &Options) -> Judged {
    let mut judge = Judge { answers, options, judged: Judged::default(), number: 0 };
    for (address, link) in &links.by_address {
        if let Some(answer) = answers.get(&link.asked) {
            judge.link(address, link, answer);
        }
    }
    judge.judged
}

struct Judge<'a> {
    answers: &'a Answers,
    options: &'a Options,
    judged: Judged,
    number: u32,
}

impl Judge<'_> {
    fn link(&mut self, address: &Address, link: &Link, answer: &Answer) {
        let accept = &self.options.limits.accept;
        match &answer.outcome {
            Outcome::Status(status) if REFUSED.contains(status) && !accept.contains(status) => {
                self.judged.refused += 1
            }
            Outcome::Failed(Failure { kind: FailureKind::Throttled, .. }) => self.judged.refused += 1,
            Outcome::Status(_) if answer.is_good(accept) => self.found(address, link, answer),
            Outcome::Status(status) => {
                let reason = Reason::Status(*status);
                let is_gone = matches!(status, 404 | 410);
                let kind =
                    if is_gone { LinkFlawKind::Broken(reason) } else { LinkFlawKind::Unreachable(reason) };
                self.at_all(address, link, &kind);
            }
            Outcome::Failed(failure) => self.failed(address, link, failure),
        }
    }

    fn failed(&mut self, address: &Address, link: &Link, failure: &Failure) {
        let Failure { kind, detail } = failure;
        // To an app, or to a mail: nothing that this could judge.
        let is_app = !matches!(detail.as_str(), "" | "file" | "javascript" | "data");
        if *kind == FailureKind::RedirectElsewhere && is_app {
            return;
        }
        let reason = Reason::Failure(*kind, detail.clone());
        let is_broken = matches!(kind, FailureKind::NoSuchHost | FailureKind::WrongCertificate);
        let kind = if is_broken { LinkFlawKind::Broken(reason) } else { LinkFlawKind::Unreachable(reason) };
        self.at_all(address, link, &kind);
    }

    fn found(&mut self, address: &Address, link: &Link, answer: &Answer) {
        // Of an address that was asked in the place of another, only that it is there is known of the other.
        let is_itself = link.asked == *address;
        let moved = if is_itself { moved(address, &answer.hops) } else { Moved::No };
        let secure = address.secured().filter(|secure| is_itself && self.leads_to(secure, answer));
        let title = answer.not_found_title.clone();
        match (moved, title, secure) {
            (_, Some(title), _) => {
                self.at_all(address, link, &LinkFlawKind::Unreachable(Reason::Title(title)))
            }
            (Moved::Gone(to), ..) => self.at_all(address, link, &LinkFlawKind::Unreachable(Reason::Gone(to))),
            (Moved::To(to), ..) => {
                self.moved(address, link, &LinkFlawKind::Redirected { to: to.clone() }, &to, Leads::Same)
            }
            (Moved::Secured { to }, ..) => {
                self.moved(address, link, &LinkFlawKind::Insecure { to: to.clone() }, &to, Leads::Same);
            }
            (Moved::No, None, Some(secure)) => {
                let to = secure.to_string();
                self.moved(address, link, &LinkFlawKind::Insecure { to: to.clone() }, &to, Leads::Likely);
            }
            (Moved::No, None, None) => {}
        }
        self.anchors(address, link, answer);
    }

    /// Whether what is there over `https:` is the same as over `http:`, as far as anybody can see.
    fn leads_to(&self, secure: &Address, answer: &Answer) -> bool {
        if let Some(first) = answer.hops.first() {
            return Address::parse(&first.to).as_ref() == Some(secure);
        }
        let good = self.answers.get(secure).filter(|secure| secure.is_good(&self.options.limits.accept));
        good.is_some_and(|good| good.hops.is_empty() && good.not_found_title.is_none())
    }

    fn anchors(&mut self, address: &Address, link: &Link, answer: &Answer) {
        // Browsers take the fragment of a redirect where it has one; and a page that is none has no anchors.
        if answer.not_found_title.is_some() || answer.hops.iter().any(|hop| hop.to.contains('#')) {
            return;
        }
        let mut missing: BTreeMap<&String, Vec<&Place>> = BTreeMap::new();
        for place in &link.places {
            let Some(fragment) = &place.fragment else { continue };
            if answer.anchors.get(fragment) == Some(&Some(false)) {
                missing.entry(fragment).or_default().push(place);
            }
        }
        for (anchor, places) in missing {
            let kind = LinkFlawKind::AnchorMissing { anchor: anchor.clone() };
            self.at(address, &kind, places, &|_| None);
        }
    }

    fn moved(&mut self, address: &Address, link: &Link, kind: &LinkFlawKind, to: &str, leads: Leads) {
        self.at(address, kind, &link.places, &|place| {
            // A fragment that the host names is the one that browsers take; else they keep the one that was there.
            let fragment = place.fragment.as_ref().filter(|_| !to.contains('#'));
            let text = fragment.map_or_else(|| to.to_owned(), |fragment| format!("{to}#{fragment}"));
            // Nothing that means something else where it is written: in Markdown, HTML, YAML or a template.
            let is_plain = !text.ends_with(':')
                && text.chars().all(|c| c.is_alphanumeric() || "-._~/:?#@!$+;=%".contains(c));
            (place.is_verbatim && is_plain).then_some(Replacement { text, leads })
        });
    }

    fn at_all(&mut self, address: &Address, link: &Link, kind: &LinkFlawKind) {
        self.at(address, kind, &link.places, &|_| None);
    }

    fn at<'p>(
        &mut self,
        address: &Address,
        kind: &LinkFlawKind,
        places: impl IntoIterator<Item = &'p Place>,
        replacement: &dyn Fn(&Place) -> Option<Replacement>,
    ) {
        self.number += 1;
        let number = self.number;
        self.judged.flaws.extend(places.into_iter().map(|place| LinkFlaw {
            number,
            kind: kind.clone(),
            address: address.to_string(),
            path: place.path.clone(),
            span: place.span,
            locale: place.locale,
            replacement: replacement(place),
        }));
    }
}
