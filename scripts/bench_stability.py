#!/usr/bin/env python3
"""How long stability takes, beside numpy: bench_stability.py BINARY [RUNS], or bench_stability.py numpy BACKLOG

Ranks 1 000 items under 10 000 weight vectors from the simplex, each side as a whole process that reads a CSV: numpy as
people write it (weights from a Dirichlet distribution, a matrix product, argsort along each draw, a count of ranks),
tenbin with CSV to /dev/null; and numpy's work alone, without its start. Then tenbin's exact intervals of 10 000 items,
with a single draw. Medians of RUNS alternating runs, 5 unless said. Needs numpy: `pip install numpy` in a virtual
environment, whose python runs this.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

CRITERIA = ["customer_impact", "business_impact", "market_competitiveness", "ease"]
DRAWS = 10_000


def acceptability(ratings, seed: int):
    """Shares of the draws at each rank, a row an item."""
    import numpy

    chance = numpy.random.default_rng(seed)
    items, criteria = ratings.shape
    counts = numpy.zeros((items, items), dtype=numpy.int64)
    block = 1000
    for _ in range(DRAWS // block):
        weights = chance.dirichlet(numpy.ones(criteria), size=block)
        order = numpy.argsort(-(weights @ ratings.T), axis=1)
        numpy.add.at(counts, (order, numpy.arange(items)), 1)
    return counts / DRAWS


def backlog(path: pathlib.Path, items: int) -> None:
    """Writes a random backlog."""
    import numpy

    ratings = numpy.random.default_rng(1).integers(1, 11, size=(items, len(CRITERIA)))
    rows = "".join(f"K-{number},item {number},{','.join(map(str, row))}\n" for number, row in enumerate(ratings))
    path.write_text("id,title," + ",".join(CRITERIA) + "\n" + rows, encoding="utf-8")


def numpy_process(path: str) -> None:
    """What the process for numpy does: reads a backlog, and prints how long the draws alone took."""
    import numpy

    columns = range(2, 2 + len(CRITERIA))
    ratings = numpy.loadtxt(path, delimiter=",", skiprows=1, usecols=columns)
    print(timed(lambda: acceptability(ratings, 1)))


def timed(work) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    if sys.argv[1] == "numpy":
        numpy_process(sys.argv[2])
        return 0
    binary, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 5
    alone = []

    def tenbin(file: pathlib.Path, draws: int) -> None:
        command = [binary, "stability", file, "--draws", str(draws), "-f", "csv", "-o", "/dev/null"]
        subprocess.run(command, check=True)

    def numpy(file: pathlib.Path) -> None:
        found = subprocess.run([sys.executable, __file__, "numpy", file], check=True, capture_output=True, text=True)
        alone.append(float(found.stdout))

    with tempfile.TemporaryDirectory() as folder:
        thousand, many = pathlib.Path(folder) / "thousand.csv", pathlib.Path(folder) / "many.csv"
        backlog(thousand, 1000)
        backlog(many, 10_000)
        ours, theirs, exact = [], [], []
        for _ in range(runs):
            theirs.append(timed(lambda: numpy(thousand)))
            ours.append(timed(lambda: tenbin(thousand, DRAWS)))
            exact.append(timed(lambda: tenbin(many, 1)))
    ours, theirs, exact, work = map(statistics.median, (ours, theirs, exact, alone))
    print(f"1 000 items, 10 000 draws: tenbin {ours:.2f} s; numpy {theirs:.2f} s, of it {work:.2f} s for the draws")
    print(f"ratio of the processes {ours / theirs:.2f}; of our process to their draws {ours / work:.2f}")
    print(f"10 000 items, exact intervals and one draw: tenbin {exact:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
