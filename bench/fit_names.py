"""Fits the weights of words/names.toml: `python -m bench.fit_names [--folds] [--data DIR]`.

Logistic regression on the pairs of spellings that `weigh/variants.py` finds in the development
affairs (none of the part that is kept for tests) and in ECB+'s train and dev part, joined into
stories as a build joins them. bench/cases/names.jsonl says which are one name's, read by hand with
the articles open: each line has the article and the place of both spellings; `holds` is null where
nobody can tell, and every candidate that no line names is two names. The weights are drawn towards
`PRIOR`, set by hand before; one that would turn against its meaning is left out.

`--folds` prints instead how many of the pairs hold in stories that were left out in turn.
`--record DIR` and `--ecb DIR` take records built before, and do not read again.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench.corpora import affairs_of, states
from numpy.typing import NDArray

from tellings.flow import State
from tellings.flow.scenes import background_weights, scenes_of
from tellings.model import Cite
from tellings.text.naming import folded_names
from tellings.text.spellings import Spelling
from tellings.weigh.forms import name_forms
from tellings.weigh.frames import frames, twins
from tellings.weigh.scene import Scene
from tellings.weigh.sentences import sentences
from tellings.weigh.spelled import signs
from tellings.weigh.swapped import swaps
from tellings.weigh.variants import Variant, variants
from tellings.words.people import nicknames
from tellings.words.spelling import spelling
from tellings.words.tables import toml

CASES = Path(__file__).parent / "cases"
OUT = Path(__file__).parents[1] / "src" / "tellings" / "words" / "names.toml"
PRICE = 1.0  # of a weight's squared distance from its prior: of .5, 1 and 2 the best by --folds
# Log odds before any pair is seen; the sign of each says what it may mean.
PRIOR = {
    "start": -1.5, "one_letter": 1.0, "two_letters": -0.1, "unlike": -3.0, "swapped": 0.8,
    "written_by_sound": 0.5, "other_start": -0.7, "goes_on": -0.5, "plural_inside": 0.3,
    "plural_last": -0.7, "plural_beside": -8.0, "first_names": -0.7, "relatives": -3.0,
    "short": -1.0, "figures": 4.0, "both_rare": 1.0, "one_rare": 0.5, "unknown": 0.8,
    "shared": 1.0, "shared_rare": 1.0, "shared_none": -0.5, "once": 0.5, "often": 0.7,
    "both_often": -1.0, "one_article": -0.1, "one_sentence": -1.0, "other_kind": -0.7,
    "person": 0.3, "other_gender": -1.5, "own_names": -4.5, "beside": 1.0, "against_first": -3.0,
    "in_longer": -0.1, "near_alike": 1.0, "sentence_alike": 1.0,
    "one_place": 2.0, "replaced": 4.0, "rarer": 1.0,
}  # fmt: skip
NAMES = list(PRIOR)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate: its story's affair or topic, its words, its signs, and whether it holds."""

    group: str
    words: str
    row: Floats
    holds: bool | None


Place = tuple[str, int, int]


