"""Copies of the bank outside its database: backups to restore from, and the public site as files."""
