"""Where a copy's words come from."""

from __future__ import annotations

import pytest

from tellings.link.origins import Printed, origin


def printed(name: str, day: str | None = None, *credits: str, outlet: str | None = None) -> Printed:
    return Printed(name, outlet, day, credits)


def test_a_credited_agency_is_the_origin_whoever_was_first() -> None:
    told = origin([printed("a", "2019-05-02"), printed("b", "2019-05-03", "Norvik Wire")])
    assert (told.agency, told.article) == ("Norvik Wire", None)
    assert "credited by b" in told.why


def test_the_strictly_first_article_is_the_origin_where_nobody_is_credited() -> None:
    told = origin([printed("a", "2019-05-03"), printed("b", "2019-05-02")])
    assert (told.agency, told.article) == (None, "b")


@pytest.mark.parametrize(
    ("articles", "reason"),
    [
        ([printed("a", "2019-05-02"), printed("b", "2019-05-02")], "first two came out"),
        ([printed("a", "2019-05-02"), printed("b")], "not every article's day"),
        ([printed("a", "2019-05-02"), printed("b", "2019-06")], "known exactly"),
        ([printed("a", None, "One Wire"), printed("b", None, "Two Wire")], "credit several"),
        ([printed("a", None, "news agencies"), printed("b")], "without naming one"),
    ],
)
def test_an_origin_that_is_not_known_says_why(articles: list[Printed], reason: str) -> None:
    told = origin(articles)
    assert told.agency is None
    assert told.article is None
    assert reason in told.why
    assert origin(articles[::-1]) == told


def test_what_an_article_credits_to_its_own_outlet_says_nothing() -> None:
    own = printed("a", "2019-05-03", "Norvik Post", outlet="norvik post")
    told = origin([own, printed("b", "2019-05-02")])
    assert told.article == "b"
