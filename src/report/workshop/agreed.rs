//! What a workshop leaves behind: the agreed backlog, which ranks like any other, and the record of how it came about.

use strum::IntoEnumIterator;

use super::sheet::reason_heading;
use super::words::{give, why};
use crate::analysis::{Merged, Taken, Why};
use crate::backlog::{Panel, Rating};
use crate::lang::Lang;
use crate::model::Model;
use crate::report::{Cell, Column, Table};

/// The agreed backlog: id, title, the columns that are carried along, the criteria, and beside each of them the reasons,
/// where somebody gave one.
pub fn agreed_table<'a>(panel: &'a Panel<'a>, merged: &'a Merged, lang: Lang) -> Table<'a> {
    let headings = &panel.headings;
    let mut columns = vec![Column::plain(headings.id.as_str())];
    columns.extend(headings.title.as_deref().map(Column::plain));
    columns.extend(headings.context.iter().map(Column::plain));
    let has_notes: Vec<bool> = (0..panel.criteria.len()).map(|criterion| has_notes(panel, merged, criterion)).collect();
    for (criterion, name) in headings.criteria.iter().enumerate() {
        columns.push(Column::plain(name));
        if has_notes[criterion] {
            let own = headings.reasons[criterion].clone();
            // Beside a heading in Japanese stands a Japanese one.
            let of_heading = if name.is_ascii() { Lang::En } else { Lang::Ja };
            columns.push(Column::plain(own.unwrap_or_else(|| reason_heading(name, of_heading))));
        }
    }
    let row = move |item: usize| {
        let about = &panel.items[item];
        let mut cells = vec![Cell::Text(about.id.clone())];
        if headings.title.is_some() {
            cells.push(Cell::Text(about.title.clone()));
        }
        cells.extend(about.context.iter().cloned().map(Cell::Text));
        for (criterion, has_notes) in has_notes.iter().enumerate() {
            let taken = merged.cell(item, criterion);
            cells.push(rating(taken.rating));
            if *has_notes {
                cells.push(Cell::Text(note(panel, item, criterion, taken, lang).into()));
            }
        }
        cells
    };
    Table::new(columns, panel.items.len(), row)
}

/// The record: every rating with who gave it and why, and what was taken and why. An item and criterion that nobody rated
/// has a row too, and so has what was said when something was decided.
pub fn record_table<'a>(panel: &'a Panel<'a>, merged: &'a Merged, model: &'a Model, lang: Lang) -> Table<'a> {
    let keys = ["id", "title", "criterion", "rater", "rating", "note", "agreed", "taken", "why"];
    let mut rows: Vec<(usize, usize, Option<usize>)> = Vec::new();
    for (item, criterion, taken) in merged.iter() {
        let said = |&rater: &usize| {
            panel.ratings(item, criterion)[rater].is_some() || panel.reason(item, criterion, rater).is_some()
        };
        let before = rows.len();
        rows.extend((0..panel.raters.len()).filter(said).map(|rater| (item, criterion, Some(rater))));
        if rows.len() == before || taken.note.is_some() {
            rows.push((item, criterion, None));
        }
    }
    let len = rows.len();
    let row = move |number: usize| {
        let (item, criterion, rater) = rows[number];
        let (about, taken) = (&panel.items[item], merged.cell(item, criterion));
        let text = |text: &'a str| Cell::Text(text.into());
        let note = match rater {
            Some(rater) => panel.reason(item, criterion, rater),
            None => taken.note.as_deref(),
        };
        vec![
            Cell::Text(about.id.clone()),
            Cell::Text(about.title.clone()),
            text(&model.nodes[panel.criteria[criterion]].key),
            text(rater.map_or("", |rater| &panel.raters[rater])),
            rating(rater.and_then(|rater| panel.ratings(item, criterion)[rater])),
            text(note.unwrap_or_default()),
            rating(taken.rating),
            text(taken.why.name()),
            Cell::Text(why(panel, taken, lang).into()),
        ]
    };
    Table::new(keys.map(Column::plain).to_vec(), len, row)
}

/// Whether anything is to be said about ratings on a criterion.
fn has_notes(panel: &Panel<'_>, merged: &Merged, criterion: usize) -> bool {
    let decided = |item: usize| merged.cell(item, criterion).note.is_some();
    panel.has_reasons(criterion) || (0..panel.items.len()).any(decided)
}

/// The reason for a rating that was taken: what was said when it was decided, the lead's own, or everybody's.
fn note(panel: &Panel<'_>, item: usize, criterion: usize, taken: &Taken, lang: Lang) -> String {
    let decided = taken.note.clone();
    let reasons: Vec<String> = match taken.rater {
        Some(rater) => panel.reason(item, criterion, rater).map(str::to_owned).into_iter().collect(),
        None if taken.why == Why::Decision && decided.is_some() => Vec::new(),
        None => {
            let reason = |rater: usize| Some(give(&panel.raters[rater], panel.reason(item, criterion, rater)?, lang));
            (0..panel.raters.len()).filter_map(reason).collect()
        }
    };
    decided.into_iter().chain(reasons).collect::<Vec<_>>().join(" / ")
}

/// A rating as a file has it.
fn rating<'a>(rating: Option<Rating>) -> Cell<'a> {
    rating.map_or(Cell::Blank, |rating| Cell::Text(rating.to_string().into()))
}

/// Every way of taking a rating that a merge has used, with how often.
pub(super) fn counted(merged: &Merged) -> Vec<(Why, usize)> {
    Why::iter().map(|why| (why, merged.count(why))).filter(|(_, count)| *count > 0).collect()
}
