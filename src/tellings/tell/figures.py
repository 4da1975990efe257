"""Figures of findings as a reader writes them: "more-than 1680 USD" is "more than 1,680 USD"."""

from __future__ import annotations

import re

_BOUND = re.compile(r"\b(at|more|less)-(least|most|than)\b")
# Five figures and more: "1999" may be a year.
_LONG = re.compile(r"(?<![\d.,])\d{5,}(?![\d,])")


def figure(value: str) -> str:
    """The value of a side that counts, in words and with its thousands parted."""
    bound = _BOUND.sub(r"\1 \2", value)
    return _LONG.sub(lambda found: f"{int(found[0]):,}", bound)
