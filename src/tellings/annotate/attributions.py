"""Attributions of a text: the reader's own where it gives them, else by rule from the parse.

The rules are what any spaCy pipeline can be read with (`--pipeline`): words of saying with their
subject and clause, and quotations with the word of saying beside them. Labels of UD and of
ClearNLP's English (spaCy's own pipelines) are both understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from spacy.tokens import Doc, Token

from tellings.text.quotation import Quotation, outermost
from tellings.words.tables import toml

Form = Literal["direct", "mixed", "indirect"]
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
_CLAUSES = frozenset({"ccomp", "parataxis", "xcomp"})


@dataclass(frozen=True, slots=True)
class Told:
    """Content, cue and source as character spans in order; `source` and `cue` may be empty."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    form: Form
    score: float


def attributions(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Told]:
    """What the pipeline's reader found, or what the rules find."""
    # Set by the reader of our own only: another pipeline leaves the extension's place empty.
    user_data: dict[Any, Any] = doc.user_data
    found = user_data.get(("._.", "attributions", None, None))
    if found is not None:
        for one in found:
            yield Told(one.content, one.cue, one.source, one.form, one.score)
        return
    yield from by_rule(doc, quotations)


def by_rule(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Told]:
    """Attributions from the dependency parse and the quotation marks."""
    saying = set(toml("saying.toml")["say"])
    taken: set[tuple[int, int]] = set()
    marked = [q for q in outermost(tuple(quotations)) if not q.single]
    for token in doc:
        if token.lemma_.lower() not in saying or token.pos_ not in {"VERB", "AUX"}:
            continue
        subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if subject is None:
            continue
        source = (_subtree(subject),)
        cue = ((token.idx, token.idx + len(token)),)
        beside = [q for q in marked if _belongs(doc, q, token)]
        if beside:
            content = tuple((q.outer.start, q.outer.end) for q in beside)
            taken.update(content)
            yield Told(content, cue, source, "direct", 0.8)
            continue
        clause = next((c for c in token.children if c.dep_ in _CLAUSES and c.i > token.i), None)
        if clause is not None:
            span = _subtree(clause)
            mixed = any(span[0] <= q.outer.start < span[1] for q in marked)
            yield Told((span,), cue, source, "mixed" if mixed else "indirect", 0.6)
    for quotation in marked:
        outer = (quotation.outer.start, quotation.outer.end)
        if outer not in taken and not any(a[0] <= outer[0] < a[1] for a in taken):
            yield Told((outer,), (), (), "direct", 0.5)


def _subtree(token: Token) -> tuple[int, int]:
    span = token.doc[token.left_edge.i : token.right_edge.i + 1]
    return span.start_char, span.end_char


def _belongs(doc: Doc, quotation: Quotation, cue: Token) -> bool:
    """Whether a quotation of whole clauses touches the word of saying's own clause."""
    inner = doc.char_span(quotation.inner.start, quotation.inner.end, alignment_mode="expand")
    if inner is None or cue.i in range(inner.start, inner.end):
        return False
    if not any(token.pos_ in {"VERB", "AUX"} for token in inner):
        return False
    same = cue.sent.start <= inner.end and inner.start <= cue.sent.end
    left = inner.start - 3 <= max(cue.right_edge.i, cue.i) + 2 and cue.i < inner.start
    return same and (left or cue.i - inner.end < 12)
