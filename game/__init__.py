"""Osallisuuspeli: a board game for participation workshops."""

__version__ = "0.1.0"
