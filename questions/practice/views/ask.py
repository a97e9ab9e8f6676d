from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.browse.finding import find, keeps_addresses
from questions.caching.kept import kept
from questions.models import Role

from ..asking import questions_to_ask
from ..picking import sheet_of
from ..printing import foot_of


@kept()
@keeps_addresses
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    role = find(Role.objects.select_related("group__field"), slug)
    source, questions = questions_to_ask(role)
    context = {
        "role": role,
        "trail": [role.group.field, role.group, role],
        "source": source,
        "questions": questions,
        "sheet": sheet_of([question.pk for question in questions]),
        "foot": foot_of(request),
    }
    return render(request, "practice/ask.html", context)
