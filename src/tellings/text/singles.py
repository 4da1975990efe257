"""Quotations between single marks, which look like apostrophes.

Some newsrooms quote so throughout: they set the opening mark again at each paragraph of a long
quotation, and the closing one at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.model import Span
from tellings.text.paragraphs import paragraphs

# Words that start with an apostrophe, so that their mark opens no quotation.
_ELIDED = re.compile(r"(?:\d0s|em|tis|twas|til|cause|n|round|bout)\b", re.IGNORECASE)
_OPEN = re.compile(r"(?<![^\s(\[{—–\"“:/-])[‘'](?=[^\s'’‘])")
_CLOSE = re.compile(r"(?<=[^\s‘])[’'](?![\w])")
_LONGEST = 3000  # characters; more are a forgotten mark
# What runs over a line begins as a sentence does, and ends as one: behind a stop or a comma.
_BEGINS = re.compile(r"(?:^|[\n.!?:,])\s*[‘'][\"“]?[A-Z0-9]")
_ENDS = frozenset('.,!?…"”')
_OTHER = re.compile(r"[\"“”„‟«»＂]|``|''")


def singles(text: str) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Each quotation with its marks, and the words between them, one part a paragraph."""
    at = 0
    while opening := _opening(text, at):
        at = opening.end()
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        closing = _close(text, at, min(stop, at + _LONGEST))
        parts = _over_lines(text, opening, stop) if closing is None else (Span(at, closing),)
        if parts:
            at = parts[-1].end + 1
            yield Span(opening.start(), at), parts


def _opening(text: str, at: int) -> re.Match[str] | None:
    while (found := _OPEN.search(text, at)) and _ELIDED.match(text, found.end()):
        at = found.end()
    return found


def _close(text: str, start: int, stop: int) -> int | None:
    """The first mark that closes; a plural's apostrophe is passed over where another follows."""
    found: int | None = None
    for mark in _CLOSE.finditer(text, start, stop):
        at = mark.start()
        if found is not None and _OPEN.search(text, found + 1, at):
            break
        plural = text[at - 1] in "sS" and text[at + 1 : at + 2] == " "
        if not plural:
            return at
        found = at if found is None else found
    return found


def _over_lines(text: str, opening: re.Match[str], stop: int) -> tuple[Span, ...]:
    """The parts of a quotation that is open at the end of its line; none where it is not sure.

    Each line behind sets the mark again; or none does, and the next mark closes.
    """
    before = text[max(opening.start() - 3, 0) : opening.start()].rstrip(" ")[-1:]
    if not _BEGINS.match(before + text[opening.start() : opening.end() + 2]):
        return ()
    parts, set_again = [Span(opening.end(), stop)], False
    for line in paragraphs(text, stop):
        again = bool(_OPEN.match(text, line.start))
        start = line.start + 1 if again else line.start
        follows = again or (not set_again and _ends_next(text, start))
        if line.start - opening.end() > _LONGEST or not follows:
            return ()
        set_again |= again
        closing = _close(text, start, line.end)
        if closing is None:
            parts.append(Span(start, line.end))
        else:
            return (*parts, Span(start, closing)) if text[closing - 1] in _ENDS else ()
    return ()


def _ends_next(text: str, start: int) -> bool:
    """Whether the next mark that can stand for anything but an apostrophe closes."""
    closing = _CLOSE.search(text, start, start + _LONGEST)
    if closing is None or _OTHER.search(text, start, closing.start()):
        return False
    return _OPEN.search(text, start, closing.start()) is None
