"""Whether a trigger tells of a happening that belongs in a record, or of none in particular.

A reader of the timeline looks for what took place, is told to have, or is set to: not for what is
wished, habitual, asked, or said in passing inside somebody's quoted comment.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from tellings.annotate.participants import carrier, subjects
from tellings.annotate.sureness import clause
from tellings.annotate.triggers import Trigger, words
from tellings.model import EventMention, Quote, Span
from tellings.words.happenings import verb_kinds
from tellings.words.tables import toml

_GENERIC = frozenset({"you", "one", "people", "anyone", "everyone", "someone", "nobody", "anybody"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
_FINITE_PAST = frozenset({"VBD", "VBN"})


def happened(
    trigger: Trigger, mention: EventMention, quotes: Sequence[Quote], headline: Span | None = None
) -> bool:
    """Whether the mention goes into the record."""
    token = trigger.token
    if trigger.score < 0.5 or mention.score < 0.5 or _asked(token):
        return False
    named = bool(mention.actors or mention.recipients)
    if trigger.weak and not (named or mention.time):
        return False
    if mention.certainty == "hypothetical":
        return trigger.root != "OTHER" and bool(mention.actors and mention.recipients)
    if mention.certainty in {"denied", "planned", "alleged"} and not (
        named or mention.time or mention.place
    ):
        return False
    if mention.certainty == "denied" and token.dep_ == "xcomp" and verb_kinds(token.head.lemma_):
        return False  # "refused to sign" is a refusal, told already
    titled = headline is not None and headline.contains(mention.trigger)
    if token.pos_ == "VERB":
        if not _verb_happened(trigger, mention, titled or _title_like(token)):
            return False
    elif not _noun_happened(trigger, mention):
        return False
    return _not_comment(trigger, mention, quotes)


def _asked(token: Token) -> bool:
    """Whether the sentence is a question."""
    last = next(
        (
            t
            for t in reversed(list(token.sent))
            if t.text not in {'"', "”", "'", "’"} and not t.is_space
        ),
        None,
    )
    return last is not None and last.text == "?"


def _title_like(token: Token) -> bool:
    """A short line without an end mark, as headlines are set: its present tense tells the past."""
    said = [t for t in token.sent if not t.is_space]
    return len(said) <= 20 and said[-1].text[-1] not in ".!?:;\"”’'…"


def _verb_happened(trigger: Trigger, mention: EventMention, titled: bool) -> bool:
    token = trigger.token
    lead = clause(token)
    helped = [c.lower_ for c in lead.children if c.dep_.startswith("aux")]
    subject = subjects(token)
    if any(one.lower_ in _GENERIC for one in subject):
        return False
    if token.tag_ == "VB" and not helped and token.dep_ in {"root", "ROOT", "parataxis", "conj"}:
        return False  # a command
    present = token.tag_ in {"VBZ", "VBP"} and not helped
    if present and not titled:
        party = bool(mention.actors)
        if trigger.root == "OTHER" or not party or not (mention.recipients or mention.object):
            return False
    if token.tag_ == "VBG" and not _takes_place(token, helped):
        return False
    if trigger.listed:
        return bool(subject or mention.object or mention.time or mention.place or mention.actors)
    past = token.tag_ in _FINITE_PAST or titled
    return past and bool(mention.actors) and bool(mention.recipients or mention.time)


def _takes_place(token: Token, helped: Sequence[str]) -> bool:
    """Whether an -ing form tells of an act: "was leaving", ", killing three", "after meeting"."""
    if helped or token.dep_ in {"advcl", "xcomp", "conj", "root"}:
        return True
    if token.dep_ == "acl":
        return any(c.dep_ == "mark" for c in token.children) or bool(
            [c for c in token.children if c.dep_ == "obj"]
        )
    return False


def _noun_happened(trigger: Trigger, mention: EventMention) -> bool:
    token = trigger.token
    carried = carrier(token).i != token.i
    if trigger.lemma in words("made") and not carried:
        return False
    before = {c.lower_ for c in token.children if c.dep_ in {"det", "amod", "nmod:poss", "nummod"}}
    if before & set(toml("certainty.toml")["thinkable"]):
        return False
    slots = bool(mention.actors or mention.recipients or mention.time or mention.place)
    plural = token.tag_ in {"NNS", "NNPS"}
    if plural:
        return carried or bool(mention.actors and mention.recipients) or bool(mention.time)
    definite = bool(before & _DEFINITE) or any(c.dep_ == "nmod:poss" for c in token.children)
    return carried or slots or definite


def _not_comment(trigger: Trigger, mention: EventMention, quotes: Sequence[Quote]) -> bool:
    """Inside quotation marks only what somebody named did, and did then, is a happening."""
    at = mention.trigger
    if not any(part.overlaps(at) for quote in quotes for part in quote.quoted):
        return True
    if not trigger.listed or not (mention.actors or mention.recipients):
        return False
    if trigger.token.pos_ == "VERB":
        return trigger.token.tag_ in _FINITE_PAST or mention.certainty == "planned"
    return bool(mention.time or mention.place) or bool(mention.actors and mention.recipients)
