"""How surely a clause is told: the reader's class where it gives one, else the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Token

from tellings.model import Quote
from tellings.model.marks import Certainty
from tellings.words.tables import toml

# The reader's class is taken from this probability on: at less, the words around decide.
_HEARD = 0.6
_STEPS = 4  # governing words looked at: a fifth was never what decided
_COMPLEMENT = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj"})


@dataclass(frozen=True, slots=True)
class Sureness:
    """`attributed` is the party that it is given to; `wished` where it is no more than wanted."""

    certainty: Certainty
    negated: bool = False
    attributed: str | None = None
    wished: bool = False


def sureness(doc: Doc, head: Token, token: Token, quotes: Sequence[Quote] = ()) -> Sureness:
    """How surely the clause of `head` tells what `token` names (the same word, or its noun).

    Words in a quote are attributed to its speaker, unless they are denied, planned, or doubtful.
    """
    negated = _negated(head) or (token.i != head.i and _negated(token))
    certainty, wished = _by_words(head, token, negated)
    heard = _heard(doc).get(token.i) or _heard(doc).get(head.i)
    by_rule = certainty == "alleged" or (head.i == token.i and _known(token)) or _to_come(head)
    by_rule = by_rule or _untrue(head)
    if heard is not None and not wished and not by_rule:
        certainty = heard
    within = [q for q in quotes for p in q.parts if p.start <= token.idx < p.end]
    quote = min(within, key=lambda q: len(q.span)) if within else None
    if certainty == "asserted" and quote is not None:
        certainty = "attributed"
    return Sureness(certainty, negated, quote.speaker if quote is not None else None, wished)


def _heard(doc: Doc) -> dict[int, Certainty]:
    if not Doc.has_extension("clause_certainty"):
        return {}
    return {i: kind for i, kind, score in doc._.clause_certainty or () if score >= _HEARD}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(toml("certainty.toml")[name])


def _negated(head: Token) -> bool:
    return any(
        c.lower_ in _words("not") and c.dep_ in {"advmod", "neg", "det", "mark", "cc:preconj"}
        for c in head.children
    )


def clause(head: Token) -> Token:
    """The first of coordinated verbs where the later one shares its helping verbs."""
    one = head
    while one.dep_ == "conj" and one.head.pos_ in {"VERB", "AUX"}:
        own = any(
            c.dep_ in {"aux", "mark"} or c.dep_.startswith(("nsubj", "aux")) for c in one.children
        )
        if own or (one.tag_ != one.head.tag_ and one.tag_ != "VB"):
            break
        one = one.head
    return one


def _by_words(head: Token, token: Token, negated: bool) -> tuple[Certainty, bool]:
    lead = clause(head)
    around = {c.lower_ for c in lead.children} | {c.lower_ for c in head.children}
    if token.i != head.i or token.pos_ == "NOUN":
        around |= {c.lower_ for c in token.children if c.dep_ in {"amod", "det", "advmod"}}
    if negated or _negated(lead):
        return "denied", False
    if around & _words("alleged"):
        return "alleged", False
    if any(c.lower_ in _words("if") for c in lead.children if c.dep_ == "mark"):
        return "hypothetical", False
    if _on_condition(lead):
        return "hypothetical", False
    if _vague_if(token):
        return "hypothetical", False
    if _untrue(lead):
        return "denied", False
    if _to_come(lead) or (token.pos_ == "NOUN" and around & _words("coming")):
        return "planned", False
    modal = _modal(lead)
    if modal is not None:
        return modal, False
    return _by_governors(lead, token)


def _modal(lead: Token) -> Certainty | None:
    helping = {c.lower_ for c in lead.children if c.dep_ == "aux" or c.dep_ == "advmod"}
    perfect = bool({"have", "'ve"} & helping)
    if helping & _words("will"):
        return "planned"
    if helping & _words("would"):
        told = lead.dep_ == "ccomp" and lead.head.tag_ in {"VBD", "VBN"}
        return "planned" if told and not perfect else "hypothetical"
    if helping & _words("might"):
        return "hypothetical"
    return None


def _to_come(lead: Token) -> bool:
    """ "Minister to visit port": a headline's infinitive that hangs on nothing; "is to visit"."""
    led = any(c.lower_ == "to" and c.dep_ == "mark" for c in lead.children)
    if not led or lead.tag_ != "VB" or lead.dep_ != "root":
        return False
    return any(c.dep_.startswith("nsubj") for c in lead.children)


def _untrue(verb: Token) -> bool:
    """ "The claims about being robbed are untrue": told only to be denied."""
    above = verb.head
    if verb.dep_ not in {"acl", "ccomp", "advcl"} or above.lemma_.lower() not in _words("alleging"):
        return False
    return above.dep_ == "nsubj" and above.head.lemma_.lower() in _words("untrue")


def _vague_if(noun: Token) -> bool:
    """ "unless they enter into an agreement": one that is only thought of, like its clause."""
    if noun.pos_ != "NOUN" or noun.head.pos_ != "VERB":
        return False
    vague = any(c.lower_ in {"a", "an", "any"} for c in noun.children)
    marks = (c for c in clause(noun.head).children if c.dep_ == "mark")
    return vague and any(c.lower_ in {"if", "unless"} for c in marks)


