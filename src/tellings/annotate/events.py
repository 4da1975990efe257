"""What happened, as one article tells it: triggers with actor, recipient, time, place, certainty.

A mention without an actor is right where none is told; a wrong actor is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from tellings.annotate.contexts import contexts
from tellings.annotate.en.events import root_between
from tellings.annotate.eventhood import KEPT, happened
from tellings.annotate.narrative import dated
from tellings.annotate.participants import carrier, case, doers, subjects, sufferers, things
from tellings.annotate.sureness import clause, sureness
from tellings.annotate.triggers import WISHED, Trigger, political, triggers, words
from tellings.model import EventMention, Expression, Marks, Name, Party, Quote, Span, digest
from tellings.words.happenings import noun_kinds, side

# What a trigger's own clause reaches: dependents that are no clause of their own.
_CLAUSAL = frozenset(
    {"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "csubj", "relcl", "xcomp"}
)
_SPOT = frozenset({"in", "at", "near", "outside", "inside", "off", "across", "around"})
_BOUNDS = frozenset({"since", "until", "till", "before", "after", "for", "than"})
_HANGING = frozenset({"advcl", "acl", "acl:relcl"})
# A time under these belongs to the noun before which it stands.
_INNER = frozenset({"compound", "nummod", "amod", "nmod:poss"})
_PARTIES = frozenset({"nsubj", "nsubj:pass", "appos", "obl:agent"})
PAIR = 0.8  # the probability from which the root of what passes between two parties is taken
_NOBODY = frozenset({"place", "other"})


@dataclass(slots=True)
class _Text:
    doc: Doc
    at: dict[int, list[tuple[Span, Party]]] = field(default_factory=dict)
    times: dict[int, Expression] = field(default_factory=dict)
    places: dict[int, Name] = field(default_factory=dict)
    quotes: Sequence[Quote] = ()
    political: frozenset[int] = frozenset()  # words that the reader takes for political events


def events(
    doc: Doc,
    article: str,
    parties: Sequence[Party],
    names: Sequence[Name],
    expressions: Sequence[Expression],
    quotes: Sequence[Quote],
    blocked: Sequence[Span] = (),
    headline: Span | None = None,
) -> tuple[EventMention, ...]:
    """The event mentions of `doc` in order of their triggers."""
    text = _read(doc, parties, names, expressions, quotes)
    cues = [quote.cue for quote in quotes if quote.cue is not None]
    found = []
    for trigger in triggers(doc):
        span = _at(trigger.token)
        saying = trigger.root == "OTHER" and any(span.overlaps(cue) for cue in cues)
        if saying or any(span.overlaps(b) for b in blocked):
            continue
        mention = mentioned(text, article, trigger)
        likely = happened(trigger, mention, quotes, headline)
        if likely >= KEPT:
            found.append((trigger.token, replace(mention, score=likely)))
    return tuple(sorted(dated(found), key=lambda m: (m.trigger, m.id)))


def mentions_at(
    doc: Doc, article: str, marks: Marks, triggers: Sequence[Trigger]
) -> list[EventMention]:
    """What is told at given triggers, whether or not they would be taken for happenings."""
    text = _read(doc, marks.parties, marks.names, marks.expressions, marks.quotes)
    return [mentioned(text, article, trigger) for trigger in triggers]


def _at(token: Token, last: Token | None = None) -> Span:
    end = last or token
    return Span(token.idx, end.idx + len(end))


def _read(
    doc: Doc,
    parties: Sequence[Party],
    names: Sequence[Name],
    expressions: Sequence[Expression],
    quotes: Sequence[Quote],
) -> _Text:
    text = _Text(doc, quotes=quotes, political=political(doc))
    for party in parties:
        for span in party.mentions:
            for token in doc.char_span(span.start, span.end, alignment_mode="expand") or ():
                text.at.setdefault(token.i, []).append((span, party))
    for one in expressions:
        found = doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
        if found is not None and one.type in {"DATE", "TIME"}:
            text.times.setdefault(found.root.i, one)
    for name in names:
        found = doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if found is not None and name.kind in {"place", "country"}:
            text.places.setdefault(found.root.i, name)
    return text


def mentioned(text: _Text, article: str, trigger: Trigger) -> EventMention:
    """One trigger with all that its clause tells of it."""
    token, lemma = trigger.token, trigger.lemma
    head = carrier(token)
    does = list(doers(token, head, lemma))
    bears = list(sufferers(token, head, lemma, trigger.root))
    actors = _filled(text, does, lemma)
    recipients = _filled(text, bears, lemma)
    recipients = [pair for pair in recipients if pair[1] not in {p for _, p in actors}]
    time = _time(text, token, head)
    place = _place(text, token, head)
    sure = sureness(text.doc, head, token, text.quotes)
    return EventMention(
        digest("e", article, token.idx, token.idx + len(token)),
        _extent(token, head),
        _at(token, trigger.last),
        _root(text, trigger, actors, recipients),
        lemma,
        trigger.mode,
        contexts([token, head, *_inside(token, head)]),
        tuple(party for _, party in actors),
        tuple(party for _, party in recipients),
        _lemma(text, does),
        _lemma(text, [*bears, *things(token, head)]),
        actors[0][0] if actors else None,
        recipients[0][0] if recipients else None,
        time.span if time else None,
        place.span if place else None,
        sure.certainty,
        sure.attributed,
        sure.negated,
        WISHED if sure.wished else 1.0,
    )


def _root(
    text: _Text,
    trigger: Trigger,
    actors: Sequence[tuple[Span, str]],
    recipients: Sequence[tuple[Span, str]],
) -> str:
    """The trigger's root; where it has none of PLOVER's, what passes between the two parties.

    Asked only where the reader takes the word for a political event: between two footballers'
    names the pair has a root as well.
    """
    political = trigger.token.i in text.political
    if trigger.root != "OTHER" or not political or not actors or not recipients:
        return trigger.root
    sides = [text.doc.char_span(s[0][0].start, s[0][0].end) for s in (actors, recipients)]
    if None in sides:
        return trigger.root
    acting, bearing = ([t.i for t in side or ()] for side in sides)
    sure = root_between(text.doc, [t.i for t in trigger.token.sent], acting, bearing)
    best = max(sorted(sure), key=lambda root: sure[root])
    return best if sure[best] >= PAIR else trigger.root


def _lemma(text: _Text, tokens: Iterable[Token]) -> str | None:
    """The lemma of the first that is a noun or pronoun, and no time."""
    told = (t for t in tokens if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.i not in text.times)
    return next((t.lemma_.lower() for t in told), None)


def _filled(text: _Text, tokens: Iterable[Token], lemma: str) -> list[tuple[Span, str]]:
    """(span, party) of each argument that is a party, with what is coordinated to it."""
    found: dict[str, Span] = {}
    for token in tokens:
        first = _party(text, token)
        if first is not None:
            found.setdefault(first[1].id, first[0])
        for one in _joined(token):
            told = _party(text, one)
            # "met the envoy in Oslo, Norway" can be read as a list: people join people only.
            if told is not None and (first is None or told[1].kind == first[1].kind):
                found.setdefault(told[1].id, told[0])
    return [(span, party) for party, span in found.items()]


def _joined(token: Token) -> list[Token]:
    """What is coordinated to a word by "and"; a comma alone joins nothing."""
    joined = [c for c in token.children if c.dep_ == "conj"]
    told = any(c.dep_ == "cc" and c.lower_ in {"and", "&"} for j in joined for c in j.children)
    return joined if told else []


def _party(text: _Text, token: Token) -> tuple[Span, Party] | None:
    """Who a word refers to; for those who act for their state ("French officials") the country."""
    held = [pair for pair in text.at.get(token.i, ()) if pair[1].kind not in _NOBODY]
    if held:
        best = min(held, key=lambda pair: (-len(pair[0]), pair[1].kind != "person", pair[1].id))
        return _titled(text, token) or best if best[1].kind in {"country", "group"} else best
    for child in token.children:
        if child.dep_ == "appos" and token.pos_ in {"NOUN", "PROPN"}:
            named = [pair for pair in text.at.get(child.i, ()) if pair[1].kind == "person"]
            if named:
                return max(named, key=lambda pair: len(pair[0]))
    if token.lemma_.lower() in words("state"):
        if (officer := _titled(text, token)) is not None:
            return officer
        for child in token.children:
            of = [
                pair
                for pair in text.at.get(child.i, ())
                if pair[1].kind == "country" and child.dep_ in {"amod", "compound", "nmod:poss"}
            ]
            if of:
                return max(of, key=lambda pair: len(pair[0]))
    # "French parliament members": the body before the noun acts for its state
    body = next((c for c in token.children if c.dep_ == "compound"), None)
    if body is not None and body.lemma_.lower() in words("state"):
        return _party(text, body)
    return None


def _titled(text: _Text, token: Token) -> tuple[Span, Party] | None:
    """The person of "French President Anne Roux" where the parse took the country for the head."""
    for i in range(token.i + 1, min(token.i + 7, len(text.doc))):
        one = text.doc[i]
        named = [pair for pair in text.at.get(i, ()) if pair[1].kind == "person"]
        if named and (i > token.i + 1 or token.pos_ == "NOUN"):
            return max(named, key=lambda pair: len(pair[0]))
        if one.pos_ not in {"NOUN", "PROPN", "ADJ"} and one.lower_ not in {"of", "for"}:
            return None
    return None


def _inside(token: Token, head: Token) -> Iterator[Token]:
    """The dependents of a trigger and of its carrier, without the clauses below them."""
    stack = [head] if head.i == token.i else [head, token]
    while stack:
        one = stack.pop()
        for child in one.children:
            if child.dep_ not in _CLAUSAL:
                yield child
                stack.append(child)


def _own(token: Token, head: Token) -> Iterator[Token]:
    """As `_inside`, but not into the phrases of other happenings, nor into who took part."""
    stack = [head] if head.i == token.i else [head, token]
    while stack:
        one = stack.pop()
        for child in one.children:
            if child.dep_ in _CLAUSAL or child.dep_ in _PARTIES:
                continue
            # "praised the recently opened store": when it opened
            if child.dep_ == "amod" and child.n_lefts:
                continue
            if child.pos_ == "NOUN" and child.i != token.i and noun_kinds(child.lemma_.lower()):
                continue
            yield child
            stack.append(child)


def _time(text: _Text, token: Token, head: Token) -> Expression | None:
    held = frozenset({token.i, head.i})
    near = [text.times[t.i] for t in _own(token, head) if _is_when(text, t, held)]
    if not near and head.pos_ == "VERB":
        near = _when_time(text, head) or _shared_time(text, head)
    return min(near, key=lambda e: (abs(e.span.start - token.idx), e.id)) if near else None


def _is_when(text: _Text, token: Token, held: frozenset[int]) -> bool:
    """Whether a time says when it happened, and not since when or until when something is so.

    Nor a year's model or a day's paper: "unveiled the 2017 car" tells no time but the car's.
    """
    if token.i not in text.times or case(token) in _BOUNDS:
        return False
    return token.dep_ not in _INNER or token.head.i in held or token.head.i in text.times


def _when_time(text: _Text, head: Token) -> list[Expression]:
    """ "In May, when the king fled": the time that a clause with "when" hangs on."""
    lead = clause(head)
    if not any(c.lower_ == "when" for c in lead.children) or lead.dep_ not in _HANGING:
        return []
    above, head = lead.head, lead
    held = [above, *(c for c in above.children if c.i < head.i)]
    return [text.times[t.i] for t in held if t.i in text.times]


def _shared_time(text: _Text, head: Token) -> list[Expression]:
    """A time told at the first of joined verbs, or of the happening that is the verb's subject."""
    if head.dep_ == "conj" and head.head.pos_ == "VERB":
        before = [c for c in head.head.children if c.i in text.times and c.i < head.head.i]
        if before:
            return [text.times[c.i] for c in before]
    for subject in subjects(head):
        if subject.i != head.i and noun_kinds(subject.lemma_.lower()):
            return [text.times[c.i] for c in subject.children if c.i in text.times]
    return []


