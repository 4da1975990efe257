"""EDTF in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.tell.dates import midpoint, spoken


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-04", "4 May 2031"),
        ("2031-05-04~", "about 4 May 2031"),
        ("2031-05?", "May 2031 (uncertain)"),
        ("2031%", "about 2031 (uncertain)"),
        ("2031-22", "summer 2031"),
        ("203X", "the 2030s"),
        ("2031-05-04T14:30", "4 May 2031, 14:30"),
        ("2031-05-04T14:30:00Z", "4 May 2031, 14:30Z"),
        ("2031-05-04/2031-05-10", "4 May 2031 to 10 May 2031"),
        ("2031-05-04/..", "from 4 May 2031"),
        ("/2031", "until 2031"),
        ("../..", "unknown"),
        ("2031-02-30", "2031-02-30"),
        ("2031-13", "2031-13"),
        ("something else", "something else"),
        ("2017-08-06 morning", "morning of 6 August 2017"),
    ],
)
def test_words(edtf: str, words: str) -> None:
    assert spoken(edtf) == words


def test_weekday() -> None:
    assert spoken("2031-05-04", weekday=True) == "Sunday 4 May 2031"


@given(st.text(max_size=30))
def test_no_text_is_too_odd(text: str) -> None:
    spoken(text, weekday=True)
    midpoint(text)


def test_a_chart_gets_a_day_only_where_one_is_known() -> None:
    assert midpoint("2031-05-04~") == date(2031, 5, 4)
    assert midpoint("2031-05-04/2031-05-06") == date(2031, 5, 5)
    assert midpoint("2031-05") is None
    assert midpoint("2031-05-04/..") is None
    assert midpoint("2031-02-30") is None
    assert midpoint(None) is None
