"""Measures the shipped weights: `python -m models.en.evaluate --part dev`.

Choose on dev, of weights that have not learned from it (`train --with-dev`: MODEL_CARD.md says
which); run `--part test` once, at the end. From raw text always; `--gold` measures each
task with gold tokens (and sentences) too, on the same exported network (needs requirements.txt).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.en.raw import measure
from models.en.treebank import documents
from models.en.window import Window
from tellings.annotate.en.component import WEIGHTS, reader_of
from tellings.annotate.en.network import Network

SETS = {"dev": ("ewt", "gumopen"), "test": ("ewt", "gumopen", "gum", "pud")}

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Head:
    """An exported head: only its tables are left."""

    arrays: Mapping[str, Floats]

    def tables(self) -> Mapping[str, Floats]:
        return self.arrays


class Shipped:
    """The exported network in the place of the trained one: reads windows as they are."""

    def __init__(self, folder: Path) -> None:
        self.network = Network(folder)
        self.heads: dict[str, Head] = {}
        for name in {column.split(".")[0] for column in self.network.columns}:
            mine = {k: v for k, v in self.network.tables.items() if k.startswith(f"{name}.")}
            self.heads[name] = Head({k.split(".", 1)[1]: v for k, v in mine.items()})

    def read(
        self, windows: Sequence[Window], names: Sequence[str], size: int = 1
    ) -> Iterator[dict[str, Floats]]:
        """As `Joint.read`; one window at a time, whatever `size` says."""
        for w in windows:
            every = self.network.window(w.words, w.spaces, w.paragraphs, w.quoted)
            yield {k: v for k, v in every.items() if k.split(".")[0] in names}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--part", choices=sorted(SETS), default="dev")
    ask.add_argument("--weights", type=Path, default=WEIGHTS)
    ask.add_argument("--gold", action="store_true", help="with gold tokens too")
    ask.add_argument("--tasks", default="grammar,sentences,names", help="for --gold")
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
        _gold(asked.weights, asked.tasks.split(","), asked.data, asked.part)


def _gold(weights: Path, names: list[str], data: Path, part: str) -> None:
    from models.en.tasks import chosen

    model = Shipped(weights)
    for name, task in chosen(names, data).items():
        figures = task.evaluate(model, part)  # type: ignore[arg-type]
        print(f"gold tokens {name} {part}", json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
