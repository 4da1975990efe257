"""Differences of number: one counted thing under one act, told with other figures.

Compared only where unit, what is counted, and the act agree, and where the sentences tell the same
matter. A round figure beside an exact one is rounding; a bound that holds is no clash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tellings.model import About, Cite, Finding, Quantity, digest
from tellings.model.findings import DifferenceType
from tellings.text.content import content, stem, words
from tellings.weigh.scene import Scene

# Share of the rarer sentence's content words that two sentences must have in common before their
# numbers are compared; below it, like counts of other matters were compared.
_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class _Counted:
    article: str
    quantity: Quantity
    cite: Cite
    low: Decimal | None
    high: Decimal | None
    of: str
    stems: frozenset[str]


def numbers(scene: Scene) -> Iterator[Finding]:
    """One finding for each counted thing whose figures differ between outlets."""
    for group in _groups(scene):
        if len({_value(one) for one in group}) < 2:
            continue
        outlets = {one.article for one in group}
        kind = _kind(group)
        if kind is None or len(outlets) < 2:
            continue
        told: dict[str, list[Cite]] = {}
        for one in group:
            told.setdefault(_value(one), []).append(one.cite)
        sides = [scene.side(value, cites) for value, cites in sorted(told.items())]
        sides.sort(key=lambda side: (-side.independent, side.value))
        first = min(group, key=lambda one: one.quantity.id)
        yield Finding(
            digest("f", "number", first.quantity.id),
            scene.story.id,
            "difference",
            "number",
            kind,
            About("quantity", first.quantity.id),
            tuple(sides),
            f"Numbers of one thing (“{first.quantity.of or first.quantity.unit}”) under one act "
            f"(“{first.quantity.act}”) were compared; the sentences share most of their words.",
            0.7 if kind == "contradiction" else 0.8,
        )


def _groups(scene: Scene) -> list[list[_Counted]]:
    groups: list[list[_Counted]] = []
    for one in _counted(scene):
        for group in groups:
            if all(_comparable(one, other) for other in group):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _counted(scene: Scene) -> list[_Counted]:
    found = []
    for article in sorted(scene.story.articles):
        text = scene.articles[article].text
        for quantity in scene.marks[article].quantities:
            counted = quantity.of or quantity.unit
            if counted is None or quantity.act is None:
                continue
            around = scene.sentence(article, quantity.span)
            found.append(
                _Counted(
                    article,
                    quantity,
                    scene.cite(article, quantity.span),
                    _number(quantity.low),
                    _number(quantity.high),
                    stem(words(counted)[-1]) if words(counted) else counted,
                    frozenset(content(around.of(text), scene.stop)),
                )
            )
    return sorted(found, key=lambda one: one.quantity.id)


def _number(value: str | None) -> Decimal | None:
    try:
        return None if value is None else Decimal(value)
    except InvalidOperation:
        return None


def _comparable(a: _Counted, b: _Counted) -> bool:
    if a.quantity.unit != b.quantity.unit or a.of != b.of or a.article == b.article:
        return False
    if stem(a.quantity.act or "") != stem(b.quantity.act or ""):
        return False
    least = min(len(a.stems), len(b.stems)) or 1
    return len(a.stems & b.stems) / least >= _ALIKE


def _value(one: _Counted) -> str:
    unit = f" {one.quantity.unit}" if one.quantity.unit else ""
    modifier = "" if one.quantity.modifier == "exact" else f"{one.quantity.modifier} "
    ends = [str(end) for end in (one.low, one.high) if end is not None]
    return modifier + "–".join(dict.fromkeys(ends)) + unit


def _kind(group: Sequence[_Counted]) -> DifferenceType | None:
    """rounding where every pair can be one number rounded, contradiction where one pair cannot."""
    kinds = {_pair(a, b) for i, a in enumerate(group) for b in group[i + 1 :]}
    if None in kinds:
        return None
    if "contradiction" in kinds:
        return "contradiction"
    return "rounding" if "rounding" in kinds else None


def _pair(a: _Counted, b: _Counted) -> str | None:
    """same, rounding or contradiction; None where the two cannot be compared."""
    if (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return None
    if (a.low, a.high) == (b.low, b.high):
        return "same"
    if _meets(a, b) or _rounds(a, b) or _rounds(b, a):
        return "rounding"
    bounded = {"at-least", "at-most", "more-than", "less-than"}
    if {a.quantity.modifier, b.quantity.modifier} & bounded:
        return None
    return "contradiction"


def _meets(a: _Counted, b: _Counted) -> bool:
    """Whether the ranges overlap ("hundreds" and 755)."""
    low = max(x.low if x.low is not None else Decimal("-Infinity") for x in (a, b))
    high = min(x.high if x.high is not None else Decimal("Infinity") for x in (a, b))
    return low <= high


def _rounds(round_one: _Counted, exact: _Counted) -> bool:
    """Whether the first is the second, rounded to fewer figures."""
    a, b = round_one.low, exact.low
    if a is None or b is None or a != round_one.high or b != exact.high or not b:
        return False
    places = _zeros(a)
    step = Decimal(10) ** places
    near = abs(a - b) < step and places > _zeros(b)
    return near and abs(a - b) <= b.copy_abs() / 10


def _zeros(value: Decimal) -> int:
    normal = value.normalize()
    exponent = normal.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
