"""Expressions placed: each gets a TIMEX3 value, EDTF or None, and the reason.

The anchor is the day of publication, or for words inside quotation marks the day when they were
said. `place_all` also follows a tale: "the next day" and "that year" count from the time before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tellings.model import Expression, Quote, Span, Time
from tellings.text import calendar as cal
from tellings.text.meaning import Meaning, read
from tellings.text.timex import Anchor, Placed, floating, settle

_TALE = 600  # characters between a time and the one that counts from it; farther off is unsure
_SAID_BY = 25  # characters from the word of saying to its day; farther, a meeting's comes between
# A weekday, or a day of a month, that has no place: "Saturday" where no day of writing is known.
_DAY_OF_NONE = re.compile(r"XXXX-(?:WXX-\d|\d\d-\d\d)")
_HANGING = ("rel", "wd", "clock")  # kinds that hang on the very day when the words were said


def place(
    expression: Expression,
    published: str | None,
    said: str | None = None,
    previous: Time | None = None,
) -> Time:
    """Place one expression. `published`, `said` are EDTF; `previous` is the time told before it."""
    meaning = read(expression.meaning)
    if meaning.kind == "nar":
        return _time(expression, _after(meaning, expression, previous))
    if meaning.kind == "clock":
        return _time(expression, _clock(meaning, expression, published, previous))
    anchor, name = (
        (said, "the saying") if expression.quoted and said else (published, "publication")
    )
    span = cal.bounds(anchor)
    if span is None:
        return _time(expression, floating(meaning))
    within = anchor if span[0] != span[1] else None
    first, last = Anchor(span[0], name, within), Anchor(span[1], name, within)
    placed = settle(meaning, expression.tense, first, last)
    if placed is None:
        return _time(expression, _vague(meaning, anchor or ""))
    if expression.quoted and not said and _hangs(meaning):
        why = f"{placed.why}; but inside quotation marks, and when it was said is not known"
        placed = Placed(placed.value, None, why)
    return _time(expression, placed)


def place_all(
    expressions: Sequence[Expression],
    published: str | None,
    said: Mapping[str, str] | None = None,
    quotes: Sequence[Quote] = (),
) -> tuple[Time, ...]:
    """Place a text's expressions in order; `said` gives EDTF by the id of a quoted expression.

    A quote whose `said` is the span of one of the expressions, or whose cue has a day right behind
    it, gives that day to those inside it.
    """
    if quotes and said is None:
        said = _said_days(quotes, expressions, place_all(expressions, published))
    told: list[Time] = []
    previous: Time | None = None
    for expression in sorted(expressions, key=lambda one: one.span):
        day = (said or {}).get(expression.id)
        time = place(expression, published, day, previous)
        told.append(time)
        if _leads(time, expression):
            previous = time
        elif time.edtf is None and not expression.quoted and _DAY_OF_NONE.match(time.value):
            previous = None  # nothing counts on from the day before it
    return tuple(told)


def _said_days(
    quotes: Sequence[Quote], expressions: Sequence[Expression], times: Sequence[Time]
) -> dict[str, str]:
    """EDTF of the day of saying, by the id of each expression inside a quote that tells it."""
    days = {time.span: time.edtf[:10] for time in times if time.edtf and cal.parse_day(time.edtf)}
    outside = [one.span for one in expressions if not one.quoted and one.span in days]
    said: dict[str, str] = {}
    for quote in quotes:
        span = quote.said or _behind_cue(quote, outside)
        if span is not None and span in days:
            said |= {
                expression.id: days[span]
                for expression in expressions
                if any(part.contains(expression.span) for part in quote.parts)
            }
    return said


def _behind_cue(quote: Quote, days: Sequence[Span]) -> Span | None:
    """The day told right behind the word of saying: "told reporters on Monday"."""
    if quote.cue is None:
        return None
    near = [day for day in days if 0 <= day.start - quote.cue.end <= _SAID_BY]
    return min(near, default=None)


def _hangs(meaning: Meaning) -> bool:
    """Whether a day more or less of the anchor moves it: "yesterday", "Monday", "last week"."""
    if meaning.kind == "rel":
        return meaning.counted()[0] in ("D", "W", "WE", "TH", "TM", "TS")
    return meaning.kind in _HANGING


def _leads(time: Time, expression: Expression) -> bool:
    """Whether a tale can go on from this time: a day, month or year, and not within a quote."""
    return time.edtf is not None and not expression.quoted and cal.bounds(time.edtf) is not None


def _after(meaning: Meaning, expression: Expression, previous: Time | None) -> Placed:
    """Count from the time told before, where it is near enough and fine enough."""
    unit, count = meaning.counted()
    if previous is None or expression.span.start - previous.span.end > _TALE:
        return Placed(floating(meaning).value, None, "no time told before it to count from")
    span = cal.bounds(previous.edtf)
    if span is None:
        return Placed(floating(meaning).value, None, "the time told before it is open")
    if unit in ("TH", "TM", "TS"):
        return Placed("XXXX-XX-XXTXX:XX", None, "hours from a time that is not told")
    plain = Meaning("rel", meaning.value, {k: v for k, v in meaning.keys.items() if k == "t"})
    name = f"the time told before it, {previous.value},"
    placed = settle(plain, "past", Anchor(span[0], name), Anchor(span[1], name))
    if placed is None:
        return Placed(floating(meaning).value, None, f"{name} is too coarse to count from")
    return Placed(placed.value, placed.edtf, f"{abs(count)} {_named(unit)} from {name[:-1]}"
                  if count else f"the same {_named(unit)} as {name[:-1]}")  # fmt: skip


def _named(unit: str) -> str:
    names = {"D": "day", "W": "week", "M": "month", "Y": "year", "E": "decade", "WE": "weekend"}
    return names.get(unit, "time")


def _clock(
    meaning: Meaning, expression: Expression, published: str | None, previous: Time | None
) -> Placed:
    """A time of day alone: of the day told last within reach, else of the day of publication."""
    near = previous is not None and expression.span.start - previous.span.end <= 200
    day = cal.parse_day(previous.edtf) if near and previous else None
    if day is not None and previous is not None and len(previous.edtf or "") >= 10:
        zone = meaning.get("tz") or ""
        why = f"of the day told before it, {day.isoformat()}"
        edtf = f"{day.isoformat()}{meaning.value}:00{zone}"
        return Placed(day.isoformat() + meaning.value, edtf, why)
    span = cal.bounds(published)
    if span is None or span[0] != span[1]:
        return floating(meaning)
    placed = settle(meaning, None, Anchor(span[0], "publication"), Anchor(span[1], "publication"))
    return placed or floating(meaning)


def _vague(meaning: Meaning, anchor: str) -> Placed:
    placed = floating(meaning)
    if len(anchor) == 10:
        return Placed(placed.value, None, "it lies outside the calendar")
    return Placed(placed.value, placed.edtf, f"the day of writing is only known as {anchor}")


def _time(expression: Expression, placed: Placed) -> Time:
    return Time(
        id=expression.id,
        span=expression.span,
        type=expression.type,
        value=placed.value,
        edtf=placed.edtf,
        why=placed.why,
    )
