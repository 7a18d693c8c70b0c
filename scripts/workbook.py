#!/usr/bin/env python3
"""Hold the workbooks of `tenbin rank -f xlsx` against LibreOffice, which computes them: workbook.py BINARY [--seed N] [--settings N]

For every model and kind of backlog a workbook is written once; then weights are changed in its cells, as somebody would
who has only the workbook, LibreOffice computes it anew, and ranks, ties and scores must be those of `tenbin rank` under
these weights. Beyond that: what is stored is what LibreOffice computes, no text is a formula or a link, openpyxl opens all
of it, and the same input gives the same bytes. Needs LibreOffice Calc; without it, and outside CI, it says that it skips.
openpyxl comes from PyPI, into a virtual environment in a temporary folder. Exit 0 only if all of it holds.
"""
import argparse
import csv
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import venv
import warnings
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
READER = "openpyxl==3.1.5"
# Separator, quote, UTF-8, from row 1, texts in quotes, numbers with all digits and not as shown, all sheets.
CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

# Weights for additive nodes, and for exponents.
PARTS = ["0", "1", "2", "3", "7", "0.1", "0.2", "0.3", "0.35", "0.15", "1.5", "12.25", "100"]
EXPONENTS = ["0", "1", "1", "2", "3", "0.5", "1.5"]

OWN_MODELS = {
    # A tie between a benefit and a cost, blanks among what decides, a factor that decides.
    "tied": """model = "tied"
[ranking]
tie_break = ["care", "worth", "risk"]
[models.tied]
combine = "mean"
of = ["worth", "ease", "care"]
[weights]
worth = 1
ease = 1
care = 0
[criteria.worth]
combine = "mean"
of = ["gain", "risk"]
[criteria.gain]
[criteria.risk]
direction = "cost"
[criteria.ease]
[criteria.care]
""",
    # Below nought, reversed to nought, sums of weights that are no doubles.
    "signed": """model = "signed"
[models.signed]
combine = "mean"
of = ["mood", "effort", "spread"]
[criteria.mood]
scale = [-5, 5]
[criteria.effort]
scale = [-5, 5]
direction = "cost"
[criteria.spread]
scale = [-5, 5]
direction = "cost"
combine = "mean"
of = ["here", "there"]
[criteria.here]
scale = [-5, 5]
[criteria.there]
scale = [-5, 5]
""",
    # A reversed sum and a reversed product, whose scales move with their weights.
    "reversed": """model = "reversed"
[models.reversed]
combine = "product"
of = ["value", "pain", "drag"]
[criteria.value]
scale = [0, 5]
[criteria.pain]
direction = "cost"
combine = "sum"
of = ["cost", "delay"]
[criteria.cost]
scale = [0, 4]
[criteria.delay]
scale = [0, 4]
[criteria.drag]
direction = "cost"
combine = "product"
of = ["depth", "width"]
[criteria.depth]
scale = [1, 4]
[criteria.width]
scale = [1, 4]
""",
    # A mean over differing scales, mapped onto its own.
    "mapped": """model = "mapped"
[models.mapped]
combine = "mean"
scale = [0, 100]
of = ["stars", "percent", "steps"]
[criteria.stars]
scale = [1, 5]
[criteria.percent]
scale = [0, 100]
[criteria.steps]
scale = [1, 10]
direction = "cost"
""",
    # Names of cells that a spreadsheet wouldn't take as they are, two of which would become one.
    "odd": """model = "odd"
[models.odd]
combine = "mean"
of = ["a.b", "a b!", "重み", "it's \\"x\\"", "é#1", "R1C1"]
[criteria."a.b"]
[criteria."a b!"]
[criteria."重み"]
[criteria."it's \\"x\\""]
[criteria."é#1"]
[criteria.R1C1]
""",
    "rooted": """model = "rooted"
[models.rooted]
combine = "geometric-mean"
of = ["reach", "depth", "effort"]
[criteria.reach]
[criteria.depth]
[criteria.effort]
scale = "quantity"
direction = "cost"
""",
}


