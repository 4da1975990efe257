"""How alike two triggers are as the reader understands them, within one story.

What all mentions of a story have in common (its theme) is taken off first: in affairs left out the
log loss of joining is .48 with it taken off, .50 without, .51 with no such sign. By groups there
precision and recall rise from .80 and .66 to .82 and .71.
"""

from __future__ import annotations

from base64 import b85decode
from collections.abc import Iterable

import numpy as np

from tellings.model import EventMention

# As if so many mentions of no theme stood in every story: with two, each would be the other's
# opposite. In the development affairs any number up to 30 does as well.
PLAIN = 10


def meanings(mentions: Iterable[EventMention]) -> dict[str, tuple[float, ...]]:
    """A unit vector a mention, by its id, for the mentions of one story that have numbers."""
    known = {m.id: m.vector for m in mentions if m.vector}
    ids = sorted(known)
    if not ids:
        return {}
    rows = np.array([np.frombuffer(b85decode(known[i]), dtype=np.int8) for i in ids], dtype=float)
    own = rows - rows.sum(axis=0) / (len(ids) + PLAIN)
    lengths = np.sqrt((own**2).sum(axis=1, keepdims=True))
    units = np.round(own / np.maximum(lengths, 1.0), 6)
    return {i: tuple(unit) for i, unit in zip(ids, units.tolist(), strict=True)}


def cosine(one: tuple[float, ...], other: tuple[float, ...]) -> float | None:
    """Their cosine, -1 to 1, rounded to 1e-4; None where one of them is not known."""
    if not one or not other:
        return None
    return round(sum(a * b for a, b in zip(one, other, strict=True)), 4)
