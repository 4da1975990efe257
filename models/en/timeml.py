"""AQUAINT's TimeML articles: their text and their time expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

HELD_BACK = Path(__file__).parent / "aquaint_dev.txt"
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.S)
_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)([^>]*)>")
_TYPE = re.compile(r'type="(\w+)"')


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its TIMEX3 as `(start, end, type)` in code points."""

    name: str
    text: str
    times: tuple[tuple[int, int, str], ...]


def held_back() -> frozenset[str]:
    """The ids of the articles that training leaves out."""
    lines = HELD_BACK.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def articles(folder: Path) -> list[Article]:
    """Every `.tml` of a folder, by name."""
    return [_article(path) for path in sorted(folder.glob("*.tml"))]


def _article(path: Path) -> Article:
    source = path.read_text(encoding="utf-8")
    body = "".join(match[1] for match in _BODY.finditer(source))
    out: list[str] = []
    times: list[tuple[int, int, str]] = []
    open_at: tuple[int, str] | None = None
    size = done = 0
    for match in _TAG.finditer(body):
        piece = _plain(body[done : match.start()])
        out.append(piece)
        size += len(piece)
        done = match.end()
        if match[2] != "TIMEX3":
            continue
        if match[1] and open_at is not None:
            times.append((open_at[0], size, open_at[1]))
            open_at = None
        elif not match[1]:
            kind = _TYPE.search(match[3])
            open_at = (size, kind[1] if kind else "DATE")
    out.append(_plain(body[done:]))
    return Article(path.stem, "".join(out), tuple(times))


def _plain(piece: str) -> str:
    """The piece with entities resolved and TeX quotation marks made plain."""
    return unescape(unescape(piece)).replace("``", '"').replace("''", '"')
