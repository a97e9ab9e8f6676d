"""The rules, one a module: ``check(bank)`` yields what it finds."""
