"""The values that everything else is made of refuse what they must refuse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tellings.model as model
from tellings.model import About, Cite, Finding, Side, Span, cite, digest, text_hash

texts = st.text(min_size=1, max_size=40)


@given(texts, st.data())
def test_a_cite_holds_the_exact_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = cite("a", text, start, end)
    assert made.text == text[start:end]
    assert made.span.of(text) == made.text


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2)])
def test_no_empty_or_negative_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


def test_a_cite_must_fill_its_span() -> None:
    with pytest.raises(ValueError, match="fill"):
        Cite("a", 0, 3, "ab")


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        Span(0, 3).of("ab")


def test_a_finding_needs_the_cites_it_rests_on() -> None:
    with pytest.raises(ValueError, match="cite"):
        Side("x", (), 1, 1)
    side = Side("x", (Cite("a", 0, 1, "x"),), 1, 1)
    with pytest.raises(ValueError, match="sides"):
        Finding("f", "s", "difference", None, None, About("event", "e"), (side,), "", 1.0)


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4))
def test_ids_tell_their_parts_apart(parts: list[str]) -> None:
    joined = digest("x", "".join(parts))
    assert digest("x", *parts) == digest("x", *parts)
    if len(parts) > 1:
        assert digest("x", *parts) != joined


def test_the_same_text_has_the_same_hash() -> None:
    assert text_hash("Ärger") == text_hash("Ärger")
    assert text_hash("Ärger") != text_hash("Arger")


def test_exported_names() -> None:
    assert all(hasattr(model, name) for name in model.__all__)
    assert len(set(model.__all__)) == len(model.__all__)
