"""What an occupation has that its role lacks."""

import re
from dataclasses import dataclass
from typing import Any

from questions.guides.loading.fitting import MAX_SUMMARY, cut
from questions.models import Role
from questions.normal import name_key
from questions.vocabulary import TitleKind

from .release import Occupation
from .remembering import remembered

# Two small letters before it: "U.S." and "e.g." end no sentence.
SENTENCE_END = re.compile(r"(?<=[a-z\d)]{2}[.!?])\s+(?=[A-Z])")


@dataclass(slots=True)
class News:
    """``titles`` are rows to insert, ``columns`` what to write into the role itself."""

    titles: list[dict[str, Any]]
    columns: dict[str, str]


def news_of(occupations: dict[int, Occupation]) -> dict[int, News]:
    """By the roles' keys; roles that lack nothing are left out. A few queries however many they are."""
    known_before = remembered(occupations)
    news: dict[int, News] = {}
    for pk, role in Role.objects.prefetch_related("titles").in_bulk(list(occupations)).items():
        occupation = occupations[pk]
        if pk in known_before and not role.onet_soc_code:
            continue  # an editor has taken the code off: the role is about something else
        known = {role.title_key, *(title.name_key for title in role.titles.all()), *known_before.get(pk, ())}
        said = {name_key(occupation.title): (occupation.title, TitleKind.ALTERNATE.value)} | occupation.titles
        titles = [{"role": pk, "name": name, "kind": kind} for key, (name, kind) in said.items() if key not in known]
        columns = {} if role.summary or pk in known_before else {"summary": summary_of(occupation)}
        if not role.onet_soc_code:
            columns["onet_soc_code"] = occupation.code
        columns = {name: value for name, value in columns.items() if value}
        if titles or columns:
            news[pk] = News(titles, columns)
    return news


def summary_of(occupation: Occupation) -> str:
    """As many whole sentences of the description as a summary holds, else its beginning."""
    whole = ""
    for sentence in SENTENCE_END.split(occupation.description):
        longer = f"{whole} {sentence}".lstrip()
        if len(longer) > MAX_SUMMARY:
            break
        whole = longer
    return whole or cut(occupation.description, MAX_SUMMARY)
