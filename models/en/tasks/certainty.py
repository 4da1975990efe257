"""How sure each clause is told: weakly labelled treebanks, constructed sentences, PolNeAR.

A word's label is the set of columns that may be right; the loss is minus the log of their summed
probability. So PolNeAR can say that what stands in a content is not asserted, and what stands
outside is not attributed, without anybody having marked its clauses.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor, nn

from models.en.alter import altered
from models.en.attribution_data import articles
from models.en.constructed.certainty import certainty_sentence
from models.en.encoder import pieces
from models.en.joint import Joint
from models.en.tasks.base import Head
from models.en.tasks.raw import Words, joined, windowed, words_of
from models.en.treebank import Sentence, documents, endless
from models.en.weak_certainty import NOT_A_CLAUSE, weak_labels
from models.en.window import Window
from tellings.annotate.en.certainty import CLASSES, COLUMNS, clause_certainty

CASES = Path(__file__).parents[3] / "bench" / "cases" / "certainty.jsonl"
ALL = (1 << COLUMNS) - 1
BITS = {NOT_A_CLAUSE: 1, **{name: 2 << i for i, name in enumerate(CLASSES)}}
IN_CONTENT = ALL & ~BITS["asserted"]
OUTSIDE = ALL & ~BITS["attributed"]


class Certainty:
    """See the module."""

    name = "certainty"
    share = 0.08
    weight = 0.4
    pace = 1.0

    def prepare(self, data: Path) -> None:
        self.cut = pieces()
        self.data = data
        language = data / "language"
        self.docs = [
            d for s in ("ewt", "gumopen") for d in documents(language / f"{s}_train.jsonl")
        ]
        self.news = [
            window
            for article in articles(data, "train")
            for window in self._news(
                article.text, [span for told in article.versions[0] for span in told.content]
            )
        ]

    def _news(self, text: str, marks: Sequence[tuple[int, int]]) -> Iterator[Window]:
        found = words_of(text)
        row = [OUTSIDE] * len(found.words)
        for start, end in marks:
            for i in _within(found, start, end):
                row[i] = IN_CONTENT
        return windowed(found, {self.name: row}, self.cut)

    def head(self, width: int) -> Head:
        return Head(width, {"class": COLUMNS})

    def stream(self, rng: random.Random) -> Iterator[Window]:
        """By turns: constructed, treebank, constructed, PolNeAR."""
        real = endless(self.docs, self.cut, rng)
        while True:
            yield altered(self._constructed(rng), rng)
            window = altered(next(real), rng)
            labels = {self.name: window.labels["source"]}
            yield Window(window.words, window.spaces, window.paragraphs, labels, window.quoted)
            yield altered(self._constructed(rng), rng)
            yield altered(rng.choice(self.news), rng)

    def _constructed(self, rng: random.Random) -> Window:
        text, marks = joined([certainty_sentence(rng) for _ in range(rng.randint(1, 8))], rng)
        found = words_of(text)
        row = [BITS[NOT_A_CLAUSE]] * len(found.words)
        for start, end, label in marks:
            for i in _within(found, start, end):
                row[i] = BITS[label]
        return next(windowed(found, {self.name: row}, self.cut))

    def loss(self, head: nn.Module, out: dict[str, Tensor], windows: Sequence[Window]) -> Tensor:
        scores = out["class"]
        bits = torch.full(scores.shape[:2], ALL)
        for n, window in enumerate(windows):
            row = told(window.labels[self.name])
            bits[n, : len(row)] = torch.tensor(row)
        allowed = (bits[..., None] >> torch.arange(COLUMNS)) & 1 == 1
        use = bits != ALL
        logs = scores.log_softmax(-1).masked_fill(~allowed, -1e4)
        total = -logs.logsumexp(-1)[use].sum() / (use.sum() / 4 + 1)
        # The decoder takes the best of the six alone, so the six are also learned alone; without
        # this the rare classes drown among the words that head no clause.
        clause = (bits & 1 == 0) & use
        if clause.any():
            six = scores[clause][:, 1:].log_softmax(-1).masked_fill(~allowed[clause][:, 1:], -1e4)
            total = total - six.logsumexp(-1).mean()
        return total

    def evaluate(self, model: Joint, part: str) -> dict[str, float]:
        """Accuracy and macro-F1 over the hand-made clauses, and how many clause heads are found."""
        pairs: list[tuple[str, str]] = []
        found_heads = 0
        for line in CASES.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            words = words_of(case["text"])
            window = next(windowed(words, {}, self.cut))
            scores = next(model.read([window], [self.name]))["certainty.class"]
            heads = {i for i, _, _ in clause_certainty(scores)}
            for clause in case["clauses"]:
                at = next(iter(_within(words, clause["start"], clause["end"])))
                guess = {i: c for i, c, _ in clause_certainty(scores, also=(at,))}
                pairs.append((clause["certainty"], guess[at]))
                found_heads += at in heads
        figures = {f"cases.{c}": f1(pairs, c) for c in CLASSES}
        figures["cases.macro_f1"] = round(sum(figures.values()) / len(CLASSES), 2)
        right = sum(a == b for a, b in pairs)
        figures["cases.accuracy"] = round(100 * right / len(pairs), 2)
        figures["cases.heads_found"] = round(100 * found_heads / len(pairs), 2)
        figures["cases.clauses"] = len(pairs)
        return figures


def f1(pairs: Sequence[tuple[str, str]], name: str) -> float:
    """F1 of one class over (gold, guess) pairs, in per cent."""
    count = Counter((gold == name, guess == name) for gold, guess in pairs)
    both = count[True, True]
    wrong = count[True, False] + count[False, True]
    return round(200 * both / max(1, 2 * both + wrong), 2)


def _within(found: Words, start: int, end: int) -> list[int]:
    return [i for i, s in enumerate(found.starts) if s < end and found.end(i) > start]


def told(labels: Sequence[int] | Sequence[Sentence]) -> list[int]:
    """Each word's allowed columns as bits; all of them where nothing is known."""
    if labels and isinstance(labels[0], Sentence):
        return [bits for sentence in labels for bits in _weak(sentence)]
    return [int(bits) for bits in labels]  # type: ignore[arg-type]


@lru_cache(maxsize=40_000)
def _weak(sentence: Sentence) -> tuple[int, ...]:
    return tuple(ALL if label is None else BITS[label] for label in weak_labels(sentence))
