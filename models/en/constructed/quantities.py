"""Constructed sentences with quantities: the value and its unit, or what is counted."""

from __future__ import annotations

import random
import re

from models.en.constructed.fill import Marked, choose, fill, frames, marked

WORDS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "fifteen", "twenty", "twenty-one", "thirty-five", "sixty", "a hundred", "two hundred",
    "one", "a dozen", "two dozen", "half a dozen", "three thousand", "a million",
)  # fmt: skip
PEOPLE = (
    "people", "men", "women", "children", "soldiers", "police officers", "prisoners", "workers",
    "diplomats", "passengers", "villagers", "aid workers", "foreign students", "rebel fighters",
    "families", "young girls", "French tourists", "hostages", "members of parliament", "jobs",
    "diplomats and staff", "voters", "civilians", "refugees", "dead", "protesters", "sailors",
)  # fmt: skip
THINGS = (
    "houses", "rockets", "old ships", "schools", "trucks", "barrels of oil", "bags of rice",
    "votes", "shares", "new laws", "rounds", "small shops", "missiles", "seats", "tons of steel",
    "trees", "reactors", "villages", "cases", "points", "calls", "ballots", "copies", "weapons",
)  # fmt: skip
UNITS = (
    "miles", "kilometres", "km", "metres", "m", "feet", "inches", "kg", "kilograms", "tonnes",
    "tons",
    "pounds", "lbs", "ounces", "litres", "gallons", "hectares", "acres", "square miles", "volts",
    "megawatts", "MW", "ml", "cm", "mm", "yards", "barrels", "cubic metres", "gigabytes", "watts",
    "hours", "minutes", "days", "years", "months", "weeks", "seconds",
)  # fmt: skip
MONEY = (
    "dollars", "euros", "pounds", "U.S. dollars", "rubles", "yen", "yuan", "pesos", "cents",
    "francs",
    "rupees", "Canadian dollars", "Swiss francs", "rand", "marks", "crowns", "pence",
)  # fmt: skip
JOINED = ("inch", "mile", "metre", "ton", "foot", "km")
DEGREES = (" degrees", " degrees Celsius", " °C", "°F")
LARGE = ("million", "thousand", "billion")
_SLOT = re.compile(r"\{(\w+)\}")
_UNMARKED = {"place", "p", "n", "d"}


def quantity_sentence(rng: random.Random) -> Marked:
    """A sentence with no, one or more quantities, marked QUANTITY."""
    carrier = choose(rng.choice(frames("quantity_carriers.tsv"))[1], rng)
    text = fill(_SLOT.sub(lambda m: _slot(m[1], rng), carrier), rng).strip()
    text = re.sub(r"  +", " ", text)
    at = 1 if text[0] == "*" else 0
    return marked(text[:at] + text[at].upper() + text[at + 1 :], "QUANTITY")


def _slot(slot: str, rng: random.Random) -> str:
    if slot in _UNMARKED:
        return f"{{{slot}}}"
    if slot == "q":
        slot = rng.choice(("money", "people", "measure", "things", "things"))
    made = _made(slot, rng)
    return made if slot in _PLAIN else f"*{made}*"


_PLAIN = {"NUM", "YEAR", "DAY", "PHONE", "SCORE", "CLOCK"}


def _made(slot: str, rng: random.Random) -> str:
    plain = {
        "NUM": str(rng.randint(1, 999)),
        "YEAR": str(rng.randint(1800, 2030)),
        "DAY": str(rng.randint(10, 30)),
        "PHONE": f"{rng.randint(200, 999)}-{rng.randint(100, 999)}-{rng.randint(1000, 9999)}",
        "SCORE": f"{rng.randint(0, 9)}-{rng.randint(0, 9)}",
        "CLOCK": f"{rng.randint(1, 12)}:{rng.randint(10, 59)}",
        "vague": rng.choice(("dozens", "hundreds", "thousands", "tens of thousands", "scores")),
        "age": f"{rng.choice(WORDS[:13])} years old",
        "AGEHYPH": f"{rng.randint(5, 95)}-year-old",
        "HYPH": f"{_value(rng, small=True)}-{rng.choice(JOINED)}",
        "degrees": f"{rng.randint(-30, 45)}{rng.choice(DEGREES)}",
        "speed": f"{rng.randint(10, 300)} {rng.choice(('mph', 'km/h', 'miles per hour', 'knots'))}",
        "BARE": _value(rng, small=True),
    }
    if slot in plain:
        return plain[slot]
    if slot == "money":
        return _money(rng)
    if slot == "share":
        return f"{_value(rng, small=True)}{rng.choice(('%', ' %', ' percent', ' per cent'))}"
    noun = rng.choice({"people": PEOPLE, "things": THINGS, "measure": UNITS}[slot])
    if slot == "measure" and rng.random() < 0.2:
        return (
            f"{rng.randint(1, 300)}{rng.choice(('kg', 'km', 'ml', 'lbs', 'cm', 'mm', 'g', 'GB'))}"
        )
    if rng.random() < 0.1:
        return f"{_value(rng)} {rng.choice(('to', 'or', '-'))} {_value(rng)} {noun}"
    return f"{_value(rng)} {noun}"


def _money(rng: random.Random) -> str:
    value = _value(rng, small=rng.random() < 0.5)
    draw = rng.random()
    if draw < 0.5 and value[0].isdigit():
        scale = rng.choice(("", "", " million", " billion", "m", "bn", " trillion", "-million"))
        return f"{rng.choice(('$', '$', '$', '€', '£', '$ ', 'US$', 'C$', 'Rs '))}{value}{scale}"
    scale = rng.choice(("", " million", " billion"))
    return f"{value}{scale} {rng.choice(MONEY)}"


def _value(rng: random.Random, *, small: bool = False) -> str:
    draw = rng.random()
    if draw < 0.3:
        return rng.choice(WORDS[:14] if small else WORDS)
    if draw < 0.6 or small:
        decimal = f".{rng.randint(1, 9)}" if rng.random() < 0.25 else ""
        return f"{rng.randint(2, 99)}{decimal}"
    if draw < 0.85:
        return f"{rng.randint(100, 99000):,}"
    return f"{rng.randint(1, 90)}{rng.choice(('', '.5'))} {rng.choice(LARGE)}"
