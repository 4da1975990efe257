"""Two figures side by side: the same, rounded, raised, or unable both to hold."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.model import Quantity, Span
from tellings.model.marks import Modifier
from tellings.weigh.figures import Figure, figure, relation


def made(
    told: str, modifier: Modifier = "exact", unit: str | None = None, word: str = ""
) -> Figure:
    low, _, high = told.partition("–")
    quantity = Quantity("q", Span(0, 1), low, high or low, unit, "lamps", modifier)
    found = figure(quantity, word)
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


def nearly(told: str) -> Figure:
    return made(told, "about", word="nearly ")


# The table of weigh/figures.py, row by row: beside which numbers a bound leaves room, and beside
# which it does not.
@pytest.mark.parametrize(
    ("told", "leaves", "excludes"),
    [
        (
            nearly("80"),
            ["76", "80", nearly("84"), made("76", "more-than"), made("82", "about")],
            ["82", made("80", "more-than"), made("80", "at-least"), made("82", "at-least")],
        ),
        (
            made("80", "about"),
            ["76", "82", made("82", "more-than"), made("78", "less-than")],
            ["95", made("95", "more-than"), made("60", "at-most")],
        ),
        (
            made("80", "more-than"),
            ["80", "82", made("82", "at-most"), made("85", "about")],
            ["79", nearly("80"), made("80", "at-most"), made("80", "less-than")],
        ),
        (
            made("80", "at-least"),
            ["80", "82", made("80", "at-most"), made("82", "more-than")],
            ["79", nearly("80"), made("80", "less-than"), made("79", "at-most")],
        ),
        (
            made("80", "at-most"),
            ["80", "76", nearly("80"), made("76", "more-than")],
            ["82", made("80", "more-than"), made("82", "at-least")],
        ),
        (
            made("80", "less-than"),
            ["80", "76", made("76", "at-least"), nearly("80")],
            ["82", made("80", "more-than"), made("80", "at-least")],
        ),
    ],
)
def test_what_bounds_leave(
    told: Figure, leaves: list[str | Figure], excludes: list[str | Figure]
) -> None:
    def all_of(figures: list[str | Figure]) -> set[str | None]:
        found = (made(one) if isinstance(one, str) else one for one in figures)
        return {relation(told, one) for one in found}

    assert "contradiction" not in all_of(leaves)
    assert all_of(excludes) == {"contradiction"}


def test_a_bound_is_no_number_in_fewer_figures() -> None:
    assert relation(made("141000", "more-than"), made("140660")) == "contradiction"
    assert relation(made("141000"), made("140660", "at-most")) == "rounding"


def test_what_a_measure_reached_is_its_most() -> None:
    told = Quantity("q", Span(0, 1), "120", "120", "mile", "speeds", "exact", act="reach")
    toll = Quantity("q", Span(0, 1), "120", "120", None, "dead", "exact", act="reach")
    reached, dead = figure(told), figure(toll)
    assert reached is not None
    assert dead is not None
    assert relation(reached, made("120", "at-most", "mile")) == "same"
    assert relation(reached, made("120", "more-than", "mile")) == "rounding"
    assert relation(dead, made("120", "at-most")) == "rounding"


def test_a_number_bound_both_ways_is_none() -> None:
    told = Quantity("q", Span(12, 15), "100", "100", "acre", None, "about")
    assert figure(told, "over nearly ") is None
    assert figure(told, "some nearly ") is not None


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
