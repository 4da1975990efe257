"""Fits the head of likeness on the finished encoder: `python -m models.en.likeness --from EN.pt`.

Linear discriminant analysis (`discriminant`) on the words that tell of happenings in ECB+'s train
topics. Nothing else in the checkpoint changes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from models.en.discriminant import Floats, Told, fit
from models.en.encoder import collate
from models.en.joint import Joint
from models.en.tasks import chosen
from models.en.tasks.likeness import Likeness
from tellings.annotate.en.likeness import NUMBERS

SIZE = 16  # windows a batch


@torch.no_grad()
def vectors(model: Joint, task: Likeness, part: str) -> tuple[list[Told], Floats]:
    """The encoder's vectors [triggers, width] of a part's triggers."""
    model.eval()
    windows = sorted(task.windows(part), key=lambda w: len(w.words))
    told: list[Told] = []
    rows = []
    for at in range(0, len(windows), SIZE):
        some = windows[at : at + SIZE]
        hidden = model.encoder(collate(some, model.cut)).numpy()
        for window, of in zip(some, hidden, strict=True):
            for i, one in enumerate(window.labels[task.name]):
                if one is not None:
                    told.append(one)
                    rows.append(of[i])
    return told, np.array(rows, dtype=np.float64)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--from", dest="start", type=Path, default=Path("models/en/work/en.pt"))
    ask.add_argument("--out", type=Path, default=Path("models/en/work/en.pt"))
    ask.add_argument("--threads", type=int, default=1)
    asked = ask.parse_args()
    torch.set_num_threads(asked.threads)
    model = Joint(chosen(["likeness"], asked.data))
    model.encoder.load_pretrained()
    model.load(asked.start)
    task = model.tasks["likeness"]
    assert isinstance(task, Likeness)
    told, rows = vectors(model, task, "Train")
    weight, bias = fit(told, rows, NUMBERS)
    whole = torch.load(asked.start, weights_only=True)
    whole["heads.likeness.linear.weight"] = torch.tensor(weight.T, dtype=torch.float32)
    whole["heads.likeness.linear.bias"] = torch.tensor(bias, dtype=torch.float32)
    torch.save(whole, asked.out)
    model.load(asked.out)
    print(f"{len(told)} triggers; dev {task.evaluate(model, 'dev')}")


if __name__ == "__main__":
    main()
