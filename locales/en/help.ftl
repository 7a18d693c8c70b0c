### The help: what each command is for, its examples, its usage line, and one text for each argument; then what is said
### about a command line that can't be understood.
###
### `help-COMMAND` says what a command is for; `.usage` and `.examples` belong to its page, and ` # ` begins a comment.
### `help-arg-NAME` describes an argument on every page; `.arg-NAME` of a command takes its place there. `$names` is
### what an argument takes and `$default` what it is without being given, both with their backticks on.
### No sentence ends with a full stop.

help-heading-start = Start here
help-heading-examples = Examples
help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-global = Global options

## Commands

help-tenbin = Weigh product-improvement items: what should we do first, and how sure are we?
    .usage = tenbin COMMAND [OPTIONS]
    .examples =
        tenbin init # write a starter backlog and a weights file
        tenbin rank backlog.csv # see what comes first
        tenbin explain backlog.csv A-1 # see why an item stands where it does
    .more = For the examples and options of a command: `tenbin COMMAND --help`

help-rank = Rank the items of a backlog: what comes first
    .usage = tenbin rank [OPTIONS] FILE
    .examples =
        tenbin rank backlog.csv
        tenbin rank backlog.csv --top 5 # the first five ranks
        tenbin rank backlog.csv --weight ease=2 # what if ease counted double?
        tenbin rank backlog.csv --scenario retention # with a scenario's weights
        tenbin rank backlog.csv --by owner # whose problem is it?
        tenbin rank backlog.csv --where segment=SMB --where owner!=CS
        tenbin rank backlog.csv --watch # again whenever it is saved
        tenbin rank backlog.csv -o ranking.csv --excel # a file for Excel
        tenbin rank backlog.csv -o ranked.xlsx # a workbook with formulas
        tenbin rank - --format json < backlog.csv # from standard input

help-explain = Show why an item stands where it does: each step of its score, and what would lift it past its neighbours
    .usage = tenbin explain [OPTIONS] FILE ID
    .examples =
        tenbin explain backlog.csv A-1
        tenbin explain backlog.csv A-1 --weight ease=2 # under other weights
        tenbin explain backlog.csv A-1 -f markdown # to paste into a page

help-check = Check backlogs: is each fit to be ranked, and is its ranking safe to act on?
    .usage = tenbin check [OPTIONS] FILE…
    .examples =
        tenbin check backlog.csv # exit code 1 for an error
        tenbin check backlog.csv --top 5 # how safe are these five?
        tenbin check *.csv -f github # annotate a pull request
        tenbin check --list # every rule
        tenbin check --explain fragile-cutoff # one rule, with examples
    .arg-files = The backlogs: CSV, TSV, .xlsx or .ods, or `-` for standard input
    .arg-top = The rank under which the cutoff stands (default: { $cutoff })
    .arg-fail-on = The least severity that fails: { $names } (default: `error`)
    .arg-exit-zero = End with exit code 0 whatever is found
    .arg-baseline = Overlook the findings that this file knows; those that are gone must be taken out of it
    .arg-update-baseline = Write the present findings into the baseline file
    .arg-limit = Show up to N findings of each severity; 0 shows all (default: { $limit })
    .arg-stdin-name = What messages call standard input, such as the path of the file that is piped in
    .arg-list = List every rule
    .arg-explain = Explain one rule, with a bad and a good example

help-whatif = Show how ranks move under other weights: each scenario beside the base weights, and who crosses the cutoff
    .usage = tenbin whatif [OPTIONS] FILE
    .examples =
        tenbin whatif backlog.csv # with every scenario there is
        tenbin whatif backlog.csv --scenario retention # with this one
        tenbin whatif backlog.csv --weight ease=2 # what if ease counted double?
        tenbin whatif backlog.csv --top 5 # who is in the first five?
        tenbin whatif backlog.csv --watch # again whenever it is saved
    .arg-scenario = Only this scenario of the weights file; may be repeated
    .arg-weight = Weights of criteria, such as `ease=2`; together they are one more scenario, `custom`; may be repeated
    .arg-top = The rank under which the cutoff stands (default: `top` under `[check]` in the weights file, else { $cutoff })

