"""Fits the weights of words/joining.toml: `python -m bench.fit_joining [--folds]`.

Logistic regression on pairs of mentions that share a class, from two sources: ECB+'s train part
with its gold mentions and chains, joined inside the stories that `link/stories.py` finds, and the
groups of bench/cases/happenings.jsonl, read by hand in the tuned half of the development affairs.
In a story of many mentions a pair counts for less (by the root of the number of pairs). The weights
are drawn towards `PRIOR`, set by hand before, so that a sign that few pairs have keeps a sensible
weight; a sign whose weight would turn against its meaning is left out and fitted again without it.

`--folds` prints instead how well groups are found in affairs that were left out in turn.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from pathlib import Path

import numpy as np
from bench.ecb import Way, documents
from bench.logistic import solve
from numpy.typing import NDArray

from tellings import flow
from tellings.annotate.article import annotate
from tellings.annotate.events import mentions_at
from tellings.annotate.reader import reader
from tellings.annotate.triggers import at_words
from tellings.flow.linking import events_step, happened_in
from tellings.flow.scenes import background_weights, scenes_of, stop_words
from tellings.link.comparing import Comparer
from tellings.link.events import Happened, joined, read_all
from tellings.link.evidence import evidence
from tellings.link.pairing import comparable
from tellings.model import Article, Input
from tellings.read.inputs import read as read_inputs

CASES = Path(__file__).parent / "cases" / "happenings.jsonl"
OUT = Path(__file__).parents[1] / "src" / "tellings" / "words" / "joining.toml"
PRICE = 60.0  # of a weight's squared distance from its prior
ECB_SHARE = 0.05  # what a pair of ECB+ weighs against one of the affairs
# Added to the start, chosen with an eye to bench/joining.py: P .94 R .68 there at 0, .93 and .72
# at .15. `SHIFTS` are those that --folds tries.
SHIFT = 0.15
SHIFTS = (-0.3, -0.15, 0.0, 0.15)
FOLDS = 5
# Log odds before any pair is seen; the sign of each says what it may mean. 0 may be either.
PRIOR = {
    "start": 0.0, "same_word": 0.4, "like_words": -0.5, "particle": -0.7, "rare_word": 0.01,
    "one_marked": -0.4, "marked_otherwise": -0.8, "indefinite": -0.01, "one_sentence": -1.5,
    "copied": 3.0, "sentence": 1.5, "clause": 1.0, "meaning": 1.0, "other_figures": -0.3,
    "swapped": -2.0, "same_count": 0.5, "other_count": -0.5, "same_actor": 0.7, "other_actor": -0.7,
    "other_person_actor": -2.0, "same_recipient": 0.8, "other_recipient": -0.7,
    "other_person_recipient": -1.5, "one_country": 0.3, "other_country": -2.0,
    "same_subject": 0.4, "other_subject": -0.7, "same_object": 0.5, "other_object": -0.8,
    "one_day": 1.4,
    "days_meet": 0.4, "day_apart": -0.7, "days_apart": -1.2, "far_apart": -8.0,
    "clause_dates_apart": -0.6, "nearby_dates_meet": 0.01, "nearby_dates_apart": -0.01,
    "long_before": -1.5, "noun_long_before": -0.7, "printed_together": 0.01,
    "printed_apart": -0.01, "undated": 0.0, "same_place": 0.8, "other_place": -1.2,
    "towns_named": 0.1,
    "other_towns": -0.5, "one_negated": -1.0, "one_ahead": -0.6, "taken_up": 0.3,
    "told_as_new": -0.8, "central": 1.5, "deep": -0.01, "days_told": -0.5, "things_told": -0.2,
}  # fmt: skip
NAMES = list(PRIOR)
Floats = NDArray[np.float64]
# An article, and where a trigger starts; of ECB+ also where it ends.
Place = tuple[str, int] | tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One story of the affairs: its mentions, where each stands, and the signs of each pair."""

    story: str
    mentions: Sequence[Happened]
    places: Mapping[str, Place]
    signs: Mapping[tuple[str, str], Floats]


