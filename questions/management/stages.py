"""A progress bar for work in stages, each of so many bytes or pages; silent when nobody watches."""

from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from questions.copies.backups.archive import Progress


@contextmanager
def stages(unit: str = "B", *, quiet: bool = False) -> Iterator[Progress]:
    """A function to call with a stage's name, how far it is, and of how much (0: nobody knows)."""
    with tqdm(unit=unit, unit_scale=unit == "B", disable=True if quiet else None) as bar:
        shown = ""

        def show(stage: str, done: int, total: int) -> None:
            nonlocal shown
            if bar.disable:
                return
            if stage != shown:
                shown = stage
                bar.set_description(stage, refresh=False)
                bar.reset(total or None)
            if total:
                bar.total = total
            bar.update(done - bar.n)

        yield show
