### What findings say, in Japanese. The English file says how the messages are named and which arguments are bare.
###
### 文は「です・ます」、対処は「〜してください」、要約（summary）は体言止め。どれも文末に句点は打たない。言葉は design.md の用語表に従う

severity-error = エラー
severity-warning = 警告
severity-note = 情報

## The file

not-text =
    { $kind ->
        [zip] ZIP の圧縮ファイルで、読み込めるブック（.xlsx、.xlsm、.ods）ではありません
        [xlsb] バイナリ形式（.xlsb）の Excel ブックのため、読み込めません
        [encrypted] パスワード付きのブックのため、読み込めません
        [xls] 旧形式（.xls）の Excel ブックのため、読み込めません
        [ole] CSV や TSV、ブックではなく、旧形式の Office 文書です
        [gzip] CSV や TSV、ブックではなく、gzip の圧縮ファイルです
        [png] CSV や TSV、ブックではなく、PNG 画像です
        [pdf] CSV や TSV、ブックではなく、PDF 文書です
        [html] CSV や TSV、ブックではなく、Web ページ（HTML）です
        [json] CSV や TSV、ブックではなく、JSON です
        [other-json] JSON ですが、`tenbin rank -f json` の出力ではありません
        [nul] NUL 文字が含まれており、テキストとして読み込めません
        [utf32] 文字コードが UTF-32 のため、読み込めません
       *[other] CSV や TSV のテキストでも、ブックでもありません
    }
    .help =
        { $kind ->
            [gzip] 展開して、中のファイルを指定してください
            [json] 改善項目を CSV か TSV で書き出してください（重み設定ファイルは TOML 形式です）
            [nul] 「CSV UTF-8」形式で保存し直してください（それでも文字が崩れる場合は、ファイルが壊れています）
            [utf32] UTF-8（Excel では「CSV UTF-8」形式）で保存し直してください
           *[other] 改善項目を CSV、TSV、.xlsx のいずれかで書き出し、そのファイルを指定してください
        }
    .help-workbook =
        { $kind ->
            [encrypted] パスワードを入力して開き、パスワードなしの .xlsx か「CSV UTF-8」形式で保存し直して、そのファイルを指定してください
            [zip] 改善項目のファイルが入っている場合は、展開してそのファイルを指定してください
           *[other] Excel か LibreOffice で開き、.xlsx 形式で保存し直して、そのファイルを指定してください
        }
    .help-ranking = 改善項目の CSV か TSV、または `tenbin rank` の `-f csv` か `-f json` の出力を指定してください
    .help-html = ブラウザーで開いて確認し、ログイン画面であれば、ログインしてから CSV を書き出し直してください
    .summary = テキストでも、読み込めるブックでもないファイル（圧縮ファイル、画像、Web ページなど）

wrong-encoding =
    { $encoding ->
        [ISO-2022-JP] 文字コードが ISO-2022-JP のようで、このままでは読み込めません
       *[other] 文字コード {$encoding} では読み込めない箇所があります
    }
    .help = Excel の「CSV UTF-8」形式で保存し直すか、実際の文字コードを `--encoding` で指定してください（この箇所だけが文字化けしている場合は、先に入力し直してください）
    .help-named =
        { $encoding ->
            [ISO-2022-JP] `--encoding iso-2022-jp` を付けるか、「CSV UTF-8」形式で保存し直してください
           *[other] UTF-8 ではなく、日本語の文字コードとも断定できないため、`--encoding` で指定するか（`windows-1252`、`shift_jis`、`euc-jp`、`iso-2022-jp` など）、「CSV UTF-8」形式で保存し直してください
        }
    .help-config = UTF-8 で保存し直してください（重み設定ファイルの文字コードは UTF-8 だけです）
    .summary = ファイルの文字コードに合わない箇所

guessed-encoding = 文字コードを特定できないため、{$encoding} とみなして読み込みました
    .help = タイトルが文字化けしていないか確認し、文字化けしていれば `--encoding shift_jis` か `--encoding euc-jp` を付けるか、「CSV UTF-8」形式で保存し直してください
    .summary = 文字コードの候補が複数あるファイル（可能性の高いほうで読み込み）

lost-character = 文字が失われ、`�` に置き換わっています
    .help = その文字を入力し直すか、文字が失われる前のデータから書き出し直してください
    .summary = 読み込む前に失われた文字

mojibake = 文字化けしています（{$found} は、元は {$meant} でした）
    .help = ファイルを書き出し直すか、その箇所を入力し直してください（読み込む前に、ほかのソフトが文字コードを誤って開いたようです）
    .summary = 読み込む前に、誤った文字コードで開かれて文字化けしたテキスト

empty-file = ファイルが空です
    .help = 見出し行と、改善項目ごとに1行を書いてください（`tenbin init` でひな形を作れます）
    .summary = 空のファイル

no-items = 見出し行だけで、改善項目がありません
    .help = 改善項目ごとに1行を追加してください
    .help-people = 担当者を1行に1人ずつ追加してください
    .summary = 見出し行だけのファイル

unclosed-quote = 引用符が閉じられていません：{$cell}
    .help = セルの終わりで引用符を閉じ、文中の引用符は `"検索の""速さ""を改善"` のように2つ重ねてください
    .summary = 閉じられていない引用符

stray-quote = セルの途中に引用符があります：{$cell}
    .help = セル全体を引用符で囲み、文中の引用符は `"27"" 画面の対応"` のように2つ重ねてください
    .summary = セルの途中など、置けない位置にある引用符

ragged-header = 見出しのセルが{$found}個で、各行の{$expected}個と合いません
    .help = 見出しのセルの数と区切り文字を、各行とそろえてください
    .summary = 見出しと各行のセルの数の不一致

ragged-row = {$first} で始まる行のセルが{$found}個で、見出しの{$expected}個と一致しません
    .help = 足りないセルを補ってください（文中に改行があるセルは、引用符で囲んでください）
    .help-long = 文中に区切り文字があるセルは、`"速く,安く"` のように引用符で囲んでください
    .summary = 見出しと行のセル数の不一致

blank-row = 区切り文字だけの空の行を読み飛ばしました
    .help = 行を削除してください（書式を設定したセルや値を消したセルがあると、Excel がこのような行を書き出します）
    .summary = 区切り文字だけの空の行

swallowed-lines = 引用符で囲まれたセルの中に行と思われる部分があり、改善項目が抜けている可能性があります
    .help = セルの始めの引用符を確認し、中の行が改善項目であれば、引用符を削除するか正しい位置で閉じてください
    .summary = 引用符で囲まれたセルに取り込まれた行

title-rows = {$line}行目を見出しとみなし、その上の{$count}行を読み飛ばしました
    .help = 見出しより上の行を削除し、見出しを1行目にしてください
    .summary = 見出しより上にある行

