"""`make bench`: everything measured beside what we promise, as a table, as JSON and as pictures. Ends with 1 where a promise
is not kept.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from bench.figures import Figure, from_json, to_json
from bench.plots import draw

SIZES = (10_000, 100_000, 1_000_000)
# What a page may cost at most in the largest bank, as a multiple of what it costs in the smallest.
GROWTH, FLAT = 1.3, "made anew: a role of 50 questions"
# bin/with-postgres lends a PostgreSQL of its own.
LENDERS = {"sqlite": [], "postgresql": ["bin/with-postgres"]}


def main() -> int:
    asked = _arguments()
    figures: list[Figure] = []
    for database in asked.databases:
        figures += _measure(database, asked.sizes, asked.parts)
    figures += _growth(figures)
    for database in ("", *asked.databases):
        of_it = [figure for figure in figures if figure.database == database]
        print(*([f"\n{database}", *of_it] if of_it else []), sep="\n", flush=True)
    asked.results.mkdir(parents=True, exist_ok=True)
    (asked.results / "figures.json").write_text(f"[{','.join(to_json(figures).splitlines())}]\n", encoding="utf-8")
    draw(figures, asked.results)
    print(f"\nFigures and pictures are in {asked.results}/.")
    return 0 if all(figure.kept for figure in figures) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="QUESTIONS", help="how large the banks are")
    parser.add_argument("--databases", nargs="+", default=list(LENDERS), choices=list(LENDERS))
    parser.add_argument("--parts", nargs="+", default=[], help="these alone: imports, reading, occupations, serving, pages, …")
    parser.add_argument("--results", type=Path, default=Path("var/bench"), metavar="FOLDER")
    return parser.parse_args()


def _measure(database: str, sizes: list[int], parts: list[str]) -> list[Figure]:
    command = [*LENDERS[database], sys.executable, "-m", "bench.database", *map(str, sizes)]
    environment = os.environ | {"BENCH_PARTS": " ".join(parts)}
    if database == "sqlite":
        environment.pop("DATABASE_URL", None)
    return from_json(subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout)


def _growth(figures: list[Figure]) -> list[Figure]:
    """How the page that is promised to cost the same at any size has grown."""
    grown = []
    for database in dict.fromkeys(figure.database for figure in figures):
        costs = {figure.questions: figure.value for figure in figures if (figure.what, figure.database) == (FLAT, database)}
        if len(costs) > 1:
            smallest, largest = min(costs), max(costs)
            what = f"{FLAT}, {largest:,} against {smallest:,}"
            grown.append(Figure(what, costs[largest] / costs[smallest], "x", GROWTH, database=database))
    return grown


if __name__ == "__main__":
    sys.exit(main())
