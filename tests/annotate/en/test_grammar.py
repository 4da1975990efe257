"""Trees from the network's outputs: distance and side of a head, and the two ways to a label."""

from __future__ import annotations

import numpy as np

from tellings.annotate.en.grammar import FAR, SINGLE, parse, ways


def test_ways_tell_side_and_distance() -> None:
    way = ways(120) - FAR
    assert (way == -way.T).all()
    assert (np.diff(way[0]) >= 0).all()
    assert way[0, : SINGLE + 1].tolist() == list(range(SINGLE + 1))
    # Two steps for every doubling, from six words on; 48 and more are one.
    assert [way[0, n] for n in (8, 9, 12, 17, 24, 47, 48, 119)] == [6, 7, 8, 9, 10, 11, 12, 12]


def _given(words: int) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Outputs and tables of one number a vector that prefer nothing."""
    one = np.ones((words, 1), dtype=np.float32)
    kinds = ("arc_dep", "arc_head", "label_dep", "label_head")
    tables = {
        "arc_u": np.zeros((1, 1)), "arc_bias": np.zeros(1), "arc_far": np.zeros((2 * FAR + 1, 1)),
        "root": np.zeros(1), "label_root": np.zeros(1), "label_w": np.zeros((1, 3)),
        "label_p": np.zeros((1, 3)), "label_b": np.zeros(3), "root_label": np.zeros(1),
    }  # fmt: skip
    return (
        {f"grammar.{k}": one for k in kinds},
        {f"grammar.{k}": v.astype(np.float32) for k, v in tables.items()},
    )


def test_each_word_hangs_on_the_one_before_where_that_way_is_best() -> None:
    out, tables = _given(5)
    tables["grammar.arc_far"][FAR - 1] = 2.0
    assert parse(out, tables, [(0, 3), (3, 5)]).heads == [0, 0, 1, 3, 3]
    tables["grammar.arc_far"][:] = 0.0
    tables["grammar.arc_far"][FAR + 1] = 2.0
    assert parse(out, tables, [(0, 3), (3, 5)]).heads == [1, 2, 2, 4, 4]


def test_a_label_can_hang_on_the_product() -> None:
    out, tables = _given(2)
    tables["grammar.arc_far"][FAR - 1] = 2.0
    tables["grammar.label_p"][0] = (0.0, 1.0, 2.0)
    out["grammar.label_head"] = np.array([[1.0], [0.0]], dtype=np.float32)
    assert parse(out, tables, [(0, 2)]).labels == [0, 2]
    out["grammar.label_head"] = np.array([[-1.0], [0.0]], dtype=np.float32)
    assert parse(out, tables, [(0, 2)]).labels == [0, 1]
