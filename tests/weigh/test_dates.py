"""Days of one happening or one saying, told differently, and what is no clash. All invented."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import differences, state

from tellings.flow.scenes import scenes_of
from tellings.model import Finding
from tellings.weigh.timed import timed

DAY = "2024-03-06"  # a Wednesday


def found(*texts: str, day: str = DAY) -> list[Finding]:
    return differences(*((day, text) for text in texts), slot="date")


def values(findings: list[Finding]) -> list[tuple[str | None, list[str]]]:
    return [(one.type, sorted(side.value for side in one.sides)) for one in findings]


FIRE = "A lamp fell into the straw and the grain store at Velm harbour burned down on {}."
AGAIN = "At Velm harbour the old grain store burned down on {} when the straw caught from a lamp."


def test_two_days_of_one_fire_clash() -> None:
    told = found(FIRE.format("March 3"), AGAIN.format("March 4"))
    assert values(told) == [("contradiction", ["2024-03-03", "2024-03-04"])]
    assert "1 day apart" in told[0].why


@pytest.mark.parametrize(
    "other",
    [
        AGAIN.format("Sunday"),  # the same day by its weekday
        "A fishing boat burned at sea on March 4, and its crew rowed to Harl in the dark.",
        # An article that tells both days knows of both.
        f"{AGAIN.format('March 4')} {FIRE.format('March 3')}",
        "The grain store at Velm harbour would burn on March 4 if a lamp fell into the straw.",
        "Barley rose by a tenth on March 4, the grain store of Velm harbour said.",
    ],
)
def test_no_clash_of_happenings(other: str) -> None:
    assert not found(FIRE.format("March 3"), other)


def test_an_act_of_many_days_does_not_clash() -> None:
    raid = "Raiders from Harl attacked the salt works of Velm with torches on {}."
    told = found(raid.format("March 2"), raid.format("March 3"), raid.format("March 5"))
    assert not told


def test_a_day_and_its_week_are_one_date() -> None:
    told = found(
        "President Ana Brol signed the fisheries treaty on February 29.",
        "President Ana Brol signed the fisheries treaty last week.",
    )
    assert values(told) == [("precision", ["2024-02-26/2024-03-03", "2024-02-29"])]


SAID = "“We will not sell the salt works of Velm to anybody,” Mayor Olen Varr said{}."


def test_one_long_quotation_on_two_days() -> None:
    told = found(SAID.format(" on Monday"), SAID.format(" on Tuesday"))
    assert values(told) == [("contradiction", ["2024-03-04", "2024-03-05"])]
    assert told[0].about.kind == "statement"


def test_remarks_are_dated_behind_them() -> None:
    told = found(
        SAID.format("") + " Varr made the remarks on Monday after a meeting.",
        SAID.format(" on Tuesday"),
    )
    assert values(told) == [("contradiction", ["2024-03-04", "2024-03-05"])]
    assert "told of the remarks" in told[0].why
    # The day stands in another sentence than the words: both are cited, beside the day alone.
    assert sorted(len(side.cites) for side in told[0].sides) == [1, 2]
    assert any("salt works" in c.text for side in told[0].sides for c in side.cites)


def test_one_article_places_one_quotation_twice() -> None:
    (told,) = found(
        "Mayor Olen Varr met the miners on Monday. Earlier in the day, Varr warned the bank: "
        "“We will not sell the salt works of Velm to anybody,” he said.\n\n"
        "The harbour was quiet. “We will not sell the salt works of Velm to anybody,” Varr said "
        "on Sunday."
    )
    assert sorted(side.value for side in told.sides) == ["2024-03-03", "2024-03-04"]
    assert {side.outlets for side in told.sides} == {1}


@pytest.mark.parametrize(
    "other",
    [
        "“We will sell a barge to the bank,” Mayor Olen Varr said on Tuesday.",  # other words
        SAID.format(""),  # no day told
        SAID.format(" on Monday") + " Varr said it again on Tuesday: " + SAID.format(""),
        "Mayor Olen Varr will say on Tuesday that the salt works of Velm are not for sale.",
    ],
)
def test_no_clash_of_sayings(other: str) -> None:
    assert not found(SAID.format(" on Monday"), other)


def test_a_weekday_that_may_be_tomorrows_is_left_out() -> None:
    """On Wednesday night in one place it is Thursday in the other."""
    assert not found(SAID.format(" on Thursday"), SAID.format(" on Tuesday"))


CRASH = "Two work trains collided in the Velm tunnel {}, hurting a driver."
AGAIN_CRASH = "A driver was hurt when two trains crashed inside the tunnel at Velm {}."


def test_an_hour_and_its_rounding() -> None:
    (told,) = found(CRASH.format("at about 5 a.m."), AGAIN_CRASH.format("at 5:10 a.m."))
    assert (told.slot, told.type) == ("date", "rounding")
    assert sorted(side.value for side in told.sides) == ["05:00", "05:10"]


def test_morning_for_evening() -> None:
    (told,) = found(CRASH.format("at 5:10 a.m."), AGAIN_CRASH.format("at 5:10 p.m."))
    assert told.type == "contradiction"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at 5 a.m.", "at 5:00 a.m."),  # one hour
        ("at 5 a.m. GMT", "at 5:10 a.m. EST"),  # two zones
        ("at 5 a.m.", "at 9:20 a.m."),  # too far apart
    ],
)
def test_no_clash_of_hours(one: str, other: str) -> None:
    assert not found(CRASH.format(one), AGAIN_CRASH.format(other))


def test_an_hour_and_its_part_of_the_day_are_one_date() -> None:
    (told,) = found(
        CRASH.format("on Tuesday morning"), AGAIN_CRASH.format("at 5:10 a.m. on Tuesday")
    )
    assert told.type == "precision"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("in March", "on March 2", ["precision"]),
        ("this year", "on March 2", []),  # a year is a tally
        ("on March 4", "on March 2", ["contradiction"]),
        ("until March 4", "on March 2", []),  # a limit is no date
    ],
)
def test_what_stands_before(one: str, other: str, told: list[str]) -> None:
    raid = f"Raiders from Harl attacked the salt works of Velm with torches {one}."
    again = f"The salt works of Velm were attacked {other} by raiders from Harl with torches."
    assert [finding.type for finding in found(raid, again, day="2024-03-29")] == told


def test_a_page_says_when_it_was_updated() -> None:
    stamp = "Updated at {}, Velm harbour desk\n\nThe grain store of Velm harbour burned down."
    assert not found(stamp.format("8:15 p.m."), stamp.format("8:40 p.m.") + " It was old.")


def test_a_page_says_behind_its_hour_when_it_was_updated() -> None:
    text = "\n\nThe grain store at Velm harbour burned down."
    head = "Fire at the Velm grain store at 8:15 a.m.{}" + text
    other = "The grain store at Velm harbour burned down this morning when a lamp fell into straw."
    assert values(found(head.format(""), other)) == [("precision", ["08:15", "2024-03-06 morning"])]
    assert not found(head.format(", updated at noon"), other)


@pytest.mark.parametrize(("head", "told"), [("Published on", []), ("Late on", ["contradiction"])])
def test_stamps_of_pages_date_nothing(head: str, told: list[str]) -> None:
    one = f"{head} March 2, 2024, the grain store at Velm harbour burned down in the straw."
    other = FIRE.format("March 4, 2024")
    assert [finding.type for finding in found(one, other)] == told


STROKE = "Old Olen Varr of the salt works died in Harl {} after a stroke at his desk."
AGAIN_STROKE = "At Harl, Olen Varr of the salt works died {} after the stroke that struck his desk."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("nine days", "two days", ["contradiction"]),
        ("nine days", "a week", ["rounding"]),
        ("seven days", "a week", []),
    ],
)
def test_lengths_since_one_happening(one: str, other: str, told: list[str]) -> None:
    assert [f.type for f in found(STROKE.format(one), AGAIN_STROKE.format(other))] == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("on Tuesday morning", "on Tuesday evening", ["contradiction"]),
        ("on Tuesday night", "on Tuesday evening", []),  # an evening is told as a night
        ("on Tuesday night", "late on Tuesday", []),  # and so is what is late
        ("late Tuesday", "on Tuesday afternoon", ["precision"]),
        ("early Tuesday", "on Tuesday", ["precision"]),
        ("on Tuesday night", "on Tuesday morning", []),  # one in the morning is both
    ],
)
def test_parts_of_one_day(one: str, other: str, told: list[str]) -> None:
    assert [f.type for f in found(CRASH.format(one), AGAIN_CRASH.format(other))] == told


def test_the_year_of_a_make_is_no_date() -> None:
    hit = "A baker was hit by a {} near the grain store of Velm harbour on March 4, 2024."
    again = "Near the grain store of Velm harbour a baker was hit by a {}."
    assert not found(hit.format("lorry"), again.format("2024 Barlow lorry"))


def test_an_hour_is_no_grain_of_a_year() -> None:
    # who knows the hour knows the day; a year beside the same act is another thing's, or a slip
    told = CRASH.format("in 2024"), AGAIN_CRASH.format("at 5:10 a.m. on Tuesday")
    assert not [one for one in found(*told) if one.type == "precision"]


def test_an_hour_is_cited_without_its_day() -> None:
    (told,) = found(CRASH.format("at 5:10 a.m. on Tuesday"), AGAIN_CRASH.format("at about 5 a.m."))
    assert sorted(cite.text for side in told.sides for cite in side.cites) == [
        "5 a.m.",
        "5:10 a.m.",
    ]


def test_who_else_tells_a_value_is_cited() -> None:
    (told,) = found(FIRE.format("March 3"), AGAIN.format("March 4"), FIRE.format("March 4"))
    assert sorted((side.value, len(side.cites)) for side in told.sides) == [
        ("2024-03-03", 1),
        ("2024-03-04", 2),
    ]


@pytest.mark.parametrize(
    ("one", "told"),
    [
        ("on Tuesday", ["precision"]),
        ("on Tuesday, at dawn,", []),  # the part of the day stands beside it
    ],
)
def test_what_stands_beside_a_day_counts(one: str, told: list[str]) -> None:
    other = AGAIN_CRASH.format("at 5:10 a.m. on Tuesday")
    assert [f.type for f in found(CRASH.format(one), other)] == told


@pytest.mark.parametrize(
    ("one", "told"),
    [
        ("in February", ["precision"]),
        ("in January and February", []),  # one of two dates is no one raid's
        ("in February or in March", []),
    ],
)
def test_one_of_two_dates_is_no_grain(one: str, told: list[str]) -> None:
    raid = f"Raiders from Harl attacked the salt works of Velm with torches {one}."
    again = "The salt works of Velm were attacked on February 2 by raiders from Harl with torches."
    assert [finding.type for finding in found(raid, again)] == told


@pytest.mark.parametrize(
    ("one", "told"),
    [
        ("“midnight blue barge”", []),  # a colour
        ("barge at midnight on Tuesday", ["precision"]),
    ],
)
def test_a_colour_is_no_hour(one: str, told: list[str]) -> None:
    sale = f"Mayor Olen Varr of Velm launched his {one} from the salt works quay."
    again = "Mayor Olen Varr of Velm launched his blue barge from the salt works quay on Tuesday."
    assert [finding.type for finding in found(sale, again)] == told


def test_a_day_is_cited_with_its_hour_where_days_differ() -> None:
    one = CRASH.format("at 5:10 a.m. on Monday, March 4")
    (told,) = found(one, AGAIN_CRASH.format("on Saturday"))
    assert sorted(side.value for side in told.sides) == ["2024-03-02", "2024-03-04"]
    assert any("March 4" in cite.text for side in told.sides for cite in side.cites)


def test_what_was_signed_last_week() -> None:
    told = found(
        "President Ana Brol signed the fisheries treaty on Wednesday and called it a bad one.",
        "The boats stay out. Brol grudgingly signed the treaty on the fisheries last week.",
        day="2024-03-04",
    )
    assert values(told) == [("precision", ["2024-02-26/2024-03-03", "2024-02-28"])]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("in May 2019", "in 2019", ["precision"]),
        ("in early 2019", "in 2019", ["precision"]),
        ("in early 2019", "in February 2019", ["precision"]),
        ("in early 2019", "in November 2019", ["contradiction"]),
        ("in May 2019", "since the start of 2019", []),  # of another date
    ],
)
def test_grains_of_dates_told_in_full(one: str, other: str, told: list[str]) -> None:
    sale = f"The bank sold the salt works of Velm to the miners' union of Harl {one}."
    again = f"The salt works of Velm, which the bank sold to the miners' union {other}, are shut."
    assert [finding.type for finding in found(sale, again)] == told


def test_a_plan_that_is_put_off_is_an_update() -> None:
    plan = "The new ferry of Velm will sail to Harl with the mayor on board on April 2."
    again = "With the mayor on board, the new ferry will sail from Velm to Harl on April 9."
    for day, told in (("2024-03-20", ["update"]), ("2024-03-01", ["contradiction"])):
        texts = ("2024-03-01", plan), (day, again)
        assert [one.type for one in differences(*texts, slot="date")] == told


@pytest.mark.parametrize(
    ("one", "told"),
    [
        ("on April 15", ["precision"]),
        ("in the week beginning April 15", []),  # that is the week
    ],
)
def test_a_week_told_by_its_first_day(one: str, told: list[str]) -> None:
    plan = f"The bank will sell the salt works of Velm to the miners' union of Harl {one}."
    again = "The miners' union of Harl will be sold the salt works of Velm by the bank in April."
    assert [finding.type for finding in found(plan, again)] == told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Olen Varr was in his cell at the jail on Tuesday evening, hours after he was {}.", False),
        ("On Tuesday evening, hours after the sale, Olen Varr was {} near the jail.", True),
    ],
)
def test_an_act_behind_a_comma_is_not_dated(text: str, act: bool) -> None:
    (scene,) = scenes_of(state((DAY, text.format("arrested"))))
    (time,) = (one for one in timed(scene) if "Tuesday" in one.cite.text)
    assert ("arrest" in time.lemmas) == act


def test_two_acts_of_one_day_are_no_grains() -> None:
    one = "The forger Olen Varr hid in a barn of Velm on Tuesday evening. Snow fell on the river."
    other = "Ana Brol, a baker, cheered. Olen Varr was arrested near Velm on Tuesday. She saw it."
    assert not found(one, other)


def test_the_day_of_a_statement_is_not_its_matters() -> None:
    one = "Two work trains collided in the Velm tunnel on Tuesday morning, hurting a driver."
    other = "A driver was hurt as trains met in the tunnel, says a statement on Tuesday."
    assert not found(one, other)


def test_a_night_and_an_evening_are_one_side() -> None:
    (told,) = found(
        CRASH.format("on Tuesday night"),
        AGAIN_CRASH.format("on Tuesday evening"),
        "Inside the Velm tunnel two trains crashed on Tuesday, and a driver was hurt.",
    )
    assert sorted((side.value, len(side.cites)) for side in told.sides) == [
        ("2024-03-05", 1),
        ("2024-03-05 evening", 2),
    ]


def test_which_of_a_year_is_not_when() -> None:
    one = "The hardest frost of 2019 lay white on the grain store and the pipes at Velm harbour."
    other = "In January, a hard frost lay white on the pipes of the grain store at Velm harbour."
    assert not found(one, other, day="2019-01-30")


@pytest.mark.parametrize(
    ("what", "told"),
    [("took place", ["precision"]), ("ended", [])],
)
def test_the_end_of_a_thing_is_not_its_day(what: str, told: list[str]) -> None:
    one = "Velm harbour held the election for its council on Tuesday."
    other = f"The election for the council of Velm harbour {what} on Tuesday evening."
    assert [finding.type for finding in found(one, other)] == told


def test_who_tells_a_day_and_its_hour_is_on_the_hours_side() -> None:
    both = f"{FIRE.format('Tuesday')} {AGAIN.format('Tuesday night')}"
    told = found(both, FIRE.format("Tuesday night"), AGAIN.format("Tuesday"))
    for finding in told:
        on = [{cite.article for cite in side.cites} for side in finding.sides]
        assert on[0].isdisjoint(on[1])
    assert told


def test_grains_that_hold_one_day_are_one_finding() -> None:
    """A week and a month's beginning hold one another's days in part, and both the day itself."""
    (told,) = found(
        "President Ana Brol signed the fisheries treaty on March 1.",
        "President Ana Brol signed the fisheries treaty last week.",
        "President Ana Brol signed the fisheries treaty earlier this month.",
    )
    assert told.type == "precision"
    assert {side.value for side in told.sides} == {
        "2024-03-01",
        "2024-02-26/2024-03-03",
        "2024-03-01/2024-03-06",
    }


def test_hours_that_clash_and_round_are_one_finding() -> None:
    told = found(
        CRASH.format("at about 8:40 p.m."),
        AGAIN_CRASH.format("at 8:49 p.m."),
        "Inside the Velm tunnel two trains crashed at around 9 p.m., and a driver was hurt.",
    )
    assert values(told) == [("contradiction", ["20:40", "20:49", "21:00"])]
    assert "not all of them can hold" in told[0].why


def test_the_day_of_another_week_is_no_cite_of_a_grain() -> None:
    told = differences(
        (DAY, CRASH.format("at 5:10 a.m. on March 5, 2024,")),
        ("", AGAIN_CRASH.format("early on Tuesday")),
        # an article whose week alone is known: its Tuesday is taken to be April 9
        ("2024-04-09/2024-04-15", AGAIN_CRASH.format("early on Tuesday")),
        slot="date",
    )
    assert values(told) == [("precision", ["05:10", "early Tuesday"])]
    assert {c.article for side in told[0].sides for c in side.cites} == {"a0", "a1"}


def test_a_night_and_its_dates_night_are_one_side() -> None:
    (told,) = differences(
        (DAY, CRASH.format("on Tuesday")),
        ("", AGAIN_CRASH.format("on Tuesday night")),
        (DAY, AGAIN_CRASH.format("on Tuesday night")),
        slot="date",
    )
    assert sorted((side.value, len(side.cites)) for side in told.sides) == [
        ("2024-03-05", 1),
        ("2024-03-05 night", 2),
    ]
