"""Pairs of quotation marks in a text: what stands between them, however the marks were set.

Newsrooms mix straight and curly marks inside one pair, repeat the opening mark at each paragraph
of a long quotation, and forget closing marks. Feeds and pages that break the lines of a paragraph,
often behind each sentence, leave a quotation open at the end of a line: it runs on where the next
mark can only close. Apostrophes look like single closing marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tellings.model import Span
from tellings.text.paragraphs import paragraphs
from tellings.text.singles import singles

_DOUBLE = re.compile(r"[\"“”„‟«»＂]|``|''")
_OPENS, _CLOSES = frozenset("“„«‟"), frozenset("”»")
_BEFORE_OPEN = frozenset(" \t\n\r\u00a0\u202f([{—–-/:;,…‘'>")
_AFTER_CLOSE = frozenset(" \t\n\r\u00a0\u202f)]}.,;:!?—–-/…’'<")
# A quotation of more characters than this in one paragraph is a forgotten closing mark.
_LONGEST = 3000
_RUN = 1000  # characters behind a broken line within which the mark that closes must stand


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """`outer` with its marks; `parts` the words between them, one part a paragraph.

    `closed` is false where the closing mark is missing and the paragraph's end had to stand in.
    """

    outer: Span
    parts: tuple[Span, ...]
    single: bool = False
    closed: bool = True

    @property
    def inner(self) -> Span:
        return Span(self.parts[0].start, self.parts[-1].end)


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of `text` in order, single marks inside double ones included."""
    double = tuple(_doubles(text))
    single = (Quotation(outer, parts, single=True) for outer, parts in singles(text))
    return tuple(sorted((*double, *(s for s in single if not any(_cut(s, d) for d in double)))))


def outermost(found: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Those that lie in no other one."""
    kept: list[Quotation] = []
    for one in sorted(found, key=lambda q: (q.outer.start, -q.outer.end)):
        if not kept or one.outer.start >= kept[-1].outer.end:
            kept.append(one)
    return tuple(kept)


def _cut(one: Quotation, other: Quotation) -> bool:
    """Whether two quotations overlap, and neither lies in the other."""
    a, b = one.outer, other.outer
    return a.overlaps(b) and not (a.contains(b) or b.contains(a))


def _doubles(text: str) -> Iterator[Quotation]:
    start: int | None = None  # of the opening mark of the quotation that is open
    parts: list[Span] = []
    piece = 0  # where the open quotation's words began in this paragraph
    again = False  # whether its mark was set again: then a paragraph without it is none of it
    for paragraph in paragraphs(text):
        marks = list(_DOUBLE.finditer(text, paragraph.start, paragraph.end))
        if start is not None and marks and _continues(text, paragraph, marks[0]):
            piece, again = marks.pop(0).end(), True
        elif start is not None and not again and _runs_on(text, paragraph.start):
            piece = paragraph.start
        elif start is not None:
            yield from _close(text, start, parts, parts[-1].end, closed=False)
            start, parts = None, []
        for mark in marks:
            opening = _opens(text, mark, start is not None)
            if start is None and opening:
                start, parts, piece, again = mark.start(), [], mark.end(), False
            elif start is not None and not opening:
                yield from _close(
                    text, start, [*parts, *_part(piece, mark.start())], mark.end(), closed=True
                )
                start, parts = None, []
        if start is not None:
            parts = [*parts, *_part(piece, _stripped_end(text, piece, paragraph.end))]
            if not parts or len(parts[-1]) > _LONGEST:
                start, parts = None, []
    if start is not None and parts:
        yield from _close(text, start, parts, parts[-1].end, closed=False)


def _close(
    text: str, start: int, parts: list[Span], end: int, *, closed: bool
) -> Iterator[Quotation]:
    whole = [part for part in parts if text[part.start : part.end].strip()]
    if whole:
        yield Quotation(Span(start, end), tuple(whole), closed=closed)


def _part(start: int, end: int) -> tuple[Span, ...]:
    return (Span(start, end),) if end > start else ()


def _stripped_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _continues(text: str, paragraph: Span, mark: re.Match[str]) -> bool:
    return mark.start() == paragraph.start and _opens(text, mark, False)


def _runs_on(text: str, start: int) -> bool:
    """Whether the next mark from `start` on, not far away, can only close."""
    mark = _DOUBLE.search(text, start, start + _RUN)
    return mark is not None and not _opens(text, mark, False)


def _opens(text: str, mark: re.Match[str], inside: bool) -> bool:
    """Whether a mark opens: by its shape, else by its neighbours, else by what is open."""
    shape = mark.group()
    before = text[mark.start() - 1] if mark.start() else "\n"
    after = text[mark.end()] if mark.end() < len(text) else "\n"
    if shape in _CLOSES or shape == "''":
        # A closing mark at the start of a word with nothing open was set by a bad converter.
        return not inside and before in _BEFORE_OPEN and after not in _AFTER_CLOSE
    if shape in _OPENS or shape == "``":
        return not (inside and before not in _BEFORE_OPEN and after in _AFTER_CLOSE)
    could_open = before in _BEFORE_OPEN and not after.isspace()
    could_close = not before.isspace() and after in _AFTER_CLOSE
    if could_open != could_close:
        return could_open
    return not inside
