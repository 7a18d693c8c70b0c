#!/usr/bin/env python3
"""Hold the queries of `tenbin sql` against the engines that run them: warehouse.py BINARY [--rows N] [--seed N]

Random items with many ties and blanks, for `matrix`, `target`, `rice` and models of one's own, are loaded into DuckDB, Spark
(local mode) and PostgreSQL; each runs the printed query, and what it gives must be row by row what `tenbin rank` gives: rank,
tie, score, factors, and of the items without a rank what is missing. What `rank` refuses must be told as a problem and change
nothing else. The queries for all five dialects are parsed by sqlglot as the dialect they are in, hostile names included.

DuckDB, PySpark and sqlglot come from PyPI, into a virtual environment in a temporary folder; TENBIN_WAREHOUSE_VENV names one
to keep. PostgreSQL is the machine's, started in a temporary folder on a Unix socket, as the user `postgres` where this is run
by root; Spark needs Java. Where one of them is missing it says that it skips, and with TENBIN_WAREHOUSE=required it fails.
Exit 0 only if all of it holds.
"""
import argparse
import csv
import glob
import io
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import venv

ENGINES = ["duckdb==2.0.1", "pyspark==4.3.0", "sqlglot==30.30.0"]
DIALECTS = ["duckdb", "postgres", "spark", "bigquery", "snowflake"]

# Roots, differing scales, words for all criteria and for one, blanks among what decides between equal scores.
OURS = """model = "ours"
[ranking]
tie_break = ["care", "risk"]
[values]
"◎" = 9
"○" = 6
"△" = 2.5
[weights]
worth = 0.5
ease = 0.3
risk = 0.2
care = 0
[models.ours]
combine = "mean"
of = ["worth", "ease", "risk", "care"]
[criteria.worth]
combine = "geometric-mean"
of = ["reach", "severity"]
[criteria.reach]
scale = [1, 5]
values = { "Very wide" = 5, some = 3, narrow = 1 }
[criteria.severity]
[criteria.ease]
[criteria.risk]
scale = [0, 4]
direction = "cost"
[criteria.care]
direction = "cost"
"""
# A sum of quotients, an exponent, weights that are no doubles, a cost that is a sum.
RATIOS = """model = "ratios"
[ranking]
tie_break = ["gain"]
[weights]
gain = 0.7
bonus = 0.1
value = 2
work = 1
build = 1
care = 0.3
[models.ratios]
combine = "sum"
of = ["gain", "bonus"]
[criteria.gain]
combine = "product"
of = ["value", "work"]
[criteria.value]
[criteria.work]
direction = "cost"
combine = "sum"
of = ["build", "care"]
[criteria.build]
scale = "quantity"
[criteria.care]
scale = "quantity"
[criteria.bonus]
scale = "quantity"
"""
# A geometric mean of weights whose common root is the tenth, with a quantity that divides.
ROOTS = """model = "roots"
[weights]
a = 4
b = 3
c = 2
d = 1
[models.roots]
combine = "geometric-mean"
of = ["a", "b", "c", "d"]
[criteria.a]
scale = [0, 5]
[criteria.b]
[criteria.c]
[criteria.d]
scale = "quantity"
direction = "cost"
"""
# Where roots end: of what can be below nought, at the end of a scale that is itself a root, over several divisors.
ENDS = """model = "ends"
[ranking]
tie_break = ["left"]
[weights]
price = 2
left = 0.5
flow = 0.5
worn = 1
a = 0.35
b = 2
mood = 1
amount = 0.1
[models.ends]
combine = "product"
of = ["price", "left", "flow"]
[criteria.price]
scale = "quantity"
direction = "cost"
[criteria.left]
direction = "cost"
combine = "mean"
of = ["worn"]
[criteria.worn]
combine = "geometric-mean"
of = ["a", "b"]
[criteria.a]
scale = [0, 4]
[criteria.b]
[criteria.flow]
combine = "sum"
of = ["mood", "amount"]
[criteria.mood]
scale = [-5, 5]
[criteria.amount]
scale = "quantity"
"""
# Quotients that differ behind the twentieth digit.
CLOSE = """model = "close"
[models.close]
combine = "product"
of = ["value", "work"]
[criteria.value]
scale = "quantity"
[criteria.work]
scale = "quantity"
direction = "cost"
"""
NEIGHBOURS = [f"9999999999{last}" for last in ["99.95", "99.96", "99.97", "99.98", "99.99", "98", "99"]]

