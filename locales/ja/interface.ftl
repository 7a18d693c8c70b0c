# 回答に使う文言：見出し、表の下の行、実行できなかった理由

label-help = 対処
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
note-only-kept = { $file } には `--where` の条件に合う項目しかありません。ほかの項目は、追加または削除として扱います
note-only-top = { $file } には{ $top }位までしかありません（`--top`）。それより下の項目は、追加または削除として扱います
error-stdin-both = 標準入力から読み込めるファイルは1つだけです
error-goal = 目標 { $text } は使えません（`20` のような、0より大きい数値を指定します）
error-order = { $name } は指定できません（{ $known } のいずれかを指定します）
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

## review

review-percent = { $percent }%
review-execution = { $quantity ->
    [none] –
   *[other] { $quantity }%
  }、{ $quality ->
    [none] –
   *[other] { $quality }
  }
review-headline = 結果{ $results }件：達成{ $reached }件、改善の途中{ $moving }件、効果なし{ $still }件{ $worse ->
    [0] {""}
   *[other] 、悪化{ $worse }件
  }{ $unplanned ->
    [0] {""}
   *[other] 、比べる計画なし{ $unplanned }件
  }{ $open ->
    [0] {""}
   *[other] 、未測定{ $open }件
  }
review-column-metric = 指標
review-column-baseline = 基準値
review-column-planned = 計画
review-column-actual = 実績
review-column-improvement = 改善幅
review-column-share = 達成率
review-column-execution = 実行度
review-column-measured = 測定日
review-column-metrics = 指標の数
review-column-reached = 達成
review-column-not = 未達成
review-column-open = 保留
review-column-verdict = 判定
review-verdict = { $reading ->
    [reached] 達成
    [reached-thinly] 達成
    [worse] 悪化
    [no-plan] 計画なし
    [before-start] 未測定
    [not-measured] 未測定
   *[other] 未達成
  }
review-readings = 結果の読み方
review-name = { $id } { $metric }
review-line = { $name }：{ $sentence }
review-reading = { $reading ->
    [reached] 達成しました（計画した改善の{ $share }%、基準は{ $reached }%）。規模を広げる、汎用的にする、効率をよくする、関わる人の負担を減らすなどして、ほかにも広げてください
    [reached-thinly] 達成しましたが（計画した改善の{ $share }%、基準は{ $reached }%）、{ $lacks ->
        [quantity] 実行の量が{ $quantity }%にとどまっています（基準は{ $enough }%）
        [quality] 実行の質が{ $quality }にとどまっています（基準は{ $good }）
       *[both] 実行の量が{ $quantity }%（基準は{ $enough }%）、質が{ $quality }（基準は{ $good }）にとどまっています
      }。ほかに広げる前に、何が効いたのかを確かめてください
    [partly] 十分に実行し（量{ $quantity }%、基準は{ $enough }%。質{ $quality }、基準は{ $good }）、計画した改善の{ $share }%まで来ています（{ $reached }%で達成、{ $moving }%以上で改善の途中）。仮説は部分的に正しかったので、足りないものを探してください
    [raise-execution] 改善に向かっていますが（計画した改善の{ $share }%、{ $moving }%以上で改善の途中）、{ $lacks ->
        [quantity] 実行の量が{ $quantity }%で足りません（基準は{ $enough }%）
        [quality] 実行の質が{ $quality }で足りません（基準は{ $good }）
       *[both] 実行の量が{ $quantity }%（基準は{ $enough }%）、質が{ $quality }（基準は{ $good }）で、どちらも足りません
      }。施策実行度を上げてください
    [moving] 改善に向かっていますが（計画した改善の{ $share }%、{ $moving }%以上で改善の途中）、{ $quantity ->
        [none] 実行の量がわかりません
       *[other] { $quality ->
            [none] 実行の質がわかりません
           *[other] どのように実行したかがわかりません
          }
      }。仮説を判断する前に確かめてください
    [hypothesis-wrong] 十分に実行しても（量{ $quantity }%、基準は{ $enough }%。質{ $quality }、基準は{ $good }）、効果が出ていません（計画した改善の{ $share }%、{ $moving }%以上で改善の途中）。仮説が誤っているので、立て直してください
    [untested] 効果が出ていませんが（計画した改善の{ $share }%、{ $moving }%以上で改善の途中）、{ $lacks ->
        [quantity] 実行の量が{ $quantity }%で足りません（基準は{ $enough }%）
        [quality] 実行の質が{ $quality }で足りません（基準は{ $good }）
       *[both] 実行の量が{ $quantity }%（基準は{ $enough }%）、質が{ $quality }（基準は{ $good }）で、どちらも足りません
      }。仮説はまだ検証できていません。きちんと実行するか、取りやめてください
    [no-result] 効果が出ていませんが（計画した改善の{ $share }%、{ $moving }%以上で改善の途中）、どのように実行したかがわかりません。仮説が誤りだとする前に確かめてください
    [worse] 基準値より悪くなっています（計画した改善の{ $share }%）。いったん止めて、この施策が原因かを確かめ、仮説を立て直してください
    [no-plan] { $improvement ->
        [none] 基準値がないため、比べられません
       *[other] 基準値から { $improvement } の改善ですが、比べる計画がありません
      }。次の施策では、始める前に計画を書いておいてください
    [before-start] 開始より前の測定値なので、この施策の結果とは読めません。日付を直すか、あらためて測定してください
   *[not-measured] まだ測定していません
  }
