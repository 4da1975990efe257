"""Tags, features, lemma rules and dependency trees, from EWT and the open part of GUM."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.en.alter import altered
from models.en.encoder import pieces
from models.en.joint import Joint
from models.en.lexicon import inflected
from models.en.tasks.base import Head
from models.en.tasks.soft import SOFT, softened
from models.en.treebank import Sentence, documents, endless, learned, shown
from models.en.window import Window
from tellings.annotate.en.grammar import FAR, parse, ways
from tellings.annotate.en.lemmas import Lemmas, rule_of

ARC, LABEL = 256, 192
# What teachers give probabilities of.
SOFTENED = ("arcs", "deprel", "upos", "xpos", "feats")
TAGS = ("upos", "xpos", "feats", "rule")
NOTHING = -100
# Tasks that learn from the treebanks' sentences too, at no cost in encoding.
SHARED = ("names", "sentences", "times", "quantities", "certainty")
FLAT = ("ewt", "gumopen")


class GrammarHead(Head):
    """Linear tag heads, and the four vectors of the biaffine parser.

    An arc's score also hangs on how far and on which side the head stands (Qi et al. 2018): after
    300 steps 86.3 against 82.3 UAS on EWT dev, 85.6 against 79.4 on GUM dev. A label's score takes
    the vectors' product beside the hidden layer over their sum: +0.1 and +0.9 LAS there.
    """

    def __init__(self, width: int, kinds: dict[str, list[str]], root_label: int) -> None:
        sizes = {k: len(kinds[k]) for k in TAGS}
        sizes |= {"arc_dep": ARC, "arc_head": ARC, "label_dep": LABEL, "label_head": LABEL}
        super().__init__(width, sizes)
        self.root_label = root_label
        self.arc_u = nn.Parameter(torch.eye(ARC) * 0.05 + torch.randn(ARC, ARC) * 0.01)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.arc_far = nn.Parameter(torch.zeros(2 * FAR + 1, ARC))
        self.root = nn.Parameter(torch.randn(ARC) * 0.1)
        self.label_root = nn.Parameter(torch.randn(LABEL) * 0.1)
        self.label_w = nn.Parameter(torch.randn(LABEL, len(kinds["deprel"])) * 0.07)
        self.label_p = nn.Parameter(torch.zeros(LABEL, len(kinds["deprel"])))
        self.label_b = nn.Parameter(torch.zeros(len(kinds["deprel"])))

    def tables(self) -> dict[str, np.ndarray]:
        arcs = ("arc_u", "arc_bias", "arc_far", "root")
        names = (*arcs, "label_root", "label_w", "label_p", "label_b")
        found = {n: getattr(self, n).detach().numpy().astype(np.float32) for n in names}
        return {**found, "root_label": np.array([self.root_label], dtype=np.float32)}

    def arcs(self, out: dict[str, Tensor]) -> Tensor:
        """[n, words, 1 + words]: score of each head, column 0 the root."""
        low = F.dropout(F.relu(out["arc_dep"]), 0.15, self.training)
        dep = low @ self.arc_u
        head = F.dropout(F.relu(out["arc_head"]), 0.15, self.training)
        top = self.root.expand(len(head), 1, -1)
        every = torch.cat([top, head], 1)
        way = torch.from_numpy(ways(head.shape[1]))
        far = (low @ self.arc_far.T).gather(2, way.expand(len(head), -1, -1))
        scores = dep @ every.transpose(1, 2) + (every @ self.arc_bias)[:, None, :]
        return scores + F.pad(far, (1, 0))

    def labels(self, out: dict[str, Tensor], heads: Tensor) -> Tensor:
        """[n, words, labels], given each word's head (0 the root, else 1-based in the window)."""
        top = self.label_root.expand(len(heads), 1, -1)
        every = torch.cat([top, out["label_head"]], 1)
        above = every.gather(1, heads.clamp(min=0)[:, :, None].expand(-1, -1, LABEL))
        hidden = F.dropout(F.relu(out["label_dep"] + above), 0.15, self.training)
        both = F.dropout(out["label_dep"] * above, 0.15, self.training)
        return hidden @ self.label_w + both @ self.label_p + self.label_b