RATINGS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "7.5", "2.5", " 8 ", "6.0", "３"]
WHOLE = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "5.5"]
# What `rank` refuses: outside the scale, a range, a unit, words, numbers in other forms, too many digits.
FAULTS = ["11", "0", "8点", "8/10", "NaN", "inf", "1e3", "0x8", "soon", "-3", "7.125", "1234567890123456", "--", "'; DROP TABLE items; --"]


class Case:
    def __init__(self, name, arguments, columns, config=None, share=1.0):
        self.name, self.arguments, self.columns, self.config, self.share = name, arguments, columns, config, share


def matrix_columns():
    return {key: (RATINGS, 0.03) for key in ["customer_impact", "business_impact", "market_competitiveness", "ease"]}


CASES = [
    Case("matrix", ["--weight", "customer_impact=0.4", "--weight", "business_impact=0.3", "--weight", "market_competitiveness=0.2",
                    "--weight", "ease=0.1"], matrix_columns()),
    Case("target", ["-m", "target"], {key: (WHOLE, 0.02) for key in [
        "generality", "persistence", "severity", "opportunity", "difficulty", "initial_cost", "running_cost"]}),
    Case("rice", ["-m", "rice"], {
        "reach": (["100", "250", "400", "500", "1000", "1200.5", "99999"], 0.03),
        "impact": (["massive", "High", "medium", "low", "minimal", "2", "0.25"], 0.03),
        "confidence": (["80%", "100%", "50 %", "high", "medium", "LOW", "0.8", "1", "82.5%"], 0.03),
        "effort": (["1", "2", "3", "5", "8", "13", "0.5", "0", "7", "0.03"], 0.03)}),
    Case("ours", [], {
        "reach": (["1", "2", "3", "4", "5", "very-wide", "some", "NARROW", "2.5"], 0.03),
        "severity": (["1", "3", "5", "8", "◎", "○", "〇", "△", "10"], 0.03),
        "ease": (WHOLE, 0.03),
        "risk": (["0", "1", "2", "3", "4"], 0.03),
        "care": (["1", "5", "10", "◎"], 0.3)}, OURS),
    Case("ratios", [], {
        "value": (WHOLE, 0.03),
        "build": (["1", "2", "3", "7", "0", "0.03"], 0.02),
        "care": (["0", "1", "2.25", "11"], 0.02),
        "bonus": (["0", "1", "10", "0.5"], 0.02)}, RATIOS, 0.3),
    Case("roots", [], {
        "a": (["0", "1", "2", "3", "4", "5"], 0.03),
        "b": (["1", "2", "4", "8"], 0.03),
        "c": (["1", "2", "4", "8"], 0.03),
        "d": (["1", "2", "4", "16", "0"], 0.03)}, ROOTS, 0.3),
    Case("ends", [], {
        "price": (["1", "2", "3", "0.5", "0"], 0.03),
        "a": (["0", "1", "3", "4"], 0.03),
        "b": (["1", "2", "10"], 0.03),
        "mood": (["-5", "-1", "0", "2.5", "5"], 0.03),
        "amount": (["0", "1", "7", "10", "25"], 0.03)}, ENDS, 0.1),
    Case("close", [], {"value": (NEIGHBOURS, 0.02), "work": (NEIGHBOURS, 0.02)}, CLOSE, 0.1),
]


class Failure(Exception):
    pass


def run(command, folder, **more):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", **more)
    if done.returncode != 0:
        raise Failure(f"{' '.join(map(str, command))[:300]}: {done.returncode}\n{done.stderr[-3000:]}")
    return done.stdout