review-early = { $sentence }。ただし、{ $days ->
    [0] 開始した日
   *[other] 開始から{ $days }日後
  }の初期反応です。効果が出そろうまで1〜3か月かかるため、判断の前にもう一度測定してください
review-open = 未測定（{ $count }件）：{ $names }
review-ranking = 順位は正しかったか
review-correlation = 総合スコアと達成率の順位相関は { $rho }（{ $n }件）。偶然であれば、20回のうち19回は { $low } から { $high } の間に入ります（{ $method ->
    [exact] 全通りの並べ替え
    [drawn] 無作為な並べ替え{ $draws }回、シード{ $seed }
   *[normal] 正規分布
  }）。{ $reading ->
    [right] 順位は正しい方向を向いていました（上位のものほど、計画に近い効果が出ています）
    [wrong] 順位は逆の方向を向いていました（上位のものほど、計画に届いていません）
   *[chance] 偶然の範囲なので、順位が正しかったとも、誤っていたともいえません
  }
review-too-few = 総合スコアと達成率の両方がわかるのは{ $n }件で、順位が正しかったかどうかを判断するには足りません（{ $enough }件以上が必要です）。順位相関は { $rho } ですが、偶然であっても、20回のうち19回は { $low } から { $high } の間に入ります
review-correlation-none = 総合スコアと達成率の両方がわかるのは{ $n }件で{ $n ->
    [0] {""}
    [1] {""}
   *[other] 、どちらかがすべて同じ値の
  }ため、順位について何もいえません（値の異なる{ $enough }件以上が必要です）
review-column-n = 件数
review-column-rho = 順位相関
review-column-chance = 偶然の範囲
review-column-reading = 読み方
review-between = { $low } 〜 { $high }
review-criterion = { $reading ->
    [right] 正しい方向
    [wrong] 逆の方向
    [unrated] 評価がないため比べられません
    [few] 1件だけのため比べられません
    [none] すべて同じ値のため比べられません
   *[chance] 偶然の範囲
  }
review-learnt = この{ $n }件の結果に最も近くなる重みです（非負最小二乗法）。議論のためのシナリオで、自動的に使われることはありません。順位相関は、当時の総合スコアで { $before }、この重みで { $after }{ $left ->
    [none] {""}
   *[other] 、各件をその件を除いて求めた重みで順位付けすると { $left }（実力に近い値）
  }です。同じ結果に合わせて求めた重みなので、結果が数件増えるだけで大きく変わることがあります。試すには、重み設定ファイルに次のとおり書いてください：
review-learnt-few = 達成率とすべての評価がわかるのは{ $n }件です（重みを求めるには{ $enough }件以上が必要です）
review-learnt-other = 重みは求めていません（モデルが1つの加重平均や加重和ではないため）
review-learnt-nothing = 重みは求めていません（結果と同じ向きの評価軸がなく、どのような重みでも順位はよくならないため）
review-learnt-unranked = 重みは求めていません（当時の評価も必要です。`--ranked` で順位のファイルを指定してください）
review-learnt-unknown = 重みは求めていません（順位のファイルに { $criterion } の評価がないため）
review-next = 次にすること：{ $steps }
review-next-stop = 悪化した施策をいったん止め、原因かどうかを確かめる
review-next-again = 効果のなかった施策の仮説を立て直す
review-next-raise = 実行の足りない施策の施策実行度を上げる
review-next-execution = 実行度のわからない施策について、どのように実行したかを確かめる
review-next-missing = 計画に届かなかった施策に足りないものを探す
review-next-cause = 実行が足りないまま達成した施策について、何が効いたのかを確かめる
review-next-spread = 達成した施策を広げる
review-next-first = 開始後に測定していない施策を測定する
review-next-measure = 効果が出そろう1〜3か月後にもう一度測定する
review-next-plan = 次の施策では、始める前に基準値と計画を書いておく
review-next-scores = 順位が正しかったかどうかは、`rank -f csv` の出力を使って `tenbin review { $file } --ranked 順位のファイル` で検証できます
review-legend = 実行度：実行の量と質。計画した改善の{ $reached }%から達成、{ $moving }%から改善の途中。実行の量は{ $quantity }%から、質は{ $quality }から十分とみなします（重み設定ファイルの `[review]`）

web-results-x = 総合スコア →
web-results-y = ↑ 達成率（計画した改善に対する割合）
web-results-note = 総合スコアは、このページを開いたときの重みによるものです。塗りつぶした点は、計画を達成した改善項目です
web-results-left = 結果のある改善項目のうち{ $count }件は、ここに総合スコアがありません

