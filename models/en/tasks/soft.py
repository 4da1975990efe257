"""Teachers' probabilities beside the gold labels (distillation, Hinton et al. 2015).

Read from a window's labels under "soft": {"arcs": [words, 1 + words], "names": [words, tags], …}.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from models.en.window import Window

# How much of a loss is against the teachers.
SOFT = 0.5


def softened(
    windows: Sequence[Window], what: str, count: int, words: int, size: int = 0
) -> Tensor | None:
    """[count, words, size] of the windows' teachers, zeros where padded; None if there is none.

    Without `size` it is as wide as the widest (arcs: 1 + `words`).
    """
    given = [w.labels["soft"][what] if "soft" in w.labels else None for w in windows]
    if any(g is None for g in given):
        return None
    wide = size or (1 + words if what == "arcs" else given[0].shape[1])
    full = torch.zeros(count, words, wide)
    for i, g in enumerate(given):
        full[i, : g.shape[0], : g.shape[1]] = g
    return full