def write_items(path, columns, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", *columns])
        out.writerows(rows)


def items(draw, case, count):
    """Rows of ids and cells: many ties, since there are few cells to choose from, and blanks."""
    drawn = [draw.choices(cells, k=count) for cells, _ in case.columns.values()]
    for column, (_, blanks) in zip(drawn, case.columns.values()):
        for row in range(count):
            if draw.random() < blanks:
                column[row] = draw.choice(["", "", " "])
    return [[f"R-{row:06}", *cells] for row, cells in enumerate(zip(*drawn))]


def expected(binary, folder, case, path):
    """What `rank` says, by id: rank, tied, score, factors, missing, problem; and the names of the factors."""
    options = ["-w", "weights.toml"] if case.config else []
    answer = json.loads(run([binary, "rank", path.name, *case.arguments, *options, "-q", "-f", "json"], folder))
    factors = [factor["key"] for factor in answer.get("factors", [])]
    rows = {}
    for item in answer["items"]:
        values = [item["values"][factor] for factor in factors]
        rows[item["id"]] = (item["rank"], item["tied"], item["score"], values, None, None)
    for item in answer["unranked"]:
        missing = ", ".join(item["missing"]) or None
        divided = "division-by-zero: " + ", ".join(item.get("divisors", []))
        problem = {"division-by-zero": divided, "too-large": "too-large"}.get(item["reason"])
        rows[item["id"]] = (None, None, None, [None] * len(factors), missing, problem)
    return rows, factors, has_roots(case)


def write_config(folder, config):
    path = folder / "weights.toml"
    path.unlink(missing_ok=True)
    if config:
        path.write_text(config, encoding="utf-8")


def has_roots(case):
    return case.config is not None and "geometric-mean" in case.config


def query(binary, folder, case, dialect, table, *more):
    options = ["-w", "weights.toml"] if case.config else []
    return run([binary, "sql", "--dialect", dialect, "--table", table, *case.arguments, *options, *more], folder)


def compare(what, wanted, got, factors, is_near):
    """Every row; a number of a double root may differ in its twelfth digit. Gives how many numbers did."""
    names = ["rank", "tied", "id", "score", *factors, "missing", "problem"]
    if [name for name in got[0]] != names:
        raise Failure(f"{what}: columns {got[0]} and not {names}")
    last, seen, differing = 0, set(), 0
    for row in got[1]:
        cells = dict(zip(got[0], row))
        rank = None if cells["rank"] is None else int(cells["rank"])
        here = last if rank is None and last == float("inf") else (float("inf") if rank is None else rank)
        if here < last:
            raise Failure(f"{what}: {cells['id']} stands out of order")
        last = here
        if cells["id"] in seen:
            raise Failure(f"{what}: {cells['id']} twice")
        seen.add(cells["id"])
        own = (rank, cells["tied"], cells["score"], [cells[factor] for factor in factors], cells["missing"], cells["problem"])
        right = wanted[cells["id"]]
        if (own[0], own[1], own[4], own[5]) != (right[0], right[1], right[4], right[5]):
            raise Failure(f"{what}: {cells['id']} is {own} and should be {right}")
        for mine, theirs in zip([own[2], *own[3]], [right[2], *right[3]]):
            if mine is None or theirs is None:
                if mine is not theirs:
                    raise Failure(f"{what}: {cells['id']} is {own} and should be {right}")
            elif float(mine) != float(theirs):
                differing += 1
                # One in the twelfth digit after a double root; else no more than neighbouring doubles.
                if abs(float(mine) - float(theirs)) > abs(float(theirs)) * (1.01e-11 if is_near else 2.3e-16):
                    raise Failure(f"{what}: {cells['id']} has {mine!r} and should have {theirs!r}")
    if seen != wanted.keys():
        raise Failure(f"{what}: {len(seen)} rows and not {len(wanted)}")
    return differing


class DuckDb:
    dialect, has_double_roots = "duckdb", True

    def __init__(self, folder):
        import duckdb  # noqa: PLC0415

        self.connection = duckdb.connect()
        self.connection.execute("SET threads = 2")

    def load(self, table, path, _columns):
        self.connection.execute(f"CREATE OR REPLACE TABLE \"{table}\" AS SELECT * FROM read_csv('{path}', all_varchar = true, header = true)")

    def typed(self, table, text_table, columns):
        casts = ", ".join(f'TRY_CAST("{column}" AS {kind}) AS "{column}"' for column, kind in columns)
        self.connection.execute(f'CREATE OR REPLACE TABLE "{table}" AS SELECT id, {casts} FROM "{text_table}"')

    def ask(self, sql):
        answer = self.connection.execute(sql)
        return [column[0] for column in answer.description], answer.fetchall()

    def close(self):
        self.connection.close()


class Spark:
    dialect, has_double_roots = "spark", True

    def __init__(self, folder):
        from pyspark.sql import SparkSession  # noqa: PLC0415

        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        builder = SparkSession.builder.master("local[2]").appName("tenbin")
        settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "4", "spark.driver.memory": "1500m",
                    "spark.driver.host": "127.0.0.1", "spark.log.level": "ERROR", "spark.ui.showConsoleProgress": "false", "spark.sql.warehouse.dir": str(folder / "spark")}
        for key, value in settings.items():
            builder = builder.config(key, value)
        self.session = builder.getOrCreate()

    def load(self, table, path, _columns):
        frame = self.session.read.option("header", True).option("quote", '"').option("escape", '"').csv(str(path))
        frame.createOrReplaceTempView(table)

    def typed(self, table, text_table, columns):
        casts = ", ".join(f"TRY_CAST(`{column}` AS {kind}) AS `{column}`" for column, kind in columns)
        self.session.sql(f"SELECT id, {casts} FROM `{text_table}`").createOrReplaceTempView(table)

    def ask(self, sql):
        # A session takes one statement, without what ends it.
        frame = self.session.sql(sql.rstrip().rstrip(";"))
        return frame.columns, [tuple(row) for row in frame.collect()]

    def close(self):
        self.session.stop()


