"""Groups, ties, placed times and inferred dates as rows: replaced as a whole, never mended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import apsw

from tellings.keep import kinds
from tellings.keep.kinds import GROUPS, PUBLISHED, TIMES
from tellings.keep.tombstones import bury
from tellings.keep.values import pack, seal, unpack, words
from tellings.model import Groups, Tie, Time
from tellings.model.errors import DamagedRecord

T = TypeVar("T")

_ADD = "INSERT INTO derived VALUES (?, ?, ?, ?, ?, ?)"
_ADD_TIE = "INSERT INTO tie VALUES (?, ?, ?, ?, ?, ?, ?)"
_NONE = pack([])


def replace_all(connection: apsw.Connection, groups: Groups) -> None:
    """Put `groups` in the place of the earlier ones; the caller holds the transaction.

    Every kind is stored by id, so what comes back is sorted, however it was handed in.
    """
    connection.execute("DELETE FROM derived")
    connection.execute("DELETE FROM tie")
    connection.executemany(_ADD, [_group_row(kind, group) for kind, group in kinds.groups(groups)])
    connection.executemany(_ADD, list(_time_rows(connection, groups)))
    connection.executemany(_ADD, [_published_row(*line) for line in groups.published])
    connection.executemany(_ADD_TIE, [_tie_row(tie) for tie in groups.ties])
    connection.execute("DELETE FROM met; INSERT INTO met SELECT id, reader FROM article")
    bury(connection, groups)


def forget(connection: apsw.Connection) -> None:
    """Take the groups away, since marks that they rest on are being replaced; members stay."""
    connection.execute("DELETE FROM derived; DELETE FROM met")


def unmet(connection: apsw.Connection) -> int:
    """How many articles came in, or were read anew, after the groups were made."""
    query = """SELECT count(*) FROM article a
               WHERE NOT EXISTS (SELECT 1 FROM met m
                                 WHERE m.article = a.id AND m.reader = a.reader)"""
    return int(connection.execute(query).get)


def load(connection: apsw.Connection) -> Groups:
    """All that was derived, each kind by id; raises `DamagedRecord`."""
    held: dict[str, tuple[Any, ...]] = {
        kind: tuple(unpack(value, group) for _, _, value in _rows(connection, kind))
        for kind, group in GROUPS.items()
    }
    times = tuple((article, unpack(value, Time)) for article, _, value in _rows(connection, TIMES))
    published = tuple(
        (article, *unpack(value, tuple[str, str]))
        for article, _, value in _rows(connection, PUBLISHED)
    )
    return Groups(**held, ties=ties(connection), times=times, published=published)


def ties(connection: apsw.Connection) -> tuple[Tie, ...]:
    """The kept judgements, by kind, the two ids, and who judged."""
    query = """SELECT kind, "left", "right", verdict, score, why, "by" FROM tie
               ORDER BY kind, "left", "right", "by" """
    try:
        return tuple(Tie(*row) for row in connection.execute(query))
    except TypeError as error:
        raise DamagedRecord(f"a stored tie cannot be read ({error})") from error


def _rows(connection: apsw.Connection, kind: str) -> Iterator[tuple[str, str, bytes]]:
    query = "SELECT article, id, value FROM derived WHERE kind = ? ORDER BY article, id"
    yield from connection.execute(query, (kind,))


def _group_row(kind: str, group: kinds.Group) -> tuple[object, ...]:
    value = pack(group)
    return kind, "", group.id, _NONE, value, seal(_NONE, value)


def _time_rows(connection: apsw.Connection, groups: Groups) -> Iterator[tuple[object, ...]]:
    last, text = "", ""
    for article, time in groups.times:
        if article != last:
            stored = connection.execute("SELECT text FROM article WHERE id = ?", (article,)).get
            if stored is None:
                raise ValueError(f"a time was placed in {article}, which the record does not hold")
            last, text = article, stored.decode("utf-8")
        value, exact = pack(time), pack(words(time, text))
        yield TIMES, article, time.id, exact, value, seal(exact, value)


def _published_row(article: str, edtf: str, why: str) -> tuple[object, ...]:
    value = pack((edtf, why))
    return PUBLISHED, article, article, _NONE, value, seal(_NONE, value)


def _tie_row(tie: Tie) -> tuple[object, ...]:
    return tie.kind, tie.left, tie.right, tie.by, tie.verdict, tie.score, tie.why
