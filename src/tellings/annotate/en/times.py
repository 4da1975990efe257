"""Time expressions from the reader's scores: extent and TIMEX3 type."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from tellings.annotate.en.bio import Scores, reach, spans

TYPES = ("DATE", "TIME", "DURATION", "SET")
COLUMNS = 1 + 2 * len(TYPES)


def time_spans(scores: Scores) -> list[tuple[int, int, str, float]]:
    """(first word, last word + 1, type, probability) from scores [words, COLUMNS]."""
    return spans(scores, TYPES)


def decode(
    doc: Doc,
    out: Mapping[str, Scores],
    tables: Mapping[str, Scores],
    words: NDArray[np.int64],
) -> tuple[tuple[int, int, str, float], ...]:
    """`doc._.time_spans`: (start, end, type, probability), in code points of the text."""
    return tuple(
        (*reach(doc, words, first, last), kind, sure)
        for first, last, kind, sure in time_spans(out["times.tag"])
    )
