"""The day of publication by the story. All articles are invented."""

import random

from tellings.annotate.times import find
from tellings.link.dates import Undated, infer

CAPTION = (
    "The envoys of Sarrow and Teln meet at the harbour palace of Ostby on May 14, 2023.\n"
    "The envoys of Sarrow and Teln met in the harbour palace of Ostby on Sunday for an hour."
)
BAKER = (
    "The envoy of Sarrow said Monday that his talks with Teln had been hard. The envoys met on "
    "Sunday at the harbour palace of Ostby."
)
MILLER = (
    "Fishing rights remain unsolved, the envoy of Sarrow told reporters on Monday after his "
    "meeting in the harbour palace of Ostby with the envoy from Teln, held on Sunday."
)


def article(name: str, text: str, published: str | None = None) -> Undated:
    return Undated(name, text, find(text), (), published)


def test_three_articles_without_a_day_are_dated_by_one_caption() -> None:
    told = infer([article("a", CAPTION), article("b", BAKER), article("c", MILLER)])
    assert told["b"][0] == told["c"][0] == "2023-05-15"
    assert told["a"][0] == "2023-05-14/2023-05-20"
    assert "2 different tellings" in told["b"][1]


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [article("a", CAPTION), article("b", BAKER), article("c", MILLER)]
    told = infer(articles)
    for seed in range(4):
        random.Random(seed).shuffle(articles)
        assert infer(articles) == told


def test_one_telling_alone_leaves_the_days_of_a_week() -> None:
    told = infer([article("a", CAPTION), article("b", BAKER)])
    assert told["b"][0] == "2023-05-15/2023-05-20"  # Sunday was told, so it is not yet Sunday again


def test_a_copy_is_no_second_telling() -> None:
    told = infer([article("a", CAPTION), article("b", BAKER), article("c", BAKER)])
    assert told["b"][0] == told["c"][0] == "2023-05-15/2023-05-20"


def test_weekdays_are_placed_from_an_article_of_known_day() -> None:
    told = infer([article("a", MILLER, "2023-05-15"), article("b", BAKER)])
    assert "a" not in told
    assert told["b"][0] == "2023-05-15"


def test_without_any_absolute_day_there_is_no_answer() -> None:
    told = infer([article("b", BAKER), article("c", MILLER)])
    assert [value for value, _ in told.values()] == [None, None]
    assert all(why for _, why in told.values())


def test_a_date_in_full_that_is_background_dates_nothing() -> None:
    text = "The mill burned down on March 2, 2004. A new one is planned."
    assert infer([article("a", text)])["a"][0] is None


def test_the_year_by_what_comes_round_and_by_what_lies_ahead() -> None:
    text = (
        "The football keeper said on June 3 that his knee will be well by next year's World Cup, "
        "FIFA's biggest. He left Ostby in May 2016. His new stadium is to open in 2018."
    )
    value, why = infer([article("a", text)])["a"]
    assert value == "2017-06-03~"
    assert "world cup" in why


def test_last_years_vote_and_the_vote_of_a_year_are_one() -> None:
    text = (
        "A court threw out a complaint over last year's mayoral vote in Ostby. The 2021 "
        "mayoral vote had been close."
    )
    assert infer([article("a", text)])["a"][0] == "2022"
