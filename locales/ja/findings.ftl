### What findings say, in Japanese. The English file says how the messages are named and which arguments are bare.
###
### 文は体言止めか常体、対処は「です・ます」、どちらも句点なし。言葉は design.md の用語表に従う

severity-error = エラー
severity-warning = 警告
severity-note = 情報

## The file

not-text =
    { $kind ->
        [zip] Excel ブック（ZIP 形式）と思われるファイルで、現在読み込めるのは CSV と TSV のみ
        [ole] パスワード付き、または旧形式（.xls）の Excel ブックと思われるファイルで、現在読み込めるのは CSV と TSV のみ
        [gzip] CSV や TSV ではなく、gzip の圧縮ファイル
        [png] CSV や TSV ではなく、PNG 画像
        [pdf] CSV や TSV ではなく、PDF 文書
        [html] CSV や TSV ではなく、Web ページ（HTML）
        [json] CSV や TSV ではなく、JSON
        [nul] NUL 文字が含まれており、テキストとして読み込めない
        [utf32] 文字コードが UTF-32のため、読み込めない
       *[other] CSV や TSV のテキストではない
    }
    .help =
        { $kind ->
            [gzip] 展開して、中のファイルを指定してください
            [json] 改善項目を CSV か TSV で書き出してください（重み設定ファイルは TOML 形式です）
            [nul] 「CSV UTF-8」形式で保存し直してください（それでも文字が崩れる場合は、ファイルが壊れています）
            [utf32] UTF-8（Excel では「CSV UTF-8」形式）で保存し直してください
           *[other] 改善項目を CSV か TSV で書き出し、そのファイルを指定してください
        }
    .help-workbook =
        { $kind ->
            [ole] Excel で開き（パスワードがあれば入力し）、シートを「CSV UTF-8」形式で保存して、そのファイルを指定してください
           *[other] Excel でシートを「CSV UTF-8」形式で保存するか、Google スプレッドシートから CSV でダウンロードして、そのファイルを指定してください
        }
    .help-html = ブラウザーで開いて確認し、ログイン画面であれば、ログインしてから CSV を書き出し直してください
    .summary = ファイルがテキストではなく、Excel ブック・圧縮ファイル・画像・Web ページなどである

wrong-encoding =
    { $encoding ->
        [ISO-2022-JP] 文字コードが ISO-2022-JP と思われ、このままでは読み込めない
       *[other] {$encoding} として読めないバイトがある
    }
    .help = Excel の「CSV UTF-8」形式で保存し直すか、実際の文字コードを `--encoding` で指定してください（この箇所だけが文字化けしている場合は、先に入力し直してください）
    .help-named =
        { $encoding ->
            [ISO-2022-JP] `--encoding iso-2022-jp` を付けるか、「CSV UTF-8」形式で保存し直してください
           *[other] UTF-8ではなく、日本語の文字コードとも断定できないため、`--encoding` で指定するか（`windows-1252`、`shift_jis`、`euc-jp`、`iso-2022-jp` など）、「CSV UTF-8」形式で保存し直してください
        }
    .help-config = UTF-8で保存し直してください（重み設定ファイルの文字コードは UTF-8だけです）
    .summary = ファイルの文字コードに合わないバイトがある

guessed-encoding = 文字コードを特定できないため、{$encoding} とみなして読み込んだ
    .help = タイトルの文字化けがないか確認し、あれば `--encoding shift_jis` か `--encoding euc-jp` を付けるか、「CSV UTF-8」形式で保存し直してください
    .summary = 文字コードの候補が複数あり、可能性の高いほうで読み込んだ

lost-character = 文字が失われ、`�` に置き換わっている
    .help = その文字を入力し直すか、文字が失われる前のデータから書き出し直してください
    .summary = 読み込む前に失われた文字がある

empty-file = ファイルが空
    .help = 見出し行と、改善項目ごとに1行を書いてください（`tenbin init` でひな形を作れます）
    .summary = ファイルに何も書かれていない

no-items = 見出し行だけで、改善項目がない
    .help = 改善項目ごとに1行を追加してください
    .summary = 見出し行だけで、改善項目がない

unclosed-quote = 引用符が閉じられていない：{$cell}
    .help = セルの終わりで引用符を閉じ、文中の引用符は `"検索の""速さ""を改善"` のように2つ重ねてください
    .summary = 引用符で始まるセルが閉じられていない

