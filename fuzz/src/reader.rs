//! Bytes as a backlog: decoding and reading under several models; what is read can be ranked and rendered in every
//! format, and the sheet that comes out reads back to the same ranks.
//!
//! The input's last byte chooses model, delimiter and encoding.

use std::collections::HashSet;
use std::sync::OnceLock;

use encoding_rs::{Encoding, SHIFT_JIS, WINDOWS_1252};
use strum::IntoEnumIterator;
use tenbin::decimal::Decimal;
use tenbin::finding::Source;
use tenbin::input::config::{Config, Settled, Wanted, read_config};
use tenbin::input::{NamedColumns, Request, decode, read_backlog};
use tenbin::model::{BuiltIn, Model};
use tenbin::render::Format;
use tenbin::scoring::{Exact, Scorer};

use crate::checks::checked;
use crate::{answers, spoken};

/// Delimiters that a user may name; none where the file decides.
const DELIMITERS: [Option<u8>; 5] = [None, Some(b';'), Some(b'\t'), Some(b','), Some(b'|')];

/// A model of all that models may have: differing scales, a quantity, a cost, words, a range of negative numbers.
const OWN: &str = r#"
model = "ours"
[models.ours]
combine = "sum"
of = ["worth", "cost", "seats"]
[criteria.worth]
combine = "mean"
scale = [0, 100]
of = ["reach", "mood", "ease"]
[criteria.reach]
scale = [1, 5]
values = { wide = 5, narrow = 1, "◎" = 4.5 }
[criteria.mood]
scale = [-2.5, 2.5]
[criteria.cost]
direction = "cost"
[criteria.seats]
scale = "quantity"
percent = true
[weights]
worth = 0.35
cost = 2
seats = 0.00000000000000000001
[values]
"○" = 3
[columns]
id = ["k"]
cost = ["価格"]
[ranking]
tie_break = ["ease", "worth"]
"#;

struct Case {
    model: Model,
    settled: Settled,
    columns: NamedColumns,
    words: Vec<(String, Decimal)>,
}

impl Case {
    fn new(config: &Config, name: &str, weights: &[(String, Decimal)]) -> Self {
        let model = config.model(name).unwrap_or_else(|findings| panic!("{findings:?}"));
        let wanted = Wanted { weights, ..Wanted::default() };
        let settled = config.settle(&model, wanted).unwrap_or_else(|findings| panic!("{findings:?}"));
        let columns = NamedColumns { also: config.columns(), only: Vec::new() };
        Self { model, settled, columns, words: config.words().to_vec() }
    }

    fn request(&self, delimiter: Option<u8>) -> Request<'_> {
        Request {
            model: &self.model,
            weights: &self.settled.weights,
            tie_break: &self.settled.tie_break,
            columns: &self.columns,
            words: &self.words,
            delimiter,
            is_partial: false,
        }
    }
}

fn cases() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(|| {
        let house = Config::default();
        let mut cases: Vec<Case> = BuiltIn::iter().map(|model| Case::new(&house, model.name(), &[])).collect();
        let weights = [("customer_impact", 4), ("business_impact", 3), ("market_competitiveness", 0), ("ease", 1)];
        let weights = weights.map(|(key, weight)| (key.to_owned(), Decimal::from(weight)));
        cases.push(Case::new(&house, "matrix", &weights));
        let (ours, findings) = read_config(&Source::new("ours.toml", OWN));
        let ours = ours.unwrap_or_else(|| panic!("{findings:?}"));
        cases.push(Case::new(&ours, "ours", &[]));
        cases
    })
}

pub fn check(data: &[u8]) {
    let Some((&selector, bytes)) = data.split_last() else { return };
    let selector = usize::from(selector);
    let case = &cases()[selector % cases().len()];
    let delimiter = DELIMITERS[selector / cases().len() % DELIMITERS.len()];
    let encoding: Option<&'static Encoding> = match selector / (cases().len() * DELIMITERS.len()) {
        4 => Some(SHIFT_JIS),
        5 => Some(WINDOWS_1252),
        _ => None,
    };
    let text = match decode(bytes.to_vec(), encoding) {
        Ok((text, guess)) => {
            guess.iter().for_each(|finding| spoken::finding(finding, None));
            text
        }
        Err(finding) => return spoken::finding(&finding, None),
    };
    let source = Source::new("backlog.csv", &text);
    let outcome = read_backlog(&source, &case.request(delimiter));
    spoken::findings(&outcome.findings, Some(&source));
    let Some(backlog) = outcome.backlog else {
        assert!(outcome.findings.has_errors(), "no backlog, and no error says why");
        return;
    };
    checked(&case.model, &case.settled, &backlog, &source, &outcome.findings, 1 + selector % 4);
    if outcome.findings.has_errors() {
        return;
    }
    let ids: HashSet<_> = (0..backlog.len()).map(|row| backlog.id(row)).collect();
    assert_eq!(ids.len(), backlog.len(), "two items have one id");
    answers::ranked(&case.model, &case.settled, &backlog, |scorer, ranking| {
        // A tab-separated sheet keeps decimal commas readable.
        let format = if backlog.table.delimiter == b',' { Format::Csv } else { Format::Tsv };
        let sheet = answers::rendered(scorer, ranking, &case.settled, &source, &outcome.findings, format);
        let ranks: Vec<(u32, Exact)> = ranking.standings.iter().map(|s| (s.rank, s.score.clone())).collect();
        read_back(case, scorer, &ranks, sheet, format);
    });
}

/// The sheet is a sound backlog whose ranked rows come first, with the same ranks and scores.
fn read_back(case: &Case, first: Scorer<'_>, ranks: &[(u32, Exact)], sheet: Vec<u8>, format: Format) {
    let shown = || String::from_utf8_lossy(&sheet).into_owned();
    let delimiter = if format == Format::Csv { b',' } else { b'\t' };
    let text = match decode(sheet.clone(), Some(encoding_rs::UTF_8)) {
        Ok((text, _)) => text,
        Err(finding) => panic!("the sheet can't be decoded: {finding:?}\n{}", shown()),
    };
    let source = Source::new("sheet.csv", &text);
    let outcome = read_backlog(&source, &case.request(Some(delimiter)));
    if outcome.findings.has_errors() {
        panic!("the sheet has faults: {:?}\n{}", outcome.findings.shown().collect::<Vec<_>>(), shown());
    }
    let backlog = outcome.backlog.expect("no error, so a backlog");
    assert_eq!(backlog.len(), first.backlog.len(), "rows are lost\n{}", shown());
    answers::ranked(&case.model, &case.settled, &backlog, |_, ranking| {
        let again: Vec<(u32, Exact)> = ranking.standings.iter().map(|s| (s.rank, s.score.clone())).collect();
        assert!(ranking.standings.iter().enumerate().all(|(place, s)| s.row as usize == place), "{}", shown());
        assert_eq!(again, ranks, "{}", shown());
    })
    .expect("what could be planned once can be planned again");
}