def read_cases() -> dict[frozenset[Place], bool | None]:
    """Whether the words at two places are one name's spellings; None where nobody can tell."""
    found: dict[frozenset[Place], bool | None] = {}
    for line in (CASES / "names.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        found[frozenset((str(a), int(s), int(e)) for a, s, e in case["sides"])] = case["holds"]
    return found


def _holds(
    pair: Variant, scene: Scene, cases: Mapping[frozenset[Place], bool | None]
) -> bool | None:
    mine, theirs = (
        {place for form in forms for cite in form.cites for place in _places(cite, word, scene)}
        for forms, word in ((pair.mine, pair.one), (pair.theirs, pair.other))
    )
    for places, holds in cases.items():
        if len(places & mine) == 1 and len(places & theirs) == 1:
            return holds
    return False


def _places(cite: Cite, word: str, scene: Scene) -> Iterator[Place]:
    at = cite.text.find(word)
    if at >= 0:
        item = str(scene.articles[cite.article].input.item)
        yield item, cite.start + at, cite.start + at + len(word)


def pairs(
    scenes: Sequence[tuple[str, Scene]], cases: Mapping[frozenset[Place], bool | None]
) -> Iterator[Pair]:
    """The candidates of stories, each with its group."""
    known, weight = Spelling(spelling()), background_weights().of
    short = folded_names(nicknames())
    for group, scene in scenes:
        forms = name_forms(scene)
        swapped = swaps(forms, frames(scene, twins(sentences(scene))), weight)
        for pair in variants(forms, known, short, swapped):
            told = signs(pair, scene, weight)
            yield Pair(
                group,
                f"{pair.one}~{pair.other}",
                np.array([told.get(name, 0.0) for name in NAMES]),
                _holds(pair, scene, cases),
            )


def affairs(file: Path, state: State) -> list[tuple[str, Scene]]:
    """The stories of the development affairs without those of the part kept for tests."""
    of = affairs_of(file)
    lines = (CASES / "test.jsonl").read_text("utf-8").splitlines()
    hidden = {json.loads(line)["affair"] for line in lines}
    found = []
    for scene in scenes_of(state):
        told = {of[str(scene.articles[a].input.item)] for a in scene.story.articles}
        if told.isdisjoint(hidden):
            found.append((min(told), scene))
    return found


def topics(state: State) -> list[tuple[str, Scene]]:
    """The stories of ECB+ train and dev, each by its topic's number."""
    found = []
    for scene in scenes_of(state):
        first = str(scene.articles[scene.story.articles[0]].input.item)
        found.append((first.split("_")[0], scene))
    return found


def fit(told: Sequence[Pair]) -> Floats:
    """The weights, in the order of NAMES; those that are left out are 0."""
    x = np.array([pair.row for pair in told])
    y = np.array([bool(pair.holds) for pair in told], dtype=np.float64)
    prior = np.array(list(PRIOR.values()))
    used = np.ones(len(NAMES), dtype=np.bool_)
    while True:
        weights = np.zeros(len(NAMES))
        weights[used] = prior[used] + _solve(x[:, used], y, x[:, used] @ prior[used])
        wrong = used & (weights * prior < 0)
        wrong[0] = False
        if not wrong.any():
            return weights
        used &= ~wrong


def _solve(x: Floats, y: Floats, off: Floats) -> Floats:
    """Newton's method on the log loss with PRICE on all weights but the first, `start`."""
    told = np.zeros(x.shape[1])
    price = np.full(x.shape[1], PRICE)
    price[0] = 0.05
    for _ in range(40):
        likely = 1 / (1 + np.exp(-np.clip(x @ told + off, -30, 30)))
        bend = (x * (likely * (1 - likely))[:, None]).T @ x + np.diag(price)
        step = np.linalg.solve(bend, x.T @ (likely - y) + price * told)
        told -= step
        if np.abs(step).max() < 1e-6:
            break
    return told


def folds(told: Sequence[Pair], errors: bool) -> None:
    """Precision and recall of the pairs in groups that were left out in turn."""
    likely = np.zeros(len(told))
    for group in sorted({pair.group for pair in told}):
        weights = fit([pair for pair in told if pair.group != group])
        for n, pair in enumerate(told):
            if pair.group == group:
                likely[n] = 1 / (1 + np.exp(-pair.row @ weights))
    true = np.array([bool(pair.holds) for pair in told])
    for limit in (0.5, 0.6, 0.65, 0.7, 0.8, 0.9):
        shown = likely >= limit
        right = int((shown & true).sum())
        share = right / max(int(shown.sum()), 1)
        print(f"from {limit}: P {share:.3f} ({shown.sum()}) R {right / true.sum():.3f}")
    if errors:
        limit = toml("names.toml")["told_from"]
        for n in np.argsort(-likely):
            if (likely[n] >= limit) != true[n]:
                print(f"   {likely[n]:.2f} {true[n]!s:5} {told[n].group} {told[n].words}")


def write(weights: Floats) -> None:
    lines = "\n".join(f"{n} = {v:.2f}" for n, v in zip(NAMES, weights, strict=True))
    text = OUT.read_text("utf-8")
    OUT.write_text(re.sub(r"(?s)\[weights\]\n.*", f"[weights]\n{lines}\n", text), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--record", type=Path, help="a record of the affairs")
    parser.add_argument("--ecb", type=Path, help="a record of ECB+ train and dev")
    parser.add_argument("--folds", action="store_true", help="measure by folds, write nothing")
    parser.add_argument("--errors", action="store_true", help="with --folds: print what is wrong")
    options = parser.parse_args()
    folder, file = options.data / "ecbplus", options.data / "affairs" / "articles.jsonl"
    if not folder.is_dir() or not file.is_file():
        print(f"skipped: no ECB+ at {folder} or no affairs at {file}")
        return
    held, ecb = states(options.data, options.record, options.ecb)
    stories = [*affairs(file, held), *topics(ecb)]
    told = [pair for pair in pairs(stories, read_cases()) if pair.holds is not None]
    print(f"{len(told)} pairs, {sum(bool(p.holds) for p in told)} of one name")
    if options.folds:
        folds(told, options.errors)
    else:
        write(fit(told))


if __name__ == "__main__":
    main()
