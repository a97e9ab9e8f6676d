"""A made-up tree of guides, the same at every run, in the shape of the large public collections."""

import random
from pathlib import Path

GUIDES = 4_500
QUESTIONS_EACH = 5
SUBJECTS = (
    *("budgets", "volunteers", "schools", "privacy", "partners", "complaints", "statistics", "displays", "storytimes", "vans"),
    *("archives", "newcomers", "grants", "teams", "deadlines", "metadata", "shelters", "workshops", "surveys", "safety"),
)
OPENINGS = (
    "What experience do you have with {0} and {1} in {2}?",
    "Tell me about a time {0} went wrong in {2}, and what {1} taught you.",
    "What would you do if {0} and {1} competed for your time in {2}?",
    "How do you define success in {2} when {0} depend on {1}?",
    "Why do you want to work with {0}, {1} and {2}?",
)
# What such files look like when an emoji's bytes were read as another encoding's letters.
ROCKET = "\N{ROCKET}".encode().decode("mac_roman")


def make_tree(root: Path, guides: int = GUIDES) -> int:
    """Write the tree under ``root``; returns how many questions it holds, every tenth of them in several guides."""
    chance = random.Random(20261123)
    for number in range(guides):
        title = f"{chance.choice(SUBJECTS).title()} Specialist {number}"
        folder = root / f"Field {number % 20}" / f"Group {number % 200}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{title}.md").write_text(_guide(title, number, chance), encoding="utf-8")
    return guides * QUESTIONS_EACH


def _guide(title: str, number: int, chance: random.Random) -> str:
    lines = [f"# {title} Interview Prep", "", f"Welcome to the {title} Interview Preparation!", ""]
    prose = [f"A {title} looks after {a} and {b}." for a, b in (chance.sample(SUBJECTS, 2) for _ in range(12))]
    lines += [
        " ".join(prose),
        "",
        f"## {ROCKET} Overview",
        "",
        f"Whether you're a seasoned {title} or new, we've curated questions.",
    ]
    lines += ["", f"## {ROCKET} Sample Questions", ""]
    for item in range(1, QUESTIONS_EACH + 1):
        lines.append(f"{item}. {_question(number, item, chance)}")
    lines.append(f"{QUESTIONS_EACH + 1}. [CLICK HERE FOR MORE QUESTIONS](https://questions.example/job/{number})")
    lines += ["", f"## {ROCKET} Connect with Us", "", "Follow us on [Twitter](https://twitter.com/questions_example).", ""]
    return "\n".join(lines)


def _question(number: int, item: int, chance: random.Random) -> str:
    if (number + item) % 10 == 0:
        return f"How would you explain {SUBJECTS[number % len(SUBJECTS)]} to a newcomer?"
    return OPENINGS[item % len(OPENINGS)].format(*chance.sample(SUBJECTS, 2), f"year {number}-{item}")
