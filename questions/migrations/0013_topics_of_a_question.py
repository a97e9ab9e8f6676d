"""The topics of many questions are read off one index, without a look at the rows."""

import django.db.models.deletion
from django.db import migrations, models

# As Django named it on both databases. Its own AlterField would make the table anew on SQLite, which loses all triggers.
NARROW = "questions_questiontopic_content_object_id_7ba2b2bb"


class Migration(migrations.Migration):
    dependencies = [("questions", "0012_count_while_publishing")]

    operations = [
        migrations.AddIndex(
            model_name="questiontopic",
            index=models.Index(fields=["content_object", "tag"], name="question_topics"),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f"DROP INDEX {NARROW}",
                    f"CREATE INDEX {NARROW} ON questions_questiontopic (content_object_id)",
                )
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="questiontopic",
                    name="content_object",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topic_items",
                        to="questions.question",
                    ),
                )
            ],
        ),
    ]
