"""How likely two quoted sentences are one utterance in other words: signs, weighed in log odds.

The weights lie in words/wording.toml and are fitted by `python -m bench.fit_wording`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from tellings.text.calendar import bounds
from tellings.text.collation import Collation, collate
from tellings.text.content import stem
from tellings.text.diffs import pair
from tellings.text.misspelt import near
from tellings.text.spellings import Spelling
from tellings.weigh.quoted import Piece
from tellings.words.tables import toml

_BESIDE = 2  # sentences on either side that may tell the same as those beside the other
_NEAR = 600  # characters within which they stand
_LONE = 2
# The share of the words from the first to the last that both have, from which on they are said in
# order and not scattered over the longer: all 93 true ones have .57 or more.
_DENSE = 0.5
_PICKED = 4
_NEXT = 2  # words at an edge that tell which reading it is
_FEW, _MANY = 3, 8  # words of the shorter one: a fragment, a sentence
_WEIGHT, _CONTEXT = 10.0, 30.0  # weights of words are tenths, and those around count up to three
_MOST_CHANGED, _MOST_DAYS = 12, 10


@dataclass(slots=True)
class Quoted:
    """The quoted sentences of one story, and what can be asked of them together."""

    pieces: Sequence[Piece]
    spelling: Spelling
    stop: frozenset[str]
    _by_article: dict[str, list[Piece]] = field(init=False)
    _keys: dict[tuple[str, int], str] = field(init=False)

    def __post_init__(self) -> None:
        self._by_article = defaultdict(list)
        for piece in self.pieces:
            self._by_article[piece.article].append(piece)
        self._keys = {
            (one.article, one.number): f" {' '.join(self.keys(one))} " for one in self.pieces
        }

    def keys(self, piece: Piece) -> tuple[str, ...]:
        """The words of a piece as they are compared."""
        return pair(piece.text, "", self.spelling)[0].keys

    def beside(self, piece: Piece) -> Iterator[Piece]:
        """The sentences that are quoted before and behind a piece, close to it."""
        mine = self._by_article[piece.article]
        near = range(max(piece.number - _BESIDE, 0), piece.number + _BESIDE + 1)
        for other in (mine[number] for number in near if number < len(mine)):
            if other is not piece and abs(other.span.start - piece.span.start) < _NEAR:
                yield other

    def tells(self, article: str, reading: Sequence[str], besides: Sequence[Piece]) -> bool:
        """Whether an article quotes these words anywhere else."""
        words = f" {' '.join(reading)} "
        return any(
            words in self._keys[one.article, one.number]
            for one in self._by_article[article]
            if one not in besides
        )


def signs(one: Piece, other: Piece, quoted: Quoted) -> tuple[Collation, dict[str, float]] | None:
    """The two side by side and each sign's value; None where only cuts and dress differ, where one
    outlet quotes both, so that it does not differ from the other, and where crowds chant.

    What the signs are is told in words/wording.toml.
    """
    if one.article == other.article and one.span.overlaps(other.span):
        return None
    found = collate(one.text, other.text, quoted.spelling, quoted.stop)
    if found is None or not (found.changes or found.edges) or _is_fragment(found):
        return None
    if found.density < _DENSE or not _chanted().isdisjoint((*one.around, *other.around)):
        return None
    told_alike = _told_alike(one, other, found, quoted)
    if told_alike and one.article != other.article:
        return None
    shared = sorted(one.weights.keys() & other.weights.keys())
    common = sum(min(one.weights[root], other.weights[root]) for root in shared)
    names = one.names & other.names
    named = sum(min(one.weights[root], other.weights[root]) for root in shared if root in names)
    least, most = sorted(sum(piece.weights.values()) for piece in (one, other))
    around = sum(min(one.around[r], other.around[r]) for r in one.around.keys() & other.around)
    changed = [w for c in found.changes for w in (*c.ours, *c.theirs)]
    few = min(found.sizes)
    return found, {
        "start": 1.0,
        "equal": math.log1p(found.equal),
        "cover": found.cover,
        "density": found.density,
        "run": math.log1p(found.run),
        "rare": min(common / _WEIGHT, 4.0),
        "share": common / least if least else 0.0,
        "share_of_longer": common / most if most else 0.0,
        "named": named / common if common else 0.0,
        "same_speaker": float(one.speaker is not None and one.speaker == other.speaker),
        "other_speaker": float(are_two(one, other)),
        "around": min(around, _CONTEXT) / _WEIGHT,
        "one_statement": float(one.statement is not None and one.statement == other.statement),
        "one_article": float(one.article == other.article),
        "headline": float(one.beside or other.beside),
        "own_headline": float(one.article == other.article and one.beside != other.beside),
        "days_apart": min(_days(one, other), _MOST_DAYS) / 5,
        "neighbours": _neighbours(one, other, quoted),
        "lone": float(found.equal == 1),
        "modifier": float(_is_modifier(one, other, found, quoted.stop)),
        "fragment": float(few <= _FEW),
        "sentence": float(few >= _MANY),
        "changed": min(len(changed), _MOST_CHANGED) / 6,
        "swapped": float(any(c.ours and c.theirs and not c.inflected for c in found.changes)),
        "inflected": float(bool(changed) and all(c.inflected for c in found.changes)),
        "telling": float(any(word not in quoted.stop for word in changed)),
        "edge": _edge(found),
        "edge_only": float(not found.changes),
        "told_alike": float(told_alike),
        "unread": float(one.quote is None or other.quote is None),
    }


@cache
def _chanted() -> frozenset[str]:
    return frozenset(map(stem, toml("wording.toml")["chanted"]))


def are_two(one: Piece, other: Piece) -> bool:
    """Whether two persons are named as speakers. A body, a state and the agency that prints their
    words may each be named for one utterance; and whoever is not named may be anybody."""
    if one.speaker == other.speaker or one.person is None or other.person is None:
        return False
    return one.person != other.person and not any(near((one.person, other.person)))


def _is_fragment(found: Collation) -> bool:
    """Whether a word or two in another form are all there is: they fit many sentences."""
    return found.equal <= _LONE and all(c.inflected for c in (*found.changes, *found.edges))


def _is_modifier(one: Piece, other: Piece, found: Collation, stop: frozenset[str]) -> bool:
    """Whether a few words that one statement's tellings pick out are the same but for the first:
    "badly worn", "slightly worn"."""
    joined = one.statement is not None and one.statement == other.statement
    if not joined or one.article == other.article or max(found.sizes) > _PICKED or found.changes:
        return False
    first = [edge for edge in found.edges if edge.before]
    if len(found.edges) != 1 or not first or found.sizes != (found.equal + 1, found.equal + 1):
        return False
    return stop.isdisjoint((*first[0].ours, *first[0].theirs))


def _days(one: Piece, other: Piece) -> int:
    a, b = bounds(one.day), bounds(other.day)
    return max((max(a[0], b[0]) - min(a[1], b[1])).days, 0) if a and b else 0


def _neighbours(one: Piece, other: Piece, quoted: Quoted) -> float:
    """The greatest share of telling words that a sentence beside the one and one beside the other
    have in common."""
    best = 0.0
    for mine in quoted.beside(one):
        for theirs in quoted.beside(other):
            if mine in (theirs, other) or theirs is one:
                continue
            shared = len(mine.weights.keys() & theirs.weights.keys())
            if shared > 1:
                best = max(best, shared / min(len(mine.weights), len(theirs.weights)))
    return best


def _edge(found: Collation) -> float:
    """Words that both have at an edge, and that differ: a word or two are told in other words."""
    sizes = [min(len(edge.ours), len(edge.theirs)) for edge in found.edges]
    return sum(min(size, 4) / 4 for size in sizes)


def _told_alike(one: Piece, other: Piece, found: Collation, quoted: Quoted) -> bool:
    """Whether the one's article also quotes the words of the other, so that it has both."""
    ours, theirs = _reading(found, 0), _reading(found, 1)
    own = (one, other)
    return quoted.tells(one.article, theirs, own) or quoted.tells(other.article, ours, own)


def _reading(found: Collation, side: int) -> tuple[str, ...]:
    """The core of one wording, with the words next to it where the other has others there."""
    before, after = (
        next((e for e in found.edges if e.before == before), None) for before in (True, False)
    )
    first = (before.ours, before.theirs)[side][-_NEXT:] if before else ()
    last = (after.ours, after.theirs)[side][:_NEXT] if after else ()
    return (*first, *found.core[side], *last)


@dataclass(frozen=True, slots=True)
class Reworded:
    """Two pieces that give one utterance in other words, and how likely they do."""

    one: Piece
    other: Piece
    collation: Collation
    likely: float


def reworded(one: Piece, other: Piece, quoted: Quoted) -> Reworded | None:
    """The pair with its probability; None where nothing differs that a reader would mind."""
    found = signs(one, other, quoted)
    if found is None:
        return None
    weights = toml("wording.toml")["weights"]
    odds = sum(weights[name] * value for name, value in found[1].items())
    return Reworded(one, other, found[0], 1 / (1 + math.exp(-odds)))
