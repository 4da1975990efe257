"""One name written in two ways, and names that are two. All invented, all through the reader."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences

from tellings.model import Finding

DAY = "2024-03-06"


def found(*texts: str) -> list[Finding]:
    return differences(*((DAY, text) for text in texts), slot="name")


def told(*texts: str) -> list[list[str]]:
    return [sorted(side.value for side in finding.sides) for finding in found(*texts)]


FERRY = "The ferry was raised by engineer {} on Tuesday. The town thanked {} for the work."


def test_a_surname_with_another_letter() -> None:
    (finding,) = found(
        FERRY.format("Olen Brathwick", "Brathwick"), FERRY.format("Olen Brathwink", "Brathwink")
    )
    assert finding.type == "wording"
    assert "Brathwick" in finding.why
    assert len({cite.article for side in finding.sides for cite in side.cites}) == 2


def test_a_slip_inside_one_article() -> None:
    text = FERRY.format("Olen Brathwick", "Brathwick") + " Brathwink’s crew stayed the night."
    assert told(text) == [["Brathwick", "Brathwink"]]


def test_two_ways_to_write_a_foreign_name_stand_low() -> None:
    (finding,) = found(
        FERRY.format("Sergei Brathov", "Brathov"), FERRY.format("Sergey Brathov", "Brathov")
    )
    assert finding.confidence < 0.7


def test_a_numeral() -> None:
    launch = "The Tarn {} rocket stood on its pad on Tuesday. Crews fuelled the Tarn {} rocket."
    assert told(launch.format("V", "V"), launch.format("5", "5")) == [["Tarn 5", "Tarn V"]]


def test_a_first_name_two_letters_apart() -> None:
    one, other = FERRY.format("Stephen Brath", "Brath"), FERRY.format("Steven Brath", "Brath")
    assert told(one, other) == [["Stephen Brath", "Steven Brath"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # brother and sister, two firms
        (FERRY.format("Daniel Brath", "Brath"), FERRY.format("Danielle Brath", "Brath")),
        ("The Tarnmoor Bank sold its mill.", "A Tarnmoore cook sold a mill in Velm."),
        # two men
        (
            FERRY.format("Olen Brathwick", "Brathwick"),
            FERRY.format("Marek Brathwink", "Brathwink"),
        ),
        # short and full name
        (FERRY.format("Olen Brathwick", "Brathwick"), FERRY.format("Brathwick", "Brathwick")),
        # owned, and many
        (
            "The Brathwicks sold the mill. Olen Brathwick wept.",
            "Brathwick’s mill was sold on Tuesday, said Olen Brathwick.",
        ),
        # American and British
        ("The Tarn Harbour Board met on Tuesday.", "The Tarn Harbor Board met on Tuesday."),
        # two lands, two points of the compass
        ("Austria sent engineers to Tarn.", "Australia sent engineers to Tarn."),
        ("The wreck lies off North Tarn.", "The wreck lies off South Tarn."),
    ],
)
def test_no_difference(one: str, other: str) -> None:
    assert not told(one, other)
