"""Hours of one happening: told in other minutes, rounded, or expected and then done.

Only clock times of one class of acts are compared, on one day or in articles of one day, and in one
time zone as far as the words tell. Two hours of a class are one happening's; three are several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from tellings.model import Cite, EventMention
from tellings.model.findings import DifferenceType
from tellings.model.marks import Time
from tellings.text.calendar import bounds
from tellings.text.content import content
from tellings.weigh.rarity import Rarity
from tellings.weigh.scene import Scene
from tellings.words.happenings import kinds

_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_ZONE = re.compile(r"\b(?:GMT|UTC|BST|CET|[ECMP][SD]?T|[A-Z]\w+ time)\b")
_ROUND = 30  # minutes: an hour told as a full or a half one
_ROUNDED, _NEAR = 20, 90  # minutes apart, at most: one hour rounded, or told otherwise
_HALF_DAY = 720  # morning for evening
_ALIKE = 0.35  # weighted share of the sentences' words, where hours clash
_SAME = 0.7  # of sentences that tell one and the same hour, whatever the act is called
_NEXT = 1  # day between articles that tell of one happening


@dataclass(frozen=True, slots=True)
class Hour:
    """One telling's hour: minutes from midnight, its day where told, zone, and what is told."""

    article: str
    cite: Cite
    mark: str
    minute: int
    day: date | None
    zone: str | None
    acts: frozenset[str]
    stems: frozenset[str]
    expected: bool

    def __str__(self) -> str:
        return f"{self.minute // 60:02}:{self.minute % 60:02}"


Differing = tuple[DifferenceType, list[Hour]]


def hours(scene: Scene) -> Iterator[Differing]:
    """Groups of tellings of one happening with two hours, and how the two stand."""
    told = [one for article in sorted(scene.story.articles) for one in _told(scene, article)]
    rarity = Rarity(scene)
    done: set[tuple[str, ...]] = set()
    for a, b in combinations(told, 2):
        kind = _kind(scene, a, b, rarity)
        if kind is None:
            continue
        group = [
            one
            for one in told
            if (_one_act(scene, one, a) and _one_act(scene, one, b))
            or any(
                one.minute == o.minute and rarity.share(one.stems, o.stems) >= _SAME for o in (a, b)
            )
        ]
        values = sorted({one.minute for one in (*group, a, b)})
        members = sorted({one.cite: one for one in (*group, a, b)}.values(), key=_place)
        key = tuple(one.mark for one in members)
        if len(values) == 2 and key not in done:
            done.add(key)
            yield kind, members


def _place(one: Hour) -> Cite:
    return one.cite


def _told(scene: Scene, article: str) -> Iterator[Hour]:
    for mention in scene.marks[article].events:
        time = scene.times.get((article, mention.time)) if mention.time else None
        found = _CLOCK.search(time.value) if time is not None and time.type == "TIME" else None
        if time is not None and found is not None and mention.certainty != "hypothetical":
            yield _hour(scene, article, mention, time, int(found[1]) * 60 + int(found[2]))


def _hour(scene: Scene, article: str, mention: EventMention, time: Time, minute: int) -> Hour:
    text = scene.articles[article].text
    cite = scene.cite(article, time.span)
    zone = _ZONE.search(text, time.span.start, min(time.span.end + 14, len(text)))
    days = bounds(time.edtf)
    around = scene.sentence(article, mention.trigger)
    when = set(content(cite.text, scene.stop))
    return Hour(
        article,
        cite,
        time.id,
        minute,
        days[0] if days else None,
        zone[0] if zone else None,
        kinds(mention.lemma) or frozenset({mention.lemma}),
        frozenset(content(around.of(text), scene.stop)) - when,
        mention.certainty == "planned",
    )


def _one_act(scene: Scene, a: Hour, b: Hour) -> bool:
    """Whether two tellings are of one class of acts, on one day as far as is told."""
    if a.acts.isdisjoint(b.acts) or a.zone != b.zone:
        return False
    if a.day is not None and b.day is not None:
        return a.day == b.day
    one, other = bounds(scene.days.get(a.article)), bounds(scene.days.get(b.article))
    return one is not None and other is not None and abs((one[0] - other[0]).days) <= _NEXT


def _kind(scene: Scene, a: Hour, b: Hour, rarity: Rarity) -> DifferenceType | None:
    apart = abs(a.minute - b.minute)
    if not apart or not _one_act(scene, a, b):
        return None
    if a.article != b.article and scene.origins.independent(scene.told([a.cite, b.cite])) < 2:
        return None
    if a.expected != b.expected:
        return "update" if apart <= _NEAR and a.article != b.article else None
    if apart <= _ROUNDED and 0 in (a.minute % _ROUND, b.minute % _ROUND):
        return "rounding"
    clash = apart <= _NEAR or apart == _HALF_DAY
    if clash and a.article != b.article and rarity.share(a.stems, b.stems) >= _ALIKE:
        return "contradiction"
    return None


def why(kind: DifferenceType, members: Sequence[Hour]) -> str:
    """What was compared, in words."""
    ways = {
        "rounding": "one is the other rounded",
        "update": "one is the hour that was expected, the other the one that was told later",
    }.get(kind, "they cannot both hold")
    told = ", ".join(sorted({str(one) for one in members}))
    return (
        f"The hours told for one happening were compared: {told}; {ways}. Hours of other days and "
        "other time zones, and acts of which three hours are told, were left out."
    )
