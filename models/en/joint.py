"""The encoder with a head a task: what trains, what is saved, what is exported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from models.en.encoder import WIDTH, Encoder, collate, pieces
from models.en.tasks.base import Task
from models.en.window import Window


class Joint(nn.Module):
    """One encoder, one head a task (tasks must be prepared)."""

    def __init__(self, tasks: Mapping[str, Task]) -> None:
        super().__init__()
        self.tasks = tasks
        self.cut = pieces()
        self.encoder = Encoder()
        self.heads = nn.ModuleDict({name: task.head(WIDTH) for name, task in tasks.items()})

    def losses(self, windows: Sequence[Window]) -> dict[str, Tensor]:
        """Each task's mean loss over those of the windows that carry its labels."""
        hidden = self.encoder(collate(windows, self.cut)).float()
        found: dict[str, Tensor] = {}
        for name, task in self.tasks.items():
            rows = [i for i, w in enumerate(windows) if name in w.labels]
            if rows:
                chosen = [windows[i] for i in rows]
                out = self.heads[name](hidden[rows])
                found[name] = task.loss(self.heads[name], out, chosen)
        return found

    @torch.no_grad()
    def read(
        self, windows: Sequence[Window], names: Sequence[str], size: int = 16
    ) -> Iterator[dict[str, np.ndarray]]:
        """Each window's outputs {"task.output": [words, size]}, for the named tasks."""
        self.eval()
        for at in range(0, len(windows), size):
            part = windows[at : at + size]
            hidden = self.encoder(collate(part, self.cut)).float()
            outs = {f"{n}.{k}": v.numpy() for n in names for k, v in self.heads[n](hidden).items()}
            for i, w in enumerate(part):
                yield {k: v[i, : len(w.words)] for k, v in outs.items()}

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = {k: v for k, v in self.state_dict().items() if k != "encoder.words.weight"}
        torch.save(kept, path)

    def load(self, path: Path) -> None:
        """Takes what fits from a checkpoint: heads that it lacks stay fresh."""
        kept = torch.load(path, weights_only=True)
        mine = self.state_dict()
        fits = {k: v for k, v in kept.items() if k in mine and mine[k].shape == v.shape}
        self.load_state_dict(fits, strict=False)
