"""The role as a guide: the Markdown that the bank itself is written in and reads."""

from questions import licence
from questions.guides.loading.dumping import role_guide
from questions.guides.writer import write_guide

from .extract import Extract, Made


def make(extract: Extract) -> Made:
    """The guide, UTF-8. Whence it comes and what may be done with it stands in comments, which no reader takes for content."""
    dashes, text = write_guide(role_guide(extract.role)).split("\n", 1)
    taken = f"# From {extract.url_of(extract.role)} on {extract.made_on.isoformat()}"
    return Made("\n".join([dashes, taken, f"# Licence: {licence.NAME}, {licence.URL}", text]).encode())
