"""One module a fault. Each has ``run(bounds)``, which yields what was counted beside what is promised."""