@dataclass(slots=True)
class Pairs:
    """The judged pairs of one story: signs [pairs, NAMES], and whether they are one happening."""

    story: str
    signs: Floats
    same: Floats


def signs(story: Sequence[Happened], comparer: Comparer) -> dict[tuple[str, str], Floats]:
    """The signs of each pair of mentions of a story that could be one, by their ids."""
    found = {}
    for a, b in combinations(read_all(story, comparer), 2):
        if comparable(a, b):
            row = np.zeros(len(NAMES))
            for name, value, _ in evidence(a, b):
                row[NAMES.index(name)] += value
            found[a.id, b.id] = row
    return found


def fit(pairs: Sequence[tuple[Pairs, float]]) -> Floats:
    """The weights, in the order of NAMES; those that are left out are 0."""
    x = np.concatenate([p.signs for p, _ in pairs])
    y = np.concatenate([p.same for p, _ in pairs])
    w = _shares([(len(p.same), share) for p, share in pairs])
    prior = np.array(list(PRIOR.values()))
    used = np.ones(len(NAMES), dtype=np.bool_)
    while True:
        told = np.zeros(len(NAMES))
        told[used] = prior[used] + solve(x[:, used], y, w, PRICE, x[:, used] @ prior[used])
        wrong = used & (told * prior < 0)
        if not wrong.any():
            return told
        used &= ~wrong


def _shares(counts: Iterable[tuple[int, float]]) -> Floats:
    """What each pair weighs: in each source by the root of its story's pairs, in all as told."""
    known = list(counts)
    found = np.concatenate([np.full(n, 1 / sqrt(n)) for n, _ in known])
    of = np.concatenate([np.full(n, share) for n, share in known])
    for share in set(of.tolist()):
        found[of == share] *= share * (of == share).sum() / found[of == share].sum()
    return found


def ecb(folder: Path) -> list[Pairs]:
    """ECB+ train with its gold mentions."""
    read, comparer, way = reader(), _comparer(), Way()
    docs = list(documents(folder, "Train"))
    for held in docs:
        doc = read(held.text)
        article = Article(held.name, Input(held.name, "0" * 64), held.text)
        marks = annotate(article, lambda _, doc=doc: doc)  # type: ignore[arg-type]
        words = [at_words(doc, start, end) for start, end in held.gold]
        way.given(held, marks, mentions_at(doc, held.name, marks, words))
    chains = {(d.name, a, b): chain for d in docs for (a, b), chain in d.gold.items()}
    made = []
    for n, story in enumerate(way.stories(docs)):
        found = signs(story, comparer)
        same = [chains[way.places[i]] == chains[way.places[j]] for i, j in found]
        made.append(Pairs(f"ecb-{n}", np.array(list(found.values())), np.array(same, float)))
    return [one for one in made if len(one.same)]


@dataclass(frozen=True, slots=True)
class Read:
    """The groups read by hand: each mention's affair and group, and groups that may be one."""

    group: Mapping[Place, tuple[str, int]]
    unsure: frozenset[frozenset[int]]

    def same(self, one: Place, other: Place) -> bool | None:
        """Whether both are one happening; None where nobody can tell."""
        if one not in self.group or other not in self.group:
            return None
        (affair, a), (of, b) = self.group[one], self.group[other]
        return None if affair != of or frozenset((a, b)) in self.unsure else a == b


def read_groups() -> Read:
    lines = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    return Read(
        {(a, s): (g["affair"], g["group"]) for g in lines for a, s, _ in g["mentions"]},
        frozenset(frozenset((g["group"], o)) for g in lines for o in g.get("unsure", ())),
    )


