"""The guide format: how banks come in and go out.

``document`` is a guide as plain data; ``reader`` makes one of a text, of the ``native`` format or of any of the ``shapes``
people use; ``writer`` makes a text of it; ``files`` finds and reads files; ``loading`` is all that knows the database.
"""
