"""Events as POLECAT publishes its PLOVER events: a table with tabs and a heading, a telling a row.

The columns, their order and `None` for what is not known are those of the tables on Dataverse
(doi:10.7910/DVN/AJGVIT) as the field's programs read them: the temporal-graph benchmark TGB takes
date, event, actor and recipient by position. Several values of one cell stand with "; " between.
Left out, as from GDELT's tables: happenings without a PLOVER root, events without a known day, and
what is planned, denied or supposed. Never told here: Correlates-of-War numbers, Wikipedia's and
GeoNames' ids, the story's people, organisations and places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tellings.model import Actor, Cite, Event, EventTelling, Record
from tellings.tell.cells import by_id

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People",
    "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_QUADS = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}
_DONE = frozenset({"asserted", "attributed", "alleged"})
_ROLE = 3  # letters of one role in an actor's code
_NONE = "None"


def polecat_lines(record: Record) -> Iterator[tuple[str, ...]]:
    """The heading, then the tellings in the order of their events' ids; cells without tabs."""
    yield COLUMNS
    actors = {actor.id: actor for actor in record.groups.actors}
    inferred = {article: value for article, value, _ in record.groups.published}
    for event in by_id(record.groups.events):
        if event.type != "OTHER" and event.certainty in _DONE and _is_day(event.date):
            for telling in event.tellings:
                cells = _cells(record, event, telling, actors, inferred)
                yield tuple(_cell(cells.get(column)) for column in COLUMNS)


def _is_day(value: str | None) -> bool:
    try:
        return value is not None and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _cells(
    record: Record,
    event: Event,
    telling: EventTelling,
    actors: Mapping[str, Actor],
    inferred: Mapping[str, str],
) -> dict[str, str | None]:
    article = record.articles[telling.cite.article]
    published = article.published.value if article.published else inferred.get(article.id)
    place = event.place
    exact = place is not None and place.lat is not None and place.lon is not None
    return {
        "Event ID": telling.mark,
        "Event Date": event.date,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": None if event.goldstein is None else f"{event.goldstein:g}",
        "Quad Code": _QUADS.get(event.quad or 0),
        "Contexts": _joined(event.context),
        **_party("Actor", event.actors, actors, telling.actor),
        **_party("Recipient", event.recipients, actors, telling.recipient),
        "Placename": place.name if place else None,
        "City": place.name if place and exact else None,
        "Country": place.country if place else None,
        "Latitude": f"{place.lat:g}" if place and exact else None,
        "Longitude": f"{place.lon:g}" if place and exact else None,
        "Raw Placename": telling.place.text if telling.place else None,
        "Source": article.outlet.label if article.outlet else None,
        "Publication Date": published[:10] if published else None,
        "Language": article.language,
        "Version": "tellings",
    }


def _party(
    side: str, ids: Sequence[str], actors: Mapping[str, Actor], told: Cite | None
) -> dict[str, str | None]:
    """The cells of one side: names and countries of all its actors, the first one's roles."""
    known = [actors[one] for one in ids if one in actors]
    roles = [role for actor in known for role in _roles(actor)]
    titles = sorted({role.title for role in known[0].roles}) if known else []
    return {
        f"{side} Name": _joined([actor.name for actor in known]),
        f"{side} Country": _joined([actor.country or _NONE for actor in known]),
        f"Primary {side} Sector": roles[0] if roles else None,
        f"{side} Sectors": _joined(list(dict.fromkeys(roles))),
        f"{side} Title": _joined(titles),
        f"{side} Name Raw": told.text if told else None,
    }


def _roles(actor: Actor) -> list[str]:
    """The three-letter roles of an actor's code, its country left out."""
    code, country = actor.code or "", actor.country or ""
    role = code[len(country) :] if country and code.startswith(country) else code
    return [role[i : i + _ROLE] for i in range(0, len(role), _ROLE)]


def _joined(values: Sequence[str]) -> str | None:
    return "; ".join(values) or None


def _cell(value: str | None) -> str:
    """Without tabs, line breaks and double quotes, which readers of tables stumble on."""
    return " ".join(value.split()).replace('"', "'") if value else _NONE
