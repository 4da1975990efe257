"""Where the passages that two articles share begin and end, from the runs of words they share.

Runs in one order in both articles are joined over what was edited between them, and each end is
moved outward as long as more words agree than differ. Ends that stop within a few words of the end
of a sentence in both articles are set there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf

from rapidfuzz.distance import Indel

from tellings.link.worded import Worded
from tellings.text.runs import Run

# With one word in ten changed, 8 unchanged words in a row start at 43 of 100 words, and 99 of 100
# gaps between such runs are shorter than this.
WIDEST_GAP = 64
# A gap wider than this on either side is one passage only where half of its words agree.
OWN_WORDS = 6
WINDOW = 40  # words looked at beyond an end at a time
NEXT = 5  # words of which one must agree for an end to move on
NEAR = 3  # words: an end this near to the end of a sentence in both articles is set there
NEAREST = ((1, 1), (1, 2), (2, 1), (2, 2))  # how far on in both its last word may stand
CHAINS = 8  # the latest rows of runs that a run may follow
# Gaps whose alignment is kept: of five copies of one text, the edited one has each gap four times.
GAPS = 1 << 13


# A passage is given as its pairs of equal runs of words, in order in both articles.
Passage = Sequence[Run]


def left(passage: Passage) -> tuple[int, int]:
    """First word, and the word behind the last, in the first article."""
    last, _, length = passage[-1]
    return passage[0][0], last + length


def right(passage: Passage) -> tuple[int, int]:
    """The same in the second article."""
    _, last, length = passage[-1]
    return passage[0][1], last + length


def shared(one: Worded, other: Worded, found: Sequence[Run]) -> Iterator[Passage]:
    """The passages that two articles share, given their shared runs sorted by the first's words."""
    for pieces in _chains(one, other, found):
        floor = (0, 0)
        for n, piece in enumerate(pieces):
            ahead = pieces[n + 1][0] if n + 1 < len(pieces) else None
            whole = _widened(one, other, piece, floor, ahead)
            if ahead is not None:
                floor = left(whole)[1], right(whole)[1]
            yield whole


def _chains(one: Worded, other: Worded, found: Sequence[Run]) -> list[list[list[Run]]]:
    """Runs that follow each other in both articles, without anything masked between them.

    Each chain is cut in pieces where what lies between two runs is not one edited text.
    """
    chains = [[[found[0]]]]
    masked = one.bounds is not None or other.bounds is not None
    for run in found[1:]:
        x, y, _ = run
        nearest, least = None, inf
        for chain in chains[: -CHAINS - 1 : -1]:
            a, b, length = chain[-1][-1]
            across, down = x - a - length, y - b - length
            if (
                -length < across <= WIDEST_GAP
                and -length < down <= WIDEST_GAP
                and abs(across) + abs(down) < least
                and not (masked and (one.low(a) != one.low(x) or other.low(b) != other.low(y)))
            ):
                nearest, least = chain, abs(across) + abs(down)
        if nearest is None:
            chains.append([[run]])
        else:
            _append(nearest, run, one.signs, other.signs)
    return chains


def _append(pieces: list[list[Run]], run: Run, ours: str, theirs: str) -> None:
    """Puts a run behind the last piece, with the equal words between, or as a piece of its own."""
    piece = pieces[-1]
    (a, b), (x, y, length) = _behind(piece[-1]), run
    across, down = x - a, y - b
    if across < 0 or down < 0:  # the last run holds its first words already
        cut = max(-across, -down)
        if cut >= length:
            return
        across, down = across + cut, down + cut
        run = x, y, length = x + cut, y + cut, length - cut
    if across > 1 or down > 1:  # else one word for another: runs are as long as they can be
        equal = _gap(ours[a:x], theirs[b:y])
        if equal is None:
            pieces.append([run])
            return
        for i, j, count in equal:
            piece.append((a + i, b + j, count))
    piece.append(run)


def _behind(run: Run) -> tuple[int, int]:
    """The words behind a run."""
    return run[0] + run[2], run[1] + run[2]


@lru_cache(maxsize=GAPS)
def _gap(ours: str, theirs: str) -> tuple[Run, ...] | None:
    """The equal words of what lies between two runs; None where that is not one edited text."""
    if ours == theirs:  # a quotation that both have: no run starts inside it
        return ((0, 0, len(ours)),)
    equal = _equal(ours, theirs)
    widest = max(len(ours), len(theirs))
    if widest > OWN_WORDS and 2 * sum(length for _, _, length in equal) < widest:
        return None
    return equal


def _equal(ours: str, theirs: str) -> tuple[Run, ...]:
    """Equal runs of two rows of words."""
    blocks = Indel.opcodes(ours, theirs).as_matching_blocks()
    return tuple([(block.a, block.b, block.size) for block in blocks if block.size])


def _widened(
    one: Worded, other: Worded, piece: list[Run], floor: tuple[int, int], ahead: Run | None
) -> list[Run]:
    """Both ends moved outward, not below `floor`, not into the run `ahead`, then set."""
    (a, b, _), (x, y, _) = piece[0], piece[-1]
    top = one.high(x), other.high(y)
    if ahead is not None:
        top = min(top[0], ahead[0]), min(top[1], ahead[1])
    low = max(one.low(a), floor[0]), max(other.low(b), floor[1])
    ends = _grown(one.signs, other.signs, _behind(piece[-1]), top)
    fronts = _fronts(one.signs, other.signs, (a, b), low)
    grown = piece
    if ends and not _differ(one, other, *ends[-1]):
        grown = [*grown, *ends]
    if fronts and not _differ(one, other, *fronts[0]):
        grown = [*fronts, *grown]
    return _set_start(one, other, _set_end(one, other, grown, top), low)


