# 回答に使う文言：見出し、表の下の行、実行できなかった理由

help-label = 対処
findings-summary = エラー{ $errors }件、警告{ $warnings }件{ $notes ->
    [0] {""}
   *[other] 、情報{ $notes }件
  }{ $hidden ->
    [0] {""}
   *[other] （先頭の{ $shown }件を表示）
  }

## 表

column-rank = 順位
column-id = ID
column-title = 改善項目
column-score = 総合スコア
column-difference = 差

## 表の下

share = { $name } { $percent }%
model-line = モデル { $model }：{ $weights }{ $parts }（{ $source }）
model-parts = 、{ $factor }の内訳：{ $weights }
weights-own = 重みはモデルの既定値
weights-file = 重みは { $file }
weights-scenario = シナリオ { $scenario }
weights-flags = --weight で変更
unranked-item = { $id }（{ $missing }が未評価、{ $ranks }の可能性）
rank-one = { $rank }位
rank-span = { $best }〜{ $worst }位
unranked-division = { $id }（{ $divisors }が0）
unranked-large = { $id }（総合スコアが大きすぎます）
unranked-line = 順位の対象外：{ $items }{ $rest ->
    [0] {""}
   *[other] 、ほか{ $rest }件
  }
tie-line = 上位{ $top }件の境目が同順位です：{ $ids }{ $rest ->
    [0] {" "}
   *[other] 、ほか{ $rest }件
  }が{ $rank }位で並ぶため、{ $count }件を表示しています
tie-break-line = 同点のときは{ $criteria }で順位を決めています
uncertain-line = ~ は幅のある評価です（中央の値で計算）

## explain

explain-place = { $of }件中{ $rank }位{ $tied ->
    [yes] （ほか{ $others }件と同順位）
   *[no] {""}
  }、総合スコア { $score }
explain-missing = 順位の対象外：{ $missing }が未評価です。評価が入ると{ $ranks }になる可能性があります
explain-division = 順位の対象外：{ $divisors }が0のため、割り算ができません
explain-large = 順位の対象外：総合スコアが大きすぎて表示できません
turn-divides = （コスト：割る側）
turn-reversed = （コスト：{ $sum } − { $value } = { $result } として計算）
turn-mapped = （{ $from } を { $onto } に換算：{ $result }）
advice-zero = 0では割り算ができないため、0より大きい数値を入力するか、空欄にしてください
advice-large = 評価の桁に誤りがないか確認してください
advice-leader = これより上位の改善項目はありません
advice-fill-in = 未評価の欄に評価を入力すると、順位がつきます
advice-smallest = { $above } を上回る最小の変更：{ $criterion } { $from } → { $to }（総合スコア { $score }、{ $rank }位）
advice-change = { $criterion } { $from } → { $to }
advice-others = ほかの方法：{ $changes }
advice-none = 評価を1つ変えるだけでは { $above } を上回れません

## rank

rank-without-file = ファイルが指定されていません。順位をつけるには：tenbin rank backlog.csv
    まず見本で試すには：tenbin init のあと tenbin rank backlog.csv

## --watch

watch-line = { $files } の変更を監視しています（Ctrl+C で終了）
watch-more = … ほか{ $count }行
error-watch-stdin = --watch にはファイルを指定してください（標準入力の変更は監視できません）

## 2つの順位

and-more = { $list }、ほか{ $rest }件
order-line = { $swapped ->
    [0] 前後が入れ替わる組はありません
   *[other] { $pairs }組のうち{ $swapped }組で前後が入れ替わります
  }{ $ties ->
    [0] {""}
   *[other] 。{ $ties }組は、同順位になるか、同順位でなくなります
  }（ケンドールの τb：{ $tau }）
order-undefined = 順位の異なる改善項目が少ないため、順位の似方を計算できません
tau-line = ケンドールの τb：1なら同じ順序、0なら無関係、−1なら逆の順序

## whatif

