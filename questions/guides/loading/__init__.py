"""Documents into the bank and back: everything of the guide format that knows the database.

``importing`` runs a whole import, ``guide`` loads one guide, ``taxonomy`` loads topics and the catalogue, and ``dumping``
writes the bank out. The rest are their parts.
"""
