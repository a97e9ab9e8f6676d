"""What a revision says can never be rewritten, and the groups staff belong to."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SAID = "kind, thing, number, base, title, snapshot, author_name, reason, created_at"
SQLITE = f"""
CREATE TRIGGER revision_said_once BEFORE UPDATE OF {SAID} ON questions_revision
BEGIN SELECT RAISE(ABORT, 'a revision is never rewritten'); END
"""
POSTGRESQL = f"""
CREATE FUNCTION revision_said_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a revision is never rewritten' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER revision_said_once BEFORE UPDATE OF {SAID} ON questions_revision
FOR EACH ROW EXECUTE FUNCTION revision_said_once()
"""

LOOKED_AT = (
    *("field", "group", "role", "roletitle", "topic", "topicalias", "question", "followup", "benchmark", "rolequestion"),
    *("resourcelink", "rolelink", "linkcheck", "formerslug", "message", "revision", "nearduplicate", "guideimport"),
)
ROWS = ("followup", "benchmark", "rolequestion", "roletitle", "rolelink")
VIEWERS = {f"view_{model}" for model in LOOKED_AT}
AUTHORS = (
    VIEWERS
    | {f"{verb}_{model}" for verb in ("add", "change") for model in ("question", "role", "resourcelink")}
    | {f"{verb}_{model}" for verb in ("add", "change", "delete") for model in ROWS}
)
EDITORS = (
    AUTHORS
    | {"edit_all", "change_message", "change_nearduplicate"}
    | {f"{verb}_{model}" for verb in ("add", "change") for model in ("field", "group", "topic", "topicalias")}
)
PUBLISHERS = EDITORS | {"publish", "import", "delete_topicalias", "delete_formerslug"}
GROUPS = {"View-only staff": VIEWERS, "Author": AUTHORS, "Editor": EDITORS, "Publisher": PUBLISHERS}
OWN = {
    "edit_all": "Can edit what others wrote",
    "publish": "Can publish, retire and merge",
    "import": "Can import guides and tables",
}


def add_trigger(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def drop_trigger(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER revision_said_once")
    else:
        schema_editor.execute("DROP TRIGGER revision_said_once ON questions_revision; DROP FUNCTION revision_said_once()")


def make_groups(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Groups of these names that exist already keep what they have and get what they lack."""
    permissions = {}
    # Django makes permissions after the last migration; these are needed now, under the names Django gives them.
    for codename in sorted(PUBLISHERS):
        model = "question" if codename in OWN else codename.rpartition("_")[2]
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="questions", model=model)
        name = OWN.get(codename) or f"Can {codename.rpartition('_')[0]} {apps.get_model('questions', model)._meta.verbose_name}"
        permissions[codename], _ = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=content_type, codename=codename, defaults={"name": name}
        )
    for name, codenames in GROUPS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(*(permissions[codename] for codename in sorted(codenames)))


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0004_desk"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(add_trigger, drop_trigger),
        migrations.RunPython(make_groups, migrations.RunPython.noop),
    ]
