from django.db import migrations, models

PAGES_OF_A_ROLE = ("ask", "feed", "interviewer", "mock", "sheet", "take-away", "vs")


def move_topics_away(apps, schema_editor):
    """A topic that has one of the addresses gets another; the old one redirects."""
    Topic = apps.get_model("questions", "Topic")
    FormerSlug = apps.get_model("questions", "FormerSlug")
    taken = set(Topic.objects.values_list("slug", flat=True))
    for topic in Topic.objects.filter(slug__in=PAGES_OF_A_ROLE):
        former, number = topic.slug, 2
        while f"{former}-{number}" in taken:
            number += 1
        topic.slug = f"{former}-{number}"
        topic.save(update_fields=["slug"])
        FormerSlug.objects.update_or_create(kind="topic", slug=former, defaults={"current": topic.slug})


class Migration(migrations.Migration):
    dependencies = [("questions", "0001_bank")]

    operations = [
        migrations.RunPython(move_topics_away, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(slug__in=PAGES_OF_A_ROLE, _negated=True),
                name="topic_slug_not_reserved",
                violation_error_message="A page of every role has this address. Add a word: “feed-services”.",
            ),
        ),
    ]
