//! Words of help in English that are none in other languages written in Latin letters. Knows no text.

/// Whether this is such a word, in any letter case.
pub(super) fn is_english(word: &str) -> bool {
    if !MAY_BE[key(word.as_bytes())] {
        return false;
    }
    let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    WORDS.binary_search_by(|known| known.bytes().cmp(small())).is_ok()
}

/// Hardly a word that is none of the list has the key of one.
const KEYS: usize = 1 << 14;

static MAY_BE: [bool; KEYS] = keys();

const fn keys() -> [bool; KEYS] {
    let mut keys = [false; KEYS];
    let mut at = 0;
    while at < WORDS.len() {
        keys[key(WORDS[at].as_bytes())] = true;
        at += 1;
    }
    keys
}

/// A number from the length of a word, its first two letters and its last two.
const fn key(word: &[u8]) -> usize {
    let length = word.len();
    if length < 4 {
        return 0;
    }
    let (first, last) =
        (letter(word[0]) << 5 | letter(word[1]), letter(word[length - 2]) << 5 | letter(word[length - 1]));
    (first * 37 + last * 11 + length * 1031) % KEYS
}

/// The bits of a letter of ASCII that are the same in both cases.
const fn letter(byte: u8) -> usize {
    (byte & 0x1f) as usize
}

