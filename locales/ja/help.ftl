### The help in Japanese. The English file says how the messages are named and which arguments bear backticks.
###
### コマンドとオプションの説明は体言止めか辞書形、誤りと対処は「です・ます」。文末に句点は打たない。言葉は design.md の用語表に従う

help-heading-start = 最初の3ステップ
help-heading-examples = 例
help-heading-usage = 使い方
help-heading-commands = コマンド
help-heading-arguments = 引数
help-heading-options = オプション
help-heading-global = 共通オプション

## Commands

help-tenbin = 改善項目に重みをかけて順位をつける（何から取り組むか、その順位はどこまで確かか）
    .usage = tenbin コマンド [オプション]
    .examples =
        tenbin init # 改善項目と重み設定ファイルのひな形を作る
        tenbin rank backlog.csv # 順位をつける
        tenbin explain backlog.csv A-1 # その順位になった理由を見る
    .more = 各コマンドの例とオプション：`tenbin コマンド --help`

help-rank = 改善項目に順位をつける（何から取り組むか）
    .usage = tenbin rank [オプション] FILE
    .examples =
        tenbin rank backlog.csv
        tenbin rank backlog.csv --top 5 # 5位まで
        tenbin rank backlog.csv --weight ease=2 # 「実装の容易さ」を2倍に
        tenbin rank backlog.csv --scenario retention # シナリオの重みで
        tenbin rank backlog.csv --by 担当 # 誰の課題か
        tenbin rank backlog.csv --where セグメント=SMB --where 担当!=CS
        tenbin rank backlog.csv --watch # 保存するたびに表示し直す
        tenbin rank backlog.csv -o ranking.csv --excel # Excel で開くファイルに
        tenbin rank backlog.csv -o ranked.xlsx # 数式で計算し直せるブックに
        tenbin rank - --format json < backlog.csv # 標準入力から

help-explain = その順位になった理由を示す（計算過程と、上位の改善項目を上回る条件）
    .usage = tenbin explain [オプション] FILE ID
    .examples =
        tenbin explain backlog.csv A-1
        tenbin explain backlog.csv A-1 --weight ease=2 # 重みを変えて
        tenbin explain backlog.csv A-1 -f markdown # ドキュメントに貼り付ける形で

help-check = バックログを点検する（順位付けできる状態か、その順位で決めてよいか）
    .usage = tenbin check [オプション] ファイル…
    .examples =
        tenbin check backlog.csv # エラーがあれば終了コードは1
        tenbin check backlog.csv --top 5 # 上位5件で決めてよいか
        tenbin check *.csv -f github # プルリクエストに注釈を付ける
        tenbin check --list # すべてのルール
        tenbin check --explain fragile-cutoff # ルールの説明と例
    .arg-files = バックログ（CSV、TSV、.xlsx、.ods のいずれか。標準入力は `-`）
    .arg-top = 採用ライン（上位何件までか。既定値: { $cutoff }）
    .arg-fail-on = 不合格にする指摘の重さ（{ $names }。既定値: `error`）
    .arg-exit-zero = 指摘があっても終了コード 0 で終了する
    .arg-baseline = このファイルに記録した指摘を見逃す（解消した指摘は、記録から削除する）
    .arg-update-baseline = 現在の指摘をベースラインのファイルに記録する
    .arg-limit = 重さごとに表示する指摘の数（0 ですべて。既定値: { $limit }）
    .arg-stdin-name = 標準入力を呼ぶ名前（元のファイルのパスなど）
    .arg-list = すべてのルールを一覧表示する
    .arg-explain = ルールの説明と、悪い例・良い例を表示する

help-whatif = 重みを変えたときの順位の動きを示す（シナリオごとの順位と、採用ラインを越える項目）
    .usage = tenbin whatif [オプション] FILE
    .examples =
        tenbin whatif backlog.csv # すべてのシナリオで
        tenbin whatif backlog.csv --scenario retention # シナリオを選んで
        tenbin whatif backlog.csv --weight ease=2 # 「実装の容易さ」を2倍に
        tenbin whatif backlog.csv --top 5 # 上位5件に入るのはどれか
        tenbin whatif backlog.csv --watch # 保存するたびに表示し直す
    .arg-scenario = 重み設定ファイルのシナリオのうち、このシナリオだけを比べる。複数回指定できる
    .arg-weight = 評価軸の重み（例：`ease=2`）。指定した重みをまとめて、もう1つのシナリオ `custom` とする。複数回指定できる
    .arg-top = 採用ライン（上位何件までか。既定値は重み設定ファイルの `[check]` の `top`、なければ { $cutoff }）