whatif-without-scenario = 比べる重みがありません。`--weight ease=2` のように重みを1つ変えるか、weights.toml にシナリオを書いてください：
    {"["}scenarios.retention]
    customer_impact = 6
whatif-scenario = { $name }：{ $weights }
whatif-cutoff = { $came ->
    [0] { $went ->
        [0] 上位{ $top }件の顔ぶれは変わりません
       *[other] 上位{ $top }件から外れる項目：{ $left }
    }
   *[other] 上位{ $top }件に入る項目：{ $entered }{ $went ->
        [0] {""}
       *[other] ／外れる項目：{ $left }
    }
  }
whatif-item = { $id }（{ $rank }位）
whatif-gained = この重みでだけ順位がつく項目：{ $items }
whatif-lost = この重みでは順位の対象外となる項目：{ $items }
whatif-no-cut = { $count }件すべてが採用ライン（上位{ $top }件）に入っています。採用ラインは `--top N` で変えられます

## compare

compare-column-before = 前の順位
compare-column-moved = 変動
compare-column-weights = 重み
compare-column-own = その項目の評価
compare-column-others = ほかの項目
compare-same = 順位の変動はありません（以前と同じ順位です）
compare-headline = { $moved ->
    [0] 順位の変動なし
   *[other] 順位の変動{ $moved }件
  }／{ $came ->
    [0] { $went ->
        [0] 上位{ $top }件の顔ぶれは変わらず
       *[other] 上位{ $top }件から外れる項目：{ $left }
    }
   *[other] 上位{ $top }件に入る項目：{ $entered }
  }{ $came ->
    [0] {""}
   *[other] { $went ->
        [0] {""}
       *[other] ／外れる項目：{ $left }
    }
  }{ $more ->
    [0] {""}
   *[other] ／追加{ $more }件：{ $added }
  }{ $fewer ->
    [0] {""}
   *[other] ／削除{ $fewer }件：{ $removed }
  }
compare-top-before = 以前の上位{ $top }件：{ $ids }
compare-top-now = 現在の上位{ $top }件：{ $ids }
compare-gained = 新たに順位がついた項目：{ $items }
compare-lost = 順位の対象外になった項目：{ $items }
compare-unsplit = 変動を分けられない項目：{ $items }（以前の評価では、新しい重みでの順位がつきません）
compare-before = 以前：{ $line }
compare-now = 現在：{ $line }
compare-steps = 変動は「以前の評価に新しい重み」「その項目の新しい評価」「ほかの項目の変化」の順に分けています
note-ranges-as-middles = { $file } では、幅のある評価が中央の値になっています
note-only-top = { $file } には{ $top }位までしかありません（`--top`）。それより下の項目は、追加または削除として扱います
error-stdin-twice = 標準入力は片方にだけ指定できます
error-two-models = { $file } のモデルは { $model }、{ $other } のモデルは { $other_model } です。`--model` で同じモデルを指定してください
error-two-definitions = モデル { $model } の定義が { $file } と { $other } で異なります。比較には同じモデルが必要です
error-other-scores = { $file } の総合スコアが、現在のモデル { $model } の計算結果と一致しません。順位を出力し直すか、改善項目のファイルどうしを比べてください

## init

init-wrote = { $file } を作成しました
init-kept = { $file } はすでにあるため、そのままにしました
init-next = 次に実行：tenbin rank { $file }
init-next-there = 次に実行：cd { $folder } のあと tenbin rank { $file }
init-own-heading = 自社の{ $name }
init-backlog-name = backlog.csv
init-howto-name = 使い方.md
init-titles = 請求書の一括ダウンロード|検索の速度改善|取込みエラーの行番号表示|モバイルの通知設定|権限管理の細分化
init-weights = # このフォルダー以下の改善項目に順位をつけるときに tenbin が使う設定です。
    # 数値を変えてもう一度実行すると、順位の動きを確かめられます。
    #
    # 重みは0以上の数値で、順位に影響するのは合計に占める比率です。0にすると、その評価軸を使いません。
