"""How surely a clause is told: the reader's class where it gives one, else the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from tellings.model import Quote
from tellings.model.marks import Certainty
from tellings.words.tables import toml


def sureness(
    doc: Doc, head: Token, quotes: Sequence[Quote] = ()
) -> tuple[Certainty, bool, str | None]:
    """Certainty, whether negated, and the party that it is attributed to (None where none).

    Words in a quote are attributed to its speaker, unless they are denied, planned, or doubtful.
    """
    words = toml("certainty.toml")
    negated = any(c.dep_ == "neg" or c.lower_ in words["not"] for c in head.children)
    quote = next((q for q in quotes for p in q.parts if p.start <= head.idx < p.end), None)
    certainty = _by_words(head, words, negated)
    if certainty == "asserted" and quote is not None:
        certainty = "attributed"
    return certainty, negated, quote.speaker if quote is not None else None


def _by_words(head: Token, words: dict[str, list[str]], negated: bool) -> Certainty:
    chain = [head, *_governors(head)]
    near = {c.lower_ for one in chain[:2] for c in one.children}
    if negated:
        return "denied"
    if near & set(words["alleged"]) or any(one.lemma_ in words["alleging"] for one in chain[1:]):
        return "alleged"
    if near & set(words["might"]) or any(c.lower_ in words["if"] for c in head.children):
        return "hypothetical"
    if near & set(words["will"]) or any(one.lemma_ in words["planning"] for one in chain[1:]):
        return "planned"
    if any(one.lemma_ in words["denying"] for one in chain[1:]):
        return "denied"
    return "asserted"


def _governors(head: Token) -> list[Token]:
    """The two words above, as long as the clause depends on them as a complement."""
    found: list[Token] = []
    one = head
    while len(found) < 2 and one.dep_ in {"xcomp", "ccomp", "acl", "obj", "nmod", "advcl"}:
        one = one.head
        found.append(one)
    return found
