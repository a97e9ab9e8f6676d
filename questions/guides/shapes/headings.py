"""What a heading announces, by small tables of the words people use."""

import re
from enum import Enum, auto

from questions.guides.native import values
from questions.guides.patterns import any_of
from questions.normal import name_key
from questions.vocabulary import Kind


class Place(Enum):
    """The part of a guide a heading opens."""

    INTRO = auto()  # before any heading that says otherwise
    ABOUT = auto()
    INTERVIEW = auto()
    QUESTIONS = auto()
    RESOURCES = auto()
    CONTENTS = auto()
    PROMOTION = auto()
    IMPRINT = auto()
    UNKNOWN = auto()


_PLACES = {
    Place.QUESTIONS: r"""
        (?:(?:top|the|our|some|all|more|other|additional|further|common|general|sample|example
            |practice) )*(?:job )?(?:interview )?_QUESTIONS
        (?:(?:frequently|commonly|most) )?(?:asked|frequent|typical|popular|important|basic|possible|potential|mock
            |key) (?:interview )?_QUESTIONS
        (?:top |list of |best )?(?:\d+\+? )?(?:most )?(?:common |asked |important )*(?:interview )?_QUESTIONS
        (?:beginner|basic|intermediate|advanced|expert|junior|mid|senior|entry|easy|medium|hard)(?:[ -]level)?(?: questions?)?
        q ?(?:&|and) ?as?
        faqs?|question (?:bank|list)
        (?:other|general|common|miscellaneous|misc)(?: topics)?
        質問|問題|面接の質問|问题|面试问题|面試問題|вопросы|fragen|preguntas|domande|perguntas|الأسئلة|أسئلة
        """,
    Place.INTERVIEW: r"""
        (?:about )?(?:the|your) interview
        (?:the )?interview (?:format|process|structure|stages|rounds|steps|overview|day)
        what (?:the|an|your) interview (?:usually |often |typically )?(?:looks? like|is like|involves)
        what to expect(?: (?:in|at|from|during) (?:the|your|an) interview)?
        how the interview (?:works|goes|runs)
        format of the interview
        (?:the )?(?:hiring|selection|recruitment) process
        """,
    Place.RESOURCES: r"""
        (?:_USEFUL )*_SOURCES(?: (?:and|&) _SOURCES)?
        see also|bibliography|learn more|read more|where to learn more
        """,
    Place.CONTENTS: r"""
        (?:table of )?contents?|toc|index|on this page|quick links|navigation|jump to
        in this (?:guide|article|page)
        """,
    Place.PROMOTION: r"""
        explore (?:further|more)|connect(?: with (?:us|me))?|follow (?:us|me)|find us(?: online)?|more from us|about us
        stay (?:connected|updated|in touch|tuned)|get in touch|join (?:us|our|the)\b.*
        (?:are you )?(?:ready|want|looking|eager) to (?:elevate|boost|advance|take|ace|land|level|upgrade|kickstart|transform
            |start|shine)\b.*
        (?:take|elevate|boost|advance|supercharge|kickstart|level up|unlock) (?:your|the) .*
        (?:contact|reach)(?: (?:us|me|out))?|contact information
        sponsors?(?:hip)?|advertisement|special offer|donate|subscribe|newsletter
        support(?: (?:us|me|this project|the project))?|spread the word|share|call to action|social(?: media)?
        """,
    Place.IMPRINT: r"""
        contribut(?:ing|ions?|ors?)(?: guidelines?)?|how to contribute|code of conduct|feedback
        licen[cs]e|licensing|copyright|disclaimer
        authors?|about the author|credits?|acknowledge?ments?|maintainers?
        change ?log|star history|stargazers|to ?do|roadmap
        installation|getting started|prerequisites|usage|how to use(?: this .*)?
        """,
    Place.ABOUT: r"""
        about(?: (?:the|this) (?:role|job|position|profession|career))?
        overview|introduction|intro|summary|background|description
        (?:the )?(?:role|job|position|career)(?: (?:overview|description|summary|profile|outline|purpose))?
        role and responsibilities
        (?:key |main |typical |job |core )*(?:responsibilities|duties|tasks|skills|qualifications|requirements
            |competencies)(?: (?:and|&) \w+)?
        what (?:is|are|does|do) (?:an? |the )?.{2,60}\??
        who (?:is|are) (?:an? |the )?.{2,60}\??
        day to day|a day in the life.*|why become .*|salary.*|career path.*
        """,
}
_PARTS = {
    "_QUESTIONS": r"(?:questions?|q ?(?:&|and) ?a)(?: (?:and|&|with) (?:sample |model )?answers?)?",
    "_USEFUL": r"(?:useful|helpful|other|more|further|additional|recommended|external|related|learning|online|study)",
    "_SOURCES": r"(?:resources?|links?|reading|references?|materials?|books?|articles?|courses?|websites?|sources)",
}


