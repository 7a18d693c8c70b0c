#!/usr/bin/env python3
"""Time whole runs of tenbin beside what people would use instead, and print a Markdown table.

  bench.py [--runs N] [--rows N ...] [--xan PATH] [--python PATH] [--tenbin PATH]

The input comes from scripts/backlog.py: a thousand rows, and then as many as `--rows` says, each ranked whole and for
its first twenty. A last table shows how tenbin alone grows with the rows. Tools take turns, so that what slows the machine slows all of them; the first
turn is not counted, and of the others the median is shown with the fastest and the slowest. Memory is the peak of the
process, added up over a pipeline. A tool that isn't there is left out: xan is looked for as `--xan`, $XAN or on the
path; DuckDB and Polars in the interpreter `--python`, $PEERS_PYTHON or this one. Without `--tenbin` a release is built.
"""
import argparse
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SCRIPTS = pathlib.Path(__file__).resolve().parent
WEIGHTS = {"customer_impact": 4, "business_impact": 3, "market_competitiveness": 2, "ease": 1}
SMALL = 1_000
MODEST = 1_000_000
TOP = 20
# Beside a smaller file the memory of the program itself is all there is.
SMALLEST = 10_000_000


class Tool:
    """A name, and for each kind of work the pipeline of commands that does it."""

    def __init__(self, name, version, full, top=None, piped=None):
        self.name, self.version, self.full, self.top, self.piped = name, version, full, top, piped


def output_of(*command) -> str:
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout.strip()


def tenbin(binary: str) -> Tool:
    weights = [part for key, weight in WEIGHTS.items() for part in ("--weight", f"{key}={weight}")]

    def command(source, *more):
        return [[binary, "rank", source, *weights, "--format", "csv", *more]]

    return Tool(
        "tenbin",
        output_of(binary, "--version"),
        lambda source, target: command(source),
        lambda source, target: command(source, "--top", str(TOP)),
        lambda source, target: [["cat", source], *command("-", "--top", str(TOP))],
    )


def xan(binary: str) -> Tool:
    total = sum(WEIGHTS.values())
    score = " + ".join(f"{key} * {weight / total}" for key, weight in WEIGHTS.items())
    sort = [binary, "sort", "-N", "-R", "-s", "score"]
    return Tool(
        "xan (map, sort)",
        f"xan {output_of(binary, '--version').split()[-1]}",
        lambda source, target: [[binary, "map", f"{score} as score", source], sort],
    )


def engine(python: str, name: str, title: str) -> Tool:
    peers = str(SCRIPTS / "peers.py")
    return Tool(
        f"{title} (Python)",
        f"{title} {output_of(python, peers, name, 'version')}",
        lambda source, target: [[python, peers, name, "full", source, target]],
        lambda source, target: [[python, peers, name, "top", source, target]],
    )


def tools(options) -> list[Tool]:
    found = [tenbin(options.tenbin)]
    binary = options.xan or os.environ.get("XAN") or shutil.which("xan")
    if binary:
        found.append(xan(binary))
    else:
        print("xan is not here: left out", file=sys.stderr)
    python = options.python or os.environ.get("PEERS_PYTHON") or sys.executable
    for name, title in [("duckdb", "DuckDB"), ("polars", "Polars")]:
        try:
            found.append(engine(python, name, title))
        except subprocess.CalledProcessError:
            print(f"{title} can't be imported: left out", file=sys.stderr)
    return found


def measure(pipeline: list[list[str]], target: str) -> tuple[float, float]:
    """Runs a pipeline whose last standard output goes to `target`; seconds, and peak megabytes of all processes."""
    environment = {key: value for key, value in os.environ.items() if key != "TENBIN_WEIGHTS"}
    if os.path.exists(target):
        os.remove(target)
    begin = time.perf_counter()
    children, source = [], subprocess.DEVNULL
    folder = os.path.dirname(target)
    # An engine writes the target itself and nothing here.
    with open(target + ".stdout", "wb") as out:
        for number, command in enumerate(pipeline):
            last = number + 1 == len(pipeline)
            sink = out if last else subprocess.PIPE
            child = subprocess.Popen(command, stdin=source, stdout=sink, cwd=folder, env=environment)
            if source is not subprocess.DEVNULL:
                source.close()
            source = child.stdout
            children.append(child)
        peak = 0.0
        for child in children:
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode != 0:
                raise SystemExit(f"{child.args[0]} ended with {child.returncode}")
            peak += usage.ru_maxrss / 1024
    seconds = time.perf_counter() - begin
    if not os.path.exists(target):
        os.rename(target + ".stdout", target)
    return seconds, peak


