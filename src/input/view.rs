//! Which rows of a table are looked at, and by which column they are put together: `--where` and `--by`.
//!
//! Everything has been read and checked by then, so that errors in any row are known; whoever asks leaves out the warnings
//! about rows that are left out here. Texts are compared without regard to case, width and spaces, and never as numbers: `7` is not `7.0`.

use std::borrow::Cow;

use super::names::{fold, fold_text};
use super::results::Results;
use crate::analysis::Groups;
use crate::backlog::Backlog;
use crate::model::Model;
use crate::prose;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The column that makes groups.
    pub by: Option<String>,
    /// Conditions, each `COLUMN=VALUE` or `COLUMN!=VALUE`. Of one column, a row needs to have any of the values that are
    /// asked for; of several, one of each.
    pub conditions: Vec<String>,
}

/// A condition that rows are held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition<'t> {
    /// The column's heading.
    pub heading: Cow<'t, str>,
    /// Whether it is the other rows that are kept.
    pub is_not: bool,
    /// The value as it was typed, without the space around it; empty for blank cells.
    pub value: String,
    column: usize,
}

/// What of a table is looked at.
#[derive(Clone, Debug, Default)]
pub struct View<'t> {
    /// The conditions, in the order in which they were given.
    pub conditions: Vec<Condition<'t>>,
    /// Of each row, whether it is kept; `None` where there are no conditions.
    pub keep: Option<Vec<bool>>,
    /// How many rows there are.
    pub rows: usize,
    /// The kept rows in groups, where groups are asked for.
    pub groups: Option<Groups<'t>>,
    /// What was to be left out and stands in no row, each as [`ViewFault::NoValue`]: true of every row, or mistyped.
    pub unknown: Vec<ViewFault>,
}

/// Why a view can't be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewFault {
    /// There is no such column.
    NoColumn {
        /// The name that was typed.
        name: String,
        /// The headings of the table.
        known: Vec<String>,
        /// The heading that was most likely meant.
        close: Option<String>,
    },
    /// Several columns have the name.
    SeveralColumns {
        /// The name that was typed.
        name: String,
        /// How many have it.
        count: usize,
    },
    /// No row has the value.
    NoValue {
        /// The column's heading.
        heading: String,
        /// The value that was typed; empty for blank cells.
        value: String,
        /// The values that the column has, in the order of the file.
        known: Vec<String>,
        /// The value that was most likely meant.
        close: Option<String>,
    },
}

impl Condition<'_> {
    /// Whether another condition asks the same of the same column, but for the value.
    pub fn is_alike(&self, other: &Self) -> bool {
        (self.column, self.is_not) == (other.column, other.is_not)
    }
}

impl View<'_> {
    /// Whether a row is kept.
    pub fn keeps(&self, row: usize) -> bool {
        self.keep.as_ref().is_none_or(|keep| keep.get(row).copied().unwrap_or(false))
    }

    /// How many rows are kept.
    pub fn kept(&self) -> usize {
        self.keep.as_ref().map_or(self.rows, |keep| keep.iter().filter(|kept| **kept).count())
    }
}

/// Whether a text can be a condition.
pub fn is_condition(text: &str) -> bool {
    text.split_once('=').is_some_and(|(name, _)| !name.trim_end_matches('!').trim().is_empty())
}

/// The view of a backlog: its columns are named by their headings, by `id` and `title`, or by the names of the criteria.
pub fn view_backlog<'t>(backlog: &Backlog<'t>, model: &Model, wanted: &Wanted) -> Result<View<'t>, ViewFault> {
    let table = &backlog.table;
    let role = |name: &str| {
        let form = fold(name);
        let roles = [("id", backlog.id), ("title", backlog.title), ("rater", backlog.rater)];
        let role = roles.into_iter().find(|(key, _)| *key == form).and_then(|(_, column)| column);
        let is_called = |node: usize| {
            let node = &model.nodes[node];
            let names = std::iter::once(node.key.as_str()).chain(node.labels.iter());
            names.chain(node.aliases.iter().map(String::as_str)).any(|name| fold(name) == form)
        };
        role.or_else(|| backlog.readings.iter().find(|reading| is_called(reading.node)).map(|reading| reading.column))
    };
    Columns {
        headings: (0..table.header.len()).map(|column| table.heading(column)).collect(),
        rows: backlog.len(),
        role: &role,
        text: &|row, column| table.cell_text(row, column),
    }
    .view(wanted)
}

