"""The decoder as the reader calls it: a Doc, the head's outputs, its tables. Untrained numbers."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.annotate.en import pairs
from tellings.annotate.en.attribution import Attribution, decode
from tellings.annotate.en.component import paragraph_starts

ENGLISH = spacy.blank("en")
C = pairs.CHANNELS


def tables(seed: int = 1) -> dict[str, np.ndarray]:
    """Random, and so that every word is taken for a cue of everything around it."""
    rng = np.random.default_rng(seed)
    shapes = {
        "anchor.weight": (1, 2 * C), "anchor.bias": (1,), "state.weight": (pairs.STATES, C),
        "distance.weight": (pairs.BUCKETS, C), "paragraph.weight": (3, C), "norm.weight": (C,),
        "norm.bias": (C,), "role.weight": (5, C), "role.bias": (5,), "nobody.weight": (1, C),
        "nobody.bias": (1,), "sure.0.weight": (64, 3 * C), "sure.0.bias": (64,),
        "sure.2.weight": (1, 64), "sure.2.bias": (1,),
    }  # fmt: skip
    for i in range(len(pairs.DILATIONS)):
        shapes |= {f"blocks.{i}.norm.weight": (C,), f"blocks.{i}.norm.bias": (C,)}
        shapes |= {f"blocks.{i}.mix.weight": (C, 3 * C), f"blocks.{i}.mix.bias": (C,)}
    drawn = {k: rng.normal(0, 0.2, shape).astype(np.float32) for k, shape in shapes.items()}
    drawn["anchor.bias"][:] = drawn["sure.2.bias"][:] = 3
    drawn["role.bias"][2] = 1
    return {f"attribution.{k}": v for k, v in drawn.items()}


def told(text: str) -> tuple[Attribution, ...]:
    doc = ENGLISH(text)
    rows = np.array(paragraph_starts(doc)[0], dtype=np.int64)
    rng = np.random.default_rng(len(text))
    out = {
        f"attribution.{k}": rng.normal(0, 1, (len(rows), 2 * C)).astype(np.float32)
        for k in ("cue", "word")
    }
    return decode(doc, out, tables(), rows)


def check(text: str) -> None:
    found = told(text)
    assert found == told(text)
    for one in found:
        assert one.content
        for spans in (one.content, one.cue, one.source):
            assert list(spans) == sorted(spans)
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(text[start:end].strip() == text[start:end] for start, end in spans)
        assert 0 <= one.score <= 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "“",
        '"',
        "”“",
        "no marks",
        "\u200b",
        "😀 “😀” 😀",
        "'' `` ''",
        "a\r\n“b\r\n",
    ],
)
def test_odd_texts(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab “”\"'\n.—:", max_size=80))
def test_any_text(text: str) -> None:
    check(text)


def test_forms_follow_the_marks() -> None:
    text = "“We will build it with our own hands and money.”\n\nIt rained all day in Elm."
    doc = ENGLISH(text)
    rows = np.array(paragraph_starts(doc)[0], dtype=np.int64)
    quiet = tables() | {"attribution.anchor.bias": np.array([-1e3], np.float32)}
    out = {f"attribution.{k}": np.zeros((len(rows), 2 * C), np.float32) for k in ("cue", "word")}
    (one,) = decode(doc, out, quiet, rows)
    assert text[slice(*one.content[0])] == "“We will build it with our own hands and money.”"
    assert (one.form, one.cue, one.source) == ("direct", (), ())
