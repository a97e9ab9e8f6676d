"""A role whose every text is longer than a line has room for."""

from questions.models import Role
from tests.factories import make_link, make_question, make_role

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def make_long_role() -> Role:
    role = make_role(title=WORD, also_called=[WORD + "s"], summary="https://library.example/" + "long" * 60)
    table = f"| {WORD} | {WORD} | {WORD} |\n|---|---|---|\n| 1 | 2 | 3 |"
    make_question(text="W" * 500, role=role, topics=[WORD[:90]], purpose="x" * 400, points=f"`{'y' * 200}`\n\n{table}\n")
    make_question(text=f"{WORD}?", role=role, topics=["Short"], follow_ups=["z" * 300], benchmarks={"entry": "e" * 300})
    make_link(role=role, title="T" * 200, note="n" * 500)
    return role
