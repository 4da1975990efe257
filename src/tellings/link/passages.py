"""Where the passages that two articles share begin and end, from the runs of words they share.

Runs in one order in both articles are joined over what was edited between them, and each end is
moved outward as long as more words agree than differ. Ends that stop within a few words of the end
of a sentence in both articles are set there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from tellings.model import Span
from tellings.text.runs import Bools, Ints, Run
from tellings.text.shingles import Hashes, words

# With one word in ten changed, 8 unchanged words in a row start at 43 of 100 words, and 99 of 100
# gaps between such runs are shorter than this.
WIDEST_GAP = 64
# A gap wider than this on either side is one passage only where half of its words agree.
OWN_WORDS = 6
WINDOW = 40  # words looked at beyond an end at a time
NEAR = 3  # words: an end this near to the end of a sentence in both articles is set there

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*(?:\s|$)|\n")


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """An article as words: where they stand, their hashes, and what stands around them."""

    starts: Ints
    ends: Ints
    hashes: list[int]
    quoted: Bools  # the word stands in a quotation
    region: Ints  # words of one region have nothing masked between them; -1 is masked itself
    closes: Bools  # a sentence or paragraph ends behind the word
    capital: Bools  # the word starts with a capital letter or a digit: it may be part of a name


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


def worded(text: str, masked: Sequence[Span], quoted: Sequence[Span], salt: int) -> Worded:
    """Cuts an article into words; `masked` never belongs to a passage, nor may one cross it.

    `salt` tells articles apart: masked words get hashes that no other article has.
    """
    found = words(text)
    region = np.zeros(len(found.starts), dtype=np.int64)
    inside = _inside(found.starts, found.ends, masked)
    for span in masked:
        region[np.searchsorted(found.starts, span.start) :] += 1
    region[inside] = -1
    hashes = _hidden(found.hashes, inside, salt).tolist()
    marks = _inside(found.starts, found.ends, quoted)
    capital = np.array([not text[i].islower() for i in found.starts.tolist()], dtype=np.bool_)
    closes = _closes(text, found.ends)
    return Worded(found.starts, found.ends, hashes, marks, region, closes, capital)


def hashes_of(text: str, masked: Sequence[Span], salt: int) -> Hashes:
    """The word hashes of an article, masked words replaced by ones that equal no other."""
    found = words(text)
    if not masked:
        return found.hashes
    return _hidden(found.hashes, _inside(found.starts, found.ends, masked), salt)


def _hidden(hashes: Hashes, inside: Bools, salt: int) -> Hashes:
    own = np.arange(len(hashes), dtype=np.uint64) + np.uint64(salt) * np.uint64(1 << 32)
    return np.where(inside, own * np.uint64(0xD6E8FEB86659FD93), hashes)


def _closes(text: str, ends: Ints) -> Bools:
    closes = np.zeros(len(ends), dtype=np.bool_)
    if len(ends):
        found = [match.start() for match in _SENTENCE_END.finditer(text, int(ends[0]))]
        closes[np.searchsorted(ends, np.array(found, dtype=np.int64), "right") - 1] = True
        closes[-1] = True
    return closes


def _inside(starts: Ints, ends: Ints, spans: Sequence[Span]) -> Bools:
    inside = np.zeros(len(starts), dtype=np.bool_)
    for span in spans:
        first, last = np.searchsorted(ends, span.start, "right"), np.searchsorted(starts, span.end)
        inside[first:last] = True
    return inside


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
        if one.region[run.left] < 0 or other.region[run.right] < 0:
            continue
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
    if one.region[last.left] != one.region[run.left]:
        return None
    if other.region[last.right] != other.region[run.right]:
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
    equal = _equal(one.hashes[a : run.left], other.hashes[b : run.right], a, b)
    widest = max(run.left - a, run.right - b)
    if widest > OWN_WORDS and 2 * sum(block.length for block in equal) < widest:
        return None
    return equal


def _equal(left: list[int], right: list[int], a: int, b: int) -> list[Run]:
    """Equal runs of two lists of words that start at word `a` and at word `b`."""
    return [
        Run(a + code.src_start, b + code.dest_start, code.src_end - code.src_start)
        for code in Indel.opcodes(left, right)
        if code.tag == "equal"
    ]


def _widened(
    one: Worded, other: Worded, piece: list[Run], floor: tuple[int, int], ahead: Run | None
) -> list[Run]:
    """Both ends moved outward, not below `floor`, not into the run `ahead`, then set."""
    top = (
        _edge(one.region, piece[-1].left, 1, len(one.hashes) if ahead is None else ahead.left),
        _edge(
            other.region, piece[-1].right, 1, len(other.hashes) if ahead is None else ahead.right
        ),
    )
    low = (
        _edge(one.region, piece[0].left, -1, floor[0]),
        _edge(other.region, piece[0].right, -1, floor[1]),
    )
    grown = _grown(one.hashes, other.hashes, piece, top)
    back = _grown(
        one.hashes[low[0] : piece[0].left][::-1],
        other.hashes[low[1] : piece[0].right][::-1],
        [Run(0, 0, 0)],
        (piece[0].left - low[0], piece[0].right - low[1]),
    )
    a, b = piece[0].left, piece[0].right
    front = [Run(a - r.left - r.length, b - r.right - r.length, r.length) for r in back[:0:-1]]
    return _set_start(one, other, _set_end(one, other, front + grown))


def _edge(region: Ints, at: int, step: int, limit: int) -> int:
    """How far from word `at` its region goes on in the direction of `step`, up to `limit`."""
    if step > 0:
        other = np.flatnonzero(region[at:limit] != region[at])
        return at + int(other[0]) if len(other) else limit
    other = np.flatnonzero(region[limit:at] != region[at])
    return limit + int(other[-1]) + 1 if len(other) else limit


def _grown(left: list[int], right: list[int], piece: list[Run], top: tuple[int, int]) -> list[Run]:
    """`piece` and the equal runs behind it, as long as more words agree than differ."""
    grown = list(piece)
    while True:
        a, b = grown[-1].left + grown[-1].length, grown[-1].right + grown[-1].length
        ahead = _equal(left[a : min(a + WINDOW, top[0])], right[b : min(b + WINDOW, top[1])], a, b)
        best, kept, score, x, y = 0, 0, 0, a, b
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


def _set_end(one: Worded, other: Worded, blocks: list[Run]) -> list[Run]:
    """The end set back to the last common end of a sentence, where only a few words follow it."""
    last = blocks[-1]
    a, b, spare = last.left + last.length - 1, last.right + last.length - 1, last.length - 1
    if one.closes[a] and other.closes[b]:
        return blocks
    for back in range(1, min(NEAR, spare) + 1):
        if one.closes[a - back] and other.closes[b - back]:
            return [*blocks[:-1], Run(last.left, last.right, last.length - back)]
    return blocks


def _set_start(one: Worded, other: Worded, blocks: list[Run]) -> list[Run]:
    """The start moved on to the next common start of a sentence, where only a few words precede."""
    first = blocks[0]
    if _opens(one, first.left) and _opens(other, first.right):
        return blocks
    for on in range(1, min(NEAR, first.length - 1) + 1):
        if _opens(one, first.left + on) and _opens(other, first.right + on):
            return [Run(first.left + on, first.right + on, first.length - on), *blocks[1:]]
    return blocks


def _opens(article: Worded, word: int) -> bool:
    return word == 0 or bool(article.closes[word - 1])


def own(one: Worded, other: Worded, passage: Shared) -> list[int]:
    """Which of the equal words, counted in the first article, stand in no quotation in either."""
    found: list[int] = []
    for run in passage.blocks:
        a, b = slice(run.left, run.left + run.length), slice(run.right, run.right + run.length)
        found.extend((np.flatnonzero(~(one.quoted[a] | other.quoted[b])) + run.left).tolist())
    return found
