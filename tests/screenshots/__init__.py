"""``make screenshots``: pictures for docs/screenshots/, taken of the starter bank in a real browser."""
