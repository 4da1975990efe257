"""Quotation marks paired within paragraphs: invented words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.annotate.en.marks import (
    CLOSED,
    OPENED,
    OUTSIDE,
    SINGLE_INSIDE,
    SINGLE_OUTSIDE,
    states,
)
from tellings.annotate.en.quoted import quoted


def found(text: str) -> list[int]:
    forms: list[str] = []
    starts: list[bool] = []
    for paragraph in text.split(" / "):
        words = paragraph.split()
        forms += words
        starts += [True] + [False] * (len(words) - 1)
    return states(forms, quoted(forms, [True] * len(forms), starts), starts).tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“ It is , ” he said", [2, 1, 1, 1, 3, 0, 0]),
        ('" It is , " he said', [2, 1, 1, 1, 3, 0, 0]),
        ('" yes " " no "', [2, 1, 3, 2, 1, 3]),
        ("the boys ’ “ own ’ ” tent", [0, 0, 4, 2, 1, 5, 3, 0]),
        # A quotation within a quotation, by the other sort and by the same.
        ('" She said “ no ” to it "', [2, 1, 1, 1, 1, 1, 1, 1, 3]),
        ("“ She said “ no ” to it ” then", [2, 1, 1, 1, 1, 1, 1, 1, 3, 0]),
        ('“ She said " no " to it ”', [2, 1, 1, 1, 1, 1, 1, 1, 3]),
        # Mixed up or missing partners.
        ('“ It is " he said', [2, 1, 1, 3, 0, 0]),
        ('" It is ” he said', [2, 1, 1, 3, 0, 0]),
        ("“ It is / he said", [2, 1, 1, 0, 0]),
        ("It is ” he said", [0, 0, 0, 0, 0]),
        ('It is so "', [0, 0, 0, 0]),
        ("“ It is . ”― Ida", [2, 1, 1, 1, 3, 0]),
    ],
)
def test_states(text: str, expected: list[int]) -> None:
    assert found(text) == expected


def test_inches_open_nothing() -> None:
    words = ["a", "12", '"', "pipe", "and", "rain"]
    spaces = [True, False, True, True, True, False]
    starts = [i == 0 for i in range(6)]
    assert states(words, quoted(words, spaces, starts), starts).tolist() == [0] * 6


@given(st.lists(st.sampled_from(["“", "”", '"', "'", "a", "/", "b"]), max_size=30))
def test_every_quotation_opens_once_and_ends_with_its_paragraph(words: list[str]) -> None:
    text = " ".join(words)
    for paragraph in text.split(" / "):
        if not paragraph.split():
            continue
        inside = False
        for state in found(paragraph):
            assert (state in (OUTSIDE, OPENED, SINGLE_OUTSIDE)) != inside
            if state == SINGLE_INSIDE:
                assert inside
            inside = (inside or state == OPENED) and state != CLOSED
