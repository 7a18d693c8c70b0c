### What findings say: for each rule the sentence, the cures, and one line on what the rule looks for.
###
### The message's name is the rule's code. `.help` is the cure; `.help-…` are cures for cases that the code tells
### apart; `.summary` has no arguments. No sentence ends with a full stop.
###
### Names, lists of names and values from a file come with their backticks on. Bare are: numbers, `$encoding`, `$file`,
### `$limit`, `$scale`, `$reason`, the words that selectors read, and `$key` in `missing-column` and
### `ambiguous-column`. `$id` may be bare where a file has no ids: it is the row's number then.

severity-error = error
severity-warning = warning
severity-note = note

## The file

not-text =
    { $kind ->
        [zip] this is a ZIP archive, and no workbook (.xlsx, .xlsm or .ods) that tenbin reads
        [xlsb] this is a binary Excel workbook (.xlsb), which tenbin doesn't read
        [encrypted] this workbook is encrypted with a password
        [xls] this is an Excel workbook in the old .xls format, which tenbin doesn't read
        [ole] this is a document in an old Office format, expected CSV, TSV or a workbook
        [gzip] this is a gzip archive, expected CSV, TSV or a workbook
        [png] this is a PNG image, expected CSV, TSV or a workbook
        [pdf] this is a PDF document, expected CSV, TSV or a workbook
        [html] this is a web page (HTML), expected CSV, TSV or a workbook
        [json] this is JSON, expected CSV, TSV or a workbook
        [other-json] this is JSON, but not what `tenbin rank -f json` prints
        [nul] this is not a text: there is a NUL byte in it
        [utf32] this text is in UTF-32, which tenbin doesn't read
       *[other] this is not a text, expected CSV, TSV or a workbook
    }
    .help =
        { $kind ->
            [gzip] unpack it and pass the file that is in it
            [json] export the items as CSV or TSV (a weights file is TOML)
            [nul] save it again as "CSV UTF-8"; if the text is broken there too, the file is damaged
            [utf32] save it again as UTF-8 ("CSV UTF-8" in Excel)
           *[other] export the items as CSV, TSV or .xlsx and pass that file
        }
    .help-workbook =
        { $kind ->
            [encrypted] open it with its password, save it without one (.xlsx), or its sheet as "CSV UTF-8", and pass that file
            [zip] if the backlog is in it, unpack it and pass the file itself
           *[other] open it in Excel or LibreOffice, save it as .xlsx and pass that file
        }
    .help-ranking = give a backlog (CSV or TSV), or what `tenbin rank` has printed with `-f csv` or `-f json`
    .help-html = open it in a browser: if it is a sign-in page, sign in and export the CSV again
    .summary = the file is neither a text nor a workbook that tenbin reads, but an archive, an image, a web page or the like

wrong-encoding =
    { $encoding ->
        [ISO-2022-JP] the text seems to be ISO-2022-JP and can't be read as it stands
       *[other] there is a byte that is not valid {$encoding}
    }
    .help = save the file again as "CSV UTF-8" in Excel, or pass its real encoding with `--encoding`; if only this place is garbled, type it again first
    .help-named =
        { $encoding ->
            [ISO-2022-JP] pass `--encoding iso-2022-jp`, or save the file again as "CSV UTF-8"
           *[other] pass `--encoding` with the file's encoding (`windows-1252`, `shift_jis`, `euc-jp`, `iso-2022-jp` …): it is not UTF-8, nor for certain a Japanese one; or save it again as "CSV UTF-8"
        }
    .help-config = save the file again as UTF-8: a weights file is always UTF-8
    .summary = a byte doesn't fit the file's encoding

guessed-encoding = the encoding is not certain: the file was read as {$encoding}
    .help = look at the titles: if they are garbled, pass `--encoding shift_jis` or `--encoding euc-jp`, or save the file again as "CSV UTF-8"
    .summary = the file fits more than one encoding, and the likelier one was taken

lost-character = a character is lost: `�` stands in its place
    .help = type it again, or export the file again from where the text is still whole
    .summary = a character was lost before the file came here

mojibake = the text is garbled: {$found} was {$meant}
    .help = export the file again, or type the text again: another program read it in the wrong encoding before it came here
    .summary = a text was read in the wrong encoding before it came here

empty-file = the file is empty
    .help = write a header and a row for each item; `tenbin init` makes a file to start from
    .summary = the file has nothing in it

no-items = there is a header, and no item under it
    .help = add a row for each item
    .help-people = add a row for each person
    .summary = the file has a header and no items

unclosed-quote = a quote is opened and never closed: {$cell}
    .help = close it at the end of the cell; write a quote that belongs to the text twice: `"the ""new"" search"`
    .summary = a quoted cell has no closing quote

stray-quote = a quote stands in the middle of a cell: {$cell}
    .help = put the whole cell in quotes and write each quote in it twice: `"a 27"" screen"`
    .summary = a quote stands where none may: inside a cell, or before its end

ragged-header = the header has { $found ->
        [one] 1 cell
       *[other] {$found} cells
    }, and the rows have {$expected}
    .help = give the header as many cells as the rows, with the same separator
    .summary = the header has more or fewer cells than the rows

ragged-row =
    the row that begins with {$first} has { $found ->
        [one] 1 cell
       *[other] {$found} cells
    }, and the header has {$expected}
    .help = add the missing cells; if a text breaks over two lines, put that cell in quotes
    .help-long = if a text contains the separator, put that cell in quotes: `"fast, cheap"`
    .summary = a row has more or fewer cells than the header

