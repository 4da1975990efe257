"""Who did it and to whom: the words at which a trigger's doers and sufferers are told.

The subjects and objects of verbs, of those that only carry a noun too, and the owners and
complements of nouns. Where a rule would only guess, there is nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tellings.annotate.control import RELATIVE, antecedent, case, is_another, passive, subjects
from tellings.annotate.senses import ADDRESSED, OBJECTS, PASSIVE, SUBJECTS, said_of_people
from tellings.annotate.triggers import announced, words
from tellings.words.happenings import kinds, noun_kinds, side
from tellings.words.tables import toml

# Names that English uses before a noun as its adjective.
_ADJECTIVES = frozenset({"us", "u.s.", "uk", "u.k.", "eu", "e.u.", "un", "u.n."})


def carrier(token: Token) -> Token:
    """The verb that carries a noun which names an event ("held talks"), else the word itself."""
    verb = token.head
    if token.pos_ == "NOUN" and verb.pos_ == "VERB":
        lemma = verb.lemma_.lower()
        if token.dep_ in OBJECTS | PASSIVE and lemma in words("light"):
            if _is_kept(verb, token):
                return token
            return verb if lemma not in words("telling") or announced(token) else token
        if token.dep_ in SUBJECTS and verb.lemma_.lower() in words("occurring"):
            return verb
    return token


def _is_kept(verb: Token, noun: Token) -> bool:
    """ "Carried out its threat": the threat was made before, and by itself."""
    out = any(c.lower_ == "out" for c in verb.children)
    kept = words("kept") & kinds(noun.lemma_.lower())
    return out and verb.lemma_.lower() == "carry" and bool(kept)


def doers(token: Token, head: Token, lemma: str) -> Iterator[Token]:
    """The words that may name who did it, the surest first."""
    if head.pos_ == "VERB" and not (token.i != head.i and token.dep_ in SUBJECTS):
        if passive(head):
            agents = {"obl:agent", "agent", "obl"}
            yield from (c for c in head.children if c.dep_ in agents and _is_led_by(c))
        else:
            yield from subjects(head)
    if token.pos_ in {"NOUN", "PROPN"}:
        yield from _noun_doers(token, lemma)


def _noun_doers(token: Token, lemma: str) -> Iterator[Token]:
    for child in token.children:
        told = case(child)
        owner = child.dep_ in {"nmod:poss", "poss"}
        if (
            (owner and (lemma not in side("sufferer") or _has_of(token)))
            or (child.dep_ == "nmod" and told == "by" and not _another_between(token, child))
            or (child.dep_ == "nmod" and told in {"between", "among"})
            or (child.dep_ == "nmod" and told == "of" and lemma in side("doer"))
            or (child.dep_ in {"amod", "compound"} and _before(token, child, lemma))
        ):
            yield child


def _is_led_by(agent: Token) -> bool:
    """ "According to the police", "handed over to the court" can be read as agents: "by" alone."""
    cases = {c.lower_ for c in agent.children if c.dep_ == "case"}
    before = agent.nbor(-1) if agent.i > 0 else agent
    # "by captain Ada Holm", where the parse takes the office and the name for two agents
    goes_on = not cases and before.dep_ == "obl:agent" and before.head.i == agent.head.i
    return "by" in cases or agent.left_edge.lower_ == "by" or (goes_on and _is_led_by(before))


def _another_between(token: Token, child: Token) -> bool:
    """ "The rescue of a ship under attack by pirates": they did what stands nearer."""
    between = token.doc[token.i + 1 : child.i]
    return any(t.pos_ == "NOUN" and noun_kinds(t.lemma_.lower()) for t in between)


def _before(token: Token, child: Token, lemma: str) -> bool:
    """Whether a name before the noun ("US sanctions on …") can be read as the doer's."""
    # "the Iran deal", "a Google probe": a name that is no adjective tells what it is about.
    if child.dep_ == "compound" and child.lower_ not in _ADJECTIVES and lemma not in side("doer"):
        return False
    if "elect" in kinds(lemma) or lemma in side("together"):
        return False
    if lemma in side("sufferer") or "sanction" in kinds(lemma):
        return any(c.dep_ == "nmod" and case(c) in {"of", "on", "against"} for c in token.children)
    return True


def sufferers(token: Token, head: Token, lemma: str, root: str) -> Iterator[Token]:
    """The words that may name to whom it was done, the surest first."""
    return (one for one in _sufferers(token, head, lemma, root) if one.i != token.i)


def _sufferers(token: Token, head: Token, lemma: str, root: str) -> Iterator[Token]:
    themed = token.i == head.i and lemma in words("themes") and not said_of_people(token)
    towards = frozenset() if themed else _towards(lemma, root)
    if head.pos_ == "VERB":
        if passive(head) and not themed:
            yield from subjects(head)
        if not themed:
            yield from (_object(c, head) for c in head.children if c.dep_ in OBJECTS)
        if token.i == head.i:
            yield from (c for c in head.children if c.dep_ in ADDRESSED)
        if head.dep_ == "acl:relcl" and token.i == head.i:
            yield from _gap(head)
        yield from (c for c in head.children if c.dep_ == "obl" and case(c) in towards)
    if token.pos_ in {"NOUN", "PROPN"}:
        for child in token.children:
            of = case(child) == "of" and lemma not in side("doer") | side("together")
            owner = child.dep_ in {"nmod:poss", "poss", "compound"}
            owner = owner and lemma in side("sufferer") and not _has_of(token)
            if owner or (child.dep_ == "nmod" and (of or case(child) in towards)):
                yield child


def _has_of(noun: Token) -> bool:
    return any(c.dep_ == "nmod" and case(c) == "of" for c in noun.children)


def things(token: Token, head: Token) -> Iterator[Token]:
    """The grammatical object, whatever it is: what it was about, where it befell nobody."""
    if token.i == head.i and token.pos_ == "VERB":
        yield from (_object(c, head) for c in head.children if c.dep_ in OBJECTS)
        if passive(head):
            yield from subjects(head)
    elif token.pos_ == "NOUN":
        yield from (c for c in token.children if c.dep_ == "nmod" and case(c) in {"of", "for"})


def _object(child: Token, head: Token) -> Token:
    return antecedent(child, head) if child.tag_ in {"WP", "WDT"} else child


def _gap(head: Token) -> Iterator[Token]:
    """The noun of a relative clause that has its own subject and no object: "whom they freed"."""
    told = {c.dep_ for c in head.children}
    own = [c for c in head.children if c.dep_ in SUBJECTS]
    oblique = any(c.dep_ == "obl" and c.lower_ in RELATIVE for c in head.children)
    if any(is_another(c, head.head) for c in head.children):
        return
    if own and own[0].lower_ not in RELATIVE and not told & OBJECTS and not oblique:
        yield head.head


def _towards(lemma: str, root: str) -> frozenset[str]:
    """The prepositions before whoever is at the other end of a happening of this class."""
    table: dict[str, list[str]] = toml("events.toml")["towards"]
    found = set(table["always"]) | set(table.get(root, ()))
    for kind in kinds(lemma):
        found |= set(table.get(kind, ()))
    return frozenset(found)
