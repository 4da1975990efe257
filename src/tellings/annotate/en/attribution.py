"""Who said what, inside one text: content, cue and source of each attribution, from the reader.

What the pairs network finds is put right where the language leaves no doubt: a quotation is taken
whole, from mark to mark. Words inside quotation marks that no cue reaches are given too, without a
cue; their source is told only where the text is laid out as `Name: "…"`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from tellings.annotate.en import pairs
from tellings.annotate.en.component import paragraph_starts
from tellings.annotate.en.marks import placed
from tellings.annotate.en.quoted import quoted
from tellings.annotate.en.settle import settled
from tellings.annotate.en.sources import mended
from tellings.text.quotation import quotations

Floats = NDArray[np.float32]
Span = tuple[int, int]
Form = Literal["direct", "mixed", "indirect"]

# From this share of the content inside quotation marks on it is direct (PolNeAR's convention).
DIRECT, MIXED = 0.9, 0.05


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, spans in characters of the text, in order.

    `content` may lie in several pieces and includes its quotation marks; `source` is empty where
    none is told; `score` is the probability that it is one, to three places.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    form: Form
    score: float


def decode(
    doc: Doc, out: Mapping[str, Floats], tables: Mapping[str, Floats], words: NDArray[np.int64]
) -> tuple[Attribution, ...]:
    """The attributions of `doc`, in order of their contents.

    `out["attribution.cue"]` and `out["attribution.word"]` are [len(words), 2·CHANNELS]; `words` are
    the places of the doc's words that are not white space.
    """
    if not len(words):
        return ()
    named = {k.removeprefix("attribution."): v for k, v in tables.items()}
    net = pairs.Pairs(named)
    spans = [(doc[i].idx, doc[i].idx + len(doc[i])) for i in words.tolist()]
    asked = asked_of(doc, spans)
    scored = pairs.score(net, out["attribution.cue"], out["attribution.word"], asked)
    found = settled(scored, asked)
    if doc.has_annotation("DEP"):
        found = [mended(c, doc, words) for c in found if not _modifies(c, doc, words)]
    inside = asked.inside()
    return tuple(sorted((_told(c, spans, asked.starts, inside) for c in found), key=_order))


def _modifies(cued: pairs.Cued, doc: Doc, words: NDArray[np.int64]) -> bool:
    """Whether the cue only qualifies what nobody is told to say: a so-called plan."""
    cue = {int(words[i]) for i in cued.cue}
    content = {int(words[i]) for i in cued.content}
    tops = [doc[i] for i in cue if doc[i].head.i not in cue]
    return not cued.source and [t.dep_ for t in tops] == ["amod"] and tops[0].head.i in content


def asked_of(doc: Doc, spans: Sequence[Span]) -> pairs.Asked:
    """The words of a doc with their quotation marks and paragraphs, as the network saw them."""
    index, spaces, starts = paragraph_starts(doc)
    forms = [doc[i].text for i in index]
    marked = placed(quotations(doc.text), spans, starts)
    return pairs.Asked.of(forms, quoted(forms, spaces, starts), starts, marked)


def _told(
    cued: pairs.Cued, spans: Sequence[Span], starts: Sequence[bool], inside: frozenset[int]
) -> Attribution:
    content, cue, source = (
        tuple((spans[a][0], spans[b][1]) for a, b in pairs.runs(part, starts))
        for part in (cued.content, cued.cue, cued.source)
    )
    return Attribution(
        content, cue, source, form_of(cued.content, spans, inside), round(cued.sure, 3)
    )


def form_of(content: Iterable[int], spans: Sequence[Span], inside: frozenset[int]) -> Form:
    """By the share of the content's letters that stand inside quotation marks."""
    marked = total = 0
    for i in content:
        size = spans[i][1] - spans[i][0]
        total += size
        marked += size * (i in inside)
    share = marked / total if total else 0.0
    return "direct" if share >= DIRECT else "mixed" if share > MIXED else "indirect"


def _order(told: Attribution) -> tuple[object, ...]:
    return told.content, told.cue, told.source
