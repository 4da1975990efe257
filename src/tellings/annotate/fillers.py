"""Which parties the words of a trigger's doers and sufferers stand for."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from tellings.annotate.standing import Standing
from tellings.annotate.triggers import words
from tellings.model import Party, Span

_NOBODY = frozenset({"place", "other"})


def filled(text: Standing, tokens: Iterable[Token], lemma: str) -> list[tuple[Span, str]]:
    """(span, party) of each argument that is a party, with what is coordinated to it."""
    found: dict[str, Span] = {}
    for token in tokens:
        first = _party(text, token)
        if first is not None:
            found.setdefault(first[1].id, first[0])
        for one in _joined(token):
            told = _party(text, one)
            # "met the envoy in Oslo, Norway" can be read as a list: people join people only.
            if told is not None and (told[1].kind == first[1].kind if first else _is_one(told)):
                found.setdefault(told[1].id, told[0])
    return [(span, party) for party, span in found.items()]


def _is_one(told: tuple[Span, Party]) -> bool:
    """Whether what is joined to a thing is somebody: in "rifles and magazines" it is not."""
    _, party = told
    return party.kind == "person" or not party.name.islower()


def _joined(token: Token) -> list[Token]:
    """What is coordinated to a word by "and"; a comma alone joins nothing."""
    joined = [c for c in token.children if c.dep_ == "conj"]
    # "freed by Arlen, both the mayor and his aide claim": "both" begins a list
    if any(c.lower_ in {"both", "either"} for j in joined for c in j.children if c.i < j.i):
        return []
    told = any(c.dep_ == "cc" and c.lower_ in {"and", "&"} for j in joined for c in j.children)
    return joined if told else []


def _party(text: Standing, token: Token) -> tuple[Span, Party] | None:
    """Who a word refers to; for those who act for their state ("French officials") the country."""
    held = [pair for pair in text.at.get(token.i, ()) if pair[1].kind not in _NOBODY]
    single = token.i > 0 and token.nbor(-1).lower_ in {"a", "an", "one", "another"}
    if single and held and all(pair[1].kind in {"country", "group"} for pair in held):
        return None  # "one Norlander fell": a person, and not the country
    if held:
        best = min(held, key=lambda pair: (-len(pair[0]), pair[1].kind != "person", pair[1].id))
        return _titled(text, token) or best if best[1].kind in {"country", "group"} else best
    for child in token.children:
        if child.dep_ == "appos" and token.pos_ in {"NOUN", "PROPN"}:
            named = [pair for pair in text.at.get(child.i, ()) if pair[1].kind == "person"]
            if named:
                return max(named, key=lambda pair: len(pair[0]))
    if token.lemma_.lower() in words("state"):
        if (officer := _titled(text, token)) is not None:
            return officer
        for child in token.children:
            of = [
                pair
                for pair in text.at.get(child.i, ())
                if pair[1].kind == "country" and child.dep_ in {"amod", "compound", "nmod:poss"}
            ]
            if of:
                return max(of, key=lambda pair: len(pair[0]))
    # "French parliament members": the body before the noun acts for its state
    body = next((c for c in token.children if c.dep_ == "compound"), None)
    if body is not None and body.lemma_.lower() in words("state"):
        return _party(text, body)
    return None


def _titled(text: Standing, token: Token) -> tuple[Span, Party] | None:
    """The person of "French President Anne Roux" where the parse took the country for the head."""
    for i in range(token.i + 1, min(token.i + 7, len(text.doc))):
        one = text.doc[i]
        named = [pair for pair in text.at.get(i, ()) if pair[1].kind == "person"]
        if named and (i > token.i + 1 or token.pos_ == "NOUN"):
            return max(named, key=lambda pair: len(pair[0]))
        if one.pos_ not in {"NOUN", "PROPN", "ADJ"} and one.lower_ not in {"of", "for"}:
            return None
    return None
