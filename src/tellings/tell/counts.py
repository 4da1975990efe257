"""Counts in words."""

from __future__ import annotations


def many(count: int, one: str, more: str | None = None) -> str:
    """`count` of `one`; `more` is the plural where it is not made with an s."""
    return f"{count} {one if count == 1 else more or one + 's'}"


def counts(outlets: int, independent: int) -> str:
    """How many outlets tell something, and how many of them by their own words."""
    return f"{many(outlets, 'outlet')}, {independent} independent"
