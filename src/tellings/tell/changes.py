"""Changes between two wordings that are cited in pieces, led back to the places cited."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.model import Cite, Span
from tellings.text.diffs import Change, diff
from tellings.text.spellings import Spelling

# Pieces of one quotation are put together with what a newsroom writes for words left out, so that
# what only one side has at that place counts as trimmed, not as changed.
_JOIN = " … "


def compared(left: Sequence[Cite], right: Sequence[Cite], spelling: Spelling) -> tuple[Change, ...]:
    """The changes of words from `left` to `right`; spans are of the pieces put together.

    Signs, spelling and letter case are left out: a reader gets the same words.
    """
    ours, theirs = (_JOIN.join(cite.text for cite in side) for side in (left, right))
    found = diff(ours, theirs, spelling)
    return tuple(change for change in found if change.kind not in ("punctuation", "spelling"))


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