class Failure(Exception):
    """A promise that doesn't hold."""


def run(binary, arguments, folder, expect=0):
    done = subprocess.run([binary, *arguments], cwd=folder, capture_output=True, env={"LANG": "C"}, check=False)
    if done.returncode != expect:
        raise Failure(f"tenbin {' '.join(arguments)}: exit {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


def rated(draw, low, high, kind):
    """A rating: few levels, so that scores tie; now and then with a digit behind the point, now and then none."""
    if draw.random() < 0.08:
        return ""
    if kind == "halves":
        return f"{draw.randint(2 * low, 2 * high) / 2:g}"
    if kind == "fine":
        return f"{draw.randint(10 * low, 10 * high) / 10:g}"
    return str(draw.randint(low, min(high, low + 4)))


def backlog(draw, columns, count):
    """Items with ratings on the given scales, a column of a scale's name, ends and kind."""
    lines = ["id,title,note," + ",".join(columns)]
    for number in range(count):
        ratings = [rated(draw, *scale, draw.choice(["few", "few", "halves", "fine"])) for scale in columns.values()]
        lines.append(f"A-{number},Item {number},=1+{number}," + ",".join(ratings))
    return "\n".join(lines) + "\n"


def on(names, low=1, high=10):
    return {name: (low, high) for name in names.split()}


def quantities(draw, names, count):
    """Items with quantities, up to large ones; an effort is never nought but once."""
    lines = ["id,title,note," + ",".join(names)]
    for number in range(count):
        cells = []
        for name in names:
            if draw.random() < 0.05:
                cells.append("")
            elif name == "confidence" or name == "chance":
                cells.append(draw.choice(["100%", "80%", "50%", "33.3%"]))
            elif name in ("impact",):
                cells.append(draw.choice(["3", "2", "1", "0.5", "0.25"]))
            elif name == "effort":
                cells.append("0" if number == 3 else draw.choice(["1", "2", "3", "0.5", "7", "12"]))
            else:
                cells.append(str(draw.choice([100, 200, 300, 600, 1200, 0, 99999999, 7, 21])))
        lines.append(f"A-{number},Item {number},text," + ",".join(cells))
    return "\n".join(lines) + "\n"


def cases(draw):
    """Name, backlog, arguments, weights file, and whether weights of nought may come."""
    for name in ("backlog_en.csv", "backlog_gaps.csv", "backlog_ja_cp932.csv"):
        yield name, (EXAMPLES / name).read_bytes(), ["-m", "matrix"], None, True
    yield "targets_ja.csv", (EXAMPLES / "targets_ja.csv").read_bytes(), ["-m", "target"], None, True
    yield "matrix, in parts", backlog(
        draw, on("affected_customers severity business_impact market_competitiveness ease"), 60
    ), ["-m", "matrix"], None, True
    matrix = on("customer_impact business_impact market_competitiveness ease")
    yield "matrix, ties", backlog(draw, matrix, 300), ["-m", "matrix"], None, True
    target = on("generality persistence severity opportunity difficulty initial_cost running_cost")
    yield "target, ties", backlog(draw, target, 300), ["-m", "target"], None, True
    yield "target, factors given", backlog(draw, on("impact contribution cost"), 60), ["-m", "target"], None, True
    rice = ["reach", "impact", "confidence", "effort"]
    yield "rice", quantities(draw, rice, 300), ["-m", "rice"], None, True
    roi = ["customers", "months", "value", "chance", "initial_cost", "running_cost"]
    yield "roi", quantities(draw, roi, 120), ["-m", "roi"], None, True
    wsjf = {**on("business_value time_criticality risk_reduction", 1, 20), "job_size": (1, 5)}
    yield "wsjf", backlog(draw, wsjf, 120), ["-m", "wsjf"], None, True
    yield "tied", backlog(draw, on("gain risk ease care"), 300), [], OWN_MODELS["tied"], True
    yield "signed", backlog(draw, on("mood effort here there", -5, 5), 300), [], OWN_MODELS["signed"], True
    yield "reversed", backlog(
        draw, {**on("value", 0, 5), **on("cost delay", 0, 4), **on("depth width", 1, 4)}, 200
    ), [], OWN_MODELS["reversed"], True
    odd = {"a.b": (1, 10), "a b!": (1, 10), "重み": (1, 10), '"it\'s ""x"""': (1, 10), "é#1": (1, 10), "R1C1": (1, 10)}
    yield "odd", backlog(draw, odd, 60), [], OWN_MODELS["odd"], True
    # Without one of the scales the others may be one scale, and would not be mapped any more: see docs/output.md.
    mapped = {"stars": (1, 5), "percent": (0, 100), "steps": (1, 10)}
    yield "mapped", backlog(draw, mapped, 200), [], OWN_MODELS["mapped"], True
    yield "rooted", backlog(draw, {**on("reach depth"), "effort": (1, 9)}, 200), [], OWN_MODELS["rooted"], True


def weight_cells(path):
    """The cells of the weights by name: the part of the archive, and the address."""
    with zipfile.ZipFile(path) as book:
        workbook = book.read("xl/workbook.xml").decode()
    sheets = re.findall(r'<sheet name="([^"]*)" sheetId="(\d+)"', workbook)
    parts = {name: f"xl/worksheets/sheet{number}.xml" for name, number in sheets}
    cells = {}
    for name, sheet, cell in re.findall(r'<definedName name="(weight_[^"]*)">\'([^\']*)\'!([^<]*)</definedName>', workbook):
        cells[name] = (parts[sheet], cell.replace("$", ""))
    return cells


def changed(path, out, weights):
    """The workbook with other numbers in the cells of its weights."""
    cells = weight_cells(path)
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in book.namelist():
            text = book.read(part)
            for name, weight in weights.items():
                where, cell = cells[name]
                if where == part:
                    pattern = rf'(<c r="{cell}"[^>]*><v>)[^<]*(</v>)'
                    text, count = re.subn(pattern, rf"\g<1>{weight}\g<2>", text.decode())
                    text = text.encode()
                    if count != 1:
                        raise Failure(f"{path}: no cell {cell} for {name}")
            new.writestr(part, text)


def computed(office, folder, files):
    """What LibreOffice makes of workbooks: the rows of each one's first sheet."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_COMPUTE, encoding="utf-8")
    out = folder / "computed"
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", CSV_FILTER]
    # Of more at a time it loses some.
    for first in range(0, len(files), 100):
        some = files[first : first + 100]
        done = subprocess.run([*command, "--outdir", out, *some], capture_output=True, timeout=900, check=False)
        if done.returncode != 0:
            raise Failure(f"LibreOffice: {done.stderr.decode()}")
    answers = {}
    for file in files:
        sheet = out / f"{file.stem}-Ranking.csv"
        with open(sheet, encoding="utf-8", newline="") as text:
            answers[file] = list(csv.DictReader(text))
    return answers


def equal(one, other):
    return abs(one - other) <= 1e-11 * max(1e-300, abs(one), abs(other)) or abs(one - other) < 1e-12


def compare(name, rows, answer):
    """LibreOffice's ranks and scores are tenbin's, those of items without a rank are empty."""
    expected = {item["id"]: (item["rank"], item["score"]) for item in answer["items"]}
    expected.update({item["id"]: None for item in answer["unranked"]})
    if len(rows) != len(expected):
        raise Failure(f"{name}: {len(rows)} rows for {len(expected)} items")
    for row in rows:
        rank, score, wanted = row["Rank"], row["Score"], expected[row["ID"]]
        try:
            found = (int(rank), float(score)) if rank and score else None
        except ValueError:
            raise Failure(f"{name}: {row['ID']} is {wanted}, the workbook says {rank!r}, {score!r}") from None
        if wanted is None and (rank or score):
            raise Failure(f"{name}: {row['ID']} has no rank, the workbook says {rank!r}, {score!r}")
        if wanted is not None and (found is None or found[0] != wanted[0] or not equal(found[1], wanted[1])):
            raise Failure(f"{name}: {row['ID']} is {wanted}, the workbook says {rank!r}, {score!r}")


def settings(draw, binary, folder, arguments, cells, count, may_be_nought):
    """So many sets of weights that differ from the model's own, by the name of the cell."""
    answer = json.loads(run(binary, ["rank", "backlog.csv", *arguments, "-f", "json"], folder))
    groups = [("root", [view["key"] for view in answer["weights"]])]
    groups += [(view["combine"], [part["key"] for part in view["weights"]]) for view in answer.get("factors", [])]
    root = json.loads(run(binary, ["explain", "backlog.csv", answer["items"][0]["id"], *arguments, "-f", "json"], folder))
    groups[0] = (root["tree"]["combine"], groups[0][1])
    for _ in range(count):
        weights = {}
        for combine, keys in groups:
            pool = EXPONENTS if combine == "product" else PARTS
            pool = pool if may_be_nought else [weight for weight in pool if weight != "0"]
            chosen = [draw.choice(pool) for _ in keys]
            if all(weight == "0" for weight in chosen):
                chosen[0] = "1"
            weights.update({key: weight for key, weight in zip(keys, chosen) if f"weight_{key}" in cells})
        yield weights


def look_inside(openpyxl, path, answer):
    """What is stored is the answer; only rank, score and factors are formulas; nothing is a link."""
    stored = openpyxl.load_workbook(path, data_only=True)
    sheet = stored.worksheets[0]
    heading = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heading, [cell.value for cell in row])) for row in sheet.iter_rows(min_row=2)]
    text = lambda value: "" if value is None else str(value)
    compare(f"{path.name}, as stored", [{key: text(value) for key, value in row.items()} for row in rows], answer)
    whole = openpyxl.load_workbook(path)
    score = heading.index("Score") + 1
    factors = len(answer.get("factors", []))
    for sheet in whole.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                live = cell.column in (1, *range(score, score + factors + 1)) if sheet is whole.worksheets[0] else cell.column == 3
                if cell.data_type == "f" and not live:
                    raise Failure(f"{path.name}: {sheet.title}!{cell.coordinate} is a formula: {cell.value}")
                if cell.hyperlink:
                    raise Failure(f"{path.name}: {sheet.title}!{cell.coordinate} is a link")


