#!/usr/bin/env bash
# The page of `tenbin report` in a real browser: scripts/browser.sh BINARY
#
# Needs Node 18 with npm, and Chromium (Debian's `chromium`; CHROMIUM names another). Where one of them is missing it says
# that it skips, and with TENBIN_BROWSER=required it fails. What the tests need from npm is pinned in tests/browser.
set -euo pipefail

if [ $# -lt 1 ] || [ ! -x "$1" ]; then
    echo "usage: scripts/browser.sh BINARY" >&2
    exit 2
fi
TENBIN=$(realpath "$1")
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
export TENBIN CHROMIUM
unset TENBIN_WEIGHTS
cd "$(dirname "$0")/../tests/browser"

missing=""
[ -n "$CHROMIUM" ] || missing="no chromium"
command -v npm >/dev/null || missing="no npm"
command -v node >/dev/null || missing="no node"
if [ -n "$missing" ]; then
    echo "the tests in a browser are skipped: $missing"
    [ "${TENBIN_BROWSER:-}" != required ]
    exit
fi
[ -d node_modules/playwright-core ] && [ -d node_modules/axe-core ] || npm ci --ignore-scripts --no-audit --no-fund
node --test --test-concurrency=1
