"""Days by shared quotes; all words are invented."""

from datetime import date

from tellings.annotate.times import find
from tellings.link.dates import Undated, infer
from tellings.link.days import told
from tellings.link.sayings import latest_said, said_runs
from tellings.link.solving import solve

WORDS = "the nets will stay on the quay until somebody tells us what the price of herring is"
DATED = f"“Mark me, {WORDS},” the harbour master told reporters on Tuesday."


def article(name: str, text: str, published: str | None = None) -> Undated:
    return Undated(name, text, find(text), (), published)


def test_a_quote_is_of_the_day_of_the_saying_in_its_paragraph() -> None:
    one = solve([told(article("a", DATED, "2021-06-15"))])[0]
    assert set(said_runs(DATED, one.days).values()) == {date(2021, 6, 15)}


def test_two_days_in_one_paragraph_leave_the_quote_undated() -> None:
    text = f"He said Monday that he was ill. {DATED}"
    one = solve([told(article("a", text, "2021-06-15"))])[0]
    assert said_runs(text, one.days) == {}


def test_tellings_that_disagree_leave_the_quote_undated() -> None:
    runs = {run: {day, date(2021, 6, 14)} for run, day in _known().items()}
    assert latest_said(f"“{WORDS}.”", runs) is None
    assert latest_said(f"“{WORDS}.”", {run: {day} for run, day in _known().items()}) is not None


def _known() -> dict[tuple[str, ...], date]:
    one = solve([told(article("a", DATED, "2021-06-15"))])[0]
    return said_runs(DATED, one.days)


def test_an_article_is_not_older_than_what_it_quotes() -> None:
    bare = f"Trouble in the port. “We know it, and {WORDS},” says the harbour master."
    value, why = infer([article("a", DATED, "2021-06-15"), article("b", bare)])["b"]
    assert value is not None
    assert value.startswith("2021-06-15")
    assert "quotes words" in why


def test_a_few_words_in_common_are_no_shared_quote() -> None:
    bare = "“The nets will stay on the quay,” says the harbour master of another port altogether."
    assert infer([article("a", DATED, "2021-06-15"), article("b", bare)])["b"][0] is None
