"""How names are compared: folded spellings, first names that may be one, acronyms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

_ENDINGS = (("iy", "i"), ("ey", "i"), ("ei", "i"), ("ij", "i"), ("yi", "i"), ("y", "i"))
_LETTERS = (("kh", "h"), ("ks", "x"), ("ph", "f"), ("ck", "k"), ("tz", "z"), ("w", "v"))
_GENERATION = re.compile(
    r"(?:[,\s]+(?:jr|sr|ii|iii|iv|m\.?\s?d|ph\.?\s?d|m\.?\s?b\.?\s?a|esq|obe|mbe|cbe)\.?)+$",
    re.IGNORECASE,
)
# A short part behind a hyphen is a name of its own ("Ji-ho"), a long one a second surname.
_HYPHEN = re.compile(r"-(?=\w{1,4}\b)")
_NICKNAME = re.compile(r"\s[\"“‘'(][^\"”’')]{2,20}[\"”’')]\s")
_AGE = re.compile(r",?\s+\d{1,3}$")
_BODY = re.compile(
    r"[,\s]+(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|ag|sa|gmbh|holdings)\.?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """Lower case, no accents, no points, single blanks: `Élysée` and `Elysee` are one."""
    bare = unicodedata.normalize("NFKD", name)
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(kept.replace(".", "").replace("’", "'").casefold().split())


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """One word with the usual transliterations made one: `Sergey`, `Sergei`, `Sergiy`."""
    low = plain(word)
    for ending, to in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            low = low.removesuffix(ending) + to
            break
    for letters, to in _LETTERS:
        low = low.replace(letters, to)
    return re.sub(r"(.)\1", r"\1", low)


def person(name: str) -> tuple[str, ...]:
    """The folded words of a person's name, without `Jr` and the like."""
    return tuple(folded(word) for word in _HYPHEN.sub(" ", bare(name)).split())


def bare(name: str) -> str:
    """A person's name without `Jr`, degrees, an age behind it, and a nickname inside it."""
    plain_name = _GENERATION.sub("", _AGE.sub("", _NICKNAME.sub(" ", name))).strip()
    return plain_name or name


def body(name: str) -> str:
    """An organisation's name without `the` and `Inc`, plain."""
    low = plain(name).removeprefix("the ").removesuffix("'s")
    return _BODY.sub("", low)


def folded_names(short: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """A table of short forms of first names with every word folded."""
    return {folded(one): frozenset(map(folded, full)) for one, full in short.items()}


def first_names_fit(
    one: str, other: str, short: Mapping[str, frozenset[str]] = MappingProxyType({})
) -> bool:
    """Whether two folded first names can be one person's: equal, an initial, or a short form.

    A short form begins the other name, or `short` (see `folded_names`) says what it stands for.
    """
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    brief, full = sorted((one, other), key=len)
    known = short.get(one, frozenset()) | {one}, short.get(other, frozenset()) | {other}
    return (len(brief) >= 3 and full.startswith(brief)) or bool(known[0] & known[1])


def persons_fit(
    one: Sequence[str], other: Sequence[str], short: Mapping[str, frozenset[str]]
) -> bool:
    """Whether two folded full names can be one person's (both have two words or more).

    Their first names fit and their surnames are equal; or the shorter name's words all stand in the
    longer one, in order: "A. Ida Quill" and "Ida Quill", "Maria Alba" and "Maria Alba Ruiz".
    """
    if one[-1] == other[-1] and first_names_fit(one[0], other[0], short):
        return True
    brief, full = sorted((one, other), key=len)
    if len(brief) < 2 or len(brief) == len(full):
        return False
    rest = iter(full)
    whole = brief[-1] == full[-1] or tuple(full[: len(brief)]) == tuple(brief)
    return whole and all(word in rest for word in brief)


def acronym_of(short: str, full: str) -> bool:
    """Whether `short` is made of the capitals of `full`'s words, none of which is all capitals.

    Words at the end that both share are left aside: "UN Court", "United Nations Court".
    """
    some, words = short.split(), full.split()
    while len(some) > 1 and len(words) > 2 and some[-1] == words[-1]:
        some, words = some[:-1], words[:-1]
    letters = " ".join(some).replace(".", "")
    if not (letters.isupper() and 2 <= len(letters) <= 8) or len(words) < 2:
        return False
    if any(len(word) > 1 and word.isupper() for word in words):
        return False
    return "".join(w[0] for w in words if w[:1].isupper()) == letters


def capitals(name: str) -> str:
    """The letters that an acronym of a name has; a word that is one keeps all: `UN Court`, UNC."""
    bare_words = [word.replace(".", "") for word in name.split()]
    return "".join(w if w.isupper() else w[0] for w in bare_words if w[:1].isupper())


def role_word(title: str) -> str:
    """The word of a role phrase that says what one is, lower case: "chief of staff" gives chief."""
    before = re.split(r"\s(?:of|for|at|to|in)\s", title, maxsplit=1)[0].split()
    return before[-1].casefold() if before else ""
