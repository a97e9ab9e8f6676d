"""From a file's bytes to clean text: encodings, line ends, and the repair of text that was once decoded wrongly."""

import re
from unicodedata import category

from questions.guides.document import GuideError, Note

# What other programs may take for the end of a line; in this format only "\n" is one.
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# Control characters and stray byte order marks mean nothing in a guide; lone surrogates can not be written to a file.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
_EXACT = re.compile(r"---\n(?:(?!---$).*\n)*?format:", re.MULTILINE)
_BOMS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes) -> tuple[str, list[Note]]:
    """The text of a file with "\\n" line ends, and notes on what had to be repaired.

    UTF-8 and, with a byte order mark, UTF-16 and UTF-32 are read; else Windows-1252 where the outcome is plausible.
    Raises GuideError for what is no text.
    """
    text, notes = _characters(data)
    text = clean(text)
    # An exact guide was written by our writer: what looks mis-decoded in it was typed so.
    if text.isascii() or _EXACT.match(text):
        return text, notes
    text, repaired = repair(text)
    return text, notes + repaired


def clean(text: str) -> str:
    """``text`` with every kind of line end made "\\n", and without control characters and byte order marks."""
    if not _UNCLEAN.search(text):
        return text
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def repair(text: str) -> tuple[str, list[Note]]:
    """``text`` with mis-decoded stretches put right, where they are surely that, and a note saying where."""
    import ftfy  # costs 40 ms to load, and text in ASCII never needs it
    from ftfy.badness import is_bad

    lines = text.split("\n")
    # Plain ASCII lines neither show the damage nor change in the repair, so only the others are looked at.
    suspects = [number for number, line in enumerate(lines) if not line.isascii()]
    before = [lines[number] for number in suspects]
    whole = "\n".join(before)
    after = whole.split("\n")
    damaged = is_bad(whole)
    if damaged:
        after = ftfy.fix_encoding(whole).split("\n")
        damaged = is_bad("\n".join(after))
        if len(after) != len(before) or damaged:
            after = [ftfy.fix_encoding(line) if is_bad(line) else line for line in before]
    after = [clean(_PICTURES.sub(_picture, line)).replace("\n", " ") for line in after]
    for number, line in zip(suspects, after, strict=True):
        lines[number] = line
    changed = [number for number, old, new in zip(suspects, before, after, strict=True) if old != new]
    still_bad = [number for number, line in zip(suspects, after, strict=True) if damaged and is_bad(line)]
    notes = []
    for numbers, reason in (
        (changed, "mis-decoded characters were repaired on"),
        (still_bad, "characters look mis-decoded and could not be repaired on"),
    ):
        if numbers:
            notes.append(Note(numbers[0] + 1, f"{reason} {_places(numbers)}", lines[numbers[0]]))
    return "\n".join(lines), notes


# Emoji decoded as Mac Roman, which ftfy takes for a smiley's parts: an Apple logo or a low quote with what else is not ASCII.
_PICTURES = re.compile("[\uf8ff\u201a][^\x00-\x7f]{2,}")


def _picture(match: re.Match[str]) -> str:
    """The emoji that a stretch of characters was before, or the stretch itself where it was none."""
    try:
        picture = match[0].encode("mac_roman").decode("utf-8")
    except UnicodeError:
        return match[0]
    return picture if all(category(character) in ("So", "Sk", "Sm", "Mn", "Cf", "Po") for character in picture) else match[0]


def _places(numbers: list[int]) -> str:
    shown = ", ".join(str(number + 1) for number in numbers[:10])
    more = f" and {len(numbers) - 10} more" if len(numbers) > 10 else ""
    return f"line {shown}" if len(numbers) == 1 else f"lines {shown}{more}"


def _characters(data: bytes) -> tuple[str, list[Note]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), []
            except UnicodeDecodeError:
                raise GuideError(f"starts like {encoding.upper()} text but is not; save it as UTF-8") from None
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise GuideError("is not a text file; a guide is a text file saved as UTF-8", line)
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    text = _windows_1252(data)
    if text is None:
        raise GuideError("has bytes that are no text in a known encoding; save it as UTF-8", line)
    return text, [Note(line, "was read as Windows-1252; save it as UTF-8 to be sure of every character")]


def _windows_1252(data: bytes) -> str | None:
    """The data as Windows-1252 text, or None where that gives no plausible prose."""
    from ftfy.badness import is_bad

    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = sum(not character.isascii() for character in text)
    if _UNPRINTABLE.search(text) or foreign * 3 > len(text) or is_bad(text):
        return None
    return text