class Postgres:
    dialect, has_double_roots = "postgres", False

    def __init__(self, folder):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tenbin-pg-"))
        self.programs = postgres_programs()
        self.user = []
        if os.geteuid() == 0:
            # PostgreSQL doesn't run as root.
            shutil.chown(self.folder, "postgres")
            self.user = ["runuser", "-u", "postgres", "--"]
        data = self.folder / "data"
        self.started = False
        run([*self.user, self.programs / "initdb", "-D", data, "-A", "trust", "-U", "tenbin", "-E", "UTF8", "--locale=C", "-N"], self.folder)
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c jit=off -c work_mem=128MB"
        # Its output goes to a file: a pipe would stay open for as long as the server runs.
        with open(os.devnull, "wb") as nowhere:
            subprocess.run([*map(str, [*self.user, self.programs / "pg_ctl", "-D", data, "-o", options, "-l", self.folder / "log", "-w", "start"])],
                           cwd=self.folder, stdout=nowhere, stderr=nowhere, check=True)
        self.started = True

    def psql(self, *arguments, **more):
        command = [self.programs / "psql", "-X", "-q", "-h", self.folder, "-U", "tenbin", "-d", "postgres", "-v", "ON_ERROR_STOP=1"]
        return run([*command, *arguments], self.folder, **more)

    def load(self, table, path, columns):
        named = ", ".join(f'"{column}" TEXT' for column in ["id", *columns])
        with open(path, encoding="utf-8") as file:
            self.psql("-c", f'CREATE TABLE "{table}" ({named})', "-c", f'COPY "{table}" FROM STDIN WITH (FORMAT csv, HEADER)', stdin=file)

    def typed(self, table, text_table, columns):
        sound = "TRIM(\"{0}\") ~ '^[0-9.]+$'"
        casts = ", ".join(f'CASE WHEN {sound.format(column)} THEN CAST(TRIM("{column}") AS {kind}) END AS "{column}"' for column, kind in columns)
        self.psql("-c", f'CREATE TABLE "{table}" AS SELECT id, {casts} FROM "{text_table}"')

    def ask(self, sql):
        path = self.folder / "query.sql"
        path.write_text(sql, encoding="utf-8")
        rows = list(csv.reader(io.StringIO(self.psql("--csv", "-f", path))))
        booleans = {"t": True, "f": False}
        at = rows[0].index("tied")
        cells = [[None if cell == "" else booleans[cell] if place == at else cell for place, cell in enumerate(row)] for row in rows[1:]]
        return rows[0], cells

    def close(self):
        if self.started:
            run([*self.user, self.programs / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop"], self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)


def postgres_programs():
    """The folder with initdb, pg_ctl and psql: what the path has, else Debian's newest."""
    folders = [pathlib.Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    debian = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]), reverse=True)
    for folder in [*folders, *map(pathlib.Path, debian)]:
        if all((folder / program).is_file() for program in ["initdb", "pg_ctl", "psql"]):
            return folder
    return None


