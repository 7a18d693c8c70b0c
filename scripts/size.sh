#!/usr/bin/env bash
# Files of unusual size, and the time and memory that they may take: scripts/size.sh BINARY
#
# A cell of 100 MB and a million columns are refused with the limit named, a million faults are counted and fifty are
# shown, by `check` in every format, a million ids that are one are counted too, a million ties come out the same twice,
# and fit into a workbook; more than its sheet holds are refused. Time limits hold on two slow cores; exit 1 where one is broken.
set -euo pipefail

if [ $# -ne 1 ] || [ ! -x "$1" ]; then
    echo "usage: scripts/size.sh BINARY" >&2
    exit 2
fi
tenbin=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The search for a weights file ends here.
mkdir "$work/.git"
cd "$work"
unset TENBIN_WEIGHTS
failed=0

# measure SECONDS MEGABYTES COMMAND…: runs it with `out` and `err`, leaves its exit code in `code`.
measure() {
    local seconds=$1 megabytes=$2
    shift 2
    python3 - "$seconds" "$megabytes" "$@" >measured <<'PY' || true
"""Runs a command; prints its exit code, seconds, peak megabytes, and what broke a limit."""
import os, subprocess, sys, time
seconds, megabytes, command = float(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
begin = time.monotonic()
with open("out", "wb") as out, open("err", "wb") as err:
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
    _, status, usage = os.wait4(child.pid, 0)
took, peak = time.monotonic() - begin, usage.ru_maxrss / 1024
broken = [f"over {seconds:g} s"] * (took > seconds) + [f"over {megabytes:g} MB"] * (peak > megabytes)
print(os.waitstatus_to_exitcode(status), f"{took:.2f}", f"{peak:.0f}", ", ".join(broken))
PY
    read -r code took peak broken <measured
}

# report NAME PROBLEM…: one line, with every problem that isn't empty.
report() {
    local name=$1 problem problems=${broken:-}
    shift
    for problem in "$@"; do
        problems="$problems${problems:+${problem:+; }}$problem"
    done
    printf '%-17s exit %s, %s s, %s MB: %s\n' "$name" "$code" "$took" "$peak" "${problems:-fine}"
    if [ -n "$problems" ]; then
        head -c 300 err
        failed=1
    fi
}

# A command's problem if it fails: says TEXT unless the rest succeeds.
unless() {
    local text=$1
    shift
    "$@" >/dev/null 2>&1 || echo "$text"
}

python3 - <<'PY'
"""The five files."""
head = "id,title,customer_impact,business_impact,market_competitiveness,ease"
with open("field.csv", "w", encoding="utf-8") as file:
    file.write(f"{head}\nK-a,")
    for _ in range(34):
        file.write("長" * 1_000_000)
    file.write(",5,5,5,5\n")
with open("columns.csv", "w", encoding="utf-8") as file:
    file.write(head + "".join(f",c{column}" for column in range(1_000_000)) + "\n")
    file.write("K-a,x,5,5,5,5" + ",1" * 1_000_000 + "\n")
names = ["errors.csv", "ties.csv", "same.csv"]
errors, ties, same = [open(name, "w", encoding="utf-8") for name in names]
with errors, ties, same:
    for file in (errors, ties, same):
        file.write(head + "\n")
    for row in range(1_000_000):
        errors.write(f"K-{row:07d},検索の改善,5,5,5,5x\n")
        ties.write(f"K-{row:07d},検索の改善,5,5,5,5\n")
        same.write(f"K-1,検索の改善 {row:07d},5,5,5,5\n")
PY

size=$(($(wc -c <field.csv) / 1048576))
measure 5 $((3 * size)) "$tenbin" rank field.csv --lang en
report "100 MB field" \
    "$(unless "not refused" test "$code" -ne 0)" \
    "$(unless "the limit is not named" grep -q "1 MiB" err)" \
    "$(unless "output though refused" test ! -s out)"

size=$(($(wc -c <columns.csv) / 1048576))
measure 5 $((3 * size + 50)) "$tenbin" rank columns.csv --lang en
report "1 M columns" \
    "$(unless "not refused" test "$code" -ne 0)" \
    "$(unless "the limit is not named" grep -Eq "16.?384" err)" \
    "$(unless "output though refused" test ! -s out)"

size=$(($(wc -c <errors.csv) / 1048576))
measure 10 $((5 * size + 100)) "$tenbin" rank errors.csv --lang en
report "1 M errors" \
    "$(unless "exit code is not 1" test "$code" -eq 1)" \
    "$(unless "the total is not told" grep -Eq "1.?000.?000" err)" \
    "$(unless "more than 100 kB of messages" test "$(wc -c <err)" -lt 100000)" \
    "$(unless "output though refused" test ! -s out)"

measure 5 $((5 * size + 100)) "$tenbin" check errors.csv --lang en
report "check 1 M errors" \
    "$(unless "exit code is not 1" test "$code" -eq 1)" \
    "$(unless "the total is not told" grep -Eq "1.?000.?000" err)" \
    "$(unless "more than 100 kB of messages" test "$(wc -c <err)" -lt 100000)" \
    "$(unless "output though refused" test ! -s out)"

for format in json github gitlab sarif junit markdown; do
    measure 5 $((5 * size + 100)) "$tenbin" check errors.csv --lang en -f "$format"
    report "  as $format" \
        "$(unless "exit code is not 1" test "$code" -eq 1)" \
        "$(unless "more than 100 kB" test "$(wc -c <out)" -lt 100000)"
done

size=$(($(wc -c <same.csv) / 1048576))
measure 5 $((5 * size + 100)) "$tenbin" check same.csv --lang en
report "1 M equal ids" \
    "$(unless "exit code is not 1" test "$code" -eq 1)" \
    "$(unless "the total is not told" grep -q "^999999 errors" err)"

size=$(($(wc -c <ties.csv) / 1048576))
for run in 1 2; do
    measure 10 $((5 * size + 100)) "$tenbin" rank ties.csv --top 20 --format csv
    sha256sum <out >"hash$run"
    report "1 M ties" "$(unless "exit code is not 0" test "$code" -eq 0)" \
        "$(unless "ties are missing" test "$(wc -l <out)" -eq 1000001)"
done

measure 60 2500 "$tenbin" rank ties.csv -o ties.xlsx
report "1 M as a workbook" "$(unless "exit code is not 0" test "$code" -eq 0)" \
    "$(unless "no workbook" test -s ties.xlsx)"

sed -n '2,50001s/^K/L/p' ties.csv >more.csv
cat more.csv >>ties.csv
measure 10 $((5 * size + 100)) "$tenbin" rank ties.csv -o more.xlsx --lang en
report "more than a workbook holds" "$(unless "exit code is not 2" test "$code" -eq 2)" \
    "$(unless "the limit is not named" grep -q "1,048,576 rows" err)" \
    "$(unless "a file is left" test ! -e more.xlsx)"

cmp -s hash1 hash2 || { echo "1 M ties: two runs differ"; failed=1; }

exit $failed
