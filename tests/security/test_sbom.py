"""`make sbom` names every package the site runs with: which version, by which hashes, under the name that scanners know."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINNED = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([^\s;]+)(.*)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@pytest.fixture(scope="module")
def sbom(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    if not shutil.which("make"):
        pytest.fail("this test needs make")
    file = tmp_path_factory.mktemp("sbom") / "sbom.json"
    # The stamps are for people; here the packages are there already.
    made = subprocess.run(
        ["make", "-s", "-o", ".venv/test.stamp", "-o", "var", "sbom", f"SBOM={file}"], cwd=ROOT, capture_output=True, text=True
    )
    assert made.returncode == 0, made.stderr
    return json.loads(file.read_text(encoding="utf-8"))


def pinned() -> dict[tuple[str, str], set[str]]:
    """The hashes of requirements/run.txt, by name and version."""
    text = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    return {(name, version): set(HASH.findall(rest)) for name, version, rest in PINNED.findall(text)}


def test_it_names_every_pinned_package_with_its_hashes(sbom: dict[str, Any]):
    found = {
        (part["name"], part["version"]): {
            digest["content"] for place in part["externalReferences"] for digest in place.get("hashes", [])
        }
        for part in sbom["components"]
    }
    assert len(found) > 30
    assert found == pinned()


def test_each_has_the_name_that_scanners_know(sbom: dict[str, Any]):
    assert [part["purl"].partition("@")[2] for part in sbom["components"]] == [part["version"] for part in sbom["components"]]
    assert all(part["purl"].startswith("pkg:pypi/") for part in sbom["components"])


def test_it_says_what_it_is_a_list_of(sbom: dict[str, Any]):
    assert (sbom["bomFormat"], sbom["specVersion"]) == ("CycloneDX", "1.6")
    assert sbom["metadata"]["component"]["name"] == "prepsite"


def test_nothing_of_this_machine_stands_in_it(sbom: dict[str, Any]):
    assert str(ROOT) not in json.dumps(sbom)
    assert {place["url"].partition("/simple/")[0] for part in sbom["components"] for place in part["externalReferences"]} == {
        "https://pypi.org"
    }
