"""What an upload may not hold; each refusal names the file and says what to do."""

import io
import stat
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.editorial.uploads import unpacking
from questions.editorial.uploads.unpacking import Refused, members
from tests.uploads.conftest import GUIDE, PLACE, zipped

GOOD = zipped({f"{PLACE}/Librarian.md": GUIDE})


def entry(name: str, content: bytes = b"text", **values: int) -> bytes:
    info = zipfile.ZipInfo(name)
    for column, value in values.items():
        setattr(info, column, value)
    info.filename = name
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(info, content, info.compress_type)
    return data.getvalue()


def encrypted() -> bytes:
    data = bytearray(GOOD)
    central = data.index(b"PK\x01\x02")
    data[central + 8 : central + 10] = struct.pack("<H", 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (entry("../../etc/passwd.md"), "leads out of its folder"),
        (entry("a/../../b.md"), "leads out of its folder"),
        (entry("/etc/passwd.md"), "starts at the top of a disk"),
        (entry("C:/guides/a.md"), "starts at the top of a disk"),
        (entry("a\\b.md"), "has a backslash"),
        (entry("link.md", external_attr=(stat.S_IFLNK | 0o777) << 16), "is a symbolic link"),
        (entry("pipe.md", external_attr=(stat.S_IFIFO | 0o777) << 16), "is no ordinary file"),
        (entry("inner.zip", GOOD), "is an archive in the zip"),
        (entry("inner.md", GOOD), "is a zip in the zip"),
        (entry("a\nb.md"), "has control characters"),
        (entry("x" * 300 + ".md"), "has a name too long"),
        (entry("a/" * 30 + "b.md"), "stands more than 20 folders deep"),
        (entry("zeros.md", b"0" * 1_000_000, compress_type=zipfile.ZIP_DEFLATED), "more than a hundred times its size"),
        (entry("a.md", compress_type=zipfile.ZIP_LZMA), "packed in a way that is not read"),
        (encrypted(), "is encrypted"),
        (b"PK\x03\x04 and then nothing", "The zip is damaged"),
        (GOOD[:-30], "The zip is damaged"),
    ],
)
def test_what_no_zip_of_guides_has_is_refused(data: bytes, reason: str):
    with pytest.raises(Refused, match=reason):
        members("guides.zip", data)


def test_a_zip_may_not_hold_too_many_files_nor_too_much(monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_FILES", 1)
    with pytest.raises(Refused, match="holds 2 files, and 1 is the most"):
        members("guides.zip", zipped({"a.md": "a", "b.md": "b"}))
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 10)
    with pytest.raises(Refused, match="Unpacked, the zip is larger"):
        members("guides.zip", zipped({"a.md": "more than ten"}))
    monkeypatch.setattr(unpacking, "LARGEST", 10)
    with pytest.raises(Refused, match="It is larger"):
        members("guides.zip", GOOD)


def test_names_in_old_zips_are_read_as_utf_8():
    data = bytearray(zipped({"Größe.md": GUIDE}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(mark) + place
        data[start : start + 2] = b"\0\0"
    assert [member.name for member in members("guides.zip", bytes(data))] == ["Größe.md"]


def test_a_file_of_another_kind_is_refused_with_what_would_do():
    with pytest.raises(Refused, match=r"guide\.docx.*\.md"):
        members("guide.docx", b"text")
    with pytest.raises(Refused, match=r"Call it"):
        members("guide.md", GOOD)
    with pytest.raises(Refused, match="can be no name"):
        members("guide.md", b"text", field="../..", group="x")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=8), st.binary(max_size=40))
def test_a_broken_zip_is_unpacked_or_refused(changes: list[tuple[int, int]], tail: bytes):
    data = bytearray(GOOD)
    for place, byte in changes:
        data[place] = byte
    try:
        unpacked = members("guides.zip", bytes(data) + tail)
    except Refused:
        return
    assert all(".." not in member.parts for member in unpacked)


def test_the_form_says_why_a_file_is_refused(pat, send):
    page = send(pat, "guides.zip", entry("../b.md"))
    assert "“../b.md” leads out of its folder." in page.content.decode()