init-weights-product = # このフォルダー以下の改善項目に順位をつけるときに tenbin が使う設定です。
    # 数値を変えてもう一度実行すると、順位の動きを確かめられます。
    #
    # このモデルは掛け算のため、重みはべき乗の指数になります。2にすると2乗になり、0にすると、その評価軸を使いません。
init-scenarios = # シナリオには、基本の重みと違うところだけを書きます。使い方：tenbin rank backlog.csv --scenario focus
init-columns = # ファイルの見出しが違うときは、ここで対応づけます。
init-values = # ◎ ○ △ などの記号で評価しているときは、記号に当てる数値をここで決めます。
init-howto = # tenbin で優先順位をつける

    1. `{ $backlog }` を表計算ソフトで開き、見本の行を自分たちの改善項目に書き換えます。1行に改善項目を1件、各列に評価を1つ入力します。
       まだわからない欄は空欄のままにします。空欄を0とみなすことはなく、その改善項目は順位の対象外として別に表示されます。
       評価の尺度：{ $scales }
    2. `weights.toml` で重みを決めます。
    3. `tenbin rank { $backlog }` を実行します。
    4. 理由を確かめます：`tenbin explain { $backlog } A-1`
    5. ファイルを変えずに重みを試します：`tenbin rank { $backlog } --weight { $key }=2`
    6. 会議の前に、`tenbin check { $backlog }` で、足りない評価や、上位の決め手になっている点を確認します。
    7. Excel で開ける形で渡します：`tenbin rank { $backlog } --excel -o ranked.csv`
init-scale-rating = { $name }：{ $low }〜{ $high }
init-scale-cost = { $name }：{ $low }〜{ $high }（大きいほど不利）
init-scale-quantity = { $name }：0以上の数値
init-scale-quantity-cost = { $name }：0より大きい数値（大きいほど不利）

## 実行できなかったとき

error-read = { $file } を読み込めません：{ $reason }
error-write = { $file } に書き込めません：{ $reason }
error-stdout = 標準出力に書き込めません：{ $reason }
error-too-large = { $file } のサイズが上限（{ $limit }）を超えています
error-stdin-terminal = 標準入力が端末（キーボード）になっています。ファイルを指定するか、パイプで渡してください
error-stdin-empty = 標準入力にデータがありません
error-output-is-input = { $file } は入力に使っているファイルです。別のファイルに書き出してください
error-dangling-link = { $file } のリンク先がありません
error-no-folder = フォルダー { $folder } がありません
error-top = --top には1以上の数を指定してください
error-format = { $name } という出力形式はありません。使える出力形式：{ $known }
error-ending = { $file } の拡張子からは出力形式がわかりません。--format で指定してください：{ $known }
error-excel-format = --excel は CSV か TSV のときだけ使えます（指定された出力形式：{ $format }）
error-not-shown = { $format } は画面に表示できません。`-o ranked.xlsx` のように、書き出すファイルを -o で指定してください
error-encoding = { $name } という文字コードはありません。utf-8、shift_jis、euc-jp、utf-16le、windows-1252 などを指定してください
error-weight = { $text } は重みとして読み込めません。ease=2 のように「キー=数値」で書いてください
error-column = { $text } は列の指定として読み込めません。ease=容易さ のように「キー=見出し」で書いてください
error-column-key = { $key } は列を指定できる名前ではありません。指定できる名前：{ $known }
error-delimiter = { $text } は区切り文字として使えません。1文字か、comma、semicolon、tab、pipe で指定してください
error-id = { $count }件の中に { $id } という改善項目はありません
error-id-close = { $id } という改善項目はありません。{ $close } ですか？
reason-not-found = ファイルがありません
reason-permission = アクセスする権限がありません（permission denied）
reason-directory = フォルダーです
reason-no-folder = フォルダーではありません
reason-device = デバイスです
reason-read-only = 読み取り専用です
reason-full = 空き容量がありません
reason-sheet = { $rows }行×{ $columns }列は、ブックのシートの上限（1,048,576行、16,384列）を超えています。CSV で書き出してください
note-other-model = 見出しはモデル `{ $model }` に合っています。順位をつけるには、`--model { $model }` を付けてください
note-guarded = 表計算ソフトで数式として実行されないよう、{ $count }個のセルの先頭に「'」を付けました

