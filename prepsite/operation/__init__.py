"""What operators look at: whether the site is well, what it logs, what it counts, and how much of the machine it takes."""
