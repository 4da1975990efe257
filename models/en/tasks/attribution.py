"""Who said what: cue words, and each cue's source, content and extent, from PolNeAR.

Per word two outputs: as a cue, and as a word near one. What is between words is a small network
over (cue, word) pairs, trained here and read by `tellings.annotate.en.pairs`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bench import attribution_score as score
from models.en import attribution_data as given
from models.en.encoder import pieces
from models.en.tasks.base import Head
from models.en.window import Window, piece_count, runs
from tellings.annotate.en import marks, pairs
from tellings.annotate.en.settle import settled

if TYPE_CHECKING:
    from models.en.joint import Joint

C = pairs.CHANNELS
# Every twentieth train article chooses thresholds; it trains nothing.
HELD = 20
# A wrong anchor that the cue score finds this likely is shown to `sure` as a false one.
TEMPTING, MOST_FALSE = 0.15, 4
# About 25 words an anchor; about 10 words of roles. Keeps the three losses of one size.
ANCHOR_SCALE, ROLE_SCALE, SURE_SCALE = 25.0, 10.0, 0.5


@dataclass(frozen=True, slots=True)
class Cued:
    """One attribution by words of a window: the word that stands for the cue, and (word, role)."""

    anchor: int
    roles: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One article as words, with each annotator's attributions by words of the article."""

    id: str
    words: given.Worded
    forms: tuple[str, ...]
    sizes: tuple[int, ...]
    cuts: tuple[tuple[int, int], ...]
    versions: tuple[tuple[Cued, ...], ...]


class Mix(nn.Module):
    """One convolution of three words, `reach` apart, added to what was there."""

    def __init__(self, reach: int) -> None:
        super().__init__()
        self.reach = reach
        self.norm = nn.LayerNorm(C)
        self.mix = nn.Linear(3 * C, C)

    def forward(self, h: Tensor, mask: Tensor) -> Tensor:
        y = self.norm(h) * mask
        d = self.reach
        left, right = F.pad(y, (0, 0, d, 0))[:, :-d], F.pad(y, (0, 0, 0, d))[:, d:]
        return h + F.relu(self.mix(torch.cat([left, y, right], -1)))


class AttributionHead(Head):
    """The two outputs a word, and the network over pairs of them."""

    def __init__(self, width: int) -> None:
        super().__init__(width, {"cue": 2 * C, "word": 2 * C}, drop=0.1)
        self.anchor = nn.Linear(2 * C, 1)
        self.state = nn.Embedding(pairs.STATES, C)
        self.distance = nn.Embedding(pairs.BUCKETS, C)
        self.paragraph = nn.Embedding(3, C)
        for table in (self.state, self.distance, self.paragraph):
            nn.init.normal_(table.weight, std=0.1)
        self.blocks = nn.ModuleList(Mix(reach) for reach in pairs.DILATIONS)
        self.norm = nn.LayerNorm(C)
        self.role = nn.Linear(C, len(pairs.ROLES) + 1)
        self.nobody = nn.Linear(C, 1)
        self.sure = nn.Sequential(nn.Linear(3 * C, 64), nn.ReLU(), nn.Linear(64, 1))

    def likely(self, cue: Tensor) -> Tensor:
        """Scores that a word stands for a cue."""
        return self.anchor(F.relu(cue)).squeeze(-1)

    def roles(self, u: Tensor, v: Tensor, near: pairs.Around) -> tuple[Tensor, Tensor, Tensor]:
        """Role scores [anchors, around, 4], sureness [anchors], and first [anchors, 1 + around]:
        the score that no source is told, and that it starts at a word.

        `u`: the words around each anchor [anchors, around, 2C]; `v`: the anchors [anchors, 2C].
        """
        v = v[:, None]
        h = u[..., :C] + v[..., :C] + u[..., C:] * v[..., C:]
        h = h + self.state(torch.from_numpy(near.state))
        h = h + self.distance(torch.from_numpy(near.distance.copy()))
        h = h + self.paragraph(torch.from_numpy(near.paragraph))
        mask = torch.from_numpy(near.real)[..., None].to(h.dtype)
        for block in self.blocks:
            h = block(h, mask)
        h = self.norm(h)
        scores = self.role(h).float()
        start = scores[..., 4].masked_fill(~torch.from_numpy(near.real), -1e4)
        nobody = self.nobody(h[:, pairs.BEFORE]).float()
        scores = scores[..., :4]
        shares = scores.softmax(-1) * mask
        held = shares[..., 1:3] / (shares[..., 1:3].sum(1, keepdim=True) + 1)
        pooled = torch.einsum("ptk,ptc->pkc", held.to(h.dtype), h)
        whole = torch.cat([h[:, pairs.BEFORE], pooled[:, 0], pooled[:, 1]], -1)
        first = torch.cat([nobody, start], -1)
        return scores, self.sure(whole).squeeze(-1).float(), first

    def tables(self) -> dict[str, np.ndarray]:
        held = {k: v for k, v in self.state_dict().items() if not k.startswith("linear.")}
        return {k: v.detach().float().numpy() for k, v in held.items()}


