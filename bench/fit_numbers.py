"""Fits the weights of words/numbering.toml: `python -m bench.fit_numbers [--folds]`.

Three regressions. `alike`, from equal figures: pairs of one rare figure in two articles of a story
count as one thing, pairs of one unit with far figures as two; no label is read by hand. `near` and
`apart`, from pairs of unlike figures that could be one value or could not: those of true items of
bench/cases/tune.jsonl and ecb.jsonl and of bench/cases/numbers.jsonl (judged by reading what stood
highest) against the rest of those affairs. A figure pair that an item holds for is left out where
it stands elsewhere in the affair, as it may be that item again. Both are drawn towards the weights
of all pairs, and these towards PRIOR. No affair of test.jsonl is read.

`--folds` prints instead how good the pairs are in topics that were left out in turn: an affair, or
both happenings of one of ECB+'s topics.
`--affairs RECORD` and `--ecb RECORD` take records built before.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import sqrt
from pathlib import Path

import numpy as np
from bench.corpora import affair
from bench.gold import items
from numpy.typing import NDArray

from tellings import flow
from tellings.flow.linking import dates_step, stories_step, times_step
from tellings.flow.scenes import scenes_of
from tellings.keep.store import Store
from tellings.weigh.alike import alike
from tellings.weigh.matching import FAMILY, Match, Matcher
from tellings.weigh.measure import Measure
from tellings.weigh.measures import measures
from tellings.weigh.rarity import Rarity
from tellings.weigh.scene import Scene

CASES = Path(__file__).parent / "cases"
OUT = Path(__file__).parents[1] / "src" / "tellings" / "words" / "numbering.toml"
# ECB+'s own development topics are kept for a last reading: no pair of theirs is fitted.
HELD = {f"ecb_{n}_{part}" for n in (2, 5, 12, 18, 21, 23, 34, 35) for part in ("ecb", "ecbplus")}
FAR = 1.2  # times: figures further apart are not one number
FEWEST, OF_EACH = 20, 6  # pairs of unlike figures of a story: so many, or so many to a like one
ALIKE_PRICE, PRICE = 1.0, 3.0  # of a weight's squared distance from its prior
OWN_PRICE = 6.0  # of those signs that `alike` has weighed already
TRAP = 2.0  # what a trap weighs against a pair that nobody judged
# Log odds before any pair is seen.
PRIOR = {
    "start": -2.0, "bound": 1.0, "digits": 1.0, "over": 0.0, "closer": 0.0, "close": -1.0,
    "vague": -0.5, "end": 0.0, "clash": -2.5, "raised": -2.0, "context": 1.0, "more_digits": 0.3,
    "fewer_digits": 0.3, "margin": 0.3, "told_too": -1.0, "few": -0.5, "clock": -0.5,
    "crowded_names": -1.0, "more": -1.0, "other_days": -1.0, "other_harm": -1.0,
    "one_count": 0.5, "conflicts": -0.3,
    "unlike": -1.0, "passage": 1.5, "other_names": -0.3, "other_owner": -0.5,
}  # fmt: skip
FAMILY_PRICE = 3.0  # on the way from the weights of all pairs to those of a family
FAMILIES = ("near", "apart")
LEAST = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)
Floats = NDArray[np.float64]
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """One candidate. `holds` is None where nobody can tell; `items` are those that it meets."""

    affair: str
    signs: Mapping[str, float]
    holds: bool | None
    trap: bool
    items: tuple[str, ...]
    key: str
    match: Match


@dataclass(frozen=True, slots=True)
class Told:
    """The stories of one corpus: names and affairs by an article's id."""

    name: str
    scenes: Sequence[Scene]
    names: Mapping[str, str]
    affairs: Mapping[str, str]


def told(name: str, record: Path, affairs: Mapping[str, str] | None, left_out: set[str]) -> Told:
    """The stories of a record, those left out that tell of an affair of the test part."""
    with Store.open(record, readonly=True) as store:
        kept = store.record()
    names = {i: str(a.input.item) for i, a in kept.articles.items()}
    of = {i: affairs[n] if affairs is not None else affair(n) for i, n in names.items()}
    state = flow.State({i: x for i, x in kept.articles.items() if x.aside is None}, kept.marks)
    for step in (stories_step, dates_step, times_step):
        state = step(state)
    state = replace(state, events=kept.groups.events, actors=kept.groups.actors)
    scenes = [s for s in scenes_of(state) if not left_out & {of[i] for i in s.story.articles}]
    return Told(name, scenes, names, of)


