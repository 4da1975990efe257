"""A text as it is compared, and the way back: case, marks and white space levelled, offsets kept.

This is the one bridge between two texts. Levelled: letter case (Unicode case folding), composed and
decomposed accents (NFC), kinds of quotation mark, apostrophe, dash, hyphen and ellipsis, and
white space (any run is one space; none at the edges). Signs without a shape (soft hyphens,
zero-width spaces, marks of direction, byte-order marks) are dropped. Spelling is not touched.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tellings.model import Span

_DOUBLES = "“”„‟«»″＂〝〞"
_SINGLES = "'‘’‚‛‹›′`´ʼ＇"
_DASHES = "-‐‑‒–—―−﹘﹣－"
_SIGNS = {
    **dict.fromkeys(_DOUBLES, '"'),
    **dict.fromkeys(_SINGLES, "'"),
    **dict.fromkeys(_DASHES, "-"),
    "…": "...",
    "⁄": "/",
}
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# One unit a match: two single quotation marks (a double one, as in old typescripts), a run of
# dashes, a run of white space, or a letter with the marks that combine with it.
_UNIT = re.compile(
    rf"[{_SINGLES}]{{2}}|[{_DASHES}]{{2,}}|\s+|[^\s{_COMBINING}][{_COMBINING}]*|[{_COMBINING}]+"
)


@dataclass(frozen=True, slots=True)
class Normal:
    """A levelled `text`; its code point `i` comes from `[starts[i], ends[i])` of the source."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def to_source(self, span: Span) -> Span:
        """Where the words at `span` of the levelled text stand in the source.

        A source character that levels to several (`ß`, `…`) is taken whole. Raises `ValueError`
        where the span lies outside the levelled text.
        """
        if span.end > len(self.text):
            raise ValueError(f"{span} lies outside the {len(self.text)} levelled characters")
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def to_normal(self, span: Span) -> Span | None:
        """The levelled characters that come from `span` of the source; None where none does."""
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.starts, span.end)
        return Span(first, last) if first < last else None


def normal(source: str) -> Normal:
    """Level `source`; see the module's docstring for what is levelled."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for unit in _UNIT.finditer(source):
        for letter in level(unit.group()):
            if letter == " " and not letters:
                continue
            letters.append(letter)
            starts.append(unit.start())
            ends.append(unit.end())
    if letters and letters[-1] == " ":
        del letters[-1], starts[-1], ends[-1]
    return Normal("".join(letters), tuple(starts), tuple(ends))


def level(unit: str) -> str:
    """What one unit of a text (a letter with its accents, a sign, a run of space) levels to."""
    if unit.isspace():
        return " "
    if len(unit) > 1 and unit[0] in _SINGLES and unit[1] in _SINGLES:
        return '"'
    sign = _SIGNS.get(unit[0] if unit[-1] in _DASHES else unit)
    if sign is not None:
        return sign
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", unit).casefold())
    return "".join(c for c in composed if unicodedata.category(c) not in ("Cf", "Cc"))
