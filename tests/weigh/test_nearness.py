"""How two unlike figures stand to each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.model.marks import Modifier
from tellings.weigh.figures import Figure
from tellings.weigh.nearness import nearness


def told(
    low: str, modifier: Modifier = "exact", high: str | None = None, vague: bool = False
) -> Figure:
    return Figure(Decimal(low), Decimal(high or low), modifier, None, vague)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (told("500"), told("500", "more-than"), "bound"),
        (told("145"), told("145.5"), "digits"),
        (told("200", "more-than"), told("235"), "digits"),
        (told("17"), told("10"), "clash"),  # cut to one figure, and yet no rounding
        (told("286"), told("288"), "closer"),
        (told("460", "at-least"), told("512"), "over"),
        (told("200", "about", "999", True), told("755"), "vague"),
        (told("12", "exact", "14"), told("14"), "end"),
        (told("12"), told("14"), "clash"),
        (told("50", "at-least"), told("59"), "raised"),
        (told("12"), told("60"), None),
        (told("102", "about"), told("108"), "close"),
        (told("8", "about"), told("8"), None),
        (replace(told("80", "about"), short=True), told("82"), "close"),  # and yet a clash by words
        (replace(told("80"), peak=True), told("80", "at-most"), None),
    ],
)
def test_kinds(a: Figure, b: Figure, kind: str | None) -> None:
    assert nearness(a, b) == nearness(b, a) == kind


figures = st.builds(
    lambda low, modifier: told(str(low), modifier),
    st.integers(1, 10_000),
    st.sampled_from(["exact", "about", "at-least", "at-most", "more-than", "less-than"]),
)


@given(figures, figures)
def test_the_order_says_nothing(a: Figure, b: Figure) -> None:
    assert nearness(a, b) == nearness(b, a)


@given(figures)
def test_a_figure_is_no_difference_to_itself(a: Figure) -> None:
    assert nearness(a, a) is None