def equal(corpora: Sequence[Told]) -> tuple[list[str], list[tuple[str, float, Weights]]]:
    """Pairs of equal figures and of far ones: story, 1 or 0, and signs."""
    found: list[tuple[str, float, Weights]] = []
    for corpus in corpora:
        for scene in corpus.scenes:
            rarity = Rarity(scene)
            like, unlike = _by_figure(list(measures(scene)))
            random.Random(scene.story.id).shuffle(unlike)
            unlike = unlike[: max(FEWEST, OF_EACH * len(like))]
            for value, pairs in ((1.0, like), (0.0, unlike)):
                for a, b in pairs:
                    signs = dict(alike(a, b, rarity))
                    if signs["sentence"] <= 0.9:  # a copy tells nothing of other words
                        found.append((scene.story.id, value, signs))
    return sorted({name for _, _, signs in found for name in signs}), found


def _by_figure(
    ones: Sequence[Measure],
) -> tuple[list[tuple[Measure, Measure]], list[tuple[Measure, Measure]]]:
    units: dict[str, list[Measure]] = defaultdict(list)
    like, unlike = [], []
    for one in ones:
        if not (one.figure.vague or one.figure.span):
            units[one.figure.unit or ""].append(one)
    for members in units.values():
        for a, b in combinations(members, 2):
            low, high = sorted((float(a.figure.low), float(b.figure.low)))
            if low == high:
                rare = a.figure.digits > 1 or low >= 1000
                if a.article != b.article and rare and not a.clock:
                    like.append((a, b))
            elif a.place != b.place and (high > low * FAR or a.article == b.article):
                unlike.append((a, b))
    return like, unlike


def candidates(
    corpus: Told, files: Sequence[Path], alike_: Weights, judged_: Mapping[str, bool | None]
) -> list[Pair]:
    """The pairs of the affairs that were read, as the gold has them.

    ECB+'s happenings of one kind are two, and so are their numbers.
    """
    crossing = corpus.name == "ecb"
    gold = [one for file in files for one in items(file) if one.slot == "number"]
    read = {one.affair for file in files for one in items(file)}
    places: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    for n, item in enumerate(gold):
        for side, (article, start, end) in enumerate(item.sides):
            places[article].append((start, end, n, side))

    def met(one: Measure) -> list[tuple[int, int]]:
        span = one.quantity.span
        of = places[corpus.names[one.article]]
        return [(n, side) for start, end, n, side in of if span.start < end and start < span.end]

    made = []
    for scene in corpus.scenes:
        weights: dict[str, Weights] = {"alike": alike_, "near": {}, "apart": {}}
        matcher = Matcher(list(measures(scene)), Rarity(scene), scene.days, weights)
        for match in matcher.matches():
            a, b = match.a, match.b
            of = corpus.affairs[a.article]
            other = corpus.affairs[b.article]
            if of != other and {of, other} & read and crossing:
                made.append(Pair(of, match.signs, False, False, (), f"{of}|{other}", match))
            if of != other:
                continue
            both = [gold[n] for n, i in met(a) for m, j in met(b) if n == m and i != j]
            true = tuple(item.name for item in both if item.holds)
            key = "|".join((of, *sorted((str(a.figure), str(b.figure)))))
            holds = bool(true) if both else None
            trap = bool(both) and not true
            if of not in read and key not in judged_:
                continue
            made.append(Pair(of, match.signs, holds, trap, true or (key,), key, match))
    return made


def settled(pairs: Sequence[Pair], judged_: Mapping[str, bool | None]) -> list[Pair]:
    """The pairs that count, with what was judged by figures in one affair."""
    known = {pair.key for pair in pairs if pair.holds}
    made = []
    for pair in pairs:
        if pair.key in judged_ and not pair.trap:
            made.append(replace(pair, holds=judged_[pair.key]))
        elif pair.holds is not None:
            made.append(pair)
        elif pair.key not in known:
            made.append(replace(pair, holds=False))
    return [pair for pair in made if pair.holds is not None]


