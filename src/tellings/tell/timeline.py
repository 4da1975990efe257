"""Events and days in order: what happened, what was said, what was published, dates named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tellings.model import Cite, Event
from tellings.tell.dates import midpoint
from tellings.tell.deadlines import is_due
from tellings.tell.desk import Desk
from tellings.tell.view import (
    AnswerView,
    ArticleRow,
    EventView,
    Moment,
    NamedDate,
    Passage,
    StatementView,
    StoryView,
)

# Fewer words than this say no more than the event's own word; more letters fill the line.
_FEWEST, _LONGEST = 3, 90

_QUADS = {
    1: "cooperation in words",
    2: "cooperation in deeds",
    3: "conflict in words",
    4: "conflict in deeds",
}


def quad_words(quad: int | None) -> str | None:
    """CAMEO's quad class in plain words."""
    return _QUADS.get(quad or 0)


def events(desk: Desk, found: Sequence[Event]) -> tuple[EventView, ...]:
    """By date, undated last, then the most told first; each with its passages and its answers."""
    views = [view for each in found if (view := _event(desk, each)) is not None]
    line = {view.id: view.line for view in views}
    answers = {each.id: _answers(desk, each, line) for each in found if each.answers}
    whole = [replace(v, answers=answers[v.id]) if v.id in answers else v for v in views]
    return tuple(sorted(whole, key=lambda v: (v.date is None, v.date or "", -v.outlets, v.id)))


def _answers(desk: Desk, event: Event, line: Mapping[str, str]) -> tuple[AnswerView, ...]:
    """Each event that it answers once, with the first place that says so; then the words alone."""
    known: dict[str, AnswerView] = {}
    alone: dict[str, AnswerView] = {}
    for answer in event.answers:
        if not desk.holds(answer.cite):
            continue
        passage = desk.passage(answer.cite)
        if answer.event is not None and answer.event in line:
            view = AnswerView(answer.event, line[answer.event], passage)
            known.setdefault(answer.event, view)
        else:
            alone.setdefault(answer.cite.text.casefold(), AnswerView(None, None, passage))
    return (*known.values(), *alone.values())


def _event(desk: Desk, event: Event) -> EventView | None:
    passages = desk.spread(tuple(telling.cite for telling in event.tellings))
    if not passages:
        return None
    actors = desk.names(event.actors)
    recipients = tuple(r for r in desk.names(event.recipients) if r not in actors)
    ends = (", ".join(actors), ", ".join(recipients))
    who = " → ".join(part for part in ends if part) or _in_short(event)
    return EventView(
        id=event.id,
        date=event.date,
        day=midpoint(event.date),
        root=event.type,
        what=_what(event),
        who=who,
        place=_place(event, who),
        certainty=_certainty(desk, event),
        quad=event.quad,
        goldstein=event.goldstein,
        outlets=event.outlets,
        independent=event.independent,
        passages=passages,
        actors=event.actors,
        recipients=event.recipients,
    )


def _place(event: Event, told: str) -> str | None:
    """Where it happened, unless what is told beside it names the place already."""
    place = event.place.name if event.place is not None else ""
    return place if place and place.casefold() not in told.casefold() else None


def _certainty(desk: Desk, event: Event) -> str:
    """How surely it is told; of a day by which it is due, that it is no more than that."""
    due = any(
        telling.time is not None
        and (article := desk.article(telling.time.article)) is not None
        and is_due(article.text, telling.time.start)
        for telling in event.tellings
    )
    return f"{event.certainty}, due by then" if due and event.date else event.certainty


def _in_short(event: Event) -> str:
    """The longest telling that fits a line, where no actor says what an event is about."""
    told = [" ".join(telling.cite.text.split()) for telling in event.tellings]
    fit = [text for text in told if len(text.split()) >= _FEWEST and len(text) <= _LONGEST]
    return min(fit, key=lambda text: (-len(text), text), default="")


def _what(event: Event) -> str:
    root = event.type.lower()
    return event.lemma if root in ("other", event.lemma.lower()) else f"{event.lemma} ({root})"


def rest(story: StoryView) -> tuple[tuple[EventView, ...], tuple[EventView, ...]]:
    """The events outside of the timeline: those that several outlets tell, and all others."""
    told = {moment.target for moment in story.timeline}
    left = [event for event in story.events if event.id not in told]
    return (
        tuple(event for event in left if event.outlets > 1),
        tuple(event for event in left if event.outlets <= 1),
    )


def moments(
    articles: Iterable[ArticleRow],
    statements: Iterable[StatementView],
    happened: Iterable[EventView],
) -> tuple[Moment, ...]:
    """The dated lines of a story by day; on one day what happened, then was said, then printed.

    Of the events those whose date is known, and that have an actor or are told by several outlets.
    """
    found = [
        *(Moment(e.date or "", "happened", e.line, e.id) for e in happened if _is_main(e)),
        *(
            Moment(s.said, "said", s.speaker or "somebody not named", s.id)
            for s in statements
            if s.said
        ),
        *(
            Moment(a.published.value, "published", a.outlet, a.id)
            for a in articles
            if a.published is not None
        ),
    ]
    rank = {"happened": 0, "said": 1, "published": 2}
    found.sort(key=lambda m: (_first(m.day), m.day, rank[m.kind], m.text.casefold(), m.target))
    return tuple(found)


def _first(edtf: str) -> str:
    """What to sort a date by: its first day, of an interval with an open start its end."""
    return edtf.removeprefix("../").removeprefix("/")


def _is_main(event: EventView) -> bool:
    return event.date is not None and bool(event.actors or event.recipients or event.outlets > 1)


def named_dates(desk: Desk, articles: Sequence[str]) -> tuple[NamedDate, ...]:
    """The placed dates that these articles name, in order, with every place that names them."""
    inside = set(articles)
    held: dict[str, list[Cite]] = defaultdict(list)
    for article, time in desk.record.groups.times:
        if (
            article in inside
            and article in desk.record.articles
            and time.edtf
            and time.type in ("DATE", "TIME")
        ):
            held[time.edtf].append(desk.cut(article, time.span))
    found: list[tuple[str, tuple[Passage, ...]]] = [
        (edtf, desk.passages(tuple(cites))) for edtf, cites in sorted(held.items())
    ]
    return tuple(NamedDate(edtf, passages) for edtf, passages in found if passages)
