"""One number as it is written: figures, words, fractions, "dozens"; its least and most value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tellings.annotate.quantities.lex import Words
from tellings.words.quantities import number_words

Form = Literal["figure", "word", "vague", "share"]
_HALVES = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
# Thirds and their like are kept to four places.
_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Numeral:
    """Tokens [first, last) and their value; `form` "share" is a part of a whole."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    form: Form
    scaled: bool = False


def numeral(words: Words, i: int, money: bool = False) -> Numeral | None:
    """The number that begins at token `i`; `money` says that a sign of money stands before it."""
    if words.figure(i):
        return _figure(words, i, money)
    low = words.low(i)
    if low in _HALVES:
        return _alone(words, i)
    lexicon = number_words()
    if low in ("a", "an"):
        return _article(words, i)
    if low == "half":
        return _half(words, i, i)
    if low in lexicon.vague and not (low == "scores" and words.low(i + 1) != "of"):
        return _vague(words, i)
    if low in ("several", "few", "couple", "many"):
        return _several(words, i)
    if low == "quarter":
        scale, end = _scale(words, i + 1, False)
        return Numeral(i, end, scale / 4, scale / 4, "word", True) if scale > 1 else None
    if low in lexicon.numbers or low in ("dozen", "hundred"):
        return _spelled(words, i)
    return None


def _figure(words: Words, i: int, money: bool) -> Numeral | None:
    parts = _slash(words, i)
    if parts is not None:
        return Numeral(i, i + 3, parts, parts, "share" if words.low(i + 3) == "of" else "word")
    value, end = Decimal(words.texts[i].replace(",", "")), i + 1
    if not words.glued(end + 1):
        value, end = _parted(words, i, value, end, money)
    if words.low(end) in _HALVES:
        value, end = value + _HALVES[words.low(end)], end + 1
    elif words.figure(end) and not words.glued(end):
        more = _slash(words, end)
        if more is not None:
            value, end = value + more, end + 3
    scale, end = _scale(words, end, money)
    return Numeral(i, end, value * scale, value * scale, "figure", scale > 1)


def _parted(words: Words, i: int, value: Decimal, end: int, money: bool) -> tuple[Decimal, int]:
    """A figure with a space behind its comma or point, as texts made from print have it.

    10, 000 people; $2. 6 million; a 5. 9 magnitude.
    """
    sign, more = words.low(end), words.texts[end + 1] if end + 1 < len(words) else ""
    if not (more.isdecimal() and words.glued(end) and words.texts[i].isdecimal()):
        return value, end
    after = words.low(end + 2)
    if sign == "," and more == "000":
        return value * 1000, end + 2
    near = (*words.phrase(max(i - 3, 0), 3), *words.phrase(end + 2, 3))
    scaled = after in number_words().scales or "magnitude" in near or "richter" in near
    if sign == "." and len(more) < 3 and scaled and (money or words.low(i - 1) != "\n"):
        return value + Decimal(f"0.{more}"), end + 2
    return value, end


def _alone(words: Words, i: int) -> Numeral:
    """½ cup; ½ of the cups is a share."""
    value = _HALVES[words.low(i)]
    if words.low(i + 1) == "of":
        return Numeral(i, i + 1, value, value, "share")
    scale, end = _scale(words, i + 1, False)
    return Numeral(i, end, value * scale, value * scale, "figure", scale > 1)


def _slash(words: Words, i: int) -> Decimal | None:
    """1/4 and its like; 9/11 and 24/7 are none."""
    if words.low(i + 1) != "/" or not words.glued(i + 1) or not words.glued(i + 2):
        return None
    if words.low(i + 2) not in number_words().context["denominators"]:
        return None
    top, bottom = words.low(i), Decimal(words.low(i + 2))
    if not top.isdecimal() or not 0 < Decimal(top) < bottom or words.glued(i + 3):
        return None if not words.dash(i + 3) else (Decimal(top) / bottom).quantize(_PLACES)
    return (Decimal(top) / bottom).quantize(_PLACES)


