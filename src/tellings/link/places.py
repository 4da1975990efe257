"""Names of places to a country and coordinates, from an offline gazetteer (GeoNames).

A name that two cities of like size bear stays undecided: it keeps its name and nothing else.
"""

from __future__ import annotations

from tellings.model import Place
from tellings.words.geography import cities, country_of

# The largest city of a name is meant where it has ten times the people of the next: at less, an
# American town is told as the European city it was called after.
_CLEARLY = 10


def place_of(name: str) -> Place:
    """The place that a name means, as far as it can be told without its surroundings."""
    known = country_of(name)
    found = cities(name)
    if known is not None and known.how == "country":
        return Place(name, known.country, None, None)
    if known is not None and known.how == "capital":
        found = tuple(city for city in found if city.country == known.country) or found
        if found:
            return Place(name, known.country, found[0].lat, found[0].lon)
        return Place(name, known.country, None, None)
    if not found:
        return Place(name, None, None, None)
    if len(found) == 1 or found[0].population >= _CLEARLY * found[1].population:
        return Place(name, found[0].country, found[0].lat, found[0].lon)
    return Place(name, None, None, None)
