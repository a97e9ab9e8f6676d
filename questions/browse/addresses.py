"""How addresses are read: importing this module gives address tables ``<name:slug>``."""

from django.urls import register_converter


class SlugConverter:
    """A slug in any script, as ``models.slugs`` makes them."""

    regex = r"[-\w]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(SlugConverter, "name")