help-stability = Show how far the weights can move before the answer changes, and how often each item comes where
    .usage = tenbin stability [OPTIONS] FILE
    .examples =
        tenbin stability backlog.csv --top 5 # are the first five safe?
        tenbin stability backlog.csv --within 10% # weights near ours alone
        tenbin stability backlog.csv -f json # every interval, exactly
    .arg-top = The rank under which the cutoff stands (default: { $cutoff })
    .arg-draws = How often all weights are drawn at once (default: 10 000)
    .arg-seed = The seed of the draws (default: 1)
    .arg-within = Draw only shares within so much of the present ones, such as `0.1` or `10%`

help-compare = Show why a ranking changed: each movement taken apart into weights, own ratings and other items
    .usage = tenbin compare [OPTIONS] OLD NEW
    .examples =
        tenbin compare old.csv new.csv
        tenbin compare old.csv new.csv --old-weights old.toml # the weights changed
        tenbin compare old.json new.csv # printed by `rank`
        tenbin compare old.csv new.csv --top 5 -f markdown # for a pull request
    .arg-old = The backlog as it was; or what `rank` printed of it as CSV or JSON; `-` is standard input
    .arg-new = The backlog as it is, in the same forms
    .arg-top = The rank under which the cutoff stands (default: `top` under `[check]` in the weights file, else { $cutoff })
    .arg-weights = The weights file, for the old side too unless `--old-weights` names another; found as for `rank` if not given
    .arg-old-weights = The weights file of the old side
    .arg-weight = The weight of one criterion, such as `ease=2`, for the old side too unless `--old-weights` is given; may be repeated
    .arg-scenario = Use a scenario of the weights file, for the old side too unless `--old-weights` is given

help-workshop = Prepare a prioritisation workshop, find what is worth its time, and take the result home
    .usage = tenbin workshop STEP [OPTIONS]
    .examples =
        tenbin workshop sheets backlog.csv # a sheet for each team
        tenbin workshop agenda *.csv --minutes 90 # what to talk about
        tenbin workshop merge *.csv -o agreed.csv # one agreed backlog

help-workshop-sheets = Write a sheet for each team: the items, and empty cells for ratings and reasons; never over an existing file
    .usage = tenbin workshop sheets [OPTIONS] BACKLOG
    .examples =
        tenbin workshop sheets backlog.csv # the model's teams
        tenbin workshop sheets backlog.csv --out sheets -f xlsx # workbooks
        tenbin workshop sheets backlog.csv --team Sales Support # for these
        tenbin workshop sheets backlog.csv --lead-only # its own criteria
    .arg-backlog = The items: a CSV or TSV file with ids and titles, and perhaps ratings, which are left out; `-` is standard input
    .arg-team = The teams whose sheets are written (default: those under `[teams]` in the weights file, else those of the model)
    .arg-lead-only = Ask each team only for the criteria that it leads
    .arg-out = The folder to write to (default: this one)
    .arg-format = The form of the sheets: `csv`, which Excel opens rightly, or `xlsx` with drop-downs and a lock on all but the ratings and reasons (default: `csv`)

