"""What the pages of a world hold, gathered as its truth."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.worlds.pages import DatePlant, Page, Plant, QuotePlant
from tests.worlds.truth import (
    Article,
    CopyPair,
    DateTelling,
    FactTelling,
    NumberTelling,
    Span,
    StatementTelling,
    Truth,
)


@dataclass(slots=True)
class Told:
    """One affair as told so far; `pages` and `origins` (agency or None) are by article id."""

    articles: list[Article] = field(default_factory=list)
    stories: list[tuple[str, ...]] = field(default_factory=list)
    copies: list[CopyPair] = field(default_factory=list)
    pages: list[tuple[str, Page]] = field(default_factory=list)
    origins: list[tuple[str, str | None]] = field(default_factory=list)


def harvest(held: list[Told]) -> Truth:
    """The truth of all affairs together."""
    pages = [each for told in held for each in told.pages]
    plants = [(name, *plant) for name, page in pages for plant in page.plants]
    return Truth(
        stories=tuple(sorted(story for told in held for story in told.stories)),
        copies=tuple(sorted(pair for told in held for pair in told.copies)),
        statements=tuple(sorted(_statements(plants))),
        dates=tuple(
            sorted(
                DateTelling(plant.happening, name, span, plant.value, plant.true, copied)
                for name, plant, span, copied in plants
                if isinstance(plant, DatePlant)
            )
        ),
        numbers=tuple(
            sorted(
                NumberTelling(
                    plant.quantity, name, span, plant.value, plant.about, plant.true, copied
                )
                for name, plant, span, copied in plants
                if not isinstance(plant, DatePlant | QuotePlant)
            )
        ),
        facts=tuple(
            sorted(
                FactTelling(fact, name, span, copied)
                for name, page in pages
                for fact, span, copied in page.facts
            )
        ),
        origins=tuple(sorted(origin for told in held for origin in told.origins)),
    )


def _statements(plants: list[tuple[str, Plant, Span, bool]]) -> list[StatementTelling]:
    """One telling an article and statement: a quotation split around its cue has two parts."""
    parts: dict[tuple[str, QuotePlant, bool], list[Span]] = {}
    for name, plant, span, copied in plants:
        if isinstance(plant, QuotePlant):
            parts.setdefault((name, plant, copied), []).append(span)
    return [
        StatementTelling(
            plant.statement,
            name,
            tuple(spans),
            plant.form,
            plant.speaker,
            plant.true_speaker,
            copied,
        )
        for (name, plant, copied), spans in parts.items()
    ]
