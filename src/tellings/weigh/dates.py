"""Differences of date: one event, or one statement's saying, told with days that do not fit.

Only dates that the tellings themselves give are compared. A day inside a told month is one date at
two precisions: it is listed, and never called a clash.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tellings.model import About, Cite, Event, Finding, Statement, digest
from tellings.text.calendar import bounds
from tellings.weigh.scene import Scene

Days = tuple[date, date]
_UNHAPPENED = frozenset({"planned", "hypothetical", "denied"})


def dates(scene: Scene) -> Iterator[Finding]:
    """Findings on the days of events, and on the days on which statements were made."""
    for event in scene.events:
        told: dict[str, list[Cite]] = {}
        for telling in event.tellings:
            if telling.time is None or telling.certainty in _UNHAPPENED:
                continue
            time = scene.times.get((telling.cite.article, telling.time.span))
            if time is not None and time.edtf and time.type == "DATE":
                told.setdefault(time.edtf, []).append(telling.time)
        yield from _compared(scene, told, About("event", event.id), _event_why(event))
    for statement in scene.statements:
        yield from _said(scene, statement)


def _event_why(event: Event) -> str:
    return f"The days told for one event (“{event.lemma}”, {len(event.tellings)} tellings)"


def _said(scene: Scene, statement: Statement) -> Iterator[Finding]:
    told: dict[str, list[Cite]] = {}
    for quote_id in statement.tellings:
        article, quote = scene.quotes[quote_id]
        time = scene.times.get((article, quote.said)) if quote.said else None
        if time is not None and time.edtf and quote.said is not None:
            told.setdefault(time.edtf, []).append(scene.cite(article, quote.said))
    yield from _compared(
        scene,
        told,
        About("statement", statement.id),
        "The days told for the saying of one statement",
    )


def _compared(
    scene: Scene, told: Mapping[str, Sequence[Cite]], about: About, what: str
) -> Iterator[Finding]:
    spans = {value: bounds(value) for value in told}
    if len(told) < 2 or None in spans.values():
        return
    days = {value: span for value, span in spans.items() if span is not None}
    coarse = {a for a in days if any(a != b and _within(days[b], days[a]) for b in days)}
    fine = sorted(set(days) - coarse)
    clash = [a for a in fine if any(not _meet(days[a], days[b]) for b in fine)]
    contained = {b for b in fine for a in coarse if _within(days[b], days[a])}
    for values, kind in ((clash, "contradiction"), (sorted(coarse | contained), "precision")):
        if len(values) > 1:
            yield from _finding(scene, {v: told[v] for v in values}, about, what, kind)


def _finding(
    scene: Scene, told: Mapping[str, Sequence[Cite]], about: About, what: str, kind: str
) -> Iterator[Finding]:
    if len(scene.outlets(c for cites in told.values() for c in cites)) < 2:
        return
    sides = [scene.side(value, cites) for value, cites in sorted(told.items())]
    sides.sort(key=lambda side: (-side.independent, side.value))
    ways = "do not meet" if kind == "contradiction" else "are one date at two precisions"
    yield Finding(
        digest("f", "date", kind, about.kind, about.id),
        scene.story.id,
        "difference",
        "date",
        "contradiction" if kind == "contradiction" else "precision",
        about,
        tuple(sides),
        f"{what} were compared, each as its own article places it: {', '.join(sorted(told))} "
        f"{ways}. Planned and denied tellings were left out.",
        0.75 if kind == "contradiction" else 0.85,
    )


def _within(inner: Days, outer: Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer


def _meet(a: Days, b: Days) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