help-stability = 重みがどこまで変わっても結果が変わらないか、各改善項目がどの順位にどれだけなるかを表示する
    .usage = tenbin stability [オプション] ファイル
    .examples =
        tenbin stability backlog.csv --top 5 # 上位5件は確かか
        tenbin stability backlog.csv --within 10% # 現在の重みの近くだけ
        tenbin stability backlog.csv -f json # すべての範囲を正確な値で
    .arg-top = 採用ライン（上位何件までか。既定値: { $cutoff }）
    .arg-draws = すべての重みを同時に抽出する回数（既定値: 10 000）
    .arg-seed = 抽出のシード（既定値: 1）
    .arg-within = 現在の比率からこの範囲内だけを抽出する（`0.1`、`10%` など）

help-compare = 順位が変わった理由を示す（変動を、重み、その項目の評価、ほかの項目に分ける）
    .usage = tenbin compare [オプション] OLD NEW
    .examples =
        tenbin compare old.csv new.csv
        tenbin compare old.csv new.csv --old-weights old.toml # 重みも変わったとき
        tenbin compare old.json new.csv # `rank` の出力から
        tenbin compare old.csv new.csv --top 5 -f markdown # プルリクエスト用
    .arg-old = 以前の改善項目のファイル、またはその `rank` の出力（CSV か JSON）。`-` は標準入力
    .arg-new = 現在の改善項目のファイル（同じ形式）
    .arg-top = 採用ライン（上位何件までか。既定値は重み設定ファイルの `[check]` の `top`、なければ { $cutoff }）
    .arg-weights = 重み設定ファイル。`--old-weights` がなければ以前の側にも使う。省略すると `rank` と同じ順に探す
    .arg-old-weights = 以前の側の重み設定ファイル
    .arg-weight = 評価軸の重みを1つ変える（例：`ease=2`）。`--old-weights` がなければ以前の側にも使う。複数回指定できる
    .arg-scenario = 重み設定ファイルのシナリオを使う。`--old-weights` がなければ以前の側にも使う

help-workshop = 優先順位決定ワークショップの準備、話し合う点の洗い出し、結果のとりまとめを行う
    .usage = tenbin workshop 手順 [オプション]
    .examples =
        tenbin workshop sheets backlog.csv # チームごとの評価シート
        tenbin workshop agenda *.csv --minutes 90 # 話し合う点
        tenbin workshop merge *.csv -o agreed.csv # 合意した一覧

help-workshop-sheets = チームごとの評価シート（改善項目と、評価と理由の記入欄）を作成する（既存のファイルは上書きしない）
    .usage = tenbin workshop sheets [オプション] BACKLOG
    .examples =
        tenbin workshop sheets backlog.csv # モデルのチームの分
        tenbin workshop sheets backlog.csv --out sheets -f xlsx # ブック
        tenbin workshop sheets backlog.csv --team 営業 サポート # チームを指定
        tenbin workshop sheets backlog.csv --lead-only # 主導する評価軸だけ
    .arg-backlog = 改善項目の CSV か TSV（ID とタイトルがあればよく、評価があってもシートには載せません）。`-` は標準入力
    .arg-team = 評価シートを作るチーム（省略時は、重み設定ファイルの `[teams]`、なければモデルのチーム）
    .arg-lead-only = 各チームが主導する評価軸だけを記入欄にする
    .arg-out = 書き出すフォルダー（省略時は現在のフォルダー）
    .arg-format = 評価シートの形式：`csv`（Excel で正しく開ける）か `xlsx`（評価はリストから選択、評価と理由の欄以外は保護）（省略時は `csv`）

