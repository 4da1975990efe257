"""What a coarser time's own sentence tells more finely beside it: then the two are no two grains.

Six of nine false precisions on stories that nobody had judged were of this kind.
"""

from __future__ import annotations

import re
from functools import cache

from tellings.text.calendar import WEEKDAYS
from tellings.text.content import words
from tellings.weigh.dated import PART
from tellings.weigh.scene import Scene
from tellings.weigh.timed import Timed
from tellings.words.tables import toml

_BEFORE = 24  # characters before a time in which what part of it is told
_CLOSE = 12  # characters behind a time in which its weekday stands
_WEEKDAY = re.compile(rf"\s*(?:{'|'.join(WEEKDAYS)})", re.IGNORECASE)
_WEEK_OF = re.compile(
    r"\bweek (?:of|beginning|starting|ending)(?: on)?(?: the)?\s*$", re.IGNORECASE
)
_JOINED = re.compile(r"\s*,?\s*(?:and|or)\s+(?:in\s|on\s|early\s|late\s)?\s*", re.IGNORECASE)
_OF_DAY = re.compile(
    r"\b(?:dawn|dusk|noon|midday|midnight|tonight|overnight"
    r"|(?:mid-?)?(?:morning|afternoon|evening|night)s?"
    r"|\d{1,2}(?:[:.] ?\d\d)? ?[ap]\.? ?m\b|o['’]clock)",
    re.IGNORECASE,
)


def finer_beside(scene: Scene, coarse: Timed, fine: Timed) -> bool:
    """Whether the coarser time's sentence tells the hour or the part of the day too ("on Monday in
    a dawn raid"), a weekday right behind it ("last week Friday"), or a week that begins with it."""
    text, cite = scene.articles[coarse.article].text, coarse.cite
    if _WEEKDAY.match(text, cite.end, cite.end + _CLOSE):
        return True
    if _begins_week(scene, coarse) or _begins_week(scene, fine):
        return True
    if not _of_a_day(fine) or _of_a_day(coarse):
        return False
    around = scene.sentence(coarse.article, cite.span)
    start = max(0, min(around.start, cite.start - _BEFORE))  # "An overnight fire" above its line
    return _OF_DAY.search(text[start : cite.start] + text[cite.end : around.end]) is not None


def _begins_week(scene: Scene, one: Timed) -> bool:
    text, start = scene.articles[one.article].text, one.cite.start
    return _WEEK_OF.search(text, max(0, start - 2 * _CLOSE), start) is not None


def part_of(scene: Scene, one: Timed) -> bool:
    """Whether only a part of it is told: "the start of 2019", "the final quarter of May"."""
    text, start = scene.articles[one.article].text, one.cite.start
    told = words(text[max(0, start - _BEFORE) : start])
    return told[-1:] == ["of"] and not _parts().isdisjoint(told[-2:-1])


def one_of_two(scene: Scene, one: Timed) -> bool:
    """Whether another time is joined to it: "in May and June" tells of several happenings."""
    text, own = scene.articles[one.article].text, one.cite.span
    for other in scene.marks[one.article].expressions:
        before, behind = sorted((own, other.span))
        if not own.overlaps(other.span) and _JOINED.fullmatch(text, before.end, behind.start):
            return True
    return False


@cache
def _parts() -> frozenset[str]:
    return frozenset(toml("timing.toml")["words"]["parts"])


def _of_a_day(one: Timed) -> bool:
    return one.moment.minute is not None or PART.search(one.cite.text) is not None