total-row = 改善項目 {$id} は合計や平均の行のようですが、改善項目として順位が付いています
    .help = その行を削除してください（改善項目であれば、何を改善するのかが分かるタイトルにしてください）
    .summary = 改善項目として順位が付いている、合計や平均の行

second-table =
    { $kind ->
        [header] 見出しの行がもう一度あります（ここから別のファイルの行のようです）
       *[block] ここから別の表が始まっています
    }
    .help =
        { $kind ->
            [header] この行を削除し、同じ改善項目が二重になっていないか確認してください
           *[block] 別のファイルに移し、上の空行も削除してください
        }
    .summary = 1つ目の表の下に続く、2つ目の表

merge-conflict = マージの競合が解消されていません（{$marker} の行があります）
    .help = 競合のどちらを残すかを決め、`<<<<<<<`、`=======`、`>>>>>>>` の行を削除してください
    .summary = 解消されていないマージの競合の行

cell-too-long = セルの文字数が上限（1 MiB）を超えています
    .help = 文を短くしてください（ほかの行まで含まれている場合は、閉じられていない引用符を探してください）
    .summary = セルの文字数の上限（1 MiB）超過

too-many-columns = 列の数が上限（{$limit}）を超えています
    .help = 必要な列だけを残してください（実際の列がもっと少ない場合は、区切り文字を `--delimiter` で指定してください）
    .summary = 列の数の上限超過

file-too-large = ファイルサイズが上限（{$limit}）を超えています
    .help = 不要な部分を削除するか、ファイルを分割してください
    .summary = ファイルサイズの上限超過

broken-workbook =
    { $kind ->
        [cut] ブックが途中で切れているか壊れており、中のファイルの一覧を読み込めません
        [duplicate] ブックの中に、同じ名前のファイル {$what} が2つあります
        [missing] ブックの中に、あるはずのファイル {$what} がありません
        [damaged] ブックの中のファイル {$what} が壊れており、展開できません
        [entities] ブックの中のファイル {$what} に、表計算ソフトが書かない文書型宣言か実体参照があります
        [reference] シート {$sheet} に、ありえない番地のセル {$what} があります
        [order] セル {$what} の並び順が正しくありません
        [text] セル {$what} が参照する文字列がブックにありません
       *[xml] ブックの中のファイル {$what} が XML として正しくありません
    }
    .help =
        { $kind ->
            [cut] ダウンロードかコピーをやり直し、ファイルサイズを確認してください
           *[other] Excel か LibreOffice で開いて修復し、修復された内容を確かめてから、別名で保存してください
        }
    .summary = 壊れている、または表計算ソフトが書いたとは思えないブック

workbook-too-large =
    { $what ->
        [parts] ブックの中のファイルの数が上限（{$limit}）を超えています
        [part] ブックの中のファイルを展開した大きさが上限（{$limit}）を超えています
        [all] ブックを展開した大きさが上限（{$limit}）を超えています
        [token] ブックの中に、上限（{$limit}）を超えるタグか文字列があります
        [depth] ブックの中の要素の入れ子が上限（{$limit}段）を超えています
        [cell] ブックの中に、上限（{$limit}）を超えるセルがあります
        [texts] ブックの文字列の合計が上限（{$limit}）を超えています
        [row] シートの先頭の行の合計が上限（{$limit}）を超えています
        [rows] シートの行数が上限（{$limit}）を超えています
        [columns] シートの列数が上限（{$limit}）を超えています
       *[text] シートの文字の合計が上限（{$limit}）を超えています
    }
    .help = 改善項目だけを、別のブックか「CSV UTF-8」形式で保存してください（自分で作ったファイルでなければ、出どころを確かめるまで開かないでください）
    .summary = 読み込める大きさを超えるブック（小さく見せかけたものを含む）

unknown-sheet = ブックにシート {$sheet} がありません
    .help = `--sheet` には、ブックにあるシートを指定してください：{$sheets}
    .help-close = {$close} の間違いではありませんか（ブックにあるシート：{$sheets}）
    .summary = `--sheet` で指定したシートがないブック

chosen-sheet =
    { $hidden ->
        [yes] シート {$sheet} を読み込みました（すべてのシートが非表示です。{$others} は読み込んでいません）
       *[no] 見出しのある最初のシート {$sheet} を読み込みました（{$others} は読み込んでいません）
    }
    .help = 別のシートを読み込むには、`--sheet シート名` を付けてください
    .summary = 複数のシートから読み込むシートを選んだブック

hidden-rows = 非表示の行が{$count}行あります（改善項目として数えています）
    .help = フィルターは行を隠すだけです。順位を付けない行は、削除するか、表示中の行だけを別のシートにコピーしてください
    .summary = 改善項目として数えている、非表示の行

outside-cells =
    { $count ->
        [one] 表の外にあるセル {$cell} は読み込みません
       *[other] 表の外にあるセル{$count}個は読み込みません（最初は {$cell}）
    }
    .help = 改善項目の一部であれば、列に見出しを付けてください（そうでなければ、別のシートに移してください）
    .summary = 見出しの下の表から外れたセル

rounded-numbers =
    { $count ->
        [one] {$found} を、表計算ソフトの表示に合わせて {$read} と読み取りました
       *[other] {$count}個の数値を、表計算ソフトの表示に合わせて15桁で読み取りました（{$found} は {$read}）
    }
    .help = 計算に使う値をシート上でも確かめるには、数式を `=ROUND(…, 2)` のように ROUND で囲んでください
    .summary = 数式が残した見えない端数を、表示どおりに読み取った数値

## The headers

missing-column = {$criterion} の列がありません
    .help = 該当する列があれば、`--column {$key}=見出し` で指定するか、重み設定ファイルの `[columns]` に書いてください（ファイルの見出しは {$headers}）
    .help-again = 同じ方法で見出しを指定してください。順位付けでこの評価軸を使わない場合は `--weight {$key}=0` を付けてください
    .help-parts = この列か、その内訳の列すべて（{$parts}）を追加するか、該当する列を `--column {$key}=見出し` で指定してください
    .help-named = `--column` で指定した見出し {$header} がファイルにないため、見出しを確認してください（ファイルの見出しは {$headers}）
    .help-header = 見出しが {$criterion} の列を用意してください（ファイルの見出しは {$headers}）
    .help-value = `--value` には、`score`、モデルの要素、数値の列の見出しのいずれかを指定してください（ファイルの見出しは {$headers}）
    .summary = モデルに必要な評価軸の列の不足

misspelt-column = {$criterion} の列がありません（よく似た見出し {$close} があります）
    .help = 見出しを直してください（{$criterion} のことであれば、`--column {$key}=見出し` か、重み設定ファイルの `[columns]` で、そのまま指定できます）
    .summary = 列のない評価軸とよく似た見出し

duplicate-column = {$column} の列が複数あります
    .help = 1つを残して削除するか、使う列を `--column {$key}=見出し#2`（2つ目の列）のように指定してください
    .help-value = 1つを残して削除するか、使う列を `--value "{$key}#2"`（2つ目の列）のように指定してください
    .summary = 読み込む列で、重複している見出し

