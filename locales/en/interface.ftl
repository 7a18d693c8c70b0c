# What answers say: headings, the lines under a table, and why something could not run.

label-help = help
findings-summary = { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
  }, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
  }{ $notes ->
    [0] {""}
    [one] , 1 note
   *[other] , { $notes } notes
  }{ $hidden ->
    [0] {""}
   *[other] ; the first { $shown } are shown
  }

## Tables

column-rank = Rank
column-id = ID
column-title = Title
column-score = Score
column-difference = Difference

## Under a table

share = { $name } { $percent } %
model-line = Model { $model }: { $weights }{ $parts } ({ $source })
model-parts = {""}; { $factor }: { $weights }
weights-own = the model's own weights
weights-file = weights from { $file }
weights-scenario = scenario { $scenario }
weights-flags = changed by --weight
unranked-item = { $id } ({ $missing } missing, could be { $ranks })
rank-one = rank { $rank }
rank-span = rank { $best } to { $worst }
unranked-division = { $id } ({ $divisors } is 0)
unranked-large = { $id } (score too large)
unranked-line = Not ranked: { $items }{ $rest ->
    [0] {""}
   *[other] {" "}and { $rest } more
  }
tie-line = The cut at { $top } goes through a tie: { $ids }{ $rest ->
    [0] {""}
   *[other] {" "}and { $rest } more
  } share rank { $rank }, so { $count } items are shown
tie-break-line = Equal scores are decided by { $criteria }
uncertain-line = ~ a range was given: its middle counts

## explain

advice-zero = Nothing can be divided by 0: give it a number above 0, or leave the cell blank
advice-large = Look for digits too many in its ratings
explain-place = Rank { $rank } of { $of }{ $tied ->
    [yes] , shared with { $others ->
        [one] one other
       *[other] { $others } others
      }
   *[no] {""}
  }; score { $score }
explain-missing = Not ranked: { $missing } missing; filled in, it could be { $ranks } among those ranked
explain-division = Not ranked: { $divisors } is 0, and nothing can be divided by it
explain-large = Not ranked: the score is too large to be written
turn-divides = , a cost: divides
turn-reversed = , a cost: counts as { $sum } − { $value } = { $result }
turn-mapped = , from { $from } onto { $onto }: { $result }
advice-leader = Nothing stands above it
advice-fill-in = Fill in what is missing, and it will be ranked
advice-smallest = To pass { $above }: { $criterion } { $from } → { $to } is the smallest change (score { $score }, rank { $rank })
advice-change = { $criterion } { $from } → { $to }
advice-others = Or one of: { $changes }
advice-none = No change of one rating alone lifts it past { $above }

## rank

rank-without-file = no file given; to rank a backlog: tenbin rank backlog.csv
    to start with an example: tenbin init, then tenbin rank backlog.csv

## --watch

watch-line = Watching { $files }; Ctrl+C ends it
watch-more = … { $count ->
    [one] 1 more line
   *[other] { $count } more lines
  }
error-watch-stdin = --watch needs a file that can change: standard input can't be watched

## Two orders

and-more = { $list } and { $rest } more
order-line = { $swapped ->
    [0] No pair of items changes places
    [one] 1 of { $pairs } pairs of items changes places
   *[other] { $swapped } of { $pairs } pairs of items change places
  }{ $ties ->
    [0] {""}
    [one] , 1 ties or comes apart
   *[other] , { $ties } tie or come apart
  } (Kendall's tau-b { $tau })
order-undefined = Too few items with different ranks to say how alike the two orders are
tau-line = Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse

## whatif

whatif-without-scenario = there is nothing to hold against the base weights; try one weight with `--weight ease=2`, or write scenarios into weights.toml:
    {"["}scenarios.retention]
    customer_impact = 6
whatif-scenario = { $name }: { $weights }
whatif-cutoff = { $came ->
    [0] { $went ->
        [0] The top { $top } stays as it is
       *[other] Out of the top { $top }: { $left }
    }
   *[other] Into the top { $top }: { $entered }{ $went ->
        [0] {""}
       *[other] ; out of it: { $left }
    }
  }
whatif-item = { $id } (rank { $rank })
whatif-gained = Ranked only here: { $items }
whatif-lost = Not ranked here: { $items }
whatif-no-cut = { $count ->
    [one] The only item stands
   *[other] All { $count } items stand
  } within the cutoff at { $top }; `--top N` sets another one

## compare

compare-column-before = Before
compare-column-moved = Moved
compare-column-weights = Weights
compare-column-own = Own ratings
compare-column-others = Other items
compare-same = Nothing moved: the ranking is the same as before
compare-headline = { $moved ->
    [0] No item moved
    [one] 1 item moved
   *[other] { $moved } items moved
  }; { $came ->
    [0] { $went ->
        [0] the top { $top } stays as it is
        [one] { $left } goes out of the top { $top }
       *[other] { $left } go out of the top { $top }
    }
    [one] { $entered } comes into the top { $top }
   *[other] { $entered } come into the top { $top }
  }{ $came ->
    [0] {""}
   *[other] { $went ->
        [0] {""}
        [one] {" "}and { $left } goes out
       *[other] {" "}and { $left } go out
    }
  }{ $more ->
    [0] {""}
   *[other] ; { $more } added: { $added }
  }{ $fewer ->
    [0] {""}
   *[other] ; { $fewer } removed: { $removed }
  }
compare-top-before = Top { $top } before: { $ids }
compare-top-now = Top { $top } now: { $ids }
compare-gained = Ranked now and not before: { $items }
compare-lost = Ranked before and not now: { $items }
compare-unsplit = Not taken apart: { $items } (their old ratings give no rank under the new weights)
compare-before = Before: { $line }
compare-now = Now: { $line }
compare-steps = Each movement is taken apart in this order: the new weights on the old ratings, then the item's own new ratings, then all other items
note-ranges-as-middles = in { $file } ranges stand as their middles
note-only-kept = { $file } has only the rows that `--where` kept: the others count as added or removed
note-only-top = { $file } has only the ranks up to { $top } (`--top`): items below count as added or removed
error-stdin-both = only one of the files can come from standard input
error-goal = { $text } is no goal, expected a number above 0 such as `20`
error-order = { $name } is no stage to begin with, expected { $known }
error-stdin-twice = both sides can't come from standard input
error-two-models = { $file } is weighed by the model { $model } and { $other } by { $other_model }: name one for both with `--model`
error-two-definitions = the model { $model } is not the same in { $file } and { $other }: both sides are weighed by one model
error-other-scores = the scores in { $file } are not those that the model { $model } gives now: print that ranking again, or compare the backlogs

