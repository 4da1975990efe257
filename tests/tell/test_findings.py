"""Findings in words."""

from __future__ import annotations

from tellings.model import About, Article, Cite, Finding, Input, Record, Side
from tellings.tell.desk import Desk
from tellings.tell.findings import findings
from tellings.tell.view import FindingView

TEXTS = {"a-1": "He said: “We have not decided.”", "a-2": "“We had not decided,” he said."}


def side(article: str, words: str, value: str | None = None) -> Side:
    start = TEXTS[article].index(words)
    return Side(value or words, (Cite(article, start, start + len(words), words),), 1, 1)


def told(kind: str, slot: str | None, type_: str | None, *sides: Side) -> FindingView | None:
    record = Record({id: Article(id, Input(id, "0"), text) for id, text in TEXTS.items()})
    finding = Finding(
        "f-1", "s-1", kind, slot, type_, About("statement", "st-1"), sides, "why", 0.8  # type: ignore[arg-type]
    )  # fmt: skip
    views = findings(Desk(record), [finding], lambda kind, id: (f"the {kind}", id))
    return views[0] if views else None


def test_of_two_wordings_only_the_words_that_differ_are_marked() -> None:
    view = told(
        "difference",
        "wording",
        "wording",
        side("a-1", "We have not decided."),
        side("a-2", "We had not decided,"),
    )
    assert view is not None
    marked = [
        [piece.text for piece, mark in passage.pieces if mark]
        for each in view.sides
        for passage in each.passages
    ]
    assert marked == [["have"], ["had"]]
    for each in view.sides:
        for passage in each.passages:
            assert "".join(piece.text for piece, _ in passage.pieces) == passage.context.text


def test_a_date_is_told_in_words_and_beside_what_the_article_says() -> None:
    view = told(
        "difference",
        "date",
        "contradiction",
        side("a-1", "He said", "2031-05-04"),
        side("a-2", "he said", "2031-05-05"),
    )
    assert view is not None
    assert view.heading == "When: cannot both be right"
    assert [each.value for each in view.sides] == ["4 May 2031", "5 May 2031"]


def test_where_no_value_is_compared_the_heading_says_what_is_told() -> None:
    agreed = told("agreement", None, None, side("a-1", "We have not decided."))
    left_out = told("omission", None, None, side("a-1", "We have not decided."))
    assert agreed is not None
    assert left_out is not None
    assert agreed.heading == "The statement"
    assert left_out.heading == "Not told by all: the statement"
    assert agreed.sides[0].value is None


def test_a_finding_with_a_side_that_does_not_hold_is_not_told() -> None:
    wrong = Side("x", (Cite("a-2", 0, 3, "xyz"),), 1, 1)
    assert told("difference", "number", "rounding", side("a-1", "We"), wrong) is None
