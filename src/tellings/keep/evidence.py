"""The proofs that every line rests on: its seal, its exact words, its cites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import apsw
import msgspec

from tellings.keep.faults import Fault, shown
from tellings.keep.values import cites, seal, spans, unpack
from tellings.model.errors import DamagedRecord

T = TypeVar("T")


class Texts:
    """Called with an article's id, gives its stored text or None; holds the last few hundred.

    A byte that is not UTF-8 counts as one character, so that a damaged text can still be searched
    for all the lines that fall with it.
    """

    def __init__(self, connection: apsw.Connection, held: int = 256) -> None:
        self._connection = connection
        self._held = held
        self._texts: dict[str, str | None] = {}

    def __call__(self, article: str) -> str | None:
        if article not in self._texts:
            if len(self._texts) >= self._held:
                del self._texts[next(iter(self._texts))]
            raw = self._connection.execute("SELECT text FROM article WHERE id = ?", (article,)).get
            self._texts[article] = None if raw is None else lenient(raw)
        return self._texts[article]


def lenient(raw: bytes) -> str:
    """Stored bytes as a text, whatever has become of them."""
    return raw.decode("utf-8", "surrogateescape")


def prove_value(
    kind: str, line: str, name: str, raw: tuple[bytes, ...], stamp: bytes, of: type[T]
) -> tuple[T | None, list[Fault]]:
    """The value in the last of a row's sealed bytes, or None where it cannot be read."""
    faults = []
    if seal(*raw) != stamp:
        faults.append(Fault(line, name, "its stored values are not those that were written (seal)"))
    try:
        return unpack(raw[-1], of), faults
    except DamagedRecord as error:
        return None, [
            *faults,
            Fault(line, name, f"it cannot be read as one of the {kind}: {error}"),
        ]


def prove_words(line: str, name: str, value: object, raw: bytes, text: str) -> Iterator[Fault]:
    """The words stored beside a value's spans against the text at those spans."""
    try:
        stored = msgspec.json.decode(raw, type=list[str])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        yield Fault(line, name, "the words stored beside it cannot be read")
        return
    held = list(spans(value))
    if len(held) != len(stored):
        yield Fault(line, name, f"it has {len(held)} spans, and words for {len(stored)} of them")
    for span, exact in zip(held, stored, strict=False):
        found = text[span.start : span.end]
        if found != exact:
            at = f"[{span.start}, {span.end})"
            yield Fault(line, name, f"at {at} its article says {shown(found)}, not {shown(exact)}")


def prove_cites(line: str, name: str, value: object, texts: Texts) -> Iterator[Fault]:
    """Each cite in a value: its article is there, and says these words at this place."""
    for cite in dict.fromkeys(cites(value)):
        text = texts(cite.article)
        if text is None:
            yield Fault(line, name, f"it cites {cite.article}, which the record does not hold")
            continue
        found = text[cite.start : cite.end]
        if found != cite.text:
            at = f"{cite.article}[{cite.start}, {cite.end})"
            yield Fault(line, name, f"it cites {shown(cite.text)} at {at}, where {shown(found)} is")
