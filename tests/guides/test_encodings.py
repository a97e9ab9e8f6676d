"""Files from any editor and any country are read without harm to a single letter."""

import pytest

from questions.guides.document import GuideError
from questions.guides.text import decode

SCRIPTS = [
    "لماذا تريد هذا العمل؟",
    "Почему вы хотите работать здесь?",
    "为什么选择这个职位？",
    "あなたの強みは何ですか。",
    "“Quoted” – it’s fine… naïve café, Straße, £5, 20 °C",
    "👩🏽‍🏫 🚀 ✅ 1️⃣",
    "Ђорђе žluťoučký kůň ἐν ἀρχῇ หนังสือ ספרים किताब",
]


@pytest.mark.parametrize("text", SCRIPTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_in_any_script_survives_untouched(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, [])


def test_big_endian_utf_16_is_read() -> None:
    assert decode(b"\xfe\xff" + "Зачем?".encode("utf-16-be")) == ("Зачем?", [])


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\x85"])
def test_every_kind_of_line_end_is_one(end: str) -> None:
    assert decode(f"one{end}two{end}".encode())[0] == "one\ntwo\n"


def test_windows_1252_is_read_where_it_makes_sense_and_reported() -> None:
    text, notes = decode("Why “us”?\nA café – naïve?".encode("cp1252"))
    assert text == "Why “us”?\nA café – naïve?"
    assert [(note.line, "Windows-1252" in note.reason) for note in notes] == [(1, True)]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"text\n\x00\x01", 2),
        (b"\x89PNG\r\n\x1a\n\x00", 3),
        (b"caf\x81\x8d", 1),
        ("Зачем?\n".encode() + b"\xff\xfe\xfd\x81", 2),
        (b"\xff\xfe\x00", 0),
    ],
)
def test_what_is_no_text_is_an_error_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(GuideError) as caught:
        decode(data)
    assert caught.value.line == line


def test_words_that_were_decoded_wrongly_are_repaired_and_reported() -> None:
    text, notes = decode("fine\nWhat is a cafÃ©?\nitâ€™s".encode())
    assert text == "fine\nWhat is a café?\nit’s"
    assert notes[0].line == 2
    assert "repaired on lines 2, 3" in notes[0].reason


def test_a_wrong_line_is_repaired_beside_lines_that_are_right() -> None:
    text, notes = decode("Zażółć gęślą jaźń\nitâ€™s a cafÃ©\n日本語".encode())
    assert text == "Zażółć gęślą jaźń\nit’s a café\n日本語"
    assert "repaired on line 2" in notes[0].reason


def test_quotes_and_ligatures_are_not_prettified() -> None:
    assert decode("“a” ﬁn ＦＵＬＬ …".encode())[0] == "“a” ﬁn ＦＵＬＬ …"


def test_an_exact_guide_is_taken_at_its_word() -> None:
    text = "---\ntitle: Â¡Librarian!\nformat: 1\n---\n"
    assert decode(text.encode()) == (text, [])
