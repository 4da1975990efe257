"""Tense by words alone: the nearest cue to the left inside the clause, else to the right."""

from __future__ import annotations

from tellings.annotate.times.scan import Tokens
from tellings.words.times import among, time_words

_REACH = 30  # tokens; a clause is rarely longer, and a cue farther off rarely governs
_SHUT = frozenset((";", ":", "—", "--", "“", "”", '"', "(", ")", "``", "|"))


def by_words(tokens: Tokens, first: int, last: int) -> str | None:
    """Tense of the expression at tokens `[first, last)` by the nearest cue, or None."""
    left = _leftwards(tokens, first)
    if left is not None:
        return left
    return _rightwards(tokens, last)


def beside_past(tokens: Tokens, first: int) -> bool:
    """Whether a past verb stands right before the time: "said late Friday"."""
    at = first - 1
    while tokens.low(at) in ("on", "late", "early", "earlier"):
        at -= 1
    if _cue(tokens, at) != "past" or _base(tokens, at) or among("planned", tokens.low(at)):
        return False
    return not among("no_past_behind", tokens.low(at - 1))


def _leftwards(tokens: Tokens, first: int) -> str | None:
    """The nearest cue before it: "will meet", "plans to meet", "is due", "met"."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        low = tokens.low(at)
        if _stops(tokens, at):
            return None
        cue = _cue(tokens, at)
        if cue == "past" and _asked(tokens, at):
            return "future"
        if cue == "past" and tokens.low(at - 1) in ("be", "being", "been"):
            continue  # "must be returned by": what comes before "be" tells
        if cue == "past" and _base(tokens, at):
            continue  # "will cast", "to cut": no past form here
        if cue == "past" and tokens.low(first - 1) in ("until", "till") and _perfect(tokens, at):
            return "future"
        if cue == "past" and tokens.low(at - 1) in ("is", "are"):
            return "present"
        if cue == "future" and tokens.low(at - 1) == "to" and low not in ("set", "due"):
            return _infinitive(tokens, at - 1)
        if cue is not None:
            return cue
        if low == "to" and tokens.low(at + 1).isalpha() and not _noun_after_to(tokens, at):
            return _infinitive(tokens, at)
        if low in ("has", "have"):
            return "future" if tokens.low(at + 1) in ("until", "till") else "past"
    return None


def _base(tokens: Tokens, at: int) -> bool:
    before = tokens.low(at - 1)
    return before in time_words().tense["will"] or before in ("to", "could")


def _perfect(tokens: Tokens, at: int) -> bool:
    return any(tokens.low(i) in ("has", "have") for i in range(max(0, at - 3), at))


def _rightwards(tokens: Tokens, last: int) -> str | None:
    for at in range(last, min(len(tokens.lows), last + _REACH)):
        if _stops(tokens, at):
            return None
        low = tokens.low(at)
        cue = _cue(tokens, at)
        if cue is not None:
            return cue
        if low in ("has", "have"):
            return "past"
    return None


def _stops(tokens: Tokens, at: int) -> bool:
    low = tokens.low(at)
    if low in _SHUT or tokens.at(at) == "|":
        return True
    if low in ("!", "?"):
        return True
    if low != ".":
        return False
    if (
        tokens.at(at - 1) in "qv"
        or len(tokens.low(at - 1)) == 1
        or among("abbreviations", tokens.low(at - 1))
    ):
        return False
    follows = tokens.raw(at + 1) if at + 1 < len(tokens.lows) else "X"
    return not follows[:1].islower()


def _cue(tokens: Tokens, at: int) -> str | None:
    words, low = time_words().tense, tokens.low(at)
    if low == "could":
        return None if _unable(tokens, at) else "future"
    if low in words["will"]:
        return None if tokens.raw(at)[0].isupper() and low in ("may", "will") and at else "future"
    if low in words["ahead"]:
        return _ahead(tokens, at, low)
    if low in words["past"]:
        return "past"
    if low.endswith("ed") and len(low) > 3 and low not in words["not_past"]:
        return "past"
    return None


def _unable(tokens: Tokens, at: int) -> bool:
    """ "could not be reached", "could see": told of the past; "could fall" is ahead."""
    near = tokens.lows[max(0, at - 6) : at + 4]
    return any(low in ("not", "neither", "nor", "never", "no", "couldn't") for low in near) or any(
        among("could_past", low) for low in tokens.lows[at + 1 : at + 4]
    )


def _ahead(tokens: Tokens, at: int, low: str) -> str | None:
    """Looking ahead, where the word is used so: "due Friday", "plans to", "starts Monday"."""
    following = tokens.at(at + 1)
    if low in ("said", "told", "asked", "ordered", "urged", "announced", "promised", "agreed"):
        return "past"  # `_infinitive` looks at what they order
    if low in ("set", "about", "bound", "going", "supposed", "ready", "likely", "poised"):
        return "future" if tokens.low(at + 1) in ("to", "for") else None
    if among("nouns_too", low) and tokens.low(at - 1) in (
        "the",
        "a",
        "his",
        "her",
        "its",
        "their",
        "an",
    ):
        return None
    if low in ("until", "head"):
        return None if following == "_" else "future" if low == "head" else None
    return "future"


def _asked(tokens: Tokens, at: int) -> bool:
    """Postponed "until", scheduled "for": the verb is past, what it points to is ahead."""
    return tokens.low(at) in ("postponed", "delayed", "adjourned", "rescheduled") and tokens.low(
        at + 1
    ) in ("until", "till", "to", "for")


def _noun_after_to(tokens: Tokens, at: int) -> bool:
    """ "to Washington", "to the press": no infinitive."""
    raw = tokens.raw(at + 1)
    return raw[:1].isupper() or tokens.at(at + 1) in "h1NtTjwmad" or among("pointers", raw.lower())


def _infinitive(tokens: Tokens, to: int) -> str | None:
    """What the verb before "to" makes of the time: "plans to" is ahead, "failed to" behind."""
    words = time_words().tense
    for at in range(to - 1, max(-1, to - 7), -1):
        low = tokens.low(at)
        if _stops(tokens, at):
            return None
        if low in words["ahead"] or low in ("is", "are", "be", "decision", "right", "plan", "deal"):
            return "future"
        if low in words["past"] or (low.endswith("ed") and low not in words["not_past"]):
            return "past"
    return None
