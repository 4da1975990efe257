"""The numbers of a word, from scores made by hand to the letters that a mark keeps."""

from __future__ import annotations

from base64 import b85decode

import numpy as np
import spacy

from tellings.annotate.en import likeness

NLP = spacy.blank("en")


def test_a_word_has_its_own_numbers_though_white_space_stands_before_it() -> None:
    doc = NLP("Ferries  sank")
    words = np.array([t.i for t in doc if not t.is_space], dtype=np.int64)
    rows = np.zeros((2, likeness.NUMBERS), dtype=np.float32)
    rows[1, :3] = (-7.6, 900.0, 0.4)
    doc._.likenesses = likeness.decode(doc, {"likeness.trigger": rows}, {}, words)
    letters = likeness.written(doc, doc[2])
    assert list(np.frombuffer(b85decode(letters), dtype=np.int8)[:3]) == [-8, 127, 0]
    assert len(letters) == 20


def test_a_reader_without_the_head_writes_nothing() -> None:
    doc = NLP("Ferries sank")
    assert likeness.written(doc, doc[1]) == ""
