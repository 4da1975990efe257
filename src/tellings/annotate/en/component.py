"""The reader as a spaCy component: fills an ordinary Doc, in one pass of the network.

`Reader` may be added to any English spaCy pipeline whose tokenizer is spaCy's own. Besides the
usual attributes a Doc then holds what the further heads found (`EXTENSIONS`), in characters of
`doc.text` or token indices.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from tellings.annotate.en import decoders
from tellings.annotate.en.agreement import Name, agreed
from tellings.annotate.en.grammar import parse
from tellings.annotate.en.lemmas import Lemmas
from tellings.annotate.en.names import spans
from tellings.annotate.en.network import Network
from tellings.annotate.en.quoted import quoted
from tellings.annotate.en.sentences import starts
from tellings.words.tables import toml

FACTORY = "tellings_en"
WEIGHTS = Path(__file__).parent / "weights"
SPACE_TAG = "_SP"
# What `tellings.annotate.en.events.pair_root` scores two parties by; kept in `doc.user_data`.
PAIRS = "events.pair"

LINE_ENDS = "\n\r\u2029"
TAGS = ("upos", "xpos", "feats", "rule")
# Heads that are decoded section by section; the others' columns are kept for the whole text.
FIRST = ("grammar", "sentences", "names")

Floats = NDArray[np.float32]


def paragraph_starts(doc: Doc) -> tuple[list[int], list[bool], list[bool]]:
    """The indices of the tokens that are words, is a space behind each, does a paragraph start.

    A line break starts a paragraph, unless the line was broken inside a sentence: no mark ends it
    and the next line goes on in lower case.
    """
    blank = np.append(doc.to_array("IS_SPACE"), 0).astype(bool)
    words: list[int] = np.flatnonzero(~blank[:-1]).tolist()
    behind = doc.to_array("SPACY").astype(bool) | blank[1:]
    spaces: list[bool] = behind[words].tolist()
    paragraphs = [False] * len(words)
    last = -1
    for at, i in enumerate(words):
        paragraphs[at] = at == 0 or (last + 1 < i and _breaks(doc, last, i))
        last = i
    return words, spaces, paragraphs


def _breaks(doc: Doc, before: int, after: int) -> bool:
    """Whether the white space between two words parts two paragraphs."""
    between = doc[before + 1 : after].text
    lines = sum(between.count(c) for c in LINE_ENDS)
    return lines > 0 and (between.count("\n") > 1 or not _runs_on(doc, before, after))


def _runs_on(doc: Doc, before: int, after: int) -> bool:
    if doc[before].text[-1] in ".?!:;”\"'…":
        return False
    return bool(doc[after].text[:1].islower())


@dataclass(slots=True)
class Found:
    """What was read of a text, one entry a word (heads and name bounds are word indices)."""

    tags: dict[str, list[int]] = field(default_factory=lambda: {k: [] for k in TAGS})
    heads: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    further: list[Floats] = field(default_factory=list)


class Reader:
    """Reads English with the network of `network`; add it last to a blank pipeline."""

    def __init__(self, vocab: Vocab, network: Network, lemmas: Lemmas) -> None:
        self.network = network
        self._lemmas = lemmas
        self._abbreviations = {
            k: frozenset(v.split()) for k, v in toml("abbreviations.toml").items()
        }
        strings, kinds = vocab.strings, network.kinds
        self._codes = {
            name: np.array([strings.add(k) for k in kinds[f"grammar.{name}"]], dtype=np.uint64)
            for name in ("upos", "xpos", "deprel")
        }
        morphs = [vocab.morphology.add(k) for k in kinds["grammar.feats"]]
        self._codes["feats"] = np.array(morphs, dtype=np.uint64)
        self._space = {
            "TAG": strings.add(SPACE_TAG),
            "POS": strings.add("SPACE"),
            "DEP": strings.add("dep"),
            "MORPH": vocab.morphology.add("_"),
        }
        self._decoders = decoders.present(network.columns)
        own = [b for name, (_, b) in network.columns.items() if name.split(".")[0] in FIRST]
        self._further = max(own)

    def __call__(self, doc: Doc) -> Doc:
        index, spaces, paragraphs = paragraph_starts(doc)
        words = [token.text for token in doc if not token.is_space]
        found = self._read(words, spaces, paragraphs)
        rows = np.array(index, dtype=np.int64)
        self._set_grammar(doc, rows, words, found)
        doc.ents = [
            Span(doc, index[a], index[b - 1] + 1, label=k)
            for a, b, k, _ in agreed(found.names, words)
        ]
        self._decode_further(doc, rows, found)
        return doc

    def _read(
        self, words: Sequence[str], spaces: Sequence[bool], paragraphs: Sequence[bool]
    ) -> Found:
        found = Found()
        inside = quoted(words, spaces, paragraphs)
        for first, last, outputs in self.network.sections(words, spaces, paragraphs, inside):
            out = self.network.named(outputs)
            part = slice(first, last)
            scores = out["sentences.start"][:, 0]
            begun = starts(words[part], spaces[part], paragraphs[part], scores, self._abbreviations)
            bounds = list(zip(begun, [*begun[1:], last - first], strict=True))
            trees = parse(out, self.network.tables, bounds)
            found.heads.extend(h + first for h in trees.heads)
            found.labels.extend(trees.labels)
            for kind, ids in found.tags.items():
                ids.extend(out[f"grammar.{kind}"].argmax(axis=1).tolist())
            for a, b in bounds:
                named = spans(out["names.tag"][a:b])
                found.names.extend((first + a + x, first + a + y, k, p) for x, y, k, p in named)
            if self._decoders:
                found.further.append(outputs[:, self._further :].copy())
        return found

    def _set_grammar(
        self, doc: Doc, rows: NDArray[np.int64], words: Sequence[str], found: Found
    ) -> None:
        table: Any = np.zeros((len(doc), 6), dtype=np.uint64)
        for column, (name, kind) in enumerate(
            (("TAG", "xpos"), ("POS", "upos"), ("MORPH", "feats"))
        ):
            table[:, column] = self._space[name]
            table[rows, column] = self._codes[kind][np.array(found.tags[kind], dtype=np.int64)]
        table[:, 3] = doc.to_array("ORTH")
        table[rows, 3] = self._lemma_codes(doc, words, found)
        table[:, 4] = self._space["DEP"]
        table[rows, 4] = self._codes["deprel"][np.array(found.labels, dtype=np.int64)]
        table[:, 5] = _relative_heads(len(doc), rows, found.heads).astype(np.uint64)
        doc.from_array(["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"], table)

    def _lemma_codes(self, doc: Doc, words: Sequence[str], found: Found) -> list[int]:
        kinds, add = self.network.kinds, doc.vocab.strings.add
        tags, rules = kinds["grammar.xpos"], kinds["grammar.rule"]
        chosen = zip(words, found.tags["xpos"], found.tags["rule"], strict=True)
        return [add(self._lemmas.of(word, tags[t], rules[r])) for word, t, r in chosen]

    def _decode_further(self, doc: Doc, rows: NDArray[np.int64], found: Found) -> None:
        if not self._decoders or not found.further:
            return
        joined = np.concatenate(found.further)
        out = {
            name: joined[:, a - self._further : b - self._further]
            for name, (a, b) in self.network.columns.items()
            if a >= self._further
        }
        if PAIRS in out:
            doc.user_data[PAIRS] = out[PAIRS]
        for attribute, decode in self._decoders.values():
            doc._.set(attribute, decode(doc, out, self.network.tables, rows))


def _relative_heads(total: int, rows: NDArray[np.int64], heads: Sequence[int]) -> NDArray[np.int64]:
    """Each token's head as a distance; white space hangs on the word before it, else after it."""
    found = np.zeros(total, dtype=np.int64)
    if len(rows):
        every = np.arange(total)
        before = np.maximum(np.searchsorted(rows, every, side="right") - 1, 0)
        found[:] = rows[before] - every
        found[rows] = rows[np.array(heads, dtype=np.int64)] - rows
    return found


def reader_of(folder: Path = WEIGHTS) -> Language:
    """spaCy's blank English with the reader added, from the weights in `folder`."""
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = 10**9  # the reader's memory grows with the window, not with the text
    nlp.add_pipe(FACTORY, config={"folder": str(folder)})
    return nlp


@Language.factory(FACTORY, default_config={"folder": str(WEIGHTS)})
def _make(nlp: Language, name: str, folder: str) -> Reader:
    where = Path(folder)
    return Reader(nlp.vocab, Network(where), Lemmas.load(where / "lemmas.tsv", where / "forms.tsv"))
