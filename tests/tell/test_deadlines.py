"""Open deadlines: what is due, and not yet past when the story was last told."""

from __future__ import annotations

import pytest

from tellings.model import Article, Cite, Event, EventTelling, Groups, Input, Record, Span, Time
from tellings.tell.deadlines import deadlines, is_due
from tellings.tell.desk import Desk
from tellings.tell.timeline import events

TEXT = "The ferry firm must answer by 9 June. The pier was sold by the end of May. It sails 9 June."


def desk(*placed: tuple[str, int, str | None]) -> Desk:
    times = []
    for words, skip, edtf in placed:
        start = -1
        for _ in range(skip + 1):
            start = TEXT.index(words, start + 1)
        span = Span(start, start + len(words))
        times.append(("a-1", Time(f"t-{start}", span, "DATE", "", edtf, "")))
    article = Article("a-1", Input("x", "0"), TEXT)
    return Desk(Record({"a-1": article}, {}, Groups(times=tuple(times))))


def test_only_days_with_a_word_of_due_before_them_count() -> None:
    known = desk(("9 June", 0, "2031-06-09"), ("9 June", 1, "2031-06-09"))
    (due,) = deadlines(known, ("a-1",), "2031-06-01")
    assert due.edtf == "2031-06-09"
    assert [p.cite.start for p in due.passages] == [TEXT.index("9 June")]


@pytest.mark.parametrize(
    ("last", "left"), [("2031-06-09", 1), ("2031-06-10", 0), ("2031-05", 1), (None, 0)]
)
def test_a_day_that_is_past_when_the_story_was_last_told_is_left_out(
    last: str | None, left: int
) -> None:
    assert len(deadlines(desk(("9 June", 0, "2031-06-09")), ("a-1",), last)) == left


def test_of_a_month_that_has_begun_it_is_not_known_whether_it_is_past() -> None:
    known = desk(("May", 0, "2031-05"))
    assert deadlines(known, ("a-1",), "2031-05-03") == ()
    assert len(deadlines(known, ("a-1",), "2031-04-30")) == 1
    assert deadlines(desk(("May", 0, None)), ("a-1",), "2031-04-30") == ()
    assert deadlines(known, ("a-2",), "2031-04-30") == ()


@pytest.mark.parametrize(
    ("before", "due"),
    [
        ("will answer by ", True),
        ("no later than ", True),
        ("they have\nuntil ", True),
        ("by the ", True),
        ("nearby ", False),
        ("lasts until ", False),
        ("by train on ", False),
        ("", False),
    ],
)
def test_words_right_before_the_day_make_it_a_last_day(before: str, due: bool) -> None:
    assert is_due(f"{before}9 June", len(before)) is due


def test_an_event_that_is_due_by_its_day_is_not_told_as_of_that_day() -> None:
    def cite(words: str) -> Cite:
        start = TEXT.index(words)
        return Cite("a-1", start, start + len(words), words)

    told = EventTelling(
        "m", cite("must answer by 9 June"), cite("answer"), None, None, cite("9 June"), None,
        "planned", None,
    )  # fmt: skip
    event = Event(
        "e", "s", "OTHER", "answer", None, (), None, None, (), (), "2031-06-09", None,
        "planned", (told,), 1, 1,
    )  # fmt: skip
    (view,) = events(desk(), [event])
    assert view.certainty == "planned, due by then"