blank-row = the row has separators and no content: it was passed over
    .help = delete it; Excel writes such rows where cells were formatted or cleared
    .summary = a row has separators and no content

swallowed-lines = a quoted cell holds lines that look like rows: items may be missing
    .help = look at the quote that opens the cell: delete it or close it, if these lines are items
    .summary = a quoted cell holds lines that look like rows

title-rows =
    the header was found in line {$line}, and { $count ->
        [one] the line with text above it was
       *[other] the {$count} lines with text above it were
    } passed over
    .help = delete what stands above the header, so that the header is the first line
    .summary = there are lines above the header

total-row = item {$id} looks like a total or an average, and it is ranked as an item
    .help = delete the row; if it is an item, give it a title that says what it improves
    .summary = a row with a total or an average is ranked as an item

second-table =
    { $kind ->
        [header] the header stands here again: the rows of another file follow
       *[block] another table begins here
    }
    .help =
        { $kind ->
            [header] delete the line, and see that no item is there twice
           *[block] move it to a file of its own, and delete the blank line above
        }
    .summary = a second table begins below the first

merge-conflict = a merge conflict is not resolved: there is a line of {$marker}
    .help = choose which side of the conflict stays, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`
    .summary = a line of an unresolved merge conflict stands in the file

cell-too-long = the cell has more than 1 MiB of text
    .help = shorten it; if it holds other rows, look for a quote that is not closed
    .summary = a cell has more than 1 MiB of text

too-many-columns = the table has more than {$limit} columns
    .help = keep only the columns that you need; if there are far fewer, name the separator with `--delimiter`
    .summary = the table has more columns than tenbin reads

file-too-large = the file is larger than {$limit}
    .help = take out what is not needed, or split the file
    .summary = the file is larger than tenbin reads

broken-workbook =
    { $kind ->
        [cut] the workbook is cut off or damaged: the list of its parts can't be read
        [duplicate] the workbook has two parts named {$what}
        [missing] the workbook's part {$what} is missing
        [damaged] the workbook's part {$what} is damaged and can't be unpacked
        [entities] the workbook's part {$what} declares a document type or entities, as no spreadsheet program does
        [reference] the sheet {$sheet} has a cell {$what}, and no sheet has such a cell
        [order] the cell {$what} doesn't stand behind the one before it
        [text] the cell {$what} refers to a text that the workbook doesn't have
       *[xml] the workbook's part {$what} is not well-formed
    }
    .help =
        { $kind ->
            [cut] download or copy the file again, and check its size
           *[other] open it in Excel or LibreOffice, let it be repaired, look at what was repaired, and save it under another name
        }
    .summary = a workbook is damaged, or not as a spreadsheet program writes one

workbook-too-large =
    { $what ->
        [parts] the workbook has more than {$limit} parts
        [part] a part of the workbook unpacks to more than {$limit}
        [all] the workbook unpacks to more than {$limit}
        [token] there is a tag or a text of more than {$limit} in the workbook
        [depth] elements of the workbook stand within one another more than {$limit} deep
        [cell] there is a cell of more than {$limit} in the workbook
        [texts] the texts in the workbook are more than {$limit}
        [row] the first rows of the sheet have more than {$limit}
        [rows] the sheet has something in more than {$limit} rows
        [columns] the sheet has something in more than {$limit} columns
       *[text] the sheet has more than {$limit} of text
    }
    .help = save the items alone, in a workbook of their own or as "CSV UTF-8"; if the file isn't yours, don't open it elsewhere before you know where it comes from
    .summary = a workbook is larger than tenbin reads, or claims to be small and isn't

unknown-sheet = there is no sheet {$sheet} in the workbook
    .help = pass `--sheet` with one of its sheets: {$sheets}
    .help-close = did you mean {$close}? The workbook has {$sheets}
    .summary = `--sheet` names a sheet that the workbook doesn't have

chosen-sheet =
    { $hidden ->
        [yes] the sheet {$sheet} is read, which is hidden as all others are; not read: {$others}
       *[no] the sheet {$sheet} is read, the first visible one with the headers; not read: {$others}
    }
    .help = name the sheet if another one is meant: `--sheet NAME`
    .summary = of several sheets in a workbook one was chosen

hidden-rows =
    { $count ->
        [one] a row of the sheet is hidden, and it counts as an item
       *[other] {$count} rows of the sheet are hidden, and they count as items
    }
    .help = a filter only hides; delete rows that are not to be ranked, or copy the visible ones to another sheet
    .summary = rows that are hidden in a workbook count as items

outside-cells =
    { $count ->
        [one] the cell {$cell} stands beside the table and is not read
       *[other] {$count} cells stand beside the table and are not read, the first of them {$cell}
    }
    .help = if they belong to the items, give their column a header; if not, move them to another sheet
    .summary = cells of a sheet stand outside the table under its header

rounded-numbers =
    { $count ->
        [one] {$found} is read as {$read}, as a spreadsheet shows it
       *[other] {$count} numbers are read with fifteen digits, as a spreadsheet shows them: {$found} as {$read}
    }
    .help = put ROUND around the formula if you want to see what is counted: `=ROUND(…, 2)`
    .summary = numbers that a formula left with digits nobody sees are read as they are shown

## The headers

missing-column = there is no column for {$criterion}
    .help = if one of the headers means it, pass `--column {$key}=HEADER` or write it under `[columns]` in the weights file; the file has {$headers}
    .help-again = name its header in the same way; a ranking can do without it: `--weight {$key}=0`
    .help-parts = add the column, or all of its parts ({$parts}); or name its header with `--column {$key}=HEADER`
    .help-named = the file has no header {$header}, which `--column` names; it has {$headers}
    .help-header = name a column {$criterion}; the file has {$headers}
    .help-value = `--value` takes `score`, a factor of the model, or the header of a column with numbers; the file has {$headers}
    .summary = a criterion that the model needs has no column

misspelt-column = there is no column for {$criterion}, and {$close} is nearly its name
    .help = correct the header; if it means {$criterion}, `--column {$key}=HEADER` and `[columns]` in the weights file take it as it is
    .summary = a header is nearly the name of a criterion that has no column

duplicate-column = there is more than one column {$column}
    .help = delete one of them, or say which one counts: `--column {$key}=HEADER#2` is the second
    .help-value = delete one of them, or say which one counts: `--value "{$key}#2"` is the second
    .summary = a header that is read stands twice

