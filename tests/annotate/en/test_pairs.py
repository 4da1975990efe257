"""Features of (cue, word) pairs, and the network's numbers in torch and in numpy."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.annotate.en import pairs


def test_buckets_tell_sides_apart_and_end() -> None:
    steps = pairs.bucket(np.array([-80, -8, -1, 0, 1, 8, 80]))
    assert steps.tolist() == [0, 8, 15, 17, 18, 25, 33]
    everything = pairs.bucket(np.arange(-500, 501))
    assert everything.min() == 0
    assert everything.max() == pairs.BUCKETS - 1


@given(st.lists(st.integers(0, 40), min_size=1, unique=True), st.integers(41, 300))
def test_around_keeps_places_and_marks_what_is_outside(anchors: list[int], size: int) -> None:
    near = pairs.around(
        np.array(sorted(anchors)), np.zeros(size, np.int64), np.ones(size, np.int64)
    )
    middle = near.at[:, pairs.BEFORE]
    assert middle.tolist() == sorted(anchors)
    assert near.real[:, pairs.BEFORE].all()
    assert (near.real.sum(axis=1) == [
        min(a, pairs.BEFORE) + 1 + min(size - 1 - a, pairs.BEHIND) for a in sorted(anchors)
    ]).all()  # fmt: skip


@given(st.sets(st.integers(0, 60)))
def test_runs_hold_the_same_numbers(places: set[int]) -> None:
    found = pairs.runs(places)
    assert {i for first, last in found for i in range(first, last + 1)} == places
    assert all(b[0] > a[1] + 1 for a, b in itertools.pairwise(found))


def tables(seed: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    c = pairs.CHANNELS
    shapes = {
        "anchor.weight": (1, 2 * c), "anchor.bias": (1,), "state.weight": (pairs.STATES, c),
        "distance.weight": (pairs.BUCKETS, c), "paragraph.weight": (3, c), "norm.weight": (c,),
        "norm.bias": (c,), "role.weight": (5, c), "role.bias": (5,), "nobody.weight": (1, c),
        "nobody.bias": (1,), "sure.0.weight": (64, 3 * c), "sure.0.bias": (64,),
        "sure.2.weight": (1, 64), "sure.2.bias": (1,),
    }  # fmt: skip
    for i in range(len(pairs.DILATIONS)):
        shapes |= {f"blocks.{i}.norm.weight": (c,), f"blocks.{i}.norm.bias": (c,)}
        shapes |= {f"blocks.{i}.mix.weight": (c, 3 * c), f"blocks.{i}.mix.bias": (c,)}
    return {k: rng.normal(0, 0.1, shape).astype(np.float32) for k, shape in shapes.items()}


def test_anchors_do_not_depend_on_their_company() -> None:
    net = pairs.Pairs(tables(3))
    rng = np.random.default_rng(4)
    size = 3 * pairs.TURN
    cue, word = (rng.normal(size=(size, 2 * pairs.CHANNELS)).astype(np.float32) for _ in range(2))
    forms = ["w"] * size
    text = pairs.Asked.of(forms, [False] * size, [i % 9 == 0 for i in range(size)])
    whole = pairs.score(net, cue, word, text)
    assert len(whole.anchors) > pairs.TURN
    k = pairs.TURN + 3
    near = whole.near.part(slice(k, k + 1))
    alone = net.roles(word, cue, whole.anchors[k : k + 1], near)
    np.testing.assert_allclose(alone.shares[0], whole.shares[k], atol=1e-5)
    np.testing.assert_allclose(alone.first[0].sum(), 1, atol=1e-5)
    outside = ~whole.near.real
    assert (whole.shares[outside] == 0).all()


def test_torch_and_numpy_agree() -> None:
    torch = pytest.importorskip("torch", reason="training needs torch, reading does not")
    from models.en.tasks.attribution import AttributionHead

    torch.manual_seed(1)
    head = AttributionHead(384).eval()
    net = pairs.Pairs(head.tables())
    rng = np.random.default_rng(2)
    cue, word = (rng.normal(size=(50, 2 * pairs.CHANNELS)).astype(np.float32) for _ in range(2))
    anchors = np.array([0, 20, 49])
    near = pairs.around(anchors, np.arange(50) % pairs.STATES, np.arange(50) // 7)
    found = net.roles(word, cue, anchors, near)
    with torch.no_grad():
        u, v = torch.from_numpy(word)[torch.from_numpy(near.at)], torch.from_numpy(cue)[anchors]
        scores, sure, first = head.roles(u, v, near)
    shares = scores.softmax(-1).numpy() * near.real[..., None]
    np.testing.assert_allclose(found.shares, shares, atol=1e-4)
    np.testing.assert_allclose(found.sure, torch.sigmoid(sure).numpy(), atol=1e-4)
    np.testing.assert_allclose(found.first, first.softmax(-1).numpy(), atol=1e-4)