## init

init-wrote = wrote { $file }
init-kept = kept { $file }: it was there already
init-next = next: tenbin rank { $file }
init-next-there = next: cd { $folder }, then tenbin rank { $file }
init-own-heading = My { $name }
init-backlog-name = backlog.csv
init-howto-name = HOWTO.md
init-titles = Download invoices in bulk|Faster search|Row numbers in import errors|Mobile notification settings|Finer permissions
init-weights = # What tenbin uses when it ranks a backlog in this folder or below.
    # Change the numbers, run tenbin again, and see what moves.
    #
    # A weight is a number from 0 up; what counts is its share of the sum. 0 takes a criterion out.
init-weights-product = # What tenbin uses when it ranks a backlog in this folder or below.
    # Change the numbers, run tenbin again, and see what moves.
    #
    # This model multiplies, so a weight is an exponent: 2 counts a criterion squared, 0 takes it out.
init-scenarios = # A scenario says only what differs. Use it with: tenbin rank backlog.csv --scenario focus
init-columns = # If your file calls a column something else, name it here.
init-values = # Words that stand for ratings, if your team rates with marks.
init-howto = # How to rank with tenbin

    1. Open `{ $backlog }` in your spreadsheet. Replace the examples: one row for each item, one rating in each column.
       Leave a cell blank where nobody knows yet: a blank never counts as zero, the item is listed apart.
       The ratings: { $scales }
    2. Set the weights in `weights.toml`.
    3. Run `tenbin rank { $backlog }`.
    4. Ask why: `tenbin explain { $backlog } A-1`.
    5. Try other weights without changing a file: `tenbin rank { $backlog } --weight { $key }=2`.
    6. Before the meeting: `tenbin check { $backlog }` says what is missing, and what the first ranks hang on.
    7. Hand it on: `tenbin rank { $backlog } --excel -o ranked.csv` opens in Excel as it should.
init-scale-rating = { $name }: { $low } to { $high }
init-scale-cost = { $name }: { $low } to { $high }, higher is worse
init-scale-quantity = { $name }: any number from 0 up
init-scale-quantity-cost = { $name }: any number above 0, higher is worse

## review

review-percent = { $percent } %
review-execution = { $quantity ->
    [none] –
   *[other] { $quantity } %
  }, { $quality ->
    [none] –
   *[other] { $quality }
  }
review-headline = { $results ->
    [one] 1 result
   *[other] { $results } results
  }: { $reached } reached, { $moving } on the way, { $still } without effect{ $worse ->
    [0] {""}
   *[other] , { $worse } worse than before
  }{ $unplanned ->
    [0] {""}
   *[other] , { $unplanned } without a plan to hold { $unplanned ->
        [one] it
       *[other] them
      } against
  }{ $open ->
    [0] {""}
   *[other] , { $open } not measured yet
  }
review-column-metric = Metric
review-column-baseline = Baseline
review-column-planned = Planned
review-column-actual = Actual
review-column-improvement = Gain
review-column-share = Of the plan
review-column-execution = Execution
review-column-measured = Measured
review-column-metrics = Metrics
review-column-reached = Reached
review-column-not = Not reached
review-column-open = Open
review-column-verdict = Verdict
review-verdict = { $reading ->
    [reached] reached
    [reached-thinly] reached
    [worse] worse
    [no-plan] no plan
    [before-start] not yet
    [not-measured] not yet
   *[other] not reached
  }
review-readings = What it means
review-name = { $id } { $metric }
review-line = { $name }: { $sentence }
review-reading = { $reading ->
    [reached] reached, with { $share } % of the planned improvement ({ $reached } % counts); make it bigger, more general, leaner or gentler for the people in it, and spread it
    [reached-thinly] reached, with { $share } % of the planned improvement ({ $reached } % counts), though { $lacks ->
        [quantity] only { $quantity } % of the work was done ({ $enough } % is enough)
        [quality] it was done at quality { $quality } only ({ $good } is enough)
       *[both] only { $quantity } % of the work was done ({ $enough } % is enough), at quality { $quality } ({ $good } is enough)
      }; find out what did it before it is spread
    [partly] done enough ({ $quantity } % of the work, { $enough } % is enough) and well enough (quality { $quality }, { $good } is enough), and { $share } % of the plan reached ({ $reached } % counts as reached, { $moving } % as moving); the hypothesis holds in part, so look for what is still missing
    [raise-execution] moving in the right direction, with { $share } % of the plan ({ $moving } % counts as moving), but { $lacks ->
        [quantity] only { $quantity } % of the work was done ({ $enough } % is enough)
        [quality] it was done at quality { $quality } only ({ $good } is enough)
       *[both] only { $quantity } % of the work was done ({ $enough } % is enough), at quality { $quality } ({ $good } is enough)
      }; raise the execution
    [moving] moving in the right direction, with { $share } % of the plan ({ $moving } % counts as moving), but { $quantity ->
        [none] how much of the work was done isn't known
       *[other] { $quality ->
            [none] how well it was done isn't known
           *[other] how it was done isn't known
          }
      }; find that out before you judge the hypothesis
    [hypothesis-wrong] done enough ({ $quantity } % of the work, { $enough } % is enough) and well enough (quality { $quality }, { $good } is enough), and no result, with { $share } % of the plan ({ $moving } % would count as moving); the hypothesis is wrong, draw it again
    [untested] no result, with { $share } % of the plan ({ $moving } % would count as moving), but { $lacks ->
        [quantity] only { $quantity } % of the work was done ({ $enough } % is enough)
        [quality] it was done at quality { $quality } only ({ $good } is enough)
       *[both] only { $quantity } % of the work was done ({ $enough } % is enough), at quality { $quality } ({ $good } is enough)
      }; the hypothesis is untested, so do it properly or drop it
    [no-result] no result, with { $share } % of the plan ({ $moving } % would count as moving), and how it was done isn't known; find that out before you call the hypothesis wrong
    [worse] worse than the baseline, at { $share } % of the plan; stop and look whether this work is the cause, then draw the hypothesis again
    [no-plan] { $improvement ->
        [none] nothing to compare with, because the baseline is missing
       *[other] { $improvement } against the baseline, and no planned improvement to hold it against
      }; write baseline and plan down before the next work begins
    [before-start] measured before the start, so the figure says nothing of this work; correct the two days, or measure it now
   *[not-measured] not measured yet
  }
