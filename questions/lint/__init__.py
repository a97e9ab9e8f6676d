"""What a program can check of a folder of guides before people read it.

``bank`` reads the folder; ``limits`` says what it is held to; each module of ``rules`` looks for one fault; ``checking`` asks
them all. Nothing here knows Django or the database.
"""
