"""The proof of a record from its stored bytes: every text, cite, wording, id and count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import apsw

from tellings.keep.across import prove_groups, prove_times
from tellings.keep.evidence import Texts
from tellings.keep.faults import Fault
from tellings.keep.schema import FILE
from tellings.keep.store import Store
from tellings.keep.within import Identify, Seen, prove_articles
from tellings.model import Cite, Record, Span, cite
from tellings.model.errors import DamagedRecord, TellingsError

_REASONS = 3  # told of one line

# The cites of a line to (outlets, independent): how many outlets tell it, and how many origins.
Count = Callable[[tuple[Cite, ...]], tuple[int, int]]


def _no_recipe(kind: str, value: object, article: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Checks:
    """What other verbs know and `keep` must not import.

    `counter` makes the counting function for a record; without it, counts are not proved.
    `identify(kind, value, article)` gives the id of an article (kind "articles"), a mark (the field
    of `Marks`), a time or a group (the field of `Groups`), or None where it knows no recipe.
    """

    counter: Callable[[Record], Count] | None = None
    identify: Identify = _no_recipe


def verify(store: Store, checks: Checks = Checks()) -> Iterator[Fault]:
    """Every line that its stored bytes do not bear out, once; nothing where all of them hold.

    Damage that SQLite itself meets is a fault of the kind `record`, and ends only the proof that
    met it.
    """
    seen, texts = Seen(), Texts(store.connection)
    clean = True
    proofs = (
        _prove_file(store.connection),
        prove_articles(store.connection, seen, texts, checks.identify),
        prove_groups(store.connection, seen, texts, checks.identify),
        prove_times(store.connection, texts, checks.identify),
    )
    with store.snapshot():
        for proof in proofs:
            for fault in _once(_guarded(proof)):
                clean = False
                yield fault
        if clean and checks.counter is not None:
            yield from _once(_guarded(_prove_counts(store.record(), checks.counter)))


def prove(folder: Path, checks: Checks = Checks()) -> Iterator[Fault]:
    """`verify` of a record by its folder; a file that SQLite cannot open is a fault as well."""
    try:
        with Store.open(folder, readonly=True) as store:
            yield from verify(store, checks)
    except DamagedRecord as error:
        yield Fault("record", FILE, str(error))


def _once(faults: Iterator[Fault]) -> Iterator[Fault]:
    """A line that falls for several reasons in a row is named once, with the first few of them."""
    for (kind, name), held in groupby(faults, key=lambda fault: (fault.kind, fault.id)):
        if kind == "record":
            yield from held
            continue
        reasons = [fault.why for fault in held]
        more = f" (and {len(reasons) - _REASONS} more)" if len(reasons) > _REASONS else ""
        yield Fault(kind, name, "; ".join(reasons[:_REASONS]) + more)


def _guarded(proof: Iterator[Fault]) -> Iterator[Fault]:
    try:
        yield from proof
    except (apsw.Error, TellingsError, ValueError, TypeError, AttributeError) as error:
        # Damage may turn any stored value into any other: a count into a text, an id into nothing.
        why = f"its bytes are damaged ({type(error).__name__}: {error}); restore it, or build again"
        yield Fault("record", FILE, why)


def _prove_file(connection: apsw.Connection) -> Iterator[Fault]:
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Fault("record", FILE, f"SQLite finds it damaged: {line}")
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault("record", FILE, f"a row of {table} has no {parent}")


def _prove_counts(record: Record, counter: Callable[[Record], Count]) -> Iterator[Fault]:
    count = counter(record)
    for kind, name, stored, cites in _counted(record):
        found = count(cites)
        if found != stored:
            why = f"it says {stored[0]} outlets, {stored[1]} independent; its cites give {found[0]}"
            yield Fault(kind, name, f"{why}, {found[1]}")


def _counted(
    record: Record,
) -> Iterator[tuple[str, str, tuple[int, int], tuple[Cite, ...]]]:
    quotes = {q.id: (m.article, q.span) for m in record.marks.values() for q in m.quotes}
    for statement in record.groups.statements:
        cites = tuple(_cite(record, *quotes[quote]) for quote in statement.tellings)
        yield "statements", statement.id, (statement.outlets, statement.independent), cites
    for event in record.groups.events:
        cites = tuple(telling.cite for telling in event.tellings)
        yield "events", event.id, (event.outlets, event.independent), cites
    for finding in record.groups.findings:
        for side in finding.sides:
            yield "findings", finding.id, (side.outlets, side.independent), side.cites


def _cite(record: Record, article: str, span: Span) -> Cite:
    return cite(article, record.articles[article].text, span.start, span.end)