review-early = { $sentence } – but this is a first reaction, { $days ->
    [0] measured on the day of the start
    [one] measured 1 day after the start
   *[other] measured { $days } days after the start
  }: the full effect takes one to three months, so measure again before you decide
review-open = Not measured yet ({ $count }): { $names }
review-ranking = Was the ranking right?
review-correlation = Score and share of the plan: rank correlation { $rho } over { $n } results; by chance alone it would lie between { $low } and { $high } nineteen times in twenty ({ $method ->
    [exact] all orders
    [drawn] { $draws } orders drawn with seed { $seed }
   *[normal] normal distribution
  }). { $reading ->
    [right] The ranking pointed the right way: what stood higher reached more of its plan
    [wrong] The ranking pointed the wrong way: what stood higher reached less of its plan
   *[chance] That could be chance: it can't be said that the ranking was right, nor that it was wrong
  }
review-too-few = Score and share of the plan are both known of { $n ->
    [one] 1 item
   *[other] { $n } items
  }: too few to conclude anything; it takes { $enough } or more. (The rank correlation is { $rho }, and by chance alone it would lie between { $low } and { $high } nineteen times in twenty)
review-correlation-none = Score and share of the plan are both known of { $n ->
    [one] 1 item
   *[other] { $n } items
  }, { $n ->
    [0] so nothing can be said
    [one] so nothing can be said
   *[other] and one of the two is the same throughout, so nothing can be said
  } about the ranking; it takes { $enough } or more that differ
review-column-n = Results
review-column-rho = Correlation
review-column-chance = By chance
review-column-reading = Reading
review-between = { $low } to { $high }
review-criterion = { $reading ->
    [right] pointed the right way
    [wrong] pointed the wrong way
    [unrated] nothing to compare: no ratings
    [few] nothing to compare: a single result
    [none] nothing to compare: all the same
   *[chance] could be chance
  }
review-learnt = The weights that would have come nearest to these { $n } results (non-negative least squares), as a scenario to talk about. They are never applied. Rank correlation { $before } with the scores of that time, { $after } with these weights{ $left ->
    [none] {""}
   *[other] , and { $left } with each result ranked by weights that were learnt without it, which is the honest figure
  }: they are fitted to what they are judged by, and a few results more can turn them round. To try them, paste this into the weights file:
review-learnt-few = { $n ->
    [one] 1 item has
   *[other] { $n } items have
  } a share of the plan and all ratings: weights are learnt from { $enough } on
review-learnt-other = No weights are learnt: the model is not one weighted mean or sum
review-learnt-nothing = No weights are learnt: no criterion goes along with the results, so no weights at all would have ranked them better
review-learnt-unranked = No weights are learnt: that takes the ratings of that time too; give the ranking with `--ranked`
review-learnt-unknown = No weights are learnt: the ranking has no ratings on { $criterion }
review-next = Next: { $steps }
review-next-stop = stop what got worse and look whether the work is the cause
review-next-again = draw again what had no effect
review-next-raise = raise the execution where it fell short
review-next-execution = find out how the work was done where that isn't known
review-next-missing = look for what is missing where the plan was reached in part
review-next-cause = find out what did it where the plan was reached with less than enough work
review-next-spread = spread what was reached
review-next-first = measure what has not been measured since it began
review-next-measure = measure again where the full effect can't be seen yet, one to three months after the start
review-next-plan = write baseline and plan down before the next work begins
review-next-scores = To see whether the ranking was right: `tenbin review { $file } --ranked RANKING`, with the ranking as `rank -f csv` printed it
review-legend = Execution: quantity and quality, how much of the work was done and how well. Reached from { $reached } % of the planned improvement, moving from { $moving } %; done enough from { $quantity } % of the work, well enough from quality { $quality } (`[review]` in the weights file)

web-results-x = Score →
web-results-y = ↑ Share of the planned improvement
web-results-note = The scores are those that the page opened with. Filled: the plan was reached
web-results-left = { $count ->
    [one] 1 item with a result has
   *[other] { $count } items with a result have
  } no score here

## backcast

backcast-step = { $from } → { $to }
backcast-headline = Goal: { $goal } { $stage }; now { $now }{ $reached ->
    [yes] , so the goal is reached
   *[no] , { $gap } short
  }
backcast-column-stage = Stage
backcast-column-now = Now
backcast-column-required = Required
backcast-column-gap = Gap
backcast-column-rate = To the next
backcast-column-best = At best
backcast-column-alone = Alone gives
backcast-column-needed = Rate needed
backcast-mark = bottleneck
backcast-bottleneck = { $count ->
    [one] The bottleneck is { $steps }, at { $rate }: raised to { $best } alone it would bring
   *[other] The bottlenecks are { $steps }, each of which, raised to its best alone, would bring
  } { $last } to { $delivers }, { $all ->
    [yes] which closes the whole gap; no other step alone would bring more{ $first ->
        [yes] {""}
       *[no] . Its cause may lie in an earlier stage
      }
   *[no] which closes { $closes } of the gap; no other step alone closes more{ $first ->
        [yes] {""}
       *[no] . Its cause may lie in an earlier stage
      }
  }
backcast-no-bottleneck = There is no bottleneck: every rate is at its best already{ $beyond ->
    [yes] {""}
   *[no] , so only more at the start leads to the goal
  }
backcast-change = The smallest single change of a rate that reaches the goal: { $steps } from { $rate } to { $needed } (+{ $points } points){ $count ->
    [one] {""}
   *[other] , for any one of them
  }{ $beyond ->
    [yes] , which is more than the best that the file thinks possible
   *[no] {""}
  }
backcast-no-change = No single change of a rate reaches the goal, not even to 100 %: it takes more than one, or more at the start
backcast-entry = With all rates as they are it takes { $required } { $stage } instead of { $now }
backcast-items-heading = What works on the bottleneck
backcast-items = On the bottleneck: { $on } of { $of ->
    [one] 1 item
   *[other] { $of } items
  }; on other stages: { $elsewhere }{ $unknown ->
    [0] {""}
   *[other] ; without a stage of the funnel: { $unknown }
  }
