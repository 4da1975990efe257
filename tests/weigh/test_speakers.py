"""One saying by name in one outlet, by office or body in another. All invented, all read."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences

from tellings.model import Finding

DAY = "2024-03-06"


def found(*texts: str) -> list[Finding]:
    return differences(*((DAY, text) for text in texts), slot="actor")


SAID = "{} said the old ferry struck a sandbank off Velm before dawn on Tuesday."
NAMED = SAID.format("Harbour police spokesman Olen Brathwick")


@pytest.mark.parametrize("other", ["A police spokesman", "Harbour police", "Police officials"])
def test_by_name_and_by_office(other: str) -> None:
    (told,) = found(NAMED, SAID.format(other))
    assert told.type == "precision"
    assert [side.value for side in told.sides] == ["Olen Brathwick", other]
    assert "no clash" in told.why


def test_quoted_words_show_one_saying() -> None:
    words = "“We saw the ferry strike the old sandbank before dawn,” {} said."
    (told,) = found(words.format("Ida Quill"), words.format("a witness"))
    assert [side.value for side in told.sides] == ["Ida Quill", "a witness"]


@pytest.mark.parametrize(
    "other",
    [
        # the sentence has the name, too
        "Though Brathwick was away, " + SAID.format("a police spokesman"),
        # another person by name
        SAID.format("A police spokesman, Marek Quill,"),
        # another body, an outlet, a pronoun, an office that is known by itself
        SAID.format("The bakers’ union"),
        SAID.format("The newspaper"),
        SAID.format("He"),
        SAID.format("The judge"),
        # other words
        "A police spokesman said the mayor of Harl would open nine new bridges in June.",
    ],
)
def test_no_difference(other: str) -> None:
    assert not found(NAMED, other)


def test_whoever_is_named_later() -> None:
    (told,) = found(NAMED, SAID.format("A police spokesman") + " Olen Brathwick thanked the town.")
    assert [side.value for side in told.sides] == ["Olen Brathwick", "A police spokesman"]


def test_few_words_that_are_rare() -> None:
    beside = "".join(f" The crew of boat {n} slept." for n in range(30))
    few = "{} said the barnacles spread like marmalade." + beside
    (told,) = found(
        few.format("Ida Quill, a researcher at the Velm Institute,"),
        few.format("Researchers at the Velm Institute"),
    )
    assert told.type == "precision"


def test_a_statement_holds_the_quoted_words() -> None:
    quoted = "{} said: “We saw the ferry strike the old sandbank before dawn.”"
    (told,) = found(quoted.format("Harbour director Ida Quill"), quoted.format("A statement"))
    assert [side.value for side in told.sides] == ["Ida Quill", "A statement"]
    assert not found(NAMED, SAID.format("A statement"))


def test_one_land_makes_no_one_speaker() -> None:
    bill = "{} said wages of night porters and harbour pilots would fall before the summer."
    assert not found(
        bill.format("Norwegian premier Ida Quill"), bill.format("The Norwegian unions")
    )


def test_word_for_word() -> None:
    few = "{} said the night porter drowned instantly."
    rest = "".join(f" The crew of boat {n} slept." for n in range(30))
    (told,) = found(few.format("Ida Quill") + rest, few.format("Authorities") + rest)
    assert [side.value for side in told.sides] == ["Ida Quill", "Authorities"]
    other = "{} said the night porter drowned at the pier." + rest
    assert not found(few.format("Ida Quill") + rest, other.format("Authorities"))