def missing_engines():
    missing = []
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        missing.append("no java")
    if postgres_programs() is None:
        missing.append("no postgresql")
    return missing


def parse_all(binary, folder, seed):
    """Every query of every dialect, read by a parser that knows the dialect; hostile names stay names and texts texts."""
    import sqlglot  # noqa: PLC0415
    from sqlglot import exp  # noqa: PLC0415

    def parsed(sql, dialect, what):
        statements = sqlglot.parse(sql, read=dialect)
        statements = [statement for statement in statements if statement is not None]
        if len(statements) != 1 or not isinstance(statements[0], exp.Select):
            raise Failure(f"{what}: sqlglot reads {len(statements)} statements: {[type(s).__name__ for s in statements]}")
        if list(statements[0].find_all(exp.Command)):
            raise Failure(f"{what}: sqlglot doesn't know a command in it")
        return statements[0]

    count = 0
    built_in = [Case(model, ["-m", model], {}) for model in ["matrix", "target", "roi", "rice", "ice", "wsjf"]]
    for case in [*built_in, *CASES]:
        write_config(folder, case.config)
        for dialect in DIALECTS:
            for more in [[], ["--top", "10"], ["--lang", "ja", "--decimals", "0"]]:
                parsed(query(binary, folder, case, dialect, "plans.items", *more), dialect, f"{case.name} for {dialect}")
                count += 1
    pieces = ["'", '"', "`", "\\", "*/", "--", ";", "\n", "a", "効", "/*", "DROP TABLE x", "\\'", "''"]
    draw = random.Random(seed)
    for _ in range(40):
        name, key, word = ("".join(draw.choices(pieces, k=6)) + "z" for _ in range(3))
        quoted = lambda text: json.dumps(text, ensure_ascii=False)  # noqa: E731
        config = f'model = "m"\n[values]\n{quoted(word)} = 7\n[models.m]\ncombine = "mean"\nof = ["k", {quoted(key)}]\n[criteria.k]\n[criteria.{quoted(key)}]\nlabels = {{ en = {quoted(name)} }}\n'
        write_config(folder, config)
        for dialect in DIALECTS:
            table = '"' + name.replace('"', '""') + '"'
            case = Case("hostile", ["--column", f"k={name}"], {}, config)
            tree = parsed(query(binary, folder, case, dialect, table), dialect, f"hostile names for {dialect}: {config!r}")
            # How sqlglot reads escapes isn't every engine's way in every version: structure is what counts here.
            tables = {found.name for found in tree.find_all(exp.Table)}
            steps = {"cells", "numbers", "ratings", "totals", "scored", "places"}
            if not steps < tables or len(tables) != len(steps) + 1:
                raise Failure(f"hostile names for {dialect}: tables {tables}")
            if any(isinstance(found, (exp.Drop, exp.Delete)) for found in tree.walk()):
                raise Failure(f"hostile names for {dialect}: something else in {config!r}")
            count += 1
    print(f"  {count} queries for {', '.join(DIALECTS)} are read by sqlglot as theirs")