backcast-next = { $reached ->
    [yes] Next: keep measuring, or set a higher goal
   *[no] { $items ->
        [nowhere] Next: look for more at the start, or for a better way than these stages
        [none] Next: write a `stage` into your backlog and see which items work on the bottleneck: `tenbin backcast { $file } --goal { $goal } --items BACKLOG`
        [empty] Next: look for items that work on the bottleneck; what works elsewhere doesn't deserve the business impact that it claims
       *[some] Next: check that the business impact of these items is rated accordingly: they work where it counts
      }
  }
backcast-legend = Required: the goal over the rates behind it. Alone gives: the last stage with this rate alone at { $best ->
    [yes] its best
   *[no] 100 %
  }. Rate needed: what reaches the goal if nothing else changes{ $derived ->
    [yes] . ~: worked out from the rates
   *[no] {""}
  }

## Could not run

error-read = cannot read { $file }: { $reason }
error-write = cannot write { $file }: { $reason }
error-stdout = cannot write to standard output: { $reason }
error-too-large = { $file } is larger than { $limit }, the most that tenbin reads
error-stdin-terminal = standard input is a terminal: give a file, or pipe one in
error-stdin-empty = nothing came on standard input
error-output-is-input = { $file } is a file that is being read: write to another one
error-dangling-link = { $file } is a link to nothing
error-no-folder = there is no folder { $folder }
error-top = --top takes a number from 1 up
error-where = { $text } is no condition, expected `COLUMN=VALUE` or `COLUMN!=VALUE`
error-no-column = there is no column { $name } in the file, which has { $known }{ $close }
error-several-columns = { $count } columns are called { $name }: name one by its number, such as { $first }
error-no-value = no row has { $value } under { $column }, { $count ->
    [0] where all cells are blank
   *[other] which has { $known }
  }{ $close }
error-meant = {""}; did you mean { $name }?

## By column

view-no-group = (none)
view-column-items = Items
view-column-best = Best rank
view-column-top = In the top { $top }
view-column-group = Group
view-column-rank = In group
view-most = The largest part of the top { $top }: { $names }, with { $most } of its { $all } items{ $count ->
    [one] {""}
   *[other] {" "}each
  }
view-blank = blank
view-or = { $one } or { $other }
view-and = { $one } and { $other }
view-is = { $column } is { $values }
view-is-not = { $column } is not { $values }
view-kept = { $kept ->
    [0] None of { $of } rows is kept
    [one] 1 of { $of } rows is kept
   *[other] { $kept } of { $of } rows are kept
  }: { $conditions }
view-ranks = Ranks are among the rows that are kept; no score depends on the others
error-format = there is no format { $name }; there are { $known }
error-ending = the ending of { $file } means no format; say which with --format: { $known }
error-excel-format = --excel makes CSV or TSV, not { $format }
error-not-shown = { $format } is a file and can't be shown here: name one with -o, such as `-o ranked.xlsx`
error-encoding = there is no encoding { $name }; try utf-8, shift_jis, euc-jp, utf-16le or windows-1252
error-weight = { $text } is no weight: write KEY=N, such as ease=2
error-column = { $text } names no column: write KEY=HEADER, such as ease=Simplicity
error-column-key = { $key } is nothing that a column can be for; there are { $known }
error-delimiter = { $text } is no delimiter: give one character, or comma, semicolon, tab, pipe
error-id = there is no item { $id } among { $count ->
    [one] one
   *[other] { $count }
  }
error-id-close = there is no item { $id }; did you mean { $close }?
reason-not-found = no such file
reason-permission = permission denied
reason-directory = it is a folder
reason-no-folder = it is no folder
reason-device = it is a device
reason-read-only = it is read-only
reason-full = no space left on the device
reason-sheet = { $rows } rows and { $columns } columns are more than a workbook's sheet holds (1,048,576 rows, 16,384 columns); write CSV instead
note-other-model = the headers fit the model `{ $model }`: rank it with `--model { $model }`
note-other-axes = the headers fit the model `{ $model }`: place the items by two of its criteria, named with `--value` and `--ease`: { $keys }
note-guarded = { $count ->
    [one] 1 cell got an apostrophe in front, so that a spreadsheet doesn't run it
   *[other] { $count } cells got an apostrophe in front, so that a spreadsheet doesn't run them
  }

note-cells-cut = { $count ->
    [one] 1 cell was longer than the 32,767 characters that a workbook's cell holds, and was cut; CSV and JSON have it whole
   *[other] { $count } cells were longer than the 32,767 characters that a workbook's cell holds, and were cut; CSV and JSON have them whole
  }

## workbook

sheet-ranking = Ranking
sheet-weights = Weights
sheet-answer = tenbin
column-weight = Weight
column-direction = Direction
column-scale = Scale
column-cell-name = Name of the cell
workbook-weights = Weights of the model { $model }
workbook-live = Change a weight in a yellow cell, or a rating on the other sheet: scores and ranks follow at once. A weight of 0 takes its criterion out
workbook-sort = Rows stay where they are: to put them in order again, sort the ranking by rank
workbook-fixed = The numbers are fixed here: scores and ranks that follow the weights would be too much for a spreadsheet with so many items, or with so large a model. To see other weights, run tenbin again
workbook-top = Only items down to rank { $top } are in this workbook. Under other weights the ranks are those among these items alone
workbook-origin = Where the weights come from: { $source }
workbook-factor = { $combine ->
    [mean] { $name }: weighted mean
    [sum] { $name }: weighted sum
    [product] { $name }: product, with weights as exponents
   *[geometric-mean] { $name }: weighted geometric mean
  }
workbook-benefit = more is better
workbook-cost = less is better
workbook-scale = { $low } to { $high }
workbook-quantity = 0 or more
entry-scale = Please enter a number from { $low } to { $high }
entry-list = Please choose a whole number from { $low } to { $high }
entry-quantity = Please enter a number, 0 or more

## man

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION

## check

check-without-file = no file given; to check a backlog: tenbin check backlog.csv
check-column-severity = Severity
check-column-place = Place
check-column-finding = Finding
check-column-rule = Rule
check-silent = {" "}({ $ignored ->
    [0] {""}
   *[other] { $ignored } ignored
  }{ $both ->
    [yes] , { "" }
   *[no] {""}
  }{ $baseline ->
    [0] {""}
   *[other] { $baseline } known from the baseline
  })
