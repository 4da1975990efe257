"""What sphere a happening belongs to (PLOVER's contexts), by the words of its own clause."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from tellings.words.tables import toml


def contexts(clause: Iterable[Token]) -> tuple[str, ...]:
    """The names of the contexts whose words stand in the clause, sorted; empty where none does."""
    table = _table()
    return tuple(
        sorted({c for t in clause for w in (t.lower_, t.lemma_) for c in table.get(w, ())})
    )


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for context, told in toml("contexts.toml")["contexts"].items():
        for word in told.split():
            found.setdefault(word, set()).add(context)
    return {word: frozenset(names) for word, names in found.items()}
