"""Which heads' outputs become which of a Doc's own attributes (`doc._.…`), and by what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from spacy.tokens import Doc

# head → (attribute, what its decoder is found in). A decoder is
# decode(doc, outputs, tables, rows) with rows[r] the token index of the outputs' row r.
ATTRIBUTES = {
    "attribution": "attributions",
    "times": "time_spans",
    "quantities": "quantity_spans",
    "certainty": "clause_certainty",
    "events": "event_triggers",
    "likeness": "likenesses",
}

for _attribute in ATTRIBUTES.values():
    if not Doc.has_extension(_attribute):
        Doc.set_extension(_attribute, default=())


def present(columns: Iterable[str]) -> dict[str, tuple[str, Callable[..., Any]]]:
    """The decoders of those heads that the weights hold, in a fixed order."""
    heads = {name.split(".")[0] for name in columns}
    return {
        head: (attribute, import_module(f"tellings.annotate.en.{head}").decode)
        for head, attribute in ATTRIBUTES.items()
        if head in heads
    }
