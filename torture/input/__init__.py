"""Odd requests to every address: no answer may be a fault of ours, whatever was asked.

Requests are made from a seed, so that every one of them can be made again.
"""