/// In order.
#[rustfmt::skip]
const WORDS: [&str; 609] = [
    "about", "above", "accepted", "accepting", "accessed", "accessing", "across", "added", "adding",
    "additional", "addresses", "advance", "advanced", "after", "agree", "alerts", "allow", "allowed", "allows",
    "already", "although", "always", "analysis", "another", "answers", "anyone", "anything", "appears",
    "approve", "approved", "approving", "archived", "archiving", "around", "asked", "asking", "assigned",
    "assigning", "assignment", "associated", "attached", "attaching", "attachments", "attempt", "attempting",
    "authorized", "automated", "automatically", "avoid", "backing", "because", "become", "becoming", "began",
    "behind", "belong", "below", "between", "beyond", "billing", "breaks", "brings", "broken", "building",
    "built", "buying", "calling", "cannot", "careful", "caught", "caused", "changed", "changing", "charged",
    "charges", "checked", "checking", "checks", "choosing", "chosen", "cleared", "clicking", "closed",
    "combined", "coming", "commented", "compared", "completed", "completing", "configure", "configured",
    "configuring", "confirmed", "confirming", "connected", "connecting", "contacting", "contained",
    "containing", "contains", "conversations", "copied", "could", "counted", "covered", "created", "creates",
    "creating", "creation", "currently", "customer", "customers", "customization", "customize", "customized",
    "dates", "dealing", "decided", "defined", "delayed", "delays", "deleted", "deleting", "deletion", "deliver",
    "delivered", "denied", "depends", "deployed", "deploying", "described", "description", "detected",
    "detection", "determined", "determining", "device", "directly", "disabling", "discard", "disconnect",
    "discovery", "displayed", "displaying", "doing", "down", "downloaded", "downloading", "earlier", "easily",
    "edited", "editing", "educational", "either", "employee", "employees", "empty", "enabled", "enables",
    "enabling", "encounter", "encountered", "encountering", "encrypted", "encryption", "ended", "enforce",
    "enrolled", "enrollment", "ensure", "entered", "entering", "entire", "environment", "establish", "everyone",
    "everything", "exactly", "exceeded", "exceeds", "existing", "expect", "expecting", "experiencing",
    "expired", "expires", "exporting", "extended", "extending", "failed", "failing", "failure", "filled",
    "finally", "finding", "finished", "fixed", "flyout", "followed", "followers", "following", "follows",
    "forgot", "forwarded", "forwarding", "forwards", "frequently", "friendly", "fully", "further", "generated",
    "generating", "getting", "given", "goes", "going", "granted", "grants", "greater", "greatly", "groups",
    "guidance", "guidelines", "happened", "happening", "happens", "having", "health", "hear", "helpful",
    "helping", "helps", "hide", "higher", "however", "identify", "immediately", "implemented", "imported",
    "importing", "improve", "included", "includes", "including", "incoming", "indicated", "indicates",
    "inheritance", "initiated", "inserted", "installed", "installing", "installs", "instead", "insufficient",
    "integrated", "investigate", "investigating", "invited", "inviting", "invoices", "joining", "know",
    "knowledge", "knows", "labeled", "labels", "languages", "larger", "launch", "launched", "learn", "library",
    "license", "licensed", "licenses", "licensing", "limited", "linked", "listed", "listing", "locate",
    "locked", "logged", "longer", "looking", "looks", "loses", "mailboxes", "maintain", "maintained", "makes",
    "making", "manage", "manages", "managing", "manually", "matched", "meanwhile", "meets", "members",
    "membership", "messaging", "methods", "might", "migrated", "migrating", "missing", "months", "moves",
    "moving", "names", "near", "necessary", "needed", "needs", "newer", "newest", "none", "nothing", "notified",
    "obtain", "obtained", "occurred", "occurring", "occurs", "offered", "often", "older", "omitted", "opened",
    "opens", "ordered", "organization", "organizations", "others", "outgoing", "overwrite", "overwritten",
    "owned", "ownership", "passcode", "passwords", "paying", "performed", "performing", "picked", "picker",
    "pictures", "placing", "played", "policies", "possibly", "preferred", "prepared", "preparing", "pressed",
    "pressing", "prevent", "prevented", "preventing", "previewed", "previously", "pricing", "printing",
    "proceed", "processed", "processing", "produced", "products", "projects", "prompted", "proper", "properly",
    "protects", "provide", "provided", "provides", "provisioned", "publishing", "purchase", "purchased",
    "purchases", "purchasing", "purpose", "queries", "quickly", "quickstart", "rather", "reached", "reaches",
    "reading", "reason", "reasons", "receive", "received", "receives", "receiving", "recently", "recipients",
    "recognize", "recognized", "recommendation", "recommendations", "recommended", "recommends", "reconnect",
    "recorded", "recording", "recordings", "redirected", "reduced", "reducing", "refers", "reflected",
    "regarding", "regardless", "registered", "reinstall", "reinstalled", "relates", "released", "releases",
    "reload", "remained", "remaining", "remains", "remember", "removed", "removing", "renamed", "renewal",
    "renewed", "replaced", "replacement", "replacing", "replied", "reported", "reporting", "representing",
    "requested", "requesting", "requests", "required", "requirements", "requires", "requiring", "resetting",
    "resolved", "resolving", "responded", "responsible", "restarted", "restored", "restoring", "restricted",
    "resulting", "retrieve", "returned", "returning", "revert", "reviewed", "reviews", "rights", "runs",
    "safely", "saving", "says", "scheduled", "scheduling", "searched", "searches", "searching", "seconds",
    "seeing", "sees", "selected", "selects", "sending", "separately", "setting", "shall", "shared", "shares",
    "shipping", "shortcut", "shortcuts", "shortly", "should", "showed", "showing", "shown", "signed", "signing",
    "signs", "someone", "something", "sometimes", "specified", "specifies", "specifying", "starting", "stopped",
    "storing", "submitted", "submitting", "subscriptions", "successful", "successfully", "suggested",
    "suggests", "supporting", "supports", "suspected", "switched", "switching", "synced", "tagged", "takes",
    "taking", "tells", "their", "themselves", "thing", "things", "though", "threat", "threats", "three",
    "tracked", "transferred", "tried", "tries", "triggered", "troubleshoot", "troubleshooting", "trusted",
    "trying", "turned", "turning", "turns", "typically", "typing", "unauthorized", "unblock", "unchanged",
    "understand", "unexpected", "unknown", "unlimited", "unlock", "unlocked", "unmanaged", "unpublished",
    "unread", "unsafe", "unselect", "unsubscribe", "unsupported", "untrusted", "unwanted", "upcoming",
    "updated", "updating", "upgraded", "upgrading", "uploaded", "uploading", "upper", "useful", "uses", "using",
    "usually", "values", "various", "verifies", "verify", "verifying", "viewed", "viewing", "visited",
    "visitors", "waiting", "wants", "warnings", "welcome", "whatever", "when", "whenever", "where", "wherein",
    "whether", "which", "whole", "wide", "widely", "with", "within", "without", "words", "worked", "working",
    "write", "writing", "written", "wrong", "yesterday", "your", "yourself",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_order() {
        assert!(WORDS.is_sorted() && WORDS.len() <= 800);
        assert!(WORDS.iter().all(|word| is_english(word) && is_english(&word.to_uppercase())));
        for word in ["Tisch", "administrators", "site", "le", "", "šajā", "produce"] {
            assert!(!is_english(word), "{word}");
        }
    }
}
