"""Forms of one word that are no difference between two wordings."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def spelling() -> tuple[tuple[str, str], ...]:
    """The lines of spelling.tsv as (form found or /pattern, form compared), in file order."""
    lines = files("tellings.words").joinpath("spelling.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((found, compared) for found, compared in rows)
