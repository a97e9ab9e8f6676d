"""What a run found, in one sentence."""

from collections.abc import Iterable

from questions.models.resource import CheckState

from .recording import Checked


def newly_dead(found: Iterable[Checked]) -> list[Checked]:
    return [link for link in found if link.state is CheckState.DEAD and link.was is not CheckState.DEAD]


def summary(found: list[Checked]) -> str:
    """Such as "3 links checked: 1 works, 1 unsure, 1 dead (1 newly so); 1 dead one works again"."""
    counts = {state: sum(link.state is state for link in found) for state in CheckState}
    works, unsure, dead = counts[CheckState.OK], counts[CheckState.UNSURE], counts[CheckState.DEAD]
    fresh = len(newly_dead(found))
    again = sum(link.was is CheckState.DEAD and link.state is CheckState.OK for link in found)
    parts = [
        f"{works:,} {'works' if works == 1 else 'work'}",
        f"{unsure:,} unsure",
        f"{dead:,} dead" + (f" ({fresh:,} newly so)" if fresh else ""),
    ]
    sentence = f"{len(found):,} {'link' if len(found) == 1 else 'links'} checked: {', '.join(parts)}"
    return sentence + (f"; {again:,} that had been dead {'works' if again == 1 else 'work'} again" if again else "")
