"""`make bench`: everything measured, in databases of its own, beside what we promise. Ends with 1 where that is not kept."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import imports, reading


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'imports.sqlite3'}"}
        figures = imports.measure(folder, environment) + reading.measure()
        print(*figures, sep="\n", flush=True)
        environment["DATABASE_URL"] = f"sqlite:///{folder / 'lists.sqlite3'}"
        lists = subprocess.run(
            [sys.executable, "-m", "bench.lists"], env=environment, stdout=subprocess.PIPE, text=True, check=True
        ).stdout
        print(lists, end="")
    kept = all(figure.kept for figure in figures) and "OVER" not in lists and "TOO MANY" not in lists
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
