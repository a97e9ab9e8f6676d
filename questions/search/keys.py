"""Which column a thing's name is compared by."""

from django.db.models import Model

from questions.models import Role

# Sorts after whatever begins with the same text.
LAST = "\U0010ffff"


def key_of(model: type[Model]) -> str:
    """The column with the normal form of the names of ``model``: roles, other titles, topics or aliases."""
    return "title_key" if model is Role else "name_key"
