"""The stylesheet of every page: nothing in it is dead, no layer is too long to read, and its colours can be told apart."""

import re
from pathlib import Path

import pytest

from questions.browse.palette import SIGN, TEXT, Pair, contrast, pairs

ROOT = Path(__file__).resolve().parent.parent
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))
SCRIPTS = sorted((ROOT / "static" / "js").glob("*.js"))
PAGES = [path for path in (ROOT / "templates").rglob("*.html") if "styleguide" not in path.as_posix()]
LONGEST_LAYER = 250


def rules_of(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def layers_of(path: Path) -> dict[str, str]:
    """Name to rules of the layers, each of which begins and ends at the margin."""
    return dict(re.findall(r"^@layer (\w+) \{\n(.*?)^\}", rules_of(path), flags=re.DOTALL | re.MULTILINE))


def classes_of(css: str) -> set[str]:
    selectors = re.sub(r"\{[^{}]*\}", " ", css)
    return set(re.findall(r"\.([a-z][\w-]*)", selectors))


def classes_in_use() -> set[str]:
    # The conditions of {% if %} within an attribute look like classes too, which harms nothing here.
    written = [value for path in PAGES for value in re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8"))]
    written += [value for path in SCRIPTS for value in re.findall(r'classList\.\w+\("([^"]*)"', path.read_text(encoding="utf-8"))]
    return {name for value in written for name in re.findall(r"[\w-]+", value)}


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_class_in_a_stylesheet_stands_on_some_page(path: Path):
    assert sorted(classes_of(rules_of(path)) - classes_in_use()) == []


def test_the_components_of_the_house_are_found():
    assert {"question", "practise", "bar"} <= classes_of(layers_of(ROOT / "static/css/site.css")["components"])


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_no_layer_is_too_long_to_read(path: Path):
    assert {name: css.count("\n") for name, css in layers_of(path).items() if css.count("\n") > LONGEST_LAYER} == {}


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.ink} on {pair.ground}")
def test_words_and_signs_stand_out_by_day_and_by_night(pair: Pair):
    assert min(pair.light, pair.dark) >= pair.least


def test_contrast_is_reckoned_as_the_guidelines_do():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert (TEXT, SIGN) == (4.5, 3.0)
