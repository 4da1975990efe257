"""Fits src/tellings/words/eventhood.toml: which triggers tell of a happening of the record.

`python -m models.en.eventhood --data ../shared/data`: logistic regression over the signs of
annotate/signs.py, on bench/cases/triggers.jsonl (article id, start, whether it is a happening:
judged by hand in affairs of the tuned half). Prints ten-fold precision and recall; only the weights
are kept. A minute on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tellings.annotate.article import annotate
from tellings.annotate.events import mentions_at
from tellings.annotate.reader import reader
from tellings.annotate.signs import signs
from tellings.annotate.triggers import triggers
from tellings.model import Article
from tellings.read.inputs import read
from tellings.text.masking import masked

ROOT = Path(__file__).parents[2]
CASES = ROOT / "bench" / "cases" / "triggers.jsonl"
OUT = ROOT / "src" / "tellings" / "words" / "eventhood.toml"
PRICE = 2.0  # of the squared weights: .5 to 4 differ by .01 in ten-fold log loss
LEAST = 4  # triggers with a sign, of fewer nothing is learned
Case = tuple[frozenset[str], bool]
HEAD = """\
# How much each sign of annotate/signs.py counts for a trigger's being a happening, in log odds.
# Source: fitted by models/en/eventhood.py to {n} triggers judged by hand; a tenth left out each
# time, P {p:.2f} and R {r:.2f} at probability .6.

[weights]
"""


def cases(path: Path) -> Iterator[Case]:
    """The signs of each judged trigger, and the judgement."""
    judged: dict[str, dict[int, bool]] = {}
    for line in CASES.read_text("utf-8").splitlines():
        case = json.loads(line)
        judged.setdefault(case["article"], {})[case["start"]] = case["holds"]
    nlp = reader()
    for article in read([str(path)], None):
        held = judged.get(article.input.item or "") if isinstance(article, Article) else None
        if not held or not isinstance(article, Article):
            continue
        doc = nlp(masked(article.text, article.furniture))
        marks = annotate(article, lambda _, doc=doc: doc)  # type: ignore[arg-type]
        found = list(triggers(doc))
        for trigger, mention in zip(found, mentions_at(doc, article.id, marks, found), strict=True):
            if trigger.token.idx in held:
                told = signs(trigger, mention, marks.quotes, article.headline)
                yield told, held[trigger.token.idx]


def fitted(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights by Newton's method; the first column's, the intercept's, are free."""
    w = np.zeros(x.shape[1])
    price = np.full(x.shape[1], PRICE)
    price[0] = 1e-3
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve(
            (x.T * (p * (1 - p))) @ x + np.diag(price), x.T @ (p - y) + price * w
        )
        w -= step
        if abs(step).max() < 1e-9:
            break
    return np.asarray(w)


def left_out(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float]:
    """Precision and recall at probability .6, each tenth judged by the others' weights."""
    order = np.random.default_rng(0).permutation(len(y))
    sure = np.zeros(len(y))
    for fold in range(10):
        held = order[fold::10]
        rest = np.setdiff1d(order, held)
        sure[held] = 1 / (1 + np.exp(-x[held] @ fitted(x[rest], y[rest])))
    taken = sure >= 0.6
    return float(y[taken].mean()), float(y[taken].sum() / y.sum())


def matrix(told: Sequence[Case], names: Sequence[str]) -> NDArray[np.float64]:
    """A row a trigger: 1, then whether each sign is there."""
    return np.array([[1.0, *(float(name in signs) for name in names)] for signs, _ in told])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    path = parser.parse_args().data / "affairs" / "articles.jsonl"
    if not path.is_file():
        print(f"skipped: no affairs at {path}")
        return
    told = list(cases(path))
    count = Counter(name for signs, _ in told for name in signs)
    names = sorted(name for name, n in count.items() if n >= LEAST)
    x, y = matrix(told, names), np.array([float(holds) for _, holds in told])
    p, r = left_out(x, y)
    print(f"{len(told)} triggers, {int(y.sum())} happenings, ten-fold at .6: P {p:.3f} R {r:.3f}")
    weights = zip(["start", *names], fitted(x, y), strict=True)
    lines = "".join(f'"{name}" = {value:.2f}\n' for name, value in weights)
    OUT.write_text(HEAD.format(n=len(told), p=p, r=r) + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
