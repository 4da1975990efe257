"""Groups of things by how alike each two are: average linkage that respects close groups.

Two groups are joined where their members are alike enough on average, and not much less alike
across than within. The second rule keeps like events apart: reports of one bout resemble those of
the next one, but never as much as they resemble each other.
"""

from __future__ import annotations

import numpy as np

from tellings.link.vectors import Floats

# Chosen on the development affairs and ECB+'s train and dev topics (bench/stories.py). Two articles
# alone must be more alike than two groups, whose average is safer: that cost nothing there.
FLOOR = 0.1
PAIR = 0.22
# Across, the likeness must reach this part of the likeness within the looser of the two groups, and
# that part of it where only one of them is large enough to be judged.
COHESION = 0.6
JOINING = 0.35
FEWEST = 3


def clusters(alike: Floats) -> list[list[int]]:
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
        if mean[i, j] < FLOOR:
            break
        if mean[i, j] < _needed(sizes[i], sizes[j], within[i], within[j]):
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


def _needed(size: float, other: float, within: float, other_within: float) -> float:
    """How alike two groups must be on average, by their sizes and the likeness within each."""
    if size + other == 2:
        return PAIR
    inner = [
        total / (count * (count - 1) / 2)
        for count, total in ((size, within), (other, other_within))
        if count >= FEWEST
    ]
    if not inner:
        return FLOOR
    return (COHESION if len(inner) == 2 else JOINING) * min(inner)
