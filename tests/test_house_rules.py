"""What the house has agreed on, held by reading the files themselves."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MODULES = sorted(path for path in (ROOT / "questions").rglob("*.py") if "migrations" not in path.parts)
SCRIPTS = sorted((ROOT / "static").rglob("*.js"))
STYLES = sorted((ROOT / "static").rglob("*.css"))

# Lowest first; a package may import what stands before it in this list, and itself.
LAYERS = [
    {"models", "vocabulary", "normal", "markdown"},
    {"guides", "search", "editorial", "caching", "lint"},
    {"browse", "practice", "admin", "management", "templatetags", "copies"},
]
DJANGO_FREE = ["guides/document.py", "guides/reader.py", "guides/writer.py", "vocabulary.py", "normal.py"]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports_of(path: Path) -> Iterator[str]:
    """Dotted names of all that ``path`` imports, relative imports made absolute, and what is only for type checkers left out."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in _nodes_that_run(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else ()
            start = ".".join((*base, *filter(None, [node.module])))
            yield from (f"{start}.{alias.name}" for alias in node.names)


def _nodes_that_run(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            continue
        yield node
        yield from _nodes_that_run(node)


def layer_of(dotted: str) -> int | None:
    parts = dotted.split(".")
    if parts[0] != "questions" or len(parts) < 2:
        return None
    return next((number for number, layer in enumerate(LAYERS) if parts[1] in layer), None)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_every_template_compiles(path: Path):
    assert get_template(str(path.relative_to(ROOT / "templates")))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_template_has_inline_style_script_or_handlers_or_trusts_text(path: Path):
    html = path.read_text(encoding="utf-8")
    assert re.findall(r"<style|\bstyle=|<script(?![^>]*\bsrc=)|\son\w+=|\|\s*safe\b|autoescape\s+off|safeseq", html) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_template_looks_at_the_status(path: Path):
    if "admin" not in path.parts:
        assert re.findall(r"\.status\b|is_published|is_retired", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down_the_house_only(path: Path):
    mine = layer_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    if mine is not None:
        upward = [name for name in imports_of(path) if (layer_of(name) or 0) > mine]
        assert upward == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_but_the_address_table_imports_a_view(path: Path):
    if path.name != "urls.py":
        assert [name for name in imports_of(path) if "views" in name.split(".") and name.startswith("questions.")] == []


@pytest.mark.parametrize("name", DJANGO_FREE)
def test_the_guide_format_knows_no_django(name: str):
    reached = _reached_from(ROOT / "questions" / name)
    assert [name for name in reached if name.split(".")[0] in ("django", "taggit")] == []


def _reached_from(path: Path, seen: set[Path] | None = None) -> set[str]:
    """Everything ``path`` imports, and what the modules of this house that it imports do in turn."""
    seen = set() if seen is None else seen
    found: set[str] = set()
    if path in seen:
        return found
    seen.add(path)
    for dotted in imports_of(path):
        found.add(dotted)
        for name in (dotted, dotted.rpartition(".")[0]):
            module = (ROOT / Path(*name.split("."))).with_suffix(".py")
            if name.startswith("questions.") and module.is_file():
                found |= _reached_from(module, seen)
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "questions" / "browse").rglob("*.py")), ids=name_of)
def test_public_pages_speak_the_words_of_the_querysets(path: Path):
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    filters = [call for call in calls if getattr(call.func, "attr", "") in ("filter", "exclude", "get", "Q")]
    columns = [keyword.arg or "**" for call in filters for keyword in call.keywords]
    assert [column for column in columns if "status" in column.split("__")] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_a_script_is_one_small_enhancement_that_stands_alone(path: Path):
    script = path.read_text(encoding="utf-8")
    assert len(script.splitlines()) <= 80
    html = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write"
    assert re.findall(rf"^import\b|{html}|\beval\(|localStorage|document\.cookie", script, flags=re.MULTILINE) == []


@pytest.mark.parametrize("path", STYLES, ids=name_of)
def test_colours_stand_in_the_tokens_layer_only(path: Path):
    css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    tokens = re.search(r"@layer tokens \{.*?\n\}", css, flags=re.DOTALL)
    outside = css.replace(tokens[0], "") if tokens else css
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab|color)a?\(|:\s*(?:white|black)\b", outside) == []


def test_every_picture_stands_in_the_readme_or_the_editors_guide():
    pages = (ROOT / "README.md").read_text(encoding="utf-8") + (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"screenshots/([\w-]+\.webp)", pages))
    assert shown == {path.name for path in (ROOT / "docs" / "screenshots").iterdir()}
