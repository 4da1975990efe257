"""What a number counts or measures, in the text's words, by the parse around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tellings.annotate.quantities.found import Found
from tellings.words.quantities import number_words

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_FURTHEST = 7


@dataclass(frozen=True, slots=True)
class Counted:
    """`head` is the noun that is counted, None where none is told; `first` where its words begin.

    `by` says how it was found: next, of, hyphen, pronoun, subject, others or nothing.
    """

    head: Token | None
    first: Token | None = None
    by: str = "nothing"


def counted(doc: Doc, found: Found, beyond: int) -> Counted:
    """What the number counts that ends before the Doc's token `beyond`."""
    at = _past_space(doc, beyond)
    if at >= len(doc):
        return Counted(None)
    if doc[at].text == "-" and found.kind is None and not doc[at - 1].whitespace_:
        word = at + 1
        plain = (
            word < len(doc) and doc[word].is_alpha and doc[word].pos_ in ("NOUN", "ADJ", "PROPN")
        )
        return Counted(doc[word], doc[word], "hyphen") if plain else Counted(None, None, "hyphen")
    if doc[at].lower_ == "of":
        return _of(doc, at + 1)
    if doc[at].lower_ == "times":
        return Counted(doc[at], doc[at], "next")  # "ten times as many officers" counts none
    chunk = _chunk(doc, at)
    # "12 dead" tells the state of people, whatever its tag.
    if chunk is None or (chunk[1].i == at and doc[at].lower_ in number_words().grammar["states"]):
        return Counted(None)
    return Counted(chunk[1], chunk[0], "next")


def _past_space(doc: Doc, i: int) -> int:
    while i < len(doc) and doc[i].is_space and "\n\n" not in doc[i].text:
        i += 1
    return i


def _of(doc: Doc, at: int) -> Counted:
    """What stands behind "of": of the five suspects, of them, of their homes."""
    while at < len(doc) and (doc[at].pos_ in ("DET", "NUM") or doc[at].dep_ == "nmod:poss"):
        at += 1
    if at < len(doc) and doc[at].pos_ == "PRON":
        return Counted(None, None, "pronoun")
    chunk = _chunk(doc, at)
    return Counted(chunk[1], chunk[0], "of") if chunk else Counted(None)


def _chunk(doc: Doc, at: int) -> tuple[Token, Token] | None:
    """The first and the head token of the nouns that begin at `at`; None where none do."""
    begin, head = at, None
    for token in doc[at : at + _FURTHEST]:
        if _noun(token):
            head = token
        elif not _may_stand(token, head):
            break
    if head is None:
        return None
    # A time behind the noun is not counted: "12 people Sunday".
    return doc[begin], head


def _noun(token: Token) -> bool:
    if token.pos_ == "NOUN":
        return token.ent_type_ != "DATE" and token.dep_ != "obl:tmod"
    return token.tag_ == "NNPS" and token.ent_type_ != "LOC"


def _may_stand(token: Token, head: Token | None) -> bool:
    """Whether a token may stand between a number and its noun."""
    if token.pos_ in ("ADJ", "PROPN") or token.tag_ in ("JJ", "JJR", "JJS"):
        return head is None or token.dep_ in ("amod", "compound")
    if token.text == "-" or token.text == "/":
        return True
    if token.tag_ in ("VBN", "VBG"):
        return token.dep_ in ("amod", "compound") and token.head.i > token.i
    return token.pos_ == "ADV" and token.head.i > token.i and token.head.pos_ == "ADJ"


def phrase(given: Counted) -> tuple[Token, Token] | None:
    """The first and last token of what is counted, without its adjectives: compounds and conjuncts.

    "30 Russian fighter jets and tanks" gives fighter … tanks.
    """
    head = given.head
    if head is None:
        return None
    first = head
    while (
        first.i > 0
        and given.first is not None
        and first.i > given.first.i
        and first.nbor(-1).pos_ == "NOUN"
        and first.nbor(-1).dep_ == "compound"
    ):
        first = first.nbor(-1)
    return first, _with_conjuncts(head)


def _with_conjuncts(head: Token) -> Token:
    """The last of the nouns joined to `head` by "and" or "or" with no number of their own."""
    last, vague = head, number_words().vague
    for child in _conjuncts(head):
        told = any(c.dep_ in ("nummod", "det", "nmod:poss") for c in child.children)
        if told or child.pos_ != "NOUN" or child.lower_ in vague or child.i - last.i > 3:
            break
        last = child
    return _beside(head) if last == head else last


def _beside(head: Token) -> Token:
    """The noun behind "and", where no verb follows of which it could be the subject."""
    after = head.doc[head.i + 1 : head.i + 5]
    if len(after) < 2 or after[0].lower_ != "and" or after[1].tag_ not in ("NN", "NNS"):
        return head
    last = after[2] if len(after) > 2 and after[2].tag_ == "NNS" else after[1]
    follows = head.doc[last.i + 1] if last.i + 1 < len(head.doc) else None
    if follows is not None and follows.pos_ in ("VERB", "AUX", "NOUN", "PART"):
        return head
    return last if last.tag_ == "NNS" or last.lower_ in number_words().context["many"] else head


def _conjuncts(head: Token) -> Iterator[Token]:
    for child in head.rights:
        if child.dep_ == "conj":
            yield child


def is_others(token: Token) -> bool:
    return token.lower_ in number_words().grammar["others"]