note-cells-cut = ブックのセルに入るのは32,767文字までのため、{ $count }個のセルを途中で切りました（CSV と JSON では全文が出力されます）

## workbook

sheet-ranking = 順位
sheet-weights = 重み
sheet-answer = tenbin
column-weight = 重み
column-direction = 向き
column-scale = 尺度
column-cell-name = セルの名前
workbook-weights = モデル { $model } の重み
workbook-live = 黄色のセルの重みや、「順位」シートの評価を書き換えると、総合スコアと順位がその場で計算し直されます。重みを0にすると、その評価軸を使いません
workbook-sort = 行は自動では並び替わりません。並べ替えるときは、順位の列のフィルターを使ってください
workbook-fixed = このブックの数値は固定です。改善項目が多いか、モデルが大きいため、総合スコアと順位の数式を入れていません。重みを変えるときは、tenbin でもう一度作成してください
workbook-top = このブックには{ $top }位までの改善項目だけが入っています。重みを変えたときの順位は、この中での順位です
workbook-origin = 重みの出どころ：{ $source }
workbook-factor = { $combine ->
    [mean] { $name }（加重平均）
    [sum] { $name }（重み付きの合計）
    [product] { $name }（積、重みは指数）
   *[geometric-mean] { $name }（加重幾何平均）
  }
workbook-benefit = 大きいほどよい
workbook-cost = 小さいほどよい
workbook-scale = { $low }〜{ $high }
workbook-quantity = 0以上
entry-scale = { $low }〜{ $high }の数値を入力してください
entry-list = { $low }〜{ $high }の整数から選んでください
entry-quantity = 0以上の数値を入力してください

## man

man-name = 名前
man-synopsis = 書式
man-description = 説明

## check

check-without-file = ファイルを指定してください（例: tenbin check backlog.csv）
check-column-severity = 重さ
check-column-place = 箇所
check-column-finding = 指摘
check-column-rule = ルール
check-silent = （{ $ignored ->
    [0] {""}
   *[other] 無視{ $ignored }件
  }{ $both ->
    [yes] 、
   *[no] {""}
  }{ $baseline ->
    [0] {""}
   *[other] ベースラインにあるもの{ $baseline }件
  }）
check-rest = ほか{ $rest }件
check-limit = `--limit N` で重さごとに N 件まで、`--limit 0` ですべて表示します
check-next = ルールの説明は `tenbin check --explain ルール名` で確認できます
check-verdict =
    { $verdict ->
        [passed] 合格
        [failed] 不合格
       *[stopped] 重み、シナリオ、ベースラインのいずれかが使えないため、点検できませんでした
    }{ $files ->
        [0] {""}
        [1] （{ $name }、
       *[other] （{ $files }ファイル、
    }{ $files ->
        [0] {""}
       *[other] 改善項目{ $items }件{ $state ->
            [unread] 、読み込めないファイルあり
            [unranked] 、順位なし
            [some] 、うち順位ありは{ $ranked }件
           *[all] {""}
        }、モデル { $model }、{ $source }、採用ラインは上位{ $top }件）
    }
note-cut = ほか{ $rest }件の指摘は出力していません（`--limit 0` ですべて出力します）
note-baseline = { $file } に指摘{ $count }件を記録しました（今後は不合格になりません）
error-rule = ルール { $rule } はありません（`tenbin check --list` で、すべてのルールを確認できます）
error-rule-close = ルール { $rule } はありません（{ $close } のことですか）
error-rules-format = ルールの説明の形式は `human`、`json`、`markdown` のいずれかです（`{ $format }` は使えません）

