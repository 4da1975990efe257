"""Events as GDELT 2.0 writes them: the tables Events (61 columns) and Mentions (16), no heading.

What GDELT cannot hold is left out: happenings without a CAMEO root, events without a known day,
and mentions in articles without one. Event codes are CAMEO's roots (`040` for any consultation);
tones and GDELT's own codes of places are not measured here: tones are 0, those codes are empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b

from tellings.model import Actor, Article, Event, EventTelling, Place, Record
from tellings.tell.cells import by_id

Line = tuple[str | int | float, ...]

EVENT_COLUMNS = 61
MENTION_COLUMNS = 16

# PLOVER root: the root of CAMEO that it was made of; of two the first.
_CAMEO = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "CONCEDE": "08", "COOPERATE": "06",
    "AID": "07", "RETREAT": "08", "REQUEST": "10", "ACCUSE": "11", "REJECT": "12",
    "THREATEN": "13", "PROTEST": "14", "SANCTION": "16", "MOBILIZE": "15", "COERCE": "17",
    "ASSAULT": "18",
}  # fmt: skip
_BIGGEST = 2**63  # ids are 64 bits, and GDELT's readers take them for signed numbers
_WEB = 1  # a mention's type: a text from the open web
_COUNTRY_PLACE, _CITY_PLACE = 1, 4
_CONFIDENCE = {"asserted": 100, "attributed": 80, "alleged": 60, "denied": 40, "planned": 40}
_DOUBTED = 20


def event_lines(record: Record) -> Iterator[Line]:
    """The table Events, by id."""
    days = _days(record)
    for event, day in _dated(record):
        yield _event(record, event, day, days)


def mention_lines(record: Record) -> Iterator[Line]:
    """The table Mentions: one line a telling whose article has a day of publication."""
    days = _days(record)
    for event, day in _dated(record):
        for telling in event.tellings:
            published = days.get(telling.cite.article)
            if published is not None:
                yield _mention(record, event, telling, day, published)


def _dated(record: Record) -> Iterator[tuple[Event, date]]:
    for event in by_id(record.groups.events):
        day = _day(event.date)
        if day is not None and event.type in _CAMEO:
            yield event, day


def _day(value: str | None) -> date | None:
    """A single day; None for a month, a span, or an approximate date."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def _days(record: Record) -> dict[str, date]:
    """The day of publication of each article that has one, told or inferred."""
    told = {a.id: a.published.value for a in record.articles.values() if a.published}
    known = {article: value for article, value, _ in record.groups.published} | told
    found = {article: _day(value[:10]) for article, value in known.items()}
    return {article: day for article, day in found.items() if day is not None}


def _number(event: Event) -> int:
    """GDELT's ids are numbers: one made of ours, so that it is the same in every export."""
    return int.from_bytes(blake2b(event.id.encode(), digest_size=8).digest(), "big") % _BIGGEST


def _event(record: Record, event: Event, day: date, known: Mapping[str, date]) -> Line:
    actors = {actor.id: actor for actor in record.groups.actors}
    articles = {t.cite.article for t in event.tellings}
    first = min((known[a] for a in articles if a in known), default=day)
    root = _CAMEO[event.type]
    urls = sorted(record.articles[a].url or "" for a in articles)
    return (
        _number(event),
        f"{day:%Y%m%d}",
        f"{day:%Y%m}",
        f"{day:%Y}",
        round(day.year + (day.month * 30 + day.day) / 365, 4),  # as GDELT's codebook has it
        *_party(event.actors, actors),
        *_party(event.recipients, actors),
        1,
        f"{root}0",
        f"{root}0",
        root,
        event.quad or "",
        event.goldstein if event.goldstein is not None else "",
        len(event.tellings),
        event.outlets,
        len(articles),
        0,
        *_no_place(),
        *_no_place(),
        *_place(event.place),
        f"{first:%Y%m%d}000000",
        next((url for url in urls if url), ""),
    )


def _party(ids: Sequence[str], actors: Mapping[str, Actor]) -> Line:
    """Code, name, country, group, ethnic, two of religion, and three of role."""
    if not ids:
        return ("",) * 10
    actor = actors[ids[0]]
    code, country = actor.code or "", actor.country or ""
    role = code[len(country) :] if country and code.startswith(country) else code
    roles = [role[i : i + 3] for i in range(0, 9, 3)]
    return (code or country, _clean(actor.name.upper()), country, "", "", "", "", *roles)


def _place(place: Place | None) -> Line:
    if place is None:
        return _no_place()
    exact = place.lat is not None and place.lon is not None
    kind = _CITY_PLACE if exact else _COUNTRY_PLACE
    return (
        kind,
        _clean(place.name),
        "",
        "",
        "",
        place.lat if place.lat is not None else "",
        place.lon if place.lon is not None else "",
        "",
    )


def _no_place() -> Line:
    return (0, "", "", "", "", "", "", "")


def _mention(
    record: Record, event: Event, telling: EventTelling, day: date, published: date
) -> Line:
    article = record.articles[telling.cite.article]
    sentences = record.marks[article.id].sentences if article.id in record.marks else ()
    before = [n for n, s in enumerate(sentences, 1) if s.span.start <= telling.trigger.start]
    return (
        _number(event),
        f"{day:%Y%m%d}000000",
        f"{published:%Y%m%d}000000",
        _WEB,
        _clean(_source(article)),
        _clean(article.url or article.id),
        before[-1] if before else 1,
        telling.actor.start if telling.actor else -1,
        telling.recipient.start if telling.recipient else -1,
        telling.trigger.start,
        1,
        _CONFIDENCE.get(telling.certainty, _DOUBTED),
        len(article.text),
        0,
        "",
        "",
    )


def _source(article: Article) -> str:
    if article.outlet is None:
        return ""
    return article.outlet.domain or article.outlet.label


def _clean(text: str) -> str:
    """Without tabs and line breaks, which end a field or a line here."""
    return " ".join(text.split())
