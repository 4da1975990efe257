"""Files, folders, globs and standard input: one article after another, or the reason for none."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import BinaryIO

from tellings.model import Article, Rejected
from tellings.read.sources import read_stream

_MISSING = "Nothing is there: check the spelling, or the folder that the command runs in."
_URL = (
    "Pages are not fetched: save the page as an HTML file first, then name that file (the address "
    "in the saved page's metadata is kept)."
)


def read(inputs: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Article | Rejected]:
    """Read each input lazily: files, folders (all files in them, sorted), globs, `-` for `stdin`.

    Nothing is raised for bad input: each gives a `Rejected` in its place. What an article becomes
    does not depend on what else is read. A folder's files are named from the folder's own name on.
    """
    for given in inputs:
        if given == "-":
            yield from read_stream("-", stdin if stdin is not None else sys.stdin.buffer)
        elif given.lower().startswith(("http://", "https://")):
            yield Rejected(given, "url", _URL)
        else:
            yield from _named(given)


def _named(given: str) -> Iterator[Article | Rejected]:
    if not given or "\x00" in given:
        yield Rejected(given.replace("\x00", "\ufffd"), "missing", _MISSING)
        return
    path = Path(given)
    if not os.path.lexists(path) and has_magic(given):
        matches = sorted(glob(given, recursive=True))
        if not matches:
            yield Rejected(given, "no-match", "No file matches this pattern: check its spelling.")
        for match in matches:
            yield from _path(Path(match), Path(match).as_posix())
        return
    yield from _path(path, path.as_posix())


def _path(path: Path, name: str) -> Iterator[Article | Rejected]:
    if path.is_dir():
        yield from _folder(path)
    elif not path.exists():
        yield Rejected(_clean(name), "missing", _MISSING)
    elif not path.is_file():
        yield Rejected(
            _clean(name), "not-a-file", "This is neither a file nor a folder: name one of those."
        )
    else:
        yield from _file(path, _clean(name))


def _folder(folder: Path) -> Iterator[Article | Rejected]:
    name = folder.name if folder.name not in ("", "..") else folder.resolve().name
    empty = True
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(inner for inner in folders if not inner.startswith("."))
        for file in sorted(files):
            if file.startswith("."):
                continue
            empty = False
            path = Path(place, file)
            yield from _path(path, f"{name}/{path.relative_to(folder).as_posix()}")
    if empty:
        yield Rejected(
            _clean(name), "empty-folder", "This folder holds no file to read: name another one."
        )


def _file(path: Path, name: str) -> Iterator[Article | Rejected]:
    try:
        with path.open("rb") as stream:
            yield from read_stream(name, stream)
    except OSError as error:
        yield Rejected(
            name,
            "unreadable",
            f"The file cannot be read ({error.strerror}): check who may read it, then try again.",
        )


def _clean(name: str) -> str:
    """File names may hold bytes that are no text: these show as U+FFFD."""
    return name.encode("utf-8", "replace").decode("utf-8") if _lone(name) else name


def _lone(name: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in name)
