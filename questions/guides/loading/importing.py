"""A whole import: which files, in which order, what is skipped as unchanged, what went wrong, and the report."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from functools import lru_cache
from pathlib import Path

from django.db import DataError, IntegrityError, OperationalError, connection, transaction

from questions.guides.document import GuideError
from questions.guides.files import find
from questions.models import GuideImport

from . import unread
from .addressing import has_more_to_come
from .ahead import Task, digest_of_file, read_ahead
from .guide import Options, load
from .ledger import Ledger
from .registry import Registry, topic_phrases
from .report import Failure, Outcome, Report
from .snapshot import Read, Snapshot
from .taxonomy import load_taxonomy
from .unchanged import review_unchanged

# A batch is read ahead in a few queries; more saves little and takes memory.
BATCH_GUIDES = 200
BATCH_QUESTIONS = 2000
TRIES = 3

Progress = Callable[[int], object]


def source_of(path: Path) -> str:
    """The file's place in its tree, by which the next import knows it again: the last three folders and its name."""
    return "/".join((*_folder(path.parent), path.name))


@lru_cache(maxsize=1000)
def _folder(folder: Path) -> tuple[str, ...]:
    return folder.resolve().parts[-3:]


class _RolledBackError(Exception):
    """Ends the transaction of a dry run."""


def import_guides(
    paths: Iterable[Path], options: Options | None = None, *, dry_run: bool = False, progress: Progress | None = None
) -> Report:
    """Import files and folder trees into the bank, each guide as a whole or not at all.

    ``progress`` is called with the number of files done. A file that cannot be read is in the report's failures, and the
    others go on. A dry run does all of it and takes it back.
    """
    run = _Run(options or Options(), progress or (lambda done: None))
    try:
        with transaction.atomic() if dry_run else nullcontext():
            run.go(list(paths))
            if dry_run:
                raise _RolledBackError
    except _RolledBackError:
        pass
    return run.report


class _Run:
    def __init__(self, options: Options, progress: Progress) -> None:
        self.options = options
        self.progress = progress
        self.report = Report()
        self.registry = Registry()
        self.tried: set[str] = set()  # the places of all files there were

    def go(self, paths: list[Path]) -> None:
        load_taxonomy(paths, self.options, self.report)
        self.registry = Registry()
        shared: list[Read] = []
        for batch in self._batches(self._changed(find(paths))):
            shared += [read for read in batch if read.guide.roles is not None]
            self._load([read for read in batch if read.guide.roles is None])
        # Guides that name roles come last: the roles may be further down the same tree.
        self._load(shared)
        if self.options.by is None:  # who sends a file through the admin reads on the next page what is wrong with it
            failed = {source_of(failure.path): failure.in_file() for failure in self.report.failures}
            unread.remember(failed, self.tried)

    def _changed(self, files: list[Path]) -> list[Path]:
        """The files that are not byte for byte as they were imported, and those that may be for new roles now."""
        changed: list[Path] = []
        for start in range(0, len(files), BATCH_GUIDES):
            part = files[start : start + BATCH_GUIDES]
            sources = {path: source_of(path) for path in part}
            self.tried |= set(sources.values())
            paths = {source: path for path, source in sources.items()}
            unchanged = {} if self.options.overwrite else self._unchanged(paths)
            # Of two files with one place in two trees, only the one that was compared is known to be unchanged.
            changed += [path for path, source in sources.items() if source not in unchanged or paths[source] != path]
            self.report.outcomes += review_unchanged(unchanged, paths)
            self.progress(len(unchanged))
        return changed

    def _unchanged(self, paths: dict[str, Path]) -> dict[str, list[GuideImport]]:
        rows: dict[str, list[GuideImport]] = {}
        for row in GuideImport.objects.filter(source__in=paths):
            rows.setdefault(row.source, []).append(row)
        digests = {source: digest_of_file(paths[source]) for source in rows}
        return {
            source: found
            for source, found in rows.items()
            if {row.digest for row in found} == {digests[source]} and not any(has_more_to_come(row.items) for row in found)
        }

    def _batches(self, files: list[Path]) -> Iterator[list[Read]]:
        batch: list[Read] = []
        questions = 0
        task = Task(files, topic_phrases(), self.options.as_draft)
        for path, found in zip(files, read_ahead(task), strict=True):
            if isinstance(found, GuideError):
                self.report.failures.append(Failure(path, found.line, found.reason))
            else:
                batch += [Read(path, source_of(path), prepared) for prepared in found]
                questions += sum(len(prepared.questions) for prepared in found)
            if len(batch) >= BATCH_GUIDES or questions >= BATCH_QUESTIONS:
                yield batch
                batch, questions = [], 0
            self.progress(1)
        yield batch

    def _load(self, batch: list[Read]) -> None:
        """Load ``batch``, once more where somebody came between: merged a topic of its guides, or held what it waits for."""
        done = len(self.report.outcomes), len(self.report.failures)
        for _ in range(TRIES - 1):
            try:
                return self._load_as_one(batch)
            except (IntegrityError, OperationalError):
                if connection.in_atomic_block:
                    raise  # the whole of a dry run is one transaction, which is lost
                del self.report.outcomes[done[0] :], self.report.failures[done[1] :]
                self.registry = Registry()
        return self._load_as_one(batch)

    def _load_as_one(self, batch: list[Read]) -> None:
        """One transaction a batch, so that no change is ever without its revision; each guide is a savepoint in it."""
        with transaction.atomic():
            snapshot, ledger = Snapshot(batch), Ledger(self.options.by)
            for read in batch:
                outcome: Outcome | None
                try:
                    outcome = load(read, snapshot, self.registry, ledger, self.options)
                except (GuideError, IntegrityError, DataError):
                    # What snapshot, registry and ledger noted was rolled back, or an editor was quicker: look anew.
                    ledger.forget(read.source)
                    self.registry, snapshot = Registry(), Snapshot(batch)
                    outcome = self._load_again(read, snapshot, ledger)
                if outcome:
                    self.report.outcomes.append(outcome)
            ledger.write()

    def _load_again(self, read: Read, snapshot: Snapshot, ledger: Ledger) -> Outcome | None:
        try:
            return load(read, snapshot, self.registry, ledger, self.options)
        except GuideError as error:
            self.report.failures.append(Failure(read.path, error.line, error.reason))
        except (IntegrityError, DataError) as error:
            self.report.failures.append(Failure(read.path, 0, f"the bank refuses it: {error}"))
        ledger.forget(read.source)
        self.registry = Registry()
        return None
