"""Tables of patterns as text: one alternative a line, so that each can be read, added and removed by itself."""

import re


def any_of(lines: str) -> str:
    """A regular expression for any of the alternatives, one a line; a line that begins with "|" continues the one before."""
    lines = re.sub(r"\s*\n\s*\|", "|", lines)
    return "|".join(line.strip() for line in lines.splitlines() if line.strip())
