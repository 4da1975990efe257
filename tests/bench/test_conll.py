"""The scorer of groups, on examples worked by hand and against every matching tried in turn."""

from itertools import permutations

import numpy as np
import pytest
from bench.conll import best_match, conll
from hypothesis import given
from hypothesis import strategies as st


def test_scores_worked_by_hand() -> None:
    key = [{"a", "b", "c"}, {"d"}]
    found = [{"a", "b"}, {"c", "d"}]
    score = conll(key, found)
    # MUC: the key's three hang together by one link of two; the response has two links, one right.
    assert score.muc.recall == pytest.approx(1 / 2)
    assert score.muc.precision == pytest.approx(1 / 2)
    # B3: a and b meet 2/3 of their group, c meets 1/3, d all of its own.
    assert score.b3.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert score.b3.precision == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
    # CEAFe: {a b c} with {a b} is 4/5, {d} with {c d} 2/3.
    assert score.ceafe.recall == pytest.approx((4 / 5 + 2 / 3) / 2)
    assert score.f1 == pytest.approx((score.muc.f1 + score.b3.f1 + score.ceafe.f1) / 3)


def test_mentions_that_one_side_lacks_cost_it() -> None:
    score = conll([{"a", "b"}], [{"a", "x"}])
    assert score.muc.recall == 0
    assert score.b3.recall == pytest.approx(1 / 4)
    assert score.b3.precision == pytest.approx(1 / 4)


def test_groups_of_one_are_left_out_on_demand() -> None:
    key, found = [{"a", "b"}, {"c"}], [{"a", "b"}, {"c"}, {"d"}]
    assert conll(key, found).f1 < 1
    assert conll(key, found, singletons=False).f1 == 1


@given(
    st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=5),
)
def test_best_match_is_the_best_of_all(cells: list[list[int]]) -> None:
    like = np.array(cells, dtype=float) / 10
    wide = like if like.shape[0] <= like.shape[1] else like.T
    every = (
        sum(wide[i, j] for i, j in enumerate(chosen))
        for chosen in permutations(range(wide.shape[1]), wide.shape[0])
    )
    assert best_match(like) == pytest.approx(max(every))


@given(st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_the_key_itself_scores_full(owners: list[int]) -> None:
    groups = [{i for i, o in enumerate(owners) if o == g} for g in set(owners)]
    score = conll(groups, groups)
    assert score.b3.f1 == pytest.approx(1)
    assert score.ceafe.f1 == pytest.approx(1)
