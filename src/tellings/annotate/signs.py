"""What speaks for and against a trigger's being a happening of the record, as named signs.

Each sign is there or not; `words/eventhood.toml` says how much each counts (models/en/eventhood.py
fits it on triggers judged by hand).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tellings.annotate.control import subjects
from tellings.annotate.helping import clause
from tellings.annotate.participants import carrier
from tellings.annotate.triggers import WISHED, Trigger, words
from tellings.model import EventMention, Quote, Span
from tellings.words.tables import toml

_GENERIC = frozenset({"you", "one", "anyone", "everyone", "someone", "nobody", "anybody"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
_PRONOUNS = frozenset({"i", "we", "you", "it", "they", "that", "this", "which", "what", "who"})
_FINITE_PAST = frozenset({"VBD", "VBN"})
_NOW = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am"})
_PRESENT = frozenset({"VBZ", "VBP"})


def signs(
    trigger: Trigger, mention: EventMention, quotes: Sequence[Quote], headline: Span | None
) -> frozenset[str]:
    """The names of the signs that are there."""
    token = trigger.token
    titled = headline is not None and headline.contains(mention.trigger)
    found = {mention.certainty, *_told(trigger, mention)}
    if titled or _title_like(token):
        found.add("title")
    if any(part.overlaps(mention.trigger) for quote in quotes for part in quote.quoted):
        found.add("quoted")
    if _asked(token):
        found.add("question")
    if token.pos_ == "VERB":
        found |= set(_verb(token, found))
    else:
        found |= set(_noun(trigger))
    return frozenset(found)


def _told(trigger: Trigger, mention: EventMention) -> Iterator[str]:
    yield "noun" if trigger.token.pos_ != "VERB" else "verb"
    if trigger.listed:
        yield "weak" if trigger.weak else "listed"
    if trigger.root != "OTHER":
        yield "political"
    if mention.score <= WISHED:
        yield "wished"
    if trigger.score < 0.5:
        yield "unsure root"
    for name in ("actors", "recipients", "time", "place"):
        if getattr(mention, name):
            yield name
    if mention.actors and mention.recipients:
        yield "both"
    if mention.object is not None and mention.object not in _PRONOUNS:
        yield "object"
    if mention.subject is not None:
        yield "pronoun" if mention.subject in _PRONOUNS else "subject"


def _asked(token: Token) -> bool:
    """Whether the sentence is a question."""
    marks = {'"', "”", "'", "’"}
    said = (t for t in reversed(token.sent) if t.text not in marks and not t.is_space)
    return next((t.text for t in said), "") == "?"


def _title_like(token: Token) -> bool:
    """A short line without an end mark, as headlines are set: its present tense tells the past."""
    said = [t for t in token.sent if not t.is_space]
    return len(said) <= 20 and said[-1].text[-1] not in ".!?:;\"”’'…"


def _verb(token: Token, found: set[str]) -> Iterator[str]:
    helped = {c.lower_ for c in clause(token).children if c.dep_.startswith("aux")}
    ahead = token.tag_ == "VB" and "planned" in found and "wished" not in found
    if ahead and _decided(token):
        yield "tense past"  # "decided to join": the decision is what happened
    elif ahead:
        yield "tense ahead"
        if "actors" in found:
            yield "actors ahead"
    else:
        yield f"tense {_tense(token, helped, 'title' in found)}"
    yield f"verb as {token.dep_ if token.dep_ in _VERB_DEPS else 'other'}"
    if any(_generic(one) for one in subjects(token)):
        yield "generic"


_VERB_DEPS = frozenset({"root", "conj", "ccomp", "advcl", "acl", "acl:relcl", "xcomp"})
_NOUN_DEPS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "root"})


def _decided(token: Token) -> bool:
    """Whether an infinitive is what somebody has agreed or decided to do."""
    above = token.head
    decision = above.lemma_.lower() in toml("certainty.toml")["decision"]
    return token.dep_ == "xcomp" and decision and above.tag_ in _FINITE_PAST


def _tense(token: Token, helped: set[str], titled: bool) -> str:
    if token.tag_ == "VB":
        if "did" in helped:
            return "past"
        command = token.dep_ in {"root", "parataxis", "conj"} and not helped
        return "command" if command else "base"
    if token.tag_ in _PRESENT:
        return "past" if titled else "present"
    if token.tag_ == "VBG":
        if not helped and _of_present(token):
            return "present"
        return "progressive" if helped else "ing"
    if token.tag_ == "VBN" and helped and helped <= _NOW and not titled:
        return "present"  # "is lost or stolen"
    return "past" if token.tag_ == "VBD" or helped or titled else "participle"


def _of_present(token: Token) -> bool:
    """Whether the clause that an -ing form hangs on is in the simple present."""
    above = token.head
    helped = any(c.dep_.startswith("aux") for c in above.children)
    return above.tag_ in _PRESENT and not helped and token.dep_ in {"advcl", "conj", "xcomp"}


def _commands(verb: Token) -> bool:
    """ "Take a trip down memory lane": an imperative that carries a noun."""
    helped = any(c.dep_.startswith("aux") or c.dep_ == "mark" for c in clause(verb).children)
    top = verb.dep_ in {"root", "parataxis", "conj"}
    return verb.tag_ == "VB" and top and not helped and not subjects(verb)


def _generic(subject: Token) -> bool:
    """Whether anybody is meant: "you", "one", bare "people"."""
    if subject.lower_ in _GENERIC:
        return True
    return subject.lower_ == "people" and not any(
        c.dep_ in {"det", "nummod", "nmod", "acl:relcl", "nmod:poss"} for c in subject.children
    )


def _noun(trigger: Trigger) -> Iterator[str]:
    token = trigger.token
    head = carrier(token)
    before = {c.lower_ for c in token.children if c.dep_ in {"det", "amod", "nmod:poss", "nummod"}}
    owned = any(c.dep_ == "nmod:poss" for c in token.children)
    plural = token.tag_ in {"NNS", "NNPS"}
    definite = owned or bool(before & _DEFINITE)
    vague = bool(before & {"a", "an"})
    yield "definite" if definite else "indefinite" if vague else "bare"
    yield f"noun as {token.dep_ if token.dep_ in _NOUN_DEPS else 'other'}"
    if plural:
        yield "plural"
    if trigger.lemma in words("made"):
        yield "made"
    if before & set(toml("certainty.toml")["thinkable"]):
        yield "thinkable"
    if any(c.dep_ in {"compound", "amod"} and c.ent_type_ for c in token.children):
        yield "name before"
    if head.i != token.i and _commands(head):
        yield "tense command"
    elif head.i != token.i:
        helped = any(c.dep_.startswith("aux") for c in head.children)
        yield "state" if head.tag_ in _PRESENT and not helped else "carried"