check-rest = and { $rest } more
check-limit = `--limit N` shows up to N of each severity, `--limit 0` all of them
check-next = `tenbin check --explain CODE` says more about a rule
check-verdict =
    { $verdict ->
        [passed] Passed
        [failed] Failed
       *[stopped] Not checked: the weights, the scenario or the baseline can't be used
    }{ $files ->
        [0] {""}
        [one] : { $name }
       *[other] : { $files } files
    }{ $files ->
        [0] {""}
       *[other] , { $items ->
            [one] 1 item
           *[other] { $items } items
        }{ $state ->
            [unread] , not read
            [unranked] , not ranked
            [some] , { $ranked } of them ranked
           *[all] {""}
        }; model { $model } ({ $source }), cutoff at { $top }
    }
note-cut = { $rest } more findings are not in the report; `--limit 0` takes all of them
note-baseline = { $file } knows { $count ->
        [one] 1 finding
       *[other] { $count } findings
    } now: they don't fail any more
error-rule = there is no rule { $rule }; `tenbin check --list` names them all
error-rule-close = there is no rule { $rule }; did you mean { $close }?
error-rules-format = rules come as `human`, `json` or `markdown`, and not as `{ $format }`

## The rules

rules-column-rule = Rule
rules-column-severity = Severity
rules-column-family = Family
rules-column-summary = What it finds
rules-next = `tenbin check --explain CODE` says more about a rule; `[check.rules]` in the weights file changes what it weighs
rules-off = off
rules-headline = `{ $rule }` ({ $severity }; { $family }): { $summary }
rules-bad = Not like this
rules-good = But like this
rules-policy = If you see it differently
rules-policy-level = Say in the weights file what the rule is to weigh for you: `"error"`, `"warning"`, `"note"` or `"off"`
rules-policy-item = For one item alone, `[[check.ignore]]` with its `id` and a `reason` says more
family-file = file
family-headers = headers
family-ratings = ratings
family-identity = identity
family-judgement = judgement
family-decision = decision
family-safety = safety
family-sheets = sheets
family-ballots = ballots
family-results = results
family-planning = planning
family-config = weights file

## stability

stability-nothing = Nothing is ranked, so nothing can change
stability-one-criterion = One criterion alone decides: there are no weights to move
stability-first =
    { $tied ->
        [yes] The first place is shared, and it
       *[no] The first place
    }{ $kind ->
        [fixed] {" "}is safe: no weight alone changes it
        [safe] {" "}is safe: { $criterion } would have to { $way ->
            [up] rise from { $from } % to above { $to } %
           *[down] fall from { $from } % to below { $to } %
        }, for { $rival } to overtake { $item }
       *[unsafe] {" "}is not safe: { $rival } overtakes { $item } when { $criterion } { $way ->
            [up] rises from { $from } % to above { $to } %
           *[down] falls from { $from } % to below { $to } %
        }
    }
stability-cutoff =
    { $tied ->
        [yes] The cutoff at { $top } goes through a tie; with all of it inside, it
       *[no] The cutoff at { $top }
    }{ $kind ->
        [fixed] {" "}is safe: no weight alone changes who is in
        [safe] {" "}is safe: { $criterion } would have to { $way ->
            [up] rise from { $from } % to above { $to } %
           *[down] fall from { $from } % to below { $to } %
        }, for { $rival } to take the place of { $item }
       *[unsafe] {" "}is not safe: { $item } and { $rival } swap when { $criterion } { $way ->
            [up] rises from { $from } % to above { $to } %
           *[down] falls from { $from } % to below { $to } %
        }
    }
stability-draws =
    { $kind ->
        [within] { $draws } draws of all weights at once, each share within { $within } points of its own; seed { $seed }, standard error at most { $error } points
       *[any] { $draws } draws of all weights at once, every share as likely as any other; seed { $seed }, standard error at most { $error } points
    }
stability-dominated = Always beaten: { $items }{ $rest ->
    [0] {""}
   *[other] {" "}and { $rest } more
  }
stability-dominated-item = { $id } (by { $by })
stability-left-out = Not drawn, because of a missing quantity or a 0 in a product: { $items }{ $rest ->
    [0] {""}
   *[other] {" "}and { $rest } more
  }
column-criterion = Criterion
column-share = Share
column-first-holds = First place holds
column-top-holds = Top { $top } holds
column-order-holds = Whole order holds
column-in-top = In top { $top }
column-first = First
column-mean-rank = Mean rank
column-rank-ends = Ranks
column-shades = First … last
error-draws = --draws takes a number from 1 to { $most }
error-within = { $text } is no share: write --within 0.1 or --within 10%

## workshop

sheet-reason = { $name }_note
sheets-wrote = wrote { $file } ({ $items ->
    [one] 1 item
   *[other] { $items } items
  }; { $criteria })
sheets-next = Next: give each team its sheet to fill in, then { $kind ->
    [lead] `tenbin workshop merge { $files } -o agreed.csv`
   *[all] `tenbin workshop agenda { $files }`
  }
workshop-says = { $name }: { $what }
p-below = p < { $p }
p-is = p = { $p }
agenda-headline = { $entries ->
    [0] Nothing to discuss between { $raters } raters on { $of ->
        [one] 1 item
       *[other] { $of } items
      }
   *[other] To discuss: { $entries ->
        [one] 1 difference
       *[other] { $entries } differences
      } on { $items ->
        [one] 1 item
       *[other] { $items } items
      } of { $of }, between { $raters } raters; { $crossing ->
        [0] none of them can change the top { $top }
        [one] 1 can change the top { $top }
       *[other] { $crossing } can change the top { $top }
      }
  }
agenda-column-lowest = Lowest
agenda-column-highest = Highest
agenda-column-median = Median
agenda-column-ad = AD
agenda-column-ranks = Rank
agenda-column-split = Camps
agenda-split = split
agenda-ranks = { $low } → { $high }
agenda-entry = { $id } { $criterion }
agenda-time = { $minutes } minutes are enough for { $room ->
    [one] 1 difference
   *[other] { $room } differences
  } of { $each } minutes{ $left ->
    [0] : there is time for all of them
   *[other] ; left out: { $names }{ $crossing ->
        [0] {""}
        [one] , of which 1 can change the top { $top }
       *[other] , of which { $crossing } can change the top { $top }
      }
  }
agenda-agreed = No need to talk about { $count ->
    [one] 1 item
   *[other] { $count } items
  }, on which the differences are too small to matter: { $ids }
agenda-thin = Nothing to compare yet on { $count ->
    [one] 1 item
   *[other] { $count } items
  }, because a criterion has fewer than two ratings: { $ids }
