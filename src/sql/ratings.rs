//! From the table's cells to ratings: texts, then whole numbers, then those on their scales, with what is missing.
//!
//! What counts as a rating is what `input/rating.rs` takes for one, but for ranges and decimal commas.

use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_rational::BigRational;

use super::number::{Fraction, Whole, logarithm};
use super::{CommonTable, SelectedColumn, Writer};
use crate::decimal::Decimal;
use crate::input::fold;
use crate::model::{Kind, NodeId, Scale};
use crate::prose;
use crate::say;

/// Full-width digits and signs, and the ideographic space, with what they are read as.
const WIDE: (&str, &str) = ("０１２３４５６７８９．％\u{3000}", "0123456789.% ");
/// What makes no difference in a word: circles and wave dashes that look alike; the last three are dropped.
const ALIKE: (&str, &str) = ("〇◯〜 _-", "○○~");
/// The digits before the point, and the most behind it, that a rating can have.
const QUANTITY_DIGITS: f64 = 15.0;

/// A column of ratings.
pub(super) struct Rated {
    pub(super) node: NodeId,
    /// The digits behind the point that are kept.
    pub(super) places: u32,
    scale: Scale,
    percent: bool,
    /// The texts that stand for a number, in order.
    words: Vec<(BTreeSet<String>, Decimal)>,
    /// Whether a blank keeps the item out of the ranking.
    counts: bool,
}

impl Rated {
    /// The rating as a value.
    pub(super) fn value(&self, sql: String) -> Fraction {
        let power = BigInt::from(10).pow(self.places);
        let (digits, is_open) = match self.scale {
            Scale::Quantity => (QUANTITY_DIGITS + f64::from(self.places), true),
            Scale::Bounded(low, high) => {
                let digits = [low, high].map(|end| logarithm(&whole(end, self.places)));
                (digits[0].max(digits[1]).max(0.0), false)
            }
        };
        Fraction::whole(Whole { sql, digits, is_open }, BigRational::new(1.into(), power))
    }

    /// A whole number below every rating.
    pub(super) fn below_all(&self) -> BigInt {
        let power = BigInt::from(10).pow(self.places);
        match self.scale {
            Scale::Quantity => -BigInt::from(10).pow(QUANTITY_DIGITS as u32) * power,
            Scale::Bounded(low, high) => {
                let ends = [low, high].map(|end| whole(end, self.places).magnitude().clone());
                -BigInt::from(ends[0].clone().max(ends[1].clone())) - 1
            }
        }
    }
}

fn whole(value: Decimal, places: u32) -> BigInt {
    BigInt::from(value.mantissa()) * BigInt::from(10).pow(places.saturating_sub(value.scale()))
}

/// A word as the query compares it; `fold` does more to it.
fn compared(word: &str) -> String {
    let wide: Vec<char> = WIDE.0.chars().collect();
    let narrow: Vec<char> = WIDE.1.chars().collect();
    let narrowed = word.chars().map(|character| match wide.iter().position(|&known| known == character) {
        Some(at) => narrow[at],
        None => character,
    });
    let alike = |character: char| match character {
        '〇' | '◯' => Some('○'),
        '〜' => Some('~'),
        ' ' | '_' | '-' => None,
        other => Some(other),
    };
    narrowed.filter_map(alike).flat_map(char::to_lowercase).collect()
}