ambiguous-column = {$criterion} に当たる列が複数あります：{$columns}
    .help = 1つだけ残すか、使う列を `--column {$key}=見出し` で指定してください（同じ見出しが2つあるときは、`見出し#2` で2つ目を選べます）
    .help-one = 1つだけ残すか、ほかの列の見出しを変えてください
    .help-value = 使う列を、ファイルにあるとおりの見出しで `--value` に指定してください
    .summary = 1つの評価軸に当たる複数の列

shared-column = {$column} の列が複数の評価軸に対応しています：{$criteria}
    .help = `--column キー=見出し` か重み設定ファイルの `[columns]` で、評価軸ごとに別の列を指定してください
    .summary = 複数の評価軸に対応する1つの列

no-title-column = タイトルの列がないため、結果には ID だけを表示します
    .help = `title` 列を追加するか、`--column title=見出し` でタイトルの列を指定してください
    .help-close = {$close} がタイトルであれば、見出しを直すか、`--column title=見出し` で指定してください
    .summary = タイトル列のないファイル

tie-break-without-column = 同点のときに順位を決める {$criterion} の列がありません
    .help = 列を追加するか、重み設定ファイルの `tie_break` から外してください
    .summary = 同点のときに使う評価軸の列の不足

no-id-column = ID の列がないため、行番号を ID として使います
    .help = `id` 列を追加するか、ID に当たる列を `--column id=見出し` で指定してください
    .summary = ID の列の不足

## The ratings

missing-rating = 改善項目 {$id} は {$criterion} の評価がないため、{ $answer ->
    [fields] 仕分けできません
    [plan] 総合スコアがありません
   *[ranking] 順位の対象外です
  }
    .help = 評価を入力してください（空欄を0などの値とみなすことはありません）
    .summary = 評価がなく、順位の対象外となる改善項目

not-a-number = { $what ->
    [figure] {$id} の {$criterion} の
    [amount] 改善項目 {$id} の {$criterion} の
   *[rating] 改善項目 {$id} の {$criterion} の評価
  } {$found} は、数値として読み込めません
    .help = `8` や `7.5` のような数値か、`6-8` のような範囲（小さいほうが先）を、単位を付けずに入力してください
    .help-blank = まだ評価していない場合は、セルを空欄にしてください
    .help-figure = `21` や `-7.5` のような数値を、`%` のほかには単位を付けずに入力してください（わからないときは空欄にします）
    .help-known-words = 数値か、この評価軸で使える言葉（{$words}）を入力してください
    .help-word = 数値を入力してください（◎ ○ △ などの記号や言葉は、`weights.toml` の `[values]` に `"◎" = 9` のように書くと、評価として使えます）
    .summary = 数値でも範囲でも定義済みの言葉でもない評価

excel-converted = 改善項目 {$id} の {$criterion} が {$found} です（表計算ソフトが別の値に変えてしまったようです）
    .help = 数値だけを入力し直してください
    .help-date = 値を入力し直してください（`6-8` のような範囲が日付にならないよう、先に列の表示形式を「文字列」にしてください）
    .help-power = `1E+01` ではなく `10` のように、指数を使わずに入力し直してください
    .help-error = 表計算ソフトで数式を直すか値を入力し、保存するか書き出し直してください
    .help-formula = `="8"` ではなく `8` のように、数値だけを入力してください
    .help-uncalculated = ブックを Excel か LibreOffice で開いて保存し、数式の値を計算させるか、数値を入力してください
    .summary = 表計算ソフトが日付、指数、エラー、数式などに変えてしまった評価

out-of-scale = { $what ->
    [figure] {$id} の {$criterion} の
    [amount] 改善項目 {$id} の {$criterion} の
   *[rating] 改善項目 {$id} の {$criterion} の評価
  } {$found} は、{ $what ->
    [figure] 使える範囲（{$scale}）の外です
    [amount] 使える範囲（{$scale}）の外です
   *[rating] 尺度（{$scale}）の範囲外です
  }
    .help-quantity = 0以上の数値を入力してください
    .help = 評価を修正するか、重み設定ファイルで独自のモデルを定義し、`[criteria.{$key}]` に `scale = [0, 100]` のように尺度を書いてください
    .help-figure = 数値を直してください
    .summary = 評価軸の尺度の範囲外の評価

too-many-digits = {$criterion} の値 {$found} は桁数が多く、正確に計算できません
    .help = 整数部は{$whole}桁、小数部は{$fraction}桁までで入力してください
    .summary = 桁数が多く、正確に計算できない評価

full-width-digits = { $what ->
    [figure] {$id} の {$criterion} の
    [amount] 改善項目 {$id} の {$criterion} の
   *[rating] 改善項目 {$id} の {$criterion} の評価
  } {$found} は全角ですが、数値として読み込みました
    .help = 半角で入力し直してください（ほかのツールでは数値とみなされないことがあります）
    .summary = 全角で書かれた評価

decimal-rating = 改善項目 {$id} の {$criterion} が {$found} です（尺度は整数です）
    .help = 整数で評価するか、`[check.rules]` に `decimal-rating = "off"` と書いて、この指摘をなくしてください
    .summary = 整数の尺度に付けられた、小数の評価

division-by-zero = 改善項目 {$id} は {$criterion} が0のため割り算ができず、{ $answer ->
    [plan] 総合スコアがありません
   *[ranking] 順位の対象外です
  }
    .help = 0より大きい数値を入力するか、まだわからない場合は空欄にしてください
    .summary = 割る側の0の値

score-too-large = 改善項目 {$id} は総合スコアが大きすぎて計算できないため、{ $answer ->
    [plan] 計画に入れられません
   *[ranking] 順位の対象外です
  }
    .help = 評価の桁に誤りがないか確認してください（掛け算では、重みを小さくすると総合スコアも小さくなります）
    .summary = 大きすぎて計算できない総合スコア

## The identity of items

duplicate-id = ID {$id} が{$first}行目と重複しています
    .help = 改善項目ごとに異なる ID を付けてください（同じ改善項目であれば、一方の行を削除してください）
    .summary = ID の重複

look-alike-id = ID {$id} が{$first}行目の {$other} と紛らわしくなっています
    .help-vote = 同じ施策であれば ID の書き方をそろえるか、`--actions` で施策のファイルを指定してください（このままでは {$id} と {$other} の票を別々に数えます）
    .help = 同じ改善項目であれば一方の行を削除し、別の改善項目であれば、はっきり区別できる ID にしてください（大文字と小文字、全角と半角だけの違いは見分けにくいためです）
    .summary = 大文字と小文字、全角と半角、波線の種類しか違わない ID

blank-id = ID が空欄です
    .help = 改善項目に固有の ID を付けてください
    .summary = ID のない改善項目

