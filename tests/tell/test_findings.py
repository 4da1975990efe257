"""Findings in words."""

from __future__ import annotations

import re

import pytest

from tellings.model import (
    About,
    Article,
    Cite,
    Finding,
    Input,
    Marks,
    Record,
    Sentence,
    Side,
    Span,
)
from tellings.model.findings import Shade
from tellings.tell.desk import Desk
from tellings.tell.findings import findings
from tellings.tell.view import FindingView

TEXTS = {"a-1": "He said: “We have not decided.”", "a-2": "“We had not decided,” he said."}


def side(article: str, words: str, value: str | None = None) -> Side:
    start = TEXTS[article].index(words)
    return Side(value or words, (Cite(article, start, start + len(words), words),), 1, 1)


def told(
    kind: str, slot: str | None, type_: str | None, *sides: Side, shade: Shade | None = None
) -> FindingView | None:
    record = Record({id: Article(id, Input(id, "0"), text) for id, text in TEXTS.items()})
    finding = Finding(
        "f-1", "s-1", kind, slot, type_, About("statement", "st-1"), sides, "why", 0.8,  # type: ignore[arg-type]
        shade=shade,
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


# Every slot with every type that weighing gives it, and what a reader is told of it.
HEADINGS = {
    ("date", "contradiction"): "When: cannot both be right",
    ("date", "precision"): "When: the same, told more or less exactly",
    ("date", "scope"): "When: not of the same extent",
    ("number", "contradiction"): "How many: cannot both be right",
    ("number", "update"): "How many: a later telling brings it up to date",
    ("number", "rounding"): "How many: the same number, rounded",
    ("number", "scope"): "How many: not the same thing counted",
    ("place", "contradiction"): "Where: cannot both be right",
    ("actor", "contradiction"): "Who: cannot both be right",
    ("actor", "precision"): "Who: the same, told more or less exactly",
    ("name", "wording"): "How a name is written: in two ways",
    ("name", "contradiction"): "How a name is written: cannot both be right",
    ("wording", "wording"): "The words: not the same",
    ("certainty", "certainty"): "How sure it is told",
    ("framing", "framing"): "How it is put",
}


@pytest.mark.parametrize(("slot", "type_"), HEADINGS)
def test_each_kind_of_difference_reads_as_a_sentence_that_says_nothing_twice(
    slot: str, type_: str
) -> None:
    view = told("difference", slot, type_, side("a-1", "He said"), side("a-2", "he said"))
    assert view is not None
    assert view.heading == HEADINGS[slot, type_]
    words = [word for word in view.heading.lower().replace(":", "").split() if len(word) > 4]
    assert len(words) == len(set(words))


def test_a_difference_inside_one_article_says_so() -> None:
    one, other = side("a-1", "He said", "2031-05-04"), side("a-1", "We have", "2031-05-05")
    view = told("difference", "date", "contradiction", one, other)
    assert view is not None
    assert view.heading.endswith("cannot both be right, inside one article")
    assert "inside" not in told_heading(one, side("a-2", "he said", "2031-05-05"))


def told_heading(*sides: Side) -> str:
    view = told("difference", "date", "contradiction", *sides)
    assert view is not None
    return view.heading


def test_values_stand_beside_what_they_are_compared_by_but_no_sentence_twice() -> None:
    named = told("difference", "name", "wording", side("a-1", "He"), side("a-2", "he"))
    worded = told("difference", "wording", "wording", side("a-1", "He"), side("a-2", "he"))
    counted = told(
        "difference", "number", "rounding", side("a-1", "He", "more-than 12000"), side("a-2", "he")
    )
    assert named is not None
    assert worded is not None
    assert counted is not None
    assert [each.value for each in named.sides] == ["He", "he"]
    assert [each.value for each in worded.sides] == [None, None]
    assert counted.sides[0].value == "more than 12,000"


@pytest.mark.parametrize(
    ("shade", "words"),
    [
        ("word", "one word for another"),
        ("subject", "another subject"),
        ("rewording", "put in other words"),
        ("translation", "another translation"),
    ],
)
def test_the_shade_of_a_wording_is_told(shade: Shade, words: str) -> None:
    view = told(
        "difference", "wording", "wording", side("a-1", "He"), side("a-2", "he"), shade=shade
    )
    assert view is not None
    assert view.heading == f"The words: {words}"


def test_of_many_tellings_each_article_s_first_is_read_first() -> None:
    text = {"a-1": "One here. Two here. Three here.", "a-2": "Four here."}
    cites = tuple(
        Cite(id, each.start(), each.end(), each.group())
        for id, words in text.items()
        for each in re.finditer(r"\w+ here", words)
    )
    marks = {
        id: Marks(id, tuple(Sentence(Span(*m.span()), 0) for m in re.finditer(r"\w+ here.", words)))
        for id, words in text.items()
    }
    desk = Desk(Record({id: Article(id, Input(id, "0"), t) for id, t in text.items()}, marks))
    told = [each.cite.text.split()[0] for each in desk.spread(cites)]
    assert told == ["One", "Four", "Two", "Three"]
    assert [p.cite.text for p in desk.passages(cites)][:3] == ["One here", "Two here", "Three here"]
