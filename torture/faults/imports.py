"""`kill -9` of an import at any moment: each guide is there as a whole or not at all, and the next import brings the rest."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure

from ..banks import POSTGRESQL, SQLITE, on_either
from ..bounds import Bounds
from ..site import Site
from ..soundness import faults

# The importer commits after 2,000 questions (questions/guides/loading/importing.py): so a round has four such parts.
GUIDES, QUESTIONS = 160, 50
GUIDE = """# {title} Interview Prep

Looks after part {number}.

## Questions

### Budgets

{questions}
"""
QUESTION = """{place}. What would you do on day {place} as {title}?
   - Purpose: Shows how you plan.
   - Follow-up: And then?
"""
# For each guide of a round that has a role or a record of its import: questions, follow-ups, and whether it has both.
LOOK = """
from questions.models import FollowUp, GuideImport, Role, RoleQuestion
imports = set(GuideImport.objects.filter(role__title__startswith="{start}").values_list("role", flat=True))
for role in Role.objects.filter(title__startswith="{start}"):
    asked = RoleQuestion.objects.filter(role=role).values("question")
    print(asked.count(), FollowUp.objects.filter(question__in=asked).count(), role.pk in imports)
"""


def run(bounds: Bounds) -> Iterator[Figure]:
    for database in (SQLITE, POSTGRESQL):
        with on_either(database, bounds.questions) as site:
            yield from _rounds(site, database, bounds.rounds)


def _rounds(site: Site, database: str, rounds: int) -> Iterator[Figure]:
    chance = random.Random(20261126)
    whole = _whole_run(site)
    halves, unfinished, damaged, amid, guides = 0, 0, 0, 0, 0
    for number in range(1, rounds + 1):
        start = f"Round {number} "
        folder = _write(site.folder / f"round-{number}", start)
        with site.start("manage.py", "import_guides", str(folder), "--quiet") as process:
            time.sleep(chance.uniform(0.3, 1) * whole)
            process.kill()
        there = _look(site, start)
        halves += sum(guide != _complete() for guide in there)
        amid += 0 < len(there) < GUIDES
        guides += len(there)
        damaged += bool(faults(site))
        site.manage("import_guides", str(folder), "--quiet")
        after = _look(site, start)
        unfinished += len(after) != GUIDES or any(guide != _complete() for guide in after)
    what = f"kill -9 of an import, {rounds} times"
    remark = f"{guides:,} of {rounds * GUIDES:,} were there; {amid} kills came when some were and some were not"
    yield Figure(f"{what}: guides imported in part", halves, "", 0, remark, database=database)
    yield Figure(f"{what}: rounds after which the database was damaged", damaged, "", 0, database=database)
    yield Figure(f"{what}: rounds after which the next import did not bring the rest", unfinished, "", 0, database=database)


def _whole_run(site: Site) -> float:
    """Seconds an import takes that nobody ends."""
    folder = _write(site.folder / "round-0", "Round 0 ")
    began = time.monotonic()
    site.manage("import_guides", str(folder), "--quiet")
    return time.monotonic() - began


def _write(folder: Path, start: str) -> Path:
    group = folder / "Libraries" / "Torture"
    group.mkdir(parents=True)
    for number in range(GUIDES):
        title = f"{start}Librarian {number}"
        questions = "".join(QUESTION.format(place=place, title=title) for place in range(1, QUESTIONS + 1))
        (group / f"{title}.md").write_text(GUIDE.format(title=title, number=number, questions=questions), encoding="utf-8")
    return folder


def _look(site: Site, start: str) -> list[str]:
    return site.manage("shell", "--no-imports", "--command", LOOK.format(start=start)).splitlines()


def _complete() -> str:
    return f"{QUESTIONS} {QUESTIONS} True"
