"""A record opens, or says in words why not and what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import apsw
import pytest
from tests.keep.made import affair

from tellings.keep import schema
from tellings.keep.schema import FILE
from tellings.keep.store import Store
from tellings.keep.verify import verify
from tellings.model import Article, Input, Marks, Sentence, Span
from tellings.model.errors import (
    DamagedRecord,
    NewerRecord,
    NotARecord,
    OlderRecord,
    RecordExists,
    TellingsError,
)

PAIRS, GROUPS = affair(7, 4)
FERRY = Article("a-z", Input("ferry.txt", "00"), "A ferry sank.")
PAIRS.append((FERRY, Marks("a-z", sentences=(Sentence(Span(0, 13), 0),))))


def version_one(folder: Path, articles: int) -> None:
    """A record as version 1 of the schema wrote it: today's rows, without what came later."""
    with Store.create(folder) as store:
        store.put(PAIRS[:articles])
        if articles == len(PAIRS):
            store.derive(GROUPS)
        store.connection.execute("DROP TABLE search; DROP TABLE met")
        store.connection.execute("PRAGMA user_version = 1")


def test_every_record_has_the_newest_version_and_is_in_wal_mode(tmp_path: Path) -> None:
    with Store.create(tmp_path / "record") as store:
        assert store.connection.pragma("user_version") == len(schema.migrations()) >= 2
        assert store.connection.pragma("application_id") == schema.APPLICATION
        assert store.connection.pragma("journal_mode") == "wal"
        assert store.connection.pragma("foreign_keys") == 1


@pytest.mark.parametrize("readonly", [True, False])
def test_a_record_of_version_one_is_brought_up(tmp_path: Path, readonly: bool) -> None:
    version_one(tmp_path / "old", len(PAIRS))
    with (
        Store.create(tmp_path / "new") as new,
        Store.open(tmp_path / "old", readonly=readonly) as old,
    ):
        new.put(PAIRS)
        new.derive(GROUPS)
        assert old.connection.pragma("user_version") == len(schema.migrations())
        assert old.record() == new.record()
        assert old.unmet() == 0
        assert list(verify(old)) == []
        assert old.search("a ferry") == new.search("a ferry") == (("a-z", 0),)


def test_a_migration_that_fails_leaves_the_version_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version_one(tmp_path / "old", 2)
    steps = schema.migrations()
    broken = (*steps, "CREATE TABLE later (id TEXT); INSERT INTO nowhere VALUES (1);")
    monkeypatch.setattr(schema, "migrations", lambda: broken)
    with pytest.raises(apsw.SQLError, match="nowhere"):
        Store.open(tmp_path / "old")
    monkeypatch.undo()
    connection = apsw.Connection(str(tmp_path / "old" / FILE))
    assert connection.pragma("user_version") == 1
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert not {"search", "later"} & tables
    connection.close()


def test_an_old_record_that_cannot_be_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version_one(tmp_path / "old", 2)

    def refuse(connection: apsw.Connection) -> None:
        raise apsw.ReadOnlyError("attempt to write a readonly database")

    monkeypatch.setattr(schema, "migrate", refuse)
    with pytest.raises(OlderRecord, match="copy it to a folder"):
        Store.open(tmp_path / "old", readonly=True)


def test_a_newer_record_is_left_alone(tmp_path: Path) -> None:
    with Store.create(tmp_path / "record") as store:
        store.connection.execute("PRAGMA user_version = 99")
    for readonly in (True, False):
        with pytest.raises(NewerRecord, match="install a newer one"):
            Store.open(tmp_path / "record", readonly=readonly)


def test_what_is_not_a_record_is_told_from_what_is(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="tellings build"):
        Store.open(tmp_path / "missing")
    with pytest.raises(NotARecord, match="tellings build"):
        Store.open(tmp_path)
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("CREATE TABLE recipe (id TEXT)")
    other.close()
    for readonly in (True, False):
        with pytest.raises(NotARecord, match="not one of tellings"):
            Store.open(tmp_path, readonly=readonly)


def test_a_file_of_another_kind_is_damaged(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("This is no database, whatever its name says. " * 99)
    for readonly in (True, False):
        with pytest.raises(DamagedRecord, match="not an SQLite file"):
            Store.open(tmp_path, readonly=readonly)


def test_a_record_is_made_in_a_new_or_empty_folder_only(tmp_path: Path) -> None:
    Store.create(tmp_path / "deep" / "record").close()
    with pytest.raises(RecordExists, match="tellings add"):
        Store.create(tmp_path / "deep" / "record")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    with pytest.raises(NotARecord, match="other things"):
        Store.create(tmp_path / "full")
    with pytest.raises(NotARecord, match="other things"):
        Store.create(tmp_path / "full" / "letter.txt")
    assert [entry.name for entry in (tmp_path / "full").iterdir()] == ["letter.txt"]


def test_a_making_that_was_cut_short_is_finished(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with Store.open(tmp_path) as store:
        store.put(PAIRS)
        assert list(verify(store)) == []


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    Store.create(tmp_path / "record").close()
    with (
        Store.open(tmp_path / "record", readonly=True) as reader,
        pytest.raises(DamagedRecord, match="cannot be written"),
    ):
        reader.put(PAIRS)


def test_a_record_in_a_folder_that_may_not_be_written_to_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.create(tmp_path / "record") as store:
        store.put(PAIRS)
        expected = store.record()
    monkeypatch.setattr(schema.os, "access", lambda *_: False)
    with Store.open(tmp_path / "record", readonly=True) as reader:
        assert reader.record() == expected
    assert [entry.name for entry in (tmp_path / "record").iterdir()] == [FILE]


def test_an_sqlite_that_loses_commits_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema.apsw, "SQLITE_VERSION_NUMBER", 3_051_002)
    with pytest.raises(TellingsError, match=r"3\.51\.3"):
        Store.create(tmp_path / "record")
