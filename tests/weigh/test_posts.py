"""One person called by two posts that cannot both be his. All invented, all through the reader."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences

from tellings.model import Finding

DAY = "2024-03-06"
WRECK = "{} Olen Brathwick told reporters that the ferry was raised. Brathwick thanked the crew."


def found(*told: str, later: str = DAY) -> list[Finding]:
    days = (DAY, *[later] * (len(told) - 1))
    texts = (WRECK.format(one) for one in told)
    every = differences(*zip(days, texts, strict=True), slot="name")
    return [one for one in every if one.type == "contradiction"]


def values(finding: Finding) -> list[str]:
    return sorted(side.value for side in finding.sides)


def test_a_lower_rank() -> None:
    (finding,) = found("Velm Harbour Agency deputy director", "Velm Harbour Agency director")
    assert values(finding) == [
        "Velm Harbour Agency deputy director",
        "Velm Harbour Agency director",
    ]
    assert "with “deputy”" in finding.why
    assert finding.about.kind == "actor"


def test_another_rung_of_one_ladder() -> None:
    (finding,) = found("Velm Harbour safety director", "Velm Harbour safety manager")
    assert "“director” against “manager”" in finding.why


def test_another_kind_of_body() -> None:
    (finding,) = found(
        "Velm Harbour Rescue Alliance director", "Velm Harbour Rescue Center director"
    )
    assert "“alliance” against “center”" in finding.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # told short
        ("Velm Harbour Agency director", "Agency director"),
        ("Velm Harbour Agency deputy director", "Director"),
        # another time
        ("Former Velm Harbour Agency director", "Velm Harbour Agency deputy director"),
        ("Acting Velm Harbour Agency director", "Velm Harbour Agency deputy director"),
        # two posts
        ("Velm Harbour Agency director", "Velm Rowing Club president"),
        # whoever assists is loosely called by it
        ("Velm Harbour Rowing coach", "Velm Harbour Rowing assistant coach"),
        # one word in two spellings
        ("Velm Harbour Rescue Centre director", "Velm Harbour Rescue Center director"),
    ],
)
def test_no_other_post(one: str, other: str) -> None:
    assert not found(one, other)


def test_people_rise() -> None:
    told = "Velm Harbour Agency deputy director", "Velm Harbour Agency director"
    assert not found(*told, later="2024-09-06")
