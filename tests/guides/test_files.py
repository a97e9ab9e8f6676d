"""Which files are guides, and what a file that is none is told."""

from pathlib import Path

import pytest

from questions.guides.document import GuideError
from questions.guides.files import find, placed, read_file
from questions.guides.reader import read_guide


def place(folder: Path, name: str, text: str | bytes = "1. Why?\n") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_folder_gives_all_guides_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b/G/Two.markdown", "b/G/One.md", "a/G/Three.txt", "a/G/list.csv", "a/list.json", "a/G/picture.png"):
        place(tmp_path, name)
    assert [str(path.relative_to(tmp_path)) for path in find([tmp_path])] == [
        "a/G/Three.txt",
        "a/G/list.csv",
        "a/list.json",
        "b/G/One.md",
        "b/G/Two.markdown",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "readme.de.md",
        "LICENSE.txt",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "allowed-words.txt",
        ".hidden.md",
        ".git/x.md",
    ],
)
def test_files_on_the_folder_itself_and_hidden_ones_are_left_out(tmp_path: Path, name: str) -> None:
    place(tmp_path, name)
    assert find([tmp_path]) == []


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    path = place(tmp_path, "README.md")
    assert find([path, path, tmp_path]) == [path]


def test_a_folder_linked_into_itself_is_walked_once(tmp_path: Path) -> None:
    path = place(tmp_path, "F/G/One.md")
    (tmp_path / "F" / "G" / "again").symlink_to(tmp_path)
    assert find([tmp_path]) == [path]


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="no file or folder"):
        find([tmp_path / "nowhere"])


def test_field_and_group_are_the_last_two_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(tmp_path, "Libraries/Maps/Map Archivist.md")
    monkeypatch.chdir(tmp_path / "Libraries" / "Maps")
    (guide,) = read_file(Path("Map Archivist.md"))
    assert (guide.field, guide.group, guide.title) == ("Libraries", "Maps", "Map Archivist")


def test_a_table_is_read_by_its_ending(tmp_path: Path) -> None:
    csv = place(tmp_path, "Food/Kitchen/all.csv", "role,question\nBaker,Why?\nCook,How?\n")
    json = place(tmp_path, "Food/Kitchen/Baker.json", '["Why?"]')
    assert [(guide.group, guide.title) for guide in read_file(csv) + read_file(json)] == [
        ("Kitchen", "Baker"),
        ("Kitchen", "Cook"),
        ("Kitchen", "Baker"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"# Cook\n\nNothing to ask.\n", "has no question"),
        (b"1. Why?\x00", "is not a text file"),
        (b"x" * 5_000_001, "larger than 5 MB"),
    ],
)
def test_a_bad_file_is_told_why(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(GuideError, match=reason):
        read_file(place(tmp_path, "F/G/Cook.md", data))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="can not be read"):
        read_file(tmp_path / "nothing.md")


def test_a_guide_in_no_folder_needs_field_and_group_in_front_matter() -> None:
    with pytest.raises(GuideError, match="no field and group"):
        placed([read_guide("# Cook\n\n1. Why?\n")])
    assert placed([read_guide("---\nroles: [Cook]\n---\n1. Why?\n")])


def test_repairs_are_reported_with_the_guide(tmp_path: Path) -> None:
    (guide,) = read_file(place(tmp_path, "F/G/Cook.md", "# Cook\n\n1. What is a cafÃ©?\n"))
    assert guide.questions[0].text == "What is a café?"
    assert "repaired on line 3" in guide.notes[0].reason


def test_topics_and_the_catalogue_are_no_guides(tmp_path: Path) -> None:
    named = [place(tmp_path, "topics.yaml", "topics: []\n"), place(tmp_path, "catalogue.yaml", "fields: []\n")]
    assert find([tmp_path, *named]) == []
