"""Where the passages that two articles share begin and end, from the runs of words they share.

Runs in one order in both articles are joined over what was edited between them, and each end is
moved outward as long as more words agree than differ. Ends that stop within a few words of the end
of a sentence in both articles are set there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from tellings.link.worded import Worded, marks
from tellings.text.runs import Run

# With one word in ten changed, 8 unchanged words in a row start at 43 of 100 words, and 99 of 100
# gaps between such runs are shorter than this.
WIDEST_GAP = 64
# A gap wider than this on either side is one passage only where half of its words agree.
OWN_WORDS = 6
WINDOW = 40  # words looked at beyond an end at a time
NEXT = 5  # words of which one must agree for an end to move on
NEAR = 3  # words: an end this near to the end of a sentence in both articles is set there


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared passage as pairs of equal runs of words, in order in both articles."""

    blocks: tuple[Run, ...]

    @property
    def left(self) -> tuple[int, int]:
        """First word, and the word behind the last, in the first article."""
        return self.blocks[0].left, self.blocks[-1].left + self.blocks[-1].length

    @property
    def right(self) -> tuple[int, int]:
        """The same in the second article."""
        return self.blocks[0].right, self.blocks[-1].right + self.blocks[-1].length


def shared(one: Worded, other: Worded, found: Sequence[Run]) -> Iterator[Shared]:
    """The passages that two articles share, given their shared runs sorted by the first's words."""
    for chain in _chains(one, other, found):
        pieces: list[list[Run]] = []
        for run in chain:
            bridge = _bridge(one, other, pieces[-1][-1], run) if pieces else None
            if bridge is None:
                pieces.append([run])
            else:
                pieces[-1].extend((*bridge, run))
        floor = (0, 0)
        for n, piece in enumerate(pieces):
            ahead = pieces[n + 1][0] if n + 1 < len(pieces) else None
            whole = _widened(one, other, piece, floor, ahead)
            floor = (whole[-1].left + whole[-1].length, whole[-1].right + whole[-1].length)
            yield Shared(tuple(whole))


def _chains(one: Worded, other: Worded, found: Sequence[Run]) -> list[list[Run]]:
    """Runs that follow each other in both articles, without anything masked between them."""
    chains: list[list[Run]] = []
    for run in found:
        best: tuple[int, int] | None = None
        for n in range(len(chains) - 1, max(-1, len(chains) - 9), -1):
            distance = _distance(one, other, chains[n][-1], run)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, n)
        if best is None:
            chains.append([run])
            continue
        rest = _behind(chains[best[1]][-1], run)
        if rest is not None:
            chains[best[1]].append(rest)
    return chains


def _distance(one: Worded, other: Worded, last: Run, run: Run) -> int | None:
    """How many words lie between two runs, None where they do not follow each other."""
    across, down = run.left - last.left - last.length, run.right - last.right - last.length
    lowest = -last.length
    if not (lowest < across <= WIDEST_GAP and lowest < down <= WIDEST_GAP):
        return None
    if one.low(last.left) != one.low(run.left) or other.low(last.right) != other.low(run.right):
        return None
    if run.left < last.left or run.right < last.right:
        return None
    return abs(across) + abs(down)


def _behind(last: Run, run: Run) -> Run | None:
    """The part of `run` that `last` does not hold already, None where nothing of it is left."""
    cut = max(last.left + last.length - run.left, last.right + last.length - run.right, 0)
    if cut >= run.length:
        return None
    return Run(run.left + cut, run.right + cut, run.length - cut)


def _bridge(one: Worded, other: Worded, last: Run, run: Run) -> list[Run] | None:
    """The equal words between two runs; None where what lies between is not one edited text."""
    a, b = last.left + last.length, last.right + last.length
    across, down = run.left - a, run.right - b
    if across <= 1 and down <= 1:  # one word for another: the runs are as long as they can be
        return []
    ours, theirs = one.words(a, run.left), other.words(b, run.right)
    if ours == theirs:  # a quotation that both have: no run starts inside it
        return [Run(a, b, across)]
    equal = _equal(ours, theirs, a, b)
    widest = max(across, down)
    if widest > OWN_WORDS and 2 * sum(block.length for block in equal) < widest:
        return None
    return equal


def _equal(left: list[int], right: list[int], a: int, b: int) -> list[Run]:
    """Equal runs of two lists of words that start at word `a` and at word `b`."""
    blocks = Indel.opcodes(left, right).as_matching_blocks()
    return [Run(a + block.a, b + block.b, block.size) for block in blocks if block.size]


