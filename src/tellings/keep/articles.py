"""Articles and their marks as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import apsw

from tellings.keep.kinds import MARKS, Mark
from tellings.keep.values import pack, seal, unpack, words
from tellings.model import Article, Marks, Rejected, text_hash
from tellings.model.errors import DamagedRecord

_ADD_ARTICLE = """INSERT INTO article (id, text, text_sha256, raw_sha256, reader, value, seal)
                  VALUES (?, ?, ?, ?, ?, ?, ?)"""
_ADD_MARK = "INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_SENTENCE = "INSERT INTO search (rowid, words) VALUES (? << 20 | ?, ?)"
_DROP_SENTENCES = """DELETE FROM search
                     WHERE rowid >= (SELECT number << 20 FROM article WHERE id = ?1)
                     AND rowid < (SELECT (number + 1) << 20 FROM article WHERE id = ?1)"""


def rank(article: Article) -> tuple[str, str, str, str]:
    """Of two articles with one id the lower is kept: a rule that knows no order of arrival."""
    given = article.input
    return given.path, given.sha256, given.item or "", text_hash(article.text)


def beaten(loser: Article, winner: Article) -> Rejected:
    """Why one of two articles with one id is not kept."""
    given = loser.input
    if loser.text == winner.text:
        reason = f"The article {loser.id} is given more than once; it is kept once."
        return Rejected(given.path, "twice", reason, given.item)
    reason = (
        f"Another article has the id {loser.id} and a different text, and is kept; "
        "give one of them an id of its own."
    )
    return Rejected(given.path, "same-id", reason, given.item)


def insert(connection: apsw.Connection, article: Article, marks: Marks, reader: str) -> None:
    """Write one article with all its marks; the caller holds the transaction."""
    if marks.article != article.id:
        raise ValueError(f"the marks of {marks.article} were handed in with {article.id}")
    value = pack(replace(article, text=""))
    raw = article.text.encode("utf-8")
    row = (
        article.id,
        raw,
        text_hash(article.text),
        article.input.sha256,
        reader,
        value,
        seal(value),
    )
    connection.execute(_ADD_ARTICLE, row)
    number = connection.last_insert_rowid()
    connection.executemany(_ADD_MARK, list(_mark_rows(number, article.text, marks)))
    lines = [(number, at, s.span.of(article.text)) for at, s in enumerate(marks.sentences)]
    connection.executemany(_ADD_SENTENCE, lines)


def remove(connection: apsw.Connection, article: str) -> None:
    """Take one article out, with its marks and its sentences in the search index."""
    connection.execute(_DROP_SENTENCES, (article,))
    connection.execute("DELETE FROM article WHERE id = ?", (article,))


def restore(text: bytes, value: bytes) -> Article:
    """An article from its stored bytes; raises `DamagedRecord`."""
    try:
        return replace(unpack(value, Article), text=text.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DamagedRecord(f"a stored text is not UTF-8 ({error})") from error


def articles(connection: apsw.Connection) -> Iterator[Article]:
    """Every article by id."""
    for text, value in connection.execute("SELECT text, value FROM article ORDER BY id"):
        yield restore(text, value)


def marks(connection: apsw.Connection) -> Iterator[Marks]:
    """Every article's marks by the article's id, each kind in the order it was found in."""
    query = """SELECT a.id, m.kind, m.value FROM article a LEFT JOIN mark m ON m.article = a.number
               ORDER BY a.id, m.kind, m.place"""
    current: str | None = None
    found: dict[str, list[Mark]] = {}
    for article, kind, value in connection.execute(query):
        if article != current:
            if current is not None:
                yield _collect(current, found)
            current, found = article, {}
        if kind is not None:
            if kind not in MARKS:
                raise DamagedRecord(f"a mark of the unknown kind {kind!r} is stored in {article}")
            found.setdefault(kind, []).append(unpack(value, MARKS[kind]))
    if current is not None:
        yield _collect(current, found)


def _collect(article: str, found: dict[str, list[Mark]]) -> Marks:
    return Marks(article, **{kind: tuple(rows) for kind, rows in found.items()})  # type: ignore[arg-type]


def _mark_rows(number: int, text: str, marks: Marks) -> Iterator[tuple[object, ...]]:
    for kind in sorted(MARKS):  # in the order of the table's key, so that its pages fill up
        held: Sequence[Mark] = getattr(marks, kind)
        for place, mark in enumerate(held):
            span = getattr(mark, "span", None)
            start, end = (span.start, span.end) if span else (None, None)
            value, exact = pack(mark), pack(words(mark, text))
            name = getattr(mark, "id", None)
            yield number, kind, place, name, start, end, exact, value, seal(exact, value)
