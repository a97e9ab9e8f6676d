"""Suggestions by rule: the kind of a question from its wording, its topics from the phrases that topics list."""

import re
from functools import lru_cache

import snowballstemmer

from questions.guides.patterns import any_of
from questions.vocabulary import Kind

# Looked for between whole words, in lower case and without marks; "^" stands before the first word and "." behind a sentence.
# The first that is found decides.
_PATTERNS = [
    (
        Kind.TO_ASK,
        r"""
        (?:do|would) you have any questions? (?:for|to ask) (?:us|me)
        \^ questions? to ask (?:the|your) (?:employer|interviewer)
        what (?:does|would) (?:success|a typical (?:day|week)) (?:look like|be like)? ?in this (?:role|position|job)
        how (?:do|would) you (?:all )?(?:measure|define) success (?:in|for) this (?:role|position)
        what are the next steps
        what do you (?:like|enjoy) (?:most |best )?about working here
        """,
    ),
    (
        Kind.GENERAL,
        r"""
        tell (?:me|us) (?:a (?:little|bit) )?(?:more )?about yourself
        (?:describe|introduce) yourself
        (?:strengths?|weakness|weaknesses)\b
        how would you describe (?:yourself|your)
        what would (?:you say|your \w+ say)
        salary\b
        when (?:can|could) you start
        how did you hear
        """,
    ),
    (
        Kind.BEHAVIORAL,
        r"""
        (?:an?|the last|one|another|some) (?:\w+ ){0,2}(?:times?|situations?|instances?|occasions?|moments?) (?:when|where
            |in which|that|you|you've|with)\b
        (?:tell|describe|share|recall|think of|talk|walk|discuss)(?: me| us)?(?: about| through)? (?:an?
            |one) (?:\w+ )?(?:time|instance|occasion)\b
        (?:give|provide|share|offer|cite)(?: me| us)? (?:\w+ ){0,3}examples? (?:of|when|where)
        (?:tell (?:me|us) about|walk (?:me|us) through|describe|recall|discuss|share) (?:an?|the|one) (?:[^ .]+ ){0,6}?(?:you
            |you've|you'd)\b
        tell (?:me|us) about (?:something|someone|\w+ing)\b
        (?:tell (?:me|us) about|describe|recall|discuss|share) your (?:biggest|greatest|proudest|hardest|toughest|most|worst
            |best)\b
        (?:tell (?:me|us) about|describe) (?:an?|the) (?:\w+ )?(?:failure|success|mistake|achievement|accomplishment|conflict
            |setback)\b
        have you ever (?:had|been|faced|dealt|made|disagreed|failed|missed|received|broken|gone|taken|witnessed)\b
        when (?:was|is) the last time
        when have you
        what (?:was|is|has been|were) (?:the|your) (?:biggest|most|greatest|proudest|hardest|toughest
            |worst) (?:\w+ ){0,3}(?:challenge|mistake|failure|accomplishment|achievement|decision|project|success|thing
            |situation|conflict)
        how (?:did|have) you (?:handled?|dealt?|managed?|responded?|resolved?|over(?:come|came)|go about|gone about|approached)\b
        in the past\b
        """,
    ),
    (
        Kind.KNOWLEDGE,
        r"""
        how (?:do|would|can) you (?:define|explain (?:the|what|how))
        what (?:do|would) you (?:understand|know|consider)
        """,
    ),
    (
        Kind.SITUATIONAL,
        r"""
        (?:what|how|who|which|where|when) (?:\w+ ){0,2}(?:would|might|will) you\b
        \^ (?!tell|describe|give|think|share|recall|explain|walk|talk|discuss|please)[^.]*\. (?:[^.]*\. )*(?:what|how|which
            |who|where|when) (?:do|should) you\b
        (?:imagine|suppose|let's say|say that|picture this|assume|hypothetically)\b
        if (?:you|someone|an?|the|your|two|one) (?:\w+ ){0,4}(?:were|was|had|saw|found|noticed|received|discovered|asked|came
            |told|refused|became|complained)\b
        what if\b
        would you (?:ever |rather )
        \^ (?:you|your) (?:\w+ ){0,2}(?:are|have|find|notice|receive|see|discover|learn|arrive|asks?|tells?|is|wants?)\b
        \^ (?:an?|two|the) (?:\w+ ){0,3}(?:patrons?|customers?|clients?|patients?|students?|colleagues?|parents?|users?
            |co-?workers?|visitors?|members?)\b
        """,
    ),
    (
        Kind.MOTIVATIONAL,
        r"""
        why (?:do|did|are|would|have|should) (?:you|we)\b
        what (?:\w+ )?(?:interests?|interested|motivates?|motivated|attracts?|attracted|draws?|drew|inspires?|inspired
            |excites?|appeals?|drives?|led|made|brought) (?:you|to you)\b
        why (?:this|our|us)\b
        where do you see yourself
        what are you (?:looking for|passionate about|hoping)
        what do you (?:enjoy|like|love|hope|want)\b
        (?:career|long-term|short-term|professional) goals?\b
        ideal (?:\w+ )?(?:job|role|workplace|environment|manager|boss|position)\b
        how does this (?:job|role|position) fit
        """,
    ),
    (
        Kind.EXPERIENCE,
        r"""
        what (?:\w+ ){0,4}experiences? (?:do|did|have|with|in|has)\b
        (?:describe|tell (?:me|us) about|discuss|talk about|explain|summari[sz]e|share|walk (?:me
            |us) through) your (?:\w+ ){0,4}(?:experience|background|career|history|work|training|education|skills
            |involvement|resume|cv)\b
        how (?:many years|much experience|long have you)\b
        do you have (?:any |\w+ )?(?:experience|background|training)\b
        (?:have|did) you (?:ever |previously )?(?:worked|used|managed|taught|supervised|led|written|developed|operated|work
            |use|participated|served)\b
        what is your (?:\w+ )?(?:experience|background)\b
        what (?:\w+ ){0,3}have you (?:done|had|worked|used|led|written|managed|supervised)\b
        what (?:is|was) the (?:largest|biggest|most \w+) (?:[^ .]+ ){0,6}?you(?:'ve| have)?\b
        are you (?:familiar|experienced|comfortable|proficient|certified) (?:with|in)\b
        what (?:\w+ )?(?:tools|software|systems|programs|languages|technologies|certifications?|training) (?:do|have|are) you\b
        """,
    ),
    (
        Kind.KNOWLEDGE,
        r"""
        (?:what's|what (?:is|are|does|do)) (?!your\b|you\b)
        \^ (?:can|could) you (?:explain|define|describe the|name|list|outline)\b
        \^ (?:please )?(?:explain|define|name|list|compare|outline|contrast)\b
        (?:differences?|distinguish) between\b
        what (?:role|makes|factors|methods|steps|types|kinds|trends|strategies|techniques|metrics)\b
        which \w+ (?:is|are|do|does|would)\b
        how (?:do|does|can|should|is|are)\b (?!you (?:feel|see|hear))
        how important\b
        why (?:is|are|does|do) (?!you\b)
        """,
    ),
]  # fmt: skip
# A blank at the front and lower case in the pattern are what makes a search fast.
_TABLE = [(kind, re.compile(f" (?:{any_of(lines)})")) for kind, lines in _PATTERNS]
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*[+#]*|\.(?=\s)")
_PART = re.compile(r"[^\W_]+(?:'[^\W_]+)*[+#]*")
_stem = snowballstemmer.stemmer("english").stemWord


def kind_of(text: str) -> Kind | None:
    """The kind of question that the wording of ``text`` (plain, English) gives away; None where it does not."""
    words = " ".join(_WORD.findall(text.lower().replace("’", "'")))
    return next((kind for kind, pattern in _TABLE if pattern.search(f" ^ {words}")), None)


class TopicSuggester:
    """Suggests topics for texts by the topics' phrases: whole words in any inflection, in the phrase's order."""

    def __init__(self, topics: dict[str, list[str]]) -> None:
        """``topics`` maps a topic's name to its phrases and aliases; the name itself is one of its phrases."""
        # By the first stem of a phrase: the other stems, and the place of its topic among the names.
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self._names = list(topics)
        for place, (name, phrases) in enumerate(topics.items()):
            for first, *rest in sorted({stems for phrase in [name, *phrases] if (stems := tuple(_stems(phrase)))}):
                self._phrases.setdefault(first, []).append((tuple(rest), place))

    def topics_for(self, text: str, limit: int = 3) -> list[str]:
        """The names of at most ``limit`` topics that plain ``text`` speaks of: those with most and longest phrases first."""
        stems = _stems(text)
        scores: dict[int, int] = {}
        for start, stem in enumerate(stems):
            for rest, place in self._phrases.get(stem, ()):
                if not rest or tuple(stems[start + 1 : start + 1 + len(rest)]) == rest:
                    # A phrase of several words says more than as many single words.
                    scores[place] = scores.get(place, 0) + (len(rest) + 1) ** 2
        best = sorted(scores, key=lambda place: (-scores[place], place))
        return [self._names[place] for place in best[:limit]]


def _stems(text: str) -> list[str]:
    return [_cached(word) for word in _PART.findall(text.lower().replace("’", "'"))]


@lru_cache(maxsize=50_000)
def _cached(word: str) -> str:
    return str(_stem(word.removesuffix("'s"))) if word.isascii() else word
