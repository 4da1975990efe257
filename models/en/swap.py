"""Other names in the same places: so that a name's kind is learned from what stands around it.

Organisations suffer most from being unknown: half of the swaps put an invented company in. The
parts of invented names are ours.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from pathlib import Path

from models.en.treebank import Sentence

PARTS = {
    k: v.split()
    for k, v in tomllib.loads(Path(__file__).with_name("swap.toml").read_text("utf-8")).items()
}


def invented(rng: random.Random) -> tuple[str, ...]:
    """A company or body that there is not: one to three words."""
    stem = rng.choice(PARTS["starts"]) + rng.choice(PARTS["ends"])
    draw = rng.random()
    if draw < 0.3:
        return (stem,)
    if draw < 0.4:
        return ("".join(rng.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in range(rng.randint(3, 4))),)
    if draw < 0.8:
        return (stem, rng.choice(PARTS["kinds"]))
    return (stem, rng.choice(PARTS["kinds"]), rng.choice(PARTS["second"]))


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first, last + 1, kind) of BIO tags."""
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(tags):
        if not tags[at].startswith("B-"):
            at += 1
            continue
        kind, end = tags[at][2:], at + 1
        while end < len(tags) and tags[end] == f"I-{kind}":
            end += 1
        found.append((at, end, kind))
        at = end
    return found


class Swapper:
    """Names by kind, gathered from sentences; `swapped` puts others in their places."""

    def __init__(self, sentences: Sequence[Sentence], kinds: Sequence[str]) -> None:
        self.names: dict[str, list[tuple[str, ...]]] = {k: [] for k in kinds}
        for s in sentences:
            for a, b, kind in spans_of(s.ner or ()):
                if kind in self.names and b - a <= 5 and all(w[:1].isupper() for w in s.words[a:b]):
                    self.names[kind].append(s.words[a:b])

    def swapped(self, s: Sentence, rng: random.Random, chance: float) -> Sentence:
        """The sentence with each of its names exchanged with probability `chance`.

        Only what names need is kept: the grammar's labels would no longer fit.
        """
        if s.ner is None:
            return s
        words, spaces, tags = list(s.words), list(s.spaces), list(s.ner)
        for a, b, kind in reversed(spans_of(s.ner)):
            if kind not in self.names or rng.random() >= chance:
                continue
            new = rng.choice(self.names[kind])
            if kind == "ORG" and rng.random() < 0.5:
                new = invented(rng)
            words[a:b] = new
            spaces[a:b] = [*([True] * (len(new) - 1)), spaces[b - 1]]
            tags[a:b] = [f"B-{kind}", *([f"I-{kind}"] * (len(new) - 1))]
        empty = dict.fromkeys(("lemma", "upos", "xpos", "feats", "head", "deprel"))
        return Sentence(
            doc=s.doc,
            words=tuple(words),
            spaces=tuple(spaces),
            paragraph=s.paragraph,
            scheme=s.scheme,
            ner=tuple(tags),
            **empty,
        )
