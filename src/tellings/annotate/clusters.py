"""Which names of one article are one party: full names, surnames, acronyms, countries.

A form that fits two parties alike joins neither: it becomes a party of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc

from tellings.annotate.drafts import Draft
from tellings.annotate.names import NameMention
from tellings.annotate.roles import role_after, role_apposed, role_before
from tellings.model.marks import NameKind
from tellings.text.naming import acronym_of, folded_names, person, persons_fit
from tellings.words.geography import country_of
from tellings.words.people import extends, gender_of_first_name, gender_of_word, is_role, nicknames

_SUFFIX = re.compile(
    r",?\s+(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|PLC|plc|AG|SA|GmbH|Group|Holdings)\.?$"
)
# Dependencies by which a capital city or a country is one that acts, not a place where one is.
_ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nmod:poss", "iobj", "obj", "appos"})
_FAR = 2  # Of several of one surname the main one is named so many times as often.


def cluster(doc: Doc, mentions: Sequence[NameMention]) -> dict[NameMention, Draft]:
    """The draft that each name belongs to. Longer names found their party before shorter ones."""
    owner: dict[NameMention, Draft] = {}
    drafts: list[Draft] = []
    persons = [m for m in mentions if m.kind == "person"]
    others = [m for m in mentions if m.kind != "person"]
    for mention in sorted(persons, key=lambda m: (-min(len(_core(m.form)), 2), m.first)):
        _place(mention, _person(mention, drafts), drafts, owner)
    _short_names(others, drafts, owner)
    for mention in sorted(others, key=lambda m: (-len(m.words), m.first)):
        if mention in owner:
            continue
        _place(mention, _other(doc, mention, drafts), drafts, owner)
    for mention, draft in owner.items():
        if draft.kind == "person":
            told = (
                role_before(doc, mention.first),
                role_after(doc, mention.last),
                role_apposed(doc, mention.first, mention.last),
            )
            for role in told:
                if role is not None:
                    draft.tell(role)
    return owner


def _place(
    mention: NameMention, draft: Draft | None, drafts: list[Draft], owner: dict[NameMention, Draft]
) -> None:
    if draft is None:
        draft = Draft(mention.kind)
        drafts.append(draft)
    draft.add(mention)
    owner[mention] = draft


def _core(form: str) -> list[str]:
    return list(person(form))


def _person(mention: NameMention, drafts: Sequence[Draft]) -> Draft | None:
    """The one person whose name fits; None where none or several do."""
    words = _core(mention.form)
    fits = []
    for draft in drafts:
        if draft.kind != "person":
            continue
        if mention.form in draft.forms:
            return draft
        if _gender_clash(mention, draft):
            continue
        if any(_same_person(words, _core(form)) for form in draft.forms):
            fits.append(draft)
    return fits[0] if len(fits) == 1 else _main(words, mention, fits)


def _main(words: list[str], mention: NameMention, fits: Sequence[Draft]) -> Draft | None:
    """Whose surname it is where a family is told: the only one named so far, or far more often.

    Kin who come later are told by their first names where they come again.
    """
    bearers = [draft for draft in fits if any(_core(f)[-1:] == words for f in draft.forms)]
    if len(words) > 1 or len(bearers) < len(fits):
        return None
    before = [draft for draft in fits if draft.places[0] < (mention.first, mention.last)]
    before.sort(key=lambda draft: -len(draft.places))
    if len(before) > 1 and len(before[0].places) < _FAR * len(before[1].places):
        return None
    return before[0] if before else None


def _gender_clash(mention: NameMention, draft: Draft) -> bool:
    told = gender_of_word(mention.title) if mention.title else None
    if told is None and len(mention.words) > 1:
        told = gender_of_first_name(mention.words[0])
    return told is not None and draft.gender is not None and told != draft.gender


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    return folded_names(nicknames())


def _same_person(short: list[str], full: list[str]) -> bool:
    if len(short) == 1:
        # A surname, or a first name of a longer name.
        # Of "Maria Alba Ruiz" the last word but one may be the surname ("Ms. Alba").
        return len(full) > 1 and short[0] in (full[-1], full[0], *full[2:])
    if len(full) == 1:
        return full[0] in (short[-1], short[0])
    return persons_fit(short, full, _short_forms())


def _short_names(
    mentions: Sequence[NameMention], drafts: list[Draft], owner: dict[NameMention, Draft]
) -> None:
    """A person's surname that the reader took for something else, told by an exact match."""
    persons = {form.split()[-1]: d for d in drafts if d.kind == "person" for form in d.forms}
    full = {form: d for d in drafts if d.kind == "person" for form in d.forms if " " in form}
    for mention in mentions:
        draft = full.get(mention.form) or (
            persons.get(mention.form) if mention.kind in {"organisation", "other"} else None
        )
        if draft is not None and mention.country is None:
            draft.add(mention)
            owner[mention] = draft


def _other(doc: Doc, mention: NameMention, drafts: list[Draft]) -> Draft | None:
    if mention.country and mention.how in {"country", "demonym", "capital"}:
        return _country(doc, mention, drafts)
    fits = []
    for draft in drafts:
        if draft.kind == "person" or (draft.kind == "country") != (mention.kind == "country"):
            continue
        if mention.form in draft.forms:
            return draft
        if draft.kind == mention.kind and any(_same_body(mention.form, f) for f in draft.forms):
            fits.append(draft)
    return fits[0] if len(fits) == 1 else None


def _country(doc: Doc, mention: NameMention, drafts: list[Draft]) -> Draft:
    """The country itself, or the city where a capital is a place where something happens."""
    acting = mention.how != "capital" or doc[mention.last - 1].dep_ in _ACTING
    kind: NameKind = "country" if acting else "place"
    for draft in drafts:
        fits = draft.kind == kind and draft.country == mention.country
        if fits and (kind == "country" or mention.form in draft.forms):
            return draft
    draft = Draft(kind)
    drafts.append(draft)
    return draft


def _same_body(short: str, full: str) -> bool:
    """Whether two names of a body or place are one: suffix, acronym, or an end left out."""
    a, b = _SUFFIX.sub("", short), _SUFFIX.sub("", full)
    if a.lower() == b.lower() or _acronym(a, b) or _acronym(b, a):
        return True
    x, y = a.lower().split(), b.lower().split()
    small, large = (x, y) if len(x) < len(y) else (y, x)
    if not small or len(small) == len(large):
        return False
    longer = (b if large is y else a).split()
    rest = len(large) - len(small)
    if large[rest:] == small:
        # "Foreign Ministry" of "Russian Foreign Ministry"; one word alone says too little at the
        # end, unless only a country stands before it ("U.S. Congress") or it says what kind of
        # body it is ("the Council"), which a seat does not ("the House", "the White House").
        whose = country_of(" ".join(longer[:rest])) is not None
        kind = len(small) == 1 and is_role(small[0], "body") and country_of(full) is None
        return whose or (len(small) > 1 and rest < 3) or (kind and rest < 4)
    # "Samsung" of "Samsung Electronics", but not of "Samsung Galaxy": what follows is a plain word
    # for a body or a form of the land.
    behind = longer[len(small) :]
    return large[: len(small)] == small and all(extends(word) for word in behind)


def _acronym(short: str, full: str) -> bool:
    return acronym_of(short, full)
