"""Numbers beyond what a column holds are equal to none in it: importing this module has ``…__in`` know that, too.

Django knows it of ``=``, ``<`` and the like. In a list, as forms and admin actions look for chosen things, SQLite raises
OverflowError instead of finding nothing.
"""

from typing import Any

from django.db.models import IntegerField
from django.db.models.lookups import In

# The widest there are: bigint of PostgreSQL and INTEGER of SQLite.
LEAST, MOST = -(2**63), 2**63 - 1


@IntegerField.register_lookup
class InRange(In):
    def get_prep_lookup(self) -> Any:
        values = super().get_prep_lookup()
        if not isinstance(values, list):
            return values  # a query
        return [value for value in values if not isinstance(value, int) or LEAST <= value <= MOST]
