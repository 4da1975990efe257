"""Measures the shipped weights from raw text: `python -m models.en.evaluate --part dev`.

Choose on dev; run `--part test` once, at the end. `--gold CHECKPOINT` measures a checkpoint with
gold tokens and sentences as well.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from models.en.raw import measure
from models.en.treebank import documents
from tellings.annotate.en.component import WEIGHTS, reader_of

SETS = {"dev": ("ewt", "gumopen"), "test": ("ewt", "gumopen", "gum", "pud")}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--part", choices=sorted(SETS), default="dev")
    ask.add_argument("--weights", type=Path, default=WEIGHTS)
    ask.add_argument("--gold", type=Path, help="a checkpoint, measured with gold tokens too")
    ask.add_argument("--tasks", default="grammar,sentences,names")
    asked = ask.parse_args()
    folder = asked.data / "language"
    if not folder.is_dir():
        print(f"skipped: no treebanks at {folder}")
        return
    nlp = reader_of(asked.weights)
    for name in SETS[asked.part]:
        figures = measure(nlp, documents(folder / f"{name}_{asked.part}.jsonl"))
        print(f"raw {name} {asked.part}", json.dumps(figures), flush=True)
    if asked.gold:
        _gold(asked.gold, asked.tasks.split(","), asked.data, asked.part)


def _gold(checkpoint: Path, names: list[str], data: Path, part: str) -> None:
    from models.en.joint import Joint
    from models.en.tasks import chosen

    model = Joint(chosen(names, data))
    model.encoder.load_pretrained()
    model.load(checkpoint)
    for name, task in model.tasks.items():
        print(f"gold tokens {name} {part}", json.dumps(task.evaluate(model, part)), flush=True)


if __name__ == "__main__":
    main()
