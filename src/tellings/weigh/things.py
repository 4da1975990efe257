"""What is counted and by which act, as far as words alone can tell that two are one."""

from __future__ import annotations

from functools import cache

from tellings.text.content import stem, words
from tellings.words.quantities import number_words
from tellings.words.tables import toml

_PEOPLE = "people"
_JOINING = frozenset({"and", "or", "other", "others"})


def act_of(lemma: str | None, of: str | None) -> str | None:
    """An act by its class, or the stem of its verb; what is counted can tell it too."""
    lexicon = number_words()
    if tolled(of):
        return "kill"
    if lemma is None:
        return None
    return lexicon.people.get(lemma) or lexicon.same.get(lemma) or stem(lemma)


def harmed(act: str | None) -> bool:
    """Whether it is one of the acts that only people are counted with."""
    return act in number_words().people.values()


def things(of: str | None) -> frozenset[str]:
    """The stems of what is counted; people are one thing whatever they are called."""
    if of is None:
        return frozenset()
    low = of.casefold()
    if low in number_words().grammar["persons"] or tolled(of):
        return frozenset({_PEOPLE})
    same = number_words().same
    found = [word for word in words(low) if word not in _JOINING]
    return frozenset(same.get(word, same.get(word.removesuffix("s"), stem(word))) for word in found)


def tolled(of: str | None) -> bool:
    """Whether the number is that of the dead by its noun: a death toll of 12, 12 dead."""
    return of is not None and not number_words().grammar["tolls"].isdisjoint(words(of))


def one_thing(a: frozenset[str], b: frozenset[str]) -> bool | None:
    """Whether two numbers count one thing; None where one does not tell what.

    People are one thing with passengers, as with any word for persons; passengers and nurses two.
    """
    if not (a and b):
        return None
    return bool(a & b) or any(_PEOPLE in x and of_people(y) for x, y in ((a, b), (b, a)))


def of_people(of: frozenset[str]) -> bool:
    """Whether persons are counted."""
    return _PEOPLE in of or not of.isdisjoint(_persons())


@cache
def _persons() -> frozenset[str]:
    many = toml("roles.toml")["many"]
    return frozenset(stem(word) for word in (*many["words"], *many["few"]))