def _scale(words: Words, i: int, money: bool) -> tuple[Decimal, int]:
    """The factor that the words at `i` multiply by, and where they end."""
    lexicon = number_words()
    at = i + 1 if words.dash(i) and words.low(i + 1) in lexicon.scales else i
    low = words.low(at)
    if low in lexicon.scales:
        factor, end = Decimal(lexicon.scales[low]), at + 1
        if words.low(end) in ("million", "billion", "trillion"):
            return factor * lexicon.scales[words.low(end)], end + 1
        return factor, end
    near = (words.glued(at) or money) and not _runs_on(words, at + 1)
    if low in lexicon.letters and near and (money or len(low) > 1 or _letter(words, at)):
        return Decimal(lexicon.letters[low]), at + 1
    return Decimal(1), i


def _runs_on(words: Words, i: int) -> bool:
    return words.glued(i) and words.low(i).isalnum()


def _letter(words: Words, at: int) -> bool:
    """Whether one letter behind a figure is a scale: 2.4M, 6m viewers, 10k runners."""
    after = words.low(at + 1)
    many = after.endswith("s") or after in number_words().context["many"]
    return words.texts[at] == "M" or (many and after.isalpha())


def _article(words: Words, i: int) -> Numeral | None:
    """a dozen, a hundred, a half-million, a third of."""
    low, lexicon = words.low(i + 1), number_words()
    if low in lexicon.scales:
        found = _spelled(words, i + 1)
        return found and Numeral(i, found.last, found.low, found.high, "word", found.scaled)
    if low == "half":
        return _half(words, i, i + 1)
    if low == "couple":
        found = _several(words, i + 1)
        return found and Numeral(i, found.last, found.low, found.high, found.form, True)
    if low == "few":
        found = _several(words, i + 1)
        return found and Numeral(i, found.last, found.low, found.high, found.form, True)
    if low in lexicon.fractions and words.low(i + 2) == "of":
        return _share(i, i + 2, Decimal(1), low)
    return None


def _half(words: Words, first: int, i: int) -> Numeral | None:
    """half of the, half a million, half-dozen; "the second half" is none."""
    at = i + 2 if words.dash(i + 1) else i + 1
    if words.low(at) in ("a", "an") and words.low(at + 1) in number_words().scales:
        at += 1
    if words.low(at) in number_words().scales:
        scale, end = _scale(words, at, False)
        return Numeral(first, end, scale / 2, scale / 2, "word", True)
    if words.low(first - 1) in number_words().context["halves"]:
        return None
    if first == i and words.low(i + 1) in ("of", "the", "its", "their", "his", "her", "all"):
        return _share(first, i + 1, Decimal(1), "half")
    return None


def _share(first: int, last: int, top: Decimal, word: str) -> Numeral:
    value = (top / number_words().fractions[word.removesuffix("s")]).quantize(_PLACES)
    return Numeral(first, last, value, value, "share")


def _vague(words: Words, i: int) -> Numeral:
    """dozens, tens of thousands, hundreds of millions."""
    lexicon = number_words()
    low, high = lexicon.vague[words.low(i)]
    end = i + 1
    while words.low(end) == "of" and words.low(end + 1) in lexicon.vague:
        scale = lexicon.scales.get(words.low(end + 1).removesuffix("s"))
        if scale is None:
            break
        low, high, end = low * scale, (high + 1) * scale - 1, end + 2
    return Numeral(i, end, low, high, "vague", True)