def count_lines(path: str) -> int:
    with open(path, "rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))


def compare(entries, source: str, expected: range, runs: int, folder: str):
    """For each tool its times and peaks, in turns."""
    times = {name: [] for name, _ in entries}
    peaks = {name: [] for name, _ in entries}
    target = os.path.join(folder, "out.csv")
    for turn in range(runs + 1):
        for name, pipeline in entries:
            seconds, peak = measure(pipeline(source, target), target)
            lines = count_lines(target)
            if lines not in expected:
                raise SystemExit(f"{name} wrote {lines} lines instead of {expected}")
            if turn > 0:
                times[name].append(seconds)
                peaks[name].append(peak)
    return times, peaks


def shown(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.{0 if seconds >= 0.1 else 1}f} ms"


def table(title: str, times, peaks, size: int) -> str:
    """One kind of work: each tool beside tenbin, its memory beside the file."""
    own = statistics.median(times["tenbin"])
    peers = [statistics.median(seconds) for name, seconds in times.items() if not name.startswith("tenbin")]
    lines = [f"| {title} | median | fastest to slowest | beside tenbin | peak memory | × the file |",
             "|---|---:|---:|---:|---:|---:|"]
    for name, seconds in times.items():
        median = statistics.median(seconds)
        spread = f"{shown(min(seconds))} to {shown(max(seconds))}"
        memory = statistics.median(peaks[name])
        part = f"{memory * 2**20 / size:.2f}" if size > SMALLEST else ""
        lines.append(f"| {name} | {shown(median)} | {spread} | {median / own:.1f} × | {memory:.0f} MiB | {part} |")
    if peers:
        lines += ["", f"tenbin takes {own / min(peers):.2f} of the fastest peer's time."]
    return "\n".join(lines)


def growth(binary: Tool, counts: list[int], runs: int, folder: str) -> str:
    """How tenbin grows with the rows."""
    lines = ["| rows | file | whole ranking | each row | memory | first 20 | each row | memory |",
             "|---:|---:|---:|---:|---:|---:|---:|---:|"]
    for rows in counts:
        source = backlog(rows, folder)
        cells = [f"{rows}", f"{os.path.getsize(source) / 1e6:.1f} MB"]
        for pipeline, expected in [(binary.full, range(rows + 1, rows + 2)), (binary.top, range(TOP + 1, rows + 2))]:
            times, peaks = compare([("tenbin", pipeline)], source, expected, runs, folder)
            median = statistics.median(times["tenbin"])
            memory = f"{statistics.median(peaks['tenbin']):.0f} MiB"
            cells += [shown(median), f"{median / rows * 1e9:.0f} ns", memory]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def backlog(rows: int, folder: str) -> str:
    """A file of so many rows, made once."""
    path = os.path.join(folder, f"{rows}.csv")
    if not os.path.exists(path):
        with open(path, "wb") as file:
            subprocess.run([sys.executable, SCRIPTS / "backlog.py", str(rows)], stdout=file, check=True)
    return path


def machine() -> str:
    """Cores, processor, memory, system."""
    processor = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            processor = next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {processor}, {memory:.0f} GiB, {platform.system()} {platform.release()}"


def main() -> int:
    about = __doc__.split("\n\n")
    parser = argparse.ArgumentParser(description=about[0], epilog=about[-1])
    parser.add_argument("--runs", type=int, default=5, help="turns that count (5)")
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 10_000_000], help="rows of the large files")
    parser.add_argument("--xan", help="the xan binary")
    parser.add_argument("--python", help="an interpreter that has duckdb and polars")
    parser.add_argument("--tenbin", help="a tenbin binary, instead of building one")
    options = parser.parse_args()
    if not options.tenbin:
        root = SCRIPTS.parent
        subprocess.run(["cargo", "build", "--release", "--locked"], cwd=root, check=True)
        options.tenbin = str(pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target")) / "release" / "tenbin")
    options.tenbin = os.path.abspath(options.tenbin)
    found = tools(options)
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        # A child is charged with what this process holds when it starts it: no peak below that can be seen.
        _, floor = measure([["true"]], os.path.join(folder, "floor"))
        # The search for a weights file ends here.
        os.mkdir(os.path.join(folder, ".git"))
        sections = []
        for rows in [SMALL, *options.rows]:
            source = backlog(rows, folder)
            size = os.path.getsize(source)
            # What takes xan half a minute says nothing more at ten times the size.
            able = [tool for tool in found if rows <= MODEST or not tool.name.startswith("xan")]
            every = range(rows + 1, rows + 2)
            full = [(tool.name, tool.full) for tool in able]
            sections.append(table(f"{rows} rows, whole ranking", *compare(full, source, every, options.runs, folder), size))
            if rows > SMALL:
                # Tenbin keeps ties across the line, so it may write more than twenty.
                best = range(TOP + 1, rows + 2)
                top = [(tool.name, tool.top) for tool in able if tool.top]
                top.append(("tenbin, through a pipe", found[0].piped))
                sections.append(table(f"{rows} rows, top {TOP}", *compare(top, source, best, options.runs, folder), size))
        sections.append(growth(found[0], sorted({10_000, 100_000, *options.rows}), options.runs, folder))
    print("\n\n".join(sections))
    print(f"\nMedians of {options.runs} alternating runs on {machine()}; load before: {load:.2f}.")
    print(f"A peak of {floor:.0f} MB or little more means: no more than that.")
    print(f"{'; '.join(tool.version for tool in found)}; Python {platform.python_version()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
