"""The bridge between a text and its levelled form holds in both directions."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.model import Span
from tellings.text.normal import level, normal

LETTERS = st.text("aBcßİé\u0301\u0308 \n\t“”\"'’–-—…`.\u200b\u00ad\ufeffЖ中🙂", max_size=40)
ANY = st.text(max_size=40)


@given(st.one_of(LETTERS, ANY))
def test_every_levelled_character_comes_from_a_place_in_order(source: str) -> None:
    levelled = normal(source)
    assert len(levelled.text) == len(levelled.starts) == len(levelled.ends)
    assert all(
        0 <= a < b <= len(source) for a, b in zip(levelled.starts, levelled.ends, strict=True)
    )
    assert list(levelled.starts) == sorted(levelled.starts)
    assert list(levelled.ends) == sorted(levelled.ends)


@given(st.one_of(LETTERS, ANY))
def test_a_slice_levels_to_what_stands_at_its_place(source: str) -> None:
    levelled = normal(source)
    for start in range(len(levelled.text)):
        span = levelled.to_source(Span(start, start + 1))
        assert levelled.text[start] in level(span.of(source))
        back = levelled.to_normal(span)
        assert back is not None
        assert back.contains(Span(start, start + 1))
        assert levelled.to_source(back) == span


@given(st.one_of(LETTERS, ANY).map(lambda text: "".join(filter(shaped, text))))
def test_levelling_twice_changes_nothing(source: str) -> None:
    once = normal(source).text
    assert normal(once).text == once


def shaped(letter: str) -> bool:
    """Signs without a shape can stand between two signs that belong together."""
    return unicodedata.category(letter) not in ("Cf", "Cc") or letter.isspace()


def test_what_is_levelled() -> None:
    assert normal("  “It’s — OVER…” \n").text == '"it\'s - over..."'
    assert normal("cafe\u0301 co\u00adoperate").text == "café cooperate"
    assert normal("a--b\u2014c``d''").text == 'a-b-c"d"'


def test_the_way_back_takes_a_split_letter_whole() -> None:
    levelled = normal("Straße …")
    assert levelled.text == "strasse ..."
    assert levelled.to_source(Span(4, 5)) == levelled.to_source(Span(5, 6)) == Span(4, 5)
    assert levelled.to_source(Span(8, 9)) == Span(7, 8)
    with pytest.raises(ValueError, match="outside"):
        levelled.to_source(Span(8, 12))
