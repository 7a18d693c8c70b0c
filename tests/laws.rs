//! Laws that hold for every model, backlog and file: ties are exact, blanks never win, nothing depends on the other
//! items, what is written is read back, and a finding points at its cell.
//!
//! The cases come from seeded generators in `support/`, and what they are held against is written anew there from
//! design.md, or is another crate: no law is proven with the code that it judges.

mod support {
    pub mod chance;
    pub mod judge;
    pub mod reference;
    pub mod shape;
    pub mod texts;
}

use std::collections::BTreeMap;

use encoding_rs::{EUC_JP, SHIFT_JIS};
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tenbin::analysis::RankedGroups;
use tenbin::finding::{Rule, Severity, Source};
use tenbin::input::{WantedView, decode, view_backlog};
use tenbin::lang::Lang;
use tenbin::render::{Format, Style, render};
use tenbin::report::{Origin, RankReport, Viewed, rank_report};
use tenbin::scoring::Reason;
use tenbin::table::{End, next_cell};

use support::chance::Chance;
use support::judge::{Judge, Judged, judged};
use support::reference::{self, Unscored};
use support::shape::{Case, Cell, How, Item, Measure, Plain, Wish, any_cell, any_rating};
use support::texts::{quoted, wild};

/// So many random backlogs are held against the reference.
const BACKLOGS: u64 = 10_000;
/// So many cases a law is tried on.
const CASES: u32 = 200;

fn config() -> ProptestConfig {
    ProptestConfig { cases: CASES, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() }
}

/// A model of any kind with up to `most` items; a failing case shrinks to fewer items and a flatter model.
fn cases(most: usize, roots: bool) -> impl Strategy<Value = (Case, Chance)> {
    (1..=most, 0..=2usize, any::<u32>()).prop_map(move |(items, depth, seed)| {
        let mut chance = Chance::new(u64::from(seed));
        let case = Case::random(&mut chance, Wish { root: None, depth, roots }, items);
        (case, chance)
    })
}

fn judge(case: &Case) -> Vec<Judged> {
    Judge::new(&case.toml()).judge(&case.csv())
}

/// Scores and ranks by id.
fn by_id(judged: Vec<Judged>) -> BTreeMap<String, (Option<BigRational>, Option<usize>)> {
    judged.into_iter().map(|item| (item.id, (item.score.ok().map(|score| score.to_ratio()), item.rank))).collect()
}

fn ranks(judged: &[Judged]) -> Vec<Option<usize>> {
    judged.iter().map(|item| item.rank).collect()
}

/// Holds a case against the reference: ranks, ties and, but for the last digits of a root, scores.
fn agrees(case: &Case, seed: u64) {
    let expected: Vec<_> = case.items.iter().map(|item| reference::score(&case.shape, item)).collect();
    let found = judge(case);
    let shown = || {
        let scores: Vec<_> = found.iter().map(|item| item.score.as_ref().map(|score| score.to_string())).collect();
        let right: Vec<_> = expected.iter().map(|score| score.as_ref().map(|score| score.to_string())).collect();
        format!("seed {seed}\n{}\n{}\nfound    {scores:?}\nexpected {right:?}", case.toml(), case.csv())
    };
    assert_eq!(ranks(&found), reference::ranks(case, &expected), "{}", shown());
    let rooted = reference::has_roots(&case.shape);
    for (found, expected) in found.iter().zip(&expected) {
        match (&found.score, expected) {
            (Ok(found), Ok(expected)) if rooted => {
                let apart = (found.to_ratio() - expected).abs();
                assert!(apart <= expected.abs() / tenth_power(11), "{}", shown());
            }
            (Ok(found), Ok(expected)) => assert_eq!(found.to_ratio(), *expected, "{}", shown()),
            (Err(Reason::Missing(_)), Err(Unscored::Missing)) => {}
            (Err(Reason::DividesByZero(_)), Err(Unscored::DividesByZero)) => {}
            _ => panic!("{}", shown()),
        }
    }
}

fn tenth_power(places: u32) -> BigRational {
    Plain::new(10i128.pow(places), 0).ratio()
}

