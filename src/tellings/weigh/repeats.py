"""Whether two rules have found one difference."""

from __future__ import annotations

from tellings.model import Finding, Side


def repeats(one: Finding, other: Finding) -> bool:
    """Whether two differences set the same places against each other, in whatever words."""
    ways = (other.sides, other.sides[::-1])
    return any(all(map(_meet, one.sides, sides)) for sides in ways)


def _meet(one: Side, other: Side) -> bool:
    return any(
        a.article == b.article and a.start < b.end and b.start < a.end
        for a in one.cites
        for b in other.cites
    )