ambiguous-column = there is more than one column for {$criterion}: {$columns}
    .help = keep one of them, or say which one counts: `--column {$key}=HEADER`; of two with one header, `HEADER#2` is the second
    .help-one = keep one of them, or call the others something else
    .help-value = say with `--value` which one counts, by its header to the letter
    .summary = two columns stand for one criterion

shared-column = the column {$column} would be read for more than one criterion: {$criteria}
    .help = give each criterion a column of its own, with `--column KEY=HEADER` or under `[columns]` in the weights file
    .summary = one column stands for two criteria

no-title-column = there is no title column: reports show the ids alone
    .help = add a column `title`, or name the one you have: `--column title=HEADER`
    .help-close = if {$close} means it, correct the header or pass `--column title=HEADER` with it
    .summary = the file has no title column

tie-break-without-column = {$criterion} is to decide between equal scores, and the file has no column for it
    .help = add the column, or take it out of `tie_break` in the weights file
    .summary = a criterion that decides between equal scores has no column

no-id-column = there is no id column: the row's number serves as its id
    .help = add a column `id`, or name the one you have: `--column id=HEADER`
    .summary = the file has no id column

## The ratings

missing-rating = item {$id} has no rating for {$criterion}: { $answer ->
    [fields] it is not placed
    [plan] it has no score
   *[ranking] it is not ranked
  }
    .help = fill in the rating; a blank counts neither as 0 nor as anything else
    .summary = a rating is missing, so the item is not ranked

not-a-number = {$criterion} of { $what ->
    [figure] {""}
   *[rating] item {""}
  }{$id} is {$found}, expected a number
    .help = write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit
    .help-blank = leave the cell blank for "not rated yet"
    .help-figure = write a plain number such as `21` or `-7.5`, perhaps with `%` and otherwise without a unit; leave the cell blank if it isn't known
    .help-known-words = write a number, or one of the words that it knows: {$words}
    .help-word = write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
    .summary = a rating is not a number, a range or a known word

excel-converted = {$criterion} of item {$id} is {$found}, which a spreadsheet has made of something else
    .help = type the rating again as a plain number
    .help-date = type the rating again; format the column as text first, so that a range such as `6-8` doesn't become a date
    .help-power = type the number again without a power of ten: `10`, and not `1E+01`
    .help-error = correct the formula in the spreadsheet, or type the rating, and save or export the file again
    .help-formula = type the number alone: `8`, and not `="8"`
    .help-uncalculated = open the workbook in Excel or LibreOffice and save it, so that the formula has a value; or type the number
    .summary = a spreadsheet has turned a rating into a date, a power of ten, an error or a formula

