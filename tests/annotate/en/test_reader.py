"""The reader as a whole: the same Doc for the same text, the text kept, any text read."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from tellings.annotate.en.component import WEIGHTS, paragraph_starts, reader_of
from tellings.annotate.en.decoders import ATTRIBUTES

if not (WEIGHTS / "en.onnx").exists():
    pytest.skip("the weights have not been exported", allow_module_level=True)

nlp = reader_of()

FIRST = (
    "Mayor Ana Duarte said on Monday that the Port of Velmar would reopen. “We lost a week,” "
    "she told reporters. “We will not lose another.”\n\nUnion officials denied that. Some 1,200 "
    "dockers had walked out on Sept. 3, according to Halden Shipping Corp."
)
SECOND = "Rain fell in Lisbon.\n\nIt may fall again, Mr. Okoro warned, if the wind turns."


def _all(doc: Doc) -> tuple[Any, ...]:
    tokens = [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i) for t in doc]
    sentences = [(s.start_char, s.end_char) for s in doc.sents]
    names = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
    every = [doc._.get(a) for a in ATTRIBUTES.values()]
    plain = [one.tolist() if isinstance(one, np.ndarray) else one for one in every]
    return tokens, sentences, names, plain


def test_one_text_one_doc_whatever_is_beside_it() -> None:
    alone = _all(nlp(FIRST))
    assert [_all(d) for d in nlp.pipe([SECOND, FIRST, SECOND * 9])][1] == alone
    assert [_all(d) for d in nlp.pipe([FIRST, FIRST], batch_size=1)] == [alone, alone]
    assert _all(reader_of()(FIRST)) == alone


def test_one_text_one_doc_on_any_number_of_threads() -> None:
    texts = [FIRST, SECOND] * 4
    expected = [_all(nlp(t)) for t in texts]
    with ThreadPoolExecutor(4) as pool:
        assert [_all(d) for d in pool.map(nlp, texts)] == expected


def test_it_reads() -> None:
    doc = nlp(FIRST)
    names = {(e.text, e.label_) for e in doc.ents}
    assert ("Ana Duarte", "PERSON") in names
    assert ("Halden Shipping Corp.", "ORG") in names
    said = next(t for t in doc if t.text == "said")
    assert (said.lemma_, said.pos_) == ("say", "VERB")
    subject = next(t for t in said.children if t.dep_ == "nsubj")
    assert subject.text in {"Mayor", "Ana", "Duarte"}


def test_no_split_inside_abbreviations() -> None:
    text = (
        "Gen. Okoro met Mr. Lavrov in the U.S. capital on Sept. 1 at 9 a.m. to talk. He left later."
    )
    assert [s.text for s in nlp(text).sents] == [text[:-15], text[-14:]]


def test_expelled_is_expel() -> None:
    doc = nlp("The ministry expelled two diplomats.")
    assert doc[2].lemma_ == "expel"


ODD = [
    "",
    " ",
    "\n",
    "\n\n \n\t\n",
    "\u200b",
    "\ufeff",
    "😀 👩‍👩‍👧 🇵🇹",
    "\x00\x01",
    ".",
    "”",
    "a" * 5000,
    "((((" * 300,
    "no end " * 900,
    "\r\n\r\nOne.\r\nTwo",
    "<script>alert(1)</script> {{x}} ../../etc",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts(text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert "".join(s.text_with_ws for s in doc.sents) == text
    for name in doc.ents:
        assert text[name.start_char : name.end_char] == name.text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for sentence in doc.sents:
        roots = [t for t in sentence if t.head.i == t.i]
        assert len(roots) == 1
        assert all(t.sent == sentence for t in sentence)


def test_lines_broken_inside_a_sentence_do_not_start_paragraphs() -> None:
    doc = nlp("The council met\nagain on Friday.\nIt rose late.")
    words, _, starts = paragraph_starts(doc)
    assert [doc[i].text for i, s in zip(words, starts, strict=True) if s] == ["The", "It"]
