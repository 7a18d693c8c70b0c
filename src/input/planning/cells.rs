//! The cells of planning: amounts, marks for yes and no, and lists of names.

use super::super::cells::fault_finding;
use super::super::names::fold;
use super::super::rating::{CellFault, CellRule, read_rating};
use crate::backlog::Backlog;
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, UNIT_SEPARATOR};
use crate::model::Scale;
use crate::prose;

/// Marks that say yes, and marks that say no. A blank says no.
const YES: [&str; 22] = [
    "yes",
    "y",
    "true",
    "1",
    "on",
    "x",
    "○",
    "●",
    "◎",
    "✓",
    "✔",
    "☑",
    "はい",
    "有",
    "有り",
    "あり",
    "要",
    "必須",
    "済",
    "済み",
    "対象外",
    "見送り",
];
const NO: [&str; 16] =
    ["no", "n", "false", "0", "off", "×", "-", "–", "—", "ー", "いいえ", "無", "無し", "なし", "不要", "☐"];
/// What stands between names in a cell.
const SEPARATORS: [char; 8] = [',', ';', '、', '，', '；', '\n', '\r', '/'];

/// A cell, and what it is about.
#[derive(Clone, Copy)]
pub(super) struct About<'a, 't> {
    pub(super) backlog: &'a Backlog<'t>,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) key: &'static str,
}

impl About<'_, '_> {
    /// The cell's text, without the space around it.
    pub(super) fn text(&self) -> String {
        self.backlog.table.cell_text(self.row, self.column).trim().to_owned()
    }

    /// A finding at the cell, with the words `id` and `criterion`, which is its header.
    pub(super) fn finding(&self, rule: Rule) -> Finding {
        let table = &self.backlog.table;
        let finding = Finding::new(rule).under(table.header[self.column].range()).of_criterion(self.key);
        let finding = finding.with("criterion", prose::name(&table.heading(self.column)));
        let id = self.backlog.id(self.row);
        let shown = if self.backlog.id.is_some() { prose::name(&id) } else { id.to_string() };
        let finding = finding.with("id", shown).of_item(id);
        match table.cell(self.row, self.column) {
            Some(cell) => finding.over(cell.range()),
            None => finding,
        }
    }
}

/// An amount from nought up; a range counts as its middle. `None` for a blank, and for what is no amount: that is a finding.
pub(super) fn quantity(cell: About<'_, '_>, findings: &mut Findings) -> Option<Decimal> {
    let rule = amounts(cell.backlog.table.delimiter);
    let text = cell.text();
    let about = |rule: Rule| cell.finding(rule).with("what", "amount");
    match read_rating(&text, &rule) {
        Ok(rating) => rating.and_then(|(rating, was_wide)| {
            if was_wide {
                findings.push(about(Rule::FullWidthDigits).with("found", prose::name(&text)));
            }
            rating.counted()
        }),
        Err(fault) => {
            let finding = fault_finding(fault, &text, &rule, cell.key, about);
            findings.push(match (fault, finding.rule) {
                (CellFault::OutOfScale, _) => finding.advise("help-quantity"),
                (CellFault::NotANumber, Rule::NotANumber) => finding.advise("help"),
                _ => finding,
            });
            None
        }
    }
}

/// How amounts are read in a text with such a delimiter.
pub(in crate::input) fn amounts(delimiter: u8) -> CellRule<'static> {
    let decimal_comma = ![b',', UNIT_SEPARATOR].contains(&delimiter);
    CellRule { scale: Scale::Quantity, percent: false, decimal_comma, words: Vec::new(), has_own_words: false }
}

/// Whether a cell is marked; what is neither a yes nor a no is a finding.
pub(super) fn mark(cell: About<'_, '_>, findings: &mut Findings) -> bool {
    let text = cell.text();
    let folded = fold(&text);
    let is_one_of =
        |marks: &[&str]| marks.iter().any(|mark| fold(mark) == folded && !folded.is_empty() || *mark == text);
    if is_one_of(&YES) {
        return true;
    }
    if !text.is_empty() && !is_one_of(&NO) {
        findings.push(cell.finding(Rule::UnknownMark).with("found", prose::name(&text)));
    }
    false
}

/// The names in a cell: between commas, semicolons, slashes and line ends.
pub(in crate::input) fn names(text: &str) -> Vec<String> {
    text.split(SEPARATORS).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_between_what_people_put_there() {
        assert_eq!(names("A-1; A-2、A-3"), ["A-1", "A-2", "A-3"]);
        assert_eq!(names(" 開発 / CS ,"), ["開発", "CS"]);
        assert_eq!(names("  "), Vec::<String>::new());
    }

    #[test]
    fn a_mark_is_either_a_yes_or_a_no() {
        let folded = |marks: &[&str]| marks.iter().map(|mark| fold(mark)).collect::<Vec<_>>();
        let (yes, no) = (folded(&YES), folded(&NO));
        assert!(yes.iter().all(|mark| !no.contains(mark) && !mark.is_empty()));
    }
}