def judged(corpora: Sequence[Told]) -> dict[str, bool | None]:
    """By affair and figures: what bench/cases/numbers.jsonl says of a pair's two places."""
    found: dict[str, bool | None] = {}
    at: dict[tuple[str, int], str] = {}
    for corpus in corpora:
        for scene in corpus.scenes:
            for one in measures(scene):
                at[corpus.names[one.article], one.quantity.span.start] = str(one.figure)
    for line in (CASES / "numbers.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        figures = [at.get((side["article"], side["start"]), "") for side in row["sides"]]
        found["|".join((row["affair"], *sorted(figures)))] = row["holds"]
    return found


def fit_alike(corpora: Sequence[Told]) -> Weights:
    names, found = equal(corpora)
    x = _rows(names, [signs for _, _, signs in found])
    y = np.array([value for _, value, _ in found])
    of = Counter((story, value) for story, value, _ in found)
    w = np.array([1 / sqrt(of[story, value]) for story, value, _ in found])
    for value in (0.0, 1.0):
        w[y == value] *= 1000 / w[y == value].sum()
    weights = _solve(x, y, w, np.zeros(len(names)), _prices(names, ALIKE_PRICE, set()))
    return dict(zip(names, weights.tolist(), strict=True))


def fit_pairs(pairs: Sequence[Pair], own: set[str]) -> dict[str, Weights]:
    """By family of nearness: the weights of its pairs, drawn to those of all pairs."""
    joint = _fit(pairs, own, PRIOR, PRICE)
    return {name: _fit(_of(pairs, name), own, joint, FAMILY_PRICE) for name in FAMILIES}


def _of(pairs: Sequence[Pair], name: str) -> list[Pair]:
    return [pair for pair in pairs if FAMILY[pair.match.nearness] == name]


def _fit(
    pairs: Sequence[Pair], own: set[str], priors: Mapping[str, float], price: float
) -> Weights:
    names = sorted({name for pair in pairs for name in pair.signs})
    x = _rows(names, [pair.signs for pair in pairs])
    y = np.array([float(bool(pair.holds)) for pair in pairs])
    of = Counter(item for pair in pairs if pair.holds for item in pair.items)
    w = np.array([_share(pair, of) for pair in pairs])
    prior = np.array([priors.get(name, 0.0) for name in names])
    weights = _solve(x, y, w, prior, _prices(names, price, own))
    return dict(zip(names, weights.tolist(), strict=True))


def _share(pair: Pair, of: Mapping[str, int]) -> float:
    if pair.holds:
        return max(1 / sqrt(of[item]) for item in pair.items)
    return TRAP if pair.trap else 1.0


def _rows(names: Sequence[str], signs: Sequence[Mapping[str, float]]) -> Floats:
    return np.array([[one.get(name, 0.0) for name in names] for one in signs])


def _prices(names: Sequence[str], price: float, own: set[str]) -> Floats:
    prices = [OWN_PRICE if name in own else price for name in names]
    return np.array([1e-2 if name == "start" else p for name, p in zip(names, prices, strict=True)])


def _solve(x: Floats, y: Floats, w: Floats, prior: Floats, price: Floats) -> Floats:
    """Newton's method on the weighted log loss with a price on the way from the prior.

    A step is halved until the loss falls.
    """

    def loss(at: Floats) -> float:
        odds = x @ at
        return float(w @ (np.logaddexp(0, odds) - y * odds) + price @ (at - prior) ** 2 / 2)

    at = prior.copy()
    for _ in range(50):
        sure = 1 / (1 + np.exp(-np.clip(x @ at, -30, 30)))
        slope = x.T @ (w * (sure - y)) + price * (at - prior)
        bend = (x * (w * sure * (1 - sure))[:, None]).T @ x + np.diag(price)
        step = np.linalg.solve(bend, slope)
        while loss(at - step) > loss(at) and np.abs(step).max() > 1e-6:
            step = step / 2
        at = at - step
        if np.abs(step).max() < 1e-6:
            break
    return at


def left_out(pairs: Sequence[Pair], own: set[str]) -> Floats:
    """The probability of each pair by weights that its topic had no part in."""
    sure = np.zeros(len(pairs))
    for name in sorted({_topic(pair) for pair in pairs}):
        weights = fit_pairs([pair for pair in pairs if _topic(pair) != name], own)
        for n, pair in enumerate(pairs):
            if _topic(pair) == name:
                of = weights[FAMILY[pair.match.nearness]]
                odds = sum(of.get(k, 0.0) * v for k, v in pair.signs.items())
                sure[n] = 1 / (1 + np.exp(-odds))
    return sure


def _topic(pair: Pair) -> str:
    """The affair; ECB+'s two happenings of one kind are told in the same words, and are one."""
    return pair.affair.removesuffix("_ecbplus").removesuffix("_ecb")


def folds(pairs: Sequence[Pair], sure: Floats) -> None:
    """How good pairs are that are at least so sure, by family."""
    for name in FAMILIES:
        held = [n for n, pair in enumerate(pairs) if FAMILY[pair.match.nearness] == name]
        print(name)
        _shown([pairs[n] for n in held], sure[held])


def _shown(pairs: Sequence[Pair], sure: Floats) -> None:
    gold = {i for pair in pairs if pair.holds for i in pair.items if i.startswith("number/")}
    every = {item for pair in pairs if pair.holds for item in pair.items}
    for least in LEAST:
        shown = [pair for pair, s in zip(pairs, sure, strict=True) if s >= least]
        right = sum(bool(pair.holds) for pair in shown)
        kept = {item for pair in shown if pair.holds for item in pair.items}
        sprung = sum(pair.trap for pair in shown)
        print(
            f"least {least:.2f}: {right} of {len(shown)} pairs hold "
            f"({right / max(len(shown), 1):.2f}); {len(kept)} of {len(every)} items, "
            f"{len(kept & gold)} of {len(gold)} of the gold; "
            f"{sprung} pairs of traps"
        )


def write(alike_: Weights, pairs: Mapping[str, Weights]) -> None:
    """The weights into words/numbering.toml, what says why above them kept."""
    head = OUT.read_text("utf-8").split("[alike]", 1)[0]
    parts = [head.rstrip() + "\n"]
    for name, weights in (("alike", alike_), *pairs.items()):
        lines = (f"{key} = {value:.2f}" for key, value in sorted(weights.items()))
        parts.append(f"[{name}]\n" + "\n".join(lines) + "\n")
    OUT.write_text("\n".join(parts), "utf-8")


def corpora_of(options: argparse.Namespace) -> list[Told]:
    file = options.data / "affairs" / "articles.jsonl"
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    affairs = {str(row["id"]): str(row["affair"]) for row in rows}
    test = {one.affair for one in items(CASES / "test.jsonl")}
    return [
        told("affairs", options.affairs, affairs, test),
        told("ecb", options.ecb, None, HELD),
    ]


def every_pair(
    corpora: Sequence[Told], alike_: Weights, judged_: Mapping[str, bool | None]
) -> Iterator[Pair]:
    files = {"affairs": [CASES / "tune.jsonl"], "ecb": [CASES / "ecb.jsonl"]}
    for corpus in corpora:
        yield from candidates(corpus, files[corpus.name], alike_, judged_)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--affairs", type=Path, help="a record of the affairs")
    parser.add_argument("--ecb", type=Path, help="a record of ECB+ train and dev")
    parser.add_argument("--folds", action="store_true", help="measure by folds, write nothing")
    options = parser.parse_args()
    if not (options.data / "affairs").is_dir() or not (options.affairs and options.ecb):
        print(f"skipped: needs affairs at {options.data} and records of both corpora")
        return
    corpora = corpora_of(options)
    alike_ = fit_alike(corpora)
    known = judged(corpora)
    pairs = settled(list(every_pair(corpora, alike_, known)), known)
    own = set(alike_) - {"start"}
    if options.folds:
        folds(pairs, left_out(pairs, own))
        return
    write(alike_, fit_pairs(pairs, own))
    print(f"{sum(bool(p.holds) for p in pairs)} of {len(pairs)} pairs hold")


if __name__ == "__main__":
    main()
