# What answers say: headings, the lines under a table, and why something could not run.

help-label = help
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
note-only-top = { $file } has only the ranks up to { $top } (`--top`): items below count as added or removed
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
