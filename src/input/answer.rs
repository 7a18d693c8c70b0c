//! What `tenbin rank -f json` printed, read back: its items as the text of a backlog, with the weights that it was
//! weighed by.
//!
//! A range is there as its middle, and an item without a rank without its ratings: both as the ranking counts them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::decimal::Decimal;
use crate::finding::{Finding, Rule, Source};
use crate::scoring::Ranking;

/// The version of the form that is read here.
const SCHEMA: u32 = 1;
/// So far apart, as a part of them, may a printed score and the one that is computed be: the digits of a double.
const SAME: f64 = 1e-9;

/// A ranking that was printed as JSON.
#[derive(Debug)]
pub struct Answer {
    /// The name of the model.
    pub model: String,
    /// The weights, of factors' parts too, by key.
    pub weights: Vec<(String, Decimal)>,
    /// The keys of the criteria that decide between equal scores, in order.
    pub tie_break: Vec<String>,
    /// Only ranks up to here are there, where not all are.
    pub top: Option<usize>,
    /// Whether rows were left out by conditions.
    pub has_conditions: bool,
    /// The scores of the ranked items, in the order of the rows.
    pub scores: Vec<f64>,
    /// Whether some ratings were ranges.
    pub has_ranges: bool,
    /// The items as CSV: `id`, `title`, and each criterion under its key.
    pub text: String,
}

#[derive(Deserialize)]
struct Written {
    schema_version: u32,
    command: String,
    model: String,
    weights: Vec<Weight>,
    #[serde(default)]
    factors: Vec<Factor>,
    #[serde(default)]
    tie_break: Vec<String>,
    top: Option<usize>,
    #[serde(rename = "where")]
    conditions: Option<serde::de::IgnoredAny>,
    items: Vec<Item>,
    #[serde(default)]
    unranked: Vec<Unranked>,
}

#[derive(Deserialize)]
struct Weight {
    key: String,
    weight: f64,
}

#[derive(Deserialize)]
struct Factor {
    key: String,
    weights: Vec<Weight>,
}

#[derive(Deserialize)]
struct Item {
    id: String,
    title: String,
    score: f64,
    values: BTreeMap<String, f64>,
    #[serde(default)]
    uncertain: Vec<String>,
}

#[derive(Deserialize)]
struct Unranked {
    id: String,
    title: String,
}

impl Answer {
    /// Whether a ranking of its text has the scores that were printed.
    pub fn agrees_with(&self, ranking: &Ranking) -> bool {
        let places = ranking.places(ranking.standings.len() + ranking.unranked.len());
        let is_same = |(score, place): (&f64, &Option<usize>)| {
            let other = place.map(|place| ranking.standings[place].score.to_f64());
            other.is_some_and(|other| (score - other).abs() <= SAME * score.abs().max(other.abs()))
        };
        self.scores.iter().zip(&places).all(is_same)
    }
}

/// Whether a text is JSON, and no table.
pub fn is_json(text: &str) -> bool {
    text.trim_start_matches('\u{FEFF}').trim_start().starts_with('{')
}

/// Reads a ranking; a finding where the text is not one.
pub fn read_answer(source: &Source<'_>) -> Result<Answer, Finding> {
    let written = read(source)?;
    let weights: Option<Vec<(String, Decimal)>> = written
        .weights
        .iter()
        .chain(written.factors.iter().flat_map(|factor| &factor.weights))
        .map(|entry| Some((entry.key.clone(), decimal(entry.weight).filter(|weight| *weight >= Decimal::ZERO)?)))
        .collect();
    Ok(Answer {
        text: table(&written),
        has_conditions: written.conditions.is_some(),
        has_ranges: written.items.iter().any(|item| !item.uncertain.is_empty()),
        scores: written.items.iter().map(|item| item.score).collect(),
        weights: weights.ok_or_else(not_one)?,
        model: written.model,
        tie_break: written.tie_break,
        top: written.top,
    })
}

/// A ranking as the table that `rank -f csv` prints of it: id, title, score, and the values of criteria and factors.
pub fn printed_table(source: &Source<'_>) -> Result<String, Finding> {
    let written = read(source)?;
    let mut keys: Vec<&str> = Vec::new();
    for key in written.items.iter().flat_map(|item| item.values.keys()) {
        if !keys.contains(&key.as_str()) {
            keys.push(key);
        }
    }
    let mut text = String::from("id,title,score");
    keys.iter().for_each(|key| push(&mut text, key));
    text.push('\n');
    for item in &written.items {
        text.push_str(&quoted(&item.id));
        push(&mut text, &item.title);
        push(&mut text, &item.score.to_string());
        for key in &keys {
            push(&mut text, &item.values.get(*key).map(f64::to_string).unwrap_or_default());
        }
        text.push('\n');
    }
    for item in &written.unranked {
        text.push_str(&quoted(&item.id));
        push(&mut text, &item.title);
        text.push_str(&",".repeat(keys.len() + 1));
        text.push('\n');
    }
    Ok(text)
}

