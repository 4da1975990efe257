"""The act that a number is an argument of, and what part it plays there."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tellings.words.quantities import number_words

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_CARRIERS = frozenset({"conj", "appos", "nummod", "compound", "flat", "fixed", "dep", "advmod"})
_FURTHEST = 5


@dataclass(frozen=True, slots=True)
class Act:
    """`lemma` of the verb or noun; `role` is agent, patient, is, of, or the preposition.

    `head` is its token, None where no act is told.
    """

    lemma: str | None = None
    role: str | None = None
    head: Token | None = None


def lemma_of(token: Token) -> str:
    """The lemma in lower case; "hurt" and its like, which change in no form, are their own."""
    people, lemma = number_words().people, token.lemma_.lower()
    if lemma in people:
        return lemma
    # "58 killed" of a headline is often read as an adjective, which keeps its ending.
    return next(
        (word for word in (token.lower_, lemma.removesuffix("ed")) if word in people), lemma
    )


def act(node: Token, noun: Token | None) -> Act:
    """The act of the number or noun `node`; `noun` is what is counted, where told."""
    state = _state(node)
    if state is not None:
        return Act(lemma_of(state), "patient", state)
    below = _participle(noun) if noun is not None else None
    if below is not None:
        return Act(lemma_of(below), "patient", below)
    for _ in range(_FURTHEST):
        dep, head = node.dep_, node.head
        if head.i == node.i:
            return _predicate(node)
        if dep in _CARRIERS and head.pos_ in ("NOUN", "PROPN", "NUM", "SYM", "PRON"):
            node = head
        elif dep.startswith("nmod") and head.pos_ in ("NOUN", "PROPN", "NUM", "SYM", "PRON"):
            if _partitive(head):
                outer = act(head, None)
                return Act(outer.lemma, "whole", outer.head)
            if not _gathers(head):
                return _nominal(node, head)
            node = head
        else:
            return _argument(node, head)
    return Act()


def _state(node: Token) -> Token | None:
    """A state right behind the number or its noun: 12 dead, seven people missing."""
    states = number_words().grammar["states"]
    after = node.doc[node.i + 1] if node.i + 1 < len(node.doc) else None
    if after is None or after.lower_ not in states:
        return None
    if any(child.dep_ in ("obj", "ccomp") for child in after.children):
        return None  # five men killed the guard
    return after if node.pos_ in ("NUM", "NOUN") else None


def _participle(noun: Token) -> Token | None:
    """The participle that tells what became of the noun: people killed in the blast."""
    for child in noun.rights:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") and child.i - noun.i <= 2:
            return child
    return None


def _gathers(head: Token) -> bool:
    return head.pos_ == "SYM" or lemma_of(head) in number_words().grammar["collective"]


def _partitive(head: Token) -> bool:
    return head.pos_ == "NUM" or lemma_of(head) in number_words().grammar["partitive"]


def _nominal(node: Token, head: Token) -> Act:
    case = _case(node)
    if case in number_words().grammar["parts"]:
        outer = act(head, head)
        return Act(outer.lemma, case, outer.head)
    return Act(lemma_of(head), case or "of", head)


def _case(node: Token) -> str | None:
    marks = [c.lower_ for c in node.children if c.dep_ == "case" and c.i < node.i]
    bound = {"than", "least", "most", "to", "at", "about", "around", "over", "under", "more", "up"}
    kept = [mark for mark in marks if mark not in bound or mark == "to"]
    return kept[0] if kept else None


def _argument(node: Token, head: Token) -> Act:
    dep, lemma = node.dep_, lemma_of(head)
    if dep == "nsubj:pass":
        return Act(lemma, "patient", head)
    if dep in _SUBJECTS:
        if head.pos_ not in ("VERB", "AUX"):
            return Act(lemma, "patient", head)
        return Act(lemma, "patient" if _befalls(head) else "agent", head)
    if dep in ("obj", "iobj", "xcomp", "ccomp", "nummod") and head.pos_ in ("VERB", "AUX"):
        return Act(lemma, "patient", head)
    if dep.startswith("obl") or dep in ("advcl", "advmod", "dep", "parataxis"):
        case = _case(node)
        if case == "by" and dep in ("obl:agent", "obl") and _passive(head):
            return Act(lemma, "agent", head)
        return Act(lemma, case or "patient", head)
    if dep == "conj" and head.pos_ == "VERB":
        return Act(lemma, "patient", head)
    return _predicate(node)


def _predicate(node: Token) -> Act:
    """A number that is itself what is told: "turnout was 45 percent", or a headline's noun."""
    if any(c.dep_ == "cop" for c in node.children):
        return Act("be", "is", node)
    return Act()


