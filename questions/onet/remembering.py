"""What earlier runs gave each role, so that what an editor removed of it stays out.

Kept where guides remember what they said: a GuideImport for each occupation and role, its items in the same form.
"""

from django.utils.timezone import now

from questions.guides.loading.digests import digest_values
from questions.models import GuideImport
from questions.normal import name_key

from .release import Occupation

ROOT = "O*NET"


def remembered(occupations: dict[int, Occupation]) -> dict[int, set[str]]:
    """The titles each role was ever given, in normal form, by the role's key. Roles without an earlier run are left out."""
    sources = {_source(pk, occupation): pk for pk, occupation in occupations.items()}
    rows = GuideImport.objects.filter(source__in=list(sources), title="").values_list("source", "items")
    return {sources[source]: {item.removeprefix("title:") for item in items} for source, items in rows}


def remember(occupations: dict[int, Occupation]) -> None:
    before = remembered(occupations)
    rows = []
    for pk, occupation in occupations.items():
        keys = {name_key(occupation.title), *occupation.titles, *before.get(pk, ())}
        if keys != before.get(pk):
            said = {f"title:{key}": ["", 0, []] for key in sorted(keys)}
            row = {"source": _source(pk, occupation), "role_id": pk, "items": said, "digest": digest_values(sorted(keys))}
            rows.append(GuideImport(**row, imported_at=now()))
    GuideImport.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["source", "title"], update_fields=["items", "digest", "imported_at"]
    )


def removed_codes() -> set[str]:
    """Codes of occupations whose role an editor deleted."""
    rows = GuideImport.objects.filter(source__startswith=f"{ROOT}/", title="", role=None).values_list("source", flat=True)
    return {source.split("/")[1] for source in rows}


def _source(role: int, occupation: Occupation) -> str:
    return f"{ROOT}/{occupation.code}/{role}"
