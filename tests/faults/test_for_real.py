"""With real processes on SQLite: an import that is killed, two writers at once, a cache that is not there."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.serving import ROOT, environment_of, serve

# An import in parts of two guides, killed while it loads the sixth: two parts are done, and one is half done.
KILLED = """
import os, signal
from pathlib import Path
from questions.guides.loading import importing
importing.BATCH_GUIDES = 2
load, loaded = importing.load, []
def load_or_die(read, *others):
    if len(loaded) == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    loaded.append(read)
    return load(read, *others)
importing.load = load_or_die
importing.import_guides([Path("{}")])
"""
LOOK = """
from questions.models import Role
for role in Role.objects.order_by("title"):
    print(role.title, role.role_questions.count(), role.imports.count())
"""
SEED = """
from tests.factories import make_role, make_topic
for name in ("one", "two", "three"):
    make_role(title=name), make_topic(name=name)
"""
LOOK_AT_COUNTS = """
from django.db.models import Sum
from questions.copies.backups.sqlite import faults_of
from questions.models import Question, Role
print(Question.objects.count(), Question.objects.aggregate(all=Sum("revision"))["all"])
print(*{role.question_count for role in Role.objects.with_question_count()})
print(*faults_of(__import__("django").db.connection.settings_dict["NAME"]))
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    environment = environment_of(tmp_path)
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, env=environment, check=True)
    return environment


def shell(environment: dict[str, str], code: str, *, ends_with: int = 0) -> list[str]:
    command = [sys.executable, "manage.py", "shell", "--no-imports", "--command", code]
    ended = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert ended.returncode == ends_with, ended.stderr
    return ended.stdout.splitlines()


def test_an_import_that_is_killed_leaves_whole_guides_and_the_next_one_brings_the_rest(
    environment: dict[str, str], tmp_path: Path
):
    group = tmp_path / "guides" / "Libraries" / "Vans"
    group.mkdir(parents=True)
    for number in range(8):
        questions = "".join(f"{place}. What would you do on day {place} of {number}?\n" for place in (1, 2, 3))
        (group / f"Driver {number}.md").write_text(questions, encoding="utf-8")
    shell(environment, KILLED.format(group.parents[1]), ends_with=-signal.SIGKILL)
    assert shell(environment, LOOK) == [f"Driver {number} 3 1" for number in range(4)]
    command = [sys.executable, "manage.py", "import_guides", str(group.parents[1]), "--quiet"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    assert shell(environment, LOOK) == [f"Driver {number} 3 1" for number in range(8)]


def test_two_who_write_at_once_lose_nothing_and_count_right(environment: dict[str, str]):
    shell(environment, SEED)
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "torture.writer", name, "1"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        for name in ("ann", "abe")
    ]
    told = [json.loads(writer.communicate(timeout=120)[0]) for writer in writers]
    assert [writer["errors"] for writer in told] == [{}, {}]
    questions, changes = (sum(writer[what] for writer in told) for what in ("questions", "changes"))
    assert questions > 1
    assert shell(environment, LOOK_AT_COUNTS) == [f"{questions} {changes}", str(questions), ""]


def test_without_the_cache_pages_still_come(environment: dict[str, str]):
    shell(environment, SEED)
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, env=environment, check=True)
    with serve(environment | {"CACHE_URL": "redis://127.0.0.1:1/0"}) as address:
        for path in ("/", "/roles/", "/roles/one/", "/roles/"):
            with urlopen(address + path, timeout=30) as page:
                assert page.status == 200


def test_an_import_onto_a_full_disk_says_so_in_one_sentence(environment: dict[str, str], tmp_path: Path):
    (tmp_path / "guides").mkdir()
    questions = "".join(f"{place}. What would you do on day {place}?\n" for place in range(1, 300))
    (tmp_path / "guides" / "Driver.md").write_text(questions, encoding="utf-8")
    # A database that may not grow is a disk that is full, for SQLite.
    code = """
from django.core.management import CommandError, call_command
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("PRAGMA max_page_count = 1")
try:
    call_command("import_guides", "{}", quiet=True)
except CommandError as error:
    print(error)
"""
    [sentence] = shell(environment, code.format(tmp_path / "guides"))
    assert sentence.startswith("There is no room left on the database's disk. Each guide was imported as a whole or not at all")
