"""What a message to the editors is about, as the address of the form says."""

from typing import Any

from django import forms
from django.http import QueryDict

from questions.models import Question, Role, Topic

from .filters import Filter, SlugField
from .keys import LARGEST_KEY


class SubjectFilter(Filter):
    question = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_KEY)
    role = SlugField()
    topic = SlugField()


def subject_of(asked: QueryDict) -> dict[str, Any]:
    """The published question, role and topic that ``asked`` names, by these words; what is not there is left out."""
    wanted: dict[str, Any] = SubjectFilter.read(asked)
    things = {
        "question": Question.objects.published().filter(pk=wanted.get("question", 0)),
        "role": Role.objects.published().filter(slug=wanted.get("role", "")),
        "topic": Topic.objects.public().filter(slug=wanted.get("topic", "")),
    }
    found = {name: things[name].first() for name in wanted}
    return {name: thing for name, thing in found.items() if thing}


def query_of(subject: dict[str, Any]) -> dict[str, Any]:
    """What to ask for in an address to get ``subject`` again."""
    return {name: getattr(thing, "slug", None) or thing.pk for name, thing in subject.items()}
