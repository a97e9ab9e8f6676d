"""What somebody who knows one role and interviews for another has still to prepare."""

from collections import Counter

from django import forms

from questions.browse.filters import Filter
from questions.browse.outline import Outline, Section
from questions.models import Role, RoleQuestion


class OverlapFilter(Filter):
    show = forms.ChoiceField(choices=[("shared", "shared")], required=False)


class Overlap:
    """The published questions of ``wanted``: those that ``known`` asks too, or else the new ones. Four queries.

    The outline is that of ``wanted``, narrowed to the ones asked for, so they stand under the headings of its own page.
    """

    def __init__(self, known: Role, wanted: Role, *, shared: bool) -> None:
        self.outline = Outline(wanted)
        places = self.outline.places
        asked = RoleQuestion.objects.public().filter(role=known).order_by()
        familiar = set(asked.values_list("question_id", flat=True))
        self.total = len(places)
        self.shared_total = sum(place.question_id in familiar for place in places)
        self.new_total = self.total - self.shared_total
        self.outline.places = [place for place in places if (place.question_id in familiar) == shared]
        self._per_heading = Counter(place.heading for place in places)

    @property
    def sections(self) -> list[tuple[Section, int]]:
        """The headings of the questions asked for, each with how many of both sorts stand under it."""
        return [(section, self._per_heading[section.topic]) for section in self.outline.sections]
