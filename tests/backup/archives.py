"""Archives of the bank of a test, and such as nobody should restore."""

import json
import zipfile
from pathlib import Path
from typing import Any

from django.core.management import call_command


def archive(target: Path) -> Path:
    call_command("backup", target, quiet=True)
    return target


def manifest_of(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as file:
        return json.loads(file.read("manifest.json"))


def changed(path: Path, **values: Any) -> Path:
    """``path`` with other values in its manifest."""
    with zipfile.ZipFile(path) as file:
        members = {name: file.read(name) for name in file.namelist()}
    members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | values).encode()
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def nothing_left(folder: Path) -> bool:
    """Whether no half-made thing is in ``folder``."""
    return list(folder.glob(".prepsite-*")) == []
