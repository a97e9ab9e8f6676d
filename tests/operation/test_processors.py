"""As many workers as the machine, or what of it the site was given, can keep busy."""

from pathlib import Path

import pytest

from prepsite.operation import machine


@pytest.fixture
def groups(tmp_path: Path) -> Path:
    """A tree of control groups with the site's own, of which the topmost has no quota file, as on real machines."""
    own = tmp_path / "groups" / "system.slice" / "prepsite.service"
    own.mkdir(parents=True)
    (tmp_path / "own").write_text("0::/system.slice/prepsite.service\n")
    return tmp_path / "groups"


def workers(groups: Path, processors: int, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("os.sched_getaffinity", lambda _process: set(range(processors)))
    return machine.workers(groups, groups.parent / "own")


@pytest.mark.parametrize(("processors", "expected"), [(1, 2), (4, 4), (64, 8)])
def test_one_for_each_processor_from_two_to_eight(groups, processors, expected, monkeypatch):
    assert workers(groups, processors, monkeypatch) == expected


@pytest.mark.parametrize(("quota", "expected"), [("max 100000", 8), ("250000 100000", 3), ("50000 100000", 2)])
def test_no_more_than_its_own_quota_pays_for(groups, quota, expected, monkeypatch):
    (groups / "system.slice" / "prepsite.service" / "cpu.max").write_text(quota)
    assert workers(groups, 8, monkeypatch) == expected


def test_a_quota_of_the_group_above_counts_as_well(groups, monkeypatch):
    (groups / "system.slice" / "cpu.max").write_text("400000 100000")
    assert workers(groups, 8, monkeypatch) == 4


def test_a_machine_without_control_groups_will_do(tmp_path, monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _process: set(range(3)))
    assert machine.workers(tmp_path / "none", tmp_path / "none") == 3
