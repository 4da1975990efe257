"""Fits the weights of words/timing.toml: `python -m bench.fit_timing [--record DIR] [--ecb DIR]`.

Logistic regression on pairs of times of different outlets in one story: do their values agree? Only
values of one grain count (two days, two months, two hours). No affair of the differences' test part
is read. In a story of many pairs each counts for less (by the root of their number), and so does
each agreement on a value on which many agree, for chance agrees on those. A sign whose weight would
turn against its meaning is left out and fitted again without it.

Printed besides: how often values agree at each likelihood, in stories that were left out in turn.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import numpy as np
from bench.corpora import affairs_of, states
from bench.logistic import solve
from numpy.typing import NDArray

from tellings import flow
from tellings.flow.scenes import scenes_of
from tellings.weigh.moments import standing
from tellings.weigh.rarity import Rarity
from tellings.weigh.scene import Scene
from tellings.weigh.timed import Timed, timed
from tellings.weigh.timing import Timing, candidates

TEST = Path(__file__).parent / "cases" / "test.jsonl"
PRICE = 1.0  # of a weight's squared distance from 0
FOLDS = 5
# What each sign may mean: 1 that it is one thing, -1 that it is not, 0 either.
MEANS = {
    "start": 0, "near_of_shorter": 1, "near_of_longer": 1, "clause_of_shorter": 1,
    "clause_of_longer": 1, "sentence_of_shorter": 1, "rarest": 1, "one_event": 1,
    "both_governed": 0, "other_actors": -1, "shared_parties": 1, "other_parties": -1,
    "shared_figures": 1, "other_figures": -1, "same_before": 1, "both_said": 0, "one_said": -1,
    "one_quoted": -1, "other_tense": -1, "around": 1, "headed": 1, "both_leading": 1,
    "both_first": 1, "depths_apart": -1,
}  # fmt: skip
Floats = NDArray[np.float64]


@dataclass(slots=True)
class Pairs:
    """The comparable pairs of one story: signs [pairs, MEANS], whether they agree, and weights."""

    signs: Floats
    agree: Floats
    counts: Floats


def pairs(scene: Scene, left_out: frozenset[str]) -> Pairs | None:
    """The pairs of a story; None where it has none."""
    timing = Timing(Rarity(scene), dict.fromkeys(MEANS, 0.0))
    told = [one for one in timed(scene) if scene.articles[one.article].input.item not in left_out]
    rows, agree, values = [], [], []
    for a, b in candidates(told, timing):
        if a.moment.grain != b.moment.grain or _one_outlet(scene, a, b):
            continue
        how = standing(a.moment, b.moment)
        if how is None or how[0] == "inside":
            continue
        rows.append([value for _, value in timing.signs(a, b)])
        agree.append(float(how[0] == "equal"))
        values.append(a.value if how[0] == "equal" else "")
    if not rows:
        return None
    often = Counter(values)
    each = [1 / sqrt(often[value]) if value else 1.0 for value in values]
    return Pairs(np.array(rows), np.array(agree), np.array(each) / sqrt(len(rows)))


def _one_outlet(scene: Scene, a: Timed, b: Timed) -> bool:
    return scene.origins.label(a.article) == scene.origins.label(b.article)


def fit(known: Sequence[Pairs]) -> Floats:
    """The weights, in the order of MEANS; those that are left out are 0."""
    x, y = np.concatenate([p.signs for p in known]), np.concatenate([p.agree for p in known])
    w = np.concatenate([p.counts for p in known])
    means = np.array(list(MEANS.values()))
    used = np.ones(len(MEANS), dtype=np.bool_)
    while True:
        told = np.zeros(len(MEANS))
        told[used] = solve(x[:, used], y, w * 3, PRICE)
        wrong = used & (told * means < 0)
        if not wrong.any():
            return told
        used &= ~wrong


def left_out(known: Sequence[Pairs]) -> None:
    """How often values agree at each likelihood, in stories that were left out in turn."""
    sure, agree, counts = [], [], []
    for fold in range(FOLDS):
        weights = fit([p for at, p in enumerate(known) if at % FOLDS != fold])
        for one in known[fold::FOLDS]:
            sure.append(1 / (1 + np.exp(-one.signs @ weights)))
            agree.append(one.agree)
            counts.append(one.counts)
    p, y, w = np.concatenate(sure), np.concatenate(agree), np.concatenate(counts)
    loss = -(w * np.log(np.where(y > 0, p, 1 - p))).sum() / w.sum()
    print(f"log loss on stories left out: {loss:.4f}")
    for tenth in range(10):
        at = (p >= tenth / 10) & (p < (tenth + 1) / 10)
        share = (w * y)[at].sum() / max(w[at].sum(), 1e-9)
        print(
            f"likely from {tenth / 10:.1f}: {at.sum():6} pairs, {share:.2f} of their weight agree"
        )


def fitted(all_states: Iterable[flow.State], aside: frozenset[str]) -> None:
    """Prints the lines of words/timing.toml, and how the fit holds."""
    scenes = [scene for state in all_states for scene in scenes_of(state)]
    known = [one for scene in scenes if (one := pairs(scene, aside)) is not None]
    left_out(known)
    print("[weights]")
    for name, weight in zip(MEANS, fit(known), strict=True):
        print(f"{name} = {weight:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--record", type=Path, help="a record of the development affairs")
    parser.add_argument("--ecb", type=Path, help="a record of ECB+'s documents")
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"skipped: no {options.data}")
        return
    fitted(states(options.data, options.record, options.ecb), test_articles(options.data))


def test_articles(data: Path) -> frozenset[str]:
    """The ids of the articles of the affairs that the differences' test part names."""
    held = {json.loads(line)["affair"] for line in TEST.read_text("utf-8").splitlines()}
    affairs = affairs_of(data / "affairs" / "articles.jsonl")
    return frozenset(article for article, affair in affairs.items() if affair in held)


if __name__ == "__main__":
    main()
