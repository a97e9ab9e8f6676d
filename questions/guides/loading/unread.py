"""Files that could not be imported: a row each, so that the desk counts them, until the file is read or the row thrown away."""

from collections.abc import Collection, Mapping

from django.utils.timezone import now

from questions.models import GuideImport

from .report import LONGEST_PROBLEM

# No file has an empty digest, so the next import reads this one anew.
NO_DIGEST = ""


def remember(failed: Mapping[str, str], tried: Collection[str]) -> None:
    """Note the reasons why files ``failed``, by their places; and forget those that were ``tried`` and did not."""
    for source, reason in failed.items():
        problems = [f"not read: {reason}"[:LONGEST_PROBLEM]]
        defaults = {"digest": NO_DIGEST, "problems": problems, "imported_at": now()}
        GuideImport.objects.update_or_create(source=source, title="", defaults=defaults)
    known = GuideImport.objects.filter(digest=NO_DIGEST).values_list("pk", "source")
    GuideImport.objects.filter(pk__in=[pk for pk, source in known if source in tried and source not in failed]).delete()
