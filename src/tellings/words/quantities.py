"""The words of numbers and units, read once from `quantities.toml` and `units.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import pycountry
from babel import Locale
from babel.numbers import get_currency_name

from tellings.words.tables import toml

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's name in the record; `kind` is measure, time or money; `short` forms need a figure.

    `scaled` forms need a thousand or a million before them.
    """

    name: str
    kind: str
    short: bool = False
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The lexicon of numbers; phrases are tuples of words in lower case."""

    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    letters: Mapping[str, int]
    fractions: Mapping[str, int]
    vague: Mapping[str, tuple[Decimal, Decimal]]
    few: tuple[Decimal, Decimal]
    bounds: Mapping[Phrase, str]
    bounds_after: Mapping[Phrase, str]
    context: Mapping[str, frozenset[str]]
    people: Mapping[str, str]
    same: Mapping[str, str]
    grammar: Mapping[str, frozenset[str]]
    units: Mapping[Phrase, Unit]
    signs: Mapping[Phrase, str]
    per: frozenset[str]
    sizes: Mapping[str, tuple[str, Decimal]]

    @property
    def first(self) -> frozenset[str]:
        """The words a number can begin with, besides figures."""
        more = (
            "dozen",
            "half",
            "hundred",
            "quarter",
            "a",
            "an",
            "several",
            "few",
            "couple",
            "many",
            "½",
            "¼",
            "¾",
        )
        return frozenset({*self.numbers, *self.vague, *more})


@cache
def number_words() -> NumberWords:
    """The English number words. Raises `KeyError` where a section is missing."""
    table = toml("quantities.toml")
    units = toml("units.toml")
    context = {name: frozenset(words) for name, words in table["context"].items()}
    return NumberWords(
        table["numbers"],
        table["scales"],
        table["scale_letters"],
        table["fractions"],
        {word: (Decimal(low), Decimal(high)) for word, (low, high) in table["vague"].items()},
        (Decimal(table["several"]["least"]), Decimal(table["several"]["most"])),
        {tuple(phrase.split()): bound for phrase, bound in table["bounds"].items()},
        {tuple(phrase.split()): bound for phrase, bound in table["bounds_after"].items()},
        context,
        {lemma: act for act, lemmas in table["people"].items() for lemma in lemmas.split()},
        {lemma: act for act, lemmas in table["same"].items() for lemma in lemmas.split()},
        {name: frozenset(words.split()) for name, words in table["grammar"].items()},
        _units(units),
        {_phrase(sign): iso for sign, iso in units["signs"].items()},
        frozenset(units["per"]["words"].split()),
        {
            unit: (dimension, Decimal(size))
            for dimension, sizes in units["sizes"].items()
            for unit, size in sizes.items()
        },
    )


def _units(table: Mapping[str, Mapping[str, str]]) -> dict[Phrase, Unit]:
    short = frozenset(table["short"]["words"].split())
    scaled = frozenset(table["scaled"]["words"].split())
    kinds = {"measures": "measure", "times": "time", "money": "money", "undecided": "money"}
    units = {_phrase(form): Unit(name, "money") for form, name in _currencies()}
    units |= {_phrase(form): unit for form, unit in _prefixed(table)}
    return units | {
        _phrase(form): Unit(name, kind, form in short, form in scaled)
        for section, kind in kinds.items()
        for name, forms in table[section].items()
        for form in forms.split("|")
    }


def _currencies() -> Iterator[tuple[str, str]]:
    """Names in the singular and plural of the currencies that are in use, with their codes."""
    locale = Locale("en")
    for code in sorted(currency_codes() & set(locale.currencies)):
        forms = {get_currency_name(code, count=count, locale=locale) for count in (None, 1, 2)}
        for form in sorted(form for form in forms if form):
            yield form.lower(), code


@cache
def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes in use, besides those of metals, funds and regions."""
    return frozenset(c.alpha_3 for c in pycountry.currencies if not c.alpha_3.startswith("X"))


def _prefixed(table: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Unit]]:
    """kilometre, kilometers, km; letters stand in lower case, as everything that is looked up.

    Where two meet (mW, MW) the larger wins: news tells of megawatts and megabytes.
    """
    for prefix, letter in table["prefixes"].items():
        for name, forms in table["prefixed"].items():
            *long, brief = forms.split("|")
            unit = Unit(f"{prefix}{name}", "time" if name == "second" else "measure")
            for form in long:
                yield f"{prefix}{form}", unit
                yield f"{prefix}{form}{'' if form.endswith('z') else 's'}", unit
            if letter and not (letter == "M" and name in ("metre", "gram", "litre", "second")):
                yield f"{letter}{brief}".lower(), Unit(unit.name, unit.kind, True)


def _phrase(form: str) -> Phrase:
    """A form as the tokens that `annotate.quantities.lex` would cut it into."""
    return tuple(re.findall(r"[^\W\d_]+|\d+|[^\w\s]", form))
