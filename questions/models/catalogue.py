"""The browse tree: Field → Group → Role, and the other names of a role."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from questions.normal import name_key
from questions.vocabulary import Status, TitleKind

from .catalogue_queries import FieldQuerySet, GroupQuerySet, RoleQuerySet
from .imports import Imported
from .keys import Keyed, KeyField
from .slugs import Slugged
from .states import Reviewed, Stated, one_of, scheduled, times


class Field(Slugged, Keyed, Imported):
    """A whole line of work: Library and Information Science."""

    name = models.CharField(max_length=120, help_text="As a job board would head it. It is the first thing visitors browse by.")
    name_key = KeyField(source="name", normal=name_key)
    description = models.TextField(
        blank=True, help_text="One or two sentences: what work belongs here. Shown at the top of the field's page."
    )

    objects = FieldQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name_key"], name="field_name_unique", violation_error_message="There is a field of this name already."
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("field", args=[self.slug])

    def slug_names(self) -> list[str]:
        return [self.name]


class Group(Slugged, Keyed, Imported):
    """A family of roles within a field: Librarianship."""

    # Its own index would repeat the beginning of another one below.
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="groups", db_index=False)
    name = models.CharField(
        max_length=120,
        help_text="What its roles have in common. It also tells apart two roles of one title, in their addresses.",
    )
    name_key = KeyField(source="name", normal=name_key)
    description = models.TextField(blank=True, help_text="One or two sentences on what its roles share.")

    objects = GroupQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["field", "name_key"],
                name="group_name_unique",
                violation_error_message="This field has a group of this name already.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("group", args=[self.slug])

    def slug_names(self) -> list[str]:
        return [self.name, self.field.name]


class Role(Slugged, Keyed, Stated, Reviewed, Imported):
    """A job people interview for."""

    # Its own index would repeat the beginning of another one below.
    group = models.ForeignKey(
        Group,
        on_delete=models.PROTECT,
        related_name="roles",
        db_index=False,
        help_text="Where visitors look for it, among roles one might apply for instead. The heat map compares it with these.",
    )
    title = models.CharField(
        max_length=160,
        help_text="The title as advertisements write it, in the singular. The page keeps its address if you change it.",
    )
    title_key = KeyField(source="title", normal=name_key)
    summary = models.CharField(
        max_length=300, blank=True, help_text="One sentence a newcomer understands. It stands in lists and in search engines."
    )
    description = models.TextField(
        blank=True, help_text="Two or three paragraphs (Markdown): what the work is, for whom, with whom. Not an advertisement."
    )
    interview = models.TextField(
        "the interview",
        blank=True,
        help_text="How the interview usually goes (Markdown): who asks, how long, exercises, what to bring. It calms people.",
    )
    onet_soc_code = models.CharField(
        "O*NET-SOC code",
        max_length=10,
        blank=True,
        validators=[RegexValidator(r"^\d{2}-\d{4}\.\d{2}$", "Write the code as 25-4022.00: two digits, four, two.")],
        help_text="The occupation's code at onetonline.org, such as 25-4022.00. Leave it empty if unsure.",
    )
    featured = models.BooleanField(default=False, help_text="Featured roles stand on the home page. Keep them few.")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["status", "title"], name="role_status_title"),
            models.Index(fields=["group", "status", "title"], name="role_group_status_title"),
            *times("role"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "title_key"],
                name="role_title_unique",
                violation_error_message="This group has a role of this title already.",
            ),
            one_of("status", Status, "role_status_known"),
            *scheduled("role"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("role", args=[self.slug])

    def slug_names(self) -> list[str]:
        return [self.title, self.group.name, self.group.field.name]


class RoleTitle(Keyed):
    """Another name for a role: Outreach Librarian."""

    # Its own index would repeat the beginning of another one below.
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="titles", db_index=False)
    name = models.CharField(max_length=160, help_text="A title people search for. Visitors who type it find the role.")
    name_key = KeyField(source="name", normal=name_key)
    kind = models.CharField(
        max_length=12,
        choices=TitleKind.choices(),
        default=TitleKind.ALTERNATE,
        help_text="Alternate: in use elsewhere. Short: an abbreviation. Reported: what people in the job say they are called.",
    )

    class Meta:
        verbose_name = "other title"
        ordering = ["role", "pk"]
        indexes = [models.Index(fields=["name_key"], name="role_title_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "name_key"],
                name="role_also_called_once",
                violation_error_message="The role has this other title already.",
            ),
            one_of("kind", TitleKind, "role_title_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name
