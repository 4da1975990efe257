"""Trains the reader: `python -m models.en.train --data ../shared/data --out WORK/en.pt`.

Every step takes ~2,400 pieces of windows drawn from the tasks' streams by their shares, encodes
them once, and adds up the losses of all tasks that have labels there.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import torch

from models.en.joint import Joint
from models.en.tasks import TASKS, chosen
from models.en.tasks.base import Task
from models.en.window import Window, piece_count

RATE, HEAD_RATE, WARM = 1.5e-4, 1e-3, 0.06


def optimizer(model: Joint, rate: float, head_rate: float) -> torch.optim.AdamW:
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    flat = [p for p in body if p.ndim < 2]
    deep = [p for p in body if p.ndim >= 2]
    groups = [
        {"params": deep, "lr": rate, "weight_decay": 0.01},
        {"params": flat, "lr": rate, "weight_decay": 0.0},
        {"params": list(model.heads.parameters()), "lr": head_rate, "weight_decay": 0.01},
    ]
    for g in groups:
        g["top"] = g["lr"]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def drawn(tasks: Mapping[str, Task], model: Joint, seed: int) -> Iterator[tuple[int, Window]]:
    """Windows with their sizes in pieces, each task's share of the pieces held over the run."""
    givers = {n: t.stream(random.Random(f"{seed}-{n}")) for n, t in tasks.items() if t.share > 0}
    given = dict.fromkeys(givers, 0.0)
    while True:
        name = min(givers, key=lambda n: given[n] / tasks[n].share)
        window = next(givers[name])
        size = piece_count(window.words, model.cut)
        given[name] += size
        yield size, window


def mixed(tasks: Mapping[str, Task], model: Joint, seed: int, most: int) -> Iterator[list[Window]]:
    """Batches of windows of like length, `most` pieces each with their padding.

    Padding doubled the cost of a step when windows were taken as they come.
    """
    giver = drawn(tasks, model, seed)
    rng = random.Random(seed)
    left: list[tuple[int, Window]] = []
    while True:
        fresh = [next(giver) for _ in range(12 * most // 200)]
        pool = sorted([*left, *fresh], key=lambda p: p[0])
        left = []
        batches: list[list[Window]] = [[]]
        for size, window in pool:
            if batches[-1] and (len(batches[-1]) + 1) * (size + 6) > most:
                batches.append([])
            batches[-1].append(window)
        if len(batches[-1]) * 250 < most // 2:
            left = [(piece_count(w.words, model.cut), w) for w in batches.pop()]
        rng.shuffle(batches)
        yield from batches


def pace(step: int, steps: int) -> float:
    """Warm up, then a straight line down to 2%."""
    warm = max(1, int(steps * WARM))
    return step / warm if step < warm else max(0.02, (steps - step) / (steps - warm))


def train(model: Joint, steps: int, seed: int, most: int, out: Path, options: dict) -> None:
    best = optimizer(model, options["rate"], options["head_rate"])
    batches = mixed(model.tasks, model, seed, most)
    start, shown_at = time.time(), 0
    running: dict[str, float] = {}
    for step in range(steps):
        if options["minutes"]:
            # Sized by the clock: the step count follows the speed seen so far.
            gone = (time.time() - start) / 60
            if step >= 20:
                steps = max(step + 1, int(step * options["minutes"] / gone))
        if step >= steps:
            break
        model.train()
        windows = next(batches)
        with torch.autocast("cpu", torch.bfloat16):
            losses = model.losses(windows)
        total = sum(model.tasks[n].weight * v.float() for n, v in losses.items())
        for g in best.param_groups:
            g["lr"] = g["top"] * pace(step, steps)
        best.zero_grad()
        total.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        if math.isfinite(float(norm)):
            best.step()
        for n, v in losses.items():
            running[n] = 0.95 * running.get(n, v.item()) + 0.05 * v.item()
        if step - shown_at >= 25:
            shown_at = step
            told = " ".join(f"{n} {v:.3f}" for n, v in running.items())
            print(
                f"{step}/{steps} {(time.time() - start) / (step + 1):.2f}s/step {told}", flush=True
            )
        if step and step % 250 == 0:
            model.save(out.with_suffix(".part.pt"))
    model.save(out)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--out", type=Path, default=Path("models/en/work/en.pt"))
    ask.add_argument("--tasks", default=",".join(TASKS), help="comma-separated; default all")
    ask.add_argument("--from", dest="start", type=Path, help="a checkpoint to go on from")
    ask.add_argument("--steps", type=int, default=6000)
    ask.add_argument("--minutes", type=float, default=0.0, help="size the run by the clock instead")
    ask.add_argument("--pieces", type=int, default=2400)
    ask.add_argument("--rate", type=float, default=RATE)
    ask.add_argument("--head-rate", type=float, default=HEAD_RATE)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=1)
    ask.add_argument("--ewt-only", action="store_true", help="leave GUM's texts out")
    asked = ask.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(asked.threads)
    tasks = chosen(asked.tasks.split(","), asked.data, ewt_only=asked.ewt_only)
    model = Joint(tasks)
    model.encoder.load_pretrained()
    if asked.start:
        model.load(asked.start)
    options = {"rate": asked.rate, "head_rate": asked.head_rate, "minutes": asked.minutes}
    steps = 10**9 if asked.minutes else asked.steps
    train(model, steps, asked.seed, asked.pieces, asked.out, options)
    for name, task in tasks.items():
        print(name, json.dumps(task.evaluate(model, "dev")), flush=True)


if __name__ == "__main__":
    main()