def _several(words: Words, i: int) -> Numeral | None:
    """several hundred, a few dozen: as vague as hundreds or dozens; several: fewer than ten."""
    at = i + 2 if words.low(i + 1) == "of" else i + 1
    word = words.low(at)
    vague = number_words().vague.get(word if word.endswith("s") else f"{word}s")
    if vague is None or word.removesuffix("s") not in number_words().scales:
        alone = words.low(i) == "several" and words.low(i + 1)[-1:].isalpha()
        few = number_words().few
        return Numeral(i, i + 1, *few, "vague", True) if alone else None
    low, high, end = *vague, at + 1
    if words.low(i) == "couple":
        low = high = Decimal(2 * number_words().scales[word.removesuffix("s")])
    if words.low(end) in ("thousand", "million", "billion"):
        scale = number_words().scales[words.low(end)]
        low, high, end = low * scale, (high + 1) * scale - 1, end + 1
    return Numeral(i, end, low, high, "vague", True)


def _spelled(words: Words, i: int) -> Numeral | None:
    """Numbers in words: twenty-one, one hundred and five thousand, three and a half million."""
    lexicon = number_words()
    total, group, end, scaled = Decimal(0), Decimal(0), i, False
    last = Decimal(0)  # the last plain word's value: after "twenty" only a unit may follow
    while True:
        at = end + 1 if end > i and words.dash(end) and words.glued(end) else end
        low = words.low(at)
        if end > i and low == "and" and _goes_on(words, at, scaled):
            at, low = at + 1, words.low(at + 1)
        if low in lexicon.numbers and _may_follow(last, lexicon.numbers[low], group, end == i):
            last = Decimal(lexicon.numbers[low])
            group, end = group + last, at + 1
        elif low == "hundred":
            group, end, scaled, last = (group or Decimal(1)) * 100, at + 1, True, Decimal(100)
        elif low in lexicon.scales and (end > i or low in ("dozen", "hundred")):
            total += (group or Decimal(1)) * lexicon.scales[low]
            group, end, scaled, last = Decimal(0), at + 1, True, Decimal(1000)
        else:
            break
    if low in ("thousand", "million", "billion", "trillion") and end == i:
        total, end, scaled = Decimal(lexicon.scales[low]), i + 1, True
    if end == i:
        return None
    return _with_parts(words, i, end, total + group, scaled)


def _may_follow(last: Decimal, value: int, group: Decimal, first: bool) -> bool:
    if first or last >= 100:
        return True
    return 20 <= last < 100 and 0 < value < 10


def _goes_on(words: Words, at: int, scaled: bool) -> bool:
    """Whether "and" at `at` stands inside a number: "one hundred and five"."""
    after = number_words().numbers.get(words.low(at + 1))
    return scaled and after is not None and words.low(at - 1) in ("hundred", "thousand", "million")


def _with_parts(words: Words, i: int, end: int, value: Decimal, scaled: bool) -> Numeral | None:
    """A spelled number with what may follow: thirds, "and a half", a scale."""
    lexicon = number_words()
    at = end + 1 if words.dash(end) else end
    part = words.low(at).removesuffix("s")
    if part in lexicon.fractions and value < 20 and not scaled and _is_share(words, at, value):
        scale, last = _scale(words, at + 1, False)
        if scale > 1:
            whole = value * scale / lexicon.fractions[part]
            return Numeral(i, last, whole, whole, "word", True)
        return _share(i, at + 1, value, part)
    if words.phrase(end, 3) == ("and", "a", "half"):
        scale, last = _scale(words, end + 3, False)
        return Numeral(
            i, last, (value + Decimal("0.5")) * scale, (value + Decimal("0.5")) * scale, "word"
        )
    return Numeral(i, end, value, value, "word", scaled)


def _is_share(words: Words, at: int, value: Decimal) -> bool:
    """two-thirds, one-third, one third of; "one second" and "two quarters" are no parts."""
    low = words.low(at)
    if low in ("quarters", "seconds", "halves"):
        scaled = words.low(at + 1) in ("million", "billion", "trillion")
        return (low == "quarters" and (words.dash(at - 1) or scaled)) or words.low(at + 1) == "of"
    return low.endswith("s") or words.dash(at - 1) or words.low(at + 1) == "of"
