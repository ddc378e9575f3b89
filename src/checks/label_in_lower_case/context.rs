//! What stands beside bold text, and whether it shows that a label is meant. Compares nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::check::WrittenBlock;

/// Letters of a word that hardly begins a label: “in”, “and”, “the”.
const SHORT: usize = 3;

/// How a `>` of a menu path is written.
const SEPARATORS: [&str; 3] = ["\\>", "&gt;", ">"];

/// Verbs before labels, and words for what has one: buttons, pages, fields. Statistics over one article are too thin to know
/// them.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    // Czech and Slovak
    "klikněte", "klepněte", "vyberte", "zvolte", "stiskněte", "kliknite", "ťuknite", "stlačte",
    "kartě", "karte", "tlačítko", "tlačidlo", "stránce", "oddílu", "nabídce", "ponuke",
    // Dutch
    "selecteer", "klik", "kies", "tik", "tabblad", "knop", "pagina",
    // English
    "select", "click", "choose", "tap", "press", "tab", "button", "page", "section", "field", "menu",
    "pane", "option",
    // French
    "sélectionnez", "choisissez", "cliquez", "appuyez", "clic", "sur", "onglet", "section", "page",
    "champ", "bouton", "volet", "option",
    // Italian
    "seleziona", "selezionare", "scegli", "scegliere", "tocca", "premi", "scheda", "pulsante",
    "sezione", "riquadro", "casella",
    // Latvian
    "atlasiet", "atlasot", "izvēlieties", "noklikšķiniet", "klikšķiniet", "nospiediet",
    "pieskarieties", "atveriet", "izvērsiet", "uz", "cilne", "cilnes", "cilni", "cilnē", "lapa",
    "lapas", "lapu", "lapā", "lauks", "lauku", "laukā", "lodziņš", "lodziņu", "lodziņā",
    "dialoglodziņā", "izvēlne", "izvēlni", "izvēlnē", "opcija", "opcijas", "opciju", "poga", "pogas",
    "pogu", "rūts", "rūti", "rūtī", "rūtiņu", "sadaļa", "sadaļu", "sadaļā", "saiti", "ikonu",
    // Polish
    "wybierz", "kliknij", "naciśnij", "karcie", "kartę", "przycisk", "stronie", "sekcji", "okienku",
    "polu",
    // Portuguese and Spanish
    "selecione", "escolha", "clique", "toque", "guia", "página", "caixa", "seção", "botão", "painel",
    "opção", "campo", "seleccione", "elija", "haga", "pulse", "pestaña", "botón", "sección", "panel",
    "opción",
    // Romanian
    "selectați", "alegeți", "atingeți", "apăsați", "accesați", "extindeți", "pe", "sub", "butonul",
    "caseta", "câmpul", "câmpurile", "coloana", "dialog", "fereastra", "fila", "linkul", "lângă",
    "selectare", "meniul", "opțiunea", "pagina", "panoul", "pictograma", "secțiunea",
    // Slovenian and Croatian
    "izberite", "ikono", "izberete", "kliknete", "tapnite", "pritisnite", "odprite", "na", "gumb",
    "gumba", "meni", "meniju", "možnost", "možnosti", "okno", "oknu", "podokno", "podoknu", "polje",
    "polju", "povezavo", "razdelek", "razdelka", "razdelku", "stolpcu", "stran", "strani", "zavihek",
    "zavihku", "odaberite", "kartici", "stranici", "odjeljku",
    // Swedish, Danish and Norwegian
    "välj", "klicka", "tryck", "fliken", "knappen", "sidan", "vælg", "klikk", "velg", "fanen", "siden",
    // Turkish
    "seçin", "tıklayın", "düğmesini",
    // Cyrillic
    "выберите", "нажмите", "щелкните", "откройте", "вкладке", "кнопку", "странице", "разделе",
    "виберіть", "натисніть", "вкладці", "сторінці",
];

/// Verbs that say to choose the label behind them, “click” of “make a click” among them.
#[rustfmt::skip]
const CHOICES: &[&str] = &[
    "select", "click", "choose", "tap", "press",
    "sélectionnez", "choisissez", "cliquez", "clic",
    "seleziona", "scegli", "tocca", "premi",
    "atlasiet", "atlasot", "izvēlieties", "noklikšķiniet", "klikšķiniet", "nospiediet", "pieskarieties",
    "wybierz", "kliknij", "naciśnij",
    "selecione", "escolha", "clique", "toque", "seleccione", "elija", "pulse",
    "selectați", "alegeți", "atingeți", "apăsați",
    "izberite", "izberete", "kliknite", "kliknete", "tapnite", "pritisnite", "odaberite",
    "vyberte", "zvolte", "klikněte", "stiskněte",
    "выберите", "нажмите", "щелкните", "виберіть", "натисніть",
];

/// Prepositions between such a verb and the label.
const ON: &[&str] = &["on", "sur", "su", "uz", "na", "em", "en", "pe", "на"];

/// Words of [`LEADS`] that stand before much else than labels.
#[rustfmt::skip]
const WEAK: &[&str] = &[
    "accesați", "atveriet", "dialog", "extindeți", "haga", "izvērsiet", "lângă", "odprite", "selectare",
    "sub", "sur", "откройте", "pe", "uz", "na",
];

