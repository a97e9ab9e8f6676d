"""What the wording of a line gives away: that it asks something, or carries a number or mark of its own."""

import re

from questions.guides import inline
from questions.guides.patterns import any_of

# The longest text that is taken for one question.
LONGEST = 1000

_QUESTION_MARKS = ("?", "？", "؟", "⁇", "⁈", ";", "՞")
# Japanese, Chinese and Korean questions and requests often go without a mark.
_EASTERN_END = re.compile(r"(?:か|ください|下さい|吗|嗎|呢|까요|니까|세요)[。．.]?$")
_BEFORE = r"(?:(?:so|and|now|then|please|first|finally|in your (?:opinion|view|own words))[, ]+)?"
# What only asks for something, and what may begin a heading like "What they do" as well.
_REQUEST = any_of(r"""
    (?:can|could|would|will|do|did|does|have|has|had|are|is|were|was|should|may|might) (?:you|we|i|your|there|this|it|the|an?
        |he|she|they)
    (?:tell|walk|give|show) (?:me|us)|talk (?:me|us|about)|sell me
    give (?:an example|examples|one|some)
    describe|explain|define|discuss|compare|imagine|suppose|outline
    (?:share|name|list|think of|provide|recall) (?:an?|some|your|two|three|the|with)
    (?:the )?difference between
    if you|say you|let['’]s say
    """)
_REQUESTS = re.compile(rf"{_BEFORE}(?:{_REQUEST})\b", re.IGNORECASE)
_WONDERS = re.compile(rf"{_BEFORE}(?:who|whom|whose|what|what['’]s|which|where|when|why|how)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})+[.):]?(?=\s)|[A-Za-z][.)]\s(?=.*[?？؟]$)|[\(\[]?\d{1,4}\s*[.):\]、．](?!\d)[)]?|№\s*\d+|#\d+[.:]?)\s*"
)
_ASKED = re.compile(
    r"(?:interview\s+)?(?:question|que|frage|pregunta|вопрос|問題|问题)\s*(?:no\.?|number)?\s*#?\s*\d*\s*(?:[:：.)\]]|[-–—](?=\s))\s*"
    r"|(?:interview\s+)?question\s*(?:no\.?|number)?\s*#?\s*\d+\s*$"
    r"|q\s*[.#]?\s*\d*\s*[:：.)\]]\s*|q\s*\d+\s*[-–—]?\s+",
    re.IGNORECASE,
)
_CHECKBOX = re.compile(r"\[[ xX]\]\s+")
_OPTION = re.compile(r"[\(\[]?([A-Ha-h])[.)\]:]\)?\s+\S")
# Emoji and other pictures people put around headings; letters, digits and marks like "C++" stay.
_PICTURE = re.compile(
    "[\\s\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\u200d\u20e3\ue000-\uf8ff\U0001f000-\U0001faff\U000e0020-\U000e007f©®™·•►]"
)


def asks(text: str) -> bool:
    """Whether plain ``text`` reads as a question or as the request for an answer."""
    return requests(text) or bool(_WONDERS.match(text) and len(text) <= LONGEST)


def requests(text: str) -> bool:
    """As ``asks``, but "What they do", which might be a heading too, needs its question mark."""
    text = text.rstrip(" *_\"'”’)")
    if not text or len(text) > LONGEST:
        return False
    if text.endswith(_QUESTION_MARKS) or _REQUESTS.match(text):
        return True
    return not text.isascii() and bool(_EASTERN_END.search(text))


def marked(text: str) -> bool:
    """Whether plain ``text`` is one question by its mark alone."""
    return 1 < len(text) <= LONGEST and text.rstrip(" *_\"'”’)").endswith(_QUESTION_MARKS)


def bare(text: str) -> tuple[str, bool]:
    """Plain ``text`` without numbers, boxes and "Question 3:" before it, and whether it was called a question there."""
    called = False
    text = without_pictures(text)
    while True:
        if match := _CHECKBOX.match(text) or _NUMBER.match(text):
            pass
        elif match := _ASKED.match(text):
            called = True
        else:
            return text, called
        text = text[match.end() :]


def question(markdown: str) -> str:
    """Inline Markdown as the text of a question: plain, on one line, without numbers or marks before it."""
    return bare(inline.plain(markdown))[0]


def heading(markdown: str) -> str:
    """The plain text of a heading without pictures, numbers and a colon at its end."""
    text = without_pictures(inline.plain(markdown))
    if number := _NUMBER.match(text):
        text = text[number.end() :]
    return without_pictures(text).rstrip(":： ") or text


def without_pictures(text: str) -> str:
    """``text`` without emoji, arrows and the like at its ends."""
    if text.isascii():
        return text.strip()
    start, end = 0, len(text)
    while start < end and _PICTURE.match(text[start]):
        start += 1
    while start < end and _PICTURE.match(text[end - 1]):
        end -= 1
    return text[start:end]


def option(text: str) -> str:
    """The letter of a multiple-choice option that ``text`` begins with, in lower case, or ""."""
    match = _OPTION.match(text)
    return match[1].lower() if match else ""


def are_options(texts: list[str]) -> bool:
    """Whether the texts are the options of a multiple-choice question: "a) …", "b) …"."""
    return len(texts) > 1 and [option(text) for text in texts[:2]] == ["a", "b"]
