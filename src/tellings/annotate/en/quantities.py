"""Quantities from the reader's scores: the extent of a value with its unit or what it counts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from tellings.annotate.en.bio import Scores, reach, spans

KINDS = ("QUANTITY",)
COLUMNS = 3


def quantity_spans(scores: Scores) -> list[tuple[int, int, float]]:
    """(first word, last word + 1, probability) from scores [words, COLUMNS]."""
    return [(first, last, sure) for first, last, _, sure in spans(scores, KINDS)]


def decode(
    doc: Doc,
    out: Mapping[str, Scores],
    tables: Mapping[str, Scores],
    words: NDArray[np.int64],
) -> tuple[tuple[int, int, float], ...]:
    """`doc._.quantity_spans`: (start, end, probability), in code points of the text."""
    return tuple(
        (*reach(doc, words, first, last), sure)
        for first, last, sure in quantity_spans(out["quantities.tag"])
    )
