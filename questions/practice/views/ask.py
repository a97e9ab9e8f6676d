from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.browse.finding import find, keeps_addresses
from questions.caching.kept import kept
from questions.caching.questions import opened
from questions.models import Role

from ..asking import questions_to_ask
from ..picking import sheet_of
from ..printing import foot_of


@kept()
@keeps_addresses
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    role = find(Role.objects.select_related("group__field"), slug)
    source, keys = questions_to_ask(role)
    questions = opened(keys)
    context = {
        "role": role,
        "trail": [role.group.field, role.group, role],
        "source": source,
        "questions": [questions[key] for key in keys if key in questions],
        "sheet": sheet_of(keys),
        "foot": foot_of(request),
    }
    return render(request, "practice/ask.html", context)
