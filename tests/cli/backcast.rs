//! `tenbin backcast`: what each stage must deliver for the goal, and what stands in the way.

use serde_json::Value;

use super::harness::Case;

const FUNNEL: &str = include_str!("../../examples/funnel_en.csv");
const FUNNEL_JA: &str = include_str!("../../examples/funnel_ja.csv");

fn backcast(funnel: &str, goal: &str) -> Case {
    Case::new().file("funnel.csv", funnel).args(["backcast", "funnel.csv", "--goal", goal])
}

fn json(case: Case) -> Value {
    let outcome = case.args(["-f", "json"]).run();
    serde_json::from_slice(&outcome.stdout).unwrap_or_else(|_| panic!("no JSON: {}", outcome.err()))
}

fn of_stages(value: &Value, key: &str) -> Vec<Value> {
    value["stages"].as_array().into_iter().flatten().map(|stage| stage[key].clone()).collect()
}

#[test]
fn twenty_contracts_are_worked_back() {
    backcast(FUNNEL, "20")
        .stdout(
            "
        Goal: 20 Contracts; now 12, 8 short

        Stage       Now  Required  Gap  To the next  Alone gives  Rate needed
        ─────────────────────────────────────────────────────────────────────────────────
        Leads      1000      1667  667         15 %           80         25 %  bottleneck
        Meetings    150       250  100         40 %           30       66.7 %
        Proposals    60       100   40         20 %           60       33.4 %
        Contracts    12        20    8

        The bottleneck is Leads → Meetings, at 15 %: raised to 100 % alone it would bring Contracts to 80,
        which closes the whole gap; no other step alone would bring more

        The smallest single change of a rate that reaches the goal: Leads → Meetings from 15 % to 25 % (+10
        points)

        With all rates as they are it takes 1667 Leads instead of 1000

        Next: write a `stage` into your backlog and see which items work on the bottleneck:
        `tenbin backcast funnel.csv --goal 20 --items BACKLOG`

        Required: the goal over the rates behind it. Alone gives: the last stage with this rate alone at
        100 %. Rate needed: what reaches the goal if nothing else changes
    ",
        )
        .exit(0);
}

#[test]
fn twenty_contracts_are_worked_back_in_japanese_and_with_the_last_stage_first() {
    backcast(FUNNEL_JA, "20")
        .args(["--lang", "ja"])
        .stdout(
            "
        目標：契約 20（現在 12、不足 8）

        段階    現在  必要  不足  転換率  単独で改善  必要な転換率
        ────────────────────────────────────────────────────────────────────────
        リード  1000  1667   667     15%          80           25%  ボトルネック
        商談     150   250   100     40%          30         66.7%
        提案      60   100    40     20%          60         33.4%
        契約      12    20     8

        ボトルネックは リード → 商談（15%）です。ここだけを100%まで上げると、契約は 80 になり、不足はすべて
        埋まります（ほかの段階だけでは、これより多くなりません）

        1つの転換率だけで目標に届く最小の改善：リード → 商談 を15%から25%へ（+10ポイント）

        転換率が今のままなら、リードが 1000 ではなく 1667 必要です

        次は、改善項目のファイルに `stage`（段階）の列を加え、ボトルネックに効くものを
        `tenbin backcast funnel.csv --goal 20 --items 改善項目のファイル` で確かめてください

        必要：目標を、そこから先の転換率で割った値。単独で改善：この転換率だけを100%にしたときの最後の段階。
        必要な転換率：ほかを変えずに目標に届く転換率
    ",
        )
        .exit(0);
}

#[test]
fn either_end_may_come_first() {
    let turned = "stage,count\nContracts,12\nProposals,60\nMeetings,150\nLeads,1000\n";
    let (one, other) = (json(backcast(FUNNEL, "20")), json(backcast(turned, "20")));
    assert_eq!(one["stages"], other["stages"]);
    assert_eq!((&one["last_stage_first"], &other["last_stage_first"]), (&false.into(), &true.into()));
    let forced = json(backcast(turned, "20").args(["--order", "last"]));
    assert_eq!(forced["stages"], one["stages"]);
}

