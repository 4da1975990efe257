"""Differences of date: one event, or one statement's saying, told with days that do not fit.

Only dates that the tellings themselves give are compared, and only between tellings of the same
matter: one actor launches, wins and meets again and again. Two days clash where they lie close, or
are one day of two years; what lies further apart is another happening. A day inside a told month or
week is one date at two precisions: it is listed, and never called a clash.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from tellings.model import About, Cite, Event, Finding, Statement, digest
from tellings.text.calendar import bounds
from tellings.text.content import content
from tellings.weigh.matter import of_event, of_statement
from tellings.weigh.scene import Scene

Days = tuple[date, date]
_UNHAPPENED = frozenset({"planned", "hypothetical", "denied"})
# Of 12 clashes printed on the development affairs without these bounds, none held.
_CLOSE = 3  # days
# Stems that two sentences or two clauses share, and their share of the shorter.
_SENTENCE, _CLAUSE = (4, 0.5), (3, 0.5)
_DAYS = 2  # an event dated to more days is several of one kind
_COARSE = 31  # days: “this year” is a tally more often than a date


@dataclass(frozen=True, slots=True)
class _Dated:
    """One telling's date: its cite, value and days, and the stems of what is told.

    `stems` are those of the sentence besides actors and triggers, `clause` all of the event's own
    words besides the date.
    """

    cite: Cite
    value: str
    days: Days
    stems: frozenset[str]
    clause: frozenset[str] = frozenset()

    @property
    def length(self) -> int:
        return (self.days[1] - self.days[0]).days + 1


def dates(scene: Scene) -> Iterator[Finding]:
    """Findings on the days of events, and on the days on which statements were made."""
    for event in scene.events:
        yield from _compared(
            scene,
            _events(scene, event),
            About("event", event.id),
            f"The days told for one event (“{event.lemma}”, {len(event.tellings)} tellings)",
        )
    for statement in scene.statements:
        yield from _compared(
            scene,
            _said(scene, statement),
            About("statement", statement.id),
            "The days told for the saying of one statement",
        )


def _events(scene: Scene, event: Event) -> list[_Dated]:
    found: list[_Dated] = []
    for telling, matter in zip(event.tellings, of_event(scene, event), strict=True):
        if telling.time is not None and telling.certainty not in _UNHAPPENED:
            when = content(telling.time.text, scene.stop)
            clause = frozenset(content(telling.cite.text, scene.stop)) - {*when}
            found.extend(_dated(scene, telling.time, matter.stems, clause))
    return found


def _said(scene: Scene, statement: Statement) -> list[_Dated]:
    found: list[_Dated] = []
    for quote_id, matter in zip(statement.tellings, of_statement(scene, statement), strict=True):
        article, quote = scene.quotes[quote_id]
        if quote.said is not None:
            found.extend(_dated(scene, scene.cite(article, quote.said), matter.stems))
    return found


def _dated(
    scene: Scene, cite: Cite, stems: frozenset[str], clause: frozenset[str] = frozenset()
) -> Iterator[_Dated]:
    time = scene.times.get((cite.article, cite.span))
    if time is None or time.type != "DATE" or not time.edtf:
        return
    days = bounds(time.edtf)
    if days is not None:
        yield _Dated(cite, time.edtf, days, stems, clause)


def _compared(scene: Scene, told: Sequence[_Dated], about: About, what: str) -> Iterator[Finding]:
    once = len({one.days for one in told if one.length == 1}) <= _DAYS
    pairs = [
        (a, b)
        for a, b in combinations(told, 2)
        if a.value != b.value
        and (about.kind == "statement" or _one_matter(a, b, once))
        and _two_origins(scene, a, b)
    ]
    clashes = [pair for pair in pairs if _clash(*pair)]
    grains = [pair for pair in pairs if _one_date(*pair)]
    for found, kind in ((clashes, "contradiction"), (grains, "precision")):
        members = {one.cite: one for pair in found for one in pair}
        if members and not _both(members.values(), told):
            yield _finding(scene, list(members.values()), about, what, kind)


def _one_matter(a: _Dated, b: _Dated, once: bool) -> bool:
    """Whether two tellings tell one happening: their sentences meet, or, of an event that nobody
    dates to many days, the clauses do."""
    if _meet(a.stems, b.stems, _SENTENCE):
        return True
    return once and _meet(a.clause, b.clause, _CLAUSE)


def _meet(a: frozenset[str], b: frozenset[str], limits: tuple[int, float]) -> bool:
    least, share = limits
    shared = len(a & b)
    return shared >= least and shared >= share * min(len(a), len(b))


def _two_origins(scene: Scene, a: _Dated, b: _Dated) -> bool:
    return scene.origins.independent(scene.told([a.cite, b.cite])) > 1


def _clash(a: _Dated, b: _Dated) -> bool:
    """Two days close by, or one day of two years; not one weekday that its articles place apart."""
    if a.length > 1 or b.length > 1 or a.cite.text.casefold() == b.cite.text.casefold():
        return False
    one, other = a.days[0], b.days[0]
    yearly = (one.month, one.day) == (other.month, other.day)
    return yearly or abs((one - other).days) <= _CLOSE


def _one_date(a: _Dated, b: _Dated) -> bool:
    fine, coarse = sorted((a, b), key=lambda one: one.length)
    inside = coarse.days[0] <= fine.days[0] and fine.days[1] <= coarse.days[1]
    return inside and fine.length < coarse.length <= _COARSE


def _both(members: Collection[_Dated], told: Sequence[_Dated]) -> bool:
    """Whether one article gives two of the values: it knows of two days."""
    values = {one.value for one in members}
    given: dict[str, set[str]] = {}
    for one in told:
        if one.value in values:
            given.setdefault(one.cite.article, set()).add(one.value)
    return any(len(own) > 1 for own in given.values())


def _finding(
    scene: Scene, members: Sequence[_Dated], about: About, what: str, kind: str
) -> Finding:
    told: dict[str, list[Cite]] = {}
    for one in members:
        told.setdefault(one.value, []).append(one.cite)
    sides = [scene.side(value, cites) for value, cites in sorted(told.items())]
    sides.sort(key=lambda side: (-side.independent, side.value))
    ways = "do not meet" if kind == "contradiction" else "are one date at two precisions"
    return Finding(
        digest("f", "date", kind, about.kind, about.id),
        scene.story.id,
        "difference",
        "date",
        "contradiction" if kind == "contradiction" else "precision",
        about,
        tuple(sides),
        f"{what} were compared where they tell the same matter, each as its own article places it: "
        f"{', '.join(sorted(told))} {ways}. Planned and denied tellings, days over {_CLOSE} "
        "days apart, articles that give both and copies of one text were left out.",
        0.75 if kind == "contradiction" else 0.85,
    )
