//! `tenbin init`: what it writes for each model in each language, and that it never writes over a file.

use super::harness::Case;

#[test]
fn a_starter_backlog_weights_and_a_page_on_how_to_go_on_are_written() {
    Case::new()
        .args(["init"])
        .stdout("
            wrote ./backlog.csv
            wrote ./weights.toml
            wrote ./HOWTO.md
            next: tenbin rank backlog.csv
        ")
        .exit(0)
        .left("backlog.csv", "\
\u{feff}ID,Title,Customer impact,Business impact,Market competitiveness,Ease\r\n\
A-1,Download invoices in bulk,8,6,4,7\r\n\
A-2,Faster search,9,7,6,4\r\n\
A-3,Row numbers in import errors,8,5,3,9\r\n\
A-4,Mobile notification settings,6,4,7,6\r\n\
A-5,Finer permissions,6,8,6,2\r\n\
")
        .left("weights.toml", r#"
            # What tenbin uses when it ranks a backlog in this folder or below.
            # Change the numbers, run tenbin again, and see what moves.
            #
            # A weight is a number from 0 up; what counts is its share of the sum. 0 takes a criterion out.
            model = "matrix"

            [weights]
            customer_impact        = 1  # Customer impact
            business_impact        = 1  # Business impact
            market_competitiveness = 1  # Market competitiveness
            ease                   = 1  # Ease

            # A scenario says only what differs. Use it with: tenbin rank backlog.csv --scenario focus
            # [scenarios.focus]
            # customer_impact = 2

            # If your file calls a column something else, name it here.
            # [columns]
            # customer_impact = ["My Customer impact"]

            # Words that stand for ratings, if your team rates with marks.
            # [values]
            # "◎" = 9
            # "○" = 6
            # "△" = 3
        "#)
        .left("HOWTO.md", "
            # How to rank with tenbin

            1. Open `backlog.csv` in your spreadsheet. Replace the examples: one row for each item, one rating in each column.
               Leave a cell blank where nobody knows yet: a blank never counts as zero, the item is listed apart.
               The ratings: Customer impact: 1 to 10, Business impact: 1 to 10, Market competitiveness: 1 to 10, Ease: 1 to 10
            2. Set the weights in `weights.toml`.
            3. Run `tenbin rank backlog.csv`.
            4. Ask why: `tenbin explain backlog.csv A-1`.
            5. Try other weights without changing a file: `tenbin rank backlog.csv --weight customer_impact=2`.
            6. Before the meeting: `tenbin check backlog.csv` says what is missing, and what the first ranks hang on.
            7. Hand it on: `tenbin rank backlog.csv --excel -o ranked.csv` opens in Excel as it should.
        ")
        .holds(&["HOWTO.md", "backlog.csv", "weights.toml"]);
}

#[test]
fn the_starter_files_are_japanese_for_a_japanese_reader() {
    Case::new()
        .args(["init", "--lang", "ja"])
        .stdout("
            ./backlog.csv を作成しました
            ./weights.toml を作成しました
            ./使い方.md を作成しました
            次に実行：tenbin rank backlog.csv
        ")
        .exit(0)
        .left("backlog.csv", "\
\u{feff}ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ\r\n\
A-1,請求書の一括ダウンロード,8,6,4,7\r\n\
A-2,検索の速度改善,9,7,6,4\r\n\
A-3,取込みエラーの行番号表示,8,5,3,9\r\n\
A-4,モバイルの通知設定,6,4,7,6\r\n\
A-5,権限管理の細分化,6,8,6,2\r\n\
")
        .left("weights.toml", r#"
            # このフォルダー以下の改善項目に順位をつけるときに tenbin が使う設定です。
            # 数値を変えてもう一度実行すると、順位の動きを確かめられます。
            #
            # 重みは0以上の数値で、順位に影響するのは合計に占める比率です。0にすると、その評価軸を使いません。
            model = "matrix"

            [weights]
            customer_impact        = 1  # 顧客影響度
            business_impact        = 1  # ビジネスインパクト
            market_competitiveness = 1  # 市場競争力
            ease                   = 1  # 実装の容易さ

            # シナリオには、基本の重みと違うところだけを書きます。使い方：tenbin rank backlog.csv --scenario focus
            # [scenarios.focus]
            # customer_impact = 2

            # ファイルの見出しが違うときは、ここで対応づけます。
            # [columns]
            # customer_impact = ["自社の顧客影響度"]

            # ◎ ○ △ などの記号で評価しているときは、記号に当てる数値をここで決めます。
            # [values]
            # "◎" = 9
            # "○" = 6
            # "△" = 3
        "#)
        .left("使い方.md", "
            # tenbin で優先順位をつける

            1. `backlog.csv` を表計算ソフトで開き、見本の行を自分たちの改善項目に書き換えます。1行に改善項目を1件、各列に評価を1つ入力します。
               まだわからない欄は空欄のままにします。空欄を0とみなすことはなく、その改善項目は順位の対象外として別に表示されます。
               評価の尺度：顧客影響度：1〜10、ビジネスインパクト：1〜10、市場競争力：1〜10、実装の容易さ：1〜10
            2. `weights.toml` で重みを決めます。
            3. `tenbin rank backlog.csv` を実行します。
            4. 理由を確かめます：`tenbin explain backlog.csv A-1`
            5. ファイルを変えずに重みを試します：`tenbin rank backlog.csv --weight customer_impact=2`
            6. 会議の前に、`tenbin check backlog.csv` で、足りない評価や、上位の決め手になっている点を確認します。
            7. Excel で開ける形で渡します：`tenbin rank backlog.csv --excel -o ranked.csv`
        ")
        .holds(&["backlog.csv", "weights.toml", "使い方.md"]);
}

#[test]
fn a_folder_is_made_for_them() {
    Case::new()
        .args(["init", "planning/2026"])
        .stdout(
            "
            wrote planning/2026/backlog.csv
            wrote planning/2026/weights.toml
            wrote planning/2026/HOWTO.md
            next: cd planning/2026, then tenbin rank backlog.csv
        ",
        )
        .exit(0);
}

#[test]
fn a_folder_is_made_for_them_in_japanese() {
    Case::new()
        .args(["init", "計画", "--lang", "ja"])
        .stdout(
            "
            計画/backlog.csv を作成しました
            計画/weights.toml を作成しました
            計画/使い方.md を作成しました
            次に実行：cd 計画 のあと tenbin rank backlog.csv
        ",
        )
        .exit(0);
}

#[test]
fn an_existing_file_is_kept_as_it_was() {
    Case::new()
        .file("backlog.csv", "mine\n")
        .file("HOWTO.md", "mine too\n")
        .args(["init"])
        .stdout(
            "
            kept ./backlog.csv: it was there already
            wrote ./weights.toml
            kept ./HOWTO.md: it was there already
            next: tenbin rank backlog.csv
        ",
        )
        .exit(0)
        .left("backlog.csv", "mine\n")
        .left("HOWTO.md", "mine too\n")
        .holds(&["HOWTO.md", "backlog.csv", "weights.toml"]);
}

#[test]
fn an_existing_file_is_kept_as_it_was_in_japanese() {
    Case::new()
        .file("weights.toml", "mine\n")
        .args(["init", "--lang", "ja"])
        .stdout(
            "
            ./backlog.csv を作成しました
            ./weights.toml はすでにあるため、そのままにしました
            ./使い方.md を作成しました
            次に実行：tenbin rank backlog.csv
        ",
        )
        .exit(0)
        .left("weights.toml", "mine\n")
        .holds(&["backlog.csv", "weights.toml", "使い方.md"]);
}

#[test]
fn starter_weights_for_a_product_name_its_factors() {
    Case::new()
        .args(["init", "-m", "target"])
        .stdout(
            "
            wrote ./backlog.csv
            wrote ./weights.toml
            wrote ./HOWTO.md
            next: tenbin rank backlog.csv
        ",
        )
        .exit(0)
        .left(
            "weights.toml",
            r#"
            # What tenbin uses when it ranks a backlog in this folder or below.
            # Change the numbers, run tenbin again, and see what moves.
            #
            # This model multiplies, so a weight is an exponent: 2 counts a criterion squared, 0 takes it out.
            model = "target"

            [weights]
            impact       = 1  # Impact
            contribution = 1  # Contribution
            cost         = 1  # Cost

            # A scenario says only what differs. Use it with: tenbin rank backlog.csv --scenario focus
            # [scenarios.focus]
            # impact = 2

            # If your file calls a column something else, name it here.
            # [columns]
            # impact = ["My Impact"]

            # Words that stand for ratings, if your team rates with marks.
            # [values]
            # "◎" = 9
            # "○" = 6
            # "△" = 3
        "#,
        )
        .left(
            "backlog.csv",
            "\
\u{feff}ID,Title,Generality,Persistence,Severity,Opportunity,Difficulty,Initial cost,Running cost\r\n\
A-1,Download invoices in bulk,7,9,7,8,4,5,3\r\n\
A-2,Faster search,8,8,6,6,5,4,4\r\n\
A-3,Row numbers in import errors,6,8,7,9,3,3,4\r\n\
A-4,Mobile notification settings,8,5,5,7,4,2,3\r\n\
A-5,Finer permissions,6,8,8,5,7,7,5\r\n\
",
        );
}

#[test]
fn starter_files_for_quantities_say_so() {
    Case::new()
        .args(["init", "-m", "rice", "--lang", "ja"])
        .stdout("
            ./backlog.csv を作成しました
            ./weights.toml を作成しました
            ./使い方.md を作成しました
            次に実行：tenbin rank backlog.csv
        ")
        .exit(0)
        .left("backlog.csv", "\
\u{feff}ID,改善項目,リーチ,インパクト,確信度,工数\r\n\
A-1,請求書の一括ダウンロード,400,1,80%,2\r\n\
A-2,検索の速度改善,1200,2,80%,5\r\n\
A-3,取込みエラーの行番号表示,250,0.5,100%,1\r\n\
A-4,モバイルの通知設定,600,1,50%,3\r\n\
A-5,権限管理の細分化,150,3,50%,8\r\n\
")
        .left("使い方.md", "
            # tenbin で優先順位をつける

            1. `backlog.csv` を表計算ソフトで開き、見本の行を自分たちの改善項目に書き換えます。1行に改善項目を1件、各列に評価を1つ入力します。
               まだわからない欄は空欄のままにします。空欄を0とみなすことはなく、その改善項目は順位の対象外として別に表示されます。
               評価の尺度：リーチ：0以上の数値、インパクト：0以上の数値、確信度：0以上の数値、工数：0より大きい数値（大きいほど不利）
            2. `weights.toml` で重みを決めます。
            3. `tenbin rank backlog.csv` を実行します。
            4. 理由を確かめます：`tenbin explain backlog.csv A-1`
            5. ファイルを変えずに重みを試します：`tenbin rank backlog.csv --weight reach=2`
            6. 会議の前に、`tenbin check backlog.csv` で、足りない評価や、上位の決め手になっている点を確認します。
            7. Excel で開ける形で渡します：`tenbin rank backlog.csv --excel -o ranked.csv`
        ");
}

#[test]
fn a_model_that_does_not_exist_writes_nothing() {
    Case::new()
        .args(["init", "-m", "matirx"])
        .stderr(
            "
            error[unknown-model]: there is no model `matirx`
              help: write `matrix`, if that is meant
            1 error, no warnings
        ",
        )
        .exit(2)
        .holds(&[]);
}

#[test]
fn a_model_that_does_not_exist_writes_nothing_in_japanese() {
    Case::new()
        .args(["init", "-m", "kano", "--lang", "ja"])
        .stderr(
            "
            エラー[unknown-model]: モデル `kano` はありません
              対処: 次のいずれかを選んでください：`matrix`、`target`、`roi`、`rice`、`ice`、`wsjf`、`actions`
            エラー1件、警告0件
        ",
        )
        .exit(2)
        .holds(&[]);
}

#[test]
fn a_file_in_the_way_of_the_folder_is_told() {
    Case::new()
        .file("planning", "a file\n")
        .args(["init", "planning"])
        .stderr_has(["error: cannot write planning: "])
        .exit(2)
        .left("planning", "a file\n");
}

/// The built-in models.
const MODELS: [&str; 7] = ["matrix", "target", "roi", "rice", "ice", "wsjf", "actions"];

#[test]
fn the_help_names_the_models_of_this_list_and_no_other() {
    let page = Case::new().args(["init", "--help"]).env("COLUMNS", "100").stdout_has(["--model NAME"]).exit(0).out();
    let (_, text) = page.split_once("--model NAME").unwrap_or_default();
    let (list, _) = text.split_once("(default").unwrap_or_default();
    let listed: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
    assert_eq!(listed, MODELS, "{page}");
}

#[test]
fn what_init_writes_ranks_without_a_word_on_standard_error() {
    for model in MODELS {
        for (lang, named, from) in
            [("en", "Model", "(weights from weights.toml)"), ("ja", "モデル", "（重みは weights.toml）")]
        {
            let made = Case::new().args(["init", "--model", model, "--lang", lang]).any_output().exit(0);
            let [backlog, weights] = ["backlog.csv", "weights.toml"].map(|name| made.bytes(name));
            let files = || Case::new().file("backlog.csv", &backlog).file("weights.toml", &weights);
            let line = format!("\n{named} {model}");
            let ranked = files().args(["rank", "backlog.csv", "--lang", lang]);
            let table = ranked.stdout_has(["A-1", "A-5", &line, from]).exit(0).out();
            assert_eq!(table.lines().count(), 9, "five items, each with a rank:\n{table}");
            files().args(["explain", "backlog.csv", "A-1", "--lang", lang]).stdout_has(["A-1", &line]).exit(0);
        }
    }
}

/// What the how-to page says to type works on the files beside it.
#[test]
fn the_commands_of_the_page_on_how_to_go_on_can_be_run() {
    for (lang, page) in [("en", "HOWTO.md"), ("ja", "使い方.md")] {
        let made = Case::new().args(["init", "--lang", lang]).any_output().exit(0);
        let text = String::from_utf8_lossy(&made.bytes(page)).into_owned();
        let commands: Vec<&str> = text.split('`').filter(|part| part.starts_with("tenbin ")).collect();
        assert!(commands.len() >= 4, "{text}");
        for command in commands {
            Case::new()
                .file("backlog.csv", made.bytes("backlog.csv"))
                .file("weights.toml", made.bytes("weights.toml"))
                .args(command.split(' ').skip(1))
                .any_output()
                .exit(0);
        }
    }
}

#[test]
fn the_commented_settings_of_the_starter_weights_work() {
    for model in MODELS {
        let made = Case::new().args(["init", "--model", model]).any_output().exit(0);
        let text = String::from_utf8_lossy(&made.bytes("weights.toml")).into_owned();
        let setting = |line: &str| line.starts_with("# [") || line.starts_with("# ") && line.contains(" = ");
        let bare = |line: &str| if setting(line) { line[2..].to_owned() } else { line.to_owned() };
        let all: Vec<String> = text.lines().map(bare).collect();
        assert!(all.iter().any(|line| line == "[scenarios.focus]"), "{text}");
        Case::new()
            .file("backlog.csv", made.bytes("backlog.csv"))
            .file("weights.toml", all.join("\n"))
            .args(["rank", "backlog.csv", "--scenario", "focus"])
            .stdout_has(["scenario focus"])
            .exit(0);
    }
}