blank-title = 改善項目 {$id} のタイトルが空欄です
    .help = 何を改善するのかを短く書いてください
    .summary = タイトルのない改善項目

duplicate-title = タイトル {$title} は、{$first}行目の改善項目 {$other} と同じです
    .help = 同じ改善項目であれば一方を削除し、別のものであれば違いが分かるタイトルにしてください
    .summary = 2つの改善項目で重複しているタイトル

excel-damaged-id = ID {$id} は、表計算ソフトが別の値に変えてしまったもののようです
    .help = 列の表示形式を「文字列」にしてから、ID を入力し直してください
    .summary = 表計算ソフトが日付や指数に変えてしまったような ID

## What the ratings say of the rating

constant-criterion = {$criterion} は{$count}件すべてで {$value} のため、優劣の判断に役立っていません
    .help = 最も高いものと低いものを決めて評価し直すか、`--weight {$key}=0` で評価軸から外してください
    .summary = すべての改善項目で同じ評価になっている評価軸

redundant-criteria = {$criterion} と {$other} の順序がほとんど同じです（順位相関 {$correlation}）。同じことを二重に数えています
    .help = 別の問いとして評価されたかを確認し、同じことであれば一方を外すか、それぞれの重みを半分にしてください
    .summary = 改善項目の順序がほとんど同じになる、2つの評価軸

flat-item = 改善項目 {$id} の評価がすべて {$value} です
    .help = よく考えて付けた評価かを確認してください（同じ数字が並ぶ行は、仮の値のままのことがほとんどです）
    .summary = すべての評価軸で同じ評価になっている改善項目

dominated-item = 改善項目 {$id} は、{$other} より優れた評価軸が1つもないため、重みをどう変えても {$other} より上になりません
    .help = 評価の高いほうを先に進めてください（違和感があれば、評価を見直してください）
    .summary = すべての評価軸で同等以上の改善項目がほかにあるもの

unused-scale = 評価がすべて {$low}–{$high} に収まっています（尺度は {$scale}）
    .help = 別の尺度で評価されていないか確認し、そうであれば、独自のモデルで `scale = [1, 5]` のように尺度を宣言してください
    .summary = 尺度の下半分しか使われていない評価

factor-beside-parts = {$factor} の列と、その内訳の列（{$parts}）が両方あります
    .help = {$factor} か {$parts} の一方だけを残してください
    .help-parts = どちらか一方を削除してください（現在は内訳を使い、{$factor} は使っていません）
    .help-factor = 内訳の列をそろえるか、削除してください（現在は {$factor} を使い、内訳は使っていません）
    .summary = 要素の列とその内訳の列の重複

## What the decision hangs on

tie-at-cutoff ={$rank}位に{$count}件が並び、採用ライン（上位{$top}件）で分かれてしまいます（{$ids}）
    .help = `[ranking]` の `tie_break` で同点のときに優先する評価軸を決めるか、`--top` で採用ラインを動かしてください
    .summary = 採用ラインをまたいで並ぶ、同順位の改善項目

fragile-cutoff =
    { $kind ->
        [now] 採用ライン（上位{$top}件）が不安定です。{$id}（ライン内）と {$other}（ライン外）は総合スコアが同じで、`tie_break` だけで分かれています
       *[share] 採用ライン（上位{$top}件）が不安定です。{$criterion} の比率が{$from}%から{$to}%になるだけで、{$id}（ライン内）と {$other}（ライン外）が入れ替わります
    }
    .help = 重みのわずかな差ではなく、話し合いで決めてください（`tenbin explain ファイル ID` で、差が付いた理由を確認できます）
    .summary = 重みをわずかに変えるだけで、改善項目が採用ラインを越えるもの

uncertain-at-cutoff =
    { $kind ->
        [blank] 改善項目 {$id} は {$criteria} の評価がなく、評価によって{$best}〜{$worst}位になります（採用ラインは上位{$top}件）
       *[range] 改善項目 {$id} は {$criteria} の評価に幅があり、{$best}〜{$worst}位になります（採用ラインは上位{$top}件）
    }
    .help = この評価を先に決めてください（採否が変わります）
    .summary = 評価がないか幅があるため、採用ラインを越えうる改善項目

## What other programs could do with a cell

formula-cell = 改善項目 {$id} の {$column} は、表計算ソフトで数式として実行されます（{$found}）
    .help = 文字列であれば、先頭にアポストロフィ（'）を付けてください（`tenbin rank --excel` の出力では、自動で付きます）
    .summary = 表計算ソフトで数式として実行されるセル

control-character = 改善項目 {$id} の {$column} に、目に見えない文字 {$found} があります
    .help = 削除してください（前後の文字を隠したり、並びを変えて見せたりすることがあります）
    .summary = 制御文字や、文字の方向を変える文字のあるセル

## The sheets of a workshop
##
## `$place` and `$first` of `item-twice` are places such as `sales.csv:4`, with their backticks on.

blank-rater = 改善項目 {$id} の行に評価者の名前がないため、この行は集計に含めません
    .help = 評価者の名前を入力するか、行を削除してください
    .summary = 評価者の名前のない行

duplicate-rater = 評価者 {$rater} のシートがすでにあります：{$other}
    .help = 使うほうのシートだけを指定してください（2人が別々に評価した場合は、ファイル名を変えるか、評価者の列で区別してください）
    .summary = 同じ評価者のシートの重複

few-raters =
    { $count ->
        [1] 評価者が {$rater} しかありません（ほかに評価がないため、まとめることも比べることもしていません）
       *[other] 評価者が{ $count }しかありません（3に満たないと、どの意見が離れているのかを判断できません）
    }
    .help = もう1チームに評価を頼んでください（それまでは、数値は目安として見てください）
    .help-one = すべてのチームのシートか、評価者（rater）の列があるファイルを指定してください
    .summary = 3に満たない評価者

item-twice = {$rater} のシートに改善項目 {$id} が2回あります（1回目は {$first}）。どちらの行も集計に含めません
    .help = 古いほうの行を削除してください
    .summary = 1人の評価者のシートでの改善項目の重複

missing-item = {$rater} のシートに、{$place} にある改善項目 {$id} がありません
    .help = このチームに評価を頼むか、このチームの評価なしで進めてください
    .summary = ほかのシートにある改善項目の不足

extra-item = 改善項目 {$id} は {$rater} のシートにしかありません
    .help = ID の誤りであれば直し、新しい改善項目であれば、ほかのチームにも評価を頼んでください
    .summary = 1つのシートにしかない改善項目

different-title = 改善項目 {$id} のタイトルが {$title} ですが、{$place} では {$other} です
    .help = 同じ改善項目であればタイトルをそろえ、別の改善項目であれば異なる ID を付けてください
    .summary = シートによって異なる改善項目のタイトル

