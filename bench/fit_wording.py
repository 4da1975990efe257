"""Fits the weights of words/wording.toml: `python -m bench.fit_wording [--folds]`.

Logistic regression on pairs of quoted sentences that have words in common (weigh/quoted.py). True
are those that meet a true difference of wording of the gold (bench/cases/tune.jsonl, ecb.jsonl) or
were read and found true (bench/cases/wording.jsonl, articles by id, offsets); false all others of
the gold's affairs, and what was read and found false. A judged pair speaks for all pairs of the
same words. The weights are drawn towards `PRIOR`, set by hand before; one that would turn against
its meaning is left out.

`--folds` prints instead what is found, and how much of it is true, in affairs that were left out in
turn, by least probability. Affairs of the test part are never read.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench.corpora import affair
from bench.gold import Item, items
from bench.logistic import solve
from numpy.typing import NDArray

from tellings import flow
from tellings.flow.linking import events_step
from tellings.flow.scenes import background_weights, scenes_of
from tellings.keep.store import Store
from tellings.text.spellings import Spelling
from tellings.weigh.quoted import Piece, candidates, pieces
from tellings.weigh.reworded import Quoted, signs
from tellings.words.spelling import spelling

CASES = Path(__file__).parent / "cases"
OUT = Path(__file__).parents[1] / "src" / "tellings" / "words" / "wording.toml"
PRICE = 5.0  # of a weight's squared distance from its prior
# Log odds before any pair is seen; the sign of each says what it may mean. 0 may be either.
PRIOR = {
    "start": -8.0, "equal": 1.0, "cover": 1.5, "density": 2.0, "run": 0.5, "rare": 0.5,
    "share": 2.0, "share_of_longer": 1.5, "named": -2.0, "same_speaker": 1.0,
    "other_speaker": -1.0, "around": 0.6, "one_statement": 1.5, "one_article": -0.5,
    "headline": 0.0, "own_headline": 1.5, "days_apart": -0.7, "neighbours": 1.0, "lone": -1.0,
    "modifier": 5.0, "fragment": 0.0, "sentence": 0.0, "changed": -0.01, "swapped": 0.0,
    "inflected": 0.0, "telling": 0.0, "edge": -1.0, "edge_only": -1.5, "told_alike": -1.0,
    "unread": 0.0,
}  # fmt: skip
NAMES = list(PRIOR)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate: its affair, the two pieces with their article's id in the data, its signs."""

    affair: str
    sides: tuple[tuple[str, Piece], tuple[str, Piece]]
    signs: Floats

    @property
    def words(self) -> frozenset[tuple[str, ...]]:
        return frozenset(piece.words for _, piece in self.sides)


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair, whether it is a true difference, and the number of the item that says so."""

    pair: Pair
    true: bool
    item: str


def pairs(state: flow.State, affairs: dict[str, str], left_out: frozenset[str]) -> list[Pair]:
    """The candidates of every story; stories with an article of an affair that is left out not."""
    known, rarity = Spelling(spelling()), background_weights().of
    found = []
    for scene in scenes_of(state):
        names = {i: str(scene.articles[i].input.item) for i in scene.story.articles}
        told = {affairs[name] for name in names.values()}
        if told & left_out:
            continue
        quoted = Quoted(pieces(scene, rarity), known, scene.stop)
        for one, other in candidates(quoted.pieces):
            values = signs(one, other, quoted)
            if values is not None:
                row = np.array([values[1][name] for name in NAMES])
                sides = ((names[one.article], one), (names[other.article], other))
                found.append(Pair(min(told), sides, row))
    return found


def judged(found: Sequence[Pair], gold: Sequence[Item], read: Sequence[Item]) -> list[Judged]:
    """The pairs of affairs that were read, each true or false; those left open are not in it."""
    meeting = [item for item in gold if item.slot == "wording" and item.holds]
    by_words = {}
    for item in read:
        for pair in found:
            if _meets(pair, item):
                by_words[pair.words] = item
    made = []
    whole = {item.affair for item in gold}
    for number, pair in enumerate(found):
        own = by_words.get(pair.words)
        if (own is None and pair.affair not in whole) or (own is not None and own.type == "open"):
            continue
        item = own if own and own.holds else next((i for i in meeting if _meets(pair, i)), None)
        true = item is not None and not (own is not None and not own.holds)
        made.append(Judged(pair, true, item.name if item and true else f"none {number}"))
    return made


def _meets(pair: Pair, item: Item) -> bool:
    hit = [
        {n for n, place in enumerate(item.sides) if _over(place, name, piece)}
        for name, piece in pair.sides
    ]
    return any(a != b for a in hit[0] for b in hit[1])


def _over(place: tuple[str, int, int], name: str, piece: Piece) -> bool:
    article, start, end = place
    return article == name and piece.span.start < end and start < piece.span.end


def fit(rows: Sequence[Judged]) -> Floats:
    """The weights, in the order of NAMES; those that are left out are 0."""
    counts = Counter(row.item for row in rows)
    x = np.array([row.pair.signs for row in rows])
    y = np.array([row.true for row in rows], float)
    w = np.array([1 / counts[row.item] ** 0.5 for row in rows])
    prior = np.array(list(PRIOR.values()))
    used = np.ones(len(NAMES), dtype=np.bool_)
    while True:
        told = np.zeros(len(NAMES))
        told[used] = prior[used] + solve(x[:, used], y, w, PRICE, x[:, used] @ prior[used])
        wrong = used & (told * prior < 0)
        if not wrong.any():
            return told
        used &= ~wrong


def left_out(rows: Sequence[Judged]) -> Floats:
    """The probability of each pair by weights fitted without its affair."""
    affairs = np.array([row.pair.affair for row in rows])
    sure = np.zeros(len(rows))
    for name in sorted(set(affairs.tolist())):
        out = affairs == name
        weights = fit([row for row, held in zip(rows, out, strict=True) if not held])
        for n in np.flatnonzero(out):
            sure[n] = 1 / (1 + np.exp(-(rows[n].pair.signs @ weights)))
    return sure


def table(rows: Sequence[Judged], sure: Floats) -> None:
    """By least probability: true and false pairs found, each pair of wordings once, and items."""
    every = {row.item for row in rows if row.true}
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        found = [row for row, p in zip(rows, sure, strict=True) if p >= least]
        false = {row.pair.words for row in found if not row.true}
        true = {row.item for row in found if row.true}
        share = len(true) / max(len(true) + len(false), 1)
        print(f"{least}: {len(true)} of {len(every)} found, {len(false)} false ({share:.2f})")


def write(weights: Iterable[float]) -> None:
    """The weights into words/wording.toml, those that are left out too, as 0."""
    lines = "\n".join(f"{n} = {v:.2f}" for n, v in zip(NAMES, weights, strict=True))
    text = OUT.read_text("utf-8")
    OUT.write_text(re.sub(r"(?s)\[weights\]\n.*", f"[weights]\n{lines}\n", text), "utf-8")


def state_of(record: Path) -> flow.State:
    """A record's articles and marks, linked again as far as statements."""
    with Store.open(record, readonly=True) as store:
        kept = store.record()
    read = {i: a for i, a in sorted(kept.articles.items()) if a.aside is None}
    state = flow.State(read, {i: kept.marks[i] for i in read})
    for step in flow.STEPS[: flow.STEPS.index(events_step)]:
        state = step(state)
    return state


