"""Rows of what stands in single articles: the articles, their names, times, quantities, quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tellings.model import Article, Published, Quote, Record, Statement
from tellings.tell.cells import Row, by_id, cite_cell, cut, first_id, marked, span_cell


def article_rows(record: Record) -> Iterator[Row]:
    """Each article, with its story, and its day: told by itself, else inferred."""
    story = {article: s.id for s in record.groups.stories for article in s.articles}
    inferred = {article: (edtf, why) for article, edtf, why in record.groups.published}
    for article in by_id(record.articles.values()):
        yield {
            "id": article.id,
            "input": {
                "path": article.input.path,
                "sha256": article.input.sha256,
                "item": article.input.item,
            },
            "outlet": article.outlet
            and {"name": article.outlet.name, "domain": article.outlet.domain},
            "title": article.title,
            "byline": article.byline,
            "published": _published(article.published, inferred.get(article.id)),
            "url": article.url,
            "language": article.language,
            "text": article.text,
            "furniture": [span_cell(span) for span in article.furniture],
            "credits": [{"agency": c.agency, "cite": cite_cell(c.cite)} for c in article.credits],
            "story": story.get(article.id),
            "headline": article.headline and span_cell(article.headline),
            "captions": [span_cell(span) for span in article.captions],
            "extractor": article.extractor,
            "aside": article.aside,
        }


def name_rows(record: Record) -> Iterator[Row]:
    """Each name, with the actor of the party that bears it."""
    actor = actors_of(record)
    found = [(name, a) for a, marks in marked(record) for name in marks.names]
    for name, article in sorted(found, key=first_id):
        yield {
            "id": name.id,
            "cite": cut(article, name.span),
            "kind": name.kind,
            "actor": actor.get(name.party or ""),
        }


def time_rows(record: Record) -> Iterator[Row]:
    """Each time expression that was placed."""
    for article, time in sorted(record.groups.times, key=lambda placed: (placed[1].id, placed[0])):
        yield {
            "id": time.id,
            "cite": cut(record.articles[article], time.span),
            "type": time.type,
            "value": time.value,
            "edtf": time.edtf,
            "why": time.why,
        }


def quantity_rows(record: Record) -> Iterator[Row]:
    """Each quantity."""
    found = [(quantity, a) for a, marks in marked(record) for quantity in marks.quantities]
    for quantity, article in sorted(found, key=first_id):
        yield {
            "id": quantity.id,
            "cite": cut(article, quantity.span),
            "low": quantity.low,
            "high": quantity.high,
            "unit": quantity.unit,
            "of": quantity.of,
            "modifier": quantity.modifier,
            "counted": cut(article, quantity.counted),
            "act": quantity.act,
            "role": quantity.role,
            "why": quantity.why,
        }


def quote_rows(record: Record) -> Iterator[Row]:
    """Each quote, with its speaker as an actor, and the statement that it tells."""
    actor = actors_of(record)
    told = {quote: s for s in record.groups.statements for quote in s.tellings}
    day = {(article, time.span): time.edtf for article, time in record.groups.times}
    found = [(quote, a) for a, marks in marked(record) for quote in marks.quotes]
    for quote, article in sorted(found, key=first_id):
        own = day.get((article.id, quote.said)) if quote.said else None
        yield _quote(article, quote, actor, told.get(quote.id), own)


def _quote(
    article: Article,
    quote: Quote,
    actor: Mapping[str, str],
    statement: Statement | None,
    said: str | None,
) -> Row:
    return {
        "id": quote.id,
        "cite": cut(article, quote.span),
        "form": quote.form,
        "cue": cut(article, quote.cue),
        "source": cut(article, quote.source),
        "speaker": actor.get(quote.speaker or ""),
        "addressee": actor.get(quote.addressee or ""),
        "said": said or (statement.said if statement else None),
        "statement": statement.id if statement else None,
        "parts": [cut(article, part) for part in quote.parts],
        "quoted": [cut(article, piece) for piece in quote.quoted],
        "why": quote.why,
        "score": quote.score,
    }


def _published(known: Published | None, inferred: tuple[str, str] | None) -> Row | None:
    if known is not None:
        return {
            "value": known.value,
            "how": known.how,
            "why": known.why,
            "cite": known.cite and cite_cell(known.cite),
        }
    if inferred is not None:
        return {"value": inferred[0], "how": "inferred", "why": inferred[1], "cite": None}
    return None


def actors_of(record: Record) -> dict[str, str]:
    return {party: actor.id for actor in record.groups.actors for party in actor.parties}
