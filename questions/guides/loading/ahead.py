"""Reading and preparing guides in a second process while the first one writes to the database."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

from questions.guides.document import GuideError
from questions.guides.files import read_file
from questions.guides.suggesting import TopicSuggester

from .digests import digest_of
from .wanted import Prepared, prepare

# Starting a process takes as long as reading this many guides.
WORTH_A_PROCESS = 300
READ_AHEAD = 400
# Raised with every change of what the reader makes of a file, so that unchanged files are read anew.
READER_VERSION = b"3"
HOME = Path(__file__).resolve().parents[3]

type Found = list[Prepared] | GuideError


@dataclass(frozen=True)
class Task:
    """The files to read, and what it takes to prepare what they hold: phrases by topic, and whether all is to be a draft."""

    files: list[Path]
    phrases: dict[str, list[str]]
    as_draft: bool

    def run(self) -> Iterator[Found]:
        suggester = TopicSuggester(self.phrases)
        for file in self.files:
            try:
                guides = read_file(file)
                digest = digest_of_file(file)
                yield [prepare(guide, digest, suggester, as_draft=self.as_draft) for guide in guides]
            except GuideError as error:
                yield error


def digest_of_file(path: Path) -> str:
    """The digest of the file's bytes, and of the reader's version; "" for a file that cannot be read."""
    try:
        return digest_of(READER_VERSION + path.read_bytes())
    except OSError:
        return ""  # reading it as a guide will fail too, and say why


def read_ahead(task: Task) -> Iterator[Found]:
    """What each file holds, in the files' order; where it cannot be read, the error instead."""
    if len(task.files) < WORTH_A_PROCESS:
        yield from task.run()
        return
    # A process of its own with pipes. A forked one would share the open database connection, and multiprocessing's
    # spawned ones run the caller's main module once more.
    command = [sys.executable, "-c", f"from {__name__} import main; main()"]
    with subprocess.Popen(command, cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:  # noqa: S603
        assert reader.stdin and reader.stdout  # noqa: S101, PT018 (for the type checker)
        pickle.dump(replace(task, files=[path.resolve() for path in task.files]), reader.stdin)
        reader.stdin.close()
        # A pipe holds some twenty guides. The thread keeps more of them at hand, so that neither side waits for the other.
        shelf: Queue[Found] = Queue(maxsize=READ_AHEAD)
        Thread(target=_fill, args=(shelf, reader.stdout, len(task.files)), daemon=True).start()
        for _file in task.files:
            yield shelf.get()


def _fill(shelf: "Queue[Found]", stream: IO[bytes], number: int) -> None:
    for _ in range(number):
        try:
            shelf.put(pickle.load(stream))  # noqa: S301 (our own process)
        except (EOFError, pickle.UnpicklingError):
            shelf.put(GuideError("was not read: the process that reads files has ended; import it again"))


def main() -> None:
    """The second process: a task in on standard input, what its files hold out on standard output, pickled."""
    for found in pickle.load(sys.stdin.buffer).run():  # noqa: S301 (our own process)
        pickle.dump(found, sys.stdout.buffer)
    sys.stdout.buffer.flush()