missing-criterion = {$criterion} の列がありません（{ $sheets }件のシートのうち{$with}件にはあります）
    .help = このチームも評価するのであれば、列を追加してください（見出しの書き方が違うだけであれば、`--column` で指定できます）
    .summary = 半数以上のシートにある評価軸の列の不足

unrated-criterion = {$criterion} の列が、どのシートにもありません
    .help = いずれかのチームに評価を頼むか、この評価軸を使わない場合は `--weight {$key}=0` を付けてください
    .summary = どのシートでも評価されていない評価軸

mixed-criteria = このシートでは {$part} を評価していますが、{$other} では {$factor} をまとめて評価しています
    .help = すべてのシートで、{$factor} をまとめて評価するか、内訳を評価するかをそろえてください（そのままでは比べられません）
    .summary = まとめて評価したシートと、内訳を評価したシートの混在

team-without-sheet = {$criteria} を主導する {$team} のシートがないため、全員の中央値を使います
    .help = このチームのシートも指定してください（ファイル名か評価者の列を、チームの名前と同じにします）
    .summary = 評価軸を主導するチームのシートの不足

unknown-item = 改善項目 {$id} は、どのシートにもありません
    .help = シートと同じ ID を書いてください
    .help-close = {$close} のことであれば、そう書いてください
    .summary = シートにない改善項目についての決定

unknown-criterion = {$criterion} は、シートで評価している評価軸ではありません
    .help = 次のいずれかを書いてください：{$known}
    .summary = シートにない評価軸についての決定

blank-decision = 改善項目 {$id} の {$criterion} に、決定した評価がありません（メモだけを残します）
    .help = 合意した評価を書いてください（空欄のままなら、シートの評価を使います）
    .summary = 評価のない決定

decided-twice = 改善項目 {$id} の {$criterion} は、{$first}行目でも決定されています
    .help = 最後に合意したほうの行だけを残してください
    .summary = 同じ評価についての決定の重複

recorded-twice = {$rater} による改善項目 {$id} の {$criterion} の評価は、前回の記録の{$first}行目にもあります{ $same ->
    [yes] （1回だけ数えます）
   *[no] 。2つの評価が異なるため、どちらも比較に使いません
  }
    .help = 古いほうの行を削除してください
    .summary = 前回の記録での、同じ評価者の同じ評価の重複

unreadable-record = 前回の記録で、改善項目 {$id} の {$criterion} の {$found} が、{ $kind ->
    [digits] 桁数が多すぎて正確に扱えません
   *[scale] 尺度（{$scale}）の数値として読み取れません
  }（比較には使いません）
    .help = 正しい評価がわかるのであれば直してください（直さなくても、今回の評価はまとめられます）
    .summary = 前回の記録での、読み取れない評価

## The ballots of a vote

blank-voter = 投票者が書かれていない行です（集計に含めません）
    .help = 投票した人をセルに書くか、この行を削除してください
    .summary = 投票者が空欄の行

blank-audience = 投票者 {$voter} の行に、対象が書かれていません（集計に含めません）
    .help = 誰を対象にした投票かをセルに書くか、この行を削除してください
    .summary = 対象が空欄の行

blank-pick = 投票者 {$voter} の行で、施策が選ばれていません
    .help = 施策の ID を書くか、この行を削除してください
    .summary = 施策が選ばれていない行

too-many-picks = 投票者 {$voter} が{ $audience ->
        [none] {""}
       *[other] {" "}{$audience} について
    }{ $found }件の施策を選んでいます（選べるのは{ $most }件まで）。この投票は集計に含めません
    .help = どれに投票するのかを本人に確認し、残りを削除してください（もっと多く選べる投票であれば `--picks { $found }` を付けます）
    .summary = 選べる件数を超えた投票

picked-twice = 投票者 {$voter} が{ $audience ->
        [none] {""}
       *[other] {" "}{$audience} について
    }施策 {$id} を2回選んでいます（1回目は{ $first }行目）。この投票は集計に含めません
    .help = どちらかを削除してください（同じ人が2回送信した場合は、古いほうを削除します）
    .summary = 同じ施策を2回選んだ投票

unknown-action = 投票者 {$voter} が選んだ {$id} は、{$actions} にない施策です。この投票は集計に含めません
    .help = 施策のファイルと同じ ID を書くか、そのファイルに施策を追加してください
    .help-close = {$close} のことであれば、そう書いてください
    .summary = 施策のファイルにない施策への投票

no-ballots = 集計できる投票がありません
    .help = 指摘のあった行を直すか、行を追加してください（投票者、対象、施策の ID を書きます）
    .summary = 集計できる投票がない
## Results and stages

unknown-direction = { $kind ->
    [blank] 改善項目 {$id} の指標は、高いほどよいのか低いほどよいのかが書かれていません
   *[other] 改善項目 {$id} の指標の向きが {$found} です（`higher` か `lower` を指定します）
  }
    .help = 完了率のように高いほどよい指標には `higher`（高い）、離職率のように低いほどよい指標には `lower`（低い）と書いてください
    .summary = よい方向がわからない指標

repeated-result = 改善項目 {$id} の指標 {$metric} は、{$first}行目にもあります
    .help = 最後に測定した行だけを残すか、別の指標であれば名前を変えてください
    .summary = 同じ改善項目の同じ指標の重複

mixed-percent = 改善項目 {$id} に、{$one} と {$other} があります（%の付いた数値と付いていない数値が混ざっています）
    .help = 基準値、計画、実績のすべてに `%` を付けるか、どれにも付けないでください
    .summary = 1つの結果の中での、%の有無の混在

blank-figure = 改善項目 {$id} の {$column} が空欄のため、計画をどれだけ達成したかがわかりません
    .help = 実施前の測定値と計画値を書いてください（空欄を0とみなすことはありません）
    .summary = 基準値か計画のない結果

no-planned-improvement = { $kind ->
    [none] 改善項目 {$id} の計画が基準値と同じ {$planned} です（改善の計画がないため、達成率は計算できません）
   *[wrong] 改善項目 {$id} の計画が基準値より悪くなっています（{$baseline} から {$planned}、向きは {$better}）
  }
    .help = { $kind ->
        [none] この施策でめざした値を書いてください
       *[wrong] `better`（向き）を逆にするか、基準値か計画の値を直してください
      }
    .summary = 改善にならない計画

not-a-date = 改善項目 {$id} の {$found} は日付として読み込めないため、開始から何日後の測定かがわかりません
    .help = `2026-11-26` か `2026/11/26` のように、年月日を書いてください
    .summary = 読み込めない開始日や測定日

measured-before-start = 改善項目 {$id} の測定日 {$measured} が、開始日 {$started} より前になっています
    .help = どちらかの日付を直してください
    .summary = 開始より前の測定日

fraction-quantity = 実行の量が、改善項目 {$id} の {$found} のように、すべて1以下です（{$found}% として読みます）
    .help = すべて実行したという意味で1と書いたのであれば、`100` か `100%` のように百分率で書いてください
    .summary = 割合で書かれたような、1以下の実行の量

