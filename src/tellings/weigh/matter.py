"""What tellings say besides who did it and which act: whether they tell the same matter.

One actor does one kind of thing again and again (launches, wins, denials), so that actor and act
alone do not make two tellings agree, nor an article that lacks them lack the event.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tellings.model import Cite, Event, Statement
from tellings.text.calendar import bounds
from tellings.text.content import content
from tellings.weigh.scene import Scene

# So many stems shared, and so large a share of the shorter telling's, make two tellings alike. Read
# by eye on the development affairs; fewer words let other wins and launches of one actor in, and of
# events of no known kind ("other") one in five did not hold at 4 and 0.4.
_ALIKE = {"statement": (3, 0.35), "event": (4, 0.35), "other": (5, 0.5)}


@dataclass(frozen=True, slots=True)
class Matter:
    """One telling's cite, the stems of what it says, the days that it gives, and what it tells.

    `kind` is statement, event, or other (an event of no known kind); `names` are those of the stems
    that stand in names: two statements that share nothing else are two.
    """

    cite: Cite
    stems: frozenset[str]
    when: str | None
    kind: str
    names: frozenset[str] = frozenset()

    def alike(self, other: Matter) -> bool:
        both = self.stems & other.stems
        shared = len(both)
        if both and both <= self.names & other.names:
            return False
        least = min(len(self.stems), len(other.stems))
        few, share = _ALIKE[self.kind]
        return shared >= few and shared >= share * least and not self._apart(other)

    def _apart(self, other: Matter) -> bool:
        a, b = bounds(self.when), bounds(other.when)
        return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])


def of_event(scene: Scene, event: Event) -> list[Matter]:
    """The tellings of an event by what their sentences say besides actors and triggers."""
    said = [
        part.text
        for telling in event.tellings
        for part in (telling.actor, telling.recipient, telling.trigger)
        if part is not None
    ]
    known = frozenset(stem for text in said for stem in content(text, scene.stop))
    found = []
    for telling in event.tellings:
        span = scene.sentence(telling.cite.article, telling.cite.span)
        time = telling.time
        placed = scene.times.get((time.article, time.span)) if time else None
        text = span.of(scene.articles[telling.cite.article].text)
        stems = frozenset(content(text, scene.stop)) - known
        when = placed.edtf if placed else None
        kind = "other" if event.type == "OTHER" else "event"
        found.append(Matter(telling.cite, stems, when, kind))
    return found


def of_statement(scene: Scene, statement: Statement) -> list[Matter]:
    """The tellings of a statement by the words that they give to its speaker."""
    found = []
    for quote_id in statement.tellings:
        article, quote = scene.quotes[quote_id]
        cite = scene.cite(article, quote.span)
        text = scene.articles[article].text
        named = frozenset(
            stem
            for name in scene.marks[article].names
            if quote.span.contains(name.span)
            for stem in content(name.span.of(text), scene.stop)
        )
        stems = frozenset(content(cite.text, scene.stop))
        found.append(Matter(cite, stems, None, "statement", named))
    return found


def together(scene: Scene, tellings: Sequence[Matter]) -> list[Cite]:
    """The telling that the most origins tell alike, with those that do; it alone where none does.

    Around one telling, and never from one to the next: likeness does not carry over.
    """
    best: list[Cite] = []
    most = (0, 0)
    for one in sorted(tellings, key=lambda t: t.cite):
        group = [one.cite, *(other.cite for other in tellings if one.alike(other))]
        size = scene.origins.independent(scene.told(group)), len(set(group))
        if size > most:
            best, most = group, size
    return sorted(set(best))


def wording_of(scene: Scene, statement: Statement, cites: Collection[Cite]) -> str:
    """The words by which the most of these cites tell a statement, the first such wording."""
    places = {(cite.article, cite.span) for cite in cites}
    told = [[scene.quotes[quote] for quote in one.quotes] for one in statement.wordings]
    counts = [sum((article, quote.span) in places for article, quote in one) for one in told]
    return statement.wordings[counts.index(max(counts))].text


def holds(stems: Collection[str], words: frozenset[str], share: float) -> bool:
    """Whether so large a share of a telling's stems stands among `words`."""
    return bool(stems) and sum(stem in words for stem in stems) >= share * len(stems)