def _befalls(verb: Token) -> bool:
    """Whether an active verb without object tells of its subject's harm: "7 killed in blast"."""
    if lemma_of(verb) in ("die", "perish"):
        return True
    if any(c.dep_ in ("obj", "ccomp", "xcomp") for c in verb.children):
        return False
    return lemma_of(verb) in number_words().people


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children) or verb.tag_ == "VBN"


def subject(done: Act) -> Token | None:
    """The noun that a tally or a measure is told of: the death toll rose to 47."""
    head = done.head
    if head is None:
        return None
    for child in head.children:
        if child.dep_ in _SUBJECTS and child.pos_ in ("NOUN", "PROPN"):
            return child
    if head.dep_ in ("conj", "xcomp", "advcl") and head.head.i != head.i:
        for child in head.head.children:
            if child.dep_ in _SUBJECTS and child.pos_ in ("NOUN", "PROPN"):
                return child
    return None


def verb_before(doc: Doc, first: int, done: Act) -> Token | None:
    """The verb right before a number and its bound, where the parse has missed it; else None.

    "wounded over 400" and "ordered the mission cut 31 cooks" name their act next to the number. A
    number whose act follows it ("said 12 people died") keeps that. `first` is its first token.
    """
    at = first - 1
    while at >= max(0, first - 5) and doc[at].lower_ in number_words().grammar["bounding"]:
        at -= 1
    if at < 0 or doc[at].pos_ != "VERB" or done.head == doc[at]:
        return None
    lemma = lemma_of(doc[at])
    if lemma in number_words().people:
        return doc[at] if lemma not in ("die", "perish") else None
    return doc[at] if done.head is None or done.head.i < at else None


def part_of(doc: Doc, first: int, done: Act) -> Act | None:
    """The act of a part that "including" or its like, right before the number, tells; else None."""
    at = first - 1
    while at >= max(0, first - 5) and doc[at].lower_ in number_words().grammar["bounding"]:
        at -= 1
    if at < 0 or doc[at].lower_ not in number_words().grammar["parts"] - {"include"}:
        return None
    head = done.head
    if head is not None and head.i == at:  # read as a verb: its own head tells the act
        head = head.head
    return Act(lemma_of(head) if head is not None else None, doc[at].lower_, head)


def whole_of(doc: Doc, first: int) -> bool:
    """Whether "three of", "most of the team's" and the like stand before the number."""
    at = first - 1
    while at > max(0, first - 5) and doc[at].pos_ in ("DET", "PROPN", "PART", "ADJ", "PRON"):
        at -= 1
    if at < 1 or doc[at].lower_ != "of":
        return False
    before = doc[at - 1]
    return before.pos_ == "NUM" or before.lower_ in number_words().grammar["partitive"]


def changed(done: Act) -> Token | None:
    """The object that a verb of change tells a number of: cut its staff by 755."""
    head = done.head
    if head is None or done.role not in ("by", "to", "from"):
        return None
    if lemma_of(head) not in number_words().grammar["changed"]:
        return None
    objects = [c for c in head.children if c.dep_ == "obj" and c.pos_ == "NOUN"]
    return objects[0] if objects else None