out-of-scale = {$criterion} of { $what ->
    [figure] {""}
   *[rating] item {""}
  }{$id} is {$found}, expected {$scale}
    .help-quantity = write a number from 0 up
    .help = correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.{$key}]`
    .help-figure = correct the number
    .summary = a rating lies outside the criterion's scale

too-many-digits = {$criterion} is {$found}: more digits than tenbin can keep exactly
    .help = write at most {$whole} digits before the decimal point and {$fraction} after it
    .summary = a rating has more digits than tenbin can keep exactly

full-width-digits = {$criterion} of { $what ->
    [figure] {""}
   *[rating] item {""}
  }{$id} is {$found}, in full-width characters: it was read as a number
    .help = type it in half-width characters, so that other tools read it as a number too
    .summary = a rating is written in full-width characters

decimal-rating = {$criterion} of item {$id} is {$found}, and the scale has whole numbers
    .help = rate in whole numbers, or turn the rule off: `decimal-rating = "off"` under `[check.rules]`
    .summary = a rating has decimals where the scale is whole

division-by-zero = {$criterion} of item {$id} is 0, and nothing can be divided by it: { $answer ->
    [plan] it has no score
   *[ranking] the item is not ranked
  }
    .help = enter a number above 0, or leave the cell blank while it is not known
    .summary = a value that the score is divided by is 0

score-too-large = the score of item {$id} is too large to compute: { $answer ->
    [plan] it is not planned
   *[ranking] the item is not ranked
  }
    .help = look for digits too many in its ratings; in a product, a smaller weight makes the score smaller
    .summary = a score is too large to compute

## The identity of items

duplicate-id = the id {$id} is taken: line {$first} has it too
    .help = give each item an id of its own; if it is the same item, delete one of the rows
    .summary = two items have the same id

look-alike-id = the id {$id} looks like {$other} in line {$first}
    .help-vote = if both are the same action, write its id in one way, or pass the file of the actions with `--actions`: votes for {$id} and for {$other} are counted apart
    .help = if it is the same item, delete one of the rows; if not, choose an id that differs by more than letter case and width
    .summary = two ids differ only by letter case, width or the kind of wave dash

blank-id = the id is blank
    .help = give the item an id of its own
    .summary = an item has no id

blank-title = the title of item {$id} is blank
    .help = say in a few words what the item improves
    .summary = an item has no title

duplicate-title = the title {$title} is taken: item {$other} in line {$first} has it too
    .help = if it is the same item, delete one of the rows; if not, say in the title how they differ
    .summary = two items have the same title

excel-damaged-id = the id {$id} looks like what a spreadsheet has made of another one
    .help = type the id again; format the column as text first
    .summary = an id looks like a date or a power of ten that a spreadsheet has made

## What the ratings say of the rating

constant-criterion = {$criterion} is {$value} for all {$count} items: it tells nothing apart
    .help = rate it again against the best and the worst item, or take it out: `--weight {$key}=0`
    .summary = a criterion has the same rating for every item

redundant-criteria = {$criterion} and {$other} put the items in almost the same order (rank correlation {$correlation}): one thing counts twice
    .help = see whether they were rated as two questions; if they are one, take one out, or halve the weight of each
    .summary = two criteria put the items in almost the same order

flat-item = item {$id} is rated {$value} on everything
    .help = see whether somebody has thought about it: a row of one number is mostly a placeholder
    .summary = an item has the same rating on every criterion

dominated-item = item {$id} is nowhere better than {$other} and somewhere worse: no weights put it ahead
    .help = do the better one first, or look at the ratings again if that feels wrong
    .summary = another item is at least as good on every criterion, and better on one

unused-scale = all ratings lie within {$low}–{$high}, on a scale of {$scale}
    .help = ask whether they were given on another scale; if so, declare it in a model of your own: `scale = [1, 5]`
    .summary = all ratings lie in the lower half of the scale

factor-beside-parts = {$factor} is given twice: as a column of its own, and by its parts {$parts}
    .help = keep either {$factor} or {$parts}
    .help-parts = delete one or the other; until then the parts count, and {$factor} is not read
    .help-factor = complete the parts or delete them; until then {$factor} counts, and the parts are not read
    .summary = a factor is given directly and by its parts

## What the decision hangs on

tie-at-cutoff = { $count } items share rank {$rank}, and the cutoff at {$top} parts them: {$ids}
    .help = name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`
    .summary = items on either side of the cutoff share a rank

fragile-cutoff =
    { $kind ->
        [now] the cutoff at {$top} is fragile: {$id} (inside) and {$other} (outside) have one score, and only `tie_break` parts them
       *[share] the cutoff at {$top} is fragile: {$id} (inside) and {$other} (outside) swap when the share of {$criterion} goes from {$from} % to {$to} %
    }
    .help = settle these two by talking about them, and not by a digit of a weight: `tenbin explain FILE ID` shows what parts them
    .summary = a small change of one weight moves an item across the cutoff

uncertain-at-cutoff =
    { $kind ->
        [blank] item {$id} has no rating for {$criteria}: filled in, it could take a rank from {$best} to {$worst}, and the cutoff is at {$top}
       *[range] item {$id} is uncertain in {$criteria}: it could take a rank from {$best} to {$worst}, and the cutoff is at {$top}
    }
    .help = settle this rating before the others: it decides whether the item is in
    .summary = an item with a missing or uncertain rating could cross the cutoff

## What other programs could do with a cell

formula-cell = {$column} of item {$id} would be run by a spreadsheet: {$found}
    .help = put an apostrophe in front if it is meant as text; `tenbin rank --excel` does that in what it writes
    .summary = a cell would be run as a formula by a spreadsheet

control-character = {$column} of item {$id} holds an invisible character: {$found}
    .help = delete it; it can hide or reorder what stands beside it
    .summary = a cell holds a control or bidirectional character

## The sheets of a workshop
##
## `$place` and `$first` of `item-twice` are places such as `sales.csv:4`, with their backticks on.

blank-rater = nobody is named as the rater of item {$id}: the row doesn't count
    .help = write into the cell who rated, or delete the row
    .summary = a row of a shared sheet doesn't say who rated

duplicate-rater = rater {$rater} has a sheet already: {$other}
    .help = pass the one that counts; if two people rated, rename one of the files, or name them in a `rater` column
    .summary = two sheets are from the same rater

few-raters =
    { $count ->
        [1] there is only one rater, {$rater}: there is nothing to merge, and no other opinion to compare with
       *[other] there are only { $count } raters: with fewer than three nobody can tell who stands apart
    }
    .help = ask one more team for a sheet, and read the figures with care until then
    .help-one = pass every team's sheet, or one file with a `rater` column
    .summary = fewer than three raters

item-twice = item {$id} stands in the sheet of {$rater} twice, first at {$first}: neither row counts
    .help = delete the row that is out of date
    .summary = one rater has rated an item twice

missing-item = the sheet of {$rater} lacks item {$id}, which stands at {$place}
    .help = ask the team to rate it, or go on without its opinion
    .summary = a sheet lacks an item that the others have

extra-item = only the sheet of {$rater} has item {$id}
    .help = if the id is misspelt, correct it; if the item is new, ask the other teams for their ratings
    .summary = only one sheet has an item

different-title = item {$id} is called {$title} here and {$other} at {$place}
    .help = if it is the same item, give it one title; if not, each needs an id of its own
    .summary = two sheets call one item by different titles

missing-criterion = the sheet has no column for {$criterion}, which {$with} of { $sheets } sheets have
    .help = add the column if the team is to rate it; a misspelt header is taken with `--column`
    .summary = a sheet lacks a criterion that at least half of the sheets have

