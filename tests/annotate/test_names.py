"""Names of a text from the reader's entities. Every sentence is invented."""

from __future__ import annotations

from tests.annotate.parsed import parsed

from tellings.annotate.names import NameMention, names


def read(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.form, m.kind, m.country) for m in names(parsed(text))]


def one(text: str) -> NameMention:
    (mention,) = names(parsed(text))
    return mention


def test_articles_titles_and_possessives_are_no_part_of_a_name() -> None:
    quill = one("Mrs./PROPN/dep/0/PERSON Quill/PROPN/dep/0/PERSON 's/PART/dep/0/PERSON")
    assert (quill.form, quill.title) == ("Quill", "mrs")
    assert one("The/DET/dep/0/ORG Orchard/PROPN/dep/0/ORG").form == "Orchard"


def test_no_name_runs_over_a_line_break() -> None:
    text = (
        "Ada/PROPN/dep/0/PERSON Quill/PROPN/dep/0/PERSON ¶/X/dep/0/PERSON Reyl/PROPN/dep/0/PERSON"
    )
    assert [form for form, _, _ in read(text)] == ["Ada Quill", "Reyl"]


def test_a_pronoun_is_no_name() -> None:
    assert read("us/PRON/dep/0/LOC") == []


def test_an_outlet_is_no_person() -> None:
    assert read("Reuters/PROPN/dep/0/PERSON") == [("Reuters", "organisation", None)]


def test_a_state_is_a_country_only_where_the_text_decides() -> None:
    assert read("Georgia/PROPN/dep/0/LOC") == [("Georgia", "place", None)]
    told = read("Georgia/PROPN/dep/0/LOC near/ADP/dep/0 Tbilisi/PROPN/dep/0/LOC")
    assert told[0] == ("Georgia", "country", "GEO")


def test_a_person_named_like_a_place() -> None:
    full = "Lewis/PROPN/dep/0/PERSON Denver/PROPN/dep/0/PERSON and/CCONJ/dep/0 "
    assert read(full + "Denver/PROPN/dep/0/LOC")[1] == ("Denver", "person", None)
    assert read(full + "in/ADP/dep/0 Denver/PROPN/dep/0/LOC")[1][1] == "place"


def test_a_government_by_its_seat_its_capital_and_its_people() -> None:
    assert read("Kremlin/PROPN/dep/0/ORG") == [("Kremlin", "organisation", "RUS")]
    assert read("Oslo/PROPN/dep/0/LOC") == [("Oslo", "place", "NOR")]
    assert read("Norwegians/PROPN/dep/0/NORP") == [("Norwegians", "group", "NOR")]


def test_a_role_that_was_read_as_a_name_is_none() -> None:
    text = "Harbour/PROPN/dep/0/ORG Minister/PROPN/dep/0/ORG Ada/PROPN/dep/0/PERSON"
    assert [form for form, _, _ in read(text)] == ["Ada"]


def test_a_credit_or_a_people_before_a_name_is_no_part_of_it() -> None:
    text = "{}/PROPN/dep/0/PERSON Ada/PROPN/dep/0/PERSON Quill/PROPN/dep/0/PERSON"
    assert [one(text.format(word)).form for word in ("ORLEX", "Norwegian", "Ida")] == [
        "Ada Quill",
        "Ada Quill",
        "Ida Ada Quill",
    ]