def _pattern(lines: str) -> re.Pattern[str]:
    pattern = any_of(lines)
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern)


_TABLE = [(place, _pattern(lines)) for place, lines in _PLACES.items()]

# Words that name a form of question alone; the others of values.kind are subjects too unless "questions" follows.
_ALONE = re.compile(
    r"(?:behaviou?r(?:al)?|situational|hypothetical|scenario|competency)(?:[- ]based)?|technical|job knowledge|motivational",
    re.IGNORECASE,
)
_KIND_QUESTIONS = re.compile(
    r"(?P<kind>.+?) (?:interview |job |sample |type )?questions?(?: (?:and|&|with) (?:sample )?answers?)?", re.IGNORECASE
)
_TO_ASK = re.compile(
    any_of(r"""
    (?:(?:smart|good|great|some|sample) )?questions? (?:(?:for )?(?:you|candidates?) )?(?:to|should|can|could|might|may) ask\b.*
    questions? (?:for|to) (?:the |your )?(?:interviewer|employer|hiring manager|panel|company)s?
    """),
    re.IGNORECASE,
)
_INTERVIEW_MATTER = any_of(r"""
    prep(?:aration)?|guide|practice|kit|bank|handbook|cheat ?sheet|tips|help|resources?
    questions?(?: (?:and|&) (?:sample )?answers?)?
    q ?& ?a
    """)
_TITLE = re.compile(
    rf"\s*[-–—:|]?\s*\b(?:(?:technical|job|sample|common|top|mock) )*interview(?:ing|s)?(?: (?:{_INTERVIEW_MATTER}))+\W*$",
    re.IGNORECASE,
)
_TITLE_FRONT = re.compile(
    r"^(?:(?:the |top |best |\d+\+? |most |common |essential |important |frequently asked |sample |awesome )*)"
    r"(?:job )?interview (?:questions?(?: (?:and|&) answers?)?|prep(?:aration)?|guide) (?:for|of|on|to)(?: (?:an?|the))? ",
    re.IGNORECASE,
)
_TOP = re.compile(r"^(?:top|the|best) \d+\+? ", re.IGNORECASE)
_THE_ROLE = re.compile(r"\b(?:they|(?:the|this) (?:role|job|position|profession|career)|it)\b")
_GENERIC = re.compile(
    r"(?:an? |the )?(?:overview|introduction|intro|summary|about|background|description)|about (?:the|this) \w+"
    r"|(?:the )?(?:role|job|position|career)(?: (?:overview|description|summary|profile|outline|purpose))?",
    re.IGNORECASE,
)


def is_generic(text: str) -> bool:
    """Whether a heading on the role only says that something on the role follows."""
    return bool(_GENERIC.fullmatch(text))


def asks_about(text: str, names: list[str]) -> bool:
    """Whether a heading that asks something ("What does a … do?") asks about the role itself, by any of its names."""
    text = name_key(text)
    return bool(_THE_ROLE.search(text)) or any(name_key(name) in text for name in names)


def place(text: str) -> Place | None:
    """The part of a guide that the heading ``text`` (plain, without pictures and numbers) opens, or None for any other."""
    text = text.lower().rstrip("!.… ")
    return next((place for place, pattern in _TABLE if pattern.fullmatch(text)), None)


def kind(text: str) -> Kind | None:
    """The kind of question that a heading such as "Behavioral Questions" announces."""
    if _TO_ASK.fullmatch(text):
        return Kind.TO_ASK
    if match := _KIND_QUESTIONS.fullmatch(text):
        return None if place(text) else values.kind(match["kind"])
    return values.kind(text) if _ALONE.fullmatch(text) else None


def title(text: str) -> str:
    """The role that a document's first heading names: "Interview Prep" and the like aside; "" where nothing is left."""
    cut = _TITLE.sub("", _TITLE_FRONT.sub("", text))
    cut = _TOP.sub("", cut) if cut != text else cut
    return cut.strip(" -–—:|")


def names_interview(text: str) -> bool:
    """Whether a heading is the title of a collection of interview questions."""
    return bool(_TITLE.search(text) or _TITLE_FRONT.match(text))
