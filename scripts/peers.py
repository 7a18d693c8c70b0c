#!/usr/bin/env python3
"""The comparison's other side: peers.py duckdb|polars full|top IN.csv OUT.csv, or peers.py duckdb|polars version

Scores with 0.4, 0.3, 0.2 and 0.1, ranks, and writes every row with rank and score, best first (full), or the best
twenty (top). Each engine does it in the way that its manual recommends for files: lazily, on all cores. Needs the
engine, which `scripts/bench.py` doesn't install.
"""
import sys

CRITERIA = {"customer_impact": 0.4, "business_impact": 0.3, "market_competitiveness": 0.2, "ease": 0.1}


def duckdb(full: bool, source: str, target: str) -> None:
    import duckdb

    score = " + ".join(f"{criterion} * {weight}" for criterion, weight in CRITERIA.items())
    items = f"(select *, {score} as score from read_csv('{source}'))"
    if full:
        query = f"select rank() over (order by score desc) as rank, * from {items} order by score desc, id"
    else:
        query = f"select * from {items} order by score desc, id limit 20"
    duckdb.sql(f"copy ({query}) to '{target}' (header)")


def polars(full: bool, source: str, target: str) -> None:
    import polars

    score = sum((polars.col(criterion) * weight for criterion, weight in CRITERIA.items()), start=polars.lit(0.0))
    items = polars.scan_csv(source).with_columns(score=score).sort(["score", "id"], descending=[True, False])
    if full:
        items.with_columns(rank=polars.col("score").rank("min", descending=True)).sink_csv(target)
    else:
        items.limit(20).sink_csv(target)


def main() -> int:
    engines = {"duckdb": duckdb, "polars": polars}
    match sys.argv[1:]:
        case [engine, "version"] if engine in engines:
            print(__import__(engine).__version__)
        case [engine, ("full" | "top") as work, source, target] if engine in engines:
            engines[engine](work == "full", source, target)
        case _:
            print(__doc__.splitlines()[0], file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
