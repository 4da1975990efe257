"""What a task is: its data, its head, its loss, its figure. All tasks share one encoder.

A head is linear (or an MLP) on each word's vector, because at reading time ONE matrix product gives
all heads' outputs for a window; everything between words (pairs, trees) happens on those outputs,
in numpy, in `tellings.annotate.en`. So `head.forward` gives named outputs per word, and `tables()`
gives the few fixed arrays that the decoder needs besides.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from torch import Tensor, nn

from models.en.window import Window

if TYPE_CHECKING:
    from models.en.joint import Joint


class Head(nn.Module):
    """Named linear outputs of a word's vector: `sizes` says how many columns each has."""

    def __init__(self, width: int, sizes: dict[str, int], drop: float = 0.2) -> None:
        super().__init__()
        self.sizes = sizes
        self.drop = nn.Dropout(drop)
        self.linear = nn.Linear(width, sum(sizes.values()))

    def forward(self, hidden: Tensor) -> dict[str, Tensor]:
        """[n, words, width] to {name: [n, words, size]}."""
        parts = self.linear(self.drop(hidden)).split(list(self.sizes.values()), dim=-1)
        return dict(zip(self.sizes, parts, strict=True))

    def matrix(self) -> tuple[Tensor, Tensor]:
        """Weight [columns, width] and bias [columns] of what is exported, columns as in `sizes`."""
        return self.linear.weight, self.linear.bias

    def tables(self) -> dict[str, np.ndarray]:
        """Fixed arrays for the decoder (exported as float32 next to the network)."""
        return {}


class Task(Protocol):
    """One thing to learn. `name` keys its labels in a Window and its outputs: "name.output"."""

    name: str
    share: float  # of the pieces in the joint mix that `stream` gives (0: labels come elsewhere)
    weight: float  # of its loss
    pace: float  # of its head's rate

    def prepare(self, data: Path) -> None:
        """Reads the data folder; afterwards `head`, `stream`, `evaluate` work."""

    def head(self, width: int) -> Head: ...

    def stream(self, rng: random.Random) -> Iterator[Window]:
        """Training windows for ever, ~250 pieces each at most, labelled under `name`."""

    def loss(self, head: Head, out: dict[str, Tensor], windows: Sequence[Window]) -> Tensor:
        """Mean loss; `out` holds [n, words padded, size] for exactly these windows."""

    def evaluate(self, model: Joint, part: str) -> dict[str, float]:
        """Figures on part "dev" (or "test", once, at the end)."""
