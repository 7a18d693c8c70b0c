#!/usr/bin/env python3
"""Time whole runs of tenbin beside what people would use instead, and print a Markdown table.

  bench.py [--runs N] [--rows N] [--xan PATH] [--python PATH] [--tenbin PATH]

The input comes from scripts/backlog.py. Tools take turns, so that what slows the machine slows all of them; the first
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
TOP = 20


class Tool:
    """A name, and for each kind of work the pipeline of commands that does it."""

    def __init__(self, name, version, full, top=None):
        self.name, self.version, self.full, self.top = name, version, full, top


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


def table(title: str, times, peaks) -> str:
    own = statistics.median(times["tenbin"])
    lines = [f"| {title} | median | fastest to slowest | beside tenbin | peak memory |", "|---|---:|---:|---:|---:|"]
    for name, seconds in times.items():
        median = statistics.median(seconds)
        spread = f"{shown(min(seconds))} to {shown(max(seconds))}"
        memory = f"{statistics.median(peaks[name]):.0f} MB"
        lines.append(f"| {name} | {shown(median)} | {spread} | {median / own:.1f} × | {memory} |")
    return "\n".join(lines)


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
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the large file (1000000)")
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
    full = [(tool.name, tool.full) for tool in found]
    top = [(tool.name, tool.top) for tool in found if tool.top]
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        # A child is charged with what this process holds when it starts it: no peak below that can be seen.
        _, floor = measure([["true"]], os.path.join(folder, "floor"))
        small, large = (os.path.join(folder, name) for name in ("small.csv", "large.csv"))
        for path, rows in [(small, SMALL), (large, options.rows)]:
            with open(path, "wb") as file:
                subprocess.run([sys.executable, SCRIPTS / "backlog.py", str(rows)], stdout=file, check=True)
        # The search for a weights file ends here.
        os.mkdir(os.path.join(folder, ".git"))
        every = range(SMALL + 1, SMALL + 2)
        sections = [table(f"{SMALL} rows, whole ranking", *compare(full, small, every, options.runs, folder))]
        every = range(options.rows + 1, options.rows + 2)
        sections += [table(f"{options.rows} rows, whole ranking", *compare(full, large, every, options.runs, folder))]
        # Tenbin keeps ties across the line, so it may write more than twenty.
        best = range(TOP + 1, options.rows + 2)
        sections += [table(f"{options.rows} rows, top {TOP}", *compare(top, large, best, options.runs, folder))]
    print("\n\n".join(sections))
    print(f"\nMedians of {options.runs} alternating runs on {machine()}; load before: {load:.2f}.")
    print(f"A peak of {floor:.0f} MB or little more means: no more than that.")
    print(f"{'; '.join(tool.version for tool in found)}; Python {platform.python_version()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
