//! What can be wrong with a file, and where: findings, gathered and never a stop at the first.
//!
//! A finding holds a rule and the values of its sentence; the sentence itself stands in the locales under the rule's
//! code. Places are byte offsets while reading and become lines and columns only for the findings that are shown.

mod rule;
mod source;

use std::sync::Arc;

use serde::Serialize;

use crate::lang::{Lang, Words};
use crate::model::{Labels, Node};
use crate::prose;

pub use rule::Rule;
pub use source::{Position, Source};

/// How many findings are kept and shown of each severity; the rest is counted.
pub const SHOWN: usize = 50;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The answer would be wrong or can't be had: nothing is printed.
    Error,
    /// The answer stands, and something in it deserves a look.
    Warning,
    /// Said so that nobody is surprised.
    Note,
}

impl Severity {
    /// Every severity, the heaviest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

    /// The message that names it: `severity-error`.
    pub fn label(self, lang: Lang) -> String {
        lang.text(match self {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Note => "severity-note",
        })
    }
}

/// A value in a finding's sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// A text, put in as it is.
    Text(String),
    /// Names that become a list in the reader's language.
    List(Vec<String>),
    /// A count, which may choose between singular and plural.
    Count(usize),
    /// A node of a model: its key, with its label beside it where the reader's language has another word.
    Node(String, Labels),
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Word::Text(text)
    }
}

impl From<&str> for Word {
    fn from(text: &str) -> Self {
        Word::Text(text.to_owned())
    }
}

impl From<&Node> for Word {
    fn from(node: &Node) -> Self {
        Word::Node(node.key.clone(), node.labels.clone())
    }
}

impl From<usize> for Word {
    fn from(count: usize) -> Self {
        Word::Count(count)
    }
}

impl From<Vec<String>> for Word {
    fn from(names: Vec<String>) -> Self {
        Word::List(names)
    }
}

/// Something wrong in a file, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which defect it is.
    pub rule: Rule,
    /// How much it weighs.
    pub severity: Severity,
    /// The file's name as the user gave it.
    pub file: Option<Arc<str>>,
    /// The byte of the decoded text at which it stands; [`Findings::locate`] makes a position of it.
    pub offset: Option<usize>,
    /// Line and column, once located.
    pub position: Option<Position>,
    words: Vec<(&'static str, Word)>,
    variant: Option<&'static str>,
}

impl Finding {
    /// A finding of the rule's own severity.
    pub fn new(rule: Rule) -> Self {
        Self {
            rule,
            severity: rule.severity(),
            file: None,
            offset: None,
            position: None,
            words: Vec::new(),
            variant: None,
        }
    }

    /// Puts it at a byte of the text.
    pub fn at(mut self, offset: usize) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Names the file that it is in.
    pub fn file(mut self, file: &Arc<str>) -> Self {
        self.file = Some(Arc::clone(file));
        self
    }

    /// Puts it at a position that is known already.
    pub fn position(mut self, position: Position) -> Self {
        self.position = Some(position);
        self
    }

    /// Fills one value of the sentence.
    pub fn with(mut self, name: &'static str, word: impl Into<Word>) -> Self {
        self.words.push((name, word.into()));
        self
    }

    /// Chooses the help that fits this case better than the rule's general one: the message `rule.help-<variant>`.
    pub fn advise(mut self, variant: &'static str) -> Self {
        self.variant = Some(variant);
        self
    }

    /// What is wrong, in one sentence without a full stop.
    pub fn message(&self, lang: Lang) -> String {
        lang.say(self.rule.code(), &self.arguments(lang))
    }

    /// What to do about it.
    pub fn help(&self, lang: Lang) -> String {
        let attribute = self.variant.unwrap_or("help");
        lang.say(&format!("{}.{attribute}", self.rule.code()), &self.arguments(lang))
    }

    fn arguments(&self, lang: Lang) -> Words<'_> {
        let mut words = Words::new();
        for (name, word) in &self.words {
            match word {
                Word::Text(text) => words.set(*name, text.as_str()),
                Word::List(names) => words.set(*name, prose::list(lang, names)),
                Word::Count(count) => words.set(*name, *count),
                Word::Node(key, labels) => words.set(*name, node_name(key, labels, lang)),
            }
        }
        words
    }
}

/// A node for a message: its key in English, its label and key in other languages.
fn node_name(key: &str, labels: &Labels, lang: Lang) -> String {
    match (lang, labels.get(lang)) {
        (Lang::Ja, Some(label)) => format!("{} ({key})", prose::name(label)),
        _ => prose::name(key),
    }
}

/// The findings of a run: the first of each severity kept, all of them counted.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    kept: [Vec<Finding>; 3],
    counts: [usize; 3],
}

impl Findings {
    /// No findings yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts a finding, and keeps it while there is room for its severity.
    pub fn push(&mut self, finding: Finding) {
        let slot = finding.severity as usize;
        self.counts[slot] += 1;
        if self.kept[slot].len() < SHOWN {
            self.kept[slot].push(finding);
        }
    }

    /// Counts a finding of `rule`, and asks for it only while there is room: a million faulty cells cost no text.
    pub fn push_with(&mut self, rule: Rule, finding: impl FnOnce() -> Finding) {
        let slot = rule.severity() as usize;
        if self.kept[slot].len() < SHOWN {
            self.push(finding());
        } else {
            self.counts[slot] += 1;
        }
    }

    /// Takes over the findings of another run.
    pub fn extend(&mut self, other: Findings) {
        for (slot, findings) in other.kept.into_iter().enumerate() {
            let room = SHOWN - self.kept[slot].len();
            self.counts[slot] += other.counts[slot];
            self.kept[slot].extend(findings.into_iter().take(room));
        }
    }

    /// Names the file of all findings that have none, and turns their offsets into positions in its text.
    pub fn locate(&mut self, source: &Source<'_>) {
        for finding in self.kept.iter_mut().flatten() {
            if finding.file.is_none() {
                finding.file = Some(Arc::clone(&source.name));
                if let Some(offset) = finding.offset {
                    finding.position = Some(source.position(offset));
                }
            }
        }
    }

    /// Puts the kept ones of each severity in the order of their places; those without one stay in front.
    pub fn in_order(mut self) -> Self {
        self.kept.iter_mut().for_each(|findings| findings.sort_by_key(|finding| finding.position));
        self
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are of a severity, kept or not.
    pub fn count(&self, severity: Severity) -> usize {
        self.counts[severity as usize]
    }

    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.total() == 0
    }

    /// The first fifty, errors first, then in the order of the file.
    pub fn shown(&self) -> impl Iterator<Item = &Finding> {
        self.kept.iter().flatten().take(SHOWN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_fifty_are_kept_and_all_are_counted() {
        let mut findings = Findings::new();
        for _ in 0..200 {
            findings.push_with(Rule::OutOfScale, || Finding::new(Rule::OutOfScale));
        }
        assert_eq!(findings.count(Severity::Error), 200);
        assert_eq!(findings.shown().count(), SHOWN);
    }

    #[test]
    fn errors_are_shown_before_warnings() {
        let mut findings = Findings::new();
        findings.push(Finding::new(Rule::MissingRating));
        findings.push(Finding::new(Rule::OutOfScale));
        let order: Vec<Rule> = findings.shown().map(|finding| finding.rule).collect();
        assert_eq!(order, [Rule::OutOfScale, Rule::MissingRating]);
    }
}
