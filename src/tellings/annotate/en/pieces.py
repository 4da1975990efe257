"""Words into word pieces and letter-case shapes: what the encoder reads.

The scheme is BERT's (Devlin et al. 2019, uncased): clean, lower, strip accents, split at
punctuation, then the longest vocabulary entry from the left. Training and reading share this file,
so a word can never be cut in two ways.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

UNKNOWN, CLS, SEP, PAD = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
# A word's first piece is read out, the others are context: long addresses gain nothing after 6.
MOST_PIECES = 6
MOST_LETTERS = 64
MOST_CACHED = 200_000

CASES = ("lower", "initial", "upper", "capital", "mixed", "digit", "other")
SHAPES = len(CASES) * 4


@lru_cache(maxsize=65_536)
def case_of(word: str) -> int:
    """Index into CASES of the letter case of `word`."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5 if any(c.isdigit() for c in word) else 6
    if all(c.islower() for c in letters):
        return 0
    if all(c.isupper() for c in letters):
        return 3 if len(letters) == 1 else 2
    if word[0].isupper() and all(c.islower() for c in letters[1:]):
        return 1
    return 4 if any(c.isupper() for c in letters) else 6


def shape_of(word: str, glued: bool, quoted: bool) -> int:
    """The shape class: letter case × no space in front × inside quotation marks, below SHAPES."""
    return case_of(word) * 4 + 2 * glued + quoted


class Pieces:
    """The vocabulary, and each word's piece ids (remembered, since news repeats its words)."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.unknown = self._ids[UNKNOWN]
        self.cls, self.sep, self.pad = self._ids[CLS], self._ids[SEP], self._ids[PAD]

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """Reads a vocabulary file, one piece a line."""
        return cls(path.read_text("utf-8").split("\n"))

    def of(self, word: str) -> tuple[int, ...]:
        """The ids of the pieces of `word`: at least one, at most MOST_PIECES."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= MOST_CACHED:
                self._known.clear()
            found = self._known[word] = self._cut(word)
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        ids: list[int] = []
        for part in _parts(word[:MOST_LETTERS]):
            ids.extend(self._longest(part))
            if len(ids) >= MOST_PIECES:
                break
        return tuple(ids[:MOST_PIECES]) or (self.unknown,)

    def _longest(self, part: str) -> list[int]:
        ids: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self._ids:
                    ids.append(self._ids[piece])
                    start = end
                    break
            else:
                return [self.unknown]
        return ids


def _parts(word: str) -> list[str]:
    """Lower-cased, accents off, cut at punctuation and CJK letters, control characters dropped."""
    parts: list[str] = []
    fresh = True
    for c in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(c)
        if kind in ("Mn", "Cc", "Cf", "Cs", "Co", "Cn") or c == "\ufffd":
            continue
        if c.isspace():
            fresh = True
        elif _stands_alone(c, kind):
            parts.append(c)
            fresh = True
        elif fresh:
            parts.append(c)
            fresh = False
        else:
            parts[-1] += c
    return parts


def _stands_alone(c: str, kind: str) -> bool:
    code = ord(c)
    ascii_sign = code < 128 and not c.isalnum()
    return (
        ascii_sign or kind.startswith("P") or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF
    )
