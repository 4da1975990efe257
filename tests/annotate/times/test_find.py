"""Finding: what is a time, what is none, and what it means. All sentences are invented."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.annotate.times import find
from tellings.text.placing import place_all


def found(text: str) -> list[tuple[str, str]]:
    return [(one.span.of(text), one.meaning) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("It closed on Monday, Aug. 7, 2017.", "Monday, Aug. 7, 2017", "on 2017-08-07"),
        ("It closed on 7 August 2017.", "7 August 2017", "on 2017-08-07"),
        ("It closed on the 7th of August.", "7th of August", "on XXXX-08-07"),
        ("It closed Sunday, August 6.", "Sunday, August 6", "on XXXX-08-06 wd=7"),
        ("The fair is on March 3-5.", "March 3-5", "on XXXX-03-03 to=05"),
        ("Updated 2017-09-15 17:52.", "2017-09-15 17:52", "on 2017-09-15 t=T17:52"),
        ("Dated 8/27/2017 in ink.", "8/27/2017", "on 2017-08-27"),
        ("Dated 9/10/2017 in ink.", "9/10/2017", "on 2017"),
        ("He left in late November 2016.", "late November 2016", "on 2016-11 mod=END"),
        ("Held since December of last year.", "December of last year", "rel Y-1 month=12"),
        ("It fell in May.", "May", "on XXXX-05"),
        ("It fell last November.", "last November", "on XXXX-11 dir=last"),
        ("They met last Friday.", "last Friday", "wd 5 dir=last"),
        ("They met Friday of last week.", "Friday of last week", "rel W-1 day=5"),
        ("They met Sunday night.", "Sunday night", "wd 7 t=TNI"),
        ("It opens at 9 a.m. EST Tuesday.", "9 a.m. EST Tuesday", "wd 2 t=T09:00 tz=-05:00"),
        ("It ends at noon on Friday.", "noon on Friday", "wd 5 t=T12:00"),
        ("It began at 0900 GMT.", "0900 GMT", "clock T09:00 tz=Z"),
        ("They left tomorrow morning.", "tomorrow morning", "rel D+1 t=TMO"),
        ("They left last night.", "last night", "rel D-1 t=TNI"),
        ("They left earlier this month.", "earlier this month", "rel M+0 side=earlier"),
        ("They left early next week.", "early next week", "rel W+1 mod=START"),
        ("By the end of the year it is done.", "the year", "rel Y+0 mod=END"),
        ("Two weeks ago it snowed.", "Two weeks ago", "rel W-2 ago=1"),
        ("Three and a half years ago it snowed.", "Three and a half years ago", "rel M-42 ago=1"),
        ("Several years ago it snowed.", "Several years ago", "ref PAST_REF"),
        ("Two days later it snowed.", "Two days later", "nar D+2"),
        ("The following day it snowed.", "The following day", "nar D+1"),
        ("That year it snowed.", "That year", "nar Y+0"),
        ("Weeks before she left office it snowed.", "Weeks", "len PXW event=before"),
        ("It took nearly five months.", "five months", "len P5M mod=EQUAL_OR_LESS"),
        ("It took two and a half years.", "two and a half years", "len P30M"),
        ("A five-hour visit ended.", "five-hour", "len PT5H"),
        ("Over the last five years it grew.", "the last five years", "len P5Y span=last"),
        ("In the coming weeks it grows.", "the coming weeks", "len PXW span=next"),
        ("He runs every Monday.", "every Monday", "set XXXX-WXX-1"),
        ("He runs on Friday nights.", "Friday nights", "set XXXX-WXX-5TNI"),
        ("He left two or three months ago.", "two or three months ago", "rel M-2 ago=1 mod=APPROX"),
        ("It took 2 1/2 hours.", "2 1/2 hours", "len PT150M"),
        ("He left half a century ago.", "half a century ago", "rel Y-50 ago=1"),
        ("He runs twice a week.", "a week", "set P1W"),
        ("In the late 1970s it was new.", "late 1970s", "on 197 mod=END"),
        ("In the '90s it was new.", "'90s", "on XX9"),
        ("In the 19th century it was new.", "the 19th century", "on 18"),
        ("Profit rose in the third quarter.", "the third quarter", "on XXXX-Q3"),
        ("It was dry in summer 2014.", "summer 2014", "on 2014-SU"),
        ("It was dry last summer.", "last summer", "on XXXX-SU dir=last"),
        ("They met on Thanksgiving Day.", "Thanksgiving Day", "feast 11/4/4"),
        ("They met on New Year’s Eve.", "New Year’s Eve", "feast 12-31"),
        ("He left office in 1812.", "1812", "on 1812"),
        ("The 2012-13 season ended.", "2012-13", "on 2012 to=2013"),
        ("It was dry in the 1930's.", "1930's", "on 193"),
        ("It was 1930's best barley.", "1930", "on 1930"),
        # As some tools that cut texts into words leave it.
        ("Crews came at 8: 39am.", "8: 39am", "clock T08:39"),
        ("Crews came at 2. 18 p. m. by boat.", "2. 18 p. m.", "clock T14:18"),
    ],
)
def test_what_it_means(text: str, words: str, meaning: str) -> None:
    assert (words, meaning) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the palace.",
        "Theresa May said no.",
        "She is a 44-year-old baker.",
        "He is 44 years old.",
        "She came second, a second behind him.",
        "The side won 3-2, or 10:2 on points.",
        "Flight 2017 was late.",
        "He counted to 8. 39 boats had come.",
        "Some 2000 people fled.",
        "He paid $1999 for it.",
        "Prices rise and fall, and hopes spring up.",
        "In the fourth quarter the hosts led by six points.",
        "He read the Daily Lamp.",
        "A man in his 40s fell.",
        "A months-long trial ended.",
        "They voted on Super Tuesday.",
        "There was distrust in some quarters.",
        "They will meet a week from Monday.",
        "April Stone and August Winter sang.",
        "Call 555 0100 or write to 12 Mill Lane.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The board will meet Friday.", "future"),
        ("The board said Friday it would meet.", "past"),
        ("The board plans to meet on Friday.", "future"),
        ("The board failed to meet on Friday.", "past"),
        ("The ships must be returned by Friday.", "future"),
        ("The talks have been postponed until Friday.", "future"),
        ("On Friday, the board ruled against him.", "past"),
        ("Votes will be cast on Friday.", "future"),
    ],
)
def test_tense_by_words(text: str, tense: str) -> None:
    assert find(text)[0].tense == tense


def test_quoted_and_deadline() -> None:
    text = "“We met yesterday,” she said. It is due by Sept. 1. “We won."
    yesterday, september = find(text)
    assert yesterday.quoted
    assert not september.quoted
    assert september.meaning == "on XXXX-09-01 by=1"


def test_ids_are_of_the_text_and_the_article() -> None:
    text = "They met on Friday."
    assert find(text) == find(text)
    assert find(text, article="a-1")[0].id != find(text, article="a-2")[0].id


def test_a_line_break_ends_a_time_and_a_wrapped_line_does_not() -> None:
    assert [words for words, _ in found("It closed last\nweek.")] == ["last\nweek"]
    assert [words for words, _ in found("Mayor to go on May\n\n7 people hurt")] == []


def test_times_do_not_overlap_and_stand_in_order() -> None:
    text = (
        "On Friday, Aug. 4, 2017, at 9 a.m., two weeks before the last week of the year 2017, " * 5
    )
    spans = [one.span for one in find(text)]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))


WORDS = (
    "a an the last next this two 24 2017 ’98 1990s 9:30 a.m. EST of May Aug. 7 Monday fall "
    "second weeks year ago later before every Easter 3-5 2017-08-06 8/27/17 '' \" “ ” \n\n - , . "
    "to and half 1/2 or"
)
DAYS = st.sampled_from([None, "2017-08-07", "2017-08", "0001-01-01"])


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=30), DAYS)
def test_whatever_the_words_spans_hold_and_placing_answers(pieces: list[str], day: str) -> None:
    text = " ".join(pieces)
    found = find(text)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert [time.span for time in place_all(found, day)] == [one.span for one in found]
