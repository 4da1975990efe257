"""One name written in two ways, and names that are two. All invented, all through the reader."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences

from tellings.model import Finding

DAY = "2024-03-06"


def found(*texts: str) -> list[Finding]:
    return differences(*((DAY, text) for text in texts), slot="name")


def told(*texts: str) -> list[list[str]]:
    return [sorted(side.value for side in finding.sides) for finding in found(*texts)]


_FORMS = ("Mariner", "Mariners")
FERRY = "The ferry was raised by engineer {} on Tuesday. The town thanked {} for the work."


def test_a_surname_with_another_letter() -> None:
    (finding,) = found(
        FERRY.format("Olen Brathwick", "Brathwick"), FERRY.format("Olen Brathwink", "Brathwink")
    )
    assert finding.type == "wording"
    assert "Brathwick" in finding.why
    assert len({cite.article for side in finding.sides for cite in side.cites}) == 2


def test_a_slip_inside_one_article() -> None:
    text = FERRY.format("Olen Brathwick", "Brathwick") + " Brathwink’s crew stayed the night."
    assert told(text) == [["Brathwick", "Brathwink"]]


def test_two_ways_to_write_a_foreign_name() -> None:
    (finding,) = found(
        FERRY.format("Sergei Brathov", "Brathov"), FERRY.format("Sergey Brathov", "Brathov")
    )
    assert "by its sound" in finding.why


def test_a_numeral() -> None:
    launch = "The Tarn {} rocket stood on its pad on Tuesday. Crews fuelled the Tarn {} rocket."
    assert told(launch.format("V", "V"), launch.format("5", "5")) == [["Tarn 5", "Tarn V"]]


def test_a_first_name_two_letters_apart() -> None:
    one, other = FERRY.format("Stephen Brath", "Brath"), FERRY.format("Steven Brath", "Brath")
    assert told(one, other) == [["Stephen Brath", "Steven Brath"]]


def test_an_inner_word_of_a_body_in_another_form() -> None:
    one, other = (
        f"The ferry was raised by the Tarn {word} Rescue Society on Tuesday." for word in _FORMS
    )
    assert told(one, other) == [["Tarn Mariner Rescue Society", "Tarn Mariners Rescue Society"]]


def test_a_small_word_left_out() -> None:
    one = "The town thanked the Friends of Velm Harbour for the ferry."
    other = "The town thanked the Friends Velm Harbour for the ferry."
    assert told(one, other) == [["Friends Velm Harbour", "Friends of Velm Harbour"]]


def test_a_name_with_a_blank_more() -> None:
    one, other = FERRY.format("Olen Del Varr", "Del Varr"), FERRY.format("Olen DelVarr", "DelVarr")
    assert told(one, other) == [["Olen Del Varr", "Olen DelVarr"]]


def test_a_short_surname() -> None:
    text = FERRY.format("Olen Varr", "Varr") + " Verr’s crew stayed the night with Varr."
    assert told(text) == [["Varr", "Verr"]]


def test_a_name_cut_at_its_hyphen() -> None:
    one, other = FERRY.format("Sok Ji-ho", "Sok"), FERRY.format("Sok Ji", "Sok")
    assert told(one, other) == [["Sok Ji", "Sok Ji-ho"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one of many and many of one
        ("The Tarn Roadster was sold.", "The town has two Tarn Roadsters. A Tarn Roadster is old."),
        # an abbreviation, two short forms of titles
        ("The wreck lies off Velm Ave.", "The wreck lies off Velm Avenue."),
        ("The town thanked Mrs Brathwick.", "The town thanked Ms Brathwick."),
        # a first name alone against its like with a surname
        ("The town thanked Brathwin.", FERRY.format("Brathwen Tarn", "Tarn")),
        # a place and its people
        (
            "The ferry sank off Morvelia on Tuesday, and twelve sailors drowned there.",
            "The ferry sank off the Morvelian coast on Tuesday, and twelve sailors drowned.",
        ),
        # brother and sister
        (FERRY.format("Daniel Brath", "Brath"), FERRY.format("Danielle Brath", "Brath")),
        # two men
        (
            FERRY.format("Olen Brathwick", "Brathwick"),
            FERRY.format("Marek Brathwink", "Brathwink"),
        ),
        # short and full name
        (FERRY.format("Olen Brathwick", "Brathwick"), FERRY.format("Brathwick", "Brathwick")),
        # owned, and many
        (
            "The Brathwicks sold the mill. Olen Brathwick wept.",
            "Brathwick’s mill was sold on Tuesday, said Olen Brathwick.",
        ),
        # American and British
        ("The Tarn Harbour Board met on Tuesday.", "The Tarn Harbor Board met on Tuesday."),
        # two lands, two points of the compass
        ("Austria sent engineers to Tarn.", "Australia sent engineers to Tarn."),
        ("The wreck lies off North Tarn.", "The wreck lies off South Tarn."),
    ],
)
def test_no_difference(one: str, other: str) -> None:
    assert not told(one, other)


def test_a_name_without_one_of_two_joined_surnames() -> None:
    one, other = FERRY.format("Ola Varr-Brath", "she"), FERRY.format("Ola Brath", "her")
    assert told(one, other) == [["Ola Brath", "Ola Varr-Brath"]]


HALL = "The harbour council will open the new {} beside the old ferry station in Velm on Tuesday."


def test_another_word_of_a_name_where_two_clauses_are_told_alike() -> None:
    one = HALL.format("Olen Brath Clinic") + " Crowds came."
    other = HALL.format("Olen Brath Center") + " Nobody spoke."
    (finding,) = found(one, other)
    assert sorted(side.value for side in finding.sides) == [
        "Olen Brath Center",
        "Olen Brath Clinic",
    ]
    assert "at one place" in finding.why
    apart = "Doctors of the Olen Brath Center left for Dunmoor after a dispute about pay."
    assert not found(one, apart)


def test_what_stands_before_a_names_head_tells_two_things_apart() -> None:
    one = HALL.format("Olen Dental Center") + " Crowds came."
    assert not found(one, HALL.format("Olen Grammar Center") + " Nobody spoke.")


def test_two_words_of_one_title_are_two() -> None:
    assert not found("The town watched the show called Tipp or Topp on Tuesday.", FERRY)


def test_a_slip_is_told_once_beside_a_plural() -> None:
    text = "{} sang for the town on Tuesday. Two {} sang at night. The town thanked {} for it."
    assert told(text.format("Brathwick", "Brathwicks", "Brathwikc")) == [["Brathwick", "Brathwikc"]]


def test_first_names_alone_that_go_on_as_each_other_are_none() -> None:
    one = "They left candles that spelled the name Alex before the ferry."
    assert not found(one, "The crowd by the ferry sang all night for Alexi on Tuesday.")


def test_a_point_without_a_blank_ends_a_name() -> None:
    one = "The ferry sailed for Tarnia.The town waited. It left Tarnia late."
    assert not found(one, "The ferry sailed for Tarnia on Tuesday.")


def test_a_byname_that_is_explained_is_no_slip() -> None:
    used = FERRY.format("Olen Brathwick", "Brathwick")
    slip = " Brathwink’s crew stayed the night."
    byname = " The two friends were so close that they were known as one man, “Brathwink.”"
    assert told(used, used + slip)
    assert not told(used, used + byname)


def test_three_ways_to_write_one_name_are_one_finding() -> None:
    texts = (FERRY.format(f"Olen {name}", name) for name in ("Brathwick", "Brathwink", "Brethwick"))
    assert told(*texts) == [["Olen Brathwick", "Olen Brathwink", "Olen Brethwick"]]


def test_capitals_make_no_third_spelling() -> None:
    texts = (FERRY.format(f"{name} Brath", "Brath") for name in ("Latonya", "LaTonya", "Latoyna"))
    (sides,) = told(*texts)
    assert len(sides) == 2


def test_brother_and_sister_are_no_slip() -> None:
    one = "The ferry of Helena Brathwick was raised. The town thanked Helena Brathwick on Tuesday."
    slip = " Helene Brathwick wept."
    assert told(one, one + slip)
    assert not told(one, one + slip + " The song was for Helene Brathwick, her sister.")
