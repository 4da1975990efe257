"""How two times stand to each other, placed or not. All invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.model import Span
from tellings.model.marks import Time, TimeType
from tellings.weigh.moments import Moment, moment, standing


def time(value: str, edtf: str | None = None, kind: TimeType = "DATE", why: str = "") -> Time:
    return Time("t", Span(0, 1), kind, value, edtf, why)


def told(value: str, edtf: str | None = None, kind: TimeType = "DATE", why: str = "") -> Moment:
    found = moment(time(value, edtf, kind, why))
    assert found is not None
    return found


DAY = told("2024-03-04", "2024-03-04")  # a Monday
MONDAY = told("XXXX-WXX-1")
SIX = told("2024-03-04T06:00", "2024-03-04T06:00:00", "TIME")


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        (DAY, told("2024-03", "2024-03"), ("inside", 0)),
        (DAY, told("2024-04", "2024-04"), ("apart", 28)),
        (DAY, MONDAY, ("equal", 0)),
        (DAY, told("XXXX-WXX-7"), ("apart", 1)),
        (MONDAY, told("XXXX-WXX-6"), ("apart", 2)),  # the way round the week that is shorter
        (MONDAY, told("XXXX-12-06"), None),
        (told("XXXX-12-06"), told("XXXX-12-09"), ("apart", 3)),
        (told("XXXX-12-06"), told("XXXX-12"), ("inside", 0)),
        (SIX, DAY, ("inside", 0)),
        (SIX, told("2024-03-04TMO", "2024-03-04", "TIME"), ("inside", 0)),
        (SIX, told("2024-03-04TEV", "2024-03-04", "TIME"), None),
        (SIX, told("XXXX-XX-XXT06:10", None, "TIME"), ("hours", 10)),
        (SIX, told("2024-03-05T06:10", "2024-03-05T06:10:00", "TIME"), ("apart", 1)),
        (told("XXXX-WXX-1TMO", None, "TIME"), MONDAY, ("inside", 0)),
    ],
)
def test_how_two_stand(a: Moment, b: Moment, how: tuple[str, int] | None) -> None:
    assert standing(a, b) == how


def test_a_guessed_day_clashes_with_none() -> None:
    why = "a time of day, taken to be of the day of publication"
    guessed = told("2024-03-09T06:10", None, "TIME", why)
    assert standing(SIX, guessed) is None
    assert standing(told("2024-03-08T06:10", "2024-03-08T06:10:00", "TIME"), guessed) is not None


def test_a_length_is_no_time() -> None:
    assert moment(time("P2D", None, "DURATION")) is None


_days = st.dates(date(2020, 1, 1), date(2021, 12, 31))
_moments = st.one_of(
    st.builds(lambda a, b: Moment((min(a, b), max(a, b))), _days, _days),
    st.builds(Moment, weekday=st.integers(0, 6), part=st.sampled_from([None, "MO", "NI"])),
    st.builds(Moment, month=st.integers(1, 12), day=st.integers(1, 28) | st.none()),
    st.builds(Moment, minute=st.integers(0, 1439)),
)


@given(_moments, _moments)
def test_the_order_says_nothing(a: Moment, b: Moment) -> None:
    assert standing(a, b) == standing(b, a)


@given(_moments)
def test_one_moment_differs_from_itself_in_nothing(one: Moment) -> None:
    how = standing(one, one)
    assert how is None or how == ("equal", 0)


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        (DAY, "2024-03-04"),
        (told("2024-SU", "2024-22"), "2024-22"),
        (told("2024-03-04TMO", "2024-03-04", "TIME"), "2024-03-04 morning"),
        (told("XXXX-WXX-5TNI", None, "TIME"), "Friday night"),
        (told("XXXX-12-06"), "December 6"),
        (SIX, "06:00"),
    ],
)
def test_what_a_side_shows(one: Moment, shown: str) -> None:
    assert str(one) == shown
