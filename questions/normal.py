"""Normal forms: when two texts, names or addresses count as the same one. Plain Python, used by models and guides alike.

The keys are remembered for a while: an import asks for each of them several times.
"""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import quote, unquote, urlsplit, urlunsplit

_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—−", "-")})
_DEFAULT_PORTS = {"http": 80, "https": 443}


def one_line(text: str) -> str:
    """``text`` with every run of white space made one space, and none at the ends."""
    return " ".join(text.split())


def without_accents(text: str) -> str:
    """``text`` without the marks above and below its letters: "Café" is "Cafe"."""
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


@lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """The form in which two names of a topic, role, group or field are the same: compatibility forms, case and spaces aside."""
    return one_line(unicodedata.normalize("NFKC", name).casefold())


def question_form(text: str) -> str:
    """The form in which two question texts are the same: as ``name_key``, and quote styles, dashes and end marks aside.

    Marks inside the text count ("C", "C++" and "C#" are three questions).
    """
    text = name_key(text).translate(_QUOTES)
    return re.sub(r"\s*-+\s*", "-", text).strip(" \"'.?!:;,…。？！؟") or text


@lru_cache(maxsize=10_000)
def question_key(text: str) -> str:
    """A fixed-length key of ``question_form``: 32 hexadecimal digits, what the database holds unique."""
    return blake2b(question_form(text).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@lru_cache(maxsize=10_000)
def url_key(url: str) -> str:
    """The form in which two addresses are the same: letter case of scheme and host, default ports and a bare "/" aside.

    Raises ValueError for what is no http(s) address with a host.
    """
    parts = urlsplit(url.strip())
    if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"not an http or https address: {url!r}")
    scheme = parts.scheme.lower()
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if parts.port and parts.port != _DEFAULT_PORTS[scheme]:
        host = f"{host}:{parts.port}"
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._") if "%2f" not in parts.path.lower() else parts.path
    return urlunsplit((scheme, host, path.rstrip("/"), parts.query, parts.fragment))
