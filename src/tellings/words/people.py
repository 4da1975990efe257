"""What words tell of a person or a body: roles, CAMEO role codes, gender."""

from __future__ import annotations

from functools import cache
from typing import Literal

from tellings.words.tables import rows, toml

Gender = Literal["female", "male"]


@cache
def _roles(kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, words in toml("roles.toml")[kind].items():
        for word in words:
            found.setdefault(word, code)
    return found


def role_code(phrase: str, kind: Literal["person", "body"] = "person") -> str | None:
    """CAMEO's role code of a role phrase by its longest known ending or word, None if unknown."""
    table = _roles(kind)
    words = phrase.lower().replace("-", " - ").replace(" - ", "-").split()
    for size in (3, 2, 1):
        for start in range(len(words) - size, -1, -1):
            part = " ".join(words[start : start + size])
            known = table.get(part) or table.get(part.removesuffix("s"))
            if known is not None:
                return None if known == "any" else known
    return None


def is_role(word: str, kind: Literal["person", "body"] = "person") -> bool:
    """Whether one lower-case word alone names a role of a person, or a kind of body."""
    table = _roles(kind)
    return word in table or (word.endswith("s") and word[:-1] in table)


@cache
def _first_names() -> dict[str, Gender]:
    found: dict[str, Gender] = {}
    for gender, names in rows("first_names.tsv"):
        for name in names.split():
            found[name] = "female" if gender == "female" else "male"
    return found


@cache
def _gendered() -> dict[str, Gender]:
    table = toml("roles.toml")["gender"]
    female: dict[str, Gender] = dict.fromkeys(table["female"], "female")
    return {**female, **dict.fromkeys(table["male"], "male")}


def gender_of_word(word: str) -> Gender | None:
    """The gender that a title or role tells ("Mrs", "spokesman"), None where it tells none."""
    return _gendered().get(word.lower().rstrip("."))


def gender_of_first_name(name: str) -> Gender | None:
    """The gender a first name is mostly given to, None where it is given to both or unknown."""
    return _first_names().get(name)


@cache
def titles() -> frozenset[str]:
    """Lower-case words that stand before a person's name without being part of it ("mr")."""
    return frozenset(toml("roles.toml")["titles"]["words"])


def fits_role(told: str, asked: str) -> bool:
    """Whether one whose role word is `told` can be called by the role word `asked`.

    Equal words fit, and a wider word fits the narrower ones that `[wider]` lists for it.
    """
    wider: dict[str, list[str]] = toml("roles.toml")["wider"]
    return told == asked or told in wider.get(asked, ())
