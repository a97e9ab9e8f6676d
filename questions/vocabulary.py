"""The closed lists of words the whole bank speaks: plain Python, so that the guide format can use them without Django."""

from enum import StrEnum


def gettext_noop(text: str) -> str:
    """Marks a label that pages show for the translators; pages translate it, and the stored words stay English."""
    return text


class Word(StrEnum):
    """A stored value with the label people read: ``KIND = "value", "Label"``."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Word":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(member.value, member.label) for member in cls]


class Status(Word):
    """Where a thing stands; only published things are public."""

    DRAFT = "draft", "Draft"
    REVIEW = "review", "In review"
    PUBLISHED = "published", "Published"
    RETIRED = "retired", "Retired"


class Kind(Word):
    """The form of a question, in the terms of the US Office of Personnel Management and SHRM."""

    BEHAVIORAL = "behavioral", gettext_noop("Behavioral")
    SITUATIONAL = "situational", gettext_noop("Situational")
    KNOWLEDGE = "knowledge", gettext_noop("Job knowledge")
    EXPERIENCE = "experience", gettext_noop("Experience")
    MOTIVATIONAL = "motivational", gettext_noop("Motivational")
    GENERAL = "general", gettext_noop("General")
    TO_ASK = "to-ask", gettext_noop("To ask the employer")


class Level(Word):
    """The seniority a benchmark describes."""

    ENTRY = "entry", gettext_noop("Entry")
    MID = "mid", gettext_noop("Mid")
    SENIOR = "senior", gettext_noop("Senior")


class TitleKind(Word):
    """What sort of other name a role title is."""

    ALTERNATE = "alternate", "Alternate"
    SHORT = "short", "Short"
    REPORTED = "reported", "Reported"


class Source(Word):
    """How a question came into the bank."""

    WRITTEN = "written", gettext_noop("Written for this bank")
    IMPORTED = "imported", gettext_noop("Imported from a public guide")
    SUGGESTED = "suggested", gettext_noop("Suggested by a reader")


class LinkKind(Word):
    """What a resource link leads to."""

    ASSOCIATION = "association", gettext_noop("Associations")
    TOOLKIT = "toolkit", gettext_noop("Toolkits and guides")
    OCCUPATION = "occupation", gettext_noop("Occupation pages")
    READING = "reading", gettext_noop("Reading")
    TRAINING = "training", gettext_noop("Courses and training")
    JOBS = "jobs", gettext_noop("Job boards")
    MORE = "more-questions", gettext_noop("More questions")
    SOCIAL = "social", gettext_noop("Social media")
    OTHER = "other", gettext_noop("Other")
