//! Rankings side by side for people: one table, and under it what each scenario changes.

use super::WhatifReport;
use crate::analysis::Alternative;
use crate::prose;
use crate::report::order::{named, order_line};
use crate::report::rank::RankReport;
use crate::report::{Block, Cell, Column, Shape, Table, Viewed, criteria};
use crate::say;

impl<'a> WhatifReport<'a> {
    /// What people read.
    pub(super) fn page(self) -> Vec<Block<'a>> {
        let mut page = vec![Block::Table(self.table())];
        let is_cut = self.is_cut();
        page.extend(self.alternatives.iter().map(|other| Block::Lines(self.summary(other, is_cut))));
        let lang = self.lang;
        let mut lines =
            vec![criteria::model_line(self.scorer.model, self.scorer.plan, self.weights, self.origin, lang)];
        lines.extend(criteria::tie_break_line(self.scorer, lang));
        lines.extend(self.base().unranked_line());
        if !is_cut {
            lines.push(say!(lang, "whatif-no-cut", count = self.ranking.standings.len(), top = self.top));
        }
        lines.push(lang.text("tau-line"));
        page.push(Block::Lines(lines));
        page
    }

    /// The base ranking as `rank` lays it out, for what is said of items without a rank.
    fn base(self) -> RankReport<'a> {
        let Self { scorer, ranking, weights, origin, findings, lang, .. } = self;
        RankReport { scorer, ranking, weights, origin, findings, top: None, viewed: Viewed::default(), lang }
    }

    /// Whether any ranking has items beyond the cutoff.
    fn is_cut(self) -> bool {
        let rankings = std::iter::once(self.ranking).chain(self.alternatives.iter().map(|other| &other.ranking));
        rankings.into_iter().any(|ranking| ranking.within(self.top) < ranking.standings.len())
    }

    /// The items in the base's order, a line at the cutoff, and for each scenario the rank that differs.
    fn table(self) -> Table<'a> {
        let (ranking, backlog, lang) = (self.ranking, self.scorer.backlog, self.lang);
        let mut columns = vec![
            Column::new("rank", lang.text("column-rank"), Shape::Number),
            Column::new("id", lang.text("column-id"), Shape::Text),
            Column::new("title", lang.text("column-title"), Shape::Flexible),
        ];
        columns.retain(|column| backlog.title.is_some() || column.key != "title");
        columns.extend(self.alternatives.iter().map(|other| {
            let name = &other.scenario.name;
            Column::new(name, name, Shape::Number)
        }));
        let ranked = ranking.standings.len();
        let inside = ranking.within(self.top);
        let rule = (inside < ranked).then_some(inside);
        let row = move |number: usize| {
            if Some(number) == rule {
                return vec![Cell::Rule];
            }
            let place = number - usize::from(rule.is_some_and(|rule| rule < number));
            let standing = &ranking.standings[place];
            let row = standing.row as usize;
            let mut cells = vec![Cell::Rank(standing.rank, ranking.is_tied(place)), Cell::Text(backlog.id(row))];
            if backlog.title.is_some() {
                cells.push(Cell::Text(backlog.title(row)));
            }
            cells.extend(self.standings(place).skip(1).map(|found| match found {
                Some((rank, _)) => Cell::Move(Some(rank), i64::from(standing.rank) - i64::from(rank)),
                None => Cell::Blank,
            }));
            cells
        };
        Table::new(columns, ranked + usize::from(rule.is_some()), row)
    }

    /// What a scenario changes: its weights, who crosses the cutoff, and how alike the orders are.
    fn summary(self, other: &Alternative<'_>, is_cut: bool) -> Vec<String> {
        let (model, lang) = (self.scorer.model, self.lang);
        let weights = criteria::weights_in_words(model, other.plan, &other.scenario.weights, lang);
        let name = prose::visible(&other.scenario.name);
        let mut lines = vec![say!(lang, "whatif-scenario", name = name, weights = weights)];
        if is_cut {
            lines.push(say!(
                lang,
                "whatif-cutoff",
                top = self.top,
                entered = self.ids(&other.entered),
                came = other.entered.len(),
                left = self.ids(&other.left),
                went = other.left.len()
            ));
        }
        lines.push(order_line(&other.pairs, lang));
        let base = self.ranking.places(self.scorer.backlog.len());
        let ranked = other.ranking.standings.iter().map(|standing| standing.row as usize);
        let gained: Vec<usize> = ranked.filter(|&row| base[row].is_none()).collect();
        let unranked = other.ranking.unranked.iter().map(|item| item.row as usize);
        let lost: Vec<usize> = unranked.filter(|&row| base[row].is_some()).collect();
        if !gained.is_empty() {
            let ranked = gained.iter().map(|&row| {
                let rank = other.places[row].map_or(0, |place| other.ranking.standings[place].rank);
                say!(lang, "whatif-item", id = prose::visible(&self.scorer.backlog.id(row)), rank = rank)
            });
            lines.push(say!(lang, "whatif-gained", items = named(ranked, lang)));
        }
        if !lost.is_empty() {
            lines.push(say!(lang, "whatif-lost", items = self.ids(&lost)));
        }
        lines
    }

    fn ids(self, rows: &[usize]) -> String {
        named(rows.iter().map(|&row| prose::visible(&self.scorer.backlog.id(row))), self.lang)
    }
}
