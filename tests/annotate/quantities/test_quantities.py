"""What numbers count, and the act that counts it. All sentences are invented."""

import pytest
from spacy.language import Language

from tellings.annotate.quantities import quantities
from tellings.annotate.reader import reader
from tellings.annotate.times import find
from tellings.model import Quantity


@pytest.fixture(scope="module")
def nlp() -> Language:
    return reader()


def read(nlp: Language, text: str) -> list[Quantity]:
    doc = nlp(text)
    return list(quantities(doc, "a", tuple(find(text, doc))))


@pytest.mark.parametrize(
    ("text", "low", "of", "act", "role"),
    [
        ("The storm killed at least 30 people.", "30", "people", "kill", "patient"),
        ("At least seven were killed in the blast.", "7", "people", "kill", "patient"),
        ("Seven people died in the blast.", "7", "people", "die", "patient"),
        ("The firm will cut 31 cooks and staff.", "31", "cooks and staff", "cut", "patient"),
        ("Two gunmen shot a baker.", "2", "gunmen", "shoot", "agent"),
        ("Officials said the blast left 12 dead.", "12", "people", "dead", "patient"),
        ("Worst Velm fire: 58 killed, and 52 hurt", "58", "people", "kill", "patient"),
        ("Five men killed the guard.", "5", "men", "kill", "agent"),
        ("The death toll rose to 47.", "47", "death toll", "rise", "to"),
        ("Three of the five suspects were arrested.", "5", "suspects", "arrest", "whole"),
        ("The board cut its staff by 755.", "755", "staff", "cut", "by"),
        ("Revenue rose 5 percent.", "5", "Revenue", "rise", "patient"),
        ("It bombed the town in two attacks.", "2", "attacks", "bomb", "in"),
        ("The barge can carry 120 tons of coal.", "120", "coal", "carry", "patient"),
    ],
)  # fmt: skip
def test_counted_and_act(nlp: Language, text: str, low: str, of: str, act: str, role: str) -> None:
    assert (low, of, act, role) in [(q.low, q.of, q.act, q.role) for q in read(nlp, text)]


def test_others_and_parts_go_on_from_the_count_before(nlp: Language) -> None:
    text = "At least seven people were killed and 20 others were injured, including three children."
    seven, twenty, three = read(nlp, text)
    assert (seven.of, seven.act) == ("people", "kill")
    assert (twenty.of, twenty.act) == ("people", "injure")
    assert three.role == "including"


def test_two_parts_of_one_count_add_up(nlp: Language) -> None:
    text = "The fire injured four people seriously and 20 others slightly."
    four, twenty, both = read(nlp, text)
    assert four.role == twenty.role == "part"
    assert (both.low, both.of, both.act, both.role) == ("24", "people", "injure", "patient")
    assert both.span.of(text) == "four people seriously and 20"


def test_other_acts_do_not_add_up(nlp: Language) -> None:
    found = read(nlp, "Seven people were killed and 20 others were injured.")
    assert [q.low for q in found] == ["7", "20"]


def test_a_degree_marks_a_part(nlp: Language) -> None:
    _, four = read(nlp, "At least 24 people were injured, four seriously.")
    assert (four.low, four.of, four.role) == ("4", "people", "pronoun")


def test_spans_are_of_the_text(nlp: Language) -> None:
    text = "Ida Moor said the mill had paid $1.6bn for some 2.4 million homes."
    money, homes = read(nlp, text)
    assert money.span.of(text) == "$1.6bn"
    assert homes.counted is not None
    assert homes.counted.of(text) == homes.of == "homes"


@pytest.mark.parametrize(
    "text",
    [
        "The mill opened on August 7, 2017.",
        "The mill opened three weeks ago at 9 a.m.",
        "A Lumen 747 landed at the mill.",
        "It read page 5 aloud.",
        "The Lumen 2 owners complained.",
    ],
)
def test_days_times_and_labels_are_no_quantities(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_an_age_counts_nothing(nlp: Language) -> None:
    (age,) = read(nlp, "Ida Moor, 46, said no.")
    assert (age.unit, age.of, age.act) == ("year of age", None, None)


def test_lengths_of_time_are_quantities(nlp: Language) -> None:
    (term,) = read(nlp, "The judge sentenced her to six years in prison.")
    assert (term.low, term.unit, term.act) == ("6", "year", "sentence")


def test_without_a_parse_values_and_units_stay(nlp: Language) -> None:
    doc = nlp.make_doc("The mill sold 30 lamps for $5 each.")
    assert [(q.low, q.unit, q.of) for q in quantities(doc, "a", ())] == [
        ("30", None, None),
        ("5", "USD", None),
    ]


def test_ids_are_of_article_and_span(nlp: Language) -> None:
    doc = nlp("It sold 30 lamps.")
    one, other = (next(iter(quantities(doc, article, ()))) for article in ("a", "b"))
    assert one.id != other.id
    assert one == next(iter(quantities(doc, "a", ())))


def test_the_lower_half_of_a_share_counts_nothing(nlp: Language) -> None:
    assert read(nlp, "One in five bakers stayed at home.") == []
