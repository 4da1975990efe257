"""Where two wordings of one passage read differently, and what there shows that it is one passage.

A locus (the word of textual criticism) is a stretch between words that both have. One that stands
at an edge of either wording is most often a cut, and one that holds whole sentences is another part
of a speech: both are left out unless enough around them is equal.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from tellings.model import Span
from tellings.text.alignment import blocks
from tellings.text.content import stem
from tellings.text.diffs import Change, Worded, change, pair
from tellings.text.spellings import PLAIN, Spelling

# Equal words between two changes from which on they are two loci; fewer may be equal by chance.
_ANCHOR = 3
# At an edge both sides have so few words, and so many equal ones follow or precede.
_EDGE, _HELD = 3, 4
# The most words of a locus between anchors; more is another passage.
_LONGEST = 20
# Words of a whole piece up to which one changed word is the same passage with one word changed.
_PIECE = 4
# Share of a reworded sentence's words that the other must have.
_KEPT = 0.5

_ENDS = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]")
_TITLE = re.compile(r"[A-Z]\w{0,2}|(?:\w\.)+\w?")


@dataclass(frozen=True, slots=True)
class Locus:
    """Spans of the two wordings, None where one has nothing, and the changes that lie in it.

    `before` and `after` count the equal words next to it, `inner` those within.
    """

    left: Span | None
    right: Span | None
    changes: tuple[Change, ...]
    before: int
    after: int
    inner: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Two wordings: the `loci`, and which words of the left (as spans) the right has as well."""

    loci: tuple[Locus, ...]
    equal: tuple[Span, ...]


@dataclass(slots=True)
class _Stretch:
    """Neighbouring changes: words `i` to `j` of the left, `k` to `m` of the right."""

    changes: list[Change]
    i: int
    j: int
    k: int
    m: int
    before: int
    inner: int = 0
    after: int = 0

    def swallow(self, one: Change, block: tuple[int, int, int, int], equal: int) -> None:
        self.changes.append(one)
        _, self.j, _, self.m = block
        self.inner += equal


def loci(
    a: str, b: str, spelling: Spelling = PLAIN, stop: Container[str] = frozenset()
) -> Compared:
    """The loci of two wordings in order; `stop` are words that tell nothing by themselves.

    The same ones, mirrored, whichever wording comes first.
    """
    left, right = pair(a, b, spelling)
    turned = left.keys > right.keys
    if turned:
        left, right = right, left
    stretches, equal = _stretches(left, right, spelling, stop)
    found = tuple(
        Locus(
            left.span(s.i, s.j), right.span(s.k, s.m), tuple(s.changes), s.before, s.after, s.inner
        )
        for s in stretches
        if _is_one_passage(s, left, right, stop)
    )
    spans = [(left.spans[i], right.spans[k]) for i, k in equal]
    if not turned:
        return Compared(found, tuple(ours for ours, _ in spans))
    mirrored = tuple(_mirrored(locus) for locus in found)
    return Compared(mirrored, tuple(theirs for _, theirs in spans))


def _mirrored(locus: Locus) -> Locus:
    kinds = {"inserted": "removed", "removed": "inserted"}
    changes = tuple(
        Change(kinds.get(c.kind, c.kind), c.right, c.left)  # type: ignore[arg-type]
        for c in locus.changes
    )
    return Locus(locus.right, locus.left, changes, locus.before, locus.after, locus.inner)


def _stretches(
    left: Worded, right: Worded, spelling: Spelling, stop: Container[str]
) -> tuple[list[_Stretch], list[tuple[int, int]]]:
    """Changes with few equal words between them as one; the places of all equal words.

    What was cut at an edge is apart from what was changed, where a telling word stands between.
    """
    found: list[_Stretch] = []
    same: list[tuple[int, int]] = []
    run: list[str] = []
    for block in blocks(left.keys, right.keys):
        equal, i, j, k, m = block
        one = None if equal else change(left, right, block, spelling)
        if one is None or one.kind == "spelling":
            run.extend(left.keys[i : i + min(j - i, m - k)])
            if one is None:
                same.extend(zip(range(i, j), range(k, m), strict=True))
            continue
        last = found[-1].changes[-1] if found else None
        cut = last is not None and (last.kind == "trimmed") != (one.kind == "trimmed")
        apart = len(run) >= _ANCHOR or (cut and any(word not in stop for word in run))
        if found and not apart:
            found[-1].swallow(one, (i, j, k, m), len(run))
        else:
            if found:
                found[-1].after = len(run)
            found.append(_Stretch([one], i, j, k, m, len(run)))
        run = []
    if found:
        found[-1].after = len(run)
    return found, same