unrated-criterion = no sheet has a column for {$criterion}
    .help = ask a team to rate it, or rank without it: `--weight {$key}=0`
    .summary = a criterion that counts is rated by nobody

mixed-criteria = the sheet rates {$part}, while {$other} rates {$factor} as a whole
    .help = let all sheets rate either {$factor} or its parts: the two can't be compared
    .summary = one sheet rates a factor, another one its parts

team-without-sheet = {$team} leads {$criteria} and has no sheet: the median of all is taken
    .help = pass the team's sheet too; the name of the file, or what stands in the `rater` column, must be the team's
    .summary = a team leads a criterion and has no sheet

unknown-item = no sheet has an item {$id}
    .help = write the id as it stands in the sheets
    .help-close = write {$close} if that is the item
    .summary = a decision is about an item that no sheet has

unknown-criterion = {$criterion} is none of the criteria that the sheets rate
    .help = expected one of {$known}
    .summary = a decision is about a criterion that no sheet rates

blank-decision = item {$id} has no decided rating for {$criterion}: only the note is kept
    .help = write the rating that was agreed, or leave it and let the sheets decide
    .summary = a decision without a rating

decided-twice = item {$id} is decided for {$criterion} in line { $first } already
    .help = keep the line that was agreed last
    .summary = two decisions are about the same rating

recorded-twice = the rating of {$rater} for {$criterion} of item {$id} stands in line { $first } of the record already: { $same ->
    [yes] it counts once
   *[no] the two differ, and neither counts
  }
    .help = delete the line that is out of date
    .summary = in the record of the round before, a rater has rated an item twice on one criterion

unreadable-record = {$criterion} of item {$id} is {$found} in the record, { $kind ->
    [digits] more digits than tenbin can keep exactly
   *[scale] expected {$scale}
  }: it is left out of the comparison
    .help = correct it if you know what was meant; the merge doesn't need it
    .summary = a rating in the record of the round before can't be read

## The ballots of a vote

blank-voter = nobody is named as the voter: the row doesn't count
    .help = write into the cell who voted, or delete the row
    .summary = a row of the ballots doesn't say who voted

blank-audience = the row of voter {$voter} doesn't say for which audience it is: it doesn't count
    .help = write the audience into the cell, or delete the row
    .summary = a row of the ballots doesn't say for which audience it is

blank-pick = the row of voter {$voter} picks nothing
    .help = write the id of an action into it, or delete the row
    .summary = a row of the ballots picks no action

too-many-picks = voter {$voter} picks { $found } actions{ $audience ->
        [none] {""}
       *[other] {" "}for {$audience}
    }, and { $most ->
        [one] 1 is
       *[other] { $most } are
    } allowed: the ballot isn't counted
    .help = ask which of them count and delete the others; if more are allowed, say so with `--picks { $found }`
    .summary = a voter picks more actions than are allowed

picked-twice = voter {$voter} picks {$id} twice{ $audience ->
        [none] {""}
       *[other] {" "}for {$audience}
    }, first in line { $first }: the ballot isn't counted
    .help = delete one of them; if somebody sent the ballot twice, delete the older one
    .summary = a voter picks the same action twice

unknown-action = voter {$voter} picks {$id}, which is no action in {$actions}: the ballot isn't counted
    .help = write the id as it stands there, or add the action to that file
    .help-close = write {$close}, if that action is meant
    .summary = a voter picks an action that the actions file doesn't have

no-ballots = there is no ballot that can be counted
    .help = correct what is said of the rows, or add rows: who votes, for which audience, and the id of an action
    .summary = no row of the ballots can be counted
## Results and stages

unknown-direction = { $kind ->
    [blank] item {$id} has no direction: nobody says whether a higher or a lower figure is better
   *[other] the direction of item {$id} is {$found}, expected `higher` or `lower`
  }
    .help = write `higher` where more is better, such as a completion rate, and `lower` where less is, such as a churn rate
    .summary = a result doesn't say which way its metric gets better

repeated-result = item {$id} has the metric {$metric} in line {$first} already
    .help = keep the row that was measured last, or call the metrics by different names
    .summary = two results are about the same item and metric

mixed-percent = item {$id} has {$one} beside {$other}: one figure in per cent, the other without
    .help = write baseline, planned and actual all with `%` or all without it
    .summary = some figures of a result have a percent sign and others don't

blank-figure = item {$id} has no {$column}: how much of the plan was reached can't be said
    .help = write what was measured before the work and what was planned; blank is never taken for nought
    .summary = a result has no baseline or no plan

no-planned-improvement = { $kind ->
    [none] the plan of item {$id} is its baseline, {$planned}: no improvement was planned, so there is no share of it
   *[wrong] the plan of item {$id} is worse than its baseline: from {$baseline} to {$planned}, though {$better} is better
  }
    .help = { $kind ->
        [none] write the figure that the work was to lead to
       *[wrong] turn `better` round, or correct the baseline or the plan
      }
    .summary = the plan of a result improves nothing

not-a-date = {$found} of item {$id} is no date: how long after the start it was measured isn't known
    .help = write year, month and day, such as `2026-11-26` or `2026/11/26`
    .summary = the day of the start or of the measurement can't be read

measured-before-start = item {$id} was measured on {$measured}, before its start on {$started}
    .help = correct one of the two days
    .summary = a result was measured before the work began

fraction-quantity = no quantity is above 1, such as {$found} of item {$id}: that is read as {$found} per cent of the work
    .help = if all of the work is meant by 1, write per cents: `100`, or `100%`
    .summary = all quantities are at most 1, as if they were parts and no per cents

