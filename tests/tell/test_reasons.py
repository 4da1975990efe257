"""Reasons and figures as a reader gets them."""

from __future__ import annotations

import pytest

from tellings.model import Article, Input, Outlet, Record
from tellings.tell.desk import Desk
from tellings.tell.figures import figure
from tellings.tell.reasons import plain

ID = "a-0123456789abcdef"
DESK = Desk(Record({ID: Article(ID, Input("x", "0"), "", Outlet("The Quay", None))}))


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (f"{ID} credits an agency", "The Quay credits an agency"),
        ("2031-05-04, 2031-05-05 cannot be one", "4 May 2031, 5 May 2031 cannot be one"),
        ("told as 2031-04-28/2031-05-04", "told as 28 April 2031 to 4 May 2031"),
        ("its latest day is Sunday 2031-05-04, when", "its latest day is Sunday 4 May 2031, when"),
        ("told as 2031-05~ or 2031", "told as about May 2031 or 2031"),
        ("“2010-12” against “2011-12”", "“2010-12” against “2011-12”"),
        ("a score of 2012-13", "a score of 2012-13"),
        (f"x{ID} and {ID}0", f"x{ID} and {ID}0"),
    ],
)
def test_ids_and_dates_are_told_in_words_and_quoted_words_left(why: str, told: str) -> None:
    assert plain(DESK, why) == told


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("more-than 1680 USD", "more than 1680 USD"),
        ("at-least 12500 barges", "at least 12,500 barges"),
        ("about 1000000–2000000", "about 1,000,000–2,000,000"),
        ("hundreds", "hundreds"),
        ("143.52345 million", "143.52345 million"),
        ("1999", "1999"),
    ],
)
def test_figures_are_written_as_a_reader_would(value: str, words: str) -> None:
    assert figure(value) == words
