"""Events as PLOVER's JSON: one object a line, a telling each, in the order of the events.

Every telling is an object of its own, as PLOVER's records are of texts; `eventId` says which of
them tell one event. Happenings that PLOVER has no root for are in the other formats only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tellings.model import Actor, Article, Event, EventTelling, Record
from tellings.tell.cells import Row, by_id

_COUNTRY = 3  # letters of a code that say the country; the rest say the role


def plover_rows(record: Record) -> Iterator[Row]:
    """PLOVER's fields of every telling of an event that has a PLOVER root."""
    actors = {actor.id: actor for actor in record.groups.actors}
    inferred = {article: value for article, value, _ in record.groups.published}
    for event in by_id(record.groups.events):
        if event.type == "OTHER":
            continue
        for telling in event.tellings:
            article = record.articles[telling.cite.article]
            day = article.published.value if article.published else inferred.get(article.id)
            yield _row(event, telling, actors, article, day)


def _row(
    event: Event,
    telling: EventTelling,
    actors: Mapping[str, Actor],
    article: Article,
    published: str | None,
) -> Row:
    return {
        "id": telling.mark,
        "eventId": event.id,
        "date": event.date,
        "source": [_actor(actors[a]) for a in event.actors],
        "target": [_actor(actors[a]) for a in event.recipients],
        "event": event.type,
        "mode": [event.mode] if event.mode else [],
        "context": list(event.context),
        "eventText": telling.trigger.text,
        "text": telling.cite.text,
        "textInfo": {
            "article": telling.cite.article,
            "start": telling.cite.start,
            "end": telling.cite.end,
            "certainty": telling.certainty,
            "location": event.place.name if event.place else None,
        },
        "publication": {
            "name": article.outlet.label if article.outlet else None,
            "date": published,
            "url": article.url,
            "title": article.title,
        },
    }


def _actor(actor: Actor) -> Row:
    """Country and role as PLOVER writes them, and the name in the text's words."""
    code = actor.code or ""
    country = actor.country or ""
    role = code[_COUNTRY:] if country and code.startswith(country) else code
    return {"actor": country, "agent": role, "actorText": actor.name}