/// Words of a label, at the most: more are a sentence, or its description.
const MOST_WORDS: usize = 5;

/// Whether a text ends with a verb that says to choose what follows, or a word for what has a label.
pub(super) fn is_choice(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '*']);
    let last = last_word(before).to_lowercase();
    if is_lead(&last) && !WEAK.contains(&&*last) {
        return true;
    }
    let verb = if ON.contains(&&*last) {
        last_word(before[..before.len() - last_word(before).len()].trim_end_matches(' ')).to_lowercase()
    } else {
        last
    };
    CHOICES.contains(&&*verb)
}

/// Bold text with what is before and after it in its line.
#[derive(Debug)]
pub(super) struct Context<'p> {
    label: &'p str,
    /// Without the marks of the bold text.
    before: &'p str,
    after: &'p str,
    /// Whether a word with a capital is directly before it that does not begin a sentence.
    is_begun_before: bool,
}

impl<'p> Context<'p> {
    pub(super) fn new(prose: &'p WrittenBlock<'_>, part: Range<usize>) -> Self {
        let start = prose.text[..part.start].rfind('\n').map_or(0, |newline| newline + 1);
        let after = &prose.text[part.end..];
        let after = &after[..after.find('\n').unwrap_or(after.len())];
        let before = &prose.text[start..part.start];
        let before = before.strip_suffix("**").unwrap_or(before);
        let word = last_word(before.trim_end_matches(' '));
        let at = start + before.trim_end_matches(' ').len() - word.len();
        Self {
            label: &prose.text[part],
            before,
            after: after.strip_prefix("**").unwrap_or(after),
            is_begun_before: word.starts_with(char::is_uppercase) && prose.is_within_sentence(at),
        }
    }

    /// Whether a word of the label behind the first begins with a capital.
    pub(super) fn has_capital_within(&self) -> bool {
        self.label.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase))
    }

    /// Whether the bold text is certainly not a label as a whole: it begins or ends inside one, or holds parts of two sentences.
    pub(super) fn is_part_of_sentence(&self) -> bool {
        let mut stops = self.label.match_indices(['.', '!', '?']);
        let is_stop = |(at, _): (usize, &str)| {
            let rest = &self.label[at + 1..];
            rest.starts_with(' ')
                && self.label[..at].ends_with(char::is_alphanumeric)
                && !rest.trim().is_empty()
        };
        self.is_begun_before || self.goes_on_behind() || stops.any(is_stop)
    }

    /// Whether the label itself is directly behind: “on the **tab** Products”.
    fn goes_on_behind(&self) -> bool {
        let is_open = self.label.ends_with(char::is_alphanumeric) && !self.has_capital_within();
        let next = self.after.trim_start_matches([' ', '"', '“', '„', '«', '»', '(']);
        is_open && !self.is_behind_separator() && next.starts_with(char::is_uppercase)
    }

    /// Whether what is directly before it asks for a label, and it is no word of the sentence.
    pub(super) fn is_chosen(&self) -> bool {
        let first = first_word(self.label).to_lowercase();
        let is_word = is_lead(&first) || first.chars().count() <= SHORT && !self.label.contains(' ');
        let is_label = !self.label.contains('>') && self.label.split(' ').count() <= MOST_WORDS;
        is_label && !is_word && !self.has_capital_within() && is_choice(self.before)
    }

    /// Whether the place shows that a label is meant; `leads` are words that do so in this article.
    pub(super) fn asks_for_label(&self, leads: &BTreeSet<String>) -> bool {
        let first = first_word(self.label).to_lowercase();
        if self.has_capital_within() && is_lead(&first) {
            return true;
        }
        let before = leads_of(self.before);
        let is_led = before.as_deref().is_some_and(is_lead);
        let is_short = first.chars().count() <= SHORT && !self.label[first.len()..].starts_with('-');
        // One short word is a word of the sentence; several may be a label that begins with one.
        let has_more = self.label.contains(' ') && is_led;
        if is_lead(&first) || is_short && !has_more {
            return false;
        }
        is_led || self.is_beside_separator() || before.is_some_and(|word| leads.contains(&word))
    }

    fn is_beside_separator(&self) -> bool {
        let after = self.after.trim_start_matches([' ', '*']);
        self.is_behind_separator()
            || SEPARATORS.iter().any(|mark| after.starts_with(mark))
            || self.label.contains(" > ")
    }

    fn is_behind_separator(&self) -> bool {
        let before = self.before.trim_end_matches([' ', '*', '[', '\u{a0}']);
        let name = SEPARATORS.iter().find_map(|mark| before.strip_suffix(mark));
        // An arrow, or the mark of a quote.
        name.is_some_and(|name| name.contains(char::is_alphabetic) && !name.ends_with(['-', '=']))
    }
}

/// The word before a label, in small letters, if only marks are between them.
pub(super) fn leads_of(before: &str) -> Option<String> {
    let word =
        last_word(before.trim_end_matches([' ', '*', '_', '[', '(', '«', '»', '"', '“', '”', '„', '\'']));
    (!word.is_empty()).then(|| word.to_lowercase())
}

fn is_lead(word: &str) -> bool {
    LEADS.contains(&word)
}

fn last_word(text: &str) -> &str {
    &text[text.trim_end_matches(char::is_alphanumeric).len()..]
}

fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}
