"""PLV by five folds: the events task alone, trained from the published encoder each time.

`python -m models.en.folds --data ../shared/data` prints root macro-F1 over all left-out sentences.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

import torch

from models.en.joint import Joint
from models.en.plv import macro_f1
from models.en.tasks.events import Events
from models.en.train import HEAD_RATE, RATE, Plan, train

FOLDS, STEPS, PIECES = 5, 500, 800


def one_fold(data: Path, fold: int, steps: int, seed: int, work: Path) -> dict[str, list[str]]:
    """Gold and guessed roots of one left-out fold."""
    torch.manual_seed(seed)
    task = Events(fold)
    task.prepare(data)
    model = Joint({task.name: task})
    model.encoder.load_pretrained()
    train(model, _plan(data, work / f"fold{fold}.pt", steps, seed), 0)
    gold, guess = task.guesses(model)
    return {"gold": gold, "guess": guess}


def _plan(data: Path, out: Path, steps: int, seed: int) -> Plan:
    return Plan(
        data=data,
        out=out,
        start=None,
        tasks=("events",),
        steps=steps,
        minutes=0.0,
        pieces=PIECES,
        rate=RATE,
        head_rate=HEAD_RATE,
        seed=seed,
        threads=1,
        workers=1,
        ewt_only=False,
    )


def measure(
    data: Path,
    work: Path,
    *,
    steps: int = STEPS,
    seed: int = 1,
    which: Sequence[int] = range(FOLDS),
) -> dict[str, float]:
    """Macro-F1 and accuracy over the folds; each fold's guesses are kept in `work`."""
    gold: list[str] = []
    guess: list[str] = []
    work.mkdir(parents=True, exist_ok=True)
    for fold in which:
        start = time.time()
        told = one_fold(data, fold, steps, seed, work)
        (work / f"fold{fold}.json").write_text(json.dumps(told), encoding="utf-8")
        gold, guess = gold + told["gold"], guess + told["guess"]
        figure = macro_f1(told["gold"], told["guess"])
        print(f"fold {fold}: macro-F1 {figure} in {time.time() - start:.0f} s", flush=True)
    right = sum(map(str.__eq__, gold, guess))
    return {
        "macro_f1": macro_f1(gold, guess),
        "accuracy": round(100 * right / len(gold), 2),
        "sentences": len(gold),
    }


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--work", type=Path, default=Path("models/en/work/folds"))
    ask.add_argument("--steps", type=int, default=STEPS)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--folds", default="0,1,2,3,4")
    asked = ask.parse_args()
    torch.set_num_threads(1)
    which = [int(f) for f in asked.folds.split(",")]
    print(
        json.dumps(measure(asked.data, asked.work, steps=asked.steps, seed=asked.seed, which=which))
    )


if __name__ == "__main__":
    main()
