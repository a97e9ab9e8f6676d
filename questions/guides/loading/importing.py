"""A whole import: which files, in which order, what is skipped as unchanged, what went wrong, and the report."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from django.db import IntegrityError, transaction

from questions.guides.document import Guide, GuideError
from questions.guides.files import find
from questions.models import GuideImport

from .ahead import read_ahead
from .digests import digest_of
from .fitting import fit
from .guide import Options, load
from .registry import Registry
from .report import Failure, Report
from .snapshot import Read, Snapshot
from .taxonomy import load_taxonomy
from .unchanged import review_unchanged

# A batch is read ahead in a few queries; more saves little and takes memory.
BATCH_GUIDES = 200
BATCH_QUESTIONS = 2000
# Raised with every change of what the reader makes of a file, so that unchanged files are read anew.
READER_VERSION = b"1"

Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Marked:
    """A file with its place in its tree, by which the next import knows it again, and the digest of its bytes."""

    path: Path
    source: str
    digest: str


def mark(path: Path) -> Marked:
    source = "/".join(path.resolve().parts[-4:])
    try:
        return Marked(path, source, digest_of(READER_VERSION + path.read_bytes()))
    except OSError:
        return Marked(path, source, "")  # reading it will fail again, and say why


class _RolledBackError(Exception):
    """Ends the transaction of a dry run."""


def import_guides(
    paths: Iterable[Path], options: Options | None = None, *, dry_run: bool = False, progress: Progress | None = None
) -> Report:
    """Import files and folder trees into the bank, each guide in its own transaction.

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

    def go(self, paths: list[Path]) -> None:
        load_taxonomy(paths, self.options, self.report)
        self.registry = Registry()
        shared: list[Read] = []
        for batch in self._batches(self._changed(find(paths))):
            shared += [read for read in batch if read.guide.roles is not None]
            self._load([read for read in batch if read.guide.roles is None])
        # Guides that name roles come last: the roles may be further down the same tree.
        self._load(shared)

    def _changed(self, files: list[Path]) -> list[Marked]:
        """The files that are not byte for byte as they were imported; nothing the others say is news."""
        changed: list[Marked] = []
        for start in range(0, len(files), BATCH_GUIDES):
            marked = [mark(path) for path in files[start : start + BATCH_GUIDES]]
            unchanged = {} if self.options.overwrite else self._unchanged(marked)
            changed += [file for file in marked if file.source not in unchanged]
            self.report.outcomes += review_unchanged(unchanged, {file.source: file.path for file in marked})
            self.progress(len(unchanged))
        return changed

    def _unchanged(self, marked: list[Marked]) -> dict[str, list[GuideImport]]:
        digests = {file.source: file.digest for file in marked}
        rows: dict[str, list[GuideImport]] = {}
        for row in GuideImport.objects.filter(source__in=digests):
            rows.setdefault(row.source, []).append(row)
        return {source: found for source, found in rows.items() if all(row.digest == digests[source] for row in found)}

    def _batches(self, files: list[Marked]) -> Iterator[list[Read]]:
        batch: list[Read] = []
        questions = 0
        for file, found in zip(files, read_ahead([file.path for file in files]), strict=True):
            for read in self._fitting(file, found):
                batch.append(read)
                questions += len(read.guide.questions)
            if len(batch) >= BATCH_GUIDES or questions >= BATCH_QUESTIONS:
                yield batch
                batch, questions = [], 0
            self.progress(1)
        yield batch

    def _fitting(self, file: Marked, found: list[Guide] | GuideError) -> list[Read]:
        try:
            if isinstance(found, GuideError):
                raise found
            return [Read(file.path, file.source, file.digest, fit(guide)) for guide in found]
        except GuideError as error:
            self.report.failures.append(Failure(file.path, error.line, error.reason))
            return []

    def _load(self, batch: list[Read]) -> None:
        snapshot = Snapshot(batch)
        for read in batch:
            try:
                self.report.outcomes.append(load(read, snapshot, self.registry, self.options))
            except (GuideError, IntegrityError):
                # The transaction took back what snapshot and registry have noted, or an editor was quicker: look anew.
                self.registry, snapshot = Registry(), Snapshot(batch)
                self._load_again(read, snapshot)

    def _load_again(self, read: Read, snapshot: Snapshot) -> None:
        try:
            self.report.outcomes.append(load(read, snapshot, self.registry, self.options))
            return
        except GuideError as error:
            self.report.failures.append(Failure(read.path, error.line, error.reason))
        except IntegrityError as error:
            self.report.failures.append(Failure(read.path, 0, f"the bank refuses it: {error}"))
        self.registry = Registry()
