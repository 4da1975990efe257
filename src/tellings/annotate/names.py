"""Proper names of a text, from the reader's entities: cleaned, of one kind, with their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from tellings.model import Span
from tellings.model.marks import NameKind
from tellings.words.geography import country_of, unclear
from tellings.words.people import gender_of_first_name, is_outlet, is_role, role_code, titles

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
_PLACING = frozenset({"in", "at", "near", "from", "to", "outside", "across", "around", "toward"})
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
        if kind is None or all(token.pos_ == "PRON" for token in entity):
            continue
        for first, last in _lines(entity):
            mention = _mention(doc, first, last, kind)
            if mention and _is_role_of_next(doc, mention):
                continue
            if mention and not any(mention.span.overlaps(span) for span in blocked):
                found.append(mention)
    return tuple(_with_surnames(doc, sorted(_with_bodies(doc, found, blocked), key=_place)))


def _place(mention: NameMention) -> tuple[int, int]:
    return mention.first, mention.last


def _with_bodies(
    doc: Doc, found: Sequence[NameMention], blocked: Sequence[Span]
) -> list[NameMention]:
    """The names with bodies that the reader left nameless: "the Larian Foreign Ministry".

    A body's word with a capital, behind other words with capitals, is the end of its name.
    """
    kept = list(found)
    for token in doc:
        if not token.text[:1].isupper() or role_code(token.text, "body") is None:
            continue
        first = token.i
        while first and _is_part(doc[first - 1]) and not doc[first].is_sent_start:
            first -= 1
        over = [m for m in kept if m.first <= token.i and first < m.last]
        if first == token.i or token.text.isupper() or any(m.kind != "group" for m in over):
            continue
        mention = _mention(doc, first, token.i + 1, "organisation")
        if mention and not any(mention.span.overlaps(span) for span in blocked):
            kept = [m for m in kept if m not in over] + [mention]
    return kept


def _is_part(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in {"ADJ", "PROPN"} and not token.is_sent_start


def _lines(entity: DocSpan) -> Iterator[tuple[int, int]]:
    """The tokens `[first, last)` of a name on each of its lines: no name runs over a line break."""
    first = entity.start
    for token in entity:
        if token.is_space and "\n" in token.text:
            yield first, token.i
            first = token.i + 1
    yield first, entity.end


def _with_surnames(doc: Doc, found: list[NameMention]) -> list[NameMention]:
    """Places, bodies and countries that are rather a person whom the text names in full.

    "Hamilton" is Lewis Hamilton's surname where he is named, unless a preposition of place stands
    before it; a country only where its name is a first name's or surname's too (`unclear.tsv`).
    """
    full = [m.words for m in found if m.kind == "person" and len(m.words) > 1]
    # A capital needs more to be a surname: a first name known as one ("Denzel Washington").
    sure = {words[-1] for words in full if gender_of_first_name(words[0])}
    surnames = {words[-1] for words in full}
    for at, one in enumerate(found):
        if one.kind == "person" or one.form not in surnames or one.how in {"demonym", "seat"}:
            continue
        before = doc[one.first - 1].lower_ if one.first else ""
        if before in _PLACING or (one.how == "country" and not unclear(one.form)):
            continue
        if one.how == "capital" and one.form not in sure:
            continue
        if one.kind in {"place", "country", "organisation", "other"}:
            found[at] = replace(one, kind="person", country=None, how=None)
    return found


def _mention(doc: Doc, first: int, last: int, kind: NameKind) -> NameMention | None:
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
    while last - first > 2 and kind == "person" and _leads(doc[first].text, doc[first + 1].text):
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
    if known and not _decided(doc, form):
        known = None
    if kind == "person" and title is None and is_outlet(form):
        kind = "organisation"
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
        known.country if known and kind != "person" else None,
        known.how if known and kind != "person" else None,
    )


def _leads(word: str, following: str) -> bool:
    """Whether a word before a person's two names is none: "Frenchman", a credit in capitals."""
    known = country_of(word)
    credit = len(word) > 2 and word.isupper() and not following.isupper()
    return credit or (known is not None and known.how == "demonym")


def _decided(doc: Doc, name: str) -> bool:
    """Whether a name that is also a state's or a person's is the country in this text."""
    deciding = unclear(name)
    return not deciding or any(word in doc.text for word in deciding)


def _is_role_of_next(doc: Doc, mention: NameMention) -> bool:
    """A role that the reader took for a name ("Secretary of State" before a person's name)."""
    if mention.kind not in {"organisation", "other"} or mention.last >= len(doc):
        return False
    follows = doc[mention.last].ent_type_ in {"PERSON", "PER"}
    return follows and any(is_role(word.lower()) for word in mention.words)
