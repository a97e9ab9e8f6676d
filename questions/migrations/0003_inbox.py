import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0002_reserved_topic_addresses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Sending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sender", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["sender", "at"], name="sending_sender"),
                    models.Index(fields=["at"], name="sending_at"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(choices=[("report", "Problem report"), ("suggestion", "Suggested question")], max_length=12),
                ),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("out-of-date", "Out of date"),
                            ("unclear", "Hard to understand"),
                            ("wrong", "Wrong or harmful"),
                            ("duplicate", "The same as another question"),
                            ("broken-link", "A link that does not work"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                        verbose_name="what is wrong",
                    ),
                ),
                ("text", models.TextField()),
                ("guidance", models.TextField(blank=True, verbose_name="why it is asked, what a good answer covers")),
                ("role_name", models.CharField(blank=True, max_length=160, verbose_name="role we do not have")),
                ("contact", models.CharField(blank=True, max_length=160, verbose_name="answer to")),
                ("thanks", models.CharField(blank=True, max_length=160, verbose_name="name to thank")),
                ("licensed", models.BooleanField(default=False, verbose_name="given under CC BY 4.0")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="received")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("handled", "Handled"),
                            ("accepted", "Accepted as draft"),
                            ("dismissed", "Dismissed"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="For colleagues: what was done or answered, or why it was dismissed. Never shown to visitors.",
                        max_length=2000,
                        verbose_name="editors' note",
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="settled")),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="messages",
                        to="questions.question",
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="messages",
                        to="questions.role",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="messages",
                        to="questions.topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "message from a visitor",
                "verbose_name_plural": "messages from visitors",
                "ordering": [models.OrderBy(models.F("settled_at"), descending=True, nulls_first=True), "-pk"],
                "indexes": [models.Index(fields=["state", "created_at"], name="message_state_received")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["report", "suggestion"])),
                        name="message_kind_known",
                        violation_error_message="The kind must be one of: problem report, suggested question.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "handled", "accepted", "dismissed"])),
                        name="message_state_known",
                        violation_error_message="The state must be one of: waiting, handled, accepted as draft, dismissed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("fault__in", ["out-of-date", "unclear", "wrong", "duplicate", "broken-link", "other"]),
                                ("kind", "report"),
                            ),
                            models.Q(("fault", ""), ("kind", "suggestion")),
                            _connector="OR",
                        ),
                        name="message_fault_known",
                        violation_error_message="A report says what is wrong, in one of the words for it; a suggestion does not.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("kind", "suggestion"), _negated=True), ("licensed", True), _connector="OR"),
                        name="message_suggestion_licensed",
                        violation_error_message="A suggestion needs the consent to its licence.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("state", "waiting")),
                            models.Q(
                                models.Q(("state", "waiting"), _negated=True),
                                ("contact", ""),
                                ("settled_at__isnull", False),
                                ("thanks", ""),
                            ),
                            _connector="OR",
                        ),
                        name="message_settled_forgets_people",
                        violation_error_message="A settled message has a time, and keeps neither contact nor name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length("text"), 2000),
                            django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length("guidance"), 2000),
                            django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length("note"), 2000),
                            django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length("role_name"), 160),
                            django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length("contact"), 160),
                            django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length("thanks"), 160),
                        ),
                        name="message_texts_short",
                        violation_error_message="One of the texts is too long.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "suggestion"), _negated=True),
                            django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length("text"), 1000),
                            _connector="OR",
                        ),
                        name="message_suggestion_fits",
                        violation_error_message="A suggested question is longer than a question of the bank may be.",
                    ),
                ],
            },
        ),
    ]
