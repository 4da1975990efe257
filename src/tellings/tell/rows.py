"""The record as rows: one dictionary a line, keys and their order as the design promises them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from tellings.model import Record
from tellings.tell import article_rows as found
from tellings.tell import group_rows as derived
from tellings.tell.cells import Row


def rows(record: Record) -> dict[str, Iterator[Row]]:
    """Each file's rows, sorted by id, under the file's name; no file is missing, some are empty."""
    return {name: make(record) for name, make in FILES.items()}


def tombstone_rows(record: Record) -> Iterator[Row]:
    """Each id that went, and what it went into."""
    for kind, gone, into in sorted(record.tombstones, key=lambda t: t[:2]):
        yield {"kind": kind, "id": gone, "into": into}


def rejected_rows(record: Record) -> Iterator[Row]:
    """Each input that gave no article, and why."""
    for held in sorted(record.rejected, key=lambda r: (r.path, r.item or "", r.code)):
        yield {"path": held.path, "item": held.item, "code": held.code, "reason": held.reason}


FILES: Mapping[str, Callable[[Record], Iterator[Row]]] = MappingProxyType(
    {
        "articles": found.article_rows,
        "names": found.name_rows,
        "actors": derived.actor_rows,
        "times": found.time_rows,
        "quantities": found.quantity_rows,
        "quotes": found.quote_rows,
        "statements": derived.statement_rows,
        "events": derived.event_rows,
        "copies": derived.copy_rows,
        "stories": derived.story_rows,
        "findings": derived.finding_rows,
        "ties": derived.tie_rows,
        "tombstones": tombstone_rows,
        "rejected": rejected_rows,
    }
)
