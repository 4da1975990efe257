"""What a text says a person is, beside the name: "Harbour Minister Ada Quill", "Quill, a baker,".

Patterns over tokens and tags, not over names: a role phrase is a known role word with what stands
before it in the same noun phrase and an "of …" behind it.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from tellings.annotate.role_phrases import (
    DROPPED,
    INSIDE,
    PERSONS,
    RolePhrase,
    is_head,
    left_edge,
    phrase,
    plural,
    right_edge,
    role_of_head,
)

# An apposition behind a name that runs on for longer is a clause, not a role (read in the
# development affairs: the longest true one had 14 tokens).
_LONGEST = 14


def role_before(doc: Doc, first: int) -> RolePhrase | None:
    """The role that stands right before the name that begins at token `first`."""
    at = first - 1
    if at >= 0 and doc[at].text in {",", "—", "-"}:
        return _before_comma(doc, at, first)
    head = _role_head_left(doc, at)
    if head is None or plural(doc[head]):
        return None
    return phrase(doc, left_edge(doc, head), head, at + 1)


def _before_comma(doc: Doc, comma: int, first: int) -> RolePhrase | None:
    """ "The council's engineer, Tom Reyl, said": definite, and a comma behind the name, too."""
    last = first
    while last < len(doc) and doc[last].ent_type_ in PERSONS:
        last += 1
    head = _role_head_left(doc, comma - 1)
    if head is not None and doc[head].dep_ == "nmod" and is_head(doc, doc[head].head.i):
        head = doc[head].head.i  # "the brother of the baker, Tom Reyl," is no baker
    closed = last < len(doc) and doc[last].text in {",", ".", "—", ";"}
    if doc[comma].text != "," or not closed or head is None or plural(doc[head]):
        return None
    start = left_edge(doc, head)
    whose = any(token.lower_ in {"'s", "’s"} for token in doc[start:head])
    definite = whose or doc[start].lower_ in DROPPED - {"a", "an"}
    return phrase(doc, start, head, comma) if definite else None


def role_after(doc: Doc, last: int) -> RolePhrase | None:
    """The role told in an apposition behind the name that ends before token `last`."""
    if last >= len(doc) or doc[last].text not in {",", "(", "—", "–"}:
        return None
    start = last + 1
    for at in range(start, min(start + _LONGEST, len(doc))):
        token = doc[at]
        if token.pos_ in {"VERB", "AUX", "PRON"} or token.text in {",", ";", ".", ")", "—"}:
            return None
        if token.ent_type_ in PERSONS or (token.is_space and "\n" in token.text):
            return None
        if is_head(doc, at) and (at + 1 >= len(doc) or not is_head(doc, at + 1)):
            end = right_edge(doc, at)
            # "Ada Quill, Mayor Tom Reyl and …": the role is the next one's; "…, one of many
            # bakers" has the role of its own, but tells it of a group.
            another = end < len(doc) and doc[end].ent_type_ in PERSONS
            return None if another or plural(doc[at]) else phrase(doc, start, at, end)
    return None


def role_apposed(doc: Doc, first: int, last: int) -> RolePhrase | None:
    """The role that a name stands in apposition to: "the council's engineer, Tom Reyl"."""
    for token in doc[first:last]:
        at = token.head.i
        apart = any(t.is_space and "\n" in t.text for t in doc[at:first])
        if token.dep_ == "appos" and at < first - 1 and is_head(doc, at) and not apart:
            return None if plural(doc[at]) else role_of_head(doc, at)
    return None


def _role_head_left(doc: Doc, at: int) -> int | None:
    """The role word that ends at `at`, or that an "of …"/"for …" phrase ending at `at` follows."""
    if at < 0 or doc[at].pos_ == "ADP":
        return None  # "a friend of" before a name is what somebody else is
    if is_head(doc, at):
        return at
    for back in range(at, max(at - 6, -1), -1):
        token: Token = doc[back]
        if token.lower_ in {"of", "for", "to"} and back > 0 and is_head(doc, back - 1):
            return back - 1
        inside = token.pos_ in INSIDE or token.pos_ in {"DET", "ADP"}
        if not inside or token.ent_type_ in {"PERSON", "PER"}:
            return None
    return None
