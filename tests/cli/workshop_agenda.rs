//! `tenbin workshop agenda`: which differences are worth the time, and how far the raters agree.

use serde_json::Value;

use super::harness::Case;

const SALES: &str = "\
id,title,customer_impact,business_impact,market_competitiveness,ease,ease_note
A-1,Finer permissions,7,9,7,8,three lost deals this quarter
A-2,Faster search,8,7,6,5,
A-3,Bulk invoices,6,6,5,7,
A-4,Dark mode,3,2,4,8,
";

const MARKETING: &str = "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,Finer permissions,7,8,7,6
A-2,Faster search,8,7,6,5
A-3,Bulk invoices,6,6,5,7
A-4,Dark mode,3,3,4,8
";

const DEVELOPMENT: &str = "\
id,title,customer_impact,business_impact,market_competitiveness,ease,ease_note
A-1,Finer permissions,6,8,6,1,needs the new role model first
A-2,Faster search,9,7,6,4,
A-3,Bulk invoices,6,6,5,7,
A-4,Dark mode,2,2,4,9,
";

fn case() -> Case {
    Case::new().file("sales.csv", SALES).file("marketing.csv", MARKETING).file("development.csv", DEVELOPMENT).args([
        "workshop",
        "agenda",
        "sales.csv",
        "marketing.csv",
        "development.csv",
    ])
}

fn json(case: Case) -> Value {
    let outcome = case.args(["-f", "json"]).run();
    serde_json::from_slice(&outcome.stdout).unwrap_or_else(|_| panic!("no JSON: {}", outcome.err()))
}

