"""What is told alike, and what an article lacks. All texts are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tellings.model import (
    Article,
    Cite,
    Event,
    EventTelling,
    Input,
    Marks,
    Outlet,
    Quote,
    Sentence,
    Span,
    Statement,
    Story,
    Wording,
)
from tellings.weigh.agreements import agreements
from tellings.weigh.independence import Origins
from tellings.weigh.matter import Matter
from tellings.weigh.omissions import omissions
from tellings.weigh.scene import Scene

SAID = "The harbour wall was cracked long before the storm reached Velm"
AGAIN = "Long before any storm, the harbour wall at Velm was cracked"
ELSE = "Fishing boats stay in port until Monday, when the tide allows it"


def scene(told: dict[str, tuple[str, str]], other: dict[str, tuple[str, str]]) -> Scene:
    """One statement told by the articles of `told` (text, day); `other` lack it, or seem to."""
    articles, marks, tellings = {}, {}, []
    for name, (text, _) in {**told, **other}.items():
        articles[name] = Article(name, Input("-", "0"), text, Outlet(f"The {name}", None))
        hull = Span(0, len(text))
        quotes = (Quote(f"q{name}", hull, (hull,), "indirect", speaker="p"),)
        sentences = (Sentence(hull, 0),)
        marks[name] = Marks(name, sentences, quotes=quotes if name in told else ())
        tellings += [f"q{name}"] if name in told else []
    wordings = (Wording(next(iter(told.values()))[0], tuple(tellings), tuple(told), "indirect"),)
    statement = Statement("s1", "s", "p", tuple(tellings), wordings, len(told), len(told))
    days = {name: day for name, (_, day) in {**told, **other}.items()}
    story = Story("s", "story", tuple(sorted(articles)))
    origins = Origins(articles, (), {})
    stop = frozenset({"the", "was", "at", "any"})
    return Scene(story, articles, marks, (statement,), (), {}, days, {}, origins, stop)


def test_two_that_share_their_words_agree() -> None:
    (finding,) = agreements(
        scene({"a": (SAID, "2024-05-02"), "b": (AGAIN, "2024-05-02")}, {}), frozenset()
    )
    assert {c.article for c in finding.sides[0].cites} == {"a", "b"}


def test_a_telling_of_other_words_is_left_out() -> None:
    three = {"a": (SAID, "2024-05-02"), "b": (AGAIN, "2024-05-02"), "c": (ELSE, "2024-05-02")}
    (finding,) = agreements(scene(three, {}), frozenset())
    assert {c.article for c in finding.sides[0].cites} == {"a", "b"}
    two = {"a": (SAID, "2024-05-02"), "c": (ELSE, "2024-05-02")}
    assert not list(agreements(scene(two, {}), frozenset()))


def test_a_disputed_statement_is_no_agreement() -> None:
    two = {"a": (SAID, "2024-05-02"), "b": (AGAIN, "2024-05-02")}
    assert not list(agreements(scene(two, {}), frozenset({"s1"})))


MET = "Mayor Lotte Brandt met the ferrymen of Velm at the old harbour wall"


@pytest.mark.parametrize("named", [1, 2])
def test_who_acted_is_agreed_on_where_two_name_somebody(named: int) -> None:
    two = {"a": (MET, "2024-05-02"), "b": (MET, "2024-05-02")}
    found = scene(two, {})
    tellings = []
    for number, name in enumerate(sorted(two)):
        whole, trigger = Cite(name, 0, len(MET), MET), Cite(name, 19, 22, MET[19:22])
        actor = Cite(name, 6, 18, MET[6:18]) if number < named else None
        tellings.append(
            EventTelling(f"e{name}", whole, trigger, actor, None, None, None, "asserted", None)
        )
    event = Event(
        "ev1", "s", "CONSULT", "meet", None, (), 1, 1.0, ("brandt",), (), None, None, "asserted",
        tuple(tellings), 2, 2,
    )  # fmt: skip
    met = [
        f for f in agreements(replace(found, events=(event,)), frozenset()) if f.about.id == "ev1"
    ]
    assert len(met) == named - 1


@pytest.mark.parametrize(
    ("text", "day", "lacks"),
    [
        (ELSE, "2024-05-04", True),
        (ELSE, "2024-05-02", False),  # not after
        (ELSE, "2024-05-01", False),  # earlier
        (ELSE, "2024-06-02", False),  # long after
        ("A storm. Velm had cracked walls in its harbour before.", "2024-05-04", False),  # reworded
        ("No boats.", "2024-05-04", False),  # a brief
    ],
)
def test_what_an_article_lacks(text: str, day: str, lacks: bool) -> None:
    told = {"a": (SAID, "2024-05-02"), "b": (AGAIN, "2024-05-03")}
    found = list(omissions(scene(told, {"z": (text, day)})))
    assert [f.missing for f in found] == ([("z",)] if lacks else [])


def test_days_that_do_not_meet_are_not_alike() -> None:
    stems = frozenset({"ferry", "sank", "island", "night"})
    a = Matter(Cite("a", 0, 1, "x"), stems, "2024-05-02", "event")
    assert a.alike(Matter(Cite("b", 0, 1, "x"), stems, "2024-05", "event"))
    assert not a.alike(Matter(Cite("b", 0, 1, "x"), stems, "2024-05-04", "event"))


def test_names_alone_make_no_two_statements_alike() -> None:
    names = frozenset({"velm", "brandt", "quill"})
    one = Matter(Cite("a", 0, 1, "x"), names | {"wall", "crack"}, None, "statement", names)
    other = Matter(Cite("b", 0, 1, "x"), names | {"fish", "storm"}, None, "statement", names)
    same = Matter(Cite("b", 0, 1, "x"), names | {"wall", "crack"}, None, "statement", names)
    assert not one.alike(other)
    assert one.alike(same)


def test_the_wording_shown_is_told_by_a_cite() -> None:
    three = {"c": (ELSE, "2024-05-02"), "a": (SAID, "2024-05-02"), "b": (AGAIN, "2024-05-02")}
    found = scene(three, {})
    (whole,) = found.statements
    wordings = tuple(
        Wording(text, (f"q{name}",), (name,), "indirect") for name, (text, _) in three.items()
    )
    told = replace(found, statements=(replace(whole, wordings=wordings),))
    (finding,) = agreements(told, frozenset())
    assert finding.sides[0].value == SAID
