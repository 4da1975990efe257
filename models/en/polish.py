"""Trains some heads further on the finished encoder: `python -m models.en.polish --tasks NAME,…`.

The encoder stays as it is, so each window is encoded once and its vectors are kept; a step then
costs the head alone. Heads share nothing, so no other task can lose by it.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from models.en.encoder import collate
from models.en.joint import Joint
from models.en.tasks import chosen
from models.en.tasks.base import Task
from models.en.window import Window

# On PolNeAR dev 1e-3 gave attribution 72.4 and 4e-4 71.9 (three epochs of 1,500 windows).
RATE = 1e-3
SIZE = 10  # windows a batch

Kept = tuple[list[Window], Tensor]


@torch.no_grad()
def encoded(model: Joint, task: Task, windows: int, seed: int) -> list[Kept]:
    """Batches of the task's stream with their vectors [n, words, width], in bfloat16."""
    model.eval()
    stream = task.stream(random.Random(seed))
    drawn = [next(stream) for _ in range(windows)]
    drawn.sort(key=lambda w: len(w.words))
    kept: list[Kept] = []
    for at in range(0, len(drawn), SIZE):
        some = drawn[at : at + SIZE]
        with torch.autocast("cpu", torch.bfloat16):
            hidden = model.encoder(collate(some, model.cut))
        kept.append((some, hidden.to(torch.bfloat16)))
    return kept


def polish(model: Joint, name: str, kept: Sequence[Kept], epochs: int, seed: int) -> None:
    """Trains the head `name` on kept vectors, the rate falling to nothing."""
    head, task = model.heads[name], model.tasks[name]
    head.train()
    best = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    rng, step, steps = random.Random(seed), 0, epochs * len(kept)
    start, shown = time.time(), 0.0
    for _ in range(epochs):
        for windows, hidden in rng.sample(list(kept), len(kept)):
            with torch.autocast("cpu", torch.bfloat16):
                loss = task.loss(head, head(hidden.float()), windows)  # type: ignore[arg-type]
            for group in best.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            best.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 2.0)
            best.step()
            shown += float(loss.detach())
            step += 1
            if step % 50 == 0:
                print(
                    f"{name} {step}/{steps} {time.time() - start:.0f}s {shown / 50:.3f}", flush=True
                )
                shown = 0.0


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--from", dest="start", type=Path, default=Path("models/en/work/en.pt"))
    ask.add_argument("--out", type=Path, default=Path("models/en/work/en.pt"))
    ask.add_argument("--tasks", default="attribution", help="whose heads")
    ask.add_argument("--windows", type=int, default=4000)
    ask.add_argument("--epochs", type=int, default=2)
    ask.add_argument("--seed", type=int, default=11)
    ask.add_argument("--threads", type=int, default=1)
    asked = ask.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(asked.threads)
    names = asked.tasks.split(",")
    model = Joint(chosen(names, asked.data))
    model.encoder.load_pretrained()
    model.load(asked.start)
    for name in names:
        kept = encoded(model, model.tasks[name], asked.windows, asked.seed)
        polish(model, name, kept, asked.epochs, asked.seed)
    # The other heads, and the encoder, go on as they were.
    whole = torch.load(asked.start, weights_only=True)
    polished = {k: v for k, v in model.state_dict().items() if k.split(".")[1] in names}
    torch.save(whole | polished, asked.out)


if __name__ == "__main__":
    main()
