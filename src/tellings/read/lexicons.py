"""The word lists that reading needs, loaded once from the data files in `tellings.words`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_CURLY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The data file `words/NAME.toml` as it stands there."""
    source = resources.files("tellings.words").joinpath(f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def straight(line: str) -> str:
    """The line with straight quotation marks, of the same length: offsets stay true."""
    return line.translate(_CURLY)


def plain(line: str) -> str:
    """A line with straight marks and single spaces: what the patterns are written for."""
    return " ".join(straight(line).split())


def any_of(patterns: list[str], flags: int = 0) -> re.Pattern[str]:
    """One pattern that matches where any of `patterns` does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)
