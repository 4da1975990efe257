"""What happened, as one article tells it: triggers with actor, recipient, time, place, certainty.

A mention without an actor is right where none is told; a wrong actor is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from tellings.annotate.sureness import sureness
from tellings.model import EventMention, Expression, Name, Party, Quote, Span, digest
from tellings.words.tables import toml

_SUBJECTS = frozenset({"nsubj"})
_PASSIVE = frozenset({"nsubj:pass", "nsubjpass"})
_OBJECTS = frozenset({"obj", "dobj", "iobj", "dative"})
_TOWARDS = frozenset({"with", "against", "to", "on", "at"})
# What a trigger's own clause reaches: dependents that are no clause of their own.
_CLAUSAL = frozenset(
    {"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "csubj", "relcl", "xcomp"}
)


@dataclass(slots=True)
class _Text:
    doc: Doc
    at: dict[int, Party] = field(default_factory=dict)
    times: dict[int, Expression] = field(default_factory=dict)
    places: dict[int, Name] = field(default_factory=dict)
    quotes: Sequence[Quote] = ()


def events(
    doc: Doc,
    article: str,
    parties: Sequence[Party],
    names: Sequence[Name],
    expressions: Sequence[Expression],
    quotes: Sequence[Quote],
    blocked: Sequence[Span] = (),
) -> tuple[EventMention, ...]:
    """The event mentions of `doc` in order of their triggers."""
    text = _read(doc, parties, names, expressions, quotes)
    cues = [quote.cue for quote in quotes if quote.cue is not None]
    found = []
    for token, root in triggers(doc):
        span = Span(token.idx, token.idx + len(token))
        if any(span.overlaps(b) for b in (*blocked, *cues)):
            continue
        mention = _mention(text, article, token, root)
        found.append(mention)
    return tuple(sorted(found, key=lambda m: (m.trigger, m.id)))


@cache
def _roots(part: str) -> dict[str, str]:
    return {word: root for root, words in toml("events.toml")[part].items() for word in words}


@cache
def _passed_over() -> frozenset[str]:
    table = toml("events.toml")["not_events"]
    return frozenset(table["verbs"]) | frozenset(table["light"])


def triggers(doc: Doc) -> Iterator[tuple[Token, str]]:
    """The words that tell of an event, each with its PLOVER root or OTHER."""
    saying = set(toml("saying.toml")["say"])
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB":
            known = _roots("verbs").get(lemma)
            if known:
                yield token, known
            elif lemma not in saying and lemma not in _passed_over() and token.is_alpha:
                yield token, "OTHER"
        elif token.pos_ == "NOUN" and token.dep_ not in {"compound", "amod"}:
            known = _roots("nouns").get(lemma) or _roots("nouns").get(token.lower_)
            if known:
                yield token, known


def _read(
    doc: Doc,
    parties: Sequence[Party],
    names: Sequence[Name],
    expressions: Sequence[Expression],
    quotes: Sequence[Quote],
) -> _Text:
    text = _Text(doc, quotes=quotes)
    for party in parties:
        for span in party.mentions:
            found = doc.char_span(span.start, span.end, alignment_mode="expand")
            for token in found or ():
                text.at.setdefault(token.i, party)
    for one in expressions:
        found = doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
        if found is not None and one.type in {"DATE", "TIME"}:
            text.times.setdefault(found.root.i, one)
    for name in names:
        found = doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if found is not None and name.kind in {"place", "country"}:
            text.places.setdefault(found.root.i, name)
    return text


def _mention(text: _Text, article: str, token: Token, root: str) -> EventMention:
    head = _carrier(token)
    actors = _filled(text, _actor_tokens(token, head))
    recipients = _filled(text, _recipient_tokens(token, head))
    recipients = [pair for pair in recipients if pair[1] not in {p for _, p in actors}]
    time = _time(text, token, head)
    place = _place(text, token, head)
    certainty, negated, attributed = sureness(text.doc, head, text.quotes)
    start, end = _extent(token, head)
    subject = next(_actor_tokens(token, head), None)
    thing = next(_recipient_tokens(token, head), None)
    return EventMention(
        digest("e", article, token.idx, token.idx + len(token)),
        Span(start, end),
        Span(token.idx, token.idx + len(token)),
        root,
        token.lemma_.lower(),
        actors=tuple(party for _, party in actors),
        recipients=tuple(party for _, party in recipients),
        subject=subject.lemma_.lower() if subject is not None else None,
        object=thing.lemma_.lower() if thing is not None else None,
        actor=actors[0][0] if actors else None,
        recipient=recipients[0][0] if recipients else None,
        time=time.span if time else None,
        place=place.span if place else None,
        certainty=certainty,
        attributed_to=attributed,
        negated=negated,
    )


def _carrier(token: Token) -> Token:
    """The verb that carries a noun which names an event ("held talks"), else the word itself."""
    light = set(toml("events.toml")["not_events"]["light"])
    verb = token.head
    if token.pos_ == "NOUN" and token.dep_ in _OBJECTS | _PASSIVE and verb.lemma_ in light:
        return verb
    return token


def _actor_tokens(token: Token, head: Token) -> Iterator[Token]:
    verb = head
    seen = 0
    while verb.pos_ == "VERB" and seen < 3:
        yield from (c for c in verb.children if c.dep_ in _SUBJECTS)
        yield from (c for c in verb.children if c.dep_ in {"obl:agent", "agent"})
        own = any(c.dep_ in _SUBJECTS | _PASSIVE for c in verb.children)
        if own or verb.dep_ not in {"xcomp", "conj"}:
            break
        verb, seen = verb.head, seen + 1
    if token.pos_ == "NOUN":
        yield from (c for c in token.children if c.dep_ in {"nmod:poss", "poss"})
        yield from (c for c in token.children if c.dep_ == "nmod" and _case(c) in {"by", "between"})
    for child in head.children:
        if child.dep_ == "obl" and _case(child) == "by" and _has_passive(head):
            yield child


def _has_passive(head: Token) -> bool:
    return any(c.dep_ in _PASSIVE or c.dep_ in {"aux:pass", "auxpass"} for c in head.children)


def _recipient_tokens(token: Token, head: Token) -> Iterator[Token]:
    if head.pos_ == "VERB":
        yield from (c for c in head.children if c.dep_ in _PASSIVE and c.i != token.i)
        yield from (c for c in head.children if c.dep_ in _OBJECTS and c.i != token.i)
        yield from (c for c in head.children if c.dep_ == "obl" and _case(c) in _TOWARDS)
    if token.pos_ == "NOUN":
        yield from (c for c in token.children if c.dep_ == "nmod" and _case(c) in _TOWARDS | {"of"})


def _case(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def _filled(text: _Text, tokens: Iterator[Token]) -> list[tuple[Span, str]]:
    """(span, party) of each argument that is a party, with what is coordinated to it."""
    found: dict[str, Span] = {}
    for token in tokens:
        for one in (token, *(c for c in token.children if c.dep_ == "conj")):
            party = text.at.get(one.i)
            if party is not None and party.kind != "other":
                covering = [s for s in party.mentions if s.start <= one.idx < s.end]
                if covering:
                    found.setdefault(party.id, max(covering, key=len))
    return [(span, party) for party, span in found.items()]


def _inside(token: Token, head: Token) -> Iterator[Token]:
    """The dependents of a trigger and of its carrier, without the clauses below them."""
    stack = [head] if head.i == token.i else [head, token]
    while stack:
        one = stack.pop()
        for child in one.children:
            if child.dep_ not in _CLAUSAL:
                yield child
                stack.append(child)


def _time(text: _Text, token: Token, head: Token) -> Expression | None:
    near = [text.times[t.i] for t in _inside(token, head) if t.i in text.times]
    return min(near, key=lambda e: abs(e.span.start - token.idx)) if near else None


def _place(text: _Text, token: Token, head: Token) -> Name | None:
    near = [
        text.places[t.i]
        for t in _inside(token, head)
        if t.i in text.places and _case(t) in {"in", "at", "near", "outside"}
    ]
    return min(near, key=lambda n: abs(n.span.start - token.idx)) if near else None


def _extent(token: Token, head: Token) -> tuple[int, int]:
    """From the first to the last word of the trigger's clause, its sub-clauses left out."""
    kept = [token, head, *_inside(token, head)]
    words = [t for t in kept if not t.is_space and not t.is_punct]
    first, last = min(words, key=lambda t: t.i), max(words, key=lambda t: t.i)
    return first.idx, last.idx + len(last)
