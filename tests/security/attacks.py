"""The collection of attacks on texts, by the way they try to get through."""

from pathlib import Path

import yaml

GROUPS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("attacks.yaml").read_text(encoding="utf-8"))
ATTACKS = [text for group in GROUPS.values() for text in group]
