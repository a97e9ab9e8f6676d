"""The closed lists of words the whole bank speaks: plain Python, so that the guide format can use them without Django."""

from enum import StrEnum


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

    BEHAVIORAL = "behavioral", "Behavioral"
    SITUATIONAL = "situational", "Situational"
    KNOWLEDGE = "knowledge", "Job knowledge"
    EXPERIENCE = "experience", "Experience"
    MOTIVATIONAL = "motivational", "Motivational"
    GENERAL = "general", "General"
    TO_ASK = "to-ask", "To ask the employer"


class Level(Word):
    """The seniority a benchmark describes."""

    ENTRY = "entry", "Entry"
    MID = "mid", "Mid"
    SENIOR = "senior", "Senior"


class TitleKind(Word):
    """What sort of other name a role title is."""

    ALTERNATE = "alternate", "Alternate"
    SHORT = "short", "Short"
    REPORTED = "reported", "Reported"


class Source(Word):
    """How a question came into the bank."""

    WRITTEN = "written", "Written for this bank"
    IMPORTED = "imported", "Imported from a public guide"
    SUGGESTED = "suggested", "Suggested by a reader"


class LinkKind(Word):
    """What a resource link leads to."""

    ASSOCIATION = "association", "Associations"
    TOOLKIT = "toolkit", "Toolkits and guides"
    OCCUPATION = "occupation", "Occupation pages"
    READING = "reading", "Reading"
    TRAINING = "training", "Courses and training"
    JOBS = "jobs", "Job boards"
    MORE = "more-questions", "More questions"
    SOCIAL = "social", "Social media"
    OTHER = "other", "Other"
