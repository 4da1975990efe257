"""Names, from sets that label different kinds: a word is only told what its set says of it.

Each set's tag stands for the tags it allows; the loss is minus the log of their summed probability
(partial labels, as in Jie et al. 2019).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from models.en.alter import altered
from models.en.encoder import pieces
from models.en.joint import Joint
from models.en.swap import Swapper, spans_of
from models.en.tasks.base import Head
from models.en.tasks.soft import SOFT, softened
from models.en.treebank import Sentence, documents, endless, learned, shown, window_of
from models.en.window import Window
from tellings.annotate.en.names import KINDS, TAGS, spans

SETS = ("redocred", "wikigold", "crossner")
TREES = ("ewt", "gumopen")
SWAPPED = ("PER", "ORG", "LOC")
# What a set does not label at all: there its O says nothing.
UNSAID = {
    "uner": ("NORP", "MISC", "DATE"),
    "gum": ("NORP",),
    "docred": ("NORP",),
    "conll": ("DATE",),
    "crossner": ("DATE",),
    "taught": (),
}
WRITTEN = {"PER": "PERSON"}
# Tags that stand for several kinds: EWT/UNER's "other", and CoNLL's MISC with nationalities.
BROAD = {
    "uner": {"OTH": ("MISC", "NORP", "DATE"), "O": ("MISC", "NORP", "DATE")},
    "conll": {"MISC": ("MISC", "NORP")},
}


def allowed(tag: str, scheme: str) -> list[int]:
    """The indices into TAGS that a set's tag leaves open."""
    if tag == "O":
        return [i for i, t in enumerate(TAGS) if t == "O" or t[2:] in UNSAID[scheme]]
    part, _, kind = tag.partition("-")
    if kind in BROAD.get(scheme, {}):
        wanted = {f"{part}-{k}" for k in BROAD[scheme][kind]}
        return [i for i, t in enumerate(TAGS) if t in wanted or (scheme == "uner" and t == "O")]
    return [TAGS.index(f"{part}-{WRITTEN.get(kind, kind)}")]


# UNER's own way of labelling moves O and these three kinds; the others keep their odds against O.
OWN = ("O", *(f"{part}-{kind}" for kind in KINDS[:3] for part in "BI"))


class NamesHead(Head):
    """Scores a tag, as all sets have them in common and as UNER labels.

    Restaurants are places in UNER and organisations elsewhere, and so on: a head of its own for
    each set gave EWT dev 0.6 more F1. What is exported reads as UNER does.
    """

    def __init__(self, width: int) -> None:
        super().__init__(width, {"tag": len(TAGS)})
        self.own = nn.Linear(width, len(OWN))
        nn.init.zeros_(self.own.weight)
        nn.init.zeros_(self.own.bias)
        self.of = [OWN.index(t) if t in OWN else 0 for t in TAGS]

    def forward(self, hidden: Tensor) -> dict[str, Tensor]:
        dropped = self.drop(hidden)
        common = self.linear(dropped)
        return {"tag": common + self.own(dropped)[..., self.of], "common": common}

    def matrix(self) -> tuple[Tensor, Tensor]:
        own = self.own
        return self.linear.weight + own.weight[self.of], self.linear.bias + own.bias[self.of]


class Names:
    """People, organisations, places, groups, other names, dates."""

    name = "names"
    share = 0.25
    weight = 1.5
    pace = 2.0

    def prepare(self, data: Path) -> None:
        self.data = data / "language"
        self.cut = pieces()
        own = [d for s in SETS for d in documents(self.data / f"{s}.jsonl")]
        trees = [d for s in TREES for d in learned(self.data, s)]
        # The treebanks' windows teach names as they are; here they come again with others' names.
        self.train = [*own, *trees]
        self.swapper = Swapper([s for d in own for s in d], SWAPPED)
        self.masks: dict[tuple[str, str], Tensor] = {}

    def head(self, width: int) -> Head:
        return NamesHead(width)

    def stream(self, rng: random.Random) -> Iterator[Window]:
        for plain in endless(self.train, self.cut, rng):
            source = plain.labels["source"]
            window = plain
            if source[0].scheme in ("uner", "gum") or rng.random() < 0.3:
                source = [self.swapper.swapped(s, rng, 0.5) for s in source]
                window = window_of(source)
            w = altered(window, rng)
            labels = {"names": window.labels["source"]}
            yield Window(w.words, w.spaces, w.paragraphs, labels, w.quoted)

    def loss(self, head: nn.Module, out: dict[str, Tensor], windows: Sequence[Window]) -> Tensor:
        shape = out["tag"].shape
        open_tags = torch.ones(shape, dtype=torch.bool)
        use = torch.zeros(shape[:2], dtype=torch.bool)
        uner = torch.zeros_like(use)
        for n, w in enumerate(windows):
            at = 0
            for s in w.labels["names"]:
                if s.ner is not None:
                    open_tags[n, at : at + len(s.words)] = self._mask(s)
                    use[n, at : at + len(s.words)] = True
                    uner[n, at : at + len(s.words)] = s.scheme == "uner"
                at += len(s.words)
        scores = torch.where(uner[..., None], out["tag"], out["common"])
        logs = scores.log_softmax(-1)
        total = -logs.masked_fill(~open_tags, -1e4).logsumexp(-1)[use].mean()
        soft = softened(windows, "names", *shape)
        if soft is None:
            return total
        return (1 - SOFT) * total + SOFT * -(soft * logs).sum(-1)[use].mean()

    def _mask(self, s: Sentence) -> Tensor:
        rows = []
        for tag in s.ner or ():
            key = (tag, s.scheme)
            if key not in self.masks:
                row = torch.zeros(len(TAGS), dtype=torch.bool)
                row[allowed(tag, s.scheme)] = True
                self.masks[key] = row
            rows.append(self.masks[key])
        return torch.stack(rows)

    def evaluate(self, model: Joint, part: str) -> dict[str, float]:
        """F1 of exact names (person, organisation, place; GUM also date), gold tokens."""
        found: dict[str, float] = {}
        for name in ["ewt", "gumopen"] + (["gum", "pud"] if part == "test" else []):
            windows = shown(documents(self.data / f"{name}_{part}.jsonl"), self.cut)
            for k, v in self.measure(model, windows).items():
                found[f"{name}.{k}"] = v
        return found

    def measure(self, model: Joint, windows: Sequence[Window]) -> dict[str, float]:
        counts = {k: [0, 0, 0] for k in (*KINDS, "all3")}
        for w, out in zip(windows, model.read(windows, ["names"]), strict=True):
            source = w.labels["source"]
            if any(s.ner is None for s in source):
                continue
            gold = _gold_spans([t for s in source for t in s.ner or ()])
            told = {(a, b, k) for a, b, k, _ in spans(out["names.tag"])}
            for kind in KINDS:
                g, t = {x for x in gold if x[2] == kind}, {x for x in told if x[2] == kind}
                row = (len(g & t), len(t), len(g))
                for key in (kind, "all3") if kind in KINDS[:3] else (kind,):
                    counts[key] = [c + r for c, r in zip(counts[key], row, strict=True)]
        return {k: round(200 * r / max(1, t + g), 2) for k, (r, t, g) in counts.items() if g}


def _gold_spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    return {(a, b, WRITTEN.get(kind, kind)) for a, b, kind in spans_of(tags)}
