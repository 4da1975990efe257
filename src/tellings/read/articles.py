"""One article, put together: its stored text, what its file says, and what the text says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.model import Article, Credit, Input, Outlet, Published, cite, digest
from tellings.read import dates, outlets, stamps
from tellings.read.language import aside, language
from tellings.read.layout import layout
from tellings.read.parts import Layout

_EDGE = 8  # lines from either end; an address between paragraphs is one that the article is about
_URL_DAY = re.compile(r"/((?:19|20)\d{2})[-/]?(\d{2})[-/]?(\d{2})(?=[/_.-]|$)")


@dataclass(frozen=True, slots=True)
class Given:
    """What a file or a page says about its article, outside the text. `date` as written there."""

    id: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: Outlet | None = None
    date: str | None = None
    date_field: str = "date"
    url: str | None = None
    language: str | None = None
    extractor: str | None = None


def article(text: str, source: Input, given: Given) -> Article:
    """The article with its parts marked. `text` is stored as it is; spans point into it.

    The id is made of the text, the outlet, the address and the id given: not of the path or the
    line's number, so that the same article found twice is one article.
    """
    made = layout(text, given.title)
    outlet = given.outlet or _outlet(made, source)
    publisher = (outlet.domain or outlet.name) if outlet else None
    name = digest("a", text, publisher, given.url, given.id)
    body = "\n".join(block.text for block in made.of("prose", "headline"))
    code = language(body or text, given.language)
    shown = made.title.span.of(text) if made.title else None
    return Article(
        id=name,
        input=source,
        text=text,
        outlet=outlet,
        title=given.title or shown,
        headline=made.title.span if made.title else None,
        byline=given.byline or made.byline,
        published=_published(name, text, made, given),
        url=given.url,
        language=code,
        furniture=tuple(b.span for b in made.of("furniture", "link", "date", "byline", "credit")),
        captions=tuple(block.span for block in made.of("caption")),
        credits=_credits(name, text, made),
        extractor=given.extractor,
        aside=aside(code),
    )


def _outlet(made: Layout, source: Input) -> Outlet | None:
    edge = {*made.blocks[:_EDGE], *made.blocks[-_EDGE:]}
    frame = [block for block in made.of("furniture", "credit") if block in edge]
    return outlets.from_text(frame) or outlets.from_path(source.path)


def _credits(name: str, text: str, made: Layout) -> tuple[Credit, ...]:
    found = sorted({(f.span.start, f.span.end, f.agency) for f in made.credits})
    return tuple(Credit(agency, cite(name, text, start, end)) for start, end, agency in found)


def _published(name: str, text: str, made: Layout, given: Given) -> Published | None:
    """The day that the file gives, else that the page's own lines give, else the address's."""
    day = dates.whole(given.date) if given.date else None
    if day:
        why = f"the field {given.date_field!r} says {given.date.strip()!r}" if given.date else ""
        return Published(day.value, "given", f"{why}; {day.why}" if day.why else why)
    stamp = stamps.best(made.stamps)
    if stamp:
        why = {
            "": "a line of the article is a date",
            "dateline": "the dateline gives the day",
        }.get(stamp.label, f"a line of the article gives the day, marked {stamp.label!r}")
        cited = cite(name, text, stamp.span.start, stamp.span.end)
        return Published(stamp.value, "dateline", why, cited)
    match = _URL_DAY.search(given.url) if given.url else None
    day = dates.whole("-".join(match.groups())) if match else None
    return Published(day.value, "inferred", "the address holds the day") if day else None
