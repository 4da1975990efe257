"""What one hedges and another tells as fact. All invented, all through the reader."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences

DAY = "2024-03-06"
FACT = "Nobody was hurt in the mill fire, which was set on Friday night while six weavers slept."


def hedged(*texts: str) -> list[list[str]]:
    told = differences(*((DAY, text) for text in texts), slot="certainty")
    return [[side.value for side in one.sides] for one in told if "hedges" in one.why]


@pytest.mark.parametrize(
    ("other", "hedge"),
    [
        ("which was presumably set on", "presumably"),
        ("which is believed to have been set on", "is believed to have been"),
        ("which may have been set on", "may have been"),
    ],
)
def test_fact_against_hedge(other: str, hedge: str) -> None:
    ((fact, doubt),) = hedged(FACT, FACT.replace("which was set on", other))
    assert fact == "told as fact"
    assert doubt == f"told with “{hedge}”"


@pytest.mark.parametrize(
    "other",
    [
        FACT.replace("was set", "was not, presumably, set"),  # denied
        FACT.replace("was set on", "is thought by all to have been lit on"),  # another deed
        FACT.replace("was set on", "police say was set on"),  # somebody's word
        FACT,
    ],
)
def test_no_hedge(other: str) -> None:
    assert not hedged(FACT, other)


def test_both_hedge() -> None:
    doubt = FACT.replace("was set", "was presumably set")
    assert not hedged(doubt, FACT.replace("was set", "was, it appears, set"))


def test_an_outlet_that_does_both_is_on_no_side() -> None:
    doubt = FACT.replace("was set", "was presumably set")
    assert not hedged(f"{FACT}\n\n{doubt}", doubt)


def test_clauses_in_sentences_that_are_unlike() -> None:
    fact = "On Monday two bakers saw that the old windmill was sold to the brewery of Harl."
    doubt = "The old windmill was {}sold to the brewery of Harl, and nobody in town was asked."
    ((_, side),) = hedged(fact, doubt.format("reportedly "))
    assert side == "told with “reportedly”"
    assert not hedged(fact, doubt.format(""))


def test_a_noun_that_is_hedged() -> None:
    fact = "The old mill was burnt by an arsonist from Harl, and six weavers lost their looms."
    ((_, side),) = hedged(fact, fact.replace("an arsonist", "a suspected arsonist"))
    assert side == "told with “suspected”"
    sought = "Guards searched the old mill for {}arsonists from Harl, and six weavers watched."
    assert not hedged(sought.format(""), sought.format("possible "))


def test_somebodys_word_is_no_fact() -> None:
    given = "The old mill was lit on Friday night while six weavers slept, according to guards."
    doubt = given.replace("was lit", "was presumably lit")
    assert not hedged(given, doubt)
    assert hedged(given.replace(", according to guards", ""), doubt)


def test_other_names_are_another_thing() -> None:
    fact = "Three fishing boats were wrecked near the pier of Harl on Monday."
    assert not hedged(fact, "Three fishing boats were reportedly wrecked near the pier of Velm.")


def test_one_of_several_is_no_hedge() -> None:
    fact = "It was the biggest fire of the wool trade that six weavers at Harl had seen."
    assert not hedged(
        fact.replace("the biggest", "one of the biggest"), fact.replace("the", "possibly the", 1)
    )


def test_other_doers_did_another_thing() -> None:
    fact = "Ida Quill sold the old windmill on the hill near Harl to the brewery on Monday."
    assert not hedged(fact, fact.replace("Ida Quill sold", "Olen Varr reportedly sold"))
    assert hedged(fact, fact.replace("sold", "reportedly sold"))


def test_what_one_can_do_is_no_fact() -> None:
    fact = "The weavers may have sold the old windmill near Harl to the brewery on Monday."
    assert not hedged(fact.replace("may have sold", "can have sold"), fact)
    assert hedged(fact.replace("may have sold", "have sold"), fact)


def test_a_verb_that_looks_like_a_hedge() -> None:
    fact = "The guards counted two fires in the old windmill near Harl on Monday."
    assert not hedged(fact, fact.replace("counted", "also alleged"))