stray-quote = セルの途中に引用符がある：{$cell}
    .help = セル全体を引用符で囲み、文中の引用符は `"27"" 画面の対応"` のように2つ重ねてください
    .summary = セルの途中など、置けない位置に引用符がある

ragged-row = {$first} で始まる行のセルが{$found}個で、見出しの{$expected}個と合わない
    .help = 足りないセルを補ってください（文中に改行があるセルは、引用符で囲んでください）
    .help-long = 文中に区切り文字があるセルは、`"速く,安く"` のように引用符で囲んでください
    .summary = 行のセルの数が見出しと合わない

blank-row = 区切り文字だけの空の行を読み飛ばした
    .help = 行を削除してください（書式を設定したセルや値を消したセルがあると、Excel がこのような行を書き出します）
    .summary = 区切り文字だけの空の行がある

swallowed-lines = 引用符で囲まれたセルの中に行らしいものがあり、改善項目が抜けている可能性がある
    .help = セルの始めの引用符を確認し、中の行が改善項目であれば、引用符を削除するか正しい位置で閉じてください
    .summary = 引用符で囲まれたセルの中に、行らしいものがある

title-rows = 見出しを{$line}行目とみなし、その上の{$count}行を読み飛ばした
    .help = 見出しより上の行を削除し、見出しを1行目にしてください
    .summary = 見出しより上に行がある

cell-too-long = セルの文字が1 MiB を超えている
    .help = 文を短くしてください（ほかの行まで含まれている場合は、閉じられていない引用符を探してください）
    .summary = セルの文字が1 MiB を超えている

too-many-columns = 列の数が {$limit} を超えている
    .help = 必要な列だけを残してください（実際の列がもっと少ない場合は、区切り文字を `--delimiter` で指定してください）
    .summary = 列の数が上限を超えている

file-too-large = ファイルの大きさが {$limit} を超えている
    .help = 不要な部分を削るか、ファイルを分けてください
    .summary = ファイルの大きさが上限を超えている

## The headers

missing-column = {$criterion} の列がない
    .help = 見出し（{$headers}）の中に該当する列があれば、`--column {$key}=見出し` で指定するか、重み設定ファイルの `[columns]` に書いてください（これを使わずに順位を付ける場合は、`--weight {$key}=0` を付けてください）
    .help-close = {$close} がその列であれば、`--column {$key}=見出し` でその見出しを指定するか、重み設定ファイルの `[columns]` に書いてください
    .help-parts = この列か、その内訳の列すべて（{$parts}）を追加してください（見出し {$headers} の中に該当する列があれば、`--column {$key}=見出し` で指定するか、重み設定ファイルの `[columns]` に書いてください）
    .summary = モデルに必要な評価軸の列がない

ambiguous-column = {$criterion} に当たる列が複数ある：{$columns}
    .help = 1つだけ残すか、使う列を `--column {$key}=見出し` で指定してください
    .summary = 1つの評価軸に当たる列が複数ある

no-id-column = ID の列がないため、行番号を ID として使う
    .help = `id` 列を追加するか、ID に当たる列を `--column id=見出し` で指定してください
    .summary = ID の列がない

factor-beside-parts = {$factor} の列と、その内訳の列（{$parts}）が両方ある
    .help = {$factor} か {$parts} の一方だけを残してください
    .help-parts = どちらか一方を削除してください（現在は内訳を使い、{$factor} は使っていません）
    .help-factor = 内訳の列をそろえるか、削除してください（現在は {$factor} を使い、内訳は使っていません）
    .summary = 要素そのものの列と、その内訳の列が両方ある

## The ratings

missing-rating = 改善項目 {$id} は {$criterion} の評価がないため、順位の対象外
    .help = 評価を入力してください（空欄を0などの値とみなすことはありません）
    .summary = 評価がないため、改善項目が順位の対象外になる

not-a-number = 改善項目 {$id} の {$criterion} が {$found} で、数値として読めない
    .help = `8` や `7.5` のような数値か、`6-8` のような範囲（小さいほうが先）を、単位を付けずに入力してください
    .help-blank = まだ評価していない場合は、セルを空欄にしてください
    .help-excel = 数値だけを入力し直してください（Excel が日付・エラー・数式・`1E+01` などに変えてしまう場合は、先に列の表示形式を「文字列」にしてください）
    .help-word = 数値を入力してください（◎ ○ △ などの記号や言葉は、`weights.toml` の `[values]` に `"◎" = 9` のように書くと評価として使えます）
    .summary = 評価が、数値でも範囲でも定義済みの言葉でもない