## backcast

backcast-step = { $from } → { $to }
backcast-headline = 目標：{ $stage } { $goal }（現在 { $now }、{ $reached ->
    [yes] 目標に届いています
   *[no] 不足 { $gap }
  }）
backcast-column-stage = 段階
backcast-column-now = 現在
backcast-column-required = 必要
backcast-column-gap = 不足
backcast-column-rate = 転換率
backcast-column-best = 最良
backcast-column-alone = 単独で改善
backcast-column-needed = 必要な転換率
backcast-mark = ボトルネック
backcast-bottleneck = { $count ->
    [1] ボトルネックは { $steps }（{ $rate }）です。ここだけを{ $best }まで上げると、
   *[other] ボトルネックは { $steps } です。どれか1つだけを最良まで上げると、
  }{ $last }は { $delivers } になり、{ $all ->
    [yes] 不足はすべて埋まります（ほかの段階だけでは、これより多くなりません）
   *[no] 不足の{ $closes }が埋まります（ほかの段階だけでは、これより多くは埋まりません）
  }{ $first ->
    [yes] {""}
   *[no] 。原因が前の段階にあることもあります
  }
backcast-no-bottleneck = ボトルネックはありません。どの転換率もすでに{ $beyond ->
    [yes] 最良です
   *[no] 最良なので、最初の段階を増やすしかありません
  }
backcast-change = 1つの転換率だけで目標に届く最小の改善：{ $steps } を{ $rate }から{ $needed }へ（+{ $points }ポイント）{ $count ->
    [1] {""}
   *[other] 。このうちのどれか1つで足ります
  }{ $beyond ->
    [yes] 。ただし、ファイルに書かれた最良の転換率を超えています
   *[no] {""}
  }
backcast-no-change = 1つの転換率だけでは、100%にしても目標に届きません。複数の転換率を上げるか、最初の段階を増やす必要があります
backcast-entry = 転換率が今のままなら、{ $stage }が { $now } ではなく { $required } 必要です
backcast-items-heading = ボトルネックに効く改善項目
backcast-items = { $of }件の改善項目のうち、ボトルネックに効くもの{ $on }件、ほかの段階に効くもの{ $elsewhere }件{ $unknown ->
    [0] {""}
   *[other] 、ファネルの段階が書かれていないもの{ $unknown }件
  }
backcast-next = { $reached ->
    [yes] 次は、測定を続けるか、より高い目標を立ててください
   *[no] { $items ->
        [nowhere] 次は、最初の段階を増やす方法か、段階そのものの見直しを検討してください
        [none] 次は、改善項目のファイルに `stage`（段階）の列を加え、ボトルネックに効くものを `tenbin backcast { $file } --goal { $goal } --items 改善項目のファイル` で確かめてください
        [empty] 次は、ボトルネックに効く改善項目を探してください。ほかの段階に効くものは、評価したほどのビジネスインパクトにはなりません
       *[some] 次は、これらのビジネスインパクトの評価を確かめてください。目標に最も効くところに取り組む改善項目です
      }
  }
backcast-legend = 必要：目標を、そこから先の転換率で割った値。単独で改善：この転換率だけを{ $best ->
    [yes] 最良
   *[no] 100%
  }にしたときの最後の段階。必要な転換率：ほかを変えずに目標に届く転換率{ $derived ->
    [yes] 。~ は転換率から計算した件数です
   *[no] {""}
  }

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
error-where = { $text } は条件として使えません。`列=値` または `列!=値` の形で指定します
error-no-column = { $name } という列はありません（ある列：{ $known }）{ $close }
error-several-columns = { $name } という列が{ $count }つあります。{ $first } のように番号をつけて指定してください
error-no-value = { $column } が { $value } の行はありません（{ $count ->
    [0] すべて空欄です
   *[other] ある値：{ $known }
  }）{ $close }
error-meant = 。{ $name } のことですか

## 列ごとの表示

view-no-group = （なし）
view-column-items = 件数
view-column-best = 最高順位
view-column-top = 上位{ $top }件以内
view-column-group = グループ
view-column-rank = グループ内
view-most = 上位{ $top }件以内に最も多いのは { $names }（{ $all }件のうち{ $count ->
    [1] {""}
   *[other] 各
  }{ $most }件）
view-blank = 空欄
view-or = { $one } または { $other }
view-and = { $one }、{ $other }
view-is = { $column } が { $values }
view-is-not = { $column } が { $values } 以外
view-kept = { $kept ->
    [0] { $of }件のうち、条件に合うものはありません
   *[other] { $of }件のうち{ $kept }件を表示
  }（{ $conditions }）
view-ranks = 順位は表示している項目の中での順位です。総合スコアは、表示していない項目に左右されません
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
note-other-axes = この見出しはモデル `{ $model }` に合います。その評価軸から2つを `--value` と `--ease` で指定してください：{ $keys }
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
family-sheets = 評価シート
family-ballots = 投票
family-results = 結果と段階
family-planning = 計画
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

