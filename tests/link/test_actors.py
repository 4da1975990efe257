"""Which parties of several articles are one actor. All names but countries' are invented."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tellings.link.actors import Cast, actors
from tellings.model import Party, Role, Span, Tie
from tellings.model.marks import NameKind

NAMELESS = "not named in the text"


def party(
    id_: str, name: str, kind: NameKind = "person", at: int = 0, role: str = "", **told: str
) -> Party:
    roles = (Role(role, None, Span(at, at + 1)),) if role else ()
    names = (name, *told.pop("also", "").split("|")) if "also" in told else (name,)
    return Party(
        id_, kind, name, names, (Span(at, at + 1),), roles,
        told.get("country"), told.get("code"), told.get("gender"), told.get("why", ""),
    )  # fmt: skip


def cast(article: str, *parties: Party, story: str = "s") -> Cast:
    return Cast(article, story, "x" * 2000, parties)


def groups(*casts: Cast) -> list[set[str]]:
    return sorted((set(actor.parties) for actor in actors(casts)[1]), key=sorted)


def test_one_spelling_in_two_transliterations() -> None:
    a, b = cast("a", party("1", "Andrei Kvorov")), cast("b", party("2", "Andrey Kvorov"))
    assert groups(a, b) == [{"1", "2"}]


def test_short_forms_initials_and_middle_names() -> None:
    told = ["Robert Quill", "Bob Quill", "Robert J. Quill", "T. Robert Quill", "Robert Quill Jr."]
    casts = [cast(f"a{n}", party(str(n), name)) for n, name in enumerate(told)]
    assert groups(*casts) == [{"0", "1", "2", "3", "4"}]


def test_two_of_one_surname_stay_apart_and_the_surname_joins_neither() -> None:
    a = cast("a", party("1", "Ada Quill"), party("2", "Tom Quill"))
    b = cast("b", party("3", "Quill"))
    assert groups(a, b) == [{"1"}, {"2"}, {"3"}]
    (unsure,) = [tie for tie in actors([a, b])[0] if tie.verdict == "unsure"]
    assert "2 persons of that surname" in unsure.why


def test_a_surname_is_the_one_bearer_in_its_story_only() -> None:
    a, b = cast("a", party("1", "Ada Quill")), cast("b", party("2", "Quill"))
    far = cast("c", party("3", "Quill"), story="t")
    assert groups(a, b, far) == [{"1", "2"}, {"3"}]


def test_one_name_of_two_countries_is_unsure_across_stories() -> None:
    a = cast("a", party("1", "Ada Quill", country="NOR"))
    b = cast("b", party("2", "Ada Quill", country="CHL"), story="t")
    assert groups(a, b) == [{"1"}, {"2"}]


def test_bodies_by_name_and_by_capitals() -> None:
    a = cast("a", party("1", "Aldmouth Harbour Trust", "organisation"))
    b = cast("b", party("2", "AHT", "organisation"))
    c = cast("c", party("3", "Aldmouth Harbour Team", "organisation"))
    assert groups(a, b) == [{"1", "2"}]
    assert groups(a, c) == [{"1"}, {"3"}]
    wire = cast("d", party("4", "AHT Police", "organisation"))
    assert groups(b, wire) == [{"2"}, {"4"}]


def test_nobody_is_tied_to_themselves() -> None:
    one = party("1", "Orlex Inc", "organisation", also="Orlex Inc.|Orlex")
    assert actors([cast("a", one)])[0] == ()


def test_nameless_parties_join_by_a_word_that_tells_one_of_a_story() -> None:
    a = cast("a", party("1", "masked gunman", role="masked gunman", why=NAMELESS))
    b = cast("b", party("2", "gunman", role="gunman", why=NAMELESS))
    far = cast("c", party("3", "gunman", role="gunman", why=NAMELESS), story="t")
    two = cast(
        "d",
        party("4", "gunman", role="gunman", why=NAMELESS),
        party("5", "second gunman", at=9, role="second gunman", why=NAMELESS),
    )
    assert groups(a, b, far, two) == [{"1", "2"}, {"3"}, {"4"}, {"5"}]


def test_officials_and_witnesses_of_two_articles_are_nobody_known() -> None:
    for word in ("official", "witness", "spokeswoman", "officials"):
        a = cast("a", party("1", word, role=word, why=NAMELESS))
        b = cast("b", party("2", word, role=word, why=NAMELESS))
        assert groups(a, b) == [{"1"}, {"2"}]


def test_a_man_joins_only_from_lead_to_lead() -> None:
    a = cast("a", party("1", "man", at=20, role="man", why=NAMELESS))
    b = cast("b", party("2", "man", at=40, role="man", why=NAMELESS))
    late = cast("c", party("3", "man", at=1500, role="man", why=NAMELESS))
    assert groups(a, b, late) == [{"1", "2"}, {"3"}]


def test_what_is_told_of_two_keeps_them_apart() -> None:
    a = cast("a", party("1", "climber", role="climber", why=NAMELESS, gender="male"))
    b = cast("b", party("2", "climber", role="climber", why=NAMELESS, gender="female"))
    assert groups(a, b) == [{"1"}, {"2"}]
    old = cast("c", party("3", "40-year-old gunman", role="40-year-old gunman", why=NAMELESS))
    new = cast("d", party("4", "19-year-old gunman", role="19-year-old gunman", why=NAMELESS))
    assert groups(old, new) == [{"3"}, {"4"}]


def test_an_office_is_whom_the_story_names_with_it() -> None:
    known = party("1", "Tom Reyl", role="foreign minister", country="NOR", code="NORGOV")
    told = party("2", "minister", role="foreign minister", why=NAMELESS, code="NORGOV")
    b = cast("b", replace(told, country="NOR"))
    other = cast("c", replace(told, id="3", code="GOV"))
    assert groups(cast("a", known), b, other) == [{"1", "2"}, {"3"}]
    second = party("4", "Ida Holm", role="foreign minister", country="NOR", code="NORGOV")
    assert groups(cast("a", known), b, cast("d", second)) == [{"1"}, {"2"}, {"4"}]


def test_an_office_is_whom_its_article_names_behind_even_without_a_country() -> None:
    told = party("1", "minister", role="foreign minister", why=NAMELESS, code="NORGOV")
    told = replace(told, country="NOR")
    named = party("2", "Tom Reyl", at=9, role="foreign minister", code="GOV")
    assert groups(cast("a", told, named)) == [{"1", "2"}]
    nobodys = replace(told, country=None, code="GOV")
    assert groups(cast("a", nobodys, named)) == [{"1"}, {"2"}]
    before = replace(told, mentions=(Span(20, 21),))
    assert groups(cast("a", before, named)) == [{"1"}, {"2"}]


CASTS = [
    cast("a", party("1", "Ada Quill"), party("2", "Norway", "country", country="NOR")),
    cast("b", party("3", "Quill"), party("4", "Norway", "country", country="NOR")),
    cast("c", party("5", "A. Quill"), party("6", "Quill Trust", "organisation")),
    cast("d", party("7", "Tom Quill", country="NOR"), party("8", "QT", "organisation")),
    cast("e", party("9", "gunman", role="gunman", why=NAMELESS), story="t"),
    cast("f", party("0", "gunman", role="gunman", why=NAMELESS), story="t"),
]


@given(st.permutations(CASTS))
def test_the_order_of_the_articles_changes_nothing(casts: list[Cast]) -> None:
    assert actors(casts) == actors(CASTS)


@given(st.lists(st.sampled_from(CASTS), unique_by=lambda c: c.article))
def test_every_party_is_of_one_actor_and_every_tie_in_order(casts: list[Cast]) -> None:
    ties, made = actors(casts)
    held = [one for actor in made for one in actor.parties]
    assert sorted(held) == sorted(p.id for c in casts for p in c.parties)
    assert len({actor.id for actor in made}) == len(made)
    assert all(tie.left < tie.right for tie in ties if isinstance(tie, Tie))
