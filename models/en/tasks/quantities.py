"""Quantities: constructed sentences, and what treebanks' gold trees show of numbers and nouns.

No open set marks a quantity's extent in news, so the treebanks' numerals (XPOS CD) are taken
with the noun that they modify; where a tree leaves it open whether a number counts anything,
nothing is said.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.en.alter import altered
from models.en.constructed.quantities import quantity_sentence
from models.en.encoder import pieces
from models.en.joint import Joint
from models.en.tasks.base import Head
from models.en.tasks.raw import bio, joined, windowed, words_of
from models.en.treebank import Sentence, documents, endless
from models.en.window import Window
from tellings.annotate.en.bio import tags_of
from tellings.annotate.en.quantities import COLUMNS, KINDS, quantity_spans

TAGS = tags_of(KINDS)
UNSAID = -100
CURRENCY = frozenset(("$", "€", "£", "¥", "US$", "C$", "A$", "HK$", "Rs"))
SHARE = frozenset(("%", "percent", "per", "cent"))
YEAR = re.compile(r"(1[5-9]|20)\d\d$")
MONTH = re.compile(r"(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?$", re.I)
FURTHEST = 6
VAGUE = frozenset(
    ("dozens", "scores", "hundreds", "thousands", "millions", "billions", "half", "dozen")
)


class Quantities:
    """See the module."""

    name = "quantities"
    share = 0.03
    weight = 0.3
    pace = 1.0

    def prepare(self, data: Path) -> None:
        self.data = data
        self.cut = pieces()
        language = data / "language"
        self.docs = [
            d for s in ("ewt", "gumopen") for d in documents(language / f"{s}_train.jsonl")
        ]

    def head(self, width: int) -> Head:
        return Head(width, {"tag": COLUMNS})

    def stream(self, rng: random.Random) -> Iterator[Window]:
        """Constructed sentences and treebank windows by turns."""
        real = endless(self.docs, self.cut, rng)
        while True:
            yield altered(self._constructed(rng), rng)
            window = altered(next(real), rng)
            labels = {self.name: window.labels["source"]}
            yield Window(window.words, window.spaces, window.paragraphs, labels, window.quoted)

    def _constructed(self, rng: random.Random) -> Window:
        text, marks = joined([quantity_sentence(rng) for _ in range(rng.randint(1, 8))], rng)
        found = words_of(text)
        tags = [TAGS.index(t) for t in bio(found, marks)]
        return next(windowed(found, {self.name: tags}, self.cut))

    def loss(self, head: nn.Module, out: dict[str, Tensor], windows: Sequence[Window]) -> Tensor:
        scores = out["tag"]
        gold = torch.full(scores.shape[:2], UNSAID)
        for n, window in enumerate(windows):
            row = told(window.labels[self.name])
            gold[n, : len(row)] = torch.tensor(row)
        total = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), reduction="sum")
        return total / ((gold != UNSAID).sum() / 4 + 1)

    def evaluate(self, model: Joint, part: str) -> dict[str, float]:
        """Extent F1 on the treebanks' dev sets, as their trees show it; F1 of the number of extents
        a sentence on the quantity sets, whose even cases are for choosing."""
        found: dict[str, float] = {}
        for name in ("ewt", "gumopen"):
            docs = documents(self.data / "language" / f"{name}_dev.jsonl")
            found[f"{name}.extent"] = self._extents(model, docs)
        right = said = true = 0
        for path in sorted((self.data / "quantities").glob("*.json")):
            cases = json.loads(path.read_text(encoding="utf-8"))
            half = cases[::2] if part == "dev" else cases[1::2]
            for case in half:
                r, s, t = self._values(model, case)
                right, said, true = right + r, said + s, true + t
        found["sets.spans_f1"] = round(200 * right / max(1, said + true), 2)
        found["sets.gold"] = true
        return found

    def _values(self, model: Joint, case: dict[str, object]) -> tuple[int, int, int]:
        """How many extents are right in number, against the set's number of quantities."""
        words = words_of(str(case["text"]))
        windows = list(windowed(words, {}, self.cut))
        said = sum(
            len(quantity_spans(o["quantities.tag"])) for o in model.read(windows, [self.name])
        )
        quantities = case.get("quantities") or []
        true = len(quantities) if isinstance(quantities, list) else 0
        return min(said, true), said, true

    def _extents(self, model: Joint, docs: Sequence[Sequence[Sentence]]) -> float:
        right = said = true = 0
        windows = [
            Window(s.words, s.spaces, (True,) + (False,) * (len(s.words) - 1), {"source": s})
            for d in docs
            for s in d
        ]
        for window, out in zip(windows, model.read(windows, [self.name], 64), strict=True):
            row = list(from_treebank(window.labels["source"]))
            gold = set(_runs(row))
            guess = {(a, b) for a, b, _ in quantity_spans(out["quantities.tag"])}
            guess = {(a, b) for a, b in guess if UNSAID not in row[a:b]}
            right, said, true = right + len(gold & guess), said + len(guess), true + len(gold)
        return round(200 * right / max(1, said + true), 2)


def _runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(row):
        end = at + 1
        if row[at] == 1:
            while end < len(row) and row[end] == 2:
                end += 1
            yield at, end
        at = end


def told(labels: Sequence[int] | Sequence[Sentence]) -> list[int]:
    """Each word's column, or UNSAID."""
    if labels and isinstance(labels[0], Sentence):
        return [tag for sentence in labels for tag in from_treebank(sentence)]
    return [int(tag) for tag in labels]  # type: ignore[arg-type]


@lru_cache(maxsize=40_000)
def from_treebank(sentence: Sentence) -> tuple[int, ...]:
    """The columns that a gold tree shows: numerals with the noun they modify."""
    size = len(sentence.words)
    if sentence.xpos is None or sentence.head is None or sentence.deprel is None:
        return (UNSAID,) * size
    row = [UNSAID if w.lower() in VAGUE else 0 for w in sentence.words]
    at = 0
    while at < size:
        if sentence.xpos[at] != "CD":
            at += 1
            continue
        last = at + 1
        while last < size and sentence.xpos[last] == "CD":
            last += 1
        first, end, sure = _extent(sentence, at, last)
        row[first:end] = [1, *[2] * (end - first - 1)] if sure else [UNSAID] * (end - first)
        if sure is None:
            row[first:end] = [0] * (end - first)
        at = max(end, last)
    return tuple(row)


def _extent(s: Sentence, first: int, last: int) -> tuple[int, int, bool | None]:
    """Where numerals and their unit begin and end; True a quantity, None none, False unsure."""
    head, deprel, upos = s.head or (), s.deprel or (), s.upos or ()
    words = s.words
    if s.ner is not None and s.scheme == "gum" and s.ner[first] != "O":
        return first, last, None if YEAR.match(words[first]) else False
    if YEAR.match(words[first]) or (first and MONTH.match(words[first - 1])):
        return first, last, None
    if last < len(words) and (MONTH.match(words[last]) or words[last] in ("-", "/", ":", "–")):
        return first, last, False
    if first and words[first - 1] in ("-", "/", ":", "#", "–"):
        return first, last, False
    if first and words[first - 1] in CURRENCY:
        return first - 1, last, True
    if last < len(words) and words[last] in SHARE:
        return first, last + 1 + (words[last] == "per"), True
    over = head[last - 1] - 1
    if deprel[last - 1] != "nummod" or upos[over] not in ("NOUN", "SYM", "PROPN"):
        return first, last, False
    if over < first:
        return first, last, None
    if over - last >= FURTHEST or upos[over] == "PROPN":
        return first, last, False
    return first, over + 1, True
