"""One story as weighing sees it: its articles, marks and groups, and what can be looked up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tellings.model import Article, Cite, Event, Marks, Quote, Side, Span, Statement, Story, cite
from tellings.model.marks import Time
from tellings.text.calendar import bounds
from tellings.weigh.independence import Origins, Told


@dataclass(slots=True)
class Scene:
    """`times` are the placed times by article and span; `days` the articles' days of publication.

    `stop` are words that say nothing; `actors` gives the actor's id of each party.
    """

    story: Story
    articles: Mapping[str, Article]
    marks: Mapping[str, Marks]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    times: Mapping[tuple[str, Span], Time]
    days: Mapping[str, str | None]
    actors: Mapping[str, str]
    origins: Origins
    stop: frozenset[str]
    quotes: dict[str, tuple[str, Quote]] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for article in self.story.articles:
            marks = self.marks[article]
            self._starts[article] = [sentence.span.start for sentence in marks.sentences]
            for quote in marks.quotes:
                self.quotes[quote.id] = (article, quote)

    def sentence(self, article: str, span: Span) -> Span:
        """From the sentence in which `span` begins to the one in which it ends."""
        sentences = self.marks[article].sentences
        first = max(bisect_right(self._starts[article], span.start) - 1, 0)
        last = max(bisect_right(self._starts[article], span.end - 1) - 1, 0)
        if not sentences:
            return span
        start = min(sentences[first].span.start, span.start)
        return Span(start, max(sentences[last].span.end, span.end))

    def cite(self, article: str, span: Span) -> Cite:
        return cite(article, self.articles[article].text, span.start, span.end)

    def told(self, cites: Iterable[Cite]) -> list[Told]:
        """The sentences that cites stand in, as what origins are counted over."""
        return [Told(c.article, self.sentence(c.article, c.span)) for c in cites]

    def side(self, value: str, cites: Iterable[Cite]) -> Side:
        """One side of a finding, with its outlets and origins counted."""
        ordered = tuple(sorted(set(cites)))
        told = self.told(ordered)
        return Side(value, ordered, self.origins.outlets(told), self.origins.independent(told))

    def outlets(self, cites: Iterable[Cite]) -> frozenset[str]:
        return frozenset(self.origins.labels(self.told(cites)))

    def before(self, one: str, other: str) -> bool | None:
        """Whether article `one` came out on an earlier day than `other`; None where unknown."""
        a, b = bounds(self.days.get(one)), bounds(self.days.get(other))
        if a is None or b is None:
            return None
        if a[1] < b[0]:
            return True
        return False if b[1] <= a[0] else None
