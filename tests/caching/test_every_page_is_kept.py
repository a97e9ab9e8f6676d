"""Every public address is kept, or stands here with the reason why it is not."""

from django.urls import URLPattern, URLResolver, get_resolver

NOT_KEPT = {
    "report": "has a form with a token",
    "suggest": "has a form with a token",
    "report_thanks": "says what one visitor did",
    "preview": "is for a few eyes",
    "styleguide": "is for developers",
    "role_download": "is a file, made once for who takes it",
    "search_suggest": "answers while somebody types",
    "search": "is made for who asks",
    "security_txt": "says until when it holds, by the clock",
    "favicon.ico": "leads to a static file",
}


def public(patterns: list[URLPattern | URLResolver], before: str = "") -> list[tuple[str, URLPattern]]:
    found = []
    for pattern in patterns:
        whole = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += public(pattern.url_patterns, whole)
        elif not whole.startswith(("admin/", "accounts/")):  # those are for staff
            found.append((pattern.name or whole, pattern))
    return found


def test_every_page_is_kept_or_has_a_reason_not_to_be():
    pages = public(get_resolver().url_patterns)
    assert {name for name, pattern in pages if not hasattr(pattern.callback, "kept")} <= set(NOT_KEPT)