## workshop

sheet-reason = { $name }の理由
sheets-wrote = { $file } を作成しました（改善項目{ $items }件、{ $criteria }）
sheets-next = 次は、各チームに評価シートを渡して記入してもらい、{ $kind ->
    [lead] `tenbin workshop merge { $files } -o agreed.csv`
   *[all] `tenbin workshop agenda { $files }`
  } を実行してください
workshop-says = { $name }：{ $what }
p-below = p < { $p }
p-is = p = { $p }
agenda-headline = { $entries ->
    [0] 話し合う必要のある食い違いはありません（改善項目{ $of }件、評価者{ $raters }）
   *[other] 話し合う食い違い：{ $entries }件（改善項目{ $of }件のうち{ $items }件、評価者{ $raters }）。{ $crossing ->
        [0] 上位{ $top }件の顔ぶれを変えるものはありません
       *[other] そのうち{ $crossing }件は、上位{ $top }件の顔ぶれを変える可能性があります
      }
  }
agenda-column-lowest = 最低
agenda-column-highest = 最高
agenda-column-median = 中央値
agenda-column-ad = 平均偏差
agenda-column-ranks = 順位
agenda-column-split = 二極化
agenda-split = あり
agenda-ranks = { $low } → { $high }
agenda-entry = { $id } { $criterion }
agenda-time = { $minutes }分で話し合えるのは{ $room }件です（1件{ $each }分）。{ $left ->
    [0] すべて話し合えます
   *[other] 時間に収まらないもの：{ $names }{ $crossing ->
        [0] {""}
       *[other] （うち{ $crossing }件は、上位{ $top }件の顔ぶれを変える可能性があります）
      }
  }
agenda-agreed = 評価の差が小さく、話し合う必要のない改善項目（{ $count }件）：{ $ids }
agenda-thin = 評価が2つ未満の評価軸があり、まだ比べられない改善項目（{ $count }件）：{ $ids }
agenda-next = 次は、合意した評価を `id,criterion,rating,note` の形で書き留め、`tenbin workshop merge シート… -o agreed.csv --decisions decisions.csv` を実行してください
agenda-agreement = 評価の一致の度合い
agenda-w = 順位の一致：ケンドールの一致係数 W は { $w }（改善項目{ $items }件、評価者{ $raters }、{ $p }、{ $method ->
    [exact] 全通りの並べ替え
    [drawn] 無作為に{ $draws }通り並べ替え、シード { $seed }
   *[other] カイ二乗近似
  }）。{ $reading ->
    [strong] 優先順位についての見方は、おおむね一致しています
    [some] 優先順位についての見方は、ある程度一致していますが、違いもあります
    [few] 改善項目が少なく、偶然の一致と区別できません
    [weak] 優先順位についての見方には、共通点があまりありません
   *[chance] 偶然の一致と区別できません
  }
agenda-w-none = 順位の一致：全員が評価した改善項目が2件以上ある評価者が2に満たないか、順位に差がないため、ケンドールの一致係数 W は求められません
agenda-alpha = { $criterion }：クリッペンドルフの α は { $alpha }。{ $reading ->
    [reliable] 評価軸の意味が共有されています
    [tentative] 評価軸の意味がほぼ共有されています
    [unreliable] 評価軸の意味が共有されていません。どのような場合に高い評価を付けるのかを、そろえてください
   *[chance] 偶然と変わりません。個々の改善項目の前に、評価軸の意味をそろえてください
  }
agenda-alpha-none = { $criterion }：2人以上が評価した改善項目が2件に満たないか、評価がすべて同じため、クリッペンドルフの α は求められません
agenda-rater = { $rater }：{ $leniency ->
    [none] 評価の甘辛は比べられません
    [lenient] 評価がほかより{ $distance }点高く、甘めです
    [strict] 評価がほかより{ $distance }点低く、辛めです
   *[even] 評価の甘辛はほかと同程度です（{ $points }点）
  }。{ $order ->
    [none] 比べられる順位がありません
    [alike] 順位はほかと同じ傾向です（順位相関 { $rho }）
    [near] 順位はほかとやや似ています（順位相関 { $rho }）
   *[other] 順位がほかと異なります（順位相関 { $rho }）。このチームにだけ見えていることを聞いてください
  }
agenda-legend = 順位は中央値によります。「順位」の列は、その評価だけを最低または最高にしたときの順位です。平均偏差は中央値からの偏差の平均です{ $limit ->
    [none] {""}
   *[other] （{ $limit }以下なら一致）
  }
merge-wrote = { $file }（改善項目{ $items }件、評価者{ $raters }）と { $record }（誰がどう評価し、どれを採用したかの記録）を書き出しました
merge-ways = 評価の選び方：{ $ways }
merge-count = { $why ->
    [decision] 会議での決定
    [lead] 主導するチームの評価
    [lead-blank] 主導するチームが空欄のための中央値
    [no-lead] 主導するチームがないための中央値
    [median] 中央値
    [mean] 平均値
   *[nobody] 空欄のまま
  } { $count }件
