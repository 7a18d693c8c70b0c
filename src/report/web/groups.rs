//! The groups of the items, for the page: ranks within them are made by the script, since they move with the weights.

use serde::Serialize;

use super::WebReport;
use crate::analysis::RankedGroups;
use crate::prose;
use crate::report::view::{ByView, group_name};
use crate::say;

/// The part of the page's value.
#[derive(Serialize)]
pub(super) struct GroupsView<'a> {
    #[serde(flatten)]
    by: ByView<'a>,
    /// What the groups are called for people, in the same order.
    names: Vec<String>,
    /// For each item the place of its group.
    of: Vec<Option<usize>>,
    /// The section's heading, then those of the columns: group, items, best rank, among the first.
    heading: String,
    columns: [String; 4],
    /// What stands above the rank within a group.
    within: String,
    note: String,
}

impl<'a> GroupsView<'a> {
    /// The groups of the page's items, which are the rows in their order.
    pub(super) fn new(report: WebReport<'a>, groups: &'a RankedGroups<'a>, rows: &[usize]) -> Self {
        let lang = report.stability.lang;
        let column = prose::visible(groups.heading.trim());
        Self {
            by: ByView::new(groups, report.stability.ranking),
            names: groups.groups.iter().map(|group| group_name(&group.name, lang)).collect(),
            of: rows.iter().map(|&row| groups.of(row).map(|(group, _)| group)).collect(),
            heading: say!(lang, "page-by", column = column.as_str()),
            columns: [
                column,
                lang.text("view-column-items"),
                lang.text("view-column-best"),
                say!(lang, "view-column-top", top = groups.top),
            ],
            within: lang.text("view-column-rank"),
            note: lang.text("page-by-note"),
        }
    }
}
