"""Guides sent through the admin: ``unpacking`` looks at them with suspicion, ``placing`` gives them the places an import knows
them by, and ``keeping`` holds them between the report and the import.
"""

from .keeping import forget_old

__all__ = ["forget_old"]