unscored-result = { $kind ->
    [ranked] 改善項目 {$id} の総合スコアが {$file} にないため、順位の検証には使いません
   *[own] 改善項目 {$id} の総合スコアがないため、順位の検証には使いません
  }
    .help-close = 順位のファイルには {$close} があります（どちらのファイルにも同じ ID を書いてください）
    .help = 施策を選んだときの順位のファイルを、同じ ID で指定するか、そのときの総合スコアを書いてください
    .summary = 決定時の総合スコアのない結果

scored-twice = 改善項目 {$id} の総合スコアが {$found} ですが、{$first}行目では {$other} です（先に書かれた値を使います）
    .help = 施策を選んだときの総合スコアを、その改善項目のすべての行に同じ値で書くか、1行だけに書いてください
    .summary = 1つの改善項目の、異なる総合スコア

unrated-ranking = モデル {$model} の{$count}つの評価軸や要素のうち、{$file} に列があるのは{$found}つです（別のモデルの順位のようです）
    .help = 順位を付けたときのモデルを、`--model target` のように指定してください
    .help-close = 順位を付けたときのモデルが {$close} であれば、`--model` で指定してください
    .summary = 評価のほとんどない順位のファイル

blank-stage = 段階の名前が空欄です
    .help = `リード` のように、段階ごとに名前を付けてください
    .summary = 名前のない段階

repeated-stage = 段階 {$stage} は、{$first}行目にもあります
    .help = 同じ期間の件数を、段階ごとに1行にまとめてください
    .summary = 同じ段階の重複

too-few-stages = 段階が{$count}つしかありません（2つ以上必要です）
    .help = 最初の接点から、目標を数える段階まで、1行に1つずつ書いてください
    .summary = 段階の不足

unknown-order = どちらの端が最初の段階かわかりません（件数が一方向に増減していないか、両端の区別がつきません）
    .help = ファイルの先頭にあるのが最初の段階なら `--order first`、最後の段階なら `--order last` を指定してください
    .summary = 最初の段階がわからないファネル

missing-rate = { $kind ->
    [count] {$stage} の件数が0のため、{$next} に何件進むかがわかりません
    [empty] {$stage} の件数が0のため、転換率にかかわらず {$next} には1件も進みません
    [nothing] {$stage} から {$next} に1件も進んでいないため、目標から逆算できません
   *[missing] {$stage} から {$next} への転換率がわかりません
  }
    .help = { $kind ->
        [count] 件数のある期間を使うか、件数を空欄にして、別の期間の転換率を書いてください
        [empty] 件数のある期間を使うか、件数を空欄にしてください
        [nothing] 進んだ実績のある期間を使うか、この段階を除いてください
       *[missing] 両方の段階の件数を書くか、{$stage} の行に転換率を書いてください
      }
    .summary = わからない、または0の転換率

missing-count = 件数のある段階がありません
    .help = 少なくとも1つの段階の件数を書いてください（ほかは転換率から計算します）
    .summary = 件数のないファネル

bad-rate = {$id} の転換率が {$found} です（100%を超えています）
    .help = {$percent} の意味であればそう書き、そうでなければ0〜1の比率で書いてください
    .summary = %のない、1を超える転換率

rate-after-last = 最後の段階 {$stage} に転換率がありますが、その先の段階がありません
    .help = 転換率は、進む前の段階の行に書いてください（ファイルの先頭が最後の段階であれば、`--order last` を指定してください）
    .summary = 最後の段階に書かれた転換率

rate-differs = {$stage} の転換率は {$found} ですが、件数から計算すると {$measured} です（件数のほうを使います）
    .help = 誤っているほうを直すか、転換率を空欄にしてください
    .summary = 件数と合わない転換率

best-below-rate = {$stage} の最良の転換率は {$found} ですが、今の転換率がすでに {$rate} です（今の転換率を最良とみなします）
    .help = 可能と考えられる最も高い転換率を書くか、今の転換率を直してください
    .summary = 今の転換率より低い、最良の転換率

rising-count = {$stage} より {$next} のほうが多くなっています（転換率が100%を超えています）
    .help = 同じものを、同じ期間で数えているか確認してください
    .summary = 前の段階より多い件数

unknown-stage = 改善項目 {$id} の段階 {$stage} は、ファネルにありません
    .help = 次のいずれかを書いてください：{$known}
    .summary = ファネルにない段階

## What is planned, and who does it
##
## `$kind` chooses the sentence.

incomplete-item = 改善項目 {$id} は {$criterion} が空欄のため、計画に入れられません
    .help = セルに入力してください（空欄を0などの値とみなすことはありません）。計画に入れない項目であれば、`skip` 列に印を付けてください
    .summary = 工数か価値が空欄のため、計画に入れられない改善項目

unknown-mark = 改善項目 {$id} の {$criterion} の {$found} は、「はい」とも「いいえ」とも読み取れません
    .help = 印を付けるときは `x` か `○` を入力し、付けないときは空欄にしてください
    .summary = 「はい」とも「いいえ」とも読み取れない印

unknown-predecessor = 改善項目 {$id} の前に行う {$found} が、ファイルにありません
    .help = ファイルにある ID を書いてください（複数ある場合は読点かコンマで区切ります）。すでに完了した項目であれば、削除してください
    .help-close = {$close} のことであれば、そう書いてください。すでに完了した項目であれば、削除してください
    .summary = 前に行う改善項目として書かれた、ファイルにない ID

circular-precedence = { $kind ->
    [itself] 改善項目 {$id} の前に行う項目が {$id} 自身になっているため、始められません
   *[circle] 前後関係が循環していて、どれからも始められません：{$items}
  }
    .help = `after` のうち、本当は必要のないものを外してください
    .summary = 改善項目の前後関係の循環

must-and-skip = 改善項目 {$id} に、必ず行う印と行わない印の両方が付いています
    .help = どちらかの印を外してください
    .summary = 必ず行う印と行わない印の両方が付いた改善項目

unplannable-must = 改善項目 {$id} は必ず行う項目ですが、{ $kind ->
        [effort] 工数がわかりません
        [value] 価値がわかりません
       *[large] 工数 {$effort} が1期間の上限 {$capacity} を超えています
    }
    .help = { $kind ->
        [large] 項目を分けるか、`--capacity` を増やすか、印を外してください
       *[other] セルに入力するか、印を外してください
    }
    .summary = 必ず行う印が付いているのに、計画に入れられない改善項目

blocked-must = 改善項目 {$id} は必ず行う項目ですが、その前に行う {$blocker} { $kind ->
        [skip] に、行わない印が付いています
        [effort] の工数がわかりません
        [value] の価値がわかりません
       *[large] が1期間に収まりません
    }
    .help = {$blocker} を計画に入れられるようにするか、前後関係から外すか、この項目の印を外してください
    .summary = 必ず行う改善項目の前に行う項目が、計画に入れられない場合

