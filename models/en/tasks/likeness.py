"""Which tellings are of one happening: numbers of a trigger in which they are alike.

Nothing here is trained by gradient: `models.en.likeness` fits the head at once on the finished
encoder, so it gives no windows to the joint mix.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from torch import Tensor, nn

from models.en import ecbplus
from models.en.discriminant import Told, ordered
from models.en.encoder import pieces
from models.en.joint import Joint
from models.en.tasks.base import Head
from models.en.tasks.raw import Words, windowed
from models.en.window import Window
from tellings.annotate.en.likeness import NUMBERS


class Likeness:
    """A head without a loss of its own; its figure is the order of pairs in topics left out."""

    name = "likeness"
    share = 0.0
    weight = 1.0
    pace = 1.0

    def prepare(self, data: Path) -> None:
        self.folder = data / "ecbplus"
        self.cut = pieces()

    def head(self, width: int) -> Head:
        return Head(width, {"trigger": NUMBERS}, drop=0.0)

    def stream(self, rng: random.Random) -> Iterator[Window]:
        return iter(())

    def loss(self, head: nn.Module, out: dict[str, Tensor], windows: Sequence[Window]) -> Tensor:
        raise NotImplementedError("fitted by models.en.likeness")

    def windows(self, part: str) -> Iterator[Window]:
        """Windows of ECB+'s documents with a trigger in them, labelled with a `Told` or None."""
        for one in ecbplus.documents(self.folder, part):
            found = Words(one.words, tuple(range(len(one.words))), one.spaces, one.paragraphs)
            told = [
                Told(one.topic, one.chains[i], word.lower()) if i in one.chains else None
                for i, word in enumerate(one.words)
            ]
            for window in windowed(found, {self.name: told}, self.cut):
                if any(window.labels[self.name]):
                    yield window

    def evaluate(self, model: Joint, part: str) -> dict[str, float]:
        """How well likeness orders pairs of triggers of ECB+'s dev topics (AUC, per cent)."""
        told, rows = [], []
        windows = list(self.windows("Dev"))
        for window, out in zip(windows, model.read(windows, [self.name]), strict=True):
            for one, row in zip(window.labels[self.name], out["likeness.trigger"], strict=True):
                if one is not None:
                    told.append(one)
                    rows.append(row)
        return {"ecb.auc": round(100 * ordered(told, np.array(rows, dtype=float)), 2)}