merge-why = { $why ->
    [decision] 会議で決定
    [lead] { $rater } がこの評価軸を主導
    [lead-blank] 主導するチームが空欄のため、ほかの評価者の中央値
    [no-lead] 主導するチームのシートがないため、全員の中央値
    [median] 全員の中央値
    [mean] 全員の平均値（小数第6位まで）
   *[nobody] 評価なし
  }
merge-cells = { $why ->
    [lead-blank] 主導するチームが空欄のため、ほかの評価者の中央値を採用したもの：{ $cells }
   *[nobody] 誰も評価していないため、空欄にしたもの：{ $cells }
  }
merge-rounds = 前回との比較
merge-rounds-line = 比べた評価{ $all }件のうち、意見が近づいたもの{ $together }件、離れたもの{ $apart }件、変わらないもの{ $same }件
merge-together = 近づいたもの：
merge-apart = 離れたもの：
merge-range = { $low }～{ $high }
merge-column-range-before = 前回の幅
merge-column-range = 幅
merge-column-ad-before = 前回の平均偏差
merge-column-agreed-before = 前回の合意
merge-column-agreed = 合意
merge-next = 次は `tenbin rank { $file }` を実行してください
error-stdin-sheets = 標準入力を指定できるシートは1つだけです
error-minutes = --minutes には、少なくとも1件分の時間（{ $each }分）を指定してください（1件あたりの時間は --each で変えられます）
error-each = --each には1以上の数を指定してください
error-one-rater = 2人（2チーム）以上の評価が必要ですが、{ $raters ->
    [0] 1つもありません
   *[other] { $name } の評価しかありません
  }。全チームのシートか、評価者の列のあるファイルを指定してください
error-exists = { $file } はすでにあり、記入済みかもしれないため、何も書き出していません。--out で別のフォルダーを指定してください
error-no-teams = モデル { $model } にはチームの設定がありません。--team でチーム名を指定するか、重み設定ファイルの [teams] に書いてください
error-team-name = チーム { $team } のシートを作れません。{ $file } はファイル名として使えないか、ほかのチームと重なります
error-leads-nothing = チーム { $team } が主導する評価軸がないため、--lead-only では評価するものがありません。主導するチームは { $known } です
error-by = { $name } という選び方はありません。使える選び方：{ $known }
error-merge-ending = { $file } の拡張子は .csv か .tsv にしてください（`tenbin rank` で読み込むファイルです）

## vote

vote-column-votes = 票数
vote-column-share = 投票者の割合
vote-count = 投票者{ $voters }人、集計した投票{ $ballots }件（1件につき{ $picks }施策まで）{ $faulty ->
    [0] {""}
   *[other] 。誤りがあり集計していない投票：{ $faulty }件
  }{ $rows ->
    [0] {""}
   *[other] 。誰の投票か、誰を対象にした投票かが分からない行：{ $rows }行
  }。投票者の割合は、その施策を1回でも選んだ人の割合です
vote-audience-voters = { $audience }（{ $voters }人）
vote-audiences = 対象ごとの列は、票数と（順位）です：{ $audiences }
vote-first = { $audience }の1位：{ $ids }（{ $voters }人中{ $count ->
    [1] {""}
   *[other] 各
  }{ $votes }人）
vote-next = 次は、上から順に仕分けてください：`tenbin vote { $ballots } --actions { $actions } -f csv | tenbin triage -`
vote-next-actions = 次は、`--actions` で施策のファイルを指定してください（タイトルと評価が付き、票の入らなかった施策も表示されます）
vote-stdin = 標準入力から読めるのは、投票と施策のどちらか一方です
error-picks = --picks には1以上の数を指定します

## triage

triage-start-now = すぐに着手
triage-work-out = 進め方を検討
triage-if-time = 余力があれば
triage-put-off = 見送り
triage-heading = { $label }{ $which ->
    [start_now] ：担当者を決めて、すぐに始める
    [work_out] ：担当者を決めて、進め方の検討を続ける
    [if_time] ：手の空いた人が取り組む
    [put_off] ：今回は着手しない
   *[own] {""}
  }（{ $count }件）
triage-empty = 該当なし
triage-column-near = 境界
triage-near-both = 両方
triage-near-of = { $near }（{ $name }）
triage-half = { $name }が{ $at }{ $good ->
    [to] 以下
   *[from] 以上
  }
triage-thresholds = 効果的：{ $value }。着手しやすい：{ $ease }（モデル { $model }）
triage-one-sided = { $name }では、すべてが境界の片側にあります（{ $low }〜{ $high }）。`--at` か、重み設定ファイルの [triage] の `{ $key }` で別の境界を指定してください
triage-near = 境界：{ $same ->
    [yes] 値が{ $near }違うだけで
   *[no] 値が{ $both }違うだけで
  }別の枠に移ります。まずこの{ $count }件を話し合ってください：{ $ids }
