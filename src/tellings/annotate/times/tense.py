"""The tense that governs a time expression: from the parse where there is one, else from words.

A weekday is ahead or behind by its verb: "will meet Friday", "said Friday". Without a parse the
nearest cue decides, first to the left inside the clause, then to the right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.annotate.times.scan import Tokens
from tellings.words.times import among, time_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 30  # tokens; a clause is rarely longer, and a cue farther off rarely governs
_SHUT = frozenset((";", ":", "—", "--", "“", "”", '"', "(", ")", "``", "|"))


def by_words(tokens: Tokens, first: int, last: int) -> str | None:
    """Tense of the expression at tokens `[first, last)` by the nearest cue, or None."""
    left = _leftwards(tokens, first)
    if left is not None:
        return left
    return _rightwards(tokens, last)


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
        if low == "has" or low == "have":
            return "past"
    return None


def _base(tokens: Tokens, at: int) -> bool:
    before = tokens.low(at - 1)
    return before in time_words().tense["will"] or before == "to"


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
    if low in words["will"]:
        return None if tokens.raw(at)[0].isupper() and low in ("may", "will") and at else "future"
    if low in words["ahead"]:
        return _ahead(tokens, at, low)
    if low in words["past"]:
        return "past"
    if low.endswith("ed") and len(low) > 3 and low not in words["not_past"]:
        return "past"
    return None


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


def by_parse(doc: Doc, start: int, end: int) -> str | None:
    """Tense of the verb that governs the characters `[start, end)`, by UD heads and features."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return None
    return _governed(span.root)


def _governed(token: Token) -> str | None:
    for _ in range(12):
        verb = _verb(token)
        if verb is not None:
            return verb
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _verb(token: Token) -> str | None:
    """The tense that a word lends as a predicate; None if it is no predicate."""
    words = time_words().tense
    low = [child.lower_ for child in token.children if child.dep_ in ("aux", "aux:pass", "cop")]
    if any(word in words["will"] for word in low):
        return "future"
    if token.pos_ not in ("VERB", "AUX") and not low:
        return "future" if token.lower_ in ("due", "scheduled", "slated") else None
    if any(word in ("has", "have", "had", "was", "were", "did", "been") for word in low):
        return "past" if not _planned(token) else "future"
    form = token.morph.get("VerbForm", [])
    if form == ["Inf"] or (form == [] and any(c.lower_ == "to" for c in token.children)):
        return _governor(token)
    if token.morph.get("Tense", []) == ["Past"]:
        return "future" if _planned(token) else "past"
    if token.morph.get("Tense", []) == ["Pres"] and form != ["Part"]:
        return "present"
    return "present" if any(word in ("is", "are", "'s", "’s") for word in low) else None


def _planned(token: Token) -> bool:
    return among("planned", token.lower_)


def _governor(token: Token) -> str | None:
    head = token.head
    if head.i == token.i:
        return None
    if head.lower_ in time_words().tense["ahead"] or any(
        child.lower_ in ("is", "are") for child in head.children
    ):
        return "future"
    return _verb(head)