#[test]
fn rates_and_one_count_do_as_well_as_counts() {
    let rates = "stage,count,rate\nLeads,1000,15%\nMeetings,,0.4\nProposals,,20 %\nContracts,,\n";
    let value = json(backcast(rates, "20"));
    assert_eq!(of_stages(&value, "count"), [1000, 150, 60, 12]);
    assert_eq!(of_stages(&value, "derived"), [false, true, true, true]);
    assert_eq!(of_stages(&value, "conversion"), of_stages(&json(backcast(FUNNEL, "20")), "conversion"));
    backcast(rates, "20").stdout_has(["~150", "~: worked out from the rates"]).exit(0);
    let turned = "stage,count,rate\nContracts,,\nProposals,,20 %\nMeetings,150,40%\nLeads,,15%\n";
    assert_eq!(of_stages(&json(backcast(turned, "20")), "count"), [1000, 150, 60, 12]);
}

#[test]
fn the_best_rate_that_is_possible_decides_where_the_bottleneck_is() {
    let best = "stage,count,best\nLeads,1000,18%\nMeetings,150,50%\nProposals,60,40%\nContracts,12,\n";
    backcast(best, "20")
        .stdout(
            "
        Goal: 20 Contracts; now 12, 8 short

        Stage       Now  Required  Gap  To the next  At best  Alone gives  Rate needed
        ──────────────────────────────────────────────────────────────────────────────────────────
        Leads      1000      1667  667         15 %     18 %         14.4         25 %
        Meetings    150       250  100         40 %     50 %           15       66.7 %
        Proposals    60       100   40         20 %     40 %           24       33.4 %  bottleneck
        Contracts    12        20    8

        The bottleneck is Proposals → Contracts, at 20 %: raised to 40 % alone it would bring Contracts to
        24, which closes the whole gap; no other step alone would bring more. Its cause may lie in an
        earlier stage

        The smallest single change of a rate that reaches the goal: Proposals → Contracts from 20 % to
        33.4 % (+13.4 points)

        With all rates as they are it takes 1667 Leads instead of 1000

        Next: write a `stage` into your backlog and see which items work on the bottleneck:
        `tenbin backcast funnel.csv --goal 20 --items BACKLOG`

        Required: the goal over the rates behind it. Alone gives: the last stage with this rate alone at its
        best. Rate needed: what reaches the goal if nothing else changes
    ",
        )
        .exit(0);
}

#[test]
fn where_no_single_rate_is_enough_that_is_said() {
    let text = "stage,count\nLeads,10\nMeetings,9\nContracts,8\n";
    backcast(text, "20")
        .stdout(
            "
        Goal: 20 Contracts; now 8, 12 short

        Stage      Now  Required  Gap  To the next  Alone gives  Rate needed
        ────────────────────────────────────────────────────────────────────────────────
        Leads       10        25   15         90 %         8.89            –
        Meetings     9        23   14       88.9 %            9            –  bottleneck
        Contracts    8        20   12

        The bottleneck is Meetings → Contracts, at 88.9 %: raised to 100 % alone it would bring Contracts to
        9, which closes 8.3 % of the gap; no other step alone closes more. Its cause may lie in an earlier
        stage

        No single change of a rate reaches the goal, not even to 100 %: it takes more than one, or more at
        the start

        With all rates as they are it takes 25 Leads instead of 10

        Next: write a `stage` into your backlog and see which items work on the bottleneck:
        `tenbin backcast funnel.csv --goal 20 --items BACKLOG`

        Required: the goal over the rates behind it. Alone gives: the last stage with this rate alone at
        100 %. Rate needed: what reaches the goal if nothing else changes
    ",
        )
        .exit(0);
    let capped = "stage,count,best\nLeads,100,50%\nMeetings,50,60%\nContracts,30,\n";
    backcast(capped, "40").stdout_has(["more than the best that the file thinks possible"]).exit(0);
    let all = "stage,count\nLeads,10\nContracts,10\n";
    backcast(all, "20").stdout_has(["There is no bottleneck", "it takes 20 Leads instead of 10"]).exit(0);
}

#[test]
fn a_goal_that_is_reached_needs_nothing() {
    backcast(FUNNEL, "12")
        .stdout(
            "
        Goal: 12 Contracts; now 12, so the goal is reached

        Stage       Now  Required  Gap  To the next  Alone gives  Rate needed
        ────────────────────────────────────────────────────────────────────────
        Leads      1000      1000    0         15 %           80
        Meetings    150       150    0         40 %           30
        Proposals    60        60    0         20 %           60
        Contracts    12        12    0

        Next: keep measuring, or set a higher goal

        Required: the goal over the rates behind it. Alone gives: the last stage with this rate alone at
        100 %. Rate needed: what reaches the goal if nothing else changes
    ",
        )
        .exit(0);
    let value = json(backcast(FUNNEL, "12"));
    assert_eq!((&value["reached"], &value["best_change"]), (&true.into(), &Value::Null));
    assert_eq!(value["bottleneck"], serde_json::json!([]));
}

