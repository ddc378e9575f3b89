//! A grammar: contexts, each with rules of which the first that matches at the nearest place counts. Reads the YAML of one;
//! looks at no code.
//!
//! ```yaml
//! ignore_case: true                # letters of ASCII
//! variables: { name: '[a-z]\w*' }  # `{{name}}` in an expression
//! contexts:
//!   main:
//!     rules:
//!       - { match: '\b(?:if|else)\b', class: keyword }
//!       - { match: '(let)\s+({{name}})', captures: { 1: keyword, 2: variable } }
//!       - { match: '"', class: string, push: text }
//!       - { include: comments }
//!   text:
//!     class: string                # what no rule matches
//!     ends: line                   # at the end of the line at the latest
//!     rules:
//!       - { match: '"', class: string, pop: 1 }
//! ```
//!
//! Expressions are those of the crate `regex` for bytes: `\w`, `\d`, `\s` and `\b` know ASCII only. None sees beyond its
//! line. `set` is `pop` and `push` in one.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use regex_automata::meta;
use regex_automata::util::syntax;
use serde::Deserialize;

use super::token::Class;

/// Rules that stand in another context, and those in it.
const MAX_INCLUDES: usize = 8;

/// The contexts of a language; the first is the one that code starts in.
#[derive(Debug)]
pub(super) struct Grammar {
    pub(super) contexts: Vec<Context>,
}

#[derive(Debug)]
pub(super) struct Context {
    /// What no rule matches.
    pub(super) class: Option<Class>,
    pub(super) ends: Ends,
    /// In the order of the expressions.
    pub(super) rules: Vec<Rule>,
    case: Case,
    patterns: Vec<String>,
    regex: OnceLock<Option<meta::Regex>>,
}

#[derive(Debug)]
pub(super) struct Rule {
    pub(super) class: Option<Class>,
    /// The classes of groups, by number of the group.
    pub(super) captures: BTreeMap<usize, Class>,
    pub(super) step: Step,
}

/// Which context comes after a match; numbers are indexes of contexts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Stay,
    Push(usize),
    Pop(usize),
    Set(usize),
}

/// Where a context ends that no rule has ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Ends {
    #[default]
    Never,
    Line,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Same,
    Any,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GrammarText {
    #[serde(default)]
    ignore_case: bool,
    #[serde(default)]
    variables: BTreeMap<String, String>,
    contexts: BTreeMap<String, ContextText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextText {
    class: Option<Class>,
    #[serde(default)]
    ends: Ends,
    rules: Vec<RuleText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleText {
    include: Option<String>,
    #[serde(rename = "match")]
    pattern: Option<String>,
    class: Option<Class>,
    #[serde(default)]
    captures: BTreeMap<usize, Class>,
    push: Option<String>,
    pop: Option<usize>,
    set: Option<String>,
}

impl Grammar {
    /// Reads a grammar.
    ///
    /// # Errors
    /// What is wrong with it. Whether its expressions are right is seen where they are used.
    pub(super) fn read(yaml: &str) -> Result<Self, String> {
        let text: GrammarText = serde_saphyr::from_str(yaml).map_err(|error| error.to_string())?;
        let mut names = vec!["main"];
        names.extend(text.contexts.keys().map(String::as_str).filter(|name| *name != "main"));
        let contexts = names.iter().map(|name| text.context(name, &names)).collect::<Result<_, _>>()?;
        Ok(Self { contexts })
    }
}

impl GrammarText {
    fn context(&self, name: &str, names: &[&str]) -> Result<Context, String> {
        let found = self.contexts.get(name).ok_or_else(|| format!("no context {name}"))?;
        let mut context = Context {
            class: found.class,
            ends: found.ends,
            rules: Vec::new(),
            case: if self.ignore_case { Case::Any } else { Case::Same },
            patterns: Vec::new(),
            regex: OnceLock::new(),
        };
        self.add_rules(&mut context, found, names, 0)?;
        Ok(context)
    }

    fn add_rules(
        &self,
        context: &mut Context,
        from: &ContextText,
        names: &[&str],
        depth: usize,
    ) -> Result<(), String> {
        for rule in &from.rules {
            if let Some(name) = &rule.include {
                let other = self.contexts.get(name).filter(|_| depth < MAX_INCLUDES);
                self.add_rules(context, other.ok_or_else(|| format!("no rules {name}"))?, names, depth + 1)?;
                continue;
            }
            context.patterns.push(self.expand(rule.pattern.as_deref().ok_or("a rule without `match`")?));
            let step = rule.step(names)?;
            context.rules.push(Rule { class: rule.class, captures: rule.captures.clone(), step });
        }
        Ok(())
    }

    /// The expression with the variables in it.
    fn expand(&self, pattern: &str) -> String {
        let put =
            |text: String, (name, value): (&String, &String)| text.replace(&format!("{{{{{name}}}}}"), value);
        self.variables.iter().fold(pattern.to_owned(), put)
    }
}

impl RuleText {
    fn step(&self, names: &[&str]) -> Result<Step, String> {
        let index = |name: &str| {
            names.iter().position(|known| *known == name).ok_or_else(|| format!("no context {name}"))
        };
        match (&self.push, self.pop, &self.set) {
            (None, None, None) => Ok(Step::Stay),
            (Some(name), None, None) => Ok(Step::Push(index(name)?)),
            (None, Some(count), None) => Ok(Step::Pop(count)),
            (None, None, Some(name)) => Ok(Step::Set(index(name)?)),
            _ => Err("a rule with two steps".to_owned()),
        }
    }
}

impl Context {
    /// All expressions as one, compiled at the first use. None: it has no rules.
    pub(super) fn regex(&self) -> Option<&meta::Regex> {
        self.regex.get_or_init(|| self.compile().ok().filter(|_| !self.patterns.is_empty())).as_ref()
    }

    /// # Errors
    /// What is wrong with an expression; a test holds that nothing is.
    pub(super) fn compile(&self) -> Result<meta::Regex, String> {
        // Bytes instead of characters: grammars speak of ASCII, and their tables stay small.
        let syntax = syntax::Config::new()
            .unicode(false)
            .utf8(false)
            .multi_line(true)
            .case_insensitive(self.case == Case::Any);
        let mut builder = meta::Builder::new();
        builder.syntax(syntax).configure(meta::Config::new().utf8_empty(false));
        builder.build_many(&self.patterns).map_err(|error| match error.pattern() {
            Some(pattern) => format!("{}: {error:?}", self.patterns[pattern.as_usize()]),
            None => error.to_string(),
        })
    }
}
