"""From what was seen to a state: whether a link works, is dead, or nobody can say."""

from typing import NamedTuple

from questions.models.resource import CheckState

from .fetching import Look

# The only answers that say "there is no such page"; every other trouble may pass, or be ours alone.
GONE = {404: "not found", 410: "gone"}
IN_WORDS = {
    401: "it asks for a password",
    403: "it turns robots away; look yourself",
    412: "it turns robots away; look yourself",
    429: "it wants fewer requests; the next check asks again",
    451: "not shown for legal reasons",
}
LONGEST_DETAIL = 300


class Verdict(NamedTuple):
    """``seen`` is what this look alone says, ``state`` what the link is now."""

    seen: CheckState
    state: CheckState
    detail: str


def judge(look: Look, *, was: CheckState, before: int | None, opened: bool = False) -> Verdict:
    """What ``look`` means for a link that ``was`` in that state and at which looks long enough ago found the HTTP status
    ``before``, and none after them anything better.

    Where an editor lately ``opened`` the link, their word stands against a doubt; not against "there is no such page".

    A link is dead when two looks apart found nothing there, and none between them anything else. It then stays dead until
    it works again, or leads elsewhere: a time-out on top does not show it is back.
    """
    seen, detail = _seen(look, twice=before in GONE and was is not CheckState.UNCHECKED)
    if was is CheckState.DEAD and seen is CheckState.UNSURE:
        if look.status in GONE:
            seen, detail = CheckState.DEAD, f"{GONE[look.status]} ({look.status}), still"
        state = CheckState.DEAD
    elif opened and seen is CheckState.UNSURE and look.status not in GONE:
        state = CheckState.OK
    else:
        state = seen
    notes = [detail, f"moved to {look.moved_to}" if look.moved_to else ""]
    return Verdict(seen, state, "; ".join(filter(None, notes))[:LONGEST_DETAIL])


def _seen(look: Look, *, twice: bool) -> tuple[CheckState, str]:
    if look.status is None or look.fault:
        return CheckState.UNSURE, look.fault
    if 200 <= look.status < 300:
        return CheckState.OK, ""
    if look.status in GONE:
        word = f"{GONE[look.status]} ({look.status})"
        if twice:
            return CheckState.DEAD, f"{word}, as an hour ago or longer"
        return CheckState.UNSURE, f"{word}; dead if checks find the same for an hour"
    if look.status >= 500:
        return CheckState.UNSURE, f"its server has trouble ({look.status})"
    return CheckState.UNSURE, f"{IN_WORDS.get(look.status, 'an answer that says little')} ({look.status})"
