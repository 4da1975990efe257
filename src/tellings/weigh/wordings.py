"""Differences of wording: one utterance given in other exact words.

Compared are the words between quotation marks, sentence against sentence, anywhere in a story. What
was cut at an edge, punctuation, spelling and capitals are no difference; how likely two sentences
are one utterance is weighed in weigh/reworded.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.model import About, Finding, digest
from tellings.model.findings import Shade
from tellings.text.collation import Change, collate
from tellings.text.spellings import Spelling
from tellings.weigh.quoted import Piece, Rarity, candidates, pieces
from tellings.weigh.reworded import Quoted, Reworded, reworded
from tellings.weigh.scene import Scene

# By `python -m bench.fit_wording --folds`, in affairs left out, for two quotations of one speaker:
# 47 true ones are found at .5 with 1 false, 48 with 4 at .4.
_LEAST = 0.5
# Where it is not told that both are of one speaker: 26 and 2; 29 and 3 at .5.
_LEAST_OF_TWO = 0.6
# Where nobody is named in either text, or one was not read as a quotation: at .7, 2 and 2.
_LEAST_OF_NONE = 0.75
# Where so large a share of the shorter wording's words stands at places that differ, a word or two
# is not what was changed.
_REWORDED, _FEW_WORDS = 0.25, 4
_LONGER = 2.0  # times the words of a fragment from which on a piece tells more than it
_SHOWN = 4  # changes that `why` names
_ALIKE = 4  # words from which on the same ones, quoted elsewhere, are the same words

_STARTS = re.compile(r"(?:^|[.!?…]\W*)\W*$")
_NAMING = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "this", "that", "these", "those", "the", "a"}
    | {"an", "my", "our", "his", "her", "its", "their", "your"}
)
_TRANSLATED = re.compile(r"\b(?:translat|interpreter|in (?:his|her|their) native)", re.IGNORECASE)
_SHADES: dict[Shade, str] = {
    "word": "",
    "subject": " The subject of a sentence was changed.",
    "rewording": " So much differs that one is a rewording, or another translation.",
    "translation": " So much differs that they are two renderings: a translation is spoken of.",
}


def wordings(scene: Scene, spelling: Spelling, rarity: Rarity) -> Iterator[Finding]:
    """One finding for each utterance that two quotations give in other words."""
    quoted = Quoted(pieces(scene, rarity), spelling, scene.stop)
    found = [
        pair
        for one, other in candidates(quoted.pieces)
        if (pair := reworded(one, other, quoted)) is not None and pair.likely >= _least(pair)
    ]
    told: list[list[_Reading]] = []
    for passage in _passages(found):
        pairs = [pair for pair in passage if not any(_is_told(pair, sides) for sides in told)]
        if not pairs:
            continue
        sides = _sides(quoted, pairs)
        if not _are_printed_both(sides):
            told.append(sides)
            yield _finding(scene, quoted, pairs, sides)


def _are_printed_both(sides: Sequence[_Reading]) -> bool:
    """Whether several articles print all of the readings: they know of two utterances."""
    printed = [{piece.article for piece in side.pieces} for side in sides]
    return len(printed[0]) > 1 and all(one == printed[0] for one in printed)


def _least(pair: Reworded) -> float:
    speakers = {pair.one.speaker, pair.other.speaker} - {None}
    unread = pair.one.quote is None or pair.other.quote is None
    if unread or not speakers:
        return _LEAST_OF_NONE
    return _LEAST if pair.one.speaker == pair.other.speaker else _LEAST_OF_TWO


def _passages(found: Sequence[Reworded]) -> list[list[Reworded]]:
    """The pairs that tell one passage, the likeliest of each first.

    Pieces of like length hang together, and come first. A fragment of a longer piece stands by
    itself, with every one that is longer: its neighbour in the same sentence is another passage.
    """
    parents: dict[Piece, Piece] = {}

    def root(piece: Piece) -> Piece:
        while parents.setdefault(piece, piece) is not piece:
            piece = parents[piece]
        return piece

    for pair in found:
        if _are_alike_long(pair):
            one, other = sorted((root(pair.one), root(pair.other)), key=_at)
            parents[other] = one
    homes: dict[Piece | tuple[str, ...], list[Reworded]] = defaultdict(list)
    for pair in sorted(found, key=lambda p: (-p.likely, _at(p.one), _at(p.other))):
        shorter = min(pair.one, pair.other, key=_length)
        homes[root(shorter) if _are_alike_long(pair) else shorter.words].append(pair)
    passages = sorted(homes.values(), key=lambda home: (_at(home[0].one), _at(home[0].other)))
    return sorted(passages, key=lambda home: not _are_alike_long(home[0]))


def _are_alike_long(pair: Reworded) -> bool:
    return max(pair.collation.sizes) < _LONGER * min(pair.collation.sizes)


def _at(piece: Piece) -> tuple[str, int]:
    return piece.article, piece.span.start


def _length(piece: Piece) -> tuple[int, str, int]:
    return len(piece.words), *_at(piece)


@dataclass(slots=True)
class _Reading:
    """Pieces that read alike; the first one stands for them."""

    pieces: list[Piece]

    @property
    def first(self) -> Piece:
        return self.pieces[0]


def _is_told(pair: Reworded, sides: Sequence[_Reading]) -> bool:
    """Whether the two pieces of a pair stand on two sides already."""
    where = [n for n, side in enumerate(sides) if pair.one in side.pieces]
    return any(
        pair.other in side.pieces for n, side in enumerate(sides) if where and n not in where
    )


def _sides(quoted: Quoted, pairs: Sequence[Reworded]) -> list[_Reading]:
    """The pieces of a passage by how they read, those of the likeliest pair first; and whoever else
    quotes the same words."""
    best = [pairs[0].one, pairs[0].other]
    sides = [_Reading([piece]) for piece in best]
    rest = {piece for pair in pairs for piece in (pair.one, pair.other)} - set(best)
    alike = _are_alike_long(pairs[0])
    for piece in sorted(rest, key=_at):
        home = next((side for side in sides if _reads_alike(quoted, side.first, piece)), None)
        if home is None and not alike:  # a fragment on one side: all that is longer on the other
            home = max(sides, key=lambda side: _length(side.first))
        if home is not None:
            home.pieces.append(piece)
        else:
            sides.append(_Reading([piece]))
    held = {piece for side in sides for piece in side.pieces}
    for piece in quoted.pieces:
        if piece not in held and len(piece.words) >= _ALIKE:
            where = [side for side in sides if _has_words(quoted, side.first, piece)]
            if len(where) == 1 and _is_of(where[0].first, piece):
                where[0].pieces.append(piece)
    return sides


def _has_words(quoted: Quoted, one: Piece, other: Piece) -> bool:
    return one.words == other.words or _reads_alike(quoted, one, other)


def _is_of(one: Piece, other: Piece) -> bool:
    """Whether another piece with the same words, or some of them, gives the same utterance."""
    joined = one.statement is not None and one.statement == other.statement
    return joined or one.words == other.words


def _reads_alike(quoted: Quoted, one: Piece, other: Piece) -> bool:
    """Whether all that differs is what was cut."""
    found = collate(one.text, other.text, quoted.spelling, quoted.stop)
    return found is not None and not found.changes and not found.edges


def _finding(
    scene: Scene, quoted: Quoted, pairs: Sequence[Reworded], readings: Sequence[_Reading]
) -> Finding:
    best = pairs[0]
    sides = [scene.side(r.first.text, (one.cite(scene) for one in r.pieces)) for r in readings]
    shade = _shade(scene, best)
    key = sorted(str(min(side.cites)) for side in sides)
    return Finding(
        digest("f", "wording", *key),
        scene.story.id,
        "difference",
        "wording",
        "wording",
        _about(scene, best),
        tuple(sides),
        _why(best, shade),
        round(best.likely, 2),
        shade=shade,
    )


def _about(scene: Scene, pair: Reworded) -> About:
    """The statement that both are of; the first quote, where they were read as two or as none."""
    if pair.one.statement is not None and pair.one.statement == pair.other.statement:
        return About("statement", pair.one.statement)
    quote = pair.one.quote or pair.other.quote
    return About("quote", quote.id) if quote is not None else About("story", scene.story.id)


def _why(pair: Reworded, shade: Shade) -> str:
    if pair.one.statement is not None and pair.one.statement == pair.other.statement:
        what = "The exact words of one statement were compared"
    else:
        what = (
            "The exact words of two quotations were compared that by their words, and by what "
            "stands around them, are one utterance"
        )
    changes = [*pair.collation.changes, *pair.collation.edges]
    told = dict.fromkeys(_shown(pair, change) for change in changes[:_SHOWN])
    equal = pair.collation.equal
    return (
        f"{what}; {equal} {'word is' if equal == 1 else 'words are'} in both, in order. "
        "Words left out at an edge, punctuation, spelling and capitals do not count. "
        f"What differs: {'; '.join(told)}."
        f"{_SHADES[shade]}"
    )


def _shown(pair: Reworded, change: Change) -> str:
    ours = change.left.of(pair.one.text) if change.left else ""
    theirs = change.right.of(pair.other.text) if change.right else ""
    return " against ".join(f"“{words}”" if words else "nothing" for words in (ours, theirs))


def _shade(scene: Scene, pair: Reworded) -> Shade:
    found = pair.collation
    changed = sum(max(len(c.ours), len(c.theirs)) for c in (*found.changes, *found.edges))
    shorter = min(found.sizes)
    if shorter > _FEW_WORDS and changed > _REWORDED * shorter:
        around = (
            scene.sentence(one.article, one.span).of(scene.articles[one.article].text)
            for one in (pair.one, pair.other)
        )
        return "translation" if _TRANSLATED.search(" ".join(around)) else "rewording"
    return shade_of(pair.one.text, pair.other.text, (*found.changes, *found.edges))


def shade_of(first: str, second: str, changes: Sequence[Change]) -> Shade:
    """Whether what was changed is the subject of a sentence, or any other word.

    A subject: at the start of a sentence, names, pronouns and articles on both sides.
    """
    for change in changes:
        if change.left is None or change.right is None:
            continue
        begins = _STARTS.search(first[: change.left.start]) and _STARTS.search(
            second[: change.right.start]
        )
        if begins and _is_naming(change.left.of(first)) and _is_naming(change.right.of(second)):
            return "subject"
    return "word"


def _is_naming(words_: str) -> bool:
    return all(w[:1].isupper() or w.lower() in _NAMING for w in words_.split())
