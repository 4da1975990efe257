"""Proper names of a text, from the reader's entities: cleaned, of one kind, with their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from tellings.model import Span
from tellings.model.marks import NameKind
from tellings.words.geography import country_of
from tellings.words.people import is_role, titles

_KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "NORP": "group",
    "MISC": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "PRODUCT": "other",
    "LAW": "other",
}
_EDGE = re.compile(r"^[\s\"“”‘’'(\[—–-]+|[\s\"“”‘’'()\[\],;:—–-]+$")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at tokens `[first, last)`; `form` is what clusters compare (no article, no title)."""

    first: int
    last: int
    span: Span
    kind: NameKind
    form: str
    title: str | None = None
    country: str | None = None
    how: str | None = None

    @property
    def words(self) -> list[str]:
        return self.form.split()


def names(doc: Doc, blocked: Sequence[Span] = ()) -> tuple[NameMention, ...]:
    """The names of `doc` in order, none of which touches a `blocked` span."""
    found = []
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        mention = _mention(doc, entity, kind) if kind else None
        if mention and _is_role_of_next(doc, mention):
            continue
        if mention and not any(mention.span.overlaps(span) for span in blocked):
            found.append(mention)
    return tuple(found)


def _mention(doc: Doc, entity: DocSpan, kind: NameKind) -> NameMention | None:
    first, last = entity.start, entity.end
    while first < last and doc[first].lower_ in {"the", "a", "an"}:
        first += 1
    while last > first and (
        doc[last - 1].lower_ in {"'s", "’s", "'", "’"} or doc[last - 1].is_space
    ):
        last -= 1
    title = None
    while last - first > 1 and kind == "person" and doc[first].lower_.rstrip(".") in titles():
        title = doc[first].lower_.rstrip(".")
        first += 1
    if first >= last:
        return None
    if title is None and kind == "person" and first > 0:
        before = doc[first - 1].lower_.rstrip(".")
        title = before if before in titles() else None
    text = doc[first:last].text
    trimmed = _EDGE.sub("", text)
    if not re.search(r"[^\W\d_]", trimmed):
        return None
    start = doc[first].idx + text.index(trimmed)
    form = " ".join(trimmed.split())
    known = country_of(form)
    if known and (kind != "person" or title is None):
        kind = {"country": "country", "demonym": "group", "seat": "organisation"}.get(  # type: ignore[assignment]
            known.how, "place"
        )
    return NameMention(
        first,
        last,
        Span(start, start + len(trimmed)),
        kind,
        form,
        title,
        known.country if known else None,
        known.how if known else None,
    )


def _is_role_of_next(doc: Doc, mention: NameMention) -> bool:
    """A role that the reader took for a name ("Secretary of State" before a person's name)."""
    if mention.kind not in {"organisation", "other"} or mention.last >= len(doc):
        return False
    follows = doc[mention.last].ent_type_ in {"PERSON", "PER"}
    return follows and any(is_role(word.lower()) for word in mention.words)
