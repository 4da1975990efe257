"""Two wordings side by side: which words both have, in order, and what else stands between them.

Words are compared as `spellings` levels them, and put side by side by their stems, so that a word
in another form ("regret", "regrets") is one word changed and no two.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from tellings.model import Span
from tellings.text.alignment import Block, blocks
from tellings.text.content import stem
from tellings.text.diffs import Worded, change, pair
from tellings.text.spellings import PLAIN, Spelling

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What the two wordings have at one place: spans, None where one has nothing; and the words.

    `before` is true at the edge before the core.
    """

    left: Span | None
    right: Span | None
    ours: Keys
    theirs: Keys
    before: bool = False

    @property
    def inflected(self) -> bool:
        """Whether one word stands in two forms."""
        return [stem(w) for w in self.ours] == [stem(w) for w in self.theirs]


@dataclass(frozen=True, slots=True)
class Collation:
    """`equal` words in order, the longest `run` of them, and the `core` of each wording, from the
    first of them to the last; `sizes` are the words of the two wordings.

    `changes` are the places within the core that read otherwise; `edges` those before and behind it
    where both wordings have words, or else the words that moved from the one to the other. What
    only one has at an edge was cut, and is not told here.
    """

    equal: int
    run: int
    core: tuple[Keys, Keys]
    sizes: tuple[int, int]
    changes: tuple[Change, ...]
    edges: tuple[Change, ...]

    @property
    def cover(self) -> float:
        """The share of the shorter wording's words that the other has."""
        return self.equal / min(self.sizes)

    @property
    def density(self) -> float:
        """The share of the two cores' words that both have."""
        return 2 * self.equal / sum(map(len, self.core))


def collate(
    a: str, b: str, spelling: Spelling = PLAIN, stop: Container[str] = frozenset()
) -> Collation | None:
    """The two wordings side by side; None where no word that tells anything is in both.

    A lone word of `stop` at an end of the core is equal by chance. The same, mirrored, whichever
    wording comes first.
    """
    left, right = pair(a, b, spelling)
    if left.keys <= right.keys:
        return _collated(left, right, spelling, stop)
    found = _collated(right, left, spelling, stop)
    return _mirrored(found) if found else None


def _collated(
    left: Worded, right: Worded, spelling: Spelling, stop: Container[str]
) -> Collation | None:
    ours, theirs = [stem(k) for k in left.keys], [stem(k) for k in right.keys]
    kept = _kept([block for block in blocks(ours, theirs) if block[0]], left, right, stop)
    if not kept:
        return None
    (_, i, _, k, _), (_, _, j, _, m) = kept[0], kept[-1]
    return Collation(
        sum(block[2] - block[1] for block in kept),
        max(block[2] - block[1] for block in kept),
        (left.keys[i:j], right.keys[k:m]),
        (len(left.keys), len(right.keys)),
        tuple(_changes(left, right, kept, spelling)),
        tuple(
            _at(left, right, block)
            for block in (
                (False, 0, i, 0, k),
                (False, j, len(left.keys), m, len(right.keys)),
            )
            if block[1] < block[2]
            and block[3] < block[4]
            and change(left, right, block, spelling).matters
        )
        or tuple(_moved(left, right, ((i, k), (j, m)))),
    )


def _moved(
    left: Worded, right: Worded, core: tuple[tuple[int, int], tuple[int, int]]
) -> Iterator[Change]:
    """Words that stand before the core in one wording and behind it in the other: all that the
    shorter has there."""
    (i, k), (j, m) = core
    for block in ((False, 0, i, m, len(right.keys)), (False, j, len(left.keys), 0, k)):
        told = _at(left, right, block)
        fewer, more = sorted(({*map(stem, told.ours)}, {*map(stem, told.theirs)}), key=len)
        if fewer and fewer <= more:
            yield told


def _kept(equal: Sequence[Block], left: Worded, right: Worded, stop: Container[str]) -> list[Block]:
    """The equal blocks without lone words at the ends that say nothing; what both begin or end
    with stays where it is."""
    kept = list(equal)
    while kept and _is_weak(kept[0], left, stop) and (kept[0][1] or kept[0][3]):
        kept.pop(0)
    ends = (len(left.keys), len(right.keys))
    while kept and _is_weak(kept[-1], left, stop) and (kept[-1][2], kept[-1][4]) != ends:
        kept.pop()
    telling = (key for block in kept for key in left.keys[block[1] : block[2]])
    return kept if any(key not in stop for key in telling) else []


def _is_weak(block: Block, left: Worded, stop: Container[str]) -> bool:
    return block[2] - block[1] == 1 and left.keys[block[1]] in stop


def _changes(
    left: Worded, right: Worded, equal: Sequence[Block], spelling: Spelling
) -> Iterator[Change]:
    """What reads otherwise between and within equal blocks, where a reader gets other words."""
    i, k = equal[0][1], equal[0][3]
    for _, first, last, start, end in equal:
        if i < first or k < start:
            block = (False, i, first, k, start)
            told = _at(left, right, block)
            if change(left, right, block, spelling).matters and not _is_dress(told):
                yield told
        for n in range(last - first):
            told = _at(left, right, (False, first + n, first + n + 1, start + n, start + n + 1))
            if told.ours != told.theirs and not _is_dress(told):
                yield told
        i, k = last, end


def _at(left: Worded, right: Worded, block: Block) -> Change:
    _, i, j, k, m = block
    ours, theirs = left.keys[i:j], right.keys[k:m]
    return Change(left.span(i, j), right.span(k, m), ours, theirs, i == k == 0)


def _is_dress(told: Change) -> bool:
    """Whether both say one word: with a letter dropped in speech, or the minutes of a full hour."""
    for one, other in ((told.ours, told.theirs), (told.theirs, told.ours)):
        if len(one) == len(other) == 1 and one[0].rstrip("'") + "g" == other[0]:
            return True
        if not one and set(other) == {"00"}:
            return True
    return False


def _mirrored(found: Collation) -> Collation:
    def turned(changes: Sequence[Change]) -> tuple[Change, ...]:
        return tuple(Change(c.right, c.left, c.theirs, c.ours, c.before) for c in changes)

    return Collation(
        found.equal,
        found.run,
        (found.core[1], found.core[0]),
        (found.sizes[1], found.sizes[0]),
        turned(found.changes),
        turned(found.edges),
    )