def development(data: Path) -> tuple[dict[str, str], frozenset[str]]:
    """The affair of each article of the development affairs, and the affairs kept for testing."""
    lines = (data / "affairs" / "articles.jsonl").read_text("utf-8").splitlines()
    affairs = {str(row["id"]): str(row["affair"]) for row in map(json.loads, lines)}
    kept = frozenset(item.affair for item in items(CASES / "test.jsonl"))
    return affairs, kept


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--record", type=Path, help="a record of the development affairs")
    parser.add_argument("--ecb", type=Path, help="a record of ECB+'s train and dev documents")
    parser.add_argument("--folds", action="store_true", help="measure by affairs, write nothing")
    options = parser.parse_args()
    if not (options.data / "affairs").is_dir() or not options.record or not options.ecb:
        print("skipped: needs the development affairs, and records of them and of ECB+")
        return
    affairs, kept = development(options.data)
    found = pairs(state_of(options.record), affairs, kept)
    ecb = state_of(options.ecb)
    names = (str(article.input.item) for article in ecb.articles.values())
    found += pairs(ecb, {name: affair(name) for name in names}, frozenset())
    gold = [*items(CASES / "tune.jsonl"), *items(CASES / "ecb.jsonl")]
    rows = judged(found, gold, items(CASES / "wording.jsonl"))
    if options.folds:
        table(rows, left_out(rows))
        return
    write(fit(rows))
    print(f"{sum(row.true for row in rows)} true pairs of {len(rows)}")


if __name__ == "__main__":
    main()