agenda-next = Next: note what is agreed as `id,criterion,rating,note` and run `tenbin workshop merge SHEET… -o agreed.csv --decisions decisions.csv`
agenda-agreement = How far the raters agree
agenda-w = The order of the items: Kendall's W { $w } over { $items } items and { $raters } raters ({ $p }, { $method ->
    [exact] all arrangements
    [drawn] { $draws } arrangements drawn with seed { $seed }
   *[other] chi-squared
  }): { $reading ->
    [strong] the raters largely want the same first
    [some] the raters want much the same first, with differences
    [few] too few items to tell it from chance
    [weak] there is little that the raters' orders have in common
   *[chance] it could be chance; nothing speaks for a common order
  }
agenda-w-none = The order of the items: no Kendall's W, because fewer than two raters order at least two items that all of them have rated
agenda-alpha = { $criterion }: Krippendorff's alpha { $alpha } – { $reading ->
    [reliable] the raters mean the same by it
    [tentative] the raters mean nearly the same by it
    [unreliable] the raters do not mean the same by it: agree on what a high and a low rating stand for
   *[chance] no more in common than by chance: agree on what it means before talking about items
  }
agenda-alpha-none = { $criterion }: no Krippendorff's alpha, because fewer than two items have two ratings, or all ratings are equal
agenda-rater = { $rater }: { $leniency ->
    [none] lenient or strict can't be told
    [lenient] rates { $distance } points above the others, which is lenient
    [strict] rates { $distance } points below the others, which is strict
   *[even] neither lenient nor strict ({ $points } points)
  }{ $order ->
    [none] ; no order to compare
    [alike] ; the same order as the rest (rank correlation { $rho })
    [near] ; nearly the order of the rest (rank correlation { $rho })
   *[other] ; another order than the rest (rank correlation { $rho }): ask what this team sees and the others don't
  }
agenda-legend = Ranks are by the medians; Rank shows the item's with its lowest and with its highest rating. AD: average deviation about the median{ $limit ->
    [none] {""}
   *[other] , agreement up to { $limit }
  }
merge-wrote = wrote { $file } ({ $items ->
    [one] 1 item
   *[other] { $items } items
  } out of the sheets of { $raters ->
    [one] 1 rater
   *[other] { $raters } raters
  }) and { $record } (who gave which rating, and what was taken)
merge-ways = Taken: { $ways }
merge-count = { $count } { $why ->
    [decision] as decided
    [lead] from the leading team
    [lead-blank] as the median where the lead left a blank
    [no-lead] as the median where no team leads
    [median] as the median
    [mean] as the mean
   *[nobody] left blank
  }
merge-why = { $why ->
    [decision] decided in the meeting
    [lead] { $rater } leads this criterion
    [lead-blank] the leading team left a blank: median of the others
    [no-lead] no sheet of a leading team: median of all
    [median] median of all
    [mean] mean of all, rounded to six places
   *[nobody] nobody gave a rating
  }
merge-cells = { $why ->
    [lead-blank] The lead left a blank, so the median of the others was taken: { $cells }
   *[nobody] Nobody gave a rating, so there is a blank: { $cells }
  }
merge-rounds = Since the last round
merge-rounds-line = Of { $all } ratings compared, opinions came together on { $together }, went apart on { $apart } and stayed as they were on { $same }
merge-together = Come together:
merge-apart = Gone apart:
merge-range = { $low }–{ $high }
merge-column-range-before = Range before
merge-column-range = Range
merge-column-ad-before = AD before
merge-column-agreed-before = Agreed before
merge-column-agreed = Agreed
merge-next = Next: `tenbin rank { $file }`
error-stdin-sheets = standard input can be only one of the sheets
error-minutes = --minutes must leave time for one entry at least: { $each } minutes, or fewer with --each
error-each = --each takes a number from 1
error-one-rater = an agenda needs the sheets of two raters or more, found { $raters ->
    [0] none
   *[other] only { $name }
  }: pass every team's sheet, or one file with a `rater` column
error-exists = { $file } is there already and may hold ratings: nothing was written; name another folder with --out
error-no-teams = model { $model } names no teams: say whose sheets to write with --team NAME, or under [teams] in the weights file
error-team-name = team { $team } can't have a sheet of its own: { $file } is no name for a file, or another team has it
error-leads-nothing = team { $team } leads no criterion, so --lead-only leaves nothing to rate; the teams that lead are { $known }
error-by = { $name } is no way to take a rating, expected { $known }
error-merge-ending = { $file } must end in .csv or .tsv: it is a backlog that `tenbin rank` reads

## vote

vote-column-votes = Votes
vote-column-share = Voters
vote-count = { $voters ->
    [one] 1 voter
   *[other] { $voters } voters
  }, { $ballots ->
    [one] 1 ballot
   *[other] { $ballots } ballots
  } counted, up to { $picks ->
    [one] 1 pick
   *[other] { $picks } picks
  } each{ $faulty ->
    [0] {""}
    [one] ; 1 ballot has a fault and isn't counted
   *[other] ; { $faulty } ballots have a fault and aren't counted
  }{ $rows ->
    [0] {""}
    [one] ; 1 row is nobody's ballot
   *[other] ; { $rows } rows are nobody's ballots
  }. Voters: how many of them picked it at all
vote-audience-voters = { $audience } ({ $voters ->
    [one] 1 voter
   *[other] { $voters } voters
  })
vote-audiences = For each audience, votes and (rank): { $audiences }
vote-first = First for { $audience }: { $ids }, { $votes } of { $voters ->
    [one] 1 voter
   *[other] { $voters } voters
  }{ $count ->
    [one] {""}
   *[other] {" "}each
  }
vote-next = Next: place them from the top down: `tenbin vote { $ballots } --actions { $actions } -f csv | tenbin triage -`
vote-next-actions = Next: name the file of the actions with `--actions`, for their titles and ratings, and for actions that nobody picked
vote-stdin = standard input can be either the ballots or the actions, not both
error-picks = --picks takes a number from 1 up

## triage

triage-start-now = Start now
triage-work-out = Work out how
triage-if-time = If someone has time
triage-put-off = Put off
triage-heading = { $label }{ $which ->
    [start_now] : name an owner and start
    [work_out] : name an owner who keeps working out how
    [if_time] : nobody has to, somebody may
    [put_off] : not in this round
   *[own] {""}
  } ({ $count })
triage-empty = Nothing here
triage-column-near = Close call
triage-near-both = both
triage-near-of = { $near } ({ $name })
triage-half = { $name } { $good ->
    [to] up to { $at }
   *[from] from { $at } up
  }
