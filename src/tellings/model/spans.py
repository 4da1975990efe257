"""Where words stand: a span of a stored text, and a cite, which carries its exact words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points of one stored text; never empty, never negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span (equal spans contain each other)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same length, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The exact words at this span; raises `ValueError` where the text ends before it."""
        if self.end > len(text):
            raise ValueError(f"span [{self.start}, {self.end}) lies outside {len(text)} characters")
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Cite:
    """An article's id, a span, and the exact text there."""

    article: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if len(self.text) != self.end - self.start or not self.text:
            raise ValueError(f"a cite's text must fill its span: {self!r}")

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def cite(article: str, text: str, start: int, end: int) -> Cite:
    """Cut a cite out of the stored `text` of `article`."""
    return Cite(article, start, end, Span(start, end).of(text))
