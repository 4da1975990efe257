"""Two figures side by side: the same, rounded, raised, or unable both to hold."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.model import Quantity, Span
from tellings.model.marks import Modifier
from tellings.weigh.figures import Figure, figure, relation


def made(told: str, modifier: Modifier = "exact", unit: str | None = None) -> Figure:
    low, _, high = told.partition("–")
    quantity = Quantity("q", Span(0, 1), low, high or low, unit, "lamps", modifier)
    found = figure(quantity)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (made("59"), made("59"), "same"),
        (made("20"), made("22"), "contradiction"),
        (made("755"), made("200–999", "about"), "rounding"),
        (made("1400"), made("200–999", "about"), None),
        (made("24–99", "about"), made("200–999", "about"), None),
        (made("600"), made("589"), "rounding"),
        (made("100", "about"), made("127"), "rounding"),
        (made("100", "about"), made("190"), "contradiction"),
        (made("11500000"), made("11000000", "more-than"), "rounding"),
        (made("55.9", unit="percent"), made("56", unit="percent"), "rounding"),
        (made("4.3", unit="percent"), made("1.5", unit="percent"), "contradiction"),
        (made("50", "at-least"), made("59"), "raised"),
        (made("50", "at-least"), made("58", "at-least"), "raised"),
        (made("60", "at-least"), made("50"), "contradiction"),
        (made("30", "at-most"), made("40"), "contradiction"),
        (made("3–5"), made("4"), "rounding"),
        (made("3–5"), made("9"), "contradiction"),
    ],
)
def test_relation(one: Figure, other: Figure, expected: str | None) -> None:
    assert relation(one, other) == expected
    assert relation(other, one) == expected


NUMBERS = st.decimals(
    min_value=Decimal(0), max_value=Decimal(10**7), places=1, allow_nan=False, allow_infinity=False
)
BOUNDS: st.SearchStrategy[Modifier] = st.sampled_from(
    ["exact", "about", "at-least", "at-most", "more-than", "less-than"]
)
FIGURES = st.builds(
    lambda a, b, modifier: Figure(min(a, b), max(a, b), modifier, None), NUMBERS, NUMBERS, BOUNDS
)


@given(FIGURES, FIGURES)
def test_the_order_of_two_figures_does_not_matter(one: Figure, other: Figure) -> None:
    assert relation(one, other) == relation(other, one)


@given(FIGURES)
def test_a_figure_is_itself(one: Figure) -> None:
    assert relation(one, one) == "same"


def test_an_open_end_is_no_figure() -> None:
    assert figure(Quantity("q", Span(0, 1), "5", None, None, "lamps", "at-least")) is None
    assert figure(Quantity("q", Span(0, 1), "five", "five", None, "lamps", "exact")) is None


def test_short_of_a_number() -> None:
    four = Quantity("q", Span(7, 8), "4", "4", "year", None, "about")
    nearly, roughly = figure(four, "after nearly "), figure(four, "after roughly ")
    assert nearly is not None
    assert roughly is not None
    assert str(nearly) == "nearly 4 year"
    assert relation(nearly, made("4", unit="year")) == "rounding"
    assert relation(roughly, made("4", unit="year")) == "same"


def test_a_range_in_figures_is_no_word_for_one() -> None:
    told = Quantity("q", Span(0, 9), "5000", "6000", None, "guests", "about")
    word = Quantity("q", Span(0, 9), "2000", "9999", None, "guests", "about")
    ranged, thousands = figure(told), figure(word)
    assert ranged is not None
    assert thousands is not None
    assert ranged.span
    assert thousands.vague
    assert relation(ranged, thousands) == "rounding"


def test_what_is_told_in_fewer_figures_is_rounded_whatever_its_bound() -> None:
    assert relation(made("141000"), made("140660", "at-most")) == "rounding"
    assert relation(made("141000"), made("140", "at-most")) == "contradiction"
