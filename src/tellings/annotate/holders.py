"""Whom a noun with "the" takes: who has been told to have that role, or to be called so."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from tellings.annotate.drafts import Draft
from tellings.annotate.pronouns import SUBJECTS, Ground, clear, top
from tellings.annotate.role_phrases import RolePhrase, plural
from tellings.words.people import fits_role, is_field, is_rank, is_role, spelled_out

_REACH = 12  # sentences back for "the minister"
# A modifier that tells of somebody else than the one before.
_OTHER = frozenset({"other", "another", "second", "third", "fourth", "fellow", "new", "next"})


def holder(
    token: Token, role: RolePhrase, drafts: Sequence[Draft], ground: Ground, person: bool
) -> Draft | None:
    """Who has been told to have that role (a person), to be called so (a body), or to be that."""
    scored = []
    for draft in drafts:
        if draft.plural != plural(token) or _abroad(role, draft):
            continue
        fit = _fit(token, role, draft, person)
        near = [h for h in draft.heads if h < token.i]
        if not fit or not near:
            continue
        far = ground.sentence[token.i] - ground.sentence[max(near)]
        if far <= _REACH:
            known = 1.0 if role.country and role.country == draft.country else 0.0
            subject = 0.5 if top(ground.doc[max(near)]).dep_ in SUBJECTS else 0.0
            scored.append((fit + known + subject + max(0.0, 2.0 - 0.5 * far), draft))
    return clear(scored)


def _abroad(role: RolePhrase, draft: Draft) -> bool:
    return bool(role.country and draft.country and role.country != draft.country)


def _fit(token: Token, role: RolePhrase, draft: Draft, person: bool) -> float:
    if (draft.kind == "person") != person or draft.kind not in {"person", "organisation"}:
        return 0.0
    asked = token.lemma_.lower()
    if not person and draft.named:
        return 2.0 if any(form.lower().split()[-1] == asked for form in draft.forms) else 0.0
    told = [r for r in draft.roles if asked in _called(r) or fits_role(r.lemma, asked)]
    if not told or (role.gender and draft.gender and role.gender != draft.gender):
        return 0.0
    mine = set(role.title.lower().split())
    theirs = {word for one in told for word in spelled_out(one.title.lower()).split()}
    if (fields := _fields(mine)) and (others := _fields(theirs)) and not fields & others:
        return 0.0  # "the health minister" is not the foreign minister
    if mine & _OTHER or _names(role.title) - {w for one in told for w in one.title.split()}:
        return 0.0  # "the Orlex chief" is not the chief of another firm
    extra = mine - theirs - {"top", "senior", "chief"}
    exact = any(asked in _called(r) for r in told)
    if not draft.named and extra - {asked} and theirs - mine:
        return 0.0  # "the tall baker" is not "a baker from Aldmouth"
    return (2.0 if exact else 1.0) - (1.5 if exact and len(extra) > 1 else 0.0)


def _called(role: RolePhrase) -> frozenset[str]:
    """The words by which one with that role is called: "FM" is a minister."""
    return frozenset({role.head, role.lemma, spelled_out(role.head).split()[-1]})


def _fields(words: set[str]) -> set[str]:
    """The words of a role that say what it is for: "foreign", "health"."""
    return {word for word in words if is_field(word)}


def _names(title: str) -> set[str]:
    """The words of a role that name a body: capitals that are no role word or rank."""
    words = {word.removesuffix("'s").removesuffix("’s") for word in title.split()}
    return {w for w in words if w[:1].isupper() and not is_rank(w) and not is_role(w.lower())}
