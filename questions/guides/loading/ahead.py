"""Reading files in a second process while the first one writes to the database."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from questions.guides.document import Guide, GuideError
from questions.guides.files import read_file

# Starting a process takes as long as reading this many guides.
WORTH_A_PROCESS = 300
HOME = Path(__file__).resolve().parents[3]


def read_ahead(files: list[Path]) -> Iterator[list[Guide] | GuideError]:
    """What each file holds, in the files' order; where it cannot be read, the error instead."""
    if len(files) < WORTH_A_PROCESS:
        yield from map(read_or_error, files)
        return
    # A process of its own with pipes. A forked one would share the open database connection, and multiprocessing's
    # spawned ones run the caller's main module once more. The pipe's size keeps the reader from running far ahead.
    command = [sys.executable, "-m", __name__]
    with subprocess.Popen(command, cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:  # noqa: S603
        assert reader.stdin and reader.stdout  # noqa: S101, PT018 (for the type checker)
        pickle.dump([path.resolve() for path in files], reader.stdin)
        reader.stdin.close()
        for _file in files:
            yield pickle.load(reader.stdout)  # noqa: S301 (our own process)


def read_or_error(file: Path) -> list[Guide] | GuideError:
    try:
        return read_file(file)
    except GuideError as error:
        return error
    except OSError as error:
        return GuideError(f"cannot be read: {error.strerror}")


def main() -> None:
    """The second process: paths in on standard input, what they hold out on standard output, as our own two ends pickle it."""
    for file in pickle.load(sys.stdin.buffer):  # noqa: S301 (our own process)
        pickle.dump(read_or_error(file), sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