def _on_condition(lead: Token) -> bool:
    """ "will answer if attacked": what is to come on a condition is no more than thought of."""
    to_come = any(c.dep_ == "aux" and c.lower_ in _words("will") for c in lead.children)
    for below in lead.children if to_come else ():
        marks = [c for c in below.children if c.dep_ == "mark" and c.lower_ in {"if", "unless"}]
        # "even if": whatever comes of the condition
        if below.dep_ == "advcl" and any(m.i == 0 or m.nbor(-1).lower_ != "even" for m in marks):
            return True
    return False


def _by_governors(lead: Token, token: Token) -> tuple[Certainty, bool]:
    """What the words above make of a clause that depends on them."""
    below = lead
    for _ in range(_STEPS):
        above = below.head
        if above.i == below.i:
            break
        found = _governed(below, above, token)
        if found == "on":
            below = clause(above)
            continue
        if found == "wished":
            return "hypothetical", True
        return found, False
    return "asserted", False


def _governed(below: Token, above: Token, token: Token) -> Certainty | Literal["wished", "on"]:
    """What `above` makes of `below`: a certainty, "wished", or "on" where it is as sure itself."""
    lemma = above.lemma_.lower()
    marks = {c.lower_ for c in below.children if c.dep_ in {"mark", "case"}}
    if below.pos_ == "NOUN":
        return _governed_noun(below, above, lemma, marks)
    if below.dep_ not in _COMPLEMENT:
        return "asserted"
    infinitive = "to" in marks or (below.dep_ == "xcomp" and below.tag_ == "VB")
    if lemma in _words("denying"):
        return "denied"
    if infinitive:
        return _infinitive(below, above, lemma)
    told = below.dep_ == "ccomp" or below.tag_ == "VBG" or bool(marks & {"of", "about"})
    if lemma in _words("alleging") and told:
        return "alleged"
    if lemma in _words("wishing") and (below.tag_ == "VBG" or lemma == "want"):
        return "wished"
    if below.dep_ == "ccomp" and lemma in {"hope", "wish", "want", "doubt", "demand", "insist"}:
        return "wished" if below.tag_ == "VB" or lemma != "insist" else "asserted"
    if below.tag_ == "VBG" and "from" in marks:
        return "denied"
    if below.dep_ in {"advcl", "xcomp"} and below.tag_ == "VBG":
        return "on"
    return "asserted"


def _infinitive(below: Token, above: Token, lemma: str) -> Certainty | Literal["wished", "on"]:
    perfect = any(c.lower_ == "have" and c.dep_ == "aux" for c in below.children)
    if lemma in _words("hearsay") and perfect:
        return "alleged"
    modal = _modal(clause(above))
    if lemma in _words("real"):
        return modal or "on"
    if lemma in _words("planning"):
        return "denied" if _negated(above) else "planned"
    if lemma in _words("wishing") or below.dep_ == "csubj":
        return "wished"
    if below.dep_ == "advcl":
        return "planned" if modal is None and above.tag_ in {"VBD", "VBN"} else "wished"
    return "wished"


def _known(noun: Token) -> bool:
    """A noun with "the", an owner, or the year: told as known, whatever becomes of it.

    "Tried to influence the 2016 election" leaves no doubt that there was one.
    """
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    if noun.pos_ != "NOUN" or before & {"first", "next"}:
        return False  # "could include the first launch": there was none yet
    owned = any(c.dep_ == "nmod:poss" for c in noun.children)
    return owned or bool(before & {"the", "this", "that"})


@cache
def _light() -> frozenset[str]:
    return frozenset(toml("events.toml")["not_events"]["light"])


def _governed_noun(
    below: Token, above: Token, lemma: str, marks: set[str]
) -> Certainty | Literal["wished", "on"]:
    """A noun that names a happening, and the word that it is an argument of."""
    if above.pos_ not in {"VERB", "NOUN", "ADJ"}:
        return "asserted"
    if lemma in _words("denying") and below.dep_ in {"obj", "nmod", "obl"}:
        return "denied"
    if lemma in _words("alleging") and (below.dep_ == "obj" or marks & {"of", "for"}):
        return "alleged"
    if (
        above.pos_ in {"NOUN", "ADJ"}
        and lemma in _words("wishing")
        and below.dep_ in {"nmod", "obl"}
    ):
        return "wished"
    if below.dep_ == "obl" and marks & {"for"} and lemma in {"call", "hope", "push", "press"}:
        return "wished"
    if below.dep_ in {"obj", "nsubj:pass"}:
        rated = lemma == "consider" and any(c.dep_ == "xcomp" for c in above.children)
        if lemma in {"want", "seek", "demand", "urge", "request", "consider", "suggest"}:
            return "asserted" if rated else "wished"
        if lemma in {"threaten", "oppose"} and not _known(below):
            return "denied" if _negated(above) and lemma == "threaten" else "wished"
        if lemma in {"plan", "schedule", "propose", "expect", "prepare", "arrange", "promise"}:
            return "planned"
    occurring = below.dep_ == "nsubj" and lemma in {"take", "happen", "occur", "begin", "start"}
    if occurring or (below.dep_ == "obj" and not (_known(below) and lemma not in _light())):
        modal = _modal(clause(above))
        if modal is not None:
            return modal
        infinitive = any(c.lower_ == "to" and c.dep_ == "mark" for c in above.children)
        return "on" if infinitive else "asserted"
    # "would be the target of an attack": of none in particular, so no surer than its clause
    vague = any(c.lower_ in {"a", "an"} for c in below.children)
    predicate = above.pos_ == "NOUN" and any(c.dep_ == "cop" for c in above.children)
    return (predicate and vague and _modal(above)) or "asserted"
