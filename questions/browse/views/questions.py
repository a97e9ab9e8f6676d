from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from questions.caching.kept import kept
from questions.models import Question, Role

from .. import linked_data
from ..finding import keeps_addresses, unmerged, visible

ROLES = 24


@kept()
@keeps_addresses
def question(request: HttpRequest, pk: int) -> HttpResponse:
    question = visible(unmerged(get_object_or_404(Question.objects.with_guidance().with_topics(), pk=pk)))
    roles = list(Role.objects.published().asking(question).select_related("group__field").alphabetical()[: ROLES + 1])
    trail = [roles[0].group.field, roles[0].group, roles[0]] if len(roles) == 1 else []
    context = {
        "question": question,
        "trail": trail,
        "linked_data": linked_data.of_question(request, question, trail),
        "roles": roles[:ROLES],
        "more_roles": len(roles) > ROLES,
    }
    return render(request, "question.html", context)
