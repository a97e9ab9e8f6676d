"""One module makes HTML of what people wrote; all others leave the escaping to Django. Held by reading the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path for folder in ("prepsite", "questions") for path in (ROOT / folder).rglob("*.py"))
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file())
# The second puts JSON into a page, with every sign escaped that HTML knows.
MAY_TRUST = {"questions/markdown.py", "questions/templatetags/linked_data.py"}
TRUSTS = {"mark_safe", "SafeText", "html_safe", "SafeData", "safestring", "autoescape"}
FORMATS = {"format_html": 0, "format_html_join": 1}  # by the place of the text that is not escaped


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def names_in(tree: ast.AST) -> Iterator[str]:
    """Every name that is imported, called, looked up or given a value in a call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name
        elif isinstance(node, ast.keyword):
            yield node.arg or ""


def trusts(tree: ast.AST) -> set[str]:
    """What in ``tree`` declares a text to be HTML. To speak of the type of such a text (a return annotation) does not."""
    calls = {getattr(node.func, "id", "") for node in ast.walk(tree) if isinstance(node, ast.Call)}
    made = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)} & {"__html__"}
    return (set(names_in(tree)) & TRUSTS) | (calls & {"SafeString"}) | made


def unescaped(tree: ast.AST) -> list[int]:
    """The lines on which the text that ``format_html`` leaves as it is was made of something else than words in the code."""
    found = []
    for function in [tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))]:
        given: dict[str, list[ast.expr]] = {}
        for node in ast.walk(function):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    given.setdefault(getattr(target, "id", ""), []).append(node.value)
        calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
        for call in calls if isinstance(function, ast.FunctionDef) else []:
            place = FORMATS.get(getattr(call.func, "id", getattr(call.func, "attr", "")))
            if place is not None and not written_here(call.args[place], given):
                found.append(call.lineno)
    return found


def written_here(text: ast.expr, given: dict[str, list[ast.expr]]) -> bool:
    """Whether ``text`` is words in the code, their translation, a sum of them, or a name that was given nothing else."""
    if isinstance(text, ast.Call) and getattr(text.func, "id", "") in ("gettext", "pgettext"):
        return all(isinstance(words, ast.Constant) for words in text.args)
    if isinstance(text, ast.BinOp) and isinstance(text.op, ast.Add):
        return written_here(text.left, given) and written_here(text.right, given)
    if isinstance(text, ast.Name):
        return text.id in given and all(written_here(value, {}) for value in given[text.id])
    return isinstance(text, ast.Constant)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_leaves_the_escaping_to_django(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert unescaped(tree) == []
    if name_of(path) not in MAY_TRUST:
        assert trusts(tree) == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_of_any_kind_does(path: Path):
    assert re.findall(r"\|\s*safe(?:seq)?\b|autoescape\s+off", path.read_text(encoding="utf-8")) == []


def test_the_two_that_may_do():
    assert all(trusts(ast.parse((ROOT / name).read_text(encoding="utf-8"))) for name in MAY_TRUST)


@pytest.mark.parametrize(
    "code",
    [
        "def f(x): return mark_safe(x)",
        "from django.utils import safestring",
        "from django.utils.safestring import mark_safe as fine",
        "def f(x): return SafeString(x)",
        "class A:\n    def __html__(self): return self.text",
        "engine = Engine(autoescape=False)",
        "def f(x): return django.utils.safestring.mark_safe(x)",
    ],
)
def test_a_text_declared_safe_is_found(code: str):
    assert trusts(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        "def f(x): return format_html(x)",
        "def f(x): return format_html(f'<b>{x}</b>')",
        "def f(x): return format_html('<b>' + x + '</b>')",
        "def f(x): return format_html('<b>%s</b>' % x)",
        "def f(x): return html.format_html('{}'.format(x))",
        "def f(x):\n    said = '<b>'\n    said = x\n    return format_html(said)",
        "def f(x): return format_html(gettext(x))",
        "def f(x): return format_html_join('', f'<b>{x}</b>', [])",
    ],
)
def test_a_text_that_is_not_escaped_is_found(code: str):
    assert unescaped(ast.parse(code)) == [ast.parse(code).body[0].end_lineno]