def _place(text: _Text, token: Token, head: Token) -> Name | None:
    near = [
        text.places[t.i]
        for t in _own(token, head)
        if t.i in text.places and (case(t) in _SPOT or _is_goal(token, t))
    ]
    if not near and token.pos_ == "NOUN" and token.lemma_.lower() in side("together"):
        near = [text.places[c.i] for c in token.children if _names_spot(text, c)]
    return min(near, key=lambda n: (abs(n.span.start - token.idx), n.id)) if near else None


def _is_goal(token: Token, place: Token) -> bool:
    going = {"visit", "trip", "travel", "fly", "return", "arrive", "journey", "flight", "tour"}
    return case(place) == "to" and token.lemma_.lower() in going


def _names_spot(text: _Text, child: Token) -> bool:
    """ "the Geneva talks": a town before the noun; a country there is who talks."""
    if child.dep_ != "compound" or child.i not in text.places:
        return False
    return text.places[child.i].kind == "place"


def _extent(token: Token, head: Token) -> Span:
    """From the first to the last word of the trigger's clause, its sub-clauses left out."""
    kept = [token, head, *_inside(token, head)]
    said = [t for t in kept if not t.is_space and not t.is_punct] or [token]
    first, last = min(said, key=lambda t: t.i), max(said, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last))


__all__ = ["Trigger", "events", "mentioned", "mentions_at"]
