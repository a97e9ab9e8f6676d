"""Headers that are allowed to be anything."""

from random import Random

from torture.input.values import odd

ODD = {
    "Accept-Language": ("*", "es;q=9", "xx-" * 200, ",,,;;", "es-ES-ñ", "en;q=" + "9" * 400),
    "Accept-Encoding": ("br;q=0, gzip", "*", "identity;q=0", ",;q=,", "br" * 500, "gzip;q=0.0000", "deflate, zstd"),
    "Accept": ("*/*", "application/json", "text/html;q=x", "a" * 1_000),
    "If-None-Match": ("*", '"', 'W/"', '"a", W/"b', "a" * 2_000, '""'),
    "If-Match": ("*", '"x"', "W/"),
    "If-Modified-Since": (
        "yesterday",
        "Thu, 99 Foo 9999 99:99:99 GMT",
        "Thu, 01 Jan 0001 00:00:00 GMT",
        "9" * 50,
        "Thu, 26 Nov 26 00:00:00 GMT",
    ),
    "If-Unmodified-Since": ("Thu, 01 Jan 1970 00:00:00 GMT", "\xff"),
    "Range": (
        "bytes=0-0",
        "bytes=-1",
        "bytes=9-1",
        "bytes=" + "0-1," * 500,
        "lines=1-2",
        "bytes=a-b",
        "bytes=99999999999999999999-",
    ),
    "Host": (
        "",
        "evil.example",
        "localhost:99999",
        "[::1",
        "a b",
        "127.0.0.1\0",
        "localhost:x",
        "LOCALHOST",
        "\xff",
        "a" * 300,
        "@",
        "testserver.",
    ),
    "Cookie": (
        "=;=",
        "csrftoken=" + "x" * 5_000,
        "sessionid=\0",
        "sessionid=" + "9" * 40,
        ";" * 500,
        'a="',
        "messages=x; django_language=xx",
    ),
    "X-Forwarded-For": ("1", "::::", "a, b, c", "9" * 500, "127.0.0.1, \xff"),
    "X-Forwarded-Proto": ("https", "https, http", "gopher"),
    "X-Forwarded-Host": ("evil.example", ""),
    "X-Real-IP": ("x",),
    "X-Request-ID": ("x" * 100, "\n", "$(id)"),
    "Referer": ("http://[", "javascript:1", "//", "http://testserver/\xff", "a" * 3_000),
    "Origin": ("null", "http://[", "https://evil.example", "http://testserver"),
    "Authorization": ("Bearer \xff", "Basic ====", "Digest"),
    "X-Requested-With": ("XMLHttpRequest",),
    "X-HTTP-Method-Override": ("DELETE",),
    "Content-Encoding": ("gzip", "br, gzip", "x"),
    "Sec-Fetch-Site": ("cross-site", "x"),
    "User-Agent": ("", "\xff" * 100, "a" * 4_000),
    "Upgrade": ("websocket", "h2c"),
    "Expect": ("100-continue", "1"),
    "Content-Length": ("", "-1", "x", "0", "99999999", "9" * 30, "1, 1", "٣"),
}


def headers(random: Random) -> dict[str, str]:
    """None to some, each with a value of its own kind or any other."""
    names = random.sample(sorted(ODD), random.choice((0, 0, 1, 1, 2, 4)))
    made = {name: random.choice(ODD[name]) if random.random() < 0.9 else odd(random)[:4_000] for name in names}
    if random.random() < 0.03:
        made["X-" + "a" * random.randrange(200)] = odd(random)
    # A wrong host ends most requests before they begin.
    if "Host" in made and random.random() < 0.7:
        del made["Host"]
    return made
