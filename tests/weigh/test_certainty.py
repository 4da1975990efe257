"""Told as fact, as alleged, as somebody's word. All invented, all through the reader."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences, state

from tellings.flow.scenes import scenes_of
from tellings.model import Finding
from tellings.weigh.alleged import about, doubt_before

DAY = "2024-03-06"


def found(*texts: str) -> list[Finding]:
    return differences(*((DAY, text) for text in texts), slot="certainty")


def sides(*texts: str) -> list[list[str]]:
    return [[side.value for side in finding.sides] for finding in found(*texts)]


FACT = (
    "Ruritania’s interference in the Tarnian election of 2022 soured the talks. Envoys met in "
    "Velm on Tuesday to mend ties."
)
ALLEGED = (
    "Envoys met in Velm on Tuesday. They spoke of Ruritania’s alleged interference in the Tarnian "
    "election of 2022, and of fish."
)


def test_fact_against_alleged() -> None:
    (told,) = found(FACT, ALLEGED)
    assert [side.value for side in told.sides] == ["told as fact", "told as alleged (“alleged”)"]
    assert "“alleged”" in told.why
    assert [{c.article for c in side.cites} for side in told.sides] == [{"a0"}, {"a1"}]


@pytest.mark.parametrize(
    "other",
    [
        # both ways in one outlet
        ALLEGED + " Ruritania’s interference in the Tarnian election cost it friends.",
        # in quotation marks, or somebody's word
        "“Ruritania’s interference in the Tarnian election of 2022 must not be forgotten,” Mayor "
        "Olen Varr said.",
        # another election, another land
        "Envoys spoke of Sylvania’s alleged interference in the Borduran referendum.",
        # a figure of its own, which may be what is doubted; denied
        ALLEGED.replace("election of 2022", "election of 2022 with 40 ships"),
        ALLEGED.replace("They spoke", "They never spoke"),
        "Ruritania’s interference in the Tarnian election of 2022 was the theme.",
    ],
)
def test_no_difference_of_certainty(other: str) -> None:
    assert not [one for one in sides(FACT, other) if "alleged" in one[1]]


def test_a_sentence_given_to_somebody() -> None:
    (told,) = sides(
        "Police say two barges have collided in the old canal tunnel at Velm, hurting a cook.",
        "Two barges collided in the old canal tunnel at Velm on Tuesday, hurting a cook.",
    )
    assert told == ["told as fact", "told as the word of “Police”"]


def test_all_who_tell_it_as_fact_stand_on_one_side() -> None:
    (told,) = found(
        "Police say two barges have collided in the old canal tunnel at Velm, hurting a cook.",
        "Two barges collided in the old canal tunnel at Velm on Tuesday, hurting a cook.",
        "On Tuesday two barges collided in the old canal tunnel at Velm, hurting one cook.",
    )
    assert [{c.article for c in side.cites} for side in told.sides] == [{"a1", "a2"}, {"a0"}]


@pytest.mark.parametrize(
    "other",
    [
        "Two barges did not collide in the old canal tunnel at Velm on Tuesday, hurting a cook.",
        "Two barges may have collided in the old canal tunnel at Velm, hurting a cook.",
        "Two barges collided in the old canal tunnel at Velm, hurting a cook, the mayor said.",
        "According to Varr two barges collided in the old canal tunnel at Velm, hurting a cook.",
        "Two barges collided.",
        "She added that two barges collided in the old canal tunnel at Velm, hurting a cook.",
        "'Two barges collided in the old canal tunnel at Velm on Tuesday, hurting a cook.",
    ],
)
def test_no_sentence_given_to_somebody(other: str) -> None:
    assert not sides(
        "Police say two barges have collided in the old canal tunnel at Velm, hurting a cook.",
        other,
    )


GIVEN = (
    "Two barges collided in the old canal tunnel at Velm on Tuesday, hurting a cook, police said."
)
TOLD = "Two barges collided in the old canal tunnel at Velm on Tuesday, hurting a cook."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # whose word it is stands in the next sentence, or in the lead
        (GIVEN, f"{TOLD} Velm police say that the barges lay askew for an hour."),
        (GIVEN, f"Tugs were called to a tunnel, police in Velm said. It was cold. {TOLD}"),
        # the other outlet, too, tells it flat
        (f"Two barges that collided in a canal tunnel at Velm hurt a cook. {GIVEN}", TOLD),
        # who confirms it takes it for true
        (GIVEN.replace("said", "confirmed"), TOLD),
    ],
)
def test_whose_word_it_is_is_told_once(one: str, other: str) -> None:
    assert len(sides(GIVEN, TOLD)) == 1
    assert not sides(one, other)


def test_a_paper_that_describes_something_is_nobodys_word() -> None:
    rings = (
        "the rings of Velm harbour were found by measuring the level of the whole sea from above"
    )
    assert not sides(f"Described in a paper of the Velm Institute, {rings}.", f"T{rings[1:]}.")


@pytest.mark.parametrize(
    ("before", "behind", "doubt"),
    [
        ("claims of meddling in the 2022", "", None),  # the election
        ("claims of", "", "claims"),  # the meddling
        ("the crew claims the shell that", "", None),  # the shell did kill
        ("one count of", "", None),
        ("he is charged with the", "", None),  # a death that nobody doubts
        ("accused the crew of", "", "accused"),
        ("over the alleged", "meddling", None),  # the election of "alleged election meddling"
        ("he allegedly", "dead", "allegedly"),
    ],
)
def test_what_hangs_on_the_doubted_is_not_doubted(
    before: str, behind: str, doubt: str | None
) -> None:
    assert doubt_before(before.split(), behind) == doubt


@pytest.mark.parametrize(
    ("before", "doubt"),
    [
        ("the crew allegedly", "allegedly"),
        ("over ruritania's alleged", "alleged"),
        ("he mocked allegations of ruritania's", "allegations"),
        ("the barge is believed to have", "believed"),
        ("some claimed the mayor's plan to", None),
        ("she believed in the", None),
        ("the crew", None),
    ],
)
def test_words_of_doubt(before: str, doubt: str | None) -> None:
    assert doubt_before(before.split()) == doubt


def test_a_country_and_its_adjective_are_one_thing_to_be_about() -> None:
    told = (
        "Envoys met in Velm on Tuesday and spoke of Poland’s interference in the election.",
        "Envoys met in Velm on Tuesday to discuss Polish interference in the election.",
    )
    scenes = scenes_of(state(*((DAY, text) for text in told)))
    clauses = [
        about(scene, telling)
        for scene in scenes
        for event in scene.events
        for telling in event.tellings
        if telling.trigger.text == "interference"
    ]
    one, other = clauses
    assert len(one & other) == len(("interference", "election", "Poland"))
