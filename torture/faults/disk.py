"""A disk that is full while an editor saves, while guides come in, and while a backup is made."""

import os
import subprocess
import sys
from collections.abc import Iterator

from bench.figures import Figure, from_json

from ..bounds import Bounds
from ..site import ROOT


def run(bounds: Bounds) -> Iterator[Figure]:
    """In a mount namespace of its own, which sees a small disk that nobody else does, and which is gone with it."""
    lone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    command = [*lone, sys.executable, "-m", "torture.small_disk"]
    said = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    yield from from_json(said)
