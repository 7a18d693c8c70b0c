//! A sheet for one team: the items with what there is to know of them, and empty cells for ratings and reasons.

use crate::backlog::Backlog;
use crate::lang::Lang;
use crate::model::{Model, NodeId};
use crate::report::{RatingColumn, RatingKind, RatingSheet};
use crate::say;

/// The header of the reasons beside the ratings under another header: `ease_note`, `実装の容易さの理由`.
pub(super) fn reason_heading(rating: &str, lang: Lang) -> String {
    say!(lang, "sheet-reason", name = rating)
}

/// The sheet of a team: id, title, the columns of `context`, and for each criterion a cell for the rating and one for the
/// reason. The criteria have their keys for headers in English, their labels in Japanese.
pub fn rating_sheet<'a>(
    backlog: &Backlog<'a>,
    model: &Model,
    context: &[usize],
    criteria: &[NodeId],
    team: &str,
    lang: Lang,
) -> RatingSheet<'a> {
    let table = &backlog.table;
    let column = |heading: String, kind: RatingKind| RatingColumn { heading, kind };
    // Without ids the rows' numbers serve: the sheets must be told apart by something.
    let id = backlog.id.map_or_else(|| "id".to_owned(), |column| table.heading(column).trim().to_owned());
    let carried: Vec<usize> = backlog.title.into_iter().chain(context.iter().copied()).collect();
    let mut columns = vec![column(id, RatingKind::Item)];
    columns.extend(carried.iter().map(|&own| column(table.heading(own).into_owned(), RatingKind::Item)));
    for &node in criteria {
        let name = match lang {
            Lang::En => model.nodes[node].key.as_str(),
            Lang::Ja => model.nodes[node].label(lang),
        };
        columns.push(column(name.to_owned(), RatingKind::Rating(model.rated_on(node))));
        columns.push(column(reason_heading(name, lang), RatingKind::Remark));
    }
    let item = |row: usize| {
        std::iter::once(backlog.id(row)).chain(carried.iter().map(|&own| table.cell_text(row, own))).collect()
    };
    let items = (0..backlog.len()).map(item).collect();
    RatingSheet { name: team.to_owned(), above: Vec::new(), columns, items, lang }
}
