"""Which words the network reads together: whole paragraphs where they fit, 256 pieces at most.

The windows depend on the text alone. Each has a core, whose results are kept, and what stands
before it as context: up to CONTEXT pieces, from a likely sentence start on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Together at most 250 pieces, as in training. A context of one sentence (about 30 pieces) keeps
# pronouns and "he said" beside what they belong to.
CORE = 208
CONTEXT = 40
ENDS = frozenset([".", "?", "!", "…", "”", '"', "''"])


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [context, last) are read; results are kept for [first, last)."""

    context: int
    first: int
    last: int


def stretches(
    words: Sequence[str], paragraphs: Sequence[bool], sizes: Sequence[int]
) -> Iterator[Stretch]:
    """Cuts a text's words into windows; `sizes` are the words' counts of pieces."""
    total = len(words)
    first = 0
    while first < total:
        last = _end(words, paragraphs, sizes, first)
        yield Stretch(_context(words, sizes, first), first, last)
        first = last


def _end(words: Sequence[str], paragraphs: Sequence[bool], sizes: Sequence[int], first: int) -> int:
    """As far as CORE allows: to the last paragraph's end, else sentence's, else word's."""
    size = 0
    paragraph = sentence = 0
    at = first
    while at < len(words):
        if at > first and paragraphs[at]:
            paragraph = at
        elif at > first and _soft(words, at):
            sentence = at
        size += sizes[at] + paragraphs[at]
        if size > CORE and at > first:
            break
        at += 1
    else:
        return at
    # A paragraph's end in the first half would leave the window mostly empty.
    for place in (paragraph, sentence):
        if sum(sizes[first:place]) > CORE // 2:
            return place
    return max(paragraph, sentence) or at


def _context(words: Sequence[str], sizes: Sequence[int], first: int) -> int:
    size, at, best = 0, first, first
    while at > 0 and size + sizes[at - 1] <= CONTEXT:
        at -= 1
        size += sizes[at]
        if at == 0 or _soft(words, at):
            best = at
    return best


def _soft(words: Sequence[str], at: int) -> bool:
    """Whether a sentence probably starts at word `at`."""
    word = words[at]
    return words[at - 1] in ENDS and not word[:1].islower() and word not in ENDS and word != ","
