"""Fits src/tellings/words/pair_roots.npz: a party's deed towards another, by the sentence's words.

`python -m models.en.pair_words --data ../shared/data [--folds]`: logistic regression over hashed
words of PLV's sentences and of constructed ones, whose frames bring verbs that PLV lacks. Only
hashes and weights are kept.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from models.en.constructed.events import by_root, event
from models.en.plv import BIT, PLV_ROOTS, Case, folds, macro_f1, plv
from models.en.tasks.raw import words_of
from tellings.annotate.en.events import PAIRED, ROOTS
from tellings.annotate.en.pair_words import PLACES, features, signs

# Constructed sentences a root; what one of them weighs against one of PLV's; the squared weights'
# price: the best of a small grid by five folds.
EACH, SHARE, PRICE, STEPS = 400, 0.06, 1.4e-5, 60
OUT = Path(__file__).parents[2] / "src" / "tellings" / "words" / "pair_roots.npz"


def constructed(seed: int = 5) -> list[Case]:
    """Sentences of every root but OTHER, with their parties."""
    rng = random.Random(seed)
    made: list[Case] = []
    for root in sorted(set(by_root()) - {"OTHER"}):
        for _ in range(EACH):
            one = event(rng, root)
            found = words_of(one.text)
            parties: dict[str, list[int]] = {"source": [], "target": []}
            for start, end, label in one.marks:
                if label in parties:
                    parties[label] += [i for i, s in enumerate(found.starts) if start <= s < end]
            sides = (tuple(parties["source"]), tuple(parties["target"]))
            made.append(Case(found.words, found.spaces, (), BIT[root], *sides))
    return made


def places(case: Case) -> list[int]:
    return features(signs(case.words, set(case.actor), set(case.recipient)))


def rarity(rows: Sequence[Sequence[int]]) -> np.ndarray:
    """Each place's weight by how few sentences hold it (inverse document frequency)."""
    count = np.bincount(np.concatenate(rows), minlength=PLACES)
    return np.asarray(np.log((1 + len(rows)) / (1 + count)), dtype=np.float32)


def matrix(rows: Sequence[Sequence[int]], weights: np.ndarray) -> Tensor:
    """Sparse [sentences, PLACES], each row of length 1."""
    at, values = [], []
    for n, row in enumerate(rows):
        told = weights[row]
        told = told / max(1e-6, float(np.sqrt((told**2).sum())))
        at += [(n, place) for place in row]
        values += told.tolist()
    return torch.sparse_coo_tensor(
        torch.tensor(at).T, torch.tensor(values), (len(rows), PLACES)
    ).coalesce()


def fit(some: Sequence[Case], made: Sequence[Case]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rarity [PLACES], weights [PLACES, PAIRED] and bias [PAIRED]."""
    rows = [places(c) for c in (*some, *made)]
    weights = rarity([*rows[: len(some)], *rows[len(some) :: 10]])
    x = matrix(rows, weights)
    shares = torch.cat([torch.ones(len(some)), torch.full((len(made),), SHARE)])
    right = torch.tensor(
        [[c.roots >> (i + 1) & 1 for i in range(PAIRED)] for c in (*some, *made)], dtype=torch.bool
    )
    w = torch.zeros(PLACES, PAIRED, requires_grad=True)
    b = torch.zeros(PAIRED, requires_grad=True)
    best = torch.optim.LBFGS([w, b], max_iter=STEPS, line_search_fn="strong_wolfe")

    def price() -> Tensor:
        best.zero_grad()
        scores = torch.sparse.mm(x, w) + b
        loss = scores.logsumexp(1) - scores.masked_fill(~right, -1e4).logsumexp(1)
        total = (shares * loss).sum() / shares.sum() + PRICE * (w * w).sum()
        total.backward()
        return total

    best.step(price)
    return weights, w.detach().numpy(), b.detach().numpy()


def guesses(cases: Sequence[Case], fitted: tuple[np.ndarray, np.ndarray, np.ndarray]) -> list[str]:
    """The likeliest root of each, CONCEDE and RETREAT joined as PLV's YIELD."""
    weights, w, b = fitted
    scores = torch.sparse.mm(matrix([places(c) for c in cases], weights), torch.tensor(w)) + b
    told = []
    for row in scores.softmax(1).tolist():
        sure = dict(zip(ROOTS, row, strict=False))
        sure["YIELD"] = sure.pop("CONCEDE") + sure.pop("RETREAT")
        told.append(max(sure, key=lambda r: sure[r]))
    return told


def by_folds(
    every: Sequence[Case], made: Sequence[Case], groups: int = 5
) -> tuple[list[str], list[str]]:
    """Gold and guessed roots of PLV's folds, each left out in its turn."""
    named = {bits: root for root, bits in PLV_ROOTS.items()}
    mine = folds(every, groups)
    gold: list[str] = []
    guess: list[str] = []
    for fold in range(groups):
        fitted = fit([c for c, f in zip(every, mine, strict=True) if f != fold], made)
        left = [c for c, f in zip(every, mine, strict=True) if f == fold]
        gold += [named[c.roots] for c in left]
        guess += guesses(left, fitted)
    return gold, guess


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--folds", action="store_true", help="measure by five folds instead")
    asked = ask.parse_args()
    torch.set_num_threads(1)
    every, made = plv(asked.data / "plv" / "train.tsv"), constructed()
    if asked.folds:
        print(f"root macro-F1 by five folds: {macro_f1(*by_folds(every, made))}")
        return
    weights, w, b = fit(every, made)
    used = np.flatnonzero(np.abs(w).max(1) > 1e-3)
    scale = np.float32(np.abs(w).max() / 127)
    np.savez_compressed(
        OUT,
        places=used.astype(np.uint16),
        weights=np.round(w[used] / scale).astype(np.int8),
        scale=scale,
        bias=b.astype(np.float32),
        rarity=weights.astype(np.float16),
    )
    print(f"{OUT.name}: {len(used)} places, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