out-of-scale = 改善項目 {$id} の {$criterion} が {$found} で、尺度（{$scale}）の範囲外
    .help = 評価を直すか、重み設定ファイルで独自のモデルを定義し、`[criteria.{$key}]` に `scale = [0, 100]` のように尺度を書いてください
    .summary = 評価が評価軸の尺度の範囲外である

too-many-digits = {$criterion} の {$found} は桁数が多く、正確に扱えない
    .help = 整数部は{$whole}桁、小数部は{$fraction}桁までで入力してください
    .summary = 評価の桁数が多く、正確に扱えない

full-width-digits = 改善項目 {$id} の {$criterion} にある全角の {$found} を、数値として読み込んだ
    .help = 半角で入力し直してください（ほかのツールでは数値とみなされないことがあります）
    .summary = 評価が全角で書かれている

division-by-zero = 改善項目 {$id} は {$criterion} が0で割り算ができないため、順位の対象外
    .help = 0より大きい数値を入力するか、まだ分からない場合は空欄にしてください
    .summary = 割る側の値が0である

score-too-large = 改善項目 {$id} は総合スコアが大きすぎて計算できないため、順位の対象外
    .help = 評価の桁に誤りがないか確認してください（掛け算では、重みを小さくするとスコアも小さくなります）
    .summary = 総合スコアが大きすぎて計算できない

## The identity of items

duplicate-id = ID {$id} が{$first}行目と重複している
    .help = 改善項目ごとに異なる ID を付けてください（同じ改善項目であれば、一方の行を削除してください）
    .summary = 同じ ID の改善項目がある

look-alike-id = ID {$id} が{$first}行目の {$other} と紛らわしい
    .help = 同じ改善項目であれば一方の行を削除し、別の改善項目であれば、はっきり区別できる ID にしてください（大文字と小文字、全角と半角、空白、`-`、`_` だけの違いは見分けにくいためです）
    .summary = 大文字と小文字、全角と半角、空白やハイフンなどの違いしかない ID がある

blank-id = ID が空欄
    .help = 改善項目に固有の ID を付けてください
    .summary = ID のない改善項目がある

blank-title = 改善項目 {$id} のタイトルが空欄
    .help = 何を改善するのかを短く書いてください
    .summary = タイトルのない改善項目がある

## The weights file

bad-toml = TOML の書き方に誤りがある（{$reason}）：{$line}
    .help = 文字列は `"◎" = 9` のように引用符で囲み、同じキーは一度だけ書き、括弧と引用符は必ず閉じてください
    .summary = 重み設定ファイルの TOML の書き方に誤りがある

empty-config = 重み設定ファイルが空で、`[weights]` などの設定がない
    .help = `[weights]` の下に重みを書くか、ファイルを削除してください（`tenbin init` でひな形を作れます）
    .summary = 重み設定ファイルに何も書かれていない

unknown-key = {$key} は、ここでは使えない名前
    .help = 次のいずれかを使ってください：{$known}
    .help-close = {$close} の書き間違いであれば、直してください
    .summary = そこでは使えない名前がある

wrong-type =
    { $expected ->
        [table] {$key} がセクションになっていない
        [string] {$key} が引用符付きの文字列になっていない
        [strings] {$key} が引用符付きの文字列のリストになっていない
        [boolean] {$key} が `true` でも `false` でもない
        [number] {$key} が数値になっていない
       *[other] {$key} の値の種類が違う
    }
    .help =
        { $expected ->
            [table] `[weights]` のように名前を角括弧で囲んだ行を書き、その下に内容を書いてください
            [string] `"文字列"` のように引用符で囲んでください
            [strings] `["その1", "その2"]` のように引用符で囲んで並べてください
            [boolean] 引用符を付けずに `true` か `false` と書いてください
            [number] `3` や `0.5` のような数値を、引用符を付けずに書いてください
           *[other] `tenbin init` で作れるひな形を参考にしてください
        }
    .summary = 重み設定ファイルの値の種類が違う

bad-weight = {$key} の重みが {$found} で、0以上の数値ではない
    .help = `3` や `0.5` のような数値を、引用符を付けずに書いてください（0にすると、その評価軸を使いません）
    .summary = 重みが0以上の数値ではない

