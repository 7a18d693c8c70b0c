#!/usr/bin/env python3
"""Pollute a sound file at every place and see that no fault passes: sweep.py BINARY [--show]

A base file of 16 rows by 6 columns gets one fault at a time: at each (row, column) a missing delimiter, an extra one,
or a stray quote; and in each row another delimiter; all of it in four encodings. Each polluted file must be refused
with that row's line named and nothing on standard output, or rank every item as the base file does. `--show` prints
what was accepted.
"""
import argparse
import csv
import io
import os
import re
import subprocess
import sys
import tempfile

ENCODINGS = ["utf-8", "utf-8-sig", "cp932", "utf-16"]
HEADER = ["id", "title", "customer_impact", "business_impact", "market_competitiveness", "ease"]
TITLES = ["検索の速度", "通知の改善", "Export as PDF", "SSO", "権限の整理", "請求書の再発行", "Audit log", "監査ログ"]
ROWS = 16


def base() -> list[list[str]]:
    """The header and fifteen items, sixteen rows in all."""
    rows = [HEADER]
    for number in range(1, ROWS):
        ratings = [str(1 + (number * step + step) % 10) for step in (3, 7, 4, 9)]
        rows.append([f"A-{number}", TITLES[number % len(TITLES)], *ratings])
    return rows


def joined(rows: list[list[str]]) -> list[str]:
    return [",".join(row) for row in rows]


def pollutions():
    """Each polluted text with its name and the lines of which one must be named."""
    rows = base()
    lines = joined(rows)

    def with_line(row: int, line: str) -> str:
        return "\n".join([*lines[:row], line, *lines[row + 1 :]]) + "\n"

    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            before, after = cells[:column], cells[column + 1 :]
            # The delimiter before the cell; before the first there is none, so the one behind it.
            glued = [*before[:-1], before[-1] + cell, *after] if before else [cell + after[0], *after[1:]]
            yield "missing delimiter", row, column, with_line(row, ",".join(glued))
            yield "extra delimiter", row, column, with_line(row, ",".join([*before, "", cell, *after]))
            yield "stray quote", row, column, with_line(row, ",".join([*before, '"' + cell, *after]))
        yield "other delimiter", row, None, with_line(row, ";".join(cells))


def run(binary: str, path: str) -> subprocess.CompletedProcess:
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": os.path.dirname(path)}
    command = [binary, "rank", path, "--format", "csv", "--lang", "en", "--color", "never"]
    # Beside the file stands no weights file, and above it none is looked for.
    return subprocess.run(
        command, capture_output=True, stdin=subprocess.DEVNULL, env=environment, cwd=os.path.dirname(path), timeout=20
    )


def ranks(output: bytes) -> dict[str, tuple[str, str]]:
    rows = list(csv.DictReader(io.StringIO(output.decode("utf-8"))))
    return {row["id"]: (row["rank"], row["score"]) for row in rows}


def judge(answer: subprocess.CompletedProcess, right: dict, row: int) -> str | None:
    """What is wrong with the answer to a file whose fault stands in a row; none where nothing is."""
    messages = answer.stderr.decode("utf-8", "replace")
    if answer.returncode == 0:
        try:
            given = ranks(answer.stdout)
        except (KeyError, UnicodeDecodeError, csv.Error) as error:
            return f"accepted, and the output can't be read: {error!r}"
        return None if given == right else "accepted with a wrong answer"
    if answer.returncode != 1:
        return f"ended with {answer.returncode}"
    if answer.stdout:
        return "refused, with something on standard output"
    # As the finding's place, or in its sentence.
    if not re.search(rf"\.csv:{row + 1}:\d|\bline {row + 1}\b", messages):
        return f"refused without naming line {row + 1}"
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--show", action="store_true", help="print the files that were accepted")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    total, failed = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "backlog.csv")
        # The search for a weights file goes no further up than this.
        os.mkdir(os.path.join(folder, ".git"))

        def answer_to(text: str, encoding: str) -> subprocess.CompletedProcess:
            with open(path, "w", encoding=encoding, newline="") as file:
                file.write(text)
            return run(binary, path)

        for encoding in ENCODINGS:
            sound = answer_to("\n".join(joined(base())) + "\n", encoding)
            if sound.returncode != 0 or sound.stderr:
                print(f"{encoding}: the base file itself is refused: {sound.stderr.decode()}")
                return 1
            right = ranks(sound.stdout)
            passed = count = refused = 0
            for kind, row, column, text in pollutions():
                answer = answer_to(text, encoding)
                fault = judge(answer, right, row)
                count += 1
                passed += fault is None
                refused += answer.returncode != 0
                where = f"line {row + 1}" + ("" if column is None else f", column {column + 1}")
                if fault:
                    said = answer.stderr.decode("utf-8", "replace").strip().replace("\n", " / ")[:160]
                    print(f"FAIL {encoding}: {kind}, {where}: {fault} | {said}")
                elif options.show and answer.returncode == 0:
                    print(f"accepted {encoding}: {kind}, {where}")
            print(f"{encoding}: {passed} of {count} right ({refused} refused, {count - refused} accepted)")
            total, failed = total + count, failed + count - passed
    print(f"{total - failed} of {total} polluted files refused with their line or answered rightly")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
