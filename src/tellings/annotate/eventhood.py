"""Whether a trigger tells of a happening that belongs in a record, or of none in particular.

A reader of the timeline looks for what took place, is told to have, or is set to: not for what is
wished, habitual, asked, or said in passing inside somebody's quoted comment. The signs for and
against are added up as log odds; the weights were fitted to triggers judged by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp

from tellings.annotate.signs import signs
from tellings.annotate.triggers import Trigger
from tellings.model import EventMention, Quote, Span
from tellings.words.happenings import verb_kinds
from tellings.words.tables import toml

# From this probability on a mention is kept; it makes an event of the record by itself only where
# it is surer (link/events.py), else as one more telling of what is told better elsewhere.
KEPT = 0.3


def happened(
    trigger: Trigger, mention: EventMention, quotes: Sequence[Quote], headline: Span | None = None
) -> float:
    """The probability that the mention belongs in the record, in [0, 1]."""
    token = trigger.token
    if mention.certainty == "denied" and token.dep_ == "xcomp" and verb_kinds(token.head.lemma_):
        return 0.0  # "refused to sign" is a refusal, told already
    weights = _weights()
    odds, found = weights["start"], signs(trigger, mention, quotes, headline)
    if "state" in found:
        return 0.0  # "have an agreement": how things stand, and nothing that happened
    if "tense command" in found and "title" not in found:
        return 0.0
    for sign in sorted(found):
        odds += weights.get(sign, 0.0)
    return round(1 / (1 + exp(-odds)), 3)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = toml("eventhood.toml")["weights"]
    return weights
