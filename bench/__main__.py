"""`make bench`: everything measured, in databases of its own, beside what we promise. Ends with 1 where that is not kept."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import imports, reading, serving


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'imports.sqlite3'}"}
        figures = imports.measure(folder, environment) + reading.measure()
        environment["DATABASE_URL"] = f"sqlite:///{folder / 'serving.sqlite3'}"
        figures += serving.measure(folder, dict(environment))
        print(*figures, sep="\n", flush=True)
        pages = ""
        for name in ("lists", "sitemaps"):
            environment["DATABASE_URL"] = f"sqlite:///{folder / name}.sqlite3"
            measured = subprocess.run(
                [sys.executable, "-m", f"bench.{name}"], env=environment, stdout=subprocess.PIPE, text=True, check=True
            ).stdout
            print(measured, end="", flush=True)
            pages += measured
    kept = all(figure.kept for figure in figures) and "OVER" not in pages and "TOO MANY" not in pages
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
