"""Dates as people everywhere read them without doubt: 1 November 2026."""

DATE_FORMAT = "j F Y"
