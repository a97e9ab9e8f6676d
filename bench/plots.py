"""Cost against size, as pictures: a line for each page or kind of search, both scales logarithmic."""

from collections import defaultdict
from collections.abc import Iterable
from html import escape
from math import floor, log10
from pathlib import Path

from bench.figures import Figure

WIDTH, HEIGHT, LEFT, TOP, NAMES = 980, 560, 70, 40, 330
COLOURS = ("#1b6ca8", "#b3541e", "#3f7d20", "#7b2d8b", "#a61c3c", "#4d4d4d", "#0f7173", "#8a6d00")
Points = list[tuple[int, float]]


def draw(figures: Iterable[Figure], folder: Path) -> None:
    """A picture for each database and each sort of figure that was measured in banks of several sizes."""
    lines: dict[tuple[str, str], dict[str, Points]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        sort, _, name = figure.what.partition(": ")
        if figure.questions and figure.unit == "ms" and name:
            lines[figure.database, sort][name.removesuffix(", 95 in 100")].append((figure.questions, max(figure.value, 0.1)))
    for (database, sort), named in lines.items():
        several = {name: sorted(points) for name, points in named.items() if len(points) > 1}
        if several:
            path = folder / f"{database}-{sort.replace(' ', '-')}.svg"
            path.write_text(_picture(f"{sort}, {database}: milliseconds by questions in the bank", several), encoding="utf-8")


def _picture(title: str, lines: dict[str, Points]) -> str:
    sizes = sorted({size for points in lines.values() for size, _ in points})
    costs = [cost for points in lines.values() for _, cost in points]
    low, high = floor(log10(min(costs))), floor(log10(max(costs))) + 1

    def across(size: float) -> float:
        return LEFT + (WIDTH - NAMES - LEFT) * log10(size / sizes[0]) / log10(sizes[-1] / sizes[0])

    def down(cost: float) -> float:
        return HEIGHT - TOP - (HEIGHT - 2 * TOP) * (log10(cost) - low) / (high - low)

    parts = [f'<text x="{LEFT}" y="20" font-weight="600">{escape(title)}</text>']
    for power in range(low, high + 1):
        y = down(10**power)
        parts.append(f'<path d="M{LEFT} {y:.0f}H{WIDTH - NAMES}" stroke="#ccc"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g}</text>')
    parts += [f'<text x="{across(size):.0f}" y="{HEIGHT - 14}" text-anchor="middle">{size:,}</text>' for size in sizes]
    ends = _apart({name: down(points[-1][1]) for name, points in lines.items()})
    for number, (name, points) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        way = " ".join(f"{across(size):.0f},{down(cost):.0f}" for size, cost in points)
        parts.append(f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        said = f"{name} ({points[-1][1]:.1f})"
        parts.append(f'<text x="{WIDTH - NAMES + 8}" y="{ends[name] + 4:.0f}" fill="{colour}">{escape(said)}</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">'
    return "\n".join([head, f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>', *parts, "</svg>\n"])


def _apart(places: dict[str, float]) -> dict[str, float]:
    """The same places, moved until no name stands on another."""
    step = min(15.0, (HEIGHT - 2 * TOP) / max(len(places), 1))
    moved: dict[str, float] = {}
    lowest = HEIGHT - TOP - step * (len(places) - 1)
    previous = TOP - step
    for number, name in enumerate(sorted(places, key=lambda name: places[name])):
        previous = moved[name] = max(previous + step, min(places[name], lowest + step * number))
    return moved
