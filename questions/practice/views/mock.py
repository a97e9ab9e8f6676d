"""A mock set of a role's questions, and the sheet for whoever plays the interviewer with it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from questions.browse.finding import find, keeps_addresses
from questions.caching.kept import kept
from questions.models import Role
from questions.vocabulary import Level

from ..mock_filter import LONGEST_SEED, MockFilter, fresh_seed
from ..mockset import anchors_of, mock_set
from ..printing import foot_of


@kept("n", "view", "at", "level", passing=["seed"])
@keeps_addresses
def mock(request: HttpRequest, slug: str) -> HttpResponse:
    role = find(Role.objects.select_related("group__field"), slug)
    asked = MockFilter.read(request.GET)
    if "seed" not in asked:
        return _to_a_fresh_set("role_mock", role, asked)
    drawn = mock_set(role, asked["n"], asked["seed"])
    one = drawn.turns[: asked.get("at", 1)][-1:] if asked.get("view") == "one" else []
    context = {
        "role": role,
        "trail": [role.group.field, role.group, role],
        "drawn": drawn,
        "filters": drawn.address | ({"view": "one"} if one else {}),
        "turn": one[0] if one else None,
        "longest_seed": LONGEST_SEED,
    }
    return render(request, "practice/mock_one.html" if one else "practice/mock.html", context)


@kept("n", "view", "at", "level", passing=["seed"])
@keeps_addresses
def interviewer(request: HttpRequest, slug: str) -> HttpResponse:
    role = find(Role.objects.select_related("group__field"), slug)
    asked = MockFilter.read(request.GET)
    if "seed" not in asked:
        return _to_a_fresh_set("role_interviewer", role, asked)
    drawn = mock_set(role, asked["n"], asked["seed"])
    level = asked.get("level", "")
    filters = drawn.address | ({"level": level} if level else {})
    context = {
        "role": role,
        "trail": [role.group.field, role.group, role],
        "drawn": drawn,
        "level": level,
        "levels": list(Level),
        "turns": [(turn, anchors_of(turn.question, level)) for turn in drawn.turns],
        "foot": foot_of(request, filters),
    }
    return render(request, "practice/interviewer.html", context)


def _to_a_fresh_set(page: str, role: Role, asked: dict[str, Any]) -> HttpResponse:
    """A redirect to ``page`` of a set that nobody has seen; never kept by a cache, or "another set" would be the same one."""
    kept = {name: asked[name] for name in ("view", "level") if name in asked}
    address = reverse(page, args=[role.slug], query={"n": asked["n"], "seed": fresh_seed(), **kept})
    return HttpResponseRedirect(address, headers={"Cache-Control": "no-store"})
