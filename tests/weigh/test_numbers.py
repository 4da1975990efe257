"""Differences of number between outlets, and the traps that are none. All texts are invented."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import articles_of, nlp

from tellings.annotate.article import annotate
from tellings.model import Finding, Story
from tellings.text.placing import place_all
from tellings.weigh.independence import Origins
from tellings.weigh.numbers import numbers
from tellings.weigh.scene import Scene
from tellings.words.tables import toml


def scene(*told: tuple[str, str]) -> Scene:
    """A story of one article an outlet; each is (day of publication, text)."""
    articles = articles_of(told)
    marks = {i: annotate(article, nlp()) for i, article in articles.items()}
    days = {f"a{n}": day for n, (day, _) in enumerate(told)}
    times = {
        (i, time.span): time for i in marks for time in place_all(marks[i].expressions, days[i])
    }
    return Scene(
        Story("s", "story", tuple(articles)),
        articles,
        marks,
        (),
        (),
        times,
        days,
        {},
        Origins(articles, ()),
        frozenset(toml("stop.toml")["words"]),
    )


def weighed(*told: str, days: tuple[str, ...] = ()) -> list[Finding]:
    dated = days or ("2021-03-04",) * len(told)
    return list(numbers(scene(*zip(dated, told, strict=True))))


def kinds(found: list[Finding]) -> list[tuple[str | None, list[str]]]:
    return [(one.type, sorted(side.value for side in one.sides)) for one in found]


def test_two_counts_of_one_happening_contradict() -> None:
    found = weighed(
        "The fire at the Velm mill killed 12 people.",
        "The fire at the Velm mill killed 14 people.",
        "A fire killed 14 people at the Velm mill.",
    )
    assert kinds(found) == [("contradiction", ["12", "14"])]
    assert [side.outlets for side in found[0].sides] == [2, 1]
    assert "cannot both hold" in found[0].why


def test_a_later_higher_count_is_an_update() -> None:
    found = weighed(
        "The fire at the Velm mill killed 12 people.",
        "The fire at the Velm mill killed 14 people.",
        days=("2021-03-04", "2021-03-06"),
    )
    assert kinds(found) == [("update", ["12", "14"])]


def test_a_bound_that_leaves_room_is_no_clash() -> None:
    found = weighed(
        "The fire at the Velm mill killed at least 12 people.",
        "The fire at the Velm mill killed 14 people.",
    )
    assert kinds(found) == [("rounding", ["14", "at-least 12"])]


def test_hundreds_beside_the_exact_number_are_rounding() -> None:
    found = weighed(
        "Karovia ordered the embassy to cut 755 cooks and staff.",
        "Karovia ordered the embassy to remove hundreds of staff from the city.",
    )
    assert kinds(found) == [("rounding", ["755", "hundreds"])]


def test_large_numbers_are_rounded_under_other_acts() -> None:
    found = weighed(
        "A trove of 11.5 million letters was published on a screen in Velm.",
        "More than 11 million letters leaked, the paper said.",
    )
    assert kinds(found) == [("rounding", ["11500000", "more-than 11000000"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # killed against injured
        (
            "The fire at the Velm mill killed 12 people.",
            "The fire at the Velm mill hurt 14 people.",
        ),
        # other things
        ("The fire at the Velm mill killed 12 cows.", "The fire at the Velm mill killed 14 goats."),
        # who killed, and who was killed
        ("Five men killed the guard.", "The guard killed seven men."),
        # a part of the whole
        ("The fire killed 12 people.", "The fire killed 12 people, including seven children."),
        ("The fire killed 12 people.", "Half of the 30 people died."),
        # what comes on top
        ("The court fined 22 other drivers in Velm.", "The court fined 23 drivers in Velm."),
        # a sum, and a rate
        ("The mill sold 30 lamps.", "The mill sold a total of 80 lamps in all its shops."),
        ("The mill sold 30 lamps.", "The mill sold at least 80 lamps in each of the past years."),
        # two reports in which nothing is the same
        ("Police seized 31 guns and 900 rounds.", "Police seized 12 guns and 300 rounds."),
        # other lengths of time
        ("The mill burned in two years.", "The mill burned for five years."),
        # other days, other places
        (
            "The fire in Velm killed 12 people on Monday, March 1.",
            "The fire in Velm killed 14 people on Tuesday, March 2.",
        ),
        ("A fire in Velm killed 12 people.", "A fire in Dorrick killed 14 people."),
        # ages and parts of a whole
        ("Ida Moor, 46, led the strike.", "Ida Moor, 47, led the strike."),
        ("Half of the mills closed.", "A third of the mills closed."),
        # another unit
        ("The firm paid $12 million for it.", "The firm paid 14 million euros for it."),
        # an article that tells both tells two things
        (
            "The fire in Velm killed 12 people. A fire in Velm killed 14 people in 1990.",
            "In 1990 a fire in Velm killed 14 people.",
        ),
    ],
)
def test_traps(one: str, other: str) -> None:
    assert [f.type for f in weighed(one, other) if f.type != "rounding"] == []


def test_reports_weeks_apart_tell_of_other_happenings() -> None:
    assert not weighed(
        "The storm killed 12 people in Velm.",
        "The storm killed 14 people in Velm.",
        days=("2021-03-04", "2021-05-04"),
    )


def test_one_article_alone_gives_nothing() -> None:
    assert not weighed("The fire killed 12 people. The fire killed 14 people.")


def test_the_order_of_the_articles_does_not_matter() -> None:
    texts = (
        "The fire at the Velm mill killed 12 people.",
        "The fire at the Velm mill killed 14 people.",
        "The fire at the Velm mill killed 15 people.",
    )
    one, other = weighed(*texts), weighed(*reversed(texts))
    assert kinds(one) == kinds(other) == [("contradiction", ["12", "14", "15"])]


def test_nearly_equal_numbers_are_one_whatever_the_verb() -> None:
    found = weighed(
        "The Velm mast stands 229 feet tall above the harbour, the builders say.",
        "From the harbour the new mast of Velm measures 230 feet, builders told the council.",
    )
    assert kinds(found) == [("rounding", ["229 foot", "230 foot"])]
    assert "beside the same names" in found[0].why


def test_a_near_total_that_came_later_is_an_update() -> None:
    found = weighed(
        "The theft at the Velm bank may have touched 143,000 savers, its owners say.",
        "The Velm bank says that the theft has now reached 145,500 savers in all, owners fear.",
        days=("2021-03-04", "2021-03-08"),
    )
    assert kinds(found) == [("update", ["143000", "145500"])]


@pytest.mark.parametrize(
    "other",
    [
        "Bakers sold 230 feet of bread on Sunday, a record for the fair.",  # other words
        "The Velm mill stands 260 feet tall behind the harbour, fishers of the village say.",
        "The Velm mast stands 229 feet tall over the harbour, says the council of builders.",
    ],
)
def test_not_one_number(other: str) -> None:
    assert not weighed("The Velm mast stands 229 feet tall above the harbour, builders say.", other)


def test_one_article_gives_a_number_in_two_roundings() -> None:
    found = weighed(
        "The Velm works will launch a rocket of 5.1 million pounds of thrust. The harbour was "
        "quiet. At launch the rocket of the Velm works makes 5.13 million pounds of thrust."
    )
    assert kinds(found) == [("rounding", ["5100000 pound", "5130000 pound"])]


def test_one_number_under_two_bounds() -> None:
    found = weighed(
        "The Velm council will plant 15,500 oaks along the harbour road, its gardener said.",
        "Along the harbour road of Velm the council means to plant up to 15,500 oaks this winter.",
    )
    assert kinds(found) == [("rounding", ["15500", "at-most 15500"])]


def test_about_alone_makes_no_difference() -> None:
    assert not weighed(
        "The Velm council will plant 15,500 oaks along the harbour road, its gardener said.",
        "Along the harbour road of Velm the council means to plant about 15,500 oaks this winter.",
    )


def test_a_toll_of_elsewhere_hides_none() -> None:
    """An article that tells of an older disaster as well knows one toll of this one."""
    found = weighed(
        "The fire at the Velm mill killed 12 people. In Harl a flood killed 13 people in 1990.",
        "The fire at the Velm mill killed 14 people.",
    )
    assert kinds(found) == [("contradiction", ["12", "14"])]


def test_a_toll_is_told_for_years() -> None:
    found = weighed(
        "The fire at the Velm mill hurt hundreds of people.",
        "The fire at the Velm mill hurt 527 people.",
        days=("2021-03-04", "2021-05-04"),
    )
    assert kinds(found) == [("rounding", ["527", "hundreds"])]


def test_groups_that_meet_in_one_number_are_told_once() -> None:
    """Two papers of one owner: each gives both roundings, and is no witness for the other."""
    shaft = "The Velm shaft is 131 feet deep, miners say. Miners call the Velm shaft 130 feet deep."
    told = scene(("2021-03-04", shaft), ("2021-03-04", shaft))
    owners = {"Outlet 0": "Harl Press", "Outlet 1": "Harl Press"}
    told.origins = Origins(told.articles, (), owners)
    assert kinds(list(numbers(told))) == [("rounding", ["130 foot", "131 foot"])]


def test_nearly_so_many_is_no_exact_number() -> None:
    found = weighed(
        "Rosa Finch leaves the Velm choir after nearly four years on its stage.",
        "After four years on its stage Rosa Finch leaves the choir in Velm.",
    )
    assert kinds(found) == [("rounding", ["4 year", "nearly 4 year"])]


def test_about_so_many_is_no_difference() -> None:
    assert not weighed(
        "Rosa Finch leaves the Velm choir after about four years on its stage.",
        "After four years on its stage Rosa Finch leaves the choir in Velm.",
    )


def test_a_sum_told_otherwise_is_a_contradiction() -> None:
    found = weighed(
        "Pell Foods offered $38.2 billion for its Dutch dairy rival Oost, its owners say.",
        "Pell Foods offered $38.9 billion for its Dutch dairy rival Oost, the owners said.",
    )
    assert kinds(found) == [("contradiction", ["38200000000 USD", "38900000000 USD"])]


def test_what_moves_with_the_market_is_updated() -> None:
    found = weighed(
        "Shares of the Pell dairy group fell 4.3 percent by the afternoon.",
        "Shares of the Pell dairy group fell 6.6 percent.",
    )
    assert kinds(found) == [("update", ["4.3 percent", "6.6 percent"])]
    assert "hour to hour" in found[0].why


def test_a_value_in_two_units_differs_once() -> None:
    found = weighed(
        "The Velm rocket flew 1,300 km (810 miles) beyond the northern island on Tuesday.",
        "On Tuesday the Velm rocket flew about 820 miles (1,320 km) beyond the northern island.",
    )
    assert len(found) == 1


def test_a_range_and_its_end_differ_in_precision() -> None:
    found = weighed(
        "Some guests of the Velm spa spent $20,000 to $45,000 a year, its owners say.",
        "Owners of the Velm spa say that some guests spend up to $45,000 a year there.",
    )
    assert kinds(found) == [
        ("precision", ["20000–45000 USD per year", "at-most 45000 USD per year"])
    ]


def test_the_end_of_another_range() -> None:
    assert not weighed(
        "The moon over Velm appears 7 percent larger and 12 to 14 percent brighter on Monday.",
        "On Monday the moon over Velm appears about 14 percent larger than it mostly does.",
    )


def test_an_article_takes_its_first_report_back() -> None:
    found = weighed(
        "Preliminary reports said the Velm works had launched three rockets on Tuesday. Later "
        "it turned out that only one rocket was launched."
    )
    assert kinds(found) == [("update", ["1", "3"])]
    assert "earlier report" in found[0].why


def test_a_second_figure_alone_takes_nothing_back() -> None:
    assert not weighed(
        "Reports said the Velm works had launched three rockets on Tuesday. In spring one rocket "
        "was launched."
    )


def test_what_is_paid_above_a_known_sum_is_no_other_sum() -> None:
    assert not weighed(
        "Pell Foods would lose the deal should it pay more than the $85 a share bid for Oost.",
        "Pell Foods has bid $85 a share for Oost and would not lose the deal should it pay that.",
    )


def test_a_share_in_words_and_in_percent() -> None:
    found = weighed(
        "The breach at the Velm bank reached more than a third of its customers, it said.",
        "The breach at the Velm bank reached 36 percent of its customers, it said.",
    )
    assert kinds(found) == [("rounding", ["36 percent", "more-than 33.33 percent"])]


def test_a_magnitude_is_no_number_of_people() -> None:
    assert not weighed(
        "The earthquake of 5.6 on the island of Velm hurt people on Sunday.",
        "The earthquake on the island of Velm hurt six people on Sunday.",
    )


def test_a_bound_under_a_denial_is_no_bound_of_the_thing() -> None:
    assert not weighed(
        "The Velm club has offered Ida Moor a contract of eight years, it said on Monday.",
        "No club has offered Ida Moor a contract of more than eight years, Velm said on Monday.",
    )


def test_a_vague_word_that_fits_several_numbers_of_an_article_is_none_of_them() -> None:
    assert not weighed(
        "Dozens of people were killed on the Velm coast road in an accident, police said.",
        "The worst accidents of the coast road: 49 people were killed in one winter, police said. "
        "In the next, 32 people were killed on the road in an accident, police said.",
    )


def test_one_count_is_one_finding_whatever_its_bounds() -> None:
    """ "59" and "at least 59" say nothing to each other, and are still told of one thing."""
    found = weighed(
        "The fire at the Velm mill killed at least 50 people.",
        "The fire at the Velm mill killed at least 59 people.",
        "The fire at the Velm mill killed 58 people.",
        "The fire at the Velm mill killed 59 people.",
    )
    assert kinds(found) == [("contradiction", ["58", "59", "at-least 50", "at-least 59"])]
    assert "Not all of them can hold" in found[0].why


def test_a_vague_word_makes_no_two_counts_one() -> None:
    found = weighed(
        "The quake at Velm hurt dozens of people.",
        "The quake at Velm hurt 40 people.",
        "The quake at Velm hurt 70 people.",
        days=("2021-03-04", "2021-03-04", "2021-05-04"),
    )
    assert kinds(found) == [("rounding", ["40", "dozens"]), ("rounding", ["70", "dozens"])]


def test_few_years_of_another_matter_are_no_cite() -> None:
    (found,) = weighed(
        "Rosa Finch leaves the Velm choir after nearly four years on its stage.",
        "After four years on its stage Rosa Finch leaves the choir in Velm.",
        "The choir sang in Harl, where Finch won a prize, the first in four years for Velm.",
    )
    assert sorted(cite.article for side in found.sides for cite in side.cites) == ["a0", "a1"]


def test_the_most_that_was_reached_is_the_bound() -> None:
    assert not weighed(
        "Guards chased the sledge near Velm at speeds of up to 70 miles an hour.",
        "Guards chased the sledge near Velm as speeds reached 70 mph.",
    )


def test_above_what_is_nearly_reached_cannot_hold() -> None:
    found = weighed(
        "The mill of Velm bought a crane for $62 million in the spring from Ida Moor.",
        "In the spring the mill of Velm bought a crane from Ida Moor for nearly $60 million.",
    )
    assert kinds(found) == [("contradiction", ["62000000 USD", "nearly 60000000 USD"])]


def test_over_nearly_so_many_says_neither() -> None:
    assert not weighed(
        "Over a hundred billion dollars of Karovia's trade passes the Velm strait each year.",
        "Through the Velm strait over nearly $100 billion of Karovia's trade passes each year.",
    )


def test_a_floor_and_a_ceiling_are_no_news() -> None:
    """More than 140,000, then up to 140,660: no floor was raised."""
    found = weighed(
        "The Velm rocket can lift more than 140,000 pounds to a low orbit, its builders say.",
        "The builders say the Velm rocket can lift up to 140,660 pounds to a low orbit.",
        days=("2021-03-04", "2021-03-06"),
    )
    assert [one.type for one in found] == ["rounding"]
