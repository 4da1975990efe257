"""Time expressions: AQUAINT's articles, GUM's dates, constructed sentences.

AQUAINT has 14 typed expressions a thousand words in 59 training articles: too few for clock times
and sets, so constructed sentences add them. GUM marks phrases of time more widely than TIMEX3 does
and without type; there the loss is minus the log of the allowed tags' summed probability.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from models.en import timeml
from models.en.alter import altered
from models.en.constructed.times import time_sentence
from models.en.encoder import pieces
from models.en.joint import Joint
from models.en.tasks.base import Head
from models.en.tasks.raw import bio, joined, windowed, words_of
from models.en.treebank import Sentence
from models.en.window import Window
from tellings.annotate.en.bio import tags_of
from tellings.annotate.en.times import COLUMNS, TYPES, time_spans

TAGS = tags_of(TYPES)
# In a treebank's phrase of time these words show that TIMEX3 would mark it too.
SURE = re.compile(
    r"\d|ago$|(yester|to)day$|tomorrow$|tonight$|(mon|tues|wednes|thurs|fri|satur|sun)day$"
    r"|(january|february|march|april|june|july|august|september|october|november|december)$"
    r"|(days?|weeks?|months?|years?|decades?|hours?|minutes?)$",
    re.I,
)


class Times:
    """See the module."""

    name = "times"
    share = 0.05
    weight = 0.4
    pace = 1.0

    def prepare(self, data: Path) -> None:
        self.cut = pieces()
        held = timeml.held_back()
        every = timeml.articles(data / "timex" / "aquaint")
        self.train = [w for a in every if a.name not in held for w in self._windows(a)]
        self.dev = [a for a in every if a.name in held]

    def _windows(self, article: timeml.Article) -> list[Window]:
        found = words_of(article.text)
        labels = {self.name: bio(found, article.times)}
        return list(windowed(found, labels, self.cut))

    def head(self, width: int) -> Head:
        return Head(width, {"tag": COLUMNS})

    def stream(self, rng: random.Random) -> Iterator[Window]:
        """Two windows in three from AQUAINT, one of constructed sentences."""
        while True:
            for window in rng.sample(self.train, len(self.train)):
                yield altered(window, rng)
                if rng.random() < 0.5:
                    yield altered(self._constructed(rng), rng)

    def _constructed(self, rng: random.Random) -> Window:
        some = [time_sentence(rng) for _ in range(rng.randint(1, 8))]
        text, marks = joined(some, rng)
        found = words_of(text)
        return next(windowed(found, {self.name: bio(found, marks)}, self.cut))

    def loss(self, head: nn.Module, out: dict[str, Tensor], windows: Sequence[Window]) -> Tensor:
        """Windows are labelled by words' tags, or by the treebank sentences they consist of."""
        scores = out["tag"]
        open_tags = torch.zeros(scores.shape, dtype=torch.bool)
        for n, window in enumerate(windows):
            tags = told(window.labels[self.name])
            for i, allowed in enumerate(tags):
                open_tags[n, i, allowed] = True
        use = open_tags.any(-1)
        logs = scores.log_softmax(-1).masked_fill(~open_tags, -1e4)
        return -logs.logsumexp(-1)[use].sum() / (use.sum() / 4 + 1)

    def evaluate(self, model: Joint, part: str) -> dict[str, float]:
        """Strict and relaxed extent F1 and type F1 on AQUAINT's held-back articles."""
        gold = said = strict = relaxed = typed = 0
        for article in self.dev:
            spans = set(self._read(model, article))
            gold, said = gold + len(article.times), said + len(spans)
            for start, end, kind in article.times:
                near = [s for s in spans if s[0] < end and s[1] > start]
                if not near:
                    continue
                best = max(near, key=lambda s: (s[:2] == (start, end), -s[0]))
                spans.discard(best)
                relaxed += 1
                strict += best[:2] == (start, end)
                typed += best[2] == kind
        scale = 200 / max(1, gold + said)
        return {
            "aquaint.strict": round(scale * strict, 2),
            "aquaint.relaxed": round(scale * relaxed, 2),
            "aquaint.type": round(scale * typed, 2),
            "aquaint.gold": gold,
        }

    def _read(self, model: Joint, article: timeml.Article) -> Iterator[tuple[int, int, str]]:
        found = words_of(article.text)
        windows = list(windowed(found, {self.name: range(len(found.words))}, self.cut))
        for window, out in zip(windows, model.read(windows, [self.name]), strict=True):
            at = window.labels[self.name]
            for first, last, kind, _ in time_spans(out["times.tag"]):
                yield found.starts[at[first]], found.end(at[last - 1]), kind


def told(labels: Sequence[str] | Sequence[Sentence]) -> list[list[int]]:
    """For each word the columns that its label leaves open; none where nothing is said."""
    if labels and isinstance(labels[0], Sentence):
        return [row for sentence in labels for row in _from_treebank(sentence)]  # type: ignore[arg-type]
    return [[TAGS.index(str(tag))] for tag in labels]


def _from_treebank(sentence: Sentence) -> list[list[int]]:
    """GUM's dates, untyped; other sets say nothing of time."""
    if sentence.scheme != "gum" or sentence.ner is None:
        return [[] for _ in sentence.words]
    rows: list[list[int]] = []
    at = 0
    while at < len(sentence.words):
        end = at + 1
        if sentence.ner[at] != "B-DATE":
            rows.append([0])
        else:
            while end < len(sentence.words) and sentence.ner[end] == "I-DATE":
                end += 1
            phrase = sentence.words[at:end]
            sure = len(phrase) <= 6 and any(SURE.search(w) for w in phrase)
            begin = [i for i, t in enumerate(TAGS) if t[0] == "B"]
            inside = [i for i, t in enumerate(TAGS) if t[0] == "I"]
            if sure:
                rows.extend([begin, *[inside] * (end - at - 1)])
            else:
                rows.extend([[]] * (end - at))
        at = end
    return rows
