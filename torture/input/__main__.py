"""Send odd requests to every address: ``python -m torture.input --requests 100000 --seed 1``.

In a database of its own: a file that is gone afterwards, or the empty PostgreSQL of DATABASE_URL (``bin/with-postgres``).
"""

import argparse
import os
import tempfile
import time
from collections import Counter
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m torture.input", description=__doc__.partition("\n")[0])
    parser.add_argument("--requests", type=int, default=100_000, help="how many")
    parser.add_argument("--raw", type=int, default=0, help="how many more go to gunicorn as raw bytes, malformed ones among them")
    parser.add_argument("--least", type=int, default=1, help="how often every address has to be reached")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same requests")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one, to make some of a run again")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="odd-requests-") as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bank.sqlite3")
        os.environ |= {"DJANGO_SETTINGS_MODULE": "torture.input.site", "ENV_FILE": os.devnull}
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        return told(asked, Path(folder))


def told(asked: argparse.Namespace, folder: Path) -> int:
    from django.db import connection
    from tqdm import tqdm

    from torture.input.answering import Fault
    from torture.input.running import run

    began, seen = time.perf_counter(), Counter[str]()
    with tqdm(total=asked.requests, unit=" requests", mininterval=5, disable=None) as bar:

        def tell(fault: Fault | None) -> None:
            bar.update()
            if fault:
                seen[fault.place] += 1
                if seen[fault.place] == 1:
                    tqdm.write(f"\n{fault.status} {fault.place}\n  {fault.asked}\n{fault.said[-3000:]}")

        result = run(asked.requests, asked.seed, folder, first=asked.first, raw=asked.raw, tell=tell)
    least = min(result.reached[pattern] for pattern in result.patterns)
    print(f"{asked.requests:,} requests on {connection.vendor}, seed {asked.seed}, in {time.perf_counter() - began:,.0f} s")
    print("answered:", counted(result.statuses))
    print(f"{len(result.patterns)} patterns, each reached at least {least} times")
    if asked.raw:
        print(f"{asked.raw:,} raw ones to gunicorn, answered:", counted(result.raw))
    print(f"slowest: {result.slowest[0]:.2f} s for {result.slowest[1][:300]}")
    print(f"faults: {len(result.faults)}")
    for place, count in seen.most_common():
        print(f"{count} times {place}")
    rare = [pattern for pattern in result.patterns if result.reached[pattern] < asked.least]
    if rare:
        print(f"reached fewer than {asked.least} times: {rare}")
    return 1 if result.faults or rare else 0


def counted(statuses: Counter[int]) -> str:
    return ", ".join(f"{status}: {count:,}" for status, count in sorted(statuses.items()))


if __name__ == "__main__":
    raise SystemExit(main())
