"""TimeML documents as plain text with their gold times; needs a local copy of the data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from bench.timex_score import Item

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its body as text, its day (ISO), and the gold times in the body."""

    name: str
    text: str
    day: str
    gold: tuple[Item, ...]


def documents(folder: Path) -> list[Document]:
    """All `*.tml` of a folder, sorted by name."""
    return [_document(path) for path in sorted(folder.glob("*.tml"))]


def _document(path: Path) -> Document:
    raw = path.read_text("utf-8", "replace")
    created = re.search(r'<TIMEX3([^>]*functionInDocument="CREATION_TIME"[^>]*)>', raw)
    day = dict(_ATTRIBUTE.findall(created[1]))["value"][:10] if created else ""
    body = re.search(r"<TEXT>(.*)</TEXT>", raw, re.DOTALL)
    text, gold = _strip(body[1] if body else raw)
    return Document(path.stem, text, day, tuple(gold))


def _strip(marked: str) -> tuple[str, list[Item]]:
    """Text without tags, and its TIMEX3 items; white space at the edge of a tag is cut off."""
    parts: list[str] = []
    size, at = 0, 0
    gold: list[Item] = []
    open_: list[tuple[int, dict[str, str]]] = []
    for tag in _TAG.finditer(marked):
        piece = unescape(marked[at : tag.start()])
        parts.append(piece)
        size, at = size + len(piece), tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            open_.append((size, dict(_ATTRIBUTE.findall(tag[3]))))
        elif tag[2] == "TIMEX3" and open_:
            start, told = open_.pop()
            if told.get("functionInDocument") != "CREATION_TIME":
                gold.append((start, size, told.get("type", ""), told.get("value", "")))
    parts.append(unescape(marked[at:]))
    return "".join(parts), gold
