"""Classes of words that can tell of one and the same happening, each with its PLOVER root."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tellings.words.tables import toml


@dataclass(frozen=True, slots=True)
class Kind:
    """One class: its name, its PLOVER root (or OTHER), and PLOVER's mode where the words tell.

    `people` says that it is something done to people, `weak` that the words are said of much else.
    """

    name: str
    root: str
    mode: str | None
    people: bool = False
    weak: bool = False


_FLAGS = ("people", "weak")


@cache
def _listed(part: str) -> dict[str, tuple[Kind, ...]]:
    found: dict[str, tuple[Kind, ...]] = {}
    for name, entry in toml("happenings.toml")["class"].items():
        kind = Kind(name, entry["root"], entry.get("mode"), *(entry.get(k, False) for k in _FLAGS))
        for word in entry.get(part, "").split():
            key = word.replace("_", " ")
            found[key] = (*found.get(key, ()), kind)
    return found


def verb_kinds(lemma: str) -> tuple[Kind, ...]:
    """The classes of a verb (`step down` with its particle); none where it is in no class."""
    return _listed("verbs").get(lemma, ())


def noun_kinds(word: str) -> tuple[Kind, ...]:
    """The classes of a noun that names a happening."""
    return _listed("nouns").get(word, ())


def adjective_kinds(lemma: str) -> tuple[Kind, ...]:
    """The classes of an adjective that names an outcome ("found dead")."""
    return _listed("adjectives").get(lemma, ())


@cache
def kinds(lemma: str) -> frozenset[str]:
    """The names of all classes that a trigger's lemma stands in."""
    found = (*verb_kinds(lemma), *noun_kinds(lemma), *adjective_kinds(lemma))
    return frozenset(kind.name for kind in found)


@cache
def _near() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in toml("happenings.toml")["near"]["pairs"])


@cache
def likeness(one: str, other: str) -> float:
    """How well two triggers' lemmas can tell one happening: 1 the same word, 0 not at all."""
    if one == other:
        return 1.0
    a, b = kinds(one), kinds(other)
    if a & b:
        return 0.8
    return 0.5 if any(frozenset((x, y)) in _near() for x in a for y in b) else 0.0


@cache
def side(name: str) -> frozenset[str]:
    """One of the lists of `[sides]`: `doer`, `sufferer`, `together`, `mutual`."""
    return frozenset(toml("happenings.toml")["sides"][name])


@cache
def parts_of(lemma: str, side: str) -> frozenset[str]:
    """The parts (`[parts]`) in an affair of a trigger's doer (`does`) or sufferer (`bears`)."""
    told = {(name, side) for name in kinds(lemma)}
    parts: dict[str, list[list[str]]] = toml("happenings.toml")["parts"]
    return frozenset(part for part, sides in parts.items() if any((k, s) in told for k, s in sides))
