"""What editors do with the bank, one module a verb."""