#[test]
fn equal_rates_are_bottlenecks_together() {
    let text = "stage,count\nLeads,100\nMeetings,50\nContracts,25\n";
    backcast(text, "30")
        .stdout_has(["The bottlenecks are Leads → Meetings, Meetings → Contracts", "for any one of them"])
        .exit(0);
}

#[test]
fn the_items_on_the_bottleneck_are_named() {
    let items = "id,title,customer_impact,business_impact,market_competitiveness,ease,stage\nA-1,Better form,5,6,7,8,Leads\nA-2,Price simulator,8,8,8,8,Proposals\nA-3,Dark mode,4,4,4,4,\nA-4,Other,4,4,4,5,Renewals\n";
    let printed =
        Case::new().file("items.csv", items).args(["rank", "items.csv", "-f", "csv"]).any_output().exit(0).out();
    let case = backcast(FUNNEL, "20").file("ranked.csv", printed).args(["--items", "ranked.csv"]);
    case.stdout(
        "
        Goal: 20 Contracts; now 12, 8 short

        Stage       Now  Required  Gap  To the next  Alone gives  Rate needed
        ─────────────────────────────────────────────────────────────────────────────────
        Leads      1000      1667  667         15 %           80         25 %  bottleneck
        Meetings    150       250  100         40 %           30       66.7 %
        Proposals    60       100   40         20 %           60       33.4 %
        Contracts    12        20    8

        The bottleneck is Leads → Meetings, at 15 %: raised to 100 % alone it would bring Contracts to 80,
        which closes the whole gap; no other step alone would bring more

        The smallest single change of a rate that reaches the goal: Leads → Meetings from 15 % to 25 % (+10
        points)

        With all rates as they are it takes 1667 Leads instead of 1000

        What works on the bottleneck

        On the bottleneck: 1 of 4 items; on other stages: 1; without a stage of the funnel: 2

        Rank  ID   Title        Stage
        ─────────────────────────────
           2  A-1  Better form  Leads

        Next: check that the business impact of these items is rated accordingly: they work where it counts

        Required: the goal over the rates behind it. Alone gives: the last stage with this rate alone at
        100 %. Rate needed: what reaches the goal if nothing else changes
    ",
    )
    .stderr(
        "
        warning[unknown-stage]: the stage `Renewals` of item `A-4` isn't in the funnel
          --> ranked.csv:4:26
          help: write one of its stages: `Leads`, `Meetings`, `Proposals`, `Contracts`
    ",
    )
    .exit(0);
    let case = backcast(FUNNEL, "20").args(["--items", "-"]).stdin("id,title,stage\nA-2,Price simulator,proposals\n");
    case.stdout_has(["On the bottleneck: 0 of 1 item", "look for items that work on the bottleneck"]).exit(0);
    let value = json(
        backcast(FUNNEL, "20").file("items.csv", items).args(["--items", "items.csv"]).stderr_has(["unknown-stage"]),
    );
    assert_eq!((&value["items"][0]["on_bottleneck"], &value["items"][1]["stage"]), (&true.into(), &"Proposals".into()));
}

#[test]
fn items_may_have_further_columns_that_could_be_ids_or_titles() {
    let items = "number,name,id,title,stage\n1,x,A-1,Better form,Leads\n";
    let value = json(backcast(FUNNEL, "20").file("items.csv", items).args(["--items", "items.csv"]));
    assert_eq!((&value["items"][0]["id"], &value["items"][0]["title"]), (&"A-1".into(), &"Better form".into()));
    let twice = "stage,count,number\nLeads,10,20\nContracts,1,2\n";
    backcast(twice, "20").stderr_has(["ambiguous-column"]).exit(1);
}

