"""How surely a clause is told: the reader's class where it gives one, else the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tellings.annotate.governors import by_governors, is_known
from tellings.annotate.helping import clause, modal, negated, words
from tellings.model import Quote
from tellings.model.marks import Certainty

# The reader's class is taken from this probability on: at less, the words around decide.
_HEARD = 0.6
_SURE = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG"})


@dataclass(frozen=True, slots=True)
class Sureness:
    """`attributed` is the party that it is given to; `wished` where it is no more than wanted."""

    certainty: Certainty
    negated: bool = False
    attributed: str | None = None
    wished: bool = False


def sureness(
    doc: Doc, head: Token, token: Token, quotes: Sequence[Quote] = (), refusing: bool = False
) -> Sureness:
    """How surely the clause of `head` tells what `token` names (the same word, or its noun).

    Of what is told as refused ("will not accept") the "not" denies nothing.
    Words in a quote are attributed to its speaker, unless they are denied, planned, or doubtful.
    """
    denied = not refusing and (negated(head) or (token.i != head.i and negated(token)))
    certainty, wished = _by_words(head, token, denied, refusing)
    heard = _heard(doc).get(token.i) or _heard(doc).get(head.i)
    by_rule = certainty == "alleged" or (head.i == token.i and is_known(token)) or _to_come(head)
    by_rule = by_rule or _untrue(head) or _is_ranked(head) or _is_pointed_at(token)
    if heard is not None and not wished and not by_rule and not (refusing and heard == "denied"):
        certainty = heard
    within = [q for q in quotes for p in q.parts if p.start <= token.idx < p.end]
    quote = min(within, key=lambda q: len(q.span)) if within else None
    if certainty == "asserted" and quote is not None:
        certainty = "attributed"
    return Sureness(certainty, denied, quote.speaker if quote is not None else None, wished)


def _heard(doc: Doc) -> dict[int, Certainty]:
    if not Doc.has_extension("clause_certainty"):
        return {}
    return {i: kind for i, kind, score in doc._.clause_certainty or () if score >= _HEARD}


def _by_words(head: Token, token: Token, denied: bool, refusing: bool) -> tuple[Certainty, bool]:
    lead = clause(head)
    around = {c.lower_ for c in lead.children} | {c.lower_ for c in head.children}
    if token.i != head.i or token.pos_ == "NOUN":
        around |= {c.lower_ for c in token.children if c.dep_ in {"amod", "det", "advmod"}}
        around -= {c.lower_ for c in token.children if _is_habitual(c)}
    if _is_demanded(lead):
        return "hypothetical", True
    if denied or (negated(lead) and not refusing):
        return "denied", False
    if around & words("alleged"):
        return "alleged", False
    if _is_ranked(lead) or _is_pointed_at(token):
        return "asserted", False
    marks = [c for c in lead.children if c.dep_ == "mark"]
    if any(c.lower_ in words("if") or _is_in_case(c) for c in marks):
        return "hypothetical", False
    if _on_condition(lead):
        return "hypothetical", False
    if _vague_if(token):
        return "hypothetical", False
    if _untrue(lead):
        return "denied", False
    if _to_come(lead) or (token.pos_ == "NOUN" and around & words("coming")):
        return "planned", False
    helped = modal(lead)
    if helped is not None:
        return helped, False
    return by_governors(lead, token)


def _is_habitual(word: Token) -> bool:
    """ "In a regularly scheduled briefing": that it is a habit tells nothing of this one."""
    return any(c.lower_.endswith("ly") and c.dep_ == "advmod" for c in word.lefts)


def _is_in_case(mark: Token) -> bool:
    return mark.lower_ == "lest" or any(c.lower_ == "case" for c in mark.children)


def _is_demanded(lead: Token) -> bool:
    """ "Recommended that he be freed": English's bare "be" tells what is wanted, and no more."""
    helping = {c.lower_ for c in lead.children if c.dep_.startswith("aux")}
    that = any(c.lower_ == "that" and c.dep_ == "mark" for c in lead.children)
    return that and lead.tag_ == "VBN" and helping == {"be"}


def _to_come(lead: Token) -> bool:
    """ "Minister to visit port": a headline's infinitive that hangs on nothing; "is to visit"."""
    led = any(c.lower_ == "to" and c.dep_ == "mark" for c in lead.children)
    if not led or lead.tag_ != "VB" or lead.dep_ != "root":
        return False
    return any(c.dep_.startswith("nsubj") for c in lead.children)


def _is_ranked(verb: Token) -> bool:
    """ "The first woman to be elected": she was, unless her being so is doubted in its turn."""
    noun = verb.head
    ranked = {c.lower_ for c in noun.children if c.i < noun.i} & words("ranked")
    if verb.dep_ != "acl" or verb.tag_ != "VB" or not ranked:
        return False
    being = next((c for c in noun.children if c.dep_ == "cop"), None)
    sure = being.lower_ != "be" if being is not None else noun.head.tag_ in _SURE
    return sure and modal(noun) is None and modal(clause(noun.head)) is None


def _is_pointed_at(noun: Token) -> bool:
    pointed = any(c.lower_ in words("pointing") and c.dep_ == "det" for c in noun.children)
    return noun.pos_ == "NOUN" and pointed


def _untrue(verb: Token) -> bool:
    """ "The claims about being robbed are untrue": told only to be denied."""
    above = verb.head
    if verb.dep_ not in {"acl", "ccomp", "advcl"} or above.lemma_.lower() not in words("alleging"):
        return False
    return above.dep_ == "nsubj" and above.head.lemma_.lower() in words("untrue")


def _vague_if(noun: Token) -> bool:
    """ "unless they enter into an agreement": one that is only thought of, like its clause."""
    if noun.pos_ != "NOUN" or noun.head.pos_ != "VERB":
        return False
    vague = any(c.lower_ in {"a", "an", "any"} for c in noun.children)
    marks = (c for c in clause(noun.head).children if c.dep_ == "mark")
    return vague and any(c.lower_ in {"if", "unless"} for c in marks)


def _on_condition(lead: Token) -> bool:
    """ "will answer if attacked": what is to come on a condition is no more than thought of."""
    to_come = any(c.dep_ == "aux" and c.lower_ in words("will") for c in lead.children)
    for below in lead.children if to_come else ():
        marks = [c for c in below.children if c.dep_ == "mark" and c.lower_ in {"if", "unless"}]
        # "even if": whatever comes of the condition
        if below.dep_ == "advcl" and any(m.i == 0 or m.nbor(-1).lower_ != "even" for m in marks):
            return True
    return False