#[test]
fn ranks_ties_and_scores_are_those_of_rational_arithmetic() {
    for seed in 0..BACKLOGS {
        let mut chance = Chance::new(seed);
        let wish = Wish { root: None, depth: chance.below(4), roots: false };
        let items = 2 + chance.below(11);
        agrees(&Case::random(&mut chance, wish, items), seed);
    }
}

#[test]
fn ranks_and_ties_behind_roots_are_those_of_roots_to_forty_five_places() {
    for seed in 0..BACKLOGS / 4 {
        let mut chance = Chance::new(seed);
        let wish = Wish { root: None, depth: 1 + chance.below(2), roots: true };
        let items = 2 + chance.below(11);
        agrees(&Case::random(&mut chance, wish, items), seed);
    }
}

#[test]
fn single_roots_rank_as_the_powers_under_them() {
    for seed in 0..BACKLOGS / 4 {
        let mut chance = Chance::new(seed);
        let wish = Wish { root: Some(How::GeometricMean), depth: chance.below(2), roots: false };
        let items = 2 + chance.below(11);
        let mut case = Case::random(&mut chance, wish, items);
        case.tie_break.clear();
        // Twelve digits tell whole ratings apart; finer ones can lie closer together than that.
        let whole = case.items.iter().flat_map(|item| item.ratings.values());
        let whole = whole.filter_map(|cell| cell.rating()).all(|rating| rating.is_integer());
        if !whole || case.shape.factors(0).len() > 1 {
            continue;
        }
        let powers: Vec<_> = case.items.iter().map(|item| reference::before_root(&case.shape, item).ok()).collect();
        let higher = |own: &BigRational| powers.iter().flatten().filter(|other| *other > own).count();
        let expected: Vec<_> = powers.iter().map(|own| own.as_ref().map(|own| higher(own) + 1)).collect();
        assert_eq!(ranks(&judge(&case)), expected, "seed {seed}\n{}\n{}", case.toml(), case.csv());
    }
}

#[test]
fn equal_scores_tie_whether_they_went_through_a_root_or_through_the_root_of_one() {
    let judge = Judge::new(
        "model = 'matrix'\n[weights]\ncustomer_impact = 1\nbusiness_impact = 1\nmarket_competitiveness = 1\nease = 0\n",
    );
    let judged = judge.judge(
        "id,affected_customers,severity,business_impact,market_competitiveness\n\
         one,1,1,5,1\nfour,4,1,4,1\nnine,9,1,3,1\n",
    );
    assert_eq!(ranks(&judged), [Some(1); 3], "{judged:?}");
}

