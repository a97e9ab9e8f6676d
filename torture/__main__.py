"""`make torture`: breaks a site of its own in each way there is, and prints what was counted beside what is promised. Ends
with 1 where a promise is broken.
"""

import argparse
import signal
import sys
from importlib import import_module
from pathlib import Path

from bench.figures import Figure, to_json

from .bounds import Bounds
from .report import write
from .site import LOG

FAULTS = ("restarts", "kills", "imports", "writers", "database", "cache", "disk")


def main() -> int:
    asked = _arguments()
    bounds = Bounds(asked.rounds, asked.seconds, asked.questions)
    figures: dict[str, list[Figure]] = {}
    # Whoever ends it leaves no server and no folder behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    LOG.parent.mkdir(exist_ok=True)
    LOG.write_bytes(b"")
    for name in asked.faults or FAULTS:
        print(f"\n{name}", flush=True)
        figures[name] = []
        for figure in import_module(f"torture.faults.{name}").run(bounds):
            print(figure, flush=True)
            figures[name].append(figure)
    every = [figure for of_one in figures.values() for figure in of_one]
    asked.results.parent.mkdir(parents=True, exist_ok=True)
    asked.results.write_text(f"[{','.join(to_json(every).splitlines())}]\n", encoding="utf-8")
    if asked.write:
        write(figures, bounds)
    broken = [figure for figure in every if not figure.kept]
    print(
        f"\n{len(every)} figures, {len(broken)} broken promises: {asked.results}. What the servers said is in {LOG}.",
        *map(str, broken),
        sep="\n",
    )
    return 1 if broken else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m torture", description=__doc__)
    parser.add_argument("faults", nargs="*", metavar="FAULT", help=f"these alone, of {', '.join(FAULTS)}")
    parser.add_argument("--rounds", type=int, default=20, help="how often each is killed")
    parser.add_argument("--seconds", type=float, default=20, help="how long each load lasts")
    parser.add_argument("--questions", type=int, default=3000, help="how large the bank is")
    parser.add_argument("--results", type=Path, default=Path("var/torture.json"), metavar="FILE")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/reliability.md")
    asked = parser.parse_args()
    if unknown := set(asked.faults) - set(FAULTS):
        parser.error(f"there is no fault called {', '.join(sorted(unknown))}: choose from {', '.join(FAULTS)}")
    return asked


if __name__ == "__main__":
    sys.exit(main())
