"""Lines and datelines by which a page says when its article came out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.model import Span
from tellings.read import dates
from tellings.read.blocks import Block
from tellings.read.lexicons import straight

_LABEL = re.compile(
    r"(?:(?:first |last |originally )?(?P<label>published|updated|posted|modified|date|created)"
    r"(?: (?:on|at))?\s?:?\s*)",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[^|•·]+")
_AGENCY = re.compile(r"\s*\([A-Z][A-Za-z ,/]{1,30}\)\s*$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?P<label>Updated|Published|Posted)(?: on| at)?:? (?=\S*\d|[A-Z])")
_PLACE = re.compile(r"[A-Z][A-Z .,'/-]{2,40},? (?=[A-Z][a-z]{2})")
_DASH = re.compile(r"\s*(?:\([^()]{2,25}\)\s*)?[-–—]")
_LONGEST = 140  # of a line that is a date: "Published: … | Updated: …" with both times written out
_WITHIN = 400  # of a line that a date closes behind a title


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day (EDTF) with the word that marks it (`updated`, `dateline`, or none), and where."""

    label: str
    value: str
    span: Span


def of_line(block: Block) -> tuple[Stamp, ...]:
    """The days of a line that holds dates, their labels, an agency or a place, and nothing else."""
    line = straight(block.text)
    if len(line) > _LONGEST or not re.search(r"\d", line):
        return ()
    label, found = "", []
    for piece in _PIECE.finditer(line):
        labelled = _LABEL.match(piece.group().lstrip())
        body = piece.group().lstrip()[labelled.end() :] if labelled else piece.group()
        label = labelled["label"].lower() if labelled else label
        day = dates.whole(_AGENCY.sub("", body)) if re.search(r"\d", body) else None
        exact = dates.find(line, piece.start()) if day and len(day.value) == 10 else None
        if exact:
            found.append(_stamp(label, exact, block))
        elif body.strip() and not _quiet(body.strip()):
            return ()
    return tuple(found)


def within(block: Block) -> tuple[Stamp, ...]:
    """A labelled day behind a title ("… Updated: 2016-05-30 09:53"), and a dateline with a year."""
    line = straight(block.text)
    found = []
    for match in _BEHIND.finditer(line if len(line) <= _WITHIN else ""):
        day = dates.find(line, match.end())
        if day and day.start - match.end() <= 12 and len(day.value) == 10:
            found.append(_stamp(match["label"].lower(), day, block))
    place = _PLACE.match(line)
    day = dates.find(line[: place.end() + 40], place.end()) if place else None
    begins = place and day and day.start <= place.end() + 1 and len(day.value) == 10
    if day and begins and _DASH.match(line[day.end : day.end + 30]):
        found.append(_stamp("dateline", day, block))
    return tuple(found)


def best(stamps: list[Stamp]) -> Stamp | None:
    """The stamp that tells the day of publication: a change's day only where nothing else stands.

    Bare dates of different days are a chronology's, and tell nothing.
    """
    bare = {stamp.value for stamp in stamps if not stamp.label}
    usable = [stamp for stamp in stamps if stamp.label or len(bare) == 1]
    rank = {"published": 0, "posted": 1, "dateline": 2, "date": 3, "": 4}
    return min(usable, key=lambda s: (rank.get(s.label, 5), s.span), default=None)


def _stamp(label: str, day: dates.Day, block: Block) -> Stamp:
    start = block.span.start
    return Stamp(label, day.value, Span(start + day.start, start + day.end))


def _quiet(words: str) -> bool:
    """A piece beside a date that cannot be prose: a clock time, an agency, a place, a name."""
    named = len(words.split()) <= 4 and words[:1].isupper() and not words.endswith(".")
    return bool(_CLOCK.fullmatch(words)) or named
