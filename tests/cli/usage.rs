//! Command lines that can't be understood, and the help: both begin with what to type instead.

use super::harness::{BACKLOG, Case};

#[test]
fn the_first_page_starts_with_three_lines_to_type() {
    Case::new()
        .env("COLUMNS", "80")
        .args(["--help"])
        .stdout(
            "
                Weigh product-improvement items: what should we do first, and how sure are we?

                Start here:
                  tenbin init                     # write a starter backlog and a weights file
                  tenbin rank backlog.csv         # see what comes first
                  tenbin explain backlog.csv A-1  # see why an item stands where it does

                Usage: tenbin COMMAND [OPTIONS]

                Commands:
                  rank              Rank the items of a backlog: what comes first
                  explain           Show why an item stands where it does: each step of its
                                    score, and what would lift it past its neighbours
                  check             Check backlogs: is each fit to be ranked, and is its ranking
                                    safe to act on?
                  whatif            Show how ranks move under other weights: each scenario
                                    beside the base weights, and who crosses the cutoff
                  stability         Show how far the weights can move before the answer changes,
                                    and how often each item comes where
                  compare           Show why a ranking changed: each movement taken apart into
                                    weights, own ratings and other items
                  report            Make one HTML page of a ranking, to project or to mail:
                                    weights to move, a chart, and how sure the answer is
                  sql               Print the ranking as one query, for an engine that already
                                    holds the items
                  workshop          Prepare a prioritisation workshop, find what is worth its
                                    time, and take the result home
                  vote              Count who picked which actions: votes, ranks and the share
                                    of voters, for each audience and in all
                  triage            Place actions in four fields: start now, work out how, if
                                    someone has time, put off
                  plan              Choose what fits into a capacity, and who does it: the set
                                    of the highest value, and shares as even as possible
                  review            Say whether the work had its effect: facts first, then what
                                    they are read as; and whether the ranking was right
                  backcast          Work back from a goal: what each stage must deliver, where
                                    the bottleneck is, and the smallest change that would do
                  init              Write a starter backlog and a commented weights file, never
                                    over an existing file
                  completions       Print the script that lets a shell complete the command line
                  man               Print the manual page

                Options:
                      --lang en|ja  The language of the output: `en` or `ja` (default: that of
                                    your locale)
                      --color WHEN  When to colour: `auto` on a terminal only, `always` or
                                    `never` (default: `auto`)
                  -q, --quiet       Leave out warnings and notes
                  -h, --help        Show this help
                  -V, --version     Show the version

                For the examples and options of a command: `tenbin COMMAND --help`
            ",
        )
        .exit(0);
}

#[test]
fn the_first_page_is_japanese_for_a_japanese_reader() {
    Case::new()
        .env("COLUMNS", "80")
        .env("LANG", "ja_JP.UTF-8")
        .args(["--help"])
        .stdout(
            "
                改善項目に重みをかけて順位をつける（何から取り組むか、その順位はどこまで確かか）

                最初の3ステップ:
                  tenbin init                     # 改善項目と重み設定ファイルのひな形を作る
                  tenbin rank backlog.csv         # 順位をつける
                  tenbin explain backlog.csv A-1  # その順位になった理由を見る

                使い方: tenbin コマンド [オプション]

                コマンド:
                  rank              改善項目に順位をつける（何から取り組むか）
                  explain           その順位になった理由を示す（計算過程と、上位の改善項目を上回
                                    る条件）
                  check             バックログを点検する（順位付けできる状態か、その順位で決めて
                                    よいか）
                  whatif            重みを変えたときの順位の動きを示す（シナリオごとの順位と、採
                                    用ラインを越える項目）
                  stability         重みがどこまで変わっても結果が変わらないか、各改善項目がどの
                                    順位にどれだけなるかを表示する
                  compare           順位が変わった理由を示す（変動を、重み、その項目の評価、ほか
                                    の項目に分ける）
                  report            順位を1つのHTMLページにする（画面に映したり、メールで送った
                                    りできる。重みの操作、図、結果の確かさ）
                  sql               項目がすでに入っているデータベースやウェアハウスのために、順
                                    位付けを1つのクエリとして出力する
                  workshop          優先順位決定ワークショップの準備、話し合う点の洗い出し、結果
                                    のとりまとめを行う
                  vote              施策への投票を集計する（対象ごとと全体の票数、順位、投票者の
                                    割合）
                  triage            施策を4つに仕分ける（すぐに着手、進め方を検討、余力があれ
                                    ば、見送り）
                  plan              使える工数に収まる項目と担当者を決める（価値の合計が最も高い
                                    組み合わせを、負荷が均等になるように割り当てる）
                  review            施策の効果を確かめる：まず事実、次にその読み方。順位が正し
                                    かったかどうかも検証する
                  backcast          目標から逆算する：各段階に必要な件数、ボトルネック、目標に届
                                    く最小の改善
                  init              改善項目と重み設定ファイルのひな形を作る（上書きはしない）
                  completions       シェルの入力補完スクリプトを出力する
                  man               マニュアルページを出力する

                オプション:
                      --lang en|ja  出力の言語：`en` か `ja`（既定はロケールの言語）
                      --color WHEN  色付け：`auto`（画面に表示するときだけ）、`always`（常に）、
                                    `never`（しない）。既定は `auto`
                  -q, --quiet       警告と情報を表示しない
                  -h, --help        このヘルプを表示する
                  -V, --version     バージョンを表示する

                各コマンドの例とオプション：`tenbin コマンド --help`
            ",
        )
        .exit(0);
}