triage-missing = { $id }（{ $missing }が空欄）
triage-no-value = { $id }（値を計算できません）
triage-unplaced = 仕分けできない施策：{ $items }
triage-next = { $start ->
    [0] { $work ->
        [0] いま担当者を決める必要のある施策はありません
       *[other] 次は、この会議で、進め方を検討する施策（{ $work }件）の担当者を決めてください
    }
   *[other] { $work ->
        [0] 次は、この会議で、すぐに着手する施策（{ $start }件）の担当者を決めてください
       *[other] 次は、この会議で、すぐに着手する施策（{ $start }件）と進め方を検討する施策（{ $work }件）の担当者を決めてください
    }
  }
error-at = { $text } は境界に使えません。`--at 6` のように数値を指定してください

## report：ページの文言（波括弧の中はページが埋める）

report-to-terminal = ページはブラウザーで開くものです。`-o report.html` でファイルに書き出してください
report-stdin = 標準入力に指定できるのは、バックログかシートのどちらか一方です
report-one-rater = 食い違いを示すには2人（2チーム）以上の評価が必要ですが、{ $raters ->
    [0] 1つもありません
   *[other] { $name } の評価しかありません
  }。全チームのシートか、評価者の列のあるファイルを指定してください
report-ending = { $file } にはウェブページが入ります。拡張子は { $known } にしてください
page-heading =
    { $named ->
        [yes] 優先順位：{ $file }
       *[no] 優先順位
    }
page-by = { $column }ごとの順位
page-by-note = 各グループの上位から並べています。順位は重みに合わせて動きます
page-summary-kept = { $summary }。{ $kept }
page-summary = { $ranked }件に順位{ $unranked ->
    [0] {""}
   *[other] 、{ $unranked }件は対象外
  } · モデル { $model }
page-noscript = このページはブラウザーの中で順位を計算するため、スクリプトが必要です。通信は一切しません。スクリプトを有効にしたブラウザーで開いてください
page-footer = tenbin で作成。必要なものはすべてこのファイルの中にあり、通信は一切しません
page-findings = ファイルについての警告・情報：{ $n }件
page-at-line = { $line }行目：{ $text }
page-percent = { $n }%
page-weights = 重み
page-weight = 重み { $n }
page-present = 現在の重み
page-scenarios = シナリオ
page-parts = { $name }の内訳
page-no-column = ファイルに評価がありません
page-all-zero = すべての重みが0です。1つ以上を0より大きくしてください
page-too-large-weights = 重みの組み合わせが大きすぎて、総合スコアを計算できません
page-reset = 元に戻す
page-results = 順位は正しかったか
page-copy-toml = TOMLでコピー
page-copy-command = コマンドでコピー
page-copied-toml = 重みをコピーしました（weights.toml 用）
page-copied-command = コマンドをコピーしました
page-ranking = 順位
page-rank = 順位
page-move = 変動
page-item = 改善項目
page-score = 総合スコア
page-tied = 同順位
page-uncertain = 幅のある評価
page-moved-up = { $n }つ上昇
page-moved-down = { $n }つ下降
page-cutoff = 採用ライン：上位{ $top }件
page-cutoff-tied = 採用ライン：上位{ $top }件（同順位を含めて{ $n }件）
page-unranked = 順位の対象外：{ $n }件
page-missing-one = 未評価：{ $criteria }（{ $best }位の可能性）
page-missing-span = 未評価：{ $criteria }（{ $best }〜{ $worst }位の可能性）
page-divides = { $criteria }が0のため、割り算ができません
page-large = 総合スコアが大きすぎます
page-show-all = { $n }件すべてを表示
page-bars-added = 棒の長さは総合スコア、色は各評価軸の内訳です（全幅が満点）。「=」は同順位、「~」は幅のある評価を示します
page-bars-multiplied = 色ごとの長さは、その評価軸で最も低い項目の何倍にあたるかを示します（同じ長さは同じ倍率）。「=」は同順位、「~」は幅のある評価を示します
page-new-leader = { $id } が1位になりました
page-rated = 値：{ $value }
page-share-of = 比率：{ $percent }
page-chart = 2つの評価軸で見る
page-chart-label = 横軸は{ $x }、縦軸は{ $y }。点が1つの改善項目で、矢印キーで順位順に移動します
page-chart-note = 塗りつぶした点は上位{ $top }件です。どの評価軸でも、上と右ほど良い評価です
page-axis-up = 縦軸
page-axis-right = 横軸
page-axis-more = { $name } →
page-axis-less = { $name }（低いほど良い）→
page-field-now = すぐ着手
page-field-plan = 計画して取り組む
page-field-fill = 手が空いたら
page-field-not = 見送り
page-field-both = 両方とも高い
page-field-neither = どちらも低い
page-field-only = { $name }だけ高い
page-pair = { $name }：{ $value }
page-place = { $rank }位
page-stability = 結果の確かさ
page-intervals = 比率をどこまで動かせるか
page-intervals-note = 黒い印はページを開いた時点の比率です。ほかの評価軸の比を保ったまま動かしたとき、帯の範囲内なら結果は変わりません
page-criterion = 評価軸
page-present-share = 比率
page-first-holds = 1位が変わらない範囲
page-top-holds = 上位{ $top }件が変わらない範囲
page-span = { $low }〜{ $high }%
page-always = 常に
page-acceptability = 重みが決まっていないとしたら
page-acceptability-note = すべての重みを同時に{ $draws }回抽出しました（どの比率も等しく起こりうるとし、シードは{ $seed }）。帯は各順位になった割合です
page-in-top = 上位{ $top }件
page-first = 1位
page-ranks = 順位の分布
page-ranks-one = { $low }位
page-ranks-span = { $low }〜{ $high }位
page-ranks-from = { $low }位以下
page-disagreement = 評価の食い違い
page-disagreement-note = 各マスは最低と最高の評価です。色が濃いほど差が大きく、平均偏差（AD）が合意の目安を超えたマスは太字、意見が二極化したマスは「◆」付きです。マスにポインターを合わせるか矢印キーで移ると、誰がどう評価したかと理由が出ます
page-ad = 中央値 { $value }、AD { $n }
page-split = 意見が二極化
page-reason = 理由：{ $text }
page-not-in-backlog = シートにある { $count } 件はバックログにないため、表示していません
page-table = すべての改善項目
page-id = ID
page-title = 改善項目
page-search = 検索
page-found = { $of }件中{ $n }件
page-copy-table = 表計算用にコピー
page-copied-table = 表をコピーしました

