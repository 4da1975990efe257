"""Which differing times are told of one matter. All invented, all through the reader."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences, state

from tellings.flow.scenes import scenes_of
from tellings.weigh.dategroups import gathered
from tellings.weigh.redated import Compared, Redated
from tellings.weigh.timed import Timed, timed

DAY = "2024-03-06"
SALE = (
    "The Brath family sold the salt works of Velm to a bank in 1957.",
    "In 1967 the salt works of Velm were sold to a bank by the Brath family.",
)
DEATH = (
    "Old Olen Brath died in Harl in 1957 after a stroke at his desk.",
    "In Harl old Olen Brath died in 1967 after a stroke at his desk.",
)


def test_two_happenings_between_two_years_are_two_findings() -> None:
    told = differences(*((DAY, text) for text in (*SALE, *DEATH)), slot="date")
    assert [sorted(side.value for side in one.sides) for one in told] == [["1957", "1967"]] * 2
    cited = [{c.article for side in one.sides for c in side.cites} for one in told]
    assert sorted(cited, key=min) == [{"a0", "a1"}, {"a2", "a3"}]


def times() -> list[Timed]:
    (scene,) = scenes_of(state(*((DAY, text) for text in (*SALE, *DEATH))))
    return timed(scene)


@pytest.mark.parametrize(("likely", "groups"), [(0.6, [4]), (0.4, [2, 2])])
def test_what_two_events_tell_is_one_matter_where_one_time_is_likely_both(
    likely: float, groups: list[int]
) -> None:
    a, b, c, d = times()
    pairs = Redated("contradiction", a, b, 0.9), Redated("contradiction", c, d, 0.8)
    known = [Compared(a, c, ("equal", 0), likely)]
    assert [len(one.members) for one in gathered(iter(pairs), known)] == groups


def test_a_group_is_of_the_strongest_kind() -> None:
    a, b, c, _ = times()
    pairs = Redated("rounding", a, b, 0.9), Redated("contradiction", b, c, 0.8)
    (one,) = gathered(iter(pairs), [])
    assert (one.kind, one.least, len(one.members)) == ("contradiction", 0.8, 3)


def test_grains_are_no_clash() -> None:
    a, b, c, _ = times()
    pairs = Redated("precision", a, c, 0.9), Redated("contradiction", a, b, 0.8)
    assert [one.kind for one in gathered(iter(pairs), [])] == ["precision", "contradiction"]
