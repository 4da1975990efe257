"""Invented names, and plain words to build sentences of (words.toml)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random

_WORDS: dict[str, str] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def _held(key: str, separator: str | None = None) -> list[str]:
    return _WORDS[key].split(separator)


NOUNS = _held("nouns")
ADJECTIVES = _held("adjectives")
VERBS = _held("verbs")
BASES = _held("bases")
ADVERBS = _held("adverbs")
SEASONS = _held("seasons", ",")
_HEADS = _held("heads")
_MIDDLES = _held("middles")
_FIRST_NAMES = _held("first_names")
_PERSON_TAILS = _held("person_tails")
_PLACE_TAILS = _held("place_tails")
_AGENCIES = _held("agencies", ",")
_OUTLETS = _held("outlets")
_VOWEL = re.compile(r"\b([Aa]) (?=[aeio]|u(?!n[aeiou]))")


def person(random: Random) -> str:
    """A first and a family name."""
    tail = random.choice(_HEADS) + random.choice(_MIDDLES) + random.choice(_PERSON_TAILS)
    return f"{random.choice(_FIRST_NAMES)} {tail}"


def noun(random: Random) -> str:
    """A noun, two times in three a compound of two, so that 8 words do not meet by chance."""
    head = random.choice(NOUNS)
    return head if random.random() < 1 / 3 else f"{random.choice(NOUNS)} {head}"


def place(random: Random) -> str:
    return random.choice(_HEADS) + random.choice(_MIDDLES) + random.choice(_PLACE_TAILS)


def agency(random: Random) -> str:
    return f"{place(random)} {random.choice(_AGENCIES)}"


def outlet(random: Random) -> str:
    return f"{place(random)} {random.choice(_OUTLETS)}"


def filled(form: str, **slots: str) -> str:
    """`form` with its slots filled, and `a` made `an` where it must."""
    return _VOWEL.sub(r"\1n ", form.format(**slots))
