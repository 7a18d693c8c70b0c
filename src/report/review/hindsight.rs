//! Was the ranking right, in words: the correlation beside what chance would make, each criterion, and a scenario to talk about.

use super::{LEARNT, ReviewReport};
use crate::analysis::{Chance, ENOUGH, ENOUGH_TO_LEARN, Hindsight, Learnt, NotLearnt, RatedThen, Significance};
use crate::lang::Lang;
use crate::model::Model;
use crate::report::order::shown;
use crate::report::{Block, Cell, Column, Shape, Table};
use crate::say;

impl<'a> ReviewReport<'a> {
    /// The part of the page on the ranking; nothing where nobody knows the scores.
    pub(super) fn ranking(self) -> Vec<Block<'a>> {
        let Some(hindsight) = self.hindsight else { return Vec::new() };
        let mut blocks =
            vec![Block::Heading(self.lang.text("review-ranking")), Block::Prose(vec![verdict(hindsight, self.lang)])];
        if hindsight.concludes() && !hindsight.criteria.is_empty() {
            blocks.push(Block::Table(self.criteria(hindsight)));
        }
        blocks.extend(self.scenario(hindsight));
        blocks
    }

    /// Each criterion beside what was reached.
    fn criteria(self, hindsight: &'a Hindsight) -> Table<'a> {
        let lang = self.lang;
        let column = |key: &str, heading: &str, shape| Column::new(key, lang.text(heading), shape);
        let columns = vec![
            column("criterion", "column-criterion", Shape::Text),
            column("n", "review-column-n", Shape::Number),
            column("rho", "review-column-rho", Shape::Number),
            column("chance", "review-column-chance", Shape::Text),
            column("reading", "review-column-reading", Shape::Text),
        ];
        let row = move |number: usize| {
            let RatedThen { node, n, chance } = &hindsight.criteria[number];
            let text = |text: String| Cell::Text(text.into());
            let mut cells = vec![Cell::Text(self.model.nodes[*node].label(lang).into())];
            match chance {
                Some(chance) => cells.extend([
                    text(chance.n.to_string()),
                    text(shown(chance.correlation)),
                    text(say!(lang, "review-between", low = shown(chance.low), high = shown(chance.high))),
                    text(say!(lang, "review-criterion", reading = reading(chance))),
                ]),
                None => cells.extend([
                    text(n.to_string()),
                    Cell::Blank,
                    Cell::Blank,
                    text(say!(lang, "review-criterion", reading = nothing(*n))),
                ]),
            }
            cells
        };
        Table::new(columns, hindsight.criteria.len(), row)
    }

    /// The weights that would have ranked best, or why there are none.
    fn scenario(self, hindsight: &Hindsight) -> Vec<Block<'a>> {
        let lang = self.lang;
        match &hindsight.learnt {
            Ok(learnt) => {
                let correlation = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), shown);
                let line = say!(
                    lang,
                    "review-learnt",
                    n = learnt.n,
                    before = correlation(learnt.before),
                    after = correlation(learnt.after),
                    left = learnt.left_out.map_or_else(|| "none".to_owned(), shown)
                );
                vec![Block::Prose(vec![line]), Block::Drawing(scenario_lines(learnt, self.model, lang))]
            }
            Err(NotLearnt::TooFew(n)) if hindsight.concludes() => {
                vec![Block::Prose(vec![say!(lang, "review-learnt-few", n = *n, enough = ENOUGH_TO_LEARN)])]
            }
            Err(NotLearnt::TooFew(_)) => Vec::new(),
            Err(_) if hindsight.n < ENOUGH_TO_LEARN => Vec::new(),
            Err(NotLearnt::OtherModel) => vec![Block::Prose(vec![lang.text("review-learnt-other")])],
            Err(NotLearnt::Nothing) => vec![Block::Prose(vec![lang.text("review-learnt-nothing")])],
            Err(NotLearnt::NoRatings(_)) if !self.is_ranked => {
                vec![Block::Prose(vec![lang.text("review-learnt-unranked")])]
            }
            Err(NotLearnt::NoRatings(node)) => {
                let criterion = self.model.nodes[*node].label(lang);
                vec![Block::Prose(vec![say!(lang, "review-learnt-unknown", criterion = criterion)])]
            }
        }
    }
}

/// Whether the ranking pointed the right way, or why that can't be said.
pub(in crate::report) fn verdict(hindsight: &Hindsight, lang: Lang) -> String {
    let Some(chance) = &hindsight.overall else {
        return say!(lang, "review-correlation-none", n = hindsight.n, enough = ENOUGH);
    };
    let (draws, seed) = match chance.significance {
        Significance::Drawn(draws, seed) => (draws, seed.to_string()),
        _ => (0, String::new()),
    };
    say!(
        lang,
        if hindsight.concludes() { "review-correlation" } else { "review-too-few" },
        n = hindsight.n,
        enough = ENOUGH,
        rho = shown(chance.correlation),
        low = shown(chance.low),
        high = shown(chance.high),
        method = chance.significance.name(),
        draws = draws,
        seed = seed,
        reading = reading(chance)
    )
}

/// Why the ratings on a criterion can't be compared with what was reached: `unrated`, `few`, or `none`, all the same.
fn nothing(n: usize) -> &'static str {
    match n {
        0 => "unrated",
        1 => "few",
        _ => "none",
    }
}

/// `right`, `wrong`, or `chance`.
fn reading(chance: &Chance) -> &'static str {
    match chance.correlation {
        _ if !chance.is_beyond() => "chance",
        rho if rho > 0.0 => "right",
        _ => "wrong",
    }
}

fn scenario_lines(learnt: &Learnt, model: &Model, lang: Lang) -> Vec<String> {
    let keys: Vec<String> = learnt.weights.iter().map(|(node, _)| toml_key(&model.nodes[*node].key)).collect();
    let width = keys.iter().map(|key| key.chars().count()).max().unwrap_or_default();
    let line = |((node, weight), key): (&(usize, u32), &String)| {
        format!("{key:width$} = {weight}  # {}", model.nodes[*node].label(lang))
    };
    let lines = learnt.weights.iter().zip(&keys).map(line);
    std::iter::once(format!("[scenarios.{LEARNT}]")).chain(lines).collect()
}

/// The scenario as the text of a weights file.
pub fn scenario_text(learnt: &Learnt, model: &Model, lang: Lang) -> String {
    scenario_lines(learnt, model, lang).into_iter().map(|line| line + "\n").collect()
}

/// A key as TOML writes it: bare where that can be, else in quotes.
fn toml_key(key: &str) -> String {
    let is_bare = |character: char| character.is_ascii_alphanumeric() || "_-".contains(character);
    if !key.is_empty() && key.chars().all(is_bare) {
        return key.to_owned();
    }
    let mut out = String::from('"');
    for character in key.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            _ if character.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(character))),
            _ => out.push(character),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_quoted_where_toml_wants_it() {
        assert_eq!(toml_key("customer_impact"), "customer_impact");
        assert_eq!(toml_key("顧客"), "\"顧客\"");
        assert_eq!(toml_key("a\"b"), "\"a\\\"b\"");
    }
}
