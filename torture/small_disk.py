"""``python -m torture.small_disk``: what happens on a disk that is full, as JSON. To be run in a mount namespace of its own."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.figures import Figure, to_json

from .editor import Editor, lost, sign_in
from .faults.imports import GUIDES, _complete, _look, _write
from .site import Site
from .soundness import faults

SIZE = "40m"


def main() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="prepsite-torture-") as name:
        disk = Path(name) / "disk"
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)], check=True)
        try:
            yield from _on(disk, Path(name))
        finally:
            subprocess.run(["umount", str(disk)], check=True)


def _on(disk: Path, folder: Path) -> Iterator[Figure]:
    site = Site(folder, f"sqlite:///{disk}/bank.sqlite3")
    site.manage("migrate", "--verbosity", "0")
    session = sign_in(site)
    with site.served() as server:
        editor = Editor(server.address, session)
        saved, _ = editor.save("Before.")
        with _full(disk):
            status, page = editor.save("All of this I typed myself. " * 2000)
        kept = "All of this I typed myself." in page and "no room" in page
        again, _ = editor.save("After.")
    yield Figure(
        "disk full, an editor saves: pages without what happened and what was typed", int(not kept), "", 0, f"status {status}"
    )
    yield Figure(
        "disk full, an editor saves: not saved before, or once there is room again", int((saved, again) != (302, 302)), "", 0
    )
    yield Figure("disk full, an editor saves: saved and told so, but lost", len(lost(site, editor.told)), "", 0)
    guides = _write(folder / "guides", "Full ")
    with _full(disk, leave=7_000_000):
        ended = _run(site, "import_guides", str(guides), "--quiet")
    there = _look(site, "Full ")
    [*_, sentence] = ended.stderr.strip().splitlines() or [""]
    clear = ended.returncode == 1 and "Traceback" not in ended.stderr and "no room" in sentence
    yield Figure("disk full, an import: no clear sentence", int(not clear), "", 0, sentence[:200])
    yield Figure(
        "disk full, an import: guides imported in part",
        sum(guide != _complete() for guide in there),
        "",
        0,
        f"{len(there)} of {GUIDES} were there",
    )
    with _full(disk, leave=100_000):
        ended = _run(site, "backup", str(disk / "bank.zip"))
    [*_, sentence] = ended.stderr.strip().splitlines() or [""]
    clear = ended.returncode == 1 and "Traceback" not in ended.stderr and "no room" in sentence
    left = [path.name for path in disk.iterdir() if not path.name.startswith("bank.sqlite3")]
    yield Figure("disk full, a backup: no clear sentence", int(not clear), "", 0, sentence[:200])
    yield Figure("disk full, a backup: files left behind", len(left), "", 0, ", ".join(left))
    yield Figure("disk full: faults of the database afterwards", len(faults(site)), "", 0)


def _run(site: Site, *arguments: str) -> "subprocess.CompletedProcess[str]":
    with site.start("manage.py", *arguments) as process:
        out, err = process.communicate()
    return subprocess.CompletedProcess(arguments, process.returncode, out, err)


@contextmanager
def _full(disk: Path, leave: int = 0) -> Iterator[None]:
    """A file takes all the room there is but ``leave`` bytes."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass
        file.truncate(max(0, file.tell() - leave))
    try:
        yield
    finally:
        ballast.unlink()


if __name__ == "__main__":
    print(to_json(main()))
