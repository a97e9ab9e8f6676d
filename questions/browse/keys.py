"""Keys of rows as they stand in an address."""

LARGEST_KEY = 2**63 - 1


def key_in(word: str) -> int | None:
    """The number that ``word`` is, where it can be a row's key."""
    if not word.isascii() or not word.isdigit() or len(word) > len(str(LARGEST_KEY)):
        return None
    number = int(word)
    return number if 0 < number <= LARGEST_KEY else None
