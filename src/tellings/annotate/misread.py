"""Single words that the reader took for persons' names and that the text tells to be others'.

"Orlex president Ada Quill" and "Orlex, a maker of gliders," tell of a firm. Only names of one word
that no full name of the text holds are read again; one telling place decides for the whole text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tellings.annotate.names import NameMention
from tellings.model.marks import NameKind
from tellings.words.geography import is_state
from tellings.words.people import is_role, manages

_PERSONS = frozenset({"PERSON", "PER"})
_NEAR = 6  # tokens from a comma to the word that tells what a name is of


def reread(doc: Doc, found: Sequence[NameMention]) -> tuple[NameMention, ...]:
    """`found` with such names as bodies or places; those without a capital are none at all."""
    full = {word for one in found if one.kind == "person" for word in _of_full(one)}
    kinds: dict[str, NameKind | None] = {}
    for one in found:
        if one.kind == "person" and len(one.words) == 1 and one.form not in full:
            kind = _kind(doc, one)
            if kind != "person":
                kinds[one.form] = kind
    kept = []
    for one in found:
        kind = kinds.get(one.form, one.kind) if one.kind == "person" else one.kind
        if kind is not None:
            kept.append(one if kind == one.kind else replace(one, kind=kind))
    return tuple(kept)


def _of_full(one: NameMention) -> list[str]:
    """The words of a full name; a name behind a title stands for one, too."""
    return one.words if len(one.words) > 1 or one.title else []


def _kind(doc: Doc, one: NameMention) -> NameKind | None:
    """What a single word names; None for none."""
    if not any(c.isupper() for c in one.form) or "@" in one.form:
        return None
    if is_state(one.form):
        return "place"
    bodies = (_before_role, _before_person, _behind_role, _behind_body, _apposed, _acronym)
    return "organisation" if any(tells(doc, one) for tells in bodies) else "person"


def _word(doc: Doc, at: int) -> str:
    return doc[at].lower_ if 0 <= at < len(doc) else ""


def _is_person(doc: Doc, at: int) -> bool:
    return at < len(doc) and doc[at].ent_type_ in _PERSONS


def _before_role(doc: Doc, one: NameMention) -> bool:
    """ "Orlex president Ada Quill"."""
    at = one.last
    while at < one.last + 3 and at < len(doc) and is_role(_word(doc, at)):
        at += 1
    return at > one.last and _is_person(doc, at)


def _before_person(doc: Doc, one: NameMention) -> bool:
    """ "Orlex's Ada Quill"."""
    owns = _word(doc, one.last) in {"'s", "’s"}
    return owns and _is_person(doc, one.last + 1) and _is_person(doc, one.last + 2)


def _behind_role(doc: Doc, one: NameMention) -> bool:
    """ "chairman of Orlex", "a teacher at Orlex"."""
    role, link = _word(doc, one.first - 2), _word(doc, one.first - 1)
    return (link == "of" and manages(role)) or (link == "at" and is_role(role))


def _behind_body(doc: Doc, one: NameMention) -> bool:
    """ "the airline Orlex"."""
    return is_role(_word(doc, one.first - 1), "body")


def _apposed(doc: Doc, one: NameMention) -> bool:
    """ "Orlex, a maker of gliders"."""
    if _word(doc, one.last) != "," or _word(doc, one.last + 1) not in {"a", "an", "the"}:
        return False
    for at in range(one.last + 2, min(one.last + _NEAR, len(doc))):
        if doc[at].is_punct or doc[at].pos_ == "ADP":
            return False
        if is_role(_word(doc, at), "body"):
            return not is_role(_word(doc, at + 1))
    return False


def _acronym(doc: Doc, one: NameMention) -> bool:
    """Capitals only, in a sentence that has small letters, too."""
    if not (one.form.isalpha() and one.form.isupper() and 2 < len(one.form) < 5):
        return False
    words = [token.text for token in doc[one.first].sent if token.is_alpha and len(token) > 2]
    return sum(word.isupper() for word in words) * 2 < len(words)
