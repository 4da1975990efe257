"""Groups from more or less sure judgements."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellings.link.gathered import gathered
from tellings.model import Tie
from tellings.model.groups import Verdict

IDS = "abcdef"


def tie(left: str, right: str, verdict: Verdict, score: float) -> Tie:
    left, right = sorted((left, right))
    return Tie("event", left, right, verdict, score, "", "test")


def test_one_wrong_tie_does_not_join_two_groups() -> None:
    ties = [
        tie("a", "b", "same", 0.95), tie("c", "d", "same", 0.95), tie("b", "c", "same", 0.7),
        tie("a", "c", "different", 0.85), tie("a", "d", "different", 0.85),
    ]  # fmt: skip
    assert gathered("abcd", ties) == [("a", "b"), ("c", "d")]


def test_a_sure_difference_keeps_groups_apart_against_any_number() -> None:
    ties = [tie("a", "b", "same", 0.99), tie("b", "c", "same", 0.99), tie("a", "c", "different", 1)]
    assert gathered("abc", ties) == [("a", "b"), ("c",)]


def test_what_nothing_joins_stands_alone() -> None:
    assert gathered("ba", [tie("a", "b", "unsure", 0.3)]) == [("a",), ("b",)]


ties = st.lists(
    st.builds(
        tie,
        st.sampled_from(IDS),
        st.sampled_from(IDS),
        st.sampled_from(["same", "different", "unsure"]),
        st.floats(0.01, 0.99),
    ).filter(lambda t: t.left != t.right),
    max_size=12,
    unique_by=lambda t: (t.left, t.right),
)


@given(ties, st.randoms())
def test_groups_are_a_partition_whatever_the_order(held: list[Tie], random: object) -> None:
    groups = gathered(IDS, held)
    assert sorted(one for group in groups for one in group) == sorted(IDS)
    shuffled = list(held)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert gathered(reversed(IDS), shuffled) == groups


@given(ties)
def test_sure_differences_are_never_in_one_group(held: list[Tie]) -> None:
    owner = {one: group for group in gathered(IDS, held) for one in group}
    for one in held:
        if one.verdict == "different" and one.score >= 0.9:
            assert owner[one.left] is not owner[one.right]
