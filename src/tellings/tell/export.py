"""The record as files for other tools: one file a kind, all of them written or none."""

from __future__ import annotations

import csv
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal, TypeGuard

import polars as pl

from tellings.model import Record
from tellings.model.errors import CannotWrite
from tellings.tell.cells import Row
from tellings.tell.columns import COLUMNS
from tellings.tell.gdelt import event_lines, mention_lines
from tellings.tell.plover import plover_rows
from tellings.tell.polecat import polecat_lines
from tellings.tell.rows import rows

Format = Literal["jsonl", "csv", "parquet", "plover", "gdelt"]

# Three characters that JSON lets stand and that many readers of lines take for the end of one.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def is_format(name: str) -> TypeGuard[Format]:
    """Whether `name` is one of the formats that `export` writes."""
    return name in _WRITERS or name in _TABLES


def export(record: Record, out: Path, format: Format = "jsonl") -> tuple[Path, ...]:
    """Write the record into the folder `out`, one file a kind; gives back the files' paths.

    `plover` and `gdelt` write the events only, as the field's own tools read them; `plover` both as
    PLOVER's JSON and as the table that POLECAT publishes.

    The files are made beside `out` and moved into place when all are done. Files of the same names
    in `out` are replaced, others are left alone. Raises `CannotWrite`.

    CSV holds nested values as JSON text, and texts exactly as their outlets published them: a
    spreadsheet may take one that begins with `=` for a formula, so import the columns as text.
    """
    if out.exists() and not out.is_dir():
        raise CannotWrite(f"{out} is a file: name a folder to export into")
    made: Path | None = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
        if format in _TABLES:
            _TABLES[format](record, made)
        else:
            for name, lines in rows(record).items():
                _WRITERS[format](name, lines, made / f"{name}.{format}")
        return _put_in_place(made, out)
    except OSError as error:
        raise CannotWrite(
            f"{out} cannot be written ({error.strerror}): name another folder, or "
            "see whether the disk is full"
        ) from error
    finally:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)


def _put_in_place(made: Path, out: Path) -> tuple[Path, ...]:
    out.mkdir(exist_ok=True)  # not `made` itself, whose mode is for its owner only
    files = sorted(made.iterdir())
    for file in files:
        os.replace(file, out / file.name)
    return tuple(out / file.name for file in files)


def _write_jsonl(name: str, lines: Iterator[Row], file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            out.write(_json(line) + "\n")


def _write_csv(name: str, lines: Iterator[Row], file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS[name])
        for line in lines:
            writer.writerow([_cell(value) for value in line.values()])


def _write_parquet(name: str, lines: Iterator[Row], file: Path) -> None:
    schema = COLUMNS[name]
    frame = pl.DataFrame(list(lines), schema=schema, orient="row")
    frame.write_parquet(file)


def _write_plover(record: Record, folder: Path) -> None:
    _write_jsonl("plover", plover_rows(record), folder / "plover.jsonl")
    _write_tabs(polecat_lines(record), folder / "polecat.txt")


def _write_gdelt(record: Record, folder: Path) -> None:
    tables = {"export": event_lines(record), "mentions": mention_lines(record)}
    for name, lines in tables.items():
        _write_tabs(lines, folder / f"tellings.{name}.CSV")


def _write_tabs(lines: Iterable[Iterable[object]], file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            out.write("\t".join(map(str, line)) + "\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)


def _cell(value: object) -> object:
    return _json(value) if isinstance(value, dict | list) else value


_WRITERS: dict[Format, Callable[[str, Iterator[Row], Path], None]] = {
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "parquet": _write_parquet,
}
# Formats of their own files.
_TABLES: dict[str, Callable[[Record, Path], None]] = {
    "plover": _write_plover,
    "gdelt": _write_gdelt,
}
