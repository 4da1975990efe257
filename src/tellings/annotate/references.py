"""Words that refer without naming: "he", "the minister", "the council".

Rules over the parse. Each candidate gets points (the constants below); the best is taken only where
it stands clear of the next one, else the word refers to nobody: a wrong person is worse than none.
The features are those of Lappin and Leass (1994), the weights our own, set on development affairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tellings.annotate.drafts import Draft
from tellings.annotate.roles import RolePhrase, role_of_head
from tellings.model import Span
from tellings.text.quotation import Quotation
from tellings.words.people import fits_role, is_role, role_code

_GENDER = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_REACH = 4  # sentences back in which a pronoun's person must have been mentioned
_NOMINAL_REACH = 12  # sentences back for "the minister"
_CLEAR = 0.75  # points by which the best candidate must lead the next
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
# Where a party without a name must stand to be one: it acts, or something is its own.
_ACTS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nsubjpass", "agent", "nmod:poss", "root"})
_SKIPPED = frozenset({"compound", "flat", "amod", "nmod:npmod", "appos"})


@dataclass(slots=True)
class _Place:
    """Where each token stands: its sentence's number, and the quotation around it."""

    sentence: dict[int, int]
    quoted: dict[int, int]


def refer(
    doc: Doc, drafts: list[Draft], quotations: Sequence[Quotation], blocked: Sequence[Span] = ()
) -> None:
    """Give each nominal and pronoun of `doc` to its draft, in order, or to a new one."""
    place = _places(doc, quotations)
    named = {head for draft in drafts for head in draft.heads}
    told = [role.span for draft in drafts for role in draft.roles]
    inside = {token.i for entity in doc.ents for token in entity}
    for token in doc:
        span = Span(token.idx, token.idx + len(token)) if len(token) else None
        if span is None or token.i in named or any(span.overlaps(b) for b in blocked):
            continue
        if token.lower_ in _GENDER and token.pos_ == "PRON":
            _pronoun(doc, token, drafts, place)
        elif token.i in inside or any(role.contains(span) for role in told):
            continue
        elif _is_nominal(token):
            _nominal(doc, token, drafts, place)


def _places(doc: Doc, quotations: Sequence[Quotation]) -> _Place:
    sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s}
    quoted: dict[int, int] = {}
    for number, one in enumerate(q for q in quotations if not q.single):
        span = doc.char_span(one.outer.start, one.outer.end, alignment_mode="expand")
        quoted.update({token.i: number for token in span or ()})
    return _Place(sentence, quoted)


def _pronoun(doc: Doc, token: Token, drafts: Sequence[Draft], place: _Place) -> None:
    gender = _GENDER[token.lower_]
    scored = []
    for draft in drafts:
        if draft.kind != "person" or (draft.gender or gender) != gender:
            continue
        points = max((_points(doc, token, head, place) for head in draft.heads), default=0.0)
        if points > 0:
            scored.append((points + (0.5 if draft.gender == gender else 0.0), draft))
    chosen = _clear(scored)
    if chosen is not None:
        chosen.refer(
            Span(token.idx, token.idx + len(token)), token.i, f"pronoun: {len(scored)} candidates"
        )
        chosen.gender = chosen.gender or gender


def _clear(scored: list[tuple[float, Draft]]) -> Draft | None:
    scored.sort(key=lambda pair: -pair[0])
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEAR):
        return None
    return scored[0][1]


def _points(doc: Doc, token: Token, head: int, place: _Place) -> float:
    """How well a mention that ends at token `head` explains a pronoun; 0 where it cannot."""
    if head >= token.i:
        return 0.0
    far = place.sentence[token.i] - place.sentence[head]
    if far > _REACH:
        return 0.0
    inside, outside = place.quoted.get(token.i), place.quoted.get(head)
    if inside is None and outside is not None:
        return 0.0 if far > 1 else 0.5  # a man named in somebody's quote is rarely "he" outside it
    mention = doc[head]
    if far == 0 and _coargument(mention, token):
        return 0.0
    points = 4.0 - far
    if _top(mention).dep_ in _SUBJECTS:
        points += 1.5
        if token.dep_ in _SUBJECTS:
            points += 0.5
    elif _top(mention).dep_ == "nmod:poss":
        points -= 0.5
    return points


