"""Findings in words: differences first to read, each side with the outlets that tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from tellings.model import Cite, Finding, Side
from tellings.tell.changes import differing
from tellings.tell.dates import spoken
from tellings.tell.desk import Desk
from tellings.tell.figures import figure
from tellings.tell.reasons import plain
from tellings.tell.view import FindingView, SideView

About = Callable[[str, str], tuple[str, str | None]]

_SLOTS = {
    "date": "When",
    "number": "How many",
    "place": "Where",
    "actor": "Who",
    "name": "How a name is written",
    "wording": "The words",
    "certainty": "How sure it is told",
    "framing": "How it is put",
}
_TYPES = {
    "contradiction": "cannot both be right",
    "update": "a later telling brings it up to date",
    "rounding": "the same number, rounded",
    "precision": "the same, told more or less exactly",
    "scope": "not of the same extent",
    "wording": "not the same",
    "certainty": "told as more or less sure",
    "framing": "put in another light",
}
# Where slot and type together say it better, or one of them alone.
_BOTH = {
    ("number", "scope"): "How many: not the same thing counted",
    ("name", "wording"): "How a name is written: in two ways",
    ("certainty", "certainty"): "How sure it is told",
    ("framing", "framing"): "How it is put",
    ("framing", "wording"): "How it is put",
}
_SHADES = {
    "word": "one word for another",
    "subject": "another subject",
    "rewording": "put in other words",
    "translation": "another translation",
}
_LONGEST_VALUE = 60  # letters: a longer one is a clause, which stands marked beneath
# One value at two grains, which nobody need choose between: listed apart, never as a clash.
GRAINS = frozenset({"precision", "rounding"})
# What a reader should see first: clashes of fact, then shades of wording.
_WEIGHT = {
    kind: rank
    for rank, kind in enumerate(
        [
            "contradiction",
            "update",
            "certainty",
            "wording",
            "scope",
            "framing",
            "precision",
            "rounding",
        ]
    )
}


def findings(desk: Desk, found: list[Finding], about: About) -> tuple[FindingView, ...]:
    """The weightiest first; a finding of which a whole side no longer holds is not told."""
    views = [_finding(desk, each, about) for each in sorted(found, key=_order)]
    return tuple(v for v in views if v.sides and len(v.sides) == len(v.finding.sides))


def _order(finding: Finding) -> tuple[int, int, float, str]:
    weight = _WEIGHT.get(finding.type or "", len(_WEIGHT))
    return (weight, -sum(side.outlets for side in finding.sides), -finding.confidence, finding.id)


def _finding(desk: Desk, finding: Finding, about: About) -> FindingView:
    label, line = about(finding.about.kind, finding.about.id)
    return FindingView(
        id=finding.id,
        finding=finding,
        heading=_heading(finding, label),
        about=label if finding.slot else "",
        about_id=line,
        sides=_sides(desk, finding),
        why=plain(desk, finding.why),
        confidence=_confidence(finding.confidence),
        missing=tuple(
            sorted((desk.label(article) for article in finding.missing), key=str.casefold)
        ),
    )


def _sides(desk: Desk, finding: Finding) -> tuple[SideView, ...]:
    views = [v for side in finding.sides if (v := _side(desk, finding, side)) is not None]
    if finding.slot != "wording" or not 2 <= len(views) == len(finding.sides):
        return tuple(views)
    exact = [_by_article(side) for side in finding.sides]
    longest = [
        max(each.values(), key=lambda cites: sum(len(c.text) for c in cites)) for each in exact
    ]
    marked = []
    for number, view in enumerate(views):
        other = longest[1 if number == 0 else 0]
        passages = tuple(
            replace(p, marks=differing(exact[number][p.cite.article], other)) for p in view.passages
        )
        marked.append(replace(view, passages=passages))
    return tuple(marked)


def _by_article(side: Side) -> dict[str, list[Cite]]:
    """A side's cites by article: the pieces of each article's wording, in order."""
    held: dict[str, list[Cite]] = defaultdict(list)
    for each in sorted(side.cites):
        held[each.article].append(each)
    return held


def _heading(finding: Finding, about: str) -> str:
    """What kind of finding it is; where it is about no one value, what is told or left out."""
    if finding.slot is None:
        told = about[:1].upper() + about[1:]
        return f"Not told by all: {about}" if finding.kind == "omission" else told
    return f"{_of_slot(finding)}{', inside one article' if _is_inside(finding) else ''}"


def _of_slot(finding: Finding) -> str:
    slot, kind = finding.slot or "", finding.type or ""
    if (slot, kind) in _BOTH:
        return _BOTH[slot, kind]
    words = _SHADES.get(finding.shade or "", _TYPES.get(kind, "")) if slot == "wording" else ""
    parts = (_SLOTS.get(slot, ""), words or _TYPES.get(kind, ""))
    return ": ".join(part for part in parts if part) or finding.kind.capitalize()


def _is_inside(finding: Finding) -> bool:
    articles = {cite.article for side in finding.sides for cite in side.cites}
    return finding.kind == "difference" and len(articles) == 1


def _side(desk: Desk, finding: Finding, side: Side) -> SideView | None:
    # The pieces of one wording stay together.
    cites = side.cites
    passages = desk.passages(cites) if finding.slot == "wording" else desk.spread(cites)
    if not passages:
        return None
    return SideView(_value(desk, finding, side), passages, side.outlets, side.independent)


def _value(desk: Desk, finding: Finding, side: Side) -> str | None:
    """The side's value in words; None where the heading or the quotation beneath says it."""
    match finding.slot:
        case None:
            return None
        case "date":
            return spoken(side.value)
        case "number":
            return figure(side.value)
        case "actor" | "place" if side.value in desk.actors:
            return desk.name(side.value)
        case "wording" if any(side.value == cite.text for cite in side.cites):
            return None
        case "framing" if len(side.value) > _LONGEST_VALUE:
            return None
        case _:
            return side.value or None


def _confidence(confidence: float) -> str:
    """Confidence in words with the number beside them; the steps are this page's own choice."""
    word = "high" if confidence >= 0.9 else "fair" if confidence >= 0.7 else "low"
    return f"{word} ({confidence:.2f})"