unscored-result = { $kind ->
    [ranked] item {$id} has no score in {$file}, so it says nothing of the ranking
   *[own] item {$id} has no score, so it says nothing of the ranking
  }
    .help-close = the ranking has {$close}: write the id in the same way in both files
    .help = use the ranking by which the items were chosen, with the same ids; or write the score of that time
    .summary = a result has no score from decision time

scored-twice = item {$id} has the score {$found} here and {$other} in line {$first}; the first one counts
    .help = write the score by which the item was chosen in each of its rows, or in one of them alone
    .summary = an item has two different scores from decision time

unrated-ranking = of the {$count} parts of the model {$model}, {$file} has columns for { $found ->
    [0] none
   *[other] {$found} only
  }: it looks like the ranking of another model
    .help = name the model that the ranking was made with, such as `--model target`
    .help-close = the ranking looks as if it was made with {$close}; then pass `--model` with it
    .summary = a ranking has no ratings for most of the model

blank-stage = the stage has no name
    .help = name each stage, such as `Leads`
    .summary = a stage has no name

repeated-stage = the stage {$stage} stands in line {$first} already
    .help = keep one row for each stage, with the counts of one period
    .summary = two rows are about the same stage

too-few-stages = { $count ->
        [0] there is no stage
       *[one] there is only one stage
    }: a funnel has two or more
    .help = write a row for each stage, from the first contact to what the goal is counted in
    .summary = a funnel has fewer than two stages

unknown-order = it isn't clear which stage is the first: the counts neither fall nor rise all the way, or nothing tells the ends apart
    .help = say which stage stands first in the file: `--order first` or `--order last`
    .summary = it can't be told which end of a funnel is the first

missing-rate = { $kind ->
    [count] the count of {$stage} is 0: nothing says how many of them would go on to {$next}
    [empty] the count of {$stage} is 0: whatever its rate, nothing of it goes on to {$next}
    [nothing] nothing goes on from {$stage} to {$next}: no number there would reach the goal
   *[missing] there is no rate from {$stage} to {$next}
  }
    .help = { $kind ->
        [count] take a period in which something was counted there, or leave its count blank and write the rate of another one
        [empty] take a period in which something was counted there, or leave its count blank
        [nothing] take a period in which something went on, or leave the stage out
       *[missing] write the counts of both stages, or the rate beside {$stage}
      }
    .summary = the rate from one stage to the next isn't known, or is nought

missing-count = no stage has a count
    .help = write the count of at least one stage: the others follow from the rates
    .summary = a funnel has rates and no count

bad-rate = the rate of {$id} is {$found}, more than all
    .help = write {$percent} if that is meant, or a share from 0 to 1
    .summary = a rate without a percent sign is above 1

rate-after-last = the last stage {$stage} has a rate, and no stage behind it
    .help = write each rate beside the stage that it leads on from; if the file has the last stage first, `--order last` says so
    .summary = the last stage of a funnel has a rate

rate-differs = the rate of {$stage} is {$found}, and its counts make {$measured}: the counts are used
    .help = correct the one that is wrong, or leave the rate blank
    .summary = a rate is another one than the counts make

best-below-rate = the best rate of {$stage} is {$found}, and its rate is {$rate} already: that counts as the best
    .help = write the highest rate that is thought possible, or correct the rate
    .summary = a best rate is below the present one

rising-count = more go on from {$stage} to {$next} than there are: the rate is above 100 %
    .help = check that both count the same things in the same period
    .summary = a stage counts more than the one before it

unknown-stage = the stage {$stage} of item {$id} isn't in the funnel
    .help = write one of its stages: {$known}
    .summary = an item names a stage that the funnel hasn't

## What is planned, and who does it
##
## `$kind` chooses the sentence. `$items` are ids in the order in which they wait for one another, or in that of the ranking.

incomplete-item = item {$id} has no {$criterion}: it can't be planned
    .help = fill in the cell; a blank counts neither as 0 nor as anything else. If the item isn't to be planned, mark it in a column `skip`
    .summary = an item can't be planned, because its effort or its value is missing

unknown-mark = {$criterion} of item {$id} is {$found}, which says neither yes nor no
    .help = write `x` or `yes`; for no leave the cell blank
    .summary = a cell that marks an item says neither yes nor no

unknown-predecessor = item {$id} comes after {$found}, and there is no such item
    .help = write ids as they stand in the file, several with a comma between them; delete it if it is done already
    .help-close = write {$close} if that is meant; delete it if it is done already
    .summary = an item comes after one that isn't in the file

circular-precedence = { $kind ->
    [itself] item {$id} comes after itself, so that it can never begin
   *[circle] each of these comes after the next, so that none can be the first: {$items}
  }
    .help = take out the `after` that isn't really needed
    .summary = items wait for one another in a circle

must-and-skip = item {$id} must be in the plan, and must not be: it is marked as both
    .help = delete one of the marks
    .summary = an item is marked as one that must be planned and as one that must not

unplannable-must = item {$id} must be in the plan, and { $kind ->
        [effort] its effort isn't known
        [value] its value isn't known
       *[large] its effort of {$effort} is more than the capacity of a whole period, {$capacity}
    }
    .help = { $kind ->
        [large] divide it, raise `--capacity`, or take the mark away
       *[other] fill in the cell, or take the mark away
    }
    .summary = an item must be in the plan and can't be

blocked-must = item {$id} must be in the plan, and {$blocker}, which must come before it, { $kind ->
        [skip] is not to be planned
        [effort] has no effort
        [value] has no value
       *[large] is more than fits in a whole period
    }
    .help = let {$blocker} be planned, take it out of what the item comes after, or take the mark of the item away
    .summary = an item must be in the plan, and what must come before it can't be