def _top(token: Token) -> Token:
    """The head of the noun phrase that a name's last token belongs to."""
    while token.dep_ in {"flat", "compound", "appos", "goeswith"} and token.head.i != token.i:
        token = token.head
    return token


def _coargument(mention: Token, token: Token) -> bool:
    """Whether both are arguments of one verb: "Quill thanked him" is not about Quill twice."""
    if token.lower_.endswith("self") or token.dep_ == "nmod:poss":
        return False
    top = _top(mention)
    return top.head.i == token.head.i and top.i != token.head.i


def _is_nominal(token: Token) -> bool:
    """A noun for a person or a body, with a determiner or as a bare role that acts."""
    if token.pos_ != "NOUN" or token.dep_ in _SKIPPED:
        return False
    low, lemma = token.lower_, token.lemma_.lower()
    return is_role(low) or is_role(lemma) or is_role(low, "body") or is_role(lemma, "body")


def _nominal(doc: Doc, token: Token, drafts: list[Draft], place: _Place) -> None:
    role = role_of_head(doc, token.i)
    definite = any(
        t.lower_ in {"the", "this", "that"}
        for t in doc[max(token.i - 5, 0) : token.i]
        if t.head == token
    )
    plural = "Plur" in token.morph.get("Number", [])
    person = is_role(token.lower_) or is_role(token.lemma_.lower())
    chosen = _holder(doc, token, role, drafts, place, person) if definite and not plural else None
    if chosen is None:
        _new(token, role, drafts, person)
        return
    chosen.refer(role.span, token.i, f"“{role.head}” fits its role or name")


def _holder(
    doc: Doc, token: Token, role: RolePhrase, drafts: Sequence[Draft], place: _Place, person: bool
) -> Draft | None:
    """Who has just been told to have that role (a person), or to be called so (a body)."""
    scored = []
    for draft in drafts:
        if role.country and draft.country and role.country != draft.country:
            continue
        fit = _fit(token, role, draft, person)
        near = [h for h in draft.heads if h < token.i]
        if not fit or not near:
            continue
        far = place.sentence[token.i] - place.sentence[max(near)]
        if far <= _NOMINAL_REACH:
            known = 1.0 if role.country and role.country == draft.country else 0.0
            subject = 0.5 if _top(doc[max(near)]).dep_ in _SUBJECTS else 0.0
            scored.append((fit + known + subject + max(0.0, 2.0 - 0.5 * far), draft))
    return _clear(scored)


def _fit(token: Token, role: RolePhrase, draft: Draft, person: bool) -> float:
    if person and draft.kind == "person":
        asked = token.lemma_.lower()
        told = [r for r in draft.roles if fits_role(r.head, asked)]
        if not told or (role.gender and draft.gender and role.gender != draft.gender):
            return 0.0
        mine, theirs = set(role.title.lower().split()), set()
        for one in told:
            theirs |= set(one.title.lower().split())
        extra = mine - theirs - {"top", "senior", "chief"}
        exact = any(r.head == asked for r in told)
        return (2.0 if exact else 1.0) - (1.5 if exact and len(extra) > 1 else 0.0)
    if not person and draft.kind == "organisation":
        word = token.lemma_.lower()
        return 2.0 if any(form.lower().split()[-1] == word for form in draft.forms) else 0.0
    return 0.0


def _new(token: Token, role: RolePhrase, drafts: list[Draft], person: bool) -> None:
    """A party that the text does not name: one for each wording of its role."""
    name = role.title if role.of is None else f"{role.of} {role.title}"
    kind = "person" if person else "organisation"
    for draft in drafts:
        if draft.kind == kind and name in draft.forms:
            draft.refer(role.span, token.i, "the same words")
            return
    if token.dep_ not in _ACTS or not (person or role_code(name, "body")):
        return
    draft = Draft("person" if person else "organisation")
    draft.forms.append(name)
    draft.spans.append(role.span)
    draft.heads.append(token.i)
    draft.tell(role)
    draft.why.append("not named in the text")
    drafts.append(draft)
