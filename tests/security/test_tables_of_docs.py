"""What docs/asvs.md and docs/threat-model.md name as their proof is there."""

import re
from pathlib import Path

import pytest
from django.core.checks import registry

from prepsite import checks
from prepsite import settings as running

ROOT = Path(__file__).resolve().parents[2]
DOCS = ["docs/asvs.md", "docs/threat-model.md", "SECURITY.md"]
ROW = re.compile(r"^\| V(\d+)\.(\d+)\.(\d+) \| (\d) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
NAMED = re.compile(r"`([^`]+)`")
# Read from the environment where they are used, or by other programs.
NO_SETTINGS = {"ACCESS_LOG", "CACHE_URL", "EMAIL_URL"}


def named_in(doc: str) -> list[str]:
    return NAMED.findall((ROOT / doc).read_text(encoding="utf-8"))


@pytest.mark.parametrize("doc", DOCS)
def test_every_file_that_is_named_exists(doc: str):
    files = [name for name in named_in(doc) if name.startswith(("tests/", "questions/", "prepsite/", "docs/"))]
    assert [name for name in files if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("doc", DOCS)
def test_every_setting_and_check_that_is_named_exists(doc: str):
    settings = {name for name in named_in(doc) if re.fullmatch(r"[A-Z][A-Z_]+", name)} - NO_SETTINGS
    assert [name for name in settings if not hasattr(running, name)] == []
    code = Path(str(checks.__file__)).read_text(encoding="utf-8")
    assert [name for name in named_in(doc) if re.fullmatch(r"prepsite\.[EW]\d+", name) and f'"{name}"' not in code] == []


@pytest.mark.parametrize("doc", DOCS)
def test_every_command_that_is_named_exists(doc: str):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = [name.removeprefix("make ") for name in named_in(doc) if name.startswith("make ")]
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


def test_every_requirement_stands_once_in_its_order_with_a_proof():
    rows = ROW.findall((ROOT / "docs/asvs.md").read_text(encoding="utf-8"))
    numbers = [tuple(map(int, row[:3])) for row in rows]
    assert len(numbers) > 80
    assert numbers == sorted(set(numbers))
    assert {row[3] for row in rows} == {"1", "2"}
    assert {row[5] for row in rows} == {"met", "in part", "by the operator"}
    assert all(row[6].strip() for row in rows)


def test_every_row_is_read_by_the_tests_above():
    lines = (ROOT / "docs/asvs.md").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.startswith("| V")]) == len(ROW.findall("\n".join(lines)))


def test_every_check_of_ours_is_one_that_django_asks():
    ours = {check.__name__ for check in registry.registry.get_checks(True) if check.__module__ == "prepsite.checks"}
    written = {name for name, thing in vars(checks).items() if getattr(thing, "__module__", "") == "prepsite.checks"}
    assert ours == written