help-workshop-agenda = 評価者のあいだで話し合う価値のある食い違いと、評価の一致の度合いを示す
    .usage = tenbin workshop agenda [オプション] SHEET…
    .examples =
        tenbin workshop agenda 営業.csv マーケティング.csv 開発.csv
        tenbin workshop agenda sheets/*.csv --minutes 90 # 時間に合わせて
        tenbin workshop agenda sheets/*.csv -f markdown # 投影や貼り付け用
        tenbin workshop agenda all.csv --anonymous # 評価者の列から
    .arg-sheets = 評価シート（ファイル名が評価者の名前）、または評価者の列のあるファイル。`-` は標準入力
    .arg-top = 採用ライン（上位何件か。省略時は重み設定ファイルの `[check]` の `top`、なければ { $cutoff }）
    .arg-minutes = この時間で話し合える分だけを示し、残りを知らせる
    .arg-each = 1件あたりの時間（分、省略時は5）
    .arg-anonymous = 評価者の名前を A、B、C…に置き換え、順番も無作為にする
    .arg-seed = その順番と p 値のシード（省略時は1）

help-workshop-merge = 評価シートから、合意した一覧と、その経緯の記録を作る
    .usage = tenbin workshop merge [オプション] -o FILE SHEET…
    .examples =
        tenbin workshop merge *.csv -o agreed.csv # 主導するチームの評価
        tenbin workshop merge *.csv -o agreed.csv --by median
        tenbin workshop merge *.csv -o agreed.csv --decisions decided.csv
        tenbin workshop merge *.csv -o q2.csv --previous q1.record.csv
    .arg-sheets = 評価シート（ファイル名が評価者の名前）、または評価者の列のあるファイル。`-` は標準入力
    .arg-output = 合意した一覧（拡張子により CSV か TSV）。隣に記録 `agreed.record.csv` も書き出す
    .arg-by = 評価の選び方：`lead`（主導するチームの評価、空欄なら中央値）、`median`（中央値）、`mean`（平均値）（省略時は `lead`）
    .arg-decisions = 会議で決めた評価（`id`、`criterion`、`rating`、`note`）。ほかのすべてに優先する
    .arg-previous = 前回の記録（意見が近づいたところと、離れたところを示す）
    .arg-format = 結果の説明の形式：{ $names }（省略時は { $default }）

help-vote = 施策への投票を集計する（対象ごとと全体の票数、順位、投票者の割合）
    .usage = tenbin vote [オプション] BALLOTS
    .examples =
        tenbin vote ballots.csv --actions actions.csv
        tenbin vote ballots.csv --picks 5 # 1人5つまで選べる投票
        tenbin vote ballots.csv --actions actions.csv -o votes.csv
        tenbin vote ballots.csv --actions actions.csv -f csv | tenbin triage -
    .arg-ballots = 投票のファイル。列は `voter`（投票者）、`audience`（対象）、`action`（施策）。1行に1票でも、`施策1`、`施策2` のように1列に1票でもよい。`-` は標準入力
    .arg-actions = 投票の対象になった施策のファイル。その列は票数の後ろに付き、ここにない ID への投票は誤りとする
    .arg-picks = 1人が対象ごとに選べる施策の数（既定値: 3）
    .arg-column = 列を見出しで指定する（例：`id=チケット`）。投票の `voter`、`audience`、`action` と、施策の `id`、`title` に使え、複数回指定できる
    .arg-encoding = 両方のファイルの文字コード（`utf-8`、`shift_jis`、`euc-jp` など）。省略すると自動で判別する
    .arg-delimiter = 両方のファイルの区切り文字：`comma`、`tab`、`semicolon`、`pipe`、または記号1文字。省略すると自動で判別する

help-triage = 施策を4つに仕分ける（すぐに着手、進め方を検討、余力があれば、見送り）
    .usage = tenbin triage [オプション] FILE
    .examples =
        tenbin triage actions.csv # churn_effect と ease、どちらも6以上
        tenbin triage actions.csv --at 7 # 境界を高くする
        tenbin triage actions.csv --by state # As-Is と To-Be を分けて
        tenbin triage backlog.csv --value customer_impact
        tenbin triage backlog.csv --value score --ease ease
        tenbin vote ballots.csv --actions actions.csv -f csv | tenbin triage -
    .arg-value = 効果を見る評価軸、要素、または `score`（既定値は重み設定ファイルの `[triage]` の設定、なければ `churn_effect`）
    .arg-ease = 着手しやすさを見る評価軸、要素、または `score`（既定値は `[triage]` の設定、なければ `ease`）
    .arg-at = 両方の境界。この値以上（コストではこの値以下）を良いほうとする（既定値は `[triage]` の値、なければ6）
    .arg-model = モデル：{ $names }、または独自のモデル（既定値は重み設定ファイルのモデル。それに評価軸がなければ `actions`）

help-report = 順位を1つのHTMLページにする（画面に映したり、メールで送ったりできる。重みの操作、図、結果の確かさ）
    .usage = tenbin report [オプション] FILE
    .examples =
        tenbin report backlog.csv -o report.html
        tenbin report backlog.csv -o report.html --top 5 # 採用ラインは上位5件
        tenbin report backlog.csv -o report.html --lang en # 英語で
        tenbin report backlog.csv -o report.html --by 担当 # 担当ごとに
        tenbin report backlog.csv > report.html
        tenbin report backlog.csv --sheets sheets/*.csv -o report.html
    .arg-output = ページの書き出し先（拡張子は `.html`）。書きかけのファイルは残らない（既定は標準出力）
    .arg-top = 採用ライン（上位何件までか。既定値は重み設定ファイルの `[check]` の `top`、なければ { $cutoff }）
    .arg-results = その後に測定した結果（`review` と同じファイル）。総合スコアと達成率の関係をページに載せる
    .arg-sheets = ワークショップの評価シート。どこで評価が食い違ったか、誰がどう評価したかと理由をページに載せる
    .arg-scenario = 重み設定ファイルのシナリオの重みで開く（ほかのシナリオもページ内のボタンで選べる）

help-sql = 項目がすでに入っているデータベースやウェアハウスのために、順位付けを1つのクエリとして出力する
    .usage = tenbin sql [オプション] --dialect 名前 --table 名前
    .examples =
        tenbin sql --dialect duckdb --table items
        tenbin sql --dialect postgres --table plans.items --top 20
        tenbin sql --dialect spark --table items -m target -o rank.sql
        tenbin sql --dialect snowflake --table items --column ease=EASE_OF_USE
        tenbin sql --dialect duckdb --table items --header "ID,Impact,Ease" -m ice
    .arg-dialect = データベースの種類：{ $names }
    .arg-table = 改善項目の表。`schema.items` のように点で区切り、そのまま使う部分は二重引用符で囲む
    .arg-header = 表の列名を1行にしたもの。ファイルと同じように見出しから列を探す（なければ、評価軸のキーと同じ名前の列を使う）
    .arg-column = 評価軸、`id`、`title` の列名（`ease=ease_of_use` など）。繰り返し指定できる
    .arg-decimals = 評価の小数点以下の桁数。これより多い評価がある項目には順位を付けない（既定値：{ $decimals }）
    .arg-top = 1位からN位までを返す（境目の同順位を含む）
    .arg-output = 書き出し先のファイル（書きかけのファイルは残らない）
help-review = 施策の効果を確かめる：まず事実、次にその読み方。順位が正しかったかどうかも検証する
    .usage = tenbin review [オプション] RESULTS
    .examples =
        tenbin review results.csv
        tenbin review results.csv --ranked ranking.csv # 順位は正しかったか
        tenbin review results.csv --by チーム # チームごとの指標の達成状況
        tenbin review results.csv --where チーム=営業 # 1つのチームだけ
        tenbin review results.csv -f csv # 次のツールへ渡す
    .arg-results = 結果のファイル：`id`、`metric`（指標）、`better`（向き：高い、低い）、`baseline`（基準値）、`planned`（計画）、`actual`（実績）。`quantity`（量）、`quality`（質）、`started`（開始日）、`measured`（測定日）、`score`（総合スコア）もあれば使う。`-` は標準入力
    .arg-ranked = 施策を選んだときの順位（`rank` の出力の CSV か JSON）
    .arg-by = この列（チームなど）の値ごとにまとめて表示する
    .arg-column = 列を見出しで指定する（例：`actual=10月`）。複数回指定できる
    .arg-delimiter = 結果のファイルの区切り文字：`comma`、`tab`、`semicolon`、`pipe`、または記号1文字。省略すると自動で判別する
    .arg-seed = 無作為な並べ替えのシード（省略時は1）
    .arg-model = その順位のモデル：{ $names }、または重み設定ファイルで定義した独自のモデル（既定は { $default }）
    .arg-weights = 重み設定ファイル（`[review]` に判断の基準を書ける）。省略すると `rank` と同じ順に探す

help-backcast = 目標から逆算する：各段階に必要な件数、ボトルネック、目標に届く最小の改善
    .usage = tenbin backcast [オプション] --goal N FUNNEL
    .examples =
        tenbin backcast funnel.csv --goal 20
        tenbin backcast funnel.csv --goal 20 --items ranking.csv
        tenbin backcast funnel.csv --goal 20 --order last # 最後の段階が先頭
        tenbin backcast funnel.csv --goal 20 -f markdown # 貼り付け用
    .arg-funnel = 段階のファイル：`stage`（段階）と、`count`（件数）か `rate`（次の段階への転換率、例：`30%`）。`best`（実現できそうな最良の転換率）もあれば使う。`-` は標準入力
    .arg-goal = 最後の段階の目標の件数
    .arg-items = `stage`（段階）の列がある改善項目のファイル、またはその `rank` の出力。ボトルネックに効く改善項目を示す
    .arg-order = ファイルの先頭にある段階：`first`（最初の段階）か `last`（最後の段階）。省略すると件数から判別する
    .arg-column = 段階のファイルの列を見出しで指定する（例：`count=今年度`）。複数回指定できる
    .arg-delimiter = 段階のファイルの区切り文字：`comma`、`tab`、`semicolon`、`pipe`、または記号1文字。省略すると自動で判別する

help-plan = 使える工数に収まる項目と担当者を決める（価値の合計が最も高い組み合わせを、負荷が均等になるように割り当てる）
    .usage = tenbin plan [オプション] --capacity N FILE
    .examples =
        tenbin plan backlog.csv --capacity 20 # 何が収まるか
        tenbin plan backlog.csv --capacity 20 --periods 4 # 4四半期分
        tenbin plan actions.csv --value votes --capacity 20 # 列の値で選ぶ
        tenbin plan backlog.csv --capacity 20 --people people.csv # 担当者も
        tenbin plan backlog.csv --capacity 20 -o plan.csv # 次に使うファイル
    .arg-file = 改善項目のファイル（`effort` 列が必要。`after`、`must`、`skip`、`owner`、`skills` 列も使える）。`-` は標準入力
    .arg-capacity = 1期間に使える工数（単位は工数の列と同じ）
    .arg-people = 担当者のファイル（1行に1人、`name`、`skills`、`capacity`、`load`）。計画した項目に担当者を割り当てる
    .arg-periods = 計画する期間の数。1期間ずつ順に、同じ工数で計画する（既定は1）
    .arg-value = 改善項目の価値：`score`（総合スコア）、モデルの要素、数値の列の見出しのいずれか。列を指定すると、モデルの評価軸は要らない（既定は `score`）
    .arg-step = 工数を N 刻みに切り上げて計算する（既定は、正確に計算できる最も大きい刻み）
    .arg-column = 列を見出しで指定する（例：`effort=工数(人日)`）。評価軸のほか、`effort`、`after`、`must`、`skip`、`owner`、`skills` に使え、複数回指定できる

help-init = 改善項目と重み設定ファイルのひな形を作る（上書きはしない）
    .usage = tenbin init [オプション] [DIR]
    .examples =
        tenbin init # 今のフォルダーに
        tenbin init planning # フォルダー `planning` に
        tenbin init --model rice # 別のモデルで
        tenbin init --lang en # 英語で
    .arg-model = ひな形に使うモデル：{ $names }（既定は { $default }）

help-completions = シェルの入力補完スクリプトを出力する
    .usage = tenbin completions SHELL
    .examples =
        tenbin completions bash > ~/.local/share/bash-completion/completions/tenbin
        tenbin completions fish > ~/.config/fish/completions/tenbin.fish
        tenbin completions zsh > ~/.zfunc/_tenbin # fpath に含まれるフォルダー
        tenbin completions powershell >> $PROFILE

help-man = マニュアルページを出力する
    .usage = tenbin man
    .examples =
        tenbin man > tenbin.1
        tenbin man | man -l - # その場で読む

## Arguments and options

help-arg-file = 改善項目のファイル（1行に改善項目1件の CSV、TSV、.xlsx、.ods）。`-` は標準入力
help-arg-id = 改善項目の ID（ファイルにあるとおりに指定）
help-arg-top = N 位までを表示する（N 位が同順位の場合は、すべて含める）
help-arg-by = この列（セグメントなど）の値ごとにまとめ、全体の順位とグループ内の順位を並べて表示する
help-arg-where = この値の行だけを対象にする（`担当=CS` など）。`担当!=CS` はその値以外、`担当=` は空欄の行。複数指定できる：同じ列の値はどれかに、別の列の条件はすべてに合う行が残る
help-arg-model = モデル：{ $names }、または重み設定ファイルで定義した独自のモデル（既定は { $default }）
help-arg-weights = 重み設定ファイル。省略すると、環境変数 TENBIN_WEIGHTS のファイル、なければ今のフォルダーか、最も近い上位フォルダーの `weights.toml`
help-arg-weight = 評価軸の重みを1つ変える（例：`ease=2`）。重み設定ファイルより優先され、複数回指定できる
help-arg-scenario = 重み設定ファイルのシナリオを使う
help-arg-column = 評価軸の列を見出しで指定する（例：`ease=開発のしやすさ`）。複数回指定できる
help-arg-encoding = ファイルの文字コード（`utf-8`、`shift_jis`、`euc-jp` など）。省略すると自動で判別する
help-arg-delimiter = 区切り文字：`comma`、`tab`、`semicolon`、`pipe`、または記号1文字。省略すると自動で判別する
help-arg-sheet = 読み込むブックのシート名。省略すると、見出しのある最初の表示シート
help-arg-format = 出力形式：{ $names }（既定は { $default }）
help-arg-output = 結果をファイルに書き出す。形式は拡張子で決まる。書き出しに失敗しても、元のファイルはそのまま残る
help-arg-excel = Excel で正しく開ける CSV にする（BOM 付き、改行は CRLF、セルが数式として実行されない）
help-arg-ascii = 表の罫線とバーを ASCII 文字だけで描く
help-arg-watch = ファイルを保存するたびに表示し直す（改善項目と重み設定。Ctrl+C で終了）
help-arg-dir = 作成先のフォルダー（既定は今のフォルダー）
help-arg-shell = シェル：{ $names }
help-arg-lang = 出力の言語：`en` か `ja`（既定はロケールの言語）
help-arg-color = 色付け：`auto`（画面に表示するときだけ）、`always`（常に）、`never`（しない）。既定は { $default }
help-arg-quiet = 警告と情報を表示しない
help-arg-help = このヘルプを表示する
help-arg-version = バージョンを表示する

## What is wrong with a command line

usage-unknown-option = { $name } というオプションはありません
usage-unknown-argument = 引数 { $name } が余分です
usage-unknown-command = { $name } というコマンドはありません。使えるコマンド：{ $commands }
usage-missing-command = コマンドが指定されていません。使えるコマンド：{ $commands }
usage-missing-arguments = { $names } が指定されていません
usage-missing-value = { $option } の値が指定されていません
usage-missing-value-of = { $option } の値が指定されていません。使える値：{ $names }
usage-invalid-value = { $value } は { $option } の値として使えません
usage-invalid-value-of = { $value } は { $option } の値として使えません。使える値：{ $names }
usage-not-a-count = { $value } は { $option } の値として使えません。0以上の整数で指定してください
usage-too-large = { $option } の値 { $value } は大きすぎます
usage-unneeded-value = { $option } に値は指定できません（指定された値：{ $value }）
usage-repeated = { $option } は1回だけ指定できます
usage-conflict = { $option } と { $others } は同時に使えません
usage-needs-equals = { $option } の値の前に `=` が必要です
usage-too-few-values = { $option } には値が{ $expected }個以上必要です（指定は{ $found }個）
usage-wrong-number-of-values = { $option } には値が{ $expected }個必要です（指定は{ $found }個）
usage-not-utf8 = UTF-8 として読み込めない引数があります
usage-other = コマンドラインを解釈できません

usage-did-you-mean = { $names } ですか？
usage-elsewhere = { $option } は { $commands } のオプションです
usage-rank-a-file = 順位をつけるには：`tenbin rank { $file }`
usage-no-dashes = { $name } の前の `--` を外してください
usage-see = 例とオプションの一覧：`{ $command } --help`
