"""Whom "he", "her", "himself" and "who" refer to in one article.

Rules over the parse. Each candidate gets points (the constants below); the best is taken only where
it stands clear of the next one, else the word refers to nobody: a wrong person is worse than none.
The features are those of Lappin and Leass (1994), the weights our own, set on development affairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from tellings.annotate.drafts import Draft
from tellings.text.quotation import Quotation
from tellings.words.tables import toml

_GENDER = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_RELATIVE = frozenset({"who", "whom", "whose"})
_REACH = 4  # sentences back in which a pronoun's person must have been mentioned
_CLEAR = 0.75  # points by which the best candidate must lead the next
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})


@dataclass(slots=True)
class Ground:
    """Where each token of a text stands, and which draft it is a mention of so far.

    `sentence` is a token's sentence's number, `quoted` the number of the quotation around it, and
    `speakers` the tokens before or behind a quotation that are told to say it. `told` are the
    tokens of roles that stand beside a name.
    """

    doc: Doc
    sentence: dict[int, int]
    quoted: dict[int, int]
    speakers: dict[int, set[int]]
    owner: dict[int, Draft] = field(default_factory=dict)
    told: dict[int, Draft] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc, quotations: Sequence[Quotation]) -> Ground:
        sentence: dict[int, int] = {}
        bounds: list[tuple[int, int]] = []
        for number, sent in enumerate(doc.sents):
            bounds.append((sent.start, sent.end))
            sentence.update(dict.fromkeys(range(sent.start, sent.end), number))
        quoted: dict[int, int] = {}
        speakers: dict[int, set[int]] = {}
        for number, one in enumerate(q for q in quotations if not q.single):
            span = doc.char_span(one.outer.start, one.outer.end, alignment_mode="expand")
            if span is None or not len(span):
                continue
            quoted.update(dict.fromkeys(range(span.start, span.end), number))
            first, last = bounds[sentence[span.start]][0], bounds[sentence[span.end - 1]][1]
            if span.start == first and first:  # "Reyl said. “He knew.”": the sentence before, too
                first = bounds[sentence[first - 1]][0]
            around = (*range(first, span.start), *range(span.end, last))
            speakers[number] = {
                i
                for i in around
                if doc[i].dep_ == "nsubj" and doc[i].head.lemma_.lower() in _saying()
            }
        return cls(doc, sentence, quoted, speakers)

    def hold(self, draft: Draft, tokens: range) -> None:
        """Keep that these tokens are a mention of the draft."""
        self.owner.update(dict.fromkeys(tokens, draft))

    def held(self, token: Token) -> Draft | None:
        """Whose mention or role a token is, or the name that stands in apposition to it."""
        if token.i in self.owner or token.i in self.told:
            return self.owner.get(token.i) or self.told[token.i]
        for child in token.children:
            if child.dep_ in {"appos", "flat"} and child.i in self.owner:
                return self.owner[child.i]
        return None


@cache
def _saying() -> frozenset[str]:
    return frozenset(toml("saying.toml")["say"])


def is_pronoun(token: Token) -> bool:
    """Whether a token is one of the words that this module places."""
    low = token.lower_
    return (low in _GENDER or low in _RELATIVE) and token.pos_ in {"PRON", "DET"}


def antecedent(token: Token, drafts: Sequence[Draft], ground: Ground) -> tuple[Draft, str] | None:
    """Whom a pronoun refers to, and why; None where it is not clear."""
    low = token.lower_
    if low in _RELATIVE:
        return _relative(token, ground)
    if low.endswith("self"):
        return _reflexive(token, ground)
    return _personal(token, drafts, ground)


def _relative(token: Token, ground: Ground) -> tuple[Draft, str] | None:
    """ "The baker who …": the noun that the clause belongs to."""
    head = token.head
    while head.dep_ not in {"acl:relcl", "root"} and head.head.i != head.i:
        head = head.head
    if head.dep_ != "acl:relcl" or head.head.i >= token.i:
        return None
    draft = ground.held(head.head)
    return (draft, "“who” of the name or role before it") if draft else None


def _reflexive(token: Token, ground: Ground) -> tuple[Draft, str] | None:
    """The subject of its own clause."""
    head = token.head
    for _ in range(4):
        subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            draft = ground.held(subject)
            fits = draft is not None and draft.gender in {None, _GENDER[token.lower_]}
            return (draft, "its clause's subject") if draft and fits and not draft.plural else None
        if head.head.i == head.i:
            break
        head = head.head
    return None


def _personal(token: Token, drafts: Sequence[Draft], ground: Ground) -> tuple[Draft, str] | None:
    gender = _GENDER[token.lower_]
    scored = []
    for draft in drafts:
        if draft.kind != "person" or draft.plural or (draft.gender or gender) != gender:
            continue
        if _speaks(token, draft, ground):
            continue
        points = max((_points(token, head, ground) for head in draft.heads), default=0.0)
        if points > 0:
            scored.append((points + (0.5 if draft.gender == gender else 0.0), draft))
    chosen = clear(scored)
    return (chosen, f"pronoun: {len(scored)} candidates") if chosen is not None else None


def _speaks(token: Token, draft: Draft, ground: Ground) -> bool:
    """Whether the pronoun stands in words of that person's own: there they would say "I"."""
    number = ground.quoted.get(token.i)
    speakers = ground.speakers.get(number, set()) if number is not None else set()
    return any(ground.held(ground.doc[i]) is draft for i in speakers)


def clear(scored: list[tuple[float, Draft]]) -> Draft | None:
    """The best candidate where it leads the next by enough, else None."""
    scored.sort(key=lambda pair: -pair[0])
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEAR):
        return None
    return scored[0][1]


def _points(token: Token, head: int, ground: Ground) -> float:
    """How well a mention that ends at token `head` explains a pronoun; 0 where it cannot."""
    if head >= token.i:
        return 0.0
    far = ground.sentence[token.i] - ground.sentence[head]
    if far > _REACH:
        return 0.0
    inside, outside = ground.quoted.get(token.i), ground.quoted.get(head)
    if inside is None and outside is not None:
        return 0.0 if far > 1 else 0.5  # a man named in somebody's quote is rarely "he" outside it
    mention = ground.doc[head]
    if far == 0 and _coargument(mention, token):
        return 0.0
    points = 4.0 - far
    if top(mention).dep_ in SUBJECTS:
        points += 1.5
        if token.dep_ in SUBJECTS:
            points += 0.5
    elif top(mention).dep_ == "nmod:poss":
        points -= 0.5
    return points


def top(token: Token) -> Token:
    """The head of the noun phrase that a name's last token belongs to."""
    while token.dep_ in {"flat", "compound", "appos", "goeswith"} and token.head.i != token.i:
        token = token.head
    return token


def _coargument(mention: Token, token: Token) -> bool:
    """Whether both are arguments of one verb: "Quill thanked him" is not about Quill twice."""
    if token.dep_ == "nmod:poss":
        return False
    above = top(mention)
    return above.head.i == token.head.i and above.i != token.head.i
