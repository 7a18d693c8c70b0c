//! `tenbin plan`: what fits into a capacity, and who does it.

use super::harness::Case;

/// Actions with efforts, two of which come after others.
const ACTIONS: &str = "\
id,title,votes,effort,after,must,skip,owner,skills
A-1,Monthly report,8,2,,,,,CS
A-2,Initial setup,9,8,,,,,CS
A-3,Webinars,5,3,A-1,,,,CS
A-4,Better search,7,4.5,,,,,Dev
A-5,Notifications,6,1,,,,Takahashi,Dev
A-6,Mobile screens,4,3.5,A-4; A-5,,,,Dev
A-7,Printed guide,3,1,,,x,,CS
";

const PEOPLE: &str = "\
name,skills,capacity,load
Sato,CS,10,4
Ito,\"CS, Dev\",10,2
Takahashi,Dev,12,5
";

/// The same in Japanese.
const ACTIONS_JA: &str = "\
ID,施策,票数,工数,前提,必須,見送り,担当者,スキル
A-1,活用レポート,8,2,,,,,CS
A-2,初期設定の代行,9,8,,,,,CS
A-3,ウェビナー,5,3,A-1,,,,CS
A-4,検索の改善,7,4.5,,,,,開発
A-5,通知の見直し,6,1,,,,高橋,開発
A-6,モバイル画面,4,3.5,A-4、A-5,○,,,開発
A-7,紙のガイド,3,1,,,○,,CS
";

const PEOPLE_JA: &str = "\
名前,スキル,キャパシティ,負荷
佐藤,CS,10,4
伊藤,CS/開発,10,2
高橋,開発,12,5
";

fn case(actions: &str) -> Case {
    Case::new().file("actions.csv", actions).file("people.csv", PEOPLE).args(["plan", "actions.csv"])
}

fn by_votes(actions: &str) -> Case {
    case(actions).args(["--value", "votes"])
}