HOSTILE = [
    "=1+1", "+1-1", "-2+3", "@SUM(A1)", "\t=1", "\r\n=2", "＝1+1", "=HYPERLINK(\"http://x\",\"y\")", "http://example.com",
    "mailto:a@example.com", "{=1}", "=cmd|'/C calc'!A0", "<script>", "]]>", "_x0041_", "\x01\x1b[31m", "\uffff", "'=1",
    "x" * 40000, "\U0001f600" * 20000, "#REF!", "TRUE", "1e5", "007", "2026-11-26",
]  # fmt: skip


def hostile(binary, openpyxl, folder):
    """Texts that a spreadsheet might run stay the texts that they are, as ids, as titles, as headings and elsewhere."""
    quoted = lambda text: '"' + text.replace('"', '""') + '"'
    header = f"id,title,{quoted('=1+1')},customer_impact,business_impact,market_competitiveness,ease\n"
    rows = "".join(f"{quoted(text[:90] + str(n))},{quoted(text)},{quoted(text)},5,5,5,{n % 9 + 1}\n" for n, text in enumerate(HOSTILE))
    (folder / "backlog.csv").write_bytes((header + rows).encode())
    for language in ("en", "ja"):
        run(binary, ["rank", "backlog.csv", "-o", "hostile.xlsx", "--lang", language, "-q"], folder)
        book = openpyxl.load_workbook(folder / "hostile.xlsx")
        sheet = book.worksheets[0]
        titles = {row[2].value for row in sheet.iter_rows(min_row=2)}
        for text in HOSTILE:
            is_cut = len(text.encode("utf-16-le")) // 2 > 32767
            found = any(str(title).startswith(text[:1000]) and str(title).endswith("…") for title in titles)
            kept = text.replace("\r\n", "\n")
            # openpyxl leaves what stands for a control character as it stands in the file.
            escaped = re.sub("[\x01\x1b]", lambda match: f"_x{ord(match[0]):04X}_", kept).replace("\uffff", "_xFFFF_")
            if not (found if is_cut else {kept, escaped, kept.replace("_x", "_x005F_x")} & titles):
                raise Failure(f"a title became another: {text[:40]!r}")
        formulas = [c for row in sheet.iter_rows() for c in row if c.data_type == "f" and c.column not in (1, 4)]
        links = [c for row in sheet.iter_rows() for c in row if c.hyperlink]
        if formulas or links or sheet["I1"].data_type == "f":
            raise Failure(f"formulas {formulas}, links {links}")


