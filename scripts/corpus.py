#!/usr/bin/env python3
"""Judge a tenbin binary by the corpus of faulty files: corpus.py BINARY

The judge is the corpus's own tests/data/badcsv/run.py, run unchanged: once for `rank`, once for `check`, each with at
most 1.5 GB of memory. `check` prints no items, so nothing is looked for there; and a missing rating is an error to it,
as the notes of those cases say. Exit 0 only if no case fails.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

CORPUS = pathlib.Path(__file__).resolve().parent.parent / "tests" / "data" / "badcsv"


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    binary = pathlib.Path(sys.argv[1]).resolve()
    if not binary.is_file():
        print(f"{binary}: no such file", file=sys.stderr)
        return 2
    cases = json.loads((CORPUS / "index.json").read_text(encoding="utf-8"))
    print(f"{len(cases)} cases", flush=True)
    checked = [case | {"must_output": []} for case in cases]
    for case in checked:
        if case["id"] in ("num_empty", "xl_empty_cell"):
            case["expect"] = "error"
    return judge(binary, "rank", cases) | judge(binary, "check", checked)


def judge(binary: pathlib.Path, command: str, cases: list) -> int:
    """Runs the corpus's judge on one command."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "badcsv"
        shutil.copytree(CORPUS, copy)
        index = copy / "index.json"
        index.chmod(0o644)
        index.write_text(json.dumps(cases), encoding="utf-8")
        print(f"== {command}", flush=True)
        line = [binary, command, "{file}", "--weights", "{weights}"]
        return subprocess.call([sys.executable, copy / "run.py", "--", *map(str, line)])


if __name__ == "__main__":
    sys.exit(main())
