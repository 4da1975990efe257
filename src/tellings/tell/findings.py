"""Findings in words: differences first to read, each side with the outlets that tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from tellings.model import Cite, Finding, Side
from tellings.tell.changes import differing
from tellings.tell.dates import spoken
from tellings.tell.desk import Desk
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
    "scope": "not the same thing counted",
    "wording": "other words",
    "certainty": "told as more or less sure",
    "framing": "put in another light",
}
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
    slot = _SLOTS.get(finding.slot, "")
    kind = _TYPES.get(finding.type or "", "")
    return ": ".join(part for part in (slot, kind) if part) or finding.kind.capitalize()


def _side(desk: Desk, finding: Finding, side: Side) -> SideView | None:
    passages = desk.passages(side.cites)
    if not passages:
        return None
    value: str | None = spoken(side.value) if finding.slot == "date" else side.value
    if finding.slot is None or any(value == passage.cite.text for passage in passages):
        value = None  # the heading, or the quotation beneath in the article's own words, says it
    return SideView(value or None, passages, side.outlets, side.independent)


def _confidence(confidence: float) -> str:
    """Confidence in words with the number beside them; the steps are this page's own choice."""
    word = "high" if confidence >= 0.9 else "fair" if confidence >= 0.7 else "low"
    return f"{word} ({confidence:.2f})"
