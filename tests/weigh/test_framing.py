"""One act put in two lights, and two acts, or near synonyms. All invented, through the reader."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences

from tellings.model import Finding

DAY = "2024-03-06"


def found(*texts: str) -> list[Finding]:
    return differences(*((DAY, text) for text in texts), slot="framing")


TAKEN = "Envoys met in Velm ten years after Ruritania annexed the Tarnian peninsula of Orrel."
JOINED = "The talks are the first since the peninsula of Orrel decided to join Ruritania in 2014."


def test_annexed_against_joined() -> None:
    (told,) = found(TAKEN, JOINED)
    assert sorted(side.value for side in told.sides) == ["annexed", "decided to join"]
    assert told.type == "framing"
    assert "“annexed”" in told.why


@pytest.mark.parametrize(
    "other",
    [
        # a league joined, another land, words of somebody's
        "The talks are the first since Borduria decided to join the North Sea League in 2014.",
        "“The peninsula of Orrel decided to join Ruritania in 2014,” Mayor Olen Varr said.",
        # the same light
        "The talks are the first since the annexation of Orrel by Ruritania in 2014.",
        # both lights in one outlet
        JOINED + " Few forget how Ruritania annexed the peninsula of Orrel.",
    ],
)
def test_no_difference_of_framing(other: str) -> None:
    assert not found(TAKEN, other)


def test_a_plain_word_stands_where_an_outlet_uses_no_other() -> None:
    plain = "Nine people died in the shooting at the Velm music hall on Tuesday night."
    loaded = "Velm mourned on Wednesday after the massacre at the Velm music hall on Tuesday."
    both = plain + " The massacre at the Velm music hall began at ten."
    assert len(found(plain, loaded)) == 1
    assert not found(both, loaded)


def test_a_word_of_the_law_is_no_light() -> None:
    killed = "The killing of Olen Varr in Velm on Tuesday shook the salt works."
    charge = "Ida Quill was charged with the murder of Olen Varr in Velm, at the salt works."
    far = (
        "Ida Quill was charged with leading a ring of thieves since 2011 and the murder of "
        "Olen Varr in Velm, at the salt works."
    )
    murder = "The murder of Olen Varr in Velm on Tuesday shook the salt works."
    count = "The murder charge over Olen Varr in Velm on Tuesday shook the salt works."
    assert not found(killed, count)
    assert not found(killed, charge)
    assert not found(killed, far)
    assert len(found(killed, murder)) == 1


def test_people_who_leave_are_one_person() -> None:
    left = "Treasurer Olen Varr resigned from the Velm salt works on Tuesday after the fire."
    out = "Treasurer Olen Varr was ousted from the Velm salt works on Tuesday after the fire."
    other = "Captain Ida Quill was ousted from the Velm salt works on Tuesday after the fire."
    assert len(found(left, out)) == 1
    assert not found(left, other)


def test_those_who_riot_are_a_part_of_those_who_protest() -> None:
    crowd = "Thousands of protesters filled the market of Velm on Tuesday against the salt tax."
    some = "Rioters burned a bank by the market of Velm on Tuesday over the salt tax."
    march = "The protest at the market of Velm on Tuesday was against the salt tax."
    riot = "The riot at the market of Velm on Tuesday was against the salt tax."
    assert not found(crowd, some)
    assert len(found(march, riot)) == 1
