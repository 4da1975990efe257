"""Where a copy's words come from: told by a credit, by the days of publication, or not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tellings.model import Origin


@dataclass(frozen=True, slots=True)
class Printed:
    """What an article with a copied passage says of itself (fields as in `copies.Source`)."""

    id: str
    outlet: str | None
    published: str | None
    credits: tuple[str, ...]


def origin(articles: Sequence[Printed]) -> Origin:
    """An agency that is credited, an outlet that is, else who was first; with the reason.

    Who was first counts only where every article's day is known, the first is strictly before all
    others, and nobody is credited. Both fields are None where the origin is not known.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    named = sorted({credit for article in ordered for credit in article.credits})
    own = [a for a in ordered if a.outlet is not None and _is(a.outlet, named)]
    if len(named) == 1:
        return _credited(named[0], own, ordered)
    if named:
        return Origin(None, None, f"the articles credit several: {', '.join(named)}")
    return _first(ordered)


def _is(outlet: str, named: Iterable[str]) -> bool:
    return any(outlet.casefold() == name.casefold() for name in named)


def _credited(name: str, own: Sequence[Printed], ordered: Sequence[Printed]) -> Origin:
    crediting = [article.id for article in ordered if article.credits]
    why = f"{name} is credited by {', '.join(crediting)}"
    if len(own) == 1 and own[0].id not in crediting:
        return Origin(own[0].id, None, f"{why}; {own[0].id} is its own article")
    return Origin(None, name, why)


def _first(ordered: Sequence[Printed]) -> Origin:
    days = sorted((a.published, a.id) for a in ordered if a.published is not None)
    if len(days) < len(ordered):
        return Origin(None, None, "nobody is credited, and not every article's day is known")
    if not all(_is_day(day) for day, _ in days):
        return Origin(None, None, "nobody is credited, and not every day is known exactly")
    (first, article), (second, _) = days[:2]
    if first[:10] == second[:10]:
        return Origin(None, None, f"nobody is credited, and the first two came out on {first[:10]}")
    return Origin(article, None, f"nobody is credited, and it came out first, on {first[:10]}")


def _is_day(edtf: str) -> bool:
    day = edtf[:10]
    return len(day) == 10 and day.replace("-", "").isdigit() and edtf[10:11] in ("", "T")
