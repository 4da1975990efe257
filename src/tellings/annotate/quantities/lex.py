"""A text cut into figures, words and single signs: what numbers are read from.

Cut independently of the reader's tokens, so that "$1.6bn", "75ml" and "3-inch" always fall apart
in the same way, and so that numbers are found even where nothing was parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Figures: in threes, or in twos before the last three, as South Asia writes lakhs: 12,34,567.
_TOKEN = re.compile(
    r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?![\d,])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+"
    r"|[½¼¾]|[^\W\d_½¼¾]+(?:['’][^\W\d_½¼¾]+)*|\n|[^\w\s]|_"
)
DASHES = frozenset("-–—‐‑−")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, one entry a token; spans are code points of the text."""

    text: str
    texts: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.texts)

    def low(self, i: int) -> str:
        """The token in lower case; empty beyond the ends."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def glued(self, i: int) -> bool:
        """Whether token `i` stands right behind the one before it."""
        return 0 < i < len(self.texts) and self.starts[i] == self.ends[i - 1]

    def figure(self, i: int) -> bool:
        """Whether token `i` is made of digits."""
        return 0 <= i < len(self.texts) and self.texts[i][-1].isdecimal()

    def dash(self, i: int) -> bool:
        return self.low(i) in DASHES

    def capital(self, i: int) -> bool:
        return 0 <= i < len(self.texts) and self.texts[i][:1].isupper()

    def phrase(self, i: int, length: int) -> tuple[str, ...]:
        return tuple(self.lows[i : i + length]) if i >= 0 else ()


def lex(text: str) -> Words:
    """Cut a text; line breaks are tokens of their own."""
    found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    texts = [token for token, _, _ in found]
    return Words(
        text,
        texts,
        [token.lower().replace("μ", "µ") for token in texts],  # a Greek letter for the SI's sign
        [start for _, start, _ in found],
        [end for _, _, end in found],
    )
