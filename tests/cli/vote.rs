//! `tenbin vote`: who picked which actions, for whom; ballots with a fault are told and not counted.

use super::harness::Case;

const ACTIONS: &str = "\
id,title,churn_effect,ease
A-01,Monthly usage report,8,9
A-02,Initial setup for the customer,9,3
A-03,Webinars,5,7
A-04,Community,7,4
A-05,\"Mail, automatic\",8,8
";

const BALLOTS: &str = "\
voter,audience,action
Sato,Champion,A-01
Sato,Champion,A-02
Sato,Champion,A-05
Sato,End user,A-05
Tanaka,Champion,A-02
Tanaka,End user,A-05
Tanaka,End user,A-01
";

const BALLOTS_JA: &str = "\
投票者,対象,施策１,施策２,施策３
佐藤,推進者,A-01,A-02,A-05
佐藤,エンドユーザー,A-05,,
田中,推進者,A-02,,
田中,エンドユーザー,A-05,A-01,
";

/// A fault in each ballot but one.
const FAULTY: &str = "\
voter,audience,action
Sato,Champion,A-01
Sato,Champion,A-02
Sato,Champion,A-03
Sato,Champion,A-04
Tanaka,Champion,A-02
Tanaka,Champion,A-02
Suzuki,Champion,a-03
Suzuki,Champion,A-01
Ito,Champion,Z
Kato,Champion,Webinars
,Champion,A-01
Mori,,A-01
Abe,Champion,
Ono,Champion,A-05
";

fn case() -> Case {
    Case::new().file("actions.csv", ACTIONS).file("ballots.csv", BALLOTS)
}

#[test]
fn votes_are_counted_for_each_audience_and_in_all() {
    case()
        .args(["vote", "ballots.csv", "--actions", "actions.csv"])
        .stdout(
            "
        Rank  ID    Title                           Votes  Voters            Champion  End user
        ───────────────────────────────────────────────────────────────────────────────────────
           1  A-05  Mail, automatic                     3   100 %  ████████    1 (=2)     2 (1)
          =2  A-01  Monthly usage report                2   100 %  ████████    1 (=2)     1 (2)
          =2  A-02  Initial setup for the customer      2   100 %  ████████     2 (1)         –
          =4  A-03  Webinars                            0     0 %                   –         –
          =4  A-04  Community                           0     0 %                   –         –

        2 voters, 4 ballots counted, up to 3 picks each. Voters: how many of them picked it at all
        For each audience, votes and (rank): Champion (2 voters), End user (2 voters)
        First for Champion: A-02, 2 of 2 voters
        Next: place them from the top down: `tenbin vote ballots.csv --actions actions.csv -f csv | tenbin triage -`
    ",
        )
        .exit(0);
}

#[test]
fn one_column_a_pick_says_the_same_in_japanese() {
    Case::new()
        .file("施策.csv", "ID,施策\nA-01,活用レポート\nA-02,初期設定の代行\nA-03,ウェビナー\nA-05,自動メール\n")
        .file("投票.csv", BALLOTS_JA)
        .args(["vote", "投票.csv", "--actions", "施策.csv", "--lang", "ja"])
        .stdout(
            "
                順位  ID    改善項目        票数  投票者の割合            推進者  エンドユーザー
                ────────────────────────────────────────────────────────────────────────────────
                   1  A-05  自動メール         3          100%  ████████  1 (=2)           2 (1)
                  =2  A-01  活用レポート       2          100%  ████████  1 (=2)           1 (2)
                  =2  A-02  初期設定の代行     2          100%  ████████   2 (1)               –
                   4  A-03  ウェビナー         0            0%                 –               –

                投票者2人、集計した投票4件（1件につき3施策まで）。投票者の割合は、その施策を1回でも選んだ人の割合です
                対象ごとの列は、票数と（順位）です：推進者（2人）、エンドユーザー（2人）
                推進者の1位：A-02（2人中2人）
                次は、上から順に仕分けてください：`tenbin vote 投票.csv --actions 施策.csv -f csv | tenbin triage -`
            ",
        )
        .exit(0);
}

