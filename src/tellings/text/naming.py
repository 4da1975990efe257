"""How names are compared: folded spellings, first names that may be one, acronyms."""

from __future__ import annotations

import re
import unicodedata

_ENDINGS = (("iy", "i"), ("ey", "i"), ("ei", "i"), ("ij", "i"), ("yi", "i"), ("y", "i"))
_LETTERS = (("kh", "h"), ("ks", "x"), ("ph", "f"), ("ck", "k"), ("tz", "z"), ("w", "v"))
_GENERATION = re.compile(r"[,\s]+(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
_BODY = re.compile(
    r"[,\s]+(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|ag|sa|gmbh|holdings)\.?$",
    re.IGNORECASE,
)


def plain(name: str) -> str:
    """Lower case, no accents, no points, single blanks: `Élysée` and `Elysee` are one."""
    bare = unicodedata.normalize("NFKD", name)
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(kept.replace(".", "").replace("’", "'").casefold().split())


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
    return tuple(folded(word) for word in _GENERATION.sub("", name).split())


def body(name: str) -> str:
    """An organisation's name without `the` and `Inc`, plain."""
    low = plain(name).removeprefix("the ").removesuffix("'s")
    return _BODY.sub("", low)


def first_names_fit(one: str, other: str) -> bool:
    """Whether two folded first names can be one person's: equal, an initial, or a short form."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    short, full = sorted((one, other), key=len)
    return len(short) >= 3 and full.startswith(short)


def acronym_of(short: str, full: str) -> bool:
    """Whether `short` is made of the capitals of `full`'s words."""
    letters = short.replace(".", "")
    if not (letters.isupper() and 2 <= len(letters) <= 8) or len(full.split()) < 2:
        return False
    return "".join(w[0] for w in full.split() if w[:1].isupper()) == letters
