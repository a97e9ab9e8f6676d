"""What every file is made from: what visitors may see of one role, and where and when it was taken."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from django.db.models import Model, Prefetch, prefetch_related_objects

from questions.models import ResourceLink, Role, RoleLink, RoleQuestion


@dataclass(frozen=True)
class Extract:
    """``role`` holds its published questions and links and no other ones; ``site`` is like "https://prep.example"."""

    role: Role
    site: str
    made_on: date

    @property
    def places(self) -> list[RoleQuestion]:
        """The places of the questions, in the role's own order."""
        return list(self.role.role_questions.all())

    @property
    def links(self) -> list[ResourceLink]:
        return [place.link for place in self.role.role_links.all()]

    @property
    def host(self) -> str:
        return urlsplit(self.site).netloc

    def url_of(self, thing: Model) -> str:
        """The address of ``thing``'s page from anywhere, in the language that is in use."""
        return f"{self.site}{thing.get_absolute_url()}"  # type: ignore[attr-defined]


class Made(NamedTuple):
    """The bytes of a file, and how many questions of the extract it has no room for."""

    content: bytes
    left_out: int = 0


def extract_of(role: Role, *, site: str, made_on: date) -> Extract:
    """The extract of a published ``role`` with its group and field fetched. Seven queries, however much it holds."""
    questions = RoleQuestion.objects.public().select_related("question", "section")
    links = RoleLink.objects.filter(link__in=ResourceLink.objects.published()).select_related("link")
    prefetch_related_objects(
        [role],
        "titles",
        Prefetch("role_questions", questions),
        "role_questions__question__topics",
        "role_questions__question__follow_ups",
        "role_questions__question__benchmarks",
        Prefetch("role_links", links),
        "role_links__link__topics",
    )
    return Extract(role, site, made_on)
