"""The colour tokens of the stylesheet, read from it, and how well their pairs can be told apart."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.contrib.staticfiles import finders

_TOKEN = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")

TEXT, SIGN = 4.5, 3.0  # the least contrast of text, and of borders, bars and the focus (WCAG 2.2, 1.4.3 and 1.4.11)
# What stands on what. Rules between rows and the washes behind things carry no meaning and need none.
PAIRS = [
    *((ink, ground, TEXT) for ground in ("paper", "leaf") for ink in ("ink", "ink-soft", "lamp", "brass", "ribbon")),
    *((ink, "lamp-wash", TEXT) for ink in ("ink", "ink-soft", "lamp", "brass", "ribbon")),
    ("on-lamp", "lamp", TEXT),
    ("paper", "ink", TEXT),
    *(("edge", ground, SIGN) for ground in ("paper", "leaf")),
]


@dataclass(frozen=True)
class Pair:
    """``ink`` on ``ground``, two names of tokens, and their contrast by day and by night; it should be ``least``."""

    ink: str
    ground: str
    least: float
    light: float
    dark: float


def colour_tokens() -> dict[str, tuple[str, str]]:
    """Name to the colours by day and by night, as #rrggbb."""
    css = Path(str(finders.find("css/site.css"))).read_text(encoding="utf-8")
    return {name: (light, dark) for name, light, dark in _TOKEN.findall(css)}


def pairs() -> list[Pair]:
    colours = colour_tokens()
    return [Pair(ink, ground, least, *map(contrast, colours[ink], colours[ground])) for ink, ground, least in PAIRS]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, by WCAG 2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
