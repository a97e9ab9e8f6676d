"""Questions, roles and links as tables: out for a spreadsheet, and back in after a report on what would change."""

from .pages import TablesMixin

__all__ = ["TablesMixin"]
