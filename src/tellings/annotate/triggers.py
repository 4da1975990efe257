"""Which words tell of a happening: verbs and nouns that say that something took place, or will.

Left out are states, habits, wishes and their infinitives, words that only carry another, commands,
and nouns that speak of a kind of happening and of none in particular.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from tellings.annotate.hearing import heard_in, heard_root, refuses, undertakes, will_not
from tellings.annotate.senses import (
    OBJECTS,
    PASSIVE,
    SUBJECTS,
    fits,
    fits_noun,
    is_another,
    said_of_people,
    settled,
)
from tellings.words.happenings import Kind, adjective_kinds, noun_kinds, verb_kinds
from tellings.words.tables import toml

_ARGUMENTS = SUBJECTS | OBJECTS | PASSIVE | {"aux:pass", "auxpass", "obl:agent"}
# Where a noun stands for a kind: it modifies another noun, or is a verb's "such as".
_MODIFIER = frozenset({"compound", "amod", "flat", "fixed", "nmod:desc"})
# Prepositions that make a verb another verb ("call on"). Others say when and where it was done
# ("gave him his chance in 2008") and are part of the verb only as its particle ("gave in").
_BOUND = frozenset({"on", "upon", "into", "for", "with", "against", "to", "at"})


_SHORTEST = 3  # letters: less is a piece of a hyphened word ("re-started")
WISHED = 0.3  # the score of what is no more than wanted, before anything else is weighed


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a happening. `lemma` has its particle, `last` is that where it follows.

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
    last: Token | None = None


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of events.toml's `[not_events]` or `[verbs]`."""
    table = toml("events.toml")
    return frozenset(table["not_events"].get(name, ()) or table["governing"].get(name, ()))


@cache
def saying() -> frozenset[str]:
    """The verbs of saying (saying.toml)."""
    return frozenset(toml("saying.toml")["say"])


def triggers(doc: Doc) -> Iterator[Trigger]:
    """The words of `doc` that tell of a happening, in order."""
    heard = heard_in(doc)
    for token in doc:
        found = None
        if token.pos_ == "VERB" and token.tag_ != "MD" and token.dep_ not in _MODIFIER:
            found = _verb(token, heard)
        elif token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in _MODIFIER:
            found = _noun(token, heard)
        elif token.pos_ == "ADJ" and token.dep_ == "xcomp":
            found = _adjective(token)
        if found is not None:
            yield found


def refusing(trigger: Trigger) -> bool:
    """Whether its "not" is what makes it a rejection, so that it is denied no more."""
    known = any(kind.root == "REJECT" for kind in verb_kinds(trigger.lemma))
    return trigger.root == "REJECT" and not known and will_not(trigger.token)


def at_words(doc: Doc, start: int, end: int) -> Trigger:
    """The trigger at given words, in characters, whatever they are: for measuring."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no words at [{start}, {end})")
    token, heard = span.root, heard_in(doc)
    known = next((t for t in span if noun_kinds(t.lemma_.lower())), token)
    if token.pos_ != "VERB" and known.i != token.i:
        token = known
    found = _verb(token, heard) if token.pos_ == "VERB" else _noun(token, heard)
    return found or Trigger(token, token.lemma_.lower(), "OTHER", None, False, True, 0.5)


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
    if lemma in words("stamps") and _is_stamp(token):
        return None
    if known and all(kind.people for kind in known) and not said_of_people(token):
        return None
    known = tuple(kind for kind in known if fits(kind, token))
    last = _last(token, full)
    if known:
        kind = _of_kinds(known, token, heard)
        # A political verb may be of another root here; of 105 left-out sentences 3 more are right.
        plain = (settled(kind) and not undertakes(token)) or (
            kind.root == "OTHER" and not kind.weak
        )
        root = None if plain else heard_root(token, heard)
        mode = kind.mode if root in (None, kind.root) else None
        return Trigger(token, full, root or kind.root, mode, True, kind.weak, 1.0, last)
    score = heard.get(token.i, ("OTHER", 0.5))[1]
    told = heard_root(token, heard)
    plain = lemma in words("verbs") or lemma in words("light") or lemma in saying()
    if (plain and not refuses(token, told)) or not token.is_alpha or len(token) < _SHORTEST:
        return None
    return Trigger(token, full, told or "OTHER", None, told is not None, True, score, last)


def _is_stamp(verb: Token) -> bool:
    """ "Updated at 9 p.m.": told of the page, and of nothing in the news."""
    bare = not any(c.dep_ in _ARGUMENTS for c in verb.children)
    return bare and verb.tag_ == "VBN" and not verb.dep_.startswith(("acl", "advcl", "conj"))


def _last(verb: Token, full: str) -> Token | None:
    """The second word of a verb of two where it follows at once: "broke out", "checked into"."""
    _, _, second = full.partition(" ")
    behind = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].lower_ == second
    return verb.doc[verb.i + 1] if second and behind else None


def _adjective(token: Token) -> Trigger | None:
    """ "found dead", "was shot dead": an outcome that names the happening."""
    for kind in adjective_kinds(token.lemma_.lower()):
        if token.head.pos_ == "VERB" and token.head.lemma_.lower() in words("outcome"):
            return Trigger(token, token.lemma_.lower(), kind.root, kind.mode, True, kind.weak, 1.0)
    return None


def _with_preposition(token: Token, lemma: str) -> str:
    """ "call on", "check into": verbs whose class hangs on the preposition of what follows."""
    for child in token.children:
        if child.dep_ in {"obl", "advmod"}:
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), child.lower_)
            bound = child.dep_ == "advmod" or case in _BOUND
            if bound and verb_kinds(f"{lemma} {case}"):
                return f"{lemma} {case}"
        if child.dep_ in OBJECTS and verb_kinds(f"{lemma} {child.lower_}"):
            return f"{lemma} {child.lower_}"
    return lemma


def _noun(token: Token, heard: dict[int, tuple[str, float]]) -> Trigger | None:
    lower, lemma = token.lower_, token.lemma_.lower()
    if token.pos_ == "PROPN" and token.ent_type_ and token.text[:1].isupper():
        return None
    key = lower if noun_kinds(lower) else lemma
    if key in words("under") and any(c.lower_ == "under" for c in token.children):
        return None  # "came under fire" burns nothing
    known = tuple(kind for kind in noun_kinds(key) if fits_noun(kind, token))
    if not known and any(is_another(kind, token) for kind in noun_kinds(key)):
        return None
    if not known:
        told = heard_root(token, heard) if token.pos_ == "NOUN" else None
        return Trigger(token, lemma, told, None, True, True, heard[token.i][1]) if told else None
    kind = _of_kinds(known, token, heard)
    return Trigger(token, key, kind.root, kind.mode, True, kind.weak, 1.0)


def _carries(verb: Token, lemma: str) -> bool:
    """Whether the verb only carries a noun that names the happening: "held talks"."""
    return lemma in words("light") and any(
        c.dep_ in OBJECTS | PASSIVE
        and (noun_kinds(c.lower_) or noun_kinds(c.lemma_.lower()))
        and (lemma not in words("telling") or announced(c))
        for c in verb.children
    )


def announced(noun: Token) -> bool:
    """Whether who announces a happening of this kind is who does it: a deal, and no breach."""
    told = {kind.name for kind in (*noun_kinds(noun.lower_), *noun_kinds(noun.lemma_.lower()))}
    return bool(told & words("announced"))


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
    if of_people and said_of_people(token):
        return of_people[0]
    rest = [kind for kind in known if not kind.people] or list(known)
    root = heard[token.i][0] if token.i in heard else None
    return next((kind for kind in rest if kind.root == root), rest[0])
