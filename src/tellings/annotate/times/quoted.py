"""Which characters stand inside quotation marks."""

from __future__ import annotations

import re

_MARK = re.compile(r"“|”|\"|``|''|\n\s*\n")
_LONGEST = 1500  # characters; a mark that nothing closes does not swallow the text


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The stretches between double quotation marks, straight or curly, in order.

    A quotation that a paragraph leaves open ends with the paragraph.
    """
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        sign = mark[0]
        if opened is not None and (sign in "”\"''" or sign.isspace()) and sign not in ("“", "``"):
            if mark.start() - opened <= _LONGEST:
                spans.append((opened, mark.start()))
            opened = None
        elif sign in ("“", '"', "``"):
            opened = mark.end()
    return spans


def inside(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b in spans)
