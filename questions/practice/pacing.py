"""How long an answer may take: suggestions to practise by, not rules of any employer."""

from questions.vocabulary import Kind

from .parts import count_parts

# A panel that asks six to eight questions in 45 to 60 minutes, with its welcome and the candidate's own questions, has
# five or six for each, and uses a part of them to speak and to probe. What was done and what would be done are told as a
# story or as steps, which takes longest; a fact or a reason is said in two minutes, and gets no better after that.
MINUTES = {
    Kind.BEHAVIORAL: 3,
    Kind.SITUATIONAL: 3,
    Kind.KNOWLEDGE: 2,
    Kind.EXPERIENCE: 2,
    Kind.MOTIVATIONAL: 2,
    Kind.GENERAL: 2,
    Kind.TO_ASK: 1,
}
# From so many parts a good answer needs a minute more.
MANY_PARTS = 3


def minutes_for(kind: str, points: str = "") -> int:
    """Minutes for an answer to a question of ``kind`` whose good answers cover ``points`` (Markdown, usually a list)."""
    return MINUTES[Kind(kind)] + (count_parts(points) >= MANY_PARTS)
