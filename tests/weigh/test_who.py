"""Who did it, and whose words they are. All invented, all through the reader."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences

from tellings.model import Finding

DAY = "2024-03-06"


def found(*texts: str, days: tuple[str, ...] = (DAY, DAY)) -> list[Finding]:
    return differences(*zip(days, texts, strict=True), slot="actor")


PUTIN = (
    "Russian President Vladimir Putin ordered the Tarnian embassy in Velm to send home forty cooks."
)
MOSCOW = "Moscow ordered the Tarnian embassy in Velm on Tuesday to send home forty cooks."


def test_a_person_and_the_state_are_one_doer_at_two_grains() -> None:
    (told,) = found(PUTIN, MOSCOW)
    assert told.type == "precision"
    assert [side.value for side in told.sides] == ["Vladimir Putin", "Moscow"]
    assert "no clash" in told.why


@pytest.mark.parametrize(
    "other",
    [
        # both in one outlet
        MOSCOW + " The cooks wept when Putin ordered them home.",
        # another act, another land, a firm
        "Moscow ordered nine tugs from a yard in Harl.",
        "Ruritania ordered the Tarnian embassy in Velm to send home forty cooks.",
        # the person again
        "Putin ordered the Tarnian embassy in Velm to send home forty cooks, the ministry said.",
    ],
)
def test_no_difference_of_doer(other: str) -> None:
    assert not found(PUTIN, other)


def test_a_place_of_the_act_is_no_doer() -> None:
    person = PUTIN.replace("in Velm", "in Moscow")
    (told,) = found(person, MOSCOW.replace("in Velm", "there"))
    assert told.type == "precision"


def test_the_like_act_of_another_month() -> None:
    assert not found(PUTIN, MOSCOW, days=(DAY, "2024-05-20"))


WORDS = "“We will not sell the old salt works of Velm to any bank in this land,” {} said."


def test_one_passage_with_two_speakers() -> None:
    (told,) = found(WORDS.format("Mayor Olen Varr"), WORDS.format("Treasurer Ida Quill"))
    assert told.type == "contradiction"
    assert sorted(side.value for side in told.sides) == ["Ida Quill", "Olen Varr"]


@pytest.mark.parametrize(
    "other",
    [
        WORDS.format("Mayor Varr"),
        WORDS.format("the mayor"),
        WORDS.format("a spokesman"),
        WORDS.format("Treasurer Ida Quill") + " Mayor Olen Varr had said so on Monday.",
        "“We will not sell the old mill of Harl,” Treasurer Ida Quill said.",
    ],
)
def test_no_difference_of_speaker(other: str) -> None:
    assert not found(WORDS.format("Mayor Olen Varr"), other)
