"""Political events: the word that tells of one, its PLOVER root, and the root of a pair of parties.

PLV gives a sentence, who acts, towards whom, and the root, but no trigger: its root must come from
the sentence's likeliest word, which is none of the parties' words, and from the pair's columns.
Constructed sentences give all of it. ECB+'s train topics mark triggers without roots: there a
word's root may be OTHER, or that of a constructed trigger with the same first letters.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.en import ecbplus
from models.en.alter import altered
from models.en.constructed.events import by_root, event
from models.en.constructed.fill import MARK
from models.en.encoder import pieces
from models.en.joint import Joint
from models.en.plv import ALL, BIT, NONE, PLV_ROOTS, Case, folds, macro_f1, plv
from models.en.tasks.base import Head
from models.en.tasks.raw import words_of
from models.en.window import MOST_PIECES, Window, piece_count
from tellings.annotate.en.events import (
    COLUMNS,
    PAIR_COLUMNS,
    PAIRED,
    event_triggers,
    pair_root,
)

SAYING = frozenset(
    ("said", "say", "says", "saying", "told", "tell", "tells", "telling", "according")
)
# Words of the constructed sentences' edges that may well tell of an event themselves.
UNSAID = frozenset(
    (
        "protests",
        "fighting",
        "vote",
        "tension",
        "rising",
        "silence",
        "reported",
        "attack",
        "flood",
        "war",
        "march",
        "ceasefire",
        "election",
        "sanctions",
        "talks",
        "strike",
        "raid",
        "blast",
    )
)
STEM = 5
# How many sentences share a window: mostly one, as each tells of its own affair.
TOGETHER = (1, 1, 1, 2, 5)


class Events:
    """`fold` leaves that fifth of PLV out of training; without it a tenth is left out."""

    name = "events"
    share = 0.08
    weight = 0.5
    pace = 1.0

    def __init__(self, fold: int | None = None) -> None:
        self.fold = fold

    def prepare(self, data: Path) -> None:
        self.cut = pieces()
        every = plv(data / "plv" / "train.tsv")
        groups = 10 if self.fold is None else 5
        mine = folds(every, groups)
        out = 0 if self.fold is None else self.fold
        self.train = [c for c, f in zip(every, mine, strict=True) if f != out]
        self.dev = [c for c, f in zip(every, mine, strict=True) if f == out]
        stems = _stems()
        folder = data / "ecbplus"
        self.told = [_from_ecb(t, stems) for t in ecbplus.sentences(folder, "Train")]
        self.told_dev = list(ecbplus.sentences(folder, "Dev"))

    def head(self, width: int) -> Head:
        return Head(width, {"trigger": COLUMNS, "pair": PAIR_COLUMNS})

    def stream(self, rng: random.Random) -> Iterator[Window]:
        """One to five sentences a window, a paragraph each; PLV, ECB+, constructed 2 : 2 : 1."""
        plv_cases = _shuffled(self.train, rng)
        told, made = _shuffled(self.told, rng), _constructed(rng)
        while True:
            for cases in (plv_cases, told, plv_cases, made, told):
                yield altered(self._window(cases, rng), rng)

    def _window(self, cases: Iterator[Case], rng: random.Random) -> Window:
        some: list[Case] = []
        size = 0
        for _ in range(rng.choice(TOGETHER)):
            case = next(cases)
            pieces_here = piece_count(case.words, self.cut) + 1
            if some and size + pieces_here > MOST_PIECES - 8:
                break
            some.append(case)
            size += pieces_here
        return together(some)

    def loss(self, head: nn.Module, out: dict[str, Tensor], windows: Sequence[Window]) -> Tensor:
        trigger, pair = out["trigger"], out["pair"]
        bits = torch.full(trigger.shape[:2], ALL)
        by_word: list[Tensor] = []
        by_pair: list[Tensor] = []
        for n, window in enumerate(windows):
            at = 0
            for case in window.labels[self.name]:
                end = at + len(case.words)
                bits[n, at:end] = torch.tensor(case.row)
                if case.roots:
                    # Its likeliest word alone: a sum over words taught every verb the root.
                    told = F.log_softmax(trigger[n, at:end], -1)[:, 1:]
                    by_word.append(_root_loss(told.amax(0), case.roots) - told.logsumexp(1).max())
                    scores = paired(pair[n, at:end], case)
                    by_pair.append(_root_loss(scores, case.roots))
                at = end
        total = _word_loss(trigger, bits)
        if by_pair:
            total = total + 0.3 * torch.stack(by_word).mean() + torch.stack(by_pair).mean()
        return total

    def evaluate(self, model: Joint, part: str) -> dict[str, float]:
        """Root macro-F1 on the left-out part of PLV; trigger F1 on ECB+ dev sentences."""
        gold, guess = self.guesses(model)
        found = {
            "plv.left_out": len(gold),
            "plv.macro_f1": macro_f1(gold, guess),
            "plv.accuracy": round(100 * sum(map(str.__eq__, gold, guess)) / len(gold), 2),
        }
        right = said = true = 0
        windows = [
            together([Case(t.words, t.spaces, (ALL,) * len(t.words), 0)]) for t in self.told_dev
        ]
        for told, out in zip(self.told_dev, model.read(windows, [self.name]), strict=True):
            spans = {t for t in told.triggers if told.words[t[0]].lower() not in SAYING}
            hits = {i for i, _, _ in event_triggers(out["events.trigger"])}
            right += sum(any(i in hits for i in t) for t in spans)
            said, true = said + len(hits), true + len(spans)
        found["ecb_dev.trigger_f1"] = round(200 * right / max(1, said + true), 2)
        found["ecb_dev.trigger_precision"] = round(100 * right / max(1, said), 2)
        return found

    def guesses(self, model: Joint) -> tuple[list[str], list[str]]:
        """PLV's root and the pair columns' best, for each left-out sentence."""
        gold, guess = [], []
        windows = [together([case]) for case in self.dev]
        for case, out in zip(self.dev, model.read(windows, [self.name]), strict=True):
            words = range(len(case.words))
            sure = pair_root(out["events.pair"], words, case.actor, case.recipient)
            sure["YIELD"] = sure.pop("CONCEDE") + sure.pop("RETREAT")
            guess.append(max(sure, key=lambda r: sure[r]))
            gold.append(next(r for r, bits in PLV_ROOTS.items() if bits == case.roots))
        return gold, guess


def paired(scores: Tensor, case: Case) -> Tensor:
    """[words, PAIR_COLUMNS] to one score a root; the same sum as the decoder's `pair_root`."""
    parts = scores.view(len(scores), 3, PAIRED)
    total = parts[:, 0].mean(0)
    for part, words in ((1, case.actor), (2, case.recipient)):
        if words:
            total = total + parts[list(words), part].mean(0)
    return total


