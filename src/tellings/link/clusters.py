"""Groups of things by how alike each two are: average linkage that respects close groups.

Two groups are joined where their members are alike enough on average, and not much less alike
across than within. The second rule keeps like events apart: reports of one bout resemble those of
the next one, but never as much as they resemble each other. It is stricter where nothing shows that
both groups came out in the same days.
"""

from __future__ import annotations

import numpy as np

from tellings.link.vectors import Floats
from tellings.text.runs import Ints

# Chosen on the development affairs and ECB+'s train and dev topics (bench/stories.py). Two articles
# alone must be more alike than two groups, whose average is safer: that cost nothing there.
FLOOR = 0.1
PAIR = 0.22
# Across, the likeness must reach this part of the likeness within the looser of the two groups, and
# that part of it where only one of them is large enough to be judged.
COHESION = 0.7
# The same for groups that came out within a week of each other (by the days in their middle): an
# affair and its aftermath, told by articles on either. With one part for all, ECB+'s train topics,
# which have no days, lost 2 points of pairwise F1 at the lower and the affairs 4 at the higher.
TOGETHER, WEEK = 0.6, 7
JOINING = 0.35
FEWEST = 4  # with 3, ECB+'s train topics lost 1 point, with 5 as many


def clusters(alike: Floats, days: Ints | None = None) -> list[list[int]]:
    """Groups of row numbers of a symmetric matrix of likeness, each sorted, sorted by the first.

    `days` are ordinals of the days of publication, 0 for unknown; without it none is known. Joins
    the two most alike groups first; among equals, those with the lowest numbers.
    """
    count = len(alike)
    sums = alike.astype(np.float64).copy()
    np.fill_diagonal(sums, 0.0)
    mean = sums.copy()
    np.fill_diagonal(mean, -1.0)
    sizes, within = np.ones(count), np.zeros(count)
    members = [[i] for i in range(count)]
    days = np.zeros(count, dtype=np.int64) if days is None else days
    while count > 1:
        i, j = sorted(int(n) for n in np.unravel_index(int(mean.argmax()), mean.shape))
        if mean[i, j] < FLOOR:
            break
        part = COHESION
        if min(sizes[i], sizes[j]) >= FEWEST and _are_together(days[members[i]], days[members[j]]):
            part = TOGETHER
        if mean[i, j] < _needed(sizes[i], sizes[j], within[i], within[j], part):
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


def _are_together(days: Ints, others: Ints) -> bool:
    """Whether two groups came out within a week; for each, half of the days must be known."""
    middles = []
    for group in (days, others):
        known = np.sort(group[group > 0])
        if 2 * len(known) < len(group):
            return False
        middles.append(int(known[len(known) // 2]))
    return abs(middles[0] - middles[1]) <= WEEK


def _needed(size: float, other: float, within: float, other_within: float, part: float) -> float:
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
    return (part if len(inner) == 2 else JOINING) * min(inner)
