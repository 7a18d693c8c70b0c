//! A sheet for one team: the items with what there is to know of them, and empty cells for ratings and reasons.

use crate::backlog::Backlog;
use crate::lang::Lang;
use crate::model::{Model, NodeId};
use crate::report::{Cell, Column, Table};
use crate::say;

/// The columns that a sheet has for one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatingColumn {
    /// The header of the ratings: the criterion's key in English, its label in Japanese.
    pub rating: String,
    /// The header of the reasons.
    pub reason: String,
}

impl RatingColumn {
    /// The columns of a criterion or factor.
    pub fn new(model: &Model, node: NodeId, lang: Lang) -> Self {
        let node = &model.nodes[node];
        let rating = match lang {
            Lang::En => node.key.as_str(),
            Lang::Ja => node.label(lang),
        };
        Self { rating: rating.to_owned(), reason: reason_heading(rating, lang) }
    }
}

/// The header of the reasons beside the ratings under another header: `ease_note`, `実装の容易さの理由`.
pub(super) fn reason_heading(rating: &str, lang: Lang) -> String {
    say!(lang, "sheet-reason", name = rating)
}

/// The rows of a sheet: id, title, the columns that are carried along, and for each criterion two empty cells.
pub fn sheet_table<'a>(backlog: &'a Backlog<'a>, context: &[usize], criteria: &[RatingColumn]) -> Table<'a> {
    let table = &backlog.table;
    // Without ids the rows' numbers serve: the sheets must be told apart by something.
    let id = backlog.id.map_or_else(|| "id".to_owned(), |column| table.heading(column).trim().to_owned());
    let carried: Vec<usize> = backlog.title.into_iter().chain(context.iter().copied()).collect();
    let mut columns = vec![Column::plain(id)];
    columns.extend(carried.iter().map(|&column| Column::plain(table.heading(column))));
    columns.extend(criteria.iter().flat_map(|own| [&own.rating, &own.reason]).map(Column::plain));
    let blanks = criteria.len() * 2;
    let row = move |row: usize| {
        let mut cells = vec![Cell::Text(backlog.id(row))];
        cells.extend(carried.iter().map(|&column| Cell::Text(table.cell_text(row, column))));
        cells.resize(cells.len() + blanks, Cell::Blank);
        cells
    };
    Table { columns, len: backlog.len(), row: Box::new(row) }
}
