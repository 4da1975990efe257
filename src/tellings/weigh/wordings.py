"""Differences of wording: the exact words of one statement, told in other words.

Compared are the words between quotation marks, within one statement only, piece against piece: what
one article quotes and another does not is no difference of wording. Nor is what was trimmed at an
edge, nor punctuation, spelling and capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tellings.model import About, Finding, Side, Statement, digest
from tellings.model.findings import Shade
from tellings.text.diffs import Change
from tellings.text.loci import said
from tellings.text.spellings import Spelling
from tellings.weigh.passages import Piece, Reading, passages, readings
from tellings.weigh.renderings import renderings
from tellings.weigh.scene import Scene

# Where so large a share of the shorter wording's words stands at places that differ, a word or two
# is not what was changed.
_REWORDED, _FEW_WORDS = 0.25, 4
_SHOWN = 4  # changes that `why` names

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


def wordings(scene: Scene, spelling: Spelling) -> Iterator[Finding]:
    """One finding for each passage of a statement whose exact words differ between tellings."""
    for statement in scene.statements:
        found = passages(scene, statement)
        for number, passage in enumerate(found):
            sides = readings(passage, spelling, scene.stop)
            if sides:
                yield _changed(scene, statement, sides, number)
        for number, (one, other) in enumerate(renderings(scene, found)):
            yield _rendered(scene, statement, (one, other), number)


def _changed(scene: Scene, statement: Statement, sides: Sequence[Reading], number: int) -> Finding:
    """The finding on words that were changed in words that are the same."""
    first, second = sides[0].first, sides[1].first
    changes = [change for locus in sides[1].loci for change in locus.changes]
    told = [pair for locus in sides[1].loci for pair in said(locus, first.text, second.text)]
    shown = "; ".join(dict.fromkeys(_shown(*pair) for pair in told[:_SHOWN]))
    shorter = min(len(first.words), len(second.words))
    changed = sum(max(len(a.split()), len(b.split())) for a, b in told)
    much = shorter > _FEW_WORDS and changed > _REWORDED * shorter
    shade = _shade_of_much(scene, first, second) if much else None
    shade = shade or shade_of(first.text, second.text, changes)
    known = all(one.quote.speaker for side in sides for one in side.pieces)
    made = [scene.side(side.first.text, (one.cite for one in side.pieces)) for side in sides]
    key = ("wording", statement.id, *((number,) if number else ()))
    return _finding(scene, statement, made, key, f" What differs: {shown}.", shade, much, known)


def _rendered(
    scene: Scene, statement: Statement, pieces: tuple[Piece, Piece], number: int
) -> Finding:
    """The finding on two renderings."""
    made = [scene.side(one.text, (one.cite,)) for one in pieces]
    key = ("rendering", statement.id, number)
    return _finding(scene, statement, made, key, "", _shade_of_much(scene, *pieces), True, True)


def _shade_of_much(scene: Scene, *pieces: Piece) -> Shade:
    """Whether a translation is spoken of around two wordings in which much differs."""
    around = (
        scene.sentence(one.article, one.cite.span).of(scene.articles[one.article].text)
        for one in pieces
    )
    return "translation" if _TRANSLATED.search(" ".join(around)) else "rewording"


def _finding(
    scene: Scene,
    statement: Statement,
    sides: Sequence[Side],
    key: tuple[str | int, ...],
    what: str,
    shade: Shade,
    much: bool,
    known: bool,
) -> Finding:
    why = (
        "The exact words of one statement were compared. Words left out at an edge, punctuation, "
        f"spelling and capitals do not count.{what}{_SHADES[shade]}"
    )
    return Finding(
        digest("f", *key),
        scene.story.id,
        "difference",
        "wording",
        "wording",
        About("statement", statement.id),
        tuple(sides),
        why,
        0.8 if much or not known else 0.95,
        shade=shade,
    )


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


def _shown(first: str, second: str) -> str:
    return " against ".join(f"“{words}”" if words else "nothing" for words in (first, second))
