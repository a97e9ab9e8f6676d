import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages.banks import Bank
from tests.serving import ROOT, environment_of

from .making import make_bank

MAKE = "from tests.freeze.making import make_copies; make_copies({!r})"


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of three copies of one bank: "stick" has no address, "served" a server at it, "alone" none."""
    folder = tmp_path_factory.mktemp("copies")
    environment = environment_of(folder) | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "manage.py", "shell", "--command", MAKE.format(str(folder))]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return folder


@pytest.fixture(params=["stick", "served", "alone"])
def copy(request: pytest.FixtureRequest, copies: Path) -> Path:
    """Each of them in turn."""
    return copies / request.param


@pytest.fixture
def stick(copies: Path) -> Path:
    return copies / "stick"


@pytest.fixture
def served(copies: Path) -> Path:
    return copies / "served"


@pytest.fixture
def alone(copies: Path) -> Path:
    return copies / "alone"


@pytest.fixture
def bank(transactional_db: None) -> Bank:
    """The same bank in the database of the test, for those that make a copy themselves."""
    return make_bank()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site"