partial-weights = {$key} の重みがない（同じ階層のほかの評価軸にはある）
    .help = {$siblings} のすべてに重みを書くか、1つも書かないでください（使わないものは0にしてください）
    .summary = 同じ階層の評価軸のうち、一部にだけ重みがない

zero-weights = {$factor} の内訳の重みがすべて0
    .help = 少なくとも1つは、0より大きい重みにしてください
    .summary = モデルや要素の内訳の重みがすべて0である

unknown-model = モデル {$model} は存在しない
    .help = 次のいずれかを選んでください：{$known}
    .help-close = {$close} の書き間違いであれば、直してください
    .summary = 指定されたモデルが存在しない

unknown-scenario = シナリオ {$scenario} は存在しない
    .help = 次のいずれかを選んでください：{$known}
    .help-close = {$close} の書き間違いであれば、直してください
    .help-none = 重み設定ファイルの `[scenarios.NAME]` にシナリオを書いてください（このモデルのシナリオはまだありません）
    .summary = 指定されたシナリオが存在しない

bad-model =
    { $reason ->
        [hollow] モデル {$key} には `combine` と `of` の両方が必要
        [half] 要素 {$key} には `combine` と `of` の両方が必要
        [rated-factor] {$key} はほかの評価軸から成る要素のため、`values`、`percent`、`scale = "quantity"` は使えない
        [reserved] {$key} は結果の列の名前のため、評価軸の名前には使えない
        [twice] {$key} がモデルの中に2回以上出てくる
        [deep] {$key} の階層が64段を超えている
        [quantity-under-mean] 数量の {$key} は、平均（`mean`）に入れられない
        [cost-under-sum] コストの数量である {$key} は、合計（`sum`）に入れられない
        [mixed-scales] {$key} の内訳の尺度がそろっておらず、平均できない
        [negative-factor] {$key} は0未満になりうるため、掛け算に使えない
        [huge-exponent] {$key} の重みが100を超えており、べき乗の指数には大きすぎる
       *[other] モデルの {$key} を計算できない
    }
    .help =
        { $reason ->
            [hollow] 計算方法と内訳を、`combine = "mean"` と `of = ["value", "ease"]` のように両方書いてください
            [half] 計算方法と内訳を、`combine = "mean"` と `of = ["value", "ease"]` のように両方書いてください
            [rated-factor] これらの設定を内訳の評価軸に移すか、`combine` と `of` を削除してください
            [reserved] 別の名前にしてください
            [twice] 同じ名前は1か所だけで使い、要素が自分自身を含まないようにしてください
            [deep] モデルの階層を浅くしてください
            [quantity-under-mean] `scale = [1, 10]` のような尺度で評価するか、`combine = "product"` で掛け算にしてください
            [cost-under-sum] 内訳ではなく合計のほうに `direction = "cost"` と書くか、内訳を `scale = [1, 10]` のような尺度で評価してください
            [mixed-scales] {$key} に `scale = [1, 10]` のような共通の尺度を書いてください（内訳はその尺度に換算されます）
            [negative-factor] 0以上で始まる尺度にするか、`combine = "mean"` にしてください
            [huge-exponent] 重みを100以下にしてください（掛け算では、重みがべき乗の指数になります）
           *[other] 重み設定ファイルの定義を見直してください
        }
    .summary = 重み設定ファイルのモデルを計算できない

bad-scale = {$key} の `scale` を尺度として読めない
    .help = `scale = [1, 10]` のように2つの数値を小さいほうから書くか、0以上の数量であれば `scale = "quantity"` と書いてください
    .summary = 尺度が、小さい順の2つの数値でも "quantity" でもない

bad-word = {$key} に {$found} を割り当てられない
    .help = `"◎" = 9` のように、尺度の範囲内の数値を割り当ててください（数値や空白そのものは、評価を表す言葉として使えません）
    .summary = 言葉や記号に、評価にならない値が割り当てられている

# $model is the model that the file is for, $other the one that is used.
unused-weights = `{$file}` はモデル {$model} 用のため、その重みは {$other} では使わない
    .help = `--model` でファイルと同じモデルを選ぶか、今回の重みを `--weight KEY=N` で指定してください
    .summary = 重み設定ファイルが別のモデル用である

mixed-scales = {$key} の内訳の尺度がそろっておらず、共通の尺度も決められていないため、1〜10に換算しました
    .help = 共通の尺度を `scale = [1, 10]` のように指定してください
    .summary = 平均する内訳の尺度がそろっていない