def _is_one_passage(s: _Stretch, left: Worded, right: Worded, stop: Container[str]) -> bool:
    if not all(one.matters for one in s.changes):
        return False  # a cut or a clarification among them: what changed beside it is not sure
    ours, theirs = s.j - s.i, s.m - s.k
    if max(ours, theirs) > _LONGEST or _is_opening_word(s, left, right, stop):
        return False
    opens = s.i == 0 or s.k == 0
    closes = s.j == len(left.keys) or s.m == len(right.keys)
    if opens and closes:
        return False
    if max(len(left.keys), len(right.keys)) <= 2 * _PIECE and _one_word_changed(
        s, left, right, stop
    ):
        return True
    if opens or closes:
        return _holds_at_edge(s, left, right, opens)
    if s.before + s.after < _ANCHOR:
        return False
    return not _is_other_sentence(s, left, right)


def _one_word_changed(s: _Stretch, left: Worded, right: Worded, stop: Container[str]) -> bool:
    """Whether short pieces are equal but for one word, and another word of them tells something."""
    if min(len(left.keys), len(right.keys)) > _PIECE or (s.j - s.i, s.m - s.k) != (1, 1):
        return False
    around = [*left.keys[: s.i], *left.keys[s.j :]]
    whole = s.before + s.after == len(left.keys) - 1 == len(right.keys) - 1
    return whole and any(word not in stop for word in around) and not _inflected(s, left, right)


def _inflected(s: _Stretch, left: Worded, right: Worded) -> bool:
    return stem(left.keys[s.i]) == stem(right.keys[s.k])


def _holds_at_edge(s: _Stretch, left: Worded, right: Worded, opens: bool) -> bool:
    """At an edge: a word or two for others, next to many equal ones of the same sentence."""
    ours, theirs = s.j - s.i, s.m - s.k
    # each word that is equal within shows anew that it is one place
    if max(ours, theirs) > _EDGE + 2 * s.inner or s.before + s.after < _HELD:
        return False
    if min(ours, theirs) == s.inner:
        return False
    for side, here in ((left, s.j if opens else s.i), (right, s.m if opens else s.k)):
        if _sentence_ends(side, here):
            return False
    return True


def _is_other_sentence(s: _Stretch, left: Worded, right: Worded) -> bool:
    """Whether whole sentences stand on a side that the other lacks, or tells quite otherwise."""
    ours, theirs = (
        sum(_sentence_ends(side, n) for n in range(start, end + 1))
        for side, start, end in ((left, s.i, s.j), (right, s.k, s.m))
    )
    shorter = min(s.j - s.i, s.m - s.k)
    return (ours != theirs or ours > 1) and s.inner < _KEPT * max(shorter, 1)


def _is_opening_word(s: _Stretch, left: Worded, right: Worded, stop: Container[str]) -> bool:
    """Whether one word that says nothing ("So", "And") is all that one wording has the more."""
    for side, start, end, other in (
        (left, s.i, s.j, s.m - s.k),
        (right, s.k, s.m, s.j - s.i),
    ):
        if other == 0 and end - start == 1 and side.keys[start] in stop:
            return start == 0 or _sentence_ends(side, start)
    return False


def _sentence_ends(side: Worded, at: int) -> bool:
    """Whether a sentence ends between word `at - 1` and word `at`; so do the wording's edges."""
    if at == 0 or at == len(side.keys):
        return True
    before = side.spans[at - 1]
    start, end = side.gap(at)
    if _TITLE.fullmatch(before.of(side.text)) and "." in side.text[start:end][:1]:
        return False
    return _ENDS.match(side.text, start, end + 1) is not None


def said(locus: Locus, a: str, b: str) -> Sequence[tuple[str, str]]:
    """What each change of a locus reads in the two wordings, "" where one has nothing."""
    return tuple(_readings(locus, a, b))


def _readings(locus: Locus, a: str, b: str) -> Iterator[tuple[str, str]]:
    for one in locus.changes:
        yield one.left.of(a) if one.left else "", one.right.of(b) if one.right else ""