## The rules

rules-column-rule = ルール
rules-column-severity = 重さ
rules-column-family = 分類
rules-column-summary = 見つけるもの
rules-next = ルールの説明は `tenbin check --explain ルール名` で確認でき、重さは重み設定ファイルの `[check.rules]` で変えられます
rules-off = オフ
rules-headline = `{ $rule }`（{ $severity }、{ $family }）: { $summary }
rules-bad = 悪い例
rules-good = 良い例
rules-policy = 重さを変えるには
rules-policy-level = 重み設定ファイルに、このルールの重さを `"error"`、`"warning"`、`"note"`、`"off"` のいずれかで書いてください
rules-policy-item = 特定の改善項目だけを見逃す場合は、`[[check.ignore]]` に `id` と `reason`（理由）を書いてください
family-file = ファイル
family-headers = 見出し
family-ratings = 評価
family-identity = 改善項目の識別
family-judgement = 評価の質
family-decision = 採否
family-safety = 安全性
family-config = 重み設定ファイル

## stability

stability-nothing = 順位の付いた改善項目がありません
stability-one-criterion = 評価軸が1つだけのため、動かせる重みがありません
stability-first =
    { $tied ->
        [yes] 1位は同順位で、
       *[no] 1位は
    }{ $kind ->
        [fixed] 安定しています。重みを1つだけ変えても入れ替わりません
        [safe] 安定しています。{ $rival } が { $item } を上回るのは、{ $criterion } の比率が { $from }% から { $way ->
            [up] { $to }% を超えた
           *[down] { $to }% を下回った
        }ときです
       *[unsafe] 不安定です。{ $criterion } の比率が { $from }% から { $way ->
            [up] { $to }% を超える
           *[down] { $to }% を下回る
        }と、{ $rival } が { $item } を上回ります
    }
stability-cutoff =
    { $tied ->
        [yes] 採用ライン（上位{ $top }件）は同順位の途中にあり、同順位をすべて含めると
       *[no] 採用ライン（上位{ $top }件）は
    }{ $kind ->
        [fixed] 安定しています。重みを1つだけ変えても、入る改善項目は変わりません
        [safe] 安定しています。{ $item } と { $rival } が入れ替わるのは、{ $criterion } の比率が { $from }% から { $way ->
            [up] { $to }% を超えた
           *[down] { $to }% を下回った
        }ときです
       *[unsafe] 不安定です。{ $criterion } の比率が { $from }% から { $way ->
            [up] { $to }% を超える
           *[down] { $to }% を下回る
        }と、{ $item } と { $rival } が入れ替わります
    }
stability-draws =
    { $kind ->
        [within] すべての重みを同時に{ $draws }回抽出（比率は現在値から±{ $within }ポイント以内、シード { $seed }、標準誤差は最大{ $error }ポイント）
       *[any] すべての重みを同時に{ $draws }回抽出（どの比率も同じ確からしさ、シード { $seed }、標準誤差は最大{ $error }ポイント）
    }
stability-dominated = 常に下回る改善項目：{ $items }{ $rest ->
    [0] {""}
   *[other] {" "}ほか{ $rest }件
  }
stability-dominated-item = { $id }（{ $by } より下）
stability-left-out = 抽出の対象外（数量が空欄か、積の中に0がある）：{ $items }{ $rest ->
    [0] {""}
   *[other] {" "}ほか{ $rest }件
  }
column-criterion = 評価軸
column-share = 比率
column-first-holds = 1位が変わらない範囲
column-top-holds = 上位{ $top }件が変わらない範囲
column-order-holds = 全順位が変わらない範囲
column-in-top = 上位{ $top }件に入る
column-first = 1位になる
column-mean-rank = 平均順位
column-rank-ends = 順位の幅
column-shades = 1位…最下位
error-draws = --draws には1から{ $most }までの数を指定してください
error-within = { $text } は比率ではありません（`--within 0.1` か `--within 10%` のように指定してください）