too-many-musts =
    { $kind ->
        [undivided] 必ず行う項目を各期間に割り振れません。収まらないもの：{$items}
       *[capacity] 必ず行う項目の工数の合計は {$needed} で、上限の {$available} を {$over} 超えています：{$items}
    }
    .help = 収まるまで印を外すか、`--capacity` を増やすか、`--periods` で期間を増やしてください
    .help-undivided = 期間ごとに、価値の高い順と、隙間なく埋める順の両方で試しましたが、すべては収まりませんでした。項目を分けるか、`--capacity` か期間を増やしてください
    .summary = 必ず行う改善項目だけで上限を超える計画

blank-person = 担当者の名前がありません
    .help = 名前を入力するか、行を削除してください
    .summary = 名前のない担当者の行

duplicate-person = 担当者 {$name} は{$first}行目にもあります
    .help = どちらかの行を削除してください（別の人であれば、区別できる名前にしてください）
    .summary = 同じ名前の担当者

bad-amount = 担当者 {$name} の {$criterion} { $kind ->
        [blank] が空欄です
       *[other] の {$found} は、0以上の数値として読み込めません
    }
    .help = 数値を入力してください（`capacity` が0なら何も割り当てられない人、`load` が0なら何も抱えていない人を表します）
    .summary = 担当者の使える工数か、抱えている工数の空欄や誤り

unavailable-owner = 改善項目 {$id} の担当者 {$name} は、{ $kind ->
        [unknown] 担当者のファイルにいません
       *[none] 使える工数が0です
    }
    .help = 担当者のファイルにある名前（{$known}）を書くか、ファイルに追加するか、空欄にしてください
    .help-close = {$close} のことであれば、そう書いてください。別の人であれば、担当者のファイルに追加するか、空欄にしてください
    .help-none = 使える工数を入力するか、別の担当者にしてください（空欄にすると自動で割り当てます）
    .summary = 割り当てられない担当者が書かれた改善項目

owner-without-skill = 改善項目 {$id} の担当者 {$name} には、{$skills} のスキルがありません
    .help = 担当者はそのままにしました。別の人に代えるか、その人のスキルに追加してください
    .summary = 必要なスキルのない担当者

unavailable-skill = 改善項目 {$id} を担当できる人がいません（{ $kind ->
        [lacking] {$skills} のスキルを持つ人がいません
        [together] {$skills} のスキルをすべて持つ人がいません
       *[nobody] 使える工数のある人がいません
    }）
    .help = 誰かのスキルに追加するか、項目に必要なスキルを直すか、担当者を指定するか、`skip` 列に印を付けてください
    .summary = 計画した改善項目に必要なスキルを持つ人の不在

overloaded-person = { $period ->
        [0] {""}
       *[other] 第{$period}期に、
    }{$name} の工数が {$capacity} に対して {$load}（{$percent}%）になります
    .help = `--capacity` を減らして計画を絞るか、この人の負荷を減らすか、同じスキルの人を増やしてください
    .summary = 使える工数を超えて割り当てられた担当者

## The weights file

bad-toml = TOML の書き方に誤りがあります（{$reason}）：{$line}
    .help = 文字列は `"◎" = 9` のように引用符で囲み、同じキーは1回だけ書き、括弧と引用符は必ず閉じてください
    .summary = 重み設定ファイルの TOML の書き方の誤り

empty-config = 重み設定ファイルが空で、`[weights]` などの設定がありません
    .help = `[weights]` の下に重みを書くか、ファイルを削除してください（`tenbin init` でひな形を作れます）
    .summary = 空の重み設定ファイル

unknown-key = {$key} は、ここでは使えない名前です
    .help = 次のいずれかを使ってください：{$known}
    .help-close = {$close} の書き間違いであれば、修正してください
    .summary = その場所では使えない名前

wrong-type =
    { $expected ->
        [table] {$key} はセクションとして書く必要があります
        [string] {$key} は引用符付きの文字列で書く必要があります
        [strings] {$key} は引用符付きの文字列のリストで書く必要があります
        [tables] {$key} はセクションのリストで書く必要があります
        [boolean] {$key} は `true` か `false` で書く必要があります
        [number] {$key} は数値で書く必要があります
       *[other] {$key} の値の種類が正しくありません
    }
    .help =
        { $expected ->
            [table] `[weights]` のように名前を角括弧で囲んだ行を書き、その下に内容を書いてください
            [string] `"文字列"` のように引用符で囲んでください
            [strings] `["その1", "その2"]` のように引用符で囲んで並べてください
            [tables] 1件ごとに、`[[check.ignore]]` のように二重の角括弧で名前を書いてください
            [boolean] 引用符を付けずに `true` か `false` と書いてください
            [number] `3` や `0.5` のような数値を、引用符を付けずに書いてください
           *[other] `tenbin init` で作れるひな形を参考にしてください
        }
    .summary = 重み設定ファイルの値の種類の誤り

missing-key = {$section} に {$key} がありません
    .help = 追加してください
    .help-reason = その指摘を見逃してよい理由を、来年読む人にも分かるように `reason` に書いてください
    .summary = 重み設定ファイルに必要なキーがないもの

bad-setting =
    { $expected ->
        [count] {$key} が {$found} です（1以上の整数を指定します）
        [times] {$key} が {$found} です（1以上の整数を指定します）
        [share] {$key} が {$found} です（0〜1の比率を指定します）
        [percent] {$key} が {$found} です（0より大きいパーセントの値を指定します）
        [rating] {$key} が {$found} です（1〜10の評価を指定します）
        [moving] {$key} が {$found} で、`reached` を超えています
        [level] {$key} が {$found} です（`error`、`warning`、`note`、`off` のいずれかを指定します）
        [fail] {$key} が {$found} です（`error` か `warning` を指定します）
        [number] {$key} が {$found} です（数値を指定します）
        [distance] {$key} が {$found} です（0以上の数値を指定します）
        [other] {$key} が `value` と同じ {$found} です（異なる2つの評価軸を指定します）
       *[date] {$key} が {$found} です（`2027-03-31` のような日付を指定します）
    }
    .help =
        { $expected ->
            [count] `top = 10` のように、採用する件数を書いてください
            [times] その指摘がいくつあったかを、`count = 1` のように書いてください
            [share] `fragile = 0.02`（2ポイント）のように、これより小さな変化で結果が変わっては困るという比率を書いてください
            [percent] `reached = 100` のように、% を付けずに書いてください
            [rating] `quality = 7` のように、十分によく実行できたとみなす評価を書いてください
            [moving] `moving = 10` のように、改善に向かっているとみなす割合を書いてください
            [level] `"warning"` のように、指摘の重さを引用符で囲んで書いてください
            [fail] `"error"` か `"warning"` を、引用符で囲んで書いてください
            [number] `at = 6` のように、上半分が始まる値を書いてください
            [distance] `near = 1` のように、境界からどこまでを印の対象にするかを書いてください
            [other] 4つに仕分けるには評価軸が2つ必要です。`--value` と `--ease` に別々の評価軸を指定してください
           *[date] その指摘を見逃してよい最終日を書いてください
        }
    .help-triage = 4つに仕分けるには評価軸が2つ必要です。`[triage]` に別々の評価軸を書いてください
    .summary = `[check]` や `[triage]` の設定に使えない値
    .summary = `[check]` や `[review]` の設定に使えない値

