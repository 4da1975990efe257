"""Units around a number: money before it, measures, money and rates behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tellings.annotate.quantities.lex import Words
from tellings.words.quantities import Unit, currency_codes, number_words

_LONGEST = 4
_PASSED = frozenset("-–‐‑({")
_AFTER_METRES = frozenset({"x", "by", "tall", "long", "wide", "high", "deep", "away", "from"})
# What stands between "magnitude" and its figure, so many words at most.
_LINKS = frozenset({"of", "at", "least", "about", "around", "was", "is"})
_BEFORE = 6
# Sentences tell of money with "pounds" within so many words on either side.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit read at tokens [first, last)."""

    name: str
    kind: str
    first: int
    last: int


def sign_before(words: Words, i: int) -> Measured | None:
    """The sign or code of money right before token `i`: $, C$, HK $, £, USD, MXN$."""
    signs = number_words().signs
    before = words.low(i - 1)
    code = i - 2 if before == "$" else i - 1
    if (code >= 0 and words.texts[code] in currency_codes()) or _code_sign(words, code, before):
        return Measured(words.texts[code].upper(), "money", code, i)
    for length in (5, 2, 1):
        first = i - length
        iso = signs.get(words.phrase(first, length)) if first >= 0 else None
        # "a $4 billion plan" is no Australian money.
        letter = length == 2 and words.low(first) in ("a", "s", "r")
        if iso and not (letter and not (words.glued(i - 1) and words.capital(first))):
            return Measured(iso, "money", first, i)
    return None


def _code_sign(words: Words, code: int, before: str) -> bool:
    """cad$ and its like, in whatever case."""
    return before == "$" and code >= 0 and words.texts[code].upper() in currency_codes()


def unit_after(words: Words, i: int, figure: bool = False, scaled: bool = False) -> Measured | None:
    """The unit whose form begins at token `i`, a hyphen or "(" passed over.

    `figure`: the number is in digits; `scaled`: it is told in thousands or more.
    """
    at = i + 1 if words.low(i) in _PASSED and words.low(i + 1).isalpha() else i
    money = _money_after(words, at)
    if money is not None:
        return rate(words, replace(money, first=i))
    for length in range(_LONGEST, 0, -1):
        unit = _form(words, at, length)
        if unit is None or (unit.short and not (figure and _short(words, at, length, i))):
            continue
        if unit.scaled and not scaled:
            continue
        last = at + length
        if words.low(last) == "." and words.low(last - 1) in ("deg", "ft", "lb", "lbs", "oz"):
            last += 1
        if words.low(at - 1) in ("(", "{") and words.low(last) in (")", "}"):
            last += 1
        return rate(words, Measured(_settled(words, unit, at, last), unit.kind, i, last))
    return None


def magnitude(words: Words, i: int) -> Measured | None:
    """The unit of the figure at `i` where it is named before: magnitude 6.1, a magnitude of 6.1."""
    at = i - 1
    while at > i - _BEFORE and (words.dash(at) or words.low(at) in _LINKS):
        at -= 1
    return Measured("magnitude", "measure", i, i) if words.low(at) == "magnitude" else None


def _money_after(words: Words, at: int) -> Measured | None:
    """A code or a sign of money behind its number: 10 USD, 15 €; not before another figure."""
    if at >= len(words):
        return None
    if words.texts[at] in currency_codes():
        return Measured(words.texts[at], "money", at, at + 1)
    iso = number_words().signs.get(words.phrase(at, 1))
    if iso is not None and not (words.figure(at + 1) and words.glued(at + 1)):
        return Measured(iso, "money", at, at + 1)
    return None


def _form(words: Words, at: int, length: int) -> Unit | None:
    phrase = words.phrase(at, length)
    if len(phrase) != length:
        return None
    units = number_words().units
    found = units.get(phrase)
    if found is None and "." in phrase[:-1]:  # sq. km, cu. ft, deg. C
        found = units.get(tuple(word for word in phrase if word != "."))
    if found is None and length == 3 and words.dash(at + 1):  # square-foot
        found = units.get((phrase[0], phrase[2]))
    if found is None:
        return None
    if any(phrase[k].isdecimal() and not words.glued(at + k) for k in range(1, length)):
        return None  # "12 m 2 dm" has no square metres
    # "Won", "Rand" and "Quid" with a capital are names.
    return None if found.kind == "money" and length == 1 and words.capital(at) else found


def _short(words: Words, at: int, length: int, i: int) -> bool:
    """Abbreviations count right behind the figure, or before no word that they could belong to."""
    after = words.low(at + length)
    if words.glued(at + length) and after.isalnum():
        return False
    if at != i:
        return words.low(i) in ("(", "{", "-")
    if length == 1 and words.capital(at) and len(words.low(at)) == 1:
        return False  # "5G" is a network
    if words.glued(at):
        return True
    if len(words.low(at)) == 1:
        return words.low(at) in ("m", "g") and (not after.isalpha() or after in _AFTER_METRES)
    return words.low(at) not in ("ha", "mp", "min", "ma", "pa")


def _settled(words: Words, unit: Unit, at: int, last: int) -> str:
    """ "pounds" are money where the sentence speaks of money, weight otherwise."""
    if unit.name != "pound" or words.low(at) not in ("pound", "pounds"):
        return unit.name
    if words.low(last) == "of" or (words.dash(at - 1) and at and words.low(at) == "pound"):
        return (
            "GBP" if words.low(last + 1) in ("debt", "cash", "savings", "investment") else "pound"
        )
    near = range(max(0, at - _NEAR), min(len(words), last + _NEAR))
    paid = number_words().context["paid"]
    return "GBP" if any(words.low(k) in paid for k in near) else "pound"


def rate(words: Words, unit: Measured) -> Measured:
    """The unit with what it is told by: a day, per share, an hour, of copper a year."""
    at = unit.last
    for ahead in range(4 if unit.kind == "measure" and words.low(at) == "of" else 1):
        found = _per(words, at + ahead, unit)
        if found is not None:
            return found
    return unit


def _per(words: Words, i: int, unit: Measured) -> Measured | None:
    at = i + 1 if words.dash(i) else i
    link = words.low(at)
    dashed = words.dash(at + 1)
    what = at + 2 if dashed else at + 1
    word = words.low(what)
    inner = number_words().units.get((word,)) if link in ("per", "/") else None
    if inner is not None and inner.kind != "money" and unit.kind == "measure":
        return Measured(f"{unit.name} per {inner.name}", unit.kind, unit.first, what + 1)
    if link not in ("a", "an", "per", "/", "each", "every"):
        return None
    if word not in number_words().per or (dashed and unit.first == unit.last):
        return None
    if unit.kind == "time" or words.low(what + 1) in ("earlier", "ago", "later", "before"):
        return None
    name = {"annum": "year", "head": "person"}.get(word, word)
    return Measured(f"{unit.name} per {name}", unit.kind, unit.first, what + 1)
