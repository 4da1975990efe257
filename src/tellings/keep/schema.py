"""The record's file: how it is opened, which version it has, and how an older one is brought up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import apsw

from tellings.model.errors import (
    DamagedRecord,
    NewerRecord,
    NotARecord,
    OlderRecord,
    RecordBusy,
    TellingsError,
)

FILE = "record.sqlite"
APPLICATION = 0x74656C6C  # "tell": tells a record from any other SQLite file
_FIXED = 3_051_003  # the first SQLite without the rare WAL-reset race that could lose commits
# SQLite's own default. Pages of 8192 and 16384 take 4 to 8% more (bench/keep.py).
_PAGE = 4096
_BUSY_MS = 5_000  # a batch takes well under a second: whoever waits longer meets a second writer


def migrations() -> tuple[str, ...]:
    """The numbered SQL steps, in order; step n takes a record from version n - 1 to n."""
    folder = files("tellings.keep") / "migrations"
    steps = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".sql")),
        key=lambda entry: entry.name,
    )
    return tuple(step.read_text("utf-8") for step in steps)


def create(file: Path) -> None:
    """Make an empty record of the newest version at `file` (or finish one that was cut short)."""
    connection = _connect(file, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
    try:
        with translated(file):
            connection.execute(f"PRAGMA page_size = {_PAGE}")
            connection.execute("PRAGMA journal_mode = WAL")
            migrate(connection)
    finally:
        connection.close()


def connect(file: Path, *, readonly: bool) -> apsw.Connection:
    """Open a record, brought up to the newest version; a `TellingsError` says why it cannot be."""
    if not file.is_file():
        raise NotARecord(
            f"{file.parent} is not a record: there is no {FILE} in it; "
            "make one with `tellings build INPUT... -o RECORD`"
        )
    if readonly and _version(file) < len(migrations()):
        _bring_up(file)
    flags = apsw.SQLITE_OPEN_READONLY if readonly else apsw.SQLITE_OPEN_READWRITE
    connection = _connect(file, flags)
    try:
        with translated(file):
            _check(connection, file)
            if not readonly:
                migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def migrate(connection: apsw.Connection) -> None:
    """Run the steps that the record lacks, all in one transaction with the new version number."""
    steps = migrations()
    if connection.pragma("user_version") >= len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[connection.pragma("user_version") :]:
            connection.execute(step)
        connection.pragma("application_id", APPLICATION)
        connection.pragma("user_version", len(steps))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


@contextmanager
def translated(file: Path) -> Iterator[None]:
    """SQLite's errors as ours, each with what to do next."""
    try:
        yield
    except (apsw.BusyError, apsw.LockedError) as error:
        raise RecordBusy(
            f"another process is writing to {file.parent}: try again when it is done"
        ) from error
    except apsw.NotADBError as error:
        raise DamagedRecord(
            f"{file} is not an SQLite file, or its head is damaged: restore it "
            "from a copy, or build the record again"
        ) from error
    except (apsw.CorruptError, apsw.IOError, UnicodeDecodeError) as error:
        raise DamagedRecord(
            f"{file} is damaged ({error}): restore it from a copy, or build the record again"
        ) from error
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.FullError) as error:
        raise DamagedRecord(
            f"{file} cannot be written or opened ({error}): see whether its folder "
            "may be written to, and whether the disk is full"
        ) from error


def _connect(file: Path, flags: int) -> apsw.Connection:
    if apsw.SQLITE_VERSION_NUMBER < _FIXED:
        raise TellingsError(
            f"SQLite {apsw.sqlite_lib_version()} can lose what was written: install "
            "an apsw of 3.51.3 or later (`pip install -U apsw`)"
        )
    with translated(file):
        if flags & apsw.SQLITE_OPEN_READONLY and _sealed_off(file):
            name = file.resolve().as_uri() + "?immutable=1"
            connection = apsw.Connection(name, flags=flags | apsw.SQLITE_OPEN_URI)
        else:
            connection = apsw.Connection(str(file), flags=flags)
        connection.set_busy_timeout(_BUSY_MS)
        connection.execute("PRAGMA foreign_keys = ON")
        # In WAL mode NORMAL survives any killed process; only a power cut may take the last
        # batches, and `add` of the same inputs brings them back. FULL costs a sync for each batch.
        connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _sealed_off(file: Path) -> bool:
    """Whether the record lies where a reader cannot make the small shared-memory file of WAL."""
    sides = (file.with_name(f"{FILE}-{side}") for side in ("shm", "wal"))
    return not os.access(file.parent, os.W_OK) and not any(side.exists() for side in sides)


def _version(file: Path) -> int:
    connection = _connect(file, apsw.SQLITE_OPEN_READONLY)
    try:
        with translated(file):
            _check(connection, file)
            return int(connection.pragma("user_version"))
    finally:
        connection.close()


def _bring_up(file: Path) -> None:
    try:
        connect(file, readonly=False).close()
    except DamagedRecord as error:
        raise OlderRecord(
            f"{file.parent} was written by an earlier version of tellings and cannot "
            f"be brought up to date where it lies ({error}): copy it to a folder that "
            "may be written to"
        ) from error


def _check(connection: apsw.Connection, file: Path) -> None:
    version = int(connection.pragma("user_version"))
    mine = connection.pragma("application_id") == APPLICATION
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").get == 0
    if not mine and not empty:
        raise NotARecord(f"{file} is an SQLite file, but not one of tellings: name another folder")
    if version > len(migrations()):
        raise NewerRecord(
            f"{file.parent} is a record of version {version}, and this tellings knows "
            f"up to {len(migrations())}: install a newer one "
            "(`pip install -U tellings`)"
        )
