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
# by eye on the development affairs; fewer words let other wins and launches of one actor in.
_LEAST, _SHARE = 3, 0.35
# Of events whose kind is not known one more, and a larger share: a verb says less than a kind.
_OTHER_LEAST, _OTHER_SHARE = 4, 0.4


@dataclass(frozen=True, slots=True)
class Matter:
    """One telling's cite, the stems of what it says, and the days that it gives, if any.

    `other` is true where it tells an event of no known kind.
    """

    cite: Cite
    stems: frozenset[str]
    when: str | None
    other: bool = False

    def alike(self, other: Matter) -> bool:
        shared = len(self.stems & other.stems)
        least = min(len(self.stems), len(other.stems))
        few, share = (_OTHER_LEAST, _OTHER_SHARE) if self.other else (_LEAST, _SHARE)
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
        found.append(Matter(telling.cite, stems, when, event.type == "OTHER"))
    return found


def of_statement(scene: Scene, statement: Statement) -> list[Matter]:
    """The tellings of a statement by the words that they give to its speaker."""
    found = []
    for quote_id in statement.tellings:
        article, quote = scene.quotes[quote_id]
        cite = scene.cite(article, quote.span)
        found.append(Matter(cite, frozenset(content(cite.text, scene.stop)), None))
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


def holds(stems: Collection[str], words: frozenset[str], share: float) -> bool:
    """Whether so large a share of a telling's stems stands among `words`."""
    return bool(stems) and sum(stem in words for stem in stems) >= share * len(stems)
