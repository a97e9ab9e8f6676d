from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from questions.models import Question, Role

from ..finding import keeps_addresses, visible

ROLES = 24


@keeps_addresses
def question(request: HttpRequest, pk: int) -> HttpResponse:
    question = visible(get_object_or_404(Question.objects.with_guidance(), pk=pk))
    roles = list(Role.objects.published().asking(question).select_related("group__field").alphabetical()[: ROLES + 1])
    context = {
        "question": question,
        "trail": [roles[0].group.field, roles[0].group, roles[0]] if len(roles) == 1 else [],
        "roles": roles[:ROLES],
        "more_roles": len(roles) > ROLES,
    }
    return render(request, "question.html", context)
