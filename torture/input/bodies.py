"""Bodies of requests: forms in both encodings, and what calls itself one and is none."""

import gzip
import json
from random import Random
from urllib.parse import quote_plus

from torture.input.forms import Fields
from torture.input.values import odd

BOUNDARY = "----odd"
FILES = (
    ("a.csv", b"text,role\nWhy?,Nobody\n"),
    ("a.csv", b"\xff\xfe\x00text"),
    ("a.json", b'[{"text": {"a": [1]}}, 3]'),
    ("a.json", b"[" * 5_000),
    ("a.md", b"# A Role Interview Prep\n\n1. Why?\n   - Kind: nonsense\n"),
    ("a.md", b"---\ntitle: [a\n---\n"),
    ("a.md", b"---\ntitle: &a [*a, 1]\nroles: {a: 1}\n---\n# X\n\n1. Why?\n"),
    ("topics.yaml", b"- {name: 3, aliases: x}\n- [1]\n"),
    ("catalogue.yaml", b"a: b: c\x00"),
    ("a.zip", b"PK\x03\x04 none"),
    ("a.zip", b"PK\x05\x06" + b"\0" * 18),
    ("../../a.md", b"# A"),
    ("", b""),
    ("a\0b.md", b"# A"),
    ("x" * 400 + ".md", "# Ünïcode\n\n1. Wäs?\n".encode("utf-16")),
)
BROKEN = (
    b"",
    b"\0" * 100,
    b"=&=&==&&;",
    b"%",
    b"a=%ff%fe&b=%zz&%00=1",
    b"\xff\xfe\xfd",
    b"&".join(b"a=%d" % number for number in range(10_001)),
    b"--odd\r\n",
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'.encode(),
    f"--{BOUNDARY}\r\nContent-Disposition: form-data\r\n\r\nb\r\n--{BOUNDARY}--\r\n".encode(),
    f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=a; filename*=utf-8''%ff%00\r\n\r\nb\r\n--{BOUNDARY}--\r\n".encode(),
    f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\n@@@\r\n--{BOUNDARY}--".encode(),
    f"--{BOUNDARY}\r\n{'X' * 5_000}: 1\r\n\r\n".encode() * 3,
    f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=a\r\nContent-Type: text/plain; charset=utf-99\r\n\r\nb\r\n--{BOUNDARY}--".encode(),
    json.dumps({"a": [1, {"b": None}]}).encode(),
    b'{"a": ' * 20_000,
    b"[1e999, NaN]",
    b"{",
    b"null",
    gzip.compress(b"a=b" * 1_000),
)
TYPES = (
    *(
        "application/x-www-form-urlencoded",
        f"multipart/form-data; boundary={BOUNDARY}",
        "application/json",
        "text/plain",
        "",
        "/",
    ),
    *(
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\xff",
        "multipart/mixed; boundary=a",
    ),
    *("multipart/form-data; boundary=" + "b" * 300, "application/x-www-form-urlencoded; charset=utf-16", "text/html; charset=\0"),
    *(
        "application/x-www-form-urlencoded; charset=latin-1",
        "application/x-www-form-urlencoded; charset=nonsense",
        "a" * 500,
        "application/xml",
    ),
    *(
        "multipart/form-data; boundary*=utf-8''odd",
        'multipart/form-data; boundary="a;b"; charset=utf-7',
        "application/x-www-form-urlencoded; charset=base64",
    ),
)


def urlencoded(fields: Fields, encoding: str = "utf-8") -> bytes:
    return "&".join(
        f"{quote_plus(name, encoding=encoding, errors='replace')}={quote_plus(value, encoding=encoding, errors='replace')}"
        for name, value in fields
    ).encode()


def multipart(fields: Fields, random: Random) -> bytes:
    """The fields, and a file under the name of one of them or as ``file``."""
    parts = []
    for name, value in fields:
        quoted = name.replace('"', "%22").replace("\r", "").replace("\n", "")
        parts.append(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{quoted}"\r\n\r\n{value}\r\n'.encode("utf-8", "replace")
        )
    for name in {"file", random.choice(fields)[0] if fields and random.random() < 0.2 else "file"}:
        filename, data = random.choice(FILES)
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n\r\n'
        parts.append(head.encode("utf-8", "replace") + data + b"\r\n")
    body = b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()
    return body[: random.randrange(len(body))] if random.random() < 0.05 else body


def body(fields: Fields, random: Random) -> tuple[str, bytes]:
    """A content type, and bytes that are mostly of it."""
    what = random.random()
    if what < 0.5:
        return TYPES[0], urlencoded(fields)
    if what < 0.75:
        return TYPES[1], multipart(fields, random)
    if what < 0.8:
        return TYPES[0], urlencoded(fields, random.choice(("latin-1", "utf-16", "shift_jis")))
    if what < 0.85:
        return "application/json", json.dumps(dict(fields) | {odd(random): [odd(random), None, 10**30]}).encode()
    if what < 0.9:
        return random.choice(TYPES), urlencoded(fields)
    return random.choice(TYPES), random.choice(BROKEN)
