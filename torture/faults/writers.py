"""SQLite with six writers and fifty readers."""

import json
from collections.abc import Iterator

from bench.figures import Figure

from ..banks import PATHS, on_sqlite
from ..bounds import Bounds
from ..editor import sign_in
from ..soundness import faults, wrong_counts
from ..visitors import visitors

WRITERS, READERS = 6, 50
COUNTED = """
from django.db.models import Sum
from questions.models import Question
written = Question.objects.filter(text__startswith="What did writer-")
print(written.count(), written.aggregate(total=Sum("revision"))["total"] or 0)
"""


def run(bounds: Bounds) -> Iterator[Figure]:
    with on_sqlite(bounds.questions) as site, site.served() as server:
        sign_in(site)
        with visitors(server.address, PATHS, READERS) as load:
            writers = [site.start("-m", "torture.writer", f"writer-{number}", str(bounds.seconds)) for number in range(WRITERS)]
            told = [json.loads(_said(writer.communicate(timeout=bounds.seconds + 120))) for writer in writers]
        questions, changes = (int(number) for number in site.manage("shell", "--no-imports", "--command", COUNTED).split())
        wrong, damaged = wrong_counts(site), faults(site)
    errors = [f"{number} × {error}" for writer in told for error, number in writer["errors"].items()]
    all_told = sum(writer["questions"] for writer in told), sum(writer["changes"] for writer in told)
    what = f"{WRITERS} writers, {READERS} readers, SQLite"
    yield Figure(f"{what}: writes that failed (“database is locked” or another)", len(errors), "", 0, "; ".join(errors[:3]))
    yield Figure(
        f"{what}: pages that failed", len(load.seen.failed), "", 0, f"of {len(load.seen.pages):,} {load.seen.faults()}".rstrip()
    )
    yield Figure(f"{what}: questions more or fewer than were told written", abs(questions - all_told[0]), "", 0, f"{questions:,}")
    yield Figure(f"{what}: revisions more or fewer than were told saved", abs(changes - all_told[1]), "", 0, f"{changes:,}")
    yield Figure(f"{what}: roles and topics whose kept count is wrong", len(wrong), "", 0, "; ".join(wrong[:3]))
    yield Figure(f"{what}: faults of the database", len(damaged), "", 0, "; ".join(damaged[:3]))
    yield Figure(f"{what}: the longest a writer waited", max(writer["longest"] for writer in told), "s")
    yield Figure(f"{what}: the longest a reader waited", load.seen.longest, "s")


def _said(streams: tuple[str, str]) -> str:
    out, err = streams
    if not out:
        raise RuntimeError(f"A writer ended without a word: {err[-2000:]}")
    return out
