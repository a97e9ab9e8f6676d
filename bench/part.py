"""``python -m bench.part NAME QUESTIONS``: one part of the bench in a process of its own, figures as JSON on standard output.

The database is what the environment names. Parts that look at a bank of a size find it filled (bench.fill).
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module

import django

from bench.figures import Figure, from_json, to_json


def measure(name: str, environment: Mapping[str, str], questions: int = 0) -> list[Figure]:
    """The figures of a part; those of a bank of a size say of which."""
    command = [sys.executable, "-m", "bench.part", name, str(questions)]
    figures = from_json(subprocess.run(command, env=dict(environment), stdout=subprocess.PIPE, text=True, check=True).stdout)
    database = environment["DATABASE_URL"].partition(":")[0]
    return [replace(figure, questions=questions, database=database) for figure in figures]


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.site"
    django.setup()
    print(to_json(import_module(f"bench.{sys.argv[1]}").measure(int(sys.argv[2]))))