def _differ(one: Worded, other: Worded, a: int, b: int, length: int) -> bool:
    """Whether words that look alike are not (see `Worded`)."""
    return one.whole(a, length).tobytes() != other.whole(b, length).tobytes()


def _fronts(ours: str, theirs: str, at: tuple[int, int], low: tuple[int, int]) -> list[Run]:
    """The equal runs before a passage: what follows it where both articles are read backwards."""
    (a, b), (lowest, least) = at, low
    if set(ours[max(a - NEXT, lowest) : a]).isdisjoint(theirs[max(b - NEXT, least) : b]):
        return []
    mine, its = ours[lowest:a][::-1], theirs[least:b][::-1]
    back = _grown(mine, its, (0, 0), (len(mine), len(its)))
    return [(a - x - length, b - y - length, length) for x, y, length in back[::-1]]


def _grown(ours: str, theirs: str, at: tuple[int, int], top: tuple[int, int]) -> list[Run]:
    """The equal runs from `at` on, below `top`, as long as more words agree than differ."""
    grown: list[Run] = []
    (a, b), (m, n) = at, top
    # If none of the next words agree, what agrees behind them is a run itself.
    while not set(ours[a : min(a + NEXT, m)]).isdisjoint(theirs[b : min(b + NEXT, n)]):
        best = kept = score = x = y = 0
        equal = _equal(ours[a : min(a + WINDOW, m)], theirs[b : min(b + WINDOW, n)])
        for k, (i, j, length) in enumerate(equal, 1):
            # A word that differs costs as much as one that agrees brings: one changed word in
            # ten goes through, a lone common word after two of one's own does not.
            score += length - (i - x) - (j - y)
            x, y = i + length, j + length
            if score > best:
                best, kept = score, k
        if not kept:
            break
        grown.extend([(a + i, b + j, length) for i, j, length in equal[:kept]])
        a, b = _behind(grown[-1])
    return grown


def _set_end(one: Worded, other: Worded, blocks: list[Run], top: tuple[int, int]) -> list[Run]:
    """The end set to the end of a sentence that is only a few words off in both articles.

    Back to it where only a few words follow it; on to it where its last word agrees and one word
    before that at most does not.
    """
    first, second, length = blocks[-1]
    a, b, spare = first + length - 1, second + length - 1, length - 1
    if one.closes(a) and other.closes(b):
        return blocks
    if not set(one.signs[a + 1 : a + 3]).isdisjoint(other.signs[b + 1 : b + 3]):
        for x, y in NEAREST:
            if a + x < top[0] and b + y < top[1] and _ends_alike(one, other, a, b, x, y):
                return [*blocks, (a + x, b + y, 1)]
    for back in range(1, min(NEAR, spare) + 1):
        if one.closes(a - back) and other.closes(b - back):
            return [*blocks[:-1], (first, second, length - back)]
    return blocks


def _ends_alike(one: Worded, other: Worded, a: int, b: int, x: int, y: int) -> bool:
    """Whether sentences end `x` and `y` words behind, on one word, and none before."""
    if one.signs[a + x] != other.signs[b + y] or _differ(one, other, a + x, b + y, 1):
        return False
    closed = any(one.closes(a + n) for n in range(x)) or any(other.closes(b + n) for n in range(y))
    return not closed and one.closes(a + x) and other.closes(b + y)


def _set_start(one: Worded, other: Worded, blocks: list[Run], low: tuple[int, int]) -> list[Run]:
    """The start set to the start of a sentence, as `_set_end` sets the end."""
    a, b, length = blocks[0]
    if one.opens(a) and other.opens(b):
        return blocks
    if not set(one.signs[max(a - 2, 0) : a]).isdisjoint(other.signs[max(b - 2, 0) : b]):
        for x, y in NEAREST:
            if a - x >= low[0] and b - y >= low[1] and _starts_alike(one, other, a, b, x, y):
                return [(a - x, b - y, 1), *blocks]
    for on in range(1, min(NEAR, length - 1) + 1):
        if one.opens(a + on) and other.opens(b + on):
            return [(a + on, b + on, length - on), *blocks[1:]]
    return blocks


def _starts_alike(one: Worded, other: Worded, a: int, b: int, x: int, y: int) -> bool:
    if one.signs[a - x] != other.signs[b - y] or _differ(one, other, a - x, b - y, 1):
        return False
    opened = any(one.opens(a - n) for n in range(x)) or any(other.opens(b - n) for n in range(y))
    return not opened and one.opens(a - x) and other.opens(b - y)


def own(one: Worded, other: Worded, passage: Passage) -> list[int]:
    """How many words of each run of a passage stand in no quotation in either article."""
    ours, theirs = one.quoted, other.quoted
    return [n - ((ours >> x | theirs >> y) & (1 << n) - 1).bit_count() for x, y, n in passage]


def own_words(one: Worded, other: Worded, passage: Passage) -> list[int]:
    """Those words of a passage, as their numbers in the first article."""
    found: list[int] = []
    for x, y, length in passage:
        marked = one.marks(x, length) | other.marks(y, length)
        found.extend(x + n for n in range(length) if not marked >> n & 1)
    return found
