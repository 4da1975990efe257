"""Trains the reader: `python -m models.en.train --data ../shared/data --out WORK/en.pt`.

Every step takes ~2,400 pieces of windows drawn from the tasks' streams by their shares, encodes
them once, and adds up the losses of all tasks that have labels there.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import torch
from torch import distributed, multiprocessing

from models.en.joint import Joint
from models.en.tasks import TASKS, chosen
from models.en.tasks.base import Task
from models.en.taught import Teacher
from models.en.window import Window, piece_count

RATE, HEAD_RATE, WARM = 1.5e-4, 1e-3, 0.06
# Batches of a step, each of windows of one length.
PARTS = 4
# How much of the kept mean of weights stays at each averaging: half of it is gone in 140 steps.
KEPT = 0.95
# Steps that workers take on their own between two averagings of their weights.
TOGETHER = 10


def optimizer(model: Joint, rate: float, head_rate: float) -> torch.optim.AdamW:
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    flat = [p for p in body if p.ndim < 2]
    deep = [p for p in body if p.ndim >= 2]
    groups = [
        {"params": deep, "lr": rate, "weight_decay": 0.01},
        {"params": flat, "lr": rate, "weight_decay": 0.0},
    ]
    for name, head in model.heads.items():
        own = head_rate * model.tasks[name].pace
        groups.append({"params": list(head.parameters()), "lr": own, "weight_decay": 0.01})
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

    Padding doubled the cost of a step when windows were taken as they come. A step takes PARTS of
    them: in one batch alone, tasks of single sentences met in few steps and hardly learned.
    """
    giver = drawn(tasks, model, seed)
    rng = random.Random(seed)
    left: list[tuple[int, Window]] = []
    while True:
        fresh = [next(giver) for _ in range(12 * PARTS * most // 200)]
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


@dataclass(frozen=True, slots=True)
class Plan:
    """How one run goes. `minutes` sizes it by the clock instead of by `steps`, where not 0."""

    data: Path
    out: Path
    start: Path | None
    tasks: tuple[str, ...]
    steps: int
    minutes: float
    pieces: int
    rate: float
    head_rate: float
    seed: int
    threads: int
    workers: int
    ewt_only: bool
    share: str
    weight: str
    with_dev: bool = False
    teacher: tuple[Path, ...] = ()


class Clock:
    """How many steps the run will have: given, or foreseen from the pace so far (all workers ask
    the first one, so that they stop together)."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.begun = time.time()
        self.steps = plan.steps

    def foreseen(self, step: int) -> int:
        if not self.plan.minutes:
            return self.steps
        if step < 20:
            return 10**6
        if step % 10 == 0:
            gone = (time.time() - self.begun) / 60
            left = int(step * self.plan.minutes / gone) - step
            # The last ten steps are not foreseen anew: the run ends with them.
            steps = torch.tensor([step + left if left >= 10 else self.steps])
            if self.plan.workers > 1:
                distributed.broadcast(steps, 0)
            self.steps = int(steps)
        return self.steps


def averaged(model: Joint, workers: int) -> None:
    """Every worker's weights become the mean of all workers' (local SGD, Stich 2019).

    Sharing gradients at each step made all wait for whichever worker had been held up.
    """
    if workers == 1:
        return
    learned = [p for p in model.parameters() if p.requires_grad]
    flat = torch.cat([p.data.flatten() for p in learned])
    distributed.all_reduce(flat)
    at = 0
    for p in learned:
        p.data.copy_(flat[at : at + p.numel()].view_as(p) / workers)
        at += p.numel()


def taken(model: Joint, batches: Sequence[list[Window]]) -> dict[str, float]:
    """Adds up the gradients of a step's batches; each task's mean loss over all their windows."""
    counts = [{n: sum(n in w.labels for w in b) for n in model.tasks} for b in batches]
    told: dict[str, float] = {}
    for batch, mine in zip(batches, counts, strict=True):
        with torch.autocast("cpu", torch.bfloat16):
            losses = model.losses(batch)
        parts = {n: v.float() * (mine[n] / sum(c[n] for c in counts)) for n, v in losses.items()}
        sum(model.tasks[n].weight * v for n, v in parts.items()).backward()  # type: ignore[union-attr]
        for n, v in parts.items():
            told[n] = told.get(n, 0.0) + v.item()
    return told


class Mean:
    """The exponential mean of the weights over the last steps (Polyak averaging): what is kept."""

    def __init__(self, model: Joint) -> None:
        self.weights = [p for p in model.parameters() if p.requires_grad]
        self.mean = [p.detach().clone() for p in self.weights]

    def add(self) -> None:
        for m, p in zip(self.mean, self.weights, strict=True):
            m.lerp_(p.detach(), 1 - KEPT)

    def swap(self) -> None:
        """Exchanges the model's weights and the mean."""
        for m, p in zip(self.mean, self.weights, strict=True):
            held = p.detach().clone()
            p.data.copy_(m)
            m.copy_(held)


def train(model: Joint, plan: Plan, rank: int, teacher: Teacher | None = None) -> None:
    """Steps until the plan's end; the first worker tells how it goes and saves."""
    best = optimizer(model, plan.rate, plan.head_rate)
    batches = mixed(model.tasks, model, plan.seed * 1000 + rank, plan.pieces // PARTS)
    mean = Mean(model)
    clock = Clock(plan)
    running: dict[str, float] = {}
    step = 0
    while step < (steps := clock.foreseen(step)):
        model.train()
        for g in best.param_groups:
            g["lr"] = g["top"] * pace(step, steps)
        best.zero_grad()
        drawn = list(islice(batches, PARTS))
        losses = taken(model, [teacher.labelled(b) for b in drawn] if teacher else drawn)
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        if math.isfinite(norm.item()):
            best.step()
        for n, v in losses.items():
            running[n] = 0.95 * running.get(n, v) + 0.05 * v
        step += 1
        if step % TOGETHER == 0:
            averaged(model, plan.workers)
            mean.add()
        if rank == 0 and step % 25 == 0:
            each = (time.time() - clock.begun) / step
            told = " ".join(f"{n} {v:.3f}" for n, v in running.items())
            print(f"{step}/{steps} {each:.2f}s/step {told}", flush=True)
        if rank == 0 and step % 250 == 0:
            mean.swap()
            model.save(plan.out.with_suffix(".part.pt"))
            mean.swap()
    averaged(model, plan.workers)
    if rank == 0:
        model.save(plan.out.with_suffix(".last.pt"))
        mean.swap()
        model.save(plan.out)


def settings(text: str) -> list[tuple[str, float]]:
    """`a=0.3,b=1` as pairs."""
    pairs = (part.partition("=") for part in text.split(",") if part)
    return [(name, float(value)) for name, _, value in pairs]


def work(rank: int, plan: Plan, meeting: str) -> None:
    """One worker: its own windows, the same weights."""
    torch.set_num_threads(plan.threads)
    if plan.workers > 1:
        distributed.init_process_group(
            "gloo", init_method=f"file://{meeting}", rank=rank, world_size=plan.workers
        )
    torch.manual_seed(plan.seed)
    tasks = chosen(plan.tasks, plan.data, ewt_only=plan.ewt_only, with_dev=plan.with_dev)
    for name, value in settings(plan.share):
        tasks[name].share = value
    for name, value in settings(plan.weight):
        tasks[name].weight = value
    model = Joint(tasks)
    model.encoder.load_pretrained()
    if plan.start:
        model.load(plan.start)
    torch.manual_seed(plan.seed * 1000 + rank)
    train(model, plan, rank, Teacher(tasks, plan.teacher) if plan.teacher else None)
    if rank == 0:
        for name, task in model.tasks.items():
            print(name, json.dumps(task.evaluate(model, "dev")), flush=True)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--out", type=Path, default=Path("models/en/work/en.pt"))
    ask.add_argument("--tasks", default=",".join(TASKS), help="comma-separated; default all")
    ask.add_argument("--from", dest="start", type=Path, help="a checkpoint to go on from")
    ask.add_argument("--steps", type=int, default=3000)
    ask.add_argument("--minutes", type=float, default=0.0, help="size the run by the clock instead")
    ask.add_argument("--pieces", type=int, default=2600, help="a worker's batch, with padding")
    ask.add_argument("--rate", type=float, default=RATE)
    ask.add_argument("--head-rate", type=float, default=HEAD_RATE)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=1, help="a worker")
    ask.add_argument("--workers", type=int, default=1, help="processes that average their weights")
    ask.add_argument("--ewt-only", action="store_true", help="leave GUM's texts out")
    ask.add_argument("--with-dev", action="store_true", help="the treebanks' dev parts teach too")
    ask.add_argument("--teacher", default="", help="checkpoints, the first labels others' windows")
    ask.add_argument("--share", default="", help="other shares than the tasks' own: a=0.3,b=0.1")
    ask.add_argument("--weight", default="", help="other weights of losses, alike")
    asked = vars(ask.parse_args())
    teachers = tuple(Path(name) for name in asked["teacher"].split(",") if name)
    plan = Plan(**{**asked, "tasks": tuple(asked["tasks"].split(",")), "teacher": teachers})
    with tempfile.TemporaryDirectory() as folder:
        meeting = f"{folder}/meeting"
        if plan.workers == 1:
            work(0, plan, meeting)
        else:
            multiprocessing.spawn(work, (plan, meeting), nprocs=plan.workers)


if __name__ == "__main__":
    main()
