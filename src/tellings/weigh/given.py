"""Whose word a sentence is: an outlet's own, or somebody's to whom it is given."""

from __future__ import annotations

from tellings.text.content import words
from tellings.weigh.frames import Phrase
from tellings.weigh.scene import Scene
from tellings.words.tables import toml

_SOURCE = 10  # words behind "according to" that name who said it


def said_in(scene: Scene, phrase: Phrase) -> list[str]:
    """The words of the sentence that a phrase stands in."""
    return words(phrase.sentence.of(scene.articles[phrase.article].text))


def is_given(scene: Scene, phrase: Phrase) -> bool:
    """Whether a sentence gives what it tells to anybody."""
    quotes = scene.marks[phrase.article].quotes
    if any(quote.span.overlaps(phrase.sentence) for quote in quotes):
        return True
    saying = toml("saying.toml")["according"]
    return any(word in saying for word in said_in(scene, phrase))


def givers(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """The names and roles of whoever the sentence, or a part of it, is given to."""
    text = scene.articles[phrase.article].text
    quotes = scene.marks[phrase.article].quotes
    beside = (q.source for q in quotes if q.source and q.span.overlaps(phrase.sentence))
    found = [word for at in beside for word in words(at.of(text))]
    said, saying = said_in(scene, phrase), toml("saying.toml")["according"]
    after = next((n for n, word in enumerate(said) if word in saying), len(said))
    found += said[after + 1 : after + 1 + _SOURCE]
    return frozenset(word for word in found if word not in scene.stop)


def is_quoted(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase stands, or reaches, between quotation marks."""
    quotes = scene.marks[phrase.article].quotes
    return any(part.overlaps(phrase.span) for quote in quotes for part in quote.quoted)
