"""The weights of a logistic regression with a price on their squares."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def solve(x: Floats, y: Floats, w: Floats, price: float, off: Floats | None = None) -> Floats:
    """Newton's method on the weighted log loss, `price` on all weights but the first.

    `x` [pairs, signs], `y` 0 or 1 and `w` the weight of each pair, `off` log odds known before.
    """
    told = np.zeros(x.shape[1])
    prices = np.full(x.shape[1], price)
    prices[0] = 1e-3
    base = np.zeros(len(x)) if off is None else off
    for _ in range(40):
        sure = 1 / (1 + np.exp(-np.clip(x @ told + base, -30, 30)))
        slope = x.T @ (w * (sure - y)) + prices * told
        bend = (x * (w * sure * (1 - sure))[:, None]).T @ x + np.diag(prices)
        step = np.linalg.solve(bend, slope)
        told -= step
        if np.abs(step).max() < 1e-6:
            break
    return told
