"""Scores from raw text, as CoNLL 2018 does (Zeman et al. 2018): words matched by their characters.

A word counts where the reader's token holds exactly the same non-white characters. LAS asks for the
head to be the matching word too, and compares universal relations without subtypes.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from models.en.treebank import Sentence

Key = tuple[int, int]


def text_of(doc: Sequence[Sentence]) -> str:
    """A document's text: sentences joined as their spaces say, paragraphs by an empty line."""
    parts: list[str] = []
    for n, s in enumerate(doc):
        if n and s.paragraph:
            parts = ["".join(parts).rstrip() + "\n\n"]
        for word, space in zip(s.words, s.spaces, strict=True):
            parts.append(word + (" " if space else ""))
        if n + 1 < len(doc) and not s.spaces[-1] and not doc[n + 1].paragraph:
            # Treebanks lose the space at some sentence ends.
            parts.append(" ")
    return "".join(parts)


class Raw:
    """Counts right, said and true of each figure over documents."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}
        self.missed: list[tuple[str, int]] = []

    def add(self, doc: Sequence[Sentence], read: Doc) -> None:
        """One document, and what was read of its `text_of`."""
        gold, gold_starts, gold_names = _gold(doc)
        told, told_starts, told_names = _told(read)
        both = [k for k in gold if k in told]
        self._count("tokens", len(both), len(told), len(gold))
        for at, name in enumerate(("upos", "xpos", "lemma", "feats")):
            right = sum(gold[k][at] == told[k][at] for k in both)
            self._count(name, right, len(told), len(gold))
        uas = [k for k in both if gold[k][4] == told[k][4]]
        self._count("uas", len(uas), len(told), len(gold))
        las = sum(gold[k][5] == told[k][5] for k in uas)
        self._count("las", las, len(told), len(gold))
        self._count("sentences", len(gold_starts & told_starts), len(told_starts), len(gold_starts))
        if gold_names is not None:
            for kind in ("PERSON", "ORG", "LOC"):
                g = {x for x in gold_names if x[1] == kind}
                t = {x for x in told_names if x[1] == kind}
                for name in (kind, "names"):
                    self._count(name, len(g & t), len(t), len(g))

    def _count(self, name: str, *row: int) -> None:
        old = self.counts.setdefault(name, [0, 0, 0])
        for i, n in enumerate(row):
            old[i] += n

    def figures(self) -> dict[str, float]:
        """F1 of each, in per cent."""
        return {k: round(200 * r / max(1, t + g), 2) for k, (r, t, g) in self.counts.items()}


def _gold(
    doc: Sequence[Sentence],
) -> tuple[dict[Key, tuple[object, ...]], set[Key], set[tuple[Key, str]] | None]:
    words: dict[Key, tuple[object, ...]] = {}
    bounds: set[Key] = set()
    names: set[tuple[Key, str]] = set()
    named = True
    at = 0
    for s in doc:
        keys: list[Key] = []
        for w in s.words:
            size = len("".join(w.split()))
            keys.append((at, at + size))
            at += size
        assert s.head is not None
        for i, k in enumerate(keys):
            head = keys[s.head[i] - 1] if s.head[i] else None
            rel = s.deprel[i].split(":")[0]  # type: ignore[index]
            words[k] = (s.upos[i], s.xpos[i], s.lemma[i], s.feats[i], head, rel)  # type: ignore[index]
        bounds.add((keys[0][0], keys[-1][1]))
        if s.ner is None:
            named = False
            continue
        first = None
        for i, tag in enumerate([*s.ner, "O"]):
            if first is not None and not tag.startswith("I-"):
                kind = s.ner[first][2:]
                names.add(((keys[first][0], keys[i - 1][1]), "PERSON" if kind == "PER" else kind))
                first = None
            if tag.startswith("B-"):
                first = i
    return words, bounds, names if named else None


def _told(
    read: Doc,
) -> tuple[dict[Key, tuple[object, ...]], set[Key], set[tuple[Key, str]]]:
    key: dict[int, Key] = {}
    at = 0
    for t in read:
        size = len("".join(t.text.split()))
        if size:
            key[t.i] = (at, at + size)
        at += size
    words: dict[Key, tuple[object, ...]] = {}
    for i, k in key.items():
        t = read[i]
        head = None if t.head.i == i else key[t.head.i]
        morph = str(t.morph) or "_"
        words[k] = (t.pos_, t.tag_, t.lemma_, morph, head, t.dep_.split(":")[0])
    bounds = set()
    for s in read.sents:
        inside = [t.i for t in s if t.i in key]
        if inside:
            bounds.add((key[inside[0]][0], key[inside[-1]][1]))
    names = {((key[e.start][0], key[e.end - 1][1]), e.label_) for e in read.ents}
    return words, bounds, names


def measure(nlp: Language, docs: Sequence[Sequence[Sentence]]) -> dict[str, float]:
    """Figures of `nlp` on documents, each read from raw text."""
    score = Raw()
    for doc in docs:
        score.add(doc, nlp(text_of(doc)))
    return score.figures()
