"""Whose word a sentence is: an outlet's own, or somebody's to whom it is given."""

from __future__ import annotations

from tellings.text.content import words
from tellings.weigh.frames import Phrase
from tellings.weigh.scene import Scene
from tellings.words.tables import toml


def is_given(scene: Scene, phrase: Phrase) -> bool:
    """Whether a sentence gives what it tells to anybody."""
    quotes = scene.marks[phrase.article].quotes
    if any(quote.span.overlaps(phrase.sentence) for quote in quotes):
        return True
    saying = toml("saying.toml")["according"]
    return any(word in saying for word in _said(scene, phrase))


def is_quoted(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase stands, or reaches, between quotation marks."""
    quotes = scene.marks[phrase.article].quotes
    return any(part.overlaps(phrase.span) for quote in quotes for part in quote.quoted)


def _said(scene: Scene, phrase: Phrase) -> list[str]:
    """The words of the sentence that a phrase stands in."""
    return words(phrase.sentence.of(scene.articles[phrase.article].text))
