"""What the words above a clause or a noun make of it: charged, wished, planned, or as sure."""

from __future__ import annotations

from functools import cache
from typing import Literal

from spacy.tokens import Token

from tellings.annotate.helping import clause, modal, negated, words
from tellings.model.marks import Certainty
from tellings.words.tables import toml

_STEPS = 4  # governing words looked at: a fifth was never what decided
_COMPLEMENT = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj"})


def by_governors(lead: Token, token: Token) -> tuple[Certainty, bool]:
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
    if lemma in words("denying"):
        return "denied"
    if infinitive:
        return _infinitive(below, above, lemma)
    told = below.dep_ == "ccomp" or below.tag_ == "VBG" or bool(marks & {"of", "about"})
    if lemma in words("alleging") and told:
        return "alleged"
    gerund = below.tag_ == "VBG" or "of" in marks
    if lemma in words("wishing") and (gerund or lemma == "want"):
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
    if lemma in words("hearsay") and perfect:
        return "alleged"
    helped = modal(clause(above))
    if lemma in words("real"):
        return helped or "on"
    if lemma in words("planning"):
        return "denied" if negated(above) else "planned"
    if lemma in words("wishing") or below.dep_ == "csubj":
        return "wished"
    if below.dep_ == "advcl":
        return "planned" if helped is None and above.tag_ in {"VBD", "VBN"} else "wished"
    return "wished"


def is_known(noun: Token) -> bool:
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
    if lemma in words("denying") and below.dep_ in {"obj", "nmod", "obl"}:
        return "denied"
    if lemma in words("alleging") and (below.dep_ == "obj" or marks & {"of", "for"}):
        return "alleged"
    if (
        above.pos_ in {"NOUN", "ADJ"}
        and lemma in words("wishing")
        and below.dep_ in {"nmod", "obl"}
    ):
        return "wished"
    if below.dep_ == "obl" and marks & {"for"} and lemma in {"call", "hope", "push", "press"}:
        return "wished"
    if below.dep_ in {"obj", "nsubj:pass"}:
        rated = lemma == "consider" and any(c.dep_ == "xcomp" for c in above.children)
        if lemma in {"want", "seek", "demand", "urge", "request", "consider", "suggest"}:
            return "asserted" if rated else "wished"
        if lemma in {"threaten", "oppose"} and not is_known(below):
            return "denied" if negated(above) and lemma == "threaten" else "wished"
        if lemma in {"plan", "schedule", "propose", "expect", "prepare", "arrange", "promise"}:
            return "planned"
    occurring = below.dep_ == "nsubj" and lemma in {"take", "happen", "occur", "begin", "start"}
    if occurring or (below.dep_ == "obj" and not (is_known(below) and lemma not in _light())):
        helped = modal(clause(above))
        if helped is not None:
            return helped
        infinitive = any(c.lower_ == "to" and c.dep_ == "mark" for c in above.children)
        return "on" if infinitive else "asserted"
    # "would be the target of an attack": of none in particular, so no surer than its clause
    vague = any(c.lower_ in {"a", "an"} for c in below.children)
    predicate = above.pos_ == "NOUN" and any(c.dep_ == "cop" for c in above.children)
    return (predicate and vague and modal(above)) or "asserted"
