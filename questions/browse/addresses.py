"""How addresses are read."""


class SlugConverter:
    """A slug in any script, as ``models.slugs`` makes them."""

    regex = r"[-\w]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
