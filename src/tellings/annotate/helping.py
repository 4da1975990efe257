"""What the words that help a verb say of it: that it is denied, planned, or only possible."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from tellings.model.marks import Certainty
from tellings.words.tables import toml


@cache
def words(name: str) -> frozenset[str]:
    return frozenset(toml("certainty.toml")[name])


def negated(head: Token) -> bool:
    return any(
        c.lower_ in words("not") and c.dep_ in {"advmod", "neg", "det", "mark", "cc:preconj"}
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


def modal(lead: Token) -> Certainty | None:
    helping = {c.lower_ for c in lead.children if c.dep_ == "aux" or c.dep_ == "advmod"}
    perfect = bool({"have", "'ve"} & helping)
    if lead.tag_ == "VBN" and not perfect:
        helping -= {"'d", "’d"}  # "she'd found": had
    if helping & words("will"):
        return "planned"
    if helping & words("would"):
        told = lead.dep_ == "ccomp" and lead.head.tag_ in {"VBD", "VBN"}
        return "planned" if told and not perfect else "hypothetical"
    if helping & words("might"):
        return "hypothetical"
    return None
