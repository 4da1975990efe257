"""Sentence starts: the network's probabilities under rules that hold for any English text.

A paragraph's start is a sentence's start. None falls between a title and the name behind it
("Mr. …"), a month and its day, or inside what is written together. What is still longer than
MOST_WORDS is cut at the likeliest place, so that no text can make the parser's work grow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

MOST_WORDS = 160
SURE = 0.9
TERMINAL = frozenset(".?!…")
DASHES = frozenset(["—", "–", "-", "--"])
CLOSING = frozenset(["”", "’", '"', "'", "''"])
CLOSERS = frozenset(["”", "’", ")", "]", "}", "''", ",", ";", ":", ".", "?", "!", "…", "%", "»"])


def starts(
    words: Sequence[str],
    spaces: Sequence[bool],
    paragraphs: Sequence[bool],
    scores: NDArray[np.float32],
    abbreviations: Mapping[str, frozenset[str]],
) -> list[int]:
    """The words that start a sentence, in order (`scores` are log odds, one a word)."""
    if not words:
        return []
    sure = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
    found: list[int] = [0]
    likely = np.flatnonzero((sure > 0.5) | np.asarray(paragraphs, dtype=bool))
    for at in likely.tolist():
        if at == 0:
            continue
        if paragraphs[at] or _may_start(words, spaces, at, float(sure[at]), abbreviations):
            found.append(at)
    return _short_enough(found, sure, len(words))


def _may_start(
    words: Sequence[str],
    spaces: Sequence[bool],
    at: int,
    sure: float,
    abbreviations: Mapping[str, frozenset[str]],
) -> bool:
    word, before = words[at], words[at - 1]
    if word in CLOSERS:
        return False
    if not spaces[at - 1] and before[-1:].isalnum():
        return False
    if _unfinished(words, at):
        return False
    if before == "." and at > 1 and not spaces[at - 2]:
        before = words[at - 2] + "."
    if not before.endswith(".") or len(before) < 2:
        return True
    stem = before[:-1].lower()
    if stem in abbreviations["titles"] and before[:1].isupper() and word[:1].isupper():
        return False
    if stem in abbreviations["numbered"] and word[:1].isdigit():
        return False
    initial = len(stem) == 1 and before[:1].isupper()
    if initial or stem in abbreviations["doubtful"] or stem in abbreviations["titles"]:
        return sure > SURE and not word[:1].islower()
    return True


def _unfinished(words: Sequence[str], at: int) -> bool:
    """Whether a comma stands before `at` (or before closing quotation marks before it), or a dash
    stands there and the text goes on in lower case."""
    before = at - 1
    while before > 0 and words[before] in CLOSING:
        before -= 1
    return words[before] == "," or (words[at - 1] in DASHES and words[at][:1].islower())


def _short_enough(found: list[int], sure: NDArray[np.float64], total: int) -> list[int]:
    kept: list[int] = []
    for first, last in zip(found, [*found[1:], total], strict=True):
        kept.append(first)
        while last - first > MOST_WORDS:
            low, high = first + MOST_WORDS // 2, first + MOST_WORDS
            first = low + int(sure[low:high].argmax())
            kept.append(first)
    return kept
