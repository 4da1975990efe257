"""What words tell of a person or a body: roles, CAMEO role codes, gender."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Literal

from tellings.words.tables import rows, toml

_PARTS = ("CRM", "INS", "REB", "UAF")
Gender = Literal["female", "male"]


@cache
def _roles(kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, words in toml("roles.toml")[kind].items():
        for word in words:
            found.setdefault(word, code)
    return found


def role_code(
    phrase: str, kind: Literal["person", "body"] = "person", country: bool = False
) -> str | None:
    """CAMEO's role code of a role phrase by its longest known ending or word, None if unknown.

    Who serves a body (`[serving]`: a spokesman, a head) has its code: "company spokesman" is BUS,
    "police chief" COP. Where the body is one that is only named ("president of Quill & Sons") there
    is no code, and some words (`[serving] state`) are of a state only where a `country` is told.
    """
    words = phrase.replace("-", " - ").replace(" - ", "-").split()
    low = [word.lower().strip(".,'’").removesuffix("'s").removesuffix("’s") for word in words]
    # "president of Quill & Sons": what it is stands before the preposition.
    cut = next((i for i, word in enumerate(low) if i and word in {"of", "for", "at", "to"}), None)
    whole = _last_known(low, _roles(kind))
    head = whole
    if whole and cut and not whole[1] < cut < whole[2]:  # "chief of staff" is known as a whole
        head = _last_known(low[:cut], _roles(kind)) or whole
    if head is None:
        return None
    code, start, end = head
    if kind == "person" and " ".join(low[start:end]).removesuffix("s") in _serving():
        rest = low[:start] + low[end:]
        body = _last_known(rest, _roles("body"))
        if body is not None:
            code = body[0]
        elif not country:
            lower = low[start] in _state() and not words[start][:1].isupper()
            if lower or any(_is_named(word) for word in words[:start] + words[end:]):
                return None
    return None if code == "any" else code


def _last_known(words: list[str], table: dict[str, str]) -> tuple[str, int, int] | None:
    """The code of the last part of `words` that `table` knows, longer parts first; its place."""
    for size in (3, 2, 1):
        for start in range(len(words) - size, -1, -1):
            part = " ".join(words[start : start + size])
            known = table.get(part) or table.get(part.removesuffix("s"))
            if known is not None:
                return known, start, start + size
    return None


def _is_named(word: str) -> bool:
    """Whether a word inside a role phrase names something: a capital, and no rank ("Vice")."""
    return word[:1].isupper() and not is_rank(word)


def is_rank(word: str) -> bool:
    """Whether a word inside a role is only its rank or field ("Deputy", "Foreign")."""
    return word.lower() in toml("roles.toml")["ranks"]["words"]


def manages(word: str) -> bool:
    """Whether a lower-case role word is of business alone ("chairman"): its owner is a firm."""
    return _roles("person").get(word) == "BUS"


@cache
def _state() -> frozenset[str]:
    return frozenset(toml("roles.toml")["serving"]["state"])


@cache
def _serving() -> frozenset[str]:
    return frozenset(toml("roles.toml")["serving"]["words"])


def is_role(word: str, kind: Literal["person", "body"] = "person") -> bool:
    """Whether one lower-case word alone names a role of a person, or a kind of body."""
    table = _roles(kind)
    if word in table:
        return True
    # "governor-general", "co-worker", "ex-minister" are what their last part is.
    part = _singular(word, table)
    return part in table or ("-" in part and part.rsplit("-", 1)[1] in table)


def _singular(word: str, known: Collection[str]) -> str:
    """The word without the ending of a plural: "bakers", "witnesses", "thieves"."""
    ends = (("s", ""), ("es", ""), ("ves", "f"))
    forms = [word.removesuffix(end) + new for end, new in ends if word.endswith(end)]
    return next((form for form in forms if form in known), forms[0] if forms else word)


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


def is_first_name(word: str) -> bool:
    """Whether a word is a known first name or a short form of one."""
    return gender_of_first_name(word) is not None or word.casefold() in nicknames()


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


def how_many(word: str) -> Literal["many", "plain", "few"]:
    """How well a role word tells one of an affair: not (`official`), hardly (`man`), well."""
    table = toml("roles.toml")["many"]
    roles = _roles("person")
    one = next((form for form in (_singular(word, roles), word) if form in roles), word)
    if one in table["words"] or word in table["words"]:
        return "many"
    return "few" if one in table["few"] or role_code(one) in _PARTS else "plain"


def is_field(word: str) -> bool:
    """Whether a lower-case word tells what an office is for ("health" of a minister)."""
    return word in toml("roles.toml")["fields"]["words"]


def voices(kind: Literal["one", "several", "paper"], phrase: str) -> bool:
    """Whether a phrase calls one who speaks for others ("a spokesman"), several, or a paper."""
    known = toml("roles.toml")["voices"][kind]
    return any(word.strip(".,'’").lower() in known for word in phrase.split())


def spelled_out(title: str) -> str:
    """A lower-case role with its short words in full: "fm" is "foreign minister"."""
    short: dict[str, str] = toml("roles.toml")["short"]
    return " ".join(short.get(word, word) for word in title.split())


def is_kin(word: str) -> bool:
    """Whether a role word says whose relative one is ("sister")."""
    return word in toml("roles.toml")["kin"]["words"]


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Lower-case short forms of first names, each with the names it stands for: `bob`, `robert`."""
    return {short: frozenset(full.split("|")) for short, full in rows("nicknames.tsv")}


def is_outlet(name: str) -> bool:
    """Whether a name is that of an outlet or agency in `outlets.toml` and `agencies.toml`."""
    return name.removeprefix("The ") in _outlets()


@cache
def _outlets() -> frozenset[str]:
    names = {one["name"] for one in toml("outlets.toml")["outlet"]}
    names |= {one["name"] for one in toml("agencies.toml")["agency"]}
    return frozenset(name.removeprefix("The ") for name in names)


def extends(word: str) -> bool:
    """Whether a word behind a body's or place's name may be left out: "Motors", "island"."""
    table = toml("roles.toml")["extending"]
    bare = word.strip(".,")
    return bare in table["land"] or (bare[:1].isupper() and bare.lower() in table["words"])
