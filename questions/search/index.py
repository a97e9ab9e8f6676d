"""The index of the database in use."""

from django.db import connection

from . import postgres, sqlite

_database = sqlite if connection.vendor == "sqlite" else postgres

newest = _database.newest
matching = _database.matching
beginning = _database.beginning
naming = _database.naming
with_letters = _database.with_letters
alike = _database.alike
planned_anew = _database.planned_anew
