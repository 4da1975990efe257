"""What must hold within each article: its text, its own cites, and each of its marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

import apsw

from tellings.keep.evidence import Texts, lenient, prove_cites, prove_value, prove_words
from tellings.keep.faults import LINE, Fault
from tellings.keep.kinds import MARKS, Mark
from tellings.keep.values import spans
from tellings.model import Article, EventMention, Name, Quote, Span, bytes_hash

# (kind, value, article id or "") to the id that its content gives; None where no recipe is known.
Identify = Callable[[str, object, str], str | None]


@dataclass(slots=True)
class Seen:
    """What the later proofs need of the articles: ids, where quotes stand, and what fell."""

    articles: set[str] = field(default_factory=set)
    marks: dict[str, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in MARKS})
    quotes: dict[str, tuple[str, Span]] = field(default_factory=dict)
    fallen: set[tuple[str, str]] = field(default_factory=set)


def prove_articles(
    connection: apsw.Connection, seen: Seen, texts: Texts, identify: Identify
) -> Iterator[Fault]:
    """Each article by id, then each of its marks; fills `seen`."""
    query = "SELECT number, id, text, text_sha256, raw_sha256, value, seal FROM article ORDER BY id"
    for number, name, raw, text_sha, raw_sha, packed, stamp in connection.execute(query):
        seen.articles.add(name)
        text = lenient(raw)
        if bytes_hash(raw) != text_sha:
            yield Fault("articles", name, "its text is not the one that was stored (SHA-256)")
        value, faults = prove_value("articles", "articles", name, (packed,), stamp, Article)
        yield from faults
        if value is not None:
            article = replace(value, text=text)
            if article.input.sha256 != raw_sha:
                yield Fault("articles", name, "the two stored hashes of its input differ")
            if article.id != name or identify("articles", article, "") not in (None, name):
                yield Fault("articles", name, "its id is not the one that its content gives")
            if any(span.end > len(text) for span in spans(article)):
                yield Fault("articles", name, "one of its spans lies outside its text")
            yield from prove_cites("articles", name, article, texts)
        yield from _prove_marks(connection, number, name, text, seen, identify)


def _prove_marks(
    connection: apsw.Connection,
    number: int,
    article: str,
    text: str,
    seen: Seen,
    identify: Identify,
) -> Iterator[Fault]:
    query = """SELECT kind, place, id, start, "end", words, value, seal FROM mark
               WHERE article = ? ORDER BY kind, place"""
    held: list[tuple[str, str, Mark]] = []
    for kind, place, stored_id, start, end, words, packed, stamp in connection.execute(
        query, (number,)
    ):
        name = stored_id or f"{article}/{place}"
        line = LINE.get(kind, kind)
        if kind not in MARKS:
            yield Fault(kind, name, "no mark of this kind is known")
            continue
        mark, faults = prove_value(kind, line, name, (words, packed), stamp, MARKS[kind])
        if mark is not None:
            held.append((kind, name, mark))
            faults += prove_words(line, name, mark, words, text)
            faults += _prove_keys(line, name, mark, stored_id, (start, end), article)
            if identify(kind, mark, article) not in (None, stored_id):
                faults.append(Fault(line, name, "its id is not the one that its content gives"))
        faults += _enter(seen, kind, name, article, mark)
        if faults:
            seen.fallen.add((kind, name))
        yield from faults
    yield from _prove_parties(held)
    yield from _prove_answers(held)


def _prove_keys(
    line: str,
    name: str,
    mark: Mark,
    stored_id: str | None,
    place: tuple[int | None, int | None],
    article: str,
) -> Iterable[Fault]:
    span = getattr(mark, "span", None)
    if place != ((span.start, span.end) if span else (None, None)):
        yield Fault(line, name, f"its place in {article} is stored twice, and the two differ")
    if getattr(mark, "id", None) != stored_id:
        yield Fault(line, name, "its id is stored twice, and the two differ")


def _enter(seen: Seen, kind: str, name: str, article: str, mark: Mark | None) -> Iterable[Fault]:
    if kind == "sentences":
        return
    if name in seen.marks[kind]:
        where = seen.marks[kind][name]
        yield Fault(LINE.get(kind, kind), name, f"its id is used twice, in {where} and {article}")
    seen.marks[kind][name] = article
    if isinstance(mark, Quote):
        seen.quotes[name] = article, mark.span


def _prove_parties(held: list[tuple[str, str, Mark]]) -> Iterator[Fault]:
    parties = {name for kind, name, _ in held if kind == "parties"}
    for kind, name, mark in held:
        for party in sorted(set(_parties(mark)) - parties):
            yield Fault(LINE.get(kind, kind), name, f"its article has no party {party}")


def _prove_answers(held: list[tuple[str, str, Mark]]) -> Iterator[Fault]:
    mentions = {name for kind, name, _ in held if kind == "events"}
    for kind, name, mark in held:
        answered = mark.answers if isinstance(mark, EventMention) else None
        if answered is not None and answered not in mentions:
            yield Fault(LINE.get(kind, kind), name, f"its article has no mention {answered}")


def _parties(mark: Mark) -> Iterator[str]:
    match mark:
        case Name():
            named: tuple[str | None, ...] = (mark.party,)
        case Quote():
            named = mark.speaker, mark.addressee
        case EventMention():
            named = *mark.actors, *mark.recipients
        case _:
            named = ()
    yield from (party for party in named if party is not None)
