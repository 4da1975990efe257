"""Whether an article tells as fact, elsewhere, what one of its sentences gives to somebody, or the
other way round: who says so is named once, and not in every sentence that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.model import Span
from tellings.text.content import content, words
from tellings.weigh.doubts import doubted
from tellings.weigh.scene import Scene
from tellings.weigh.sentences import Sentence, not_body

# The words in common from which a sentence tells the same, and their share of the other's.
_FEWEST, _SHARE = 4, 0.35
_LEAD = 2  # sentences at an article's head that say for whom the rest is told


def is_given_beside(scene: Scene, fact: Sentence, source: str) -> bool:
    """Whether the sentence before or behind one told as fact, or the article's lead, is given to
    somebody who is told of by a word of `source`."""
    asked = _telling(scene, source)
    body = list(_body(scene, fact.article))
    at = next((n for n, span in enumerate(body) if span == fact.span), None)
    if at is None:
        return False
    near = [*body[:_LEAD], *body[max(0, at - 1) : at + 2]]
    text = scene.articles[fact.article].text
    return any(
        quote.source is not None and not asked.isdisjoint(_telling(scene, quote.source.of(text)))
        for quote in scene.marks[fact.article].quotes
        if any(quote.span.overlaps(span) for span in near)
    )


def is_told_flat(scene: Scene, given: Sentence, fact: Sentence) -> bool:
    """Whether the article that gives a sentence to somebody tells the same elsewhere as fact."""
    marks, text = scene.marks[given.article], scene.articles[given.article].text
    for span in _body(scene, given.article):
        if span == given.span or any(quote.span.overlaps(span) for quote in marks.quotes):
            continue
        said = span.of(text)
        equal = fact.stems & frozenset(content(said, scene.stop))
        if len(equal) >= max(_FEWEST, _SHARE * len(fact.stems)) and not doubted(words(said)):
            return True
    return False


def _body(scene: Scene, article: str) -> Iterator[Span]:
    beside = not_body(scene.articles[article])
    for sentence in scene.marks[article].sentences:
        if not any(span.overlaps(sentence.span) for span in beside):
            yield sentence.span


def _telling(scene: Scene, said: str) -> frozenset[str]:
    return frozenset(word for word in words(said) if word not in scene.stop)
