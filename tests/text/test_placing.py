"""Placing: what a meaning is worth with, without and with half a day of writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.model import Expression, Quote, Span, Time
from tellings.text import calendar as cal
from tellings.text.placing import place, place_all

MONDAY = "2017-08-07"


def told(
    meaning: str, tense: str | None = None, *, quoted: bool = False, at: int = 0
) -> Expression:
    kind = "TIME" if " t=" in meaning else "DATE"
    return Expression(f"t-{at}", Span(at, at + 5), kind, meaning, tense, quoted)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("meaning", "tense", "value", "edtf"),
    [
        ("on 2016", None, "2016", "2016"),
        ("on 199", None, "199", "199X"),
        ("on 18", None, "18", "18XX"),
        ("on XX98", None, "1998", "1998"),
        ("on XX9", None, "199", "199X"),
        ("on 2016-Q3", None, "2016-Q3", "2016-35"),
        ("on 2014-SU", None, "2014-SU", "2014-22"),
        ("on XXXX-09-01", "future", "2017-09-01", "2017-09-01"),
        ("on XXXX-09-01", "past", "2017-09-01", "2017-09-01"),  # a year back would be stale
        ("on XXXX-11", "past", "2016-11", "2016-11"),
        ("on XXXX-11", "future", "2017-11", "2017-11"),
        ("on XXXX-12-10 wd=4", None, "2015-12-10", "2015-12-10"),
        ("on XXXX-03-03 to=05", None, "2017-03-03", "2017-03-03/2017-03-05"),
        ("on XXXX-05 dir=next", None, "2018-05", "2018-05"),
        ("wd 1", "past", "2017-08-07", "2017-08-07"),
        ("wd 7", "past", "2017-08-06", "2017-08-06"),
        ("wd 7", "future", "2017-08-13", "2017-08-13"),
        ("wd 1 dir=last", "past", "2017-07-31", "2017-07-31"),
        ("wd 1 dir=next", None, "2017-08-14", "2017-08-14"),
        ("wd 7 t=TNI", "past", "2017-08-06TNI", "2017-08-06"),
        ("wd 2 t=T09:00 tz=-05:00", "future", "2017-08-08T09:00", "2017-08-08T09:00:00-05:00"),
        ("wd 2 t=T09:00 tz=Z", "future", "2017-08-08T09:00Z", "2017-08-08T09:00:00Z"),
        ("rel D-1", None, "2017-08-06", "2017-08-06"),
        ("rel W-1", None, "2017-W31", "2017-07-31/2017-08-06"),
        ("rel W-1 day=5", None, "2017-08-04", "2017-08-04"),
        ("rel WE+0 near=1", "past", "2017-W31-WE", "2017-08-05/2017-08-06"),
        ("rel M-1", None, "2017-07", "2017-07"),
        ("rel M+0 side=earlier", None, "2017-08", "2017-08-01/2017-08-07"),
        ("rel M+0 side=later", None, "2017-08", "2017-08-07/2017-08-31"),
        ("rel Y-3 ago=1", None, "2014", "2014~"),
        ("rel Y-1 month=12", None, "2016-12", "2016-12"),
        ("rel Y-1 quarter=4", None, "2016-Q4", "2016-36"),
        ("rel Q-1", None, "2017-Q2", "2017-34"),
        ("rel C+0", None, "20", "20XX"),
        ("feast 12-25", "past", "2016-12-25", "2016-12-25"),
        ("feast 11/4/4 year=2015", None, "2015-11-26", "2015-11-26"),
        ("len PXW event=before", "past", "PXW", None),
        ("set P1W", None, "P1W", None),
        ("ref PAST_REF", None, "PAST_REF", None),
    ],
)
def test_placed_from_a_monday(
    meaning: str, tense: str | None, value: str, edtf: str | None
) -> None:
    time = place(told(meaning, tense), MONDAY)
    assert (time.value, time.edtf) == (value, edtf)
    assert time.why


@pytest.mark.parametrize(
    ("meaning", "value"),
    [
        ("wd 1", "XXXX-WXX-1"),
        ("rel D-1", "XXXX-XX-XX"),
        ("rel W-1", "XXXX-WXX"),
        ("on XXXX-12-10", "XXXX-12-10"),
        ("feast 12-25", "XXXX-12-25"),
        ("clock T09:00", "XXXX-XX-XXT09:00"),
    ],
)
def test_without_a_day_of_writing_nothing_is_placed(meaning: str, value: str) -> None:
    time = place(told(meaning), None)
    assert (time.value, time.edtf) == (value, None)


def test_what_is_told_in_full_needs_no_day_of_writing() -> None:
    assert place(told("on 2017-08-06"), None).edtf == "2017-08-06"


def test_a_span_of_days_places_only_what_both_ends_agree_on() -> None:
    span = "2017-08-06/2017-08-08"
    assert place(told("rel Y-1"), span).edtf == "2016"
    assert place(told("wd 7", "past"), span).edtf == "2017-08-06"
    assert place(told("rel D-1"), span).edtf is None
    assert "2017-08-06/2017-08-08" in place(told("rel D-1"), span).why
    assert "publication within 2017-08-06/2017-08-08" in place(told("wd 7", "past"), span).why


def test_yesterday_in_a_quote_hangs_on_when_it_was_said() -> None:
    words = told("rel D-1", quoted=True)
    assert place(words, MONDAY).edtf is None
    assert place(words, MONDAY, said="2017-08-06").edtf == "2017-08-05"
    assert place(told("rel Y-1", quoted=True), MONDAY).edtf == "2016"


def test_a_quote_lends_its_day_to_what_stands_inside() -> None:
    inside, said = told("rel D-1", quoted=True, at=10), told("wd 7", "past", at=40)
    quote = Quote("q", Span(5, 30), (Span(5, 30),), "direct", said=said.span)
    times = place_all([inside, said], MONDAY, quotes=[quote])
    assert [time.edtf for time in times] == ["2017-08-05", "2017-08-06"]


def test_a_day_right_behind_the_cue_is_that_of_the_saying() -> None:
    inside, near = told("rel D-1", quoted=True, at=10), told("wd 7", "past", at=50)
    quote = Quote("q", Span(5, 30), (Span(5, 30),), "direct", cue=Span(32, 36))
    assert place_all([inside, near], MONDAY, quotes=[quote])[0].edtf == "2017-08-05"
    far = told("wd 7", "past", at=80)
    assert place_all([inside, far], MONDAY, quotes=[quote])[0].edtf is None


def test_a_tale_goes_on_from_the_time_before_it() -> None:
    tale = [told("on 2015-03-02", at=0), told("nar D+1", at=20), told("nar Y+0", at=40)]
    assert [t.edtf for t in place_all(tale, MONDAY)] == ["2015-03-02", "2015-03-03", "2015"]


def test_a_tale_without_a_beginning_or_from_far_off_stays_open() -> None:
    assert place(told("nar D+1"), MONDAY).edtf is None
    far = [told("on 2015-03-02", at=0), told("nar D+1", at=5000)]
    assert place_all(far, MONDAY)[1].edtf is None
    coarse = Time("t", Span(0, 4), "DATE", "2015", "2015", "")
    assert place(told("nar D+1", at=10), MONDAY, previous=coarse).edtf is None


@given(
    st.sampled_from(["wd 3", "rel W-1", "rel M+1", "on XXXX-02-29", "rel Y-1", "feast easter"]),
    st.sampled_from(["past", "future", None]),
    st.dates(min_value=__import__("datetime").date(1900, 1, 1)),
)
def test_whatever_is_placed_has_bounds_and_a_reason(meaning: str, tense: str, day: object) -> None:
    time = place(told(meaning, tense), str(day))
    assert time.why
    assert time.edtf is None or cal.bounds(time.edtf) is not None


def test_no_hour_counts_from_a_day_before_one_that_has_no_place() -> None:
    day, weekday, hour = told("on 2017-08-04"), told("wd 6", at=20), told("clock T13:35", at=40)
    found = place_all([day, weekday, hour], None)
    assert [one.edtf for one in found] == ["2017-08-04", None, None]
