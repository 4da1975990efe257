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
Piece = tuple[int, int]
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj"})
_PASSIVE = frozenset({"nsubj:pass", "nsubjpass"})
_AGENTS = frozenset({"obl:agent", "agent"})
_CLAUSES = frozenset({"ccomp", "parataxis", "xcomp"})
# How a verb of saying without a subject hangs on the verb that has it: "he sat down and said".
_HANGING = frozenset({"conj", "xcomp", "advcl", "aux", "acl"})


@dataclass(frozen=True, slots=True)
class Told:
    """Content, cue and source as character spans in order; `source` and `cue` may be empty."""

    content: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    source: tuple[Piece, ...]
    form: Form
    score: float

    @property
    def start(self) -> int:
        return self.content[0][0]

    @property
    def end(self) -> int:
        return self.content[-1][1]

    @property
    def loose(self) -> bool:
        """Whether nothing in the text says who says it."""
        return not self.cue and not self.source


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


def is_saying(token: Token) -> bool:
    """Whether a word is a verb by which news gives words to somebody."""
    return token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in set(toml("saying.toml")["say"])


def subject_of(verb: Token) -> Token | None:
    """Who says: the verb's subject, or that of the verb it hangs on.

    Of a passive ("she was told", "it was described by him as") whom "by" names, or nobody.
    """
    for step in range(3):
        own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if own is not None and (step or own.dep_ not in _PASSIVE):
            return own
        if own is not None:
            return next((c for c in verb.children if c.dep_ in _AGENTS), None)
        if verb.dep_ not in _HANGING or verb.head is verb:
            return None
        verb = verb.head
    return None


def whole(token: Token) -> Piece:
    """The phrase of a word, as characters."""
    span = token.doc[token.left_edge.i : token.right_edge.i + 1]
    return span.start_char, span.end_char


def by_rule(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Told]:
    """Indirect speech from the dependency parse; quotations are left to `marked`."""
    within = [q for q in outermost(tuple(quotations)) if not q.single]
    for token in doc:
        if not is_saying(token):
            continue
        subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
        clause = next((c for c in token.children if c.dep_ in _CLAUSES and c.i > token.i), None)
        if subject is None or clause is None:
            continue
        span = whole(clause)
        cue = ((token.idx, token.idx + len(token)),)
        mixed = any(span[0] <= q.outer.start < span[1] for q in within)
        yield Told((span,), cue, (whole(subject),), "mixed" if mixed else "indirect", 0.6)