/// The model that a printed ranking names; `None` where a text is none.
pub fn printed_model(text: &str) -> Option<String> {
    is_json(text).then(|| read(&Source::new("", text)).ok().map(|written| written.model)).flatten()
}

fn not_one() -> Finding {
    Finding::new(Rule::NotText).with("kind", "other-json").advise("help-ranking")
}

fn read(source: &Source<'_>) -> Result<Written, Finding> {
    let text = source.text.trim_start_matches('\u{FEFF}');
    let written: Written = serde_json::from_str(text).map_err(|error| {
        let start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
        let at = (start + error.column().saturating_sub(1)).min(text.len()) + (source.text.len() - text.len());
        not_one().position(source.position(floor(source.text, at)))
    })?;
    if written.command == "rank" && written.schema_version == SCHEMA { Ok(written) } else { Err(not_one()) }
}

/// The items as CSV. Factors that were computed are left out: they are computed again.
fn table(written: &Written) -> String {
    let is_computed = |key: &str| written.factors.iter().any(|factor| factor.key == key);
    let mut keys: Vec<&str> = Vec::new();
    let weighed = written.weights.iter().chain(written.factors.iter().flat_map(|factor| &factor.weights));
    let given = weighed.filter(|entry| entry.weight > 0.0).map(|entry| entry.key.as_str());
    let valued = written.items.iter().flat_map(|item| item.values.keys().map(String::as_str));
    for key in given.chain(valued) {
        if !is_computed(key) && !keys.contains(&key) {
            keys.push(key);
        }
    }
    let mut text = String::from("id,title");
    keys.iter().for_each(|key| push(&mut text, key));
    text.push('\n');
    let none = BTreeMap::new();
    let ranked = written.items.iter().map(|item| (&item.id, &item.title, &item.values));
    for (id, title, values) in ranked.chain(written.unranked.iter().map(|item| (&item.id, &item.title, &none))) {
        text.push_str(&quoted(id));
        push(&mut text, title);
        for key in &keys {
            push(&mut text, &values.get(*key).map(f64::to_string).unwrap_or_default());
        }
        text.push('\n');
    }
    text
}

fn push(text: &mut String, cell: &str) {
    text.push(',');
    text.push_str(&quoted(cell));
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

fn decimal(number: f64) -> Option<Decimal> {
    Decimal::parse(&number.to_string(), b'.').ok()
}

/// The beginning of the character in which a byte lies.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANKED: &str = r#"{"schema_version": 1, "command": "rank", "model": "m",
        "weights": [{"key": "f", "weight": 2.5, "share": 1}, {"key": "unused", "weight": 0, "share": 0}],
        "factors": [{"key": "f", "combine": "mean", "weights": [{"key": "a", "weight": 1}, {"key": "b", "weight": 3}]}],
        "top": 5, "more": {"than": "is read"},
        "items": [{"rank": 1, "id": "A\"1", "title": "x,\ny", "score": 7.1, "values": {"a": 7.1, "b": 1e21, "f": 3},
                   "uncertain": ["a"]}],
        "unranked": [{"id": "A-2", "title": "", "missing": ["a"]}]}"#;

    fn read(text: &str) -> Result<Answer, Finding> {
        read_answer(&Source::new("old.json", text))
    }

    #[test]
    fn a_ranking_becomes_a_backlog_with_its_weights() {
        let answer = read(RANKED).expect("it is a ranking");
        assert_eq!(
            answer.text,
            "id,title,\"a\",\"b\"\n\"A\"\"1\",\"x,\ny\",\"7.1\",\"1000000000000000000000\"\n\"A-2\",\"\",\"\",\"\"\n"
        );
        let weights: Vec<String> = answer.weights.iter().map(|(key, weight)| format!("{key}={weight}")).collect();
        assert_eq!(weights, ["f=2.5", "unused=0", "a=1", "b=3"]);
        assert_eq!((answer.top, answer.has_ranges), (Some(5), true));
    }

    #[test]
    fn other_json_is_told_with_its_place() {
        let place = |text: &str| read(text).err().map(|finding| finding.position.map(|at| (at.line, at.column)));
        assert_eq!(place("{\"項目\":\n  oops}"), Some(Some((2, 3))));
        assert_eq!(place(&RANKED.replace("\"rank\",", "\"check\",")), Some(None));
        assert_eq!(place(&RANKED.replace("\"schema_version\": 1", "\"schema_version\": 2")), Some(None));
        assert!(place("").is_some());
        assert!(is_json("\u{FEFF} {") && !is_json("id,{"));
    }
}
