"""Backups: one archive file that holds the database and says what it is, and the way back."""
