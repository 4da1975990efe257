"""A teacher for windows that no treebank labels: learning without forgetting (Li & Hoiem 2016).

Windows of news, of PLV and of constructed sentences carry the labels of one task alone. Trained on
them without more, the encoder unlearned grammar just there: "condemned" became a person's name in
sentences like PLV's, while the treebanks' figures rose. So a model that has learned grammar and
names alone reads these windows first, and what it reads is their label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from models.en.encoder import collate
from models.en.joint import Joint
from models.en.tasks.base import Task
from models.en.tasks.grammar import TAGS, Grammar, GrammarHead, within
from models.en.treebank import Sentence
from models.en.window import Window
from tellings.annotate.en.grammar import parse
from tellings.annotate.en.lemmas import apply_rule
from tellings.annotate.en.names import TAGS as NAMES

TAUGHT = ("grammar", "names", "sentences")
SCHEME = "taught"


class Teacher:
    """Reads windows with checkpoints of the tasks TAUGHT.

    The first of them labels what no treebank labels. All of them together give every window their
    mean probabilities, beside the gold ones (Kuncoro et al. 2016): two had 89.3 LAS together where
    each alone had 88.9 and 88.8 on a part of EWT dev.
    """

    def __init__(self, tasks: dict[str, Task], starts: Sequence[Path]) -> None:
        self.models = [Joint({name: tasks[name] for name in TAUGHT}) for _ in starts]
        for model, start in zip(self.models, starts, strict=True):
            model.encoder.load_pretrained()
            model.load(start)
            model.eval()
        grammar = tasks["grammar"]
        assert isinstance(grammar, Grammar)
        self.grammar = grammar
        tables = self.models[0].heads["grammar"].tables()  # type: ignore[operator]
        self.tables = {f"grammar.{k}": v for k, v in tables.items()}

    @torch.no_grad()
    def labelled(self, windows: Sequence[Window]) -> list[Window]:
        """The windows; those without grammar have the first teacher's grammar, names and
        sentences; all have the teachers' probabilities under "soft"."""
        read = [self._read(model, windows) for model in self.models]
        found = list(windows)
        asked = [i for i, w in enumerate(windows) if "grammar" not in w.labels]
        own = {f"{n}.{k}": v.numpy() for n, outs in read[0].items() for k, v in outs.items()}
        for i in asked:
            size = len(windows[i].words)
            found[i] = self._with(windows[i], {k: v[i, :size] for k, v in own.items()})
        return self._softened(found, read)

    def _read(self, model: Joint, windows: Sequence[Window]) -> dict[str, dict[str, Tensor]]:
        with torch.autocast("cpu", torch.bfloat16):
            hidden = model.encoder(collate(windows, model.cut)).float()
        return {n: {k: v.float() for k, v in model.heads[n](hidden).items()} for n in TAUGHT}

    def _softened(
        self, windows: Sequence[Window], read: Sequence[dict[str, dict[str, Tensor]]]
    ) -> list[Window]:
        gold = self.grammar.gold(windows, read[0]["grammar"]["upos"].shape[1])
        kinds = ("upos", "xpos", "feats")
        sums: dict[str, Tensor] = {}
        for model, outs in zip(self.models, read, strict=True):
            head = model.heads["grammar"]
            assert isinstance(head, GrammarHead)
            grammar = outs["grammar"]
            scores = {k: grammar[k] for k in kinds} | {
                "arcs": within(head.arcs(grammar), gold["sentence"]),
                "deprel": head.labels(grammar, gold["head"]),
                "names": outs["names"]["common"],
            }
            for k, v in scores.items():
                sums[k] = sums.get(k, 0) + v.softmax(-1) / len(self.models)
        found = []
        for i, w in enumerate(windows):
            size = len(w.words)
            soft = {k: v[i, :size] for k, v in sums.items()}
            soft["arcs"] = soft["arcs"][:, : 1 + size]
            found.append(replace(w, labels={**w.labels, "soft": soft}))
        return found

    def _with(self, window: Window, out: dict[str, np.ndarray]) -> Window:
        source = self._sentences(window, out)
        read = self.grammar.labelled(replace(window, labels={"source": source}))
        mine = {name: read.labels[name] for name in TAUGHT}
        return replace(window, labels={**mine, **window.labels})

    def _sentences(self, window: Window, out: dict[str, np.ndarray]) -> tuple[Sentence, ...]:
        size = len(window.words)
        begun = (out["sentences.start"][:, 0] > 0) | np.array(window.paragraphs)
        begun[0] = True
        starts = np.flatnonzero(begun).tolist()
        bounds = list(zip(starts, [*starts[1:], size], strict=True))
        trees = parse(out, self.tables, bounds)
        kinds = self.grammar.kinds
        tags = {k: [kinds[k][t] for t in out[f"grammar.{k}"].argmax(1).tolist()] for k in TAGS}
        names = [NAMES[t] for t in out["names.tag"].argmax(1).tolist()]
        found = []
        for a, b in bounds:
            words = window.words[a:b]
            heads = tuple(0 if trees.heads[i] == i else trees.heads[i] - a + 1 for i in range(a, b))
            found.append(
                Sentence(
                    doc="",
                    words=words,
                    spaces=window.spaces[a:b],
                    paragraph=window.paragraphs[a],
                    scheme=SCHEME,
                    ner=tuple(names[a:b]),
                    lemma=tuple(
                        apply_rule(r, w) for r, w in zip(tags["rule"][a:b], words, strict=True)
                    ),
                    upos=tuple(tags["upos"][a:b]),
                    xpos=tuple(tags["xpos"][a:b]),
                    feats=tuple(tags["feats"][a:b]),
                    head=heads,
                    deprel=tuple(kinds["deprel"][t] for t in trees.labels[a:b]),
                )
            )
        return tuple(found)
