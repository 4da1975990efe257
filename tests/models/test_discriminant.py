"""The analysis finds the direction in which happenings differ, and passes over a louder one."""

from __future__ import annotations

import numpy as np
from models.en.discriminant import Told, fit, ordered


def made(seed: int) -> tuple[list[Told], np.ndarray]:
    """Topics of two happenings: one direction tells them apart, another is loud and says nothing,
    and every topic stands somewhere else."""
    rng = np.random.default_rng(seed)
    told, rows = [], []
    for topic in range(12):
        place = rng.normal(0, 9, 6)
        for chain in (0, 1):
            for _ in range(8):
                row = place + rng.normal(0, 0.3, 6)
                row[2] += 1.5 * chain
                row[4] += rng.normal(0, 6)
                told.append(Told(str(topic), str(chain), "sank"))
                rows.append(row)
    return told, np.array(rows)


def test_happenings_lie_apart_in_topics_left_out() -> None:
    weight, bias = fit(*made(1), numbers=1)
    told, rows = made(2)
    assert ordered(told, rows @ weight + bias) > 0.9 > 0.7 > ordered(told, rows)
    assert abs(weight[2, 0]) > 5 * abs(weight[4, 0])
