"""Open deadlines: days by which something is due, as the articles name them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from tellings.model import Cite
from tellings.tell.desk import Desk
from tellings.tell.view import Deadline
from tellings.text.calendar import bounds
from tellings.words.tables import toml

_REACH = 24  # characters: longer than the longest of the words before a day


def deadlines(desk: Desk, articles: Sequence[str], last: str | None) -> tuple[Deadline, ...]:
    """The days by which something is due and that were not past on the day `last`, in order.

    `last` is the last day on which the story was told; where it is not known nothing is listed.
    A month or a year counts from its first day: what "by September" leaves open is September.
    """
    known = bounds(last)
    if known is None:
        return ()
    inside = set(articles)
    held: dict[str, list[Cite]] = defaultdict(list)
    for article, time in desk.record.groups.times:
        stored = desk.article(article) if article in inside else None
        placed = bounds(time.edtf) if time.type == "DATE" else None
        if stored is None or placed is None or placed[0] < known[1]:
            continue
        if is_due(stored.text, time.span.start):
            held[time.edtf or ""].append(desk.cut(article, time.span))
    found = [(edtf, desk.passages(tuple(cites))) for edtf, cites in sorted(held.items())]
    return tuple(
        Deadline(f"due-{passages[0].cite.article}-{passages[0].cite.start}", edtf, passages)
        for edtf, passages in found
        if passages
    )


def is_due(text: str, start: int) -> bool:
    """Whether the words right before `start` make the day there a last day."""
    return _due().search(text[max(0, start - _REACH) : start]) is not None


@cache
def _due() -> re.Pattern[str]:
    words = sorted(toml("relations.toml")["due"]["before"], key=len, reverse=True)
    spaced = "|".join(r"\s+".join(map(re.escape, each.split())) for each in words)
    return re.compile(rf"(?<!\w)(?:{spaced})\s+(?:the\s+)?$", re.IGNORECASE)