def check_case(binary, folder, engines, case, draw, rows):
    own = folder / case.name
    (own / ".git").mkdir(parents=True)
    write_config(own, case.config)
    count = max(int(rows * case.share), 10)
    drawn = items(draw, case, count)
    sound = own / "items.csv"
    write_items(sound, case.columns, drawn)
    wanted, factors, roots = expected(binary, own, case, sound)
    # Beside them, what `rank` refuses: each such item is told, and nothing else changes.
    faulty = own / "faulty.csv"
    keys = list(case.columns)
    bad = []
    for number, fault in enumerate(FAULTS):
        cells = ["1"] * len(keys)
        at = number % len(keys)
        # Some of them are ratings on a scale that isn't 1 to 10.
        is_rating = fault in ("11", "0") and case.name not in ("matrix", "target")
        cells[at] = "8点" if is_rating or fault in ("7.125", "-3") and case.name in ("rice", "ends") else fault
        bad.append([f"X-{number}", *cells])
        wanted[f"X-{number}"] = (None, None, None, [None] * len(factors), None, f"not-a-rating: {keys[at]}")
    write_items(faulty, case.columns, [*drawn, *bad])
    ties = sum(1 for row in wanted.values() if row[1])
    blank = sum(1 for row in wanted.values() if row[4])
    print(f"{case.name}: {count} items, {ties} tied, {blank} with blanks, {len(bad)} faulty")
    for engine in engines:
        begin = time.monotonic()
        table = f"items_{case.name}"
        engine.load(table, faulty, case.columns)
        answer = engine.ask(query(binary, own, case, engine.dialect, table))
        is_near = roots and engine.has_double_roots
        what = f"{case.name} in {engine.dialect}"
        differing = compare(what, wanted, answer, factors, is_near)
        said = f", {differing} numbers one off in the {'twelfth digit' if is_near else 'last bit'}" if differing else ""
        if case is CASES[0]:
            top = engine.ask(query(binary, own, case, engine.dialect, table, "--top", "25"))[1]
            if len(top) != sum(1 for row in wanted.values() if row[0] is not None and row[0] <= 25):
                raise Failure(f"{what}: --top gives {len(top)} items")
        print(f"  {engine.dialect}: all rows are rank's ({time.monotonic() - begin:.1f} s{said})")


def check_typed(binary, folder, engines, draw, rows):
    """Columns of numbers instead of texts: whole, decimal, double."""
    case = Case("matrix", CASES[0].arguments, {key: (WHOLE, 0.03) for key in CASES[0].columns})
    own = folder / "typed"
    (own / ".git").mkdir(parents=True)
    kinds = ["INTEGER", "DECIMAL(6, 3)", "DOUBLE PRECISION", "REAL"]
    case.columns["customer_impact"] = (["1", "2", "3", "10"], 0.03)
    drawn = items(draw, case, rows)
    write_items(own / "items.csv", case.columns, drawn)
    wanted, factors, _ = expected(binary, own, case, own / "items.csv")
    for engine in engines:
        spelled = [{"DOUBLE PRECISION": "DOUBLE", "REAL": "FLOAT"}.get(kind, kind) if engine.dialect == "spark" else kind for kind in kinds]
        engine.load("as_text", own / "items.csv", case.columns)
        engine.typed("as_numbers", "as_text", list(zip(case.columns, spelled)))
        compare(f"typed in {engine.dialect}", wanted, engine.ask(query(binary, own, case, engine.dialect, "as_numbers")), factors, False)
    print(f"columns of numbers: {rows} items, all rows are rank's in {', '.join(engine.dialect for engine in engines)}")


def judge(binary, rows, seed):
    begin = time.monotonic()
    engines = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / ".git").mkdir()
        try:
            parse_all(binary, folder, seed)
            kinds = [DuckDb]
            if shutil.which("java") or os.environ.get("JAVA_HOME"):
                kinds.append(Spark)
            if postgres_programs() is not None:
                kinds.append(Postgres)
            for kind in kinds:
                engines.append(kind(folder))
            draw = random.Random(seed)
            for case in CASES:
                check_case(binary, folder, engines, case, draw, rows)
            check_typed(binary, folder, engines, draw, max(rows // 10, 10))
        except Failure as failure:
            print(f"FAIL {failure}")
            return 1
        finally:
            for engine in engines:
                engine.close()
    print(f"all of it holds, after {time.monotonic() - begin:.0f} s")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--with-engines", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    binary = options.binary.resolve()
    if not binary.is_file():
        print(f"{binary}: no such file", file=sys.stderr)
        return 2
    os.environ.pop("TENBIN_WEIGHTS", None)
    if options.with_engines:
        return judge(binary, options.rows, options.seed)
    if missing := missing_engines():
        print(f"some of the engines are skipped: {', '.join(missing)}")
        if os.environ.get("TENBIN_WAREHOUSE") == "required":
            return 1
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(os.environ.get("TENBIN_WAREHOUSE_VENV", name))
        python = folder / "bin" / "python"
        if not python.exists():
            venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *ENGINES], check=True)
        more = ["--rows", str(options.rows), "--seed", str(options.seed)]
        return subprocess.call([python, __file__, "--with-engines", binary, *more])


if __name__ == "__main__":
    sys.exit(main())