class Grammar:
    """See the module. Also gives the windows from which `names` and `sentences` learn."""

    name = "grammar"
    share = 0.5
    weight = 1.0
    # At 1 its arcs were behind by 1.5 UAS after 300 steps; the attribution head broke at 3.
    pace = 3.0

    def __init__(self, sets: Sequence[str] = FLAT) -> None:
        self.sets = sets
        self.kinds: dict[str, list[str]] = {}
        self.lemmas: dict[tuple[str, str], str] = {}

    def prepare(self, data: Path) -> None:
        self.data = data / "language"
        self.cut = pieces()
        self.train = [d for s in self.sets for d in learned(self.data, s)]
        # Classes come from the train parts alone, so that a run can go on with the dev parts.
        trains = [d for s in self.sets for d in documents(self.data / f"{s}_train.jsonl")]
        every = [s for d in trains for s in d]
        for column in ("upos", "xpos", "feats", "deprel"):
            count = Counter(t for s in every for t in getattr(s, column))
            least = 2 if column == "feats" else 1
            self.kinds[column] = sorted(t for t, n in count.items() if n >= least)
        rules = Counter(
            rule_of(w, m) for s in every for w, m in zip(s.words, s.lemma or (), strict=True)
        )
        self.kinds["rule"] = sorted(r for r, n in rules.items() if n >= 3)
        self.ids = {c: {t: i for i, t in enumerate(k)} for c, k in self.kinds.items()}
        self.lemmas = _lemma_table(every)
        self.lexicon = Lemmas(self.lemmas, {(k, f): m for k, f, m in inflected()})

    def head(self, width: int) -> GrammarHead:
        return GrammarHead(width, self.kinds, self.ids["deprel"]["root"])

    def stream(self, rng: random.Random) -> Iterator[Window]:
        for window in endless(self.train, self.cut, rng):
            yield self.labelled(altered(window, rng))

    def labelled(self, window: Window) -> Window:
        """The window with this task's labels, and the keys by which names and sentences learn."""
        source: tuple[Sentence, ...] = window.labels["source"]
        ids = self.ids
        rows: dict[str, list[int]] = {k: [] for k in (*TAGS, "deprel", "head", "sentence")}
        at = 0
        for number, s in enumerate(source):
            for c in ("upos", "xpos", "feats", "deprel"):
                rows[c].extend(ids[c].get(t, NOTHING) for t in getattr(s, c))
            pairs = zip(s.words, s.lemma or (), strict=True)
            rows["rule"].extend(ids["rule"].get(rule_of(w, m), NOTHING) for w, m in pairs)
            rows["head"].extend(h + at if h else 0 for h in s.head or ())
            rows["sentence"].extend([number] * len(s.words))
            at += len(s.words)
        labels = {"grammar": rows, **dict.fromkeys(SHARED, source)}
        return Window(window.words, window.spaces, window.paragraphs, labels, window.quoted)

    def gold(self, windows: Sequence[Window], size: int) -> dict[str, Tensor]:
        """Labels [n, size] by column, NOTHING where padded."""
        columns = (*TAGS, "deprel", "head", "sentence")
        return {k: _padded([w.labels["grammar"][k] for w in windows], size) for k in columns}

    def loss(self, head: nn.Module, out: dict[str, Tensor], windows: Sequence[Window]) -> Tensor:
        assert isinstance(head, GrammarHead)
        gold = self.gold(windows, out["upos"].shape[1])
        total = out["upos"].new_zeros(())
        soft = {k: softened(windows, k, *out["upos"].shape[:2]) for k in SOFTENED}
        for tag, weight in zip(TAGS, (1.0, 1.0, 0.5, 0.5), strict=True):
            total = total + weight * _cross(out[tag], gold[tag], soft.get(tag))
        arcs = head.arcs(out)
        arcs = within(arcs, gold["sentence"])
        total = total + 1.5 * _cross(arcs, gold["head"], soft["arcs"])
        return total + _cross(head.labels(out, gold["head"]), gold["deprel"], soft["deprel"])

    def evaluate(self, model: Joint, part: str) -> dict[str, float]:
        """UPOS, XPOS, features, lemma, UAS and LAS with gold tokens and sentences, each set."""
        found: dict[str, float] = {}
        names = [*self.sets] + (["gum", "pud"] if part == "test" else [])
        for name in names:
            docs = documents(self.data / f"{name}_{part}.jsonl")
            for k, v in self.measure(model, shown(docs, self.cut)).items():
                found[f"{name}.{k}"] = v
        return found

    def measure(self, model: Joint, windows: Sequence[Window]) -> dict[str, float]:
        good: Counter[str] = Counter()
        tables = {f"grammar.{k}": v for k, v in model.heads["grammar"].tables().items()}
        for window, out in zip(windows, model.read(windows, ["grammar"]), strict=True):
            source: tuple[Sentence, ...] = window.labels["source"]
            bounds, at = [], 0
            for s in source:
                bounds.append((at, at + len(s.words)))
                at += len(s.words)
            trees = parse(out, tables, bounds)
            tags = {c: out[f"grammar.{c}"].argmax(1) for c in TAGS}
            for s, (a, b) in zip(source, bounds, strict=True):
                self._count(good, s, a, b, trees.heads, trees.labels, tags)
        return {k: round(100 * v / good["words"], 2) for k, v in good.items() if k != "words"}

    def _count(self, good, s, a, b, heads, labels, tags) -> None:  # type: ignore[no-untyped-def]
        for i in range(a, b):
            j = i - a
            head = 0 if heads[i] == i else heads[i] - a + 1
            label = self.kinds["deprel"][labels[i]]
            right = head == s.head[j]
            good["words"] += 1
            good["uas"] += right
            good["las"] += right and label.split(":")[0] == s.deprel[j].split(":")[0]
            good["las_full"] += right and label == s.deprel[j]
            for c in ("upos", "xpos", "feats"):
                good[c] += self.kinds[c][tags[c][i]] == getattr(s, c)[j]
            tag = self.kinds["xpos"][tags["xpos"][i]]
            rule = self.kinds["rule"][tags["rule"][i]]
            good["lemma"] += self.lexicon.of(s.words[j], tag, rule) == s.lemma[j]


