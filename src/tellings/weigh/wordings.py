"""Differences of wording: the exact words of one statement, told in other words.

Compared are the words between quotation marks, within one statement only, piece against piece: what
one article quotes and another does not is no difference of wording. Nor is what was trimmed at an
edge, nor punctuation, spelling and capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from tellings.model import About, Cite, Finding, Quote, Span, Statement, digest
from tellings.model.findings import Shade
from tellings.text.content import words
from tellings.text.diffs import Change, diff
from tellings.text.spellings import Spelling
from tellings.weigh.scene import Scene

# Share of the shorter piece's words that must stand in the other, for the two to be one passage;
# of so few words every other one, where the longer has few words too; one of them no stop word.
_SAME, _FEW, _FEW_WORDS, _SHORT = 0.6, 0.5, 4, 8
# A piece of so few words stands in a passage twice its length word for word or not at all: of the
# development affairs' 20 differences of wording 4 were false for a fragment that did neither.
_FRAGMENT = 6
# Below this share two wordings differ in so much that a word or two is not what was changed.
_REWORDED = 0.75

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


@dataclass(frozen=True, slots=True)
class _Piece:
    article: str
    quote: Quote
    text: str
    words: tuple[str, ...]
    cite: Cite
    telling: frozenset[str]  # its words that are no stop words


def wordings(scene: Scene, spelling: Spelling) -> Iterator[Finding]:
    """One finding for each passage of a statement whose exact words differ between outlets."""
    for statement in scene.statements:
        pieces = [piece for quote in statement.tellings for piece in _pieces(scene, quote)]
        for number, passage in enumerate(_passages(pieces)):
            sides = _sides(passage, spelling)
            if len(sides) > 1 and len({one.article for side in sides for one in side}) > 1:
                yield _finding(scene, statement, sides, number, spelling)


def _pieces(scene: Scene, quote_id: str) -> Iterator[_Piece]:
    article, quote = scene.quotes[quote_id]
    if quote.form == "indirect":
        return
    for span in quote.quoted:
        text = span.of(scene.articles[article].text)
        if found := tuple(words(text)):
            telling = frozenset(word for word in found if word not in scene.stop)
            yield _Piece(article, quote, text, found, scene.cite(article, span), telling)


def _passages(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Pieces that tell the same words, more or less: each with the longest that it goes with."""
    found: list[list[_Piece]] = []
    for one in sorted(pieces, key=lambda p: (-len(p.words), p.text, p.article, p.cite)):
        home = max(found, key=lambda passage: _alike(passage[0], one), default=None)
        if home is not None and _goes_with(home[0], one):
            home.append(one)
        else:
            found.append([one])
    return found


def _alike(longer: _Piece, shorter: _Piece) -> float:
    """The share of the shorter piece's words that stand in the longer, in order."""
    equal = sum(
        o.src_end - o.src_start
        for o in Indel.opcodes(shorter.words, longer.words)
        if o.tag == "equal"
    )
    return equal / len(shorter.words)


def _goes_with(longer: _Piece, shorter: _Piece) -> bool:
    few = len(shorter.words) <= _FEW_WORDS and len(longer.words) <= _SHORT
    if longer.telling.isdisjoint(shorter.telling) and longer.words != shorter.words:
        return False
    if len(shorter.words) <= _FRAGMENT and len(longer.words) > 2 * len(shorter.words):
        return _alike(longer, shorter) == 1.0
    return _alike(longer, shorter) >= (_FEW if few else _SAME)


def _changes(a: _Piece, b: _Piece, spelling: Spelling) -> list[Change]:
    return [change for change in diff(a.text, b.text, spelling) if change.matters]


def _sides(passage: Sequence[_Piece], spelling: Spelling) -> list[list[_Piece]]:
    """Pieces by wording: each joins the first side that it does not differ from."""
    sides: list[list[_Piece]] = []
    for one in passage:
        for side in sides:
            if not _changes(side[0], one, spelling):
                side.append(one)
                break
        else:
            sides.append([one])
    return sides


def _finding(
    scene: Scene,
    statement: Statement,
    sides: Sequence[Sequence[_Piece]],
    number: int,
    spelling: Spelling,
) -> Finding:
    first, second = sides[0][0], sides[1][0]
    made = tuple(scene.side(side[0].text, (one.cite for one in side)) for side in sides)
    changes = _changes(first, second, spelling)
    shown = "; ".join(dict.fromkeys(_shown(c, first, second) for c in changes[:4]))
    shorter = min(len(first.words), len(second.words))
    much = shorter > _FEW_WORDS and _alike(first, second) < _REWORDED
    shade = shade_of(first.text, second.text, changes)
    if much:
        around = [scene.sentence(one.article, one.cite.span) for one in (first, second)]
        texts = [scene.articles[one.article].text for one in (first, second)]
        said = " ".join(span.of(text) for span, text in zip(around, texts, strict=True))
        shade = "translation" if _TRANSLATED.search(said) else "rewording"
    why = (
        "The exact words of one statement were compared. Words left out at an edge, punctuation, "
        f"spelling and capitals do not count. What differs: {shown}." + _SHADES[shade]
    )
    known = all(one.quote.speaker for side in sides for one in side)
    return Finding(
        digest("f", "wording", statement.id, *((number,) if number else ())),
        scene.story.id,
        "difference",
        "wording",
        "wording",
        About("statement", statement.id),
        made,
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


def _shown(change: Change, first: _Piece, second: _Piece) -> str:
    def cut(span: Span | None, text: str) -> str:
        return f"“{span.of(text)}”" if span else "nothing"

    return f"{cut(change.left, first.text)} against {cut(change.right, second.text)}"
