"""What a trigger's own clause reaches: its dependents, without the clauses below them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tellings.annotate.triggers import words
from tellings.model import Span
from tellings.words.happenings import noun_kinds

_CLAUSAL = frozenset(
    {"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "csubj", "relcl", "xcomp"}
)
# Behind these stands another time than the trigger's; "after" tells the same day as often as not.
_AROUND = frozenset({"following", "before", "since", "until", "despite", "like", "unlike"})
_PARTIES = frozenset({"nsubj", "nsubj:pass", "appos", "obl:agent"})


def inside(token: Token, head: Token) -> Iterator[Token]:
    """The dependents of a trigger and of its carrier, without the clauses below them."""
    stack = [head] if head.i == token.i else [head, token]
    while stack:
        one = stack.pop()
        for child in one.children:
            if child.dep_ not in _CLAUSAL:
                yield child
                stack.append(child)


def own(token: Token, head: Token) -> Iterator[Token]:
    """As `inside`, but not into the phrases of other happenings, nor into who took part."""
    stack = [head] if head.i == token.i else [head, token]
    while stack:
        one = stack.pop()
        for child in one.children:
            if child.dep_ in _CLAUSAL or child.dep_ in _PARTIES:
                continue
            # "hosted it, following his shows of 2009"
            if child.pos_ == "NOUN" and any(_leads_away(c) for c in child.children):
                continue
            # "praised the recently opened store": when it opened
            if child.dep_ == "amod" and child.n_lefts:
                continue
            if child.pos_ == "NOUN" and child.i != token.i and _happens(child.lemma_.lower()):
                continue
            yield child
            stack.append(child)


def _leads_away(word: Token) -> bool:
    return word.dep_ == "case" and word.lower_ in _AROUND


def _happens(noun: str) -> bool:
    return bool(noun_kinds(noun)) or noun in words("bounded")


def extent(token: Token, head: Token) -> Span:
    """From the first to the last word of the trigger's clause, its sub-clauses left out."""
    kept = [token, head, *inside(token, head)]
    said = [t for t in kept if not t.is_space and not t.is_punct] or [token]
    first, last = min(said, key=lambda t: t.i), max(said, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last))
