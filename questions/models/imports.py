"""What an import did last time, so that the next one can tell an editor's change from the guide's."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Imported(models.Model):
    """A thing that imports may write: ``imported_digest`` is the digest of its state as the last import left it.

    While the state still has that digest nobody else has touched the row, and imports may bring it up to date. A row with
    another state, or without a digest, is an editor's: imports leave it alone and say so.
    """

    imported_digest = models.CharField(max_length=32, blank=True, editable=False)

    class Meta:
        abstract = True


class GuideImport(models.Model):
    """What one guide said when it was last imported.

    ``items`` maps each thing the guide said (its key) to ``[digest of what it said, id of the row it became, roles it was
    placed in]``. With it the next import of the same guide knows three states, as a three-way merge does: what the guide
    said, what it says now, and what the bank holds. What an editor removed is in here and not in the bank, and stays out.
    """

    source = models.CharField(max_length=400, help_text="The guide's place in its tree: tree/Field/Group/Role.md.")
    title = models.CharField(max_length=200, blank=True, help_text="The role's title as the guide has it.")
    role = models.ForeignKey("questions.Role", on_delete=models.SET_NULL, null=True, related_name="imports")
    digest = models.CharField(max_length=32, help_text="Of the guide as it was read.")
    items = models.JSONField(default=dict)
    problems = models.JSONField(default=list, help_text="What was kept or not placed the last time, a line each.")
    imported_at = models.DateTimeField()

    class Meta:
        verbose_name = "imported guide"
        ordering = ["source", "title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "title"],
                name="guide_import_once",
                violation_error_message="This guide has been imported already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.title}" if self.title else self.source


class GuideUpload(models.Model):
    """Guides an editor sent through the admin, kept between the report on what they would do and the import itself."""

    name = models.CharField(max_length=200)
    data = models.BinaryField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
