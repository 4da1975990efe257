"""Which happening answers another, where the text says so: "expelled two envoys in response to".

Only explicit words count (`words/relations.toml`). "After" tells an order and no answer; it is kept
with its own words where each does to the other, or to those of its country.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from tellings.annotate.participants import carrier
from tellings.model import EventMention, Party, Span
from tellings.words.tables import toml

_PARTS = frozenset({"nmod", "acl", "obl"})
_CLAUSES = frozenset({"advcl", "obl", "nmod"})
_CARRIERS = frozenset({"nmod", "obl", "advcl", "acl", "obj", "appos", "ccomp", "xcomp", "conj"})
_WITHIN = frozenset({"nmod", "amod", "compound", "case", "det", "nummod", "flat", "nmod:poss"})
_DENYING = frozenset({"not", "no", "never", "n't", "n’t", "nor"})

_FAR = 15  # words from a deed to the words that make it an answer
_LONGEST = 12  # words of what is answered; of a longer phrase its head is enough

_At = Mapping[int, EventMention]  # mentions by the character at which their trigger starts
# The one that answers, the one answered where it is a mention too, and the words that say so.
_Answer = tuple[EventMention, EventMention | None, Span]


def answers(
    doc: Doc, mentions: Sequence[EventMention], parties: Sequence[Party]
) -> tuple[EventMention, ...]:
    """The mentions; each that answers something has the words for it, and which of them it is.

    What is answered need be no mention ("in response to falling prices"), nor be named at all ("In
    retaliation, they"): then the words alone are kept.
    """
    at = {mention.trigger.start: mention for mention in mentions}
    country = {party.id: party.country or party.id for party in parties}
    found: dict[str, tuple[str | None, Span]] = {}
    for answering, answered, words in _told(doc, at, country):
        other = answered.id if answered is not None else None
        mutual = other is not None and found.get(other, (None,))[0] == answering.id
        if answering.id != other and not answering.negated and not mutual:
            found.setdefault(answering.id, (other, words))
    return tuple(
        replace(m, answers=found[m.id][0], answering=found[m.id][1]) if m.id in found else m
        for m in mentions
    )


def _told(doc: Doc, at: _At, country: Mapping[str, str]) -> Iterator[_Answer]:
    for token in doc:
        lemma = token.lemma_.lower()
        if _is_denied(token):
            continue
        if lemma in _words().nouns and token.pos_ == "NOUN":
            yield from _by_noun(token, at)
        elif lemma in _words().verbs and token.pos_ == "VERB":
            yield from _by_verb(token, at)
        elif token.lower_ in _words().order and token.dep_ in {"mark", "case"}:
            yield from _by_order(token, at, country)


def _by_noun(noun: Token, at: _At) -> Iterator[_Answer]:
    """ "in response to the raid", "was a response to the raid", "in retaliation"."""
    lead = next((c for c in noun.children if c.dep_ == "case" and c.i < noun.i), None)
    if any(c.dep_ == "cop" for c in noun.children):
        first: Token = noun
        answering = next((at.get(c.idx) for c in noun.children if c.dep_ == "nsubj"), None)
    elif lead is not None and lead.lower_ in _words().lead:
        first = lead
        answering = _above(noun, at)
    else:
        return
    if answering is None:
        return
    onward = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if (
        onward is not None
        and onward.dep_ == "case"
        and onward.lower_ in _words().nouns[noun.lemma_.lower()]
    ):
        yield from _answer(answering, first, onward.head, at)
    elif noun.lemma_.lower() in _words().alone and first.i == noun.i - 1:
        yield answering, None, _words_from(first, noun)


def _by_verb(verb: Token, at: _At) -> Iterator[_Answer]:
    """ "responded to the raid by", "retaliating for the raid, they": the deed that does it."""
    for child in verb.children:
        marker = _marker(child)
        if child.dep_ != "obl" or marker is None:
            continue
        if marker.lower_ not in _words().verbs[verb.lemma_.lower()]:
            continue
        means = [
            at.get(c.idx)
            for c in verb.children
            if c.dep_ in _CLAUSES and (m := _marker(c)) is not None and m.lower_ in _words().means
        ]
        own = at.get(verb.idx)
        above = _above(verb, at) if verb.dep_ == "advcl" and verb.tag_ == "VBG" else None
        answering = next((m for m in means if m is not None), above or own)
        if answering is not None:
            yield from _answer(answering, verb, child, at)


def _answer(answering: EventMention, first: Token, what: Token, at: _At) -> Iterator[_Answer]:
    """What is answered, as a mention or as words; a question or a letter is no happening."""
    answered = _at_or_below(what, at)
    if answered is not None or what.lemma_.lower() not in _words().asked:
        yield answering, answered, _words_from(first, _last(what))


def _last(what: Token) -> Token:
    """The last word of a phrase, without the clauses that hang on it."""
    last, stack = what, [what]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in _WITHIN and not child.is_punct:
                last = max(last, child, key=lambda t: t.i)
                stack.append(child)
    return last if last.i - what.i < _LONGEST else what


def _by_order(word: Token, at: _At, country: Mapping[str, str]) -> Iterator[_Answer]:
    """ "recalled its envoy from Oslo after Norway closed the port": each acts on the other."""
    first = word.head
    answered = at.get(first.idx)
    if first.dep_ not in _CLAUSES or answered is None:
        return
    answering = _above(first, at)
    if answering is None:
        return
    theirs, ours = _ends(answered, country), _ends(answering, country)
    if theirs[0] & ours[1] and theirs[1] & ours[0] and not theirs[0] & ours[0]:
        yield answering, answered, Span(word.idx, word.idx + len(word))


def _ends(mention: EventMention, country: Mapping[str, str]) -> tuple[set[str], set[str]]:
    actors = {country.get(party, party) for party in mention.actors}
    return actors, {country.get(party, party) for party in mention.recipients}


def _marker(token: Token) -> Token | None:
    return next((c for c in token.children if c.dep_ in {"case", "mark"}), None)


def _above(token: Token, at: _At) -> EventMention | None:
    """The mention that the phrase of `token` hangs on: the first verb above it, or a noun before.

    No further: what a clause answers is not what the clause around it answers. And not from afar:
    there the parse is a guess ("warned ... following a resolution, in response to the test").
    """
    start = token
    while token.head.i != token.i and token.dep_ in _CARRIERS:
        token = token.head
        found = at.get(token.idx)
        if found is None and token.pos_ == "VERB":
            held = (c for c in token.children if c.i != start.i and carrier(c).i == token.i)
            found = next((at[c.idx] for c in held if c.idx in at), None)
        if found is not None or token.pos_ == "VERB":
            return found if start.i - token.i <= _FAR else None
    return None


def _at_or_below(token: Token, at: _At) -> EventMention | None:
    """The mention at a word, or at what it is one of: "the new round of sanctions"."""
    if (found := at.get(token.idx)) is not None:
        return found
    below = (at.get(child.idx) for child in token.children if child.dep_ in _PARTS)
    return next((mention for mention in below if mention is not None), None)


def _is_denied(token: Token) -> bool:
    near = [*token.children, *token.head.children]
    return any(c.lower_ in _DENYING and abs(c.i - token.i) <= 3 for c in near)


def _words_from(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))


class _Words:
    """The cues, by lemma the prepositions that lead on to what is answered."""

    def __init__(self) -> None:
        held = toml("relations.toml")["answers"]
        self.nouns = {noun: frozenset(on.split()) for noun, on in held["nouns"].items()}
        self.verbs = {verb: frozenset(on.split()) for verb, on in held["verbs"].items()}
        self.lead = frozenset(held["lead"])
        self.alone = frozenset(held["alone"])
        self.asked = frozenset(held["asked"])
        self.means = frozenset(held["means"])
        self.order = frozenset(held["order"])


@cache
def _words() -> _Words:
    return _Words()
