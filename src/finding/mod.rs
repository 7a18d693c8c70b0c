//! What can be wrong with a file, and where: findings, gathered and never a stop at the first.
//!
//! A finding holds a rule and the values of its sentence; the sentence itself stands in the locales under the rule's
//! code. Places are byte offsets while reading and become lines and columns only for the findings that are shown.

mod excerpt;
mod explanation;
mod findings;
mod grid;
mod rule;
mod sieve;
mod source;

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;
use strum::EnumString;

use crate::lang::{Lang, Words};
use crate::model::{Labels, Node};
use crate::prose;

pub use excerpt::{Excerpt, Line};
pub use explanation::{Example, Explanation};
pub use findings::{Findings, SHOWN};
pub use grid::{Grid, UNIT_SEPARATOR, cell_name};
pub use rule::{Family, Rule};
pub use sieve::{Exception, Fingerprint, Levels, Sieve, plain_name};
pub use source::{Position, Source};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, EnumString)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
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
    /// The bytes of the decoded text that it is about; [`Findings::locate`] makes a position of them.
    pub span: Option<Range<usize>>,
    /// The bytes of the header cell above it.
    pub header: Option<Range<usize>>,
    /// Line and column, once located.
    pub position: Option<Position>,
    /// The cell's name in its workbook, such as `項目!F13`, once located.
    pub cell: Option<String>,
    /// The lines to show, once located.
    pub excerpt: Option<Excerpt>,
    /// The id of the item that it is about.
    pub item: Option<String>,
    /// The key of the criterion that it is about, or of the setting in the weights file.
    pub criterion: Option<String>,
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
            span: None,
            header: None,
            position: None,
            cell: None,
            excerpt: None,
            item: None,
            criterion: None,
            words: Vec::new(),
            variant: None,
        }
    }

    /// Puts it at a byte of the text.
    pub fn at(self, offset: usize) -> Self {
        self.over(offset..offset)
    }

    /// Puts it over some bytes of the text: a whole cell.
    pub fn over(mut self, span: Range<usize>) -> Self {
        self.span = Some(span);
        self
    }

    /// Says under which header cell it stands.
    pub fn under(mut self, header: Range<usize>) -> Self {
        self.header = Some(header);
        self
    }

    /// Says which item it is about, by its id.
    pub fn of_item(mut self, id: impl Into<String>) -> Self {
        self.item = Some(id.into());
        self
    }

    /// Says which criterion or setting it is about, by its key.
    pub fn of_criterion(mut self, key: impl Into<String>) -> Self {
        self.criterion = Some(key.into());
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

    /// Puts it at a cell of a workbook.
    pub fn at_cell(mut self, grid: &Grid, position: Position) -> Self {
        self.cell = Some(grid.address(position));
        self.position(position)
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