class AttributionTask:
    """PolNeAR's train articles; one annotator's reading at random where there are several."""

    name = "attribution"
    share = 0.3
    weight = 1.0
    pace = 1.0
    # Sources are short: twice the weight makes up for what a content's many words pull.
    pull = torch.tensor([1.0, 2.0, 1.0, 1.0])

    def prepare(self, data: Path) -> None:
        self.data = data
        self.cut = pieces()
        found = given.articles(data, "train")
        self.shares = self._shares(found)
        self.train = [self.read(a) for i, a in enumerate(found) if i % HELD]

    def _shares(self, found: Sequence[given.Annotated]) -> dict[str, float]:
        told = []
        for a in found:
            words = given.worded(a.text)
            cues = [given.words_in(x.cue, words) for version in a.versions for x in version]
            told.append(([a.text[s:e] for s, e in words.spans], cues))
        return given.cue_shares(told)

    def read(self, article: given.Annotated) -> Read:
        """One article as words and word pieces."""
        words = given.worded(article.text)
        forms = tuple(article.text[s:e] for s, e in words.spans)
        versions = tuple(
            tuple(c for x in version if (c := self._cued(x, words, forms)))
            for version in article.versions
        )
        sizes = tuple(piece_count([form], self.cut) for form in forms)
        cuts = tuple(given.sentences(forms, words.paragraphs))
        return Read(article.id, words, forms, sizes, cuts, versions)

    def _cued(self, x: given.Attributed, words: given.Worded, forms: Sequence[str]) -> Cued | None:
        cue = given.words_in(x.cue, words)
        if not cue:
            return None
        held = {i: n for n, role in enumerate(given.ROLES, 1)
                for i in given.words_in(getattr(x, role), words)}  # fmt: skip
        return Cued(given.anchor(cue, forms, self.shares), tuple(sorted(held.items())))

    def head(self, width: int) -> AttributionHead:
        return AttributionHead(width)

    def stream(self, rng: random.Random) -> Iterator[Window]:
        while True:
            # Mixed over a few articles at a time, so that a batch is not one article.
            order = rng.sample(self.train, len(self.train))
            for at in range(0, len(order), 40):
                windows = [w for a in order[at : at + 40] for w in self.windows(a, rng)]
                rng.shuffle(windows)
                yield from windows

    def windows(self, article: Read, rng: random.Random | None = None) -> Iterator[Window]:
        version = rng.choice(article.versions) if rng else article.versions[0]
        sizes = [sum(article.sizes[a:b]) for a, b in article.cuts]
        for first, last in runs(sizes, rng):
            start, end = article.cuts[first][0], article.cuts[last - 1][1]
            # A sentence longer than a window is cut; the rest of it is left out.
            end = min(end, start + 240)
            labels = tuple(
                Cued(c.anchor - start,
                     tuple((i - start, role) for i, role in c.roles if start <= i < end))
                for c in version
                if start <= c.anchor < end
            )  # fmt: skip
            yield Window(
                article.forms[start:end],
                article.words.spaces[start:end],
                (True, *article.words.paragraphs[start + 1 : end]),
                {self.name: labels},
            )

    def loss(
        self, head: AttributionHead, out: dict[str, Tensor], windows: Sequence[Window]
    ) -> Tensor:
        likely = head.likely(out["cue"])
        gold = torch.zeros_like(likely)
        real = torch.zeros_like(likely, dtype=torch.bool)
        for n, w in enumerate(windows):
            real[n, : len(w.words)] = True
            for c in w.labels[self.name]:
                gold[n, c.anchor] = 1.0
        lost = F.binary_cross_entropy_with_logits(likely[real], gold[real]) * ANCHOR_SCALE
        chance = torch.sigmoid(likely.detach())
        rows, true, near, target = [], [], [], []
        for n, w in enumerate(windows):
            cued = [(c.anchor, c) for c in w.labels[self.name]]
            held = {a for a, _ in cued}
            over = torch.nonzero(chance[n, : len(w.words)] > TEMPTING)[:, 0].tolist()
            tempting = [i for i in over if i not in held]
            tempting.sort(key=lambda i: -float(chance[n, i]))
            all_ = cued + [(i, None) for i in tempting[:MOST_FALSE]]
            if not all_:
                continue
            anchors = np.array([a for a, _ in all_])
            state = marks.states(w.words, w.quoted, w.paragraphs)
            n_paragraph = np.cumsum(np.array(w.paragraphs))
            near.append(pairs.around(anchors, state, n_paragraph))
            rows.extend((n, a) for a in anchors.tolist())
            for a, c in all_:
                true.append(float(c is not None))
                target.append(self._target(a, c))
        if not rows:
            return lost
        joined = _joined(near)
        at = torch.tensor(rows)
        u = out["word"][at[:, :1], torch.from_numpy(joined.at)]
        v = out["cue"][at[:, 0], at[:, 1]]
        scores, sure, first = head.roles(u, v, joined)
        told = torch.tensor(true)
        mask = torch.from_numpy(joined.real) & (told[:, None] > 0)
        wanted = torch.stack(target)
        each = F.cross_entropy(scores[mask], wanted[mask], self.pull, reduction="sum")
        lost = lost + each / max(1.0, float(told.sum())) / ROLE_SCALE
        if bool(told.any()):
            # argmax of booleans: the first source word; none gives 0, which is "nobody".
            is_source = (wanted == 1).int()
            begins = (is_source.argmax(1) + 1) * is_source.amax(1)
            lost = lost + F.cross_entropy(first[told > 0], begins[told > 0])
        return lost + SURE_SCALE * F.binary_cross_entropy_with_logits(sure, told)

    def _target(self, anchor: int, cued: Cued | None) -> Tensor:
        wanted = torch.zeros(pairs.WIDE, dtype=torch.long)
        for i, role in cued.roles if cued else ():
            if -pairs.BEFORE <= i - anchor <= pairs.BEHIND:
                wanted[i - anchor + pairs.BEFORE] = role
        return wanted

    def evaluate(self, model: Joint, part: str) -> dict[str, float]:
        """F1 with source, and what stands behind it, on PolNeAR dev, its text cut as in training.

        `bench.quotes` measures the same from raw text, with sentences and parse.
        """
        return figures(self, model) if part == "dev" else {}


