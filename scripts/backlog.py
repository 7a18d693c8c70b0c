#!/usr/bin/env python3
"""Write a reproducible backlog of N items to standard output: backlog.py N > backlog.csv

Ids, titles with Japanese and quotes, an owner, four ratings from 1 to 10; the same bytes at every run (seed 7).
"""
import random
import sys

SEED = 7
OWNERS = ["CS", "Sales", "Marketing", "Dev"]
WORDS = (
    "検索 通知 請求 レポート 権限 連携 モバイル 監査 export onboarding billing dashboard import search alerts SSO API "
    "webhook audit"
).split()
HEADER = "id,title,owner,customer_impact,business_impact,market_competitiveness,ease"


def lines(count: int):
    """The header and `count` rows."""
    draw = random.Random(SEED)
    yield HEADER
    for number in range(count):
        title = " ".join(draw.choice(WORDS) for _ in range(3))
        if number % 17 == 0:
            title = f'"{title}, ""v2"""'
        owner = draw.choice(OWNERS)
        ratings = ",".join(str(draw.randint(1, 10)) for _ in range(4))
        yield f"ITEM-{number:08d},{title},{owner},{ratings}"


def main() -> int:
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for line in lines(int(sys.argv[1])):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
