"""How many a mention concerns, and where, from the marks in its clause."""

from __future__ import annotations

from dataclasses import replace

from tellings.link.concerned import numbers_of, towns_of
from tellings.model import EventMention, Name, Quantity, Span

TEXT = "Ruvia expelled 35 envoys near Tolm for 5 days."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


MENTION = EventMention(
    "e-1", Span(0, len(TEXT)), at("expelled"), "SANCTION", "expel",
    subject="ruvia", object="envoy", actor=at("Ruvia"),
)  # fmt: skip


def counted(number: str, of: str | None, act: str | None, unit: str | None = None) -> Quantity:
    return Quantity(f"q-{number}", at(number), number, number, unit, of, "exact", act=act)


def test_the_number_of_what_it_is_done_to_counts_whatever_verb_it_was_given() -> None:
    assert numbers_of(MENTION, [counted("35", "envoys", "order")]) == {("35", "35")}
    assert numbers_of(MENTION, [counted("35", "men", "expel")]) == {("35", "35")}


def test_numbers_of_other_things_and_with_a_unit_do_not() -> None:
    assert not numbers_of(MENTION, [counted("35", "bridges", "cross")])
    assert not numbers_of(MENTION, [counted("5", "days", "expel", "day")])
    assert not numbers_of(MENTION, [counted("5", None, "expel")])


def test_the_places_of_its_clause_are_told_in_small_letters() -> None:
    names = [Name("n-1", at("envoys"), "person"), Name("n-2", at("Tolm"), "place")]
    assert towns_of(MENTION, names, TEXT) == {"tolm"}
    assert not towns_of(replace(MENTION, span=at("Ruvia")), names, TEXT)
