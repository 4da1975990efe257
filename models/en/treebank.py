"""The data of ../shared/data/language as documents, and windows cut from them.

One JSON object a sentence, in the order of the documents. A document's windows carry the labels of
every task that its annotation allows: grammar and sentences (treebanks), names (all).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.en.window import MOST_PIECES, Window, piece_count, runs
from tellings.annotate.en.pieces import Pieces


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence; what its set does not annotate is None."""

    doc: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    paragraph: bool
    scheme: str
    ner: tuple[str, ...] | None
    lemma: tuple[str, ...] | None
    upos: tuple[str, ...] | None
    xpos: tuple[str, ...] | None
    feats: tuple[str, ...] | None
    head: tuple[int, ...] | None
    deprel: tuple[str, ...] | None


def _read_line(line: str, fallback: str) -> Sentence:
    d = json.loads(line)
    column = {
        k: tuple(d[k]) if d.get(k) is not None else None
        for k in ("ner", "lemma", "upos", "xpos", "feats", "head", "deprel")
    }
    return Sentence(
        doc=d["doc"],
        words=tuple(d["words"]),
        spaces=tuple(d["spaces"]),
        paragraph=bool(d.get("newpar")),
        scheme=d.get("scheme") or fallback,
        **column,
    )


# Files that a build does without (`--ewt-only` leaves GUM's texts out, whatever task asks).
LEFT_OUT: set[str] = set()
# The treebanks whose dev parts are learned from too (`--with-dev`); then dev measures nothing.
DEV_TOO: set[str] = set()


def documents(path: Path) -> list[list[Sentence]]:
    """The sentences of a file, grouped by document, in order; none of a file that is left out."""
    if path.stem in LEFT_OUT:
        return []
    groups: list[list[Sentence]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            sentence = _read_line(line, path.stem)
            if groups and groups[-1][0].doc == sentence.doc:
                groups[-1].append(sentence)
            else:
                groups.append([sentence])
    return groups


def learned(folder: Path, name: str) -> list[list[Sentence]]:
    """What a treebank gives to learn from: its train part, and its dev part once nothing is to be
    chosen any more (`--with-dev`)."""
    parts = ("train", "dev") if name in DEV_TOO else ("train",)
    return [d for part in parts for d in documents(folder / f"{name}_{part}.jsonl")]


def window_of(sentences: Sequence[Sentence], *, paragraphs: bool = True) -> Window:
    """A window over whole sentences; `labels["source"]` keeps the sentences for the tasks."""
    words: list[str] = []
    spaces: list[bool] = []
    marks: list[bool] = []
    for n, s in enumerate(sentences):
        words.extend(s.words)
        spaces.extend((*s.spaces[:-1], s.spaces[-1]))
        marks.append(n == 0 or (paragraphs and s.paragraph))
        marks.extend([False] * (len(s.words) - 1))
    return Window(tuple(words), tuple(spaces), tuple(marks), {"source": tuple(sentences)})


def shown(docs: Sequence[Sequence[Sentence]], cut: Pieces) -> list[Window]:
    """Every document cut once into windows, for measuring."""
    found: list[Window] = []
    for doc in docs:
        sizes = [piece_count(s.words, cut) + s.paragraph for s in doc]
        found.extend(window_of(doc[a:b]) for a, b in runs(sizes))
    return found


def endless(
    docs: Sequence[Sequence[Sentence]], cut: Pieces, rng: random.Random
) -> Iterator[Window]:
    """Windows for ever: documents in random order, cut at random places."""
    sizes = [[piece_count(s.words, cut) + s.paragraph for s in doc] for doc in docs]
    order = list(range(len(docs)))
    while True:
        rng.shuffle(order)
        held: list[Sentence] = []
        total = 0
        for i in order:
            # One in two short documents travels alone; the others share a window, as news pages do.
            if sum(sizes[i]) < MOST_PIECES // 2 and rng.random() < 0.55:
                if held and total + sum(sizes[i]) > MOST_PIECES - 8:
                    yield window_of(held, paragraphs=rng.random() < 0.7)
                    held, total = [], 0
                held.extend(docs[i])
                total += sum(sizes[i]) + 1
                continue
            for a, b in runs(sizes[i], rng):
                yield window_of(docs[i][a:b], paragraphs=rng.random() < 0.7)
        if held:
            yield window_of(held)