def within(arcs: Tensor, sentence: Tensor) -> Tensor:
    """Scores of arcs [n, words, 1 + words] without those into another sentence ([n, words])."""
    same = sentence[:, :, None] == sentence[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    return arcs.masked_fill(~allowed, -1e4)


def _lemma_table(sentences: Sequence[Sentence]) -> dict[tuple[str, str], str]:
    """(form, xpos) → its commonest lemma, where seen twice and 4 times in 5 so."""
    seen: dict[tuple[str, str], Counter[str]] = {}
    for s in sentences:
        for w, x, m in zip(s.words, s.xpos or (), s.lemma or (), strict=True):
            seen.setdefault((w, x), Counter())[m] += 1
    table = {}
    for key, count in seen.items():
        lemma, n = count.most_common(1)[0]
        if n >= 2 and n >= 0.8 * count.total():
            table[key] = lemma
    return table


def _padded(rows: Sequence[Sequence[int]], length: int) -> Tensor:
    full = torch.full((len(rows), length), NOTHING)
    for i, row in enumerate(rows):
        full[i, : len(row)] = torch.tensor(row)
    return full


def _cross(scores: Tensor, gold: Tensor, soft: Tensor | None = None) -> Tensor:
    """Cross entropy against the gold, and against the teachers' probabilities where given."""
    told = F.cross_entropy(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1))
    if soft is None:
        return told
    # What no teacher holds possible (another sentence's words) must not meet a score of -1e4.
    logs = scores.log_softmax(-1).clamp(min=-100)
    return (1 - SOFT) * told + SOFT * -(soft * logs).sum(-1)[gold != NOTHING].mean()
