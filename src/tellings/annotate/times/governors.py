"""Tense by the parse: of the verb that governs a time, by Universal Dependencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.words.times import among, time_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def by_parse(doc: Doc, start: int, end: int) -> str | None:
    """Tense of the verb that governs the characters `[start, end)`, by UD heads and features."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return None
    copula = [child.lower_ for child in span.root.children if child.dep_ == "cop"]
    if copula and copula[0] in ("is", "are"):
        return "future"  # "the vote is on Monday"
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
    marked = any(child.lower_ == "to" and child.dep_ == "mark" for child in token.children)
    if marked and low and low[0] in ("is", "are"):
        return "future"
    if token.pos_ not in ("VERB", "AUX") and not low:
        return "future" if token.lower_ in ("due", "scheduled", "slated") else None
    if any(word in ("has", "have", "had", "was", "were", "did", "been") for word in low):
        return "past" if not _planned(token.lower_) else "future"
    form = token.morph.get("VerbForm", [])
    if form == ["Inf"] or (form == [] and any(c.lower_ == "to" for c in token.children)):
        return _governor(token)
    if token.morph.get("Tense", []) == ["Past"] and _looks_past(token.lower_):
        return "future" if _planned(token.lower_) else "past"
    if token.morph.get("Tense", []) and form != ["Part"]:
        return _present(token)
    if any(word in ("is", "are", "'s", "’s") for word in low):
        return "present"
    bare = any(child.dep_ == "nsubj" for child in token.children)
    finite = token.pos_ == "VERB" and not token.lower_.endswith(("ing", "ed"))
    if not bare or not finite:
        return None
    return "past" if _looks_past(token.lower_) else _present(token)  # "beaches reopen Friday"


def _looks_past(low: str) -> bool:
    """Whether the form can be a past one: "reopen" is none, whatever its tag."""
    return low.endswith("ed") or low in time_words().tense["past"]


def _present(token: Token) -> str:
    """A plan told in the present ("the trial opens Friday"); what is said or is, is now."""
    if among("reporting", token.lemma_.lower()) or token.lemma_ == "be":
        return "present"
    return "future"


def _planned(low: str) -> bool:
    return among("planned", low)


def _governor(token: Token) -> str | None:
    head = token.head
    if head.i == token.i:
        return None
    if head.lower_ in time_words().tense["ahead"] or any(
        child.lower_ in ("is", "are") for child in head.children
    ):
        return "future"
    return _verb(head)
