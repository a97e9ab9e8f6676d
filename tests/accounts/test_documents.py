"""What the documents name as proof exists."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
DOCUMENT = HERE.parents[1] / "docs" / "asvs-accounts.md"
TESTS = {
    name for path in HERE.glob("test_*.py") for name in re.findall(r"^def test_(\w+)", path.read_text("utf-8"), re.MULTILINE)
}
NAMED = sorted(set(re.findall(r"`test_\w+`: ((?:\*[^*]+\*(?:, )?)+)", DOCUMENT.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("named", [name for group in NAMED for name in re.findall(r"\*([^*]+)\*", group)])
def test_every_test_that_the_asvs_table_names_is_there(named: str):
    words = re.sub(r"\W+", "_", named)
    assert words in TESTS
