"""The Makefile finds a Python that is new enough, or says what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).resolve().parent.parent / "Makefile"


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A PATH of its own, with the shell's tools and no Python."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for tool in ("sh", "make", "cat", "test", "rm", "mkdir", "touch", "env"):
        found = next(Path(place) / tool for place in ("/bin", "/usr/bin", "/usr/local/bin") if (Path(place) / tool).exists())
        (folder / tool).symlink_to(found)
    return folder


def make(programs: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "-f", str(MAKEFILE), *arguments],
        cwd=programs.parent,
        env={"PATH": str(programs)},
        capture_output=True,
        text=True,
    )


def python(programs: Path, name: str, *, version_is_enough: bool) -> None:
    program = programs / name
    program.write_text(f"#!/bin/sh\nexit {0 if version_is_enough else 1}\n")
    program.chmod(0o755)


def test_without_python_it_ends_with_one_clear_sentence(programs):
    ended = make(programs, "serve")
    assert ended.returncode != 0
    assert "prepsite needs Python 3.12 or newer" in ended.stderr


def test_an_old_python_is_passed_over(programs):
    python(programs, "python3", version_is_enough=False)
    python(programs, "python3.13", version_is_enough=True)
    assert f'"{programs}/python3.13" -m venv' in make(programs, "-n", ".venv/bin/python").stdout


def test_the_usual_python_is_taken_if_it_is_new_enough(programs):
    python(programs, "python3", version_is_enough=True)
    python(programs, "python3.14", version_is_enough=True)
    assert f'"{programs}/python3" -m venv' in make(programs, "-n", ".venv/bin/python").stdout


@pytest.mark.parametrize("target", ["test", "processes", "browser", "looks"])
def test_the_folder_that_tests_keep_their_database_in_is_made_first(programs, target):
    python(programs, "python3", version_is_enough=True)
    for name in ("run", "test"):
        (programs.parent / "requirements").mkdir(exist_ok=True)
        (programs.parent / "requirements" / f"{name}.txt").touch()
    said = make(programs, "-n", target).stdout
    assert said.index("mkdir -p var") < said.index("-m pytest")


def test_every_target_that_help_lists_exists():
    listed = subprocess.run(
        ["make", "-s", "-f", str(MAKEFILE), "help"], capture_output=True, text=True, env=dict(os.environ)
    ).stdout
    for target in (line.split()[0] for line in listed.splitlines()):
        tried = subprocess.run(
            ["make", "-n", "-f", str(MAKEFILE), f"PYTHON={sys.executable}", target],
            capture_output=True,
            text=True,
            cwd=MAKEFILE.parent,
        )
        assert "No rule to make target" not in tried.stderr, target
