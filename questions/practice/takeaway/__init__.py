"""A role as files to keep: what they are made from (extract.py), one module a format, and the list of them (formats.py)."""
