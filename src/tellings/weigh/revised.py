"""Numbers that one article takes back: first reports told of three, later it was one.

The article says itself which figure is the earlier one, so that the other supersedes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tellings.text.content import words
from tellings.weigh.figures import relation
from tellings.weigh.measure import Measure
from tellings.weigh.scene import Scene
from tellings.words.quantities import number_words

_BEFORE = 90  # characters before a number in which its report is called an earlier one
_BETWEEN = 300  # characters at most between the two, one sentence and the next


def revised(scene: Scene, told: Sequence[Measure]) -> Iterator[tuple[Measure, Measure]]:
    """Pairs of an earlier and a later figure of one article, next to each other in its text."""
    grammar = number_words().grammar
    for a, b in pairwise(told):
        if a.article != b.article or a.figure.unit != b.figure.unit:
            continue
        text = scene.articles[a.article].text
        start, end = a.quantity.span.end, b.quantity.span.start
        if end - start > _BETWEEN or "\n" in text[start:end]:
            continue
        if relation(a.figure, b.figure) not in ("contradiction", "raised"):
            continue
        before = words(text[max(a.sentence, a.quantity.span.start - _BEFORE) : start])
        between = words(text[start:end])
        if grammar["former"].isdisjoint(before) or grammar["latter"].isdisjoint(between):
            continue
        if _one_matter(text, a, b):
            yield a, b


def _one_matter(text: str, a: Measure, b: Measure) -> bool:
    """Whether both count under one act, or what they count shares a word."""
    if not (a.of and b.of):
        return False
    return a.act == b.act or not _noun(text, a).isdisjoint(_noun(text, b))


def _noun(text: str, one: Measure) -> frozenset[str]:
    """The words from the number to the end of what it counts."""
    if one.quantity.counted is None:
        return one.of
    return one.of | frozenset(words(text[one.quantity.span.end : one.quantity.counted.end]))
