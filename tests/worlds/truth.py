"""The articles of a world, and what was planted in them.

Spans are (start, end) in code points of the article's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
CopyForm = Literal["verbatim", "edited", "recut"]
QuoteForm = Literal["verbatim", "trimmed", "changed", "paraphrased", "split", "misattributed"]


@dataclass(frozen=True, slots=True)
class Article:
    """As JSON Lines input gives it: `row()` has the keys that DESIGN.md names."""

    id: str
    title: str
    text: str
    publisher: str
    date: str

    def row(self) -> dict[str, str]:
        return {
            "id": self.id,
            "title": self.title,
            "text": self.text,
            "publisher": self.publisher,
            "date": self.date,
        }


@dataclass(frozen=True, slots=True, order=True)
class CopyPair:
    """A passage of `source` (an article) that `article` printed; `origin` is the agency's name.

    verbatim: paragraphs in a row, unchanged. edited: in a row, one word in ten changed. recut: one
    of several stretches of paragraphs that were dropped between and put in another order.
    """

    source: str
    source_span: Span
    article: str
    span: Span
    form: CopyForm
    origin: str


@dataclass(frozen=True, slots=True, order=True)
class StatementTelling:
    """How an article tells a statement: content without quotation marks, one part or two.

    `speaker` is whom the article names; `true_speaker` who said it (another: misattributed).
    """

    statement: str
    article: str
    parts: tuple[Span, ...]
    form: QuoteForm
    speaker: str
    true_speaker: str
    copied: bool


@dataclass(frozen=True, slots=True, order=True)
class DateTelling:
    """The day of a happening as an article tells it, as EDTF; `true` is the day it was."""

    happening: str
    article: str
    span: Span
    value: str
    true: str
    copied: bool


@dataclass(frozen=True, slots=True, order=True)
class NumberTelling:
    """A count as an article tells it; `about` where it says so; `true` is the exact count."""

    quantity: str
    article: str
    span: Span
    value: int
    about: bool
    true: int
    copied: bool


@dataclass(frozen=True, slots=True, order=True)
class FactTelling:
    """A sentence that tells a fact; who lacks it can be reckoned from the story's articles."""

    fact: str
    article: str
    span: Span
    copied: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """All that was planted; every tuple is sorted. A story is a tuple of article ids."""

    stories: tuple[tuple[str, ...], ...] = ()
    copies: tuple[CopyPair, ...] = ()
    statements: tuple[StatementTelling, ...] = ()
    dates: tuple[DateTelling, ...] = ()
    numbers: tuple[NumberTelling, ...] = ()
    facts: tuple[FactTelling, ...] = ()
    origins: tuple[tuple[str, str | None], ...] = ()  # (article, agency whose text it holds)

    def clashes(self) -> tuple[tuple[DateTelling, DateTelling], ...]:
        """Pairs of tellings whose days cannot both hold (a month holds its days)."""
        return tuple(
            (one, other)
            for n, one in enumerate(self.dates)
            for other in self.dates[n + 1 :]
            if one.happening == other.happening
            and one.article != other.article
            and not one.value.startswith(other.value)
            and not other.value.startswith(one.value)
        )

    def omissions(self) -> tuple[tuple[str, str], ...]:
        """(fact, article): told by two origins or more of the story, not by this article."""
        found: set[tuple[str, str]] = set()
        by_article = dict(self.origins)
        for story in self.stories:
            told: dict[str, set[str]] = {}
            for telling in self.facts:
                if telling.article in story:
                    told.setdefault(telling.fact, set()).add(telling.article)
            for fact, articles in told.items():
                if len({by_article.get(article) or article for article in articles}) > 1:
                    found |= {(fact, article) for article in story if article not in articles}
        return tuple(sorted(found))
