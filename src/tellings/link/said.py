"""A quote as joining sees it: its words, who says them, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from tellings.model import Quote, Span
from tellings.text.calendar import bounds


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with what joining it needs: the stored text, its sentence(s), speaker and days.

    `speaker` is an actor's id; `named` is false for a speaker whom the article does not name.
    `day` is the EDTF day on which it was said, None where the text does not tell; `published` that
    of the article.
    """

    quote: Quote
    article: str
    outlet: str
    text: str
    around: Span
    speaker: str | None
    named: bool = True
    day: str | None = None
    published: str | None = None


@dataclass(slots=True)
class Uttered:
    """The words of a quote: the exact ones between marks, what it is about, and what is around."""

    said: Said
    pieces: tuple[tuple[str, ...], ...]  # the exact words, mark by mark
    content: tuple[str, ...]
    context: frozenset[str]
    weights: dict[str, float]  # how rare the word behind each stem is

    @property
    def id(self) -> str:
        return self.said.quote.id

    @property
    def exact(self) -> tuple[str, ...]:
        return tuple(word for piece in self.pieces for word in piece)


def speakers(a: Said, b: Said) -> str:
    """Whether two quotes are of one speaker: "same", "different" or "unknown"."""
    if a.speaker is None or b.speaker is None:
        return "unknown"
    if a.speaker == b.speaker:
        return "same"
    return "different" if a.named and b.named else "unknown"


def are_apart(one: str | None, other: str | None, days: int) -> bool:
    """Whether so many days at least lie between two EDTF days; unknown ones are not apart."""
    a, b = bounds(one), bounds(other)
    return a is not None and b is not None and max(a[0], b[0]) - min(a[1], b[1]) >= timedelta(days)
