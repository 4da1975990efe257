"""Days that a text tells once for several happenings: "during the talks", "he also signed".

A time is lent only where the words say that two things belong together in time, and only within one
sentence or to the next one. The article's own day is never lent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from tellings.annotate.control import case
from tellings.annotate.participants import carrier
from tellings.model import EventMention

_WITHIN = frozenset({"during", "at", "in", "amid", "throughout"})
_TOLD = frozenset({"asserted", "attributed", "alleged"})
_NEXT = 2  # sentences that "also" reaches back

Pair = tuple[Token, EventMention]


def dated(found: Sequence[Pair]) -> list[EventMention]:
    """The mentions of one text in its order, with the times that others lend them."""
    told: list[Pair] = []
    for pair in _along(sorted(found, key=lambda pair: pair[0].i)):
        told.append(_also(pair, told))
    return [mention for _, mention in _along(told)]


def _along(found: Sequence[Pair]) -> list[Pair]:
    """A happening in whose course another happened has its time, and lends its own."""
    held = {carrier(token).i: n for n, (token, _) in enumerate(found)}
    mentions = [mention for _, mention in found]
    for n, (token, mention) in enumerate(found):
        if token.pos_ != "NOUN" or token.dep_ != "obl" or case(token) not in _WITHIN:
            continue
        other = held.get(token.head.i)
        if other is None or other == n or mentions[other].certainty not in _TOLD:
            continue
        if mention.time is None and mentions[other].time is not None:
            mentions[n] = replace(mentions[n], time=mentions[other].time)
        elif mention.time is not None and mentions[other].time is None:
            mentions[other] = replace(mentions[other], time=mention.time)
    return [(token, mention) for (token, _), mention in zip(found, mentions, strict=True)]


def _also(pair: Pair, before: Sequence[Pair]) -> Pair:
    """ "The king also met …": the time of what he did in the sentence before, if it has one."""
    token, mention = pair
    head = carrier(token)
    if mention.time is not None or mention.certainty not in _TOLD or not mention.actors:
        return pair
    if not any(c.lower_ in {"also", "then"} and c.dep_ == "advmod" for c in head.children):
        return pair
    start = token.sent.start
    for other, told in reversed(before):
        if other.i >= start:
            continue
        between = sum(1 for t in token.doc[other.i : token.i] if t.is_sent_start)
        if between > _NEXT:
            break
        if (
            told.time is not None
            and told.certainty in _TOLD
            and set(told.actors) & set(mention.actors)
        ):
            return token, replace(mention, time=told.time)
    return pair
