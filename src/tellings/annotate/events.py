"""What happened, as one article tells it: triggers with actor, recipient, time, place, certainty.

A mention without an actor is right where none is told; a wrong actor is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from tellings.annotate.contexts import contexts
from tellings.annotate.en.events import root_between
from tellings.annotate.en.likeness import written
from tellings.annotate.eventhood import KEPT, happened
from tellings.annotate.fillers import filled
from tellings.annotate.narrative import dated
from tellings.annotate.participants import carrier, doers, sufferers, things
from tellings.annotate.reach import extent, inside
from tellings.annotate.setting import place, time
from tellings.annotate.standing import Standing, read
from tellings.annotate.sureness import sureness
from tellings.annotate.triggers import WISHED, Trigger, refusing, triggers
from tellings.model import EventMention, Expression, Marks, Name, Party, Quote, Span, digest

PAIR = 0.8  # the probability from which the root of what passes between two parties is taken


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
    text = read(doc, parties, names, expressions, quotes)
    cues = [quote.cue for quote in quotes if quote.cue is not None]
    found = []
    for trigger in triggers(doc):
        span = _at(trigger.token)
        sayable = trigger.root == "OTHER" and (trigger.weak or not trigger.listed)
        saying = sayable and any(span.overlaps(cue) for cue in cues)
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
    text = read(doc, marks.parties, marks.names, marks.expressions, marks.quotes)
    return [mentioned(text, article, trigger) for trigger in triggers]


def _at(token: Token, last: Token | None = None) -> Span:
    end = last or token
    return Span(token.idx, end.idx + len(end))


def mentioned(text: Standing, article: str, trigger: Trigger) -> EventMention:
    """One trigger with all that its clause tells of it."""
    token, lemma = trigger.token, trigger.lemma
    head = carrier(token)
    does = list(doers(token, head, lemma))
    bears = list(sufferers(token, head, lemma, trigger.root))
    actors = filled(text, does, lemma)
    recipients = filled(text, bears, lemma)
    recipients = [pair for pair in recipients if pair[1] not in {p for _, p in actors}]
    when = time(text, token, head)
    where = place(text, token, head)
    sure = sureness(text.doc, head, token, text.quotes, refusing(trigger))
    return EventMention(
        digest("e", article, token.idx, token.idx + len(token)),
        extent(token, head),
        _at(token, trigger.last),
        _root(text, trigger, actors, recipients),
        lemma,
        trigger.mode,
        contexts([token, head, *inside(token, head)]),
        tuple(party for _, party in actors),
        tuple(party for _, party in recipients),
        _lemma(text, does),
        _lemma(text, [*bears, *things(token, head)]),
        actors[0][0] if actors else None,
        recipients[0][0] if recipients else None,
        when.span if when else None,
        where.span if where else None,
        sure.certainty,
        sure.attributed,
        sure.negated,
        WISHED if sure.wished else 1.0,
        vector=written(text.doc, token),
    )


def _root(
    text: Standing,
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


def _lemma(text: Standing, tokens: Iterable[Token]) -> str | None:
    """The lemma of the first that is a noun or pronoun, and no time."""
    told = (t for t in tokens if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.i not in text.times)
    return next((t.lemma_.lower() for t in told), None)


__all__ = ["Trigger", "events", "mentioned", "mentions_at"]
