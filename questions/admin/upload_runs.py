"""An upload on its way through the importer: a trial that writes nothing, or the import; and what came of it, to be shown."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.db import transaction

from questions.editorial.duplicates import arriving
from questions.editorial.uploads import keeping
from questions.editorial.uploads.placing import Tree, planted
from questions.editorial.uploads.unpacking import members
from questions.guides.loading.guide import Options
from questions.guides.loading.importing import import_guides
from questions.guides.loading.report import Report
from questions.models import GuideUpload, Role

MOST_ROWS = 500  # of each list on the page


class RoleRow(NamedTuple):
    title: str
    was: str
    words: str
    role: int | None


class Line(NamedTuple):
    """Something the importer says about a line of a file; 0 for the file as a whole."""

    file: str
    line: int
    reason: str
    text: str = ""


@dataclass
class Result:
    summary: list[tuple[str, str]]
    roles: list[RoleRow]
    kept: list[Line]
    not_placed: list[Line]
    failures: list[Line]
    left_out: list[str]
    arrivals: arriving.Arrivals
    most: int = MOST_ROWS
    most_shown: str = f":{MOST_ROWS}"  # for the slice filter

    @property
    def does_something(self) -> bool:
        return bool(self.roles)


def trial(upload: GuideUpload, values: dict[str, Any], *, by: Any) -> Result:
    """What an import would do. Similar questions are looked for when the trial has taken everything back."""
    return _run(upload, values, by=by, dry_run=True)[1]


def apply(upload: GuideUpload, values: dict[str, Any], *, by: Any) -> Result:
    """Import the upload, which must have been taken before; one that breaks off is put back."""
    try:
        report, result = _run(upload, values, by=by, dry_run=False)
    except Exception:
        keeping.put_back(upload)
        raise
    _log(upload, report, by)
    return result


def _run(upload: GuideUpload, values: dict[str, Any], *, by: Any, dry_run: bool) -> tuple[Report, Result]:
    options = Options(overwrite=values["overwrite"], as_draft=values["as_draft"], by=by.pk)
    files = members(upload.name, bytes(upload.data), field=values["field"], group=values["group"])
    with planted(files, single=not upload.name.lower().endswith(".zip")) as tree:
        report = import_guides(tree.paths, options, dry_run=dry_run)
        arrivals = (arriving.look if dry_run else arriving.note)(report.new_questions())
        return report, _result(report, tree, arrivals, dry_run=dry_run)


def _result(report: Report, tree: Tree, arrivals: arriving.Arrivals, *, dry_run: bool) -> Result:
    everything = report.taxonomy + report.outcomes
    rows = [RoleRow(each.title, "", each.in_words(), None) for each in report.taxonomy]
    for each in report.outcomes:
        role = None if dry_run and each.role_was == "added" else each.role
        rows.append(RoleRow(each.title, each.role_was or "of several roles", each.in_words(), role))
    rows.sort(key=lambda row: (row.was == "unchanged", row.title))
    return Result(
        summary=report.summary(),
        roles=rows,
        kept=[Line(tree.names[each.path], 0, what) for each in everything for what in each.kept],
        not_placed=[Line(tree.names[each.path], note.line, note.reason, note.text) for each in everything for note in each.notes],
        failures=[Line(tree.names[failure.path], failure.line, failure.reason) for failure in report.failures],
        left_out=tree.left_out,
        arrivals=arrivals,
    )


def _log(upload: GuideUpload, report: Report, by: Any) -> None:
    said = f"Imported from {upload.name}."
    with transaction.atomic():
        for flag, was in ((ADDITION, "added"), (CHANGE, "changed")):
            keys = [each.role for each in report.outcomes if each.role_was == was and each.role]
            roles = list(Role.objects.filter(pk__in=keys))
            if roles:
                LogEntry.objects.log_actions(by.pk, roles, flag, said)
        counts = "; ".join(f"{what}: {number}" for what, number in report.summary())
        LogEntry.objects.log_actions(by.pk, [upload], DELETION, f"Imported. {counts}")
