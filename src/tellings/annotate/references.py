"""Words that refer without naming: pronouns, "the minister", "the council", "a baker".

A definite noun takes the party whose told role or name it fits, where one stands clear of the rest;
any other noun for a person or body starts a party of its own, which is kept if it does something,
or has something done to it, at least once.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from tellings.annotate.drafts import Draft
from tellings.annotate.holders import holder
from tellings.annotate.pronouns import Ground, antecedent, is_pronoun
from tellings.annotate.role_phrases import RolePhrase, plural, role_of_head
from tellings.model import Span
from tellings.text.quotation import Quotation
from tellings.words.happenings import noun_kinds
from tellings.words.people import how_many, is_kin, is_role

# Where a party without a name must stand to be one: it acts, or is acted on, or has something.
_ACTS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nmod:poss", "obj", "iobj"})
# A body only where it acts itself: "he left office", "two embassy houses were closed".
_DOES = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nmod:poss"})
_SKIPPED = frozenset({"compound", "flat", "amod", "nmod:npmod", "appos", "vocative"})
_DEFINITE = frozenset({"the", "this", "that"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "any", "no", "every", "each"})


def refer(
    doc: Doc, drafts: list[Draft], quotations: Sequence[Quotation], blocked: Sequence[Span] = ()
) -> None:
    """Give each nominal and pronoun of `doc` to its draft, in order, or to a new one.

    Drafts that are neither named nor do anything are taken out of `drafts` again.
    """
    ground = Ground.of(doc, quotations)
    for draft in drafts:
        for first, last in draft.places:
            ground.hold(draft, range(first, last))
    told: dict[int, Draft] = {}
    for draft in drafts:
        for role in draft.roles:
            told.update(dict.fromkeys(_tokens(doc, role.span), draft))
    ground.told = told
    inside = {token.i for entity in doc.ents for token in entity}
    for token in doc:
        pronoun = is_pronoun(token)
        if token.i in ground.owner or not (pronoun or token.pos_ in {"NOUN", "PROPN"}):
            continue
        span = Span(token.idx, token.idx + len(token))
        if any(span.overlaps(b) for b in blocked):
            continue
        if pronoun:
            found = antecedent(token, drafts, ground)
            if found is not None:
                _take(found[0], token, span, found[1], ground)
        elif token.i not in inside and token.i not in told and _is_nominal(token):
            bearer = _surname(token, drafts)
            if bearer is not None:
                _take(bearer, token, span, "a surname that is a word, too", ground)
            else:
                _nominal(token, drafts, ground)
    drafts[:] = [draft for draft in drafts if draft.named or draft.acts]


def _surname(token: Token, drafts: Sequence[Draft]) -> Draft | None:
    """Who of the persons named in full bears a word with a capital as a surname: "Baker"."""
    if not token.text[:1].isupper() or token.is_sent_start:
        return None
    fits = [
        draft
        for draft in drafts
        if draft.named and draft.kind == "person" and draft.name.split()[-1] == token.text
    ]
    return fits[0] if len(fits) == 1 and " " in fits[0].name else None


def _tokens(doc: Doc, span: Span) -> range:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return range(found.start, found.end) if found is not None else range(0)


def _take(draft: Draft, token: Token, span: Span, why: str, ground: Ground) -> None:
    """One more mention of `draft`, whose word is `token`."""
    draft.refer(span, token.i, why)
    draft.bare = draft.bare and token.pos_ == "NOUN" and not _determiners(token)
    draft.acts = draft.acts or _acts(token)
    ground.hold(draft, range(token.i, token.i + 1))


def _acts(token: Token) -> bool:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    body = is_role(token.lemma_.lower(), "body") and not is_role(token.lemma_.lower())
    return token.dep_ in (_DOES if body else _ACTS) or (not body and _is_part(token))


def _is_part(token: Token) -> bool:
    """Told beside a happening ("the murder of a baker", "set by an arsonist"), or as its source."""
    case = next((child.lower_ for child in token.children if child.dep_ == "case"), "")
    if token.dep_ == "nmod":
        return case in {"of", "by"} and bool(noun_kinds(token.head.lemma_.lower()))
    follows = token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == ":"
    return (token.dep_ == "obl" and case == "by") or (follows and token.is_sent_start is True)


def _is_nominal(token: Token) -> bool:
    """A noun for a person or a body that is not told of somebody else ("Quill is a baker")."""
    if token.dep_ in _SKIPPED or any(child.dep_ == "cop" for child in token.children):
        return False
    if "no" in _determiners(token):
        return False  # "there were no passengers"
    low, lemma = token.lower_, token.lemma_.lower()
    # A capital that is no sentence's first is a name's, but for headlines: "Death of Local Baker".
    if token.pos_ == "PROPN" and (plural(token) or not is_role(low) or _in_name(token)):
        return False
    # One without a word before it, in lower case, is no person: "obstruct justice", "left office".
    bare = not any(child.i < token.i for child in token.children) and not plural(token)
    if bare and token.text.islower() and low != "police" and not is_kin(lemma):
        return False
    return is_role(low) or is_role(lemma) or is_role(low, "body") or is_role(lemma, "body")


def _in_name(token: Token) -> bool:
    """Whether a name goes on behind a word with a capital: "Mayor Quill"."""
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    return behind is not None and behind.pos_ == "PROPN"


def _nominal(token: Token, drafts: list[Draft], ground: Ground) -> None:
    role = role_of_head(ground.doc, token.i)
    person = is_role(token.lower_) or is_role(token.lemma_.lower())
    chosen = None
    why = f"“{role.head}” fits its role or name"
    definite = _is_definite(token, role)
    if definite or (how_many(role.lemma) == "few" and not _determiners(token)):
        known = drafts if definite else [draft for draft in drafts if not draft.named]
        chosen = holder(token, role, known, ground, person)
    if chosen is None and plural(token):
        chosen, why = _same_words(role, drafts, person), "the same words"
    if chosen is None and not plural(token):
        chosen, why = _headline(token, drafts), "the headline's word for it"
    if chosen is None:
        chosen = _new(token, role, person)
        drafts.append(chosen)
        chosen.acts = _acts(token)
        ground.hold(chosen, range(token.i, token.i + 1))
    else:
        _take(chosen, token, role.span, why, ground)


def _is_definite(token: Token, role: RolePhrase) -> bool:
    """Whether a noun is about somebody known: "the minister", "Dravia's minister"."""
    before = _determiners(token)
    if before & _DEFINITE:
        return True
    # "Dravian minister signs" is the minister; "Dravian official" may be any.
    country = role.country is not None and how_many(role.lemma) != "many"
    return country and not plural(token) and not before & _INDEFINITE


def _determiners(token: Token) -> frozenset[str]:
    """The articles, possessive words and numbers before a noun, in lower case."""
    return frozenset(
        child.lower_
        for child in token.children
        if child.i < token.i and child.dep_ in {"det", "nmod:poss", "nummod", "det:predet"}
    )


def _same_words(role: RolePhrase, drafts: Sequence[Draft], person: bool) -> Draft | None:
    kind = "person" if person else "organisation"
    name = _name(role).lower()
    for draft in drafts:
        if not draft.named and draft.plural and draft.kind == kind and draft.name.lower() == name:
            return draft
    return None


def _headline(token: Token, drafts: Sequence[Draft]) -> Draft | None:
    """ "Baker held", then "A baker was held": what a headline names bare the text introduces."""
    fits = [d for d in drafts if d.bare and d.roles[0].lemma == token.lemma_.lower()]
    return fits[0] if len(fits) == 1 else None


def _name(role: RolePhrase) -> str:
    return role.title if role.of is None or role.of in role.title else f"{role.of} {role.title}"


def _new(token: Token, role: RolePhrase, person: bool) -> Draft:
    """A party that the text does not name."""
    draft = Draft("person" if person else "organisation", named=False, plural=plural(token))
    draft.bare = not draft.plural and not _determiners(token)
    draft.forms.append(_name(role))
    draft.spans.append(role.span)
    draft.heads.append(token.i)
    draft.tell(role)
    draft.why.append("not named in the text")
    return draft