too-many-musts =
    { $kind ->
        [undivided] what must be in the plan doesn't go into the periods: {$items} finds no room
       *[capacity] what must be in the plan needs {$needed}, {$over} more than the capacity of {$available}: {$items}
    }
    .help = take marks away until the rest fits, raise `--capacity`, or add periods with `--periods`
    .help-undivided = periods are filled one after the other, first by value and then to the brim, and neither way found room for all; divide an item, raise `--capacity`, or add a period
    .summary = what must be in the plan needs more than the capacity

blank-person = a person has no name
    .help = write the name, or delete the row
    .summary = a row of the people has no name

duplicate-person = {$name} stands in line {$first} already
    .help = delete one of the rows; if they are two people, tell them apart by their names
    .summary = two rows of the people have one name

bad-amount = { $kind ->
        [blank] {$name} has no {$criterion}
       *[other] {$criterion} of {$name} is {$found}, expected a number from 0 up
    }
    .help = write a number; 0 as a capacity is somebody who can take nothing, 0 as a load somebody who carries nothing
    .summary = a person's capacity or load is missing, or no number

unavailable-owner = item {$id} is to be done by {$name}, who { $kind ->
        [unknown] is not among the people
       *[none] has a capacity of 0
    }
    .help = write a name as it stands among the people ({$known}), add the person there, or leave the cell blank
    .help-close = write {$close} if that is meant, add the person to the people, or leave the cell blank
    .help-none = give the person a capacity, or the item another owner; leave the cell blank to have one found
    .summary = an item has an owner who isn't there

owner-without-skill = item {$id} is to be done by {$name}, who doesn't have {$skills}
    .help = the owner stays; give the item to somebody else, or add the skill to the person's
    .summary = the owner of an item lacks a skill that it asks for

unavailable-skill = nobody can do item {$id}: { $kind ->
        [lacking] nobody has {$skills}
        [together] nobody has {$skills} together
       *[nobody] nobody has any capacity
    }
    .help = add the skill to somebody's, correct what the item asks for, name an owner, or mark the item in a column `skip`
    .summary = a planned item asks for skills that nobody has

overloaded-person = {$name} would carry {$load} of {$capacity} ({$percent} %){ $period ->
        [0] {""}
       *[other] {" "}in period {$period}
    }
    .help = plan less with a lower `--capacity`, take something off this person, or add somebody with the same skills
    .summary = somebody would carry more than their capacity

## The weights file

bad-toml = this is not valid TOML: {$reason}, at {$line}
    .help = put texts in quotes (`"◎" = 9`), write each key once, and close every bracket and quote
    .summary = the weights file is not valid TOML

empty-config = the weights file is empty
    .help = write the weights under `[weights]`, or delete the file; `tenbin init` makes one to start from
    .summary = the weights file has nothing in it

unknown-key = {$key} is not known here
    .help = use one of these: {$known}
    .help-close = write {$close}, if that is meant
    .summary = a name is not one that can stand there

wrong-type =
    { $expected ->
        [table] {$key} must be a section
        [string] {$key} must be a text in quotes
        [strings] {$key} must be a list of texts in quotes
        [tables] {$key} must be a list of sections
        [boolean] {$key} must be `true` or `false`
        [number] {$key} must be a number
       *[other] {$key} has a value of the wrong kind
    }
    .help =
        { $expected ->
            [table] write its name in brackets on a line of its own, such as `[weights]`, and its keys below
            [string] write `"text"`, with the quotes
            [strings] write `["one", "two"]`, with the quotes
            [tables] write its name in double brackets before each entry, such as `[[check.ignore]]`
            [boolean] write `true` or `false`, without quotes
            [number] write a number such as `3` or `0.5`, without quotes
           *[other] look at the file that `tenbin init` makes
        }
    .summary = a value in the weights file is of the wrong kind

missing-key = {$key} is missing in {$section}
    .help = add it
    .help-reason = say in a `reason` why the finding is all right, for whoever reads this next year
    .summary = a key that must be there is missing in the weights file

bad-setting =
    { $expected ->
        [count] {$key} is {$found}, expected a whole number from 1 up
        [times] {$key} is {$found}, expected a whole number from 1 up
        [share] {$key} is {$found}, expected a share between 0 and 1
        [percent] {$key} is {$found}, expected a number of per cents above 0
        [rating] {$key} is {$found}, expected a rating from 1 to 10
        [moving] {$key} is {$found}, more than `reached`
        [level] {$key} is {$found}, expected `error`, `warning`, `note` or `off`
        [fail] {$key} is {$found}, expected `error` or `warning`
        [number] {$key} is {$found}, expected a number
        [distance] {$key} is {$found}, expected a number from 0 up
        [other] {$key} is {$found}, as is `value`: expected two different criteria
       *[date] {$key} is {$found}, expected a date such as `2027-03-31`
    }
    .help =
        { $expected ->
            [count] write how many ranks are to be taken on, such as `top = 10`
            [times] write how often the finding was there, such as `count = 1`
            [share] write the share that may not decide, such as `fragile = 0.02` for two points
            [percent] write the per cents without a sign, such as `reached = 100`
            [rating] write the rating from which the work is done well enough, such as `quality = 7`
            [moving] write a share from which a metric is on the way, such as `moving = 10`
            [level] write how much the rule is to weigh, such as `"warning"`, with the quotes
            [fail] write `"error"` or `"warning"`, with the quotes
            [number] write the value at which the upper half begins, such as `at = 6`
            [distance] write how far from a threshold an item is still marked, such as `near = 1`
            [other] four fields need two criteria: name one with `--value` and another one with `--ease`
           *[date] write the last day on which the finding may be overlooked
        }
    .help-triage = four fields need two criteria: name two different ones under `[triage]`
    .summary = a setting of `[check]` or `[triage]` has a value that it can't have
    .summary = a setting of `[check]` or `[review]` has a value that it can't have

