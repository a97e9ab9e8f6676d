"""What is scheduled is public exactly between its times, on every page, whether the timers run, run late or never run."""

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from tests.pages.reading import text_of

from .bank import FROM, JUST_AFTER_THE_END, JUST_BEFORE, every_answer, everywhere, scheduled_bank, shown

BETWEEN = ["2026-12-01 08:00 +0000", "2026-12-15 12:00 +0000", "2026-12-31 17:59:59 +0000"]
AFTER = [JUST_AFTER_THE_END, "2027-05-01 00:00 +0000"]


@pytest.fixture(params=["never", "each time"])
def timers(request: pytest.FixtureRequest) -> str:
    return request.param


def look_at(moment: str, timers: str, visitor: Client) -> set[tuple[str, str]]:
    with time_machine.travel("2026-11-24", tick=False):
        bank = scheduled_bank()
    with time_machine.travel(moment, tick=False):
        if timers == "each time":
            call_command("run_timers", quiet=True)
        return everywhere(bank) - shown(visitor, bank) if moment in BETWEEN else shown(visitor, bank)


@pytest.mark.parametrize("moment", BETWEEN)
def test_between_its_times_it_is_everywhere(visitor: Client, moment: str, timers: str):
    assert look_at(moment, timers, visitor) == set()


@pytest.mark.parametrize("moment", [JUST_BEFORE, *AFTER])
def test_before_and_after_it_is_nowhere(visitor: Client, moment: str, timers: str):
    assert look_at(moment, timers, visitor) == set()


@pytest.mark.parametrize("moment", [JUST_BEFORE, FROM, *AFTER])
def test_running_the_timers_changes_nothing_that_visitors_see(visitor: Client, moment: str):
    with time_machine.travel("2026-11-24", tick=False):
        bank = scheduled_bank()
    with time_machine.travel(moment, tick=False):
        before = every_answer(visitor, bank)
        call_command("run_timers", quiet=True)
        assert every_answer(visitor, bank) == before


@pytest.mark.parametrize(("moment", "status"), [(JUST_BEFORE, 404), (FROM, 200), (JUST_AFTER_THE_END, 410)])
def test_its_own_address_is_not_there_yet_there_and_calmly_gone(visitor: Client, moment: str, status: int, timers: str):
    with time_machine.travel("2026-11-24", tick=False):
        bank = scheduled_bank()
    with time_machine.travel(moment, tick=False):
        if timers == "each time":
            call_command("run_timers", quiet=True)
        for thing in (bank.question, bank.other_role):
            assert visitor.get(thing.get_absolute_url()).status_code == status


@pytest.mark.parametrize(("moment", "number"), [(JUST_BEFORE, "1 question"), (FROM, "2 questions")])
def test_counts_say_what_is_public_now(visitor: Client, moment: str, number: str):
    with time_machine.travel("2026-11-24", tick=False):
        bank = scheduled_bank()
    with time_machine.travel(moment, tick=False):
        assert text_of(visitor.get(bank.role.get_absolute_url()), "p.facts") == [number]
        assert number in visitor.get(bank.role.group.get_absolute_url()).text