triage-thresholds = Effective: { $value }; easy to start: { $ease } (model { $model })
triage-one-sided = All stand on one side of the threshold for { $name } ({ $low } to { $high }): set another one with `--at`, or with `{ $key }` under [triage] in the weights file
triage-near = Close call: { $same ->
    [yes] a difference of { $near } would move it
   *[no] a difference of { $both } would move it
  } into another field. Talk about { $count ->
    [one] this one
   *[other] these { $count }
  } first: { $ids }
triage-missing = { $id } ({ $missing } missing)
triage-no-value = { $id } (no value can be computed)
triage-unplaced = Not placed: { $items }
triage-next = { $start ->
    [0] { $work ->
        [0] Next: nothing here needs an owner now
        [one] Next: name the owner of the 1 action to work out, in this meeting
       *[other] Next: name the owners of the { $work } actions to work out, in this meeting
    }
   *[other] { $work ->
        [0] Next: name the owners of what starts now ({ $start }), in this meeting
       *[other] Next: name the owners of what starts now ({ $start }) and of what is to be worked out ({ $work }), in this meeting
    }
  }
error-at = { $text } is no threshold: write a number, such as `--at 6`

## report: the page's words; what stands in braces is filled in by the page

report-to-terminal = a page is for a browser: write it to a file with `-o report.html`
report-stdin = standard input can be either the backlog or a sheet, not both
report-one-rater = differences need the sheets of two raters or more, found { $raters ->
    [0] none
   *[other] only { $name }
  }: pass every team's sheet, or one file with a `rater` column
report-ending = { $file } would hold a web page: end its name with { $known }
page-heading =
    { $named ->
        [yes] Priorities: { $file }
       *[no] Priorities
    }
page-by = By { $column }
page-by-note = The best of each group first; ranks move with the weights
page-summary-kept = { $summary }; { $kept }
page-summary = { $ranked ->
    [one] 1 item ranked
   *[other] { $ranked } items ranked
  }{ $unranked ->
    [0] {""}
   *[other] , { $unranked } not ranked
  } · model { $model }
page-noscript = This page ranks its items in the browser, and needs scripts for that. It asks no server for anything; open it in a browser with scripts switched on
page-footer = Made by tenbin. Everything is in this file: nothing is fetched, and nothing is sent
page-findings = Warnings and notes about the file: { $n }
page-at-line = Line { $line }: { $text }
page-percent = { $n } %
page-weights = Weights
page-weight = weight { $n }
page-present = As it stands
page-scenarios = Scenarios
page-parts = What { $name } is made of
page-no-column = Not rated in the file
page-all-zero = All weights are 0: at least one has to count
page-too-large-weights = These weights are too large together to compute a score
page-reset = Reset
page-results = Was the ranking right?
page-copy-toml = Copy as TOML
page-copy-command = Copy as a command
page-copied-toml = The weights are copied, for weights.toml
page-copied-command = The command line is copied
page-ranking = Ranking
page-rank = Rank
page-move = Moved
page-item = Item
page-score = Score
page-tied = tied
page-uncertain = rated as a range
page-moved-up = up { $n }
page-moved-down = down { $n }
page-cutoff = Cutoff: top { $top }
page-cutoff-tied = Cutoff: top { $top }, { $n } with ties
page-unranked = Not ranked: { $n }
page-missing-one = Not rated: { $criteria }. Could take rank { $best }
page-missing-span = Not rated: { $criteria }. Could take ranks { $best } to { $worst }
page-divides = { $criteria } is 0: nothing can be divided by it
page-large = The score is too large
page-show-all = Show all { $n }
page-bars-added = A bar is the score, its parts what each criterion adds; the full width is the best possible score. “=” marks a tie, “~” a rating given as a range
page-bars-multiplied = Each part of a bar shows by how much a criterion lifts the item above the lowest one there, on a scale where equal lengths are equal factors. “=” marks a tie, “~” a rating given as a range
page-new-leader = { $id } is now first
page-rated = Value: { $value }
page-share-of = Share: { $percent }
page-chart = Two criteria at a glance
page-chart-label = { $y } against { $x }, one point an item; arrow keys move through the ranks
page-chart-note = Filled points are in the top { $top }. Better is always up and to the right
page-axis-up = Upward
page-axis-right = To the right
page-axis-more = { $name } →
page-axis-less = { $name }, less is better →
page-field-now = Quick wins
page-field-plan = Big bets
page-field-fill = Fill-ins
page-field-not = Not now
page-field-both = Strong on both
page-field-neither = Strong on neither
page-field-only = Strong on { $name } only
page-pair = { $name }: { $value }
page-place = Rank { $rank }
page-stability = How sure is it?
page-intervals = How far each share can move
page-intervals-note = The black mark is the share as the page opened; within the bars the answer stays the same while the other criteria keep their proportions
page-criterion = Criterion
page-present-share = Share
page-first-holds = First place holds
page-top-holds = Top { $top } holds
page-span = { $low }–{ $high } %
page-always = always
page-acceptability = If all weights were open
page-acceptability-note = { $draws } draws of all weights at once, every share as likely as any other (seed { $seed }); the bars show how often an item takes which rank
page-in-top = In top { $top }
page-first = First
page-ranks = Ranks
page-ranks-one = Rank { $low }
page-ranks-span = { $low }–{ $high }
page-ranks-from = { $low } and below
page-disagreement = Where opinions differ
page-disagreement-note = Each cell has the lowest and the highest rating. The darker, the further apart; bold where the average deviation (AD) is beyond the limit of agreement; “◆” where opinions split into camps. Point at a cell, or go there with the arrow keys, to see who said what and why
page-ad = Median { $value }, AD { $n }
page-split = opinions split into camps
page-reason = Reason: { $text }
page-not-in-backlog = { $count ->
    [one] 1 item of the sheets is not in the backlog, and not shown
   *[other] { $count } items of the sheets are not in the backlog, and not shown
  }
page-table = All items
page-id = ID
page-title = Title
page-search = Search
page-found = { $n } of { $of }
page-copy-table = Copy for a spreadsheet
page-copied-table = The table is copied

## The query of `sql`: its comments

