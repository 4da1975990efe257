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
        # the name stands elsewhere in the article
        SAID.format("A police spokesman") + " Brathwick thanked the town.",
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
