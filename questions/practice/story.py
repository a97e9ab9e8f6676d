"""The four parts of an answer that tells what happened, and what was learned; with one invented example, told part by part."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Part(NamedTuple):
    """``lines``: one for each that an empty sheet leaves for it."""

    name: Promise
    time: Promise
    says: Promise
    example: Promise
    lines: range


EXAMPLE = _("Tell us about a time when few people came to something you had planned.")
PARTS = (
    Part(
        _("Situation"),
        _("About 20 seconds"),
        _("Where and when it was, and who was there. Two sentences will do."),
        _(
            "Two years ago our library began a story hour on Tuesday evenings in an apartment block at the edge of town. "
            "In the first month, three families came."
        ),
        range(4),
    ),
    Part(
        _("Task"),
        _("About 15 seconds"),
        _("What was yours to do, and why it mattered."),
        _("The series was mine. I had until summer to fill it, or to give the evening to another place."),
        range(2),
    ),
    Part(
        _("Action"),
        _("60 to 90 seconds"),
        _("What you did, step by step, and why you did it that way. Say “I” where it was you. This is most of your answer."),
        _(
            "I stopped printing posters and asked. On two afternoons I stood at the bus stop with a family worker of the school, "
            "and parents told me what was in the way: supper, and the last bus. So I moved the hour to half past four, found "
            "two neighbors who would cook soup for everyone, and asked two mothers to choose books in Polish and Arabic."
        ),
        range(8),
    ),
    Part(
        _("Result"),
        _("About 30 seconds"),
        _("What came of it, with a number if you have one. A result that was only half good is worth telling, too."),
        _(
            "By June fourteen families came each week, and nine of them had library cards. The soup is still cooked. "
            "Hardly any fathers came, and I have not solved that."
        ),
        range(4),
    ),
    Part(
        _("What you learned"),
        _("About 15 seconds"),
        _("What you have done differently since then."),
        _("Since then I ask ten people before I print one poster."),
        range(2),
    ),
)
