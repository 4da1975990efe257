"""Meanings of years and what is larger or has no edge: seasons, quarters, decades, centuries."""

from __future__ import annotations

from tellings.annotate.times.found import (
    MODS,
    STEPS,
    WAYS,
    Built,
    Found,
    closes,
    is_the,
    locate,
    number,
    only,
    unit_of,
)
from tellings.annotate.times.scan import Tokens
from tellings.text.meaning import Meaning, counted
from tellings.words.times import among, time_words


def ordinal_span(tokens: Tokens, first: int, last: int) -> Built:
    """the 19th century; the third quarter, but only of a year or of a firm's books."""
    at = locate(tokens, first, last, "uU")
    unit, nth = unit_of(tokens, at), number(tokens.low(locate(tokens, first, last, "OS")))
    if tokens.low(first) == "second":
        nth = 2
    if nth is None:
        return None
    if unit == "C":
        return (
            only(first, at + 1, "DATE", Meaning("on", f"{int(nth) - 1:02d}")) if nth <= 21 else ()
        )
    if unit != "Q" or not 1 <= nth <= 4:
        return () if unit == "Q" else None
    return _quarter(tokens, first, at + 1, int(nth))


def _quarter(tokens: Tokens, first: int, last: int, nth: int) -> Built:
    of = last + (tokens.at(last) == "o")
    if tokens.at(of) == "Y":
        return only(first, of + 1, "DATE", Meaning("on", f"{tokens.low(of)}-Q{nth}"))
    if tokens.at(of) in "lxt" and tokens.low(of + 1) == "year":
        step = counted("Y", STEPS[WAYS[tokens.at(of)]])
        return only(first, of + 2, "DATE", Meaning("rel", step, {"quarter": str(nth)}))
    near = set(_clause(tokens, first, last))
    if near & time_words().context["books"]:
        way = WAYS.get(tokens.at(first - 1))
        return only(first, last, "DATE", Meaning("on", f"XXXX-Q{nth}").having(dir=way))
    return ()


def _clause(tokens: Tokens, first: int, last: int) -> list[str]:
    """The words around `[first, last)` up to a full stop, eight at most on either side."""
    left, right = first, last
    while left > first - 8 and tokens.at(left - 1) not in ".|":
        left -= 1
    while right < last + 8 and tokens.at(right) not in ".|":
        right += 1
    return tokens.lows[left:right]


def season(tokens: Tokens, first: int, last: int) -> Built:
    """last fall, summer 2016, in the spring; a bare "fall" or "spring" is a word."""
    at = locate(tokens, first, last, "e")
    name = time_words().seasons[tokens.low(at)]
    year_at = locate(tokens, at, last, "Y")
    mod = MODS.get(tokens.at(first))
    if year_at >= 0:
        value = f"{tokens.low(year_at)}-{name}"
        return only(first, last, "DATE", Meaning("on", value).having(mod=mod))
    way = WAYS.get(tokens.at(at - 1)) if at > first else None
    before = tokens.low(first - 1)
    follows = tokens.raw(last) if last < len(tokens.lows) else ""
    if follows[:1].isupper() and tokens.at(last) == "_":
        return None  # Summer Olympics
    if way is None and not (before in ("in", "during", "since", "by") and tokens.at(first) in "he"):
        return None
    return only(at if way is None else first, last, "DATE",
                Meaning("on", f"XXXX-{name}").having(dir=way, mod=mod))  # fmt: skip


def decade(tokens: Tokens, first: int, last: int) -> Built:
    """the 1990s, the late '90s; "in his 40s" is an age."""
    at = locate(tokens, first, last, "D")
    digits = tokens.low(at).strip("'’‘s")
    mod = MODS.get(tokens.at(first))
    if len(digits) == 4:
        if digits[3] != "0" or not "1000" <= digits <= "2099":
            return ()
        value = digits[:2] if digits[2] == "0" and mod is None and digits < "1900" else digits[:3]
        return only(first, last, "DATE", Meaning("on", value).having(mod=mod))
    opens = tokens.low(at)[0] in "'’‘"
    if len(digits) != 2 or digits[1] != "0" or not (opens or is_the(tokens, at - 1)):
        return ()
    return only(first, last, "DATE", Meaning("on", f"XX{digits[0]}").having(mod=mod))


def year(tokens: Tokens, first: int, last: int) -> Built:
    """1998, late 2016, 2014-2016, ’98; a number of people or a make of machine is none."""
    at = locate(tokens, first, last, "Yy")
    raw, mod = tokens.low(at), MODS.get(tokens.at(first))
    if tokens.at(at) == "y":
        if tokens.low(at - 1) not in (
            "in",
            "of",
            "since",
            "class",
            "from",
            "until",
            "late",
            "early",
        ):
            return None
        return only(first, last, "DATE", Meaning("on", f"XX{raw[1:]}").having(mod=mod))
    if mod is None and not _is_year(tokens, at, raw):
        return None
    meaning = Meaning("on", raw).having(mod=mod)
    if last - at == 3:
        other = tokens.low(last - 1)
        end = other if len(other) == 4 else raw[:2] + other if len(other) == 2 else ""
        if not end.isdigit() or not int(raw) < int(end) <= int(raw) + 60:
            return (Found(first, at + 1, "DATE", meaning),) if len(other) != 2 else None
        meaning = meaning.having(to=end)
    return only(first, last, "DATE", meaning)


def _is_year(tokens: Tokens, at: int, raw: str) -> bool:
    before, value = tokens.low(at - 1), int(raw)
    follows = tokens.low(at + 1)
    prefers = among("before_year", before)
    if before in ("$", "£", "€", "#", "-") or tokens.at(at + 1) in "uU" or follows == "%":
        return before == "-" and tokens.low(at - 2) in ("mid", "pre", "post")
    if not 1700 <= value <= 2079:
        return before in ("in", "since") and closes(tokens, at + 1) and value >= 1000
    if among("counted", follows) or (among("before_count", before) and not prefers):
        return False
    if (
        follows.endswith("s")
        and before not in ("in", "since", "the", "of", "'s", "’s")
        and len(follows) > 3
    ):
        return False
    named = tokens.raw(at - 1) if at else ""
    return not (named[:1].isupper() and tokens.at(at - 1) == "_" and not _known_pair(tokens, at))


def _known_pair(tokens: Tokens, at: int) -> bool:
    """A capital before a year: "Detroit 1999" stays undecided, a sentence's first word does not."""
    return tokens.at(at - 2) in ".|" and among("before_year", tokens.low(at - 1))


def reference(tokens: Tokens, first: int, last: int) -> Built:
    """currently, recently, now; "Now," at the head of a sentence only connects."""
    if tokens.raw(first)[0].isupper() and tokens.low(first) == "now":
        return None
    return only(first, last, "DATE", Meaning("ref", time_words().references[tokens.low(first)]))
