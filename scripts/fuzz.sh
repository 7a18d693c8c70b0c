#!/usr/bin/env bash
# Fuzzes each target for a while, one after the other: scripts/fuzz.sh [SECONDS [TARGET…]]
#
# Needs a nightly toolchain and cargo-fuzz. Seeds are copied from the test data at each run, nothing of them is kept
# twice. A crash is left in fuzz/artifacts/TARGET/: once it is understood it moves, under a name that says what it is,
# to fuzz/regressions/TARGET/, where every run begins and where
#   cargo test --manifest-path fuzz/Cargo.toml --no-default-features
# replays it on any toolchain.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    targets=(reader config number workbook ballots results funnels plans)
fi

# The reader's last byte chooses model, delimiter and encoding: see fuzz/src/reader.rs.
seed_reader() {
    local file name
    for file in tests/data/badcsv/*.csv tests/data/badcsv/*.txt examples/*.csv; do
        [ -f "$file" ] && [ "$(wc -c <"$file")" -le 4096 ] || continue
        name=$(basename "$file")
        { cat "$file"; printf '\0'; } >"$1/$name-matrix"
        { cat "$file"; printf '\6'; } >"$1/$name-weighted"
    done
    printf 'id,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost\na,8,6,9,7,4,5,3\nb,1,1,10,5,5,5,5\n\1' >"$1/target"
    printf 'id;customers;months;value;chance;initial_cost;running_cost\na;40;12;7,5;80%%;100;0\nb;;1;1;1;0;0\n\2' >"$1/roi"
    printf 'id\treach\timpact\tconfidence\teffort\na\t400\thigh\t80%%\t2\nb\t1\tlow\tmedium\t0\n\3' >"$1/rice"
    printf 'impact,confidence,ease\n8,6-8,4\n5,5,\n\4' >"$1/ice"
    printf 'id,business_value,time_criticality,risk_reduction,job_size\na,20,1,13,3\nb,1,1,1,0\n\5' >"$1/wsjf"
    printf 'k,reach,mood,ease,価格,seats\na,wide,-2.5,8,○,1.5%%\nb,◎,0.25,3,9,40\nc,3,1,,9,40\n\7' >"$1/ours"
    printf 'id,worth,cost,seats\na,55.5,3,0\nb,55.50,3,0\n\7' >"$1/ours-factor"
}

seed_config() {
    cp tests/data/badcsv/weights/* models/*.toml "$1"
    printf '[models.m]\ncombine="product"\nof=["a","b"]\n[criteria.a]\ncombine="geometric-mean"\nof=["c","d"]\n[criteria.b]\nscale="quantity"\ndirection="cost"\n[weights]\na=2\nb=0.5\n[scenarios.s]\na=0\n[ranking]\ntie_break=["c"]\n' >"$1/product"
    printf '[models.m]\ncombine="mean"\nscale=[0,5]\nof=["a","b"]\n[criteria.a]\nscale=[-1,1]\nvalues={w=0.5}\n[criteria.b]\ndirection="cost"\nlabels={en="B",ja="ビ"}\n[columns]\na=["x","y"]\n[teams]\n"CS"=["a"]\n[values]\n"◎"=1\n' >"$1/mean"
}

seed_number() {
    local cell n=0
    for cell in 8 ' 8.50 ' ８．５ 6-8 '6 〜 8' 80% '12.5 %' 8,5 +007 -0 -3.2 ○ high NaN 1e3 0x8 .8 8. \
        0.99999999999999999999 123456789012345 1-０ $'1.5\n-2\n0.00000000000000000001'; do
        n=$((n + 1))
        printf '%s' "$cell" >"$1/$n"
    done
}

# The last byte chooses the part: see fuzz/src/workbook.rs.
seed_workbook() {
    local file name part
    for file in tests/data/badcsv/*.xlsx tests/data/workbooks/*; do
        [ -f "$file" ] && [ "$(wc -c <"$file")" -le 8192 ] || continue
        name=$(basename "$file")
        { cat "$file"; printf '\0'; } >"$1/$name"
        for part in 1:xl/worksheets/sheet1.xml 2:xl/sharedStrings.xml 3:xl/styles.xml 4:xl/workbook.xml \
            5:xl/_rels/workbook.xml.rels 6:content.xml; do
            if python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' \
                "$file" "${part#*:}" >"$1/part" 2>/dev/null && [ "$(wc -c <"$1/part")" -le 8191 ]; then
                { cat "$1/part"; printf '%b' "\\0${part%%:*}"; } >"$1/$name-${part%%:*}"
            fi
        done
        rm -f "$1/part"
    done
}

# The last byte chooses what is asked: see fuzz/src/tables.rs. fuzz/tests/chance.rs begins with the same seeds.
seed_ballots() { cp fuzz/seeds/ballots/* "$1"; }
seed_results() { cp fuzz/seeds/results/* "$1"; }
seed_funnels() { cp fuzz/seeds/funnels/* "$1"; }
seed_plans() { cp fuzz/seeds/plans/* "$1"; }

for target in "${targets[@]}"; do
    words=fuzz/$target.dict
    [ -f "$words" ] || words=fuzz/tables.dict
    seeds=$(mktemp -d)
    trap 'rm -rf "$seeds"' EXIT
    "seed_$target" "$seeds"
    chmod -R u+w "$seeds"
    mkdir -p "fuzz/corpus/$target" "fuzz/artifacts/$target" "fuzz/regressions/$target"
    echo "== $target, $seconds s"
    nice -n 10 cargo +nightly fuzz run "$target" \
        "fuzz/corpus/$target" "$seeds" "fuzz/regressions/$target" -- \
        -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=10 -dict="$words" -max_len=8192 \
        -print_final_stats=1
    rm -rf "$seeds"
done
