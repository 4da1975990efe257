"""How sure a clause is told, at the word that heads it.

Six classes, after FactBank's poles and degrees (Saurí & Pustejovsky 2009), cut to a record's needs:
`denied` holds what the text or a source says did not happen, `alleged` what is told at a distance
with nobody answering for it, `attributed` what somebody named or unnamed says.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from tellings.annotate.en.bio import Scores, log_probabilities
from tellings.annotate.en.events import event_triggers

CLASSES = ("asserted", "attributed", "alleged", "denied", "planned", "hypothetical")
# Column 0 says: this word heads no clause.
COLUMNS = 1 + len(CLASSES)


def clause_certainty(scores: Scores, also: Collection[int] = ()) -> list[tuple[int, str, float]]:
    """(word, class, its probability among the six), from scores [words, COLUMNS].

    Every word that heads a clause, and every word in `also` (say, the triggers of events) in any
    case: a noun that names an event has a certainty too.
    """
    if not len(scores):
        return []
    heads = log_probabilities(scores)[:, 0] < np.log(0.5)
    heads[[i for i in also if 0 <= i < len(heads)]] = True
    within = np.exp(log_probabilities(scores[:, 1:]))
    best = within.argmax(axis=1)
    return [
        (i, CLASSES[best[i]], float(within[i, best[i]])) for i in np.flatnonzero(heads).tolist()
    ]


def decode(
    doc: Doc,
    out: Mapping[str, Scores],
    tables: Mapping[str, Scores],
    words: NDArray[np.int64],
) -> tuple[tuple[int, str, float], ...]:
    """`doc._.clause_certainty`: (token, class, probability), triggers of events included."""
    events = out.get("events.trigger")
    also = [] if events is None else [i for i, _, _ in event_triggers(events)]
    found = clause_certainty(out["certainty.class"], also)
    return tuple((int(words[i]), kind, sure) for i, kind, sure in found)