def _root_loss(scores: Tensor, roots: int) -> Tensor:
    right = [i for i in range(len(scores)) if roots >> (i + 1) & 1]
    return scores.logsumexp(0) - scores[right].logsumexp(0)


def _word_loss(trigger: Tensor, bits: Tensor) -> Tensor:
    allowed = (bits[..., None] >> torch.arange(COLUMNS)) & 1 == 1
    use = bits != ALL
    if not use.any():
        return trigger.sum() * 0
    logs = F.log_softmax(trigger, -1).masked_fill(~allowed, -1e4)
    total = -logs.logsumexp(-1)[use].sum() / (use.sum() / 4 + 1)
    told = (bits & NONE == 0) & use
    if told.any():
        roots = trigger[told][:, 1:].log_softmax(-1).masked_fill(~allowed[told][:, 1:], -1e4)
        total = total - 0.5 * roots.logsumexp(-1).mean()
    return total


def together(cases: Sequence[Case]) -> Window:
    """Sentences as the paragraphs of one window."""
    words = tuple(w for c in cases for w in c.words)
    spaces = tuple(s for c in cases for s in c.spaces)
    starts = tuple(i == 0 for c in cases for i in range(len(c.words)))
    return Window(words, spaces, starts, {Events.name: tuple(cases)})


def _constructed(rng: random.Random) -> Iterator[Case]:
    roots = sorted(by_root())
    while True:
        root = rng.choice(roots)
        made = event(rng, root)
        found = words_of(made.text)
        row = [ALL if w.lower() in UNSAID else NONE for w in found.words]
        parties: dict[str, list[int]] = {"source": [], "target": []}
        for start, end, label in made.marks:
            inside = [i for i, s in enumerate(found.starts) if start <= s < end]
            if label in parties:
                parties[label] += inside
            else:
                for i in inside:
                    row[i] = BIT[label]
        pair = 0 if root == "OTHER" else BIT[root]
        yield Case(
            found.words, found.spaces, tuple(row), pair, *(tuple(v) for v in parties.values())
        )


def _stems() -> dict[str, int]:
    """The first letters of the constructed triggers, with the roots that they may tell."""
    found: dict[str, int] = defaultdict(int)
    for root, lines in by_root().items():
        for line in lines:
            for match in MARK.finditer(line):
                found[match[1].lower()[:STEM]] |= BIT[root]
    return dict(found)


def _from_ecb(told: ecbplus.Told, stems: dict[str, int]) -> Case:
    row = [NONE] * len(told.words)
    for trigger in told.triggers:
        for i in trigger:
            word = told.words[i].lower()
            if word in SAYING:
                continue
            roots = BIT["OTHER"] | stems.get(word[:STEM], 0)
            row[i] = roots if len(trigger) == 1 else roots | NONE
    return Case(told.words, told.spaces, tuple(row), 0)


def _shuffled(cases: Sequence[Case], rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.sample(list(cases), len(cases))
