#!/usr/bin/env python3
"""Hold what `tenbin check` writes for CI against the schemas of those who read it: formats.py BINARY

Checks sound, faulty and hostile backlogs in both languages: SARIF against OASIS's schema, JUnit against Jenkins', GitLab's
code quality report against its documentation (tests/data/schemas/), GitHub's commands against what its runner takes.
Beyond that: all formats say the same, fingerprints are unique and outlive moved rows, and 2 000 faults stay short.
The validators come from PyPI, into a virtual environment in a temporary folder. Exit 0 only if all of it holds.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import venv
import xml.etree.ElementTree as ElementTree

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent / "tests" / "data" / "schemas"
# rfc3986-validator lets jsonschema look at the format `uri-reference`.
VALIDATORS = ["jsonschema==4.26.0", "rfc3986-validator==0.1.1", "xmlschema==4.3.2"]
FORMATS = ["human", "json", "github", "gitlab", "sarif", "junit", "markdown"]

HEADER = "id,title,customer_impact,business_impact,market_competitiveness,ease\n"
# Two items and not one finding.
SOUND = HEADER + "A-1,Bulk invoices,8,6,4,7\nA-2,Faster search,9,7,6,4\n"
MIXED = (
    HEADER
    + "A-1,Bulk invoices,8,6,4,7\nA-2,Faster search,9,7,,4\nA-2,Single sign-on,5,11,8,soon\n"
    + "A-4,=1+1,2,2,2,2\nA-5,,1,1,1,1\n,Line numbers,4,3,１,1\n"
)
# Everything that a format could take for its own: ends of CDATA, of attributes, of commands, of cells and of lines.
HOSTILE = [
    'A]]><x a="1">&amp;</testsuite>',
    "A|`b`*c*\\|<script>",
    "A%0A::error::x",
    "::stop-commands::A",
    "A\x01\x08\x1b[31m",
    "A\u202e\u2028\x85\x7f",
    "項目「一」、\U0001f600e\u0301",
    "A'\"$(id);`id`",
    "A, b\r\nc\td",
]
HOSTILE_NAME = "計画 &<1>'%20#?;,:=.csv"


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def hostile() -> str:
    rows = []
    for text in HOSTILE:
        # A rating that isn't one shows the cell itself; the second row's id is there twice.
        rows.append(f"{quoted(text)},{quoted('=' + text)},{quoted(text)},11,,3\n")
        rows.append(f"{quoted(text)},{quoted(text)},4,4,4,4\n")
    return HEADER + "".join(rows)


def many(count: int) -> str:
    """A fault of each severity in nearly every row."""
    rows = (f"A-{number},Title of item {number},{number % 7 + 11},2,1,１\n" for number in range(count))
    return HEADER + "".join(rows)


def tied(count: int) -> str:
    """Items that are better one than the other, and formulas: notes and warnings."""
    rows = (f"A-{number},=Title of {number},{number % 9 + 1},{number % 9 + 1},1,1\n" for number in range(count))
    return HEADER + "".join(rows)


# Name, files, arguments, exit code.
CASES = [
    ("nothing found", {"backlog.csv": SOUND}, ["backlog.csv"], 0),
    ("errors, warnings and notes", {"backlog.csv": MIXED}, ["backlog.csv"], 1),
    ("warnings that fail", {"backlog.csv": tied(20)}, ["backlog.csv", "--fail-on=warning"], 1),
    ("what is found doesn't fail", {"backlog.csv": MIXED}, ["backlog.csv", "--exit-zero"], 0),
    ("a hostile backlog", {HOSTILE_NAME: hostile()}, ["--", "./" + HOSTILE_NAME], 1),
    (
        "several backlogs",
        {"backlog.csv": SOUND, "plans/backlog.csv": MIXED, "plans/計画.csv": MIXED, "empty.csv": ""},
        ["backlog.csv", "plans/backlog.csv", "./plans/計画.csv", "empty.csv"],
        1,
    ),
    ("no text", {"backlog.csv": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00"}, ["backlog.csv"], 1),
    (
        "a weights file that can't be read",
        {"backlog.csv": SOUND, "weights.toml": '[weights]\nease = <x a="]]>">\n'},
        ["backlog.csv"],
        2,
    ),
    (
        "a weights file with unknown names",
        {"backlog.csv": SOUND, "重み & more.toml": '[weigths]\n"]]>&<" = 1\n[check.rules]\n"::error::" = "off"\n'},
        ["backlog.csv", "--weights", "重み & more.toml"],
        2,
    ),
    (
        "a baseline that is outdated",
        {
            "backlog.csv": MIXED,
            "baseline.toml": '[[finding]]\nfile = "backlog.csv"\nrule = "missing-rating"\nid = "]]>"\ncount = 1\n',
        },
        ["backlog.csv", "--baseline", "baseline.toml"],
        1,
    ),
    ("two thousand faults", {"backlog.csv": many(2000)}, ["backlog.csv"], 1),
    ("all of two hundred faults", {"backlog.csv": many(200)}, ["backlog.csv", "--limit=0"], 1),
]


class Fault(Exception):
    """What is wrong with an output."""


def expect(holds: bool, what: str) -> None:
    if not holds:
        raise Fault(what)


class Runner:
    """Runs the program in a folder of its own."""

    def __init__(self, binary: pathlib.Path, files: dict):
        self.binary = binary
        self.holder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.holder.name)
        # The search for a weights file goes no further up than this.
        (self.folder / ".git").mkdir()
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def run(self, arguments: list[str], **environment: str) -> subprocess.CompletedProcess:
        environment = {"PATH": os.environ.get("PATH", ""), **environment}
        command = [self.binary, "check", *arguments]
        return subprocess.run(
            command, capture_output=True, stdin=subprocess.DEVNULL, env=environment, cwd=self.folder, timeout=60
        )


class Judge:
    """What each format has to be, whatever was checked."""

    def __init__(self) -> None:
        # Not at the top: they are only in the virtual environment.
        import jsonschema
        import xmlschema

        def validator(name: str):
            schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
            return jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)

        checked = jsonschema.Draft7Validator.FORMAT_CHECKER.checkers
        expect("uri-reference" in checked, "jsonschema doesn't look at `uri-reference`")
        self.schemas = {"sarif": validator("sarif-2.1.0.json"), "gitlab": validator("gitlab-code-quality.json")}
        self.junit_schema = xmlschema.XMLSchema10(SCHEMAS / "junit-10.xsd")

    def judge(self, format: str, output: str, findings: dict) -> None:
        expect("\r" not in output, "a carriage return stands in it")
        expect(output.endswith("\n"), "it doesn't end with a line end")
        unseen = re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", output)
        expect(format in self.schemas or not unseen, f"control characters stand in it: {sorted(set(unseen))}")
        if format != "human":
            getattr(self, format)(output, findings)

    def valid(self, format: str, output: str):
        value = json.loads(output)
        errors = sorted(self.schemas[format].iter_errors(value), key=lambda error: list(error.path))
        if errors:
            where = "/".join(map(str, errors[0].absolute_path))
            raise Fault(f"{len(errors)} times against the schema, first at {where}: {errors[0].message[:300]}")
        return value

    def json(self, output: str, findings: dict) -> None:
        expect(json.loads(output) == findings, "two runs differ")
        unique([finding["fingerprint"] for finding in findings["findings"]])

    def sarif(self, output: str, findings: dict) -> None:
        run = self.valid("sarif", output)["runs"][0]
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        expect(len(rules) == len(set(rules)), "a rule is described twice")
        expect(len(run["results"]) == len(findings["findings"]), "the number of results is not that of the findings")
        for result, finding in zip(run["results"], findings["findings"]):
            expect(rules[result["ruleIndex"]] == result["ruleId"] == finding["rule"], "a result has another rule")
            expect(result["level"] == finding["severity"], "a result has another level")
            expect(finding["message"] in result["message"]["text"], "a result lacks the finding's sentence")
            expect(list(result["partialFingerprints"].values())[0] == finding["fingerprint"], "fingerprints differ")
            for location in result.get("locations", []):
                uri = location["physicalLocation"]["artifactLocation"]["uri"]
                expect(re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri) is not None, f"a reference is not escaped: {uri}")

    def gitlab(self, output: str, findings: dict) -> None:
        issues = self.valid("gitlab", output)
        expect(len(issues) == len(findings["findings"]), "the number of issues is not that of the findings")
        for issue, finding in zip(issues, findings["findings"]):
            expect(issue["check_name"] == finding["rule"], "an issue has another rule")
            expect(issue["fingerprint"] == finding["fingerprint"], "fingerprints differ")
            expect(finding["message"] in issue["description"], "an issue lacks the finding's sentence")

    def junit(self, output: str, findings: dict) -> None:
        root = ElementTree.fromstring(output)
        errors = list(self.junit_schema.iter_errors(output))
        expect(not errors, f"{len(errors)} times against the schema, first: {errors and errors[0].reason}")
        passes_at = {"error": ["error"], "warning": ["error", "warning"]}[findings["fail_on"]]
        fails = sum(finding["severity"] in passes_at for finding in findings["findings"])
        for suite in root.iter("testsuite"):
            cases, failures = suite.findall("testcase"), suite.findall("testcase/failure")
            expect(int(suite.get("tests")) == len(cases), f"{suite.get('name')}: `tests` is not the number of cases")
            expect(int(suite.get("failures")) == len(failures), f"{suite.get('name')}: `failures` is not their number")
        expect(len(root.findall("testsuite/testcase/failure")) == fails, "not every finding that fails is a failure")
        said = [failure.get("message") for failure in root.iter("failure")]
        meant = [finding["message"] for finding in findings["findings"] if finding["severity"] in passes_at]
        expect(sorted(said) == sorted(meant), "a failure says something else than the finding")

    def github(self, output: str, findings: dict) -> None:
        lines = output.split("\n")[:-1]
        command = re.compile(r"::(error|warning|notice) (?:file=[^,:]+(?:,line=\d+,col=\d+)?,)?title=[a-z-]+::[^\n]+")
        matches = [command.fullmatch(line) for line in lines]
        kinds = [match.group(1) for match in matches if match]
        expect(kinds == sorted(kinds, key=["error", "warning", "notice"].index), "errors don't stand first")
        for kind, severity in [("error", "error"), ("warning", "warning"), ("notice", "note")]:
            there = findings["counts"][severity + "s"]
            shown = kinds.count(kind)
            expect(shown == min(there, 10), f"{shown} annotations of kind {kind} for {there} findings")
        rest = lines[len(kinds) :]
        expect(all(matches[: len(kinds)]), "an annotation stands below the counts, or on more than one line")
        expect(not any("::" in line[:3] or line.startswith("##[") for line in rest), "a line could be a command")
        counts = [line for line in rest if re.match(r"(no|\d+) errors?, |エラー\d+件", line)]
        expect(len(counts) == 1 and len(rest) <= 3, f"the lines below the annotations are {rest}")

    def markdown(self, output: str, findings: dict) -> None:
        rows = [line for line in output.split("\n") if line.startswith("|")]
        shown = len(findings["findings"])
        expect(len(rows) == (shown + 2 if shown else 0), f"{len(rows)} rows for {shown} findings")
        for row in rows:
            bars = len(re.findall(r"(?<!\\)(?:\\\\)*\|", row))
            expect(bars == 5, f"a row has {bars - 1} cells: {row}")
            expect(re.search(r"<(?!br>)", row) is None, f"a tag stands in a row: {row}")


def unique(fingerprints: list[str]) -> None:
    expect(len(fingerprints) == len(set(fingerprints)), "fingerprints are not unique")
    expect(all(re.fullmatch("[0-9a-f]{32}", one) for one in fingerprints), "a fingerprint is no 32 hex digits")


def check_case(judge: Judge, binary: pathlib.Path, case: tuple, lang: str):
    """Each format of one case; yields what is wrong."""
    name, files, arguments, code = case
    runner = Runner(binary, files)
    # Options before `--`.
    shared = ["--lang", lang]
    base = runner.run([*shared, "--format=json", *arguments])
    try:
        findings = json.loads(base.stdout)
    except ValueError as error:
        yield f"json: {error}: {base.stderr.decode()[:300]}"
        return
    for format in FORMATS:
        result = runner.run([*shared, f"--format={format}", *arguments])
        try:
            expect(result.returncode == code, f"exit code {result.returncode}, expected {code}: {result.stderr[:300]}")
            output = result.stdout if format != "human" or code == 0 else result.stderr
            judge.judge(format, output.decode(), findings)
            if code != 2 and format != "human":
                runner.run([*shared, f"--format={format}", "--output=answer", *arguments])
                expect((runner.folder / "answer").read_bytes() == output, "`--output` writes something else")
        except (Fault, UnicodeDecodeError, ElementTree.ParseError, ValueError) as error:
            yield f"{format}: {error}"


def moved_rows(binary: pathlib.Path) -> str | None:
    """Fingerprints of one backlog, and of the same one with its rows turned round and blank lines between them."""
    header, *rows = MIXED.splitlines(keepends=True)
    rows += [f"B-{number},{number},{number},3,4,2\n" for number in range(1, 9)]
    prints = []
    for body in ["".join(rows), "\n" + "\n\n".join(reversed(rows))]:
        runner = Runner(binary, {"backlog.csv": header + body})
        found = {}
        for format in ["json", "sarif", "gitlab"]:
            value = json.loads(runner.run(["backlog.csv", "--limit=0", f"--format={format}"]).stdout)
            if format == "json":
                pairs = [(finding["rule"], finding["fingerprint"]) for finding in value["findings"]]
            elif format == "sarif":
                pairs = [(one["ruleId"], one["partialFingerprints"]["tenbin/v1"]) for one in value["runs"][0]["results"]]
            else:
                pairs = [(issue["check_name"], issue["fingerprint"]) for issue in value]
            found[format] = sorted(pairs)
        if not found["json"] or not found["json"] == found["sarif"] == found["gitlab"]:
            return "the formats don't have the same fingerprints"
        prints.append(found["json"])
    changed = set(prints[0]) ^ set(prints[1])
    return f"fingerprints change when rows move: {sorted(changed)}" if changed else None


def too_long(binary: pathlib.Path):
    """Formats that say too much about many faults."""
    for name, text in [("faulty", many(2000)), ("tied", tied(2000))]:
        for lang in ["en", "ja"]:
            runner = Runner(binary, {"backlog.csv": text})
            for format in FORMATS:
                result = runner.run(["backlog.csv", "--lang", lang, f"--format={format}"])
                size = len(result.stdout) + len(result.stderr)
                if not 0 < size < 100_000:
                    yield f"{format}, {lang}, 2 000 {name} rows: {size} bytes, expected less than 100 000"


def summary(binary: pathlib.Path):
    """The table for the page of a step: only with `github`, behind what is there, within what GitHub takes."""
    runner = Runner(binary, {"backlog.csv": many(2000)})
    path = runner.folder / "summary.md"
    path.write_text("before\n", encoding="utf-8")
    for format in FORMATS:
        before = path.read_text(encoding="utf-8")
        runner.run(["backlog.csv", f"--format={format}"], GITHUB_STEP_SUMMARY=str(path))
        after = path.read_text(encoding="utf-8")
        if format != "github" and after != before:
            yield f"{format} writes a step summary"
        if format == "github" and not (after.startswith("before\n") and after.count("\n| error |") > 10):
            yield "github writes no table behind what stands in the step summary"
    if path.stat().st_size > 1 << 20:
        yield f"the step summary has {path.stat().st_size} bytes, more than a mebibyte"


def judge_all(binary: pathlib.Path) -> int:
    judge = Judge()
    wrong = []
    outputs = 0
    for case in CASES:
        for lang in ["en", "ja"]:
            outputs += len(FORMATS)
            wrong.extend(f"{case[0]}, {lang}: {what}" for what in check_case(judge, binary, case, lang))
    moved = moved_rows(binary)
    wrong.extend([moved] if moved else [])
    wrong.extend(too_long(binary))
    wrong.extend(summary(binary))
    for what in wrong:
        print(f"FAIL {what}")
    print(f"{outputs} outputs of {len(CASES)} cases, {len(wrong)} faults")
    return 1 if wrong else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--with-validators", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    binary = options.binary.resolve()
    if not binary.is_file():
        print(f"{binary}: no such file", file=sys.stderr)
        return 2
    if options.with_validators:
        return judge_all(binary)
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = pathlib.Path(folder) / ("Scripts" if os.name == "nt" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *VALIDATORS], check=True)
        return subprocess.call([python, __file__, "--with-validators", binary])


if __name__ == "__main__":
    sys.exit(main())
