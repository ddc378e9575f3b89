//! Goes through code line by line with a grammar. Knows no language.

use std::ops::Range;

use regex_automata::{Anchored, Input};

use super::grammar::{Context, Ends, Grammar, Rule, Step};
use super::token::{Class, Token};

/// Contexts open at once; what would open one more stays in the last.
const MAX_DEPTH: usize = 64;

pub(super) fn tokens(grammar: &Grammar, text: &str) -> Vec<Token> {
    let mut scan = Scan { grammar, text, open: Vec::new(), tokens: Vec::new() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let content = start + line.trim_end_matches(['\n', '\r']).len();
        scan.line(start..content);
        scan.add(content..end, scan.context().and_then(|context| context.class));
        start = end;
    }
    scan.tokens
}

struct Scan<'a> {
    grammar: &'a Grammar,
    text: &'a str,
    /// The contexts open in the first, the last one innermost.
    open: Vec<usize>,
    tokens: Vec<Token>,
}

impl<'a> Scan<'a> {
    fn context(&self) -> Option<&'a Context> {
        self.grammar.contexts.get(self.open.last().copied().unwrap_or(0))
    }

    /// `line` is without its end.
    fn line(&mut self, line: Range<usize>) {
        let mut at = line.start;
        while at < line.end {
            let Some(context) = self.context() else { return };
            let Some((rule, found)) = self.find(context, at..line.end) else {
                self.add(at..line.end, context.class);
                break;
            };
            self.add(at..found.start, context.class);
            // An expression that matches nothing would be found here again.
            let end = if found.is_empty() { self.after(found.start).min(line.end) } else { found.end };
            if found.is_empty() {
                self.add(found.start..end, context.class);
            } else {
                self.add_match(context, rule, found);
            }
            self.step(context.rules[rule].step);
            at = end;
        }
        while self.context().is_some_and(|context| context.ends == Ends::Line) && self.open.pop().is_some() {}
    }

    /// The first match and its rule, from character to character.
    fn find(&self, context: &Context, range: Range<usize>) -> Option<(usize, Range<usize>)> {
        let found = context.regex()?.search(&Input::new(self.text).range(range))?;
        let (start, end) =
            (self.text.floor_char_boundary(found.start()), self.text.ceil_char_boundary(found.end()));
        Some((found.pattern().as_usize(), start..end))
    }

    fn after(&self, at: usize) -> usize {
        self.text.ceil_char_boundary(at + 1)
    }

    /// The groups of a match have classes of their own.
    fn add_match(&mut self, context: &Context, number: usize, found: Range<usize>) {
        let rule: &Rule = &context.rules[number];
        let mut at = found.start;
        if let Some(regex) = context.regex().filter(|_| !rule.captures.is_empty()) {
            let mut groups = regex.create_captures();
            let input = Input::new(self.text).range(found.clone()).anchored(Anchored::Yes);
            regex.search_captures(&input, &mut groups);
            for (&group, &class) in &rule.captures {
                let Some(span) = groups.get_group(group) else { continue };
                let start = self.text.floor_char_boundary(span.start).max(at);
                let end = self.text.ceil_char_boundary(span.end).min(found.end);
                if start < end {
                    self.add(at..start, rule.class);
                    self.add(start..end, Some(class));
                    at = end;
                }
            }
        }
        self.add(at..found.end, rule.class);
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Stay => {}
            Step::Pop(count) => self.open.truncate(self.open.len().saturating_sub(count)),
            Step::Set(context) => {
                self.open.pop();
                self.open.push(context);
            }
            Step::Push(context) if self.open.len() < MAX_DEPTH => self.open.push(context),
            Step::Push(_) => {}
        }
    }

    /// Neighbours of one class are one token.
    fn add(&mut self, range: Range<usize>, class: Option<Class>) {
        let Some(class) = class.filter(|_| !range.is_empty()) else { return };
        match self.tokens.last_mut() {
            Some(last) if last.class == class && last.range.end == range.start => last.range.end = range.end,
            _ => self.tokens.push(Token { range, class }),
        }
    }
}
