"""The curators' pages: one module for each module of models."""

from django.contrib import admin
from taggit.models import Tag

from . import catalogue, duplicates, imports, inbox, place, question, resource, revision, role, slugs, topic

__all__ = ["catalogue", "duplicates", "imports", "inbox", "place", "question", "resource", "revision", "role", "slugs", "topic"]

# The bank has topics of its own; taggit's table is empty, and its merge view asks for no permission.
admin.site.unregister(Tag)
