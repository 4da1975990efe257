"""Where a copy's words come from: told by a credit, by the days of publication, or not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.model import Origin

# As words/agencies.toml names agencies that an article does not name.
UNNAMED = frozenset({"news agencies"})


@dataclass(frozen=True, slots=True)
class Printed:
    """What an article with a copied passage says of itself (fields as in `copies.Source`)."""

    id: str
    outlet: str | None
    published: str | None
    credits: tuple[str, ...]


def origin(articles: Sequence[Printed]) -> Origin:
    """An agency or outlet that is credited, else who was first; with the reason.

    What an article credits to its own outlet says nothing. Who was first counts only where every
    article's day is known, the first is strictly before all others, and nobody is credited. Both
    fields are None where the origin is not known.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    credited = {a.id: [c for c in a.credits if not _is(c, a.outlet)] for a in ordered}
    named = sorted({c for credits in credited.values() for c in credits if c not in UNNAMED})
    if len(named) == 1:
        return _credited(named[0], [i for i, c in credited.items() if named[0] in c], ordered)
    if named:
        return Origin(None, None, f"the articles credit several: {', '.join(named)}")
    unnamed = [i for i, credits in credited.items() if credits]
    if unnamed:
        return Origin(None, None, f"{', '.join(unnamed)} credits agencies without naming one")
    return _first(ordered)


def _is(name: str, outlet: str | None) -> bool:
    return outlet is not None and outlet.casefold() == name.casefold()


def _credited(name: str, crediting: Sequence[str], ordered: Sequence[Printed]) -> Origin:
    why = f"{name} is credited by {', '.join(crediting)}"
    own = [article for article in ordered if _is(name, article.outlet)]
    if len(own) == 1:
        why = f"{why}; {own[0].id} is its own article"
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
