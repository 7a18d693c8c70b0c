//! An agenda for people: the list to discuss, what need not be discussed, and what the figures of agreement mean here.

use super::AgendaReport;
use crate::analysis::{Entry, Significance, Spread};
use crate::prose;
use crate::report::order::{named, shown};
use crate::report::workshop::words;
use crate::report::{Block, Cell, Column, Shape, Table, criteria};
use crate::say;

/// From here on rankings are alike, or nearly so (Schmidt 1997).
const STRONG: f64 = 0.7;
const SOME: f64 = 0.5;
/// Less often than this chance is not what is seen.
const CHANCE: f64 = 0.05;
/// From here on a criterion means the same to all, or nearly so (Krippendorff 2019, chapter 12).
const RELIABLE: f64 = 0.8;
const TENTATIVE: f64 = 0.667;
/// So many points above or below the others are lenient or strict.
const LENIENT: f64 = 0.5;

impl<'a> AgendaReport<'a> {
    /// What people read.
    pub(super) fn page(self) -> Vec<Block<'a>> {
        let entries: Vec<&'a Entry> = self.to_discuss().take(self.room().unwrap_or(usize::MAX)).collect();
        let mut page = vec![Block::Lines(vec![self.headline()])];
        if !entries.is_empty() {
            page.push(Block::Table(self.table(entries)));
        }
        let lines: Vec<String> =
            [self.time_line(), self.agreed_line(), self.thin_line()].into_iter().flatten().collect();
        if !lines.is_empty() {
            page.push(Block::Lines(lines));
        }
        if self.to_discuss().next().is_some() {
            page.push(Block::Prose(vec![self.lang.text("agenda-next")]));
        }
        page.push(Block::Heading(self.lang.text("agenda-agreement")));
        page.push(Block::Lines(vec![self.concordance_line()]));
        page.push(Block::Lines((0..self.panel.criteria.len()).map(|criterion| self.alpha_line(criterion)).collect()));
        page.push(Block::Lines((0..self.panel.raters.len()).map(|rater| self.rater_line(rater)).collect()));
        let mut lines =
            vec![criteria::model_line(self.scorer.model, self.scorer.plan, self.weights, self.origin, self.lang)];
        lines.extend(criteria::tie_break_line(self.scorer, self.lang));
        lines.push(say!(self.lang, "agenda-legend", limit = self.limit()));
        page.push(Block::Lines(lines));
        page
    }

    /// How many differences there are, and how many of them can change the answer.
    fn headline(self) -> String {
        let items = {
            let mut items: Vec<usize> = self.to_discuss().map(|entry| entry.item).collect();
            items.sort_unstable();
            items.dedup();
            items.len()
        };
        say!(
            self.lang,
            "agenda-headline",
            entries = self.to_discuss().count(),
            items = items,
            of = self.panel.items.len(),
            raters = self.panel.raters.len(),
            crossing = self.to_discuss().filter(|entry| entry.crosses).count(),
            top = self.top
        )
    }

    /// The entries, a line between those that can change the answer and those that can't.
    fn table(self, entries: Vec<&'a Entry>) -> Table<'a> {
        let lang = self.lang;
        let titled = self.panel.headings.title.is_some();
        let column = |key: &str, heading: &str, shape| Column::new(key, lang.text(heading), shape);
        let mut columns = vec![
            column("id", "column-id", Shape::Text),
            column("title", "column-title", Shape::Flexible),
            column("criterion", "column-criterion", Shape::Text),
            column("min", "agenda-column-lowest", Shape::Flexible),
            column("max", "agenda-column-highest", Shape::Flexible),
            column("median", "agenda-column-median", Shape::Number),
            column("ad", "agenda-column-ad", Shape::Number),
            column("ranks", "agenda-column-ranks", Shape::Number),
            column("split", "agenda-column-split", Shape::Text),
        ];
        columns.retain(|column| titled || column.key != "title");
        let crossing = entries.iter().filter(|entry| entry.crosses).count();
        let rule = (crossing > 0 && crossing < entries.len()).then_some(crossing);
        let len = entries.len() + usize::from(rule.is_some());
        let row = move |number: usize| {
            if Some(number) == rule {
                return vec![Cell::Rule];
            }
            let entry = entries[number - usize::from(rule.is_some_and(|rule| rule < number))];
            let (item, spread) = (&self.panel.items[entry.item], &entry.spread);
            let node = &self.scorer.model.nodes[self.panel.criteria[entry.criterion]];
            let mut cells = vec![Cell::Text(item.id.clone())];
            if titled {
                cells.push(Cell::Text(item.title.clone()));
            }
            let split = if spread.is_split() { lang.text("agenda-split") } else { String::new() };
            cells.extend([
                Cell::Text(node.label(lang).into()),
                Cell::Text(self.end(entry, &entry.lowest, spread.low.to_string()).into()),
                Cell::Text(self.end(entry, &entry.highest, spread.high.to_string()).into()),
                Cell::Text(spread.median.to_string().into()),
                Cell::Number(spread.ad.clone(), 2),
                Cell::Text(self.ranks(entry).into()),
                Cell::Text(split.into()),
            ]);
            cells
        };
        Table::new(columns, len, row)
    }

    /// A rating with those who gave it, and the reasons of those who say one.
    fn end(self, entry: &Entry, raters: &[usize], rating: String) -> String {
        let reasons = self.reasons(entry, raters);
        let who = match reasons[..] {
            [] => words::raters(self.panel, raters, self.lang),
            _ => {
                let silent: Vec<usize> = raters
                    .iter()
                    .copied()
                    .filter(|&rater| self.panel.reason(entry.item, entry.criterion, rater).is_none())
                    .collect();
                let mut said: Vec<String> =
                    reasons.iter().map(|(rater, reason)| words::give(rater, reason, self.lang)).collect();
                if !silent.is_empty() {
                    said.push(words::raters(self.panel, &silent, self.lang));
                }
                said.join(" / ")
            }
        };
        format!("{rating} {who}")
    }

    /// The ranks with the lowest and with the highest rating.
    fn ranks(self, entry: &Entry) -> String {
        match (entry.rank_if_low, entry.rank_if_high) {
            (Some(low), Some(high)) if low == high => low.to_string(),
            (Some(low), Some(high)) => say!(self.lang, "agenda-ranks", low = low, high = high),
            _ => String::new(),
        }
    }

    /// What there is no time for.
    fn time_line(self) -> Option<String> {
        let (time, room) = (self.time?, self.room()?);
        let left: Vec<&Entry> = self.to_discuss().skip(room).collect();
        let node = |entry: &Entry| &self.scorer.model.nodes[self.panel.criteria[entry.criterion]];
        let names = left.iter().map(|entry| {
            let id = prose::visible(&self.panel.items[entry.item].id);
            say!(self.lang, "agenda-entry", id = id, criterion = node(entry).label(self.lang))
        });
        let crossing = left.iter().filter(|entry| entry.crosses).count();
        Some(say!(
            self.lang,
            "agenda-time",
            minutes = time.minutes,
            each = time.each,
            room = room,
            left = left.len(),
            crossing = crossing,
            top = self.top,
            names = named(names, self.lang)
        ))
    }

    /// The items on which everybody agrees, all of them by name.
    fn agreed_line(self) -> Option<String> {
        let ids = self.agenda.agreed.iter().map(|&item| prose::visible(&self.panel.items[item].id));
        let count = self.agenda.agreed.len();
        (count > 0).then(|| say!(self.lang, "agenda-agreed", count = count, ids = prose::list(self.lang, ids)))
    }

    fn thin_line(self) -> Option<String> {
        let ids = self.agenda.thin.iter().map(|&item| prose::visible(&self.panel.items[item].id));
        let count = self.agenda.thin.len();
        (count > 0).then(|| say!(self.lang, "agenda-thin", count = count, ids = named(ids, self.lang)))
    }

    fn concordance_line(self) -> String {
        let Some(found) = &self.agreement.concordance else { return self.lang.text("agenda-w-none") };
        let reading = match found.w {
            // Even full concordance can't be told from chance here.
            1.0 if found.p_value > CHANCE => "few",
            _ if found.p_value > CHANCE => "chance",
            w if w >= STRONG => "strong",
            w if w >= SOME => "some",
            _ => "weak",
        };
        let (draws, seed) = match found.significance {
            Significance::Drawn(draws, seed) => (draws, seed as usize),
            _ => (0, 0),
        };
        say!(
            self.lang,
            "agenda-w",
            w = shown(found.w),
            items = found.items,
            raters = found.raters,
            p = words::probability(found.p_value, self.lang),
            method = found.significance.name(),
            draws = draws,
            seed = seed.to_string(),
            reading = reading
        )
    }

    fn alpha_line(self, criterion: usize) -> String {
        let name = self.scorer.model.nodes[self.panel.criteria[criterion]].label(self.lang);
        let Some(alpha) = self.agreement.alphas[criterion] else {
            return say!(self.lang, "agenda-alpha-none", criterion = name);
        };
        let reading = match alpha {
            alpha if alpha >= RELIABLE => "reliable",
            alpha if alpha >= TENTATIVE => "tentative",
            alpha if alpha > 0.0 => "unreliable",
            _ => "chance",
        };
        say!(self.lang, "agenda-alpha", criterion = name, alpha = shown(alpha), reading = reading)
    }

    fn rater_line(self, rater: usize) -> String {
        let stance = &self.agreement.stances[rater];
        let leniency = match stance.leniency {
            None => "none",
            Some(points) if points >= LENIENT => "lenient",
            Some(points) if points <= -LENIENT => "strict",
            Some(_) => "even",
        };
        let order = match stance.correlation {
            None => "none",
            Some(rho) if rho >= STRONG => "alike",
            Some(rho) if rho >= SOME => "near",
            Some(_) => "other",
        };
        say!(
            self.lang,
            "agenda-rater",
            rater = prose::visible(&self.panel.raters[rater]),
            leniency = leniency,
            points = words::signed(stance.leniency.unwrap_or_default()),
            distance = format!("{:.2}", stance.leniency.unwrap_or_default().abs()),
            order = order,
            rho = shown(stance.correlation.unwrap_or_default())
        )
    }

    /// Up to where a deviation is agreement, on the scale that the ratings have.
    fn limit(self) -> String {
        let limits = self.panel.criteria.iter().filter_map(|&node| Spread::limit(self.scorer.model.rated_on(node)));
        let mut limits: Vec<String> = limits.map(|limit| limit.rounded(2)).collect();
        limits.dedup();
        match &limits[..] {
            [one] => one.clone(),
            _ => "none".to_owned(),
        }
    }
}
