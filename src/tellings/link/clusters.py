"""Groups of things by how alike each two are: average linkage that respects close groups.

Two groups are joined where their members are alike enough on average, and not much less alike
across than within. The second rule keeps like events apart: reports of one bout resemble those of
the next one, but never as much as they resemble each other.
"""

from __future__ import annotations

import numpy as np

from tellings.link.likeness import Floats

FLOOR = 0.12  # no two groups less alike than this on average are joined
# Across, the likeness must reach this part of the likeness within the looser of the two groups.
COHESION = 0.65
FEWEST = 3  # a smaller group is not judged by its own cohesion yet


def clusters(alike: Floats, floor: float = FLOOR, cohesion: float = COHESION) -> list[list[int]]:
    """Groups of row numbers of a symmetric matrix of likeness, each sorted, sorted by the first.

    Joins the two most alike groups first; among equals, those with the lowest numbers.
    """
    count = len(alike)
    sums = alike.astype(np.float64).copy()
    np.fill_diagonal(sums, 0.0)
    mean = sums.copy()
    np.fill_diagonal(mean, -1.0)
    sizes, within = np.ones(count), np.zeros(count)
    members = [[i] for i in range(count)]
    while count > 1:
        i, j = sorted(int(n) for n in np.unravel_index(int(mean.argmax()), mean.shape))
        if mean[i, j] < floor:
            break
        if min(sizes[i], sizes[j]) >= FEWEST and mean[i, j] < cohesion * min(
            _inner(within[i], sizes[i]), _inner(within[j], sizes[j])
        ):
            mean[i, j] = mean[j, i] = -1.0  # judged anew when one of them has grown
            continue
        within[i] += within[j] + sums[i, j]
        sizes[i] += sizes[j]
        members[i] += members[j]
        members[j] = []
        sums[i] += sums[j]
        sums[:, i] = sums[i]
        gone = np.array([not each for each in members])
        mean[i] = np.where(gone, -1.0, sums[i] / (sizes[i] * sizes))
        mean[i, i] = -1.0
        mean[:, i] = mean[i]
        mean[j] = mean[:, j] = -1.0
    return sorted(sorted(each) for each in members if each)


def _inner(total: float, size: float) -> float:
    return total / (size * (size - 1) / 2)