#[test]
fn nothing_typed_shows_the_first_page_and_could_not_run() {
    Case::new()
        .stderr_has([
            "Weigh product-improvement items",
            "

Start here:
  tenbin init ",
        ])
        .exit(2);
}

#[test]
fn the_help_of_every_command_starts_with_its_examples() {
    for command in ["rank", "explain", "init", "completions", "man"] {
        for (lang, examples, usage) in [("en", "Examples", "Usage"), ("ja", "例", "使い方")] {
            for help in ["--help", "-h"] {
                let page = Case::new().args([command, help, "--lang", lang]).stdout_has([command]).exit(0).out();
                // The first paragraph says what the command is for.
                let mut lines = page.lines().skip_while(|line| !line.is_empty()).skip(1);
                assert_eq!(lines.next(), Some(&*format!("{examples}:")), "{page}");
                assert!(lines.next().is_some_and(|line| line.starts_with(&format!("  tenbin {command}"))), "{page}");
                assert!(page.contains(&format!("\n{usage}: tenbin {command}")), "{page}");
            }
        }
    }
}

#[test]
fn the_help_is_as_wide_as_the_terminal_and_never_wider_than_a_hundred() {
    for (columns, most) in [("60", 60), ("80", 80), ("300", 100)] {
        let page = Case::new().args(["rank", "--help"]).env("COLUMNS", columns).stdout_has(["--top"]).exit(0).out();
        let texts = page.lines().filter(|line| !line.starts_with("  tenbin "));
        let widest = texts.map(|line| line.chars().count()).max();
        assert!(widest.is_some_and(|widest| widest <= most && widest > most - 15), "{columns}: {widest:?}\n{page}");
    }
}

#[test]
fn the_version_is_one_line() {
    let version = format!("tenbin {}\n", env!("CARGO_PKG_VERSION"));
    for flag in ["--version", "-V"] {
        Case::new().args([flag]).stdout(&version).exit(0);
        Case::new().args([flag, "--lang", "ja"]).stdout(&version).exit(0);
    }
}

#[test]
fn a_misspelt_command_gets_its_neighbour() {
    Case::new()
        .args(["rnak", "a.csv"])
        .stderr(
            "
                error: there is no command `rnak`, expected `rank`, `explain`, `check`, `whatif`, `stability`, `compare`, `report`, `sql`, `workshop`, `vote`, `triage`, `plan`, `review`, `backcast`, `init`, `completions`, `man`
                  help: did you mean `rank`?
                  examples and all options: `tenbin --help`
            ",
        )
        .exit(2);
}

#[test]
fn a_misspelt_command_gets_its_neighbour_in_japanese() {
    Case::new()
        .args(["rnak", "a.csv", "--lang", "ja"])
        .stderr(
            "
                エラー: `rnak` というコマンドはありません。使えるコマンド：`rank`、`explain`、`check`、`whatif`、`stability`、`compare`、`report`、`sql`、`workshop`、`vote`、`triage`、`plan`、`review`、`backcast`、`init`、`completions`、`man`
                  対処: `rank` ですか？
                  例とオプションの一覧：`tenbin --help`
            ",
        )
        .exit(2);
}