sql-opening = A ranking by tenbin, for { $engine }: the ranks, ties, scores and factors of `tenbin rank`, and the items without a rank
sql-exact = Exact: scores are compared as whole numbers, and tie only where they are equal
sql-roots-decimal = The model takes roots: { $engine } computes them with far more than the twelve digits that are compared, as rank does
sql-roots-double = The model takes roots: { $engine } computes them in doubles, so the last of a score's twelve digits can differ from rank's. What is exact under a root is multiplied exactly first, so that equal products tie
sql-too-large = Whole numbers of { $engine } have 38 digits: an item that needs more gets no rank, and its problem says too-large
sql-score = The column score is the double nearest to the exact score, or its neighbour. Ranks don't depend on it
sql-cells = The table's columns as texts: full-width digits made plain, spaces around them dropped, NULL for a blank
sql-numbers = Each text as a whole number: a word by the list, a plain decimal times a power of ten, NULL for anything else
sql-ratings = A rating is what lies on its scale: an item with anything else gets no rank
sql-rating = { $criterion }: { $scale }, times { $power }
sql-missing = What is blank
sql-unreadable = What is there and is no rating: not a number or a known word, outside the scale, a range, or too many digits
sql-factors = Factors, made of what stands above
sql-totals = The whole, of which the score is made
sql-total = Score
sql-in-units = { $formula }, counted in units of { $unit }
sql-over-divisor = { $formula }, counted in units of { $unit } over the divisor
sql-scored = What is compared, and what is shown
sql-key-whole = The score as a whole number
sql-key-twelve = The score, rounded to twelve significant digits
sql-key-digits = The score's digits, twice as many as a divisor can have: two quotients with the same ones are equal, because a/b and c/d are at least 1/bd apart
sql-key-steps = The score's digits by long division: its whole part, then twice 18 digits; with divisors up to 10^18, two quotients with the same ones are equal, because a/b and c/d are at least 1/bd apart
sql-key-ties = What decides between equal scores, a blank last
sql-as-double = What is shown: the nearest doubles
sql-zero = What should divide and is nought
sql-places = Each distinct score once: how many items have it, and the rank behind all that are higher. Only the distinct scores are put in order on one machine
sql-answer = The answer: the best first, items without a rank last, with what is missing or wrong
sql-answer-top = The answer: the best first, ties across the line included

note-sql-digits = high scores can need more digits than { $engine } has: such items would get no rank but the problem too-large; with a smaller --decimals more fit
error-dialect = there is no dialect { $name }; there are { $known }
error-table = { $name } is no name of a table: parts between points, such as `plans.items`; a part with a point in it stands in double quotes
error-sql-name = { $engine } has no way to write the name { $name }
error-sql-shared = the column { $column } would be read for both { $first } and { $second }
error-sql-no-id = the header has no column for the id; name it with `--column id=HEADER`
error-sql-constant = a constant of the model is too large for a query
error-decimals = --decimals takes a number from 0 to { $most }
## plan

plan-headline = Planned: { $planned } of { $of } items{ $periods ->
    [one] {""}
   *[other] {" "}in { $periods } periods
  }, worth { $total } in all
plan-period = Period { $period }
plan-column-effort = Effort
plan-column-after = After
plan-column-must = Must
plan-column-owner = Owner
plan-column-name = Name
plan-column-capacity = Capacity
plan-column-load = Carries
plan-column-planned = Planned
plan-column-before = Share now
plan-column-share = Share then
plan-must = yes
plan-percent = { $percent } %
plan-empty-periods = { $count ->
    [one] Period { $from } stays empty
   *[other] The other { $count } periods, from period { $from } on, stay empty
  }
plan-capacity = { $effort } of the capacity of { $capacity } is used ({ $percent } %){ $several ->
    [yes] , worth { $total }
   *[no] {""}
  }
plan-quality = { $kind ->
    [all] Everything that can be planned fits
    [best] No other set within the capacity is worth more{ $step ->
        [none] {""}
       *[other] {" "}(efforts counted in steps of { $step })
    }
    [musts] What must be in the plan comes first, and not all of it fits into this period: another set within the capacity may be worth more, at most { $bound }
   *[off] At most { $gap } % below the best: no set within the capacity is worth more than { $bound }{ $step ->
        [none] {""}
       *[other] {" "}(efforts rounded up to steps of { $step })
    }
  }
plan-owners = { $kind ->
    [even] The highest share is { $share }, and no other division of these items is more even
    [lowest] The highest share is { $share }, and it can't be lower
   *[near] The highest share is { $share }; however the items are divided, it is at least { $bound }
  }
plan-walk = { $kind ->
    [same] Taking what still fits, down the ranking, would plan the same
    [divided] Taking what still fits, down the ranking, would plan the same items in other periods
    [more] Taking what still fits, down the ranking, would be worth { $total }: this plan is worth { $difference } more
    [equal] Taking what still fits, down the ranking, would be worth as much
   *[less] Taking what still fits, down the ranking, would be worth { $total }: this plan is worth { $difference } less in all, because it takes the best of each period first
  }{ $came ->
    [0] {""}
   *[other] , with { $with }
  }{ $went ->
    [0] {""}
   *[other] { $came ->
        [0] ,
       *[other] {" "}and
    } without { $without }
  }
plan-one-by-one = Periods are filled one after the other, each with the best of what is left; all of them together may have a better division
plan-left = { $reason ->
    [no-room] No room for: { $items }
    [too-large] Larger than a whole period: { $items }
    [blocked] Waiting for something that isn't planned: { $items }
    [no-effort] Not planned, because nobody knows the effort: { $items }
    [no-value] Not planned, because nobody knows the value: { $items }
   *[skip] Not to be planned: { $items }
  }
plan-left-effort = { $id } ({ $effort })
plan-left-behind = { $id } (after { $before })
plan-column-worth = Values from the column { $column }
plan-column-undivided = Score × { $divisor }
plan-division = { $kind ->
    [undone] The value of an item is its score × { $divisors }: the score is divided by that, and beside the capacity it would count twice
   *[remains] Scores are divided by { $divisors }: where that is the effort once more, it counts twice; `--value COLUMN` plans by a value that isn't divided
  }
plan-next = { $kind ->
    [nothing] Next: raise `--capacity`, or divide what is too large
    [people] Next: find owners with `--people people.csv` (name, skills, capacity, load)
   *[agree] Next: have each owner agree while everybody is there, and keep the plan with `-o plan.csv`
  }
error-capacity = --capacity takes a number above 0, not { $text }
error-step = --step takes a number above 0, not { $text }
error-periods = --periods takes a number from 1 to { $most }
note-value-column = to plan by a column of the file in place of the score: `--value COLUMN`
error-stdin-people = the items and the people can't both come from standard input
