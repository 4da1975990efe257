"""What one hedges and another tells as fact. All invented, all through the reader."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences

DAY = "2024-03-06"
FACT = "Nobody was hurt in the mill fire, which was set on Friday night while six weavers slept."


def hedged(*texts: str) -> list[list[str]]:
    told = differences(*((DAY, text) for text in texts), slot="certainty")
    return [[side.value for side in one.sides] for one in told if "hedges" in one.why]


@pytest.mark.parametrize(
    ("other", "hedge"),
    [
        ("which was presumably set on", "presumably"),
        ("which is believed to have been set on", "is believed to have been"),
        ("which may have been set on", "may have been"),
    ],
)
def test_fact_against_hedge(other: str, hedge: str) -> None:
    ((fact, doubt),) = hedged(FACT, FACT.replace("which was set on", other))
    assert fact == "told as fact"
    assert doubt == f"told with “{hedge}”"


@pytest.mark.parametrize(
    "other",
    [
        FACT.replace("was set", "was not, presumably, set"),  # denied
        FACT.replace("was set on", "is thought by all to have been lit on"),  # another deed
        FACT.replace("was set on", "police say was set on"),  # somebody's word
        FACT,
    ],
)
def test_no_hedge(other: str) -> None:
    assert not hedged(FACT, other)


def test_both_hedge() -> None:
    doubt = FACT.replace("was set", "was presumably set")
    assert not hedged(doubt, FACT.replace("was set", "was, it appears, set"))


def test_an_outlet_that_does_both_is_on_no_side() -> None:
    doubt = FACT.replace("was set", "was presumably set")
    assert not hedged(f"{FACT}\n\n{doubt}", doubt)
