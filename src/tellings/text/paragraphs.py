"""The paragraphs of a text: what stands between line breaks, without the white space around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.model import Span

_GAP = re.compile(r"\s*\n\s*")


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """The paragraphs from `start` on, in order; none is empty."""
    for gap in _GAP.finditer(text, start):
        if gap.start() > start:
            yield Span(start, gap.start())
        start = gap.end()
    if start < len(text):
        yield Span(start, len(text))
