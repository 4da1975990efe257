"""A record on disk: a folder with one SQLite file, one writer at a time, any number of readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import apsw

from tellings.keep import articles as rows
from tellings.keep import derived, schema, tombstones
from tellings.model import Article, Groups, Marks, Record, Rejected
from tellings.model.errors import NotARecord, RecordChanged, RecordExists

_ADD_REJECTED = "INSERT OR REPLACE INTO rejected VALUES (?, ?, ?, ?)"


class Store:
    """An open record. Use it as a context manager; every method may raise a `RecordError`.

    A writing store takes whole batches: after `put` returns, its articles are in with all their
    marks, whatever happens to the process; while it runs, readers see the state before it.
    """

    def __init__(self, folder: Path, connection: apsw.Connection) -> None:
        self.folder = folder
        self.connection = connection
        self._seen: int | None = None

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Make an empty record. The folder must be new or empty."""
        file = folder / schema.FILE
        if file.exists():
            raise RecordExists(f"{folder} holds a record already: add to it with `tellings add`")
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise NotARecord(f"{folder} holds other things: name a new or an empty folder")
        folder.mkdir(parents=True, exist_ok=True)
        schema.create(file)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, *, readonly: bool = False) -> Self:
        """Open a record, for writing unless told otherwise; an older one is brought up to date."""
        return cls(folder, schema.connect(folder / schema.FILE, readonly=readonly))

    def close(self) -> None:
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def sift(
        self, articles: Iterable[Article], reader: str = ""
    ) -> tuple[list[Article], list[Rejected]]:
        """Which articles `put` would take, and which not and why; what is in already is in neither.

        An article that was read by another `reader` is taken again.
        """
        best: dict[str, Article] = {}
        rejected: list[Rejected] = []
        for article in articles:
            other = best.setdefault(article.id, article)
            if other.input == article.input and other.text == article.text:
                continue
            winner, loser = sorted((other, article), key=rows.rank)
            best[article.id] = winner
            rejected.append(rows.beaten(loser, winner))
        fresh: list[Article] = []
        for article in best.values():
            stored = self._stored(article.id)
            if stored is None or self._replaces(article, reader, *stored):
                fresh.append(article)
            elif rows.rank(stored[0]) != rows.rank(article):
                rejected.append(rows.beaten(article, stored[0]))
        return fresh, rejected

    def put(self, batch: Iterable[tuple[Article, Marks]], reader: str = "") -> tuple[Rejected, ...]:
        """Take articles with their marks, all of the batch in one transaction.

        Of two articles with one id the one with the lower input is kept, in whatever order they
        come; the other is rejected, and given back. Raises `ValueError` where marks do not fit.
        """
        rejected: list[Rejected] = []
        with self._writing():
            for article, marks in batch:
                stored = self._stored(article.id)
                if stored is None:
                    self._admit(article, marks, reader)
                elif self._replaces(article, reader, *stored):
                    derived.forget(self.connection)
                    rows.remove(self.connection, article.id)
                    self._admit(article, marks, reader)
                    if stored[0].input != article.input:
                        rejected.append(rows.beaten(stored[0], article))
                elif rows.rank(stored[0]) != rows.rank(article):
                    rejected.append(rows.beaten(article, stored[0]))
            self._reject(rejected)
        return tuple(rejected)

    def known(self, ids: Iterable[str], reader: str = "") -> set[str]:
        """Those of the ids whose articles are in, read by `reader`."""
        query = "SELECT 1 FROM article WHERE id = ? AND reader = ?"
        with schema.translated(self._file):
            return {i for i in ids if self.connection.execute(query, (i, reader)).get}

    def reject(self, rejected: Iterable[Rejected]) -> None:
        """Keep what gave no article, with its reason; the same one twice is one."""
        with self._writing():
            self._reject(rejected)

    def derive(self, groups: Groups) -> None:
        """Put new groups in the place of the old, in one transaction; ids that went are buried.

        Raises `RecordChanged` where another process has written since `record()` was called here,
        and `ValueError` where two lines of one kind have the same id.
        """
        with self._writing():
            if self._seen is not None and self._seen != self.connection.pragma("data_version"):
                raise RecordChanged(
                    f"another process wrote to {self.folder} meanwhile: run it again"
                )
            try:
                derived.replace_all(self.connection, groups)
            except apsw.ConstraintError as error:
                raise ValueError(f"two derived lines have one id ({error})") from error

    def articles(self) -> Iterator[Article]:
        """Every article, by id."""
        with schema.translated(self._file):
            yield from rows.articles(self.connection)

    def marks(self) -> Iterator[Marks]:
        """Every article's marks, by the article's id."""
        with schema.translated(self._file):
            yield from rows.marks(self.connection)

    def groups(self) -> Groups:
        """What was derived last; empty where nothing was, or where articles were replaced since."""
        with self.snapshot():
            return derived.load(self.connection)

    def unmet(self) -> int:
        """How many articles no group has met yet: more than 0 after an interrupted build."""
        with schema.translated(self._file):
            return derived.unmet(self.connection)

    def rejected(self) -> tuple[Rejected, ...]:
        """What gave no article, by path and item."""
        query = (
            "SELECT path, code, reason, nullif(item, '') FROM rejected ORDER BY path, item, code"
        )
        with schema.translated(self._file):
            return tuple(Rejected(*row) for row in self.connection.execute(query))

    def record(self) -> Record:
        """The whole record as one value, all of it from one moment."""
        with self.snapshot():
            self._seen = self.connection.pragma("data_version")
            return Record(
                articles={article.id: article for article in self.articles()},
                marks={marks.article: marks for marks in self.marks()},
                groups=derived.load(self.connection),
                rejected=self.rejected(),
                tombstones=tombstones.load(self.connection),
            )

    def search(self, query: str, limit: int = 20) -> tuple[tuple[str, int], ...]:
        """(article, number of the sentence) where a sentence holds all the words, best first.

        `query` is plain words: nothing in it is taken as a search operator.
        """
        plain = " ".join('"' + word.replace('"', '""') + '"' for word in query.split())
        if not plain:
            return ()
        asked = """SELECT a.id, s.rowid & 0xFFFFF AS place FROM search s
                   JOIN article a ON a.number = s.rowid >> 20
                   WHERE search MATCH ? ORDER BY s.rank, a.id, place LIMIT ?"""
        with schema.translated(self._file):
            return tuple(self.connection.execute(asked, (plain, limit)))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment, whatever a writer adds meanwhile."""
        with schema.translated(self._file):
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("COMMIT")

    @property
    def _file(self) -> Path:
        return self.folder / schema.FILE

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with schema.translated(self._file):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def _stored(self, article: str) -> tuple[Article, str] | None:
        query = "SELECT text, value, reader FROM article WHERE id = ?"
        with schema.translated(self._file):
            row = self.connection.execute(query, (article,)).fetchone()
        return None if row is None else (rows.restore(row[0], row[1]), row[2])

    @staticmethod
    def _replaces(new: Article, reader: str, old: Article, read_by: str) -> bool:
        if rows.rank(new) == rows.rank(old):
            return read_by != reader
        return rows.rank(new) < rows.rank(old)

    def _admit(self, article: Article, marks: Marks, reader: str) -> None:
        rows.insert(self.connection, article, marks, reader)
        given = (article.input.path, article.input.item or "")
        self.connection.execute("DELETE FROM rejected WHERE path = ? AND item = ?", given)

    def _reject(self, rejected: Iterable[Rejected]) -> None:
        lines = [(r.path, r.item or "", r.code, r.reason) for r in rejected]
        self.connection.executemany(_ADD_REJECTED, lines)
