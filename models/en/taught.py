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

from models.en.encoder import collate
from models.en.joint import Joint
from models.en.tasks.base import Task
from models.en.tasks.grammar import TAGS, Grammar
from models.en.treebank import Sentence
from models.en.window import Window
from tellings.annotate.en.grammar import parse
from tellings.annotate.en.lemmas import apply_rule
from tellings.annotate.en.names import TAGS as NAMES

TAUGHT = ("grammar", "names", "sentences")
SCHEME = "taught"


class Teacher:
    """Reads windows with a checkpoint of the tasks TAUGHT, and labels them so."""

    def __init__(self, tasks: dict[str, Task], start: Path) -> None:
        self.model = Joint({name: tasks[name] for name in TAUGHT})
        self.model.encoder.load_pretrained()
        self.model.load(start)
        self.model.eval()
        grammar = tasks["grammar"]
        assert isinstance(grammar, Grammar)
        self.grammar = grammar
        tables = self.model.heads["grammar"].tables()  # type: ignore[operator]
        self.tables = {f"grammar.{k}": v for k, v in tables.items()}

    @torch.no_grad()
    def labelled(self, windows: Sequence[Window]) -> list[Window]:
        """The windows; those without grammar have the teacher's grammar, names and sentences."""
        asked = [i for i, w in enumerate(windows) if "grammar" not in w.labels]
        found = list(windows)
        if not asked:
            return found
        some = [windows[i] for i in asked]
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.model.encoder(collate(some, self.model.cut)).float()
        outs = {
            f"{n}.{k}": v.float().numpy()
            for n in TAUGHT
            for k, v in self.model.heads[n](hidden).items()
        }
        for row, (i, window) in enumerate(zip(asked, some, strict=True)):
            size = len(window.words)
            found[i] = self._with(window, {k: v[row, :size] for k, v in outs.items()})
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
