"""Spanish is complete: whatever the public pages may say has its translation, with the same blanks to fill in."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.template.base import Node, NodeList
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation import trans_real

from questions.vocabulary import Kind, Level, LinkKind, Source

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.html") if "admin" not in path.parts)
MODULES = sorted(path for path in (ROOT / "questions").rglob("*.py") if "admin" not in path.parts)
ONE, SEVERAL = {"gettext", "gettext_lazy", "gettext_noop"}, {"ngettext", "ngettext_lazy"}
CATALOGUE = ROOT / "locale" / "es" / "LC_MESSAGES" / "django.po"

# A text as its translators know it: how it is said of one thing, and of several (the same, where nothing is counted).
Said = tuple[str, str]


def nodes_of(nodes: NodeList) -> Iterator[Node]:
    for node in nodes:
        yield node
        for name in node.child_nodelists:
            yield from nodes_of(getattr(node, name, None) or NodeList())


def said_by_template(path: Path) -> Iterator[Said]:
    template = get_template(str(path.relative_to(ROOT / "templates"))).template
    partials = template.extra_data.get("partials", {}).values()
    for node in [*nodes_of(template.nodelist), *(node for part in partials for node in nodes_of(part.nodelist))]:
        if isinstance(node, TranslateNode) and node.filter_expression.var.literal:
            yield (str(node.filter_expression.var.literal),) * 2
        elif isinstance(node, BlockTranslateNode):
            one = node.render_token_list(node.singular)[0]
            yield one, node.render_token_list(node.plural)[0] if node.plural else one


def said_by_module(path: Path) -> Iterator[Said]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if name in ONE | SEVERAL:
            words = [word.value for word in node.args if isinstance(word, ast.Constant) and isinstance(word.value, str)]
            yield from [(words[0], words[-1])] if words else []


@cache
def said() -> frozenset[Said]:
    """Every English text of the interface."""
    labels = {(word.label, word.label) for words in (Kind, Level, Source, LinkKind) for word in words}
    templates = {text for path in TEMPLATES for text in said_by_template(path)}
    return frozenset(labels | templates | {text for path in MODULES for text in said_by_module(path)})


@cache
def spanish() -> dict[str, set[str]]:
    """The English of one thing to the Spanish of one and of several, as Django has read the compiled catalogue."""
    catalogue: dict[str, set[str]] = {}
    for key, text in trans_real.translation("es")._catalog._catalogs[0].items():
        catalogue.setdefault(key[0] if isinstance(key, tuple) else key, set()).add(text)
    return catalogue


def blanks(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text))


def tags(text: str) -> list[str]:
    return sorted(re.findall(r"</?\w+", text))


def test_everything_the_pages_say_is_said_in_spanish():
    assert len(said()) > 200
    assert sorted(one for one, _ in said() if not all(spanish().get(one, [""]))) == []


def test_a_translation_has_the_blanks_of_its_original():
    wrong = []
    for one, several in said():
        always, ever = blanks(one) & blanks(several), blanks(one) | blanks(several)
        wrong += [(one, text) for text in spanish().get(one, ()) if not always <= blanks(text) <= ever]
    assert wrong == []


def test_a_translation_has_the_tags_of_its_original():
    pairs = [(one, text) for one, _ in said() for text in spanish().get(one, ())]
    assert [(one, text) for one, text in pairs if tags(text) != tags(one)] == []


def test_the_compiled_catalogue_is_the_one_people_edit(tmp_path: Path):
    if shutil.which("msgfmt") is None:
        pytest.skip("comparing needs GNU gettext on the PATH; .ci/run installs it")
    compiled = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "--check", "-o", compiled, CATALOGUE], check=True)
    assert compiled.read_bytes() == CATALOGUE.with_suffix(".mo").read_bytes()