## `sql` のクエリに付くコメント

sql-opening = tenbin が作った { $engine } 用の順位付け：`tenbin rank` と同じ順位、同順位、総合スコア、要素と、順位のない項目を返す
sql-exact = 正確：総合スコアは整数で比べるため、等しいときだけ同順位になる
sql-roots-decimal = このモデルは根を使う：{ $engine } は比較に使う12桁よりはるかに多い桁で計算するため、rank と同じ結果になる
sql-roots-double = このモデルは根を使う：{ $engine } は倍精度で計算するため、総合スコアの12桁目が rank と異なることがある。根の中の積は先に正確に計算するため、等しい積は同順位になる
sql-too-large = { $engine } の整数は38桁まで：それを超える項目には順位が付かず、problem が too-large になる
sql-score = score 列は正確な総合スコアに最も近い倍精度の値かその隣の値で、順位はこれに左右されない
sql-cells = 表の列を文字列にする：全角数字は半角に、前後の空白は取り、空欄は NULL にする
sql-numbers = 文字列を整数にする：言葉は一覧から、数は10の何乗かを掛けて。それ以外は NULL
sql-ratings = 尺度の中にあるものだけが評価になる。それ以外の値がある項目には順位が付かない
sql-rating = { $criterion }：{ $scale }（{ $power }倍した整数）
sql-missing = 空欄の評価軸
sql-unreadable = 値はあるが評価ではない評価軸：数でも定義された言葉でもない、尺度の外、範囲、桁が多すぎる
sql-factors = 上の値から計算する要素
sql-totals = 総合スコアのもとになる値
sql-total = 総合スコア
sql-in-units = { $formula }（単位は { $unit }）
sql-over-divisor = { $formula }（単位は { $unit }、別の列の値で割る）
sql-scored = 比べる値と、表示する値
sql-key-whole = 総合スコアを表す整数
sql-key-twelve = 有効数字12桁に丸めた総合スコア
sql-key-digits = 総合スコアの各桁（割る数の桁数の2倍）：a/b と c/d は等しくなければ 1/bd 以上離れるため、すべての桁が同じ商は等しい
sql-key-steps = 筆算で求めた総合スコアの各桁（整数部と、18桁を2回）：a/b と c/d は等しくなければ 1/bd 以上離れるため、割る数が 10^18 以下なら、すべての桁が同じ商は等しい
sql-key-ties = 総合スコアが等しいときに順位を決める値。空欄は最後
sql-as-double = 表示する値：最も近い倍精度の数
sql-zero = 割る側なのに0である評価軸
sql-places = 総合スコアごとに1行：その項目数と、より高い項目の次の順位。1台の計算機で並べ替えるのは、異なる総合スコアだけ
sql-answer = 結果：順位の高い順。順位のない項目は、欠けているものや誤りとともに最後に並ぶ
sql-answer-top = 結果：順位の高い順（境目の同順位を含む）

note-sql-digits = 高い総合スコアは { $engine } の桁数を超えることがあり、その項目には順位が付かず problem が too-large になります。--decimals を小さくすると収まりやすくなります
error-dialect = { $name } というSQLの方言はありません。使える方言：{ $known }
error-table = { $name } は表の名前ではありません。`plans.items` のように点で区切ってください。点を含む部分は二重引用符で囲みます
error-sql-name = { $engine } では { $name } という名前を書けません
error-sql-shared = { $column } という列が { $first } と { $second } の両方に使われます
error-sql-no-id = 見出しに ID の列がありません。`--column id=見出し` で指定してください
error-sql-constant = モデルの定数が大きすぎて、クエリにできません
error-decimals = --decimals には0から{ $most }までの数を指定してください
## plan

