"""The fitted weights are where the priced loss is flat."""

from __future__ import annotations

import numpy as np
from bench.logistic import solve


def test_the_slope_is_nothing_at_the_weights() -> None:
    random = np.random.default_rng(5)
    x = np.column_stack([np.ones(200), random.normal(size=(200, 2))])
    y = (x[:, 1] + random.normal(size=200) > 0).astype(float)
    w, off = random.uniform(0.2, 2, 200), 0.3 * x[:, 2]
    told = solve(x, y, w, 2.0, off)
    sure = 1 / (1 + np.exp(-(x @ told + off)))
    slope = x.T @ (w * (sure - y)) + np.array([1e-3, 2.0, 2.0]) * told
    assert np.abs(slope).max() < 1e-6
    assert told[1] > 0.5