#[test]
fn what_can_cross_the_cutoff_comes_first_with_the_reasons_beside_it() {
    case().args(["--top", "1"]).stdout("
        To discuss: 4 differences on 1 item of 4, between 3 raters; 1 can change the top 1

        ID   Title              Criterion               Lowest                                         Highest                                 Median    AD   Rank  Camps
        ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        A-1  Finer permissions  Ease                    1 development: needs the new role model first  8 sales: three lost deals this quarter       6  2.33  3 → 1  split
        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
        A-1  Finer permissions  Customer impact         6 development                                  7 sales, marketing                           7  0.33      1
        A-1  Finer permissions  Business impact         8 marketing, development                       9 sales                                      8  0.33      1
        A-1  Finer permissions  Market competitiveness  6 development                                  7 sales, marketing                           7  0.33      1

        No need to talk about 3 items, on which the differences are too small to matter: A-2, A-3, A-4

        Next: note what is agreed as `id,criterion,rating,note` and run
        `tenbin workshop merge SHEET… -o agreed.csv --decisions decisions.csv`

        How far the raters agree

        The order of the items: Kendall's W 0.73 over 4 items and 3 raters (p = 0.075, all arrangements): it could be chance; nothing speaks for a common order

        Customer impact: Krippendorff's alpha 0.95 – the raters mean the same by it
        Business impact: Krippendorff's alpha 0.97 – the raters mean the same by it
        Market competitiveness: Krippendorff's alpha 0.93 – the raters mean the same by it
        Ease: Krippendorff's alpha 0.31 – the raters do not mean the same by it: agree on what a high and a low rating stand for

        sales: neither lenient nor strict (+0.38 points); the same order as the rest (rank correlation 0.80)
        marketing: neither lenient nor strict (+0.19 points); the same order as the rest (rank correlation 0.95)
        development: rates 0.56 points below the others, which is strict; another order than the rest (rank correlation 0.40): ask what this team sees and the others don't

        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        Ranks are by the medians; Rank shows the item's with its lowest and with its highest rating. AD: average deviation about the median, agreement up to 1.67
    ").exit(0);
}

#[test]
fn what_can_cross_the_cutoff_comes_first_in_japanese() {
    case().args(["--top", "1", "--lang", "ja"]).stdout("
        話し合う食い違い：4件（改善項目4件のうち1件、評価者3）。そのうち1件は、上位1件の顔ぶれを変える可能性があります

        ID   改善項目           評価軸              最低                                           最高                                    中央値  平均偏差   順位  二極化
        ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        A-1  Finer permissions  実装の容易さ        1 development：needs the new role model first  8 sales：three lost deals this quarter       6      2.33  3 → 1  あり
        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
        A-1  Finer permissions  顧客影響度          6 development                                  7 sales、marketing                           7      0.33      1
        A-1  Finer permissions  ビジネスインパクト  8 marketing、development                       9 sales                                      8      0.33      1
        A-1  Finer permissions  市場競争力          6 development                                  7 sales、marketing                           7      0.33      1

        評価の差が小さく、話し合う必要のない改善項目（3件）：A-2、A-3、A-4

        次は、合意した評価を `id,criterion,rating,note` の形で書き留め、
        `tenbin workshop merge シート… -o agreed.csv --decisions decisions.csv` を実行してください

        評価の一致の度合い

        順位の一致：ケンドールの一致係数 W は 0.73（改善項目4件、評価者3、p = 0.075、全通りの並べ替え）。偶然の一致と区別できません

        顧客影響度：クリッペンドルフの α は 0.95。評価軸の意味が共有されています
        ビジネスインパクト：クリッペンドルフの α は 0.97。評価軸の意味が共有されています
        市場競争力：クリッペンドルフの α は 0.93。評価軸の意味が共有されています
        実装の容易さ：クリッペンドルフの α は 0.31。評価軸の意味が共有されていません。どのような場合に高い評価を付けるのかを、そろえてください

        sales：評価の甘辛はほかと同程度です（+0.38点）。順位はほかと同じ傾向です（順位相関 0.80）
        marketing：評価の甘辛はほかと同程度です（+0.19点）。順位はほかと同じ傾向です（順位相関 0.95）
        development：評価がほかより0.56点低く、辛めです。順位がほかと異なります（順位相関 0.40）。このチームにだけ見えていることを聞いてください

        モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        順位は中央値によります。「順位」の列は、その評価だけを最低または最高にしたときの順位です。平均偏差は中央値からの偏差の平均です（1.67以下なら一致）
    ").exit(0);
}

#[test]
fn a_page_can_be_pasted_as_markdown() {
    case().args(["--top", "1", "-f", "markdown", "-q"]).stdout(r#"
        To discuss: 4 differences on 1 item of 4, between 3 raters; 1 can change the top 1

        | ID | Title | Criterion | Lowest | Highest | Median | AD | Rank | Camps |
        | --- | --- | --- | --- | --- | ---: | ---: | ---: | --- |
        | A-1 | Finer permissions | Ease | 1 development: needs the new role model first | 8 sales: three lost deals this quarter | 6 | 2.33 | 3 → 1 | split |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | A-1 | Finer permissions | Customer impact | 6 development | 7 sales, marketing | 7 | 0.33 | 1 |  |
        | A-1 | Finer permissions | Business impact | 8 marketing, development | 9 sales | 8 | 0.33 | 1 |  |
        | A-1 | Finer permissions | Market competitiveness | 6 development | 7 sales, marketing | 7 | 0.33 | 1 |  |

        No need to talk about 3 items, on which the differences are too small to matter: A-2, A-3, A-4

        Next: note what is agreed as `id,criterion,rating,note` and run `tenbin workshop merge SHEET… -o agreed.csv --decisions decisions.csv`

        ## How far the raters agree

        The order of the items: Kendall's W 0.73 over 4 items and 3 raters \(p = 0.075, all arrangements\): it could be chance; nothing speaks for a common order

        Customer impact: Krippendorff's alpha 0.95 – the raters mean the same by it

        Business impact: Krippendorff's alpha 0.97 – the raters mean the same by it

        Market competitiveness: Krippendorff's alpha 0.93 – the raters mean the same by it

        Ease: Krippendorff's alpha 0.31 – the raters do not mean the same by it: agree on what a high and a low rating stand for

        sales: neither lenient nor strict \(+0.38 points\); the same order as the rest \(rank correlation 0.80\)

        marketing: neither lenient nor strict \(+0.19 points\); the same order as the rest \(rank correlation 0.95\)

        development: rates 0.56 points below the others, which is strict; another order than the rest \(rank correlation 0.40\): ask what this team sees and the others don't

        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % \(the model's own weights\)

        Ranks are by the medians; Rank shows the item's with its lowest and with its highest rating. AD: average deviation about the median, agreement up to 1.67
    "#).exit(0);
}

#[test]
fn the_sheet_for_programs_rounds_nothing() {
    case().args(["--top", "1", "-f", "csv"]).stdout("
        id,title,criterion,n,median,min,max,min_by,max_by,sd,ad,agreed,consensus,split,share,rank,rank_if_min,rank_if_max,crosses_cutoff,min_reasons,max_reasons
        A-1,Finer permissions,ease,3,6,1,8,development,sales,3.605551275463989,2.3333333333333335,false,0.4657051970938605,true,0.25,1,3,1,true,development: needs the new role model first,sales: three lost deals this quarter
        A-1,Finer permissions,customer_impact,3,7,6,7,development,sales; marketing,0.5773502691896257,0.3333333333333333,true,0.9266910398555012,false,0.25,1,1,1,false,,
        A-1,Finer permissions,business_impact,3,8,8,9,marketing; development,sales,0.5773502691896257,0.3333333333333333,true,0.9266910398555012,false,0.25,1,1,1,false,,
        A-1,Finer permissions,market_competitiveness,3,7,6,7,development,sales; marketing,0.5773502691896257,0.3333333333333333,true,0.9266910398555012,false,0.25,1,1,1,false,,
        A-2,Faster search,customer_impact,3,8,8,9,sales; marketing,development,0.5773502691896257,0.3333333333333333,true,0.9266910398555012,false,0.25,2,2,2,false,,
        A-2,Faster search,ease,3,5,4,5,development,sales; marketing,0.5773502691896257,0.3333333333333333,true,0.9266910398555012,false,0.25,2,2,2,false,,
        A-4,Dark mode,customer_impact,3,3,2,3,development,sales; marketing,0.5773502691896257,0.3333333333333333,true,0.9266910398555012,false,0.25,4,4,4,false,,
        A-4,Dark mode,business_impact,3,2,2,3,sales; development,marketing,0.5773502691896257,0.3333333333333333,true,0.9266910398555012,false,0.25,4,4,4,false,,
        A-4,Dark mode,ease,3,8,8,9,sales; marketing,development,0.5773502691896257,0.3333333333333333,true,0.9266910398555012,false,0.25,4,4,4,false,,
    ").exit(0);
}

#[test]
fn the_list_is_cut_to_the_time() {
    case()
        .args(["--top", "1", "--minutes", "10"])
        .stdout_has(["10 minutes are enough for 2 differences of 5 minutes; left out: "])
        .exit(0);
    let cut = json(case().args(["--top", "1", "--minutes", "12", "--each", "4"]));
    assert_eq!(cut["cells"].as_array().map(Vec::len), Some(3));
    assert_eq!(cut["left_out"], 1);
    case()
        .args(["--minutes", "4"])
        .stderr("error: --minutes must leave time for one entry at least: 5 minutes, or fewer with --each\n")
        .exit(2);
}

#[test]
fn the_json_has_what_the_arithmetic_needs() {
    let answer = json(case().args(["--top", "1"]));
    assert_eq!(answer["command"], "workshop agenda");
    let cell = answer["cells"]
        .as_array()
        .and_then(|cells| cells.iter().find(|cell| cell["id"] == "A-1" && cell["criterion"] == "ease"));
    let cell = cell.expect("the permission item is there");
    assert_eq!((&cell["n"], &cell["median"], &cell["min"], &cell["max"]), (&3.into(), &6.into(), &1.into(), &8.into()));
    assert_eq!(
        (&cell["min_by"], &cell["max_by"]),
        (&serde_json::json!(["development"]), &serde_json::json!(["sales"]))
    );
    assert_eq!(cell["split"], true);
    assert_eq!((&cell["rank_if_min"], &cell["rank_if_max"]), (&3.into(), &1.into()));
    // 6 − 1, 6 − 6 and 8 − 6 about the median, over three.
    assert!(cell["ad"].as_f64().is_some_and(|ad| (ad - 7.0 / 3.0).abs() < 1e-12));
    assert!(cell["sd"].as_f64().is_some_and(|sd| (sd - 13f64.sqrt()).abs() < 1e-12));
    // A-3 is rated alike by all: none of its cells is there.
    assert!(answer["cells"].as_array().is_some_and(|cells| cells.iter().all(|cell| cell["id"] != "A-3")));
    assert_eq!(answer["agreed"], serde_json::json!(["A-2", "A-3", "A-4"]));
    let keys: Vec<&String> = answer["agreement"]["alpha"].as_object().expect("alphas").keys().collect();
    assert_eq!(keys, ["business_impact", "customer_impact", "ease", "market_competitiveness"]);
    assert_eq!(answer["raters"][2]["name"], "development");
    assert!(answer["raters"][2]["leniency"].as_f64().is_some_and(|points| points < 0.0));
}

/// The ranks that the agenda supposes are those that `rank` gives to a backlog of medians with the rating in it.
#[test]
fn a_supposed_rank_is_the_rank_of_a_backlog_with_that_rating() {
    let median = "id,customer_impact,business_impact,market_competitiveness,ease\nA-1,7,8,7,EASE\nA-2,8,7,6,5\nA-3,6,6,5,7\nA-4,3,2,4,8\n";
    for (ease, expected) in [("1", 3), ("6", 1), ("8", 1)] {
        let ranked =
            Case::new().file("b.csv", median.replace("EASE", ease)).args(["rank", "b.csv", "-f", "json"]).run();
        let ranked: Value = serde_json::from_slice(&ranked.stdout).expect("it is JSON");
        let item = ranked["items"].as_array().and_then(|items| items.iter().find(|item| item["id"] == "A-1"));
        assert_eq!(item.map(|item| item["rank"].clone()), Some(expected.into()), "ease {ease}");
    }
}

#[test]
fn raters_may_share_a_file() {
    let shared = "rater,id,title,ease\nsales,A,a,9\nsales,B,b,2\n 営業 ,A,a,3\n営業,B,b,2\n開発,A,a,8\n開発,B,b,4\n";
    let weights = "[weights]\ncustomer_impact = 0\nbusiness_impact = 0\nmarket_competitiveness = 0\nease = 1\n";
    let answer =
        json(Case::new().file("all.csv", shared).file("weights.toml", weights).args(["workshop", "agenda", "all.csv"]));
    let names: Vec<&Value> = answer["raters"].as_array().expect("raters").iter().map(|rater| &rater["name"]).collect();
    assert_eq!(names, ["sales", "営業", "開発"]);
    // Another header is taken as it is named.
    let other = shared.replace("rater,", "who,");
    let named = json(Case::new().file("all.csv", other).file("weights.toml", weights).args([
        "workshop",
        "agenda",
        "all.csv",
        "--column",
        "rater=who",
    ]));
    assert_eq!(named["raters"], answer["raters"]);
}

#[test]
fn anonymous_raters_have_letters_in_an_order_by_chance_that_a_seed_repeats() {
    let names = |answer: &Value| -> Vec<String> {
        answer["raters"].as_array().expect("raters").iter().map(|rater| rater["name"].to_string()).collect()
    };
    let hidden = |seed: &str| json(case().args(["--anonymous", "--seed", seed]));
    assert_eq!(names(&hidden("1")), ["\"A\"", "\"B\"", "\"C\""]);
    assert_eq!(hidden("7"), hidden("7"));
    let strict = |answer: &Value| {
        let raters = answer["raters"].as_array().expect("raters");
        raters.iter().position(|rater| rater["leniency"].as_f64().is_some_and(|points| points < 0.0))
    };
    let seats: std::collections::BTreeSet<_> = (1..9).map(|seed| strict(&hidden(&seed.to_string()))).collect();
    assert_eq!(seats.len(), 3, "the strict rater sits anywhere");
    let page = case().args(["--anonymous", "-q"]).any_output().exit(0).out();
    assert!(!page.contains("sales") && !page.contains("development"), "{page}");
}

#[test]
fn fewer_than_two_raters_are_refused() {
    Case::new()
        .file("sales.csv", SALES)
        .args(["workshop", "agenda", "sales.csv"])
        .stderr("error: an agenda needs the sheets of two raters or more, found only sales: pass every team's sheet, or one file with a `rater` column\n")
        .exit(2);
}

#[test]
fn two_raters_are_warned_of() {
    Case::new()
        .file("sales.csv", SALES)
        .file("marketing.csv", MARKETING)
        .args(["workshop", "agenda", "sales.csv", "marketing.csv"])
        .stdout_has(["Nothing to discuss between 2 raters on 4 items"])
        .stderr(
            "
            warning[few-raters]: there are only 2 raters: with fewer than three nobody can tell who stands apart
              help: ask one more team for a sheet, and read the figures with care until then
        ",
        )
        .exit(0);
}

#[test]
fn sheets_that_do_not_go_together_are_told_with_their_places_and_the_rest_is_answered() {
    let short = "ID,改善項目,顧客影響度,ビジネスインパクト,実装の容易さ\nA-1,別の項目,7,8,6\nA-2,検索,8,7,5\nA-2,検索,8,6,5\nA-9,新しい要望,8,7,6\n";
    let (encoded, _, _) = encoding_rs::SHIFT_JIS.encode(short);
    case()
        .file("support.csv", encoded)
        .args(["support.csv"])
        .stdout_has(["To discuss: ", "4 raters"])
        .stderr("
            warning[missing-criterion]: the sheet has no column for `market_competitiveness`, which 3 of 4 sheets have
              --> support.csv:1:1
              help: add the column if the team is to rate it; a misspelt header is taken with `--column`
            warning[missing-item]: the sheet of `support` lacks item `A-3`, which stands at `sales.csv:4`
              --> support.csv:1:1
              help: ask the team to rate it, or go on without its opinion
            warning[missing-item]: the sheet of `support` lacks item `A-4`, which stands at `sales.csv:5`
              --> support.csv:1:1
            warning[different-title]: item `A-1` is called `別の項目` here and `Finer permissions` at `sales.csv:2`
              --> support.csv:2:5
              help: if it is the same item, give it one title; if not, each needs an id of its own
            warning[item-twice]: item `A-2` stands in the sheet of `support` twice, first at `support.csv:3`: neither row counts
              --> support.csv:4:1
              help: delete the row that is out of date
            warning[extra-item]: only the sheet of `support` has item `A-9`
              --> support.csv:5:1
              help: if the id is misspelt, correct it; if the item is new, ask the other teams for their ratings
        ")
        .exit(0);
}

#[test]
fn a_rating_that_cannot_be_read_stops_the_answer_and_everything_is_told_at_once() {
    case()
        .file("sales.csv", SALES.replace(",9,7,8", ",9点,11,8"))
        .file("marketing.csv", MARKETING.replace("A-2,Faster search,8", "A-2,Faster search,0"))
        .stderr("
            error[not-a-number]: `business_impact` of item `A-1` is `9点`, expected a number
              --> sales.csv:2:25
              help: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit
            error[out-of-scale]: `market_competitiveness` of item `A-1` is `11`, expected 1–10
              --> sales.csv:2:28
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.market_competitiveness]`
            error[out-of-scale]: `customer_impact` of item `A-2` is `0`, expected 1–10
              --> marketing.csv:3:19
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.customer_impact]`
            3 errors, no warnings
        ")
        .exit(1);
}

#[test]
fn a_sheet_of_nothing_that_is_rated_is_refused() {
    case()
        .file("notes.csv", "id,title,remark\nA-1,a,b\n")
        .args(["notes.csv"])
        .stderr_has(["error[missing-column]: there is no column for `customer_impact`", "--> notes.csv:1:1"])
        .exit(1);
}

#[test]
fn a_sheet_without_ids_cannot_be_matched() {
    case()
        .file("support.csv", "title,ease\nFaster search,4\n")
        .args(["support.csv"])
        .stderr_has(["error[missing-column]: there is no column for `id`", "--> support.csv:1:1"])
        .exit(1);
}

#[test]
fn constant_raters_ties_and_a_single_item_give_sentences_and_no_number() {
    let flat = "id,customer_impact,business_impact,market_competitiveness,ease\nA-1,5,5,5,5\nA-2,5,5,5,5\n";
    let answer = json(
        Case::new()
            .file("a.csv", flat)
            .file("b.csv", flat)
            .file("c.csv", flat)
            .args(["workshop", "agenda", "a.csv", "b.csv", "c.csv"]),
    );
    assert_eq!(answer["agreement"]["kendall_w"], Value::Null);
    assert_eq!(answer["agreement"]["p_value"], Value::Null);
    assert_eq!(answer["agreement"]["alpha"]["ease"], Value::Null);
    assert_eq!(answer["raters"][0]["rank_correlation"], Value::Null);
    assert_eq!(answer["raters"][0]["leniency"], 0.0);
    assert_eq!(answer["cells"], serde_json::json!([]));
    assert_eq!(answer["agreed"], serde_json::json!(["A-1", "A-2"]));
    let one = "id,customer_impact,business_impact,market_competitiveness,ease\nA-1,5,5,5,RATING\n";
    Case::new()
        .file("a.csv", one.replace("RATING", "1"))
        .file("b.csv", one.replace("RATING", "9"))
        .file("c.csv", one.replace("RATING", ""))
        .args(["workshop", "agenda", "a.csv", "b.csv", "c.csv"])
        .stdout("
            To discuss: 1 difference on 1 item of 1, between 3 raters; none of them can change the top 10

            ID   Criterion  Lowest  Highest  Median    AD  Rank  Camps
            ──────────────────────────────────────────────────────────
            A-1  Ease       1 a     9 b           5  4.00     1  split

            Next: note what is agreed as `id,criterion,rating,note` and run
            `tenbin workshop merge SHEET… -o agreed.csv --decisions decisions.csv`

            How far the raters agree

            The order of the items: no Kendall's W, because fewer than two raters order at least two items that all of them have rated

            Customer impact: no Krippendorff's alpha, because fewer than two items have two ratings, or all ratings are equal
            Business impact: no Krippendorff's alpha, because fewer than two items have two ratings, or all ratings are equal
            Market competitiveness: no Krippendorff's alpha, because fewer than two items have two ratings, or all ratings are equal
            Ease: no Krippendorff's alpha, because fewer than two items have two ratings, or all ratings are equal

            a: rates 2.00 points below the others, which is strict; no order to compare
            b: rates 2.00 points above the others, which is lenient; no order to compare
            c: neither lenient nor strict (0 points); no order to compare

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Ranks are by the medians; Rank shows the item's with its lowest and with its highest rating. AD: average deviation about the median, agreement up to 1.67
        ")
        .exit(0);
}

#[test]
fn teams_that_rate_only_what_they_lead_have_nothing_to_compare() {
    let sheet = |key: &str| format!("id,title,{key}\nA-1,a,5\nA-2,b,7\n");
    Case::new()
        .file("cs.csv", sheet("customer_impact"))
        .file("sales.csv", sheet("business_impact"))
        .file("marketing.csv", sheet("market_competitiveness"))
        .file("development.csv", sheet("ease"))
        .args(["workshop", "agenda", "cs.csv", "sales.csv", "marketing.csv", "development.csv"])
        .stdout("
            Nothing to discuss between 4 raters on 2 items

            Nothing to compare yet on 2 items, because a criterion has fewer than two ratings: A-1, A-2

            How far the raters agree

            The order of the items: no Kendall's W, because fewer than two raters order at least two items that all of them have rated

            Customer impact: no Krippendorff's alpha, because fewer than two items have two ratings, or all ratings are equal
            Business impact: no Krippendorff's alpha, because fewer than two items have two ratings, or all ratings are equal
            Market competitiveness: no Krippendorff's alpha, because fewer than two items have two ratings, or all ratings are equal
            Ease: no Krippendorff's alpha, because fewer than two items have two ratings, or all ratings are equal

            cs: lenient or strict can't be told; no order to compare
            sales: lenient or strict can't be told; no order to compare
            marketing: lenient or strict can't be told; no order to compare
            development: lenient or strict can't be told; no order to compare

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Ranks are by the medians; Rank shows the item's with its lowest and with its highest rating. AD: average deviation about the median, agreement up to 1.67
        ")
        .exit(0);
}

#[test]
fn hostile_cells_reach_no_terminal_and_no_markup() {
    let hostile = "id,title,customer_impact,business_impact,market_competitiveness,ease,ease_note\n\
                   A-1,\"\u{1b}[31m<script>\",5,5,5,RATING,\"|![x](u) \u{202e}@all\n::error::\"\n";
    let outcome = Case::new()
        .file("a.csv", hostile.replace("RATING", "1"))
        .file("b.csv", hostile.replace("RATING", "9"))
        .args(["workshop", "agenda", "a.csv", "b.csv", "-f", "markdown"])
        .any_output()
        .exit(0);
    let out = outcome.out();
    assert!(!out.contains(['\u{1b}', '\u{202e}']) && !out.contains("<script>") && !out.contains("![x]"), "{out}");
    assert!(!out.lines().any(|line| line.starts_with("::")), "{out}");
}

#[test]
fn the_answer_never_replaces_a_sheet() {
    case()
        .args(["-f", "csv", "-o", "sales.csv"])
        .stderr("error: sales.csv is a file that is being read: write to another one\n")
        .exit(2)
        .left("sales.csv", SALES);
}

#[test]
fn a_folder_is_no_sheet() {
    case()
        .prepare(|folder| std::fs::create_dir(folder.join("sheets")))
        .args(["sheets"])
        .stderr_has(["error: cannot read sheets: it is a folder"])
        .exit(2);
}

/// Fifty sheets of a thousand items.
#[test]
#[ignore = "a measure: .ci/run calls it in release"]
fn fifty_sheets_of_a_thousand_items_take_less_than_a_second() {
    let mut case = Case::new();
    let mut names = Vec::new();
    for rater in 0..50u32 {
        let mut sheet =
            String::from("id,title,customer_impact,business_impact,market_competitiveness,ease,ease_note\n");
        for item in 0..1000u32 {
            let rating =
                |criterion: u32| (item * 7 + criterion * 3 + rater.wrapping_mul(item + criterion) % 4) % 10 + 1;
            sheet += &format!(
                "I-{item},Item {item},{},{},{},{},because {rater}\n",
                rating(1),
                rating(2),
                rating(3),
                rating(4)
            );
        }
        let name = format!("team-{rater:02}.csv");
        case = case.file(&name, sheet);
        names.push(name);
    }
    let begin = std::time::Instant::now();
    let outcome = case.args(["workshop", "agenda"]).args(names).args(["-f", "json"]).run();
    let taken = begin.elapsed();
    assert_eq!(outcome.status.code(), Some(0), "{}", outcome.err());
    assert!(taken.as_secs_f64() < 1.0, "{taken:?}");
}
