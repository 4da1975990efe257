"""What a text says a person is, beside the name: "Harbour Minister Ada Quill", "Quill, a baker,".

Patterns over tokens and tags, not over names: a role phrase is a known role word with what stands
before it in the same noun phrase and an "of …" behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tellings.model import Span
from tellings.words.geography import country_of
from tellings.words.people import Gender, gender_of_word, is_role

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ"})
_DROPPED = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my"})
_TIME = frozenset({"former", "then", "ex", "current", "outgoing", "incoming", "late", "acting"})
# An apposition behind a name that runs on for longer is a clause, not a role (read in the
# development affairs: the longest true one had 14 tokens).
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """`title` without country and article ("foreign minister"), `of` in the text's words or None.

    `head` is the lower-case role word; `country` is ISO alpha-3 where the phrase tells one.
    """

    title: str
    of: str | None
    head: str
    country: str | None
    former: bool
    gender: Gender | None
    span: Span


def role_before(doc: Doc, first: int) -> RolePhrase | None:
    """The role that stands right before the name that begins at token `first`."""
    at = first - 1
    if at >= 0 and doc[at].text in {",", "—", "-"}:
        return None
    head = _role_head_left(doc, at)
    if head is None:
        return None
    return phrase(doc, _left_edge(doc, head), head, at + 1)


def role_after(doc: Doc, last: int) -> RolePhrase | None:
    """The role told in an apposition behind the name that ends before token `last`."""
    if last >= len(doc) or doc[last].text not in {",", "(", "—", "–"}:
        return None
    start = last + 1
    for at in range(start, min(start + _LONGEST, len(doc))):
        token = doc[at]
        if token.pos_ in {"VERB", "AUX", "PRON"} or token.text in {",", ";", ".", ")", "—"}:
            return None
        if _is_head(doc, at) and (at + 1 >= len(doc) or not _is_head(doc, at + 1)):
            return phrase(doc, start, at, _right_edge(doc, at))
    return None


def role_apposed(doc: Doc, first: int, last: int) -> RolePhrase | None:
    """The role that a name stands in apposition to: "the council's engineer, Tom Reyl"."""
    for token in doc[first:last]:
        if token.dep_ == "appos" and token.head.i < first - 1 and _is_head(doc, token.head.i):
            return role_of_head(doc, token.head.i)
    return None


def role_of_head(doc: Doc, at: int) -> RolePhrase:
    """The role phrase whose head is the nominal at token `at` ("the top diplomat")."""
    return phrase(doc, _left_edge(doc, at), at, _right_edge(doc, at))


def phrase(doc: Doc, start: int, head: int, end: int) -> RolePhrase:
    """Read tokens `[start, end)` with its role word at `head` as a role phrase."""
    country, former, words, of = None, False, [], None
    tokens = [token for token in doc[start:end] if not token.is_space]
    skip = False
    for token in tokens:
        low = token.lower_
        if low in _DROPPED and token.i < head:
            continue
        if token.i < head and low in _TIME:
            former = former or low in {"former", "then", "ex", "late"}
            continue
        known = country_of(token.text) if token.text[:1].isupper() else None
        if known and token.i < head and known.how in {"country", "demonym", "capital"}:
            country, of, skip = country or known.country, of or token.text, True
            continue
        if skip and low in {"'s", "’s"}:
            continue
        if token.i > head and known and known.how in {"country", "capital"}:
            country, of = country or known.country, of or token.text
        words.append(token.text)
    title = " ".join(words).replace(" - ", "-").replace(" '", "'").replace(" ’", "’")
    gender = gender_of_word(doc[head].lower_)
    span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    return RolePhrase(title, of, doc[head].lower_, country, former, gender, span)


def _is_head(doc: Doc, at: int) -> bool:
    token = doc[at]
    if token.pos_ not in _INSIDE:
        return False
    return is_role(token.lower_) or is_role(token.lemma_.lower())


def _role_head_left(doc: Doc, at: int) -> int | None:
    """The role word that ends at `at`, or that an "of …"/"for …" phrase ending at `at` follows."""
    if at < 0:
        return None
    if _is_head(doc, at):
        return at
    for back in range(at, max(at - 6, -1), -1):
        token: Token = doc[back]
        if token.lower_ in {"of", "for"} and back > 0 and _is_head(doc, back - 1):
            return back - 1
        inside = token.pos_ in _INSIDE or token.pos_ in {"DET", "ADP"}
        if not inside or token.ent_type_ in {"PERSON", "PER"}:
            return None
    return None


def _left_edge(doc: Doc, head: int) -> int:
    start = head
    while start > 0:
        token = doc[start - 1]
        same_entity = token.ent_iob_ != "O" and doc[start].ent_iob_ == "I"
        inside = (
            token.pos_ in _INSIDE or token.lower_ in _DROPPED or token.lower_ in {"'s", "’s", "-"}
        )
        if token.sent != doc[head].sent or not (inside or same_entity) or token.is_space:
            break
        if token.ent_type_ in {"PERSON", "PER", "DATE"}:
            break
        start -= 1
    while start < head and (doc[start].lower_ in {"'s", "’s", "-"} or doc[start].is_punct):
        start += 1
    return start


def _right_edge(doc: Doc, head: int) -> int:
    """Behind an "of …" or "for …" phrase that belongs to the role."""
    end = head + 1
    if end < len(doc) and doc[end].lower_ in {"of", "for", "at", "to"}:
        at = end + 1
        while at < len(doc) and (doc[at].pos_ in _INSIDE or doc[at].pos_ == "DET"):
            at += 1
        if at > end + 1:
            return at
    return end
