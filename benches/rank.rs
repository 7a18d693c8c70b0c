//! Speeds that the README claims, taken apart: reading, scoring, rendering, and what ten thousand faults cost.
//!
//! `cargo bench`. Whole runs of the program beside its peers are `scripts/bench.py`'s business.

use std::fmt::Write;
use std::sync::OnceLock;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use tenbin::backlog::Backlog;
use tenbin::decimal::Decimal;
use tenbin::finding::{Findings, Source};
use tenbin::input::config::{Config, Settled, Wanted};
use tenbin::input::{NamedColumns, Outcome, Request, Shortlist, read_backlog};
use tenbin::lang::Lang;
use tenbin::model::{BuiltIn, Model};
use tenbin::render::{Format, Style, render};
use tenbin::report::{Origin, RankReport, Viewed, rank_report};
use tenbin::scoring::{Plan, Ranking, Scorer, rank};

/// Rows of the backlog that is read.
const ROWS: usize = 10_000;

fn main() {
    divan::main();
}

#[divan::bench]
fn read_10_000_rows(bencher: Bencher<'_, '_>) {
    let house = House::get();
    let text = backlog(|rating, _| rating.to_string());
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let outcome = house.read(&Source::new("backlog.csv", divan::black_box(&text)));
        assert!(outcome.backlog.is_some() && outcome.findings.is_empty());
    });
}

/// The rows that can be among the first twenty, with nothing else kept.
#[divan::bench]
fn shortlist_10_000_rows(bencher: Bencher<'_, '_>) {
    let house = House::get();
    let text = backlog(|rating, _| rating.to_string());
    let request = house.request();
    let plan = |backlog: &Backlog<'_>| {
        let given: Vec<_> = backlog.readings.iter().map(|reading| reading.node).collect();
        Plan::new(&house.model, &house.settled.weights, &given).ok()
    };
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let shortlist = Shortlist::begin("backlog.csv", text.as_bytes(), &request, plan, 20);
        let shortlist = shortlist.unwrap_or_else(|| panic!("the backlog is sound"));
        let mut rest = Some(divan::black_box(text.as_bytes()));
        let next = |block: &mut Vec<u8>| Ok(rest.take().map(|bytes| block.extend_from_slice(bytes)).is_some());
        shortlist.read(next).map(|found| found.map(|found| found.text.len()))
    });
}

/// Every row has one cell that is no rating: the first fifty become sentences, the others are counted.
#[divan::bench]
fn read_10_000_faulty_cells(bencher: Bencher<'_, '_>) {
    let house = House::get();
    let text = backlog(|rating, column| if column == 3 { format!("{rating}点") } else { rating.to_string() });
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let outcome = house.read(&Source::new("backlog.csv", divan::black_box(&text)));
        assert_eq!(outcome.findings.total(), ROWS);
        outcome.findings.shown().map(|finding| finding.message(Lang::En).len()).sum::<usize>()
    });
}

#[divan::bench]
fn rank_10_000_items(bencher: Bencher<'_, '_>) {
    with_backlog(|scorer, _, _| bencher.counter(ItemsCount::new(ROWS)).bench(|| rank(divan::black_box(scorer))));
}

#[divan::bench(args = [Format::Csv, Format::Json, Format::Table])]
fn render_10_000_items(bencher: Bencher<'_, '_>, format: Format) {
    with_backlog(|scorer, ranking, settled| {
        let (origin, findings) = (Origin::default(), Findings::new());
        let report = || {
            let (origin, findings, weights) = (&origin, &findings, &settled.weights);
            rank_report(RankReport {
                scorer,
                ranking,
                weights,
                origin,
                findings,
                top: None,
                viewed: Viewed::default(),
                lang: Lang::En,
            })
        };
        let mut out = Vec::new();
        bencher.counter(ItemsCount::new(ROWS)).bench_local(|| {
            out.clear();
            render(report(), format, Style::default(), &mut out).map(|_| out.len())
        });
    });
}

#[divan::bench(args = ["8", "7.5", "-3.25", "0.99999999999999999999", "123456789012345.12345678901234567890"])]
fn parse_a_decimal(bencher: Bencher<'_, '_>, text: &str) {
    bencher.bench(|| Decimal::parse(divan::black_box(text), b'.'));
}

/// The default model with the weights of the comparison in `scripts/bench.py`.
struct House {
    model: Model,
    settled: Settled,
    columns: NamedColumns,
}

impl House {
    fn get() -> &'static Self {
        static HOUSE: OnceLock<House> = OnceLock::new();
        HOUSE.get_or_init(|| {
            let config = Config::default();
            let weights = [("customer_impact", 4), ("business_impact", 3), ("market_competitiveness", 2), ("ease", 1)];
            let weights = weights.map(|(key, weight)| (key.to_owned(), Decimal::from(weight)));
            let model = config.model(BuiltIn::default().name()).unwrap_or_else(|found| panic!("{found:?}"));
            let wanted = Wanted { weights: &weights, ..Wanted::default() };
            let settled = config.settle(&model, wanted).unwrap_or_else(|found| panic!("{found:?}"));
            Self { model, settled, columns: NamedColumns::default() }
        })
    }

    fn request(&self) -> Request<'_> {
        Request {
            model: &self.model,
            weights: &self.settled.weights,
            tie_break: &self.settled.tie_break,
            columns: &self.columns,
            words: &[],
            delimiter: None,
            is_partial: false,
        }
    }

    fn read<'t>(&self, source: &Source<'t>) -> Outcome<'t> {
        read_backlog(source, &self.request())
    }
}

/// Reads and ranks a sound backlog, and gives it to a bench.
fn with_backlog(bench: impl FnOnce(Scorer<'_>, &Ranking, &Settled)) {
    let house = House::get();
    let text = backlog(|rating, _| rating.to_string());
    let outcome = house.read(&Source::new("backlog.csv", &text));
    let backlog = outcome.backlog.unwrap_or_else(|| panic!("{:?}", outcome.findings));
    let given: Vec<_> = backlog.readings.iter().map(|reading| reading.node).collect();
    let plan = Plan::new(&house.model, &house.settled.weights, &given).unwrap_or_else(|found| panic!("{found:?}"));
    let scorer = Scorer { model: &house.model, plan: &plan, backlog: &backlog, tie_break: &[] };
    let ranking = rank(scorer);
    bench(scorer, &ranking, &house.settled);
}

/// A backlog of titles with Japanese and quotes, the same at every run; `cell` writes a rating of a column.
fn backlog(cell: impl Fn(u64, usize) -> String) -> String {
    const WORDS: [&str; 8] = ["検索", "通知", "請求", "レポート", "export", "billing", "SSO", "webhook"];
    let mut state = 7_u64;
    // Knuth's MMIX generator: the high bits are random enough for a bench.
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut text = "id,title,owner,customer_impact,business_impact,market_competitiveness,ease\n".to_owned();
    for row in 0..ROWS {
        let [one, other] = [(); 2].map(|()| WORDS[draw(WORDS.len() as u64) as usize]);
        let title = if row % 17 == 0 { format!("\"{one} {other}, \"\"v2\"\"\"") } else { format!("{one} {other}") };
        let ratings: Vec<String> = (0..4).map(|column| cell(1 + draw(10), column)).collect();
        // Writing to a string can't fail.
        let _ = writeln!(text, "ITEM-{row:08},{title},team {},{}", row % 4, ratings.join(","));
    }
    text
}
