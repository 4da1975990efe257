"""Changes between two wordings that are cited in pieces, led back to the places cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from tellings.model import Cite, Span
from tellings.text.diffs import Change, diff
from tellings.text.spellings import Spelling
from tellings.words.spelling import spelling

# Pieces of one quotation are put together with what a newsroom writes for words left out, so that
# what only one side has at that place counts as trimmed, not as changed.
_JOIN = " … "
# Of a longer run of words this many at each end are named: the whole stands in the wording itself.
_EDGE = 4
_WORDS = re.compile(r"[^\W_]+")


def compared(left: Sequence[Cite], right: Sequence[Cite]) -> tuple[Change, ...]:
    """The changes of words from `left` to `right`; spans are of the pieces put together.

    Signs, spelling and letter case are left out: a reader gets the same words. Where each piece of
    `right` stands in `left` as it is, all the rest is trimmed, though single words of it recur.
    """
    ours, theirs = (_JOIN.join(cite.text for cite in side) for side in (left, right))
    trimmed = _trimmed(ours, [cite.text for cite in right])
    if trimmed is not None:
        return trimmed
    found = diff(ours, theirs, known_spelling())
    return tuple(change for change in found if change.kind not in ("punctuation", "spelling"))


def differing(words: Sequence[Cite], other: Sequence[Cite]) -> tuple[Span, ...]:
    """Where in their article the `words` are not those of the `other` wording; trims left out."""
    changes = compared(other, words)
    return tuple(
        span
        for change in changes
        if change.right is not None and change.kind != "trimmed"
        for span in slices(words, change.right)
    )


@cache
def known_spelling() -> Spelling:
    """Forms of one word that are no change, from the words that ship with the package."""
    return Spelling(spelling())


def _trimmed(whole: str, parts: Sequence[str]) -> tuple[Change, ...] | None:
    """What of `whole` is in none of the `parts`; None where they do not stand in it in order."""
    words = [(each.group(), each.start(), each.end()) for each in _WORDS.finditer(whole.casefold())]
    if len(whole.casefold()) != len(whole):
        return None
    keys = [word for word, _, _ in words]
    kept: list[tuple[int, int]] = [(0, 0)]
    for part in parts:
        wanted = _WORDS.findall(part.casefold())
        runs = range(kept[-1][1], len(keys) - len(wanted) + 1)
        start = next((n for n in runs if keys[n : n + len(wanted)] == wanted), None)
        if start is None:
            return None
        kept.append((start, start + len(wanted)))
    kept.append((len(keys), len(keys)))
    gaps = [(a[1], b[0]) for a, b in pairwise(kept) if a[1] < b[0]]
    return tuple(Change("trimmed", Span(words[a][1], words[b - 1][2]), None) for a, b in gaps)


def cites(pieces: Sequence[Cite], span: Span | None) -> tuple[Cite, ...]:
    """The words at `span` of the pieces put together; of very many only the first and the last."""
    places = slices(pieces, span) if span is not None else ()
    return tuple(
        Cite(held.article, end.start, end.end, end.shift(-held.start).of(held.text))
        for at in places
        for held in pieces
        if held.span.contains(at)
        for end in _ends(held, at)
    )


def slices(pieces: Sequence[Cite], span: Span) -> tuple[Span, ...]:
    """Where in its article the `span` of the pieces put together stands, one span a piece."""
    found: list[Span] = []
    offset = 0
    for piece in pieces:
        start = max(span.start, offset) - offset
        end = min(span.end, offset + len(piece.text)) - offset
        if start < end:
            found.append(Span(piece.start + start, piece.start + end))
        offset += len(piece.text) + len(_JOIN)
    return tuple(found)


def _ends(held: Cite, at: Span) -> list[Span]:
    """`at` as it is, or its first and last words where it is long."""
    words = list(re.finditer(r"\S+", at.shift(-held.start).of(held.text)))
    if len(words) <= 2 * _EDGE + 2:
        return [at]
    first, last = words[:_EDGE], words[-_EDGE:]
    return [Span(at.start + run[0].start(), at.start + run[-1].end()) for run in (first, last)]
