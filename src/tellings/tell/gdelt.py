"""Events as GDELT 2.0 writes them: the tables Events (61 columns) and Mentions (16), no heading.

After the fields of GDELT's Event Codebook 2.0. What its tables cannot hold is left out: happenings
without a CAMEO root, events without a known day, events that are planned, denied or supposed (a row
says that something happened), and mentions in articles without a day. Event codes are CAMEO's roots
(`040` for any consultation), countries are ISO 3166-1 alpha-3. What is not measured here is empty:
tones, GDELT's own codes of places, and where the actors are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b

from tellings.model import Actor, Article, Event, EventTelling, Place, Record
from tellings.tell.cells import by_id
from tellings.tell.visible import web_link
from tellings.words.geography import country_name, country_of

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
_WEB, _CITATION = 1, 2  # kinds of mention: an address of the open web, or a citation in words
_NOWHERE, _COUNTRY, _US_CITY, _CITY = 0, 1, 3, 4  # kinds of place
_DONE = frozenset({"asserted", "attributed", "alleged"})
# What takes two: of two actors one is the other's counterpart, as CAMEO codes a meeting.
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def event_lines(record: Record) -> Iterator[Line]:
    """The table Events, by id."""
    known = _Known(record)
    for event, day in _dated(record):
        yield _event(known, event, day)


def mention_lines(record: Record) -> Iterator[Line]:
    """The table Mentions: one line a telling whose article has a day of publication."""
    known = _Known(record)
    for event, day in _dated(record):
        for telling in event.tellings:
            if telling.cite.article in known.days:
                yield _mention(known, event, telling, day)


class _Known:
    """What a line looks up: actors, days of publication, and scores of mentions."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.actors = {actor.id: actor for actor in record.groups.actors}
        self.days = _days(record)
        self.scores = {m.id: m.score for marks in record.marks.values() for m in marks.events}

    def added(self, event: Event, day: date) -> str:
        """When the event was first told, as a time stamp; its own day where that is not known."""
        told = [self.days[t.cite.article] for t in event.tellings if t.cite.article in self.days]
        return f"{min(told, default=day):%Y%m%d}000000"

    def sentence(self, telling: EventTelling) -> tuple[int, bool]:
        """Which sentence tells it, from 1, and whether that stands in the article's lead."""
        article = self.record.articles[telling.cite.article]
        marks = self.record.marks.get(article.id)
        sentences = marks.sentences if marks is not None else ()
        head = article.headline.end if article.headline is not None else 0
        lead = min((s.paragraph for s in sentences if s.span.start >= head), default=0)
        before = [
            (n, s) for n, s in enumerate(sentences, 1) if s.span.start <= telling.trigger.start
        ]
        return (before[-1][0], before[-1][1].paragraph <= lead) if before else (1, False)


def _dated(record: Record) -> Iterator[tuple[Event, date]]:
    for event in by_id(record.groups.events):
        day = _day(event.date)
        if day is not None and event.type in _CAMEO and event.certainty in _DONE:
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


def _event(known: _Known, event: Event, day: date) -> Line:
    articles = {t.cite.article for t in event.tellings}
    root = _CAMEO[event.type]
    urls = sorted(web_link(known.record.articles[a].url) or "" for a in articles)
    return (
        _number(event),
        f"{day:%Y%m%d}",
        f"{day:%Y%m}",
        f"{day:%Y}",
        _fraction(day),
        *_party(event.actors[:1], known.actors),
        *_party(_counterpart(event), known.actors),
        int(any(known.sentence(t)[1] for t in event.tellings)),
        f"{root}0",
        f"{root}0",
        root,
        event.quad or "",
        event.goldstein if event.goldstein is not None else "",
        len(event.tellings),
        event.outlets,
        len(articles),
        "",
        *_no_place(),
        *_no_place(),
        *_place(event.place),
        known.added(event, day),
        next((url for url in urls if url), ""),
    )


def _fraction(day: date) -> float:
    """The year with the share of it that is past.

    The codebook's (month * 30 + day) / 365 leaves its own range, 0 to 0.9999, in December; counted
    with the months that are past it stays inside.
    """
    return round(day.year + ((day.month - 1) * 30 + day.day) / 365, 4)


def _counterpart(event: Event) -> tuple[str, ...]:
    if event.recipients or event.type not in _TOGETHER:
        return event.recipients[:1]
    return event.actors[1:2]


def _party(ids: Sequence[str], actors: Mapping[str, Actor]) -> Line:
    """Code, name, country, group, ethnic, two of religion, and three of role."""
    actor = actors.get(ids[0]) if ids else None
    if actor is None:
        return ("",) * 10
    code, country = actor.code or "", actor.country or ""
    role = code[len(country) :] if country and code.startswith(country) else code
    roles = [role[i : i + 3] for i in range(0, 9, 3)]
    return (code or country, _clean(actor.name.upper()), country, "", "", "", "", *roles)


def _place(place: Place | None) -> Line:
    """A city by its coordinates, or a country; of any other place GDELT's kind is not known."""
    if place is None or place.country is None:
        return _no_place()
    country = country_name(place.country)
    if place.lat is not None and place.lon is not None:
        kind = _US_CITY if place.country == "USA" else _CITY
        return kind, _clean(f"{place.name}, {country}"), "", "", "", place.lat, place.lon, ""
    told = country_of(place.name)
    if told is None or told.how != "country" or told.country != place.country:
        return _no_place()
    return _COUNTRY, country, "", "", "", "", "", ""


def _no_place() -> Line:
    return (_NOWHERE, "", "", "", "", "", "", "")


def _mention(known: _Known, event: Event, telling: EventTelling, day: date) -> Line:
    article = known.record.articles[telling.cite.article]
    url = web_link(article.url)
    return (
        _number(event),
        known.added(event, day),
        f"{known.days[article.id]:%Y%m%d}000000",
        _WEB if url else _CITATION,
        _clean(_source(article)),
        url or _clean(_citation(article)),
        known.sentence(telling)[0],
        telling.actor.start if telling.actor else -1,
        telling.recipient.start if telling.recipient else -1,
        telling.trigger.start,
        1,
        round(100 * known.scores[telling.mark]) if telling.mark in known.scores else "",
        len(article.text),
        "",
        "",
        "",
    )


def _citation(article: Article) -> str:
    """What names an article without an address: outlet, title and our id."""
    told = (_source(article), article.title or "", article.id)
    return ", ".join(part for part in told if part)


def _source(article: Article) -> str:
    if article.outlet is None:
        return ""
    return article.outlet.domain or article.outlet.label


def _clean(text: str) -> str:
    """Without tabs and line breaks, which end a field or a line here.

    Nor double quotes: readers of the field take one at a field's start for the start of a longer
    field (pandas does, and with it the package gdelt).
    """
    return " ".join(text.split()).replace('"', "'")
