"""Text with parts blanked out, character for character, so that offsets hold."""

from __future__ import annotations

from collections.abc import Iterable

from tellings.model import Span


def masked(text: str, spans: Iterable[Span]) -> str:
    """`text` with every character in `spans` made a blank; line breaks stay.

    Paragraphs stay apart, and nothing that is read from the result can lie in `spans`.
    """
    pieces = []
    at = 0
    for span in sorted(spans):
        if span.end <= at:
            continue
        start = max(span.start, at)
        pieces.append(text[at:start])
        pieces.append("".join(c if c in "\r\n" else " " for c in text[start : span.end]))
        at = span.end
    pieces.append(text[at:])
    return "".join(pieces)
