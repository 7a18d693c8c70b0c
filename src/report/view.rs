//! What every report says of the rows that it is about: how many are kept and why, and the groups that they are in.

use serde::Serialize;

use super::order::named;
use super::{Cell, Column, Shape, Table};
use crate::analysis::{RankedGroup, RankedGroups};
use crate::input::{Condition, View};
use crate::lang::Lang;
use crate::prose;
use crate::say;
use crate::scoring::Ranking;

/// How a ranking is looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Viewed<'a> {
    /// Which items are kept, and why.
    pub view: Option<&'a View<'a>>,
    /// The groups that the kept items are in.
    pub groups: Option<&'a RankedGroups<'a>>,
}

/// The conditions, and how many rows fulfil them.
#[derive(Debug, Serialize)]
pub(super) struct WhereView<'a> {
    conditions: Vec<ConditionView<'a>>,
    kept: usize,
    of: usize,
}

#[derive(Debug, Serialize)]
struct ConditionView<'a> {
    column: &'a str,
    not: bool,
    value: &'a str,
}

impl<'a> WhereView<'a> {
    /// `None` where every row is kept because nothing is asked for.
    pub(super) fn new(view: &'a View<'a>) -> Option<Self> {
        view.keep.as_ref()?;
        let condition = |condition: &'a Condition<'a>| ConditionView {
            column: &condition.heading,
            not: condition.is_not,
            value: &condition.value,
        };
        Some(Self { conditions: view.conditions.iter().map(condition).collect(), kept: view.kept(), of: view.rows })
    }
}

/// The groups of a ranking.
#[derive(Debug, Serialize)]
pub(super) struct ByView<'a> {
    column: &'a str,
    top: usize,
    groups: Vec<GroupView<'a>>,
}

#[derive(Debug, Serialize)]
struct GroupView<'a> {
    name: &'a str,
    items: usize,
    unranked: usize,
    best_rank: Option<u32>,
    in_top: usize,
}

impl<'a> ByView<'a> {
    pub(super) fn new(groups: &'a RankedGroups<'a>, ranking: &Ranking) -> Self {
        let view = |group: &'a RankedGroup| GroupView {
            name: &group.name,
            items: group.len(),
            unranked: group.unranked,
            best_rank: group.best_rank(ranking),
            in_top: group.in_top,
        };
        Self { column: &groups.heading, top: groups.top, groups: groups.groups.iter().map(view).collect() }
    }
}

impl<'a> Viewed<'a> {
    /// The conditions for programs, where there are any.
    pub(super) fn conditions(self) -> Option<WhereView<'a>> {
        self.view.and_then(WhereView::new)
    }

    /// The lines about the rows that are kept, where some could have been left out.
    pub(super) fn kept_lines(self, lang: Lang) -> Vec<String> {
        let kept = self.view.and_then(|view| kept_line(view, lang));
        let is_any = self.view.is_some_and(|view| view.kept() > 0);
        let ranks = kept.is_some() && is_any;
        kept.into_iter().chain(ranks.then(|| lang.text("view-ranks"))).collect()
    }

    /// Whose most of the first items are; nothing where all items are among the first, or all groups have as many.
    pub(super) fn most_line(self, ranking: &Ranking, lang: Lang) -> Option<String> {
        let groups = self.groups?;
        let within = ranking.within(groups.top);
        let most = groups.groups.iter().map(|group| group.in_top).max()?;
        let with_most = groups.groups.iter().filter(|group| group.in_top == most);
        let names: Vec<String> = with_most.map(|group| group_heading(&group.name, lang)).collect();
        if within == ranking.standings.len() || names.len() == groups.groups.len() {
            return None;
        }
        let count = names.len();
        let names = named(names.into_iter(), lang);
        Some(say!(lang, "view-most", top = groups.top, names = names, most = most, all = within, count = count))
    }

    /// The column of the groups and the rank in them, for a sheet.
    pub(super) fn sheet_columns(self) -> Vec<Column> {
        let both = ["group", "group_rank"].map(Column::plain);
        if self.groups.is_some() { both.to_vec() } else { Vec::new() }
    }

    /// A row's cells under [`Viewed::sheet_columns`].
    pub(super) fn sheet_cells(self, row: usize) -> Vec<Cell<'a>> {
        let Some(groups) = self.groups else { return Vec::new() };
        let rank = groups.of(row).and_then(|(_, rank)| rank);
        let name = groups.name_of(row);
        vec![
            if name.is_empty() { Cell::Blank } else { Cell::Text(name.into()) },
            rank.map_or(Cell::Blank, |rank| Cell::Rank(rank, false)),
        ]
    }
}

/// A group's name for people, in a cell: formats escape it for themselves.
pub(super) fn group_name(name: &str, lang: Lang) -> String {
    if name.is_empty() { lang.text("view-no-group") } else { name.to_owned() }
}

/// A group's name in a sentence or as a heading.
pub(super) fn group_heading(name: &str, lang: Lang) -> String {
    prose::visible(&group_name(name, lang))
}

/// A row a group: how many items it has, its best rank, and how many of them are among the first.
pub(super) fn groups_table<'a>(groups: &'a RankedGroups<'a>, ranking: &'a Ranking, lang: Lang) -> Table<'a> {
    let number = |key: &str, heading: String| Column::new(key, heading, Shape::Number);
    let columns = vec![
        Column::new("group", prose::visible(groups.heading.trim()), Shape::Flexible),
        number("items", lang.text("view-column-items")),
        number("best_rank", lang.text("view-column-best")),
        number("in_top", say!(lang, "view-column-top", top = groups.top)),
    ];
    let row = move |number: usize| {
        let group = &groups.groups[number];
        let text = |text: String| Cell::Text(text.into());
        vec![
            text(group_name(&group.name, lang)),
            text(group.len().to_string()),
            text(group.best_rank(ranking).map_or_else(String::new, |rank| rank.to_string())),
            text(group.in_top.to_string()),
        ]
    };
    Table::new(columns, groups.groups.len(), row)
}

/// The line that says how many rows are kept, and by which conditions.
pub(super) fn kept_line(view: &View<'_>, lang: Lang) -> Option<String> {
    view.keep.as_ref()?;
    let mut said: Vec<String> = Vec::new();
    for (n, condition) in view.conditions.iter().enumerate() {
        let is_alike = |other: &&Condition<'_>| other.is_alike(condition);
        if view.conditions[..n].iter().any(|other| is_alike(&other)) {
            continue;
        }
        let value = |value: &str| if value.is_empty() { lang.text("view-blank") } else { prose::excerpt(value) };
        let values = view.conditions.iter().filter(is_alike).map(|condition| value(&condition.value));
        let values = values.reduce(|one, other| say!(lang, "view-or", one = one, other = other)).unwrap_or_default();
        let message = if condition.is_not { "view-is-not" } else { "view-is" };
        said.push(say!(lang, message, column = prose::excerpt(condition.heading.trim()), values = values));
    }
    let said = said.into_iter().reduce(|one, other| say!(lang, "view-and", one = one, other = other));
    Some(say!(lang, "view-kept", kept = view.kept(), of = view.rows, conditions = said.unwrap_or_default()))
}