impl Writer<'_> {
    /// The columns of ratings, in the order of the model.
    pub(super) fn ratings(&self) -> Vec<Rated> {
        let query = self.query;
        let rated = |&(node, _): &(NodeId, _)| {
            let mut words = Vec::new();
            let mut percent = false;
            if let Kind::Criterion { words: own, percent: own_percent, .. } = &query.model.nodes[node].kind {
                words.extend(own.iter().cloned());
                percent = *own_percent;
            }
            words.extend(query.words.iter().cloned());
            // A text can't hold it in every engine, and a file of items never does.
            words.retain(|(word, _)| !word.contains('\0'));
            let scale = query.model.rated_on(node);
            let ends = match scale {
                Scale::Bounded(low, high) => vec![low, high],
                Scale::Quantity => Vec::new(),
            };
            let digits = words.iter().map(|(_, value)| value).chain(&ends).map(|value| value.scale()).max();
            let places = query.decimals + if percent { 2 } else { 0 };
            Rated {
                node,
                places: places.max(digits.unwrap_or(0)),
                scale,
                percent,
                words: words.into_iter().map(|(word, value)| ([fold(&word), compared(&word)].into(), value)).collect(),
                counts: query.plan.uses(node),
            }
        };
        query.columns.nodes.iter().map(rated).collect()
    }

    /// The steps that make ratings of cells.
    pub(super) fn rating_steps(&self, ratings: &[Rated]) -> Vec<CommonTable> {
        vec![self.cells(), self.numbers(ratings), self.on_scales(ratings)]
    }

    fn cells(&self) -> CommonTable {
        let (dialect, lang) = (self.query.dialect, self.query.lang);
        let columns = self.query.columns;
        let mut selected = vec![SelectedColumn::plain(format!("{} AS {}", columns.id.to_sql(dialect), self.own("id")))];
        if let Some(title) = &columns.title {
            selected.push(SelectedColumn::plain(format!("{} AS {}", title.to_sql(dialect), self.own("title"))));
        }
        let (wide, narrow) = (dialect.literal(WIDE.0), dialect.literal(WIDE.1));
        for (node, column) in &columns.nodes {
            let text = format!("CAST({} AS {})", column.to_sql(dialect), dialect.text_type());
            let name = self.part_of(*node, "text");
            selected.push(SelectedColumn {
                comment: Some(self.label(*node).to_owned()),
                sql: format!("NULLIF(TRIM(TRANSLATE({text}, {wide}, {narrow})), '') AS {name}"),
            });
        }
        CommonTable {
            name: "cells".to_owned(),
            how: "",
            comments: vec![lang.text("sql-cells")],
            columns: selected,
            rest: vec![format!("FROM {}", self.query.table.to_sql(dialect))],
        }
    }

    fn numbers(&self, ratings: &[Rated]) -> CommonTable {
        let mut columns = vec![SelectedColumn::plain("*")];
        columns.extend(ratings.iter().map(|rated| SelectedColumn {
            comment: None,
            sql: format!("{} AS {}", self.number(rated), self.part_of(rated.node, "number")),
        }));
        CommonTable {
            name: "numbers".to_owned(),
            how: self.query.dialect.once(),
            comments: vec![self.query.lang.text("sql-numbers")],
            columns,
            rest: vec!["FROM cells".to_owned()],
        }
    }

    /// A cell's text as a whole number; NULL where it is none.
    fn number(&self, rated: &Rated) -> String {
        let dialect = self.query.dialect;
        let text = self.part_of(rated.node, "text");
        let mut numbers = String::from("CASE\n");
        let plain = dialect.matches(&text, &pattern(rated.places, ""));
        numbers.push_str(&format!("      WHEN {plain}\n      THEN {}\n", dialect.whole_of_text(&text, rated.places)));
        if rated.percent {
            let places = rated.places.saturating_sub(2);
            let percent = dialect.matches(&text, &pattern(places, " *%"));
            let bare = format!("TRIM(REPLACE({text}, '%', ''))");
            let whole = dialect.whole_of_text(&bare, places);
            numbers.push_str(&format!("      WHEN {percent}\n      THEN {whole}\n"));
        }
        numbers.push_str("    END");
        if rated.words.is_empty() {
            return numbers;
        }
        let (alike, same) = (dialect.literal(ALIKE.0), dialect.literal(ALIKE.1));
        let mut words = format!("COALESCE(CASE LOWER(TRANSLATE({text}, {alike}, {same}))\n");
        for (texts, value) in &rated.words {
            let value = dialect.integer(&whole(*value, rated.places));
            for text in texts {
                words.push_str(&format!("      WHEN {} THEN {value}\n", dialect.literal(text)));
            }
        }
        format!("{words}    END, {numbers})")
    }

    fn on_scales(&self, ratings: &[Rated]) -> CommonTable {
        let (dialect, lang) = (self.query.dialect, self.query.lang);
        let mut columns = vec![SelectedColumn::plain(self.own("id"))];
        if self.query.columns.title.is_some() {
            columns.push(SelectedColumn::plain(self.own("title")));
        }
        let (mut missing, mut unreadable) = (Vec::new(), Vec::new());
        for rated in ratings {
            let number = self.part_of(rated.node, "number");
            let text = self.part_of(rated.node, "text");
            let end = |end: Decimal| dialect.integer(&whole(end, rated.places));
            let (holds, shown) = match rated.scale {
                Scale::Bounded(low, high) => {
                    (format!("{number} BETWEEN {} AND {}", end(low), end(high)), format!("{low}–{high}"))
                }
                Scale::Quantity => (format!("{number} >= 0"), "≥ 0".to_owned()),
            };
            columns.push(SelectedColumn {
                comment: Some(say!(
                    lang,
                    "sql-rating",
                    criterion = prose::visible(self.label(rated.node)),
                    scale = shown,
                    power = BigInt::from(10).pow(rated.places).to_string()
                )),
                sql: format!("CASE WHEN {holds} THEN {number} END AS {}", self.node(rated.node)),
            });
            let key = self.key(rated.node);
            if rated.counts {
                missing.push(format!("CASE WHEN {text} IS NULL THEN {key} END"));
            }
            unreadable.push(format!("CASE WHEN {holds} OR {text} IS NULL THEN NULL ELSE {key} END"));
        }
        columns.push(SelectedColumn {
            comment: Some(lang.text("sql-missing")),
            sql: format!("{} AS {}", dialect.listed(&missing), self.own("missing")),
        });
        columns.push(SelectedColumn {
            comment: Some(lang.text("sql-unreadable")),
            sql: format!("{} AS {}", dialect.listed(&unreadable), self.own("unreadable")),
        });
        CommonTable {
            name: "ratings".to_owned(),
            how: "",
            comments: vec![lang.text("sql-ratings")],
            columns,
            rest: vec!["FROM numbers".to_owned()],
        }
    }
}

/// A plain decimal with so many digits behind the point, trailing zeros aside, and what stands behind it.
fn pattern(places: u32, behind: &str) -> String {
    let fraction = if places == 0 { "[.]0+".to_owned() } else { format!("[.][0-9]{{1,{places}}}0*") };
    format!("[+-]?0*[0-9]{{1,15}}({fraction})?{behind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_takes_the_digits_that_are_kept() {
        assert_eq!(pattern(2, ""), "[+-]?0*[0-9]{1,15}([.][0-9]{1,2}0*)?");
        assert_eq!(pattern(0, " *%"), "[+-]?0*[0-9]{1,15}([.]0+)? *%");
    }

    #[test]
    fn a_word_is_compared_as_the_query_makes_it() {
        assert_eq!(compared("Very_High"), "veryhigh");
        assert_eq!(compared("〇"), "○");
        assert_eq!(compared("８"), "8");
    }
}
