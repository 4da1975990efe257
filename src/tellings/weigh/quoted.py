"""The sentences of a story that stand between quotation marks, and which of them may be one.

All of them, in headlines and captions, too, and posts that a page shows whole: whom a text gives
them to is told where it was read, but nothing is passed over because it was not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tellings.model import Cite, Quote, Span
from tellings.text.content import stem, words, words_at
from tellings.text.posts import posts
from tellings.text.quotation import outermost, quotations
from tellings.weigh.scene import Scene

Rarity = Callable[[str], float]

_COMMON = 60  # sentences of a story: a stem in more of them brings no pair by itself
# Weight of the words in common, as `Background.of` gives it, below which nothing speaks for one
# utterance; at 3 two of 79 true ones of the tuned gold are lost.
_LEAST = 2.0
_SHARE = 0.4  # of the weight of the shorter one's words, in common: 2 of 73 true ones have less
_ENDS = re.compile(r"[.!?…][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
_TITLE = re.compile(r"[A-Z]\w{0,2}|(?:\w\.)+\w?")


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One sentence, or less, between quotation marks; `weights` say how rare each stem's word is.

    `names` are the stems with a capital behind the first word; `around` those of the sentence that
    it stands in and their weights; `quote` the mark in which it was read, `statement` and `speaker`
    those of the quote, None where there is none; `person` is that speaker's last name, if it is a
    person whom the article names.
    `beside` is true in a headline and in a caption; `number` counts the article's pieces, and
    `passage` is the same for those of one paragraph and for those of one quotation.
    """

    article: str
    number: int
    passage: int
    span: Span
    text: str
    words: tuple[str, ...]
    weights: dict[str, float]
    names: frozenset[str]
    around: dict[str, float]
    quote: Quote | None
    statement: str | None
    speaker: str | None
    person: str | None
    beside: bool
    day: str | None

    def cite(self, scene: Scene) -> Cite:
        return scene.cite(self.article, self.span)


def pieces(scene: Scene, rarity: Rarity) -> list[Piece]:
    """The quoted sentences of a story's articles in the articles' order, as they stand."""
    owner = {q: statement.id for statement in scene.statements for q in statement.tellings}
    return [
        _piece(scene, rarity, (article, number, passage), span, owner)
        for article in scene.story.articles
        for number, (passage, span) in enumerate(_sentences(scene.articles[article].text))
    ]


def _sentences(text: str) -> Iterator[tuple[int, Span]]:
    """The sentences between marks, and those of posts that the page shows whole, in order; each
    with where its passage begins."""
    shown = list(posts(text))
    marked = (quotation.parts for quotation in outermost(quotations(text)))
    apart = [parts for parts in marked if not any(p.overlaps(o) for p in parts for o in shown)]
    passage, end = 0, 0
    for parts in sorted((*((post,) for post in shown), *apart)):
        if "\n" in text[end : parts[0].start]:
            passage = parts[0].start
        end = parts[-1].end
        for part in parts:
            yield from ((passage, span) for span in _cut(text, part))


def _cut(text: str, part: Span) -> Iterator[Span]:
    """The sentences of what stands between marks in one paragraph."""
    start = part.start
    for end in (*_ends(text, part), part.end):
        told = text[start:end]
        first = start + len(told) - len(told.lstrip())
        last = start + len(told.rstrip(" \n\t,"))
        if first < last:
            yield Span(first, last)
        start = end


def _ends(text: str, part: Span) -> Iterator[int]:
    """Where a sentence of the part ends; "Mr." and "U.S." end none."""
    for end in _ENDS.finditer(text, part.start, part.end):
        before = text[part.start : end.start()].split()[-1:]
        if not before or not _TITLE.fullmatch(before[0]):
            yield end.end()


def _piece(
    scene: Scene, rarity: Rarity, at: tuple[str, int, int], span: Span, owner: dict[str, str]
) -> Piece:
    article = at[0]
    source = scene.articles[article]
    text = span.of(source.text)
    quote = next(
        (
            q
            for q in scene.marks[article].quotes
            if q.form != "indirect" and any(part.overlaps(span) for part in q.quoted)
        ),
        None,
    )
    beside = (*((source.headline,) if source.headline else ()), *source.captions)
    weights = _weights(scene, text, rarity)
    around = _weights(scene, scene.sentence(article, span).of(source.text), rarity)
    return Piece(
        *at,
        span,
        text,
        tuple(words(text)),
        weights,
        _names(text),
        {root: weight for root, weight in around.items() if root not in weights},
        quote,
        owner.get(quote.id) if quote else None,
        scene.actors.get(quote.speaker) if quote and quote.speaker else None,
        _person(scene, article, quote),
        any(place.overlaps(span) for place in beside),
        scene.days.get(article),
    )


def _person(scene: Scene, article: str, quote: Quote | None) -> str | None:
    if quote is None or quote.speaker is None:
        return None
    party = next((p for p in scene.marks[article].parties if p.id == quote.speaker), None)
    if party is None or party.kind != "person" or not party.names:
        return None
    return next(reversed(words(party.names[0])), None)


def _weights(scene: Scene, text: str, rarity: Rarity) -> dict[str, float]:
    """The stems of the words that tell something, each at the more common of its words."""
    found: dict[str, float] = {}
    for word in words(text):
        if word not in scene.stop:
            root = _root(word)
            found[root] = min(found.get(root, 99.0), rarity(word))
    return found


def _names(text: str) -> frozenset[str]:
    told = words_at(text)[1:]
    capital = (word for word, start, _ in told if text[start].isupper())
    return frozenset(_root(word) for word in capital if word.split("'")[0] != "i")


def _root(word: str) -> str:
    return stem(word.removesuffix("'s"))


def candidates(told: Sequence[Piece]) -> list[tuple[Piece, Piece]]:
    """Pairs that have words in common which few of the story's quoted sentences have.

    What one passage quotes was said one thing after the other, and is no pair: none of 33 such
    pairs that the weights spoke for was true.
    """
    index: dict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(told):
        for root in piece.weights:
            index[root].append(number)
    common: dict[tuple[int, int], float] = defaultdict(float)
    for root, where in sorted(index.items()):
        if len(where) <= _COMMON:
            for one, other in combinations(where, 2):
                weights = told[one].weights[root], told[other].weights[root]
                common[one, other] += min(weights)
    whole = [sum(piece.weights.values()) for piece in told]
    return [
        (told[one], told[other])
        for (one, other), weight in sorted(common.items())
        if weight >= max(_LEAST, _SHARE * min(whole[one], whole[other]))
        and told[one].words != told[other].words
        and (told[one].article, told[one].passage) != (told[other].article, told[other].passage)
    ]
