"""Faults on purpose, bounded and on the loopback address alone: what they do is measured, and promises are held against it."""