#[test]
fn the_best_set_stands_beside_the_plain_walk() {
    by_votes(ACTIONS).args(["--capacity", "12"]).stdout("
        Planned: 4 of 7 items, worth 26 in all

        Rank  ID   Title           votes  Effort  After  Owner
        ──────────────────────────────────────────────────────────
           2  A-1  Monthly report      8       2
           3  A-4  Better search       7     4.5
           4  A-5  Notifications       6       1         Takahashi
           5  A-3  Webinars            5       3  A-1

        10.5 of the capacity of 12 is used (88 %)
        No other set within the capacity is worth more (efforts counted in steps of 0.5)

        Taking what still fits, down the ranking, would be worth 23: this plan is worth 3 more, with A-4, A-3 and without A-2
        No room for: A-2 (8), A-6 (3.5)
        Not to be planned: A-7
        Values from the column `votes`
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ").exit(0);
}

#[test]
fn owners_get_shares_that_are_as_even_as_can_be() {
    by_votes(ACTIONS).args(["--capacity", "14", "--people", "people.csv"]).stdout("
        Planned: 5 of 7 items, worth 30 in all

        Rank  ID   Title           votes  Effort  After     Owner
        ─────────────────────────────────────────────────────────────
           2  A-1  Monthly report      8       2            Ito
           3  A-4  Better search       7     4.5            Ito
           4  A-5  Notifications       6       1            Takahashi
           5  A-3  Webinars            5       3  A-1       Sato
           6  A-6  Mobile screens      4     3.5  A-4, A-5  Takahashi

        Name       Capacity  Carries  Planned  Share now  Share then
        ─────────────────────────────────────────────────────────────────────
        Sato             10        4        3       40 %        70 %  █████▋
        Ito              10        2      6.5       20 %        85 %  ██████▊
        Takahashi        12        5      4.5     41.7 %      79.2 %  ██████▍

        14 of the capacity of 14 is used (100 %)
        No other set within the capacity is worth more (efforts counted in steps of 0.5)
        The highest share is 85 %, and no other division of these items is more even

        Taking what still fits, down the ranking, would be worth 28: this plan is worth 2 more, with A-4, A-6 and without A-2
        No room for: A-2 (8)
        Not to be planned: A-7
        Values from the column `votes`
        Next: have each owner agree while everybody is there, and keep the plan with `-o plan.csv`
    ").exit(0);
}

#[test]
fn a_plan_in_japanese_reads_japanese_headers() {
    Case::new()
        .file("施策.csv", ACTIONS_JA)
        .file("担当.csv", PEOPLE_JA)
        .args(["plan", "施策.csv", "--value", "票数", "--capacity", "14", "--people", "担当.csv", "--lang", "ja"])
        .stdout(
            "
            計画：7件中5件、価値の合計 30

            順位  ID   改善項目      票数  工数  前に行う項目  必須  担当者
            ───────────────────────────────────────────────────────────────
               2  A-1  活用レポート     8     2                      伊藤
               3  A-4  検索の改善       7   4.5                      伊藤
               4  A-5  通知の見直し     6     1                      高橋
               5  A-3  ウェビナー       5     3  A-1                 佐藤
               6  A-6  モバイル画面     4   3.5  A-4、A-5      ○     高橋

            名前  使える工数  抱えている工数  今回の工数  今の負荷率  計画後の負荷率
            ─────────────────────────────────────────────────────────────────────────────────
            佐藤          10               4           3         40%             70%  █████▋
            伊藤          10               2         6.5         20%             85%  ██████▊
            高橋          12               5         4.5       41.7%           79.2%  ██████▍

            上限 14 のうち 14 を使用（100%）
            上限の中で、これより価値の高い組み合わせはありません（工数は 0.5 刻みで計算）
            負荷率が最も高い人は 85% で、これより均等な割り当てはありません

            順位の高いほうから入るだけ入れても、同じ計画になります
            収まらない項目：A-2（8）
            行わないことにした項目：A-7
            価値は `票数` 列の値
            次は、全員がそろっているうちに担当者の合意を取り、`-o plan.csv` で計画を残してください
        ",
        )
        .exit(0);
}

#[test]
fn periods_are_filled_one_after_the_other() {
    by_votes(ACTIONS).args(["--capacity", "9", "--periods", "2", "--people", "people.csv"]).stdout("
        Planned: 4 of 7 items in 2 periods, worth 30 in all

        Period 1

        Rank  ID   Title           votes  Effort  Owner
        ───────────────────────────────────────────────────
           2  A-1  Monthly report      8       2  Sato
           3  A-4  Better search       7     4.5  Ito
           4  A-5  Notifications       6       1  Takahashi

        Name       Capacity  Carries  Planned  Share now  Share then
        ────────────────────────────────────────────────────────────────────
        Sato             10        4        2       40 %        60 %  ████▊
        Ito              10        2      4.5       20 %        65 %  █████▎
        Takahashi        12        5        1     41.7 %        50 %  ████

        7.5 of the capacity of 9 is used (83 %), worth 21
        No other set within the capacity is worth more (efforts counted in steps of 0.5)
        The highest share is 65 %, and no other division of these items is more even

        Period 2

        Rank  ID   Title          votes  Effort  Owner
        ──────────────────────────────────────────────
           1  A-2  Initial setup      9       8  Ito

        Name       Capacity  Carries  Planned  Share now  Share then
        ──────────────────────────────────────────────────────────────────────
        Sato             10        4        0       40 %        40 %  ███▎
        Ito              10        2        8       20 %       100 %  ████████
        Takahashi        12        5        0     41.7 %      41.7 %  ███▍

        8 of the capacity of 9 is used (89 %), worth 9
        No other set within the capacity is worth more (efforts counted in steps of 0.5)
        The highest share is 100 %, and no other division of these items is more even

        Taking what still fits, down the ranking, would plan the same items in other periods
        Periods are filled one after the other, each with the best of what is left; all of them together may have a better division
        No room for: A-3 (3), A-6 (3.5)
        Not to be planned: A-7
        Values from the column `votes`
        Next: have each owner agree while everybody is there, and keep the plan with `-o plan.csv`
    ").exit(0);
}

#[test]
fn json_has_the_bound_the_walk_and_the_shares() {
    by_votes(ACTIONS)
        .args(["--capacity", "12", "--people", "people.csv", "-f", "json"])
        .stdout(
            r#"
        {
          "schema_version": 1,
          "command": "plan",
          "value": "votes",
          "model": null,
          "capacity": 12,
          "total": 26,
          "walk_total": 23,
          "periods": [
            {
              "period": 1,
              "effort": 10.5,
              "total": 26,
              "optimal": true,
              "upper_bound": 26,
              "step": 0.5,
              "musts_left": 0,
              "items": [
                {
                  "id": "A-1",
                  "title": "Monthly report",
                  "rank": 2,
                  "value": 8,
                  "effort": 2,
                  "must": false,
                  "after": [],
                  "owner": "Ito",
                  "owner_named": false
                },
                {
                  "id": "A-4",
                  "title": "Better search",
                  "rank": 3,
                  "value": 7,
                  "effort": 4.5,
                  "must": false,
                  "after": [],
                  "owner": "Ito",
                  "owner_named": false
                },
                {
                  "id": "A-5",
                  "title": "Notifications",
                  "rank": 4,
                  "value": 6,
                  "effort": 1,
                  "must": false,
                  "after": [],
                  "owner": "Takahashi",
                  "owner_named": true
                },
                {
                  "id": "A-3",
                  "title": "Webinars",
                  "rank": 5,
                  "value": 5,
                  "effort": 3,
                  "must": false,
                  "after": [
                    "A-1"
                  ],
                  "owner": "Sato",
                  "owner_named": false
                }
              ],
              "walk": {
                "effort": 11,
                "total": 23,
                "items": [
                  "A-2",
                  "A-1",
                  "A-5"
                ],
                "only_planned": [
                  "A-4",
                  "A-3"
                ],
                "only_walked": [
                  "A-2"
                ]
              },
              "owners": {
                "optimal": true,
                "highest_share": 0.85,
                "lower_bound": 0.671875,
                "people": [
                  {
                    "name": "Sato",
                    "capacity": 10,
                    "load": 4,
                    "planned": 3,
                    "share_before": 0.4,
                    "share_after": 0.7
                  },
                  {
                    "name": "Ito",
                    "capacity": 10,
                    "load": 2,
                    "planned": 6.5,
                    "share_before": 0.2,
                    "share_after": 0.85
                  },
                  {
                    "name": "Takahashi",
                    "capacity": 12,
                    "load": 5,
                    "planned": 1,
                    "share_before": 0.4166666666666667,
                    "share_after": 0.5
                  }
                ]
              }
            }
          ],
          "unplanned": [
            {
              "id": "A-2",
              "title": "Initial setup",
              "rank": 1,
              "value": 9,
              "effort": 8,
              "reason": "no-room"
            },
            {
              "id": "A-6",
              "title": "Mobile screens",
              "rank": 6,
              "value": 4,
              "effort": 3.5,
              "reason": "no-room"
            },
            {
              "id": "A-7",
              "title": "Printed guide",
              "rank": 7,
              "value": 3,
              "effort": 1,
              "reason": "skip"
            }
          ],
          "findings": [],
          "finding_count": 0
        }
    "#,
        )
        .exit(0);
}

#[test]
fn the_csv_carries_the_input_along_and_fills_in_the_owners() {
    by_votes(ACTIONS)
        .args(["--capacity", "12", "--people", "people.csv", "-f", "csv"])
        .stdout(
            "
        period,plan,plan_value,id,title,votes,effort,after,must,skip,owner,skills
        1,chosen,8,A-1,Monthly report,8,2,,,,Ito,CS
        1,chosen,7,A-4,Better search,7,4.5,,,,Ito,Dev
        1,chosen,6,A-5,Notifications,6,1,,,,Takahashi,Dev
        1,chosen,5,A-3,Webinars,5,3,A-1,,,Sato,CS
        ,no-room,9,A-2,Initial setup,9,8,,,,,CS
        ,no-room,4,A-6,Mobile screens,4,3.5,A-4; A-5,,,,Dev
        ,skip,3,A-7,Printed guide,3,1,,,x,,CS
    ",
        )
        .exit(0);
}

#[test]
fn a_plan_can_be_planned_again_and_its_owners_stay() {
    let first = by_votes(ACTIONS).args(["--capacity", "12", "--people", "people.csv", "-f", "csv"]);
    let plan = first.any_output().exit(0).out();
    let again = Case::new().file("actions.csv", &plan).file("people.csv", PEOPLE);
    let again = again.args([
        "plan",
        "actions.csv",
        "--value",
        "votes",
        "--capacity",
        "12",
        "--people",
        "people.csv",
        "-f",
        "csv",
    ]);
    let again = again.any_output().exit(0).out();
    let ids_and_owners = |csv: &str| -> Vec<String> {
        let cells = csv.lines().map(|line| line.split(',').rev().take(9).collect::<Vec<_>>().join(","));
        cells.collect()
    };
    assert_eq!(ids_and_owners(&plan), ids_and_owners(&again));
}

#[test]
fn without_an_owner_column_the_owner_stands_in_front() {
    let actions = "id,votes,effort\nA-1,3,2\nA-2,2,2\n";
    by_votes(actions)
        .args(["--capacity", "2", "--people", "people.csv", "-f", "csv"])
        .stdout(
            "
        period,plan,plan_value,owner,id,votes,effort
        1,chosen,3,Ito,A-1,3,2
        ,no-room,2,,A-2,2,2
    ",
        )
        .stderr("")
        .exit(0);
}

#[test]
fn the_score_of_the_model_is_what_items_are_worth_unless_somebody_says_otherwise() {
    let backlog = "\
id,title,impact,confidence,ease,effort
A-1,Bulk invoices,8,6,4,5
A-2,Faster search,9,7,6,8
A-3,Single sign-on,5,9,,3
";
    case(backlog)
        .args(["-m", "ice", "--capacity", "8"])
        .stdout(
            "
        Planned: 1 of 3 items, worth 378 in all

        Rank  ID   Title          Score  Effort
        ───────────────────────────────────────
           1  A-2  Faster search    378       8

        8 of the capacity of 8 is used (100 %)
        No other set within the capacity is worth more (efforts counted in steps of 1)

        Taking what still fits, down the ranking, would plan the same
        No room for: A-1 (5)
        Not planned, because nobody knows the value: A-3
        Model ice: Impact 33.3 %, Confidence 33.3 %, Ease 33.3 % (the model's own weights)
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ",
        )
        .stderr(
            "
        warning[missing-rating]: item `A-3` has no rating for `ease`: it has no score
          --> actions.csv:4:24
          help: fill in the rating; a blank counts neither as 0 nor as anything else
    ",
        )
        .exit(0);
}

#[test]
fn a_factor_of_the_model_can_be_what_items_are_worth() {
    let targets = "\
id,title,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost,effort
T-1,Month-end rework,8,6,9,7,4,5,3,5
T-2,Renewals,5,8,8,8,2,2,2,4
";
    case(targets)
        .args(["-m", "target", "--value", "impact", "--capacity", "5"])
        .stdout(
            "
        Planned: 1 of 2 items, worth 432 in all

        Rank  ID   Title             Impact  Effort
        ───────────────────────────────────────────
           1  T-1  Month-end rework     432       5

        5 of the capacity of 5 is used (100 %)
        No other set within the capacity is worth more (efforts counted in steps of 1)

        Taking what still fits, down the ranking, would plan the same
        No room for: T-2 (4)
        Model target: Impact 33.3 %, Contribution 33.3 %, Cost 33.3 % (the model's own weights)
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ",
        )
        .exit(0);
}

#[test]
fn in_steps_that_are_too_coarse_the_plan_says_how_far_it_may_be_off() {
    let actions = "id,title,votes,effort\nA-1,Report,5,1.5\nA-2,Setup,5,1.5\nA-3,Search,4,2\n";
    by_votes(actions).args(["--capacity", "4", "--step", "2"]).stdout("
        Planned: 2 of 3 items, worth 10 in all

        Rank  ID   Title   votes  Effort
        ────────────────────────────────
          =1  A-1  Report      5     1.5
          =1  A-2  Setup       5     1.5

        3 of the capacity of 4 is used (75 %)
        At most 16.7 % below the best: no set within the capacity is worth more than 12 (efforts rounded up to steps of 2)

        Taking what still fits, down the ranking, would plan the same
        No room for: A-3 (2)
        Values from the column `votes`
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ").exit(0);
}

#[test]
fn every_fault_is_told_at_its_cell_in_one_run() {
    let actions = "\
id,title,votes,effort,after,must,skip,owner,skills
A-1,Report,8,2 days,A-9,,,,CS
A-2,Setup,nine,8,,perhaps,,,CS
A-3,Webinars,-5,3,A-1,,,Satoh,CS
A-4,Search,7,,,,,Sato,Dev
";
    let people = "name,skills,capacity,load\nSato,CS,10,\nIto,CS,ten,2\nSato,Dev,12,5\n,Dev,12,5\n";
    by_votes(actions)
        .file("people.csv", people)
        .args(["--capacity", "12", "--people", "people.csv"])
        .stderr("
            error[not-a-number]: `effort` of item `A-1` is `2 days`, expected a number
              --> actions.csv:2:14
              help: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit
            error[unknown-predecessor]: item `A-1` comes after `A-9`, and there is no such item
              --> actions.csv:2:21
              help: write `A-2` if that is meant; delete it if it is done already
            error[not-a-number]: `votes` of item `A-2` is `nine`, expected a number
              --> actions.csv:3:11
            error[unknown-mark]: `must` of item `A-2` is `perhaps`, which says neither yes nor no
              --> actions.csv:3:19
              help: write `x` or `yes`; for no leave the cell blank
            error[out-of-scale]: `votes` of item `A-3` is `-5`, expected ≥ 0
              --> actions.csv:4:14
              help: write a number from 0 up
            error[unavailable-owner]: item `A-3` is to be done by `Satoh`, who is not among the people
              --> actions.csv:4:25
              help: write `Sato` if that is meant, add the person to the people, or leave the cell blank
            error[bad-amount]: `Sato` has no `load`
              --> people.csv:2:12
              help: write a number; 0 as a capacity is somebody who can take nothing, 0 as a load somebody who carries nothing
            error[bad-amount]: `capacity` of `Ito` is `ten`, expected a number from 0 up
              --> people.csv:3:8
            error[duplicate-person]: `Sato` stands in line 2 already
              --> people.csv:4:1
              help: delete one of the rows; if they are two people, tell them apart by their names
            error[blank-person]: a person has no name
              --> people.csv:5:1
              help: write the name, or delete the row
            warning[owner-without-skill]: item `A-4` is to be done by `Sato`, who doesn't have `Dev`
              --> actions.csv:5:18
              help: the owner stays; give the item to somebody else, or add the skill to the person's
            10 errors, 1 warning
        ")
        .exit(1);
}

#[test]
fn an_impossible_plan_says_which_constraint_stands_in_the_way() {
    let musts = "\
id,title,votes,effort,after,must,skip
A-1,Report,8,2,A-2,x,x
A-2,Setup,9,8,A-3,,
A-3,Webinars,5,3,A-2,,
A-4,Search,7,20,,x,
A-5,Guide,7,,,x,
A-6,Mail,7,1,A-5,x,
";
    by_votes(musts).args(["--capacity", "12"]).stderr("
        error[must-and-skip]: item `A-1` must be in the plan, and must not be: it is marked as both
          --> actions.csv:2:20
          help: delete one of the marks
        error[circular-precedence]: each of these comes after the next, so that none can be the first: `A-2`, `A-3`, `A-2`
          --> actions.csv:3:15
          help: take out the `after` that isn't really needed
        error[unplannable-must]: item `A-4` must be in the plan, and its effort of 20 is more than the capacity of a whole period, 12
          --> actions.csv:5:18
          help: divide it, raise `--capacity`, or take the mark away
        error[unplannable-must]: item `A-5` must be in the plan, and its effort isn't known
          --> actions.csv:6:15
          help: fill in the cell, or take the mark away
        error[blocked-must]: item `A-6` must be in the plan, and `A-5`, which must come before it, has no effort
          --> actions.csv:7:18
          help: let `A-5` be planned, take it out of what the item comes after, or take the mark of the item away
        5 errors, no warnings
    ").exit(1);
    let too_much = "id,title,votes,effort,after,must\nA-1,Report,8,7,A-2,x\nA-2,Setup,9,3,,\nA-3,Mail,5,5.5,,x\n";
    by_votes(too_much).args(["--capacity", "12.5"]).stderr("
        error[too-many-musts]: what must be in the plan needs 15.5, 3 more than the capacity of 12.5: `A-2`, `A-1`, `A-3`
          --> actions.csv:2:20
          help: take marks away until the rest fits, raise `--capacity`, or add periods with `--periods`
        1 error, no warnings
    ").exit(1);
    let undivided = "id,title,votes,effort,must\nA-1,Report,8,7,x\nA-2,Setup,9,7,x\nA-3,Mail,5,7,x\n";
    by_votes(undivided).args(["--capacity", "12", "--periods", "2"]).stderr("
        error[too-many-musts]: what must be in the plan doesn't go into the periods: `A-3` finds no room
          --> actions.csv:4:14
          help: periods are filled one after the other, first by value and then to the brim, and neither way found room for all; divide an item, raise `--capacity`, or add a period
        1 error, no warnings
    ").exit(1);
}

#[test]
fn nobody_with_the_skill_and_somebody_with_too_much_are_told() {
    let actions = "id,title,votes,effort,skills\nA-1,Report,8,7,CS\nA-2,Contract,9,3,Legal\n";
    by_votes(actions).args(["--capacity", "12", "--people", "people.csv"]).stderr("
        error[unavailable-skill]: nobody can do item `A-2`: nobody has `Legal`
          --> actions.csv:3:18
          help: add the skill to somebody's, correct what the item asks for, name an owner, or mark the item in a column `skip`
        1 error, no warnings
    ").exit(1);
    let actions = "id,title,votes,effort,skills\nA-1,Report,8,9,CS\nA-2,Setup,9,9,CS\n";
    by_votes(actions).args(["--capacity", "20", "--people", "people.csv"]).stdout("
        Planned: 2 of 2 items, worth 17 in all

        Rank  ID   Title   votes  Effort  Owner
        ───────────────────────────────────────
           1  A-2  Setup       9       9  Ito
           2  A-1  Report      8       9  Sato

        Name       Capacity  Carries  Planned  Share now  Share then
        ──────────────────────────────────────────────────────────────────────
        Sato             10        4        9       40 %       130 %  ████████
        Ito              10        2        9       20 %       110 %  ████████
        Takahashi        12        5        0     41.7 %      41.7 %  ███▍

        18 of the capacity of 20 is used (90 %)
        Everything that can be planned fits
        The highest share is 130 %, and no other division of these items is more even

        Taking what still fits, down the ranking, would plan the same
        Values from the column `votes`
        Next: have each owner agree while everybody is there, and keep the plan with `-o plan.csv`
    ").stderr("
        warning[overloaded-person]: `Sato` would carry 13 of 10 (130 %)
          --> people.csv:2:9
          help: plan less with a lower `--capacity`, take something off this person, or add somebody with the same skills
        warning[overloaded-person]: `Ito` would carry 11 of 10 (110 %)
          --> people.csv:3:15
    ").exit(0);
}

#[test]
fn without_the_models_criteria_the_help_names_the_other_way() {
    case(ACTIONS).args(["--capacity", "12"]).stderr("
        error[missing-column]: there is no column for `customer_impact`
          --> actions.csv:1:1
          help: add the column, or all of its parts (`affected_customers`, `severity`); or name its header with `--column customer_impact=HEADER`
        error[missing-column]: there is no column for `business_impact`
          --> actions.csv:1:1
          help: if one of the headers means it, pass `--column business_impact=HEADER` or write it under `[columns]` in the weights file; the file has `id`, `title`, `votes`, `effort`, `after`, `must`, `skip`, `owner`, `skills`
        error[missing-column]: there is no column for `market_competitiveness`
          --> actions.csv:1:1
          help: name its header in the same way; a ranking can do without it: `--weight market_competitiveness=0`
        error[missing-column]: there is no column for `ease`
          --> actions.csv:1:1
          help: name its header in the same way; a ranking can do without it: `--weight ease=0`
        4 errors, no warnings
        note: to plan by a column of the file in place of the score: `--value COLUMN`
    ").exit(1);
    case(ACTIONS).args(["--capacity", "12", "--value", "vote"]).stderr("
        error[missing-column]: there is no column for `vote`
          --> actions.csv:1:1
          help: `--value` takes `score`, a factor of the model, or the header of a column with numbers; the file has `id`, `title`, `votes`, `effort`, `after`, `must`, `skip`, `owner`, `skills`
        1 error, no warnings
    ").exit(1);
}

#[test]
fn what_cannot_be_run_is_said() {
    case(ACTIONS)
        .stderr(
            "
        error: `--capacity` is missing
          examples and all options: `tenbin plan --help`
    ",
        )
        .exit(2);
    case(ACTIONS).args(["--capacity", "0"]).stderr("error: --capacity takes a number above 0, not `0`\n").exit(2);
    case(ACTIONS)
        .args(["--capacity", "1", "--step", "x"])
        .stderr("error: --step takes a number above 0, not `x`\n")
        .exit(2);
    case(ACTIONS)
        .args(["--capacity", "1", "--periods", "0"])
        .stderr("error: --periods takes a number from 1 to 1000\n")
        .exit(2);
    case(ACTIONS).args(["--capacity", "1", "--column", "efort=x"]).stderr("error: `efort` is nothing that a column can be for; there are `id`, `title`, `rater`, `effort`, `after`, `must`, `skip`, `owner`, `skills`, `customer_impact`, `affected_customers`, `severity`, `business_impact`, `market_competitiveness`, `ease`\n").exit(2);
    case(ACTIONS)
        .args(["--capacity", "1", "--people", "nobody.csv"])
        .stderr("error: cannot read nobody.csv: no such file\n")
        .exit(2);
}

#[test]
fn of_two_columns_with_one_header_the_second_can_be_named() {
    let actions = "id,title,votes,votes,effort,effort\nA-1,Report,8,1,2,2\nA-2,Setup,1,9,3,3\n";
    by_votes(actions)
        .args(["--capacity", "3"])
        .stderr(
            r#"
        error[duplicate-column]: there is more than one column `votes`
          --> actions.csv:1:16
          help: delete one of them, or say which one counts: `--value "votes#2"` is the second
        error[duplicate-column]: there is more than one column `effort`
          --> actions.csv:1:29
          help: delete one of them, or say which one counts: `--column effort=HEADER#2` is the second
        2 errors, no warnings
    "#,
        )
        .exit(1);
    let second =
        case(actions).args(["--value", "votes#2", "--column", "effort=effort#2", "--capacity", "3", "-f", "csv"]);
    second
        .stdout(
            "
        period,plan,plan_value,owner,id,title,votes,votes,effort,effort
        1,chosen,9,,A-2,Setup,1,9,3,3
        ,no-room,1,,A-1,Report,8,1,2,2
    ",
        )
        .exit(0);
}

#[test]
fn columns_are_named_in_the_weights_file_and_on_the_command_line() {
    let actions = "id,title,votes,days\nA-1,Report,8,2\nA-2,Setup,9,8\n";
    let weights = "[columns]\neffort = [\"Days\"]\n";
    let in_file = by_votes(actions).file("weights.toml", weights).args(["--capacity", "8", "-f", "csv"]);
    let typed = by_votes(actions).args(["--capacity", "8", "-f", "csv", "--column", "effort=days"]);
    let [in_file, typed] = [in_file, typed].map(|case| case.any_output().exit(0).out());
    assert_eq!(in_file, typed);
    assert!(typed.contains("\n1,chosen,9,,A-2,"), "{typed}");
}

#[test]
fn huge_numbers_and_empty_files_are_no_trouble() {
    let actions = "id,votes,effort\nA-1,999999999999999.99999999999999999999,999999999999999.99999999999999999999\nA-2,0.00000000000000000001,0.00000000000000000001\n";
    by_votes(actions)
        .args(["--capacity", "999999999999999.99999999999999999999"])
        .stdout(
            "
        Planned: 1 of 2 items, worth 1000000000000000 in all

        Rank  ID              votes                Effort
        ─────────────────────────────────────────────────
           1  A-1  1000000000000000  1000000000000000.000

        1000000000000000 of the capacity of 1000000000000000 is used (100 %)
        No other set within the capacity is worth more (efforts counted in steps of 953674316.40625)

        Taking what still fits, down the ranking, would plan the same
        No room for: A-2 (0.00000000000000000001)
        Values from the column `votes`
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ",
        )
        .stderr("")
        .exit(0);
    by_votes("id,votes,effort\n")
        .args(["--capacity", "1"])
        .stderr(
            "
        error[no-items]: there is a header, and no item under it
          --> actions.csv:1:1
          help: add a row for each item
        1 error, no warnings
    ",
        )
        .exit(1);
    by_votes("")
        .args(["--capacity", "1"])
        .stderr(
            "
        error[empty-file]: the file is empty
          --> actions.csv
          help: write a header and a row for each item; `tenbin init` makes a file to start from
        1 error, no warnings
    ",
        )
        .exit(1);
}

/// Under RICE the big one is second by its score, and worth more than all others together.
const RICE: &str = "\
id,title,reach,impact,confidence,effort
BIG,Big,1000,1,100%,10
S-1,Small,120,1,50%,1
S-2,Smaller,110,1,100%,1
S-3,For nothing,110,1,100%,0
";

#[test]
fn a_score_that_is_divided_by_the_effort_counts_without_that() {
    let plan = |lang: &str| {
        let args = ["plan", "rice.csv", "-m", "rice", "--capacity", "10", "--lang", lang];
        Case::new().file("rice.csv", RICE).args(args)
    };
    plan("en").stdout("
        Planned: 1 of 4 items, worth 1000 in all

        Rank  ID   Title  Score × Effort  Effort
        ────────────────────────────────────────
           2  BIG  Big              1000      10

        10 of the capacity of 10 is used (100 %)
        No other set within the capacity is worth more (efforts counted in steps of 1)

        Taking what still fits, down the ranking, would be worth 170: this plan is worth 830 more, with BIG and without S-2, S-1
        No room for: S-2 (1), S-1 (1)
        Not planned, because nobody knows the value: S-3
        Model rice: Reach 25 %, Impact 25 %, Confidence 25 %, Effort 25 % (the model's own weights)
        The value of an item is its score × Effort: the score is divided by that, and beside the capacity it would count twice
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ").stderr_has(["division-by-zero]: `effort` of item `S-3` is 0, and nothing can be divided by it: it has no score"]).exit(0);
    plan("ja").stdout("
        計画：4件中1件、価値の合計 1000

        順位  ID   改善項目  総合スコア × 工数  工数
        ────────────────────────────────────────────
           2  BIG  Big                    1000    10

        上限 10 のうち 10 を使用（100%）
        上限の中で、これより価値の高い組み合わせはありません（工数は 1 刻みで計算）

        順位の高いほうから入るだけ入れた場合の価値は 170 で、この計画のほうが 830 高くなります（この計画だけに入る項目：BIG／入らない項目：S-2、S-1）
        収まらない項目：S-2（1）、S-1（1）
        価値がわからないため、計画に入れない項目：S-3
        モデル rice：リーチ 25%、インパクト 25%、確信度 25%、工数 25%（重みはモデルの既定値）
        価値は、総合スコアに工数を掛けた値です（総合スコアは工数で割った値なので、そのまま合計すると工数を二重に数えてしまうため）
        次は、`--people people.csv`（名前、スキル、使える工数、抱えている工数）で担当者を決めてください
    ").stderr_has(["総合スコアがありません"]).exit(0);
    plan("en")
        .args(["-f", "json", "-q"])
        .stdout_has(["\"value\": \"score\",\n  \"value_times\": \"effort\",", "\"total\": 1000,"])
        .exit(0);
    // The effort of a job may be what the model calls its size.
    let jobs = "id,business_value,time_criticality,risk_reduction,job_size\nA,8,3,2,3\nB,5,5,8,2\n";
    let plan = || Case::new().file("jobs.csv", jobs).args(["plan", "jobs.csv", "-m", "wsjf", "--capacity", "4"]);
    plan().args(["--column", "effort=job_size"]).stdout("
        Planned: 1 of 2 items, worth 18 in all

        Rank  ID  Score × Job size  Effort
        ──────────────────────────────────
           1  B                 18       2

        2 of the capacity of 4 is used (50 %)
        No other set within the capacity is worth more (efforts counted in steps of 1)

        Taking what still fits, down the ranking, would plan the same
        No room for: A (3)
        Model wsjf: Cost of delay 50 %, Job size 50 % (the model's own weights)
        The value of an item is its score × Job size: the score is divided by that, and beside the capacity it would count twice
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ").exit(0);
}

#[test]
fn a_score_that_is_divided_by_something_else_is_said_to_be() {
    let jobs = "id,business_value,time_criticality,risk_reduction,job_size,effort\nA,8,3,2,3,3\nB,5,5,8,2,2\n";
    let plan = || Case::new().file("jobs.csv", jobs).args(["plan", "jobs.csv", "-m", "wsjf", "--capacity", "4"]);
    plan().stdout("
        Planned: 1 of 2 items, worth 9 in all

        Rank  ID  Score  Effort
        ───────────────────────
           1  B       9       2

        2 of the capacity of 4 is used (50 %)
        No other set within the capacity is worth more (efforts counted in steps of 1)

        Taking what still fits, down the ranking, would plan the same
        No room for: A (3)
        Model wsjf: Cost of delay 50 %, Job size 50 % (the model's own weights)
        Scores are divided by Job size: where that is the effort once more, it counts twice; `--value COLUMN` plans by a value that isn't divided
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ").exit(0);
    plan().args(["--lang", "ja"]).stdout("
        計画：2件中1件、価値の合計 9

        順位  ID  総合スコア  工数
        ──────────────────────────
           1  B            9     2

        上限 4 のうち 2 を使用（50%）
        上限の中で、これより価値の高い組み合わせはありません（工数は 1 刻みで計算）

        順位の高いほうから入るだけ入れても、同じ計画になります
        収まらない項目：A（3）
        モデル wsjf：遅延コスト 50%、ジョブサイズ 50%（重みはモデルの既定値）
        総合スコアはジョブサイズで割った値です（それが工数にあたる場合は、工数を二重に数えてしまいます。割る前の値の列を `--value 列` で指定してください）
        次は、`--people people.csv`（名前、スキル、使える工数、抱えている工数）で担当者を決めてください
    ").exit(0);
    // A factor without the division is a value by itself.
    plan()
        .args(["--value", "cost_of_delay"])
        .stdout(
            "
        Planned: 1 of 2 items, worth 18 in all

        Rank  ID  Cost of delay  Effort
        ───────────────────────────────
           1  B              18       2

        2 of the capacity of 4 is used (50 %)
        No other set within the capacity is worth more (efforts counted in steps of 1)

        Taking what still fits, down the ranking, would plan the same
        No room for: A (3)
        Model wsjf: Cost of delay 50 %, Job size 50 % (the model's own weights)
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ",
        )
        .exit(0);
    // Times the effort, a score that is divided by its square would still be a ratio.
    let rice = Case::new().file("rice.csv", RICE).args(["plan", "rice.csv", "-m", "rice", "--capacity", "10", "-q"]);
    rice.args(["--weight", "effort=2"]).stdout_has(["Scores are divided by Effort: "]).exit(0);
}

#[test]
fn where_musts_are_left_for_later_another_set_may_be_worth_more() {
    let musts = "id,votes,effort,must\nM-1,5,3,x\nM-2,5,3,x\nM-3,4,4,x\nM-4,4,4,x\nM-5,1,2,x\nM-6,1,2,x\n";
    let plan = || by_votes(musts).args(["--capacity", "9", "--periods", "2"]);
    plan().stdout("
        Planned: 6 of 6 items in 2 periods, worth 20 in all

        Period 1

        Rank  ID   votes  Effort  Must
        ──────────────────────────────
          =1  M-1      5       3  yes
          =3  M-3      4       4  yes
          =5  M-5      1       2  yes

        9 of the capacity of 9 is used (100 %), worth 10
        What must be in the plan comes first, and not all of it fits into this period: another set within the capacity may be worth more, at most 11

        Period 2

        Rank  ID   votes  Effort  Must
        ──────────────────────────────
          =1  M-2      5       3  yes
          =3  M-4      4       4  yes
          =5  M-6      1       2  yes

        9 of the capacity of 9 is used (100 %), worth 10
        Everything that can be planned fits

        Taking what still fits, down the ranking, would be worth 19: this plan is worth 1 more, with M-6
        Periods are filled one after the other, each with the best of what is left; all of them together may have a better division
        Values from the column `votes`
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ").exit(0);
    plan()
        .args(["-f", "json"])
        .stdout_has([
            "\"optimal\": false,\n      \"upper_bound\": 11,\n      \"step\": 1,\n      \"musts_left\": 3,",
            "\"optimal\": true,\n      \"upper_bound\": 10,\n      \"step\": null,\n      \"musts_left\": 0,",
        ])
        .exit(0);
    plan().args(["--lang", "ja"]).stdout_has(["必ず行う項目を優先していますが"]).exit(0);
}

#[test]
fn impossible_constraints_are_told_beside_cells_that_are_wrong() {
    let actions = "\
id,votes,effort,after,must,skip
A,5,2,,x,x
B,4,1,A,,
C,3,1,Z,,
D,2,1,D,,
E,1,1,F,,
F,1,1,E,,
G,1,many,,x,
H,1,,,x,
";
    by_votes(actions).args(["--capacity", "5"]).stderr("
        error[must-and-skip]: item `A` must be in the plan, and must not be: it is marked as both
          --> actions.csv:2:8
          help: delete one of the marks
        error[unknown-predecessor]: item `C` comes after `Z`, and there is no such item
          --> actions.csv:4:7
          help: write ids as they stand in the file, several with a comma between them; delete it if it is done already
        error[circular-precedence]: item `D` comes after itself, so that it can never begin
          --> actions.csv:5:7
          help: take out the `after` that isn't really needed
        error[circular-precedence]: each of these comes after the next, so that none can be the first: `E`, `F`, `E`
          --> actions.csv:6:7
        error[not-a-number]: `effort` of item `G` is `many`, expected a number
          --> actions.csv:8:5
          help: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit
        error[unplannable-must]: item `H` must be in the plan, and its effort isn't known
          --> actions.csv:9:7
          help: fill in the cell, or take the mark away
        6 errors, no warnings
    ").exit(1);
    by_votes(actions).args(["--capacity", "5", "--lang", "ja"]).stderr("
        エラー[must-and-skip]: 改善項目 `A` に、必ず行う印と行わない印の両方が付いています
          --> actions.csv:2:8
          対処: どちらかの印を外してください
        エラー[unknown-predecessor]: 改善項目 `C` の前に行う `Z` が、ファイルにありません
          --> actions.csv:4:7
          対処: ファイルにある ID を書いてください（複数ある場合は読点かコンマで区切ります）。すでに完了した項目であれば、削除してください
        エラー[circular-precedence]: 改善項目 `D` の前に行う項目が `D` 自身になっているため、始められません
          --> actions.csv:5:7
          対処: `after` のうち、本当は必要のないものを外してください
        エラー[circular-precedence]: 前後関係が循環していて、どれからも始められません：`E`、`F`、`E`
          --> actions.csv:6:7
        エラー[not-a-number]: 改善項目 `G` の `effort` の `many` は、数値として読み込めません
          --> actions.csv:8:5
          対処: `8` や `7.5` のような数値か、`6-8` のような範囲（小さいほうが先）を、単位を付けずに入力してください
        エラー[unplannable-must]: 改善項目 `H` は必ず行う項目ですが、工数がわかりません
          --> actions.csv:9:7
          対処: セルに入力するか、印を外してください
        エラー6件、警告0件
    ").exit(1);
    // The same where the values are the model's.
    let rated = "id,impact,confidence,ease,effort,after\nA,5,50,5,1,A\nB,4,4,4,1,\n";
    case(rated).args(["-m", "ice", "--capacity", "5"]).stderr("
        error[out-of-scale]: `confidence` of item `A` is `50`, expected 1–10
          --> actions.csv:2:5
          help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.confidence]`
        error[circular-precedence]: item `A` comes after itself, so that it can never begin
          --> actions.csv:2:12
          help: take out the `after` that isn't really needed
        2 errors, no warnings
    ").exit(1);
}

#[test]
fn an_effort_is_no_rating_in_japanese_either() {
    let actions = "id,votes,effort\nA,５,-2\nB,x,y\n";
    by_votes(actions)
        .args(["--capacity", "5", "--lang", "ja"])
        .stderr(
            "
        エラー[out-of-scale]: 改善項目 `A` の `effort` の `-2` は、使える範囲（≥ 0）の外です
          --> actions.csv:2:5
          対処: 0以上の数値を入力してください
        エラー[not-a-number]: 改善項目 `B` の `votes` の `x` は、数値として読み込めません
          --> actions.csv:3:3
          対処: `8` や `7.5` のような数値か、`6-8` のような範囲（小さいほうが先）を、単位を付けずに入力してください
        エラー[not-a-number]: 改善項目 `B` の `effort` の `y` は、数値として読み込めません
          --> actions.csv:3:5
        情報[full-width-digits]: 改善項目 `A` の `votes` の `５` は全角ですが、数値として読み込みました
          --> actions.csv:2:3
          対処: 半角で入力し直してください（ほかのツールでは数値とみなされないことがあります）
        エラー3件、警告0件、情報1件
    ",
        )
        .exit(1);
}

#[test]
fn where_only_the_effort_is_missing_another_value_is_no_help() {
    let rated = "id,impact,confidence,ease\nA,5,5,5\n";
    case(rated).args(["-m", "ice", "--capacity", "5"]).stderr("
        error[missing-column]: there is no column for `effort`
          --> actions.csv:1:1
          help: if one of the headers means it, pass `--column effort=HEADER` or write it under `[columns]` in the weights file; the file has `id`, `impact`, `confidence`, `ease`
        1 error, no warnings
    ").exit(1);
}

#[test]
fn empty_periods_at_the_end_are_counted_and_not_shown() {
    let actions = "id,votes,effort\nA,5,2\nB,4,2\n";
    let plan = |periods: &str| by_votes(actions).args(["--capacity", "2", "--periods", periods]);
    plan("100").stdout("
        Planned: 2 of 2 items in 100 periods, worth 9 in all

        Period 1

        Rank  ID  votes  Effort
        ───────────────────────
           1  A       5       2

        2 of the capacity of 2 is used (100 %), worth 5
        No other set within the capacity is worth more (efforts counted in steps of 2)

        Period 2

        Rank  ID  votes  Effort
        ───────────────────────
           2  B       4       2

        2 of the capacity of 2 is used (100 %), worth 4
        Everything that can be planned fits

        The other 98 periods, from period 3 on, stay empty
        Taking what still fits, down the ranking, would plan the same
        Periods are filled one after the other, each with the best of what is left; all of them together may have a better division
        Values from the column `votes`
        Next: find owners with `--people people.csv` (name, skills, capacity, load)
    ").exit(0);
    plan("3").stdout_has(["Period 3 stays empty\n"]).exit(0);
    plan("3").args(["--lang", "ja"]).stdout_has(["第3期には、入る項目がありません\n"]).exit(0);
    plan("4").args(["--lang", "ja"]).stdout_has(["第3期からあとの2期には、入る項目がありません\n"]).exit(0);
    plan("4").args(["-f", "json"]).stdout_has(["\"period\": 4,"]).exit(0);
    let large = "id,votes,effort\nA,5,3\n";
    by_votes(large).args(["--capacity", "2", "--periods", "3"]).stdout("
        Planned: 0 of 1 items in 3 periods, worth 0 in all

        Period 1

        0 of the capacity of 2 is used (0 %), worth 0
        Everything that can be planned fits

        The other 2 periods, from period 2 on, stay empty
        Taking what still fits, down the ranking, would plan the same
        Periods are filled one after the other, each with the best of what is left; all of them together may have a better division
        Larger than a whole period: A (3)
        Values from the column `votes`
        Next: raise `--capacity`, or divide what is too large
    ").exit(0);
}

#[test]
fn among_people_without_names_no_owner_is_called_unknown() {
    let backlog =
        "id,title,customer_impact,business_impact,market_competitiveness,ease,effort,owner\nA-1,x,5,5,5,5,3,Ito\n";
    let case = |people: &str| {
        let case = Case::new().file("b.csv", backlog).file("people.csv", people);
        case.args(["plan", "b.csv", "--capacity", "10", "--people", "people.csv"])
    };
    case("id,title\n1,x\n2,y\n")
        .stderr(
            "
                error[missing-column]: there is no column for `name`
                  --> people.csv:1:1
                  help: name a column `name`; the file has `id`, `title`
                error[missing-column]: there is no column for `capacity`
                  --> people.csv:1:1
                  help: name a column `capacity`; the file has `id`, `title`
                2 errors, no warnings
                note: to plan by a column of the file in place of the score: `--value COLUMN`
            ",
        )
        .exit(1);
    case("name,capacity\n")
        .stderr(
            "
                error[no-items]: there is a header, and no item under it
                  --> people.csv:1:1
                  help: add a row for each person
                1 error, no warnings
            ",
        )
        .exit(1);
}