help-workshop-agenda = Show which differences between raters are worth the time, and how far the raters agree
    .usage = tenbin workshop agenda [OPTIONS] SHEET…
    .examples =
        tenbin workshop agenda sales.csv marketing.csv development.csv
        tenbin workshop agenda sheets/*.csv --minutes 90 # as time allows
        tenbin workshop agenda sheets/*.csv -f markdown # to project or paste
        tenbin workshop agenda all.csv --anonymous # from a `rater` column
    .arg-sheets = The sheets, each called like its rater; or files with a `rater` column; `-` is standard input
    .arg-top = The rank under which the cutoff stands (default: `top` under `[check]` in the weights file, else { $cutoff })
    .arg-minutes = Show only as many differences as there is time for, and say what is left out
    .arg-each = The minutes for one difference (default: 5)
    .arg-anonymous = Call the raters A, B, C …, in an order by chance
    .arg-seed = The seed of that order, and of the p-value (default: 1)

help-workshop-merge = Make one agreed backlog of the sheets, and a record of how it came about
    .usage = tenbin workshop merge [OPTIONS] -o FILE SHEET…
    .examples =
        tenbin workshop merge *.csv -o agreed.csv # lead by lead
        tenbin workshop merge *.csv -o agreed.csv --by median
        tenbin workshop merge *.csv -o agreed.csv --decisions decided.csv
        tenbin workshop merge *.csv -o q2.csv --previous q1.record.csv
    .arg-sheets = The sheets, each called like its rater; or files with a `rater` column; `-` is standard input
    .arg-output = The agreed backlog, CSV or TSV by its ending; the record stands beside it: `agreed.record.csv`
    .arg-by = How a rating is taken: `lead`, from the team that leads the criterion, else the median; `median`; or `mean` (default: `lead`)
    .arg-decisions = What the meeting decided, which wins over all: `id`, `criterion`, `rating`, `note`
    .arg-previous = The record of the last round: where opinions came together since, and where not
    .arg-format = The form of what is said about it: { $names } (default: { $default })

help-vote = Count who picked which actions: votes, ranks and the share of voters, for each audience and in all
    .usage = tenbin vote [OPTIONS] BALLOTS
    .examples =
        tenbin vote ballots.csv --actions actions.csv
        tenbin vote ballots.csv --picks 5 # up to five each
        tenbin vote ballots.csv --actions actions.csv -o votes.csv
        tenbin vote ballots.csv --actions actions.csv -f csv | tenbin triage -
    .arg-ballots = The ballots: `voter`, `audience`, `action`, one pick a row, or one column a pick (`pick 1`, `pick 2` …); `-` is standard input
    .arg-actions = The actions that could be picked, with their ids: their columns join the votes, and a pick that is none of them is a fault
    .arg-picks = How many actions a voter may pick for each audience (default: 3)
    .arg-column = The header of a column: of the ballots' `voter`, `audience` or `action`, or of the actions' `id` or `title`, such as `id=Ticket`; may be repeated
    .arg-encoding = The encoding of both files, such as `utf-8`, `shift_jis` or `euc-jp`; detected if not given
    .arg-delimiter = What separates the cells in both files: `comma`, `tab`, `semicolon`, `pipe` or a character; detected if not given

help-triage = Place actions in four fields: start now, work out how, if someone has time, put off
    .usage = tenbin triage [OPTIONS] FILE
    .examples =
        tenbin triage actions.csv # churn_effect and ease, each from 6 up
        tenbin triage actions.csv --at 7 # with a higher threshold
        tenbin triage actions.csv --by state # As-Is and To-Be apart
        tenbin triage backlog.csv --value customer_impact
        tenbin triage backlog.csv --value score --ease ease
        tenbin vote ballots.csv --actions actions.csv -f csv | tenbin triage -
    .arg-value = What makes an action worth it: a criterion, a factor, or `score` (default: `value` under `[triage]` in the weights file, else `churn_effect`)
    .arg-ease = What makes it easy to start, likewise (default: `ease` under `[triage]`, else the criterion `ease`)
    .arg-at = The threshold of both: values from here up are good, those of a cost up to here (default: those under `[triage]`, else 6)
    .arg-model = The scoring model: { $names }, or one of your own (default: the weights file's, or `actions` where that one lacks a criterion)

help-report = Make one HTML page of a ranking, to project or to mail: weights to move, a chart, and how sure the answer is
    .usage = tenbin report [OPTIONS] FILE
    .examples =
        tenbin report backlog.csv -o report.html
        tenbin report backlog.csv -o report.html --top 5 # the cutoff under rank 5
        tenbin report backlog.csv -o report.html --lang ja # in Japanese
        tenbin report backlog.csv -o report.html --by owner # group by group
        tenbin report backlog.csv > report.html
        tenbin report backlog.csv --sheets sheets/*.csv -o report.html
    .arg-output = The page's file, ending in `.html`; it is replaced whole or not at all (default: standard output)
    .arg-top = The rank under which the cutoff stands (default: `top` under `[check]` in the weights file, else { $cutoff })
    .arg-results = What was measured since, as for `review`: the page shows each score beside the share of the plan reached
    .arg-sheets = The sheets of a workshop: the page shows where raters differ, who said what, and why
    .arg-scenario = Open the page with a scenario of the weights file; all of them have a button there

help-sql = Print the ranking as one query, for an engine that already holds the items
    .usage = tenbin sql [OPTIONS] --dialect NAME --table NAME
    .examples =
        tenbin sql --dialect duckdb --table items
        tenbin sql --dialect postgres --table plans.items --top 20
        tenbin sql --dialect spark --table items -m target -o rank.sql
        tenbin sql --dialect snowflake --table items --column ease=EASE_OF_USE
        tenbin sql --dialect duckdb --table items --header "ID,Impact,Ease" -m ice
    .arg-dialect = The engine: { $names }
    .arg-table = The table of the items; `schema.items` names its parts, and double quotes keep a part as it is
    .arg-header = The table's columns as one line, to find by their headings as in a file; without it columns are called as the criteria's keys
    .arg-column = The column of a criterion, such as `ease=ease_of_use`, or of `id` or `title`; may be repeated
    .arg-decimals = Digits behind the point that a rating may have; a rating with more gets no rank (default: { $decimals })
    .arg-top = Give ranks 1 to N alone; all items tied at the cutoff are included
    .arg-output = Write to a file; it is replaced whole or not at all
help-review = Say whether the work had its effect: facts first, then what they are read as; and whether the ranking was right
    .usage = tenbin review [OPTIONS] RESULTS
    .examples =
        tenbin review results.csv
        tenbin review results.csv --ranked ranking.csv # was the ranking right?
        tenbin review results.csv --by team # each team's metrics
        tenbin review results.csv --where team=Sales # one team's results
        tenbin review results.csv -f csv # for the next tool
    .arg-results = The results: `id`, `metric`, `better` (higher or lower), `baseline`, `planned`, `actual`, and perhaps `quantity`, `quality`, `started`, `measured`, `score`; `-` is standard input
    .arg-ranked = The ranking by which the items were chosen, as `rank` printed it: CSV or JSON
    .arg-by = Show the results by what stands in this column, such as `team`
    .arg-column = The header of a column, such as `actual="October"`; may be repeated
    .arg-delimiter = What separates the cells of the results: `comma`, `tab`, `semicolon`, `pipe` or a character; detected if not given
    .arg-seed = The seed of the orders that are drawn (default: 1)
    .arg-model = The model of that ranking: { $names }, or one of your own from the weights file (default: { $default })
    .arg-weights = The weights file, whose `[review]` says from where on a fact counts; found as for `rank` if not given

help-backcast = Work back from a goal: what each stage must deliver, where the bottleneck is, and the smallest change that would do
    .usage = tenbin backcast [OPTIONS] --goal N FUNNEL
    .examples =
        tenbin backcast funnel.csv --goal 20
        tenbin backcast funnel.csv --goal 20 --items ranking.csv
        tenbin backcast funnel.csv --goal 20 --order last # the last stage first
        tenbin backcast funnel.csv --goal 20 -f markdown # to paste
    .arg-funnel = The stages: `stage`, `count` or `rate` (to the next stage, such as `30%`), and perhaps `best`, the best rate thought possible; `-` is standard input
    .arg-goal = What the last stage is to deliver
    .arg-items = A backlog with a `stage` column, or what `rank` printed of it: which items work on the bottleneck
    .arg-order = Which stage stands first in the file: `first` or `last`; seen from the counts if not given
    .arg-column = The header of a column of the funnel, such as `count="This year"`; may be repeated
    .arg-delimiter = What separates the cells of the funnel: `comma`, `tab`, `semicolon`, `pipe` or a character; detected if not given

help-plan = Choose what fits into a capacity, and who does it: the set of the highest value, and shares as even as possible
    .usage = tenbin plan [OPTIONS] --capacity N FILE
    .examples =
        tenbin plan backlog.csv --capacity 20 # what fits
        tenbin plan backlog.csv --capacity 20 --periods 4 # four quarters
        tenbin plan actions.csv --value votes --capacity 20 # by a column
        tenbin plan backlog.csv --capacity 20 --people people.csv # and who
        tenbin plan backlog.csv --capacity 20 -o plan.csv # to go on with
    .arg-file = The items: a backlog with a column `effort`, and if need be `after`, `must`, `skip`, `owner` and `skills`; `-` is standard input
    .arg-capacity = What can be done in one period, in the unit of the effort
    .arg-people = Who can do it: `name`, `skills`, `capacity` and `load`, a person a row; each planned item gets an owner
    .arg-periods = How many periods are planned, one after the other, each with that capacity (default: 1)
    .arg-value = What counts as an item's value: `score`, a factor of the model, or a column with numbers, for which the model's criteria need not be there (default: `score`)
    .arg-step = Count effort in steps of N, rounded up (default: the largest step that is exact)
    .arg-column = The header of a column, such as `effort="Man-days"`: of a criterion, or `effort`, `after`, `must`, `skip`, `owner`, `skills`; may be repeated

help-init = Write a starter backlog and a commented weights file, never over an existing file
    .usage = tenbin init [OPTIONS] [DIR]
    .examples =
        tenbin init # in this folder
        tenbin init planning # in the folder `planning`
        tenbin init --model rice # for another model
        tenbin init --lang ja # in Japanese
    .arg-model = The model that the files are for: { $names } (default: { $default })

help-completions = Print the script that lets a shell complete the command line
    .usage = tenbin completions SHELL
    .examples =
        tenbin completions bash > ~/.local/share/bash-completion/completions/tenbin
        tenbin completions fish > ~/.config/fish/completions/tenbin.fish
        tenbin completions zsh > ~/.zfunc/_tenbin # a folder of your fpath
        tenbin completions powershell >> $PROFILE

help-man = Print the manual page
    .usage = tenbin man
    .examples =
        tenbin man > tenbin.1
        tenbin man | man -l - # read it at once

## Arguments and options

help-arg-file = The backlog, a CSV, TSV, .xlsx or .ods file with one item a row; `-` is standard input
help-arg-id = The item's id, as it stands in the file
help-arg-top = Show ranks 1 to N; all items tied at the cutoff are included
help-arg-by = Group by what stands in this column, such as `segment`: ranks within each group beside those among all
help-arg-where = Keep rows with this value, such as `owner=CS`; `owner!=CS` leaves them out, `owner=` keeps blank cells. May be repeated: values of one column are alternatives, conditions on several must all hold
help-arg-model = The scoring model: { $names }, or one of your own from the weights file (default: { $default })
help-arg-weights = The weights file; without it, the one that TENBIN_WEIGHTS names, else the `weights.toml` in this folder or the nearest above
help-arg-weight = The weight of one criterion, such as `ease=2`; wins over the weights file and may be repeated
help-arg-scenario = Use a scenario of the weights file
help-arg-column = The header of a criterion's column, such as `ease="Ease of use"`; may be repeated
help-arg-encoding = The file's encoding, such as `utf-8`, `shift_jis` or `euc-jp`; detected if not given
help-arg-delimiter = What separates the cells: `comma`, `tab`, `semicolon`, `pipe` or a character; detected if not given
help-arg-sheet = The sheet of a workbook; if not given, the first visible one with the headers
help-arg-format = The form of the answer: { $names } (default: { $default })
help-arg-output = Write to a file, whose ending chooses the format; it is replaced whole or not at all
help-arg-excel = Make a CSV that Excel opens rightly: byte order mark, CRLF line ends, no cell that runs as a formula
help-arg-ascii = Draw tables and bars with ASCII characters only
help-arg-watch = Print again whenever the backlog or the weights file is saved; Ctrl+C ends it
help-arg-dir = The folder to write to (default: this one)
help-arg-shell = The shell: { $names }
help-arg-lang = The language of the output: `en` or `ja` (default: that of your locale)
help-arg-color = When to colour: `auto` on a terminal only, `always` or `never` (default: { $default })
help-arg-quiet = Leave out warnings and notes
help-arg-help = Show this help
help-arg-version = Show the version

## What is wrong with a command line
##
## `$option`, `$name`, `$value`, `$others`, `$names` and `$commands` come with their backticks on, `$command` and `$file`
## without.

usage-unknown-option = there is no option { $name }
usage-unknown-argument = { $name } is one argument too many
usage-unknown-command = there is no command { $name }, expected { $commands }
usage-missing-command = no command given, expected { $commands }
usage-missing-arguments = { $names } { $count ->
        [one] is
       *[other] are
    } missing
usage-missing-value = { $option } needs a value
usage-missing-value-of = { $option } needs a value, expected { $names }
usage-invalid-value = { $value } is not a value of { $option }
usage-invalid-value-of = { $value } is not a value of { $option }, expected { $names }
usage-not-a-count = { $value } is not a value of { $option }, expected a whole number from 0 up
usage-too-large = { $value } is too large a number for { $option }
usage-unneeded-value = { $option } takes no value, found { $value }
usage-repeated = { $option } is given more than once
usage-conflict = { $option } can't be used together with { $others }
usage-needs-equals = { $option } needs `=` before its value
usage-too-few-values = { $option } needs at least { $expected } values, found { $found }
usage-wrong-number-of-values = { $option } needs { $expected } values, found { $found }
usage-not-utf8 = an argument is not valid UTF-8
usage-other = the command line can't be understood

usage-did-you-mean = did you mean { $names }?
usage-elsewhere = { $option } is an option of { $commands }
usage-rank-a-file = to rank a file, type `tenbin rank { $file }`
usage-no-dashes = leave out the `--` before { $name }
usage-see = examples and all options: `{ $command } --help`
