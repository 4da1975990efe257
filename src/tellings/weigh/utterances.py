"""Whether two quotes of a statement give the same words, and not the same sense on two occasions.

Politicians repeat themselves: only words that both set between quotation marks, with enough of what
stands around them, show one utterance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.text.content import content, words
from tellings.weigh.scene import Scene

LONG = 6  # words in a row: no set phrase
_TELLING = 2  # of the shared words that are no stop words
# Stems that two tellings share besides, and their share of the shorter, where the shared words are
# a fragment.
_STEMS, _SHARE = 4, 0.4


@dataclass(frozen=True, slots=True)
class Uttered:
    """One quote: the words between its marks, piece by piece, and the stems of its content."""

    article: str
    quote: str
    pieces: tuple[tuple[str, ...], ...]
    stems: frozenset[str]


def uttered(scene: Scene, quote_id: str) -> Uttered:
    """What a quote gives as exact words, and what it is about."""
    article, quote = scene.quotes[quote_id]
    text = scene.articles[article].text
    marked = quote.quoted if quote.form != "indirect" else ()
    whole = " ".join(part.of(text) for part in quote.parts)
    return Uttered(
        article,
        quote_id,
        tuple(tuple(words(piece.of(text))) for piece in marked),
        frozenset(content(whole, scene.stop)),
    )


def shared(a: Uttered, b: Uttered) -> tuple[str, ...]:
    """The longest run of words that both set between quotation marks."""
    runs = (_run(x, y) for x in a.pieces for y in b.pieces)
    return max(runs, key=lambda run: (len(run), run), default=())


def _run(a: Sequence[str], b: Sequence[str]) -> tuple[str, ...]:
    best, end = 0, 0
    before = [0] * (len(b) + 1)
    for i, word in enumerate(a, 1):
        row = [0] * (len(b) + 1)
        for j, other in enumerate(b, 1):
            if word == other:
                row[j] = before[j - 1] + 1
                if row[j] > best:
                    best, end = row[j], i
        before = row
    return tuple(a[end - best : end])


def one_utterance(a: Uttered, b: Uttered, stop: frozenset[str]) -> bool:
    """Whether they share a long run of words, or a telling fragment and what is said with it."""
    run = shared(a, b)
    if sum(word not in stop for word in run) < _TELLING:
        return False
    both = len(a.stems & b.stems)
    least = min(len(a.stems), len(b.stems))
    return len(run) >= LONG or (both >= _STEMS and both >= _SHARE * least)