def affairs(path: Path, read: Read) -> list[Told]:
    """Each story of the development affairs that was read."""
    language, comparer = reader(), _comparer()
    articles = {a.id: a for a in read_inputs([str(path)], None) if isinstance(a, Article)}
    kept = {i: a for i, a in sorted(articles.items()) if a.aside is None}
    state = flow.State(kept, {i: annotate(a, language) for i, a in kept.items()})
    for step in flow.STEPS[: flow.STEPS.index(events_step)]:
        state = step(state)
    known = {actor.id: actor for actor in state.actors}
    made = []
    for scene in scenes_of(state):
        story = happened_in(scene, state, known)
        at = {h.mention.id: _place(kept[h.article], h) for h in story}
        if any(place in read.group for place in at.values()):
            made.append(Told(scene.story.id, story, at, signs(story, comparer)))
    return made


def _place(article: Article, said: Happened) -> Place:
    return article.input.item or "", said.mention.trigger.start


def _comparer(weights: Mapping[str, float] | None = None) -> Comparer:
    known = {} if weights is None else {"weights": weights}
    return Comparer(background_weights().of, stop_words(), **known)


def judged(stories: Iterable[Told], read: Read) -> list[Pairs]:
    """The pairs of the affairs that were read."""
    made = []
    for told in stories:
        at = told.places
        known = {p: s for p in told.signs if (s := read.same(at[p[0]], at[p[1]])) is not None}
        if known:
            rows = np.array([told.signs[p] for p in known])
            made.append(Pairs(told.story, rows, np.array(list(known.values()), float)))
    return made


def folds(ecb_pairs: Sequence[Pairs], stories: Sequence[Told], read: Read) -> None:
    """Precision and recall of pairs in one group, in stories left out in turn, for some shifts."""
    own = judged(stories, read)
    held = sorted(one.story for one in own)
    counts = {shift: np.zeros(3) for shift in SHIFTS}
    for n in range(FOLDS):
        out = set(held[n::FOLDS])
        rest = [one for one in own if one.story not in out]
        weights = fit([*((p, ECB_SHARE) for p in ecb_pairs), *((p, 1.0) for p in rest)])
        for shift in SHIFTS:
            comparer = _comparer(
                {**dict(zip(NAMES, weights, strict=True)), "start": weights[0] + shift}
            )
            for told in stories:
                if told.story in out:
                    counts[shift] += _counted(told, comparer, read)
    for shift, (right, wrong, missed) in counts.items():
        print(
            f"shift {shift:+.2f}: P {right / (right + wrong):.3f} R {right / (right + missed):.3f}"
        )


def _counted(told: Told, comparer: Comparer, read: Read) -> Floats:
    """Pairs right, wrong and missed in one story, all by the root of their number."""
    groups = joined(told.mentions, comparer)[2]
    owner = {one: n for n, group in enumerate(groups) for one in group}
    counts = np.zeros(3)
    for i, j in combinations(sorted(owner), 2):
        same = read.same(told.places[i], told.places[j])
        if same is not None:
            met = owner[i] == owner[j]
            counts += [same and met, met and not same, same and not met]
    return counts / max(sqrt(counts.sum()), 1.0)


def write(weights: Floats) -> None:
    """The weights into words/joining.toml, those that are left out too, as 0."""
    lines = "\n".join(f"{n} = {v:.2f}" for n, v in zip(NAMES, weights, strict=True))
    text = OUT.read_text("utf-8")
    OUT.write_text(re.sub(r"(?s)\[weights\]\n.*", f"[weights]\n{lines}\n", text), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--folds", action="store_true", help="measure by folds, write nothing")
    options = parser.parse_args()
    folder, path = options.data / "ecbplus", options.data / "affairs" / "articles.jsonl"
    if not folder.is_dir() or not path.is_file():
        print(f"skipped: no ECB+ at {folder} or no affairs at {path}")
        return
    read = read_groups()
    told, stories = ecb(folder), affairs(path, read)
    if options.folds:
        folds(told, stories, read)
        return
    own = judged(stories, read)
    weights = fit([*((p, ECB_SHARE) for p in told), *((p, 1.0) for p in own)])
    weights[0] += SHIFT
    write(weights)
    print(f"{sum(len(p.same) for p in told)} pairs of ECB+, {sum(len(p.same) for p in own)} read")


if __name__ == "__main__":
    main()
