"""`make bench`: what an import costs, measured as whole processes on a database of their own."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.tree import make_tree

# What we promise on two cores: seconds for the first import and for one that finds nothing new, and megabytes.
FIRST, AGAIN, MEMORY = 15, 5, 300


def manage(folder: Path, *arguments: str) -> tuple[float, float]:
    """Run a management command; seconds of wall time, and the largest resident memory of any command so far in MB."""
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}"}
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        environment["DATABASE_URL"] = os.environ["DATABASE_URL"]
    started = time.perf_counter()
    subprocess.run([sys.executable, "manage.py", *arguments], check=True, env=environment)
    seconds = time.perf_counter() - started
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        questions = make_tree(folder / "guides")
        manage(folder, "migrate", "--verbosity", "0")
        manage(folder, "import_guides", "--quiet", "content/topics.yaml")
        first, memory = manage(folder, "import_guides", "--quiet", str(folder / "guides"))
        again, memory_again = manage(folder, "import_guides", "--quiet", str(folder / "guides"))
    rows = [
        (f"first import of {questions:,} questions", f"{first:.1f} s", f"{questions / first:,.0f} questions/s", first <= FIRST),
        ("the same again, unchanged", f"{again:.1f} s", f"{questions / again:,.0f} questions/s", again <= AGAIN),
        ("largest memory", f"{max(memory, memory_again):.0f} MB", "", max(memory, memory_again) <= MEMORY),
    ]
    for what, figure, rate, kept in rows:
        print(f"{what:<40} {figure:>10} {rate:>22}   {'ok' if kept else 'OVER THE LIMIT'}")
    return 0 if all(kept for *_figures, kept in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