unknown-rule = ルール {$rule} はありません
    .help = `tenbin check --list` で、すべてのルールを確認できます
    .help-close = {$close} のことであれば、そう書いてください
    .summary = 存在しないルールの名前

bad-weight = {$key} の重み {$found} は、0以上の数値ではありません
    .help = `3` や `0.5` のような数値を、引用符を付けずに書いてください（0にすると、その評価軸を使いません）
    .summary = 0以上の数値ではない重み

partial-weights = {$key} の重みがありません（同じ階層のほかの評価軸にはあります）
    .help = {$siblings} のすべてに重みを書くか、すべての重みを省略してください（使わないものは0にしてください）
    .summary = 同じ階層の評価軸の一部にしかない重み

zero-weights = {$factor} の内訳の重みがすべて0です
    .help = 少なくとも1つは、0より大きい重みにしてください
    .summary = すべて0になっている、モデルや要素の内訳の重み

unknown-model = モデル {$model} はありません
    .help = 次のいずれかを選んでください：{$known}
    .help-close = {$close} の書き間違いであれば、修正してください
    .summary = 存在しないモデルの指定

unknown-scenario = シナリオ {$scenario} はありません
    .help = 次のいずれかを選んでください：{$known}
    .help-close = {$close} の書き間違いであれば、修正してください
    .help-none = 重み設定ファイルの `[scenarios.NAME]` にシナリオを書いてください（このモデルのシナリオはまだありません）
    .summary = 存在しないシナリオの指定

empty-scenario = シナリオ {$scenario} に評価軸の指定がないため、何も変わりません
    .help = `ease = 3` のように、変える重みを書くか、シナリオを削除してください
    .summary = 評価軸の指定がないシナリオ

bad-model =
    { $reason ->
        [hollow] モデル {$key} には `combine` と `of` の両方が必要です
        [half] 要素 {$key} には `combine` と `of` の両方が必要です
        [rated-factor] {$key} はほかの評価軸から成る要素のため、`values`、`percent`、`scale = "quantity"` は使えません
        [reserved] {$key} は結果の列の名前のため、評価軸の名前には使えません
        [twice] {$key} がモデルの中に2回以上出てきます
        [large] {$key} を含めると、モデルの評価軸と要素が256個を超えます
        [deep] {$key} の階層が64段を超えています
        [quantity-under-mean] 数量の {$key} は、平均（`mean`）に入れられません
        [cost-under-sum] コストの数量である {$key} は、合計（`sum`）に入れられません
        [negative-factor] {$key} は0未満になる可能性があるため、掛け算に使えません
        [huge-exponent] {$key} の重みが100を超えており、べき乗の指数としては大きすぎます
       *[other] モデルの {$key} を計算できません
    }
    .help =
        { $reason ->
            [hollow] 計算方法と内訳を、`combine = "mean"` と `of = ["value", "ease"]` のように両方書いてください
            [half] 計算方法と内訳を、`combine = "mean"` と `of = ["value", "ease"]` のように両方書いてください
            [rated-factor] これらの設定を内訳の評価軸に移すか、`combine` と `of` を削除してください
            [reserved] 別の名前にしてください
            [twice] 同じ名前は1か所だけで使い、要素が自分自身を含まないようにしてください
            [large] モデルを複数に分けてください
            [deep] モデルの階層を浅くしてください
            [quantity-under-mean] `scale = [1, 10]` のような尺度で評価するか、`combine = "product"` で掛け算にしてください
            [cost-under-sum] 内訳ではなく合計のほうに `direction = "cost"` と書くか、内訳を `scale = [1, 10]` のような尺度で評価してください
            [negative-factor] 0以上で始まる尺度にするか、`combine = "mean"` にしてください
            [huge-exponent] 重みを100以下にしてください（掛け算では、重みがべき乗の指数になります）
           *[other] 重み設定ファイルの定義を見直してください
        }
    .summary = 計算できない、重み設定ファイルのモデル

bad-scale = {$key} の `scale` を尺度として読み込めません
    .help = `scale = [1, 10]` のように2つの数値を小さいほうから書くか、0以上の数量であれば `scale = "quantity"` と書いてください
    .summary = 小さい順の2つの数値でも "quantity" でもない尺度

bad-word = {$key} に {$found} は割り当てられません
    .help = `"◎" = 9` のように、尺度の範囲内の数値を割り当ててください（数値や空白そのものは、評価を表す言葉として使えません）
    .summary = 評価にならない値を割り当てた言葉や記号

# $model is the model that the file is for, $other the one that is used.
unused-weights = `{$file}` はモデル {$model} 用のため、その重みはモデル {$other} では使いません
    .help = `--model` でファイルと同じモデルを選ぶか、今回の重みを `--weight KEY=N` で指定してください
    .summary = 別のモデル用の重み設定ファイル

mixed-scales = {$key} の内訳の尺度がそろっておらず、共通の尺度も決められていないため、1〜10に換算しました
    .help = 共通の尺度を `scale = [1, 10]` のように指定してください
    .summary = 平均する内訳の尺度の不一致

unused-criterion = {$key} を定義していますが、このファイルのどのモデルでも使っていないため、結果に影響しません
    .help = 独自のモデルの `of` に加えてください（組み込みのモデルの評価軸は変えられません）
    .summary = どのモデルでも使っていない評価軸の定義

unused-ignore =
    { $which ->
        [item] 改善項目 {$id} に、無視する {$rule} の指摘がもうありません
       *[any] 無視する {$rule} の指摘がもうありません
    }
    .help = この設定を削除してください（無視する指摘がありません）
    .summary = どの指摘にも当てはまらない `[[check.ignore]]` の設定

expired-ignore = {$rule} を無視する設定の期限（{$until}）が過ぎたため、指摘を再び数えます
    .help = 原因を直すか、期限を延ばして `reason` に理由を書いてください
    .summary = 期限の過ぎた `[[check.ignore]]` の設定

resolved-finding =
    { $which ->
        [item] ベースラインに、`{$file}` の改善項目 {$id} でもう見つからない {$rule} の指摘が残っています
       *[any] ベースラインに、`{$file}` でもう見つからない {$rule} の指摘が残っています
    }
    .help = 気付かずに再発することのないよう、`--update-baseline` を付けて実行し直してください
    .summary = ベースラインに残っている、もう見つからない指摘
