//! `tenbin review`: did it work, and was the ranking right?

use serde_json::Value;

use super::harness::Case;

const RESULTS: &str = include_str!("../../examples/results_en.csv");
const RESULTS_JA: &str = include_str!("../../examples/results_ja.csv");
const INDICATORS: &str = include_str!("../../examples/indicators_en.csv");
const BACKLOG: &str = include_str!("../../examples/backlog_en.csv");
const HEADER: &str = "id,metric,better,baseline,planned,actual,quantity,quality";

fn review(results: &str) -> Case {
    Case::new().file("results.csv", results).args(["review", "results.csv"])
}

fn rows(rows: &[&str]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn json(case: Case) -> Value {
    let outcome = case.args(["-f", "json"]).run();
    serde_json::from_slice(&outcome.stdout).unwrap_or_else(|_| panic!("no JSON: {}", outcome.err()))
}

/// What `rank` prints of the backlog of the examples.
fn ranked(arguments: &[&str]) -> String {
    let case = Case::new().file("backlog.csv", BACKLOG).args(["rank", "backlog.csv"]).args(arguments);
    case.any_output().exit(0).out()
}

/// The indicators of the examples with the ranking that they were chosen by.
fn looked_back() -> Case {
    review(INDICATORS).file("ranked.csv", ranked(&["-f", "csv"])).args(["--ranked", "ranked.csv"])
}

fn readings(value: &Value) -> Vec<&str> {
    let results = value["results"].as_array().expect("a list of results");
    results.iter().map(|result| result["reading"].as_str().expect("a reading")).collect()
}

#[test]
fn facts_come_first_and_then_what_they_mean() {
    review(RESULTS).stdout("
        6 results: 2 reached, 3 on the way, 1 without effect

        ID       Title                             Metric               Baseline  Planned  Actual  Gain  Of the plan  Execution
        ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        IMP-009  Onboarding guide on the screen    Completion rate (%)        52       70      74   +22        122 %   100 %, 9
        IMP-015  Automatic survey on cancellation  Churn rate (%)             30       21      25    +5         56 %    55 %, 7
        IMP-005  Row numbers in CSV import errors  Inquiries per month       120       60     118    +2          3 %   100 %, 8
        IMP-011  Reports as PDF                    Share of users (%)          0       25       4    +4         16 %    40 %, 4
        IMP-010  Slack integration                 Retention rate (%)         88       91    91.5  +3.5        117 %    90 %, 8
        IMP-002  Faster search (3 s to 0.5 s)      Response time (s)           3      0.5     0.6  +2.4         96 %   100 %, 9

        What it means

        IMP-009 Completion rate (%): reached, with 122 % of the planned improvement (100 % counts); make it
        bigger, more general, leaner or gentler for the people in it, and spread it

        IMP-015 Churn rate (%): moving in the right direction, with 56 % of the plan (10 % counts as
        moving), but only 55 % of the work was done (80 % is enough); raise the execution

        IMP-005 Inquiries per month: done enough (100 % of the work, 80 % is enough) and well enough
        (quality 8, 7 is enough), and no result, with 3 % of the plan (10 % would count as moving); the
        hypothesis is wrong, draw it again

        IMP-011 Share of users (%): moving in the right direction, with 16 % of the plan (10 % counts as
        moving), but only 40 % of the work was done (80 % is enough), at quality 4 (7 is enough); raise the
        execution

        IMP-010 Retention rate (%): reached, with 117 % of the planned improvement (100 % counts); make it
        bigger, more general, leaner or gentler for the people in it, and spread it

        IMP-002 Response time (s): done enough (100 % of the work, 80 % is enough) and well enough (quality
        9, 7 is enough), and 96 % of the plan reached (100 % counts as reached, 10 % as moving); the
        hypothesis holds in part, so look for what is still missing

        Was the ranking right?

        Score and share of the plan are both known of 6 items: too few to conclude anything; it takes 8 or
        more. (The rank correlation is 0.54, and by chance alone it would lie between −0.83 and 0.83
        nineteen times in twenty)

        Next: draw again what had no effect, raise the execution where it fell short, look for what is
        missing where the plan was reached in part, spread what was reached

        Execution: quantity and quality, how much of the work was done and how well. Reached from 100 % of
        the planned improvement, moving from 10 %; done enough from 80 % of the work, well enough from
        quality 7 (`[review]` in the weights file)
    ").exit(0);
}

#[test]
fn facts_come_first_in_japanese_too() {
    review(RESULTS_JA).args(["--lang", "ja"]).stdout("
        結果6件：達成2件、改善の途中3件、効果なし1件

        ID       改善項目                                指標                 基準値  計画  実績  改善幅  達成率   実行度
        ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        IMP-009  オンボーディングの手順書を画面内に表示  完了率（%）              52    70    74     +22    122%  100%、9
        IMP-015  解約理由アンケートの自動送信            離職率（%）              30    21    25      +5     56%   55%、7
        IMP-005  CSV取込みエラーの行番号表示             問い合わせ（件/月）     120    60   118      +2      3%  100%、8
        IMP-011  レポートのPDF出力                       利用率（%）               0    25     4      +4     16%   40%、4
        IMP-010  Slack連携                               継続率（%）              88    91  91.5    +3.5    117%   90%、8
        IMP-002  検索の速度改善（3秒→0.5秒）             表示時間（秒）            3   0.5   0.6    +2.4     96%  100%、9

        結果の読み方

        IMP-009 完了率（%）：達成しました（計画した改善の122%、基準は100%）。規模を広げる、汎用的にする、効
        率をよくする、関わる人の負担を減らすなどして、ほかにも広げてください

        IMP-015 離職率（%）：改善に向かっていますが（計画した改善の56%、10%以上で改善の途中）、実行の量が55%
        で足りません（基準は80%）。施策実行度を上げてください

        IMP-005 問い合わせ（件/月）：十分に実行しても（量100%、基準は80%。質8、基準は7）、効果が出ていません
        （計画した改善の3%、10%以上で改善の途中）。仮説が誤っているので、立て直してください

        IMP-011 利用率（%）：改善に向かっていますが（計画した改善の16%、10%以上で改善の途中）、実行の量が40%
        （基準は80%）、質が4（基準は7）で、どちらも足りません。施策実行度を上げてください

        IMP-010 継続率（%）：達成しました（計画した改善の117%、基準は100%）。規模を広げる、汎用的にする、効
        率をよくする、関わる人の負担を減らすなどして、ほかにも広げてください

        IMP-002 表示時間（秒）：十分に実行し（量100%、基準は80%。質9、基準は7）、計画した改善の96%まで来てい
        ます（100%で達成、10%以上で改善の途中）。仮説は部分的に正しかったので、足りないものを探してください

        順位は正しかったか

        総合スコアと達成率の両方がわかるのは6件で、順位が正しかったかどうかを判断するには足りません（8件以上
        が必要です）。順位相関は 0.54 ですが、偶然であっても、20回のうち19回は −0.83 から 0.83 の間に入りま
        す

        次にすること：効果のなかった施策の仮説を立て直す、実行の足りない施策の施策実行度を上げる、計画に届か
        なかった施策に足りないものを探す、達成した施策を広げる

        実行度：実行の量と質。計画した改善の100%から達成、10%から改善の途中。実行の量は80%から、質は7から十
        分とみなします（重み設定ファイルの `[review]`）
    ").exit(0);
}

#[test]
fn each_teams_metrics_are_shown_reached_or_not() {
    review(INDICATORS)
        .args(["--by", "team"])
        .stdout(
            "
                16 results: 4 reached, 10 on the way, 1 without effect, 1 not measured yet

                team              Metrics  Reached  Not reached  Open
                ─────────────────────────────────────────────────────
                Customer success        6        3            3     0
                Sales                   5        0            5     0
                Development             2        0            1     1
                Marketing               3        1            2     0

                team              Metric                    Baseline  Planned  Actual  Of the plan  Verdict      ID
                ────────────────────────────────────────────────────────────────────────────────────────────────────────
                Customer success  Completion rate (%)             52       70      74        122 %  reached      IMP-009
                Customer success  Churn rate (%)                  30       21      25         56 %  not reached  IMP-015
                Customer success  Accounts without alarm          46       30      29        106 %  reached      IMP-019
                Customer success  Inquiries on invoices           80       30      22        116 %  reached      IMP-001
                Customer success  Inquiries per month            120       60     118          3 %  not reached  IMP-005
                Customer success  Share of users (%)               0       25       4         16 %  not reached  IMP-011
                ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                Sales             Won from competitors             4       10       5         17 %  not reached  IMP-024
                Sales             Lost for want of SSO             9        3       7         33 %  not reached  IMP-003
                Sales             Quotes within a day (%)         35       60      41         24 %  not reached  IMP-014
                Sales             Approvals per account            2        8       4         33 %  not reached  IMP-020
                Sales             Audit questions per deal         5        2     4.5         17 %  not reached  IMP-008
                ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                Development       Response time (s)                3      0.5     0.6         96 %  not reached  IMP-002
                Development       Accounts with 2FA (%)           12       40                       not yet      IMP-013
                ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                Marketing         Shared dashboards              120      300     262         79 %  not reached  IMP-006
                Marketing         Retention rate (%)              88       91    91.5        117 %  reached      IMP-010
                Marketing         Mobile users (%)                18       30      23         42 %  not reached  IMP-004

                Not measured yet (1): IMP-013 Accounts with 2FA (%)

                Next: draw again what had no effect, raise the execution where it fell short, look for what is
                missing where the plan was reached in part, spread what was reached, measure what has not been
                measured since it began, measure again where the full effect can't be seen yet, one to three months
                after the start

                Execution: quantity and quality, how much of the work was done and how well. Reached from 100 % of
                the planned improvement, moving from 10 %; done enough from 80 % of the work, well enough from
                quality 7 (`[review]` in the weights file)
            ",
        )
        .exit(0);
}

#[test]
fn a_column_is_asked_for_by_any_of_its_names_and_one_that_is_not_there_is_said() {
    let japanese = include_str!("../../examples/indicators_ja.csv");
    let value = json(review(japanese).args(["--by", "チーム"]));
    assert_eq!(value["by"]["column"], "担当チーム");
    assert_eq!(value["by"]["groups"][0]["name"], "カスタマーサクセス");
    assert_eq!((&value["by"]["groups"][0]["metrics"], &value["by"]["groups"][0]["reached"]), (&6.into(), &3.into()));
    review(RESULTS).args(["--by", "squad"]).stderr("error: there is no column `squad` in the file, which has `id`, `title`, `metric`, `better`, `baseline`, `planned`, `actual`, `quantity`, `quality`, `score`\n").exit(2);
}

#[test]
fn every_combination_has_its_sentence() {
    let text = rows(&[
        "A-1,Reached,higher,50,70,70,,",
        "A-2,Reached thinly,higher,50,70,75,50,9",
        "A-3,Partly,higher,50,70,69.99,80,7",
        "A-4,Raise quality,higher,50,70,60,100,5",
        "A-5,Raise both,higher,50,70,60,10,5",
        "A-6,Moving,higher,50,70,60,100,",
        "A-7,Wrong,higher,50,70,50,100,9",
        "A-8,Untested,higher,50,70,50,10,9",
        "A-9,Still,higher,50,70,51,,",
        "A-10,Worse,lower,50,40,52,100,9",
        "A-11,Not yet,lower,50,40,,100,9",
    ]);
    review(&text)
        .stdout(
            "
                11 results: 2 reached, 4 on the way, 3 without effect, 1 worse than before, 1 not measured yet

                ID    Metric          Baseline  Planned  Actual    Gain  Of the plan  Execution
                ───────────────────────────────────────────────────────────────────────────────
                A-1   Reached               50       70      70     +20        100 %
                A-2   Reached thinly        50       70      75     +25        125 %    50 %, 9
                A-3   Partly                50       70   69.99  +19.99      99.95 %    80 %, 7
                A-4   Raise quality         50       70      60     +10         50 %   100 %, 5
                A-5   Raise both            50       70      60     +10         50 %    10 %, 5
                A-6   Moving                50       70      60     +10         50 %   100 %, –
                A-7   Wrong                 50       70      50       0          0 %   100 %, 9
                A-8   Untested              50       70      50       0          0 %    10 %, 9
                A-9   Still                 50       70      51      +1          5 %
                A-10  Worse                 50       40      52      −2        −20 %   100 %, 9

                What it means

                A-1 Reached: reached, with 100 % of the planned improvement (100 % counts); make it bigger, more
                general, leaner or gentler for the people in it, and spread it

                A-2 Reached thinly: reached, with 125 % of the planned improvement (100 % counts), though only 50 %
                of the work was done (80 % is enough); find out what did it before it is spread

                A-3 Partly: done enough (80 % of the work, 80 % is enough) and well enough (quality 7, 7 is enough),
                and 99.95 % of the plan reached (100 % counts as reached, 10 % as moving); the hypothesis holds in
                part, so look for what is still missing

                A-4 Raise quality: moving in the right direction, with 50 % of the plan (10 % counts as moving), but
                it was done at quality 5 only (7 is enough); raise the execution

                A-5 Raise both: moving in the right direction, with 50 % of the plan (10 % counts as moving), but
                only 10 % of the work was done (80 % is enough), at quality 5 (7 is enough); raise the execution

                A-6 Moving: moving in the right direction, with 50 % of the plan (10 % counts as moving), but how
                well it was done isn't known; find that out before you judge the hypothesis

                A-7 Wrong: done enough (100 % of the work, 80 % is enough) and well enough (quality 9, 7 is enough),
                and no result, with 0 % of the plan (10 % would count as moving); the hypothesis is wrong, draw it
                again

                A-8 Untested: no result, with 0 % of the plan (10 % would count as moving), but only 10 % of the
                work was done (80 % is enough); the hypothesis is untested, so do it properly or drop it

                A-9 Still: no result, with 5 % of the plan (10 % would count as moving), and how it was done isn't
                known; find that out before you call the hypothesis wrong

                A-10 Worse: worse than the baseline, at −20 % of the plan; stop and look whether this work is the
                cause, then draw the hypothesis again

                Not measured yet (1): A-11 Not yet

                Next: stop what got worse and look whether the work is the cause, draw again what had no effect,
                raise the execution where it fell short, find out how the work was done where that isn't known, look
                for what is missing where the plan was reached in part, find out what did it where the plan was
                reached with less than enough work, spread what was reached, measure what has not been measured
                since it began

                To see whether the ranking was right: `tenbin review results.csv --ranked RANKING`, with the ranking
                as `rank -f csv` printed it

                Execution: quantity and quality, how much of the work was done and how well. Reached from 100 % of
                the planned improvement, moving from 10 %; done enough from 80 % of the work, well enough from
                quality 7 (`[review]` in the weights file)
            ",
        )
        .exit(0);
    let readings = readings(&json(review(&text))).join(" ");
    assert_eq!(
        readings,
        "reached reached-thinly partly raise-execution raise-execution moving hypothesis-wrong untested no-result worse not-measured"
    );
}

#[test]
fn every_combination_has_its_sentence_in_japanese() {
    let text = rows(&[
        "A-2,計画以上,高い,50,70,75,50,9",
        "A-4,質,高い,50,70,60,100,5",
        "A-6,途中,高い,50,70,60,100,",
        "A-8,未検証,高い,50,70,50,10,9",
        "A-9,不明,高い,50,70,51,,",
        "A-10,悪化,低い,50,40,52,100,9",
        "A-11,未測定,低い,50,40,,100,9",
    ]);
    review(&text)
        .args(["--lang", "ja"])
        .stdout(
            "
                結果7件：達成1件、改善の途中2件、効果なし2件、悪化1件、未測定1件

                ID    指標      基準値  計画  実績  改善幅  達成率   実行度
                ───────────────────────────────────────────────────────────
                A-2   計画以上      50    70    75     +25    125%   50%、9
                A-4   質            50    70    60     +10     50%  100%、5
                A-6   途中          50    70    60     +10     50%  100%、–
                A-8   未検証        50    70    50       0      0%   10%、9
                A-9   不明          50    70    51      +1      5%
                A-10  悪化          50    40    52      −2    −20%  100%、9

                結果の読み方

                A-2 計画以上：達成しましたが（計画した改善の125%、基準は100%）、実行の量が50%にとどまっています（基
                準は80%）。ほかに広げる前に、何が効いたのかを確かめてください

                A-4 質：改善に向かっていますが（計画した改善の50%、10%以上で改善の途中）、実行の質が5で足りません
                （基準は7）。施策実行度を上げてください

                A-6 途中：改善に向かっていますが（計画した改善の50%、10%以上で改善の途中）、実行の質がわかりません。
                仮説を判断する前に確かめてください

                A-8 未検証：効果が出ていませんが（計画した改善の0%、10%以上で改善の途中）、実行の量が10%で足りません
                （基準は80%）。仮説はまだ検証できていません。きちんと実行するか、取りやめてください

                A-9 不明：効果が出ていませんが（計画した改善の5%、10%以上で改善の途中）、どのように実行したかがわか
                りません。仮説が誤りだとする前に確かめてください

                A-10 悪化：基準値より悪くなっています（計画した改善の−20%）。いったん止めて、この施策が原因かを確か
                め、仮説を立て直してください

                未測定（1件）：A-11 未測定

                次にすること：悪化した施策をいったん止め、原因かどうかを確かめる、実行の足りない施策の施策実行度を上
                げる、実行度のわからない施策について、どのように実行したかを確かめる、実行が足りないまま達成した施策
                について、何が効いたのかを確かめる、開始後に測定していない施策を測定する

                順位が正しかったかどうかは、`rank -f csv` の出力を使って
                `tenbin review results.csv --ranked 順位のファイル` で検証できます

                実行度：実行の量と質。計画した改善の100%から達成、10%から改善の途中。実行の量は80%から、質は7から十
                分とみなします（重み設定ファイルの `[review]`）
            ",
        )
        .exit(0);
}

#[test]
fn the_thresholds_are_those_of_the_weights_file() {
    let strict = "[review]\nreached = 120\nmoving = 60\nquantity = 100\nquality = 9\n";
    let value = json(review(RESULTS).file("weights.toml", strict));
    assert_eq!(value["thresholds"]["reached"], 120);
    assert_eq!(readings(&value), ["reached", "untested", "untested", "untested", "raise-execution", "partly"]);
    let wrong = "[review]\nreached = 0\nmoving = \"some\"\nquality = 11\nreach = 1\n";
    review(RESULTS)
        .file("weights.toml", wrong)
        .stderr(
            r#"
        error[bad-setting]: `reached` is `0`, expected a number of per cents above 0
          --> weights.toml:2:11
          help: write the per cents without a sign, such as `reached = 100`
        error[bad-setting]: `moving` is `"some"`, expected a number of per cents above 0
          --> weights.toml:3:10
        error[bad-setting]: `moving` is `10`, more than `reached`
          --> weights.toml:3:10
          help: write a share from which a metric is on the way, such as `moving = 10`
        error[bad-setting]: `quality` is `11`, expected a rating from 1 to 10
          --> weights.toml:4:11
          help: write the rating from which the work is done well enough, such as `quality = 7`
        error[unknown-key]: `reach` is not known here
          --> weights.toml:5:1
          help: write `reached`, if that is meant
        5 errors, no warnings
    "#,
        )
        .exit(2);
    review(RESULTS)
        .file("weights.toml", "[review]\nmoving = 101\n")
        .stderr(
            "
        error[bad-setting]: `moving` is `101`, more than `reached`
          --> weights.toml:2:10
          help: write a share from which a metric is on the way, such as `moving = 10`
        1 error, no warnings
    ",
        )
        .exit(2);
}

#[test]
fn a_share_never_looks_like_a_threshold_that_it_has_not_reached() {
    let text =
        rows(&["A-1,x,higher,0,1000,999,100,9", "A-2,x,higher,0,1000,99.9,100,9", "A-3,x,lower,0,-1000,1,100,9"]);
    let sentences = json(review(&text))["results"].as_array().cloned().unwrap_or_default();
    let sentence = |at: usize| sentences[at]["sentence"].as_str().unwrap_or_default().to_owned();
    assert!(sentence(0).contains("99.9 % of the plan"), "{}", sentence(0));
    assert!(sentence(1).contains("9.99 % of the plan"), "{}", sentence(1));
    assert!(sentence(2).contains("−0.1 % of the plan"), "{}", sentence(2));
}

#[test]
fn a_plan_that_improves_nothing_is_said_and_never_divided_by() {
    let text = rows(&[
        "A-1,x,higher,50,50,60,100,9",
        "A-2,x,higher,50,40,60,100,9",
        "A-3,x,lower,,40,60,100,9",
        "A-4,x,lower,50,,40,,",
    ]);
    review(&text).stdout("
        4 results: 0 reached, 0 on the way, 0 without effect, 4 without a plan to hold them against

        ID   Metric  Baseline  Planned  Actual  Gain  Of the plan  Execution
        ────────────────────────────────────────────────────────────────────
        A-1  x             50       50      60   +10                100 %, 9
        A-2  x             50       40      60   +10                100 %, 9
        A-3  x                      40      60                      100 %, 9
        A-4  x             50               40   +10

        What it means

        A-1 x: +10 against the baseline, and no planned improvement to hold it against; write baseline and
        plan down before the next work begins

        A-2 x: +10 against the baseline, and no planned improvement to hold it against; write baseline and
        plan down before the next work begins

        A-3 x: nothing to compare with, because the baseline is missing; write baseline and plan down before
        the next work begins

        A-4 x: +10 against the baseline, and no planned improvement to hold it against; write baseline and
        plan down before the next work begins

        Next: write baseline and plan down before the next work begins

        To see whether the ranking was right: `tenbin review results.csv --ranked RANKING`, with the ranking
        as `rank -f csv` printed it

        Execution: quantity and quality, how much of the work was done and how well. Reached from 100 % of
        the planned improvement, moving from 10 %; done enough from 80 % of the work, well enough from
        quality 7 (`[review]` in the weights file)
    ").stderr("
        warning[no-planned-improvement]: the plan of item `A-1` is its baseline, `50`: no improvement was planned, so there is no share of it
          --> results.csv:2:17
          help: write the figure that the work was to lead to
        warning[no-planned-improvement]: the plan of item `A-2` is worse than its baseline: from `50` to `40`, though higher is better
          --> results.csv:3:17
          help: turn `better` round, or correct the baseline or the plan
        warning[blank-figure]: item `A-3` has no `baseline`: how much of the plan was reached can't be said
          --> results.csv:4:13
          help: write what was measured before the work and what was planned; blank is never taken for nought
        warning[blank-figure]: item `A-4` has no `planned`: how much of the plan was reached can't be said
          --> results.csv:5:16
    ").exit(0);
    let value = json(review(&text));
    assert!(
        value["results"].as_array().is_some_and(|results| results.iter().all(|one| one["share_reached"].is_null()))
    );
    assert_eq!(value["results"][0]["improvement"], 10);
}

#[test]
fn what_is_measured_early_is_a_first_reaction() {
    let text = format!(
        "{HEADER},started,measured\nA-1,x,lower,30,21,29,100,9,2026-07-01,2026-07-15\nA-2,x,lower,30,21,29,100,9,2026/07/01,2026/09/30\nA-3,x,lower,30,21,29,100,9,soon,2026-09-30\nA-4,x,lower,30,21,29,100,9,2026-10-01,2026-09-30\n"
    );
    review(&text)
        .stdout(
            "
                4 results: 0 reached, 3 on the way, 0 without effect, 1 not measured yet

                ID   Metric  Baseline  Planned  Actual  Gain  Of the plan  Execution  Measured
                ────────────────────────────────────────────────────────────────────────────────
                A-1  x             30       21      29    +1         11 %   100 %, 9  2026-07-15
                A-2  x             30       21      29    +1         11 %   100 %, 9  2026/09/30
                A-3  x             30       21      29    +1         11 %   100 %, 9  2026-09-30
                A-4  x             30       21      29    +1                100 %, 9  2026-09-30

                What it means

                A-1 x: done enough (100 % of the work, 80 % is enough) and well enough (quality 9, 7 is enough), and
                11 % of the plan reached (100 % counts as reached, 10 % as moving); the hypothesis holds in part, so
                look for what is still missing – but this is a first reaction, measured 14 days after the start: the
                full effect takes one to three months, so measure again before you decide

                A-2 x: done enough (100 % of the work, 80 % is enough) and well enough (quality 9, 7 is enough), and
                11 % of the plan reached (100 % counts as reached, 10 % as moving); the hypothesis holds in part, so
                look for what is still missing

                A-3 x: done enough (100 % of the work, 80 % is enough) and well enough (quality 9, 7 is enough), and
                11 % of the plan reached (100 % counts as reached, 10 % as moving); the hypothesis holds in part, so
                look for what is still missing

                A-4 x: measured before the start, so the figure says nothing of this work; correct the two days, or
                measure it now

                Next: look for what is missing where the plan was reached in part, measure what has not been
                measured since it began, measure again where the full effect can't be seen yet, one to three months
                after the start

                To see whether the ranking was right: `tenbin review results.csv --ranked RANKING`, with the ranking
                as `rank -f csv` printed it

                Execution: quantity and quality, how much of the work was done and how well. Reached from 100 % of
                the planned improvement, moving from 10 %; done enough from 80 % of the work, well enough from
                quality 7 (`[review]` in the weights file)
            ",
        )
        .stderr(
            "
        warning[not-a-date]: `soon` of item `A-3` is no date: how long after the start it was measured isn't known
          --> results.csv:4:28
          help: write year, month and day, such as `2026-11-26` or `2026/11/26`
        warning[measured-before-start]: item `A-4` was measured on `2026-09-30`, before its start on `2026-10-01`
          --> results.csv:5:39
          help: correct one of the two days
    ",
        )
        .exit(0);
    let value = json(review(&text));
    let days: Vec<&Value> =
        value["results"].as_array().into_iter().flatten().map(|one| &one["days_after_start"]).collect();
    assert_eq!(days, [&14.into(), &91.into(), &Value::Null, &Value::Null]);
    assert_eq!(value["results"][0]["first_reaction"], true);
}

/// `scipy.stats.spearmanr`, `scipy.stats.kendalltau` and `scipy.optimize.nnls` (SciPy 1.17.1) over the same table, with the
/// columns about their means: 37.404, 15.727, 25.221, 21.648 of a hundred.
#[test]
fn correlations_and_weights_are_those_of_scipy() {
    let value = json(looked_back());
    let ranking = &value["ranking"];
    let is_near = |found: &Value, wanted: f64| found.as_f64().is_some_and(|found| (found - wanted).abs() < 1e-12);
    assert!(is_near(&ranking["rank_correlation"]["value"], 0.549_132_311_160_624_4), "{ranking}");
    assert!(is_near(&ranking["tau_b"], 0.425_003_154_331_991_6), "{ranking}");
    for (at, wanted) in
        [0.416_932_428_759_731, 0.018_302_314_318_398_1, -0.010_870_207_379_99, -0.044_265_238_922_061_7]
            .into_iter()
            .enumerate()
    {
        assert!(is_near(&ranking["criteria"][at]["rank_correlation"]["value"], wanted), "{at}: {ranking}");
    }
    let weights: Vec<&Value> =
        ranking["scenario"]["weights"].as_array().into_iter().flatten().map(|one| &one["weight"]).collect();
    assert_eq!(weights, [37, 16, 25, 22]);
    assert!(is_near(&ranking["scenario"]["rank_correlation_after"], 0.602_863_218_665_616_4), "{ranking}");
    assert!(is_near(&ranking["scenario"]["rank_correlation_left_out"], 0.379_249_265_154_631_1), "{ranking}");
    // 4 000 permutations of NumPy's generator: −0.500 to 0.519.
    let end = |name: &str| ranking["rank_correlation"][name].as_f64().unwrap_or_default();
    assert!((end("chance_low") + 0.51).abs() < 0.02 && (end("chance_high") - 0.51).abs() < 0.02, "{ranking}");
}

#[test]
fn whether_the_ranking_was_right_is_said_with_what_chance_would_make() {
    let out = looked_back().any_output().exit(0).out();
    let part = out.split_once("Was the ranking right?").map(|(_, part)| part.to_owned()).unwrap_or_default();
    for said in [
        "rank correlation 0.55 over 15 results",
        "between −0.51 and 0.51",
        "9999 orders drawn with seed 1",
        "The ranking pointed the right way",
        "[scenarios.learnt]\ncustomer_impact        = 37  # Customer impact\n",
        "never applied",
    ] {
        assert!(part.replace('\n', " ").contains(&said.replace('\n', " ")), "{said}\n{part}");
    }
}

#[test]
fn a_printed_json_says_the_same_as_a_printed_csv() {
    let of = |name: &str, format: &str| {
        let case = review(INDICATORS).file(name, ranked(&["-f", format])).args(["--ranked", name]);
        json(case)["ranking"].clone()
    };
    assert_eq!(of("ranked.csv", "csv"), of("ranked.json", "json"));
    assert_eq!(of("ranked.csv", "csv"), of("ranked.tsv", "tsv"));
}

#[test]
fn another_seed_draws_other_orders_and_the_same_seed_the_same() {
    let of = |seed: &str| json(looked_back().args(["--seed", seed]))["ranking"]["rank_correlation"].clone();
    assert_eq!(of("7"), of("7"));
    assert_ne!(of("7")["chance_low"], of("8")["chance_low"]);
    assert_eq!(of("7")["value"], of("8")["value"]);
}

#[test]
fn the_scenario_that_is_offered_can_be_pasted_and_nothing_is_applied() {
    let toml = json(looked_back())["ranking"]["scenario"]["toml"].as_str().unwrap_or_default().to_owned();
    let case = Case::new().file("backlog.csv", BACKLOG).file("weights.toml", toml);
    let out = case
        .args(["rank", "backlog.csv", "--scenario", "learnt", "--top", "1", "-f", "csv"])
        .any_output()
        .exit(0)
        .out();
    assert!(out.contains("1,7.18,IMP-009"), "{out}");
}

#[test]
fn fewer_than_eight_results_allow_no_conclusion_and_twelve_no_weights() {
    let first = |count: usize| INDICATORS.lines().take(count + 1).map(|line| format!("{line}\n")).collect::<String>();
    let of = |count: usize| {
        let case = review(&first(count)).file("ranked.csv", ranked(&["-f", "csv"])).args(["--ranked", "ranked.csv"]);
        case.any_output().exit(0).out()
    };
    let seven = of(7);
    assert!(seven.contains("7 items: too few to conclude anything; it takes 8 or\nmore."), "{seven}");
    assert!(!seven.contains("could be chance") && !seven.contains("pointed"), "{seven}");
    let eight = of(8);
    assert!(eight.contains("all orders") && !eight.contains("too few to conclude"), "{eight}");
    assert!(
        eight.contains("8 items have a share of the plan and all ratings: weights are learnt from 12 on"),
        "{eight}"
    );
    assert!(!of(11).contains("[scenarios.learnt]") && of(12).contains("[scenarios.learnt]"));
}

#[test]
fn scores_may_stand_beside_the_results_and_items_without_one_are_named() {
    let text = RESULTS.replace(",7.4\n", ",\n");
    review(&text)
        .stdout_has(["known of 5 items"])
        .stderr(
            "
        warning[unscored-result]: item `IMP-009` has no score, so it says nothing of the ranking
          --> results.csv:2:1
          help: use the ranking by which the items were chosen, with the same ids; or write the score of that time
    ",
        )
        .exit(0);
    let ranked = "rank,score,id,customer_impact\n1,7,IMP-009,9\n";
    review(RESULTS)
        .file("ranked.csv", ranked)
        .args(["--ranked", "ranked.csv"])
        .stdout_has(["known of 1 item,"])
        .stderr(
            "
                warning[unrated-ranking]: of the 4 parts of the model `matrix`, ranked.csv has columns for 1 only: it looks like the ranking of another model
                  --> ranked.csv:1:1
                  help: name the model that the ranking was made with, such as `--model target`
                warning[unscored-result]: item `IMP-015` has no score in ranked.csv, so it says nothing of the ranking
                  --> results.csv:3:1
                  help: use the ranking by which the items were chosen, with the same ids; or write the score of that time
                warning[unscored-result]: item `IMP-005` has no score in ranked.csv, so it says nothing of the ranking
                  --> results.csv:4:1
                warning[unscored-result]: item `IMP-011` has no score in ranked.csv, so it says nothing of the ranking
                  --> results.csv:5:1
                warning[unscored-result]: item `IMP-010` has no score in ranked.csv, so it says nothing of the ranking
                  --> results.csv:6:1
                warning[unscored-result]: item `IMP-002` has no score in ranked.csv, so it says nothing of the ranking
                  --> results.csv:7:1
            ",
        )
        .exit(0);
}

#[test]
fn an_item_with_several_metrics_counts_once_with_the_mean_of_its_shares() {
    let text = "id,metric,better,baseline,planned,actual,score\nA-1,x,higher,0,10,10,5\nA-1,y,higher,0,10,0,\nA-2,x,higher,0,10,4,4\n";
    let value = json(review(text));
    assert_eq!((&value["ranking"]["n"], &value["ranking"]["rank_correlation"]["value"]), (&2.into(), &1.0.into()));
}

#[test]
fn weights_are_learnt_only_where_the_model_is_one_mean_or_sum() {
    let header = "id,title,impact,confidence,ease\n";
    let items: String =
        (1..=12).map(|n| format!("A-{n},Item {n},{},{},{}\n", n % 9 + 1, n % 5 + 1, n % 7 + 1)).collect();
    let case = Case::new().file("backlog.csv", format!("{header}{items}"));
    let printed = case.args(["rank", "backlog.csv", "-m", "ice", "-f", "csv"]).any_output().exit(0).out();
    let results: String = (1..=12).map(|n| format!("A-{n},x,higher,0,10,{},100,9\n", n % 6)).collect();
    let case = review(&format!("{HEADER}\n{results}")).file("ranked.csv", printed).args([
        "--ranked",
        "ranked.csv",
        "-m",
        "ice",
    ]);
    case.stdout_has(["No weights are learnt: the model is not one weighted mean or sum", "Confidence"]).exit(0);
}

#[test]
fn no_weights_are_learnt_where_no_criterion_goes_along_or_one_is_unknown() {
    let columns = ["customer_impact", "business_impact", "market_competitiveness", "ease"];
    let printed = |columns: &[&str]| {
        let rows =
            (1..=12).map(|n| format!("{n},{},A-{n}{}\n", 13 - n, format!(",{}", 10 - n % 10).repeat(columns.len())));
        format!("rank,score,id,{}\n{}", columns.join(","), rows.collect::<String>())
    };
    let against: String = (1..=12).map(|n| format!("A-{n},x,higher,0,10,{},100,9\n", n % 10)).collect();
    let results = format!("{HEADER}\n{against}");
    let of = |columns: &[&str]| {
        json(review(&results).file("ranked.csv", printed(columns)).args(["--ranked", "ranked.csv"]))["ranking"]["no_scenario"].clone()
    };
    assert_eq!(of(&columns), "nothing-learnt");
    assert_eq!(of(&columns[..3]), "no-ratings");
}

#[test]
fn what_it_prints_as_csv_it_reads_again() {
    let once = review(RESULTS).args(["-f", "csv"]).any_output().exit(0).out();
    assert!(
        once.starts_with(
            "reading,share_reached,improvement,planned_improvement,execution,days_after_start,id,title,metric,"
        ),
        "{once}"
    );
    assert!(once.contains("raise-execution,0.5555555555555556,5,9,thin,,IMP-015,"), "{once}");
    let again = Case::new().args(["review", "-", "-f", "csv"]).stdin(once.as_str());
    assert_eq!(again.any_output().exit(0).out(), once);
    let grouped = review(INDICATORS).args(["--by", "team", "-f", "csv"]).any_output().exit(0).out();
    assert!(grouped.starts_with("group,reading,") && grouped.contains("\nSales,raise-execution,"), "{grouped}");
    let again = Case::new().args(["review", "-", "--by", "team", "-f", "csv"]).stdin(grouped.as_str());
    assert_eq!(again.any_output().exit(0).out(), grouped);
}

#[test]
fn all_that_is_wrong_is_told_at_once_with_its_place() {
    let text = format!(
        "{HEADER}\nA-1,x,up and down,30,21,25,100,9\nA-1,x,,30%,21,25,100,9\n,x,higher,1,2,3,-5,11\nA-2,x,higher,1e3,NaN,\u{1b}[2J,100,99999999999999999999999999.5\n"
    );
    review(&text).stderr(r#"
        error[unknown-direction]: the direction of item `A-1` is `up and down`, expected `higher` or `lower`
          --> results.csv:2:7
          help: write `higher` where more is better, such as a completion rate, and `lower` where less is, such as a churn rate
        error[unknown-direction]: item `A-1` has no direction: nobody says whether a higher or a lower figure is better
          --> results.csv:3:7
        error[mixed-percent]: item `A-1` has `30%` beside `21`: one figure in per cent, the other without
          --> results.csv:3:12
          help: write baseline, planned and actual all with `%` or all without it
        error[repeated-result]: item `A-1` has the metric `x` in line 2 already
          --> results.csv:3:1
          help: keep the row that was measured last, or call the metrics by different names
        error[out-of-scale]: `quantity` of `x` is `-5`, expected ≥ 0
          --> results.csv:4:17
          help: correct the number
        error[out-of-scale]: `quality` of `x` is `11`, expected 1–10
          --> results.csv:4:20
        error[blank-id]: the id is blank
          --> results.csv:4:1
          help: give the item an id of its own
        error[not-a-number]: `baseline` of `A-2` is `1e3`, expected a number
          --> results.csv:5:14
          help: write a plain number such as `21` or `-7.5`, perhaps with `%` and otherwise without a unit; leave the cell blank if it isn't known
        error[not-a-number]: `planned` of `A-2` is `NaN`, expected a number
          --> results.csv:5:18
        error[not-a-number]: `actual` of `A-2` is `\u{1b}[2J`, expected a number
          --> results.csv:5:22
        error[too-many-digits]: `quality` is `99999999999999999999999999.5`: more digits than tenbin can keep exactly
          --> results.csv:5:31
          help: write at most 15 digits before the decimal point and 20 after it
        11 errors, no warnings
    "#).exit(1);
    review(&text).args(["--lang", "ja"]).stderr(r#"
        エラー[unknown-direction]: 改善項目 `A-1` の指標の向きが `up and down` です（`higher` か `lower` を指定します）
          --> results.csv:2:7
          対処: 完了率のように高いほどよい指標には `higher`（高い）、離職率のように低いほどよい指標には `lower`（低い）と書いてください
        エラー[unknown-direction]: 改善項目 `A-1` の指標は、高いほどよいのか低いほどよいのかが書かれていません
          --> results.csv:3:7
        エラー[mixed-percent]: 改善項目 `A-1` に、`30%` と `21` があります（%の付いた数値と付いていない数値が混ざっています）
          --> results.csv:3:12
          対処: 基準値、計画、実績のすべてに `%` を付けるか、どれにも付けないでください
        エラー[repeated-result]: 改善項目 `A-1` の指標 `x` は、2行目にもあります
          --> results.csv:3:1
          対処: 最後に測定した行だけを残すか、別の指標であれば名前を変えてください
        エラー[out-of-scale]: `x` の `quantity` の `-5` は、使える範囲（≥ 0）の外です
          --> results.csv:4:17
          対処: 数値を直してください
        エラー[out-of-scale]: `x` の `quality` の `11` は、使える範囲（1–10）の外です
          --> results.csv:4:20
        エラー[blank-id]: ID が空欄です
          --> results.csv:4:1
          対処: 改善項目に固有の ID を付けてください
        エラー[not-a-number]: `A-2` の `baseline` の `1e3` は、数値として読み込めません
          --> results.csv:5:14
          対処: `21` や `-7.5` のような数値を、`%` のほかには単位を付けずに入力してください（わからないときは空欄にします）
        エラー[not-a-number]: `A-2` の `planned` の `NaN` は、数値として読み込めません
          --> results.csv:5:18
        エラー[not-a-number]: `A-2` の `actual` の `\u{1b}[2J` は、数値として読み込めません
          --> results.csv:5:22
        エラー[too-many-digits]: `quality` の値 `99999999999999999999999999.5` は桁数が多く、正確に計算できません
          --> results.csv:5:31
          対処: 整数部は15桁、小数部は20桁までで入力してください
        エラー11件、警告0件
    "#).exit(1);
    review(HEADER)
        .stderr(
            "
        error[no-items]: there is a header, and no item under it
          --> results.csv
          help: add a row for each item
        1 error, no warnings
    ",
        )
        .exit(1);
    review("")
        .stderr(
            "
        error[empty-file]: the file is empty
          --> results.csv
          help: write a header and a row for each item; `tenbin init` makes a file to start from
        1 error, no warnings
    ",
        )
        .exit(1);
    review("id,metric,better,baseline,before,planned\nA-1,x,higher,1,2,3\n")
        .stderr(
            "
        error[missing-column]: there is no column for `actual`
          --> results.csv:1:1
          help: name a column `actual`; the file has `id`, `metric`, `better`, `baseline`, `before`, `planned`
        error[ambiguous-column]: there is more than one column for `baseline`: `baseline`, `before`
          --> results.csv:1:27
          help: keep one of them, or call the others something else
        2 errors, no warnings
    ",
        )
        .exit(1);
}

#[test]
fn a_ranking_of_another_kind_is_refused() {
    review(RESULTS)
        .file("other.json", "{\"command\": \"check\"}")
        .args(["--ranked", "other.json"])
        .stderr(
            "
        error[not-text]: this is JSON, but not what `tenbin rank -f json` prints
          --> other.json:1:20
          help: give a backlog (CSV or TSV), or what `tenbin rank` has printed with `-f csv` or `-f json`
        1 error, no warnings
    ",
        )
        .exit(1);
    review(RESULTS)
        .file("ranked.csv", "id,title\nIMP-009,x\n")
        .args(["--ranked", "ranked.csv"])
        .stderr(
            "
        error[missing-column]: there is no column for `score`
          --> ranked.csv:1:1
          help: name a column `score`; the file has `id`, `title`
        1 error, no warnings
    ",
        )
        .exit(1);
    review(RESULTS).args(["--ranked", "none.csv"]).stderr("error: cannot read none.csv: no such file\n").exit(2);
    Case::new()
        .args(["review", "-", "--ranked", "-"])
        .stderr("error: only one of the files can come from standard input\n")
        .exit(2);
}

#[test]
fn full_width_figures_and_decimal_commas_are_read() {
    let text = "ID;指標;向き;基準値;計画;実績\nA-1;x;低い;３０;21,5;25\n";
    let case = review(text);
    let value = json(case.stderr_has(["full-width-digits"]));
    assert_eq!(value["results"][0]["planned"], 21.5);
    assert_eq!(value["results"][0]["baseline"], 30);
}

#[test]
fn figures_with_a_percent_sign_keep_it() {
    let text = "id,metric,better,baseline,planned,actual\nA-1,Churn,lower,30 %,21%,25%\n";
    review(text).stdout_has(["30%      21%     25%", "+5         56 %"]).exit(0);
}

#[test]
fn a_file_in_shift_jis_and_a_workbook_are_read_like_any_other() {
    let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(RESULTS_JA);
    let case = Case::new().file("results.csv", &bytes[..]).args(["review", "results.csv"]);
    assert_eq!(readings(&json(case.stderr_has([""]))), readings(&json(review(RESULTS))));
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(RESULTS.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number),
                Err(_) => sheet.write(row, column, cell),
            }
            .expect("a cell");
        }
    }
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let case = Case::new().file("results.xlsx", bytes).args(["review", "results.xlsx"]);
    assert_eq!(readings(&json(case)), readings(&json(review(RESULTS))));
}

#[test]
fn an_input_is_never_written_over() {
    review(RESULTS)
        .args(["-o", "results.csv"])
        .stderr("error: results.csv is a file that is being read: write to another one\n")
        .exit(2);
    looked_back()
        .args(["-o", "ranked.csv"])
        .stderr("error: ranked.csv is a file that is being read: write to another one\n")
        .exit(2);
}

/// Results of `targets` items with whole shares of ten, in an order of their own.
fn targets(ids: std::ops::RangeInclusive<usize>) -> String {
    let row = |id: usize| format!("T-{id:02},m,higher,0,10,{},90,8\n", id * 7 % 11);
    let head = "id,metric,better,baseline,planned,actual,quantity,quality\n";
    head.to_owned() + &ids.map(row).collect::<String>()
}

/// Ten items for the model `target`, ranked.
fn ranked_targets(format: &str) -> String {
    let row = |id: usize| {
        let rating = |step: usize| id * step % 9 + 1;
        let ratings: Vec<String> = [2, 3, 4, 5, 7, 8, 10].map(|step| rating(step).to_string()).to_vec();
        format!("T-{id:02},Target {id},{}\n", ratings.join(","))
    };
    let head = "id,title,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost\n";
    let text = head.to_owned() + &(1..=10).map(row).collect::<String>();
    let case = Case::new().file("targets.csv", text).args(["rank", "targets.csv", "-m", "target", "-f", format]);
    case.any_output().exit(0).out()
}

#[test]
fn factors_that_were_computed_lie_on_no_scale() {
    let case = |format: &str| {
        let name = format!("ranked.{format}");
        let case = review(&targets(1..=10)).file(&name, ranked_targets(format)).args(["--ranked", &name]);
        case.args(["-m", "target"])
    };
    for format in ["csv", "json"] {
        let value = json(case(format));
        let criteria = value["ranking"]["criteria"].as_array().expect("criteria");
        assert_eq!(criteria.len(), 10, "{value}");
        for criterion in criteria {
            assert_eq!(criterion["n"], 10, "{criterion}");
            assert!(criterion["rank_correlation"].is_object(), "{criterion}");
        }
    }
}

#[test]
fn a_ranking_is_judged_by_the_model_that_it_names() {
    let ranked = ranked_targets("json");
    let case = || review(&targets(1..=10)).file("ranked.json", &ranked).args(["--ranked", "ranked.json"]);
    let keys = |value: &Value| {
        let criteria = value["ranking"]["criteria"].as_array().expect("criteria");
        criteria.iter().filter_map(|one| one["key"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let value = json(case());
    assert_eq!(keys(&value), keys(&json(case().args(["-m", "target"]))));
    assert_eq!((value["finding_count"].as_u64(), keys(&value).len()), (Some(0), 10));
    // What the command line names wins.
    case()
        .args(["-m", "matrix"])
        .any_output()
        .stderr(
            "
                warning[unrated-ranking]: of the 4 parts of the model `matrix`, ranked.json has columns for 1 only: it looks like the ranking of another model
                  --> ranked.json:1:1
                  help: the ranking looks as if it was made with `target`; then pass `--model` with it
            ",
        )
        .exit(0);
    review(&targets(1..=10))
        .file("ranked.csv", ranked_targets("csv"))
        .args(["--ranked", "ranked.csv", "--lang", "ja"])
        .any_output()
        .stderr(
            "
                警告[unrated-ranking]: モデル `matrix` の4つの評価軸や要素のうち、ranked.csv に列があるのは1つです（別のモデルの順位のようです）
                  --> ranked.csv:1:1
                  対処: 順位を付けたときのモデルが `target` であれば、`--model` で指定してください
            ",
        )
        .exit(0);
    // A table of scores alone has no ratings to miss.
    review(&targets(1..=1))
        .file("r.csv", "id,score\nT-01,3\n")
        .args(["--ranked", "r.csv"])
        .any_output()
        .stderr("")
        .exit(0);
}

#[test]
fn a_criterion_without_ratings_is_not_called_the_same_throughout() {
    let rows = |id: usize| format!("T-{id:02},{id},{}\n", if id == 3 { "5,," } else { ",,4" });
    let ranked = "id,score,ease,business_impact,customer_impact\n".to_owned() + &(1..=10).map(rows).collect::<String>();
    let case = review(&targets(1..=10)).file("r.csv", ranked).args(["--ranked", "r.csv"]);
    case.stdout_has([
        "Ease                   1                          nothing to compare: a single result",
        "Business impact        0                          nothing to compare: no ratings",
        "Customer impact        9                          nothing to compare: all the same",
    ])
    .exit(0);
}

#[test]
fn a_first_reaction_that_reached_its_plan_is_one_too() {
    let text = "id,metric,better,baseline,planned,actual,quantity,quality,started,measured\n\
                A-1,x,higher,0,10,12,90,8,2026-10-01,2026-10-02\n";
    let value = json(review(text));
    let result = &value["results"][0];
    assert_eq!((result["reading"].as_str(), result["first_reaction"].as_bool()), (Some("reached"), Some(true)));
    let sentence = result["sentence"].as_str().unwrap_or_default();
    assert!(sentence.contains("first reaction, measured 1 day after the start"), "{sentence}");
    let next = "Next: measure again where the full effect can't be seen yet, one to three months after the start\n";
    review(text).stdout_has([next]).exit(0);
}

#[test]
fn what_was_measured_before_the_start_is_read_as_nothing() {
    let text = "id,metric,better,baseline,planned,actual,quantity,quality,started,measured\n\
                A-1,x,higher,0,10,0,90,8,2026-10-02,2026-10-01\n";
    let value = json(review(text).stderr_has(["measured-before-start"]));
    let result = &value["results"][0];
    assert_eq!((result["reading"].as_str(), &result["share_reached"]), (Some("before-start"), &Value::Null));
    review(text).args(["--by", "metric"]).any_output().stdout_has(["not yet"]).exit(0);
}

#[test]
fn what_comes_next_is_what_the_reading_says() {
    let next = |row: &str, step: &str| {
        let text = format!("id,metric,better,baseline,planned,actual,quantity,quality\n{row}\n");
        review(&text).stdout_has([format!("\nNext: {step}\n").as_str()]).exit(0);
    };
    next("E,m,higher,0,10,-3,80,7", "stop what got worse and look whether the work is the cause");
    next("B,m,higher,0,10,12,50,9", "find out what did it where the plan was reached with less than enough work");
    next("B,m,higher,0,10,5,,", "find out how the work was done where that isn't known");
    next("B,m,higher,0,10,0,,", "find out how the work was done where that isn't known");
    next("B,m,higher,0,10,,,", "measure what has not been measured since it began");
    next("B,m,higher,0,10,0,80,7", "draw again what had no effect");
}

#[test]
fn quantities_that_look_like_parts_are_said() {
    let text = |one: &str, other: &str| {
        format!(
            "id,metric,better,baseline,planned,actual,quantity\nA-1,x,higher,0,10,12,{one}\nA-2,x,higher,0,10,12,{other}\n"
        )
    };
    review(&text("0", "0.9"))
        .any_output()
        .stderr(
            "
                warning[fraction-quantity]: no quantity is above 1, such as 0.9 of item `A-2`: that is read as 0.9 per cent of the work
                  --> results.csv:3:22
                  help: if all of the work is meant by 1, write per cents: `100`, or `100%`
            ",
        )
        .exit(0);
    for (one, other) in [("0", "0"), ("1", "90"), ("1%", "0.5"), ("100%", "90%"), ("", "0")] {
        review(&text(one, other)).any_output().stderr("").exit(0);
    }
}

#[test]
fn a_per_cent_of_a_workbook_is_read_as_it_is_shown() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0%");
    let sheet = workbook.add_worksheet();
    let header = ["id", "metric", "better", "baseline", "planned", "actual", "quantity", "quality"];
    sheet.write_row(0, 0, header).expect("a header");
    sheet.write_row(1, 0, ["A-1", "x", "lower"]).expect("texts");
    for (column, number) in [(3, 0.3), (4, 0.21), (5, 0.25), (6, 0.9)] {
        sheet.write_number_with_format(1, column, number, &percent).expect("a per cent");
    }
    sheet.write_number(1, 7, 8).expect("a number");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let value = json(Case::new().file("results.xlsx", bytes).args(["review", "results.xlsx"]));
    let result = &value["results"][0];
    assert_eq!((&result["quantity"], &result["baseline"]), (&90.into(), &30.into()), "{value}");
    assert_eq!((&result["percent"], &result["reading"]), (&true.into(), &"partly".into()), "{value}");
}

#[test]
fn a_missing_column_is_said_once_and_in_the_words_of_the_reader() {
    review("指標,向き,基準値,計画,実績\nx,高い,1,2,3\ny,高い,1,2,3\n")
        .args(["--lang", "ja"])
        .stderr(
            "
                エラー[missing-column]: `番号` (id) の列がありません
                  --> results.csv:1:1
                  対処: 見出しが `番号` (id) の列を用意してください（ファイルの見出しは `指標`、`向き`、`基準値`、`計画`、`実績`）
                エラー1件、警告0件
            ",
        )
        .exit(1);
    review("id,向き,基準値,計画,実績\nx,高い,1,2,3\nx,高い,1,2,3\n")
        .args(["--lang", "ja"])
        .stderr(
            "
                エラー[missing-column]: `指標` (metric) の列がありません
                  --> results.csv:1:1
                  対処: 見出しが `指標` (metric) の列を用意してください（ファイルの見出しは `id`、`向き`、`基準値`、`計画`、`実績`）
                エラー1件、警告0件
            ",
        )
        .exit(1);
    review("id,指標,向き,基準値,計画,実績\nx,m,高い,10,9,12\n")
        .args(["--lang", "ja"])
        .any_output()
        .stderr_has(["`10` から `9`、向きは 高い"])
        .exit(0);
}

#[test]
fn headers_and_a_delimiter_may_be_named() {
    let text = "Ticket;what;dir;b;p;October,all\nA-1;x;higher;1;2;3\n";
    let named = ["id=Ticket", "metric=what", "better=dir", "baseline=b", "planned=p", "actual=October,all"];
    let case = || named.iter().fold(review(text), |case, column| case.args(["--column", column]));
    case().args(["--delimiter", "semicolon", "-f", "csv"]).stdout_has(["reached,2,2,1,unknown,,A-1,x"]).exit(0);
    case()
        .args(["--delimiter", "semicolon", "--column", "quality=Mark"])
        .stderr(
            "
                error[missing-column]: there is no column for `quality`
                  --> results.csv:1:1
                  help: the file has no header `Mark`, which `--column` names; it has `Ticket`, `what`, `dir`, `b`, `p`, `October,all`
                1 error, no warnings
            ",
        )
        .exit(1);
    review(RESULTS).args(["--column", "colour=x"]).stderr_has(["`quantity`, `quality`"]).exit(2);
}

#[test]
fn two_scores_of_one_item_are_said_and_the_first_counts() {
    let text = "id,metric,better,baseline,planned,actual,score\n\
                A-1,x,higher,0,10,2,5\nA-2,x,higher,0,10,3,4\nA-1,y,higher,0,10,4,6\nA-1,z,higher,0,10,4,5.0\n";
    review(text)
        .any_output()
        .stderr(
            "
                warning[scored-twice]: item `A-1` has the score 6 here and 5 in line 2; the first one counts
                  --> results.csv:4:21
                  help: write the score by which the item was chosen in each of its rows, or in one of them alone
            ",
        )
        .exit(0);
}

#[test]
fn an_id_that_nearly_is_one_of_the_ranking_is_named() {
    let ranked = "id,score\nIMP-001,3\n";
    let text = "id,metric,better,baseline,planned,actual\nimp-001,x,higher,0,10,2\n";
    let case = review(text).file("ranked.csv", ranked).args(["--ranked", "ranked.csv"]);
    case.any_output()
        .stderr_has(["help: the ranking has `IMP-001`: write the id in the same way in both files"])
        .exit(0);
}

#[test]
fn scores_alone_teach_no_weights_and_how_to_get_some_is_said() {
    let text = targets(1..=12);
    let scored: Vec<String> = (0..)
        .zip(text.lines())
        .map(|(row, line)| match row {
            0 => format!("{line},score\n"),
            row => format!("{line},{row}\n"),
        })
        .collect();
    let words = "No weights are learnt: that takes the ratings of that time too; give the ranking with `--ranked`\n";
    review(&scored.concat()).stdout_has([words]).exit(0);
}
