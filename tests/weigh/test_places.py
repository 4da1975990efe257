"""Two places of one kind, told for one happening. All invented."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences

from tellings.model import Finding

FERRY = "The ferry sank with nine sheep aboard in the {} on Monday, its captain Olen Varr said."
AGAIN = "Captain Olen Varr said that his ferry went down in the {} with nine sheep aboard."


def found(*texts: str) -> list[Finding]:
    return differences(*(("2024-03-06", text) for text in texts), slot="place")


def test_two_seas_for_one_ferry() -> None:
    (told,) = found(FERRY.format("Baltic Sea"), AGAIN.format("Black Sea"))
    assert told.type == "contradiction"
    assert sorted(side.value for side in told.sides) == ["Baltic Sea", "Black Sea"]


@pytest.mark.parametrize(
    "other",
    [
        AGAIN.format("Baltic Sea"),  # the same
        AGAIN.format("southern Baltic"),  # no kind told
        AGAIN.format("Black Sea") + " It had come from the Baltic Sea.",  # it knows both
        "A swimmer crossed the Black Sea in May, as her trainer Ana Brol told the council.",
    ],
)
def test_no_two_places(other: str) -> None:
    assert not found(FERRY.format("Baltic Sea"), other)


@pytest.mark.parametrize("other", ["H. T. Airport", "HT Airport"])
def test_first_letters_are_no_other_place(other: str) -> None:
    told = "The plane landed at {} with nine sheep aboard on Monday, its captain Olen Varr said."
    again = "Captain Olen Varr said that his plane came down at {} with nine sheep aboard."
    assert found(told.format("Harl Tolen Airport"), again.format("Brath Airport"))
    assert not found(told.format("Harl Tolen Airport"), again.format(other))