plan-headline = 計画：{ $of }件中{ $planned }件{ $periods ->
    [1] {""}
   *[other] （{ $periods }期間）
  }、価値の合計 { $total }
plan-period = 第{ $period }期
plan-column-effort = 工数
plan-column-after = 前に行う項目
plan-column-must = 必須
plan-column-owner = 担当者
plan-column-name = 名前
plan-column-capacity = 使える工数
plan-column-load = 抱えている工数
plan-column-planned = 今回の工数
plan-column-before = 今の負荷率
plan-column-share = 計画後の負荷率
plan-must = ○
plan-percent = { $percent }%
plan-empty-periods = { $count ->
    [1] 第{ $from }期には、入る項目がありません
   *[other] 第{ $from }期からあとの{ $count }期には、入る項目がありません
  }
plan-capacity = 上限 { $capacity } のうち { $effort } を使用（{ $percent }%）{ $several ->
    [yes] 、価値 { $total }
   *[no] {""}
  }
plan-quality = { $kind ->
    [all] 計画に入れられる項目は、すべて収まります
    [best] 上限の中で、これより価値の高い組み合わせはありません{ $step ->
        [none] {""}
       *[other] （工数は { $step } 刻みで計算）
    }
    [musts] 必ず行う項目を優先していますが、この期間には入りきりません。上限の中で、これより価値の高い組み合わせがあるかもしれません（最大でも { $bound }）
   *[off] 最善との差は最大でも { $gap }% です（上限の中で { $bound } を超える組み合わせはありません{ $step ->
        [none] {""}
       *[other] 。工数は { $step } 刻みに切り上げて計算
    }）
  }
plan-owners = { $kind ->
    [even] 負荷率が最も高い人は { $share } で、これより均等な割り当てはありません
    [lowest] 負荷率が最も高い人は { $share } で、これより低くはできません
   *[near] 負荷率が最も高い人は { $share } です（どう割り当てても { $bound } 以上になります）
  }
plan-walk = { $kind ->
    [same] 順位の高いほうから入るだけ入れても、同じ計画になります
    [divided] 順位の高いほうから入るだけ入れると、同じ項目が別の期間に入ります
    [more] 順位の高いほうから入るだけ入れた場合の価値は { $total } で、この計画のほうが { $difference } 高くなります
    [equal] 順位の高いほうから入るだけ入れても、価値は同じです
   *[less] 順位の高いほうから入るだけ入れた場合の価値は合計 { $total } で、この計画のほうが { $difference } 低くなります（期間ごとに最善の組み合わせを先に選ぶためです）
  }{ $came ->
    [0] { $went ->
        [0] {""}
       *[other] （この計画に入らない項目：{ $without }）
    }
   *[other] （この計画だけに入る項目：{ $with }{ $went ->
        [0] {""}
       *[other] ／入らない項目：{ $without }
    }）
  }
plan-one-by-one = 期間は1つずつ順に、残りの項目から最善の組み合わせを選んでいます（全期間を合わせて考えると、よりよい分け方がある場合もあります）
plan-left = { $reason ->
    [no-room] 収まらない項目：{ $items }
    [too-large] 1期間の上限を超える項目：{ $items }
    [blocked] 前に行う項目が計画に入らないため、始められない項目：{ $items }
    [no-effort] 工数がわからないため、計画に入れない項目：{ $items }
    [no-value] 価値がわからないため、計画に入れない項目：{ $items }
   *[skip] 行わないことにした項目：{ $items }
  }
plan-left-effort = { $id }（{ $effort }）
plan-left-behind = { $id }（{ $before } のあと）
plan-column-worth = 価値は { $column } 列の値
plan-column-undivided = 総合スコア × { $divisor }
plan-division = { $kind ->
    [undone] 価値は、総合スコアに{ $divisors }を掛けた値です（総合スコアは{ $divisors }で割った値なので、そのまま合計すると{ $divisors }を二重に数えてしまうため）
   *[remains] 総合スコアは{ $divisors }で割った値です（それが工数にあたる場合は、工数を二重に数えてしまいます。割る前の値の列を `--value 列` で指定してください）
  }
plan-next = { $kind ->
    [nothing] 次は、`--capacity` を増やすか、大きすぎる項目を分けてください
    [people] 次は、`--people people.csv`（名前、スキル、使える工数、抱えている工数）で担当者を決めてください
   *[agree] 次は、全員がそろっているうちに担当者の合意を取り、`-o plan.csv` で計画を残してください
  }
error-capacity = --capacity には0より大きい数値を指定してください（{ $text } は使えません）
error-step = --step には0より大きい数値を指定してください（{ $text } は使えません）
error-periods = --periods には1から{ $most }までの数を指定してください
note-value-column = 総合スコアではなくファイルの列の値で計画するには：`--value 列の見出し`
error-stdin-people = 標準入力は、改善項目か担当者の一方にだけ指定できます