#[test]
fn without_a_file_of_actions_what_was_picked_is_listed() {
    let text = "voter,action\na,X\nb,Y\nb,X\n";
    Case::new().file("ballots.csv", text).args(["vote", "ballots.csv"]).stdout("
        Rank  ID  Votes  Voters
        ─────────────────────────────────
           1  X       2   100 %  ████████
           2  Y       1    50 %  ████

        2 voters, 2 ballots counted, up to 3 picks each. Voters: how many of them picked it at all
        Next: name the file of the actions with `--actions`, for their titles and ratings, and for actions that nobody picked
    ").exit(0);
}

#[test]
fn the_csv_has_the_votes_in_front_of_the_columns_of_the_actions() {
    case().args(["vote", "ballots.csv", "--actions", "actions.csv", "-f", "csv"]).stdout(r#"
        rank,votes,share,rank (Champion),votes (Champion),share (Champion),rank (End user),votes (End user),share (End user),id,title,churn_effect,ease
        1,3,1,2,1,0.5,1,2,1,A-05,"Mail, automatic",8,8
        2,2,1,2,1,0.5,2,1,0.5,A-01,Monthly usage report,8,9
        2,2,1,1,2,1,3,0,0,A-02,Initial setup for the customer,9,3
        4,0,0,4,0,0,3,0,0,A-03,Webinars,5,7
        4,0,0,4,0,0,3,0,0,A-04,Community,7,4
    "#).exit(0);
}

#[test]
fn the_json_has_every_count() {
    let text = "voter,audience,action\na,x,A-01\nb,x,A-01\nb,y,A-05\nc,y,\n";
    Case::new()
        .file("actions.csv", "id,title\nA-01,One\nA-05,Five\n")
        .file("ballots.csv", text)
        .args(["vote", "ballots.csv", "--actions", "actions.csv", "-f", "json"])
        .stdout(
            r#"
            {
              "schema_version": 1,
              "command": "vote",
              "picks": 3,
              "voters": 2,
              "ballots": {
                "counted": 3,
                "faulty": 0,
                "rows_apart": 0
              },
              "audiences": [
                {
                  "audience": "x",
                  "voters": 2
                },
                {
                  "audience": "y",
                  "voters": 1
                }
              ],
              "actions": [
                {
                  "id": "A-01",
                  "title": "One",
                  "rank": 1,
                  "tied": false,
                  "votes": 2,
                  "supporters": 2,
                  "share": 1,
                  "audiences": [
                    {
                      "audience": "x",
                      "rank": 1,
                      "tied": false,
                      "votes": 2,
                      "supporters": 2,
                      "share": 1
                    },
                    {
                      "audience": "y",
                      "rank": 2,
                      "tied": false,
                      "votes": 0,
                      "supporters": 0,
                      "share": 0
                    }
                  ]
                },
                {
                  "id": "A-05",
                  "title": "Five",
                  "rank": 2,
                  "tied": false,
                  "votes": 1,
                  "supporters": 1,
                  "share": 0.5,
                  "audiences": [
                    {
                      "audience": "x",
                      "rank": 2,
                      "tied": false,
                      "votes": 0,
                      "supporters": 0,
                      "share": 0
                    },
                    {
                      "audience": "y",
                      "rank": 1,
                      "tied": false,
                      "votes": 1,
                      "supporters": 1,
                      "share": 1
                    }
                  ]
                }
              ],
              "findings": [
                {
                  "rule": "blank-pick",
                  "severity": "warning",
                  "file": "ballots.csv",
                  "line": 5,
                  "column": 5,
                  "message": "the row of voter `c` picks nothing",
                  "help": "write the id of an action into it, or delete the row"
                }
              ],
              "finding_count": 1
            }
        "#,
        )
        .stderr(
            "
            warning[blank-pick]: the row of voter `c` picks nothing
              --> ballots.csv:5:5
              help: write the id of an action into it, or delete the row
        ",
        )
        .exit(0);
}

#[test]
fn what_is_counted_can_be_placed_and_ranked() {
    let votes = case().args(["vote", "ballots.csv", "--actions", "actions.csv", "-f", "csv"]).any_output().exit(0);
    Case::new()
        .stdin(&votes.stdout)
        .args(["triage", "-", "-f", "csv"])
        .stdout_has([
            "start_now,Start now,,1,3,1,2,1,0.5,1,2,1,A-05,\"Mail, automatic\",8,8\n",
            ",A-05,\"Mail, automatic\",8,8\n",
        ])
        .exit(0);
    Case::new().stdin(&votes.stdout).args(["rank", "-", "-m", "actions"]).stdout_has(["Monthly usage report"]).exit(0);
}

#[test]
fn a_ballot_with_a_fault_is_told_and_not_counted() {
    Case::new()
        .file("actions.csv", ACTIONS)
        .file("ballots.csv", FAULTY)
        .args(["vote", "ballots.csv", "--actions", "actions.csv"])
        .stdout("
            Rank  ID    Title                           Votes  Voters            Champion
            ─────────────────────────────────────────────────────────────────────────────
               1  A-05  Mail, automatic                     1   100 %  ████████     1 (1)
              =2  A-01  Monthly usage report                0     0 %                   –
              =2  A-02  Initial setup for the customer      0     0 %                   –
              =2  A-03  Webinars                            0     0 %                   –
              =2  A-04  Community                           0     0 %                   –

            1 voter, 1 ballot counted, up to 3 picks each; 5 ballots have a fault and aren't counted; 2 rows are nobody's ballots. Voters: how many of them picked it at all
            For each audience, votes and (rank): Champion (1 voter)
            Next: place them from the top down: `tenbin vote ballots.csv --actions actions.csv -f csv | tenbin triage -`
        ")
        .stderr("
            warning[too-many-picks]: voter `Sato` picks 4 actions for `Champion`, and 3 are allowed: the ballot isn't counted
              --> ballots.csv:5:15
              help: ask which of them count and delete the others; if more are allowed, say so with `--picks 4`
            warning[picked-twice]: voter `Tanaka` picks `A-02` twice for `Champion`, first in line 6: the ballot isn't counted
              --> ballots.csv:7:17
              help: delete one of them; if somebody sent the ballot twice, delete the older one
            warning[unknown-action]: voter `Suzuki` picks `a-03`, which is no action in actions.csv: the ballot isn't counted
              --> ballots.csv:8:17
              help: write `A-03`, if that action is meant
            warning[unknown-action]: voter `Ito` picks `Z`, which is no action in actions.csv: the ballot isn't counted
              --> ballots.csv:10:14
              help: write the id as it stands there, or add the action to that file
            warning[unknown-action]: voter `Kato` picks `Webinars`, which is no action in actions.csv: the ballot isn't counted
              --> ballots.csv:11:15
            warning[blank-voter]: nobody is named as the voter: the row doesn't count
              --> ballots.csv:12:1
              help: write into the cell who voted, or delete the row
            warning[blank-audience]: the row of voter `Mori` doesn't say for which audience it is: it doesn't count
              --> ballots.csv:13:6
              help: write the audience into the cell, or delete the row
            warning[blank-pick]: the row of voter `Abe` picks nothing
              --> ballots.csv:14:14
              help: write the id of an action into it, or delete the row
        ")
        .exit(0);
}

#[test]
fn a_ballot_with_a_fault_is_told_in_japanese() {
    Case::new()
        .file("actions.csv", ACTIONS)
        .file("ballots.csv", FAULTY)
        .args(["vote", "ballots.csv", "--actions", "actions.csv", "--lang", "ja"])
        .stdout_has(["A-05"])
        .stderr("
            警告[too-many-picks]: 投票者 `Sato` が `Champion` について4件の施策を選んでいます（選べるのは3件まで）。この投票は集計に含めません
              --> ballots.csv:5:15
              対処: どれに投票するのかを本人に確認し、残りを削除してください（もっと多く選べる投票であれば `--picks 4` を付けます）
            警告[picked-twice]: 投票者 `Tanaka` が `Champion` について施策 `A-02` を2回選んでいます（1回目は6行目）。この投票は集計に含めません
              --> ballots.csv:7:17
              対処: どちらかを削除してください（同じ人が2回送信した場合は、古いほうを削除します）
            警告[unknown-action]: 投票者 `Suzuki` が選んだ `a-03` は、actions.csv にない施策です。この投票は集計に含めません
              --> ballots.csv:8:17
              対処: `A-03` のことであれば、そう書いてください
            警告[unknown-action]: 投票者 `Ito` が選んだ `Z` は、actions.csv にない施策です。この投票は集計に含めません
              --> ballots.csv:10:14
              対処: 施策のファイルと同じ ID を書くか、そのファイルに施策を追加してください
            警告[unknown-action]: 投票者 `Kato` が選んだ `Webinars` は、actions.csv にない施策です。この投票は集計に含めません
              --> ballots.csv:11:15
            警告[blank-voter]: 投票者が書かれていない行です（集計に含めません）
              --> ballots.csv:12:1
              対処: 投票した人をセルに書くか、この行を削除してください
            警告[blank-audience]: 投票者 `Mori` の行に、対象が書かれていません（集計に含めません）
              --> ballots.csv:13:6
              対処: 誰を対象にした投票かをセルに書くか、この行を削除してください
            警告[blank-pick]: 投票者 `Abe` の行で、施策が選ばれていません
              --> ballots.csv:14:14
              対処: 施策の ID を書くか、この行を削除してください
        ")
        .exit(0);
}

#[test]
fn more_picks_are_allowed_where_somebody_says_so() {
    let text = "voter,action\na,A-01\na,A-02\na,A-03\na,A-04\n";
    let case = || Case::new().file("ballots.csv", text);
    case().args(["vote", "ballots.csv", "--picks", "4"]).stdout_has(["1 ballot counted, up to 4 picks"]).exit(0);
    case().args(["vote", "ballots.csv"]).stderr_has(["too-many-picks", "no-ballots"]).exit(1);
    case().args(["vote", "ballots.csv", "--picks", "0"]).stderr("error: --picks takes a number from 1 up\n").exit(2);
}

#[test]
fn without_a_ballot_that_counts_there_is_no_answer() {
    let ballots = |text: &str| Case::new().file("ballots.csv", text).args(["vote", "ballots.csv"]);
    ballots("voter,audience,action\n")
        .stderr(
            "
        error[no-ballots]: there is no ballot that can be counted
          --> ballots.csv:1:1
          help: correct what is said of the rows, or add rows: who votes, for which audience, and the id of an action
        1 error, no warnings
    ",
        )
        .exit(1);
    ballots("").stderr_has(["empty-file"]).exit(1);
    ballots("voter,audience\na,x\n")
        .stderr(
            "
        error[missing-column]: there is no column for `action`
          --> ballots.csv:1:1
          help: name a column `action`; the file has `voter`, `audience`
        1 error, no warnings
    ",
        )
        .exit(1);
    ballots("person,action\na,x\n").stderr_has(["there is no column for `voter`"]).exit(1);
    ballots("voter,voter,action\na,b,x\n").stderr_has(["ambiguous-column", "keep one of them"]).exit(1);
    ballots("voter,audience,対象,action\na,b,c,x\n").stderr_has(["more than one column for `audience`"]).exit(1);
    ballots("voter,action\na,\"x\n").stderr_has(["unclosed-quote"]).exit(1);
    ballots("voter,action\na,x,y\n").stderr_has(["ragged-row"]).exit(1);
}

#[test]
fn faults_of_both_files_are_told_in_one_run() {
    Case::new()
        .file("actions.csv", "id,title\nA-01,One\nA-01,Two\n")
        .file("ballots.csv", "voter,action\n,A-01\na,A-01\n")
        .args(["vote", "ballots.csv", "--actions", "actions.csv"])
        .stderr_has(["error[duplicate-id]", "warning[blank-voter]"])
        .exit(1);
}

#[test]
fn files_in_other_encodings_and_workbooks_are_read_as_elsewhere() {
    let (ballots, _, _) = encoding_rs::SHIFT_JIS.encode("投票者,対象,施策\n佐藤,推進者,A-01\n");
    Case::new()
        .file("ballots.csv", ballots)
        .file("actions.tsv", "id\ttitle\nA-01\tOne\n")
        .args(["vote", "ballots.csv", "--actions", "actions.tsv", "-f", "csv"])
        .stdout(
            "
            rank,votes,share,rank (推進者),votes (推進者),share (推進者),id,title
            1,1,1,1,1,1,A-01,One
        ",
        )
        .exit(0);
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip([["voter", "action"], ["a", "A-01"], ["", "A-01"]]) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).expect("a cell");
        }
    }
    Case::new()
        .file("ballots.xlsx", workbook.save_to_buffer().expect("a workbook"))
        .args(["vote", "ballots.xlsx", "-f", "csv"])
        .stdout("rank,votes,share,id\n1,1,1,A-01\n")
        .stderr(
            "
            warning[blank-voter]: nobody is named as the voter: the row doesn't count
              --> ballots.xlsx:Sheet1!A3
              help: write into the cell who voted, or delete the row
        ",
        )
        .exit(0);
}

#[test]
fn the_weights_file_names_the_headers_of_the_actions_and_the_command_line_too() {
    let actions = "Ticket,title\nA-01,One\n";
    let case = || Case::new().file("a.csv", actions).file("b.csv", "voter,action\nx,A-01\n");
    case()
        .file("weights.toml", "[columns]\nid = \"Ticket\"\n")
        .args(["vote", "b.csv", "--actions", "a.csv", "-f", "csv"])
        .stdout("rank,votes,share,Ticket,title\n1,1,1,A-01,One\n")
        .exit(0);
    case()
        .args(["vote", "b.csv", "--actions", "a.csv", "-f", "csv", "--column", "id=Ticket"])
        .stdout("rank,votes,share,Ticket,title\n1,1,1,A-01,One\n")
        .exit(0);
}

#[test]
fn standard_input_is_one_of_the_files_and_an_input_is_never_written_over() {
    case()
        .stdin("")
        .args(["vote", "-", "--actions", "-"])
        .stderr("error: standard input can be either the ballots or the actions, not both\n")
        .exit(2);
    case().stdin(BALLOTS).args(["vote", "-", "--actions", "actions.csv"]).stdout_has(["A-05"]).exit(0);
    case()
        .args(["vote", "ballots.csv", "--actions", "actions.csv", "-o", "actions.csv"])
        .stderr_has(["is a file that is being read"])
        .exit(2)
        .left("actions.csv", ACTIONS);
    case().args(["vote", "none.csv"]).stderr_has(["no such file"]).exit(2);
}

#[test]
fn ids_that_look_alike_are_said_where_no_file_names_the_actions() {
    Case::new()
        .file("v.csv", "お名前,施策（第1希望）,施策（第2希望）\n佐藤,A-01,A-02\n田中,a-01,Ａ-０２\n鈴木,a-01,A-02\n")
        .args(["vote", "v.csv", "--lang", "ja"])
        .any_output()
        .stderr(
            "
                警告[look-alike-id]: ID `a-01` が2行目の `A-01` と紛らわしくなっています
                  --> v.csv:3:4
                  対処: 同じ施策であれば ID の書き方をそろえるか、`--actions` で施策のファイルを指定してください（このままでは `a-01` と `A-01` の票を別々に数えます）
                警告[look-alike-id]: ID `Ａ-０２` が2行目の `A-02` と紛らわしくなっています
                  --> v.csv:3:9
                  対処: 同じ施策であれば ID の書き方をそろえるか、`--actions` で施策のファイルを指定してください（このままでは `Ａ-０２` と `A-02` の票を別々に数えます）
            ",
        )
        .exit(0);
}

#[test]
fn a_vote_over_a_vote_is_made_anew() {
    let actions = "id,title,votes\nA-01,One,7\nA-02,Two,1\n";
    let first = Case::new()
        .file("actions.csv", actions)
        .file("v.csv", "voter,audience,action\na,x,A-01\nb,y,A-02\n")
        .args(["vote", "v.csv", "--actions", "actions.csv", "-f", "csv"])
        .any_output()
        .exit(0)
        .out();
    assert!(first.starts_with("rank,votes,share,rank (x),votes (x),share (x),rank (y),"), "{first}");
    Case::new()
        .stdin(&first)
        .file("v.csv", "voter,action\na,A-02\n")
        .args(["vote", "v.csv", "--actions", "-", "-f", "csv"])
        .stdout("rank,votes,share,id,title,votes\n1,1,1,A-02,Two,1\n2,0,0,A-01,One,7\n")
        .exit(0);
}

#[test]
fn headers_of_ballots_may_be_named_and_a_tie_for_first_is_one_vote_each() {
    Case::new()
        .file("v.csv", "Who,Team,Best,Next best\na,x,P,\nb,x,Q,\na,y,P,R\n")
        .args(["vote", "v.csv", "--column", "voter=Who", "--column", "audience=Team"])
        .args(["--column", "action=Best", "--column", "action=Next best"])
        .stdout_has(["First for x: P, Q, 1 of 2 voters each\n", "=2  R "])
        .exit(0);
    Case::new()
        .file("v.csv", "voter,Best\na,P\n")
        .args(["vote", "v.csv", "--column", "action=Best", "--column", "action=Second"])
        .stderr_has(["there is no column for `action`", "the file has no header `Second`, which `--column` names"])
        .exit(1);
}
