#!/usr/bin/env bash
# What action.yml runs: its inputs, which come as INPUT_… in the environment, become one `tenbin check`. No shell ever
# reads an input as a command. The exit code is tenbin's, and 2 where there is no tenbin to run.
#
# INPUT_FILE names the backlogs, one a line. A line that is the name of a file is that file, spaces and all; else it is
# a pattern (`*`, `?`, `[ab]`, and `**` for any folders below); else it is split at its spaces, and each word is a name
# or a pattern. What matches nothing goes to tenbin as it is, which says that there is no such file.
#
# shellcheck disable=SC2016 # backticks in messages are names
set -euo pipefail

# Ends the step with a message that GitHub shows.
refuse() {
    local text=${1//'%'/%25}
    text=${text//$'\r'/%0D}
    printf '::error title=tenbin::%s\n' "${text//$'\n'/%0A}" >&2
    exit 2
}

trimmed() {
    local text=$1
    text=${text#"${text%%[![:space:]]*}"}
    printf '%s' "${text%"${text##*[![:space:]]}"}"
}

# Adds to `files` what a name or a pattern stands for; fails where that is nothing.
add() {
    if [ -e "$1" ]; then
        files+=("$1")
        return
    fi
    local IFS='' found
    # Not quoted, so that it is matched; without an IFS it is not split.
    # shellcheck disable=SC2206
    found=($1)
    [ ${#found[@]} -gt 0 ] && [ -e "${found[0]}" ] || return 1
    files+=("${found[@]}")
}

add_line() {
    local line words word
    line=$(trimmed "$1")
    [ -n "$line" ] || return 0
    if add "$line"; then return; fi
    read -r -a words <<<"$line"
    for word in "${words[@]}"; do
        add "$word" || files+=("$word")
    done
}

# Adds `--NAME=VALUE` to `arguments`, and nothing for an input that is not set.
option() {
    local value
    value=$(trimmed "$2")
    [ -z "$value" ] || arguments+=("--$1=$value")
}

# The tenbin that is given, by its path or by its name on the PATH.
given_binary() {
    if [ -f "$1" ] && [ -x "$1" ] && [[ $1 == */* || $1 == *\\* ]]; then
        binary=$1
    else
        binary=$(type -P -- "$1") || refuse "the input \`binary\` is no program: $1"
    fi
}

# One built from the checkout that this script is part of.
build_binary() {
    command -v cargo >/dev/null || refuse 'cargo is missing: install Rust, or name a ready tenbin in the input `binary`'
    local root
    root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
    printf '::group::Building tenbin\n' >&2
    # From its own folder: the toolchain and the settings of the repository that is checked are not meant for tenbin.
    (cd "$root" && env -u CARGO_BUILD_TARGET cargo build --release --locked --target-dir target >&2) ||
        refuse 'tenbin could not be built: cargo says why'
    printf '::endgroup::\n' >&2
    binary=$root/target/release/tenbin
}

[ -n "$(trimmed "${INPUT_FILE:-}")" ] || refuse 'the input `file` names no backlog'

# The bash of macOS has no `**`, and takes it for `*`.
shopt -s nullglob
shopt -s globstar 2>/dev/null || true
files=()
while IFS= read -r line; do
    add_line "$line"
done <<<"$INPUT_FILE"

format=$(trimmed "${INPUT_FORMAT:-}")
# Annotations, unless there is a file: its ending says what it is to be.
if [ -z "$format" ] && [ -z "$(trimmed "${INPUT_OUTPUT:-}")" ]; then
    format=github
fi

arguments=(check)
option weights "${INPUT_WEIGHTS:-}"
option model "${INPUT_MODEL:-}"
option top "${INPUT_TOP:-}"
option fail-on "${INPUT_FAIL_ON:-}"
option baseline "${INPUT_BASELINE:-}"
option format "$format"
option output "${INPUT_OUTPUT:-}"
option lang "${INPUT_LANG:-}"

given=$(trimmed "${INPUT_BINARY:-}")
if [ -n "$given" ]; then given_binary "$given"; else build_binary; fi

"$binary" "${arguments[@]}" -- "${files[@]}" </dev/null
