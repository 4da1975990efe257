"""How the data files of this folder are read: lines of tab-separated fields, `#` for comments."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a `.tsv` file here; comment lines and empty lines are passed over."""
    lines = files("tellings.words").joinpath(name).read_text("utf-8").splitlines()
    return tuple(
        tuple(field.strip() for field in line.split("\t"))
        for line in lines
        if line.strip() and not line.startswith("#")
    )


@cache
def toml(name: str) -> dict[str, Any]:
    """A `.toml` file here."""
    return tomllib.loads(files("tellings.words").joinpath(name).read_text("utf-8"))
