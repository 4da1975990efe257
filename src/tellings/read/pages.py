"""HTML pages: the main text by trafilatura, and what the page's metadata says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

import trafilatura
from lxml import etree, html

from tellings.read import outlets
from tellings.read.articles import Given
from tellings.read.outlets import by_url

# Comments are readers' words, formatting and links would put marks into the stored text, and
# deduplication would make one page's text depend on the pages read before it.
_OPTIONS: dict[str, Any] = {
    "include_comments": False,
    "include_tables": True,
    "include_images": False,
    "include_formatting": False,
    "include_links": False,
    "deduplicate": False,
    "with_metadata": False,
    "favor_precision": False,
    "favor_recall": False,
}
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publication_date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date",
)
_TYPES = ("article", "posting", "reportage")


@cache
def extractor() -> str:
    """Which extractor made the stored text: its name and version."""
    return f"trafilatura {version('trafilatura')}"


def main_text(page: str) -> str:
    """The page's main text, empty where it has none. Blocks stand on lines of their own."""
    try:
        found = trafilatura.bare_extraction(page, **_OPTIONS)
    except Exception:  # a hostile page may break a parser anywhere, and is a result like any other
        return ""
    return str(getattr(found, "text", "") or "") if found is not None else ""


def given(page: str, address: str | None = None) -> Given:
    """What JSON-LD, OpenGraph, meta tags, <time> and <html lang> say; the first that does wins."""
    try:
        tree = html.fromstring(page.encode("utf-8", "replace"), parser=_parser())
    except (etree.LxmlError, ValueError, AssertionError, RecursionError):
        return Given(extractor=extractor())
    linked = _linked(tree)
    meta = _meta(tree)
    url = _first(
        _text_of(tree.xpath("string(//link[@rel='canonical']/@href)")),
        meta.get("og:url"),
        _text_of(linked.get("url")),
        address,
    )
    url = url if url and url.startswith(("http://", "https://")) else None
    field, day = _date(tree, linked, meta)
    publisher = linked.get("publisher")
    site = _first(_name(publisher), meta.get("og:site_name"), meta.get("application-name"))
    return Given(
        title=_first(
            _text_of(linked.get("headline")),
            meta.get("og:title"),
            _text_of(tree.xpath("string(//h1)")),
            _text_of(tree.xpath("string(//title)")),
        ),
        byline=_byline(linked, meta),
        outlet=outlets.named(site, url) if site else by_url(url),
        date=day,
        date_field=field,
        url=url,
        language=_first(
            _text_of(linked.get("inLanguage")),
            _text_of(tree.xpath("string(/html/@lang)")),
            meta.get("og:locale"),
        ),
        extractor=extractor(),
    )


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True)


def _meta(tree: Any) -> dict[str, str]:
    """Meta tags by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop")
        value = _text_of(tag.get("content"))
        if key and value:
            found.setdefault(key.strip().lower(), value)
    return found


def _linked(tree: Any) -> dict[str, Any]:
    """The JSON-LD object that describes the article, empty where none does."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(k, str) and k.lower().endswith(_TYPES) for k in kinds):
                return item
    return {}


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph", []), depth + 1)
        yield from _objects(data.get("mainEntity", []), depth + 1)


def _date(tree: Any, linked: dict[str, Any], meta: dict[str, str]) -> tuple[str, str | None]:
    """The day of publication and the field that says it; a change's date does not count."""
    if day := _text_of(linked.get("datePublished")):
        return "datePublished", day
    for key in _DATES:
        if key in meta:
            return key, meta[key]
    marked = tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")
    times = marked or tree.xpath("//article//time/@datetime") or tree.xpath("//time/@datetime")
    days = sorted({str(time)[:10] for time in times})
    # Several days on one page are those of other articles' teasers.
    return "time", str(times[0]) if marked or len(days) == 1 else None


def _byline(linked: dict[str, Any], meta: dict[str, str]) -> str | None:
    authors = linked.get("author")
    names = [_name(item) for item in (authors if isinstance(authors, list) else [authors])]
    joined = ", ".join(name for name in names if name)
    written = _first(joined, meta.get("author"), meta.get("article:author"), meta.get("byl"))
    if not written or written.startswith(("http://", "https://")):
        return None
    return written.removeprefix("By ").strip() or None


def _name(item: Any) -> str | None:
    return _text_of(item.get("name")) if isinstance(item, dict) else _text_of(item)


def _text_of(value: Any) -> str | None:
    """A string with single spaces and no lone surrogates, or None."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split()) or None


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)