#[test]
fn a_sheet_has_a_row_for_each_stage() {
    backcast(FUNNEL, "20").args(["-f", "csv"]).stdout("
        stage,count,derived,required,required_whole,gap,rate,best,delivers_at_best,closes,rate_needed,within_best,bottleneck,best_change
        Leads,1000,false,1666.6666666666667,1667,666.6666666666666,0.15,1,80,1,0.25,true,true,true
        Meetings,150,false,250,250,100,0.4,1,30,1,0.6666666666666666,true,false,false
        Proposals,60,false,100,100,40,0.2,1,60,1,0.3333333333333333,true,false,false
        Contracts,12,false,20,20,8,,,,,,,false,false
    ").exit(0);
}

#[test]
fn what_it_prints_as_csv_it_reads_again() {
    let once = backcast(FUNNEL, "20").args(["-f", "csv"]).any_output().exit(0).out();
    let again = Case::new().args(["backcast", "-", "--goal", "20", "-f", "csv"]).stdin(once.as_str());
    assert_eq!(again.any_output().exit(0).out(), once);
}

#[test]
fn what_cannot_be_worked_back_is_told_with_its_place() {
    for text in [
        "",
        "stage,count\n",
        "stage,count\nLeads,10\n",
        "stage,count\nLeads,0\nContracts,0\n",
        "stage,count\nLeads,10\nMeetings,0\nContracts,0\n",
        "stage,count\nLeads,10\nMeetings,\nContracts,1\n",
        "stage,count,rate\nLeads,,10%\nContracts,,\n",
        "stage,count\nLeads,10\nMeetings,20\nContracts,1\n",
        "stage,count,rate\nLeads,10,30\nMeetings,-1,150%\nLeads,NaN,\n,99999999999999999999999999.5,\n",
        "stage,kind\nLeads,x\nContracts,y\n",
        "count\n1\n2\n",
    ] {
        let outcome = backcast(text, "20").run();
        assert_eq!((outcome.status.code(), outcome.out()), (Some(1), String::new()), "{text}\n{}", outcome.err());
    }
    backcast("stage,count,rate\nLeads,10,30\nMeetings,-1,150%\nLeads,NaN,\n,99999999999999999999999999.5,\n", "20").stderr("
        error[bad-rate]: the rate of `Leads` is `30`, more than all
          --> funnel.csv:2:10
          help: write `30%` if that is meant, or a share from 0 to 1
        error[out-of-scale]: `count` of `Meetings` is `-1`, expected ≥ 0
          --> funnel.csv:3:10
          help: correct the number
        error[repeated-stage]: the stage `Leads` stands in line 2 already
          --> funnel.csv:4:1
          help: keep one row for each stage, with the counts of one period
        error[not-a-number]: `count` of `Leads` is `NaN`, expected a number
          --> funnel.csv:4:7
          help: write a plain number such as `21` or `-7.5`, perhaps with `%` and otherwise without a unit; leave the cell blank if it isn't known
        error[blank-stage]: the stage has no name
          --> funnel.csv:5:1
          help: name each stage, such as `Leads`
        error[too-many-digits]: `count` is `99999999999999999999999999.5`: more digits than tenbin can keep exactly
          --> funnel.csv:5:2
          help: write at most 15 digits before the decimal point and 20 after it
        6 errors, no warnings
    ").exit(1);
    backcast("stage,count\nLeads,10\nMeetings,0\nContracts,0\n", "20")
        .stderr(
            "
        error[missing-rate]: nothing goes on from `Leads` to `Meetings`: no number there would reach the goal
          --> funnel.csv:2:7
          help: take a period in which something went on, or leave the stage out
        error[missing-rate]: the count of `Meetings` is 0: nothing says how many of them would go on to `Contracts`
          --> funnel.csv:3:10
          help: take a period in which something was counted there, or leave its count blank and write the rate of another one
        2 errors, no warnings
    ",
        )
        .exit(1);
}

#[test]
fn a_count_of_nought_is_refused_beside_a_rate_too() {
    backcast("stage,count,rate\nLeads,0,50%\nContracts,,\n", "20")
        .stderr(
            "
            error[missing-rate]: the count of `Leads` is 0: whatever its rate, nothing of it goes on to `Contracts`
              --> funnel.csv:2:7
              help: take a period in which something was counted there, or leave its count blank
            1 error, no warnings
        ",
        )
        .exit(1);
    backcast("stage,count,rate\nLeads,,50%\nContracts,0,\n", "20")
        .stderr(
            "
            error[missing-rate]: nothing goes on from `Leads` to `Contracts`: no number there would reach the goal
              --> funnel.csv:2:7
              help: take a period in which something went on, or leave the stage out
            1 error, no warnings
        ",
        )
        .exit(1);
}

#[test]
fn a_rate_that_contradicts_the_counts_around_a_blank_one_is_told() {
    backcast("stage,count,rate\nLeads,150,40%\nProposals,,30%\nContracts,12,\n", "20")
        .stdout_has(["Proposals"])
        .stderr(
            "
            warning[rate-differs]: the rate of `Proposals` is `30%`, and its counts make `20%`: the counts are used
              --> funnel.csv:3:12
              help: correct the one that is wrong, or leave the rate blank
        ",
        )
        .exit(0);
}

#[test]
fn what_is_odd_is_told_beside_the_answer() {
    let text = "stage,count,rate\nLeads,100,60%\nMeetings,150,\nContracts,15,\n";
    backcast(text, "20")
        .args(["--order", "first"])
        .stdout_has([""])
        .stderr(
            "
        warning[rising-count]: more go on from `Leads` to `Meetings` than there are: the rate is above 100 %
          --> funnel.csv:2:7
          help: check that both count the same things in the same period
        warning[rate-differs]: the rate of `Leads` is `60%`, and its counts make `150%`: the counts are used
          --> funnel.csv:2:11
          help: correct the one that is wrong, or leave the rate blank
    ",
        )
        .exit(0);
}

#[test]
fn a_goal_and_an_order_are_checked() {
    for goal in ["0", "-5", "twenty", "1e3", "NaN", ""] {
        let outcome =
            Case::new().file("funnel.csv", FUNNEL).args(["backcast", "funnel.csv", &format!("--goal={goal}")]).run();
        assert_eq!((outcome.status.code(), outcome.out()), (Some(2), String::new()), "{goal}");
    }
    backcast(FUNNEL, "x").stderr("error: `x` is no goal, expected a number above 0 such as `20`\n").exit(2);
    backcast(FUNNEL, "20")
        .args(["--order", "middle"])
        .stderr("error: `middle` is no stage to begin with, expected `first`, `last`\n")
        .exit(2);
    Case::new()
        .file("funnel.csv", FUNNEL)
        .args(["backcast", "funnel.csv"])
        .stderr(
            "
        error: `--goal` is missing
          examples and all options: `tenbin backcast --help`
    ",
        )
        .exit(2);
}

#[test]
fn numbers_of_any_size_are_kept_exactly() {
    let text = "stage,count\nLeads,999999999999999\nContracts,0.00000000000000000001\n";
    let value = json(backcast(text, "999999999999999"));
    assert_eq!(value["stages"][1]["required"], 999_999_999_999_999_i64);
    assert!(value["stages"][0]["required"].as_f64().is_some_and(|required| required > 9e49), "{value}");
    backcast(text, "20").any_output().exit(0);
}

#[test]
fn where_every_rate_is_at_its_best_only_more_at_the_start_is_named() {
    backcast("stage,count\nA,100\nB,100\nC,100\n", "200")
        .stdout(
            "
                Goal: 200 C; now 100, 100 short

                Stage  Now  Required  Gap  To the next  Alone gives  Rate needed
                ───────────────────────────────────────────────────────────────────
                A      100       200  100        100 %          100            –
                B      100       200  100        100 %          100            –
                C      100       200  100

                There is no bottleneck: every rate is at its best already, so only more at the start leads to the
                goal

                With all rates as they are it takes 200 A instead of 100

                Next: look for more at the start, or for a better way than these stages

                Required: the goal over the rates behind it. Alone gives: the last stage with this rate alone at
                100 %. Rate needed: what reaches the goal if nothing else changes
            ",
        )
        .exit(0);
}

#[test]
fn a_best_rate_that_is_exceeded_already_is_said() {
    backcast("stage,count,rate,best\nA,100,90%,50%\nB,,50%,50%\nC,,,\n", "60")
        .stdout_has(["Next: look for more at the start, or for a better way than these stages\n"])
        .stderr(
            "
                warning[best-below-rate]: the best rate of `A` is `50%`, and its rate is `90%` already: that counts as the best
                  --> funnel.csv:2:11
                  help: write the highest rate that is thought possible, or correct the rate
            ",
        )
        .exit(0);
}

#[test]
fn headers_and_a_delimiter_may_be_named() {
    let case = || backcast("étape|n\nA|100\nB|10\n", "20").args(["--delimiter", "pipe", "--column", "stage=étape"]);
    case().args(["--column", "count=n"]).stdout_has(["Goal: 20 B; now 10, 10 short"]).exit(0);
    case().args(["--column", "n=n"]).stderr_has(["`n`", "`stage`, `count`, `rate`, `best`"]).exit(2);
    backcast("工程名,件数\nA,10\nB,5\n", "8")
        .args(["--lang", "ja"])
        .stderr_has(["見出しが `ステージ` (stage) の列を"])
        .exit(1);
}