unknown-rule = there is no rule {$rule}
    .help = `tenbin check --list` names them all
    .help-close = write {$close}, if that is meant
    .summary = a rule is named that doesn't exist

bad-weight = the weight of {$key} is {$found}, expected a number that is 0 or more
    .help = write a number such as `3` or `0.5`, without quotes; 0 takes the criterion out
    .summary = a weight is not a number that is 0 or more

partial-weights = {$key} has no weight, and others beside it do
    .help = give all of them a weight, or none: {$siblings}; 0 takes one out
    .summary = some of the criteria that are weighed together have no weight

zero-weights = everything in {$factor} has the weight 0
    .help = give at least one of its parts a weight above 0
    .summary = all weights of a model or a factor are 0

unknown-model = there is no model {$model}
    .help = choose one of these: {$known}
    .help-close = write {$close}, if that is meant
    .summary = the model doesn't exist

unknown-scenario = there is no scenario {$scenario}
    .help = choose one of these: {$known}
    .help-close = write {$close}, if that is meant
    .help-none = write it in the weights file under `[scenarios.NAME]`; there is none yet for this model
    .summary = the scenario doesn't exist

empty-scenario = the scenario {$scenario} names no criterion: it changes nothing
    .help = write the weights that differ in it, such as `ease = 3`, or delete it
    .summary = a scenario names no criterion

bad-model =
    { $reason ->
        [hollow] the model {$key} needs both `combine` and `of`
        [half] the factor {$key} needs both `combine` and `of`
        [rated-factor] {$key} is made of parts, so it can't have `values`, `percent` or `scale = "quantity"`
        [reserved] no criterion can be called {$key}: the answer has a column of that name
        [twice] {$key} stands in the model more than once
        [large] {$key} makes the model larger than 256 criteria and factors
        [deep] {$key} lies more than 64 levels deep
        [quantity-under-mean] {$key} is a quantity, which can't go into a mean
        [cost-under-sum] {$key} is a cost quantity, which can't go into a sum
        [negative-factor] {$key} can be below 0, which can't be multiplied
        [huge-exponent] the weight of {$key} is above 100, which is too much for an exponent
       *[other] the model can't be computed at {$key}
    }
    .help =
        { $reason ->
            [hollow] say how its parts become one value, and which they are: `combine = "mean"` and `of = ["value", "ease"]`
            [half] say how its parts become one value, and which they are: `combine = "mean"` and `of = ["value", "ease"]`
            [rated-factor] move them to its parts, or take `combine` and `of` away
            [reserved] choose another name
            [twice] let each name stand in one place only, and no factor contain itself
            [large] part it into several models
            [deep] make the model flatter
            [quantity-under-mean] rate it on a scale such as `scale = [1, 10]`, or multiply: `combine = "product"`
            [cost-under-sum] write `direction = "cost"` at the sum instead of its part, or rate the part on a scale such as `scale = [1, 10]`
            [negative-factor] choose a scale that begins at 0 or above, or `combine = "mean"`
            [huge-exponent] choose a weight up to 100: in a product, weights are exponents
           *[other] correct its definition in the weights file
        }
    .summary = a model in the weights file can't be computed

bad-scale = the `scale` of {$key} can't be read
    .help = write two numbers, the lower first, such as `scale = [1, 10]`, or `scale = "quantity"` for any number from 0 up
    .summary = a scale is neither two numbers, the lower first, nor "quantity"

bad-word = the word {$key} can't stand for {$found}
    .help = give it a number that lies on the scale (`"◎" = 9`); the word itself can't be blank or a number
    .summary = a word stands for something that is no rating

# $model is the model that the file is for, $other the one that is used.
unused-weights = `{$file}` is for the model {$model}: its weights are not used for {$other}
    .help = choose the file's model with `--model`, or set weights for this run with `--weight KEY=N`
    .summary = the weights file is for another model

mixed-scales = the parts of {$key} have different scales, and it declares none: they are mapped onto 1–10
    .help = declare the scale that they are to share, such as `scale = [1, 10]`
    .summary = the parts of a mean have different scales, and the mean declares none

unused-criterion = {$key} is defined here, and no model in this file is made of it: it changes nothing
    .help = name it in the `of` of a model of your own; a built-in model keeps its own criteria
    .summary = a criterion is defined that no model is made of

unused-ignore =
    { $which ->
        [item] no finding of {$rule} for item {$id} is left to be ignored
       *[any] no finding of {$rule} is left to be ignored
    }
    .help = delete the entry: there is nothing left for it to ignore
    .summary = an entry of `[[check.ignore]]` matches no finding

expired-ignore = the entry that ignores {$rule} ended on {$until}: its findings count again
    .help = mend what it was for, or move the date and say why in `reason`
    .summary = the date of an entry of `[[check.ignore]]` has passed

resolved-finding =
    { $which ->
        [item] the baseline still knows a finding of {$rule} for item {$id} in `{$file}` that is gone
       *[any] the baseline still knows a finding of {$rule} in `{$file}` that is gone
    }
    .help = run the command again with `--update-baseline`, so that it can't come back unseen
    .summary = an entry of the baseline matches no finding any more
