"""The patterns, in the order in which they claim words: the longer and surer ones first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tellings.annotate.times import counts, dates, days, lengths, years
from tellings.annotate.times.clock import clock
from tellings.annotate.times.found import Built
from tellings.annotate.times.scan import Tokens

_NUM = "[NY](?:-N)?"
_QTY = f"(?:{_NUM}(?:&1%|%|r{_NUM})?|1Vo?|Vo?h?|1?%1?|1)2?"
_DAY = r"[NO](?:[-r&][NO])?"
_MONTH = r"(?:[ma]|q\.?)"
_WAY = "[tlxP+]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression over token classes, and what makes a meaning of a match."""

    shape: re.Pattern[str]
    build: Callable[[Tokens, int, int], Built]


def _of(shape: str, make: Callable[[Tokens, int, int], Built]) -> Pattern:
    return Pattern(re.compile(shape), make)


PATTERNS: tuple[Pattern, ...] = (
    _of(rf"{_NUM}-?[uU]-?X|{_NUM}(?:&1%)[uU]X", dates.nothing),  # 44-year-old, 5 years old
    _of(r"i(?:_?,?c)?", dates.iso),
    _of(r"/", dates.slashed),
    _of(rf"(?:[wv]\.?,?)?h?{_MONTH},?{_DAY}(?:,?Y)?", dates.month_day),
    _of(rf"(?:[wv]\.?,?)?h?{_DAY}o?{_MONTH}(?:,?Y)?", dates.month_day),
    _of(rf"(?:[EMF]-?)?{_MONTH},?o?[Yy]", dates.month_year),
    _of(rf"(?:[EMF]-?)?{_MONTH}o?{_WAY}u", dates.month_year),
    _of(rf"[EMF]-?[mqa]|{_WAY}?[mqa]", dates.month),
    _of(rf"{_WAY}?H", days.feast),
    _of(r"jw", lengths.repeated),
    _of(rf"{_QTY}[uU]_w", counts.from_weekday),
    _of(rf"[EF]?w(?:o?{_WAY}u)|[EF]?t?{_WAY}?wp?", days.weekday),
    _of(r"dp?|[lt]p", days.today),
    _of(rf"(?:{_QTY}-?[uU]|U)g", counts.ago),
    _of(rf"{_QTY}[uU](?=_[nd])", counts.from_now),
    _of(rf"(?:{_QTY})?[uU][LBb]", counts.later),
    _of(r"[BL]?(?:h[fxP]|f|[hT]z|T)u", counts.neighbour),
    _of(r"hu[LBb]", counts.neighbour),
    _of(r"[GM]oh?[tlx]?u", counts.end_of),
    _of(r"[hEMF]*O-?u", years.ordinal_span),
    _of(r"S-?u", years.ordinal_span),
    _of(rf"(?:[BLEMF]-?)?h?t?{_WAY}u", counts.this),
    _of(rf"h?t?[lxP+f]{_QTY}[uU]|h?t?[=+lxP]U", counts.last_some),
    _of(rf"j(?:{_NUM}|2)?[uUwp]|[RW]", lengths.repeated),
    _of(r"N(?:kA?|A)Z?|cA?Z?|CZ?|YZ|KZ?", clock),
    _of(rf"{_QTY}-?[uU]|[N]-?S", lengths.duration),
    _of(r"u-_", lengths.long_one),
    _of(r"hu", counts.weekend),
    _of(r"U", lengths.some),
    _of(r"[EMF]?h?[tlxP]?e(?:,?o?Y)?", years.season),
    _of(r"(?:[EMF]-?)?D", years.decade),
    _of(r"(?:[EMF]-?)?[Yy](?:-[NY])?", years.year),
    _of(r"n", years.reference),
)
