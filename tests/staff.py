"""The people at the editors' desk: one of each group, each with a browser of their own."""

from importlib import import_module
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.test import Client

MIGRATION = import_module("questions.migrations.0005_ledger_and_groups")

# Who is in which of the groups that the migration makes.
GROUPS = {"vera": "View-only staff", "ann": "Author", "abe": "Author", "ed": "Editor", "eve": "Editor", "pat": "Publisher"}


def person(name: str) -> Any:
    """vera looks; ann and abe write; ed and eve edit; pat publishes; sue is a superuser."""
    user, _ = User.objects.get_or_create(username=name, defaults={"is_staff": True, "is_superuser": name == "sue"})
    if name in GROUPS:
        if not Group.objects.exists():
            # A test with threads or a browser empties all tables when it ends, those a migration filled too.
            MIGRATION.make_groups(apps, None)
        user.groups.add(Group.objects.get(name=GROUPS[name]))
    return User.objects.get(pk=user.pk)  # anew: permissions are remembered


def browser_of(name: str) -> Client:
    client = Client()
    client.force_login(person(name))
    return client