def reader(folder):
    """openpyxl, from a virtual environment of its own."""
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", READER], check=True)
    found = subprocess.run([python, "-c", "import openpyxl; print(openpyxl.__path__[0])"], capture_output=True, check=True)
    sys.path.insert(0, str(pathlib.Path(found.stdout.decode().strip()).parent))
    # It says that it leaves out bars when it reads them.
    warnings.simplefilter("ignore")
    import openpyxl  # noqa: PLC0415

    return openpyxl


def check(binary, office, openpyxl, folder, seed, count):
    draw = random.Random(seed)
    jobs, files = [], []
    for number, (name, text, arguments, config, may_be_nought) in enumerate(cases(draw)):
        own = folder / f"case{number}"
        (own / ".git").mkdir(parents=True)
        (own / "backlog.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
        if config:
            (own / "own.toml").write_text(config, encoding="utf-8")
            arguments = [*arguments, "-w", "own.toml"]
        asked = ["rank", "backlog.csv", *arguments, "-q", "-o"]
        base = own / f"c{number}.xlsx"
        run(binary, [*asked, base.name], own)
        run(binary, [*asked, "again.xlsx"], own)
        if base.read_bytes() != (own / "again.xlsx").read_bytes():
            raise Failure(f"{name}: two runs gave different bytes")
        ranked = lambda weights: json.loads(
            run(binary, ["rank", "backlog.csv", *arguments, "-q", "-f", "json", *weights], own)
        )
        answer = ranked([])
        look_inside(openpyxl, base, answer)
        jobs.append((name, base, answer))
        cells = weight_cells(base)
        for turn, weights in enumerate(settings(draw, binary, own, arguments, cells, count, may_be_nought)):
            path = own / f"c{number}_{turn}.xlsx"
            changed(base, path, {f"weight_{key}": weight for key, weight in weights.items()})
            said = [part for key, weight in weights.items() for part in ("--weight", f"{key}={weight}")]
            jobs.append((f"{name}, {' '.join(said[1::2])}", path, ranked(said)))
        files += [job[1] for job in jobs if job[1].parent == own]
    answers = computed(office, folder, files)
    faults = []
    for name, path, answer in jobs:
        try:
            compare(name, answers[path], answer)
        except Failure as failure:
            faults.append(str(failure))
    items = sum(len(answers[path]) for _, path, _ in jobs)
    tied = sum(item["tied"] for _, _, answer in jobs for item in answer["items"])
    unranked = sum(len(answer["unranked"]) for _, _, answer in jobs)
    if faults:
        raise Failure(f"{len(faults)} of {len(jobs)} workbooks differ:\n" + "\n".join(faults[:20]))
    return f"{len(jobs)} workbooks, {items} ranks, {tied} of them tied, {unranked} empty"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--settings", type=int, default=12, help="how often weights are changed in each workbook")
    options = parser.parse_args()
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("LibreOffice isn't installed: its ranks are not compared" + (", and CI needs them" if os.environ.get("CI") else ""))
        return 1 if os.environ.get("CI") else 0
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        try:
            openpyxl = reader(folder)
            hostile(options.binary, openpyxl, folder)
            said = check(options.binary, office, openpyxl, folder, options.seed, options.settings)
        except Failure as failure:
            print(failure, file=sys.stderr)
            return 1
    print(f"{said}: LibreOffice says what tenbin says ({time.monotonic() - begin:.0f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