/// The view of a table of results, whose columns are named by their headings or by any name that they are known by. Rows that
/// are not kept are gone from the results afterwards.
pub fn view_results<'t>(results: &mut Results<'t>, wanted: &Wanted) -> Result<View<'t>, ViewFault> {
    let mut view = {
        let results = &*results;
        Columns {
            headings: results.headings(),
            rows: results.rows.len(),
            role: &|name| results.known_column(name),
            text: &|row, column| results.cell(row, column),
        }
        .view(wanted)?
    };
    if let Some(keep) = &view.keep {
        results.retain(keep);
        if let Some(groups) = &mut view.groups {
            let mut places = vec![0; keep.len()];
            let kept = (0..keep.len()).filter(|&row| keep[row]);
            kept.enumerate().for_each(|(place, row)| places[row] = place);
            let rows = groups.groups.iter_mut().flat_map(|group| &mut group.rows);
            rows.for_each(|row| *row = places[*row]);
        }
    }
    Ok(view)
}

/// The columns of a table, whatever it is a table of.
struct Columns<'c, 't> {
    headings: Vec<Cow<'t, str>>,
    rows: usize,
    /// The column that is known by a name that isn't its heading.
    role: &'c dyn Fn(&str) -> Option<usize>,
    /// A cell by row and column.
    text: &'c dyn Fn(usize, usize) -> Cow<'t, str>,
}

