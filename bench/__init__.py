"""Measurements, by `make bench`. Figures are of one run on one machine: compare those of the same run."""
