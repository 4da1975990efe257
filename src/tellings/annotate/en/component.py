"""The reader as a spaCy component: fills an ordinary Doc, in one pass of the network.

`Reader` may be added to any English spaCy pipeline whose tokenizer is spaCy's own. Besides the
usual attributes a Doc then holds what the further heads found (`EXTENSIONS`), in characters of
`doc.text` or token indices.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from tellings.annotate.en import decoders
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

Floats = NDArray[np.float32]


def paragraph_starts(doc: Doc) -> tuple[list[int], list[bool], list[bool]]:
    """The indices of the tokens that are words, is a space behind each, does a paragraph start.

    A line break starts a paragraph, unless the line was broken inside a sentence: no mark ends it
    and the next line goes on in lower case.
    """
    words: list[int] = []
    spaces: list[bool] = []
    paragraphs: list[bool] = []
    fresh = True
    for token in doc:
        if token.is_space:
            if words:
                spaces[-1] = True
            fresh = fresh or "\n" in token.text or "\r" in token.text or "\u2029" in token.text
            blank = token.text.count("\n") > 1
            fresh = fresh and (blank or not words or not _runs_on(doc, words[-1], token.i + 1))
            continue
        words.append(token.i)
        spaces.append(bool(token.whitespace_))
        paragraphs.append(fresh)
        fresh = False
    return words, spaces, paragraphs


def _runs_on(doc: Doc, before: int, after: int) -> bool:
    if after >= len(doc) or doc[before].text[-1] in ".?!:;”\"'…":
        return False
    return bool(doc[after].text[:1].islower())


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
        self._decoders: dict[str, tuple[str, Callable[..., Any]]] = decoders.present(
            network.columns
        )

    def __call__(self, doc: Doc) -> Doc:
        index, spaces, paragraphs = paragraph_starts(doc)
        words = [doc[i].text for i in index]
        out = self.network.read(words, spaces, paragraphs, quoted(words, spaces, paragraphs))
        scores = out["sentences.start"][:, 0]
        first = starts(words, spaces, paragraphs, scores, self._abbreviations)
        bounds = list(zip(first, [*first, len(words)][1:], strict=True))
        rows = np.array(index, dtype=np.int64)
        self._set_grammar(doc, rows, out, bounds)
        doc.ents = self._names(doc, index, out, bounds)
        if PAIRS in out:
            doc.user_data[PAIRS] = out[PAIRS].copy()
        for attribute, decode in self._decoders.values():
            doc._.set(attribute, decode(doc, out, self.network.tables, rows))
        return doc

    def _set_grammar(
        self,
        doc: Doc,
        rows: NDArray[np.int64],
        out: Mapping[str, Floats],
        bounds: Sequence[tuple[int, int]],
    ) -> None:
        trees = parse(out, self.network.tables, bounds)
        found = {k: out[f"grammar.{k}"].argmax(axis=1) for k in ("upos", "xpos", "feats", "rule")}
        table: Any = np.zeros((len(doc), 6), dtype=np.uint64)
        for column, (attribute, kind) in enumerate(
            (("TAG", "xpos"), ("POS", "upos"), ("MORPH", "feats"))
        ):
            table[:, column] = self._space[attribute]
            table[rows, column] = self._codes[kind][found[kind]]
        table[:, 3] = [token.orth for token in doc]
        table[rows, 3] = self._lemma_codes(doc, rows, found)
        table[:, 4] = self._space["DEP"]
        table[rows, 4] = self._codes["deprel"][np.array(trees.labels, dtype=np.int64)]
        heads = np.zeros(len(doc), dtype=np.int64)
        # White space hangs on the word before it, or on the first word where none is before.
        before = np.maximum(np.searchsorted(rows, np.arange(len(doc)), side="right") - 1, 0)
        if len(rows):
            heads[:] = rows[before] - np.arange(len(doc))
            heads[rows] = rows[np.array(trees.heads, dtype=np.int64)] - rows
        table[:, 5] = heads.astype(np.uint64)
        doc.from_array(["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"], table)

    def _lemma_codes(
        self, doc: Doc, rows: NDArray[np.int64], found: Mapping[str, NDArray[np.int64]]
    ) -> list[int]:
        kinds, add = self.network.kinds, doc.vocab.strings.add
        tags, rules = kinds["grammar.xpos"], kinds["grammar.rule"]
        lists = (rows.tolist(), found["xpos"].tolist(), found["rule"].tolist())
        chosen = zip(*lists, strict=True)
        return [add(self._lemmas.of(doc[i].text, tags[t], rules[r])) for i, t, r in chosen]

    def _names(
        self,
        doc: Doc,
        index: Sequence[int],
        out: Mapping[str, Floats],
        bounds: Sequence[tuple[int, int]],
    ) -> list[Span]:
        found: list[Span] = []
        for first, last in bounds:
            for a, b, kind, _ in spans(out["names.tag"][first:last]):
                found.append(Span(doc, index[first + a], index[first + b - 1] + 1, label=kind))
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
