"""A number with its unit and bound, as it stands in the text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tellings.annotate.quantities.lex import Words
from tellings.annotate.quantities.numerals import Form
from tellings.model import Span
from tellings.model.marks import Modifier


@dataclass(frozen=True, slots=True)
class Found:
    """A number at tokens [first, last), its numerals ending at token `number`.

    What is counted may begin at token `rest`. `kind` is measure, time, money, age, share, or None
    for a count; `unit` is its name.
    """

    words: Words
    first: int
    number: int
    last: int
    low: Decimal
    high: Decimal
    unit: str | None
    kind: str | None
    modifier: Modifier
    form: Form
    scaled: bool = False
    rest: int = 0

    @property
    def after(self) -> int:
        """Where, in code points, what stands behind the number and its bound begins."""
        at = max(self.rest, self.last)
        return self.words.starts[at] if at < len(self.words) else len(self.words.text)

    @property
    def figures(self) -> Span:
        """The number without what stands behind it."""
        return Span(self.words.starts[self.first], self.words.ends[self.number - 1])

    @property
    def span(self) -> Span:
        return Span(self.words.starts[self.first], self.words.ends[self.last - 1])