#[test]
fn a_file_without_a_command_is_meant_to_be_ranked() {
    Case::new()
        .args(["backlog.csv"])
        .stderr(
            "
                error: there is no command `backlog.csv`, expected `rank`, `explain`, `check`, `whatif`, `stability`, `compare`, `report`, `sql`, `workshop`, `vote`, `triage`, `plan`, `review`, `backcast`, `init`, `completions`, `man`
                  help: to rank a file, type `tenbin rank backlog.csv`
                  examples and all options: `tenbin --help`
            ",
        )
        .exit(2);
}

#[test]
fn a_file_without_a_command_is_meant_to_be_ranked_in_japanese() {
    Case::new()
        .args(["backlog.csv", "--lang", "ja"])
        .stderr("
            エラー: `backlog.csv` というコマンドはありません。使えるコマンド：`rank`、`explain`、`check`、`whatif`、`stability`、`compare`、`report`、`sql`、`workshop`、`vote`、`triage`、`plan`、`review`、`backcast`、`init`、`completions`、`man`
              対処: 順位をつけるには：`tenbin rank backlog.csv`
              例とオプションの一覧：`tenbin --help`
        ")
        .exit(2);
}

#[test]
fn a_misspelt_option_gets_its_neighbour() {
    Case::new()
        .args(["rank", "a.csv", "--fromat", "csv"])
        .stderr(
            "
            error: there is no option `--fromat`
              help: did you mean `--format`?
              examples and all options: `tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn a_misspelt_option_gets_its_neighbour_in_japanese() {
    Case::new()
        .args(["rank", "a.csv", "--fromat", "csv", "--lang", "ja"])
        .stderr(
            "
            エラー: `--fromat` というオプションはありません
              対処: `--format` ですか？
              例とオプションの一覧：`tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn an_option_of_another_command_is_named_with_it() {
    Case::new()
        .args(["init", "--top", "3"])
        .stderr(
            "
                error: there is no option `--top`
                  help: `--top` is an option of `tenbin rank`, `tenbin check`, `tenbin whatif`, `tenbin stability`, `tenbin compare`, `tenbin report`, `tenbin sql`, `tenbin workshop agenda`
                  examples and all options: `tenbin init --help`
            ",
        )
        .exit(2);
}

#[test]
fn an_option_of_another_command_is_named_with_it_in_japanese() {
    Case::new()
        .args(["init", "--top", "3", "--lang", "ja"])
        .stderr(
            "
                エラー: `--top` というオプションはありません
                  対処: `--top` は `tenbin rank`、`tenbin check`、`tenbin whatif`、`tenbin stability`、`tenbin compare`、`tenbin report`、`tenbin sql`、`tenbin workshop agenda` のオプションです
                  例とオプションの一覧：`tenbin init --help`
            ",
        )
        .exit(2);
}

#[test]
fn an_argument_too_many_is_named() {
    Case::new()
        .args(["rank", "a.csv", "b.csv"])
        .stderr(
            "
            error: `b.csv` is one argument too many
              examples and all options: `tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn an_argument_too_many_is_named_in_japanese() {
    Case::new()
        .args(["rank", "a.csv", "b.csv", "--lang", "ja"])
        .stderr(
            "
            エラー: 引数 `b.csv` が余分です
              例とオプションの一覧：`tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn a_missing_argument_is_named() {
    Case::new()
        .args(["explain", "a.csv"])
        .stderr(
            "
            error: `ID` is missing
              examples and all options: `tenbin explain --help`
        ",
        )
        .exit(2);
}

#[test]
fn a_missing_argument_is_named_in_japanese() {
    Case::new()
        .args(["explain", "a.csv", "--lang", "ja"])
        .stderr(
            "
            エラー: `ID` が指定されていません
              例とオプションの一覧：`tenbin explain --help`
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_shell_is_told_which_there_are() {
    Case::new()
        .args(["completions", "sh"])
        .stderr(
            "
            error: `sh` is not a value of `SHELL`, expected `bash`, `elvish`, `fish`, `powershell`, `zsh`
              examples and all options: `tenbin completions --help`
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_shell_is_told_which_there_are_in_japanese() {
    Case::new()
        .args(["completions", "sh", "--lang", "ja"])
        .stderr(
            "
            エラー: `sh` は `SHELL` の値として使えません。使える値：`bash`、`elvish`、`fish`、`powershell`、`zsh`
              例とオプションの一覧：`tenbin completions --help`
        ",
        )
        .exit(2);
}

#[test]
fn a_count_is_a_whole_number() {
    Case::new()
        .args(["rank", "a.csv", "--top", "five"])
        .stderr(
            "
            error: `five` is not a value of `--top`, expected a whole number from 0 up
              examples and all options: `tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn a_count_is_a_whole_number_in_japanese() {
    Case::new()
        .args(["rank", "a.csv", "--top", "five", "--lang", "ja"])
        .stderr(
            "
            エラー: `five` は `--top` の値として使えません。0以上の整数で指定してください
              例とオプションの一覧：`tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn a_count_has_a_limit() {
    Case::new()
        .args(["rank", "a.csv", "--top", "99999999999999999999"])
        .stderr(
            "
            error: `99999999999999999999` is too large a number for `--top`
              examples and all options: `tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn an_option_given_twice_is_a_fault() {
    Case::new()
        .args(["rank", "a.csv", "--top", "1", "--top", "2"])
        .stderr(
            "
            error: `--top` is given more than once
              examples and all options: `tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn an_option_given_twice_is_a_fault_in_japanese() {
    Case::new()
        .args(["rank", "a.csv", "--top", "1", "--top", "2", "--lang", "ja"])
        .stderr(
            "
            エラー: `--top` は1回だけ指定できます
              例とオプションの一覧：`tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn a_flag_takes_no_value() {
    Case::new()
        .args(["rank", "a.csv", "--quiet=yes"])
        .stderr(
            "
            error: `--quiet` takes no value, found `yes`
              examples and all options: `tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_language_is_told_which_there_are() {
    Case::new()
        .args(["rank", "a.csv", "--lang", "fr"])
        .stderr(
            "
            error: `fr` is not a value of `--lang`, expected `en`, `ja`
              examples and all options: `tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn an_option_without_its_value_points_to_its_command() {
    Case::new()
        .args(["rank", "a.csv", "--model"])
        .stderr(
            "
            error: `--model` needs a value
              examples and all options: `tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn an_option_without_its_value_points_to_its_command_in_japanese() {
    Case::new()
        .args(["rank", "--lang", "ja", "a.csv", "--model"])
        .stderr(
            "
            エラー: `--model` の値が指定されていません
              例とオプションの一覧：`tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn options_without_a_command_are_not_enough() {
    Case::new()
        .args(["--lang", "ja"])
        .stderr(
            "
                エラー: コマンドが指定されていません。使えるコマンド：`rank`、`explain`、`check`、`whatif`、`stability`、`compare`、`report`、`sql`、`workshop`、`vote`、`triage`、`plan`、`review`、`backcast`、`init`、`completions`、`man`
                  例とオプションの一覧：`tenbin --help`
            ",
        )
        .exit(2);
}

#[test]
fn what_was_typed_is_shown_harmless() {
    Case::new()
        .args(["rank", "--\u{1b}[2J\n::error::"])
        .stderr(
            r#"
            error: there is no option `--\u{1b}[2J ::error::`
              examples and all options: `tenbin rank --help`
        "#,
        )
        .exit(2);
}

#[test]
fn a_wrong_command_line_reads_no_file() {
    Case::new()
        .args(["rank", "nosuch.csv", "--colour", "never"])
        .stderr(
            "
            error: there is no option `--colour`
              help: did you mean `--color`?
              examples and all options: `tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn a_negative_amount_is_a_wrong_value_and_no_option() {
    let refused = |line: &str, error: &str| {
        let args: Vec<&str> = line.split(' ').collect();
        Case::new().file("a.csv", BACKLOG).args(args).stderr(error).exit(2);
    };
    refused("plan a.csv --capacity -3", "error: --capacity takes a number above 0, not `-3`\n");
    refused("plan a.csv --capacity 3 --step -0.5", "error: --step takes a number above 0, not `-0.5`\n");
    refused("backcast a.csv --goal -5", "error: `-5` is no goal, expected a number above 0 such as `20`\n");
}
