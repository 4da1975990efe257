"""Calendar arithmetic, and the days that an EDTF value allows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.text import calendar as cal

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@given(DAYS, st.integers(1, 7))
def test_a_weekday_is_found_within_a_week_on_either_side(day: date, weekday: int) -> None:
    before, after = cal.on_or_before(day, weekday), cal.on_or_after(day, weekday)
    assert before.isoweekday() == after.isoweekday() == weekday
    assert day - timedelta(days=6) <= before <= day <= after <= day + timedelta(days=6)


@given(DAYS)
def test_a_week_runs_from_monday_to_sunday_and_holds_its_day(day: date) -> None:
    monday, sunday = cal.week_of(day)
    assert (monday.isoweekday(), sunday.isoweekday()) == (1, 7)
    assert monday <= day <= sunday


@given(DAYS, st.integers(-600, 600))
def test_months_there_and_back_keep_the_month(day: date, count: int) -> None:
    there = cal.add_months(day, count)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == count
    assert there.day <= day.day


def test_the_last_of_january_and_a_month_is_the_last_of_february() -> None:
    assert cal.add_months(date(2020, 1, 31), 1) == date(2020, 2, 29)
    with pytest.raises(ValueError, match="outside the calendar"):
        cal.add_months(date(1, 1, 1), -1)


@given(DAYS, st.integers(0, 2000))
def test_edtf_of_a_span_gives_the_span_back(first: date, size: int) -> None:
    last = first + timedelta(days=size)
    assert cal.bounds(cal.as_edtf(first, last)) == (first, last)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-08-06", "2017-08-06", "2017-08-06"),
        ("2017-08-06~", "2017-08-06", "2017-08-06"),
        ("2017-08-06T09:00:00-05:00", "2017-08-06", "2017-08-06"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2017-33", "2017-01-01", "2017-03-31"),
        ("2017-22", "2017-06-01", "2017-09-23"),
        ("2017-24", "2017-12-01", "2018-03-21"),
        ("2017-07-31/2017-08-06", "2017-07-31", "2017-08-06"),
    ],
)
def test_bounds_of_edtf(edtf: str, first: str, last: str) -> None:
    assert cal.bounds(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "edtf", [None, "", "2017-13", "2017-02-30", "../2017", "soon", "2018/2017"]
)
def test_what_is_open_or_malformed_has_no_bounds(edtf: str | None) -> None:
    assert cal.bounds(edtf) is None


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2017, "2017-12-25"),
        ("11/4/4", 2017, "2017-11-23"),
        ("11/4/4+1", 2017, "2017-11-24"),
        ("05/1/-1", 2017, "2017-05-29"),
        ("11/1/1+1", 2016, "2016-11-08"),
        ("easter", 2017, "2017-04-16"),
        ("easter-2", 2024, "2024-03-29"),
        ("easter+49", 2008, "2008-05-11"),
    ],
)
def test_feasts(rule: str, year: int, day: str) -> None:
    assert cal.feast(rule, year) == date.fromisoformat(day)


@pytest.mark.parametrize("written", [None, "2017", "2017-08", "2017-08-06/2017-08-07", "6 August"])
def test_only_a_full_day_is_a_day(written: str | None) -> None:
    assert cal.parse_day(written) is None