#[test]
fn what_decides_between_ties_changes_no_score_though_the_file_has_a_factor_beside_its_parts() {
    let backlog = "id,customer_impact,affected_customers,severity,business_impact,market_competitiveness,ease\n\
                   a,9,4,1,5,5,5\nb,1,4,4,5,5,5\n";
    let scores = |weights: &str| by_id(Judge::new(weights).judge(backlog));
    let plain = scores("model = 'matrix'\n");
    assert_eq!(scores("model = 'matrix'\n[ranking]\ntie_break = ['customer_impact']\n"), plain);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn scaling_the_weights_of_a_mean_changes_nothing((case, mut chance) in cases(8, true)) {
        let means = |&node: &usize| matches!(case.shape.nodes[node].how, Some(How::Mean | How::GeometricMean));
        let means: Vec<usize> = case.shape.factors(0).into_iter().filter(means).collect();
        prop_assume!(!means.is_empty());
        let by = chance.pick(&[(2, 0), (10, 0), (3, 0), (1, 1), (7, 3)]);
        let shape = case.shape.scaled(chance.pick(&means), Plain::new(by.0, by.1));
        let scaled = Case { shape, ..case.clone() };
        prop_assert_eq!(by_id(judge(&scaled)), by_id(judge(&case)), "{:?}\n{}", case, scaled.toml());
    }

    #[test]
    fn scaling_the_weights_of_the_whole_model_changes_no_rank((case, mut chance) in cases(8, true)) {
        let shape = case.shape.scaled(0, Plain::new(chance.pick(&[2, 3]), 0));
        let scaled = Case { shape, ..case.clone() };
        prop_assert_eq!(ranks(&judge(&scaled)), ranks(&judge(&case)), "{}\n{}", case.toml(), case.csv());
    }

    #[test]
    fn the_order_of_the_rows_changes_no_score_and_no_rank((case, mut chance) in cases(10, true)) {
        let mut shuffled = case.clone();
        chance.shuffle(&mut shuffled.items);
        chance.shuffle(&mut shuffled.columns);
        prop_assert_eq!(by_id(judge(&shuffled)), by_id(judge(&case)), "{}\n{}", case.toml(), case.csv());
    }

    #[test]
    fn a_dominated_item_never_outranks_its_dominator((mut case, mut chance) in cases(8, true)) {
        let shape = case.shape.clone();
        let dominated = chance.below(case.items.len());
        let mut dominator = Item { id: "better".to_owned(), ..case.items[dominated].clone() };
        for (&node, cell) in &mut dominator.ratings {
            let other = any_cell(&mut chance, shape.rated_on(node), 1);
            if let (Some(own), Some(other_rating)) = (cell.rating(), other.rating())
                && (other_rating > own) == shape.raises(node)
                && !other_rating.is_zero()
            {
                *cell = other;
            }
        }
        case.items.push(dominator);
        let judged = judge(&case);
        let (worse, better) = (&judged[dominated], &judged[case.items.len() - 1]);
        if worse.rank.is_some() {
            prop_assert!(better.rank <= worse.rank && better.rank.is_some(), "{}\n{}", case.toml(), case.csv());
            prop_assert!(better.score.as_ref().unwrap() >= worse.score.as_ref().unwrap());
        }
    }

    #[test]
    fn one_more_item_changes_no_other_score((case, mut chance) in cases(8, true), grain in 0..=3u32) {
        let mut longer = case.clone();
        let rate = |&node: &usize, chance: &mut Chance| (node, any_cell(chance, case.shape.rated_on(node), grain));
        let ratings = case.columns.iter().map(|node| rate(node, &mut chance)).collect();
        let at = chance.below(case.items.len() + 1);
        longer.items.insert(at, Item { id: "more".to_owned(), title: String::new(), ratings });
        let scores = |case: &Case| by_id(judge(case)).into_iter().map(|(id, (score, _))| (id, score));
        let before: BTreeMap<_, _> = scores(&case).collect();
        let after: BTreeMap<_, _> = scores(&longer).filter(|(id, _)| id != "more").collect();
        prop_assert_eq!(after, before, "{}\n{}", longer.toml(), longer.csv());
    }

    #[test]
    fn what_is_left_out_changes_no_score_and_a_group_ranks_as_if_it_were_alone((mut case, mut chance) in cases(12, true)) {
        for item in &mut case.items {
            item.title = chance.pick(&["a", "B", ""]).to_owned();
        }
        let judge = Judge::new(&case.toml());
        let all = by_id(judge.judge(&case.csv()));
        for group in ["a", "b", ""] {
            let items: Vec<Item> =
                case.items.iter().filter(|item| item.title.to_lowercase() == group).cloned().collect();
            if items.is_empty() {
                continue;
            }
            let alone = by_id(judge.judge(&Case { items, ..case.clone() }.csv()));
            let conditions = vec![format!("title={group}")];
            let (kept, grouped) = judge.ask(&case.csv(), |scorer, ranking, _| {
                let wanted = WantedView { by: Some("title".to_owned()), conditions };
                let view = view_backlog(scorer.backlog, scorer.model, &wanted).expect("there is such a title");
                let wanted = WantedView { conditions: Vec::new(), ..wanted };
                let whole = view_backlog(scorer.backlog, scorer.model, &wanted).expect("there is a title");
                let groups = RankedGroups::new(ranking, whole.groups.expect("groups were asked for"), 3);
                let id = |row: u32| scorer.backlog.id(row as usize).into_owned();
                let among = ranking.among(|row| view.keeps(row));
                let ranked = among.standings.iter();
                let ranked = ranked.map(|one| (id(one.row), (Some(one.score.to_ratio()), Some(one.rank as usize))));
                let unranked = among.unranked.iter().map(|one| (id(one.row), (None, None)));
                let kept: BTreeMap<_, _> = ranked.chain(unranked).collect();
                let rows = (0..scorer.backlog.len()).filter(|&row| groups.name_of(row).to_lowercase() == group);
                let grouped: BTreeMap<_, _> = rows.map(|row| {
                    (id(row as u32), groups.of(row).and_then(|(_, rank)| rank).map(|rank| rank as usize))
                }).collect();
                (kept, grouped)
            });
            prop_assert_eq!(&kept, &alone, "{:?}", case);
            let ranks: BTreeMap<_, _> = alone.iter().map(|(id, (_, rank))| (id.clone(), *rank)).collect();
            prop_assert_eq!(grouped, ranks, "{:?}", case);
            for (id, (score, _)) in &kept {
                prop_assert_eq!(score, &all[id].0, "{:?}", case);
            }
        }
    }

    #[test]
    fn a_criterion_that_weighs_nothing_may_be_absent_or_hold_anything((mut case, mut chance) in cases(8, true)) {
        let several = |&node: &usize| case.shape.counted(node).len() > 1;
        let factors: Vec<usize> = case.shape.factors(0).into_iter().filter(several).collect();
        prop_assume!(!factors.is_empty());
        let factor = chance.pick(&factors);
        let child = chance.pick(&case.shape.counted(factor));
        case.shape.nodes[factor].weighted = true;
        case.shape.nodes[child].weight = Plain::new(0, 0);
        case.tie_break.clear();
        let full = case.csv();
        let useless = case.shape.given(child);
        let absent = Case {
            columns: case.columns.iter().copied().filter(|node| !useless.contains(node)).collect(),
            ..case.clone()
        };
        let expected = by_id(judge(&absent));
        let judge = Judge::new(&case.toml());
        prop_assert_eq!(&by_id(judge.judge(&full)), &expected, "{}\n{}", case.toml(), full);
        // What nobody reads may hold anything.
        let key = &case.shape.nodes[useless[0]].key;
        let place = 2 + case.columns.iter().position(|&node| node == useless[0]).unwrap();
        let spoilt: Vec<String> = full.lines().map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            if cells[place] != key {
                cells[place] = "eleven";
            }
            cells.join(",")
        }).collect();
        prop_assert_eq!(by_id(judge.judge(&spoilt.join("\n"))), expected, "{}\n{}", case.toml(), spoilt.join("\n"));
    }

    #[test]
    fn a_blank_never_ranks((mut case, mut chance) in cases(8, true)) {
        let item = chance.below(case.items.len());
        let node = chance.pick(&case.columns);
        case.items[item].ratings.insert(node, Cell::Blank);
        let judge = Judge::new(&case.toml());
        let judged = judge.judge(&case.csv());
        prop_assert_eq!(judged[item].rank, None);
        match &judged[item].score {
            Err(Reason::Missing(missing)) => {
                let keys: Vec<&str> = missing.iter().map(|&node| judge.model.nodes[node].key.as_str()).collect();
                let blank = |node: &&usize| case.items[item].ratings[*node] == Cell::Blank;
                let mut blanks: Vec<&str> =
                    case.columns.iter().filter(blank).map(|&node| case.shape.nodes[node].key.as_str()).collect();
                blanks.sort_by_key(|key| judge.model.find(key));
                prop_assert_eq!(keys, blanks);
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn what_is_written_as_csv_or_tsv_is_read_back(
        (mut case, mut chance) in cases(10, true),
        excel in any::<bool>(),
    ) {
        for item in &mut case.items {
            item.title = wild(&mut chance, 6);
            // What a spreadsheet would run gets an apostrophe there.
            let runs = item.title.trim_start().starts_with(['=', '-']) || item.title.starts_with(['\t', '\r', '\n']);
            if excel && runs {
                item.title.insert(0, 'x');
            }
        }
        let judge = Judge::new(&case.toml());
        let text = case.csv();
        let titles: BTreeMap<&str, &str> =
            case.items.iter().map(|item| (item.id.as_str(), item.title.as_str())).collect();
        let expected = by_id(judge.judge(&text));
        for format in [Format::Csv, Format::Tsv] {
            let (read, _) = decode(written(&judge, &text, format, excel), None).expect("what is written is text");
            judge.ask(&read, |scorer, ranking, _| {
                prop_assert_eq!(&by_id(judged(scorer, ranking)), &expected, "{:?}\n{}", case, read);
                for row in 0..scorer.backlog.len() {
                    prop_assert_eq!(&*scorer.backlog.title(row), titles[&*scorer.backlog.id(row)]);
                }
                Ok(())
            })?;
            let delimiter = if format == Format::Csv { b',' } else { b'\t' };
            let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(read.as_bytes());
            let headers = reader.headers().unwrap().clone();
            let id = headers.iter().position(|header| header == "id").unwrap();
            prop_assert_eq!((&headers[0], &headers[1]), ("rank", "score"));
            for record in reader.records() {
                let record = record.unwrap();
                let rank = expected[&record[id]].1.map_or(String::new(), |rank| rank.to_string());
                prop_assert_eq!(&record[0], rank);
            }
        }
    }

    #[test]
    fn the_span_of_an_item_with_blanks_is_what_filling_them_in_can_do((mut case, mut chance) in cases(8, true)) {
        let item = chance.below(case.items.len());
        for _ in 0..1 + chance.below(3) {
            case.items[item].ratings.insert(chance.pick(&case.columns), Cell::Blank);
        }
        let blanks: Vec<usize> =
            case.columns.iter().copied().filter(|node| case.items[item].ratings[node] == Cell::Blank).collect();
        let judge = Judge::new(&case.toml());
        let (low, high, (best, worst)) = judge.ask(&case.csv(), |scorer, ranking, _| {
            let possible = scorer.possible(item);
            let ranks = ranking.possible_ranks(scorer, item, &possible);
            (possible.low.map(|low| low.to_ratio()), possible.high.map(|high| high.to_ratio()), ranks)
        });
        let fill = |fill: &dyn Fn(usize) -> Cell| {
            let mut filled = case.clone();
            for &node in &blanks {
                filled.items[item].ratings.insert(node, fill(node));
            }
            (judge.judge(&filled.csv()).swap_remove(item), filled.csv())
        };
        let mut fillings = Vec::new();
        for _ in 0..6 {
            let ratings: BTreeMap<usize, Cell> =
                blanks.iter().map(|&node| (node, any_cell(&mut chance, case.shape.rated_on(node), 1))).collect();
            fillings.push(fill(&|node| ratings[&node]));
        }
        // Scores rise or fall with each rating: the corners are the ends, where all blanks have ends.
        let corners = blanks.iter().map(|&node| ends(case.shape.rated_on(node)).len()).product::<usize>();
        let bounded = blanks.iter().all(|&node| case.shape.rated_on(node) != Measure::Quantity);
        let corner = |number: usize| {
            let mut rest = number;
            let picked: BTreeMap<usize, Cell> = blanks.iter().map(|&node| {
                let ends = ends(case.shape.rated_on(node));
                let end = ends[rest % ends.len()];
                rest /= ends.len();
                (node, Cell::Exact(end))
            }).collect();
            fill(&|node| picked[&node])
        };
        let corners: Vec<_> = (0..corners.min(16)).map(corner).collect();
        let shown = || format!("{}\n{}\nlow {low:?} high {high:?} ranks {best} to {worst}", case.toml(), case.csv());
        for (filled, text) in fillings.iter().chain(&corners) {
            let (Ok(score), Some(rank)) = (&filled.score, filled.rank) else { continue };
            let score = score.to_ratio();
            prop_assert!(low.as_ref().is_none_or(|low| *low <= score), "{score} in\n{text}\n{}", shown());
            prop_assert!(high.as_ref().is_none_or(|high| score <= *high), "{score} in\n{text}\n{}", shown());
            prop_assert!(best <= rank && rank <= worst, "rank {rank} in\n{text}\n{}", shown());
        }
        let ranked: Vec<(BigRational, usize)> = corners
            .iter()
            .filter_map(|(filled, _)| Some((filled.score.as_ref().ok()?.to_ratio(), filled.rank?)))
            .collect();
        if bounded && corners.len() < 16 && ranked.len() == corners.len() {
            let (scores, ranks): (Vec<BigRational>, Vec<usize>) = ranked.into_iter().unzip();
            prop_assert_eq!((scores.iter().min(), scores.iter().max()), (low.as_ref(), high.as_ref()), "{}", shown());
            prop_assert_eq!((ranks.iter().min(), ranks.iter().max()), (Some(&best), Some(&worst)), "{}", shown());
        }
    }

    #[test]
    fn a_finding_points_at_its_cell_in_every_encoding(seed in any::<u32>()) {
        let mut chance = Chance::new(u64::from(seed));
        let table = faulty_table(&mut chance);
        let (name, bytes) = encoded(&mut chance, &table.text);
        let (text, guess) = decode(bytes, None).expect(name);
        prop_assert_eq!(&text, &table.text, "{}", name);
        prop_assert_eq!(guess, None, "{}\n{}", name, table.text);
        let judge = Judge::new(EASE);
        let findings = judge.check(&Source::new("backlog.csv", &text), 3, 0.into());
        let rules = FAULTS.map(|(_, _, rule)| rule);
        let found: Vec<_> = findings.shown().filter(|finding| rules.contains(&finding.rule)).collect();
        prop_assert_eq!(found.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [table.rule], "{}", text);
        prop_assert_eq!(findings.has_errors(), table.rule.severity() == Severity::Error, "{}", text);
        let position = found[0].position.expect("a finding in a file has a place");
        let rest = at_place(&text, position.line, position.column);
        prop_assert!(rest.is_some_and(|rest| rest.starts_with(&table.cell)), "{:?} {:?}\n{}", position, rest, text);
        prop_assert_eq!(rest.map(str::len), Some(text.len() - table.offset), "{:?}\n{}", position, text);
    }

    #[test]
    fn cells_are_those_of_the_csv_crate(seed in any::<u32>()) {
        let mut chance = Chance::new(u64::from(seed));
        let delimiter = chance.pick(b",;\t|");
        let width = 2 + chance.below(5);
        let mut text = String::new();
        let mut written = Vec::new();
        let rows = 1 + chance.below(8);
        for row in 0..rows {
            let cells: Vec<String> = (0..width).map(|_| wild(&mut chance, 4)).collect();
            let shown: Vec<String> = cells.iter().map(|cell| quoted(cell, delimiter, chance.percent(25))).collect();
            text += &shown.join(&char::from(delimiter).to_string());
            if row + 1 < rows || chance.percent(50) {
                text += chance.pick(&["\n", "\r\n", "\r"]);
            }
            written.push(cells);
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
        let theirs: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        prop_assert_eq!(&theirs, &written, "{:?}", text);
        prop_assert_eq!(split(&text, delimiter), theirs, "{:?}", text);
    }

    #[test]
    fn a_backlog_has_the_cells_of_the_csv_crate(seed in any::<u32>()) {
        let mut chance = Chance::new(u64::from(seed));
        let delimiter = chance.pick(b",;\t|");
        let join = |cells: &[String]| cells.join(&char::from(delimiter).to_string());
        let others = chance.below(3);
        let mut header = vec!["id".to_owned(), "title".to_owned(), "ease".to_owned()];
        let mut heading = |number: usize| quoted(&format!("x{number}{}", wild(&mut chance, 3)), delimiter, false);
        header.extend((0..others).map(&mut heading));
        let mut text = join(&header);
        for row in 0..1 + chance.below(6) {
            text += chance.pick(&["\n", "\r\n", "\r", "\n\n", "\r\n \r\n"]);
            let mut cells = vec![row.to_string(), quoted(&wild(&mut chance, 4), delimiter, chance.percent(25))];
            cells.push(quoted(&(1 + chance.below(10)).to_string(), delimiter, chance.percent(25)));
            cells.extend((0..others).map(|_| quoted(&wild(&mut chance, 4), delimiter, false)));
            text += &join(&cells);
        }
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let blank = |cells: &Vec<String>| cells.len() == 1 && cells[0].trim().is_empty();
        let theirs = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<String>>());
        let theirs: Vec<Vec<String>> = theirs.filter(|cells| !blank(cells)).collect();
        let judge = Judge::new(EASE);
        let outcome = judge.read(&Source::new("backlog.csv", &text), Some(delimiter));
        prop_assert!(!outcome.findings.has_errors(), "{:?}\n{:?}", text, outcome.findings);
        let table = outcome.backlog.unwrap().table;
        let ours: Vec<Vec<String>> = (0..table.rows.len())
            .map(|row| table.cells(row).map(|cell| cell.text(&text).into_owned()).collect())
            .collect();
        prop_assert_eq!((0..table.header.len()).map(|at| table.heading(at).into_owned()).collect::<Vec<_>>(), headings);
        prop_assert_eq!(ours, theirs, "{:?}", text);
    }
}

/// TSV only: in CSV a decimal comma is a fault, and the columns of others are written as they were.
#[test]
fn a_decimal_comma_is_read_back_from_the_tsv_that_is_written() {
    let judge = Judge::new(EASE);
    let text = "id;title;ease\na;x;7,5\nb;y;8\n";
    let expected = by_id(judge.judge(text));
    let read = String::from_utf8(written(&judge, text, Format::Tsv, false)).expect("what is written is UTF-8");
    assert_eq!(by_id(judge.judge(&read)), expected, "{read}");
}

/// A model with one criterion, rated 1–10.
const EASE: &str = "model = 'm'\n[models.m]\ncombine = 'mean'\nof = ['ease']\n";

/// The ends of a scale; a quantity has none but nought.
fn ends(measure: Measure) -> Vec<Plain> {
    match measure {
        Measure::Scale(low, high) => vec![low, high],
        Measure::Quantity => {
            vec![Plain::new(0, 0), Plain::new(1_000_000, 0), any_rating(&mut Chance::new(3), measure, 0)]
        }
    }
}

/// What the ranking of a backlog looks like as a file.
fn written(judge: &Judge, backlog: &str, format: Format, excel: bool) -> Vec<u8> {
    judge.ask(backlog, |scorer, ranking, findings| {
        let (weights, origin) = (&judge.settled.weights, &Origin::default());
        let report = rank_report(RankReport {
            scorer,
            ranking,
            weights,
            origin,
            findings,
            top: None,
            viewed: Viewed::default(),
            lang: Lang::En,
        });
        let mut out = Vec::new();
        render(report, format, Style { excel, ..Style::default() }, &mut out).expect("memory can be written to");
        out
    })
}

/// All rows of a text, as the library splits them.
fn split(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut at) = (Vec::new(), Vec::new(), 0);
    loop {
        let (cell, end) = next_cell(text.as_bytes(), at, delimiter);
        row.push(cell.text(text).into_owned());
        match end {
            End::Delimiter(next) => at = next,
            End::Line(next) if next < text.len() => {
                rows.push(std::mem::take(&mut row));
                at = next;
            }
            End::Line(_) | End::Text => {
                rows.push(row);
                return rows;
            }
            End::Fault(fault) => panic!("{fault:?} in {text:?}"),
        }
    }
}

/// A table with one faulty cell.
struct Faulty {
    text: String,
    /// Where the faulty cell begins, in bytes.
    offset: usize,
    /// The cell as it is written.
    cell: String,
    /// What is wrong with it.
    rule: Rule,
}

/// The column of a fault, the cell, and what is wrong with it.
const FAULTS: [(&str, &str, Rule); 10] = [
    (RATING, "eleven", Rule::NotANumber),
    (RATING, " eleven", Rule::NotANumber),
    (RATING, "eleven, or so", Rule::NotANumber),
    (RATING, "eleven\n", Rule::NotANumber),
    (RATING, "11", Rule::OutOfScale),
    (RATING, "1E+01", Rule::ExcelConverted),
    (RATING, "", Rule::MissingRating),
    ("id", "5-Jan", Rule::ExcelDamagedId),
    ("タイトル", "=SUM(A1;\nB2)", Rule::FormulaCell),
    ("メモ（ご自由に）", "表示\u{7}ソート", Rule::ControlCharacter),
];
const RATING: &str = "実装の容易さ";

fn faulty_table(chance: &mut Chance) -> Faulty {
    const TITLES: [&str; 9] = [
        "検索の改善",
        "一括ダウンロードが遅い\nとの声",
        "表示ソート, 予定表",
        "an \"old\" report",
        "ログイン\r\nの手順\n\nを直す",
        "通知を\rまとめる",
        "a;b|c\td",
        "",
        "ご案内の文面を直す",
    ];
    let line_end = chance.pick(&["\n", "\r\n", "\r"]);
    let delimiter = chance.pick(b",;\t|");
    let between = char::from(delimiter).to_string();
    let blank = |chance: &mut Chance| match chance.below(8) {
        0 => line_end.repeat(1 + chance.below(3)),
        1 => format!("  {line_end}"),
        _ => String::new(),
    };
    let mut text = String::new();
    if chance.percent(10) {
        text += &format!("sep={between}{line_end}");
    } else if chance.percent(20) {
        text += &format!("改善候補の一覧{line_end}{line_end}");
    }
    text += &blank(chance);
    // The columns in any order; kana in a heading tell the Japanese encodings apart.
    let mut columns = ["id", "タイトル", "メモ（ご自由に）", RATING];
    chance.shuffle(&mut columns);
    text += &(columns.join(&between) + line_end);
    let rows = 1 + chance.below(9);
    let faulty = chance.below(rows);
    let (place, fault, rule) = chance.pick(&FAULTS);
    let mut found = Faulty { text: String::new(), offset: 0, cell: String::new(), rule };
    for row in 0..rows {
        text += &blank(chance);
        for (number, column) in columns.iter().enumerate() {
            if number > 0 {
                text += &between;
            }
            let always = chance.percent(20);
            let is_faulty = *column == place && row == faulty;
            let cell = match *column {
                _ if is_faulty => fault.to_owned(),
                "id" => row.to_string(),
                RATING => (1 + chance.below(10)).to_string(),
                _ => chance.pick(&TITLES).to_owned(),
            };
            let cell = quoted(&cell, delimiter, always);
            if is_faulty {
                (found.offset, found.cell) = (text.len(), cell.clone());
            }
            text += &cell;
        }
        if row + 1 < rows || chance.percent(60) {
            text += line_end;
        }
    }
    Faulty { text, ..found }
}

/// The bytes of a text in one of the encodings that need no flag, and the encoding's name.
fn encoded(chance: &mut Chance, text: &str) -> (&'static str, Vec<u8>) {
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    match chance.below(6) {
        0 => ("UTF-8", text.as_bytes().to_vec()),
        1 => ("UTF-8 with a mark", format!("\u{FEFF}{text}").into_bytes()),
        2 => ("UTF-16LE", utf16([0xFF, 0xFE], u16::to_le_bytes)),
        3 => ("UTF-16BE", utf16([0xFE, 0xFF], u16::to_be_bytes)),
        4 => ("CP932", SHIFT_JIS.encode(text).0.into_owned()),
        _ => ("EUC-JP", EUC_JP.encode(text).0.into_owned()),
    }
}

/// The text from a line and column on, found by walking over its characters.
fn at_place(text: &str, line: usize, column: usize) -> Option<&str> {
    let (mut at_line, mut at_column) = (1, 1);
    let mut characters = text.char_indices().peekable();
    while let Some((offset, character)) = characters.next() {
        if (at_line, at_column) == (line, column) {
            return Some(&text[offset..]);
        }
        let inside = character == '\r' && characters.peek().is_some_and(|(_, next)| *next == '\n');
        if matches!(character, '\n' | '\r') && !inside {
            (at_line, at_column) = (at_line + 1, 1);
        } else {
            at_column += 1;
        }
    }
    ((at_line, at_column) == (line, column)).then_some("")
}
