"""Who is one person by their part in what happened. All names are invented."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tellings.link.actors import Cast, actors
from tellings.model import EventMention, Party, Role, Span

NAMELESS = "not named in the text"


def man(id_: str, at: int = 0, word: str = "man", gender: str | None = "male") -> Party:
    role = Role(word, None, Span(at, at + 1))
    return Party(
        id_, "person", word, (word,), (Span(at, at + 1),), (role,), gender=gender, why=NAMELESS
    )


def named(id_: str, name: str, at: int = 50, gender: str | None = None) -> Party:
    return Party(id_, "person", name, (name,), (Span(at, at + 1),), gender=gender)


def event(lemma: str, does: str = "", bears: str = "") -> EventMention:
    return EventMention(
        f"e-{lemma}{does}{bears}", Span(0, 1), Span(0, 1), "OTHER", lemma,
        actors=(does,) if does else (), recipients=(bears,) if bears else (),
    )  # fmt: skip


def cast(article: str, *told: Party | EventMention, story: str = "s") -> Cast:
    parties = tuple(one for one in told if isinstance(one, Party))
    events = tuple(one for one in told if isinstance(one, EventMention))
    return Cast(article, story, "x" * 2000, parties, events)


def groups(*casts: Cast) -> list[set[str]]:
    return sorted((set(actor.parties) for actor in actors(casts)[1]), key=sorted)


A = cast("a", man("1"), event("arrest", bears="1"))
B = cast("b", named("2", "Tom Reyl"), event("charge", bears="2"))


def test_who_is_arrested_is_whom_another_article_names_as_charged() -> None:
    assert groups(A, B) == [{"1", "2"}]
    (tie,) = actors([A, B])[0]
    assert tie.why == "the only one whom the story names as accused"
    assert groups(A, replace(B, story="t")) == [{"1"}, {"2"}]


def test_one_told_in_the_lead_is_whom_the_article_names_behind() -> None:
    told = [event("kill", bears="1"), event("die", does="2")]
    assert groups(cast("a", man("1"), named("2", "Tom Reyl"), *told)) == [{"1", "2"}]
    behind = cast("a", man("1", at=90), named("2", "Tom Reyl"), *told)
    assert groups(behind) == [{"1"}, {"2"}]


def test_another_part_another_gender_or_two_names_join_nobody() -> None:
    killer = cast("b", named("2", "Tom Reyl"), event("kill", does="2"))
    woman = cast("b", named("2", "Ada Quill", gender="female"), event("charge", bears="2"))
    second = cast("c", named("3", "Ben Orr"), event("charge", bears="3"))
    assert groups(A, killer) == [{"1"}, {"2"}]
    assert groups(A, woman) == [{"1"}, {"2"}]
    assert groups(A, B, second) == [{"1"}, {"2"}, {"3"}]


def test_several_told_in_the_part_join_nobody() -> None:
    many = cast("c", replace(man("3", word="men"), plural=True), event("arrest", bears="3"))
    assert groups(A, B, many) == [{"1"}, {"2"}, {"3"}]


def test_a_denied_act_and_one_far_down_say_nothing() -> None:
    denied = replace(A, events=(replace(A.events[0], negated=True),))
    far = cast("a", man("1", at=1500), event("arrest", bears="1"))
    assert groups(denied, B) == [{"1"}, {"2"}]
    assert groups(far, B) == [{"1"}, {"2"}]


def test_one_slip_of_the_parse_is_no_second_name() -> None:
    parts = [
        cast(f"b{n}", named(f"2{n}", "Tom Reyl"), event("charge", bears=f"2{n}")) for n in range(4)
    ]
    slip = cast("c", named("3", "Ada Quill"), event("charge", bears="3"))
    assert {"1", "20", "21", "22", "23"} in groups(A, *parts, slip)


def test_a_mother_is_no_sister() -> None:
    a = cast("a", man("1", word="sister", gender="female"), event("kill", bears="1"))
    known = replace(named("2", "Ada Quill"), roles=(Role("mother", None, Span(60, 66)),))
    assert groups(a, cast("b", known, event("kill", bears="2"))) == [{"1"}, {"2"}]


TOLD = (
    A,
    B,
    cast("c", man("3", word="driver", gender=None), event("convict", bears="3")),
    cast("d", man("4", word="woman", gender="female"), event("die", does="4")),
    cast("e", man("5", word="teacher", gender=None), event("kill", bears="5")),
)


@given(st.permutations(TOLD))
def test_the_order_of_the_articles_changes_nothing(casts: list[Cast]) -> None:
    assert actors(casts) == actors(TOLD)
