"""Where the passages that two articles share begin and end, from the runs of words they share.

Runs in one order in both articles are joined over what was edited between them, and each end is
moved outward as long as more words agree than differ. Ends that stop within a few words of the end
of a sentence in both articles are set there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from tellings.link.worded import Hashes, Worded
from tellings.text.runs import Run

# With one word in ten changed, 8 unchanged words in a row start at 43 of 100 words, and 99 of 100
# gaps between such runs are shorter than this.
WIDEST_GAP = 64
# A gap wider than this on either side is one passage only where half of its words agree.
OWN_WORDS = 6
WINDOW = 40  # words looked at beyond an end at a time
NEXT = 5  # words of which one must agree for an end to move on
NEAR = 3  # words: an end this near to the end of a sentence in both articles is set there


# A passage is given as its pairs of equal runs of words, in order in both articles.
Passage = Sequence[Run]


def left(passage: Passage) -> tuple[int, int]:
    """First word, and the word behind the last, in the first article."""
    return passage[0].left, passage[-1].left + passage[-1].length


def right(passage: Passage) -> tuple[int, int]:
    """The same in the second article."""
    return passage[0].right, passage[-1].right + passage[-1].length


def shared(one: Worded, other: Worded, found: Sequence[Run]) -> Iterator[Passage]:
    """The passages that two articles share, given their shared runs sorted by the first's words."""
    for chain in _chains(one, other, found):
        pieces = [[chain[0]]]
        for run in chain[1:]:
            bridge = _bridge(one, other, pieces[-1][-1], run)
            if bridge is None:
                pieces.append([run])
            else:
                pieces[-1].extend((*bridge, run))
        floor = (0, 0)
        for n, piece in enumerate(pieces):
            ahead = pieces[n + 1][0] if n + 1 < len(pieces) else None
            whole = _widened(one, other, piece, floor, ahead)
            floor = left(whole)[1], right(whole)[1]
            yield whole


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
    ours, theirs = one.hashes[a : run.left], other.hashes[b : run.right]
    if ours == theirs:  # a quotation that both have: no run starts inside it
        return [Run(a, b, across)]
    equal = _equal(ours, theirs, a, b)
    widest = max(across, down)
    if widest > OWN_WORDS and 2 * sum(block.length for block in equal) < widest:
        return None
    return equal


def _equal(left: Hashes, right: Hashes, a: int, b: int) -> list[Run]:
    """Equal runs of two rows of words that start at word `a` and at word `b`."""
    blocks = Indel.opcodes(left.tolist(), right.tolist()).as_matching_blocks()
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
    grown = _grown(one.hashes, other.hashes, piece, top)
    if a > low[0] and b > low[1] and _near(one.hashes, other.hashes, (a, b), low, -1):
        grown = _fronts(one.hashes, other.hashes, (a, b), low) + grown
    return _set_start(one, other, _set_end(one, other, grown, top), low)


def _fronts(one: Hashes, other: Hashes, at: tuple[int, int], low: tuple[int, int]) -> list[Run]:
    """The equal runs before a passage: what follows it where both articles are read backwards."""
    count, many = len(one), len(other)
    back = _grown(
        one[::-1],
        other[::-1],
        [Run(count - at[0], many - at[1], 0)],
        (count - low[0], many - low[1]),
    )
    return [Run(count - x - length, many - y - length, length) for x, y, length in back[:0:-1]]


def _grown(one: Hashes, other: Hashes, piece: list[Run], top: tuple[int, int]) -> list[Run]:
    """`piece` and the equal runs behind it, as long as more words agree than differ."""
    grown = list(piece)
    while True:
        a, b = grown[-1].left + grown[-1].length, grown[-1].right + grown[-1].length
        if a >= top[0] or b >= top[1] or not _near(one, other, (a, b), top, 1):
            return grown
        best, kept, score, x, y = 0, 0, 0, a, b
        ours, theirs = one[a : min(a + WINDOW, top[0])], other[b : min(b + WINDOW, top[1])]
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


def _near(one: Hashes, other: Hashes, at: tuple[int, int], top: tuple[int, int], step: int) -> bool:
    """Whether any of the next words agree: if none do, what agrees behind them is a run itself."""
    if step > 0:
        ours, theirs = (
            one[at[0] : min(at[0] + NEXT, top[0])],
            other[at[1] : min(at[1] + NEXT, top[1])],
        )
    else:
        ours, theirs = (
            one[max(at[0] - NEXT, top[0]) : at[0]],
            other[max(at[1] - NEXT, top[1]) : at[1]],
        )
    return not set(ours).isdisjoint(theirs)


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
    if one.opens(a) and other.opens(b):
        return blocks
    for x in (1, 2):
        for y in (1, 2):
            if a - x >= low[0] and b - y >= low[1] and _starts_alike(one, other, a, b, x, y):
                return [Run(a - x, b - y, 1), *blocks]
    for on in range(1, min(NEAR, first.length - 1) + 1):
        if one.opens(a + on) and other.opens(b + on):
            return [Run(a + on, b + on, first.length - on), *blocks[1:]]
    return blocks


def _starts_alike(one: Worded, other: Worded, a: int, b: int, x: int, y: int) -> bool:
    if one.hashes[a - x] != other.hashes[b - y]:
        return False
    opened = any(one.opens(a - n) for n in range(x)) or any(other.opens(b - n) for n in range(y))
    return not opened and one.opens(a - x) and other.opens(b - y)


def own(one: Worded, other: Worded, run: Run) -> int:
    """How many words of a run stand in no quotation in either article."""
    if not (one.quoted or other.quoted):
        return run.length
    marked = one.marks(run.left, run.length) | other.marks(run.right, run.length)
    return run.length - marked.bit_count()


def own_words(one: Worded, other: Worded, passage: Passage) -> list[int]:
    """Those words of a passage, as their numbers in the first article."""
    found: list[int] = []
    for run in passage:
        marked = one.marks(run.left, run.length) | other.marks(run.right, run.length)
        found.extend(run.left + n for n in range(run.length) if not marked >> n & 1)
    return found
