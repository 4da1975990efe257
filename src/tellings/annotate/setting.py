"""When and where: the times and places that a trigger's clause gives for it."""

from __future__ import annotations

from spacy.tokens import Token

from tellings.annotate.control import case, subjects
from tellings.annotate.helping import clause
from tellings.annotate.reach import own
from tellings.annotate.standing import Standing
from tellings.model import Expression, Name
from tellings.words.happenings import noun_kinds, side

_SPOT = frozenset({"in", "at", "near", "outside", "inside", "off", "across", "around"})
_AMID = frozenset({"in", "at", "on", "during", "amid", "with"})
_BOUNDS = frozenset({"since", "until", "till", "before", "after", "for", "than"})
_HANGING = frozenset({"advcl", "acl", "acl:relcl"})
# A time under these belongs to the noun before which it stands.
_INNER = frozenset({"compound", "nummod", "amod", "nmod:poss"})


def time(text: Standing, token: Token, head: Token) -> Expression | None:
    held = frozenset({token.i, head.i})
    near = [text.times[t.i] for t in own(token, head) if _is_when(text, t, held)]
    if not near and head.pos_ == "VERB":
        near = _when_time(text, head) or _shared_time(text, head)
    return min(near, key=lambda e: (abs(e.span.start - token.idx), e.id)) if near else None


def _is_when(text: Standing, token: Token, held: frozenset[int]) -> bool:
    """Whether a time says when it happened, and not since when or until when something is so.

    Nor a year's model or a day's paper: "unveiled the 2017 car" tells no time but the car's.
    """
    if token.i not in text.times or case(token) in _BOUNDS or _is_anothers(text, token, held):
        return False
    return token.dep_ not in _INNER or token.head.i in held or token.head.i in text.times


def _is_anothers(text: Standing, token: Token, held: frozenset[int]) -> bool:
    """ "Named the victim of the Friday shooting": a time between "the" and a noun is that noun's.

    "Met during a 2015 fair" tells when they met: the noun hangs on what happened.
    """
    told = text.times[token.i].span
    span = text.doc.char_span(told.start, told.end, alignment_mode="expand")
    if span is None or span.start == 0 or span.end >= len(text.doc):
        return False
    noun = text.doc[span.end]
    while noun.dep_ in {"compound", "amod"} and noun.i not in held:
        noun = noun.head
    if text.doc[span.start - 1].pos_ != "DET" or noun.pos_ != "NOUN" or noun.i in held:
        return False
    return noun.dep_ != "obl" or noun.head.i not in held or case(noun) not in _AMID


def _when_time(text: Standing, head: Token) -> list[Expression]:
    """ "In May, when the king fled": the time that a clause with "when" hangs on."""
    lead = clause(head)
    if not any(c.lower_ == "when" for c in lead.children) or lead.dep_ not in _HANGING:
        return []
    above, head = lead.head, lead
    held = [above, *(c for c in above.children if c.i < head.i)]
    return [text.times[t.i] for t in held if t.i in text.times]


def _shared_time(text: Standing, head: Token) -> list[Expression]:
    """A time told at the first of joined verbs, or of the happening that is the verb's subject."""
    if head.dep_ == "conj" and head.head.pos_ == "VERB":
        before = [c for c in head.head.children if c.i in text.times and c.i < head.head.i]
        if before:
            return [text.times[c.i] for c in before]
    for subject in subjects(head):
        if subject.i != head.i and noun_kinds(subject.lemma_.lower()):
            return [text.times[c.i] for c in subject.children if c.i in text.times]
    return []


def place(text: Standing, token: Token, head: Token) -> Name | None:
    near = [
        text.places[t.i]
        for t in own(token, head)
        if t.i in text.places and (case(t) in _SPOT or _is_goal(token, t))
    ]
    if not near and token.pos_ == "NOUN" and token.lemma_.lower() in side("together"):
        near = [text.places[c.i] for c in token.children if _names_spot(text, c)]
    return min(near, key=lambda n: (abs(n.span.start - token.idx), n.id)) if near else None


def _is_goal(token: Token, place: Token) -> bool:
    going = {"visit", "trip", "travel", "fly", "return", "arrive", "journey", "flight", "tour"}
    return case(place) == "to" and token.lemma_.lower() in going


def _names_spot(text: Standing, child: Token) -> bool:
    """ "the Geneva talks": a town before the noun; a country there is who talks."""
    if child.dep_ != "compound" or child.i not in text.places:
        return False
    return text.places[child.i].kind == "place"
