"""Which words tell of a happening: verbs and nouns that say that something took place, or will.

Left out are states, habits, wishes and their infinitives, words that only carry another, commands,
and nouns that speak of a kind of happening and of none in particular.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from tellings.words.happenings import Kind, noun_kinds, verb_kinds
from tellings.words.tables import toml

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubj:pass", "nsubjpass"})
OBJECTS = frozenset({"obj", "dobj"})
ADDRESSED = frozenset({"iobj", "dative"})
# Where a noun stands for a kind: it modifies another noun, or is a verb's "such as".
_PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
_MODIFIER = frozenset({"compound", "amod", "flat", "fixed", "nmod:desc"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a happening. `lemma` has its particle; `kinds` are its classes.

    `listed` says whether it is in a class, and `weak` that its class alone says little: such are
    happenings only with those named who took part in them.
    """

    token: Token
    lemma: str
    root: str
    mode: str | None
    listed: bool
    weak: bool
    score: float


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of events.toml's `[not_events]` or `[verbs]`."""
    table = toml("events.toml")
    return frozenset(table["not_events"].get(name, ()) or table["governing"].get(name, ()))


@cache
def _saying() -> frozenset[str]:
    return frozenset(toml("saying.toml")["say"])


def triggers(doc: Doc) -> Iterator[Trigger]:
    """The words of `doc` that tell of a happening, in order."""
    heard = _heard(doc)
    for token in doc:
        found = None
        if token.pos_ == "VERB" and token.dep_ not in _MODIFIER:
            found = _verb(token, heard)
        elif token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in _MODIFIER:
            found = _noun(token, heard)
        if found is not None:
            yield found


def at_words(doc: Doc, start: int, end: int) -> Trigger:
    """The trigger at given words, in characters, whatever they are: for measuring."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no words at [{start}, {end})")
    token, heard = span.root, _heard(doc)
    known = next((t for t in span if noun_kinds(t.lemma_.lower())), token)
    if token.pos_ != "VERB" and known.i != token.i:
        token = known
    found = _verb(token, heard) if token.pos_ == "VERB" else _noun(token, heard)
    return found or Trigger(token, token.lemma_.lower(), "OTHER", None, False, True, 0.5)


def _heard(doc: Doc) -> dict[int, tuple[str, float]]:
    """What the reader's own head takes for a trigger; nothing where it has no such head."""
    if not Doc.has_extension("event_triggers"):
        return {}
    return {i: (root, score) for i, root, score in doc._.event_triggers or ()}


def _verb(token: Token, heard: dict[int, tuple[str, float]]) -> Trigger | None:
    lemma = token.lemma_.lower()
    particle = next((c.lower_ for c in token.children if c.dep_ == "compound:prt"), "")
    full = f"{lemma} {particle}" if particle else lemma
    known = verb_kinds(full) or (verb_kinds(_with_preposition(token, lemma)))
    if known and " " in (name := _with_preposition(token, lemma)) and verb_kinds(name):
        full = name
    if not known and not particle:
        known = verb_kinds(lemma)
    if _carries(token, lemma) or _is_idiom(token, known):
        return None
    # "charges a fee": a word said of people has another sense where it is said of things
    if known and all(kind.people for kind in known) and not _said_of_people(token):
        return None
    if known:
        kind = _of_kinds(known, token, heard)
        return Trigger(token, full, kind.root, kind.mode, True, kind.weak, 1.0)
    plain = lemma in words("verbs") or lemma in words("light") or lemma in _saying()
    if plain or not token.is_alpha:
        return None
    root, score = heard.get(token.i, ("OTHER", 0.5))
    return Trigger(token, full, root, None, False, True, score)


def _with_preposition(token: Token, lemma: str) -> str:
    """ "call on", "check into": verbs whose class hangs on the preposition of what follows."""
    for child in token.children:
        if child.dep_ in {"obl", "advmod"}:
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), child.lower_)
            if verb_kinds(f"{lemma} {case}"):
                return f"{lemma} {case}"
        if child.dep_ in OBJECTS and verb_kinds(f"{lemma} {child.lower_}"):
            return f"{lemma} {child.lower_}"
    return lemma


def _noun(token: Token, heard: dict[int, tuple[str, float]]) -> Trigger | None:
    lower, lemma = token.lower_, token.lemma_.lower()
    if token.pos_ == "PROPN" and token.ent_type_ and token.text[:1].isupper():
        return None
    key = lower if noun_kinds(lower) else lemma
    known = noun_kinds(key)
    if not known:
        return None
    kind = _of_kinds(known, token, heard)
    return Trigger(token, key, kind.root, kind.mode, True, kind.weak, 1.0)


def _carries(verb: Token, lemma: str) -> bool:
    """Whether the verb only carries a noun that names the happening: "held talks"."""
    return lemma in words("light") and any(
        c.dep_ in OBJECTS | PASSIVE and (noun_kinds(c.lower_) or noun_kinds(c.lemma_.lower()))
        for c in verb.children
    )


def _is_idiom(verb: Token, known: tuple[Kind, ...]) -> bool:
    """ "raised the question": no happening that PLOVER has a root for, and an abstract object."""
    if any(kind.root != "OTHER" for kind in known):
        return False
    # "left stranded", "found himself in": how somebody was, not what happened
    if any(c.dep_ == "xcomp" and c.tag_ not in {"VB", "TO"} for c in verb.children):
        return True
    # "found that": knowing, not finding
    if any(c.dep_ == "ccomp" for c in verb.children):
        return True
    return any(c.dep_ in OBJECTS and _is_abstract(c) for c in verb.children)


def _is_abstract(thing: Token) -> bool:
    reflexive = thing.lower_.endswith(("self", "selves"))
    return reflexive or thing.lemma_.lower() in words("abstract")


def _of_kinds(known: tuple[Kind, ...], token: Token, heard: dict[int, tuple[str, float]]) -> Kind:
    """Of a word's classes the one for people or things, as it is said of; then by the reader."""
    if len(known) == 1:
        return known[0]
    of_people = [kind for kind in known if kind.people]
    if of_people and _said_of_people(token):
        return of_people[0]
    rest = [kind for kind in known if not kind.people] or list(known)
    root = heard[token.i][0] if token.i in heard else None
    return next((kind for kind in rest if kind.root == root), rest[0])


def _said_of_people(token: Token) -> bool:
    for child in token.children:
        of = child.dep_ == "nmod" and any(c.lower_ == "of" for c in child.children)
        borne = of or child.dep_ in OBJECTS | PASSIVE | {"nmod:poss"}
        human = child.ent_type_ in _PEOPLE or child.lemma_.lower() in words("people")
        if borne and human:
            return True
    return False
