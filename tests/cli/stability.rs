//! `tenbin stability`: how far the weights can move, and how often each item comes where.

use super::harness::{BACKLOG, BACKLOG_JA, BACKLOG_WITH_GAPS, Case, TARGETS};

fn case(backlog: &str) -> Case {
    Case::new().file("backlog.csv", backlog).args(["stability", "backlog.csv"])
}

#[test]
fn words_come_first_then_the_weights_then_the_items() {
    case(BACKLOG).args(["--top", "2"]).stdout("
        The first place is not safe: A-5 overtakes A-2 when Ease rises from 25 % to above 28.6 %
        The cutoff at 2 goes through a tie; with all of it inside, it is safe: Business impact would have to fall from 25 % to below 16.7 %, for A-4 to take the place of A-3

        Criterion               Share  First place holds                                     Top 2 holds              Whole order holds
        ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        Customer impact          25 %  20 (A-3) – 100 %           0 ····├●──────────────┤ 1  0 – 50 (A-4) %           20 (A-3) – 50 (A-4) %
        Business impact          25 %  14.3 (A-5) – 33.3 (A-3) %  0 ···├─●─┤············· 1  16.7 (A-4) – 100 %       16.7 (A-4) – 33.3 (A-3) %
        Market competitiveness   25 %  18.2 (A-5) – 33.3 (A-3) %  0 ····├●─┤············· 1  0 – 33.3 (A-4) %         18.2 (A-5) – 33.3 (A-3) %
        Ease                     25 %  0 – 28.6 (A-5) %           0 ├────●┤·············· 1  10 (A-4) – 35.7 (A-4) %  10 (A-4) – 28.6 (A-5) %

        Rank  ID   Title                          In top 2   First  Mean rank  Ranks  First … last
        ──────────────────────────────────────────────────────────────────────────────────────────
           1  A-2  Faster search                    57.2 %  27.7 %        2.4  1–5    ▒▒░░░
          =2  A-1  Download invoices in bulk        38.7 %     0 %        2.9  2–5    ·▒▒░░
          =2  A-3  Single sign-on                   47.9 %    36 %        2.9  1–5    ▒░░░▒
          =2  A-5  Line numbers in import errors    41.8 %  32.9 %        3.0  1–5    ▒░░░▒
           5  A-4  Mobile notifications             14.4 %   3.5 %        3.8  1–5    ░░░▒▒

        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        10000 draws of all weights at once, every share as likely as any other; seed 1, standard error at most 0.50 points
    ").exit(0);
}

#[test]
fn words_come_first_in_japanese() {
    case(BACKLOG_JA).args(["--top", "2", "--lang", "ja"]).stdout("
        1位は不安定です。実装の容易さ の比率が 25% から 28.6% を超えると、A-5 が A-2 を上回ります
        採用ライン（上位2件）は同順位の途中にあり、同順位をすべて含めると安定しています。A-3 と A-4 が入れ替わるのは、ビジネスインパクト の比率が 25% から 16.7% を下回ったときです

        評価軸              比率  1位が変わらない範囲                                   上位2件が変わらない範囲  全順位が変わらない範囲
        ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        顧客影響度          25 %  20 (A-3) – 100 %           0 ····├●──────────────┤ 1  0 – 50 (A-4) %           20 (A-3) – 50 (A-4) %
        ビジネスインパクト  25 %  14.3 (A-5) – 33.3 (A-3) %  0 ···├─●─┤············· 1  16.7 (A-4) – 100 %       16.7 (A-4) – 33.3 (A-3) %
        市場競争力          25 %  18.2 (A-5) – 33.3 (A-3) %  0 ····├●─┤············· 1  0 – 33.3 (A-4) %         18.2 (A-5) – 33.3 (A-3) %
        実装の容易さ        25 %  0 – 28.6 (A-5) %           0 ├────●┤·············· 1  10 (A-4) – 35.7 (A-4) %  10 (A-4) – 28.6 (A-5) %

        順位  ID   改善項目                  上位2件に入る  1位になる  平均順位  順位の幅  1位…最下位
        ─────────────────────────────────────────────────────────────────────────────────────────────
           1  A-2  検索の速度改善                   57.2 %     27.7 %       2.4  1–5       ▒▒░░░
          =2  A-1  請求書の一括ダウンロード         38.7 %        0 %       2.9  2–5       ·▒▒░░
          =2  A-3  シングルサインオン               47.9 %       36 %       2.9  1–5       ▒░░░▒
          =2  A-5  取込みエラーの行番号表示         41.8 %     32.9 %       3.0  1–5       ▒░░░▒
           5  A-4  モバイル通知                     14.4 %      3.5 %       3.8  1–5       ░░░▒▒

        モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        すべての重みを同時に10000回抽出（どの比率も同じ確からしさ、シード 1、標準誤差は最大0.50ポイント）
    ").exit(0);
}

#[test]
fn drawings_need_no_more_than_ascii() {
    let out = case(BACKLOG).args(["--ascii", "--draws", "100"]).any_output().exit(0).out();
    assert!(out.lines().any(|line| line.contains("0 ") && line.contains('o') && line.contains("] ")), "{out}");
    assert!(!out.contains(['●', '░', '█']), "{out}");
}

#[test]
fn json_has_every_interval_exactly() {
    case(BACKLOG)
        .args(["--top", "2", "--draws", "100", "-f", "json"])
        .stdout(
            r#"
        {
          "schema_version": 1,
          "command": "stability",
          "model": "matrix",
          "weights": [
            {
              "key": "customer_impact",
              "weight": 1,
              "share": 0.25
            },
            {
              "key": "business_impact",
              "weight": 1,
              "share": 0.25
            },
            {
              "key": "market_competitiveness",
              "weight": 1,
              "share": 0.25
            },
            {
              "key": "ease",
              "weight": 1,
              "share": 0.25
            }
          ],
          "top": 2,
          "criteria": [
            {
              "key": "customer_impact",
              "share": 0.25,
              "share_exact": "1/4",
              "leader": {
                "low": 0.2,
                "low_exact": "1/5",
                "low_item": "A-2",
                "low_rival": "A-3",
                "high": 1.0,
                "high_exact": "1",
                "high_item": null,
                "high_rival": null
              },
              "top": {
                "low": 0.0,
                "low_exact": "0",
                "low_item": null,
                "low_rival": null,
                "high": 0.5,
                "high_exact": "1/2",
                "high_item": "A-3",
                "high_rival": "A-4"
              },
              "order": {
                "low": 0.2,
                "low_exact": "1/5",
                "low_item": "A-2",
                "low_rival": "A-3",
                "high": 0.5,
                "high_exact": "1/2",
                "high_item": "A-3",
                "high_rival": "A-4"
              }
            },
            {
              "key": "business_impact",
              "share": 0.25,
              "share_exact": "1/4",
              "leader": {
                "low": 0.14285714285714285,
                "low_exact": "1/7",
                "low_item": "A-2",
                "low_rival": "A-5",
                "high": 0.3333333333333333,
                "high_exact": "1/3",
                "high_item": "A-2",
                "high_rival": "A-3"
              },
              "top": {
                "low": 0.16666666666666666,
                "low_exact": "1/6",
                "low_item": "A-3",
                "low_rival": "A-4",
                "high": 1.0,
                "high_exact": "1",
                "high_item": null,
                "high_rival": null
              },
              "order": {
                "low": 0.16666666666666666,
                "low_exact": "1/6",
                "low_item": "A-3",
                "low_rival": "A-4",
                "high": 0.3333333333333333,
                "high_exact": "1/3",
                "high_item": "A-2",
                "high_rival": "A-3"
              }
            },
            {
              "key": "market_competitiveness",
              "share": 0.25,
              "share_exact": "1/4",
              "leader": {
                "low": 0.18181818181818182,
                "low_exact": "2/11",
                "low_item": "A-2",
                "low_rival": "A-5",
                "high": 0.3333333333333333,
                "high_exact": "1/3",
                "high_item": "A-2",
                "high_rival": "A-3"
              },
              "top": {
                "low": 0.0,
                "low_exact": "0",
                "low_item": null,
                "low_rival": null,
                "high": 0.3333333333333333,
                "high_exact": "1/3",
                "high_item": "A-5",
                "high_rival": "A-4"
              },
              "order": {
                "low": 0.18181818181818182,
                "low_exact": "2/11",
                "low_item": "A-2",
                "low_rival": "A-5",
                "high": 0.3333333333333333,
                "high_exact": "1/3",
                "high_item": "A-2",
                "high_rival": "A-3"
              }
            },
            {
              "key": "ease",
              "share": 0.25,
              "share_exact": "1/4",
              "leader": {
                "low": 0.0,
                "low_exact": "0",
                "low_item": null,
                "low_rival": null,
                "high": 0.2857142857142857,
                "high_exact": "2/7",
                "high_item": "A-2",
                "high_rival": "A-5"
              },
              "top": {
                "low": 0.1,
                "low_exact": "1/10",
                "low_item": "A-5",
                "low_rival": "A-4",
                "high": 0.35714285714285715,
                "high_exact": "5/14",
                "high_item": "A-3",
                "high_rival": "A-4"
              },
              "order": {
                "low": 0.1,
                "low_exact": "1/10",
                "low_item": "A-5",
                "low_rival": "A-4",
                "high": 0.2857142857142857,
                "high_exact": "2/7",
                "high_item": "A-2",
                "high_rival": "A-5"
              }
            }
          ],
          "draws": 100,
          "seed": 1,
          "within": null,
          "standard_error": 0.05,
          "items": [
            {
              "id": "A-2",
              "title": "Faster search",
              "rank": 1,
              "rank_acceptability": [
                0.28,
                0.29,
                0.21,
                0.2,
                0.02
              ],
              "top_probability": 0.57,
              "mean_rank": 2.39,
              "best_rank": 1,
              "worst_rank": 5,
              "central_weights": [
                0.468875391275755,
                0.20083894351098155,
                0.21735075780556404,
                0.1129349074160148
              ],
              "confidence_factor": 1.0,
              "dominated_by": null
            },
            {
              "id": "A-1",
              "title": "Download invoices in bulk",
              "rank": 2,
              "rank_acceptability": [
                0.0,
                0.36,
                0.37,
                0.24,
                0.03
              ],
              "top_probability": 0.36,
              "mean_rank": 2.94,
              "best_rank": 2,
              "worst_rank": 5,
              "central_weights": null,
              "confidence_factor": null,
              "dominated_by": null
            },
            {
              "id": "A-3",
              "title": "Single sign-on",
              "rank": 2,
              "rank_acceptability": [
                0.37,
                0.12,
                0.06,
                0.13,
                0.32
              ],
              "top_probability": 0.49,
              "mean_rank": 2.91,
              "best_rank": 1,
              "worst_rank": 5,
              "central_weights": [
                0.1088730716524092,
                0.36853240722966557,
                0.37572903454781986,
                0.14686548659527623
              ],
              "confidence_factor": 1.0,
              "dominated_by": null
            },
            {
              "id": "A-5",
              "title": "Line numbers in import errors",
              "rank": 2,
              "rank_acceptability": [
                0.32,
                0.11,
                0.1,
                0.22,
                0.25
              ],
              "top_probability": 0.43,
              "mean_rank": 2.97,
              "best_rank": 1,
              "worst_rank": 5,
              "central_weights": [
                0.22154911426332546,
                0.1684982214937918,
                0.12493822263786569,
                0.4850144416705007
              ],
              "confidence_factor": 1.0,
              "dominated_by": null
            },
            {
              "id": "A-4",
              "title": "Mobile notifications",
              "rank": 5,
              "rank_acceptability": [
                0.03,
                0.12,
                0.26,
                0.21,
                0.38
              ],
              "top_probability": 0.15,
              "mean_rank": 3.79,
              "best_rank": 1,
              "worst_rank": 5,
              "central_weights": [
                0.2089759646138797,
                0.05556402984075248,
                0.44076142328170437,
                0.29469858241888386
              ],
              "confidence_factor": 1.0,
              "dominated_by": null
            }
          ],
          "left_out": [],
          "findings": [],
          "finding_count": 0
        }
    "#,
        )
        .exit(0);
}

#[test]
fn a_product_has_its_intervals_to_twelve_digits() {
    let outcome = Case::new()
        .file("targets.csv", TARGETS)
        .args(["stability", "targets.csv", "-m", "target", "-f", "json", "--top", "1"])
        .any_output()
        .exit(0);
    let report: serde_json::Value = serde_json::from_slice(&outcome.stdout).expect("the answer is JSON");
    let impact = &report["criteria"][0];
    assert_eq!(impact["share_exact"], "1/3");
    // T-1 has 432 · 49 · 7, T-2 320 · 72 · 9 and leads: level where a·ln(432 ÷ 320) = (1 − a)·½·ln(72 · 9 ÷ (49 · 7)).
    let (impacts, rest) = ((432.0f64 / 320.0).ln(), (72.0f64 * 9.0 / (49.0 * 7.0)).ln() / 2.0);
    let expected = rest / (impacts + rest);
    let high = impact["leader"]["high"].as_f64().expect("a number");
    assert!((high - expected).abs() < 1e-11, "{high} {expected}");
    assert_eq!(impact["leader"]["high_exact"], serde_json::Value::Null);
    assert_eq!(impact["leader"]["high_rival"], "T-1");
}

#[test]
fn csv_has_a_row_for_each_item_and_nothing_rounded() {
    case(BACKLOG)
        .args(["--top", "2", "--draws", "64", "-f", "csv"])
        .stdout(
            "
        id,title,rank,top_probability,first_probability,mean_rank,best_rank,worst_rank,confidence_factor,dominated_by
        A-2,Faster search,1,0.59375,0.28125,2.34375,1,4,1,
        A-1,Download invoices in bulk,2,0.3125,0,2.984375,2,5,,
        A-3,Single sign-on,2,0.53125,0.390625,2.765625,1,5,1,
        A-5,Line numbers in import errors,2,0.4375,0.296875,3.0625,1,5,1,
        A-4,Mobile notifications,5,0.125,0.03125,3.84375,1,5,1,
    ",
        )
        .exit(0);
}

#[test]
fn markdown_has_both_tables() {
    case(BACKLOG).args(["--top", "2", "--draws", "64", "-f", "markdown"]).stdout(r#"
        The first place is not safe: A-5 overtakes A-2 when Ease rises from 25 % to above 28.6 %

        The cutoff at 2 goes through a tie; with all of it inside, it is safe: Business impact would have to fall from 25 % to below 16.7 %, for A-4 to take the place of A-3

        | Criterion | Share | First place holds | Top 2 holds | Whole order holds |
        | --- | ---: | --- | --- | --- |
        | Customer impact | 25 % | 20 \(A-3\) – 100 % | 0 – 50 \(A-4\) % | 20 \(A-3\) – 50 \(A-4\) % |
        | Business impact | 25 % | 14.3 \(A-5\) – 33.3 \(A-3\) % | 16.7 \(A-4\) – 100 % | 16.7 \(A-4\) – 33.3 \(A-3\) % |
        | Market competitiveness | 25 % | 18.2 \(A-5\) – 33.3 \(A-3\) % | 0 – 33.3 \(A-4\) % | 18.2 \(A-5\) – 33.3 \(A-3\) % |
        | Ease | 25 % | 0 – 28.6 \(A-5\) % | 10 \(A-4\) – 35.7 \(A-4\) % | 10 \(A-4\) – 28.6 \(A-5\) % |

        | Rank | ID | Title | In top 2 | First | Mean rank | Ranks |
        | ---: | --- | --- | ---: | ---: | ---: | --- |
        | 1 | A-2 | Faster search | 59.4 % | 28.1 % | 2.3 | 1–4 |
        | =2 | A-1 | Download invoices in bulk | 31.2 % | 0 % | 3.0 | 2–5 |
        | =2 | A-3 | Single sign-on | 53.1 % | 39.1 % | 2.8 | 1–5 |
        | =2 | A-5 | Line numbers in import errors | 43.8 % | 29.7 % | 3.1 | 1–5 |
        | 5 | A-4 | Mobile notifications | 12.5 % | 3.1 % | 3.8 | 1–5 |

        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % \(the model's own weights\)

        64 draws of all weights at once, every share as likely as any other; seed 1, standard error at most 6.25 points
    "#).exit(0);
}

#[test]
fn what_is_missing_or_a_range_is_drawn_too() {
    let case = case(BACKLOG_WITH_GAPS).args(["--top", "2", "--within", "10%", "--draws", "1000"]);
    case.stdout("
        The first place is safe: Ease would have to rise from 25 % to above 57.1 %, for A-5 to overtake A-2

        Criterion               Share  First place holds                             Top 2 holds  Whole order holds
        ───────────────────────────────────────────────────────────────────────────────────────────────────────────
        Customer impact          25 %  0 – 100 %          0 ├────●──────────────┤ 1  –            0 – 100 %
        Business impact          25 %  0 – 100 %          0 ├────●──────────────┤ 1  –            0 – 100 %
        Market competitiveness   25 %  0 – 100 %          0 ├────●──────────────┤ 1  –            0 – 100 %
        Ease                     25 %  0 – 57.1 (A-5) %   0 ├────●─────┤········· 1  –            0 – 57.1 (A-5) %

        Rank  ID   Title                          In top 2   First  Mean rank  Ranks  First … last
        ──────────────────────────────────────────────────────────────────────────────────────────
           1  A-2  Faster search                    98.4 %  68.6 %        1.3  1–3    ▓▒░··
          =2  A-1  Download invoices in bulk         3.8 %     0 %        3.7  2–5    ·░▒▒░
          =2  A-5  Line numbers in import errors    13.7 %     0 %        3.7  2–5    ·░▒▒▒
              A-3  Single sign-on                   65.4 %  29.2 %        2.4  1–5    ▒▒░░░
              A-4  Mobile notifications             18.7 %   2.2 %        3.8  1–5    ░░░░▒

        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        1000 draws of all weights at once, each share within 10 points of its own; seed 1, standard error at most 1.58 points
    ").stderr("
        warning[missing-rating]: item `A-3` has no rating for `ease`: it is not ranked
          --> backlog.csv:4:26
          help: fill in the rating; a blank counts neither as 0 nor as anything else
        warning[missing-rating]: item `A-4` has no rating for `business_impact`: it is not ranked
          --> backlog.csv:5:28
    ").exit(0);
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_others() {
    let out = |arguments: &[&str]| case(BACKLOG).args(arguments.iter().copied()).any_output().exit(0).out();
    let draws = ["--draws", "300", "-f", "json"];
    assert_eq!(out(&draws), out(&[&draws[..], &["--seed", "1"]].concat()));
    assert_ne!(out(&draws), out(&[&draws[..], &["--seed", "2"]].concat()));
}

#[test]
fn where_one_criterion_decides_there_is_nothing_to_move() {
    let backlog = "id,title,ease\nA-1,a,3\nA-2,b,4\n";
    let weights = "[weights]\ncustomer_impact = 0\nbusiness_impact = 0\nmarket_competitiveness = 0\nease = 1\n";
    case(backlog).file("weights.toml", weights).stdout("
        The first place is safe: no weight alone changes it

        Model matrix: Customer impact 0 %, Business impact 0 %, Market competitiveness 0 %, Ease 100 % (weights from weights.toml)
        One criterion alone decides: there are no weights to move
        Always beaten: A-1 (by A-2)
    ").exit(0);
}

#[test]
fn what_can_not_be_asked_is_said() {
    for (arguments, message) in [
        (["--draws", "0"], "--draws takes a number from 1 to"),
        (["--within", "2"], "`2` is no share"),
        (["--within", "0"], "`0` is no share"),
        (["--top", "0"], "--top takes a number from 1 up"),
    ] {
        case(BACKLOG).args(arguments).stderr_has([message]).exit(2);
    }
}

#[test]
fn a_backlog_with_an_error_has_no_answer() {
    case("id,title,customer_impact,business_impact,market_competitiveness,ease\nA-1,a,11,1,1,1\n")
        .stderr_has(["error[out-of-scale]"])
        .exit(1);
}
