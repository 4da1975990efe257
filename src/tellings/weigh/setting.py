"""Where in its article a time is told: how far down, and what the text around it is about.

Two articles tell one happening in like surroundings: the sentence before often names what the
sentence of the time only refers to, and the heading's happening has the first time of a text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from tellings.model import Span
from tellings.text.content import content
from tellings.weigh.scene import Scene

_LEAD = 4  # sentences from the top, the heading among them, in which the news itself is told


@dataclass(frozen=True, slots=True)
class Setting:
    """`around` are the stems of its sentence and of the two beside it, `heading` the title's.

    `depth` is the share of the article's sentences above it, `first` whether it is the first time.
    """

    around: frozenset[str]
    heading: frozenset[str]
    depth: float
    leading: bool
    first: bool


def setting(scene: Scene, article: str, span: Span) -> Setting:
    """The setting of a time expression."""
    marks, text = scene.marks[article], scene.articles[article].text
    spans = [one.span for one in marks.sentences] or [Span(0, len(text))]
    at = max(bisect_right([one.start for one in spans], span.start) - 1, 0)
    above, below = spans[max(at - 1, 0)], spans[min(at + 1, len(spans) - 1)]
    heading = scene.articles[article].title or spans[0].of(text)
    return Setting(
        frozenset(content(text[above.start : below.end], scene.stop)),
        frozenset(content(heading, scene.stop)),
        at / len(spans),
        at < _LEAD,
        all(one.span.start >= span.start for one in marks.expressions),
    )
