"""A day as written, with the precision that it has."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.read import dates


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2021-03-09", "2021-03-09"),
        ("2021-03-09T23:15:00-05:00", "2021-03-09"),
        ("2021-03-09 17:52", "2021-03-09"),
        ("2021-03-09T08:00:00.000Z", "2021-03-09"),
        ("2021/3/9", "2021-03-09"),
        ("9 March 2021", "2021-03-09"),
        ("9th of March 2021", "2021-03-09"),
        ("March 9, 2021", "2021-03-09"),
        ("Mar. 9, 2021 4:05 p.m. ET", "2021-03-09"),
        ("Tue, 09 Mar 2021 08:00:00 GMT", "2021-03-09"),
        ("Tuesday, March 9, 2021", "2021-03-09"),
        ("09-Mar-2021", "2021-03-09"),
        ("20210309", "2021-03-09"),
        ("20210309T080000Z", "2021-03-09"),
        ("1615276800", "2021-03-09"),
        ("1615276800000", "2021-03-09"),
        ("25/12/2021", "2021-12-25"),
        ("12/25/2021", "2021-12-25"),
        ("05.05.2021", "2021-05-05"),
        ("March 2021", "2021-03"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
    ],
)
def test_formats(written: str, value: str) -> None:
    day = dates.whole(written)
    assert day is not None
    assert day.value == value


def test_a_day_and_month_that_cannot_be_told_apart_leave_the_year() -> None:
    day = dates.whole("03/04/2021")
    assert day is not None
    assert day.value == "2021"
    assert "cannot be told apart" in day.why


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Tuesday",
        "March 9",
        "yesterday",
        "2021-13-40",
        "31 February 2021",
        "soon",
        "1/2",
        "12345",
    ],
)
def test_what_is_no_day(written: str) -> None:
    assert dates.whole(written) is None


def test_a_date_inside_words_is_found_where_it_stands() -> None:
    line = "The ferry sank on 4 May 2019 off the coast."
    day = dates.find(line)
    assert day is not None
    assert line[day.start : day.end] == "4 May 2019"
    assert day.value == "2019-05-04"


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_survives_its_ways_of_writing(day: datetime.date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 10:00:00 +0000", "%Y%m%d"):
        found = dates.whole(day.strftime(form))
        assert found is not None
        assert found.value == day.isoformat()


@given(st.text(max_size=60))
def test_no_text_breaks_it(written: str) -> None:
    for found in (dates.whole(written), dates.find(written)):
        assert found is None or 0 <= found.start < found.end
