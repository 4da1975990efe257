"""What the reader makes of a word in its place, as few numbers: to tell like happenings apart.

A linear head gives NUMBERS values a word, in which the tellings of one happening are alike and
those of different happenings of one story are not (models/en/discriminant.py). They are kept as
whole numbers: finer steps told no more.
"""

from __future__ import annotations

from base64 import b85encode
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from tellings.annotate.en.decoders import ATTRIBUTES

NUMBERS = 16  # 24 and 32 tell no more
MOST = 127
KEPT = ATTRIBUTES["likeness"]
Scores = NDArray[np.float32]


def decode(
    doc: Doc,
    out: Mapping[str, Scores],
    tables: Mapping[str, Scores],
    words: NDArray[np.int64],
) -> NDArray[np.int8]:
    """`doc._.likenesses`: [tokens, NUMBERS], 0 for white space."""
    found = np.zeros((len(doc), NUMBERS), dtype=np.int8)
    found[words] = np.clip(np.rint(out["likeness.trigger"]), -MOST, MOST)
    return found


def written(doc: Doc, token: Token) -> str:
    """A word's numbers in 20 letters (base 85); "" where the reader has no such head."""
    found = doc._.get(KEPT)
    return b85encode(found[token.i].tobytes()).decode("ascii") if len(found) else ""
