"""Which sense of a word is meant, as far as what it is said of can tell.

"Slammed the minister" is criticism and "slammed into the wall" is none; "demonstrated that" is no
protest; an "order for 300 cars" asks nobody to obey. Which classes of words ask for what stands in
happenings.toml, under `[senses]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tellings.words.happenings import Kind, noun_kinds, verb_kinds
from tellings.words.people import is_role
from tellings.words.tables import toml

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubj:pass", "nsubjpass"})
OBJECTS = frozenset({"obj", "dobj"})
ADDRESSED = frozenset({"iobj", "dative"})
_PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
_NAMED = frozenset({"PERSON", "ORG", "NORP", "LOC"})
_TOLD_OUT = OBJECTS | PASSIVE | {"aux", "aux:pass", "auxpass", "ccomp"}
_TITLE = 20  # words: headlines seldom have more
_CLAUSES = frozenset({"ccomp", "csubj"})


@cache
def _senses(name: str) -> frozenset[str]:
    return frozenset(toml("happenings.toml")["senses"][name])


@cache
def _listed(table: str, kind: str) -> frozenset[str]:
    return frozenset(toml("happenings.toml")["senses"][table].get(kind, ()))


@cache
def _people() -> frozenset[str]:
    return frozenset(toml("events.toml")["governing"]["people"])


def fits(kind: Kind, verb: Token) -> bool:
    """Whether a verb that stands in the class `kind` can be meant so here."""
    name = kind.name
    objects = _objects(verb)
    if name in _senses("bare") and (objects or any(c.dep_ in _CLAUSES for c in verb.children)):
        return False
    if name in _senses("object") and not objects and not _elsewhere(verb, name):
        return False
    if name in _senses("active") and _passive(verb) and not _agent(verb):
        return False
    if name in _senses("parties") and not any(_party(one) or _met(one) for one in objects):
        return False
    if verb.lemma_.lower() in _listed("office", name) and not _to_office(verb):
        return False
    only = _listed("only", name)
    if only and objects and not any(one.lemma_.lower() in only for one in objects):
        return False
    if name in _senses("willing") and not _is_willed(verb):
        return False
    amid = _listed("amid", name)
    if amid and not any(one.lemma_.lower() in amid for one in _tools(verb)):
        return False
    tools = _listed("tools", name)
    if tools and any(one.lemma_.lower() in tools for one in _tools(verb)):
        return False
    never = _listed("never", name)
    return not any(one.lemma_.lower() in never for one in [*objects, *_withs(verb)])


def settled(kind: Kind) -> bool:
    """Whether the class keeps its root whatever the reader hears."""
    return kind.name in _senses("settled")


def fits_noun(kind: Kind, noun: Token) -> bool:
    """Whether a noun that stands in the class `kind` can be meant so here."""
    if is_another(kind, noun):
        return False
    asked = _listed("noun", f"{kind.name}.{noun.lemma_.lower()}")
    if not asked:
        return True
    told = {c.lower_ for child in noun.children for c in child.children if c.dep_ == "case"}
    told |= {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound"}}
    if any(c.dep_ == "acl" and c.tag_ == "VB" for c in noun.children):
        told.add("to")
    if any(c.dep_ == "compound" and c.ent_type_ in _NAMED for c in noun.children):
        told.add("*")
    if any(c.dep_ == "nmod:poss" for c in noun.children):
        told.add("'s")
    if noun.dep_ in OBJECTS:
        told.add(f"^{noun.head.lemma_.lower()}")
    return bool(told & asked)


def _is_willed(verb: Token) -> bool:
    """Whether its subject can want something: "the weather threatened the fair" tells no threat."""
    told = [c for c in verb.children if c.dep_ in SUBJECTS]
    return all(one.pos_ != "NOUN" or _party(one) or is_role(one.lemma_, "body") for one in told)


def _met(token: Token) -> bool:
    """Whether a noun names a meeting: "hosted the talks", not "hosted the show"."""
    return any(kind.root == "CONSULT" for kind in noun_kinds(token.lower_))


def _to_office(verb: Token) -> bool:
    """Whether somebody is named to an office, and not told by name: "was named as the victim"."""
    objects = _objects(verb)
    told = [c for c in verb.children if c.dep_ in {"xcomp", "obl", *OBJECTS}]
    told += [c for one in objects for c in one.children if c.dep_ == "nmod"]
    if any(one.lemma_.lower() in _listed("office", "never") for one in told):
        return False
    for one in told:
        case = next((c.lower_ for c in one.children if c.dep_ == "case"), "")
        if not case and is_role(one.lemma_.lower()) and not one.ent_type_:
            return True
        if case in {"as", "to"} and any(_party(thing) for thing in objects):
            return True
    return False


def is_another(kind: Kind, noun: Token) -> bool:
    """Whether a noun of the class is none of it here, nor any happening: "posed a threat"."""
    around = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound"}}
    if noun.dep_ in OBJECTS:
        around.add(f"^{noun.head.lemma_.lower()}")
    return bool(around & _listed("unless", f"{kind.name}.{noun.lemma_.lower()}"))


def _objects(verb: Token) -> list[Token]:
    """What the verb is done to, in the active, the passive, a participle or a relative clause."""
    own = [c for c in verb.children if c.dep_ in OBJECTS | PASSIVE]
    if not own and is_headlined(verb):
        return [c for c in verb.children if c.dep_ in SUBJECTS] or [verb.head]
    if not own and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [verb.head]
    if not own and verb.dep_ == "conj" and verb.tag_ == "VBN" and _passive(verb.head):
        return _objects(verb.head)
    if not own and verb.dep_ == "acl:relcl":
        return [verb.head]
    return own


def is_headlined(verb: Token) -> bool:
    """ "Deputy shot and killed" over a text: done to them, though the parse has them do it."""
    top = verb.head if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else verb
    told = {c.dep_ for one in {verb, top} for c in one.children}
    if top.dep_ != "root" or verb.tag_ not in {"VBD", "VBN"} or told & _TOLD_OUT:
        return False
    line = [t for t in verb.sent if not t.is_space]
    titled = len(line) <= _TITLE and line[-1].text[-1] not in ".!?:;\"”’'…"
    subject = next((c for c in top.children if c.dep_ in SUBJECTS), None)
    befalls = any(kind.name in _senses("befalling") for kind in verb_kinds(verb.lemma_.lower()))
    return titled and befalls and subject is not None and _party(subject)


def _elsewhere(verb: Token, name: str) -> bool:
    """Whether what it is done to stands behind one of the prepositions that the class allows."""
    allowed = _listed("instead", name)
    bare = verb.tag_ == "VBN" and verb.dep_ in {"conj", "advcl", "root"} and not verb.n_lefts
    if bare or (_CLAUSES & {c.dep_ for c in verb.children}):
        return True
    cases = {c.lower_ for child in verb.children for c in child.children if c.dep_ == "case"}
    # "criticised and fined the firm": the object hangs on the last of joined verbs
    joined = any(c.dep_ == "conj" and _objects(c) for c in verb.children)
    return bool(cases & allowed) or joined


def _passive(verb: Token) -> bool:
    return any(c.dep_ in PASSIVE or c.dep_ in {"aux:pass", "auxpass"} for c in verb.children)


def _agent(verb: Token) -> bool:
    by = [c for c in verb.children if c.dep_ in {"obl:agent", "agent"}]
    return any(_party(one) for one in by)


def _tools(verb: Token) -> Iterator[Token]:
    """Who does it, and what it is kept on."""
    for child in verb.children:
        if child.dep_ in SUBJECTS | {"obl:agent", "agent", "obl"}:
            yield child


def _withs(verb: Token) -> list[Token]:
    return [
        c
        for c in verb.children
        if c.dep_ == "obl" and any(one.lower_ == "with" for one in c.children)
    ]


def _party(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return token.ent_type_ in _NAMED or lemma in _people() or is_role(lemma)


def said_of_people(token: Token) -> bool:
    """Whether the word is said of people: of a name of theirs, or of a word for them."""
    # "the man charged with arson"
    if token.tag_ == "VBN" and token.dep_ == "acl" and _human(token.head):
        return True
    first = token.head
    # "was taken to a hospital and released"
    if token.tag_ == "VBN" and token.dep_ == "conj" and first.tag_ == "VBN":
        own = any(c.dep_ in OBJECTS | PASSIVE for c in token.children)
        if not own and any(c.dep_ in PASSIVE and _human(c) for c in first.children):
            return True
    for child in token.children:
        of = child.dep_ == "nmod" and any(c.lower_ == "of" for c in child.children)
        borne = of or child.dep_ in OBJECTS | PASSIVE | {"nmod:poss"}
        if borne and _human(child):
            return True
    return False


def _human(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return token.ent_type_ in _PEOPLE or lemma in _people() or is_role(lemma)
