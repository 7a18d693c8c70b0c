//! The cells of ratings: a column of them becomes numbers, and what is wrong with a cell becomes a finding.

use std::borrow::Cow;
use std::ops::Range;

use super::backlog::{cell_rule, takes_part};
use super::excel::converted_by_excel;
use super::items::Layout;
use super::names::fold;
use super::rating::{CellFault, CellRule, read_rating, short_number};
use crate::backlog::Ratings;
use crate::decimal::{FRACTION_DIGITS, WHOLE_DIGITS};
use crate::finding::{Finding, Findings, Rule, UNIT_SEPARATOR};
use crate::model::{NodeId, Scale};
use crate::prose;
use crate::table::Cell;

/// One column of ratings as it is being read.
pub(super) struct Column<'a> {
    column: usize,
    key: &'a str,
    /// The heading as the file has it, and the key where it is another word.
    name: String,
    /// Where the heading stands.
    header: Range<usize>,
    /// Whether a blank keeps the item out of the ranking.
    counts: bool,
    rule: CellRule<'a>,
    /// The lowest and the highest rating that [`short_number`] may read.
    short: Option<(i8, i8)>,
    /// Whether the cells are those of a workbook.
    in_sheet: bool,
    pub(super) ratings: Ratings,
}

/// A row's id, the row's number where there is no id column.
pub(super) fn item_id<'t>(text: &'t str, cells: &[Cell], id: Option<usize>, number: usize) -> Cow<'t, str> {
    match id {
        Some(id) => match cells[id].text(text) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        },
        None => Cow::Owned(number.to_string()),
    }
}

/// Says which item a finding is about; a row's number goes into the sentence without marks around it.
pub(super) fn with_item(finding: Finding, id: &str, is_named: bool) -> Finding {
    let shown = if is_named { prose::name(id) } else { id.to_owned() };
    finding.of_item(id).with("id", shown)
}

impl<'a> Column<'a> {
    /// The column of a node, without ratings yet.
    pub(super) fn new(layout: &Layout<'a, '_, '_>, node: NodeId, column: usize) -> Self {
        let Layout { source, request, delimiter, .. } = *layout;
        let key = &request.model.nodes[node].key;
        let cell = layout.header[column];
        let heading = cell.text(source.text);
        let rule = cell_rule(request, node, delimiter);
        let name = if fold(&heading) == fold(key) {
            prose::name(&heading)
        } else {
            format!("{} ({key})", prose::name(&heading))
        };
        Self {
            column,
            key,
            name,
            header: cell.range(),
            counts: !request.tie_break.contains(&node) || takes_part(request, node),
            short: rule.short_ratings(),
            rule,
            in_sheet: delimiter == UNIT_SEPARATOR,
            ratings: Ratings::default(),
        }
    }

    /// Reads the row's rating.
    #[inline]
    pub(super) fn read(&mut self, text: &str, cells: &[Cell], id: Option<usize>, findings: &mut Findings) {
        let cell = cells[self.column];
        if let (Some((low, high)), Some(value)) = (self.short, short_number(cell.bytes(text)))
            && (low..=high).contains(&value)
        {
            self.ratings.push_short(value);
        } else {
            self.read_any(text, cells, id, findings);
        }
    }

    /// Reads a rating that isn't as short as most are.
    #[cold]
    fn read_any(&mut self, text: &str, cells: &[Cell], id: Option<usize>, findings: &mut Findings) {
        let cell = cells[self.column];
        let content = cell.text(text);
        let number = self.ratings.len() + 1;
        let place = |rule: Rule| {
            let finding = Finding::new(rule).over(cell.range()).under(self.header.clone());
            let finding = finding.of_criterion(self.key).with("criterion", self.name.as_str());
            with_item(finding, &item_id(text, cells, id, number), id.is_some())
        };
        let found = || prose::name(content.trim());
        let rating = match read_rating(&content, &self.rule) {
            Ok(Some((rating, was_wide))) => {
                if was_wide {
                    findings.push_with(Rule::FullWidthDigits, || place(Rule::FullWidthDigits).with("found", found()));
                }
                Some(rating)
            }
            Ok(None) => {
                if self.counts {
                    findings.push_with(Rule::MissingRating, || place(Rule::MissingRating));
                }
                None
            }
            Err(fault) => {
                let rule = fault_rule(fault, &content);
                findings.push_with(rule, || {
                    describe(place(rule), &content, &self.rule, self.key, self.in_sheet).with("found", found())
                });
                None
            }
        };
        if !self.ratings.push(rating) {
            findings.push_with(Rule::TooManyDigits, || {
                let finding = Finding::new(Rule::TooManyDigits).over(cell.range()).under(self.header.clone());
                let finding = finding.of_criterion(self.key).with("criterion", self.name.as_str());
                let finding = finding.of_item(item_id(text, cells, id, number));
                describe(finding, &content, &self.rule, self.key, self.in_sheet).with("found", found())
            });
        }
    }
}

/// The rule that a faulty cell breaks.
fn fault_rule(fault: CellFault, content: &str) -> Rule {
    match fault {
        CellFault::NotANumber if converted_by_excel(content.trim()).is_some() => Rule::ExcelConverted,
        CellFault::NotANumber => Rule::NotANumber,
        CellFault::OutOfScale => Rule::OutOfScale,
        CellFault::TooManyDigits => Rule::TooManyDigits,
    }
}

/// The finding about a rating that can't be read; `about` begins one at the cell.
pub(super) fn fault_finding(
    fault: CellFault,
    content: &str,
    rule: &CellRule<'_>,
    key: &str,
    about: impl FnOnce(Rule) -> Finding,
) -> Finding {
    describe(about(fault_rule(fault, content)), content, rule, key, false).with("found", prose::name(content.trim()))
}

/// Adds what the sentence needs to know of the scale, and the help that fits the text.
fn describe(finding: Finding, content: &str, cells: &CellRule<'_>, key: &str, in_sheet: bool) -> Finding {
    let finding = finding.with("whole", WHOLE_DIGITS).with("fraction", FRACTION_DIGITS).with("key", key);
    match (finding.rule, cells.scale) {
        (Rule::ExcelConverted, _) => match converted_by_excel(content.trim()) {
            // In a workbook it is a formula that nobody has computed.
            Some("help-formula") if in_sheet => finding.advise("help-uncalculated"),
            Some(variant) => finding.advise(variant),
            None => finding,
        },
        (Rule::NotANumber, _) if cells.has_own_words && advice(content.trim()) == "help-word" => {
            let words: Vec<String> = cells.words.iter().map(|(word, _)| prose::name(word)).collect();
            finding.with("words", words).advise("help-known-words")
        }
        (Rule::NotANumber, _) => finding.advise(advice(content.trim())),
        (_, scale) => finding.with("scale", shown_scale(scale)),
    }
}

/// The values that a rating can have, for a sentence.
pub(super) fn shown_scale(scale: Scale) -> String {
    match scale {
        Scale::Bounded(low, high) => format!("{low}–{high}"),
        Scale::Quantity => "≥ 0".to_owned(),
    }
}

/// The help that fits a text that stands where a number should.
fn advice(text: &str) -> &'static str {
    /// What people write for "not rated yet".
    const UNDECIDED: [&str; 10] = ["n/a", "na", "tbd", "-", "?", "未定", "未評価", "なし", "ー", "—"];
    if UNDECIDED.contains(&text.to_lowercase().as_str()) {
        "help-blank"
    } else if text.chars().any(|character| character.is_ascii_digit() || ('０'..='９').contains(&character)) {
        "help"
    } else {
        "help-word"
    }
}