def figures(task: AttributionTask, model: Joint) -> dict[str, float]:
    """Scores of the articles of PolNeAR dev, decoded without a parse."""
    net = pairs.Pairs(model.heads[task.name].tables())
    total: dict[str, score.Tally] = {}
    for article in given.articles(task.data, "dev"):
        read = task.read(article)
        windows = list(task.windows(read))
        out = list(model.read(windows, [task.name]))
        cue, word = (np.concatenate([o[f"{task.name}.{k}"] for o in out]) for k in ("cue", "word"))
        forms = tuple(form for w in windows for form in w.words)
        quoted = [q for w in windows for q in w.quoted]
        starts = [p for w in windows for p in w.paragraphs]
        asked = pairs.Asked.of(forms, quoted, starts)
        gold = [score.Attributed(x.content, x.cue, x.source) for x in article.versions[0]]
        found = []
        if len(forms) == len(read.forms):
            for c in settled(pairs.score(net, cue, word, asked), asked):
                parts = (given_spans(p, read.words) for p in (c.content, c.cue, c.source))
                found.append(score.Attributed(*parts))
        for name, tally in score.tallies(gold, found, article.text).items():
            total[name] = total.get(name, score.Tally()) + tally
    every, direct = total["all"], total["direct"]
    return {
        "f1_source": round(every.f1(every.sourced), 2),
        "f1": round(every.f1(every.matched), 2),
        "precision_source": round(every.precision(every.sourced), 2),
        "recall_source": round(every.recall(every.sourced), 2),
        "direct_source": round(direct.recall(direct.sourced), 2),
    }


def given_spans(words: Iterable[int], worded: given.Worded) -> tuple[given.Span, ...]:
    """Runs of words as character spans."""
    return tuple(
        (worded.spans[first][0], worded.spans[last][1]) for first, last in pairs.runs(words)
    )


def _joined(parts: Sequence[pairs.Around]) -> pairs.Around:
    def together(name: str) -> np.ndarray:
        return np.concatenate([getattr(p, name) for p in parts])

    return pairs.Around(*(together(n) for n in ("at", "real", "state", "distance", "paragraph")))
