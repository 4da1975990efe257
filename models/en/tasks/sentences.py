"""Where sentences start: one output a word, learned on the treebanks' windows."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.en.encoder import pieces
from models.en.joint import Joint
from models.en.tasks.base import Head
from models.en.treebank import documents, shown
from models.en.window import Window


class Sentences:
    """Binary: a sentence starts here. Paragraph starts are given, so they teach nothing."""

    name = "sentences"
    share = 0.0
    weight = 1.0
    pace = 1.0

    def prepare(self, data: Path) -> None:
        self.data = data / "language"
        self.cut = pieces()

    def head(self, width: int) -> Head:
        return Head(width, {"start": 1})

    def stream(self, rng: random.Random) -> Iterator[Window]:
        return iter(())

    def loss(self, head: nn.Module, out: dict[str, Tensor], windows: Sequence[Window]) -> Tensor:
        scores = out["start"][:, :, 0]
        gold = torch.zeros_like(scores)
        use = torch.zeros_like(scores, dtype=torch.bool)
        for n, w in enumerate(windows):
            at = 0
            for s in w.labels["sentences"]:
                gold[n, at] = 1.0
                at += len(s.words)
            use[n, : len(w.words)] = ~torch.tensor(w.paragraphs)
        losses = F.binary_cross_entropy_with_logits(scores[use], gold[use], reduction="sum")
        # A word is rarely a boundary: dividing by 8th of the words keeps the pull of the rare ones.
        return losses / (use.sum() / 8 + 1)

    def evaluate(self, model: Joint, part: str) -> dict[str, float]:
        """F1 of sentence starts with gold tokens, paragraphs given."""
        found = {}
        for name in ("ewt", "gumopen"):
            windows = shown(documents(self.data / f"{name}_{part}.jsonl"), self.cut)
            right = said = true = 0
            for w, out in zip(windows, model.read(windows, ["sentences"]), strict=True):
                starts = out["sentences.start"][:, 0] > 0
                starts |= w.paragraphs
                at, gold = 0, set()
                for s in w.labels["source"]:
                    gold.add(at)
                    at += len(s.words)
                told = {i for i, v in enumerate(starts) if v}
                right, said, true = right + len(told & gold), said + len(told), true + len(gold)
            found[f"{name}.start_f1"] = round(200 * right / (said + true), 2)
        return found
