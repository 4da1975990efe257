"""The table of how many news articles hold each word (`text.background` reads it)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def background() -> bytes:
    """The bytes of background.bin, which bench/background.py builds: hashes and counts, no text."""
    return files("tellings.words").joinpath("background.bin").read_bytes()
