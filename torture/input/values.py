"""Values that programs stumble over."""

from random import Random

NUMBERS = (
    *("0", "-1", "1", "007", "1.5", "1e9", "0x10", "NaN", "inf", "٢", "½", "²", "+1", " 1", "1_0", "True"),
    *("2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "9" * 40, "9" * 4_400),
)
WORDS = (
    *(
        "",
        " ",
        "\0",
        "a\0b",
        "null",
        "None",
        "undefined",
        "[]",
        "{}",
        "on",
        "'",
        '"',
        "\\",
        "%",
        "%%",
        "%s",
        "{0}",
        "${x}",
        "{{ 7 }}",
    ),
    *(
        "'; DROP TABLE questions_role; --",
        '"><script>alert(1)</script>',
        "../../etc/passwd",
        "a" * 300,
        "é" * 3_000,
        "a " * 2_000,
    ),
    *(
        "📚" * 60,
        "مكتبة عامة",
        "\u202eabc",
        "\ufffe\ufdd0",
        "\u0000\u001b[31m",
        "Z̷͓̈" * 40,
        "ß",
        "İ",
        "\r\nX-Odd: 1",
        "\t\n\x0b\x0c",
    ),
    *(
        '"open',
        "-word",
        "a OR b",
        "NEAR(a b)",
        "* ^ : ( )",
        "questions:text",
        "a & | ! <-> b",
        "%_",
        "2026-11-26",
        "9999-99-99",
        "0001-01-01",
    ),
    *(
        "2026-11-26T10:00:00+25:00",
        "24:61",
        "javascript:alert(1)",
        "http://[",
        "http://a b/",
        "https://" + "a" * 3_000,
        "//evil.example",
        "=1+1",
    ),
)
# What stands in an address as it is: escapes that are none, bytes that are no UTF-8, dots, slashes.
ESCAPED = (
    *("%00", "%FF", "%C0%AF", "%ED%A0%80", "%F4%90%80%80", "%", "%zz", "%2F", "%2e%2e", "%5C", "%0d%0aX-Odd:1", "%u0041"),
    *(
        "..",
        ".",
        "...",
        "a..b",
        "a%20b",
        "a+b",
        "-",
        "_",
        "~",
        "a;b=c",
        "a,b",
        "@",
        ":",
        "*",
        "_5F",
        "_00",
        "_2F",
        "1_00",
        "café",
        "a" * 2_000,
        "%e2%80%ae",
    ),
)


def odd(random: Random) -> str:
    """A word or a number no form expects."""
    return random.choice(NUMBERS if random.random() < 0.4 else WORDS)


def escaped(random: Random) -> str:
    """Something to stand in an address, written as it would be sent."""
    return random.choice(NUMBERS if random.random() < 0.4 else ESCAPED)