def _widened(
    one: Worded, other: Worded, piece: list[Run], floor: tuple[int, int], ahead: Run | None
) -> list[Run]:
    """Both ends moved outward, not below `floor`, not into the run `ahead`, then set."""
    a, b = piece[0].left, piece[0].right
    top = one.high(piece[-1].left), other.high(piece[-1].right)
    if ahead is not None:
        top = min(top[0], ahead.left), min(top[1], ahead.right)
    low = max(one.low(a), floor[0]), max(other.low(b), floor[1])
    grown = _grown(one.words, other.words, piece, top)
    back = _grown(
        lambda x, y: one.words(max(a - y, 0), a - x)[::-1],
        lambda x, y: other.words(max(b - y, 0), b - x)[::-1],
        [Run(0, 0, 0)],
        (a - low[0], b - low[1]),
    )
    front = [Run(a - r.left - r.length, b - r.right - r.length, r.length) for r in back[:0:-1]]
    return _set_start(one, other, _set_end(one, other, front + grown, top), low)


_Cut = Callable[[int, int], list[int]]


def _grown(left: _Cut, right: _Cut, piece: list[Run], top: tuple[int, int]) -> list[Run]:
    """`piece` and the equal runs behind it, as long as more words agree than differ."""
    grown = list(piece)
    while True:
        a, b = grown[-1].left + grown[-1].length, grown[-1].right + grown[-1].length
        if a >= top[0] or b >= top[1]:
            return grown
        ours, theirs = left(a, min(a + WINDOW, top[0])), right(b, min(b + WINDOW, top[1]))
        if not _near(ours[:NEXT], theirs[:NEXT]):
            return grown
        best, kept, score, x, y = 0, 0, 0, a, b
        ahead = _equal(ours, theirs, a, b)
        for n, run in enumerate(ahead):
            # A word that differs costs as much as one that agrees brings: one changed word in
            # ten goes through, a lone common word after two of one's own does not.
            score += run.length - (run.left - x) - (run.right - y)
            x, y = run.left + run.length, run.right + run.length
            if score > best:
                best, kept = score, n + 1
        if not kept:
            return grown
        grown.extend(ahead[:kept])


def _near(left: list[int], right: list[int]) -> bool:
    """Whether any of the next words agree: if none do, what agrees behind them is a run itself."""
    return not set(left).isdisjoint(right)


def _set_end(one: Worded, other: Worded, blocks: list[Run], top: tuple[int, int]) -> list[Run]:
    """The end set to the end of a sentence that is only a few words off in both articles.

    Back to it where only a few words follow it; on to it where its last word agrees and one word
    before that at most does not.
    """
    last = blocks[-1]
    a, b, spare = last.left + last.length - 1, last.right + last.length - 1, last.length - 1
    if one.closes(a) and other.closes(b):
        return blocks
    for x in (1, 2):
        for y in (1, 2):
            if a + x < top[0] and b + y < top[1] and _ends_alike(one, other, a, b, x, y):
                return [*blocks, Run(a + x, b + y, 1)]
    for back in range(1, min(NEAR, spare) + 1):
        if one.closes(a - back) and other.closes(b - back):
            return [*blocks[:-1], Run(last.left, last.right, last.length - back)]
    return blocks


def _ends_alike(one: Worded, other: Worded, a: int, b: int, x: int, y: int) -> bool:
    """Whether sentences end `x` and `y` words behind, on one word, and none before."""
    if one.hashes[a + x] != other.hashes[b + y]:
        return False
    closed = any(one.closes(a + n) for n in range(x)) or any(other.closes(b + n) for n in range(y))
    return not closed and one.closes(a + x) and other.closes(b + y)


def _set_start(one: Worded, other: Worded, blocks: list[Run], low: tuple[int, int]) -> list[Run]:
    """The start set to the start of a sentence, as `_set_end` sets the end."""
    first = blocks[0]
    a, b = first.left, first.right
    if _opens(one, a) and _opens(other, b):
        return blocks
    for x in (1, 2):
        for y in (1, 2):
            if a - x >= low[0] and b - y >= low[1] and _starts_alike(one, other, a, b, x, y):
                return [Run(a - x, b - y, 1), *blocks]
    for on in range(1, min(NEAR, first.length - 1) + 1):
        if _opens(one, a + on) and _opens(other, b + on):
            return [Run(a + on, b + on, first.length - on), *blocks[1:]]
    return blocks


def _starts_alike(one: Worded, other: Worded, a: int, b: int, x: int, y: int) -> bool:
    if one.hashes[a - x] != other.hashes[b - y]:
        return False
    opened = any(_opens(one, a - n) for n in range(x)) or any(
        _opens(other, b - n) for n in range(y)
    )
    return not opened and _opens(one, a - x) and _opens(other, b - y)


def _opens(article: Worded, word: int) -> bool:
    return word == 0 or article.closes(word - 1)


def own(one: Worded, other: Worded, passage: Shared) -> list[int]:
    """Which of the equal words, counted in the first article, stand in no quotation in either."""
    found: list[int] = []
    for run in passage.blocks:
        a, b, n = run.left, run.right, run.length
        left, right = marks(one, a, n), marks(other, b, n)
        if left is None and right is None:
            found.extend(range(a, a + n))
        else:
            marked = left if right is None else right if left is None else left | right
            found.extend((np.flatnonzero(~marked) + a).tolist())  # type: ignore[operator]
    return found
