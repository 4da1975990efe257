"""Which pairs of spellings are one name's. Invented names, but for two words of a country."""

from __future__ import annotations

from tellings.model import Cite
from tellings.weigh.forms import Form
from tellings.weigh.spellings import gathered, spellings
from tellings.weigh.variants import Variant


def form(name: str) -> Form:
    return Form(tuple(name.split()), "person", (Cite(name, 0, len(name), name),), ())


def pair(one: str, other: str, word: str = "", against: str = "") -> Variant:
    return Variant(word or one, against or other, (form(one),), (form(other),), ())


def words(*pairs: tuple[float, Variant]) -> list[list[str]]:
    return [list(spellings([one for _, one in group])) for group in gathered(pairs)]


def test_pairs_that_share_a_spelling_are_one_name() -> None:
    told = (0.9, pair("Brath", "Breth")), (0.7, pair("Breth", "Braith"))
    assert words(*told) == words(*reversed(told)) == [["brath", "breth", "braith"]]


def test_two_pairs_that_a_third_joins() -> None:
    pairs = (0.9, pair("Brath", "Breth")), (0.8, pair("Braith", "Brant"))
    assert len(words(*pairs)) == 2
    assert words(*pairs, (0.7, pair("Breth", "Brant"))) == [["brath", "breth", "braith", "brant"]]


def test_two_words_of_one_name_are_two_matters() -> None:
    first = pair("Olen Brath", "Ola Breth", "Olen", "Ola")
    last = pair("Olen Brath", "Ola Breth", "Brath", "Breth")
    assert words((0.9, first), (0.8, last)) == [["olen", "ola"], ["brath", "breth"]]


def test_two_persons_of_one_surname_are_two_matters() -> None:
    one = pair("Olen Brath", "Olen Breth", "Brath", "Breth")
    other = pair("Ida Brath", "Ida Braith", "Brath", "Braith")
    assert words((0.9, one), (0.8, other)) == [["brath", "breth"], ["brath", "braith"]]


def test_a_slip_is_one_names() -> None:
    """ "Somani" for "Somali" is none for "Somalia"."""
    told = (0.9, pair("Somali", "Somani")), (0.6, pair("Somani", "Somalia"))
    assert words(*told) == [["somali", "somani"]]