impl<'t> Columns<'_, 't> {
    fn view(&self, wanted: &Wanted) -> Result<View<'t>, ViewFault> {
        let conditions: Vec<Condition<'t>> =
            wanted.conditions.iter().map(|text| self.condition(text)).collect::<Result<_, _>>()?;
        let mut unknown = Vec::new();
        let keep = (!conditions.is_empty()).then(|| self.keep(&conditions, &mut unknown)).transpose()?;
        let groups = wanted.by.as_deref().map(|name| {
            let column = self.column(name)?;
            let kept = (0..self.rows).filter(|&row| keep.as_ref().is_none_or(|keep| keep[row]));
            let rows = kept.map(|row| {
                let text = (self.text)(row, column);
                let form = fold_text(&text);
                // What looks blank is blank.
                (row, if form.is_empty() { String::new() } else { text.trim().to_owned() }, form)
            });
            Ok(Groups::new(self.headings[column].clone(), rows))
        });
        Ok(View { keep, rows: self.rows, groups: groups.transpose()?, conditions, unknown })
    }

    /// Takes a condition apart. A heading may hold `=` or end in `!`: the first split that names a column counts.
    fn condition(&self, text: &str) -> Result<Condition<'t>, ViewFault> {
        let mut first_fault = None;
        for (at, _) in text.match_indices('=') {
            let (name, value) = (&text[..at], text[at + 1..].trim().to_owned());
            let splits = [Some((name, false)), name.strip_suffix('!').map(|name| (name, true))];
            // Where neither names a column, it is the one without the mark that is told.
            for (name, is_not) in splits.into_iter().flatten() {
                match self.column(name) {
                    Ok(column) => {
                        return Ok(Condition { heading: self.headings[column].clone(), is_not, value, column });
                    }
                    Err(fault) if is_not || !name.ends_with('!') => {
                        first_fault.get_or_insert(fault);
                    }
                    Err(_) => {}
                }
            }
        }
        Err(first_fault.unwrap_or_else(|| self.no_column(text)))
    }

    /// Which rows fulfil the conditions. A value that is asked for and that no row has is a fault: nobody types it on purpose.
    fn keep(&self, conditions: &[Condition<'t>], unknown: &mut Vec<ViewFault>) -> Result<Vec<bool>, ViewFault> {
        let mut columns: Vec<usize> = conditions.iter().map(|condition| condition.column).collect();
        columns.sort_unstable();
        columns.dedup();
        let mut keep = vec![true; self.rows];
        for column in columns {
            let own: Vec<(&Condition<'t>, String)> = conditions
                .iter()
                .filter(|condition| condition.column == column)
                .map(|condition| (condition, fold_text(&condition.value)))
                .collect();
            let mut found = vec![false; own.len()];
            for (row, kept) in keep.iter_mut().enumerate() {
                let form = fold_text(&(self.text)(row, column));
                let (mut is_asked_for, mut has_any, mut is_out) = (false, false, false);
                for (number, (condition, value)) in own.iter().enumerate() {
                    let is_same = *value == form;
                    found[number] |= is_same;
                    is_asked_for |= !condition.is_not;
                    has_any |= !condition.is_not && is_same;
                    is_out |= condition.is_not && is_same;
                }
                *kept &= !is_out && (has_any || !is_asked_for);
            }
            // Blank cells are wanted or unwanted whether there are any or not.
            for ((condition, _), _) in own.iter().zip(found).filter(|((_, form), found)| !found && !form.is_empty()) {
                let fault = self.no_value(condition);
                if !condition.is_not {
                    return Err(fault);
                }
                unknown.push(fault);
            }
        }
        Ok(keep)
    }

    /// A column by its heading, with the number of several that are alike behind a `#`, or by what it is.
    fn column(&self, name: &str) -> Result<usize, ViewFault> {
        let name = name.trim();
        let having = |test: &dyn Fn(&str) -> bool| -> Vec<usize> {
            (0..self.headings.len()).filter(|&column| test(self.headings[column].trim())).collect()
        };
        let alike = |name: &str| {
            let form = fold(name);
            having(&|heading| !form.is_empty() && fold(heading) == form)
        };
        let exact = having(&|heading| !name.is_empty() && heading == name);
        let found = if exact.is_empty() { alike(name) } else { exact };
        match found[..] {
            [column] => return Ok(column),
            [_, _, ..] => return Err(ViewFault::SeveralColumns { name: name.to_owned(), count: found.len() }),
            [] => {}
        }
        let numbered = name.rsplit_once('#').and_then(|(name, number)| {
            let number: usize = number.parse().ok()?;
            alike(name).get(number.checked_sub(1)?).copied()
        });
        numbered.or_else(|| (self.role)(name)).ok_or_else(|| self.no_column(name))
    }

    fn no_column(&self, name: &str) -> ViewFault {
        let known: Vec<String> = self.headings.iter().map(|heading| heading.trim().to_owned()).collect();
        let known: Vec<String> = known.into_iter().filter(|heading| !heading.is_empty()).collect();
        let close = prose::did_you_mean(name, known.iter().map(String::as_str)).map(str::to_owned);
        ViewFault::NoColumn { name: name.to_owned(), known, close }
    }

    fn no_value(&self, condition: &Condition<'t>) -> ViewFault {
        let cell = |row: usize| {
            let text = (self.text)(row, condition.column);
            (row, text.trim().to_owned(), fold_text(&text))
        };
        let groups = Groups::new(Cow::Borrowed(""), (0..self.rows).map(cell));
        let known: Vec<String> = groups.groups.into_iter().map(|group| group.name).filter(|n| !n.is_empty()).collect();
        let close = prose::did_you_mean(&condition.value, known.iter().map(String::as_str)).map(str::to_owned);
        let (heading, value) = (condition.heading.trim().to_owned(), condition.value.clone());
        ViewFault::NoValue { heading, value, known, close }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [[&str; 4]; 4] =
        [["CS", "", "1", "a"], ["cs ", "SMB", "2", "b"], ["Dev", "SMB", "3", ""], ["", "　", "4", "c"]];

    fn view(by: Option<&str>, conditions: &[&str]) -> Result<View<'static>, ViewFault> {
        let wanted =
            Wanted { by: by.map(str::to_owned), conditions: conditions.iter().map(|&text| text.to_owned()).collect() };
        Columns {
            headings: ["owner", "Segment", "a=b", "OWNER "].map(Cow::Borrowed).to_vec(),
            rows: ROWS.len(),
            role: &|name| (name == "key").then_some(2),
            text: &|row, column| Cow::Borrowed(ROWS[row][column]),
        }
        .view(&wanted)
    }

    fn kept(conditions: &[&str]) -> Vec<usize> {
        let view = view(None, conditions).unwrap();
        (0..ROWS.len()).filter(|&row| view.keeps(row)).collect()
    }

    #[test]
    fn conditions_on_one_column_are_alternatives_and_on_several_all_hold() {
        assert_eq!(kept(&["owner=CS"]), [0, 1]);
        assert_eq!(kept(&["owner=ｃｓ", "owner=dev"]), [0, 1, 2]);
        assert_eq!(kept(&["owner=CS", "segment=smb"]), [1]);
        assert_eq!(kept(&["owner!=CS", "owner!=Dev"]), [3]);
        assert_eq!(kept(&["owner=CS", "owner=Dev", "owner!=cs"]), [2]);
        assert_eq!(kept(&["segment="]), [0, 3]);
        assert_eq!(kept(&["segment != "]), [1, 2]);
        assert_eq!(kept(&["key=3", "segment="]), Vec::<usize>::new());
        assert_eq!(kept(&[]), [0, 1, 2, 3]);
    }

    #[test]
    fn a_column_is_found_by_heading_number_and_what_it_is() {
        assert_eq!(kept(&["a=b=2"]), [1]);
        assert_eq!(kept(&["a=b!=2"]), [0, 2, 3]);
        assert_eq!(kept(&["Owner#2=b"]), [1]);
        let groups = view(Some("SEGMENT"), &[]).unwrap().groups.unwrap();
        let names: Vec<(&str, &[usize])> = groups.groups.iter().map(|g| (g.name.as_str(), g.rows.as_slice())).collect();
        assert_eq!(names, [("SMB", &[1, 2][..]), ("", &[0, 3])]);
    }

    #[test]
    fn what_is_not_there_is_told_with_what_is() {
        let several = Some(ViewFault::SeveralColumns { name: "Owner".to_owned(), count: 2 });
        assert_eq!(view(Some("Owner"), &[]).err(), several);
        let no_column = |fault: Option<ViewFault>| match fault {
            Some(ViewFault::NoColumn { name, close, .. }) => (name, close),
            other => panic!("{other:?}"),
        };
        let close = Some("Segment".to_owned());
        assert_eq!(no_column(view(Some("segmnt"), &[]).err()), ("segmnt".to_owned(), close.clone()));
        assert_eq!(no_column(view(None, &["segmnt!=x"]).err()), ("segmnt".to_owned(), close));
        assert_eq!(no_column(view(Some(" "), &[]).err()).0, "");
        match view(None, &["Segment=SMBs"]).err() {
            Some(ViewFault::NoValue { known, close, .. }) => {
                assert_eq!((known, close), (vec!["SMB".to_owned()], Some("SMB".to_owned())));
            }
            other => panic!("{other:?}"),
        }
        let unknown = view(None, &["Segment!=SMBs", "segment!=", "a=b!=7"]).unwrap().unknown;
        assert_eq!(unknown.len(), 2);
    }

    #[test]
    fn a_condition_has_a_column_and_a_value() {
        assert!(is_condition("a=") && is_condition("a!=b") && is_condition(" a = b"));
        assert!(!is_condition("a") && !is_condition("=b") && !is_condition(" != b"));
    }
}
